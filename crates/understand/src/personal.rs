//! Personal data in what customers wrote: shown, or named for what it is (`[phone]`, in the reader's language). Who sees
//! it is the workspace's rule ([`store::personal`]). What leaves the workspace (shared reports, evidence for causes) and
//! what was written under a promise of anonymity is masked for everybody.

use std::borrow::Cow;
use std::sync::Arc;

use kernel::survey::{Kind as Asked, parts_of};
use text::private::{Found, Kind, find};
use ui::http::Asking;

use crate::subject::Subject;

/// What stands in the place of personal data; nothing where it is shown as it was written.
#[derive(Clone, Debug, Default)]
pub struct Mask(Option<Arc<Words>>);

#[derive(Debug)]
struct Words {
    /// In the order of [`Kind::ALL`], in brackets.
    names: Vec<String>,
    /// What a mark says beside it.
    says: String,
}

impl Mask {
    /// Shows everything.
    pub fn none() -> Self {
        Self::default()
    }

    /// Shows nothing, with words by their key.
    pub fn all(word: impl Fn(&str) -> String) -> Self {
        let name = |kind: &Kind| format!("[{}]", word(&format!("understand-personal-{}", code(*kind))));
        let names = Kind::ALL.iter().map(name).collect();
        Self(Some(Arc::new(Words { names, says: word("understand-personal-masked") })))
    }

    /// By the workspace's rule for pages.
    pub fn by_rule(asking: &Asking) -> Self {
        if asking.workspace.personal_shown().may(asking.role()) {
            return Self::none();
        }
        Self::for_everybody(asking)
    }

    /// Whoever reads.
    pub fn for_everybody(asking: &Asking) -> Self {
        Self::all(|key| asking.web.pages.plain(asking.locale, key, &[]))
    }

    /// By the rule, but where anonymity was promised for everybody.
    pub fn of(subject: &Subject<'_>) -> Self {
        if subject.definition.anonymous { Self::for_everybody(subject.asking) } else { Self::by_rule(subject.asking) }
    }

    /// Whether personal data is hidden.
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// What a mark says beside masked words.
    pub fn says(&self) -> String {
        self.0.as_ref().map(|words| words.says.clone()).unwrap_or_default()
    }

    pub fn text<'t>(&self, original: &'t str) -> Cow<'t, str> {
        if self.0.is_none() {
            return Cow::Borrowed(original);
        }
        let masked = self.spans(original);
        if masked.hidden.is_empty() { Cow::Borrowed(original) } else { Cow::Owned(masked.text) }
    }

    /// The text of an answer. Where the question itself asks for something personal, all of it is.
    pub fn answer<'t>(&self, asked: Asked, key: &str, original: &'t str) -> Cow<'t, str> {
        let Some(words) = &self.0 else { return Cow::Borrowed(original) };
        let whole = match asked {
            Asked::Email => Some(Kind::Email),
            Asked::Phone => Some(Kind::Phone),
            Asked::Signature => Some(Kind::Name),
            Asked::Contact => match parts_of(key).last() {
                Some(&"email") => Some(Kind::Email),
                Some(&"phone") => Some(Kind::Phone),
                Some(&("street" | "postcode" | "city" | "country")) => Some(Kind::Address),
                _ => Some(Kind::Name),
            },
            // What a machine wrote, or what has no room for words.
            Asked::Date | Asked::Time | Asked::Number | Asked::Calculated | Asked::File => {
                return Cow::Borrowed(original);
            }
            _ => None,
        };
        match whole {
            Some(kind) => Cow::Owned(words.name(kind).to_owned()),
            None => self.text(original),
        }
    }

    /// The text as it is shown, with the way from places in the original to places in it.
    pub fn spans(&self, original: &str) -> Masked {
        let mut masked = Masked::default();
        let found = if self.is_on() { find(original) } else { vec![] };
        let mut found = found.iter().peekable();
        for (at, c) in original.chars().enumerate() {
            while found.next_if(|stretch| stretch.end <= at).is_some() {}
            masked.places.push(masked.chars);
            match (found.peek(), &self.0) {
                (Some(Found { kind, start, .. }), Some(words)) if *start == at => {
                    let begin = masked.chars;
                    masked.push(words.name(*kind));
                    masked.hidden.push((begin, masked.chars));
                }
                (Some(stretch), _) if stretch.start < at => {}
                _ => {
                    masked.text.push(c);
                    masked.chars += 1;
                }
            }
        }
        masked.places.push(masked.chars);
        masked
    }
}

impl Words {
    fn name(&self, kind: Kind) -> &str {
        let place = Kind::ALL.iter().position(|known| *known == kind);
        place.and_then(|place| self.names.get(place)).map_or("[…]", String::as_str)
    }
}

/// A part of a key of words.
fn code(kind: Kind) -> String {
    kind.code().replace('_', "-")
}

/// A text as it is shown.
#[derive(Debug, Default)]
pub struct Masked {
    pub text: String,
    /// For each code point of the original its place in `text`, and one past the last.
    places: Vec<usize>,
    /// Stretches of `text` that stand for personal data, in code points.
    pub hidden: Vec<(usize, usize)>,
    /// Code points of `text`.
    pub chars: usize,
}

impl Masked {
    /// Where a code point of the original is now; what was hidden has no room of its own.
    pub fn place(&self, at: usize) -> usize {
        self.places.get(at).copied().unwrap_or(self.chars)
    }

    fn push(&mut self, words: &str) {
        self.text.push_str(words);
        self.chars += words.chars().count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The last part of each key.
    fn english() -> Mask {
        Mask::all(|key| key.rsplit('-').next().unwrap_or_default().to_owned())
    }

    #[test]
    fn personal_data_gives_way_to_what_it_is() {
        let text = "write to anna@example.com or call 070-123 45 67";
        assert_eq!(english().text(text), "write to [email] or call [phone]");
        assert_eq!(Mask::none().text(text), text);
        assert!(matches!(english().text("the soup was cold"), Cow::Borrowed(_)));
    }

    #[test]
    fn places_follow_what_is_shown() {
        let text = "mail anna@example.com about bins";
        let masked = english().spans(text);
        let start = text.find("bins").unwrap();
        let (from, to) = (masked.place(start), masked.place(start + 4));
        assert_eq!(masked.text.chars().skip(from).take(to - from).collect::<String>(), "bins");
        assert_eq!(masked.hidden, [(5, 12)]);
        assert_eq!(masked.place(999), masked.chars);
    }

    #[test]
    fn what_a_question_asks_for_is_masked_as_a_whole() {
        let mask = english();
        assert_eq!(mask.answer(Asked::Email, "mail", "anna(at)home"), "[email]");
        assert_eq!(mask.answer(Asked::Contact, "you[street]", "Storgatan"), "[address]");
        assert_eq!(mask.answer(Asked::Contact, "you[name]", "Anna"), "[name]");
        assert_eq!(mask.answer(Asked::Signature, "sign", "path:M1,2"), "[name]");
        assert_eq!(mask.answer(Asked::Date, "day", "2026-11-22"), "2026-11-22");
        assert_eq!(mask.answer(Asked::Choice, "why", "ask bo@example.com"), "ask [email]");
        assert_eq!(Mask::none().answer(Asked::Email, "mail", "anna@example.com"), "anna@example.com");
    }
}
