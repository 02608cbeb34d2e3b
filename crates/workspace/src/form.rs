//! Forms: reading fields, gathering what is wrong with them, and wording it beside them.

use std::collections::BTreeMap;
use std::str::FromStr;

use kernel::{Error, Locale, Refusal};
use ui::http::{Asking, Failure, Fields, Web};

use crate::zones::is_zone;

/// Longest name of a member, team, key or workspace, in characters.
pub(crate) const NAME_CHARS_MAX: usize = 80;
/// Ids and hashes are 52 characters at most.
const ID_BYTES_MAX: usize = 64;
/// RFC 5321, section 4.5.3.1.3, less the brackets.
const EMAIL_BYTES_MAX: usize = 254;

/// Words beside fields; what belongs to no field stands under the empty name.
pub(crate) type Problems = BTreeMap<String, String>;

/// Why a form was not carried out: fields to mend, or something else.
#[derive(Debug)]
pub(crate) enum Stop {
    Mend(Vec<Refusal>),
    Other(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(refusal) => Self::Mend(vec![refusal]),
            other => Self::Other(other),
        }
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Mend(vec![refusal])
    }
}

impl Stop {
    /// The words for a member.
    pub(crate) fn words(self, asking: &Asking) -> Result<Problems, Failure> {
        self.worded(|refusal| asking.words(refusal))
    }

    /// The words for somebody who is not signed in.
    pub(crate) fn words_in(self, web: &Web, locale: Locale) -> Result<Problems, Failure> {
        self.worded(|refusal| ui::http::words(&web.pages, locale, refusal))
    }

    fn worded(self, words: impl Fn(&Refusal) -> String) -> Result<Problems, Failure> {
        match self {
            Self::Mend(refusals) => {
                Ok(refusals.iter().map(|r| (r.field.clone().unwrap_or_default(), words(r))).collect())
            }
            Self::Other(error) => Err(error.into()),
        }
    }
}

/// Gathers what is wrong, so that a form is sent back once with all of it.
#[derive(Default)]
pub(crate) struct Gather(Vec<Refusal>);

impl Gather {
    /// The value, or its default while the refusal is kept.
    pub(crate) fn take<T: Default>(&mut self, result: Result<T, Refusal>) -> T {
        result.unwrap_or_else(|refusal| {
            self.0.push(refusal);
            T::default()
        })
    }

    pub(crate) fn finish(self) -> Result<(), Stop> {
        if self.0.is_empty() { Ok(()) } else { Err(Stop::Mend(self.0)) }
    }
}

/// A field exactly as typed: spaces belong to passwords.
pub(crate) fn raw<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
}

/// A field as typed, to be shown again.
pub(crate) fn typed(fields: &Fields, name: &str) -> String {
    let text = fields.get(name).unwrap_or_default().chars().filter(|c| !c.is_control());
    text.take(NAME_CHARS_MAX * 4).collect()
}

/// A name of a person or thing: one line, at most [`NAME_CHARS_MAX`] characters, nothing that turns other text around.
pub(crate) fn name(fields: &Fields, field: &str) -> Result<String, Refusal> {
    plain_name(fields.need(field)?, field)
}

pub(crate) fn plain_name(text: &str, field: &str) -> Result<String, Refusal> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Refusal::new("required").at(field));
    }
    if name.chars().count() > NAME_CHARS_MAX {
        return Err(Refusal::new("name_too_long").at(field).with("max", NAME_CHARS_MAX.to_string()));
    }
    if name.chars().any(|c| c.is_control() || is_bidi_control(c)) {
        return Err(Refusal::new("name_unreadable").at(field));
    }
    Ok(name)
}

/// An e-mail address in lower case. Only its shape is checked: whether it exists, only a mail would tell.
pub(crate) fn email(fields: &Fields, field: &str) -> Result<String, Refusal> {
    plain_email(fields.need(field)?, field)
}

pub(crate) fn plain_email(text: &str, field: &str) -> Result<String, Refusal> {
    let email = text.trim().to_lowercase();
    let odd = |c: char| c.is_whitespace() || c.is_control() || is_bidi_control(c) || "<>,;:\"()[]\\".contains(c);
    match email.split_once('@') {
        Some((local, domain))
            if !local.is_empty()
                && !domain.is_empty()
                && !domain.contains('@')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
                && email.len() <= EMAIL_BYTES_MAX
                && !email.contains(odd) =>
        {
            Ok(email)
        }
        _ => Err(Refusal::new("email_invalid").at(field)),
    }
}

/// Whether a text from a path or a form can be an id at all. PostgreSQL answers a NUL with an error, not with nothing.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= ID_BYTES_MAX && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// One of the names that a form offers.
pub(crate) fn choice<T: FromStr>(fields: &Fields, field: &str) -> Result<T, Refusal> {
    fields.need(field)?.parse().map_err(|_| Refusal::new("not_offered").at(field))
}

/// A time zone that forms offer.
pub(crate) fn zone(fields: &Fields) -> Result<String, Refusal> {
    let zone = fields.need("zone")?;
    if is_zone(zone) { Ok(zone.to_owned()) } else { Err(Refusal::new("not_offered").at("zone")) }
}

/// Overrides, embeddings, isolates and marks; the zero-width joiners are not among them, Persian needs those.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_kept_in_one_form() {
        assert_eq!(plain_email(" Sara@Example.COM ", "email").unwrap(), "sara@example.com");
        assert_eq!(plain_email("root@kitchen", "email").unwrap(), "root@kitchen");
        for bad in ["", "sara", "@x", "x@", "a@b@c", "a b@c", "a@b\u{202e}c", "a@b,c@d", "<a@b>", "a@.b", "a@b."] {
            assert_eq!(plain_email(bad, "email").unwrap_err().field.as_deref(), Some("email"), "{bad}");
        }
        assert!(plain_email(&format!("{}@x.com", "a".repeat(250)), "email").is_err());
    }

    #[test]
    fn names_are_one_readable_line() {
        assert_eq!(plain_name("  سارا \n رضایی ", "name").unwrap(), "سارا رضایی");
        assert_eq!(plain_name("علی\u{200c}رضا", "name").unwrap(), "علی\u{200c}رضا");
        assert_eq!(plain_name("a\u{202e}b", "name").unwrap_err().code, "name_unreadable");
        assert_eq!(plain_name(&"x".repeat(81), "name").unwrap_err().code, "name_too_long");
        assert_eq!(plain_name("  ", "name").unwrap_err().code, "required");
    }
}
