//! What a change of topics would change, on the newest texts: how many mention a topic now and would then, and examples
//! with the words that decide.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Error, Result};
use serde::Serialize;
use store::topics::Topic;
use text::Reader;
use text::topics::Finder;
use text::topics::bounds::{SAMPLE, WIDE};
use ui::http::Asking;

use super::sample::{self, Said};
use crate::personal::Mask;
use crate::subject::Ground;
use crate::topics::judge::Known;

/// Examples of each kind.
const EXAMPLES_MAX: usize = 6;
/// Topics that are said to change.
const ROWS_MAX: usize = 100;
/// Letters of an example, and how many of them stand before the first that counts.
const SHOWN_CHARS: usize = 280;
const BEFORE_CHARS: usize = 80;

#[derive(Debug, Default, Serialize)]
pub struct Effect {
    /// Texts that were looked at.
    pub texts: usize,
    /// How many of them mention what the change is about now, and would then.
    pub now: usize,
    pub then: usize,
    /// It would be found in nearly every text.
    pub is_wide: bool,
    pub gained: Vec<Example>,
    pub lost: Vec<Example>,
    pub kept: Vec<Example>,
    /// Every topic for which something changes.
    pub rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub struct Row {
    #[serde(skip)]
    pub key: String,
    pub name: String,
    pub now: usize,
    pub then: usize,
    pub gained: usize,
    pub lost: usize,
}

/// A text, or a stretch of it, in pieces.
#[derive(Debug, Serialize)]
pub struct Example {
    pub href: String,
    /// Nothing where it cannot be told.
    pub tag: Option<String>,
    pub pieces: Vec<Piece>,
    pub is_cut: bool,
}

#[derive(Debug, Serialize)]
pub struct Piece {
    pub text: String,
    pub is_hit: bool,
}

/// What changes when `after` takes the place of `before`; examples are of the topics named in `focus`.
pub async fn effect(
    asking: &Asking,
    ground: &Ground,
    before: &[Topic],
    after: &[Topic],
    focus: &[&str],
) -> Result<Effect> {
    let said = sample::newest(asking, ground).await?;
    let names: BTreeMap<String, String> = before
        .iter()
        .chain(after)
        .map(|topic| (topic.key.clone(), topic.name(asking.locale.code()).to_owned()))
        .collect();
    let (before, after) = (before.to_vec(), after.to_vec());
    let focus: BTreeSet<String> = focus.iter().map(|key| (*key).to_owned()).collect();
    let mask = Mask::by_rule(asking);
    let work = move || {
        let (before, after) = Known::of(&before).zip(Known::of(&after))?;
        Some(weigh(&Side::new(&before, &focus, &mask), &Side::new(&after, &focus, &mask), &said, &names))
    };
    let found = tokio::task::spawn_blocking(work).await.map_err(Error::internal)?;
    found.ok_or_else(|| Error::internal("topics were tried that cannot be read"))
}

/// Topics with what is looked for among them.
pub struct Side<'a> {
    known: &'a Known,
    /// Which of them are looked at.
    focus: Vec<bool>,
    mask: &'a Mask,
}

impl<'a> Side<'a> {
    pub fn new(known: &'a Known, focus: &BTreeSet<String>, mask: &'a Mask) -> Self {
        Self { focus: known.keys.iter().map(|key| focus.contains(&**key)).collect(), known, mask }
    }

    /// The text with the words that mention what is looked at.
    pub fn example(&self, said: &Said) -> Example {
        let mentions = Finder::new(&self.known.matcher).mentions(&said.text, &said.language, &Reader::new());
        let counts = |topic: usize| self.known.matcher.lineage(topic).any(|above| self.focus[above]);
        let spans = mentions.into_iter().filter(|mention| counts(mention.topic)).map(|m| (m.start, m.end));
        Example::new(said, spans.collect(), self.mask)
    }
}

