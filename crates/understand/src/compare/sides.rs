//! Two sides of a comparison, and every number of the survey on both.

use std::collections::HashMap;

use kernel::Result;
use kernel::survey::Kind;
use serde::Serialize;

use crate::address::Address;
use crate::ask::Answers;
use crate::filters::{Condition, Dimension, with_condition, with_days};
use crate::period::Period;
use crate::subject::Subject;
use crate::surveys::numbers::is_chosen;
use crate::surveys::results::{Request, days_label};
use crate::verdict::{self, Change, Verdict};
use measures::{Metric, Scores};

/// Numbers that are compared: scores first, then shares of options.
pub const ROWS_MAX: usize = 60;

/// What is held against what.
pub enum Against {
    /// The shown period and the one before.
    Periods(Period, Period),
    /// Two values of a dimension; without a second one, everybody else.
    Groups(Dimension, Option<String>, Option<Option<String>>),
}

/// One side, with all that was answered there.
struct Side {
    answers: Answers,
    choosers: HashMap<String, u64>,
    period: Period,
    list: Option<Address>,
}

/// One number on both sides.
#[derive(Serialize)]
pub struct Row {
    pub label: String,
    pub unit: &'static str,
    pub a: f64,
    pub b: f64,
    pub a_count: u64,
    pub b_count: u64,
    pub a_href: Option<String>,
    pub b_href: Option<String>,
    /// The first less the second, with its range, and as text.
    pub by: String,
    pub difference: f64,
    pub low: f64,
    pub high: f64,
    pub verdict: Verdict,
    pub tone: Option<ui::Tone>,
    /// Half the length of the axis on which the difference is drawn.
    pub reach: f64,
}

impl Against {
    /// What both sides are called.
    pub fn labels(&self, subject: &Subject<'_>) -> (String, String) {
        match self {
            Self::Periods(now, before) => (days_label(subject, *now), days_label(subject, *before)),
            Self::Groups(dimension, a, b) => {
                let label = |value: &Option<String>| dimension.value_label(subject.asking, value.as_deref());
                let rest = || subject.asking.text("understand-compare-rest");
                (label(a), b.as_ref().map_or_else(rest, label))
            }
        }
    }
}

/// Every number that both sides have; all verdicts are corrected together.
pub async fn rows(subject: &Subject<'_>, request: &Request, against: &Against, period: Period) -> Result<Vec<Row>> {
    let (a, b) = sides(subject, request, against, period).await?;
    let rest = matches!(against, Against::Groups(_, _, None));
    let mut found: Vec<(Row, Change)> = Vec::new();
    for question in subject.scored() {
        let Some(metric) = Metric::of(question) else { continue };
        let mine = a.answers.scores(&question.key, a.period);
        let mut theirs = b.answers.scores(&question.key, b.period);
        if rest {
            theirs = less(&theirs, &mine);
        }
        let Some(change) = verdict::change(metric, &mine, &theirs) else { continue };
        let (Some(x), Some(y)) = (metric.estimate(&mine), metric.estimate(&theirs)) else { continue };
        let row = Row {
            label: subject.question_title(question),
            unit: metric.unit_name(),
            a: x.value,
            b: y.value,
            a_count: mine.total(),
            b_count: theirs.total(),
            a_href: a.behind(&question.key, None),
            b_href: b.behind(&question.key, None),
            by: metric.unit().write_change(&subject.format, change.difference),
            ..Row::of(&change)
        };
        found.push((row, change));
    }
    for question in subject.definition.questions.iter().filter(|question| is_chosen(question.kind)) {
        let (mine, theirs) = (a.answers.choices(&question.key, a.period), b.answers.choices(&question.key, b.period));
        let people = |side: &Side, counts: &HashMap<&str, u64>| match question.kind {
            Kind::Choices => side.choosers.get(&question.key).copied().unwrap_or(0),
            _ => counts.values().sum(),
        };
        let (n, m) = (people(&a, &mine), people(&b, &theirs));
        let m = if rest { m.saturating_sub(n) } else { m };
        for option in &question.options {
            let hits = mine.get(option.key.as_str()).copied().unwrap_or(0);
            let others = theirs.get(option.key.as_str()).copied().unwrap_or(0);
            let others = if rest { others.saturating_sub(hits) } else { others };
            let Some(change) = verdict::share_change((hits, n), (others, m)) else { continue };
            let share = |hits: u64, n: u64| 100.0 * hits as f64 / n.max(1) as f64;
            let title = subject.question_title(question);
            let row = Row {
                label: format!("{title} · {}", subject.option_label(question, &option.key)),
                unit: "percent",
                a: share(hits, n),
                b: share(others, m),
                a_count: n,
                b_count: m,
                a_href: a.behind(&question.key, Some(&option.key)),
                b_href: b.behind(&question.key, Some(&option.key)),
                by: ui::chart::Unit::Percent.write_change(&subject.format, change.difference),
                ..Row::of(&change)
            };
            found.push((row, change));
        }
    }
    found.truncate(ROWS_MAX);
    let p: Vec<f64> = found.iter().map(|(_, change)| change.p).collect();
    let judged = found.into_iter().zip(verdict::q_values(&p)).map(|((row, change), q)| {
        let verdict = change.verdict(q);
        let tone = match verdict {
            // Of a share nobody knows whether more is better.
            _ if row.unit == "percent" => None,
            verdict if verdict.is_fall() => Some(ui::Tone::Detractor),
            verdict if verdict.is_rise() => Some(ui::Tone::Promoter),
            _ => None,
        };
        Row { verdict, tone, ..row }
    });
    Ok(judged.collect())
}

