//! Calculated values: `(nps + taste[service] * 2) / 3`, `nps > 8 ? "fan" : "other"`, `count(reasons)`.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Condition, Fact, Facts, Operand};
use crate::survey::TEXT_CHARS_MAX;

/// How deep a formula's tree may be; a sum of many parts is as deep as it is long.
pub(super) const DEPTH_MAX: usize = 300;

/// What a value is computed from. What is missing makes the result missing, and so do a division by zero, a number that
/// is not finite, a text where a number is needed, and a ternary whose condition is unknown.
/// Its JSON form is its text.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    Number(f64),
    Text(String),
    Operand(Operand),
    Negate(Box<Self>),
    /// `+` also joins two texts.
    Binary(Arithmetic, Box<Self>, Box<Self>),
    If(Condition, Box<Self>, Box<Self>),
    Call(Function, Vec<Self>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    Min,
    Max,
    /// To whole numbers or so many digits after the point; halves away from zero.
    Round,
    /// How many options a set has; a single choice has one.
    Count,
}

impl Arithmetic {
    pub const ALL: [Self; 4] = [Self::Add, Self::Subtract, Self::Multiply, Self::Divide];

    pub fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
        }
    }

    pub fn parse(sign: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|arithmetic| arithmetic.sign() == sign)
    }

    fn apply(self, left: f64, right: f64) -> f64 {
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
        }
    }
}

impl Function {
    pub const ALL: [Self; 4] = [Self::Min, Self::Max, Self::Round, Self::Count];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Min => "min",
            Self::Max => "max",
            Self::Round => "round",
            Self::Count => "count",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|function| function.as_str() == name)
    }

    /// Whether the function takes so many arguments.
    pub fn takes(self, count: usize) -> bool {
        match self {
            Self::Min | Self::Max => count > 0,
            Self::Round => matches!(count, 1 | 2),
            Self::Count => count == 1,
        }
    }

    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Min => "min(a, b)",
            Self::Max => "max(a, b)",
            Self::Round => "round(a, 1)",
            Self::Count => "count(a)",
        }
    }
}

impl Formula {
    /// The value for one response.
    pub fn evaluate(&self, facts: &dyn Facts) -> Fact {
        match self {
            Self::Number(number) => finite(*number),
            Self::Text(text) => Fact::Text(text.clone()),
            Self::Operand(operand) => match facts.get(operand) {
                Fact::Number(number) => finite(number),
                fact => fact,
            },
            Self::Negate(inner) => match inner.evaluate(facts) {
                Fact::Number(number) => Fact::Number(-number),
                _ => Fact::Missing,
            },
            Self::Binary(arithmetic, left, right) => match (arithmetic, left.evaluate(facts), right.evaluate(facts)) {
                (arithmetic, Fact::Number(left), Fact::Number(right)) => finite(arithmetic.apply(left, right)),
                (Arithmetic::Add, Fact::Text(left) | Fact::Choice(left), Fact::Text(right) | Fact::Choice(right))
                    if left.chars().count() + right.chars().count() <= TEXT_CHARS_MAX =>
                {
                    Fact::Text(left + &right)
                }
                _ => Fact::Missing,
            },
            Self::If(condition, then, otherwise) => match condition.evaluate(facts) {
                Some(true) => then.evaluate(facts),
                Some(false) => otherwise.evaluate(facts),
                None => Fact::Missing,
            },
            Self::Call(Function::Count, args) => match args.first().map(|arg| arg.evaluate(facts)) {
                Some(Fact::Set(keys)) => Fact::Number(keys.len() as f64),
                Some(Fact::Choice(_)) => Fact::Number(1.0),
                _ => Fact::Missing,
            },
            Self::Call(function, args) => {
                let number = |arg: &Self| match arg.evaluate(facts) {
                    Fact::Number(number) => Some(number),
                    _ => None,
                };
                let numbers: Option<Vec<f64>> = args.iter().map(number).collect();
                numbers.and_then(|numbers| called(*function, &numbers)).map_or(Fact::Missing, finite)
            }
        }
    }

    /// What the formula is computed from, each once, in the order of first mention.
    pub fn operands(&self) -> Vec<&Operand> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a Operand>) {
        let add = |found: &mut Vec<&'a Operand>, operand: &'a Operand| {
            if !found.contains(&operand) {
                found.push(operand);
            }
        };
        match self {
            Self::Number(_) | Self::Text(_) => {}
            Self::Operand(operand) => add(found, operand),
            Self::Negate(inner) => inner.collect(found),
            Self::Binary(_, left, right) => [left, right].into_iter().for_each(|part| part.collect(found)),
            Self::If(condition, then, otherwise) => {
                condition.operands().into_iter().for_each(|operand| add(found, operand));
                [then, otherwise].into_iter().for_each(|part| part.collect(found));
            }
            Self::Call(_, args) => args.iter().for_each(|arg| arg.collect(found)),
        }
    }

    /// Puts another operand wherever `change` names one.
    pub fn rename(&mut self, change: &dyn Fn(&Operand) -> Option<Operand>) {
        match self {
            Self::Number(_) | Self::Text(_) => {}
            Self::Operand(operand) => {
                if let Some(new) = change(operand) {
                    *operand = new;
                }
            }
            Self::Negate(inner) => inner.rename(change),
            Self::Binary(_, left, right) => [left, right].into_iter().for_each(|part| part.rename(change)),
            Self::If(condition, then, otherwise) => {
                condition.rename(change);
                [then, otherwise].into_iter().for_each(|part| part.rename(change));
            }
            Self::Call(_, args) => args.iter_mut().for_each(|arg| arg.rename(change)),
        }
    }
}

fn called(function: Function, numbers: &[f64]) -> Option<f64> {
    match (function, numbers) {
        (Function::Min, numbers) => numbers.iter().copied().reduce(f64::min),
        (Function::Max, numbers) => numbers.iter().copied().reduce(f64::max),
        (Function::Round, [number]) => Some(number.round()),
        (Function::Round, [number, digits]) => {
            let scale = 10_f64.powi(digits.clamp(0.0, 10.0) as i32);
            Some((number * scale).round() / scale)
        }
        _ => None,
    }
}

fn finite(number: f64) -> Fact {
    if number.is_finite() { Fact::Number(number) } else { Fact::Missing }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Formula {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|refusal| de::Error::custom(super::json::words(&refusal)))
    }
}
