//! `/understand/topics/{topic}/merge`: a topic becomes part of another, which takes its words and what lies below it.

use axum::extract::{Path, RawQuery};
use kernel::{Refusal, Result};
use serde::Serialize;
use store::topics::Topic;
use ui::Section;
use ui::http::{Fields, Flash as _, Manager, Reply, see_other};

use super::effect::{Effect, effect};
use super::keep::{Held, Plan, keep, undo_path};
use super::path_of;
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-merge.html";

#[derive(Serialize)]
struct Page {
    topic: String,
    href: String,
    action: String,
    version: i32,
    targets: Vec<(String, String)>,
    into: String,
    into_name: Option<String>,
    error: Option<String>,
    effect: Option<Effect>,
}

/// `GET /understand/topics/{topic}/merge`; with `into`, what would change.
pub async fn page(manager: Manager, ground: Ground, Path(key): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let held = Held::load(&manager).await?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = Page::new(&manager, &held, held.find(&key)?, query.get("into"));
    if let Some(into) = query.get("into") {
        match merged(&held, &key, into).and_then(|plan| Ok(held.after(&plan)?)) {
            Ok(after) => page.effect = Some(effect(&manager, &ground, &held.topics, &after, &[into]).await?),
            Err(kernel::Error::Refused(refusal)) => {
                page.error = Some(manager.words(&refusal));
                return manager.refused(TEMPLATE, Section::Understand, page).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// `POST /understand/topics/{topic}/merge`. Field: `into`.
pub async fn merge(manager: Manager, ground: Ground, Path(key): Path<String>, fields: Fields) -> Reply {
    let held = Held::load(&manager).await?;
    held.find(&key)?;
    let into = fields.need("into")?;
    held.check_version(&fields)?;
    let plan = merged(&held, &key, into)?;
    let version = keep(&manager, &ground, &held, ("merged", &key), &plan).await?;
    Ok(see_other(&path_of(into)).flash_undo("understand-topics-was-merged", &undo_path(version)))
}

/// # Errors
/// `NotFound` for topics that are not there; `topic_bad_target` for the topic itself and those below it.
fn merged(held: &Held, key: &str, into: &str) -> Result<Plan> {
    let (topic, target) = (held.find(key)?, held.find(into)?);
    if held.within(key).contains(into) {
        return Err(Refusal::new("topic_bad_target").at("into").into());
    }
    let mut target = target.clone();
    for (language, rule) in &topic.rules {
        let joined = match target.rules.get(language) {
            Some(own) => format!("{}, {rule}", own.trim_end().trim_end_matches([',', '،', ';', '؛'])),
            None => rule.clone(),
        };
        target.rules.insert(language.clone(), joined);
    }
    target.owner = target.owner.or_else(|| topic.owner.clone());
    let mut plan = Plan::from([(key.to_owned(), None)]);
    for (at, part) in (0..).zip(held.parts(key)) {
        let place = held.last_place(Some(into)).saturating_add(at);
        plan.insert(part.key.clone(), Some(Topic { parent: Some(into.to_owned()), place, ..part.clone() }));
    }
    plan.insert(into.to_owned(), Some(target));
    Ok(plan)
}

impl Page {
    fn new(manager: &Manager, held: &Held, topic: &Topic, into: Option<&str>) -> Self {
        let locale = manager.locale.code();
        let below = held.within(&topic.key);
        let targets = held.topics.iter().filter(|other| !below.contains(other.key.as_str()));
        let option = |other: &Topic| {
            let depth = held.lineage(&other.key).len().saturating_sub(1);
            (other.key.clone(), format!("{}{}", "\u{2003}".repeat(depth), other.name(locale)))
        };
        Self {
            topic: topic.name(locale).to_owned(),
            href: path_of(&topic.key),
            action: format!("{}/merge", path_of(&topic.key)),
            version: held.version,
            targets: targets.map(option).collect(),
            into: into.unwrap_or_default().to_owned(),
            into_name: into.and_then(|into| held.get(into)).map(|into| into.name(locale).to_owned()),
            error: None,
            effect: None,
        }
    }
}
