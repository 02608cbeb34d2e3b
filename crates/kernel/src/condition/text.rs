//! The text form: the part of the [Common Expression Language](https://cel.dev) that says what the tree can say.
//!
//! | write | for |
//! |---|---|
//! | `nps <= 6`, `attr.plan == "gold"`, `attr.vip == true` | comparisons: `==` `!=` `<` `<=` `>` `>=`, either way round |
//! | `attr.plan in ["gold", "silver"]` | `one_of` |
//! | `why.contains("slow")`, `"price" in reasons` | `has`; printed as `contains` |
//! | `why.startsWith("no")` | `starts_with` |
//! | `answered(nps)`, `nps != null`, `has(attr.plan)` | `answered`; `nps == null` is its contrary |
//! | `a && b`, `a \|\| b`, `!(a)`, `true`, `false` | `all`, `any`, `not`, no part of `all`, no part of `any` |
//!
//! Operands are `nps`, `taste[service]`, `taste["very good"]`, `attr.plan`, `calc.total` and `response.language`,
//! `.channel`, `.touchpoint`, `.state`, and `said.topic`, `.intent`, `.sentiment`, `.urgency`. Keys that CEL cannot take as identifiers go in quotes: `answers["غذا"]`,
//! `answers["غذا"]["تازگی"]`, `answers["for"]`, `attr["شعبه"]`, `calc["جمع"]`.

use std::str::FromStr;

use super::syntax::{Node, What, instead, parse, unexpected};
use super::{
    Arithmetic, Comparison, Condition, Field, Formula, Function, Literal, Op, Operand, Result, Said, Test, Value,
    too_big,
};
use crate::error::Refusal;

/// Names that are no questions.
pub(super) const ROOTS: [&str; 5] = ["answers", "attr", "calc", "response", "said"];

impl FromStr for Condition {
    type Err = Refusal;

    /// Reads the text form.
    ///
    /// # Errors
    /// `condition_syntax` (`at`: place in characters from 1, `found`), `condition_unsupported` (also `instead`: what
    /// to write), `condition_operand`, `condition_value`, `condition_too_deep`, `condition_too_big`,
    /// `condition_text_too_long`.
    fn from_str(source: &str) -> Result<Self> {
        let condition = condition(&parse(source)?)?;
        condition.check()?;
        Ok(condition)
    }
}

impl FromStr for Formula {
    type Err = Refusal;

    /// Reads the text form; refusals are those of conditions.
    fn from_str(source: &str) -> Result<Self> {
        let formula = formula(&parse(source)?)?;
        formula.check()?;
        Ok(formula)
    }
}

fn condition(node: &Node) -> Result<Condition> {
    let test = |of: &Node, op: Op, value: Option<Value>| -> Result<Condition> {
        Test::new(operand(of)?, op, value)
            .map(Condition::Test)
            .map_err(|refusal| refusal.with("at", node.at.to_string()))
    };
    match &node.what {
        What::Flag(true) => Ok(Condition::All(vec![])),
        What::Flag(false) => Ok(Condition::Any(vec![])),
        What::And(parts) => Ok(Condition::all(parts.iter().map(condition).collect::<Result<Vec<_>>>()?)),
        What::Or(parts) => Ok(Condition::any(parts.iter().map(condition).collect::<Result<Vec<_>>>()?)),
        What::Not(inner) => Ok(condition(inner)?.negated()),
        What::Binary("in", left, right) => match &right.what {
            What::List(items) => {
                let list = items.iter().map(literal).collect::<Result<_>>()?;
                test(left, Op::OneOf, Some(Value::List(list)))
            }
            _ => match literal(left)? {
                text @ Literal::Text(_) => test(right, Op::Has, Some(Value::One(text))),
                other => Err(instead(left.at, other.to_string(), format!("\"{other}\""))),
            },
        },
        What::Binary(sign, left, right) => {
            let Some(comparison) = comparison(sign) else {
                return Err(instead(node.at, *sign, "calc.x > 5"));
            };
            let (of, comparison, value) = match (is_literal(left), is_literal(right)) {
                (false, true) => (left, comparison, right),
                (true, false) => (right, turned(comparison), left),
                _ => return Err(instead(node.at, *sign, "nps <= 6")),
            };
            match (&value.what, comparison) {
                (What::Null, Comparison::Ne) => test(of, Op::Answered, None),
                (What::Null, Comparison::Eq) => Ok(test(of, Op::Answered, None)?.negated()),
                _ => test(of, Op::Compare(comparison), Some(Value::One(literal(value)?))),
            }
        }
        What::Call { target: Some(of), name, args } => {
            let op = match name.as_str() {
                "contains" | "has" => Op::Has,
                "startsWith" => Op::StartsWith,
                _ => return Err(instead(node.at, name, "why.contains(\"slow\")")),
            };
            match &args[..] {
                [Node { what: What::Text(text), .. }] => test(of, op, Some(Value::One(Literal::Text(text.clone())))),
                _ => Err(instead(node.at, name, format!("why.{name}(\"slow\")"))),
            }
        }
        What::Call { target: None, name, args } => match (name.as_str(), &args[..]) {
            ("answered" | "has", [of]) => test(of, Op::Answered, None),
            _ => Err(instead(node.at, name, "answered(nps)")),
        },
        What::Name(_) | What::Select(..) | What::Index(..) => {
            let of = operand(node)?;
            let spelt = super::print::Cel(&of);
            let write = match &of {
                Operand::Attribute(_) => format!("{spelt} == true"),
                _ => format!("answered({spelt})"),
            };
            Err(instead(node.at, of.to_string(), write))
        }
        What::If(..) => Err(instead(node.at, "?", "nps <= 6 && answered(why) || nps > 6")),
        What::Negate(_) => Err(instead(node.at, "-", "!(nps <= 6)")),
        What::Null | What::Number(_) | What::Text(_) | What::List(_) => Err(instead(node.at, shown(node), "nps <= 6")),
    }
}

