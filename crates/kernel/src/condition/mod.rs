//! Conditions: one typed, bounded tree for survey logic, quotas, segments, triggers and rules. It is evaluated in
//! memory for one response ([`Condition::evaluate`]) and lowered by `lake` for many, with the same result.
//!
//! Truth has three values, as in SQL (Kleene): what is not known is neither true nor false, `all` is unknown where
//! nothing in it is false but something unknown, and `not` leaves unknown unknown. A condition *holds* only where it
//! is true. A test is unknown where its operand is missing or has another type than the value: nothing is converted
//! in silence, so the text "7" is not the number 7. Only `answered` is never unknown.
//!
//! Two forms are kept and exchanged. JSON, in surveys and rules:
//! ```json
//! {"all": [{"test": {"of": "nps", "is": "le", "value": 6}},
//!          {"not": {"test": {"of": "attr.plan", "is": "one_of", "value": ["gold", "silver"]}}}]}
//! ```
//! and a part of the [Common Expression Language](https://cel.dev), for people ([`text`] has its rules):
//! `nps <= 6 && !(attr.plan in ["gold", "silver"])`.

mod evaluate;
pub mod fact;
mod formula;
mod json;
mod operand;
mod print;
mod rows;
mod syntax;
#[cfg(test)]
mod tests;
pub mod text;
mod validate;

use crate::error::Refusal;

pub use fact::{Columns, Fact, Facts, OfSignal, Says, fold};
pub use formula::{Arithmetic, Formula, Function};
pub use operand::{Field, Operand, Said};
pub use rows::{Join, Line, Row, Rows};
pub use validate::FactKind;

/// How deep `all`, `any` and `not` may nest.
pub const MAX_DEPTH: usize = 12;
/// Tests, joints and values of lists in one condition; parts of one formula.
pub const MAX_NODES: usize = 500;
/// Values in one list.
pub const MAX_LIST: usize = 200;
/// Characters of one text.
pub const MAX_TEXT: usize = 1_000;

type Result<T> = std::result::Result<T, Refusal>;

/// What must be so. The canonical shape, which reading gives, has no `all` directly in `all`, no `any` directly in
/// `any`, and neither with exactly one part.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Each of these; true where there are none.
    All(Vec<Self>),
    /// At least one of these; false where there are none.
    Any(Vec<Self>),
    Not(Box<Self>),
    Test(Test),
}

/// One comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    pub of: Operand,
    pub check: Check,
}

/// What a test asks of its operand.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// Texts compare by code point, so that dates (`2026-11-22`) and times are in order; flags are only equal or not.
    Compare(Comparison, Literal),
    /// Equal to one of these.
    OneOf(Vec<Literal>),
    /// A set contains the option; a choice is the option; a text contains the words, case folded ([`fold`]).
    Has(String),
    /// A text or a choice starts with these characters, case folded.
    StartsWith(String),
    /// There is a value.
    Answered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// A value that is written in a condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// Finite.
    Number(f64),
    Text(String),
    Flag(bool),
}

/// The values of a test, as JSON and pages have them.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    One(Literal),
    List(Vec<Literal>),
}

/// What a test can ask; the name is the value of `is`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    Compare(Comparison),
    OneOf,
    Has,
    StartsWith,
    Answered,
}

impl Op {
    pub const ALL: [Self; 10] = [
        Self::Compare(Comparison::Eq),
        Self::Compare(Comparison::Ne),
        Self::Compare(Comparison::Lt),
        Self::Compare(Comparison::Le),
        Self::Compare(Comparison::Gt),
        Self::Compare(Comparison::Ge),
        Self::OneOf,
        Self::Has,
        Self::StartsWith,
        Self::Answered,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Compare(Comparison::Eq) => "eq",
            Self::Compare(Comparison::Ne) => "ne",
            Self::Compare(Comparison::Lt) => "lt",
            Self::Compare(Comparison::Le) => "le",
            Self::Compare(Comparison::Gt) => "gt",
            Self::Compare(Comparison::Ge) => "ge",
            Self::OneOf => "one_of",
            Self::Has => "has",
            Self::StartsWith => "starts_with",
            Self::Answered => "answered",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|op| op.as_str() == text)
    }
}

impl Test {
    /// A test from its three parts.
    ///
    /// # Errors
    /// `condition_value` where the operation takes no such value, `condition_too_big`, `condition_text_too_long`, each
    /// with the operand as its field.
    pub fn new(of: Operand, is: Op, value: Option<Value>) -> Result<Self> {
        let check = match (is, value) {
            (Op::Compare(comparison), Some(Value::One(literal))) => Check::Compare(comparison, literal),
            (Op::OneOf, Some(Value::List(list))) => Check::OneOf(list),
            (Op::Has, Some(Value::One(Literal::Text(text)))) => Check::Has(text),
            (Op::StartsWith, Some(Value::One(Literal::Text(text)))) => Check::StartsWith(text),
            (Op::Answered, None) => Check::Answered,
            _ => return Err(Refusal::new("condition_value").at(of.to_string()).with("is", is.as_str())),
        };
        let test = Self { of, check };
        test.checked()
    }

    pub fn op(&self) -> Op {
        match &self.check {
            Check::Compare(comparison, _) => Op::Compare(*comparison),
            Check::OneOf(_) => Op::OneOf,
            Check::Has(_) => Op::Has,
            Check::StartsWith(_) => Op::StartsWith,
            Check::Answered => Op::Answered,
        }
    }

    pub fn value(&self) -> Option<Value> {
        match &self.check {
            Check::Compare(_, literal) => Some(Value::One(literal.clone())),
            Check::OneOf(list) => Some(Value::List(list.clone())),
            Check::Has(text) | Check::StartsWith(text) => Some(Value::One(Literal::Text(text.clone()))),
            Check::Answered => None,
        }
    }

