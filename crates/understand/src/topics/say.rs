//! What a text is about and what it is for, as programs get it beside a reading.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use kernel::Refusal;
use serde::Serialize;
use text::topics::{Finder, Matcher, Topics};
use text::{Reader, Reading, Sentiment, intent};

/// Sets that one question may name.
pub const SETS_MAX: usize = 10;

/// Combinations of sets that are kept ready.
const READY_MAX: usize = 32;

static READY: LazyLock<Mutex<HashMap<String, Arc<Sought>>>> = LazyLock::new(Mutex::default);

/// Sets of topics that were asked for; the topics of several stand side by side.
pub struct Sought(Matcher);

/// What is added to a reading.
#[derive(Debug, Serialize)]
pub struct Sense {
    /// `threat_to_leave`, `bug`, `request`, `question`, `complaint`, `praise` or `other`; null where the language is
    /// not one that is read.
    intent: Option<&'static str>,
    /// From 0 to 3: how soon somebody must look.
    urgency: u8,
    mentions: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct Said {
    topic: String,
    sentiment: Option<Sentiment>,
    score: Option<f64>,
    start: usize,
    end: usize,
}

impl Sought {
    /// The starter sets of these names. In several, the topics of a set are called `set.topic`.
    ///
    /// # Errors
    /// `no_topic_set` with `set` and `sets`; `too_many_sets` with `max`.
    pub fn of(names: &[String]) -> Result<Arc<Self>, Refusal> {
        let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let key = names.iter().copied().collect::<Vec<_>>().join(",");
        let ready = || READY.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sought) = ready().get(&key) {
            return Ok(sought.clone());
        }
        let sought = Arc::new(Self::make(&names)?);
        let mut ready = ready();
        if ready.len() >= READY_MAX {
            ready.clear();
        }
        ready.insert(key, sought.clone());
        Ok(sought)
    }

    fn make(names: &BTreeSet<&str>) -> Result<Self, Refusal> {
        if names.len() > SETS_MAX {
            return Err(Refusal::new("too_many_sets").at("topics").with("max", SETS_MAX.to_string()));
        }
        let unknown = |name: &str| {
            let known: Vec<&str> = Topics::builtins().collect();
            Refusal::new("no_topic_set").at("topics").with("set", name.to_owned()).with("sets", known.join(", "))
        };
        let mut all = Topics { set: String::new(), name: Default::default(), topics: Vec::new() };
        for name in names {
            let set = Topics::builtin(name).ok_or_else(|| unknown(name))?;
            if names.len() > 1 {
                let top = text::topics::Topic { id: (*name).to_owned(), name: set.name, rules: Default::default() };
                all.topics.push(top);
                let within =
                    |topic: text::topics::Topic| text::topics::Topic { id: format!("{name}.{}", topic.id), ..topic };
                all.topics.extend(set.topics.into_iter().map(within));
            } else {
                all = set;
            }
        }
        all.compile().map(Self).map_err(|_| unknown(names.first().copied().unwrap_or_default()))
    }

    /// Keeps its memory from text to text: one for each thread.
    pub fn finder(&self) -> Finder<'_> {
        Finder::new(&self.0)
    }
}

impl Sense {
    pub fn of(finder: &mut Finder<'_>, text: &str, reading: &Reading, reader: &Reader) -> Self {
        let meant = intent::read(text, reading);
        let mentions = finder.mentions(text, &reading.language, reader);
        let topics = finder.matcher().topics();
        let said = |mention: text::topics::Mention| Said {
            topic: topics[mention.topic].id.clone(),
            sentiment: mention.sentiment,
            score: mention.score,
            start: mention.start,
            end: mention.end,
        };
        Self {
            intent: meant.main.map(intent::Intent::code),
            urgency: meant.urgency,
            mentions: mentions.into_iter().map(said).collect(),
        }
    }
}
