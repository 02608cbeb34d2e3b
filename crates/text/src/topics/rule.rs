//! A rule: what must stand in a sentence for a topic to be mentioned there. Readable as a query, and written back the
//! way it is read: parsing what is printed gives the same rule.

use std::fmt;

/// Letters of the longest rule.
pub const LONGEST_RULE: usize = 20_000;
/// Words and phrases that a rule names at most.
pub const MOST_TERMS: usize = 2_000;
/// Brackets within brackets.
pub const DEEPEST: usize = 20;
/// Words of the longest phrase.
pub const LONGEST_PHRASE: usize = 8;
/// Letters before the star of `bin*`: a shorter beginning would take half of a language.
pub const SHORTEST_PREFIX: usize = 2;
/// The farthest that NEAR looks, in words.
pub const FARTHEST: u8 = 50;
/// What NEAR means without a number.
pub const NEAR: u8 = 6;

/// How a word of a rule is compared with those of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// With the endings and the small words that grow onto it: `table`.
    Inflected,
    /// Letter by letter, after folding: `=table`.
    Exact,
    /// Whatever begins so: `tabl*`.
    Prefix,
}

/// A word as somebody wrote it into a rule, without the signs of its form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    pub text: String,
    pub form: Form,
}

/// A rule as a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// A word, or the words of a phrase in a row.
    Term(Vec<Word>),
    /// At least one of them; two or more, none of which is an `Or`.
    Or(Vec<Self>),
    /// All of the first, in the same sentence, and none of the second. The first of `all` says where the mention is.
    And { all: Vec<Self>, none: Vec<Self> },
    /// Both, from the one to the other at most so many words, in either order.
    Near(Box<Self>, Box<Self>, u8),
}

impl Rule {
    /// The words and phrases of the rule, in order; those after NOT too.
    pub fn terms(&self) -> Vec<&[Word]> {
        let mut found = Vec::new();
        self.walk(&mut |term| found.push(term));
        found
    }

    fn walk<'a>(&'a self, take: &mut impl FnMut(&'a [Word])) {
        match self {
            Self::Term(words) => take(words),
            Self::Or(parts) => parts.iter().for_each(|part| part.walk(take)),
            Self::And { all, none } => all.iter().chain(none).for_each(|part| part.walk(take)),
            Self::Near(left, right, _) => {
                left.walk(take);
                right.walk(take);
            }
        }
    }

    /// `parts` with OR between them; what is an `Or` already is taken apart. None of nothing.
    pub fn any(parts: Vec<Self>) -> Option<Self> {
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::Or(parts) => flat.extend(parts),
                part => flat.push(part),
            }
        }
        if flat.len() > 1 { Some(Self::Or(flat)) } else { flat.pop() }
    }
}

/// What reads as an operator where a word could stand.
pub(super) fn is_operator(piece: &str) -> bool {
    matches!(piece, "OR" | "AND" | "NOT" | "NEAR") || piece.starts_with("NEAR/")
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Inflected => f.write_str(&self.text),
            Form::Exact => write!(f, "={}", self.text),
            Form::Prefix => write!(f, "{}*", self.text),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Term(words) => term(words, f),
            Self::Or(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    f.write_str(if at > 0 { " OR " } else { "" })?;
                    inside(part, matches!(part, Self::Or(_)), f)?;
                }
                Ok(())
            }
            Self::And { all, none } => {
                for (at, part) in all.iter().enumerate() {
                    f.write_str(if at > 0 { " AND " } else { "" })?;
                    inside(part, matches!(part, Self::Or(_) | Self::And { .. }), f)?;
                }
                for part in none {
                    f.write_str(" NOT ")?;
                    inside(part, matches!(part, Self::Or(_) | Self::And { .. }), f)?;
                }
                Ok(())
            }
            Self::Near(left, right, within) => {
                inside(left, matches!(**left, Self::Or(_) | Self::And { .. }), f)?;
                write!(f, " NEAR/{within} ")?;
                inside(right, !matches!(**right, Self::Term(_)), f)
            }
        }
    }
}

fn inside(part: &Rule, bracketed: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if bracketed { write!(f, "({part})") } else { write!(f, "{part}") }
}

fn term(words: &[Word], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let [word] = words
        && !is_operator(&word.to_string())
    {
        return write!(f, "{word}");
    }
    for (at, word) in words.iter().enumerate() {
        write!(f, "{}{word}", if at > 0 { ' ' } else { '"' })?;
    }
    f.write_str("\"")
}
