//! The grammar of the text form: CEL's expressions without maps, messages, macros and bytes, as a plain tree.
//!
//! We parse by hand because the public parser of the `cel` crate takes about 100 kB of stack for each bracket
//! (unoptimised, 20 nested ones overflow a thread of 2 MiB), and because messages need exact places.

use super::Result;
use crate::error::Refusal;

/// Characters of a whole text.
pub(super) const SOURCE_MAX: usize = 100_000;
/// Brackets, calls and signs within each other: each takes some frames of the stack.
const NESTING_MAX: usize = 40;
/// Depth of the tree; chains such as `a + b + c` make it deep without nesting.
const TREE_MAX: usize = 300;
/// Words that CEL keeps for itself.
pub(super) const RESERVED: [&str; 21] = [
    "false",
    "in",
    "null",
    "true",
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "namespace",
    "package",
    "return",
    "var",
    "void",
    "while",
];
/// Operators by how tightly they bind.
const LEVELS: [&[&str]; 3] = [&["==", "!=", "<=", ">=", "<", ">", "in"], &["+", "-"], &["*", "/", "%"]];

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// The place of its first character, from 1.
    pub at: usize,
    pub what: What,
    depth: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Name(String),
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Select(Box<Node>, String),
    Index(Box<Node>, Box<Node>),
    Call { target: Option<Box<Node>>, name: String, args: Vec<Node> },
    Not(Box<Node>),
    Negate(Box<Node>),
    Binary(&'static str, Box<Node>, Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
    If(Box<Node>, Box<Node>, Box<Node>),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Number(f64),
    Text(String),
    Sign(&'static str),
    End,
}

impl Token {
    fn shown(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Number(number) => number.to_string(),
            Self::Text(_) => "\"…\"".to_owned(),
            Self::Sign(sign) => (*sign).to_owned(),
            Self::End => String::new(),
        }
    }
}

/// The tree of a text.
///
/// # Errors
/// `condition_syntax` with the place (`at`, in characters from 1) and what was found there; `condition_too_deep`,
/// `condition_too_big`.
pub(super) fn parse(source: &str) -> Result<Node> {
    if source.len() > SOURCE_MAX {
        return Err(super::too_big());
    }
    let mut parser = Parser { tokens: tokens(source)?, next: 0, nesting: 0 };
    let node = parser.expression()?;
    match parser.peek() {
        Token::End => Ok(node),
        _ => Err(parser.unexpected()),
    }
}

