//! Checks and copies of the database as a whole.

use std::path::Path;

use kernel::Result;
use sea_orm::{ConnectionTrait, Statement};

use crate::{Check, Store};

impl Store {
    /// What SQLite finds damaged in its file; empty when all is well, and on PostgreSQL, which checks itself.
    pub async fn damages(&self) -> Result<Vec<String>> {
        if !self.is_sqlite() {
            return Ok(Vec::new());
        }
        let check = Statement::from_string(sea_orm::DbBackend::Sqlite, "PRAGMA integrity_check");
        let rows = self.reads().query_all_raw(check).await.check()?;
        let words: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>().check()?;
        Ok(words.into_iter().filter(|words| words != "ok").collect())
    }

    /// Writes a consistent copy of SQLite's file to `file`, which must not exist, while others read and write.
    pub async fn copy_to(&self, file: &Path) -> Result<()> {
        let copy = Statement::from_sql_and_values(
            sea_orm::DbBackend::Sqlite,
            "VACUUM INTO ?",
            [file.to_string_lossy().into_owned().into()],
        );
        self.reads().execute_raw(copy).await.check()?;
        Ok(())
    }

    /// Bytes free where SQLite's file lies; plenty on PostgreSQL, which minds its own disk.
    pub fn free_bytes(&self) -> u64 {
        self.inner.space.free()
    }
}
