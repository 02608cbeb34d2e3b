//! Numbers, dates and times: where they lie.

use jiff::civil::Date;
use kernel::Timestamp;
use kernel::format::Grain;
use ui::Chart;
use ui::chart::{Bar, Share, Words};

use super::section::{Report, Section, Unit};
use crate::surveys::view::Tile;

/// Bars of a histogram.
const BINS_MAX: f64 = 8.0;
/// Labels longer than this stand beside bars that lie.
const LABEL_CHARS_MAX: usize = 6;
/// Months that are shown one by one; more are counted by year.
const MONTHS_MAX: usize = 24;
/// Hours that share a bar.
const HOURS: usize = 2;

impl Report<'_> {
    /// A histogram, with median, quartiles and mean.
    pub(super) fn measured(&self, unit: &Unit<'_>, section: &mut Section) {
        let counts = self.counts(&unit.key);
        let n = counts.scored();
        if n == 0 || !self.tally.shows(n) {
            return;
        }
        let (Some((least, _)), Some((most, _))) = (counts.scores.first(), counts.scores.last()) else { return };
        let text = |key: &str| self.reader.text(key);
        let format = self.reader.format;
        let whole = counts.scores.iter().all(|(score, _)| score.fract() == 0.0);
        let decimals = u8::from(!whole) * 2;
        if !self.tally.floor {
            // The middle person's own number is nobody's business where a floor holds.
            let quartile = |q| counts.quantile(q).map_or_else(String::new, |value| format.number(value, decimals));
            let note = self.reader.says(
                "understand-report-quartiles",
                &[("low", quartile(0.25).into()), ("high", quartile(0.75).into())],
            );
            let tile = Tile::named(text("understand-report-median"), "mean");
            section.tiles.push(Tile { value: counts.quantile(0.5), note, ..tile });
        }
        if let Some(mean) = stats::mean(&counts.moments()) {
            let range = mean.range.filter(|_| !self.tally.floor);
            let tile = Tile::named(text("understand-report-mean"), "mean");
            section.tiles.push(Tile {
                value: Some(mean.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                ..tile
            });
        }
        let width = width(*least, *most, whole);
        let first = (least / width).floor();
        let bins = ((most / width).floor() - first) as usize + 1;
        let mut heights = vec![0u64; bins];
        for (score, count) in &counts.scores {
            let bin = ((score / width).floor() - first).max(0.0) as usize;
            heights[bin.min(bins - 1)] += count;
        }
        if self.tally.cells(&heights, n, true).iter().any(Option::is_none) {
            return self.hidden(section);
        }
        let label = |bin: usize| {
            let low = (first + bin as f64) * width;
            let high = if whole { low + width - 1.0 } else { low + width };
            let low_text = format.number(low, decimals);
            if whole && width == 1.0 { low_text } else { format!("{low_text}–{}", format.number(high, decimals)) }
        };
        let href = |bin: usize| {
            let low = (first + bin as f64) * width;
            whole.then(|| self.behind_scores(&unit.key, low as i64, (low + width - 1.0) as i64)).flatten()
        };
        let bars = heights.iter().enumerate().map(|(bin, count)| (label(bin), *count, href(bin))).collect();
        self.bars(section, "values", bars, n);
    }

    /// By month, or by year where they are many.
    pub(super) fn dates(&self, unit: &Unit<'_>, section: &mut Section) {
        let counts = self.counts(&unit.key);
        let format = self.reader.format;
        let mut days: Vec<(Date, u64)> =
            counts.words.iter().filter_map(|(word, n)| Some((word.parse().ok()?, *n))).collect();
        days.sort_unstable();
        let noon = |day: Date| {
            let at = day.at(12, 0, 0, 0).to_zoned(format.zone.clone());
            at.map_or(Timestamp(0), |at| Timestamp::from(at.timestamp()))
        };
        let by = |name: &dyn Fn(Date) -> String| {
            let mut rows: Vec<(String, u64)> = Vec::new();
            for (day, n) in &days {
                let label = name(*day);
                match rows.last_mut() {
                    Some((known, sum)) if *known == label => *sum += n,
                    _ => rows.push((label, *n)),
                }
            }
            rows
        };
        let mut rows = by(&|day| format.bucket(Grain::Month, noon(day)));
        if rows.len() > MONTHS_MAX {
            rows = by(&|day| {
                // The year of the reader's calendar is the last word of a month's name.
                let month = format.bucket(Grain::Month, noon(day));
                month.rsplit(' ').next().unwrap_or(&month).to_owned()
            });
        }
        let n = rows.iter().map(|(_, n)| n).sum();
        let heights: Vec<u64> = rows.iter().map(|(_, n)| *n).collect();
        if self.tally.cells(&heights, n, true).iter().any(Option::is_none) {
            return self.hidden(section);
        }
        self.lying(section, "days", rows.into_iter().map(|(label, n)| (label, n, None)).collect(), n);
    }

    /// By hour of the day.
    pub(super) fn times(&self, unit: &Unit<'_>, section: &mut Section) {
        let mut heights = [0u64; 24 / HOURS];
        for (word, n) in &self.counts(&unit.key).words {
            let hour = word.get(..2).and_then(|hour| hour.parse::<usize>().ok()).filter(|hour| *hour < 24);
            if let Some(hour) = hour {
                heights[hour / HOURS] += n;
            }
        }
        let n = heights.iter().sum();
        if self.tally.cells(&heights, n, true).iter().any(Option::is_none) {
            return self.hidden(section);
        }
        let label = |bin: usize| self.reader.format.count((bin * HOURS) as i64);
        let bars = heights.iter().enumerate().map(|(bin, count)| (label(bin), *count, None)).collect();
        self.bars(section, "hours", bars, n);
    }

    fn bars(&self, section: &mut Section, name: &str, bars: Vec<(String, u64, Option<String>)>, n: u64) {
        if bars.iter().any(|(label, ..)| label.chars().count() > LABEL_CHARS_MAX) {
            return self.lying(section, name, bars, n);
        }
        let bars = bars.into_iter().map(|(label, count, href)| Bar { label, count, tone: None, href }).collect();
        let says = self.says_count("understand-report-values-says", n);
        section.charts.push(Chart::distribution(&format!("{}-{name}", section.id), Words::Mood, says, bars));
    }

    fn lying(&self, section: &mut Section, name: &str, bars: Vec<(String, u64, Option<String>)>, n: u64) {
        let rows = bars.into_iter().map(|(label, count, href)| Share { label, count, href }).collect();
        let says = self.says_count("understand-report-values-says", n);
        let head = self.reader.text("understand-report-value");
        section.charts.push(Chart::shares(&format!("{}-{name}", section.id), says, head, rows, n));
    }
}

/// The width of a bin: 1, 2 or 5 times a power of ten, so that there are a handful; of whole numbers at least 1.
fn width(least: f64, most: f64, whole: bool) -> f64 {
    let span = (most - least).max(f64::EPSILON);
    let mut power = 10f64.powf((span / BINS_MAX).log10().floor());
    if whole {
        power = power.max(1.0);
    }
    let fits = |width: &f64| (most / width).floor() - (least / width).floor() < BINS_MAX;
    [1.0, 2.0, 5.0, 10.0, 20.0].into_iter().map(|step| step * power).find(fits).unwrap_or(power * 50.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_are_round_and_few() {
        assert_eq!(width(1.0, 5.0, true), 1.0);
        assert_eq!(width(0.0, 99.0, true), 20.0);
        assert_eq!(width(18.0, 18.0, true), 1.0);
        assert_eq!(width(0.1, 0.9, false), 0.2);
        for (least, most) in [(0.0, 7.0), (-40.0, 1e6), (3.5, 3.6)] {
            let width = width(least, most, false);
            assert!((most / width).floor() - (least / width).floor() < BINS_MAX, "{least} {most} {width}");
        }
    }
}
