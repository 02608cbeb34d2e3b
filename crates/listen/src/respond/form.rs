//! What a respondent's page sends, and what its address says about where it hangs.

mod values;

use kernel::attribute::{self, NAME_CHARS_MAX};
use kernel::signal::CHANNELS;
use kernel::{Attributes, SurveyId, Value, id};
use sha2::{Digest, Sha256};
use ui::http::Fields;

pub use values::{ANSWER, NOT_APPLICABLE, PATH, takes_na, values};

/// Attributes of an address (`?a.branch=Soho`) at most, and their longest value, in characters.
pub const ATTRIBUTES_MAX: usize = 20;
pub const VALUE_CHARS_MAX: usize = 200;
/// Longest touchpoint, in characters.
pub const TOUCHPOINT_CHARS_MAX: usize = 100;
/// The channel of a bare link.
pub const LINK: &str = "link";
/// Bytes in the secret of a response.
const SECRET_BYTES: usize = 20;

/// The field that people do not see and programs fill in.
pub const BAIT: &str = "more";

/// Before the names of attributes, in addresses and in forms.
const ADDRESS: &str = "a.";
const FORM: &str = "o.";

/// Where an answer comes from: the channel, the touchpoint and the attributes of the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    pub channel: String,
    pub touchpoint: Option<String>,
    pub attributes: Attributes,
}

impl Origin {
    /// Reads `ch`, `tp` and `a.*` of an address; what does not fit is left out, because the respondent cannot mend an
    /// address. Anonymous surveys take no attributes: an address could name a person.
    pub fn of_address(fields: &Fields, anonymous: bool) -> Self {
        Self::read(fields, ADDRESS, anonymous)
    }

    /// Reads what [`Origin::fields`] wrote into a form, where `a.*` belongs to the answers.
    pub fn of_form(fields: &Fields, anonymous: bool) -> Self {
        Self::read(fields, FORM, anonymous)
    }

    /// The same as fields of a form.
    pub fn fields(&self) -> Vec<(String, String)> {
        self.write(FORM)
    }

    /// The same as parameters of an address.
    pub fn query(&self) -> Vec<(String, String)> {
        self.write(ADDRESS)
    }

    fn read(fields: &Fields, prefix: &str, anonymous: bool) -> Self {
        let channel = fields.get("ch").filter(|channel| CHANNELS.contains(channel)).unwrap_or(LINK).to_owned();
        let touchpoint = fields.get("tp").map(|text| line(text, TOUCHPOINT_CHARS_MAX)).filter(|text| !text.is_empty());
        let attributes = if anonymous { Attributes::new() } else { attributes(fields, prefix) };
        Self { channel, touchpoint, attributes }
    }

    fn write(&self, prefix: &str) -> Vec<(String, String)> {
        let mut fields = Vec::with_capacity(2 + self.attributes.len());
        if self.channel != LINK {
            fields.push(("ch".to_owned(), self.channel.clone()));
        }
        fields.extend(self.touchpoint.iter().map(|touchpoint| ("tp".to_owned(), touchpoint.clone())));
        fields.extend(self.attributes.iter().map(|(name, value)| (format!("{prefix}{name}"), value.to_text())));
        fields
    }
}

fn attributes(fields: &Fields, prefix: &str) -> Attributes {
    let named = fields.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?.trim(), value.trim())));
    named
        .filter(|(name, value)| {
            !value.is_empty()
                && name.chars().count() <= NAME_CHARS_MAX
                && !name.chars().any(char::is_control)
                && attribute::column(name) != attribute::column("")
        })
        .take(ATTRIBUTES_MAX)
        .map(|(name, value)| (name.to_owned(), typed(&line(value, VALUE_CHARS_MAX))))
        .collect()
}

/// Whole numbers written as such, and true and false, have their type; all else is text.
fn typed(text: &str) -> Value {
    match (text, text.parse::<i64>()) {
        ("true", _) => Value::Flag(true),
        ("false", _) => Value::Flag(false),
        (_, Ok(number)) if number.to_string() == text => Value::Integer(number),
        _ => Value::Text(text.to_owned()),
    }
}

