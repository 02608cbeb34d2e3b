//! Options against each other: put in order, given points, chosen as best and worst.

use kernel::survey::part;
use stats::Moments;
use ui::Chart;
use ui::chart::{Group, HeatCell, HeatRow, Unit as Measure};

use super::section::{Report, Section, Unit};

impl Report<'_> {
    /// Mean places with their ranges; who was put first, and Borda's points.
    pub(super) fn ranked(&self, unit: &Unit<'_>, section: &mut Section) {
        let (options, people) = (&unit.question.options, self.tally.people(&unit.key));
        let items = options.len();
        let placed: u64 = options.iter().map(|option| self.counts(&part(&unit.key, &option.key)).scored()).sum();
        let mut rows: Vec<(Group, f64, u64)> = options
            .iter()
            .map(|option| {
                let key = part(&unit.key, &option.key);
                let counts = self.counts(&key);
                let n = counts.scored();
                let mean = stats::mean(&counts.moments()).filter(|_| self.tally.shows(n));
                let (low, high) = self.range(mean.and_then(|mean| mean.range), (1.0, items as f64), 0.5);
                let first = counts.scores.iter().filter(|(place, _)| *place == 1.0).map(|(_, n)| n).sum();
                let group = Group {
                    label: self.reader.label(option),
                    value: mean.map(|mean| mean.value),
                    low: low.map(|low| low.max(1.0)),
                    high: high.map(|high| high.min(items as f64)),
                    answers: n,
                    tone: None,
                    href: self.behind(&key).map(|list| list.to_string()),
                };
                (group, borda(&counts.scores, people, placed, items), first)
            })
            .collect();
        rows.sort_by(|(.., a, _), (.., b, _)| b.total_cmp(a));
        let firsts: Vec<u64> = rows.iter().map(|(.., first)| *first).collect();
        let cells = self.tally.cells(&firsts, people, true);
        if cells.iter().any(Option::is_none) {
            self.hidden(section);
        }
        let format = self.reader.format;
        let table = rows.iter().zip(cells).map(|((group, borda, _), first)| {
            let share = first.map(|first| first as f64 / people.max(1) as f64);
            HeatRow {
                label: group.label.clone(),
                cells: vec![
                    HeatCell {
                        text: share.map_or_else(|| "–".into(), |share| format.percent(share * 100.0, 0)),
                        level: HeatCell::level_of(share.unwrap_or(0.0)),
                        ..HeatCell::default()
                    },
                    HeatCell {
                        text: format.number(borda * 100.0, 0),
                        level: HeatCell::level_of(*borda),
                        ..HeatCell::default()
                    },
                ],
                total: format.count(group.answers as i64),
            }
        });
        let table: Vec<HeatRow> = table.collect();
        let text = |key: &str| self.reader.text(key);
        let means = rows.into_iter().map(|(group, ..)| group).collect();
        let (id, head) = (&section.id, text("understand-option"));
        section.charts.push(Chart::groups(
            &format!("{id}-places"),
            Measure::Mean,
            text("understand-report-places-says"),
            head.clone(),
            means,
            None,
        ));
        let columns = vec![text("understand-report-first"), text("understand-report-borda")];
        section.charts.push(Chart::heat(
            &format!("{id}-first"),
            text("understand-report-borda-says"),
            head,
            columns,
            table,
        ));
    }

    /// Mean points of each option; who gave it none counts with none.
    pub(super) fn shared_out(&self, unit: &Unit<'_>, section: &mut Section) {
        let people = self.tally.people(&unit.key);
        let total = f64::from(unit.question.limits.total.unwrap_or(100));
        let mut rows: Vec<Group> = unit
            .question
            .options
            .iter()
            .map(|option| {
                let key = part(&unit.key, &option.key);
                let given = self.counts(&key).moments();
                let mean = stats::mean(&Moments { n: people.max(given.n), ..given });
                let (low, high) = self.range(mean.and_then(|mean| mean.range), (0.0, total), total / 20.0);
                Group {
                    label: self.reader.label(option),
                    value: mean.map(|mean| mean.value),
                    low: low.map(|low| low.max(0.0)),
                    high: high.map(|high| high.min(total)),
                    answers: people,
                    tone: None,
                    href: self.behind(&key).map(|list| list.to_string()),
                }
            })
            .collect();
        rows.sort_by(|a, b| b.value.unwrap_or(0.0).total_cmp(&a.value.unwrap_or(0.0)));
        let text = |key: &str| self.reader.text(key);
        let says = text("understand-report-points-says");
        let id = format!("{}-points", section.id);
        section.charts.push(Chart::groups(&id, Measure::Mean, says, text("understand-option"), rows, None));
    }

    pub(super) fn best_worst(&self, unit: &Unit<'_>, section: &mut Section) {
        let shown = self.tally.people(&unit.key);
        let (best, worst) = (part(&unit.key, "best"), part(&unit.key, "worst"));
        let of = |key: &str, option: &str| self.counts(key).choices.get(option).copied().unwrap_or(0);
        let options = &unit.question.options;
        let counts = |key: &str| -> Vec<Option<u64>> {
            let counts: Vec<u64> = options.iter().map(|option| of(key, &option.key)).collect();
            self.tally.cells(&counts, shown, true)
        };
        let (bests, worsts) = (counts(&best), counts(&worst));
        if bests.iter().chain(&worsts).any(Option::is_none) {
            self.hidden(section);
        }
        let format = self.reader.format;
        let (mut rows, mut table) = (Vec::new(), Vec::new());
        for (place, option) in options.iter().enumerate() {
            let estimate = bests[place].zip(worsts[place]).and_then(|(b, w)| stats::best_worst(b, w, shown));
            let range = estimate.and_then(|estimate| estimate.range);
            let range = range.map(|range| stats::Range { low: range.low * 100.0, high: range.high * 100.0 });
            let (low, high) = self.range(range, (-100.0, 100.0), 5.0);
            rows.push(Group {
                label: self.reader.label(option),
                value: estimate.map(|estimate| estimate.value * 100.0),
                low,
                high,
                answers: shown,
                tone: None,
                href: None,
            });
            let cell = |key: &str, count: Option<u64>| HeatCell {
                text: count.map_or_else(|| "–".into(), |count| format.count(count as i64)),
                level: HeatCell::level_of(count.unwrap_or(0) as f64 / shown.max(1) as f64),
                href: count.filter(|count| *count > 0).and_then(|_| self.behind_choice(key, &option.key)),
                ..HeatCell::default()
            };
            table.push(HeatRow {
                label: self.reader.label(option),
                cells: vec![cell(&best, bests[place]), cell(&worst, worsts[place])],
                total: format.count(shown as i64),
            });
        }
        rows.retain(|row| row.value.is_some());
        rows.sort_by(|a, b| b.value.unwrap_or(0.0).total_cmp(&a.value.unwrap_or(0.0)));
        let text = |key: &str| self.reader.text(key);
        let (id, head) = (&section.id, text("understand-option"));
        let says = text("understand-report-best-says");
        section.charts.push(Chart::groups(&format!("{id}-score"), Measure::Nps, says, head.clone(), rows, None));
        let columns = vec![text("understand-report-best"), text("understand-report-worst")];
        let says = text("understand-report-best-counts");
        section.charts.push(Chart::heat(&format!("{id}-counts"), says, head, columns, table));
    }
}

