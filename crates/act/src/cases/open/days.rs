//! What each rule opens in a day, and what it would have opened beyond its number: read once a batch, written once.

use std::collections::BTreeMap;

use kernel::time::DAY;
use kernel::{Result, Uid, WorkspaceId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Check, Logged, Txn};

use super::ROWS_MAX;
use crate::cases::rules::entity::{rule, rule_day, rule_held};

/// By rule and day.
#[derive(Default)]
pub struct Days(BTreeMap<(String, i32), Day>);

#[derive(Default)]
struct Day {
    opened: i32,
    held: i32,
    /// Responses for which it may not open a case; some may be counted already: each page asks.
    refused: Vec<Uid>,
}

impl Days {
    /// Counts a case of a rule on its day; whether it may be opened.
    pub async fn may_open(&mut self, txn: &Txn, rule: &rule::Model, logged: &Logged) -> Result<bool> {
        let key = (rule.id.clone(), logged.received_at.0.div_euclid(DAY) as i32);
        if !self.0.contains_key(&key) {
            let row = rule_day::Entity::find_by_id(key.clone()).one(&**txn).await.check()?;
            let day = row.map(|row| Day { opened: row.opened, held: row.held, refused: Vec::new() });
            self.0.insert(key.clone(), day.unwrap_or_default());
        }
        let day = self.0.entry(key).or_default();
        let may = day.opened < rule.per_day;
        if may {
            day.opened += 1;
        } else {
            day.refused.push(logged.uid);
        }
        Ok(may)
    }

    pub async fn keep(self, txn: &Txn, workspace: WorkspaceId) -> Result<()> {
        for ((rule_id, day), mut counted) in self.0 {
            counted.held += refused(txn, workspace, (&rule_id, day), &counted.refused).await?;
            let row = rule_day::ActiveModel {
                rule_id: Set(rule_id),
                day: Set(day),
                workspace_id: Set(workspace.0),
                opened: Set(counted.opened),
                held: Set(counted.held),
            };
            let known = OnConflict::columns([rule_day::Column::RuleId, rule_day::Column::Day])
                .update_columns([rule_day::Column::Opened, rule_day::Column::Held])
                .to_owned();
            rule_day::Entity::insert(row).on_conflict(known).exec_without_returning(&**txn).await.check()?;
        }
        Ok(())
    }
}

/// Remembers responses that a rule opened nothing for; how many are new. What was refused on days before is forgotten.
async fn refused(txn: &Txn, workspace: WorkspaceId, (rule_id, day): (&str, i32), uids: &[Uid]) -> Result<i32> {
    use rule_held::Column;
    let mut new = 0;
    for some in uids.chunks(ROWS_MAX) {
        let rows = some.iter().map(|uid| rule_held::ActiveModel {
            rule_id: Set(rule_id.to_owned()),
            day: Set(day),
            uid: Set(uid.0.to_vec()),
            workspace_id: Set(workspace.0),
        });
        let known = OnConflict::columns([Column::RuleId, Column::Day, Column::Uid]).do_nothing().to_owned();
        let kept = rule_held::Entity::insert_many(rows).on_conflict(known).exec_without_returning(&**txn).await;
        new += i32::try_from(kept.check()?).unwrap_or(i32::MAX);
    }
    if new > 0 {
        let before = rule_held::Entity::delete_many().filter(Column::RuleId.eq(rule_id)).filter(Column::Day.lt(day));
        before.exec(&**txn).await.check()?;
    }
    Ok(new)
}
