//! Topics as they are, as a change would make them, and keeping the change.

use std::collections::{BTreeMap, BTreeSet};

use kernel::id::base32;
use kernel::{Error, Refusal, Result};
use store::topics::{TOPICS_MAX, Topic};
use text::topics::SetError;
use text::topics::bounds::{LEVELS, LONGEST_NAME};
use ui::http::{Asking, Fields};

use super::LANGUAGES;
use crate::subject::Ground;
use crate::topics::judge::set;

/// Letters of a key that is made from a name.
const KEY_CHARS_MAX: usize = 40;
/// Pages that stand where the page of a topic would.
const RESERVED: [&str; 5] = ["sets", "history", "themes", "read", "-"];

/// What topics would be put in the place of those with the same keys; none where one would go.
pub type Plan = BTreeMap<String, Option<Topic>>;

/// The topics of a workspace, and the number of the change that made them so.
pub struct Held {
    pub topics: Vec<Topic>,
    pub version: i32,
}

impl Held {
    pub async fn load(asking: &Asking) -> Result<Self> {
        // The number first: what changes in between is noticed when this is kept.
        let version = asking.store().topics_version(asking.workspace()).await?;
        let topics = asking.store().topics(asking.workspace()).await?;
        Ok(Self { topics, version })
    }

    pub fn get(&self, key: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.key == key)
    }

    /// # Errors
    /// `NotFound` for a topic that this workspace does not have.
    pub fn find(&self, key: &str) -> Result<&Topic> {
        self.get(key).ok_or(Error::NotFound("topic"))
    }

    pub fn parts<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Topic> {
        self.topics.iter().filter(move |topic| topic.parent.as_deref() == Some(key))
    }

    /// A topic and those above it, from itself up.
    pub fn lineage(&self, key: &str) -> Vec<&Topic> {
        let above = |topic: &&Topic| self.get(topic.parent.as_deref()?);
        std::iter::successors(self.get(key), above).take(TOPICS_MAX).collect()
    }

    /// The topic and all that lie below it.
    pub fn within(&self, key: &str) -> BTreeSet<&str> {
        let is_within = |topic: &&Topic| self.lineage(&topic.key).iter().any(|above| above.key == key);
        self.topics.iter().filter(is_within).map(|topic| topic.key.as_str()).collect()
    }

    /// Whether a form was made from the topics as they are.
    ///
    /// # Errors
    /// `topics_changed`: somebody else was faster.
    pub fn check_version(&self, fields: &Fields) -> Result<(), Refusal> {
        let known = fields.get("version").and_then(|version| version.parse().ok());
        if known == Some(self.version) { Ok(()) } else { Err(Refusal::new("topics_changed")) }
    }

    /// The topics as they would be.
    ///
    /// # Errors
    /// `too_many_topics`, `topic_too_deep`, `topic_bad_name`, `topic_bad_rule`.
    pub fn after(&self, plan: &Plan) -> Result<Vec<Topic>, Refusal> {
        let as_planned = |topic: &Topic| plan.get(&topic.key).cloned().unwrap_or_else(|| Some(topic.clone()));
        let fresh = plan.values().flatten().filter(|topic| self.get(&topic.key).is_none());
        let topics: Vec<Topic> = self.topics.iter().filter_map(as_planned).chain(fresh.cloned()).collect();
        check(&topics)?;
        Ok(topics)
    }

    /// A place behind those below the same topic.
    pub fn last_place(&self, parent: Option<&str>) -> i32 {
        let beside = self.topics.iter().filter(|topic| topic.parent.as_deref() == parent);
        beside.map(|topic| topic.place).max().map_or(0, |place| place.saturating_add(1))
    }

    /// A key that no topic has: of the English name where there are letters for it, else of chance. Topics that were
    /// taken away may come back, so the keys of those in the history are not free either.
    pub async fn new_key(&self, asking: &Asking, topic: &Topic) -> Result<String> {
        let changes = asking.store().topic_changes(asking.workspace()).await?;
        let is_taken = |key: &str| {
            RESERVED.contains(&key)
                || self.get(key).is_some()
                || changes.iter().any(|change| change.before.contains_key(key))
        };
        let named = topic.name.get("en").map(|name| slug(name)).filter(|slug| !slug.is_empty());
        let Some(base) = named else { return Ok(format!("t-{}", base32(&asking.web.env().bytes::<8>()))) };
        let numbered = (2..).map(|n: usize| format!("{base}-{n}"));
        let mut keys = std::iter::once(base.clone()).chain(numbered);
        keys.find(|key| !is_taken(key)).ok_or_else(|| Error::internal("there are no keys left"))
    }
}

