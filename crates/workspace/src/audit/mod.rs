//! The audit log: who did what, newest first. It can be read, never changed.

use std::collections::HashMap;

use axum::extract::Query;
use kernel::{Result, Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use store::Check;
use store::entity::{audit, team};
use ui::Section;
use ui::http::{Access, Admin, Reply, Routes};

use crate::change::CLI;

/// `case_` and 26 characters are the longest id.
const ID_CHARS_SHOWN: usize = 32;
/// Rows of one page.
pub const PAGE_ROWS: u64 = 50;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/settings/audit", Access::Member(Role::Admin), show)
}

/// Where a page begins: below this number.
#[derive(Deserialize)]
struct Place {
    before: Option<i64>,
}

#[derive(Serialize)]
struct Page {
    deeds: Vec<Row>,
    newer: Option<String>,
    older: Option<String>,
}

#[derive(Serialize)]
struct Row {
    seq: i64,
    at: Timestamp,
    actor: String,
    /// The deed in words of the reader's language, or its code where no catalogue knows it.
    words: String,
    code: String,
    subject: String,
    /// The subject is an id, not a name.
    is_id: bool,
}

async fn show(asking: Admin, Query(place): Query<Place>) -> Reply {
    let mut rows = asking.store().audits(asking.workspace(), place.before, PAGE_ROWS + 1).await?;
    let more = rows.len() as u64 > PAGE_ROWS;
    rows.truncate(PAGE_ROWS as usize);
    let older = rows.last().filter(|_| more).map(|row| format!("/settings/audit?before={}", row.seq));
    let names = Names::read(&asking).await?;
    let page = Page {
        deeds: rows.into_iter().map(|row| names.row(&asking, row)).collect(),
        newer: place.before.map(|_| "/settings/audit".into()),
        older,
    };
    asking.page("workspace/audit.html", Section::Settings, page).await
}

/// What ids stand for. What is gone keeps its id.
struct Names(HashMap<String, String>);

impl Names {
    async fn read(asking: &Admin) -> Result<Self> {
        let (store, workspace) = (asking.store(), asking.workspace());
        let mut names = HashMap::new();
        names.extend(store.members(workspace).await?.into_iter().map(|member| (member.id, member.name)));
        names.extend(store.keys(workspace).await?.into_iter().map(|key| (key.id, key.name)));
        names.extend(store.surveys(workspace).await?.into_iter().map(|survey| (survey.id, survey.title)));
        let teams = team::Entity::find().filter(team::Column::WorkspaceId.eq(workspace.0));
        names.extend(teams.all(store.reads()).await.check()?.into_iter().map(|team| (team.id, team.name)));
        Ok(Self(names))
    }

    fn row(&self, asking: &Admin, row: audit::Model) -> Row {
        let actor = match row.actor.as_str() {
            CLI => asking.text("audit-cli"),
            "clock" => asking.text("audit-clock"),
            "customer" => asking.text("audit-customer"),
            "insights" => asking.text("audit-insights"),
            id => self.0.get(id).cloned().unwrap_or(row.actor.clone()),
        };
        // Somebody who did it to themselves is not named twice.
        let subject = if row.subject == row.actor { String::new() } else { row.subject.clone() };
        let name = self.0.get(&subject).cloned();
        Row {
            seq: row.seq,
            at: Timestamp(row.at),
            actor,
            words: words(asking, &row),
            is_id: name.is_none(),
            subject: name.unwrap_or_else(|| shorten(&subject)),
            code: row.action,
        }
    }
}

/// Ids of entities whole; hashes, which nobody types, by their beginning.
fn shorten(id: &str) -> String {
    let head: String = id.chars().take(ID_CHARS_SHOWN).collect();
    if head.len() < id.len() { format!("{head}…") } else { head }
}

/// The message `audit-<action>`, with the texts of the detail as its arguments; the code itself where there is none.
fn words(asking: &Admin, row: &audit::Model) -> String {
    let key = format!("audit-{}", row.action.replace(['.', '_'], "-"));
    let catalogue = asking.web.pages.words();
    if !catalogue.has(kernel::Locale::En, &key) {
        return row.action.clone();
    }
    let detail: HashMap<String, serde_json::Value> = serde_json::from_str(&row.detail).unwrap_or_default();
    let mut args = ui::Args::new();
    for (name, value) in &detail {
        if let Some(text) = value.as_str() {
            args.set(name.as_str(), text);
        }
    }
    catalogue.text(asking.locale, &key, &args)
}
