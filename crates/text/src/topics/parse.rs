//! Reads rules. Says what is wrong where, so that a page can show it in the reader's language.

use std::fmt;

use super::rule::{
    DEEPEST, FARTHEST, Form, LONGEST_PHRASE, LONGEST_RULE, MOST_TERMS, NEAR, Rule, SHORTEST_PREFIX, Word, is_operator,
};

/// What is wrong with a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing in it.
    Empty,
    /// More than [`LONGEST_RULE`] letters.
    TooLong,
    /// More than [`MOST_TERMS`] words and phrases.
    TooManyTerms,
    /// Brackets more than [`DEEPEST`] deep.
    TooDeep,
    /// A phrase of more than [`LONGEST_PHRASE`] words.
    PhraseTooLong,
    /// A quotation mark that nothing closes.
    OpenQuote,
    /// Quotation marks or brackets with nothing between them.
    Hollow,
    /// A bracket that nothing closes.
    OpenBracket,
    /// A bracket that nothing opened.
    StrayBracket,
    /// An operator with nothing before or after it.
    MissingTerm,
    /// Two parts side by side that are not plain words: AND, OR or NEAR belongs between them.
    MissingOperator,
    /// NOT without anything that is wanted.
    OnlyNot,
    /// NEAR beside AND or NOT: it measures between words, phrases and choices of them.
    NearOfAnd,
    /// NEAR/0, NEAR/x, or farther than [`FARTHEST`].
    BadDistance,
    /// Fewer than [`SHORTEST_PREFIX`] letters before a star.
    ShortPrefix,
    /// A star that is not at the end of a word, or an equals sign not at its beginning, or both at one word.
    StrayMark,
    /// Neither letters nor digits nor a picture.
    NoLetters,
}

impl Problem {
    /// A name that stays: catalogues of messages have it in their keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::TooManyTerms => "too-many-terms",
            Self::TooDeep => "too-deep",
            Self::PhraseTooLong => "phrase-too-long",
            Self::OpenQuote => "open-quote",
            Self::Hollow => "hollow",
            Self::OpenBracket => "open-bracket",
            Self::StrayBracket => "stray-bracket",
            Self::MissingTerm => "missing-term",
            Self::MissingOperator => "missing-operator",
            Self::OnlyNot => "only-not",
            Self::NearOfAnd => "near-of-and",
            Self::BadDistance => "bad-distance",
            Self::ShortPrefix => "short-prefix",
            Self::StrayMark => "stray-mark",
            Self::NoLetters => "no-letters",
        }
    }

    /// What is wrong and what to do, for the log and the command line.
    fn advice(self) -> &'static str {
        match self {
            Self::Empty => "the rule is empty: write at least one word",
            Self::TooLong => "the rule is too long: divide it between parts of the topic",
            Self::TooManyTerms => "too many words: divide the rule between parts of the topic",
            Self::TooDeep => "too many brackets within brackets: take some away",
            Self::PhraseTooLong => "the phrase is too long: shorten it, or put AND between two halves",
            Self::OpenQuote => "the phrase has no end: add a quotation mark",
            Self::Hollow => "there is nothing in it: write a word or take the marks away",
            Self::OpenBracket => "the bracket is not closed: add )",
            Self::StrayBracket => "nothing was opened that this could close: take it away or add (",
            Self::MissingTerm => "a word is missing beside the operator: add one or take the operator away",
            Self::MissingOperator => "put OR, AND or NEAR between these",
            Self::OnlyNot => "NOT alone would match nearly everything: say first what is wanted",
            Self::NearOfAnd => "NEAR measures between words: take AND and NOT out of it",
            Self::BadDistance => "write the distance as a number of words from 1 to 50, as in NEAR/6",
            Self::ShortPrefix => "at least two letters must stand before the star",
            Self::StrayMark => "a star stands at the end of a word, an equals sign at its beginning, never both",
            Self::NoLetters => "there is no letter in it: write a word, or take it away",
        }
    }
}

/// What is wrong with a rule, where, and on which piece of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    pub problem: Problem,
    /// The letter of the rule where the piece begins, from 1, in code points.
    pub column: usize,
    /// As it was written, shortened to [`PIECE`] letters.
    pub piece: String,
}

/// Letters of a rule that an error quotes.
pub const PIECE: usize = 40;

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: {}", self.column, self.problem.advice())?;
        if self.piece.is_empty() { Ok(()) } else { write!(f, " ({})", self.piece) }
    }
}

impl std::error::Error for RuleError {}

/// A piece of a rule and where it begins, in code points from 0.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    at: usize,
    what: What,
}

#[derive(Debug, Clone, PartialEq)]
enum What {
    Word(String),
    Phrase(Vec<(usize, String)>),
    Open,
    Close,
    Or,
    And,
    Not,
    Near(u8),
}

