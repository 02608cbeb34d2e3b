//! Options: how many chose each.

use kernel::survey::{Choice, Kind};
use ui::Chart;
use ui::chart::Group;

use super::section::{Report, Section, Unit};
use crate::surveys::numbers::count;

impl Report<'_> {
    pub(super) fn chosen(&self, unit: &Unit<'_>, section: &mut Section) {
        let counts = self.counts(&unit.key);
        let several = unit.question.kind == Kind::Choices;
        let people = self.tally.people(&unit.key);
        // Whoever chose nothing but wrote something is not in the counts.
        let n = if several { people } else { counts.choices.values().sum() };
        let keys = self.keys(&unit.question.options, counts.choices.keys());
        let heights: Vec<u64> = keys.iter().map(|key| counts.choices.get(*key).copied().unwrap_or(0)).collect();
        let cells = self.tally.cells(&heights, n, !several);
        if cells.iter().any(Option::is_none) {
            self.hidden(section);
        }
        let rows = keys.iter().zip(cells).filter_map(|(key, cell)| {
            let share = stats::percent(cell?, n)?;
            let (low, high) = self.range(share.range, (0.0, 100.0), 5.0);
            Some(Group {
                label: self.reader.option(&unit.question.options, key),
                value: Some(share.value),
                low,
                high,
                answers: cell?,
                tone: None,
                href: self.behind_choice(&unit.key, key),
            })
        });
        let says = self
            .reader
            .says("understand-choices-says", &[("question", section.title.clone().into()), ("count", count(n))]);
        let head = self.reader.text("understand-option");
        section.charts.push(Chart::parts(&format!("{}-options", section.id), says, head, rows.collect()));
        section.words = self.other_words(&unit.key);
    }

    /// The options of the survey, then those that were chosen but are not of it any more.
    pub(super) fn keys<'k>(&self, options: &'k [Choice], chosen: impl Iterator<Item = &'k String>) -> Vec<&'k str> {
        let mut keys: Vec<&str> = options.iter().map(|option| option.key.as_str()).collect();
        let gone: Vec<&str> = chosen.map(String::as_str).filter(|key| !keys.contains(key)).collect();
        keys.extend(gone);
        keys
    }
}
