//! `/understand/topics/history`: what was changed when and by whom, and taking it back.

use std::collections::HashMap;

use axum::extract::Path;
use kernel::{Error, Result, Role, Timestamp};
use serde::Serialize;
use store::topics::Change;
use ui::Section;
use ui::http::{Asking, Fields, Flash as _, Manager, Reply, Viewer, see_other};

use super::effect::{Effect, effect};
use super::keep::{Held, keep, undo_path};
use super::{PATH, list, path_of};
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-history.html";
const BACK: &str = "understand/topics-back.html";
/// What is done on these pages; all else is called a change.
const DEEDS: [&str; 7] = ["set", "added", "edited", "merged", "split", "deleted", "back"];

#[derive(Serialize)]
struct Page {
    changes: Vec<Row>,
    may_change: bool,
}

#[derive(Serialize)]
struct Row {
    version: i32,
    deed: &'static str,
    /// Name of the topic or the set.
    subject: String,
    /// The topic's page, where it is there.
    href: Option<String>,
    /// Topics that it touched.
    touched: usize,
    by: String,
    at: Timestamp,
    back: String,
}

#[derive(Serialize)]
struct Back {
    change: Row,
    action: String,
    version: i32,
    /// Topics that have been changed again since, so that this is lost, too.
    since: usize,
    effect: Effect,
}

/// `GET /understand/topics/history`
pub async fn page(viewer: Viewer) -> Reply {
    let held = Held::load(&viewer).await?;
    let changes = viewer.store().topic_changes(viewer.workspace()).await?;
    let names = members(&viewer).await?;
    let rows = changes.iter().map(|change| row(&viewer, &held, &changes, change, &names));
    let page = Page { changes: rows.collect(), may_change: viewer.role() >= Role::Manager };
    viewer.page(TEMPLATE, Section::Understand, page).await
}

/// `GET /understand/topics/history/{version}`: what would be if this change were taken back.
pub async fn look(manager: Manager, ground: Ground, Path(version): Path<String>) -> Reply {
    let held = Held::load(&manager).await?;
    let changes = manager.store().topic_changes(manager.workspace()).await?;
    let change = find(&changes, &version)?;
    let after = held.after(&change.before)?;
    let focus: Vec<&str> = change.before.keys().map(String::as_str).collect();
    let later =
        |key: &&String| changes.iter().any(|other| other.version > change.version && other.before.contains_key(*key));
    let page = Back {
        change: row(&manager, &held, &changes, change, &members(&manager).await?),
        action: undo_path(change.version),
        version: held.version,
        since: change.before.keys().filter(later).count(),
        effect: effect(&manager, &ground, &held.topics, &after, &focus).await?,
    };
    manager.page(BACK, Section::Understand, page).await
}

/// `POST /understand/topics/history/{version}/back`. The newest change needs no look before: it leads to what was there a moment
/// ago.
pub async fn back(manager: Manager, ground: Ground, Path(version): Path<String>, fields: Fields) -> Reply {
    let held = Held::load(&manager).await?;
    let changes = manager.store().topic_changes(manager.workspace()).await?;
    let change = find(&changes, &version)?;
    if change.version != held.version {
        held.check_version(&fields)?;
    }
    let subject = change.version.to_string();
    let version = keep(&manager, &ground, &held, ("back", &subject), &change.before).await?;
    Ok(see_other(PATH).flash_undo("understand-topics-taken-back", &undo_path(version)))
}

/// # Errors
/// `NotFound` for a change that this workspace does not have, or that is too old.
fn find<'a>(changes: &'a [Change], version: &str) -> Result<&'a Change> {
    let found = version.parse().ok().and_then(|version: i32| changes.iter().find(|change| change.version == version));
    found.ok_or(Error::NotFound("change"))
}

/// By id.
async fn members(asking: &Asking) -> Result<HashMap<String, String>> {
    let members = asking.store().members(asking.workspace()).await?.into_iter();
    Ok(members.map(|member| (member.id, if member.name.is_empty() { member.email } else { member.name })).collect())
}

fn row(asking: &Asking, held: &Held, changes: &[Change], change: &Change, names: &HashMap<String, String>) -> Row {
    let locale = asking.locale.code();
    // A topic that is gone is called as it was when it was last changed.
    let gone = || changes.iter().find_map(|other| other.before.get(&change.topic)?.as_ref());
    let topic = held.get(&change.topic).or_else(gone).filter(|_| !matches!(change.deed.as_str(), "set" | "back"));
    Row {
        version: change.version,
        subject: match change.deed.as_str() {
            "set" => list::set_name(&change.topic, locale),
            _ => topic.map_or_else(|| change.topic.clone(), |topic| topic.name(locale).to_owned()),
        },
        deed: DEEDS.into_iter().find(|deed| *deed == change.deed).unwrap_or("other"),
        href: topic.and_then(|topic| held.get(&topic.key)).map(|topic| path_of(&topic.key)),
        touched: change.before.len(),
        by: names.get(&change.by).cloned().unwrap_or_else(|| change.by.clone()),
        at: change.at,
        back: format!("{PATH}/history/{}", change.version),
    }
}
