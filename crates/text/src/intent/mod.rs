//! What a text is for, without learning: complaint, praise, question, request, report of a fault, threat to leave; and
//! how soon somebody must look. By phrases of four languages on folded words, by signs, and by the sentiment that was
//! read before; every judgement carries the words that decided. Other languages: none.

mod phrases;

use serde::Serialize;

use crate::features::{self, Kind, Token};
use crate::normal::Normal;
use crate::reading::{Judgement, Reading, Reason};
use phrases::{Hit, Means, Phrases};

/// What a text is for. In the order in which one goes before the other where they are equally strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Somebody says that they leave or have left.
    ThreatToLeave,
    /// Something does not work as it should.
    Bug,
    /// Somebody wants something to be done, changed or added.
    Request,
    Question,
    Complaint,
    Praise,
    Other,
}

impl Intent {
    pub const ALL: [Self; 7] =
        [Self::ThreatToLeave, Self::Bug, Self::Request, Self::Question, Self::Complaint, Self::Praise, Self::Other];

    /// The code that stands for it in exports and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ThreatToLeave => "threat_to_leave",
            Self::Bug => "bug",
            Self::Request => "request",
            Self::Question => "question",
            Self::Complaint => "complaint",
            Self::Praise => "praise",
            Self::Other => "other",
        }
    }
}

/// Why a text must be looked at soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgent {
    Danger,
    Injury,
    Allergy,
    Medical,
    Legal,
    /// Press, or pressure of social networks.
    Press,
    Deadline,
    /// Money was taken.
    Money,
    LockedOut,
    /// Somebody says so.
    Asked,
}

impl Urgent {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Injury => "injury",
            Self::Allergy => "allergy",
            Self::Medical => "medical",
            Self::Legal => "legal",
            Self::Press => "press",
            Self::Deadline => "deadline",
            Self::Money => "money",
            Self::LockedOut => "locked_out",
            Self::Asked => "asked",
        }
    }
}

/// A stretch of the original text, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One intent of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meant {
    pub intent: Intent,
    /// 1 is weak, 3 is strong.
    pub strength: f64,
    /// The words that decided, in order.
    pub because: Vec<Span>,
}

/// One reason for urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alarm {
    pub reason: Urgent,
    /// 1 to 3.
    pub level: u8,
    pub at: Span,
}

/// What a text is for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Intents {
    /// The strongest; none where the language is not one that is read.
    pub main: Option<Intent>,
    /// All that are strong enough, strongest first.
    pub all: Vec<Meant>,
    /// 0 for none, 3 for at once.
    pub urgency: u8,
    pub alarms: Vec<Alarm>,
}

/// Feelings weaker than this are neither complaint nor praise.
const FELT: f64 = 0.4;
/// Weaker than this is not meant.
const WEAK: f64 = 1.0;

/// What `text` is for, given how it was read.
pub fn read(text: &str, reading: &Reading) -> Intents {
    find(text, &reading.language, reading.score, &reading.because)
}

/// As [`read`], where reasons for the feeling were not asked for.
pub fn judge(text: &str, judgement: &Judgement) -> Intents {
    find(text, judgement.language, judgement.score, &[])
}

fn find(text: &str, language: &str, score: Option<f64>, felt: &[Reason]) -> Intents {
    let Some(phrases) = Phrases::of(language) else {
        return Intents { main: None, all: Vec::new(), urgency: 0, alarms: Vec::new() };
    };
    let normal = Normal::new(text);
    let mut tokens = Vec::new();
    features::tokens(&normal, &mut tokens);
    let hits = phrases.find(&normal, &tokens);
    let span = |hit: &Hit| {
        let (start, end) =
            normal.span(tokens[hit.tokens.start].start as usize, tokens[hit.tokens.end - 1].end as usize);
        Span { start, end }
    };
    let mut sums = Sums::default();
    let mut alarms = Vec::new();
    for hit in &hits {
        match hit.means {
            Means::Intent(intent) => sums.add(intent, hit.weight, Some(span(hit))),
            Means::Urgent(reason) => {
                alarms.push(Alarm { reason, level: (hit.weight as u8).clamp(1, 3), at: span(hit) });
            }
        }
    }
    asked(&normal, &tokens, &mut sums);
    feel(score.unwrap_or(0.0), felt, &mut sums);
    alarms.sort_by(|a, b| b.level.cmp(&a.level).then(a.at.cmp(&b.at)).then(a.reason.cmp(&b.reason)));
    alarms.dedup_by(|a, b| a.reason == b.reason && a.at == b.at);
    alarms.truncate(SPANS);
    let urgency = alarms.first().map_or(0, |alarm| alarm.level);
    let all = sums.strongest();
    let main = all.first().map_or(Intent::Other, |meant| meant.intent);
    Intents { main: Some(main), all, urgency, alarms }
}

/// Spans that one judgement names at most.
const SPANS: usize = 8;

/// Strength and words of each intent.
#[derive(Debug, Default)]
struct Sums([(f64, Vec<Span>); Intent::ALL.len()]);

impl Sums {
    fn of(&self, intent: Intent) -> f64 {
        self.0[intent as usize].0
    }

    /// The heaviest phrase counts in full, others a quarter: ten weak ones are no strong one.
    fn add(&mut self, intent: Intent, weight: f64, span: Option<Span>) {
        let (sum, spans) = &mut self.0[intent as usize];
        *sum = sum.max(weight) + sum.min(weight) * 0.25;
        if let Some(span) = span {
            spans.push(span);
        }
    }

    fn strongest(mut self) -> Vec<Meant> {
        let mut all: Vec<Meant> = Vec::new();
        for intent in Intent::ALL {
            let (strength, mut because) = std::mem::take(&mut self.0[intent as usize]);
            because.sort_unstable();
            because.dedup();
            because.truncate(SPANS);
            if strength >= WEAK {
                all.push(Meant { intent, strength: (strength * 100.0).round() / 100.0, because });
            }
        }
        // Stable: of equals the one that goes before.
        all.sort_by(|a, b| b.strength.total_cmp(&a.strength));
        all
    }
}

/// Question marks ask, unless they only shout.
fn asked(normal: &Normal, tokens: &[Token], sums: &mut Sums) {
    let marks: Vec<&Token> = tokens
        .iter()
        .filter(|token| token.kind == Kind::Sign && matches!(normal.chars()[token.start as usize], '?' | '؟'))
        .collect();
    let Some(mark) = marks.last() else { return };
    let (start, end) = normal.span(mark.start as usize, mark.end as usize);
    // At the end of the text it is what the text leads to.
    let last =
        tokens.iter().rev().find(|token| token.kind != Kind::Emoji).is_some_and(|token| token.start == mark.start);
    let weight = if last { 1.6 } else { 1.2 };
    sums.add(Intent::Question, weight, Some(Span { start, end }));
}

/// The feeling complains or praises, the less the more the words say what else the text is for.
fn feel(score: f64, felt: &[Reason], sums: &mut Sums) {
    let intent = if score <= -FELT {
        Intent::Complaint
    } else if score >= FELT {
        Intent::Praise
    } else {
        return;
    };
    let asks = sums.of(Intent::Question).max(sums.of(Intent::Request));
    let strength = 1.0 + score.abs() * 0.9;
    sums.add(intent, if asks >= 2.0 { strength.min(1.2) } else { strength }, None);
    let along = felt.iter().filter(|reason| reason.weight * score > 0.0);
    let spans = along.take(4).map(|reason| Span { start: reason.start, end: reason.end });
    sums.0[intent as usize].1.extend(spans);
}