fn comparison(sign: &str) -> Option<Comparison> {
    use Comparison::{Eq, Ge, Gt, Le, Lt, Ne};
    [Eq, Ne, Lt, Le, Gt, Ge].into_iter().find(|comparison| comparison.sign() == sign)
}

/// The same comparison with its sides changed.
fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Lt => Comparison::Gt,
        Comparison::Le => Comparison::Ge,
        Comparison::Gt => Comparison::Lt,
        Comparison::Ge => Comparison::Le,
        same => same,
    }
}

fn is_literal(node: &Node) -> bool {
    match &node.what {
        What::Negate(inner) => matches!(inner.what, What::Number(_)),
        What::Null | What::Flag(_) | What::Number(_) | What::Text(_) => true,
        _ => false,
    }
}

fn literal(node: &Node) -> Result<Literal> {
    match &node.what {
        What::Flag(flag) => Ok(Literal::Flag(*flag)),
        What::Number(number) => Ok(Literal::Number(*number)),
        What::Text(text) => Ok(Literal::Text(text.clone())),
        What::Negate(inner) => match inner.what {
            What::Number(number) => Ok(Literal::Number(-number)),
            _ => Err(unexpected(node.at, "-")),
        },
        What::Null => Err(instead(node.at, "null", "answered(nps)")),
        _ => Err(instead(node.at, shown(node), "\"words\"")),
    }
}

fn operand(node: &Node) -> Result<Operand> {
    let placed = |refusal: Refusal| refusal.with("at", node.at.to_string());
    let named = |root: &str, name: &str| match root {
        "answers" => Operand::answer(name),
        "attr" => Operand::attribute(name),
        "calc" => Operand::calculated(name),
        "said" => {
            Said::parse(name).map(Operand::Said).ok_or_else(|| instead(node.at, format!("said.{name}"), "said.topic"))
        }
        _ => Field::parse(name)
            .map(Operand::Field)
            .ok_or_else(|| instead(node.at, format!("response.{name}"), "response.language")),
    };
    match &node.what {
        What::Name(name) if ROOTS.contains(&name.as_str()) => {
            Err(instead(node.at, name, format!("{name}.{}", if name == "response" { "language" } else { "x" })))
        }
        What::Name(name) => Operand::answer(name).map_err(placed),
        What::Select(root, name) => match &root.what {
            What::Name(root) if ROOTS.contains(&root.as_str()) => named(root, name).map_err(placed),
            _ => Err(instead(node.at, format!(".{name}"), format!("nps[{name}]"))),
        },
        What::Index(base, index) => {
            let part = match &index.what {
                What::Text(text) | What::Name(text) => text.clone(),
                What::Number(number) => super::print::Numeral(*number).to_string(),
                _ => return Err(instead(index.at, shown(index), "taste[\"service\"]")),
            };
            match &base.what {
                What::Name(root) if ROOTS.contains(&root.as_str()) => named(root, &part).map_err(placed),
                _ => operand(base)?.part(&part).map_err(placed),
            }
        }
        // What is computed is calculated first, and then compared.
        What::Binary(..) | What::Call { .. } | What::Negate(_) | What::If(..) => {
            Err(instead(node.at, shown(node), "calc.total"))
        }
        _ => Err(instead(node.at, shown(node), "nps")),
    }
}

