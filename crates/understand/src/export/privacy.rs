//! Rows of surveys in which nobody may be singled out.
//!
//! A row holds what one person answered, so it must not tell whose it is. Left out are ids, contacts, channels,
//! touchpoints, languages, attributes, times (but the day), the way through the survey, and answers that name somebody
//! (e-mail, phone, contact form, file, signature, hidden field). Only completed responses count, the first 5·⌊n/5⌋ of
//! them, as on the dashboard; fewer than five are refused. Rows stand in an order that tells nothing.
//!
//! Answers that put people into groups (one or several options, numbers, dates, and the day) are kept only so far that
//! at least five rows share every combination of them (k-anonymity with k = 5; Sweeney, "k-Anonymity: a model for
//! protecting privacy", International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10:5, 2002), by
//! blanking single values; questions that come first keep most. Scores, matrices, rankings and texts are opinions and
//! stay.
//!
//! Personal data that is found in texts is masked, whoever asks. Not covered: what else somebody writes about
//! themselves, and what a reader who keeps an earlier file learns from a later.

use std::collections::HashMap;
use std::io;

use sha2::{Digest, Sha256};

use super::spool::{Spool, Spooled};
use super::table::{Column, Value};
use crate::anonymity::{CELL_MIN, counted};

/// Values that are compared; columns beyond are left out altogether.
const VALUES_MAX: usize = 20_000_000;

/// The rows that may be shown, with what may be shown of them. `groups` are the columns that put people into groups.
pub fn protected(mut rows: Spooled, columns: &mut [Column], groups: &[usize]) -> io::Result<Spool> {
    let n = counted(rows.len());
    let compared = &groups[..groups.len().min(VALUES_MAX / n.max(1))];
    let mut values: Vec<Vec<u32>> = vec![Vec::with_capacity(n); compared.len()];
    let mut known: Vec<HashMap<Vec<u8>, u32>> = vec![HashMap::new(); compared.len()];
    let (mut row, mut order) = (Vec::new(), Vec::with_capacity(n));
    for place in 0..n {
        rows.row(place, &mut row)?;
        for (group, column) in compared.iter().enumerate() {
            let value = row.get(*column).unwrap_or(&Value::Missing);
            let next = known[group].len() as u32 + 1;
            values[group].push(match value {
                Value::Missing => BLANK,
                value => *known[group].entry(format!("{value:?}").into_bytes()).or_insert(next),
            });
        }
        order.push((Sha256::digest(format!("{row:?}")).to_vec(), place));
    }
    blank_small(&mut values, n);
    order.sort_unstable();
    let mut shown = Spool::new()?;
    for column in columns.iter_mut() {
        (column.width, column.bytes, column.texts, column.filled, column.fractions) = (0, 0, 0, 0, false);
    }
    for (_, place) in order {
        rows.row(place, &mut row)?;
        for (group, column) in groups.iter().enumerate() {
            let is_blank = values.get(group).is_none_or(|values| values[place] == BLANK);
            if let Some(value) = row.get_mut(*column).filter(|_| is_blank) {
                *value = Value::Missing;
            }
        }
        shown.push(columns, &row)?;
    }
    Ok(shown)
}

/// No value, or one that is not shown: a reader cannot tell which.
const BLANK: u32 = 0;

/// Blanks values until at least [`CELL_MIN`] of the `n` rows share every combination that is left. `values` holds the
/// value of each row, column by column.
fn blank_small(values: &mut [Vec<u32>], n: usize) {
    let mut waiting = vec![((0..n as u32).collect::<Vec<u32>>(), 0)];
    while let Some((rows, column)) = waiting.pop() {
        let Some(of_column) = values.get_mut(column) else { continue };
        let mut groups: HashMap<u32, Vec<u32>> = HashMap::new();
        for row in rows {
            groups.entry(of_column[row as usize]).or_default().push(row);
        }
        let mut blank = groups.remove(&BLANK).unwrap_or_default();
        let mut groups: Vec<(u32, Vec<u32>)> = groups.into_iter().collect();
        // The largest last; equal ones by value, so that the same rows always give the same file.
        groups.sort_unstable_by_key(|(value, rows)| (rows.len(), *value));
        let mut kept = Vec::new();
        for (_, rows) in groups {
            let is_small = rows.len() < CELL_MIN || (1..CELL_MIN).contains(&blank.len());
            if is_small {
                rows.iter().for_each(|row| of_column[*row as usize] = BLANK);
                blank.extend(rows);
            } else {
                kept.push(rows);
            }
        }
        kept.push(blank);
        waiting.extend(kept.into_iter().filter(|rows| !rows.is_empty()).map(|rows| (rows, column + 1)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Every combination of what is left is shared by five, and nothing is blanked where all are large.
        #[test]
        fn five_share_every_combination(rows in prop::collection::vec((1u32..4, 0u32..6, 1u32..40), 5..200)) {
            let n = rows.len();
            let mut values = vec![
                rows.iter().map(|row| row.0).collect::<Vec<u32>>(),
                rows.iter().map(|row| row.1).collect(),
                rows.iter().map(|row| row.2).collect(),
            ];
            let before = values.clone();
            blank_small(&mut values, n);
            let mut shared: HashMap<Vec<u32>, usize> = HashMap::new();
            for row in 0..n {
                *shared.entry(values.iter().map(|column| column[row]).collect()).or_default() += 1;
            }
            prop_assert!(shared.values().all(|rows| *rows >= CELL_MIN), "{shared:?}");
            for (column, before) in values.iter().zip(&before) {
                prop_assert!(column.iter().zip(before).all(|(now, then)| now == then || *now == BLANK));
            }
            let mut sizes: HashMap<u32, usize> = HashMap::new();
            before[0].iter().for_each(|value| *sizes.entry(*value).or_default() += 1);
            if sizes.values().all(|size| *size >= CELL_MIN) {
                prop_assert_eq!(&values[0], &before[0]);
            }
        }
    }
}
