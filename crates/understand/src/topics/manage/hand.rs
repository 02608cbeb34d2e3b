//! What members say texts are about, against what the rules find: which texts to judge next, precision and recall.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use axum::extract::Path;
use kernel::signal::{Answer, What};
use kernel::{Error, Refusal, Result, Uid};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::topics::{Label, Topic};
use text::topics::{Finder, Rule};
use ui::http::{Agent, Asking, Fields, Flash as _, Reply, see_other};

use super::effect::{Example, Side};
use super::keep::Held;
use super::path_of;
use super::sample::{self, Said};
use crate::personal::Mask;
use crate::subject::{Ground, definition, format};
use crate::topics::judge::Known;

/// Judgements that are counted: the latest.
pub const LABELS_MAX: u64 = 2_000;
/// Texts to judge: half of them found, half of them not.
const ASKED_MAX: usize = 20;
/// Judgements that are shown.
const JUDGED_SHOWN_MAX: usize = 10;

#[derive(Debug, Default, Serialize)]
pub struct Hand {
    /// Of the texts that the rules find, those that are about it.
    pub precision: Option<Share>,
    /// Of the texts that are about it, those that the rules find.
    pub recall: Option<Share>,
    /// Texts that members judged.
    pub judged: u64,
    pub is_few: bool,
    pub ask: Vec<Asked>,
    pub done: Vec<Judged>,
}

/// A share in words, with Wilson's range.
#[derive(Debug, Serialize)]
pub struct Share {
    pub value: String,
    pub low: String,
    pub high: String,
    pub hits: u64,
    pub of: u64,
}

/// A text to judge. Whether the rules find it is not told: people would agree.
#[derive(Debug, Serialize)]
pub struct Asked {
    pub uid: String,
    pub field: String,
    pub example: Example,
}

#[derive(Debug, Serialize)]
pub struct Judged {
    pub uid: String,
    pub field: String,
    pub holds: bool,
    pub is_found: bool,
    pub example: Example,
}

/// Everything on one topic.
pub async fn hand(asking: &Asking, ground: &Ground, held: &Held, topic: &Topic) -> Result<Hand> {
    let labels = asking.store().topic_labels(asking.workspace(), Some(&topic.key), LABELS_MAX).await?;
    let uids: Vec<Uid> = labels.iter().map(|label| label.uid).collect::<BTreeSet<_>>().into_iter().collect();
    let mut texts = sample::of(asking, ground, &uids).await?;
    let judged: Vec<(Label, Said)> = labels
        .into_iter()
        .filter_map(|label| {
            let said = texts.remove(&(label.uid, label.question.clone()))?;
            Some((label, said))
        })
        .collect();
    let newest = sample::newest(asking, ground).await?;
    let (topics, topic) = (held.topics.clone(), topic.clone());
    let mask = Mask::by_rule(asking);
    let work = move || Some(Work::new(&Known::of(&topics)?, &topic, (judged, newest), &mask));
    let work = tokio::task::spawn_blocking(work).await.map_err(Error::internal)?;
    let work = work.ok_or_else(|| Error::internal("topics cannot be read"))?;
    let format = format(asking);
    let share = |hits: u64, of: u64| {
        let estimate = stats::percent(hits, of)?;
        let range = estimate.range?;
        let percent = |value: f64| format.percent(value, 0);
        Some(Share { value: percent(estimate.value), low: percent(range.low), high: percent(range.high), hits, of })
    };
    let Work { both, found, holds, judged, ask, done } = work;
    Ok(Hand {
        precision: share(both, found),
        recall: share(both, holds),
        judged,
        is_few: judged > 0 && stats::is_small(judged),
        ask,
        done,
    })
}

/// What is counted and chosen.
struct Work {
    /// Judged texts that are found and about it; found; about it; all.
    both: u64,
    found: u64,
    holds: u64,
    judged: u64,
    ask: Vec<Asked>,
    done: Vec<Judged>,
}

