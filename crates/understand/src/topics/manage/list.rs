//! `GET /understand/topics`: the tree of topics with how often each is mentioned, and the sets to begin with.

use std::collections::HashMap;

use kernel::{Result, Role};
use serde::Serialize;
use store::entity::member;
use store::topics::Topic;
use text::topics::Topics;
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use super::keep::Held;
use super::progress::{Progress, progress};
use super::{PATH, path_of, sample};
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-list.html";

#[derive(Serialize)]
struct Page {
    rows: Vec<Row>,
    sets: Vec<Set>,
    progress: Progress,
    may_change: bool,
}

#[derive(Serialize)]
struct Row {
    name: String,
    href: String,
    /// Topics above it.
    depth: usize,
    /// Responses in which it or a part of it is mentioned, of those that this member may read.
    count: u64,
    owner: Option<String>,
    /// Name of the set that it came with.
    source: Option<String>,
    /// It has no rules and nothing below it that could have: it finds nothing.
    is_hollow: bool,
    /// Topics below it, where it stands at the top.
    below: usize,
}

#[derive(Serialize)]
struct Set {
    name: String,
    href: String,
    count: usize,
    /// Topics of it that the workspace has.
    taken: usize,
}

/// `GET /understand/topics`; htmx asks for the progress alone.
pub async fn page(viewer: Viewer, ground: Ground) -> Reply {
    let held = Held::load(&viewer).await?;
    let counts = counts(&viewer, &ground, &held).await?;
    let owners = Owners::load(&viewer).await?;
    let locale = viewer.locale.code();
    let row = |topic: &Topic| Row {
        name: topic.name(locale).to_owned(),
        href: path_of(&topic.key),
        depth: held.lineage(&topic.key).len().saturating_sub(1),
        count: counts.get(&topic.key).copied().unwrap_or(0),
        owner: owners.name(topic),
        source: topic.source.as_deref().map(|set| set_name(set, locale)),
        is_hollow: topic.rules.is_empty() && held.parts(&topic.key).next().is_none(),
        below: 0,
    };
    let mut rows: Vec<Row> = held.topics.iter().map(row).collect();
    count_below(&mut rows);
    let page = Page {
        rows,
        sets: sets(&held, locale),
        progress: progress(&viewer, &ground).await?,
        may_change: viewer.role() >= Role::Manager,
    };
    if viewer.is_htmx() {
        return viewer.block(TEMPLATE, "progress", page);
    }
    viewer.page(TEMPLATE, Section::Understand, page).await
}

/// Topics stand under the one at the top that they belong to.
fn count_below(rows: &mut [Row]) {
    let mut top = 0;
    for at in 0..rows.len() {
        if rows[at].depth == 0 {
            top = at;
        } else if rows[top].depth == 0 {
            rows[top].below += 1;
        }
    }
}

fn sets(held: &Held, locale: &str) -> Vec<Set> {
    let set = |set: Topics| Set {
        name: set.name.get(locale).unwrap_or(&set.set).clone(),
        href: format!("{PATH}/sets/{}", set.set),
        count: set.topics.len(),
        taken: held.topics.iter().filter(|topic| topic.source.as_deref() == Some(&set.set)).count(),
    };
    Topics::builtins().filter_map(Topics::builtin).map(set).collect()
}

/// What a set is called in the reader's language; its own word where it does not ship any more.
pub fn set_name(set: &str, locale: &str) -> String {
    Topics::builtin(set).and_then(|set| set.name.get(locale).cloned()).unwrap_or_else(|| set.to_owned())
}

/// The members that can care for topics: those who are still there.
pub struct Owners(Vec<member::Model>);

impl Owners {
    pub async fn load(asking: &Asking) -> Result<Self> {
        let mut members = asking.store().members(asking.workspace()).await?;
        members.retain(|member| member.disabled_at.is_none());
        Ok(Self(members))
    }

    pub fn has(&self, id: &str) -> bool {
        self.0.iter().any(|member| member.id == id)
    }

    /// None where nobody cares for the topic, or whoever did is gone.
    pub fn name(&self, topic: &Topic) -> Option<String> {
        self.0.iter().find(|member| Some(&member.id) == topic.owner.as_ref()).map(called)
    }

    /// Id and name.
    pub fn options(&self) -> impl Iterator<Item = (String, String)> {
        self.0.iter().map(|member| (member.id.clone(), called(member)))
    }
}

fn called(member: &member::Model) -> String {
    if member.name.is_empty() { member.email.clone() } else { member.name.clone() }
}

/// Responses that mention each topic or a part of it, by key; only those that this member may read.
pub async fn counts(asking: &Asking, ground: &Ground, held: &Held) -> Result<HashMap<String, u64>> {
    let surveys = sample::surveys(asking).await?;
    if surveys.is_empty() || held.topics.is_empty() {
        return Ok(HashMap::new());
    }
    let quoted = |key: &str| format!("'{}'", key.replace('\'', "''"));
    let pairs: Vec<String> = held
        .topics
        .iter()
        .flat_map(|topic| {
            let above = held.lineage(&topic.key).into_iter();
            above.map(|above| format!("({}, {})", quoted(&topic.key), quoted(&above.key))).collect::<Vec<_>>()
        })
        .collect();
    let (among, params) = sample::among(&surveys);
    // A response that mentions two parts mentions the whole once.
    let sql = format!(
        "select whole, count(distinct _position) from mentions \
         join (values {}) as tree(part, whole) on topic = part where {among} group by whole",
        pairs.join(", ")
    );
    let mut counts = HashMap::new();
    for row in ground.0.query(asking.workspace(), &sql, &params).await?.rows().await? {
        if let [key, count] = row.as_slice()
            && let (Some(key), Some(count)) = (key.as_str(), count.as_i64())
        {
            counts.insert(key.to_owned(), count.unsigned_abs());
        }
    }
    Ok(counts)
}