fn formula(node: &Node) -> Result<Formula> {
    let boxed = |node: &Node| formula(node).map(Box::new);
    match &node.what {
        What::Number(number) => Ok(Formula::Number(*number)),
        What::Text(text) => Ok(Formula::Text(text.clone())),
        What::Negate(inner) => Ok(match formula(inner)? {
            Formula::Number(number) => Formula::Number(-number),
            inner => Formula::Negate(Box::new(inner)),
        }),
        What::Binary(sign, left, right) => match Arithmetic::parse(sign) {
            Some(arithmetic) => Ok(Formula::Binary(arithmetic, boxed(left)?, boxed(right)?)),
            None => Err(instead(node.at, *sign, "nps > 8 ? 1 : 0")),
        },
        What::If(test, then, otherwise) => Ok(Formula::If(condition(test)?, boxed(then)?, boxed(otherwise)?)),
        What::Call { target: None, name, args } => {
            let function = Function::parse(name).ok_or_else(|| instead(node.at, name, "round(a, 1)"))?;
            if !function.takes(args.len()) {
                return Err(instead(node.at, name, function.example()));
            }
            Ok(Formula::Call(function, args.iter().map(formula).collect::<Result<_>>()?))
        }
        What::Name(_) | What::Select(..) | What::Index(..) => operand(node).map(Formula::Operand),
        _ => Err(instead(node.at, shown(node), "nps > 8 ? 1 : 0")),
    }
}

/// A short name for a part, for messages.
fn shown(node: &Node) -> String {
    match &node.what {
        What::Name(name) | What::Select(_, name) | What::Call { name, .. } => name.clone(),
        What::Null => "null".to_owned(),
        What::Flag(flag) => flag.to_string(),
        What::Number(number) => number.to_string(),
        What::Text(_) => "\"…\"".to_owned(),
        What::List(_) | What::Index(..) => "[".to_owned(),
        What::Not(_) => "!".to_owned(),
        What::Negate(_) => "-".to_owned(),
        What::Binary(sign, ..) => (*sign).to_owned(),
        What::And(_) => "&&".to_owned(),
        What::Or(_) => "||".to_owned(),
        What::If(..) => "?".to_owned(),
    }
}

impl Formula {
    /// Whether the formula keeps within the bounds.
    ///
    /// # Errors
    /// `condition_too_big`, `condition_too_deep`, `condition_text_too_long`.
    pub fn check(&self) -> Result<()> {
        let mut nodes = 0;
        self.check_within(super::formula::DEPTH_MAX, &mut nodes)
    }

    fn check_within(&self, depth: usize, nodes: &mut usize) -> Result<()> {
        *nodes += 1;
        if *nodes > super::MAX_NODES {
            return Err(too_big());
        }
        let depth = depth.checked_sub(1).ok_or_else(super::too_deep)?;
        match self {
            Self::Text(text) if text.chars().count() > super::MAX_TEXT => {
                Err(Refusal::new("condition_text_too_long").with("max", super::MAX_TEXT.to_string()))
            }
            Self::Number(_) | Self::Text(_) | Self::Operand(_) => Ok(()),
            Self::Negate(inner) => inner.check_within(depth, nodes),
            Self::Binary(_, left, right) => {
                left.check_within(depth, nodes)?;
                right.check_within(depth, nodes)
            }
            Self::If(condition, then, otherwise) => {
                condition.check_within(super::MAX_DEPTH, nodes)?;
                then.check_within(depth, nodes)?;
                otherwise.check_within(depth, nodes)
            }
            Self::Call(_, args) => args.iter().try_for_each(|arg| arg.check_within(depth, nodes)),
        }
    }
}