fn weigh(before: &Side<'_>, after: &Side<'_>, said: &[Said], names: &BTreeMap<String, String>) -> Effect {
    let (mut old, mut new) = (Finder::new(&before.known.matcher), Finder::new(&after.known.matcher));
    let mut effect = Effect { texts: said.len(), ..Effect::default() };
    let mut rows: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for one in said {
        let (was, is) = (old.topics(&one.text, &one.language), new.topics(&one.text, &one.language));
        let keys = |side: &'_ Side<'_>, found: &[usize]| -> BTreeSet<String> {
            found.iter().map(|&at| side.known.keys[at].to_string()).collect()
        };
        let (was_in, is_in) = (was.iter().any(|&at| before.focus[at]), is.iter().any(|&at| after.focus[at]));
        effect.now += usize::from(was_in);
        effect.then += usize::from(is_in);
        let (shown, side) = match (was_in, is_in) {
            (false, true) => (Some(&mut effect.gained), after),
            (true, false) => (Some(&mut effect.lost), before),
            (true, true) => (Some(&mut effect.kept), after),
            (false, false) => (None, after),
        };
        // Copies of one text are one example.
        if let Some(shown) = shown.filter(|shown| shown.len() < EXAMPLES_MAX)
            && seen.insert(one.text.trim())
        {
            shown.push(side.example(one));
        }
        let (was, is) = (keys(before, &was), keys(after, &is));
        for key in was.union(&is) {
            let tally = rows.entry(key.clone()).or_default();
            let (was, is) = (was.contains(key), is.contains(key));
            let counts = [was, is, is && !was, was && !is].map(usize::from);
            tally.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }
    effect.is_wide = effect.texts >= SAMPLE && effect.then as f64 > WIDE * effect.texts as f64;
    // In the order of the tree as it will be, then those that go.
    let order = after.known.keys.iter().chain(before.known.keys.iter().filter(|key| !after.known.keys.contains(key)));
    let row = |key: &str| {
        let &[now, then, gained, lost] = rows.get(key)?;
        let name = names.get(key)?.clone();
        (gained + lost > 0).then_some(Row { key: key.to_owned(), name, now, then, gained, lost })
    };
    effect.rows = order.filter_map(|key| row(key)).take(ROWS_MAX).collect();
    effect
}

impl Example {
    /// `spans` in code points of the original; they may overlap.
    pub fn new(said: &Said, spans: Vec<(usize, usize)>, mask: &Mask) -> Self {
        let masked = mask.spans(&said.text);
        let moved = spans.into_iter().map(|(start, end)| (masked.place(start), masked.place(end)));
        let mut spans: Vec<(usize, usize)> = moved.collect();
        spans.sort_unstable();
        let chars: Vec<char> = masked.text.chars().collect();
        let first = spans.first().map_or(0, |span| span.0);
        let begin = if chars.len() <= SHOWN_CHARS { 0 } else { first.saturating_sub(BEFORE_CHARS) };
        let end = chars.len().min(begin + SHOWN_CHARS);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = begin;
        let mut push = |from: usize, to: usize, is_hit: bool| {
            if from < to {
                pieces.push(Piece { text: chars[from..to].iter().collect(), is_hit });
            }
        };
        for (start, stop) in spans {
            let (start, stop) = (start.clamp(at, end), stop.clamp(at, end));
            push(at, start, false);
            push(start, stop, true);
            at = stop;
        }
        push(at, end, false);
        Self {
            href: format!("/understand/responses/{}", said.uid),
            tag: Some(said.language.clone()).filter(|tag| tag != "und"),
            pieces,
            is_cut: begin > 0 || end < chars.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(text: &str, spans: &[(usize, usize)]) -> Vec<(String, bool)> {
        let said = Said { uid: kernel::Uid([0; 16]), field: "why".into(), text: text.into(), language: "en".into() };
        let pieces = Example::new(&said, spans.to_vec(), &Mask::none()).pieces;
        pieces.into_iter().map(|piece| (piece.text, piece.is_hit)).collect()
    }

    #[test]
    fn examples_show_the_words_that_decide() {
        let found = example("the bins smell", &[(4, 8), (4, 8)]);
        assert_eq!(found, [("the ".into(), false), ("bins".into(), true), (" smell".into(), false)]);
        assert_eq!(example("سطل پر", &[(0, 3)]), [("سطل".into(), true), (" پر".into(), false)]);
        // Overlapping, and past the end.
        assert_eq!(
            example("abcd", &[(0, 2), (1, 3), (3, 9)]),
            [("ab".into(), true), ("c".into(), true), ("d".into(), true)]
        );
        let long = format!("{}bins{}", "x".repeat(1_000), "y".repeat(1_000));
        let found = example(&long, &[(1_000, 1_004)]);
        assert_eq!(found[1], ("bins".into(), true));
        assert_eq!(found.iter().map(|(text, _)| text.len()).sum::<usize>(), SHOWN_CHARS);
    }
}
