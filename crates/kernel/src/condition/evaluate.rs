//! Truth of a condition for one response.

use std::cmp::Ordering;

use super::{Check, Comparison, Condition, Fact, Facts, Literal, Test, fold};

impl Condition {
    /// True, false, or unknown.
    pub fn evaluate(&self, facts: &dyn Facts) -> Option<bool> {
        match self {
            Self::All(parts) => parts.iter().map(|part| part.evaluate(facts)).fold(Some(true), and),
            Self::Any(parts) => parts.iter().map(|part| part.evaluate(facts)).fold(Some(false), or),
            Self::Not(inner) => inner.evaluate(facts).map(|truth| !truth),
            Self::Test(test) => test.evaluate(&facts.get(&test.of)),
        }
    }

    /// Whether it is known to be true.
    pub fn holds(&self, facts: &dyn Facts) -> bool {
        self.evaluate(facts) == Some(true)
    }
}

impl Test {
    /// Whether the fact passes; unknown where it is missing or of another type.
    pub fn evaluate(&self, fact: &Fact) -> Option<bool> {
        if is_missing(fact) {
            return matches!(self.check, Check::Answered).then_some(false);
        }
        match &self.check {
            Check::Answered => Some(true),
            Check::Compare(comparison, literal) => compare(fact, *comparison, literal),
            Check::OneOf(list) => {
                list.iter().map(|literal| compare(fact, Comparison::Eq, literal)).fold(Some(false), or)
            }
            Check::Has(wanted) => match fact {
                Fact::Set(keys) => Some(keys.contains(wanted)),
                Fact::Choice(key) => Some(key == wanted),
                Fact::Text(text) => Some(fold(text).contains(&fold(wanted))),
                _ => None,
            },
            Check::StartsWith(wanted) => match fact {
                Fact::Text(text) | Fact::Choice(text) => Some(fold(text).starts_with(&fold(wanted))),
                _ => None,
            },
        }
    }
}

fn is_missing(fact: &Fact) -> bool {
    match fact {
        Fact::Missing => true,
        Fact::Number(number) => number.is_nan(),
        _ => false,
    }
}

fn compare(fact: &Fact, comparison: Comparison, literal: &Literal) -> Option<bool> {
    let order = match (fact, literal) {
        (Fact::Number(a), Literal::Number(b)) => a.partial_cmp(b)?,
        (Fact::Text(a) | Fact::Choice(a), Literal::Text(b)) => a.as_str().cmp(b),
        (Fact::Flag(a), Literal::Flag(b)) if matches!(comparison, Comparison::Eq | Comparison::Ne) => a.cmp(b),
        _ => return None,
    };
    Some(match comparison {
        Comparison::Eq => order == Ordering::Equal,
        Comparison::Ne => order != Ordering::Equal,
        Comparison::Lt => order == Ordering::Less,
        Comparison::Le => order != Ordering::Greater,
        Comparison::Gt => order == Ordering::Greater,
        Comparison::Ge => order != Ordering::Less,
    })
}

fn and(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn or(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}
