//! What a condition or a formula asks about.

use std::fmt;
use std::str::FromStr;

use crate::attribute;
use crate::error::Refusal;
use crate::survey::KEY_CHARS_MAX;

/// Parts in brackets that an operand may have: `taste[burger][salt]`.
const PARTS_MAX: usize = 2;

/// Something that has a value for each response.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operand {
    /// The answers with exactly this key: `nps`; of a row, a ranked option or a loop's item `taste[service]`.
    Answer {
        question: String,
        parts: Vec<String>,
    },
    /// An attribute, by its column without `attr_`.
    Attribute(String),
    Field(Field),
    /// A calculated value: the answer to a question of the kind `calculated`.
    Calculated(String),
    /// What was found in what was written.
    Said(Said),
}

/// What the texts of a response say, as they were read. Known for responses that came in, not while a survey is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Said {
    /// The set of topics that they mention, by key; those that a topic is a part of are not in it.
    Topic,
    /// The set of what their writer wants: `complaint`, `praise`, `question`, `request`, `bug`, `threat_to_leave`, `other`.
    Intent,
    /// The set of feelings: `neg`, `neu`, `pos`.
    Sentiment,
    /// How much the most pressing of them presses, from 0 to 3; missing where no text was read.
    Urgency,
}

impl Said {
    pub const ALL: [Self; 4] = [Self::Topic, Self::Intent, Self::Sentiment, Self::Urgency];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Intent => "intent",
            Self::Sentiment => "sentiment",
            Self::Urgency => "urgency",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|said| said.as_str() == text)
    }
}

/// Fields of a response, which are texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    Language,
    Channel,
    Touchpoint,
    State,
}

impl Field {
    pub const ALL: [Self; 4] = [Self::Language, Self::Channel, Self::Touchpoint, Self::State];

    /// The column of `responses`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Channel => "channel",
            Self::Touchpoint => "touchpoint",
            Self::State => "state",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == text)
    }
}

impl Operand {
    /// The answers to a question.
    ///
    /// # Errors
    /// `condition_operand` for a key that cannot be one.
    pub fn answer(question: &str) -> Result<Self, Refusal> {
        Ok(Self::Answer { question: key(question)?, parts: vec![] })
    }

    /// The answers to a part of a question.
    ///
    /// # Errors
    /// `condition_operand` where this is no answer, has two parts already, or the part cannot be one.
    pub fn part(self, name: &str) -> Result<Self, Refusal> {
        match self {
            Self::Answer { question, mut parts } if parts.len() < PARTS_MAX && is_part(name) => {
                parts.push(name.to_owned());
                Ok(Self::Answer { question, parts })
            }
            other => Err(refusal(&format!("{other}[{name}]"))),
        }
    }

    /// An attribute, by its name or its column without `attr_`.
    ///
    /// # Errors
    /// `condition_operand` for a name without letters and digits, or one that is too long.
    pub fn attribute(name: &str) -> Result<Self, Refusal> {
        let column = attribute::column(name);
        let name = column.strip_prefix(PREFIX).unwrap_or_default();
        if name.is_empty() || name.chars().count() > attribute::NAME_CHARS_MAX {
            return Err(refusal(&format!("attr.{name}")));
        }
        Ok(Self::Attribute(name.to_owned()))
    }

    /// A calculated value.
    ///
    /// # Errors
    /// `condition_operand` for a key that cannot be one.
    pub fn calculated(name: &str) -> Result<Self, Refusal> {
        Ok(Self::Calculated(key(name)?))
    }

    /// The key in `answers`, where answers are meant; calculated values are answers, too.
    pub fn answer_key(&self) -> Option<String> {
        match self {
            Self::Answer { question, parts } => {
                Some(parts.iter().fold(question.clone(), |key, part| crate::survey::part(&key, part)))
            }
            Self::Calculated(name) => Some(name.clone()),
            Self::Attribute(_) | Self::Field(_) | Self::Said(_) => None,
        }
    }

    /// The column of the attribute.
    pub fn attribute_column(&self) -> Option<String> {
        match self {
            Self::Attribute(name) => Some(format!("{PREFIX}{name}")),
            _ => None,
        }
    }
}

const PREFIX: &str = "attr_";

fn key(text: &str) -> Result<String, Refusal> {
    let is_key = !text.is_empty()
        && text.chars().count() <= KEY_CHARS_MAX
        && text.chars().all(|c| !matches!(c, '[' | ']' | '.') && !c.is_control())
        && text.trim() == text;
    if is_key { Ok(text.to_owned()) } else { Err(refusal(text)) }
}

fn is_part(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= KEY_CHARS_MAX
        && text.chars().all(|c| !matches!(c, '[' | ']') && !c.is_control())
}

fn refusal(text: &str) -> Refusal {
    let short: String = text.chars().take(KEY_CHARS_MAX).collect();
    Refusal::new("condition_operand").at(short)
}

/// As JSON has it: `nps`, `taste[service]`, `غذا[تازگی]`, `attr.plan`, `response.language`, `calc.x`, `said.topic`. The key
/// of `answers` is the same text.
impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { question, parts } => {
                f.write_str(question)?;
                parts.iter().try_for_each(|part| write!(f, "[{part}]"))
            }
            Self::Attribute(name) => write!(f, "attr.{name}"),
            Self::Field(field) => write!(f, "response.{}", field.as_str()),
            Self::Calculated(name) => write!(f, "calc.{name}"),
            Self::Said(said) => write!(f, "said.{}", said.as_str()),
        }
    }
}

impl FromStr for Operand {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let head = text.split('[').next().unwrap_or_default();
        if let Some((root, name)) = head.split_once('.') {
            let whole = &text[root.len() + 1..];
            return match root {
                "attr" => Self::attribute(whole),
                "response" => Field::parse(whole).map(Self::Field).ok_or_else(|| refusal(text)),
                "calc" if name == whole => Self::calculated(name),
                "said" => Said::parse(whole).map(Self::Said).ok_or_else(|| refusal(text)),
                _ => Err(refusal(text)),
            };
        }
        let mut operand = Self::answer(head)?;
        let mut rest = &text[head.len()..];
        while !rest.is_empty() {
            let inner = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).ok_or_else(|| refusal(text))?;
            operand = operand.part(inner.0)?;
            rest = inner.1;
        }
        Ok(operand)
    }
}
