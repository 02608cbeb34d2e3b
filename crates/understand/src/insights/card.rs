//! What a detector has found: the card of an insight, as it is kept.

use jiff::civil::Date;
use kernel::Uid;
use serde::{Deserialize, Serialize};

use crate::period::Period;

/// How sure a finding is, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    Clear,
    Likely,
    CannotTell,
}

impl Sure {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Likely => "likely",
            Self::CannotTell => "cannot_tell",
        }
    }

    pub fn parse(text: &str) -> Self {
        match text {
            "clear" => Self::Clear,
            "likely" => Self::Likely,
            _ => Self::CannotTell,
        }
    }
}

/// One finding of a detector, before it is kept.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What makes two findings the same one.
    pub key: String,
    /// Key of the survey.
    pub survey: Option<String>,
    pub topic: Option<String>,
    pub card: Card,
    pub print: Print,
    /// Customers concerned.
    pub people: u64,
    pub sure: Sure,
    /// How large it is, in units of the least change that matters.
    pub size: f64,
    /// The responses and cases that lead to it.
    pub signals: Vec<Uid>,
    pub cases: Vec<String>,
}

/// What people would look at again if it changed: a shape that is the same or not, and a magnitude that may drift.
#[derive(Clone, Debug, PartialEq)]
pub struct Print {
    /// Direction and place.
    pub shape: String,
    pub magnitude: f64,
}

/// A magnitude that has grown or shrunk to this many times what it was is another one.
const APART: f64 = 1.5;

impl Print {
    pub fn new(shape: impl Into<String>, magnitude: f64) -> Self {
        Self { shape: shape.into(), magnitude: magnitude.abs() }
    }

    pub fn write(&self) -> String {
        format!("{:.3} {}", self.magnitude, self.shape)
    }

    /// The print that is kept: the one that is there, unless the finding has changed clearly since. A magnitude is held
    /// against the one that people saw, so it can neither flicker around a border nor drift away unseen.
    pub fn after(&self, kept: &str) -> String {
        let is_same = kept.split_once(' ').is_some_and(|(magnitude, shape)| {
            let then: f64 = magnitude.parse().unwrap_or(f64::NAN);
            let (least, most) = (then.min(self.magnitude), then.max(self.magnitude));
            shape == self.shape && most <= APART * least
        });
        if is_same { kept.to_owned() } else { self.write() }
    }
}

/// By kind, what an insight says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Card {
    Moved(Moved),
    Cause(Cause),
    Emerging(Emerging),
    Unanswered(Unanswered),
    Silent(Silent),
}

/// The kinds, as the table and addresses name them.
pub const KINDS: [&str; 5] = ["moved", "cause", "emerging", "unanswered", "silent"];

impl Card {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Moved(_) => "moved",
            Self::Cause(_) => "cause",
            Self::Emerging(_) => "emerging",
            Self::Unanswered(_) => "unanswered",
            Self::Silent(_) => "silent",
        }
    }

    /// The question whose number it is about.
    pub fn question(&self) -> Option<&str> {
        match self {
            Self::Moved(card) => Some(&card.question),
            Self::Cause(card) => Some(&card.question),
            _ => None,
        }
    }

    /// Where: columns with values.
    pub fn place(&self) -> Vec<(String, String)> {
        match self {
            Self::Moved(card) => card.place().into_iter().collect(),
            Self::Cause(card) => card.place.clone(),
            Self::Silent(card) => card.place.clone().into_iter().collect(),
            Self::Emerging(_) | Self::Unanswered(_) => vec![],
        }
    }
}

/// Both days belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    pub first: Date,
    pub last: Date,
}

impl Days {
    pub fn of(period: Period) -> Option<Self> {
        Some(Self { first: period.first?, last: period.last? })
    }

    pub fn period(self) -> Period {
        Period::new(self.first, self.last)
    }
}

/// A number with its 95 % range and how many gave it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: u64,
}

/// A number of one week.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Week {
    pub first: Date,
    pub last: Date,
    pub side: Option<Side>,
}

/// A score is not what it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    pub question: String,
    /// The words of `crate::verdict`, e.g. `clear-fall`.
    pub verdict: String,
    pub now: Days,
    pub before: Days,
    pub after: Side,
    pub was: Side,
    /// Now less before.
    pub change: f64,
    pub split: Option<Split>,
    pub weeks: Vec<Week>,
}

