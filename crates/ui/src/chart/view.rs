//! What the chart's template draws: places in per cent, numbers as text.

use kernel::Locale;
use kernel::format::{Format, NO_VALUE};
use serde::Serialize;
use serde_json::json;

use super::grid::{percent, stacked, whisker};
use super::{Band, Bar, Chart, FEW, Group, HeatRow, Kind, Point, Share, Unit, Words};
use crate::{Catalogue, Tone, args};

/// Height of the bars of a distribution, in pixels; the SVG around them is 60 higher.
const BAR_HEIGHT: f64 = 130.0;
/// The widths for which `data.css` has a rule, in rem.
const ROOMS: [u32; 8] = [12, 16, 19, 22, 26, 32, 44, 60];

/// A chart, ready for `parts/chart.html`.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Figure {
    Trend { id: String, sentence: String, data: String, rows: Vec<Row> },
    Distribution { id: String, sentence: String, room: u32, bars: Vec<Column>, groups: Vec<Total>, rows: Vec<Row> },
    Groups { id: String, sentence: String, head: String, rows: Vec<Row> },
    Shares { id: String, sentence: String, head: String, rows: Vec<Row> },
    Bands { id: String, sentence: String, head: String, rows: Vec<Row>, legend: Vec<String>, details: Vec<Vec<Row>> },
    Heat { id: String, sentence: String, head: String, columns: Vec<String>, cells: Vec<HeatRow> },
    Empty { id: String },
}

/// A row of the table behind the picture.
#[derive(Serialize)]
pub(crate) struct Row {
    label: String,
    value: String,
    range: String,
    answers: String,
    href: Option<String>,
    few: bool,
    /// A picture of the row: range or bar, as safe SVG.
    svg: String,
    tone: Option<Tone>,
}

/// A bar of a distribution; `x` and `width` in per cent, `y` and `height` in pixels.
#[derive(Serialize)]
pub(crate) struct Column {
    label: String,
    count: String,
    x: String,
    width: String,
    middle: String,
    y: f64,
    height: f64,
    tone: Option<Tone>,
    href: Option<String>,
    /// Its count stands above it even where there is no room for all.
    marked: bool,
}

/// The sum of one tone.
#[derive(Serialize)]
pub(crate) struct Total {
    tone: Tone,
    key: &'static str,
    share: String,
    count: String,
}

impl Figure {
    pub(crate) fn new(chart: Chart, format: &Format, words: &Catalogue) -> Self {
        let Chart { id, sentence, unit, kind } = chart;
        let writer = Writer { unit, format, words };
        match kind {
            Kind::Trend { points, .. } if points.iter().all(|point| point.value.is_none()) => Self::Empty { id },
            Kind::Distribution { bars, .. } if bars.iter().all(|bar| bar.count == 0) => Self::Empty { id },
            Kind::Groups { rows, .. } if rows.is_empty() => Self::Empty { id },
            Kind::Shares { total: 0, .. } => Self::Empty { id },
            Kind::Parts { rows, .. } if rows.iter().all(|row| row.value.is_none()) => Self::Empty { id },
            Kind::Bands { rows, .. } if rows.iter().all(|row| row.answers == 0) => Self::Empty { id },
            Kind::Heat { rows, .. } if rows.is_empty() => Self::Empty { id },
            Kind::Trend { points, goal } => {
                let data = writer.trend(&points, goal).to_string();
                Self::Trend { id, sentence, data, rows: points.into_iter().map(|p| writer.point(p)).collect() }
            }
            Kind::Distribution { bars, words } => Self::Distribution {
                id,
                sentence,
                room: room(&writer.longest(&bars), bars.len()),
                groups: writer.totals(&bars, words),
                rows: writer.counts(&bars),
                bars: writer.columns(bars),
            },
            Kind::Groups { head, rows, goal } => {
                let axis = axis(unit, rows.iter().flat_map(|row| [row.value, row.low, row.high]).chain([goal]));
                Self::Groups {
                    id,
                    sentence,
                    head,
                    rows: rows.into_iter().map(|g| writer.group(g, axis, goal)).collect(),
                }
            }
            Kind::Shares { head, rows, total } => {
                Self::Shares { id, sentence, head, rows: rows.into_iter().map(|s| writer.share(s, total)).collect() }
            }
            Kind::Parts { head, rows } => {
                Self::Shares { id, sentence, head, rows: rows.into_iter().map(|g| writer.part(g)).collect() }
            }
            Kind::Bands { head, rows } => Self::Bands {
                id,
                sentence,
                head,
                legend: rows
                    .first()
                    .map(|row| row.parts.iter().map(|part| part.label.clone()).collect())
                    .unwrap_or_default(),
                details: rows.iter().map(|row| writer.slices(row)).collect(),
                rows: rows.into_iter().map(|row| writer.band(row)).collect(),
            },
            Kind::Heat { head, columns, rows } => Self::Heat { id, sentence, head, columns, cells: rows },
        }
    }
}

