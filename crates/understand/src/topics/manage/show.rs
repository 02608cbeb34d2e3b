//! `GET /understand/topics/{topic}`: what a topic is, what it finds, and how well.

use axum::extract::Path;
use kernel::Role;
use serde::Serialize;
use store::topics::Topic;
use text::topics::ANY;
use ui::Section;
use ui::http::{Reply, Viewer};

use super::hand::{Hand, hand};
use super::keep::Held;
use super::list::{Owners, counts, set_name};
use super::{PATH, path_of};
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-show.html";

#[derive(Serialize)]
struct Page {
    name: String,
    key: String,
    path: String,
    /// Name and address of those above, from the top.
    above: Vec<(String, String)>,
    parts: Vec<Part>,
    count: u64,
    owner: Option<String>,
    source: Option<String>,
    /// Its names in other languages than the reader's.
    names: Vec<(String, String)>,
    rules: Vec<Rule>,
    hand: Hand,
    may_change: bool,
    may_judge: bool,
    /// It can be divided.
    has_rules: bool,
    new_part: String,
    label: String,
}

#[derive(Serialize)]
struct Part {
    name: String,
    href: String,
    count: u64,
}

#[derive(Serialize)]
struct Rule {
    /// Nothing where it is for all.
    language: Option<String>,
    text: String,
}

pub async fn page(viewer: Viewer, ground: Ground, Path(key): Path<String>) -> Reply {
    let held = Held::load(&viewer).await?;
    let topic = held.find(&key)?;
    let locale = viewer.locale.code();
    let counts = counts(&viewer, &ground, &held).await?;
    let count = |key: &str| counts.get(key).copied().unwrap_or(0);
    let part =
        |part: &Topic| Part { name: part.name(locale).to_owned(), href: path_of(&part.key), count: count(&part.key) };
    let mut above: Vec<(String, String)> =
        held.lineage(&key)[1..].iter().map(|above| (above.name(locale).to_owned(), path_of(&above.key))).collect();
    above.reverse();
    let rule = |(language, text): (&String, &String)| Rule {
        language: Some(language.clone()).filter(|language| language != ANY),
        text: text.clone(),
    };
    let other_names = topic.name.iter().filter(|(language, _)| *language != locale);
    let may_judge = viewer.role() >= Role::Agent;
    let mut hand = hand(&viewer, &ground, &held, topic).await?;
    if !may_judge {
        hand.ask.clear();
    }
    // What the reader can read comes first.
    let mut rules: Vec<Rule> = topic.rules.iter().map(rule).collect();
    rules.sort_by_key(|rule| rule.language.as_deref() != Some(locale));
    let page = Page {
        name: topic.name(locale).to_owned(),
        key: key.clone(),
        path: path_of(&key),
        above,
        parts: held.parts(&key).map(part).collect(),
        count: count(&key),
        owner: Owners::load(&viewer).await?.name(topic),
        source: topic.source.as_deref().map(|set| set_name(set, locale)),
        names: other_names.map(|(language, name)| (language.clone(), name.clone())).collect(),
        rules,
        hand,
        may_change: viewer.role() >= Role::Manager,
        may_judge,
        has_rules: !topic.rules.is_empty(),
        new_part: format!("{PATH}/-/edit?parent={}", ui::http::encode(&key)),
        label: format!("{}/label", path_of(&key)),
    };
    viewer.page(TEMPLATE, Section::Understand, page).await
}
