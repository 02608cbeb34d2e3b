//! How a workspace reads its texts: with what ships or what it has learned, and with its topics.

use std::sync::Arc;

use kernel::{Result, WorkspaceId};
use lake::{Brief, Judge};
use sha2::{Digest, Sha256};
use store::Store;
use store::topics::Topic;
use text::topics::{Finder, Matcher, Topics};
use text::{Reader, Reading};

/// Reads language, feeling and topics of texts.
pub struct Whole {
    reader: Reader,
    topics: Arc<Known>,
    change: i32,
    version: String,
}

/// Topics that texts are searched for, and their keys in the order of the matcher.
pub struct Known {
    pub matcher: Matcher,
    pub keys: Vec<Arc<str>>,
}

impl Whole {
    /// Nothing where the workspace never had topics: its reader does alone.
    pub async fn load(store: &Store, workspace: WorkspaceId, reader: Reader) -> Result<Option<Self>> {
        // The number first: what changes after it is found the next time.
        let change = store.topics_version(workspace).await?;
        if change == 0 {
            return Ok(None);
        }
        let topics = store.topics(workspace).await?;
        Ok(Known::of(&topics).map(|topics| Self::new(reader, Arc::new(topics), change)))
    }

    fn new(reader: Reader, topics: Arc<Known>, change: i32) -> Self {
        let version = format!("{}+{}", reader.version(), topics.version());
        Self { reader, topics, change, version }
    }
}

impl Judge for Whole {
    fn version(&self) -> &str {
        &self.version
    }

    fn topics(&self) -> i32 {
        self.change
    }

    fn read(&self, text: &str, prior: Option<&str>) -> Reading {
        self.reader.read(text, prior)
    }

    fn quick(&self) -> Option<Arc<dyn Judge>> {
        let linear =
            |_| -> Arc<dyn Judge> { Arc::new(Self::new(self.reader.linear(), self.topics.clone(), self.change)) };
        self.reader.transformer().map(linear)
    }

    fn words(&self) -> Reader {
        self.reader.clone()
    }

    fn judge(&self, text: &str, prior: Option<&str>) -> Brief {
        self.brief(&mut Finder::new(&self.topics.matcher), text, prior)
    }

    fn judge_all(&self, texts: &[(&str, Option<String>)]) -> Vec<Brief> {
        let mut finder = Finder::new(&self.topics.matcher);
        texts.iter().map(|(text, prior)| self.brief(&mut finder, text, prior.as_deref())).collect()
    }
}

impl Whole {
    fn brief(&self, finder: &mut Finder<'_>, text: &str, prior: Option<&str>) -> Brief {
        let judged = self.reader.judge(text, prior);
        let mentions = finder.mentions(text, judged.language, &self.reader);
        let mentions = mentions.into_iter().map(|mention| lake::Mention {
            topic: self.topics.keys[mention.topic].clone(),
            sentiment: mention.sentiment,
            score: mention.score,
            start: mention.start,
            end: mention.end,
        });
        let mentions = mentions.collect();
        Brief::of(text, &judged).mentioning(mentions)
    }
}

impl Known {
    /// Nothing where they cannot be read, which pages do not let happen.
    pub fn of(topics: &[Topic]) -> Option<Self> {
        let matcher = match set(topics).compile() {
            Ok(matcher) => matcher,
            Err(error) => {
                tracing::error!(%error, "texts are read without topics");
                return None;
            }
        };
        Some(Self { matcher, keys: topics.iter().map(|topic| topic.key.as_str().into()).collect() })
    }

    /// Names the rules and who stands below whom.
    fn version(&self) -> String {
        let mut hash = Sha256::new();
        for (key, topic) in self.keys.iter().zip(self.matcher.topics()) {
            hash.update(format!("{key}\0{}\0{:?}\n", topic.id, topic.rules));
        }
        hash.finalize()[..6].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The topics as the engine knows them: an id says which topics one is below.
pub fn set(topics: &[Topic]) -> Topics {
    let place = |key: &str| topics.iter().position(|topic| topic.key == key);
    let id = |topic: &Topic| {
        let above = std::iter::successors(Some(topic), |topic| Some(&topics[place(topic.parent.as_deref()?)?]));
        let mut steps: Vec<String> = above
            .take(text::topics::bounds::LEVELS)
            .filter_map(|topic| place(&topic.key))
            .map(|at| format!("t{at}"))
            .collect();
        steps.reverse();
        steps.join(".")
    };
    let one = |topic: &Topic| text::topics::Topic {
        id: id(topic),
        name: topic
            .name
            .iter()
            .filter(|(_, name)| !name.trim().is_empty())
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect(),
        rules: topic.rules.clone(),
    };
    Topics { set: "own".into(), name: std::collections::BTreeMap::new(), topics: topics.iter().map(one).collect() }
}