struct Writer<'a> {
    unit: Unit,
    format: &'a Format,
    words: &'a Catalogue,
}

impl Writer<'_> {
    fn locale(&self) -> Locale {
        self.format.locale
    }

    fn value(&self, value: Option<f64>) -> String {
        value.map_or_else(|| NO_VALUE.to_owned(), |value| self.unit.write(self.format, value))
    }

    fn range(&self, low: Option<f64>, high: Option<f64>) -> String {
        let (Some(low), Some(high)) = (low, high) else { return String::new() };
        let (low, high) = self.unit.write_ends(self.format, low, high);
        self.words.plain(self.locale(), "range", &args! { "low" => low, "high" => high })
    }

    fn count(&self, count: u64) -> String {
        self.format.count(count.min(i64::MAX as u64) as i64)
    }

    /// What the script draws; every text in it is final, the script formats nothing.
    fn trend(&self, points: &[Point], goal: Option<f64>) -> serde_json::Value {
        let (min, max) = axis(self.unit, points.iter().flat_map(|p| [p.value, p.low, p.high]).chain([goal]));
        let (ticks, min, max) = ticks(self.unit, min, max);
        let last = points.iter().rev().find(|point| point.value.is_some());
        json!({
            "min": min,
            "max": max,
            "ticks": ticks.iter().map(|tick| json!([tick, self.unit.write(self.format, *tick)])).collect::<Vec<_>>(),
            "goal": goal.map(|goal| json!([goal, self.words.plain(
                self.locale(), "chart-goal", &args! { "goal" => self.unit.write(self.format, goal) })])),
            "last": last.map(|point| self.value(point.value)),
            "points": points.iter().map(|point| json!({
                "label": point.label,
                "tick": point.tick,
                "v": point.value,
                "lo": point.low,
                "hi": point.high,
                "few": point.answers < FEW,
                "href": point.href,
                "text": [
                    self.value(point.value),
                    self.range(point.low, point.high),
                    self.words.plain(self.locale(), "count-answers", &args! { "count" => point.answers }),
                ],
            })).collect::<Vec<_>>(),
        })
    }

    fn point(&self, point: Point) -> Row {
        Row {
            value: self.value(point.value),
            range: self.range(point.low, point.high),
            answers: self.count(point.answers),
            few: point.answers > 0 && point.answers < FEW,
            label: point.label,
            href: point.href,
            svg: String::new(),
            tone: None,
        }
    }

    fn group(&self, group: Group, axis: (f64, f64), goal: Option<f64>) -> Row {
        let interval = group.value.zip(group.low).zip(group.high);
        let svg = interval.map(|((value, low), high)| {
            let label = format!("{}, {}", self.value(Some(value)), self.range(Some(low), Some(high)));
            range(value, low, high, axis, goal, group.tone, &label)
        });
        Row {
            value: self.value(group.value),
            range: self.range(group.low, group.high),
            answers: self.count(group.answers),
            few: group.answers < FEW,
            label: group.label,
            href: group.href,
            svg: svg.unwrap_or_default(),
            tone: group.tone,
        }
    }

    fn share(&self, share: Share, total: u64) -> Row {
        let points = share.count as f64 * 100.0 / total.max(1) as f64;
        Row {
            value: self.format.percent(points, 0),
            range: String::new(),
            answers: self.count(share.count),
            few: false,
            label: share.label,
            href: share.href,
            svg: format!(
                r#"<svg class="bar" height="12" aria-hidden="true"><rect class="track" width="100%" height="12" rx="3"/><rect class="fill" width="{points:.1}%" height="12" rx="3"/></svg>"#
            ),
            tone: None,
        }
    }

    fn part(&self, part: Group) -> Row {
        Row {
            value: self.value(part.value),
            range: self.range(part.low, part.high),
            answers: self.count(part.answers),
            few: false,
            svg: part.value.map(|value| whisker(value, part.low, part.high)).unwrap_or_default(),
            label: part.label,
            href: part.href,
            tone: part.tone,
        }
    }

    fn band(&self, band: Band) -> Row {
        Row {
            value: self.value(band.value),
            range: self.range(band.low, band.high),
            answers: self.count(band.answers),
            few: band.answers < FEW,
            svg: stacked(&band.parts),
            label: band.label,
            href: None,
            tone: None,
        }
    }

    /// How often each score of a band was given.
    fn slices(&self, band: &Band) -> Vec<Row> {
        let total = band.parts.iter().map(|part| part.count).sum();
        let row = |part: &super::Slice| Row {
            label: part.label.clone(),
            value: percent(self.format, part.count, total),
            range: String::new(),
            answers: self.count(part.count),
            href: part.href.clone(),
            few: false,
            svg: String::new(),
            tone: Some(part.tone),
        };
        band.parts.iter().map(row).collect()
    }

    fn columns(&self, bars: Vec<Bar>) -> Vec<Column> {
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1) as f64;
        let marked = marked(&bars);
        let slot = 100.0 / bars.len().max(1) as f64;
        bars.into_iter()
            .enumerate()
            .map(|(place, bar)| {
                let x = slot * place as f64;
                // One answer must be seen beside ten thousand.
                let height = (BAR_HEIGHT * bar.count as f64 / most).max(if bar.count > 0 { 2.0 } else { 0.0 }).round();
                Column {
                    count: self.count(bar.count),
                    x: format!("{:.2}%", x + slot * 0.07),
                    width: format!("{:.2}%", slot * 0.86),
                    middle: format!("{:.2}%", x + slot / 2.0),
                    y: 30.0 + BAR_HEIGHT - height,
                    height,
                    tone: bar.tone,
                    href: bar.href,
                    marked: marked.contains(&place),
                    label: bar.label,
                }
            })
            .collect()
    }

    /// The longest of the counts as they are written.
    fn longest(&self, bars: &[Bar]) -> String {
        bars.iter().map(|bar| self.count(bar.count)).max_by_key(|count| count.chars().count()).unwrap_or_default()
    }

    fn totals(&self, bars: &[Bar], words: Words) -> Vec<Total> {
        let all: u64 = bars.iter().map(|bar| bar.count).sum();
        let keys = match words {
            Words::Nps => ["tone-detractors", "tone-passives", "tone-promoters"],
            Words::Mood => ["tone-negative", "tone-neutral", "tone-positive"],
        };
        [Tone::Detractor, Tone::Passive, Tone::Promoter]
            .into_iter()
            .zip(keys)
            .filter(|(tone, _)| bars.iter().any(|bar| bar.tone == Some(*tone)))
            .map(|(tone, key)| {
                let count = bars.iter().filter(|bar| bar.tone == Some(tone)).map(|bar| bar.count).sum();
                let share = self.format.percent(count as f64 * 100.0 / all.max(1) as f64, 0);
                Total { tone, key, share, count: self.count(count) }
            })
            .collect()
    }

    fn counts(&self, bars: &[Bar]) -> Vec<Row> {
        let all: u64 = bars.iter().map(|bar| bar.count).sum();
        bars.iter()
            .map(|bar| Row {
                label: bar.label.clone(),
                value: self.format.percent(bar.count as f64 * 100.0 / all.max(1) as f64, 0),
                range: String::new(),
                answers: self.count(bar.count),
                href: bar.href.clone(),
                few: false,
                svg: String::new(),
                tone: bar.tone,
            })
            .collect()
    }
}

