//! How topics look on pages: rows with their bars and trends.

use std::collections::HashMap;

use kernel::Result;
use serde::Serialize;
use stats::{Range, Tide};
use ui::Tone;
use ui::fluent_bundle::FluentValue;

use super::corpus::{Corpus, Tree};
use super::numbers::{Numbers, Row, days, trends};
use crate::filters::Filters;
use crate::period::{Period, buckets, usual_grain};
use crate::subject::Subject;
use crate::verdict::Verdict;
use measures::Metric;

/// Steps of a small trend.
const STEPS_MAX: usize = 60;
/// Width and height of a small trend, in its own units.
const SPARK: (f64, f64) = (100.0, 24.0);

/// A topic in the table.
#[derive(Debug, Serialize)]
pub struct TopicRow {
    pub name: String,
    pub href: String,
    pub depth: usize,
    pub n: u64,
    pub share: f64,
    pub share_low: Option<f64>,
    pub share_high: Option<f64>,
    pub feels: Option<Feels>,
    pub score: Option<f64>,
    pub others: Option<f64>,
    pub difference: Option<Held>,
    /// Of the score; nothing for topics below others.
    pub points: Option<f64>,
    pub spark: Option<Spark>,
    /// `emerging` or `fading`.
    pub tide: Option<&'static str>,
    pub owner: Option<String>,
    pub few: bool,
    /// Whether it is a part that does not stand out, and so waits until somebody asks for all.
    pub is_aside: bool,
    /// How many of those are below this topic.
    pub aside: usize,
}

/// How those feel about a topic who mention it.
#[derive(Debug, Serialize)]
pub struct Feels {
    pub counts: [u64; 3],
    /// Where the parts of the bar begin and how wide they are, in per cent.
    pub parts: Vec<(&'static str, String, String)>,
    pub neg: f64,
    pub low: f64,
    pub high: f64,
    pub pos: f64,
}

/// A difference with its range and what it means.
#[derive(Debug, Serialize)]
pub struct Held {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub verdict: Verdict,
    pub tone: Option<Tone>,
    /// How many more answers would tell, where nobody can tell yet.
    pub more: Option<u64>,
}

/// A small trend: a line of shares.
#[derive(Debug, Serialize)]
pub struct Spark {
    pub line: String,
    pub first: f64,
    pub last: f64,
}

/// What all rows of a page share.
pub struct Looks<'a> {
    pub subject: &'a Subject<'a>,
    pub filters: &'a Filters,
    pub tree: &'a Tree,
    /// Member id to name.
    pub members: HashMap<String, String>,
}

impl<'a> Looks<'a> {
    pub async fn new(subject: &'a Subject<'a>, filters: &'a Filters, tree: &'a Tree) -> Result<Self> {
        let members = subject.asking.store().members(subject.asking.workspace()).await?.into_iter();
        let named = members.map(|member| (member.id, if member.name.is_empty() { member.email } else { member.name }));
        Ok(Self { subject, filters, tree, members: named.collect() })
    }

    pub fn text(&self, key: &str) -> String {
        self.subject.asking.text(key)
    }

    pub fn says(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.subject.asking.web.pages.text(self.subject.asking.locale, key, args)
    }

    pub fn name(&self, topic: usize) -> String {
        self.tree.topics[topic].name(self.subject.asking.locale.code()).to_owned()
    }

    /// The page of a topic, with the filters of this one.
    pub fn href(&self, topic: usize) -> String {
        let path = format!("{}/texts/{}", self.subject.path(), segment(&self.tree.topics[topic].key));
        self.filters.address(&path).to_string()
    }

    pub fn owner(&self, topic: usize) -> Option<String> {
        self.tree.topics[topic].owner.as_ref().map(|id| self.members.get(id).cloned().unwrap_or_else(|| id.clone()))
    }

    /// The rows of a table, at most `most`.
    pub fn rows(
        &self,
        corpus: &Corpus,
        numbers: &Numbers,
        metric: Option<Metric>,
        period: Period,
        most: usize,
    ) -> Vec<TopicRow> {
        let rows = &numbers.rows[..numbers.rows.len().min(most)];
        let topics: Vec<usize> = rows.iter().map(|row| row.topic).collect();
        let sparks = self.sparks(corpus, &topics, period);
        let row = |(row, spark): (&Row, Option<Spark>)| {
            let range = row.share.range;
            let estimate = |scores| metric.and_then(|metric| metric.estimate(scores)).map(|estimate| estimate.value);
            let points =
                numbers.parts.as_ref().and_then(|parts| parts.of.iter().find(|(topic, _)| *topic == row.topic));
            TopicRow {
                name: self.name(row.topic),
                href: self.href(row.topic),
                depth: self.tree.depth[row.topic],
                n: row.n,
                share: row.share.value,
                share_low: range.map(|range| range.low),
                share_high: range.map(|range| range.high),
                feels: Feels::of(row),
                score: estimate(&row.scores),
                others: estimate(&row.others),
                difference: row.change.map(|(change, q)| Held::of_scores(&change, q)),
                points: points.map(|(_, points)| *points),
                spark,
                tide: match row.movement.tide {
                    Tide::Emerging => Some("emerging"),
                    Tide::Fading => Some("fading"),
                    Tide::Steady | Tide::Unknown => None,
                },
                owner: self.owner(row.topic),
                few: stats::is_small(row.n),
                is_aside: false,
                aside: 0,
            }
        };
        let mut rows: Vec<TopicRow> = rows.iter().zip(sparks).map(row).collect();
        set_aside(&mut rows);
        rows
    }

