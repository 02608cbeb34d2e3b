//! One side of a table: a question, a row of a matrix, or a dimension.

use std::collections::HashMap;

use kernel::Result;
use kernel::survey::{Cells, Choice, Kind, Question, part};
use lake::Cell;

use crate::address::Address;
use crate::filters::{Condition, Dimension, Where, with_condition};
use crate::period::Period;
use crate::report::section::units;
use crate::subject::Subject;
use crate::surveys::numbers::is_chosen;
use measures::Metric;

/// Rows or columns of one table; of dimensions with more values, those with the most answers.
pub const GROUPS_MAX: usize = 25;
/// A scale with more points stands in its three groups.
const POINTS_MAX: i32 = 7;
/// Marks questions in addresses.
const QUESTION: &str = "q:";

/// What a side is made of.
pub enum Axis<'a> {
    Question { question: &'a Question, key: String, options: Vec<&'a Choice>, metric: Option<Metric>, title: String },
    Dimension(Dimension),
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub label: String,
    /// The values that belong to it.
    pub values: Vec<Option<String>>,
    /// First and last score, where it is one of scores.
    pub scores: Option<(i64, i64)>,
}

/// All sides that a table of the survey can have: name in addresses, label.
pub fn offered(subject: &Subject<'_>, dimensions: &[(Dimension, i64)]) -> Vec<(String, String)> {
    let questions = questions(subject).into_iter().map(|axis| (axis.name(), axis.label(subject)));
    let dimensions = dimensions.iter().map(|(d, _)| (d.column.clone(), d.label(subject.asking)));
    questions.chain(dimensions).collect()
}

fn questions<'a>(subject: &'a Subject<'_>) -> Vec<Axis<'a>> {
    let mut axes = Vec::new();
    for unit in units(&subject.definition) {
        let question = unit.question;
        let axis = |key: String, metric: Option<Metric>| {
            let title = subject.answer_title(question, &key);
            Axis::Question { question, options: question.options.iter().collect(), metric, title, key }
        };
        match (question.kind, question.cells) {
            (kind, _) if kind.is_scored() => axes.push(axis(unit.key, Metric::of(question))),
            (kind, _) if is_chosen(kind) => axes.push(axis(unit.key, None)),
            (Kind::Matrix, Cells::Choice) => {
                axes.extend(question.rows.iter().map(|row| axis(part(&unit.key, &row.key), None)));
            }
            (Kind::Matrix, Cells::Rating) => {
                let metric = question.scale().map(|scale| Metric { kind: Kind::Rating, scale });
                axes.extend(question.rows.iter().map(|row| axis(part(&unit.key, &row.key), metric)));
            }
            _ => {}
        }
    }
    axes
}

/// The side that an address names.
pub fn find<'a>(subject: &'a Subject<'_>, dimensions: &[(Dimension, i64)], name: &str) -> Option<Axis<'a>> {
    match name.strip_prefix(QUESTION) {
        Some(_) => questions(subject).into_iter().find(|axis| axis.name() == name),
        None => dimensions.iter().find(|(d, _)| d.column == name).map(|(d, _)| Axis::Dimension(d.clone())),
    }
}