/// The bars whose count is written above them where there is no room for all: the highest of each tone.
fn marked(bars: &[Bar]) -> Vec<usize> {
    let highest = |tone: Tone| {
        let of_tone = bars.iter().enumerate().filter(|(_, bar)| bar.tone == Some(tone) && bar.count > 0);
        of_tone.max_by_key(|(_, bar)| bar.count).map(|(place, _)| place)
    };
    [Tone::Detractor, Tone::Passive, Tone::Promoter].into_iter().filter_map(highest).collect()
}

/// The least width in rem, among [`ROOMS`], at which every bar has its count above it. At the size of the labels a
/// figure is half a rem wide at most, and needs a fifth between it and the next.
fn room(longest: &str, bars: usize) -> u32 {
    let rem = bars as f64 * (longest.chars().count() as f64 * 0.5 + 0.2);
    ROOMS.into_iter().find(|room| f64::from(*room) >= rem).unwrap_or(ROOMS[ROOMS.len() - 1])
}

/// The interval with its point, as SVG in per cent of its box: it never scales its strokes, and never mirrors.
pub(crate) fn range(
    value: f64,
    low: f64,
    high: f64,
    (min, max): (f64, f64),
    goal: Option<f64>,
    tone: Option<Tone>,
    label: &str,
) -> String {
    let place = |number: f64| ((number - min) / (max - min).max(f64::EPSILON) * 100.0).clamp(0.0, 100.0);
    let tone = tone.map_or("", Tone::as_str);
    let goal = goal
        .map(place)
        .map_or(String::new(), |x| format!(r#"<line class="ref" x1="{x:.1}%" x2="{x:.1}%" y1="0" y2="20"/>"#));
    let (from, to, at) = (place(low), place(high), place(value));
    let label = minijinja::HtmlEscape(label);
    format!(
        r#"<svg class="range {tone}" height="20" role="img" aria-label="{label}"><line class="axis" x1="0" x2="100%" y1="10" y2="10"/>{goal}<rect class="ci" x="{from:.1}%" width="{:.1}%" y="6" height="8" rx="4"/><circle class="at" cx="{at:.1}%" cy="10" r="5"/></svg>"#,
        (to - from).max(1.0)
    )
}

/// The axis for one range on its own: the goal and the interval stand in it with room on both sides, so that a narrow
/// interval is still seen as one.
pub(crate) fn around(unit: Unit, value: f64, low: f64, high: f64, goal: Option<f64>) -> (f64, f64) {
    let reach = ((high - low) * 2.5).max(goal.map_or(0.0, |goal| (goal - value).abs() * 1.6));
    axis(unit, [Some(value - reach), Some(value + reach)].into_iter())
}

/// The part of the axis to draw: what the numbers need, padded, within what the unit allows.
fn axis(unit: Unit, numbers: impl Iterator<Item = Option<f64>>) -> (f64, f64) {
    let (low, high) = numbers
        .flatten()
        .filter(|number| number.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| (low.min(number), high.max(number)));
    let (floor, ceiling, least) = match unit {
        Unit::Nps => (-100.0, 100.0, 20.0),
        Unit::Percent => (0.0, 100.0, 10.0),
        Unit::Mean => (f64::NEG_INFINITY, f64::INFINITY, 0.5),
        Unit::Count => (0.0, f64::INFINITY, 1.0),
    };
    if low > high {
        return (0.0, 1.0);
    }
    let pad = ((high - low) * 0.08).max((least - (high - low)) / 2.0);
    ((low - pad).max(floor), (high + pad).min(ceiling))
}

/// Three to six round numbers over `min` to `max`, and the axis stretched to the outer ones.
fn ticks(unit: Unit, min: f64, max: f64) -> (Vec<f64>, f64, f64) {
    let steps = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0];
    let whole = matches!(unit, Unit::Nps | Unit::Count);
    let scale = if max - min > 500.0 { 10f64.powi((max - min).log10() as i32 - 1) } else { 1.0 };
    let step = steps
        .into_iter()
        .filter(|step| !whole || *step >= 1.0)
        .map(|step| step * scale)
        .find(|step| (max / step).ceil() - (min / step).floor() <= 5.0)
        .unwrap_or(100.0 * scale);
    let (first, last) = ((min / step).floor() as i64, (max / step).ceil() as i64);
    let ticks: Vec<f64> = (first..=last).map(|n| n as f64 * step).collect();
    (ticks, first as f64 * step, last as f64 * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_shows_all_numbers_and_keeps_to_the_unit() {
        let numbers = |list: &[f64]| list.iter().copied().map(Some).collect::<Vec<_>>().into_iter();
        let (min, max) = axis(Unit::Nps, numbers(&[95.0, 100.0]));
        assert!(min <= 90.0 && max == 100.0, "{min} {max}");
        let (min, max) = axis(Unit::Percent, numbers(&[0.0, 3.0]));
        assert!(min == 0.0 && max >= 3.0);
        assert_eq!(axis(Unit::Mean, [None].into_iter()), (0.0, 1.0));
    }

    #[test]
    fn ticks_are_few_round_and_cover_the_axis() {
        for (unit, min, max) in [(Unit::Nps, -3.2, 52.0), (Unit::Mean, 3.71, 4.44), (Unit::Count, 0.0, 48_211.0)] {
            let (ticks, first, last) = ticks(unit, min, max);
            assert!((2..=7).contains(&ticks.len()), "{ticks:?}");
            assert!(first <= min && last >= max, "{ticks:?}");
        }
        assert_eq!(ticks(Unit::Nps, 18.0, 52.0).0, [10.0, 20.0, 30.0, 40.0, 50.0, 60.0]);
    }

    #[test]
    fn every_bar_has_its_count_where_there_is_room() {
        assert_eq!((room("9", 5), room("86", 11), room("926", 11), room("1,234", 11)), (12, 16, 19, 32));
        assert_eq!(room("123,456", 21), 60);
    }

    #[test]
    fn a_single_range_has_room_for_its_goal() {
        let (min, max) = around(Unit::Nps, 31.0, 27.0, 35.0, Some(40.0));
        assert!(min < 20.0 && max > 42.0 && max - min < 80.0, "{min} {max}");
        assert_eq!(around(Unit::Percent, 99.0, 98.0, 100.0, None).1, 100.0);
    }

    #[test]
    fn a_range_off_the_axis_is_cut_not_lost() {
        let svg = range(120.0, -10.0, 300.0, (0.0, 100.0), None, None, "<b>");
        assert!(svg.contains(r#"x="0.0%" width="100.0%""#) && svg.contains(r#"cx="100.0%""#));
        assert!(svg.contains("&lt;b&gt;"));
    }
}
