//! `/understand/topics/sets/{set}`: a starter set, what it would find in the workspace's texts, and adding it.

use std::collections::{BTreeMap, HashMap};

use axum::extract::Path;
use kernel::{Error, MemberId, Result, WorkspaceId};
use serde::Serialize;
use store::Txn;
use store::topics::Topic;
use text::topics::Topics;
use ui::Section;
use ui::http::{Fields, Flash as _, Manager, Reply, see_other};

use super::effect::{Effect, effect};
use super::keep::{Held, Plan, keep, undo_path};
use super::{PATH, list};
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-set.html";

#[derive(Serialize)]
struct Page {
    name: String,
    action: String,
    version: i32,
    texts: usize,
    all: Vec<Row>,
    /// How many of them would be added.
    fresh: usize,
}

#[derive(Serialize)]
struct Row {
    name: String,
    depth: usize,
    is_taken: bool,
    /// Of the newest texts, those that would mention it; nothing for topics that are there already.
    texts: Option<usize>,
}

/// `GET /understand/topics/sets/{set}`
pub async fn page(manager: Manager, ground: Ground, Path(set): Path<String>) -> Reply {
    let set = find(&set)?;
    let held = Held::load(&manager).await?;
    let Adding { plan, keys } = adding(&held, &set);
    let after = held.after(&plan)?;
    let Effect { texts, rows, .. } = effect(&manager, &ground, &held.topics, &after, &[]).await?;
    let locale = manager.locale.code();
    let found: HashMap<String, usize> = rows.into_iter().map(|row| (row.key, row.then)).collect();
    let row = |topic: &text::topics::Topic| {
        let key = keys.get(&topic.id);
        let is_taken = key.is_none_or(|key| !plan.contains_key(key));
        Row {
            name: topic.name(locale).to_owned(),
            depth: topic.id.matches('.').count(),
            is_taken,
            texts: key.filter(|_| !is_taken).map(|key| found.get(key).copied().unwrap_or(0)),
        }
    };
    let page = Page {
        name: list::set_name(&set.set, locale),
        action: format!("{PATH}/sets/{}", set.set),
        version: held.version,
        texts,
        all: set.topics.iter().map(row).collect(),
        fresh: plan.len(),
    };
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// `POST /understand/topics/sets/{set}`: adds the topics of the set that are not there.
pub async fn add(manager: Manager, ground: Ground, Path(set): Path<String>, fields: Fields) -> Reply {
    let set = find(&set)?;
    let held = Held::load(&manager).await?;
    held.check_version(&fields)?;
    let plan = adding(&held, &set).plan;
    if plan.is_empty() {
        return Ok(see_other(PATH));
    }
    let version = keep(&manager, &ground, &held, ("set", &set.set), &plan).await?;
    Ok(see_other(PATH).flash_undo("understand-topics-set-added", &undo_path(version)))
}

/// Adds a starter set where nobody has topics yet; `owners` are the members who care for some of them.
///
/// # Errors
/// `NotFound` for a set that does not ship.
pub async fn begin(
    txn: &Txn,
    workspace: WorkspaceId,
    set: &str,
    owners: &[(&str, MemberId)],
    by: &MemberId,
) -> Result<()> {
    let set = find(set)?;
    let mut plan = adding(&Held { topics: vec![], version: 0 }, &set).plan;
    for (key, owner) in owners {
        if let Some(Some(topic)) = plan.get_mut(*key) {
            topic.owner = Some(owner.to_string());
        }
    }
    store::topics::change(txn, workspace, ("set", &set.set), &plan, by).await.map(drop)
}

fn find(set: &str) -> Result<Topics> {
    Topics::builtin(set).ok_or(Error::NotFound("set"))
}

struct Adding {
    plan: Plan,
    /// By the ids of the set.
    keys: BTreeMap<String, String>,
}

/// A topic's key is its id in the set, or with the set's name before it where another has that. What the workspace has
/// of the set stays as it is.
fn adding(held: &Held, set: &Topics) -> Adding {
    let mut adding = Adding { plan: Plan::new(), keys: BTreeMap::new() };
    let mut places: HashMap<Option<String>, i32> = HashMap::new();
    for topic in &set.topics {
        let ways = [topic.id.clone(), format!("{}.{}", set.set, topic.id)];
        let is_ours = |key: &&String| held.get(key).is_some_and(|topic| topic.source.as_deref() == Some(&set.set));
        if let Some(key) = ways.iter().find(is_ours) {
            adding.keys.insert(topic.id.clone(), key.clone());
            continue;
        }
        // Where a topic of another set has even that, this one cannot be told from it.
        let Some(key) = ways.into_iter().find(|key| held.get(key).is_none()) else { continue };
        let parent = topic.parent().and_then(|parent| adding.keys.get(parent)).cloned();
        let place = places.entry(parent.clone()).or_insert_with(|| held.last_place(parent.as_deref()));
        let new = Topic {
            key: key.clone(),
            parent,
            name: topic.name.clone(),
            rules: topic.rules.clone(),
            source: Some(set.set.clone()),
            owner: None,
            place: *place,
        };
        *place = place.saturating_add(1);
        adding.keys.insert(topic.id.clone(), key.clone());
        adding.plan.insert(key, Some(new));
    }
    adding
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_stand_beside_each_other_and_are_added_once() {
        let mut held = Held { topics: vec![], version: 0 };
        for set in Topics::builtins() {
            let set = Topics::builtin(set).expect("a set that ships");
            let plan = adding(&held, &set).plan;
            assert_eq!(plan.len(), set.topics.len(), "{}", set.set);
            held.topics = held.after(&plan).expect("the sets fit together");
            assert!(adding(&held, &set).plan.is_empty(), "{} is there", set.set);
        }
        assert_eq!(Topics::builtins().count(), 10);
        // What was taken away comes back below its own.
        let lost = held.topics.iter().position(|topic| topic.parent.is_some()).expect("a part");
        let lost = held.topics.remove(lost);
        let set = Topics::builtin(lost.source.as_deref().expect("a set")).expect("a set that ships");
        let plan = adding(&held, &set).plan;
        assert_eq!(plan.keys().collect::<Vec<_>>(), [&lost.key]);
        assert_eq!(plan[&lost.key].as_ref().expect("a topic").parent, lost.parent);
    }
}
