//! Matrices: the same question about several rows.

use kernel::survey::{Cells, Choice, Kind, part};
use ui::Chart;
use ui::chart::{Band, HeatCell, HeatRow, Share, Slice, Unit as Measure};

use super::section::{Report, Section, Unit};
use measures::Metric;

impl Report<'_> {
    pub(super) fn matrix(&self, unit: &Unit<'_>, section: &mut Section) {
        let question = unit.question;
        match question.cells {
            Cells::Rating => self.bands(unit, section),
            Cells::Choice => self.heat(unit, &question.options, "", true, section),
            Cells::Choices => self.heat(unit, &question.options, "", false, section),
            Cells::Dual => {
                self.heat(unit, &question.options, "[1]", true, section);
                self.heat(unit, &question.second, "[2]", true, section);
            }
            Cells::Text => self.written(unit, section),
        }
    }

    /// A scale a row, with the mean and its range.
    fn bands(&self, unit: &Unit<'_>, section: &mut Section) {
        let Some(scale) = unit.question.scale() else { return };
        let metric = Metric { kind: Kind::Rating, scale };
        let row = |row: &Choice| {
            let key = part(&unit.key, &row.key);
            let counts = self.counts(&key);
            let scores = counts.scores();
            let n = scores.total();
            let estimate = metric.estimate(&scores).filter(|_| self.tally.shows(n));
            let (low, high) = self.range(estimate.and_then(|estimate| estimate.range), metric.axis(), 0.5);
            let points: Vec<i64> = (i64::from(scale.from)..=i64::from(scale.to)).collect();
            let heights: Vec<u64> = points.iter().map(|score| scores.between(*score, *score)).collect();
            let cells = self.tally.cells(&heights, n, true);
            let whole = cells.iter().all(Option::is_some);
            let parts = points.iter().zip(heights).map(|(score, height)| Slice {
                label: self.reader.format.count(*score),
                count: if whole { height } else { 0 },
                tone: metric.tone(*score),
                href: Some(height).filter(|height| *height > 0).and_then(|_| self.behind_scores(&key, *score, *score)),
            });
            let parts: Vec<Slice> = parts.collect();
            let band = Band {
                label: self.reader.label(row),
                value: estimate.map(|estimate| estimate.value),
                low,
                high,
                answers: n,
                parts,
            };
            (band, whole)
        };
        let rows: Vec<(Band, bool)> = unit.question.rows.iter().map(row).collect();
        if rows.iter().any(|(_, whole)| !whole) {
            self.hidden(section);
        }
        let rows = rows.into_iter().map(|(band, _)| band).collect();
        let says = self.reader.text("understand-report-bands-says");
        let head = self.reader.text("understand-report-row");
        section.charts.push(Chart::bands(&format!("{}-rows", section.id), Measure::Mean, says, head, rows));
    }

    fn heat(&self, unit: &Unit<'_>, options: &[Choice], tail: &str, exclusive: bool, section: &mut Section) {
        let format = self.reader.format;
        let mut small = false;
        let rows = unit.question.rows.iter().map(|row| {
            let key = part(&unit.key, &row.key) + tail;
            let counts = self.counts(&key);
            let n = if exclusive { counts.choices.values().sum() } else { self.tally.people(&key) };
            let heights: Vec<u64> =
                options.iter().map(|option| counts.choices.get(&option.key).copied().unwrap_or(0)).collect();
            let cells = self.tally.cells(&heights, n, exclusive);
            small |= cells.iter().any(Option::is_none);
            let cell = |(option, count): (&Choice, Option<u64>)| match count {
                None => HeatCell { text: "–".into(), ..HeatCell::default() },
                Some(count) => {
                    let share = count as f64 / n.max(1) as f64;
                    HeatCell {
                        text: format.percent(share * 100.0, 0),
                        small: format.count(count as i64),
                        level: HeatCell::level_of(share),
                        href: Some(count)
                            .filter(|count| *count > 0)
                            .and_then(|_| self.behind_choice(&key, &option.key)),
                        mark: None,
                    }
                }
            };
            HeatRow {
                label: self.reader.label(row),
                cells: options.iter().zip(cells).map(cell).collect(),
                total: format.count(n as i64),
            }
        });
        let rows: Vec<HeatRow> = rows.collect();
        if small {
            self.hidden(section);
        }
        let columns = options.iter().map(|option| self.reader.label(option)).collect();
        let head = match tail {
            "[1]" => self.reader.word(&unit.question.low).map(str::to_owned),
            "[2]" => self.reader.word(&unit.question.high).map(str::to_owned),
            _ => None,
        };
        let head = head.unwrap_or_else(|| self.reader.text("understand-report-row"));
        let says = self.reader.text("understand-report-heat-says");
        let id = format!("{}-cells-{}", section.id, section.charts.len());
        section.charts.push(Chart::heat(&id, says, head, columns, rows));
    }

    /// How many wrote something in each row.
    fn written(&self, unit: &Unit<'_>, section: &mut Section) {
        let people = self.tally.people(&unit.key);
        let rows = unit.question.rows.iter().filter_map(|row| {
            let key = part(&unit.key, &row.key);
            let n = self.counts(&key).texts;
            (self.tally.shows(n) || !self.tally.floor).then(|| Share {
                label: self.reader.label(row),
                count: n,
                href: self.behind(&key).map(|list| list.to_string()),
            })
        });
        let (says, head) =
            (self.reader.text("understand-report-written-says"), self.reader.text("understand-report-row"));
        section.charts.push(Chart::shares(&format!("{}-rows", section.id), says, head, rows.collect(), people));
    }
}