    fn sparks(&self, corpus: &Corpus, topics: &[usize], period: Period) -> Vec<Option<Spark>> {
        let Some((first, last)) = days(corpus, period) else { return topics.iter().map(|_| None).collect() };
        let (_, steps) = buckets(&self.subject.format, usual_grain(first, last), first, last);
        let from = steps.len().saturating_sub(STEPS_MAX);
        let trends = trends(corpus, topics, &steps, period);
        trends.into_iter().map(|trend| spark(&trend[from..])).collect()
    }
}

impl Feels {
    pub fn of(row: &Row) -> Option<Self> {
        Self::of_counts(row.feels)
    }

    /// Of so many negative, neutral and positive ones.
    pub fn of_counts(counts: [u64; 3]) -> Option<Self> {
        let felt: u64 = counts.iter().sum();
        let share = |n: u64| n as f64 * 100.0 / felt.max(1) as f64;
        let neg = stats::percent(counts[0], felt)?;
        let Range { low, high } = neg.range?;
        let mut from = 0.0;
        let mut parts = Vec::new();
        for (tone, n) in ["det", "pas", "pro"].into_iter().zip(counts) {
            parts.push((tone, format!("{from:.2}%"), format!("{:.2}%", share(n))));
            from += share(n);
        }
        Some(Self { counts, parts, neg: neg.value, low, high, pos: share(counts[2]) })
    }
}

impl Held {
    /// Of two scores: less is worse.
    pub fn of_scores(change: &crate::verdict::Change, q: f64) -> Self {
        let held = Self::of_shares(change, q);
        let tone = match held.verdict {
            verdict if verdict.is_fall() => Some(Tone::Detractor),
            verdict if verdict.is_rise() => Some(Tone::Promoter),
            _ => None,
        };
        Self { tone, ..held }
    }

    /// Of two shares, of which nobody knows whether more is better.
    pub fn of_shares(change: &crate::verdict::Change, q: f64) -> Self {
        let verdict = change.verdict(q);
        Self {
            value: change.difference,
            low: change.difference - change.margin,
            high: change.difference + change.margin,
            more: (verdict == Verdict::CantTell).then(|| change.answers_needed()),
            verdict,
            tone: None,
        }
    }
}

/// Parts stand out that come up or fade, or whose scores are lower than others'. The rest are set aside, and counted on
/// their topic.
fn set_aside(rows: &mut [TopicRow]) {
    let mut topic = None;
    for at in 0..rows.len() {
        let row = &mut rows[at];
        let is_lower = row.difference.as_ref().is_some_and(|held| held.verdict.is_fall());
        if row.depth == 0 {
            topic = Some(at);
        } else if let Some(topic) = topic.filter(|_| row.tide.is_none() && !is_lower) {
            row.is_aside = true;
            rows[topic].aside += 1;
        }
    }
}

fn spark(trend: &[(u64, u64)]) -> Option<Spark> {
    let shares: Vec<(usize, f64)> = trend
        .iter()
        .enumerate()
        .filter(|(_, (_, n))| *n > 0)
        .map(|(at, (hits, n))| (at, *hits as f64 * 100.0 / *n as f64))
        .collect();
    let (first, last) = (shares.first()?.1, shares.last()?.1);
    if shares.len() < 2 {
        return None;
    }
    let most = shares.iter().map(|(_, share)| *share).fold(f64::MIN_POSITIVE, f64::max);
    let steps = (trend.len() - 1).max(1) as f64;
    let point = |(at, share): &(usize, f64)| {
        let (width, height) = SPARK;
        format!("{:.1},{:.1}", width * *at as f64 / steps, 2.0 + (height - 4.0) * (1.0 - share / most))
    };
    Some(Spark { line: shares.iter().map(point).collect::<Vec<_>>().join(" "), first, last })
}

/// A key as one part of a path.
pub fn segment(key: &str) -> String {
    let part = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    key.bytes().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stay_one_part_of_a_path() {
        assert_eq!(segment("food.taste"), "food.taste");
        assert_eq!(segment("a/../b?x #ی"), "a%2F..%2Fb%3Fx%20%23%DB%8C");
    }

    #[test]
    fn a_trend_is_drawn_from_the_steps_with_texts() {
        let drawn = spark(&[(0, 10), (0, 0), (5, 10)]).unwrap();
        assert_eq!((drawn.line.as_str(), drawn.first, drawn.last), ("0.0,22.0 100.0,2.0", 0.0, 50.0));
        assert!(spark(&[(3, 3)]).is_none() && spark(&[]).is_none());
    }
}
