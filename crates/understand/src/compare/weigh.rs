//! Answers weighted so that groups count as much as they are known to be among all customers.

use std::collections::BTreeMap;

use kernel::Result;
use serde::Serialize;
use stats::{Cell as Crowd, Estimate, Raked, TRIM, Unrakable, WeightSums};
use ui::http::Fields;

use crate::filters::{Condition, Dimension};
use crate::period::Period;
use crate::subject::Subject;
use measures::{Metric, Scores};

/// Dimensions whose shares can be given at once.
pub const MARGINS_MAX: usize = 3;
/// Groups of one dimension; a form with more would not be filled in.
pub const GROUPS_MAX: usize = 15;

/// One dimension with the known shares of its groups, as typed.
#[derive(Serialize)]
pub struct Margin {
    pub column: String,
    pub label: String,
    pub groups: Vec<MarginGroup>,
    pub off: String,
}

#[derive(Serialize)]
pub struct MarginGroup {
    /// The field of the form.
    pub field: String,
    pub value: String,
    pub label: String,
    /// Share among those who answered, 0 to 100.
    pub share: f64,
    /// What was typed.
    pub target: String,
}

/// What weighting changes.
#[derive(Serialize, Default)]
pub struct Weighted {
    pub rows: Vec<WeightedRow>,
    pub effective: f64,
    pub n: u64,
    pub design_effect: f64,
    pub least: f64,
    pub most: f64,
    /// The shares were met; otherwise by how much they are missed, in points.
    pub met: bool,
    pub off: f64,
}

#[derive(Serialize)]
pub struct WeightedRow {
    pub label: String,
    pub unit: &'static str,
    pub plain: f64,
    pub plain_low: Option<f64>,
    pub plain_high: Option<f64>,
    pub weighted: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub min: f64,
    pub max: f64,
}