/// Lower-case Latin letters and digits with single dashes between them.
fn slug(name: &str) -> String {
    let letters = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    let letters: String = letters.collect();
    let words: Vec<&str> = letters.split('-').filter(|word| !word.is_empty()).collect();
    let mut slug = words.join("-");
    slug.truncate(KEY_CHARS_MAX);
    slug.trim_end_matches('-').to_owned()
}

fn check(topics: &[Topic]) -> Result<(), Refusal> {
    if topics.len() > TOPICS_MAX {
        return Err(Refusal::new("too_many_topics").with("max", TOPICS_MAX.to_string()));
    }
    let find = |key: &str| topics.iter().find(|topic| topic.key == key);
    let too_deep = |topic: &&Topic| {
        std::iter::successors(Some(*topic), |topic| find(topic.parent.as_deref()?)).take(LEVELS + 1).count() > LEVELS
    };
    if topics.iter().any(|topic| too_deep(&topic)) {
        return Err(Refusal::new("topic_too_deep").at("parent").with("max", LEVELS.to_string()));
    }
    match set(topics).check() {
        Ok(()) => Ok(()),
        Err(SetError::Rule { language, error, .. }) => {
            Err(Refusal::new("topic_bad_rule").at(format!("rule-{language}")).with("column", error.column.to_string()))
        }
        Err(SetError::BadName(_)) => {
            Err(Refusal::new("topic_bad_name").at("name-en").with("max", LONGEST_NAME.to_string()))
        }
        Err(_) => Err(Refusal::new("too_many_topics").with("max", TOPICS_MAX.to_string())),
    }
}

/// Keeps a change and has texts read by it from now on; returns its number.
///
/// # Errors
/// `topics_changed` where somebody else has changed topics since they were loaded.
pub async fn keep(
    asking: &Asking,
    ground: &Ground,
    held: &Held,
    (deed, subject): (&'static str, &str),
    plan: &Plan,
) -> Result<i32> {
    held.after(plan)?;
    let txn = asking.store().write().await?;
    let version = store::topics::change(&txn, asking.workspace(), (deed, subject), plan, &asking.member()).await?;
    if version != held.version + 1 {
        return Err(Refusal::new("topics_changed").into());
    }
    txn.commit().await?;
    crate::texts::refresh(asking.store(), &ground.0, asking.workspace()).await?;
    Ok(version)
}

/// Where the last change is taken back.
pub fn undo_path(version: i32) -> String {
    format!("{}/history/{version}/back", super::PATH)
}

/// Names by language, as a form has them: `name-en`, `name-fa`, …; those of other languages stay.
///
/// # Errors
/// `required` and `topic_bad_name` at the first field.
pub fn names(
    asking: &Asking,
    fields: &Fields,
    was: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Refusal> {
    let mut names = was.clone();
    for language in LANGUAGES {
        let field = format!("name-{language}");
        match fields.get(&field) {
            Some(name) if name.chars().count() > LONGEST_NAME => {
                return Err(Refusal::new("topic_bad_name").at(field).with("max", LONGEST_NAME.to_string()));
            }
            Some(name) => names.insert(language.to_owned(), name.to_owned()),
            None => names.remove(language),
        };
    }
    let own = format!("name-{}", asking.locale.code());
    if names.is_empty() { Err(Refusal::new("required").at(own)) } else { Ok(names) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_of_names() {
        assert_eq!(slug("Bins & bottles – by the door"), "bins-bottles-by-the-door");
        assert_eq!(slug("سطل‌ها"), "");
        assert_eq!(slug("../../etc/passwd\0<script>"), "etc-passwd-script");
        assert!(slug(&"long ".repeat(50)).len() <= KEY_CHARS_MAX);
    }

    #[test]
    fn topics_too_deep_or_in_a_circle_are_refused() {
        let topic = |key: usize, parent: Option<usize>| Topic {
            key: key.to_string(),
            parent: parent.map(|parent| parent.to_string()),
            ..Topic::default()
        };
        let chain = |length: usize| (0..length).map(|at| topic(at, at.checked_sub(1))).collect::<Vec<_>>();
        assert_eq!(check(&chain(LEVELS)), Ok(()));
        assert_eq!(check(&chain(LEVELS + 1)).map_err(|refusal| refusal.code), Err("topic_too_deep"));
        let round = [topic(1, Some(2)), topic(2, Some(1))];
        assert_eq!(check(&round).map_err(|refusal| refusal.code), Err("topic_too_deep"));
    }
}