fn line(text: &str, chars: usize) -> String {
    text.trim().chars().filter(|c| !c.is_control()).take(chars).collect()
}

/// Where a respondent wants to go from a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Go {
    #[default]
    Next,
    Back,
    /// Away, to come back another day.
    Later,
}

/// A page as it was sent, apart from its answers.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The response's secret, if it has the form of one.
    pub secret: Option<String>,
    /// The id of the step that was answered.
    pub step: Option<String>,
    /// The version of the survey that the response began with.
    pub version: Option<i32>,
    pub language: Option<String>,
    /// The language that the respondent wants to change to; nothing is saved.
    pub turn_to: Option<String>,
    pub go: Go,
    /// A program filled in the field that people do not see.
    pub took_bait: bool,
}

impl Sent {
    pub fn read(fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).map(str::to_owned);
        Self {
            secret: text("r").filter(|secret| is_secret(secret)),
            step: text("step"),
            version: fields.get("v").and_then(|text| text.parse::<u16>().ok()).map(i32::from),
            language: text("lang"),
            turn_to: text("to"),
            go: match fields.get("go") {
                Some("back") => Go::Back,
                Some("later") => Go::Later,
                _ => Go::Next,
            },
            took_bait: fields.get(BAIT).is_some(),
        }
    }
}

fn is_secret(text: &str) -> bool {
    text.len() == SECRET_BYTES * 8 / 5 && id::from_base32(text).is_some()
}

/// The public id of a response: a hash of its secret, so that whoever reads the answers cannot change them.
pub fn public_id(survey: &SurveyId, secret: &str) -> String {
    let hash = Sha256::new().chain_update("response").chain_update(survey.as_str()).chain_update(secret).finalize();
    id::base32(&hash[..SECRET_BYTES])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_it_hangs() {
        let fields = Fields::parse(b"ch=qr&tp=Table+4&a.branch=Soho&a.visits=3&a.member=true&a.zip=01234&a.=x&b=1");
        let origin = Origin::of_address(&fields, false);
        assert_eq!((origin.channel.as_str(), origin.touchpoint.as_deref()), ("qr", Some("Table 4")));
        assert_eq!(origin.attributes.len(), 4);
        assert_eq!(origin.attributes["visits"], Value::Integer(3));
        assert_eq!(origin.attributes["zip"], Value::Text("01234".into()));
        assert_eq!(Origin::of_form(&Fields(origin.fields()), false), origin, "it survives the form");
        assert_eq!(Origin::of_address(&Fields(origin.query()), false), origin, "it survives the address");
        assert!(Origin::of_form(&fields, false).attributes.is_empty(), "`a.` in a form is an answer");
    }

    #[test]
    fn anonymous_surveys_take_no_attributes() {
        let origin = Origin::of_address(&Fields::parse(b"a.email=sara@example.com&ch=fax"), true);
        assert!(origin.attributes.is_empty());
        assert_eq!(origin.channel, LINK);
    }

    #[test]
    fn an_address_is_bounded() {
        let long = (0..500).map(|n| format!("a.n{n}={}", "x".repeat(5_000))).collect::<Vec<_>>().join("&");
        let origin = Origin::of_address(&Fields::parse(long.as_bytes()), false);
        assert_eq!(origin.attributes.len(), ATTRIBUTES_MAX);
        assert!(origin.attributes.values().all(|value| value.to_text().chars().count() == VALUE_CHARS_MAX));
    }

    #[test]
    fn only_whole_secrets_count() {
        assert!(is_secret("0123456789abcdefghjkmnpqrstvwxyz"));
        assert!(!is_secret("0123456789abcdefghjkmnpqrstvwxy!"));
        assert!(!is_secret("0123"));
        let survey = SurveyId::from_outside("srv_1");
        let id = public_id(&survey, "0123456789abcdefghjkmnpqrstvwxyz");
        assert_ne!(id, public_id(&SurveyId::from_outside("srv_2"), "0123456789abcdefghjkmnpqrstvwxyz"));
        assert!(!id.contains("0123456789abcdef"));
    }
}
