//! The bias meter: whether those who finished stand for those who began.

use kernel::Result;
use serde::Serialize;
use stats::{Bias, Turnout};
use ui::Chart;
use ui::chart::{Group, Unit};

use super::course::Course;
use crate::filters::{Condition, Dimension, with_condition, with_days};
use crate::verdict;

/// Dimensions over which those who finished are held against those who began.
const BIAS_MAX: usize = 12;
/// A dimension with more values names people or things, not groups.
const BIAS_VALUES_MAX: i64 = 40;
/// Fewer people than this in a group are not held against the others.
const BIAS_PEOPLE_MIN: u64 = 10;

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
        let mut found: Vec<(&Dimension, Vec<Option<String>>, Bias, u64)> = Vec::new();
        let few = self.request.filled.iter().filter(|(_, values)| (1..=BIAS_VALUES_MAX).contains(values));
        for (dimension, _) in few.take(BIAS_MAX) {
            let mut all = self.subject.asker().all(&self.request.filters.conditions);
            all.during("started_at", self.period, &self.subject.format);
            let column = dimension.sql();
            let sql = format!(
                "select {column}, count(*), count(*) filter (where state = 'complete') from responses where {{where}} \
                 group by 1 order by 2 desc"
            );
            let (mut values, mut turnouts, mut n) = (Vec::new(), Vec::new(), 0);
            for row in self.subject.asker().rows(&sql, &all).await? {
                let [value, asked, answered] = &row[..] else { continue };
                let (Some(asked), Some(answered)) = (asked.as_i64(), answered.as_i64()) else { continue };
                let turnout = Turnout { asked: asked.max(0) as u64, answered: answered.max(0) as u64 };
                if turnout.asked >= BIAS_PEOPLE_MIN {
                    n += turnout.asked;
                    values.push((!value.is_null()).then(|| value.to_string()));
                    turnouts.push(turnout);
                }
            }
            if let Some(bias) = stats::bias(&turnouts).filter(|_| values.len() > 1) {
                found.push((dimension, values, bias, n));
            }
        }
        let p: Vec<f64> = found.iter().map(|(_, _, bias, _)| bias.association.map_or(1.0, |found| found.p)).collect();
        let mut judged: Vec<_> = found.into_iter().zip(verdict::q_values(&p)).collect();
        judged.sort_by(|(_, a), (_, b)| a.total_cmp(b));
        let mut rows: Vec<BiasRow> = Vec::new();
        let mut alike: Vec<(&'static str, Vec<String>)> = Vec::new();
        for ((dimension, values, bias, n), q) in judged {
            match word(&bias, n, q) {
                "clear" => rows.push(self.bias("clear", dimension, &values, &bias, n)),
                "likely" => rows.push(self.bias("likely", dimension, &values, &bias, n)),
                word => match alike.iter_mut().find(|(known, _)| *known == word) {
                    Some((_, names)) => names.push(dimension.label(self.subject.asking)),
                    None => alike.push((word, vec![dimension.label(self.subject.asking)])),
                },
            }
        }
        // What has nothing to show for itself is told in one sentence.
        rows.extend(alike.into_iter().map(|(word, names)| {
            let names = names.join(&self.text("condition-comma"));
            BiasRow {
                says: self.says(&format!("understand-bias-{word}"), &[("dimension", names.into())]),
                word,
                chart: None,
            }
        }));
        Ok(rows)
    }

    /// A dimension over which those who finished differ from those who began, with its picture.
    fn bias(
        &self,
        word: &'static str,
        dimension: &Dimension,
        values: &[Option<String>],
        bias: &Bias,
        n: u64,
    ) -> BiasRow {
        let asking = self.subject.asking;
        let label = |place: usize| dimension.value_label(asking, values[place].as_deref());
        let end = |sign: f64| {
            let residual = |place: &usize| sign * bias.groups[*place].residual.unwrap_or(0.0);
            (0..values.len()).max_by(|a, b| residual(a).total_cmp(&residual(b))).map(label).unwrap_or_default()
        };
        let says = self.says(
            &format!("understand-bias-{word}"),
            &[("dimension", dimension.label(asking).into()), ("most", end(1.0).into()), ("least", end(-1.0).into())],
        );
        let rows = bias.groups.iter().enumerate().map(|(place, group)| {
            let rate = group.rate;
            let list = with_days(self.request.filters.address(&self.subject.answers_path()), self.period);
            let condition = Condition { dimension: dimension.clone(), value: values[place].clone() };
            Group {
                label: label(place),
                value: rate.map(|rate| rate.value * 100.0),
                low: rate.and_then(|rate| rate.range).map(|range| range.low * 100.0),
                high: rate.and_then(|rate| rate.range).map(|range| range.high * 100.0),
                answers: (group.asked * n as f64).round() as u64,
                tone: None,
                href: Some(with_condition(list, &condition).to_string()),
            }
        });
        let sentence = self.says("understand-bias-chart-says", &[("dimension", dimension.label(asking).into())]);
        let goal = Some(bias.rate.value * 100.0);
        let id = format!("bias-{}", dimension.column);
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