/// Why there are no weights, as a message key with the group that it is about.
pub type Refused = (&'static str, String);

/// The margins that an address asks for: `margin=attr_plan&t.attr_plan.gold=30`.
pub async fn margins(
    subject: &Subject<'_>,
    filled: &[(Dimension, i64)],
    fields: &Fields,
) -> Result<Vec<(Dimension, Margin)>> {
    let mut margins = Vec::new();
    for (dimension, _) in filled.iter().filter(|(d, _)| fields.all("margin").any(|column| column == d.column)) {
        if margins.len() == MARGINS_MAX {
            break;
        }
        let values = subject.asker().values(dimension).await?;
        let total: u64 = values.iter().map(|(_, n)| n).sum();
        let group = |(value, n): (String, u64)| {
            let field = format!("t.{}.{value}", dimension.column);
            MarginGroup {
                label: dimension.value_label(subject.asking, Some(&value)),
                share: 100.0 * n as f64 / total.max(1) as f64,
                target: fields.get(&field).unwrap_or_default().to_owned(),
                field,
                value,
            }
        };
        let margin = Margin {
            column: dimension.column.clone(),
            label: dimension.label(subject.asking),
            groups: values.into_iter().take(GROUPS_MAX).map(group).collect(),
            off: String::new(),
        };
        margins.push((dimension.clone(), margin));
    }
    Ok(margins)
}

/// The weighted numbers beside the plain ones. Nothing where no shares were given.
pub async fn weigh(
    subject: &Subject<'_>,
    conditions: &[Condition],
    period: Period,
    margins: &[(Dimension, Margin)],
) -> Result<Option<std::result::Result<Weighted, Refused>>> {
    // Groups without a share are left as they are; margins without any do not count.
    let known: Vec<(&Dimension, Vec<(&MarginGroup, f64)>)> = margins
        .iter()
        .map(|(dimension, margin)| {
            let target = |group: &MarginGroup| kernel::format::parse_number(&group.target).filter(|share| *share > 0.0);
            (dimension, margin.groups.iter().filter_map(|group| Some((group, target(group)?))).collect::<Vec<_>>())
        })
        .filter(|(_, groups)| groups.len() > 1)
        .collect();
    if known.is_empty() {
        return Ok(None);
    }
    let columns: Vec<String> = known.iter().map(|(d, _)| format!("cast({} as varchar)", d.sql())).collect();
    let keys: Vec<String> = (1..=columns.len()).map(|n| n.to_string()).collect();
    let asker = subject.asker();
    let group_of = |row: &[lake::Cell]| -> Vec<Option<usize>> {
        let place = |cell: &lake::Cell, groups: &[(&MarginGroup, f64)]| {
            let value = (!cell.is_null()).then(|| cell.to_string())?;
            groups.iter().position(|(group, _)| group.value == value)
        };
        row.iter().zip(&known).map(|(cell, (_, groups))| place(cell, groups)).collect()
    };
    let mut all = subject.asker().all(conditions);
    all.during("started_at", period, &subject.format);
    let sql =
        format!("select {}, count(*) from responses where {{where}} group by {}", columns.join(", "), keys.join(", "));
    let mut crowds: BTreeMap<Vec<Option<usize>>, u64> = BTreeMap::new();
    for row in asker.rows(&sql, &all).await? {
        let n = row.last().and_then(lake::Cell::as_i64).unwrap_or(0).max(0) as u64;
        *crowds.entry(group_of(&row[..known.len()])).or_default() += n;
    }
    let cells: Vec<Crowd> = crowds.into_iter().map(|(groups, n)| Crowd { groups, n }).collect();
    let shares: Vec<Vec<f64>> =
        known.iter().map(|(_, groups)| groups.iter().map(|(_, share)| *share).collect()).collect();
    let raked = match stats::rake(&cells, &shares, Some(TRIM)) {
        Ok(raked) => raked,
        Err(unrakable) => {
            let name = |margin: usize, group: usize| known[margin].1[group].0.label.clone();
            return Ok(Some(Err(match unrakable {
                Unrakable::EmptyGroup { margin, group } => ("understand-weigh-empty", name(margin, group)),
                Unrakable::BadShare { margin, group } => ("understand-weigh-bad", name(margin, group)),
                Unrakable::Nobody | Unrakable::BadCell { .. } => ("understand-weigh-nobody", String::new()),
            })));
        }
    };
    let weights: BTreeMap<&[Option<usize>], f64> =
        cells.iter().zip(&raked.weights).map(|(cell, weight)| (cell.groups.as_slice(), *weight)).collect();
    let mut rows = Vec::new();
    for question in subject.scored() {
        let Some(metric) = Metric::of(question) else { continue };
        let mut all = subject.asker().all(conditions);
        let key = all.bind(question.key.as_str());
        all.and(&format!("question = {key} and score is not null"));
        all.during("occurred_at", period, &subject.format);
        let sql = format!(
            "select {}, score, count(*) from answers where {{where}} group by {}, {}",
            columns.join(", "),
            keys.join(", "),
            columns.len() + 1
        );
        let (mut plain, mut sums) = (Scores::default(), Sums::default());
        for row in asker.rows(&sql, &all).await? {
            let (groups, rest) = row.split_at(known.len());
            let [score, n] = rest else { continue };
            let (Some(score), Some(n)) = (score.as_f64(), n.as_i64()) else { continue };
            let weight = weights.get(group_of(groups).as_slice()).copied().unwrap_or(1.0);
            plain.add(score, n.max(0) as u64);
            sums.add(metric, score, weight, n.max(0) as u64);
        }
        let (Some(before), Some(after)) = (metric.estimate(&plain), sums.estimate(metric)) else { continue };
        let (min, max) = metric.axis();
        rows.push(WeightedRow {
            label: subject.question_title(question),
            unit: metric.unit_name(),
            plain: before.value,
            plain_low: before.range.map(|range| range.low),
            plain_high: before.range.map(|range| range.high),
            weighted: after.value,
            low: after.range.map(|range| range.low),
            high: after.range.map(|range| range.high),
            min,
            max,
        });
    }
    Ok(Some(Ok(Weighted { rows, ..Weighted::of(&raked) })))
}

impl Weighted {
    fn of(raked: &Raked) -> Self {
        let least = raked.weights.iter().copied().fold(f64::INFINITY, f64::min);
        let most = raked.weights.iter().copied().fold(0.0, f64::max);
        Self {
            rows: vec![],
            effective: raked.sums.effective(),
            n: raked.sums.n,
            design_effect: raked.sums.design_effect(),
            least,
            most,
            met: raked.converged || raked.off < 0.005,
            off: raked.off * 100.0,
        }
    }
}

/// Sums of weights for one number.
#[derive(Default)]
struct Sums {
    all: WeightSums,
    up: f64,
    down: f64,
    sum: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, metric: Metric, score: f64, weight: f64, n: u64) {
        let weighed = weight * n as f64;
        self.all.add(weight, n);
        self.sum += weighed * score;
        self.squares += weighed * score * score;
        let satisfied =
            if metric.unit() == ui::chart::Unit::Nps { stats::PROMOTER_FROM } else { metric.satisfied_from() as f64 };
        if score >= satisfied {
            self.up += weighed;
        } else if score <= stats::DETRACTOR_TO {
            self.down += weighed;
        }
    }

    fn estimate(&self, metric: Metric) -> Option<Estimate> {
        match metric.unit() {
            ui::chart::Unit::Nps => stats::weighted_nps(self.up, self.down, &self.all),
            ui::chart::Unit::Percent => {
                let Estimate { value, range } = stats::weighted_share(self.up, &self.all)?;
                let range = range.map(|range| stats::Range { low: range.low * 100.0, high: range.high * 100.0 });
                Some(Estimate { value: value * 100.0, range })
            }
            _ => stats::weighted_mean(self.sum, self.squares, &self.all),
        }
    }
}