/// Borda's points of an option, 0 to 1 ([`stats::borda`]), over all who ranked anything. Those who gave it no place
/// are taken to have ranked as many as people did on average, which is exact where all ranked equally many.
fn borda(places: &[(f64, u64)], people: u64, placed: u64, items: usize) -> f64 {
    if items < 2 || people == 0 {
        return 0.0;
    }
    let most = (items - 1) as f64;
    let given: f64 = places.iter().map(|(place, n)| (items as f64 - place).max(0.0) * *n as f64).sum();
    let without = people.saturating_sub(places.iter().map(|(_, n)| n).sum()) as f64;
    let ranked = placed as f64 / people as f64;
    (given + without * ((items as f64 - ranked - 1.0) / 2.0).max(0.0)) / most / people as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borda_of_counts_is_borda_of_people() {
        // Three items; two people rank all, a first once and last once.
        let of = |place| stats::borda(Some(place), 3, 3).unwrap();
        assert_eq!(borda(&[(1.0, 1), (3.0, 1)], 2, 6, 3), f64::midpoint(of(1), of(3)));
        // Two people rank one item only; the third does so with another.
        let none = stats::borda(None, 1, 3).unwrap();
        assert!((borda(&[(1.0, 2)], 3, 3, 3) - (2.0 + none) / 3.0).abs() < 1e-12);
    }
}