    /// All literals.
    pub fn literals(&self) -> &[Literal] {
        match &self.check {
            Check::Compare(_, literal) => std::slice::from_ref(literal),
            Check::OneOf(list) => list,
            Check::Has(_) | Check::StartsWith(_) | Check::Answered => &[],
        }
    }

    fn checked(self) -> Result<Self> {
        let refuse = |code| Refusal::new(code).at(self.of.to_string());
        let is_long = |text: &str| text.chars().count() > MAX_TEXT;
        let too_long = match &self.check {
            Check::Has(text) | Check::StartsWith(text) if text.is_empty() => {
                return Err(refuse("condition_value").with("is", self.op().as_str()));
            }
            Check::Has(text) | Check::StartsWith(text) => is_long(text),
            _ => self.literals().iter().any(|literal| matches!(literal, Literal::Text(text) if is_long(text))),
        };
        if too_long {
            return Err(refuse("condition_text_too_long").with("max", MAX_TEXT.to_string()));
        }
        match &self.check {
            Check::OneOf(list) if list.is_empty() => Err(refuse("condition_value").with("is", "one_of")),
            Check::OneOf(list) if list.len() > MAX_LIST => {
                Err(refuse("condition_too_big").with("max", MAX_LIST.to_string()))
            }
            Check::Compare(comparison, Literal::Flag(_)) if !matches!(comparison, Comparison::Eq | Comparison::Ne) => {
                Err(refuse("condition_value").with("is", self.op().as_str()))
            }
            _ if self.literals().iter().any(|literal| matches!(literal, Literal::Number(n) if !n.is_finite())) => {
                Err(refuse("condition_value").with("is", self.op().as_str()))
            }
            _ => Ok(self),
        }
    }
}

impl From<Test> for Condition {
    fn from(test: Test) -> Self {
        Self::Test(test)
    }
}

impl Condition {
    /// Each of these, in the canonical shape.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::All(inner) => flat.extend(inner),
                part => flat.push(part),
            }
        }
        only(&mut flat).unwrap_or(Self::All(flat))
    }

    /// At least one of these, in the canonical shape.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::Any(inner) => flat.extend(inner),
                part => flat.push(part),
            }
        }
        only(&mut flat).unwrap_or(Self::Any(flat))
    }

    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// From `low` to `high`, both included.
    pub fn between(of: Operand, low: f64, high: f64) -> Self {
        let side = |comparison, bound| {
            Self::Test(Test { of: of.clone(), check: Check::Compare(comparison, Literal::Number(bound)) })
        };
        Self::All(vec![side(Comparison::Ge, low), side(Comparison::Le, high)])
    }

    /// The same condition in the canonical shape.
    #[must_use]
    pub fn canonical(self) -> Self {
        match self {
            Self::All(parts) => Self::all(parts.into_iter().map(Self::canonical)),
            Self::Any(parts) => Self::any(parts.into_iter().map(Self::canonical)),
            Self::Not(inner) => inner.canonical().negated(),
            Self::Test(test) => Self::Test(test),
        }
    }

    /// All tests, from left to right.
    pub fn tests(&self) -> Vec<&Test> {
        let mut found = Vec::new();
        self.visit(&mut |test| found.push(test));
        found
    }

    /// What the condition asks about, each once, in the order of first mention.
    pub fn operands(&self) -> Vec<&Operand> {
        let mut found: Vec<&Operand> = Vec::new();
        self.visit(&mut |test| {
            if !found.contains(&&test.of) {
                found.push(&test.of);
            }
        });
        found
    }

    /// Puts another operand wherever `change` names one: a question got a new key.
    pub fn rename(&mut self, change: &dyn Fn(&Operand) -> Option<Operand>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().for_each(|part| part.rename(change)),
            Self::Not(inner) => inner.rename(change),
            Self::Test(test) => {
                if let Some(operand) = change(&test.of) {
                    test.of = operand;
                }
            }
        }
    }

    /// Whether the condition keeps within the bounds, for trees that code has put together.
    ///
    /// # Errors
    /// `condition_too_deep`, `condition_too_big`, and those of [`Test::new`].
    pub fn check(&self) -> Result<()> {
        let mut nodes = 0;
        self.check_within(MAX_DEPTH, &mut nodes)
    }

    fn check_within(&self, depth: usize, nodes: &mut usize) -> Result<()> {
        *nodes += match self {
            Self::Test(test) => test.clone().checked()?.literals().len().max(1),
            _ => 1,
        };
        if *nodes > MAX_NODES {
            return Err(too_big());
        }
        let deeper = || depth.checked_sub(1).ok_or_else(too_deep);
        match self {
            Self::All(parts) | Self::Any(parts) => {
                let depth = deeper()?;
                parts.iter().try_for_each(|part| part.check_within(depth, nodes))
            }
            Self::Not(inner) => inner.check_within(deeper()?, nodes),
            Self::Test(_) => Ok(()),
        }
    }

    fn visit<'a>(&'a self, each: &mut dyn FnMut(&'a Test)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(each)),
            Self::Not(inner) => inner.visit(each),
            Self::Test(test) => each(test),
        }
    }
}

fn only(parts: &mut Vec<Condition>) -> Option<Condition> {
    if parts.len() == 1 { parts.pop() } else { None }
}

fn too_deep() -> Refusal {
    Refusal::new("condition_too_deep").with("max", MAX_DEPTH.to_string())
}

fn too_big() -> Refusal {
    Refusal::new("condition_too_big").with("max", MAX_NODES.to_string())
}