impl std::str::FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let chars: Vec<char> = text.chars().take(LONGEST_RULE + 1).collect();
        if chars.len() > LONGEST_RULE {
            return Err(RuleError { problem: Problem::TooLong, column: LONGEST_RULE + 1, piece: String::new() });
        }
        let pieces = pieces(&chars)?;
        if pieces.is_empty() {
            return Err(RuleError { problem: Problem::Empty, column: 1, piece: String::new() });
        }
        let mut parser = Parser { chars: &chars, pieces: &pieces, at: 0, depth: 0, terms: 0 };
        let rule = parser.or()?;
        match parser.pieces.get(parser.at) {
            None => Ok(rule),
            Some(piece) => Err(parser.error(Problem::StrayBracket, piece.at)),
        }
    }
}

fn error(chars: &[char], problem: Problem, at: usize) -> RuleError {
    let stop = |c: char| c.is_whitespace() || is_comma(c);
    let first = |at: usize, &c: &char| at == 0 || !stop(c);
    let rest = chars.get(at..).unwrap_or_default();
    let length = rest.iter().enumerate().take(PIECE).take_while(|(at, c)| first(*at, c)).count();
    RuleError { problem, column: at + 1, piece: rest[..length].iter().collect() }
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | ';' | '؛')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn pieces(chars: &[char]) -> Result<Vec<Piece>, RuleError> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let begin = at;
        at += 1;
        let what = match chars[begin] {
            c if c.is_whitespace() => continue,
            '(' => What::Open,
            ')' => What::Close,
            c if is_comma(c) => What::Or,
            c if is_quote(c) => {
                let length = chars[at..].iter().position(|&c| is_quote(c));
                let end = at + length.ok_or_else(|| error(chars, Problem::OpenQuote, begin))?;
                let words = phrase(chars, at, end);
                at = end + 1;
                if words.is_empty() {
                    return Err(error(chars, Problem::Hollow, begin));
                }
                What::Phrase(words)
            }
            _ => {
                let stop = |c: char| c.is_whitespace() || is_comma(c) || is_quote(c) || matches!(c, '(' | ')');
                at = begin + chars[begin..].iter().take_while(|&&c| !stop(c)).count();
                let text: String = chars[begin..at].iter().collect();
                word_or_operator(&text).ok_or_else(|| error(chars, Problem::BadDistance, begin))?
            }
        };
        found.push(Piece { at: begin, what });
    }
    Ok(found)
}

/// The words of `chars[begin..end]`, each with its place.
fn phrase(chars: &[char], begin: usize, end: usize) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut within = false;
    for (at, &c) in chars[..end].iter().enumerate().skip(begin) {
        let blank = c.is_whitespace() || is_comma(c) || matches!(c, '(' | ')');
        match words.last_mut() {
            _ if blank => {}
            Some((_, word)) if within => word.push(c),
            _ => words.push((at, c.to_string())),
        }
        within = !blank;
    }
    words
}

/// None if it is NEAR with a distance that is none.
fn word_or_operator(text: &str) -> Option<What> {
    Some(match text {
        "OR" => What::Or,
        "AND" => What::And,
        "NOT" => What::Not,
        "NEAR" => What::Near(NEAR),
        text if is_operator(text) => {
            let distance = text.strip_prefix("NEAR/")?.parse().ok()?;
            What::Near(Some(distance).filter(|distance| (1..=FARTHEST).contains(distance))?)
        }
        text => What::Word(text.to_owned()),
    })
}

struct Parser<'a> {
    chars: &'a [char],
    pieces: &'a [Piece],
    at: usize,
    depth: usize,
    terms: usize,
}

