//! Whether a condition fits what it asks about.

use super::{Check, Comparison, Condition, Formula, Literal, Operand, Test};
use crate::error::Refusal;

/// What kind of values an operand has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactKind {
    Number,
    Text,
    Flag,
    /// One of these options; of any, where none are listed.
    Choice(Vec<String>),
    /// Some of these options; of any, where none are listed.
    Set(Vec<String>),
}

impl FactKind {
    fn name(&self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Flag => "flag",
            Self::Choice(_) => "choice",
            Self::Set(_) => "set",
        }
    }
}

impl Condition {
    /// What does not fit, from left to right, each with the operand as its field:
    /// `condition_unknown_operand`; `condition_unknown_option` (`value`); `condition_wrong_type` (`kind` that the
    /// operand has, `is` that was asked).
    pub fn validate(&self, kind_of: &dyn Fn(&Operand) -> Option<FactKind>) -> Vec<Refusal> {
        self.tests().into_iter().flat_map(|test| test.validate(kind_of)).collect()
    }
}

impl Test {
    fn validate(&self, kind_of: &dyn Fn(&Operand) -> Option<FactKind>) -> Vec<Refusal> {
        let refuse = |code| Refusal::new(code).at(self.of.to_string());
        let Some(kind) = kind_of(&self.of) else { return vec![refuse("condition_unknown_operand")] };
        if !self.fits(&kind) {
            return vec![refuse("condition_wrong_type").with("kind", kind.name()).with("is", self.op().as_str())];
        }
        let (FactKind::Choice(options) | FactKind::Set(options)) = &kind else { return vec![] };
        let unknown = self.keys().into_iter().filter(|key| !options.is_empty() && !options.iter().any(|o| o == key));
        unknown.map(|key| refuse("condition_unknown_option").with("value", key.to_owned())).collect()
    }

    fn fits(&self, kind: &FactKind) -> bool {
        let literal = |literal: &Literal| match literal {
            Literal::Number(_) => *kind == FactKind::Number,
            Literal::Text(_) => matches!(kind, FactKind::Text | FactKind::Choice(_)),
            Literal::Flag(_) => *kind == FactKind::Flag,
        };
        match &self.check {
            Check::Answered => true,
            Check::Compare(Comparison::Eq | Comparison::Ne, value) => literal(value),
            Check::Compare(_, value) => literal(value) && matches!(kind, FactKind::Number | FactKind::Text),
            Check::OneOf(list) => list.iter().all(literal),
            Check::Has(_) => matches!(kind, FactKind::Text | FactKind::Choice(_) | FactKind::Set(_)),
            Check::StartsWith(_) => *kind == FactKind::Text,
        }
    }

    /// The texts that must be keys of options.
    fn keys(&self) -> Vec<&str> {
        match &self.check {
            Check::Has(key) => vec![key],
            _ => self.literals().iter().filter_map(Literal::as_text).collect(),
        }
    }
}

impl Literal {
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Formula {
    /// What does not fit: `condition_unknown_operand`, and what its conditions refuse.
    pub fn validate(&self, kind_of: &dyn Fn(&Operand) -> Option<FactKind>) -> Vec<Refusal> {
        match self {
            Self::Number(_) | Self::Text(_) => vec![],
            Self::Operand(operand) if kind_of(operand).is_some() => vec![],
            Self::Operand(operand) => vec![Refusal::new("condition_unknown_operand").at(operand.to_string())],
            Self::Negate(inner) => inner.validate(kind_of),
            Self::Binary(_, left, right) => [left, right].into_iter().flat_map(|p| p.validate(kind_of)).collect(),
            Self::If(condition, then, otherwise) => {
                let mut found = condition.validate(kind_of);
                found.extend([then, otherwise].into_iter().flat_map(|part| part.validate(kind_of)));
                found
            }
            Self::Call(_, args) => args.iter().flat_map(|arg| arg.validate(kind_of)).collect(),
        }
    }
}
