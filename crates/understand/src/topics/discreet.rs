//! What an anonymous survey's texts are about: which topics are mentioned by how many, and nothing that could be about
//! fewer than five people. See [`crate::anonymity`]: the first 5·⌊k/5⌋ who finished and wrote something are counted,
//! and no share is shown that is about one to four of them or leaves one to four out.

use std::collections::HashSet;

use kernel::Result;
use lake::Cell;
use serde::Serialize;

use super::corpus;
use crate::anonymity::{self, CELL_MIN};
use crate::filters::Where;
use crate::period::Period;
use crate::subject::Subject;
use crate::surveys::discreet::RESPONSES_MAX;

/// Steps of the ends of a range, in points.
const RANGE_STEP: f64 = 5.0;

#[derive(Serialize)]
pub struct Board {
    /// `topics` where there are none, `people` where fewer than five wrote, `mentions` where nothing may be shown.
    pub lacks: Option<&'static str>,
    pub total: u64,
    pub rows: Vec<Row>,
    /// Some topics are mentioned by too few.
    pub has_hidden: bool,
}

#[derive(Serialize)]
pub struct Row {
    pub name: String,
    pub n: u64,
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

pub async fn board(subject: &Subject<'_>) -> Result<Board> {
    let corpus = corpus::read(subject, &[], Period::default(), None, &[]).await?;
    let finished = finished(subject).await?;
    let mut people: Vec<&corpus::Person> =
        corpus.people.iter().filter(|person| finished.contains(&person.position)).collect();
    people.sort_unstable_by_key(|person| person.position);
    people.truncate(anonymity::counted(people.len()));
    let total = people.len() as u64;
    let tree = &corpus.tree;
    // Topics below others would tell about the few who mention one and not the other.
    let top: Vec<usize> = (0..tree.topics.len()).filter(|at| tree.depth[*at] == 0).collect();
    let mentions = |topic: &usize| {
        people.iter().filter(|person| person.about.iter().any(|about| about.topic == *topic)).count() as u64
    };
    let counts: Vec<u64> = top.iter().map(mentions).collect();
    let cells = anonymity::cells(&counts, total, false);
    let name = |topic: usize| tree.topics[topic].name(subject.asking.locale.code()).to_owned();
    let row = |(topic, cell): (&usize, &Option<u64>)| {
        let n = cell.filter(|n| *n > 0)?;
        let share = stats::percent(n, total)?;
        let range = anonymity::coarse(share.range?, (0.0, 100.0), RANGE_STEP);
        Some(Row { name: name(*topic), n, share: share.value, low: range.low, high: range.high })
    };
    let mut rows: Vec<Row> = top.iter().zip(&cells).filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.n));
    let lacks = if tree.topics.is_empty() {
        Some("topics")
    } else if people.len() < CELL_MIN {
        Some("people")
    } else if rows.is_empty() {
        Some("mentions")
    } else {
        None
    };
    Ok(Board { lacks, total, rows, has_hidden: cells.iter().any(Option::is_none) })
}

/// The responses that count: those that were finished. One that may still grow would move its place.
async fn finished(subject: &Subject<'_>) -> Result<HashSet<i64>> {
    let mut all = Where::new(&subject.row.key, &[]);
    all.and("state = 'complete'");
    let sql = format!("select _position from responses where {{where}} order by _position limit {RESPONSES_MAX}");
    let rows = subject.asker().rows(&sql, &all).await?;
    Ok(rows.iter().filter_map(|row| row.first().and_then(Cell::as_i64)).collect())
}