impl Moved {
    /// The group that explains most, where it does so by scoring otherwise.
    pub fn place(&self) -> Option<(String, String)> {
        let split = self.split.as_ref().filter(|split| !split.is_mix)?;
        Some((split.column.clone(), split.groups.first()?.value.clone()?))
    }
}

/// A move taken apart, exactly: all parts of `groups` and `others` sum to the change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// The column that explains most.
    pub column: String,
    /// Because others answered, and because the same ones answer otherwise.
    pub mix: f64,
    pub rate: f64,
    /// Whether it is rather the mix that has changed.
    pub is_mix: bool,
    /// The groups that do most of it, the foremost first.
    pub groups: Vec<Part>,
    /// What all other groups do together.
    pub others: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// None: those without a value.
    pub value: Option<String>,
    pub n_before: u64,
    pub n_after: u64,
    pub before: f64,
    pub after: f64,
    pub mix: f64,
    pub rate: f64,
}

/// A cause of low scores, found in the texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    pub question: String,
    /// In customers' words, by language, the commonest first.
    pub labels: Vec<(String, String)>,
    pub terms: Vec<String>,
    pub place: Vec<(String, String)>,
    /// What it costs the whole, and its place.
    pub points: f64,
    pub points_there: f64,
    /// How many times as often those who name it are low.
    pub risk: f64,
    pub mentions: u64,
    pub low_mentions: u64,
    /// Texts are not kept here: they are read, masked and shown from the log.
    pub quotes: Vec<Quote>,
    /// All causes found with it: their words by language, and their points. For the picture.
    pub ranked: Vec<(Vec<(String, String)>, f64)>,
    pub days: Days,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    pub uid: String,
    /// In code points of what the response wrote.
    pub spans: Vec<(usize, usize)>,
}

/// More and more customers talk about a topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Emerging {
    pub mentions: u64,
    pub expected: f64,
    /// Times as often as before; none if nobody did.
    pub ratio: Option<f64>,
    /// Of those whose feeling was read, in percent.
    pub negative: Option<f64>,
    pub now: Days,
    pub before: Days,
    /// Mentions and texts a week.
    pub weeks: Vec<(Date, u64, u64)>,
}

/// Customers who complained and wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unanswered {
    /// Complaints of the last days, by what became of them; they sum to `all`.
    pub all: u64,
    /// By a human, and not waiting for us again.
    pub answered: u64,
    /// Closed without an answer.
    #[serde(default)]
    pub silent: u64,
    pub in_work: u64,
    pub overdue: u64,
    /// Not overdue, and nobody's.
    pub waiting: u64,
    /// Overdue or waiting, and nobody's.
    pub loose: u64,
    /// Days that were looked at.
    pub days: i32,
}

/// Where customers used to answer and do not any more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Silent {
    /// `channel` or `touchpoint` with its value; none: the whole survey.
    pub place: Option<(String, String)>,
    /// The last day with an answer.
    pub last: Date,
    /// Days without.
    pub days: i32,
    /// Answers that would have come by now at the pace before.
    pub expected: f64,
    pub weeks: Vec<(Date, u64)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_stays_until_the_finding_changes_clearly() {
        let kept = Print::new("fall branch=Soho", -10.0).write();
        assert_eq!(Print::new("fall branch=Soho", 13.0).after(&kept), kept);
        assert_eq!(Print::new("fall branch=Soho", 7.0).after(&kept), kept);
        assert_ne!(Print::new("fall branch=Soho", 16.0).after(&kept), kept);
        assert_ne!(Print::new("fall branch=Soho", 5.0).after(&kept), kept);
        assert_ne!(Print::new("rise branch=Soho", 10.0).after(&kept), kept);
        assert_ne!(Print::new("fall branch=Bath", 10.0).after(&kept), kept);
        assert_ne!(Print::new("fall", 10.0).after("what nobody wrote"), "what nobody wrote");
        let nothing = Print::new("fall", 0.0).write();
        assert_eq!(Print::new("fall", 0.0).after(&nothing), nothing);
    }
}
