//! The picture of an insight: one on its card, a small one on Home.

use jiff::civil::Date;
use serde::Serialize;
use ui::chart::{Chart, Point, Share, Unit};

use super::card::{Card, Cause, Side, Week};
use super::seen::Seen;
use super::words::Teller;

/// Causes of a picture.
const RANKS_MAX: usize = 3;

/// A picture beside a sentence.
#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Mini {
    Sides {
        now: Side,
        before: Side,
        unit: &'static str,
        min: f64,
        max: f64,
    },
    /// What the causes cost, the dearest first.
    Ranks {
        rows: Vec<Rank>,
    },
    /// How often, week by week.
    Spark {
        line: String,
        first: f64,
        last: f64,
        is_share: bool,
    },
    /// What became of all: answered, closed without an answer, in work, waiting, overdue; with where each begins and how wide it is, in percent.
    Parts {
        rows: Vec<Part>,
    },
}

#[derive(Debug, Serialize)]
pub struct Rank {
    text: String,
    /// What the sentence is about.
    is_it: bool,
    cost: String,
    /// Of the dearest, in percent.
    width: f64,
}

#[derive(Debug, Serialize)]
pub struct Part {
    name: &'static str,
    count: u64,
    tone: &'static str,
    x: String,
    width: String,
}

pub fn mini(teller: &Teller<'_>, seen: &Seen) -> Option<Mini> {
    match &seen.card {
        Card::Moved(card) => {
            let metric = Teller::metric(seen)?;
            let (least, most) = metric.axis();
            let pad = (most - least) / 20.0;
            let ends = [card.after, card.was].into_iter().flat_map(|side| [side.low, side.high, Some(side.value)]);
            let ends: Vec<f64> = ends.flatten().collect();
            Some(Mini::Sides {
                now: card.after,
                before: card.was,
                unit: metric.unit_name(),
                min: (ends.iter().copied().fold(f64::INFINITY, f64::min) - pad).max(least),
                max: (ends.iter().copied().fold(f64::NEG_INFINITY, f64::max) + pad).min(most),
            })
        }
        Card::Cause(card) => Some(ranks(teller, card)),
        Card::Emerging(card) => {
            let share = |(_, mentions, texts): &(Date, u64, u64)| 100.0 * *mentions as f64 / (*texts).max(1) as f64;
            spark(&card.weeks.iter().map(share).collect::<Vec<f64>>(), true)
        }
        Card::Silent(card) => spark(&card.weeks.iter().map(|(_, count)| *count as f64).collect::<Vec<f64>>(), false),
        Card::Unanswered(card) => {
            let rows = [
                ("answered", card.answered, "pro"),
                ("silent", card.silent, "none"),
                ("in-work", card.in_work, "pas"),
                ("waiting", card.waiting, "pas"),
                ("overdue", card.overdue, "det"),
            ];
            let mut begin = 0.0;
            let rows = rows.into_iter().filter(|(_, count, _)| *count > 0).map(|(name, count, tone)| {
                let width = 100.0 * count as f64 / card.all.max(1) as f64;
                let x = format!("{begin:.2}%");
                begin += width;
                Part { name, count, tone, x, width: format!("{width:.2}%") }
            });
            Some(Mini::Parts { rows: rows.collect() })
        }
    }
}

fn ranks(teller: &Teller<'_>, card: &Cause) -> Mini {
    let most = card.ranked.iter().map(|(_, points)| points.abs()).fold(f64::MIN_POSITIVE, f64::max);
    let mask = crate::personal::Mask::for_everybody(teller.asking);
    let is_it = |labels: &[(String, String)]| labels.first() == card.labels.first();
    // The cause itself is always drawn; beside it the dearest of the others.
    let (mut rows, others): (Vec<_>, Vec<_>) = card.ranked.iter().partition(|(labels, _)| is_it(labels));
    let dearest_first = |one: &&(_, f64), other: &&(_, f64)| other.1.abs().total_cmp(&one.1.abs());
    let mut others = others;
    others.sort_by(dearest_first);
    rows.extend(others);
    rows.truncate(RANKS_MAX);
    rows.sort_by(dearest_first);
    let rows = rows.into_iter().filter_map(|(labels, points)| {
        let (_, text) = teller.label(labels)?;
        Some(Rank {
            text: mask.text(text).into_owned(),
            is_it: is_it(labels),
            cost: teller.number(-points.abs(), 1),
            width: 100.0 * points.abs() / most,
        })
    });
    Mini::Ranks { rows: rows.collect() }
}

