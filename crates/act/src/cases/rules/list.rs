//! The rules of a workspace in their order, and what each did of late.

use std::collections::HashMap;

use kernel::Role;
use kernel::time::DAY;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::{case, team};
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use super::RULES_MAX;
use super::entity::{rule, rule_day};
use super::form::told;
use crate::cases::settings::Settings;
use crate::cases::view::Titles;
use crate::cases::withdrawn::Withdrawn;

#[derive(Serialize)]
struct Page {
    rules: Vec<Row>,
    is_builtin_on: bool,
    builtin_open: u64,
    due_minutes: i64,
    has_hours: bool,
    steps: usize,
    may_change: bool,
    is_full: bool,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    is_on: bool,
    survey: Option<String>,
    /// The condition in words.
    when: String,
    priority: i32,
    goes_to: Option<String>,
    due_minutes: i64,
    /// Opened on this day and the six before.
    opened: i64,
    held: i64,
}

/// `GET /act/rules`
pub async fn page(viewer: Viewer) -> Reply {
    let (store, workspace) = (viewer.store(), viewer.workspace());
    let rows = rule::Entity::find()
        .filter(rule::Column::WorkspaceId.eq(workspace.0))
        .order_by_asc(rule::Column::Place)
        .order_by_asc(rule::Column::Id)
        .limit(RULES_MAX)
        .all(store.reads())
        .await
        .check()?;
    let did = did(&viewer).await?;
    let titles = Titles::of(&viewer).await?;
    let teams =
        team::Entity::find().filter(team::Column::WorkspaceId.eq(workspace.0)).all(store.reads()).await.check()?;
    let settings = Settings::of(store.reads(), workspace).await?;
    let mut rules = Vec::with_capacity(rows.len());
    for row in rows {
        let (opened, held) = did.get(&row.id).copied().unwrap_or_default();
        let team = row.team_id.as_ref().and_then(|id| teams.iter().find(|team| team.id == *id));
        let owner = row.owner.as_deref().and_then(|id| titles.member(id)).map(str::to_owned);
        rules.push(Row {
            when: told(&viewer, &row).await?,
            survey: row.survey.as_deref().map(|key| titles.survey(key)),
            goes_to: owner.or_else(|| team.map(|team| team.name.clone())),
            id: row.id,
            name: row.name,
            is_on: row.is_on,
            priority: row.priority,
            due_minutes: row.due_minutes,
            opened,
            held,
        });
    }
    let page = Page {
        is_full: rules.len() as u64 >= RULES_MAX,
        rules,
        is_builtin_on: settings.is_builtin_on,
        builtin_open: builtin_open(&viewer).await?,
        due_minutes: settings.due_minutes,
        has_hours: !settings.hours.is_always(),
        steps: settings.steps.len(),
        may_change: viewer.role() >= Role::Manager,
    };
    viewer.page("act/rules.html", Section::Act, page).await
}

/// What each rule opened and held in a week.
async fn did(asking: &Asking) -> kernel::Result<HashMap<String, (i64, i64)>> {
    let today = asking.web.env().now().0.div_euclid(DAY) as i32;
    let days = rule_day::Entity::find()
        .filter(rule_day::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(rule_day::Column::Day.gt(today - 7))
        .all(asking.store().reads())
        .await
        .check()?;
    let mut did: HashMap<String, (i64, i64)> = HashMap::new();
    for day in days {
        let sums = did.entry(day.rule_id).or_default();
        *sums = (sums.0 + i64::from(day.opened), sums.1 + i64::from(day.held));
    }
    Ok(did)
}

/// Open cases that no rule of the workspace opened.
async fn builtin_open(asking: &Asking) -> kernel::Result<u64> {
    use sea_orm::PaginatorTrait;
    case::Entity::find()
        .filter(case::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(case::Column::RuleId.is_null())
        .filter(case::Column::ClosedAt.is_null())
        .filter(Withdrawn::of(asking.store(), asking.workspace()).await?.left_out())
        .count(asking.store().reads())
        .await
        .check()
}
