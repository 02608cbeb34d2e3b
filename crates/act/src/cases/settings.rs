//! How a workspace deals with cases: when people work, how soon a customer should be answered, who hears of what is late,
//! and whether the rule that everybody starts with is on.

use jiff::tz::TimeZone;
use kernel::time::MINUTE;
use kernel::{Result, Timestamp, WorkspaceId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde::{Deserialize, Serialize};
use store::{Check, Txn};

use super::DUE_MICROS;
use super::hours::Hours;
use super::rules::entity::settings;

/// Steps of an escalation at most.
pub const STEPS_MAX: usize = 5;

/// One step of what happens with a case that is late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Minutes of work after the case was due.
    pub after_minutes: i64,
    /// Who has it from then on; its owner keeps it where nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub hours: Hours,
    /// Minutes of work until a case of the built-in rule, or one opened by hand, is due.
    pub due_minutes: i64,
    /// Whether low scores and angry words open cases by themselves.
    pub is_builtin_on: bool,
    pub steps: Vec<Step>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { hours: Hours::default(), due_minutes: DUE_MICROS / MINUTE, is_builtin_on: true, steps: Vec::new() }
    }
}

impl Settings {
    /// Those of a workspace; what it never said is as at the start.
    pub async fn of(db: &impl ConnectionTrait, workspace: WorkspaceId) -> Result<Self> {
        let row = settings::Entity::find_by_id(workspace.0).one(db).await.check()?;
        // Rows are written by this module alone.
        Ok(row.and_then(|row| serde_json::from_str(&row.settings).ok()).unwrap_or_default())
    }

    pub async fn keep(&self, txn: &Txn, workspace: WorkspaceId) -> Result<()> {
        settings::Entity::delete_by_id(workspace.0).exec(&**txn).await.check()?;
        let row = settings::ActiveModel {
            workspace_id: Set(workspace.0),
            settings: Set(serde_json::json!(self).to_string()),
            changed_at: Set(txn.store().env().now().0),
        };
        settings::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
        Ok(())
    }

    /// When a case that came at `at` is due.
    pub fn due(&self, at: Timestamp, minutes: i64, zone: &TimeZone) -> Timestamp {
        self.hours.after(at, minutes, zone)
    }
}