/// A line through `values`, in a box of 100 by 24.
fn spark(values: &[f64], is_share: bool) -> Option<Mini> {
    let (first, last) = (*values.first()?, *values.last()?);
    let most = values.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let step = 100.0 / (values.len().max(2) - 1) as f64;
    let point = |(at, value): (usize, &f64)| format!("{:.1},{:.1}", at as f64 * step, 22.0 - 20.0 * value / most);
    let line = values.iter().enumerate().map(point).collect::<Vec<_>>().join(" ");
    Some(Mini::Spark { line, first, last, is_share })
}

/// The picture of the card.
pub fn chart(teller: &Teller<'_>, seen: &Seen) -> Option<Chart> {
    match &seen.card {
        Card::Moved(card) => {
            let metric = Teller::metric(seen)?;
            let name = teller.metric_name(metric);
            let says = teller.say("understand-insight-trend-says", &[("metric", name.into())]);
            let points = card.weeks.iter().map(|week| point(teller, week)).collect();
            Some(Chart::trend("trend", metric.unit(), says, points, None))
        }
        // What causes cost is drawn as a list: they are few, and their names long.
        Card::Cause(_) => None,
        Card::Emerging(card) => {
            let share = |(first, mentions, texts): &(Date, u64, u64)| {
                let side = stats::percent(*mentions, *texts).map(|share| Side {
                    value: share.value,
                    low: share.range.map(|range| range.low),
                    high: share.range.map(|range| range.high),
                    n: *texts,
                });
                point(teller, &Week { first: *first, last: *first, side })
            };
            let says = teller.asking.text("understand-insight-share-says");
            Some(Chart::trend("trend", Unit::Percent, says, card.weeks.iter().map(share).collect(), None))
        }
        Card::Silent(card) => {
            let count = |(first, count): &(Date, u64)| {
                let side = Side { value: *count as f64, low: None, high: None, n: *count };
                point(teller, &Week { first: *first, last: *first, side: Some(side) })
            };
            let says = teller.asking.text("understand-insight-count-says");
            Some(Chart::trend("trend", Unit::Count, says, card.weeks.iter().map(count).collect(), None))
        }
        Card::Unanswered(card) => {
            let share = |name: &str, count: u64, href: &str| Share {
                label: teller.asking.text(&format!("understand-insight-part-{name}")),
                count,
                href: Some(href.to_owned()),
            };
            let rows = vec![
                share("answered", card.answered, "/act?which=answered"),
                share("silent", card.silent, "/act?which=closed"),
                share("in-work", card.in_work, "/act?which=open"),
                share("waiting", card.waiting, "/act?which=loose"),
                share("overdue", card.overdue, "/act?which=overdue"),
            ];
            let says = teller.asking.text("understand-insight-parts-says");
            let head = teller.asking.text("understand-insight-parts-head");
            Some(Chart::shares("parts", says, head, rows, card.all))
        }
    }
}

fn point(teller: &Teller<'_>, week: &Week) -> Point {
    let day = teller.format.civil_date(week.first);
    Point {
        label: teller.say("understand-insight-week", &[("day", day.clone().into())]),
        tick: day,
        value: week.side.map(|side| side.value),
        low: week.side.and_then(|side| side.low),
        high: week.side.and_then(|side| side.high),
        answers: week.side.map_or(0, |side| side.n),
        href: None,
    }
}
