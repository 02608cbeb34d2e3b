//! The responses of a survey with what a search for causes looks at.

use std::collections::{BTreeMap, HashMap};

use kernel::survey::Question;
use kernel::{Result, Uid};
use lake::Cell;
use text::causes::{Row, Tag};

use crate::ask::{Asker, IS_VERBATIM};
use crate::filters::{Dimension, Where};
use crate::period::Period;

/// Responses that are looked at: the newest.
pub const ROWS_MAX: usize = 50_000;
/// A dimension with more values names people or things, not groups.
const VALUES_MAX: i64 = 200;
/// Dimensions that are searched for places.
const DIMENSIONS_MAX: usize = 20;

/// What groups of responses can be told apart by: few values, and not one that the filters have chosen.
pub fn dimensions<'a>(filled: &'a [(Dimension, i64)], conditions: &[crate::filters::Condition]) -> Vec<&'a Dimension> {
    let is_open = |dimension: &Dimension| !conditions.iter().any(|condition| condition.dimension == *dimension);
    let is_group = |(dimension, values): &&(Dimension, i64)| {
        dimension.is_of_words() && (2..=VALUES_MAX).contains(values) && is_open(dimension)
    };
    filled.iter().filter(is_group).map(|(dimension, _)| dimension).take(DIMENSIONS_MAX).collect()
}

/// The newest responses that answered `question`, each with all that was written in it. Its id is the response's; the
/// attributes are called as their columns.
pub async fn gather(
    asker: &Asker<'_>,
    conditions: &[crate::filters::Condition],
    dimensions: &[&Dimension],
    question: &Question,
    period: Period,
) -> Result<Vec<Row>> {
    let mut all = asker.all(conditions);
    all.during("occurred_at", period, asker.format);
    let mut scored = all.clone();
    let place = scored.bind(&question.key);
    scored.and(&format!("question = {place} and score is not null"));
    let columns: String = dimensions.iter().map(|one| format!(", cast({} as varchar)", one.sql())).collect();
    let sql = format!(
        "select _uid, score, contact_id{columns} from answers where {{where}} order by occurred_at desc limit {ROWS_MAX}"
    );
    let mut rows = Vec::new();
    let mut places = HashMap::new();
    for cells in asker.rows(&sql, &scored).await? {
        let (Some(uid), Some(score)) = (cells[0].as_uid(), cells[1].as_f64()) else { continue };
        let value =
            |(dimension, cell): (&&Dimension, &Cell)| Some((dimension.column.clone(), cell.as_str()?.to_owned()));
        places.insert(uid, rows.len());
        rows.push(Row {
            id: uid.to_string(),
            score,
            attributes: dimensions.iter().zip(&cells[3..]).filter_map(value).collect(),
            contact: cells[2].as_str().map(str::to_owned),
            ..Row::default()
        });
    }
    write(asker, &all, &places, &mut rows).await?;
    Ok(rows)
}

/// Of what decides nearly all about who is low, this share of the doubt is left. Such an attribute is the score in other
/// words (`Detractor`), not a place.
const DOUBT_LEFT: f64 = 0.1;

/// Takes out attributes that say the score in other words; returns their columns. How much doubt an attribute leaves
/// is the conditional entropy of "is low" given its value, by the entropy without it.
pub fn without_echoes(rows: &mut [Row], low_to: f64) -> Vec<String> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, [f64; 2]>> = BTreeMap::new();
    for row in rows.iter() {
        for (column, value) in &row.attributes {
            let cell = counts.entry(column).or_default().entry(value).or_default();
            cell[usize::from(row.score <= low_to)] += 1.0;
        }
    }
    let entropy = |[others, low]: [f64; 2]| {
        let all = others + low;
        let part = |n: f64| if n > 0.0 { -n * (n / all).log2() } else { 0.0 };
        part(others) + part(low)
    };
    let is_echo = |values: &BTreeMap<&str, [f64; 2]>| {
        let total = values.values().fold([0.0; 2], |sum, cell| [sum[0] + cell[0], sum[1] + cell[1]]);
        let left: f64 = values.values().map(|cell| entropy(*cell)).sum();
        entropy(total) > 0.0 && left < DOUBT_LEFT * entropy(total)
    };
    let echoes = counts.iter().filter(|(_, values)| is_echo(values)).map(|(column, _)| (*column).to_owned());
    let echoes: Vec<String> = echoes.collect();
    for row in rows {
        row.attributes.retain(|(column, _)| !echoes.contains(column));
    }
    echoes
}

/// Adds texts and topics. Several texts of a response stand below each other.
async fn write(asker: &Asker<'_>, all: &Where, places: &HashMap<Uid, usize>, rows: &mut [Row]) -> Result<()> {
    let mut texts = all.clone();
    texts.and(&format!("{IS_VERBATIM} and text is not null"));
    let sql = "select _uid, question, text, _language from answers where {where} order by occurred_at desc, question \
               limit 100000";
    // Where a text begins within what its response wrote, in code points.
    let mut begins: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for cells in asker.rows(sql, &texts).await? {
        let Ok([uid, question, text, language]) = <[Cell; 4]>::try_from(cells) else { continue };
        let Some(place) = uid.as_uid().and_then(|uid| places.get(&uid)) else { continue };
        let (Some(question), Some(text)) = (question.as_str(), text.as_str()) else { continue };
        let row = &mut rows[*place];
        if !row.text.is_empty() {
            row.text.push('\n');
        }
        begins.insert((*place, question.to_owned()), row.text.chars().count());
        row.text.push_str(text);
        if row.language.is_none() {
            row.language = language.as_str().map(str::to_owned);
        }
    }
    let sql = "select _uid, field, topic, \"start\", \"end\" from mentions where {where} order by occurred_at desc limit 200000";
    for cells in asker.rows(sql, all).await? {
        let Ok([uid, field, topic, start, end]) = <[Cell; 5]>::try_from(cells) else { continue };
        let Some(place) = uid.as_uid().and_then(|uid| places.get(&uid)) else { continue };
        let (Some(field), Some(topic)) = (field.as_str(), topic.as_str()) else { continue };
        let Some(begin) = begins.get(&(*place, field.to_owned())) else { continue };
        let span = start.as_i64().zip(end.as_i64()).map(|(start, end)| (begin + start as usize, begin + end as usize));
        rows[*place].tags.push(Tag { topic: topic.to_owned(), span });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_that_is_the_score_in_other_words_is_no_place() {
        let row = |n: usize| Row {
            score: (n % 11) as f64,
            attributes: vec![
                ("rating".into(), if n % 11 <= 6 { "Detractor" } else { "Other" }.into()),
                ("branch".into(), if n.is_multiple_of(3) { "Soho" } else { "Vasastan" }.into()),
            ],
            ..Row::default()
        };
        let mut rows: Vec<Row> = (0..110).map(row).collect();
        assert_eq!(without_echoes(&mut rows, 6.0), ["rating"]);
        assert!(rows.iter().all(|row| row.attributes.len() == 1));
        let mut all_low: Vec<Row> = rows.into_iter().map(|row| Row { score: 1.0, ..row }).collect();
        assert_eq!(without_echoes(&mut all_low, 6.0), [] as [String; 0]);
    }
}