impl Parser<'_> {
    fn error(&self, problem: Problem, at: usize) -> RuleError {
        error(self.chars, problem, at)
    }

    fn next(&self) -> Option<&What> {
        self.pieces.get(self.at).map(|piece| &piece.what)
    }

    fn takes(&mut self, what: &What) -> bool {
        let taken = self.next() == Some(what);
        self.at += usize::from(taken);
        taken
    }

    fn or(&mut self) -> Result<Rule, RuleError> {
        let mut parts = vec![self.and()?];
        while self.takes(&What::Or) {
            // A comma at the end of a list does no harm.
            let trailing = self.chars[self.pieces[self.at - 1].at];
            if is_comma(trailing) && matches!(self.next(), None | Some(What::Close)) {
                break;
            }
            parts.push(self.and()?);
        }
        Rule::any(parts).ok_or_else(|| self.error(Problem::Empty, 0))
    }

    fn and(&mut self) -> Result<Rule, RuleError> {
        let begin = self.pieces.get(self.at).map_or(self.chars.len(), |piece| piece.at);
        let (mut all, mut none) = (Vec::new(), Vec::new());
        loop {
            if self.takes(&What::Not) {
                none.push(self.near()?);
            } else {
                match self.near()? {
                    Rule::And { all: more, none: others } => {
                        all.extend(more);
                        none.extend(others);
                    }
                    part => all.push(part),
                }
            }
            match self.next() {
                Some(What::And) => self.at += 1,
                Some(What::Not) => {}
                _ => break,
            }
        }
        if all.is_empty() {
            return Err(self.error(Problem::OnlyNot, begin));
        }
        match (all.len(), none.len()) {
            (1, 0) => Ok(all.remove(0)),
            _ => Ok(Rule::And { all, none }),
        }
    }

    fn near(&mut self) -> Result<Rule, RuleError> {
        let begin = self.at;
        let mut left = self.unit()?;
        while let Some(&What::Near(within)) = self.next() {
            self.at += 1;
            let right = self.unit()?;
            let combined = |rule: &Rule| holds_and(rule);
            if combined(&left) || combined(&right) {
                return Err(self.error(Problem::NearOfAnd, self.pieces[begin].at));
            }
            left = Rule::Near(Box::new(left), Box::new(right), within);
        }
        match self.pieces.get(self.at) {
            Some(Piece { at, what: What::Word(_) | What::Phrase(_) | What::Open }) => {
                Err(self.error(Problem::MissingOperator, *at))
            }
            _ => Ok(left),
        }
    }

    fn unit(&mut self) -> Result<Rule, RuleError> {
        let Some(piece) = self.pieces.get(self.at) else {
            let last = self.pieces.last().map_or(0, |piece| piece.at);
            return Err(self.error(Problem::MissingTerm, last));
        };
        match &piece.what {
            What::Open => self.bracket(piece.at),
            What::Phrase(words) => {
                self.at += 1;
                self.term(words.clone(), piece.at)
            }
            What::Word(_) => {
                // Words side by side are a phrase.
                let mut words = Vec::new();
                while let Some(Piece { at, what: What::Word(word) }) = self.pieces.get(self.at) {
                    words.push((*at, word.clone()));
                    self.at += 1;
                }
                self.term(words, piece.at)
            }
            What::Close if self.depth == 0 => Err(self.error(Problem::StrayBracket, piece.at)),
            _ => Err(self.error(Problem::MissingTerm, piece.at)),
        }
    }

    fn bracket(&mut self, begin: usize) -> Result<Rule, RuleError> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.error(Problem::TooDeep, begin));
        }
        if self.next() == Some(&What::Close) {
            return Err(self.error(Problem::Hollow, begin));
        }
        let rule = self.or()?;
        if !self.takes(&What::Close) {
            return Err(self.error(Problem::OpenBracket, begin));
        }
        self.depth -= 1;
        Ok(rule)
    }

    fn term(&mut self, words: Vec<(usize, String)>, begin: usize) -> Result<Rule, RuleError> {
        self.terms += 1;
        if self.terms > MOST_TERMS {
            return Err(self.error(Problem::TooManyTerms, begin));
        }
        let words: Vec<Word> = words.into_iter().map(|(at, text)| self.word(&text, at)).collect::<Result<_, _>>()?;
        let count: usize = words.iter().map(|word| super::words::pieces(&word.text).len()).sum();
        if count > LONGEST_PHRASE {
            return Err(self.error(Problem::PhraseTooLong, begin));
        }
        Ok(Rule::Term(words))
    }

    fn word(&self, text: &str, at: usize) -> Result<Word, RuleError> {
        let (exact, rest) = text.strip_prefix('=').map_or((false, text), |rest| (true, rest));
        let (prefix, rest) = rest.strip_suffix('*').map_or((false, rest), |rest| (true, rest));
        if rest.contains(['*', '=']) || exact && prefix {
            return Err(self.error(Problem::StrayMark, at));
        }
        let pieces = super::words::pieces(rest);
        let Some(last) = pieces.last() else {
            return Err(self.error(Problem::NoLetters, at));
        };
        if prefix && last.chars().count() < SHORTEST_PREFIX {
            return Err(self.error(Problem::ShortPrefix, at));
        }
        let form = match (exact, prefix) {
            (true, _) => Form::Exact,
            (_, true) => Form::Prefix,
            _ => Form::Inflected,
        };
        Ok(Word { text: rest.to_owned(), form })
    }
}

fn holds_and(rule: &Rule) -> bool {
    match rule {
        Rule::Term(_) => false,
        Rule::And { .. } => true,
        Rule::Or(parts) => parts.iter().any(holds_and),
        Rule::Near(left, right, _) => holds_and(left) || holds_and(right),
    }
}