impl Work {
    fn new(known: &Known, topic: &Topic, (judged, newest): (Vec<(Label, Said)>, Vec<Said>), mask: &Mask) -> Self {
        let side = Side::new(known, &BTreeSet::from([topic.key.clone()]), mask);
        let mut finder = Finder::new(&known.matcher);
        let mut finds = |said: &Said| -> BTreeSet<&str> {
            finder.topics(&said.text, &said.language).into_iter().map(|at| &*known.keys[at]).collect()
        };
        let mut work = Self { both: 0, found: 0, holds: 0, judged: judged.len() as u64, ask: vec![], done: vec![] };
        let known_texts: HashSet<(Uid, String)> =
            judged.iter().map(|(_, said)| (said.uid, said.field.clone())).collect();
        for (label, said) in judged {
            let is_found = finds(&said).contains(topic.key.as_str());
            work.found += u64::from(is_found);
            work.holds += u64::from(label.holds);
            work.both += u64::from(is_found && label.holds);
            if work.done.len() < JUDGED_SHOWN_MAX {
                let (uid, field) = (said.uid.to_string(), said.field.clone());
                work.done.push(Judged { uid, field, holds: label.holds, is_found, example: side.example(&said) });
            }
        }
        let near = loose(topic).and_then(|topic| Known::of(&[topic]));
        let mut nearly = near.as_ref().map(|near| Finder::new(&near.matcher));
        let neighbours: BTreeSet<&str> = neighbours(known, &topic.key);
        let mut seen: HashSet<String> = HashSet::new();
        let mut found: Vec<(u8, u64, Said)> = Vec::new();
        let mut others: Vec<(u8, u64, Said)> = Vec::new();
        for said in newest {
            if known_texts.contains(&(said.uid, said.field.clone())) || !seen.insert(said.text.trim().to_owned()) {
                continue;
            }
            let keys = finds(&said);
            let lot = lot(&said, &topic.key);
            if keys.contains(topic.key.as_str()) {
                found.push((0, lot, said));
            } else {
                // Nearest first: the rule's words without its conditions, then what lies beside the topic, then any.
                let is_near = nearly.as_mut().is_some_and(|near| !near.topics(&said.text, &said.language).is_empty());
                let rank = if is_near { 0 } else { 2 - u8::from(keys.iter().any(|key| neighbours.contains(key))) };
                others.push((rank, lot, said));
            }
        }
        let mut asked: Vec<(u8, u64, Said)> = Vec::new();
        for mut some in [found, others] {
            some.sort_by_key(|(rank, lot, _)| (*rank, *lot));
            some.truncate(ASKED_MAX / 2);
            asked.extend(some);
        }
        asked.sort_by_key(|(_, lot, _)| *lot);
        let ask = |(_, _, said): (u8, u64, Said)| Asked {
            uid: said.uid.to_string(),
            field: said.field.clone(),
            example: Example::new(&said, vec![], mask),
        };
        work.ask = asked.into_iter().map(ask).collect();
        work
    }
}

/// A number that is the same each time, and different for each topic.
fn lot(said: &Said, topic: &str) -> u64 {
    let mut hash = Sha256::new();
    hash.update(said.uid.0);
    hash.update(format!("\0{}\0{topic}", said.field));
    hash.finalize().iter().take(8).fold(0, |lot, byte| lot << 8 | u64::from(*byte))
}

/// The topic with every word of its rules by itself. None for one without rules.
fn loose(topic: &Topic) -> Option<Topic> {
    let any = |(language, rule): (&String, &String)| {
        let rule: Rule = rule.parse().ok()?;
        let words = rule.terms().into_iter().map(|term| Rule::Term(term.to_vec())).collect();
        Some((language.clone(), Rule::any(words)?.to_string()))
    };
    let rules: BTreeMap<String, String> = topic.rules.iter().filter_map(any).collect();
    (!rules.is_empty()).then(|| Topic { parent: None, rules, ..topic.clone() })
}

/// The topic above, and those below the same.
fn neighbours<'a>(known: &'a Known, key: &str) -> BTreeSet<&'a str> {
    let Some(at) = known.keys.iter().position(|known| **known == *key) else { return BTreeSet::new() };
    let Some(parent) = known.matcher.parent(at) else { return BTreeSet::new() };
    let beside = (0..known.keys.len()).filter(|&other| other == parent || known.matcher.parent(other) == Some(parent));
    beside.filter(|other| *other != at).map(|other| &*known.keys[other]).collect()
}

/// `POST /understand/topics/{topic}/label`: a member says whether a text is about the topic. Fields: `uid`, `field`, the key of
/// the answer; `holds`, `yes` or `no`, empty to take it back.
///
/// # Errors
/// `NotFound` for a topic or response that this member cannot see, or a text that is not there; `bad_topic_label`.
pub async fn label(agent: Agent, ground: Ground, Path(key): Path<String>, fields: Fields) -> Reply {
    let missing = || Error::NotFound("response");
    let held = Held::load(&agent).await?;
    let topic = held.find(&key)?;
    let uid: Uid = fields.need("uid")?.parse().map_err(|_| missing())?;
    let logged = ground.0.signals(agent.workspace(), &[uid]).await?.into_iter().next().ok_or_else(missing)?;
    let What::Response(response) = &logged.signal.body.what;
    let survey = agent.store().survey_by_key(agent.workspace(), &response.survey).await?;
    if let Some(row) = &survey
        && definition(row)?.anonymous
    {
        return Err(missing().into());
    }
    if !crate::verbatims::may_read(&agent, survey.as_ref()).await? {
        return Err(Error::Forbidden.into());
    }
    let field = fields.need("field")?;
    let is_there = |answer: &Answer| answer.question == field && answer.kind.is_verbatim() && answer.text.is_some();
    if !response.answers.iter().any(is_there) {
        return Err(missing().into());
    }
    let holds = match fields.get("holds") {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        Some(_) => return Err(Refusal::new("bad_topic_label").at("holds").into()),
        None => None,
    };
    let txn = agent.store().write().await?;
    store::topics::label(&txn, agent.workspace(), (uid, field, &topic.key), holds, &agent.member()).await?;
    txn.commit().await?;
    Ok(see_other(&format!("{}#hand", path_of(&key))).flash("understand-topics-judged"))
}
