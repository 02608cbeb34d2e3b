//! From one thing to all that led to it, or to all that it led to, step by step.

use std::collections::{BTreeMap, HashSet};

use kernel::{Result, WorkspaceId};
use store::Store;
use store::links::{Kind, Node, Way};

use super::beside::{BESIDE_MAX, beside};

/// What was found of one kind, in the order in which it was come to.
#[derive(Debug, Default)]
pub struct Step {
    ids: Vec<String>,
    known: HashSet<String>,
    /// How many there are at least, as far as they were counted.
    counted: u64,
}

impl Step {
    pub fn of(ids: Vec<String>, counted: u64) -> Self {
        let mut step = Self { counted, ..Self::default() };
        ids.into_iter().for_each(|id| {
            step.take(id);
        });
        step
    }

    /// [`BESIDE_MAX`] at most.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// How many there are besides those.
    pub fn beyond(&self) -> u64 {
        self.counted.saturating_sub(self.ids.len() as u64)
    }

    /// What was come to on another way.
    pub fn add(&mut self, other: Self) {
        self.counted = self.counted.max(other.counted);
        for id in other.ids {
            self.take(id);
        }
    }

    /// Whether the thing is new and there is room for it.
    fn take(&mut self, id: String) -> bool {
        if self.ids.len() >= BESIDE_MAX || !self.known.insert(id.clone()) {
            return false;
        }
        self.ids.push(id);
        true
    }
}

/// Goes on from whatever is found until nothing new is, as many steps as there are kinds at most. Things of the kind
/// that it begins with are left out. `topics`: what the first thing is about besides.
pub async fn walk(
    store: &Store,
    workspace: WorkspaceId,
    from: &Node,
    topics: Vec<String>,
    way: Way,
) -> Result<BTreeMap<Kind, Step>> {
    let mut found: BTreeMap<Kind, Step> = BTreeMap::new();
    let mut edge = BTreeMap::from([(from.kind, vec![from.id.clone()])]);
    if !topics.is_empty() {
        found.insert(Kind::Topic, Step::of(topics.clone(), 0));
        edge.insert(Kind::Topic, topics);
    }
    for _ in Kind::ALL {
        let mut next: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
        for (kind, ids) in &edge {
            for (far, ids, count) in beside(store, workspace, *kind, ids, way).await? {
                // Other people's complaints about the same topic did not come of this response.
                let is_others = (from.kind, *kind, far) == (Kind::Signal, Kind::Topic, Kind::Case);
                if far == from.kind || is_others {
                    continue;
                }
                let step = found.entry(far).or_default();
                step.counted = step.counted.max(count);
                let new = ids.into_iter().filter(|id| step.take(id.clone()));
                next.entry(far).or_default().extend(new);
            }
        }
        next.retain(|_, ids| !ids.is_empty());
        if next.is_empty() {
            break;
        }
        edge = next;
    }
    Ok(found)
}
