//! `/understand/topics/{topic}/delete`: a topic goes; what lies below it moves up.

use axum::extract::Path;
use serde::Serialize;
use store::topics::Topic;
use ui::Section;
use ui::http::{Fields, Flash as _, Manager, Reply, see_other};

use super::effect::{Effect, effect};
use super::keep::{Held, Plan, keep, undo_path};
use super::{PATH, path_of};
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-delete.html";

#[derive(Serialize)]
struct Page {
    topic: String,
    href: String,
    action: String,
    version: i32,
    parts: usize,
    effect: Effect,
}

/// `GET /understand/topics/{topic}/delete`
pub async fn page(manager: Manager, ground: Ground, Path(key): Path<String>) -> Reply {
    let held = Held::load(&manager).await?;
    let topic = held.find(&key)?;
    let after = held.after(&without(&held, topic))?;
    let page = Page {
        topic: topic.name(manager.locale.code()).to_owned(),
        href: path_of(&key),
        action: format!("{}/delete", path_of(&key)),
        version: held.version,
        parts: held.parts(&key).count(),
        effect: effect(&manager, &ground, &held.topics, &after, &[&key]).await?,
    };
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// `POST /understand/topics/{topic}/delete`
pub async fn remove(manager: Manager, ground: Ground, Path(key): Path<String>, fields: Fields) -> Reply {
    let held = Held::load(&manager).await?;
    let topic = held.find(&key)?;
    held.check_version(&fields)?;
    let version = keep(&manager, &ground, &held, ("deleted", &key), &without(&held, topic)).await?;
    Ok(see_other(PATH).flash_undo("understand-topics-was-deleted", &undo_path(version)))
}

fn without(held: &Held, topic: &Topic) -> Plan {
    let mut plan = Plan::from([(topic.key.clone(), None)]);
    let parts = held.parts(&topic.key).map(|part| Topic { parent: topic.parent.clone(), ..part.clone() });
    plan.extend(parts.map(|part| (part.key.clone(), Some(part))));
    plan
}
