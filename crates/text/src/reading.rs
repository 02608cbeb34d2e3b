//! What one text says: its language, its feeling, and the words that decided.

use std::cell::RefCell;
use std::sync::Arc;

use serde::Serialize;

use crate::sentiment::own::Own;
use crate::sentiment::{read, shipped};
use crate::transformer::{self, Transformer, Verdict};

/// The feeling of a text or of a part of it, as the customer's words show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sentiment {
    Neg,
    Neu,
    Pos,
}

/// A stretch of the original text, in code points, and its feeling.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    pub sentiment: Sentiment,
    /// From -1 to 1: calibrated probability of positive less that of negative.
    pub score: f64,
}

/// A sentence, with its clauses where there is more than one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sentence {
    #[serde(flatten)]
    pub whole: Part,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Part>,
}

/// A stretch of the original text that counted, heaviest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    pub text: String,
    /// In code points of the original.
    pub start: usize,
    pub end: usize,
    /// What it added to the score: above 0 towards positive, below 0 towards negative.
    pub weight: f64,
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reading {
    /// A language code (`en`, `fa`, `ar`, `sv`, another one that is recognised), or `und`.
    pub language: String,
    /// The most probable feeling; none where the language is not one that is read.
    pub sentiment: Option<Sentiment>,
    /// From -1 to 1: calibrated probability of positive less that of negative.
    pub score: Option<f64>,
    /// The labels that hold the truth in nine texts of ten (split conformal); more than one: mixed or unclear. Of a
    /// transformer: the likeliest ones until they reach nine tenths by its own account, which nobody has calibrated.
    pub set: Vec<Sentiment>,
    /// The transformer that judged the whole text; its sentences, and the words that counted, are those of the linear
    /// model all the same. None where that judged all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Arc<str>>,
    pub sentences: Vec<Sentence>,
    pub because: Vec<Reason>,
}

impl Reading {
    /// Whether one label alone stands.
    pub fn is_clear(&self) -> bool {
        self.set.len() == 1
    }
}

/// Language, feeling and set of a text, without the parts and reasons: what filters and counts need.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    pub language: &'static str,
    pub sentiment: Option<Sentiment>,
    /// From -1 to 1.
    pub score: Option<f64>,
    pub set: Vec<Sentiment>,
}

/// Reads texts with the weights that ship, or with those that a workspace has learned on top of them; whole texts with a
/// transformer where the host has loaded one.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    own: Option<Arc<Own>>,
    transformer: Option<Arc<dyn Transformer>>,
    version: Option<Arc<str>>,
}

impl Reader {
    /// Reads with the weights that ship.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads with the weights that ship and what a workspace has learned.
    pub fn with(own: Own) -> Self {
        Self::default().learned(own)
    }

    /// The same with what a workspace has learned.
    #[must_use]
    pub fn learned(self, own: Own) -> Self {
        Self { own: Some(Arc::new(own)), ..self }.named()
    }

    /// The same with a transformer for whole texts.
    #[must_use]
    pub fn with_transformer(self, transformer: Arc<dyn Transformer>) -> Self {
        Self { transformer: Some(transformer), ..self }.named()
    }

    /// The same without a transformer.
    #[must_use]
    pub fn linear(&self) -> Self {
        Self { transformer: None, ..self.clone() }.named()
    }

    pub fn transformer(&self) -> Option<&Arc<dyn Transformer>> {
        self.transformer.as_ref()
    }

    /// What ships, then what was learned, then the transformer.
    fn named(self) -> Self {
        let own = self.own.as_ref().map(|own| format!("+{}", own.version())).unwrap_or_default();
        let transformer = self.transformer.as_ref().map(|one| format!("@{}", one.about().fingerprint));
        let version = format!("{}{own}{}", shipped::VERSION.trim(), transformer.unwrap_or_default());
        Self { version: Some(version.into()), ..self }
    }

    /// Names the weights: whatever was read by another version is to be read again.
    pub fn version(&self) -> &str {
        self.version.as_deref().unwrap_or(shipped::VERSION.trim())
    }

    /// What a workspace has learned.
    pub(crate) fn own(&self) -> Option<&Own> {
        self.own.as_deref()
    }

    /// Reads `text`; `prior` is the language that it is probably in (of the survey, of the page): short texts follow
    /// it unless they say otherwise.
    pub fn read(&self, text: &str, prior: Option<&str>) -> Reading {
        let reading = SCRATCH.with_borrow_mut(|scratch| read::read(text, prior, self.own.as_deref(), scratch));
        match reading.sentiment.and_then(|_| self.transformed(text, &reading.language)) {
            None => reading,
            Some((by, Some(Verdict { sentiment, score, set }))) => {
                Reading { sentiment: Some(sentiment), score: Some(score), set, by: Some(by), ..reading }
            }
            Some((by, None)) => read::silent(&reading.language, Some(by)),
        }
    }

    /// As [`Reader::read`], without parts and reasons, which is several times as fast.
    pub fn judge(&self, text: &str, prior: Option<&str>) -> Judgement {
        let judged = SCRATCH.with_borrow_mut(|scratch| read::judge(text, prior, self.own.as_deref(), scratch));
        match judged.sentiment.and_then(|_| self.transformed(text, judged.language)) {
            None => judged,
            Some((_, Some(Verdict { sentiment, score, set }))) => {
                Judgement { sentiment: Some(sentiment), score: Some(score), set, ..judged }
            }
            Some((_, None)) => Judgement { sentiment: None, score: None, set: Vec::new(), ..judged },
        }
    }

    /// What the transformer says of a text in a language that it judges, and its name; no verdict where it failed.
    fn transformed(&self, text: &str, language: &str) -> Option<(Arc<str>, Option<Verdict>)> {
        let transformer = self.transformer.as_ref()?;
        let about = transformer.about();
        about.languages.iter().any(|known| known == language).then_some(())?;
        Some((about.name.clone(), transformer.chances(text).map(transformer::verdict)))
    }
}

thread_local! {
    static SCRATCH: RefCell<read::Memory> = RefCell::default();
}
