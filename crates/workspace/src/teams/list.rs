//! The page of teams, each a form with its name and a tick per member.

use std::collections::{HashMap, HashSet};

use kernel::Result;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use store::Check;
use store::entity::{team, team_member};
use ui::Section;
use ui::http::{Admin, Reply};

use crate::form::{Problems, Stop};

const TEMPLATE: &str = "workspace/teams.html";

#[derive(Serialize)]
struct Page {
    teams: Vec<Team>,
    /// What was typed for a new team.
    name: String,
    errors: Problems,
}

#[derive(Serialize)]
struct Team {
    id: String,
    name: String,
    members: Vec<Tick>,
    count: usize,
    /// This team's form came back.
    open: bool,
    errors: Problems,
}

#[derive(Serialize)]
struct Tick {
    id: String,
    name: String,
    on: bool,
}

pub(super) async fn show(asking: Admin) -> Reply {
    let page = Page { teams: teams(&asking).await?, name: String::new(), errors: Problems::new() };
    asking.page(TEMPLATE, Section::Settings, page).await
}

/// The page with what is wrong beside the form that it came from: that of a team, or of a new one.
pub(super) async fn refused(asking: &Admin, team: Option<String>, typed: String, stop: Stop) -> Reply {
    let errors = stop.words(asking)?;
    let mut page = Page { teams: teams(asking).await?, name: String::new(), errors: Problems::new() };
    match page.teams.iter_mut().find(|t| Some(&t.id) == team.as_ref()) {
        Some(team) => {
            (team.name, team.errors, team.open) = (typed, errors, true);
        }
        None => (page.name, page.errors) = (typed, errors),
    }
    asking.refused(TEMPLATE, Section::Settings, page).await
}

async fn teams(asking: &Admin) -> Result<Vec<Team>> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let teams = team::Entity::find()
        .filter(team::Column::WorkspaceId.eq(workspace.0))
        .order_by_asc(team::Column::Name)
        .all(store.reads())
        .await
        .check()?;
    let rows = team_member::Entity::find()
        .filter(team_member::Column::WorkspaceId.eq(workspace.0))
        .all(store.reads())
        .await
        .check()?;
    let mut ticked: HashMap<String, HashSet<String>> = HashMap::new();
    for row in rows {
        ticked.entry(row.team_id).or_default().insert(row.member_id);
    }
    let members = store.members(workspace).await?;
    let of = |team: team::Model| {
        let on = ticked.remove(&team.id).unwrap_or_default();
        // Who is disabled stays in their teams but is offered to no other.
        let shown = members.iter().filter(|m| m.disabled_at.is_none() || on.contains(&m.id));
        let ticks = shown.map(|m| Tick { id: m.id.clone(), name: m.name.clone(), on: on.contains(&m.id) });
        Team {
            members: ticks.collect(),
            count: on.len(),
            id: team.id,
            name: team.name,
            open: false,
            errors: Problems::new(),
        }
    };
    Ok(teams.into_iter().map(of).collect())
}
