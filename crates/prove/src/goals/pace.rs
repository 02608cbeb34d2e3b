//! How a goal goes: the number by week or month since before it was set, and where it will be at its date.

use jiff::Span;
use jiff::civil::Date;
use kernel::format::{Format, Grain};
use kernel::{Result, WorkspaceId};
use measures::Scores;
use stats::goals::{Goal, PERIODS_LEAST, Pace, pace};
use store::entity::goal;

use crate::Tools;
use crate::effects::CELL_MIN;
use crate::number::Subject;
use crate::series::{Periods, Question, by_period, noon};

/// Periods that are looked back at.
const BACK_MAX: usize = 104;
/// Days that are looked back before the goal was set.
const DAYS_BEFORE: i64 = 182;
/// Goals that run longer than so many days are followed by month.
const WEEKS_UP_TO: i32 = 270;
/// Answers of a period below which months are used.
const ANSWERS_LEAST: f64 = 10.0;

/// How it goes.
pub struct Going {
    pub periods: Periods,
    /// The number of each period, with its answers; nothing where there are none, or too few to be shown.
    pub values: Vec<(Option<f64>, u64)>,
    pub pace: Pace,
    /// Periods from now until the date; 0 or less when it is over.
    pub left: i64,
    /// The period in which the goal was set.
    pub set: i64,
}

impl Going {
    /// The latest value that there is.
    pub fn now(&self) -> Option<f64> {
        self.values.iter().rev().find_map(|(value, _)| *value)
    }
}

/// Asks the lake and looks ahead.
pub async fn going(
    tools: &Tools,
    workspace: WorkspaceId,
    subject: &Subject,
    goal: &goal::Model,
    format: &Format,
    today: Date,
) -> Result<Option<Going>> {
    let (Ok(from), Ok(by)) = (goal.from_day.parse::<Date>(), goal.by_day.parse::<Date>()) else { return Ok(None) };
    let oldest = from.saturating_add(Span::new().days(-DAYS_BEFORE));
    let zone = format.zone.iana_name().unwrap_or("UTC");
    let since = Some(noon(format, oldest));
    let question = Question { lake: &tools.lake, workspace, zone, measure: &subject.aim.measure, unit: None, since };
    let counts = question.counts(true).await?;
    let last = if by < today { by } else { today };
    let first = counts.iter().map(|count| count.day).min().unwrap_or(from).min(from);
    let long = from.until(by).map_or(0, |span| span.get_days()) > WEEKS_UP_TO;
    let weeks = Periods::new(format, Grain::Week, first, last, BACK_MAX);
    let total: u64 = counts.iter().map(|count| count.n).sum();
    let thin = (total as f64) < ANSWERS_LEAST * weeks.starts.len() as f64;
    let periods = if long || thin || subject.is_anonymous() {
        Periods::new(format, Grain::Month, first, last, BACK_MAX)
    } else {
        weeks
    };
    let mut scores = by_period(&counts, &periods);
    // A period that is not over would let watch single answers come in where anonymity was promised.
    if subject.is_anonymous() && today < periods.end {
        scores.last_mut().into_iter().for_each(|last| *last = Scores::default());
    }
    let shown = |scores: &Scores| {
        let n = scores.total();
        if subject.is_anonymous() && n < CELL_MIN {
            return (None, 0);
        }
        (subject.number.estimate(scores).map(|estimate| estimate.value), n)
    };
    let values: Vec<(Option<f64>, u64)> = scores.iter().map(shown).collect();
    // A goal whose day is not over yet is not missed yet.
    let left = if by < today { 0 } else { periods.between(format, last, by).max(1) };
    let set = periods.between(format, *periods.starts.first().unwrap_or(&from), from);
    let gone = usize::try_from(periods.between(format, from, last)).unwrap_or(0);
    let known = solid(&values);
    let pace = pace(&Goal { values: known, from: goal.from_value, to: goal.to_value, gone, left, season: None });
    Ok(Some(Going { periods, values, pace, left, set }))
}

/// The last stretch of values without a gap, less a period that has hardly begun: its few answers say little. A stretch
/// that is too short to look ahead from is taken with its gaps closed.
fn solid(values: &[(Option<f64>, u64)]) -> Vec<f64> {
    let mut values = values.to_vec();
    while values.last().is_some_and(|(value, _)| value.is_none()) {
        values.pop();
    }
    let usual = values.iter().map(|(_, n)| *n).sum::<u64>() / values.len().max(1) as u64;
    if values.len() > PERIODS_LEAST && values.last().is_some_and(|(_, n)| 4 * n < usual) {
        values.pop();
    }
    let stretch: Vec<f64> = values.iter().rev().map_while(|(value, _)| *value).collect();
    if stretch.len() >= PERIODS_LEAST {
        return stretch.into_iter().rev().collect();
    }
    values.into_iter().filter_map(|(value, _)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_hardly_begun_is_left_out() {
        let mut values: Vec<(Option<f64>, u64)> = (0..8).map(|at| (Some(f64::from(at)), 40)).collect();
        values.push((Some(100.0), 3));
        values.push((None, 0));
        assert_eq!(solid(&values).last(), Some(&7.0));
        values[1].0 = None;
        assert_eq!(solid(&values), [2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        assert!(solid(&[]).is_empty());
    }
}
