//! What a respondent's page sends, and what its address says about where it hangs.

use kernel::attribute::{self, NAME_CHARS_MAX};
use kernel::signal::CHANNELS;
use kernel::survey::{Kind, Question};
use kernel::{Attributes, SurveyId, Value, id};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use ui::http::Fields;

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

/// Where an answer comes from: the channel, the touchpoint and the attributes of the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    pub channel: String,
    pub touchpoint: Option<String>,
    pub attributes: Attributes,
}

impl Origin {
    /// Reads `ch`, `tp` and `a.*`; what does not fit is left out, because the respondent cannot mend an address.
    /// Anonymous surveys take no attributes: an address could name a person.
    pub fn read(fields: &Fields, anonymous: bool) -> Self {
        let channel = fields.get("ch").filter(|channel| CHANNELS.contains(channel)).unwrap_or(LINK).to_owned();
        let touchpoint = fields.get("tp").map(|text| line(text, TOUCHPOINT_CHARS_MAX)).filter(|text| !text.is_empty());
        let attributes = if anonymous { Attributes::new() } else { attributes(fields) };
        Self { channel, touchpoint, attributes }
    }

    /// The same as fields of a form or parameters of an address.
    pub fn fields(&self) -> Vec<(String, String)> {
        let mut fields = Vec::with_capacity(2 + self.attributes.len());
        if self.channel != LINK {
            fields.push(("ch".to_owned(), self.channel.clone()));
        }
        fields.extend(self.touchpoint.iter().map(|touchpoint| ("tp".to_owned(), touchpoint.clone())));
        fields.extend(self.attributes.iter().map(|(name, value)| (format!("a.{name}"), value.to_text())));
        fields
    }
}

fn attributes(fields: &Fields) -> Attributes {
    let named = fields.0.iter().filter_map(|(name, value)| Some((name.strip_prefix("a.")?.trim(), value.trim())));
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

/// A page as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The response's secret, if it has the form of one.
    pub secret: Option<String>,
    /// The question that was answered, from 0.
    pub place: usize,
    /// The version of the survey that the response began with.
    pub version: Option<i32>,
    pub language: Option<String>,
    /// The language that the respondent wants to change to; nothing is saved.
    pub turn_to: Option<String>,
    pub is_back: bool,
    /// A program filled in the field that people do not see.
    pub took_bait: bool,
    /// As typed, for showing it again.
    pub values: Vec<String>,
}

impl Sent {
    pub fn read(fields: &Fields) -> Self {
        let number = |name| fields.get(name).and_then(|text| text.parse::<u16>().ok());
        Self {
            secret: fields.get("r").filter(|secret| is_secret(secret)).map(str::to_owned),
            place: usize::from(number("page").unwrap_or(1).max(1)) - 1,
            version: number("v").map(i32::from),
            language: fields.get("lang").map(str::to_owned),
            turn_to: fields.get("to").map(str::to_owned),
            is_back: fields.get("go") == Some("back"),
            took_bait: fields.get(BAIT).is_some(),
            values: fields.all("answer").map(str::to_owned).collect(),
        }
    }

    /// The typed values as the question reads them.
    pub fn json(&self, question: &Question) -> Json {
        match question.kind {
            Kind::Choices => Json::from(self.values.clone()),
            _ => self.values.first().map_or(Json::Null, |value| Json::from(value.as_str())),
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
        let origin = Origin::read(&fields, false);
        assert_eq!((origin.channel.as_str(), origin.touchpoint.as_deref()), ("qr", Some("Table 4")));
        assert_eq!(origin.attributes.len(), 4);
        assert_eq!(origin.attributes["visits"], Value::Integer(3));
        assert_eq!(origin.attributes["zip"], Value::Text("01234".into()));
        assert_eq!(Origin::read(&Fields(origin.fields()), false), origin, "it survives the form");
    }

    #[test]
    fn anonymous_surveys_take_no_attributes() {
        let origin = Origin::read(&Fields::parse(b"a.email=sara@example.com&ch=fax"), true);
        assert!(origin.attributes.is_empty());
        assert_eq!(origin.channel, LINK);
    }

    #[test]
    fn an_address_is_bounded() {
        let long = (0..500).map(|n| format!("a.n{n}={}", "x".repeat(5_000))).collect::<Vec<_>>().join("&");
        let origin = Origin::read(&Fields::parse(long.as_bytes()), false);
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
