//! The JSON form, read within the bounds: nothing deeper or larger is ever built.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Condition, Literal, MAX_DEPTH, MAX_LIST, MAX_NODES, Op, Operand, Result as Read, Test, Value};
use crate::error::Refusal;

impl Condition {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// `condition_json` with serde's words (`message`), `condition_operand`, `condition_value`, `condition_too_deep`,
    /// `condition_too_big`, `condition_text_too_long`.
    pub fn from_json(text: &str) -> Read<Self> {
        let bounds = Bounds::default();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let read = Seed { bounds: &bounds, depth: MAX_DEPTH }.deserialize(&mut deserializer);
        read.and_then(|condition| deserializer.end().map(|()| condition)).map_err(|error| {
            let refusal = bounds.refusal.take();
            refusal.unwrap_or_else(|| Refusal::new("condition_json").with("message", error.to_string()))
        })
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Seed { bounds: &Bounds::default(), depth: MAX_DEPTH }.deserialize(deserializer)
    }
}

/// What is left of the bounds, and why reading stopped.
#[derive(Default)]
struct Bounds {
    nodes: Cell<usize>,
    refusal: RefCell<Option<Refusal>>,
}

impl Bounds {
    fn refuse<E: de::Error>(&self, refusal: Refusal) -> E {
        let error = E::custom(words(&refusal));
        self.refusal.replace(Some(refusal));
        error
    }

    fn add<E: de::Error>(&self, nodes: usize) -> Result<(), E> {
        self.nodes.set(self.nodes.get() + nodes);
        if self.nodes.get() > MAX_NODES { Err(self.refuse(super::too_big())) } else { Ok(()) }
    }
}

/// A refusal in one line, for errors of serde.
pub(super) fn words(refusal: &Refusal) -> String {
    let mut words = refusal.code.to_owned();
    if let Some(field) = &refusal.field {
        words.push_str(&format!(" in `{field}`"));
    }
    for (name, value) in &refusal.args {
        words.push_str(&format!(", {name}: {value}"));
    }
    words
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    bounds: &'a Bounds,
    depth: usize,
}

impl Seed<'_> {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Self { depth, ..self }),
            None => Err(self.bounds.refuse(super::too_deep())),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Condition;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Condition, D::Error> {
        deserializer.deserialize_map(self)
    }
}

const FIELDS: [&str; 4] = ["all", "any", "not", "test"];

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Condition;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object with one of `all`, `any`, `not`, `test`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Condition, A::Error> {
        let Some(field) = map.next_key::<String>()? else {
            return Err(de::Error::invalid_length(0, &self));
        };
        let condition = match field.as_str() {
            "all" => {
                self.bounds.add(1)?;
                Condition::All(map.next_value_seed(List(self.deeper()?))?)
            }
            "any" => {
                self.bounds.add(1)?;
                Condition::Any(map.next_value_seed(List(self.deeper()?))?)
            }
            "not" => {
                self.bounds.add(1)?;
                Condition::Not(Box::new(map.next_value_seed(self.deeper()?)?))
            }
            "test" => {
                let Parts { of, is, value } = map.next_value()?;
                let test = named(&of, &is, value).map_err(|refusal| self.bounds.refuse(refusal))?;
                self.bounds.add(test.literals().len().max(1))?;
                Condition::Test(test)
            }
            other => return Err(de::Error::unknown_field(other, &FIELDS)),
        };
        match map.next_key::<String>()? {
            None => Ok(condition),
            Some(_) => Err(de::Error::invalid_length(2, &self)),
        }
    }
}

struct List<'a>(Seed<'a>);

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = Vec<Condition>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Condition>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = Vec<Condition>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list of conditions")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Condition>, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = seq.next_element_seed(self.0)? {
            parts.push(part);
        }
        Ok(parts)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    of: String,
    is: String,
    #[serde(default)]
    value: Option<Value>,
}

fn named(of: &str, is: &str, value: Option<Value>) -> Read<Test> {
    let of: Operand = of.parse()?;
    let op = Op::parse(is).ok_or_else(|| {
        let short: String = is.chars().take(60).collect();
        Refusal::new("condition_value").at(of.to_string()).with("is", short)
    })?;
    Test::new(of, op, value)
}

impl<'de> Deserialize<'de> for Test {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Parts { of, is, value } = Parts::deserialize(deserializer)?;
        named(&of, &is, value).map_err(|refusal| de::Error::custom(words(&refusal)))
    }
}

impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|refusal| de::Error::custom(words(&refusal)))
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Values)
    }
}

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(Literals)? {
            Value::One(literal) => Ok(literal),
            Value::List(_) => Err(de::Error::custom("a list within a list")),
        }
    }
}

/// Reads a value of a test.
struct Values;
/// Reads a number, a text or a flag.
struct Literals;

macro_rules! scalars {
    () => {
        fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
            Ok(Value::One(Literal::Flag(flag)))
        }

        fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
            Ok(Value::One(Literal::Number(number as f64)))
        }

        fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
            Ok(Value::One(Literal::Number(number as f64)))
        }

        fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
            Ok(Value::One(Literal::Number(number)))
        }

        fn visit_str<E>(self, text: &str) -> Result<Value, E> {
            Ok(Value::One(Literal::Text(text.to_owned())))
        }
    };
}

impl<'de> Visitor<'de> for Literals {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a number, a text or a flag")
    }

    scalars!();
}

impl<'de> Visitor<'de> for Values {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a number, a text, a flag, or a list of these")
    }

    scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(literal) = seq.next_element::<Literal>()? {
            list.push(literal);
            if list.len() > MAX_LIST {
                return Err(de::Error::custom(format!("condition_too_big, max: {MAX_LIST}")));
            }
        }
        Ok(Value::List(list))
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::All(parts) => map.serialize_entry("all", parts)?,
            Self::Any(parts) => map.serialize_entry("any", parts)?,
            Self::Not(inner) => map.serialize_entry("not", inner)?,
            Self::Test(test) => map.serialize_entry("test", test)?,
        }
        map.end()
    }
}

impl Serialize for Test {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("of", &self.of)?;
        map.serialize_entry("is", self.op().as_str())?;
        if let Some(value) = self.value() {
            map.serialize_entry("value", &value)?;
        }
        map.end()
    }
}

impl Serialize for Operand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(literal) => literal.serialize(serializer),
            Self::List(list) => list.serialize(serializer),
        }
    }
}

impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}