impl Axis<'_> {
    pub fn name(&self) -> String {
        match self {
            Self::Question { key, .. } => format!("{QUESTION}{key}"),
            Self::Dimension(dimension) => dimension.column.clone(),
        }
    }

    pub fn label(&self, subject: &Subject<'_>) -> String {
        match self {
            Self::Question { title, .. } => title.clone(),
            Self::Dimension(dimension) => dimension.label(subject.asking),
        }
    }

    /// Whether one person can be in several of its groups.
    pub fn is_several(&self) -> bool {
        matches!(self, Self::Question { question, .. } if question.kind == Kind::Choices)
    }

    /// A table of `_position` and `v`, with the conditions that `all` has so far.
    fn source(&self, all: &mut Where, conditions: &str, during: Option<(Period, &Subject<'_>)>) -> String {
        let mut part = conditions.to_owned();
        let (table, value, time) = match self {
            Self::Question { key, metric, .. } => {
                let place = all.bind(key.as_str());
                let column = if metric.is_some() { "score" } else { "choice" };
                part.push_str(&format!(" and question = {place} and {column} is not null"));
                let value = if metric.is_some() { "cast(cast(score as bigint) as varchar)" } else { "choice" };
                ("answers", value.to_owned(), "occurred_at")
            }
            Self::Dimension(dimension) => ("responses", format!("cast({} as varchar)", dimension.sql()), "started_at"),
        };
        if let Some((period, subject)) = during {
            let (from, to) = period.instants(&subject.format);
            for (at, sign) in [(from, ">="), (to, "<")] {
                if let Some(at) = at {
                    let place = all.bind(at);
                    part.push_str(&format!(" and {time} {sign} {place}"));
                }
            }
        }
        format!("(select _position, {value} as v from {table} where {part})")
    }

    /// The groups in their order, given how many answers each value has.
    pub fn groups(&self, subject: &Subject<'_>, found: &HashMap<Option<String>, u64>) -> Vec<Group> {
        match self {
            Self::Question { metric: Some(metric), .. } => scores(subject, *metric),
            Self::Question { question, options, .. } => {
                let known = options.iter().map(|option| option.key.clone());
                let mut keys: Vec<String> = known.collect();
                let mut gone: Vec<String> = found.keys().flatten().filter(|key| !keys.contains(key)).cloned().collect();
                gone.sort_unstable();
                keys.extend(gone);
                keys.truncate(GROUPS_MAX);
                let group = |key: String| Group {
                    label: subject.option_label(question, &key),
                    values: vec![Some(key)],
                    scores: None,
                };
                keys.into_iter().map(group).collect()
            }
            Self::Dimension(dimension) => {
                let mut values: Vec<(&Option<String>, &u64)> = found.iter().collect();
                values.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.cmp(b)));
                values.truncate(GROUPS_MAX);
                let group = |(value, _): (&Option<String>, &u64)| Group {
                    label: dimension.value_label(subject.asking, value.as_deref()),
                    values: vec![value.clone()],
                    scores: None,
                };
                values.into_iter().map(group).collect()
            }
        }
    }

    /// The list of answers narrowed to a group of this side; nothing where the list is about a question already.
    pub fn narrow(&self, list: Address, group: &Group) -> Option<Address> {
        match self {
            Self::Dimension(dimension) => {
                let condition = Condition { dimension: dimension.clone(), value: group.values.first()?.clone() };
                Some(with_condition(list, &condition))
            }
            Self::Question { key, .. } => {
                if list.pairs().iter().any(|(name, _)| name == "question") {
                    return None;
                }
                let list = list.with("question", key);
                match group.scores {
                    Some((from, to)) if from == to => Some(list.with("score", from)),
                    Some((from, to)) => Some(list.with("score", format!("{from}-{to}"))),
                    None => Some(list.with("choice", group.values.first()?.as_deref()?)),
                }
            }
        }
    }
}

fn scores(subject: &Subject<'_>, metric: Metric) -> Vec<Group> {
    let format = &subject.format;
    let group = |(from, to): (i64, i64), label: String| Group {
        label,
        values: (from..=to).map(|score| Some(score.to_string())).collect(),
        scores: Some((from, to)),
    };
    let ends = |from, to| {
        if from == to { format.count(from) } else { format!("{}–{}", format.count(from), format.count(to)) }
    };
    if metric.kind != Kind::Nps && metric.scale.to - metric.scale.from < POINTS_MAX {
        let points = i64::from(metric.scale.from)..=i64::from(metric.scale.to);
        return points.map(|score| group((score, score), ends(score, score))).collect();
    }
    metric.groups().into_iter().map(|(_, from, to)| group((from, to), ends(from, to))).collect()
}

/// How often each pair of values was met.
pub async fn pairs(
    subject: &Subject<'_>,
    rows: &Axis<'_>,
    columns: &Axis<'_>,
    conditions: &[Condition],
    period: Period,
) -> Result<Vec<(Option<String>, Option<String>, u64)>> {
    let mut all = subject.asker().all(conditions);
    let narrowed = all.sql().to_owned();
    let row_side = rows.source(&mut all, &narrowed, Some((period, subject)));
    let column_side = columns.source(&mut all, "survey = $1", None);
    let sql = format!(
        "select r.v, c.v, count(*) from {row_side} r join {column_side} c on r._position = c._position group by 1, 2"
    );
    let found = subject.lake().query(subject.asking.workspace(), &sql, all.params()).await?.rows().await?;
    let value = |cell: &Cell| (!cell.is_null()).then(|| cell.to_string());
    let pair = |row: &Vec<Cell>| {
        let [r, c, n] = &row[..] else { return None };
        Some((value(r), value(c), n.as_i64()?.max(0) as u64))
    };
    Ok(found.iter().filter_map(pair).collect())
}
