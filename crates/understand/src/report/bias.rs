//! The bias meter: whether those who finished stand for those who began, or those who answered for those invited.

use kernel::Result;
use serde::Serialize;
use stats::{Bias, Turnout};
use ui::Chart;
use ui::chart::{Group, Unit};

use super::course::Course;
use crate::filters::{Condition, Dimension, with_condition, with_days};
use crate::verdict;

/// Dimensions over which those who finished are held against those who began.
pub(super) const BIAS_MAX: usize = 12;
/// A dimension with more values names people or things, not groups.
pub(super) const BIAS_VALUES_MAX: i64 = 40;
/// Fewer people than this in a group are not held against the others.
const BIAS_PEOPLE_MIN: u64 = 10;

/// Who is held against whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meter {
    /// Those who finished against those who began.
    Finished,
    /// Those who answered against those who were invited.
    Invited,
}

impl Meter {
    fn as_str(self) -> &'static str {
        match self {
            Self::Finished => "bias",
            Self::Invited => "invited",
        }
    }
}

/// One dimension with the groups that are large enough.
pub(super) struct Compared<'a> {
    dimension: &'a Dimension,
    values: Vec<Option<String>>,
    bias: Bias,
    n: u64,
}

impl<'a> Compared<'a> {
    /// Nothing with fewer than two groups.
    pub fn new(dimension: &'a Dimension, groups: impl Iterator<Item = (Option<String>, Turnout)>) -> Option<Self> {
        let groups: Vec<_> = groups.filter(|(_, turnout)| turnout.asked >= BIAS_PEOPLE_MIN).collect();
        let n = groups.iter().map(|(_, turnout)| turnout.asked).sum();
        let (values, turnouts): (Vec<_>, Vec<_>) = groups.into_iter().unzip();
        let bias = stats::bias(&turnouts).filter(|_| values.len() > 1)?;
        Some(Self { dimension, values, bias, n })
    }
}

/// What is said of one dimension, or of several alike.
#[derive(Serialize)]
pub struct BiasRow {
    /// One sentence.
    pub says: String,
    /// `clear`, `likely`, `none`, `cant-tell`, `too-few`.
    pub word: &'static str,
    pub chart: Option<Chart>,
}

impl Course<'_> {
    /// Who began against who finished, over each dimension; the tests are corrected together.
    pub async fn biases(&self) -> Result<Vec<BiasRow>> {
        let mut found = Vec::new();
        let few = self.request.filled.iter().filter(|(_, values)| (1..=BIAS_VALUES_MAX).contains(values));
        for (dimension, _) in few.take(BIAS_MAX) {
            let mut all = self.subject.asker().all(&self.request.filters.conditions);
            all.during("started_at", self.period, &self.subject.format);
            let column = dimension.sql();
            let sql = format!(
                "select {column}, count(*), count(*) filter (where state = 'complete') from responses where {{where}} \
                 group by 1 order by 2 desc"
            );
            let rows = self.subject.asker().rows(&sql, &all).await?;
            let groups = rows.iter().filter_map(|row| {
                let [value, asked, answered] = &row[..] else { return None };
                let whole = |cell: &lake::Cell| Some(cell.as_i64()?.max(0) as u64);
                let turnout = Turnout { asked: whole(asked)?, answered: whole(answered)? };
                Some(((!value.is_null()).then(|| value.to_string()), turnout))
            });
            found.extend(Compared::new(dimension, groups));
        }
        Ok(self.told(Meter::Finished, found))
    }

    /// What is said of all dimensions, the surest first.
    pub(super) fn told(&self, meter: Meter, found: Vec<Compared<'_>>) -> Vec<BiasRow> {
        let p: Vec<f64> = found.iter().map(|one| one.bias.association.map_or(1.0, |found| found.p)).collect();
        let mut judged: Vec<_> = found.into_iter().zip(verdict::q_values(&p)).collect();
        judged.sort_by(|(_, a), (_, b)| a.total_cmp(b));
        let mut rows: Vec<BiasRow> = Vec::new();
        let mut alike: Vec<(&'static str, Vec<String>)> = Vec::new();
        for (compared, q) in judged {
            let word = word(&compared.bias, compared.n, q);
            if matches!(word, "clear" | "likely") {
                rows.push(self.uneven(meter, word, &compared));
                continue;
            }
            let name = compared.dimension.label(self.subject.asking);
            match alike.iter_mut().find(|(known, _)| *known == word) {
                Some((_, names)) => names.push(name),
                None => alike.push((word, vec![name])),
            }
        }
        // What has nothing to show for itself is told in one sentence.
        rows.extend(alike.into_iter().map(|(word, names)| {
            // Names of sources are in any script: each keeps its own direction, and the list that of the page.
            let names: Vec<String> = names.iter().map(|name| format!("\u{2068}{name}\u{2069}")).collect();
            let names = names.join(&self.text("condition-comma"));
            let says = self.says(&format!("understand-{}-{word}", meter.as_str()), &[("dimension", names.into())]);
            BiasRow { says, word, chart: None }
        }));
        rows
    }

    /// A dimension whose groups differ, with its picture.
    fn uneven(&self, meter: Meter, word: &'static str, compared: &Compared<'_>) -> BiasRow {
        let Compared { dimension, values, bias, n } = compared;
        let name = meter.as_str();
        let asking = self.subject.asking;
        let label = |place: usize| dimension.value_label(asking, values[place].as_deref());
        let end = |sign: f64| {
            let residual = |place: &usize| sign * bias.groups[*place].residual.unwrap_or(0.0);
            (0..values.len()).max_by(|a, b| residual(a).total_cmp(&residual(b))).map(label).unwrap_or_default()
        };
        let says = self.says(
            &format!("understand-{name}-{word}"),
            &[("dimension", dimension.label(asking).into()), ("most", end(1.0).into()), ("least", end(-1.0).into())],
        );
        let rows = bias.groups.iter().enumerate().map(|(place, group)| {
            let rate = group.rate;
            let list = with_days(self.request.filters.address(&self.subject.answers_path()), self.period);
            let condition = Condition { dimension: (*dimension).clone(), value: values[place].clone() };
            Group {
                label: label(place),
                value: rate.map(|rate| rate.value * 100.0),
                low: rate.and_then(|rate| rate.range).map(|range| range.low * 100.0),
                high: rate.and_then(|rate| rate.range).map(|range| range.high * 100.0),
                answers: (group.asked * *n as f64).round() as u64,
                tone: None,
                // Those who did not answer have nothing to be read.
                href: (meter == Meter::Finished).then(|| with_condition(list, &condition).to_string()),
            }
        });
        let sentence =
            self.says(&format!("understand-{name}-chart-says"), &[("dimension", dimension.label(asking).into())]);
        let goal = Some(bias.rate.value * 100.0);
        let id = format!("{name}-{}", dimension.column);
        let chart = Chart::groups(&id, Unit::Percent, sentence, dimension.label(asking), rows.collect(), goal);
        BiasRow { says, word, chart: Some(chart) }
    }
}

/// How far those who finished differ from those who began, in a word, given the `q` among all dimensions.
fn word(bias: &Bias, n: u64, q: f64) -> &'static str {
    let thin = bias.association.is_none_or(|association| association.thin);
    match bias.representative.r {
        _ if bias.association.is_none() => "none",
        _ if thin || n < 50 => "too-few",
        r if q < 0.05 && r < 0.95 => "clear",
        _ if q < 0.05 => "none",
        _ if q < 0.2 => "likely",
        r if r >= 0.9 => "none",
        _ => "cant-tell",
    }
}
