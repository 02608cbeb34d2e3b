//! Many rows in one INSERT whose words are made once. Rows go in lots of a power of two, so that a few statements serve
//! every number of rows and the driver finds each of them prepared.

use std::collections::HashMap;

use kernel::Result;
use parking_lot::RwLock;
use sea_orm::sea_query::{OnConflict, Query, Value, Values};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use crate::Check;

/// Rows in one statement: SQLite takes at most 32,766 values.
const LOT_MAX: usize = 512;

/// How rows get into one table.
pub(crate) struct Insert {
    table: &'static str,
    columns: &'static [&'static str],
    conflict: fn() -> Option<OnConflict>,
    /// By whether they are for SQLite, and the rows of the lot.
    words: RwLock<HashMap<(bool, usize), String>>,
}

impl Insert {
    pub fn new(table: &'static str, columns: &'static [&'static str], conflict: fn() -> Option<OnConflict>) -> Self {
        Self { table, columns, conflict, words: RwLock::default() }
    }

    /// Inserts one lot; returns how many rows there are now that there were not.
    pub async fn lot(&self, txn: &DatabaseTransaction, rows: impl Iterator<Item = Vec<Value>>) -> Result<u64> {
        let values: Vec<Value> = rows.flatten().collect();
        let backend = txn.get_database_backend();
        let sql = self.words(backend, values.len() / self.columns.len());
        let statement = Statement { sql, values: Some(Values(values)), db_backend: backend };
        Ok(txn.execute_raw(statement).await.check()?.rows_affected())
    }

    fn words(&self, backend: DbBackend, rows: usize) -> String {
        let place = (backend == DbBackend::Sqlite, rows);
        if let Some(words) = self.words.read().get(&place) {
            return words.clone();
        }
        let mut insert = Query::insert();
        insert.into_table(self.table).columns(self.columns.iter().copied());
        for _ in 0..rows {
            insert.values_panic(self.columns.iter().map(|_| Value::Int(None).into()));
        }
        if let Some(conflict) = (self.conflict)() {
            insert.on_conflict(conflict);
        }
        let words = backend.build(&insert).sql;
        self.words.write().insert(place, words.clone());
        words
    }
}

/// `rows` in lots for [`Insert::lot`].
pub(crate) fn lots<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = rows.len().min(LOT_MAX).checked_ilog2()?;
        let (lot, rest) = rows.split_at(1 << size);
        rows = rest;
        Some(lot)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lots_hold_every_row_once_in_order() {
        for count in [0, 1, 2, 3, 63, 64, 511, 512, 513, 2000] {
            let rows: Vec<usize> = (0..count).collect();
            let lots: Vec<&[usize]> = lots(&rows).collect();
            assert_eq!(lots.concat(), rows);
            assert!(lots.iter().all(|lot| lot.len().is_power_of_two() && lot.len() <= LOT_MAX), "{count}");
        }
    }
}
