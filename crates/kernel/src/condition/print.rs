//! Conditions and formulas as text that reads back to the same tree.

use std::fmt::{self, Display, Write};

use super::syntax::{RESERVED, unexpected};
use super::{Arithmetic, Check, Comparison, Condition, Formula, Literal, Operand, Result, Test};

impl Comparison {
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(parts) if parts.is_empty() => f.write_str("true"),
            Self::Any(parts) if parts.is_empty() => f.write_str("false"),
            Self::All(parts) => joined(f, parts, " && "),
            Self::Any(parts) => joined(f, parts, " || "),
            Self::Not(inner) => match inner.as_ref() {
                Self::Test(Test { of, check: Check::Answered }) => write!(f, "!answered({})", Cel(of)),
                inner => write!(f, "!({inner})"),
            },
            Self::Test(test) => test.fmt(f),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Condition], sign: &str) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(sign)?;
        }
        match part {
            Condition::All(inner) | Condition::Any(inner) if !inner.is_empty() => write!(f, "({part})")?,
            part => part.fmt(f)?,
        }
    }
    Ok(())
}

impl Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = Cel(&self.of);
        match &self.check {
            Check::Compare(comparison, literal) => write!(f, "{of} {} {literal}", comparison.sign()),
            Check::OneOf(list) => {
                write!(f, "{of} in [")?;
                for (index, literal) in list.iter().enumerate() {
                    write!(f, "{}{literal}", if index == 0 { "" } else { ", " })?;
                }
                f.write_char(']')
            }
            Check::Has(text) => write!(f, "{of}.contains({})", Quoted(text)),
            Check::StartsWith(text) => write!(f, "{of}.startsWith({})", Quoted(text)),
            Check::Answered => write!(f, "answered({of})"),
        }
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => Numeral(*number).fmt(f),
            Self::Text(text) => Quoted(text).fmt(f),
            Self::Flag(flag) => flag.fmt(f),
        }
    }
}

/// An operand as CEL spells it.
pub(super) struct Cel<'a>(pub &'a Operand);

impl Display for Cel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let under = |f: &mut fmt::Formatter<'_>, root: &str, name: &str| {
            if is_identifier(name) { write!(f, "{root}.{name}") } else { write!(f, "{root}[{}]", Quoted(name)) }
        };
        match self.0 {
            Operand::Attribute(name) => under(f, "attr", name),
            Operand::Calculated(name) => under(f, "calc", name),
            Operand::Field(field) => write!(f, "response.{}", field.as_str()),
            Operand::Said(said) => write!(f, "said.{}", said.as_str()),
            Operand::Answer { question, parts } => {
                if is_identifier(question) && !super::text::ROOTS.contains(&question.as_str()) {
                    f.write_str(question)?;
                } else {
                    write!(f, "answers[{}]", Quoted(question))?;
                }
                parts.iter().try_for_each(|part| {
                    if is_identifier(part) { write!(f, "[{part}]") } else { write!(f, "[{}]", Quoted(part)) }
                })
            }
        }
    }
}

fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !RESERVED.contains(&text)
}

/// A number without needless zeros, exactly.
pub(super) struct Numeral(pub f64);

impl Display for Numeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            write!(f, "{:.0}", self.0)
        } else {
            write!(f, "{:?}", self.0)
        }
    }
}

/// A text in quotes.
pub(super) struct Quoted<'a>(pub &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                c if c.is_control() => write!(f, "\\u{:04x}", u32::from(c))?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

/// The text in quotes at the start of `rest`, and its length in bytes with the quotes.
pub(super) fn unquoted(rest: &str, quote: char, at: usize) -> Result<(usize, String)> {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((index, c)) = chars.next() {
        match c {
            c if c == quote => return Ok((index + 1, text)),
            '\n' | '\r' => break,
            '\\' => {
                let (_, escape) = chars.next().ok_or_else(|| unexpected(at, "\\"))?;
                let width = match escape {
                    'x' | 'X' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                let c = match escape {
                    '\\' | '"' | '\'' | '`' | '?' => Some(escape),
                    'n' => Some('\n'),
                    'r' => Some('\r'),
                    't' => Some('\t'),
                    'a' => Some('\u{7}'),
                    'b' => Some('\u{8}'),
                    'f' => Some('\u{c}'),
                    'v' => Some('\u{b}'),
                    _ if width > 0 => {
                        let digits: String = chars.by_ref().take(width).map(|(_, c)| c).collect();
                        let is_hex = digits.len() == width && digits.bytes().all(|b| b.is_ascii_hexdigit());
                        let code = u32::from_str_radix(&digits, 16).ok().filter(|_| is_hex);
                        code.and_then(char::from_u32)
                    }
                    _ => None,
                };
                text.push(c.ok_or_else(|| unexpected(at, format!("\\{escape}")))?);
            }
            c => text.push(c),
        }
    }
    Err(unexpected(at, quote))
}

/// How tightly the parts of a formula bind.
fn strength(formula: &Formula) -> u8 {
    match formula {
        Formula::If(..) => 0,
        Formula::Binary(Arithmetic::Add | Arithmetic::Subtract, ..) => 1,
        Formula::Binary(Arithmetic::Multiply | Arithmetic::Divide, ..) => 2,
        Formula::Negate(_) => 3,
        Formula::Number(number) if number.is_sign_negative() => 3,
        _ => 4,
    }
}

impl Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = |f: &mut fmt::Formatter<'_>, part: &Formula, least: u8| {
            if strength(part) < least { write!(f, "({part})") } else { part.fmt(f) }
        };
        match self {
            Self::Number(number) => Numeral(*number).fmt(f),
            Self::Text(text) => Quoted(text).fmt(f),
            Self::Operand(operand) => Cel(operand).fmt(f),
            Self::Negate(inner) => {
                f.write_char('-')?;
                within(f, inner, 4)
            }
            Self::Binary(arithmetic, left, right) => {
                let own = strength(self);
                within(f, left, own)?;
                write!(f, " {} ", arithmetic.sign())?;
                within(f, right, own + 1)
            }
            Self::If(condition, then, otherwise) => {
                write!(f, "{condition} ? ")?;
                within(f, then, 1)?;
                f.write_str(" : ")?;
                within(f, otherwise, 1)
            }
            Self::Call(function, args) => {
                write!(f, "{}(", function.as_str())?;
                for (index, arg) in args.iter().enumerate() {
                    write!(f, "{}{arg}", if index == 0 { "" } else { ", " })?;
                }
                f.write_char(')')
            }
        }
    }
}
