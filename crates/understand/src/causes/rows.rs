//! The responses of a survey with what a search for causes looks at.

use std::collections::{BTreeMap, HashMap};

use kernel::{Result, Uid};
use kernel::survey::Question;
use lake::Cell;
use text::causes::{Row, Tag};

use crate::ask::IS_VERBATIM;
use crate::filters::{Dimension, Where};
use crate::period::Period;
use crate::subject::Subject;

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
    subject: &Subject<'_>,
    conditions: &[crate::filters::Condition],
    dimensions: &[&Dimension],
    question: &Question,
    period: Period,
) -> Result<Vec<Row>> {
    let asker = subject.asker();
    let mut all = asker.all(conditions);
    all.during("occurred_at", period, &subject.format);
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
        let value = |(dimension, cell): (&&Dimension, &Cell)| Some((dimension.column.clone(), cell.as_str()?.to_owned()));
        places.insert(uid, rows.len());
        rows.push(Row {
            id: uid.to_string(),
            score,
            attributes: dimensions.iter().zip(&cells[3..]).filter_map(value).collect(),
            contact: cells[2].as_str().map(str::to_owned),
            ..Row::default()
        });
    }
    write(subject, &all, &places, &mut rows).await?;
    Ok(rows)
}

/// Adds texts and topics. Several texts of a response stand below each other.
async fn write(
    subject: &Subject<'_>,
    all: &Where,
    places: &HashMap<Uid, usize>,
    rows: &mut [Row],
) -> Result<()> {
    let asker = subject.asker();
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
