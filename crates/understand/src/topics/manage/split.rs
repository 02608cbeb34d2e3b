//! `/understand/topics/{topic}/split`: a new topic takes some of the words of another.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use kernel::{Error, Refusal, Result};
use serde::Serialize;
use store::topics::Topic;
use text::topics::{ANY, Rule};
use ui::Section;
use ui::http::{Fields, Flash as _, Manager, Reply, see_other};

use super::effect::{Effect, effect};
use super::keep::{Held, Plan, keep, names, undo_path};
use super::{LANGUAGES, path_of};
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-split.html";

#[derive(Serialize)]
struct Page {
    topic: String,
    href: String,
    action: String,
    version: i32,
    names: Vec<Name>,
    groups: Vec<Group>,
    is_beside: bool,
    error: Option<String>,
    /// What stays with the old topic, and what the new one takes.
    stays: Option<Effect>,
    goes: Option<Effect>,
}

#[derive(Serialize)]
struct Name {
    name: String,
    language: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Group {
    /// Nothing where the rule is for all languages.
    language: Option<String>,
    terms: Vec<Term>,
}

#[derive(Serialize)]
struct Term {
    value: String,
    words: String,
    is_chosen: bool,
}

/// What a rule finds, each by itself: the parts between OR, as they are written.
pub fn alternatives(rule: &Rule) -> Vec<String> {
    match rule {
        Rule::Or(parts) => parts.iter().map(ToString::to_string).collect(),
        rule => vec![rule.to_string()],
    }
}

/// `GET /understand/topics/{topic}/split`
pub async fn page(manager: Manager, Path(key): Path<String>) -> Reply {
    let held = Held::load(&manager).await?;
    let page = Page::new(&manager, &held, held.find(&key)?, &Fields::default());
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// `POST /understand/topics/{topic}/split`. Fields: `term`, once for each that goes, as `en:3`; `name-en`, …; `place`, `part`
/// or `beside`; `do`, `try` or `save`.
pub async fn split(manager: Manager, ground: Ground, Path(key): Path<String>, fields: Fields) -> Reply {
    let held = Held::load(&manager).await?;
    let topic = held.find(&key)?;
    let mut page = Page::new(&manager, &held, topic, &fields);
    match divided(&manager, &held, topic, &fields).await {
        Ok((plan, new)) if fields.get("do") == Some("try") => {
            let after = held.after(&plan)?;
            page.stays = Some(effect(&manager, &ground, &held.topics, &after, &[&key]).await?);
            page.goes = Some(effect(&manager, &ground, &held.topics, &after, &[&new]).await?);
        }
        Ok((plan, new)) => match held.check_version(&fields) {
            Ok(()) => {
                let version = keep(&manager, &ground, &held, ("split", &key), &plan).await?;
                return Ok(see_other(&path_of(&new)).flash_undo("understand-topics-was-split", &undo_path(version)));
            }
            Err(refusal) => page.error = Some(manager.words(&refusal)),
        },
        Err(Error::Refused(refusal)) => page.error = Some(manager.words(&refusal)),
        Err(error) => return Err(error.into()),
    }
    if page.error.is_some() {
        return manager.refused(TEMPLATE, Section::Understand, page).await;
    }
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// What would change, and the key of the new topic.
///
/// # Errors
/// `topic_nothing_chosen`; those of [`names`].
async fn divided(manager: &Manager, held: &Held, topic: &Topic, fields: &Fields) -> Result<(Plan, String)> {
    let chosen: BTreeSet<&str> = fields.all("term").collect();
    let mut old = topic.clone();
    let mut new = Topic { name: names(manager, fields, &BTreeMap::new())?, ..Topic::default() };
    for (language, rule) in &topic.rules {
        let Ok(rule) = rule.parse::<Rule>() else { continue };
        let mut sides: [Vec<String>; 2] = Default::default();
        for (at, words) in alternatives(&rule).into_iter().enumerate() {
            sides[usize::from(chosen.contains(format!("{language}:{at}").as_str()))].push(words);
        }
        let [stays, goes] = sides.map(|side| side.join(", "));
        if goes.is_empty() {
            continue;
        }
        new.rules.insert(language.clone(), goes);
        match stays.is_empty() {
            true => drop(old.rules.remove(language)),
            false => drop(old.rules.insert(language.clone(), stays)),
        }
    }
    if new.rules.is_empty() {
        return Err(Refusal::new("topic_nothing_chosen").at("term").into());
    }
    new.owner.clone_from(&topic.owner);
    new.parent = if is_beside(fields) { topic.parent.clone() } else { Some(topic.key.clone()) };
    new.place = held.last_place(new.parent.as_deref());
    new.key = held.new_key(manager, &new).await?;
    let key = new.key.clone();
    let plan = Plan::from([(old.key.clone(), Some(old)), (key.clone(), Some(new))]);
    held.after(&plan)?;
    Ok((plan, key))
}

fn is_beside(fields: &Fields) -> bool {
    fields.get("place") == Some("beside")
}

impl Page {
    fn new(manager: &Manager, held: &Held, topic: &Topic, fields: &Fields) -> Self {
        let locale = manager.locale.code();
        let chosen: BTreeSet<&str> = fields.all("term").collect();
        let mut order = LANGUAGES;
        order.sort_by_key(|language| *language != locale);
        let name = |language: &'static str| {
            let name = format!("name-{language}");
            Name { value: fields.get(&name).unwrap_or_default().to_owned(), name, language }
        };
        let group = |(language, rule): (&String, &String)| {
            let rule: Rule = rule.parse().ok()?;
            let term = |(at, words): (usize, String)| {
                let value = format!("{language}:{at}");
                Term { is_chosen: chosen.contains(value.as_str()), value, words }
            };
            let terms = alternatives(&rule).into_iter().enumerate().map(term).collect();
            Some(Group { language: Some(language.clone()).filter(|language| language != ANY), terms })
        };
        // What the reader can read comes first.
        let mut groups: Vec<Group> = topic.rules.iter().filter_map(group).collect();
        groups.sort_by_key(|group| group.language.as_deref() != Some(locale));
        Self {
            topic: topic.name(locale).to_owned(),
            href: path_of(&topic.key),
            action: format!("{}/split", path_of(&topic.key)),
            version: held.version,
            names: order.into_iter().map(name).collect(),
            groups,
            is_beside: is_beside(fields),
            error: None,
            stays: None,
            goes: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_its_alternatives_with_commas() {
        for text in ["bins, \"too close\" NEAR/3 table, waste NOT bank", "one", "(a, b) NEAR/6 (c, d), e AND f"] {
            let rule: Rule = text.parse().expect("a rule");
            let written = alternatives(&rule).join(", ");
            assert_eq!(written.parse::<Rule>().expect("a rule"), rule, "{written}");
        }
        let rule: Rule = "(a, b) NEAR/6 (c, d), e AND f".parse().expect("a rule");
        assert_eq!(alternatives(&rule).len(), 2);
    }
}
