//! What is known about a customer or a visit besides the answers: plan, branch, agent, tenure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Longest name and text value of an attribute, and how many one signal may carry.
pub const NAME_CHARS_MAX: usize = 80;
pub const VALUE_CHARS_MAX: usize = 1_000;
pub const ATTRIBUTES_MAX: usize = 100;

/// Attributes by the name that the source gave them.
pub type Attributes = BTreeMap<String, Value>;

/// One attribute's value; untagged in JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Flag(bool),
    Integer(i64),
    Number(f64),
    Text(String),
}

/// The type of an attribute's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Flag,
    Integer,
    Number,
    Text,
}

impl Kind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Text => "text",
        }
    }

    pub fn parse(text: &str) -> Self {
        match text {
            "flag" => Self::Flag,
            "integer" => Self::Integer,
            "number" => Self::Number,
            _ => Self::Text,
        }
    }

    /// The narrowest kind that holds values of both.
    #[must_use]
    pub fn widened(self, other: Self) -> Self {
        match (self, other) {
            (a, b) if a == b => a,
            (Self::Integer, Self::Number) | (Self::Number, Self::Integer) => Self::Number,
            _ => Self::Text,
        }
    }
}

impl Value {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Flag(_) => Kind::Flag,
            Self::Integer(_) => Kind::Integer,
            Self::Number(_) => Kind::Number,
            Self::Text(_) => Kind::Text,
        }
    }

    /// The value as people and text columns write it: no trailing zeros, true and false in words.
    pub fn to_text(&self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Integer(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// The column that holds attribute `name`: `attr_` plus the name in lower case, runs of anything but letters and
/// digits as one `_`, Unicode letters kept.
pub fn column(name: &str) -> String {
    let mut column = String::from("attr_");
    let mut gap = false;
    for c in name.trim().chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if gap && column.len() > "attr_".len() {
                column.push('_');
            }
            gap = false;
            column.push(c);
        } else {
            gap = true;
        }
    }
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_keep_letters_of_any_script() {
        assert_eq!(column("Customer Type"), "attr_customer_type");
        assert_eq!(column("  In-flight / Wifi (new) "), "attr_in_flight_wifi_new");
        assert_eq!(column("شعبه تهران"), "attr_شعبه_تهران");
        assert_eq!(column("Kön"), "attr_kön");
    }

    #[test]
    fn kinds_widen_to_what_holds_both() {
        assert_eq!(Kind::Integer.widened(Kind::Number), Kind::Number);
        assert_eq!(Kind::Flag.widened(Kind::Integer), Kind::Text);
    }
}