impl Row {
    fn of(change: &Change) -> Self {
        let (low, high) = (change.difference - change.margin, change.difference + change.margin);
        Self {
            label: String::new(),
            unit: "count",
            a: 0.0,
            b: 0.0,
            a_count: 0,
            b_count: 0,
            a_href: None,
            b_href: None,
            by: String::new(),
            difference: change.difference,
            low,
            high,
            verdict: Verdict::CantTell,
            tone: None,
            reach: (low.abs().max(high.abs()) * 1.15).max(1.0),
        }
    }
}

impl Side {
    fn behind(&self, question: &str, choice: Option<&str>) -> Option<String> {
        let list = self.list.clone()?.with("question", question);
        Some(match choice {
            Some(choice) => list.with("choice", choice).to_string(),
            None => list.to_string(),
        })
    }
}

async fn sides(subject: &Subject<'_>, request: &Request, against: &Against, period: Period) -> Result<(Side, Side)> {
    let asker = subject.asker();
    let conditions = &request.filters.conditions;
    let list = request.filters.address(&subject.answers_path());
    let side = async |conditions: &[Condition], period: Period, list: Option<Address>| -> Result<Side> {
        let answers = asker.answers(conditions).await?;
        let choosers = asker.choosers(conditions, period).await?;
        Ok(Side { answers, choosers, period, list: list.map(|list| with_days(list, period)) })
    };
    match against {
        Against::Periods(now, before) => {
            Ok((side(conditions, *now, Some(list.clone())).await?, side(conditions, *before, Some(list)).await?))
        }
        Against::Groups(dimension, a, b) => {
            let narrowed = |value: &Option<String>| {
                let condition = Condition { dimension: dimension.clone(), value: value.clone() };
                let list = with_condition(list.clone(), &condition);
                let others = conditions.iter().filter(|other| other.dimension != *dimension).cloned();
                (others.chain([condition]).collect::<Vec<_>>(), Some(list))
            };
            let (a_conditions, a_list) = narrowed(a);
            let (b_conditions, b_list) = match b {
                Some(b) => narrowed(b),
                None => (conditions.clone(), None),
            };
            Ok((side(&a_conditions, period, a_list).await?, side(&b_conditions, period, b_list).await?))
        }
    }
}

/// The scores of all without those of some.
fn less(all: &Scores, some: &Scores) -> Scores {
    let mut rest = all.clone();
    for (score, count) in &some.0 {
        if let Some(left) = rest.0.get_mut(score) {
            *left = left.saturating_sub(*count);
        }
    }
    rest.0.retain(|_, count| *count > 0);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_all_without_some() {
        let scores = |list: &[(i64, u64)]| Scores(list.iter().copied().collect());
        assert_eq!(less(&scores(&[(9, 5), (3, 2)]), &scores(&[(9, 2), (3, 2)])), scores(&[(9, 3)]));
    }
}
