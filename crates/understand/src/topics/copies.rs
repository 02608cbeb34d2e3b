//! Texts that were sent many times in nearly the same words: one of them is an example of all. Numbers count every one.

use std::collections::HashMap;

use kernel::{Result, Uid};
use serde::Serialize;
use text::twins::Twins;

use super::quotes::{PAGES_MAX, QUOTES_MAX, where_of};
use crate::filters::Condition;
use crate::period::Period;
use crate::subject::Subject;

/// Texts that are compared with one another: the newest, which are all that can be turned to.
pub const COMPARED_MAX: usize = QUOTES_MAX * PAGES_MAX;
/// Letters below which the same words twice are no copy: "Very good" is what many people say.
const SHORT_CHARS: usize = 40;
/// Texts in nearly the same words from which on they are said to be copies, and the share of all texts.
const GROUP_MIN: usize = 5;
const SHARE_MIN: f64 = 0.2;

/// Which texts are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Of those that are nearly the same, the newest.
    #[default]
    Once,
    All,
    /// Only those that came several times, each once, the most frequent first.
    Several,
    /// All that are nearly the same as one text, by its response and key of the answer.
    As(Uid, String),
}

/// Texts in the order in which they came here, by group.
pub struct Groups {
    /// Of each text.
    of: Vec<u32>,
    size: HashMap<u32, usize>,
}

impl Groups {
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut twins = Twins::new(COMPARED_MAX * 4);
        let of: Vec<u32> = texts.map(|text| twins.take(text).group).collect();
        let mut size = HashMap::new();
        for group in &of {
            *size.entry(*group).or_insert(0) += 1;
        }
        Self { of, size }
    }

    pub fn group(&self, text: usize) -> u32 {
        self.of[text]
    }

    /// How many others are nearly the same.
    pub fn alike(&self, text: usize) -> usize {
        self.size.get(&self.of[text]).map_or(0, |size| size - 1)
    }

    /// The first of each group.
    pub fn firsts(&self) -> Vec<usize> {
        let mut seen = std::collections::HashSet::new();
        (0..self.of.len()).filter(|text| seen.insert(self.of[*text])).collect()
    }

    /// The texts of the same group as one, itself among them.
    pub fn like(&self, text: usize) -> Vec<usize> {
        (0..self.of.len()).filter(|other| self.of[*other] == self.of[text]).collect()
    }

    /// Those that came several times, each once, the most frequent first.
    pub fn several(&self) -> Vec<usize> {
        let mut firsts: Vec<usize> = self.firsts().into_iter().filter(|text| self.alike(*text) > 0).collect();
        firsts.sort_by_key(|text| std::cmp::Reverse(self.alike(*text)));
        firsts
    }
}

/// What a page says where many texts are copies.
#[derive(Debug, PartialEq, Serialize)]
pub struct Flood {
    pub copies: usize,
    pub texts: usize,
    /// Of so many texts.
    pub originals: usize,
}

/// Whether a large share of the newest texts are copies of few.
pub async fn flood(subject: &Subject<'_>, conditions: &[Condition], period: Period) -> Result<Option<Flood>> {
    let (texts, all) = where_of(subject, conditions, period, |_| {});
    let sql = format!(
        "select text from verbatims where {texts} and text is not null \
         order by occurred_at desc, _position desc, field limit {COMPARED_MAX}"
    );
    let mut found = subject.lake().query(subject.asking.workspace(), &sql, all.params()).await?;
    let mut texts: Vec<String> = Vec::new();
    while let Some(rows) = found.next_rows().await? {
        texts.extend(rows.iter().filter_map(|row| row.first()?.as_str().map(str::to_owned)));
    }
    tokio::task::spawn_blocking(move || of_texts(&texts)).await.map_err(kernel::Error::internal)
}

fn of_texts(texts: &[String]) -> Option<Flood> {
    let groups = Groups::of(texts.iter().map(String::as_str));
    let is_long = |text: &usize| texts[*text].chars().nth(SHORT_CHARS - 1).is_some();
    let sizes: Vec<usize> = groups.several().into_iter().filter(is_long).map(|text| groups.alike(text) + 1).collect();
    let many: Vec<usize> = sizes.into_iter().filter(|size| *size >= GROUP_MIN).collect();
    let copies: usize = many.iter().sum();
    let is_flood = copies > 0 && copies as f64 >= SHARE_MIN * texts.len() as f64;
    is_flood.then_some(Flood { copies, texts: texts.len(), originals: many.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPAM: &str = "Visit our lovely shop at the corner and get a second coffee for free every Monday";

    #[test]
    fn the_first_stands_for_all_that_are_nearly_the_same() {
        let texts = [
            SPAM,
            "The queue was long",
            "VISIT our lovely shop at the corner and get a second coffee for free every monday!!",
            "Thanks",
        ];
        let groups = Groups::of(texts.into_iter());
        assert_eq!(groups.firsts(), [0, 1, 3]);
        assert_eq!((groups.alike(0), groups.alike(1), groups.alike(2)), (1, 0, 1));
        assert_eq!(groups.like(2), [0, 2]);
        assert_eq!(groups.several(), [0]);
    }

    #[test]
    fn copies_are_told_where_they_are_many_and_long() {
        let texts = |copies: usize, word: &str, others: usize| -> Vec<String> {
            let copied = (0..copies).map(|_| word.to_owned());
            copied.chain((0..others).map(|at| format!("Another thing altogether, number {at} of {}", at * 7))).collect()
        };
        let flood = of_texts(&texts(6, SPAM, 3)).unwrap();
        assert_eq!((flood.copies, flood.texts, flood.originals), (6, 9, 1));
        assert_eq!(of_texts(&texts(4, SPAM, 3)), None, "fewer than five");
        assert_eq!(of_texts(&texts(50, "Very good", 3)), None, "what many people say");
        assert_eq!(of_texts(&[]), None);
    }
}
