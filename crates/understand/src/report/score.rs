//! Scores: how often each was given, and the number that they make.

use ui::Chart;
use ui::chart::{Bar, Unit as Measure, Words};

use kernel::survey::Kind;

use super::section::{Report, Section, Unit};
use crate::surveys::view::Tile;
use measures::Metric;

/// A scale with more points is drawn in steps.
const BARS_MAX: i64 = 21;
const STEPS: i64 = 10;

impl Report<'_> {
    pub(super) fn scored(&self, unit: &Unit<'_>, section: &mut Section) {
        let Some(metric) = Metric::of(unit.question) else { return };
        let counts = self.counts(&unit.key);
        let scores = counts.scores();
        let format = self.reader.format;
        if let Some(estimate) = metric.estimate(&scores) {
            let (min, max) = metric.axis();
            let is_mean = metric.unit() == Measure::Mean;
            let (low, high) = self.range(estimate.range, metric.axis(), if is_mean { 0.5 } else { 5.0 });
            let value = match (self.tally.floor, is_mean) {
                (false, _) => estimate.value,
                (true, true) => (estimate.value * 10.0).round() / 10.0,
                (true, false) => estimate.value.round(),
            };
            let name = match metric.kind {
                Kind::Nps | Kind::Csat | Kind::Ces => self.reader.text(&format!("understand-metric-{}", metric.kind)),
                _ => self.reader.text("understand-report-mean"),
            };
            let tile = Tile::named(name, metric.unit_name());
            section.tiles.push(Tile { value: Some(value), low, high, min: Some(min), max: Some(max), ..tile });
        }
        let (from, to) = (i64::from(metric.scale.from), i64::from(metric.scale.to));
        let single: Vec<(i64, i64)> = (from..=to).map(|score| (score, score)).collect();
        let step = (to - from + 1).div_euclid(STEPS).max(1);
        let steps = (from..=to).step_by(step as usize).map(|low| (low, (low + step - 1).min(to))).collect();
        let groups = metric.groups().into_iter().map(|(_, low, high)| (low, high)).collect();
        let finest = if to - from < BARS_MAX { single } else { steps };
        let n = scores.total();
        // With a floor, the finest picture in which no bar is about one to four people.
        for bars in [finest, groups] {
            let heights: Vec<u64> = bars.iter().map(|(low, high)| scores.between(*low, *high)).collect();
            if self.tally.cells(&heights, n, true).iter().any(Option::is_none) {
                continue;
            }
            let bar = |(low, high): (i64, i64), count: u64| Bar {
                label: if low == high {
                    format.count(low)
                } else {
                    format!("{}–{}", format.count(low), format.count(high))
                },
                count,
                tone: Some(metric.tone((low + high) / 2)),
                href: self.behind_scores(&unit.key, low, high),
            };
            let bars = bars.into_iter().zip(heights).map(|(ends, height)| bar(ends, height)).collect();
            let words = if metric.kind == Kind::Nps { Words::Nps } else { Words::Mood };
            let says = self.says_count("understand-distribution-says", n);
            section.charts.push(Chart::distribution(&format!("{}-scores", section.id), words, says, bars));
            return;
        }
        self.hidden(section);
    }
}
