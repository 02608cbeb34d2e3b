//! Personal data in what people write: where it is, and the text without it. Written for English, Persian, Arabic and
//! Swedish, and for digits of all three kinds. What carries a check digit is checked; what does not needs a form or a
//! cue of its own, so that prices, dates, scores and order numbers stay readable. Time is linear in the text.

mod cues;
mod digits;
mod spelled;
mod words;

use std::borrow::Cow;

use serde::Serialize;

use words::Words;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Email,
    Phone,
    /// A payment card, by Luhn's check digit.
    Card,
    /// An account, by ISO 13616 (modulo 97).
    Iban,
    /// Kod melli, personnummer, social security number.
    NationalId,
    /// An address of the web that carries a key or names a person.
    Link,
    /// An address of the internet, version 4 or 6.
    Ip,
    /// A passport, a driving licence or the like, after a cue.
    Licence,
    /// A person's name, after a cue.
    Name,
    /// A street address, by cue or form.
    Address,
}

impl Kind {
    /// All kinds, in the order of their codes' declaration.
    pub const ALL: [Self; 10] = [
        Self::Email,
        Self::Phone,
        Self::Card,
        Self::Iban,
        Self::NationalId,
        Self::Link,
        Self::Ip,
        Self::Licence,
        Self::Name,
        Self::Address,
    ];

    /// The code that stands for it in masked texts and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Card => "card",
            Self::Iban => "iban",
            Self::NationalId => "national_id",
            Self::Link => "link",
            Self::Ip => "ip",
            Self::Licence => "licence",
            Self::Name => "name",
            Self::Address => "address",
        }
    }
}

/// A stretch of the original text, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Found {
    pub kind: Kind,
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// The personal data in `text`, in order, without overlaps.
pub fn find(text: &str) -> Vec<Found> {
    // Most texts hold nothing that could be any of it.
    if !text.chars().any(|c| c.is_numeric() || c == '@' || c == '/') && !cues::any(text) {
        return Vec::new();
    }
    let words = Words::of(text);
    let mut found = Vec::new();
    spelled::links_and_emails(&words, &mut found);
    digits::numbers(&words, &mut found);
    spelled::licences(&words, &mut found);
    spelled::names(&words, &mut found);
    spelled::addresses(&words, &mut found);
    settle(found)
}

/// `text` with each piece of personal data replaced by its code in brackets: `[phone]`.
pub fn mask(text: &str) -> Cow<'_, str> {
    mask_with(text, Kind::code)
}

/// `text` with each piece of personal data replaced by the word that `name` gives for its kind, in brackets.
pub fn mask_with<'t, 'n>(text: &'t str, name: impl Fn(Kind) -> &'n str) -> Cow<'t, str> {
    let found = find(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut stretches = found.iter().peekable();
    for (at, c) in text.chars().enumerate() {
        while stretches.next_if(|stretch| stretch.end <= at).is_some() {}
        match stretches.peek() {
            Some(stretch) if stretch.start == at => {
                masked.push('[');
                masked.push_str(name(stretch.kind));
                masked.push(']');
            }
            Some(stretch) if stretch.start < at => {}
            _ => masked.push(c),
        }
    }
    Cow::Owned(masked)
}

/// In order; of two that overlap the one that was looked for first stands, since it is surer.
fn settle(found: Vec<Found>) -> Vec<Found> {
    let mut ranked: Vec<(usize, Found)> = found.into_iter().enumerate().collect();
    ranked.sort_unstable_by_key(|(rank, stretch)| (stretch.start, *rank));
    let mut kept: Vec<(usize, Found)> = Vec::new();
    for (rank, stretch) in ranked {
        let mut stands = true;
        while let Some((before, last)) = kept.last() {
            if last.end <= stretch.start {
                break;
            }
            // A cue's stretch that surrounds a surer one gives way only where they meet.
            if *before < rank {
                stands = false;
                break;
            }
            kept.pop();
        }
        if stands {
            kept.push((rank, stretch));
        }
    }
    kept.into_iter().map(|(_, stretch)| stretch).collect()
}
