//! `/prove/chain/{kind}/{id}`: how one thing hangs together with all others: what led to it and what it led to, in the
//! order of the loop, from what a customer said to what customers were told.

mod beside;
mod mentions;
mod names;
mod walk;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Extension, Path};
use kernel::{Error, Result, Role};
use lake::Lake;
use serde::Serialize;
use store::links::{Kind, Node, Way};
use ui::Section;
use ui::http::{Access, Reply, Routes, Viewer};

use self::names::{Item, Names};
use self::walk::Step;

/// Things of one kind that are named; of the others their number is told.
const SHOWN_MAX: usize = 5;

/// What the page asks.
#[derive(Clone)]
struct Ground(Arc<Lake>);

#[derive(Serialize)]
struct Page {
    /// What the page is about.
    here: Item,
    kind: &'static str,
    stages: Vec<Stage>,
}

/// All that is known of one kind.
#[derive(Serialize)]
struct Stage {
    kind: &'static str,
    /// The page is about one of these.
    is_here: bool,
    total: u64,
    items: Vec<Item>,
    /// How many are not named.
    more: u64,
    /// There may be still more than that.
    at_least: bool,
}

/// The page of this part.
pub fn routes(lake: Arc<Lake>) -> Routes {
    Routes::new().get("/prove/chain/{kind}/{id}", Access::Member(Role::Viewer), page).extension(Ground(lake))
}

/// `GET /prove/chain/{kind}/{id}`
async fn page(viewer: Viewer, Extension(ground): Extension<Ground>, Path((kind, id)): Path<(String, String)>) -> Reply {
    let missing = || Error::NotFound("page");
    let node = Node::new(Kind::parse(&kind).ok_or_else(missing)?, id);
    let names = Names::of(&viewer, &ground.0).await?;
    let here = names.items(node.kind, std::slice::from_ref(&node.id)).await?.pop().ok_or_else(missing)?;
    let topics = if node.kind == Kind::Signal { mentions::topics_of(&names, &node).await? } else { vec![] };
    let mut steps = walk::walk(viewer.store(), viewer.workspace(), &node, vec![], Way::Back).await?;
    mentions::responses_of(&names, &node, &mut steps).await?;
    for (kind, step) in walk::walk(viewer.store(), viewer.workspace(), &node, topics, Way::On).await? {
        steps.entry(kind).or_default().add(step);
    }
    let stages = stages(&names, &node, &here, &steps).await?;
    viewer.page("prove/chain.html", Section::Prove, Page { here, kind: node.kind.as_str(), stages }).await
}

/// One of each kind, in the order of the loop.
async fn stages(names: &Names<'_>, node: &Node, here: &Item, steps: &BTreeMap<Kind, Step>) -> Result<Vec<Stage>> {
    let mut stages = Vec::with_capacity(Kind::ALL.len());
    for kind in Kind::ALL {
        let is_here = kind == node.kind;
        let (mut items, step) = match steps.get(&kind) {
            _ if is_here => (vec![here.clone()], None),
            Some(step) => (names.items(kind, step.ids()).await?, Some(step)),
            None => (vec![], None),
        };
        // What was read may be gone, or not be for this reader; what was only counted is taken as it is.
        let uncounted = step.map_or(0, Step::beyond);
        let total = items.len() as u64 + uncounted;
        // Messages all have the same name.
        items.truncate(if kind == Kind::Message { 1 } else { SHOWN_MAX });
        let more = total - items.len() as u64;
        stages.push(Stage { kind: kind.as_str(), is_here, total, items, more, at_least: uncounted > 0 });
    }
    Ok(stages)
}