pub(super) fn unexpected(at: usize, found: impl Into<String>) -> Refusal {
    let found: String = found.into();
    let found: String = found.chars().take(60).collect();
    Refusal::new("condition_syntax").with("at", at.to_string()).with("found", found)
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    next: usize,
    nesting: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        self.tokens.get(self.next).map_or(&Token::End, |(_, token)| token)
    }

    fn at(&self) -> usize {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(1, |(at, _)| *at)
    }

    fn unexpected(&self) -> Refusal {
        unexpected(self.at(), self.peek().shown())
    }

    fn take(&mut self, sign: &str) -> bool {
        let is_there = matches!(self.peek(), Token::Sign(found) if *found == sign);
        self.next += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, sign: &str) -> Result<()> {
        if self.take(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn expression(&mut self) -> Result<Node> {
        self.nesting += 1;
        if self.nesting > NESTING_MAX {
            return Err(super::too_deep());
        }
        let at = self.at();
        let mut node = self.joined("||")?;
        if self.take("?") {
            let then = self.expression()?;
            self.expect(":")?;
            let otherwise = self.expression()?;
            node = made(at, What::If(Box::new(node), Box::new(then), Box::new(otherwise)))?;
        }
        self.nesting -= 1;
        Ok(node)
    }

    /// A chain of `||`, whose links are chains of `&&`.
    fn joined(&mut self, sign: &str) -> Result<Node> {
        let at = self.at();
        let mut parts = Vec::new();
        loop {
            parts.push(if sign == "||" { self.joined("&&")? } else { self.binary(0)? });
            if !self.take(sign) {
                break;
            }
        }
        match <[Node; 1]>::try_from(parts) {
            Ok([only]) => Ok(only),
            Err(parts) => made(at, if sign == "||" { What::Or(parts) } else { What::And(parts) }),
        }
    }

    fn binary(&mut self, level: usize) -> Result<Node> {
        let Some(signs) = LEVELS.get(level) else { return self.unary() };
        let at = self.at();
        let mut left = self.binary(level + 1)?;
        while let Some(sign) = signs.iter().find(|sign| self.take(sign)) {
            let right = self.binary(level + 1)?;
            left = made(at, What::Binary(sign, Box::new(left), Box::new(right)))?;
        }
        Ok(left)
    }

    /// As in CEL, signs of a kind cancel in pairs: `!!a` is `a`.
    fn unary(&mut self) -> Result<Node> {
        let at = self.at();
        let (mut nots, mut minuses) = (0, 0);
        while self.take("!") {
            nots += 1;
        }
        while nots == 0 && self.take("-") {
            minuses += 1;
        }
        let node = self.member()?;
        match (nots % 2, minuses % 2) {
            (1, _) => made(at, What::Not(Box::new(node))),
            (_, 1) => made(at, What::Negate(Box::new(node))),
            _ => Ok(node),
        }
    }

    fn member(&mut self) -> Result<Node> {
        let at = self.at();
        let mut node = self.primary()?;
        loop {
            if self.take(".") {
                let Token::Name(name) = self.peek().clone() else { return Err(self.unexpected()) };
                self.next += 1;
                let what = if self.take("(") {
                    What::Call { target: Some(Box::new(node)), name, args: self.list(")")? }
                } else {
                    What::Select(Box::new(node), name)
                };
                node = made(at, what)?;
            } else if self.take("[") {
                let index = self.expression()?;
                self.expect("]")?;
                node = made(at, What::Index(Box::new(node), Box::new(index)))?;
            } else {
                return Ok(node);
            }
        }
    }

    fn primary(&mut self) -> Result<Node> {
        let at = self.at();
        let token = self.peek().clone();
        self.next += 1;
        let what = match token {
            Token::Number(number) => What::Number(number),
            Token::Text(text) => What::Text(text),
            Token::Name(name) => match name.as_str() {
                "true" => What::Flag(true),
                "false" => What::Flag(false),
                "null" => What::Null,
                _ if self.take("(") => What::Call { target: None, name, args: self.list(")")? },
                word if RESERVED.contains(&word) => return Err(instead(at, word, format!("answers[\"{word}\"]"))),
                _ => What::Name(name),
            },
            Token::Sign("(") => {
                let inner = self.expression()?;
                self.expect(")")?;
                return Ok(Node { at, ..inner });
            }
            Token::Sign("[") => What::List(self.list("]")?),
            Token::Sign(_) | Token::End => {
                self.next -= 1;
                return Err(self.unexpected());
            }
        };
        made(at, what)
    }

    fn list(&mut self, end: &str) -> Result<Vec<Node>> {
        let mut items = Vec::new();
        while !self.take(end) {
            if !items.is_empty() {
                self.expect(",")?;
                if end == "]" && self.take(end) {
                    break;
                }
            }
            items.push(self.expression()?);
        }
        Ok(items)
    }
}

/// What cannot be said here, and what to write instead of it.
pub(super) fn instead(at: usize, found: impl Into<String>, write: impl Into<String>) -> Refusal {
    let write: String = write.into();
    Refusal { code: "condition_unsupported", ..unexpected(at, found) }.with("instead", write)
}

fn made(at: usize, what: What) -> Result<Node> {
    let of = |nodes: &[Node]| nodes.iter().map(|node| node.depth).max().unwrap_or(0);
    let below = match &what {
        What::Name(_) | What::Null | What::Flag(_) | What::Number(_) | What::Text(_) => 0,
        What::List(nodes) | What::And(nodes) | What::Or(nodes) => of(nodes),
        What::Select(node, _) | What::Not(node) | What::Negate(node) => node.depth,
        What::Index(a, b) | What::Binary(_, a, b) => a.depth.max(b.depth),
        What::Call { target, args, .. } => of(args).max(target.as_ref().map_or(0, |node| node.depth)),
        What::If(a, b, c) => a.depth.max(b.depth).max(c.depth),
    };
    if below >= TREE_MAX { Err(super::too_deep()) } else { Ok(Node { at, what, depth: below + 1 }) }
}

const SIGNS: [&str; 22] = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")", "[", "]", ",", ".",
];

fn tokens(source: &str) -> Result<Vec<(usize, Token)>> {
    let mut found = Vec::new();
    let mut rest = source;
    let mut at = 1;
    loop {
        let blank = rest.len() - rest.trim_start().len();
        let (length, token) = match rest[blank..].chars().next() {
            None => {
                found.push((at + rest[..blank].chars().count(), Token::End));
                return Ok(found);
            }
            Some(first) => {
                at += rest[..blank].chars().count();
                rest = &rest[blank..];
                token(rest, first, at)?
            }
        };
        found.push((at, token));
        at += rest[..length].chars().count();
        rest = &rest[length..];
    }
}

/// The token at the start of `rest`, and its length in bytes.
fn token(rest: &str, first: char, at: usize) -> Result<(usize, Token)> {
    let while_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = &rest[..rest.find(|c| !while_word(c)).unwrap_or(rest.len())];
    if first.is_ascii_digit() || (first == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit())) {
        let length = number_length(rest);
        let is_whole = !rest[length..].starts_with(while_word);
        let number = rest[..length].parse().ok().filter(|number: &f64| is_whole && number.is_finite());
        return number.map(|number| (length, Token::Number(number))).ok_or_else(|| unexpected(at, word));
    }
    if first == '"' || first == '\'' {
        return super::print::unquoted(rest, first, at).map(|(length, text)| (length, Token::Text(text)));
    }
    if let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
        return Ok((sign.len(), Token::Sign(sign)));
    }
    if word == "in" {
        return Ok((2, Token::Sign("in")));
    }
    match word {
        "" => Err(unexpected(at, first)),
        word if !word.is_ascii() => Err(instead(at, word, format!("answers[\"{word}\"]"))),
        word => Ok((word.len(), Token::Name(word.to_owned()))),
    }
}

/// `12`, `1.5`, `.5`, `1e9`.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(0);
    if text[length..].starts_with('.') && digits(length + 1) > length + 1 {
        length = digits(length + 1);
    }
    if text[length..].starts_with(['e', 'E']) {
        let sign = usize::from(text[length + 1..].starts_with(['+', '-']));
        if digits(length + 1 + sign) > length + 1 + sign {
            length = digits(length + 1 + sign);
        }
    }
    length
}
