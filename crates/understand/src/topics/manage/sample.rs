//! The texts that a member may look at when topics are tried: of surveys that promised no anonymity and whose texts
//! their role may read. What a rule finds in other texts is not told, not even how often: whoever writes the rule could
//! ask so for a single sentence.

use std::collections::HashMap;

use kernel::{Result, Uid};
use lake::Cell;
use ui::http::Asking;

use crate::subject::{Ground, definition};

/// Texts that a change is tried on: the newest.
pub const TEXTS_MAX: usize = 2_000;
/// Longer ones are reports rather than comments.
const CHARS_MAX: usize = 5_000;
/// Surveys that are looked at: those changed last.
const SURVEYS_MAX: usize = 500;
/// Responses asked for at once.
const CHUNK: usize = 500;

/// A text with its place.
#[derive(Clone, Debug)]
pub struct Said {
    pub uid: Uid,
    /// Key of the answer.
    pub field: String,
    pub text: String,
    /// As the reader found it; `und` where it cannot be told.
    pub language: String,
}

/// Keys of the surveys whose texts this member may look at.
pub async fn surveys(asking: &Asking) -> Result<Vec<String>> {
    let readers = asking.store().verbatim_readers(asking.workspace()).await?;
    let mut keys = Vec::new();
    for row in asking.store().surveys(asking.workspace()).await? {
        if keys.len() < SURVEYS_MAX && asking.role() >= readers.least(Some(&row)) && !definition(&row)?.anonymous {
            keys.push(row.key);
        }
    }
    Ok(keys)
}

/// A condition on `survey` for these keys, whose parameters begin at `$1`.
pub fn among(surveys: &[String]) -> (String, Vec<Cell>) {
    let places: Vec<String> = (1..=surveys.len()).map(|place| format!("${place}")).collect();
    (format!("survey in ({})", places.join(", ")), surveys.iter().map(|key| key.as_str().into()).collect())
}

/// The newest texts, newest first.
pub async fn newest(asking: &Asking, ground: &Ground) -> Result<Vec<Said>> {
    let surveys = surveys(asking).await?;
    if surveys.is_empty() {
        return Ok(vec![]);
    }
    let (among, params) = among(&surveys);
    let sql = format!(
        "select _uid, field, text, language from verbatims \
         where {among} and text is not null and character_length(text) <= {CHARS_MAX} \
         order by _position desc, field limit {TEXTS_MAX}"
    );
    let rows = ground.0.query(asking.workspace(), &sql, &params).await?.rows().await?;
    Ok(rows.into_iter().filter_map(said).collect())
}

/// Some texts by response and key of the answer; those that this member may not look at are not among them.
pub async fn of(asking: &Asking, ground: &Ground, uids: &[Uid]) -> Result<HashMap<(Uid, String), Said>> {
    let surveys = surveys(asking).await?;
    let mut found = HashMap::new();
    if surveys.is_empty() {
        return Ok(found);
    }
    for some in uids.chunks(CHUNK) {
        let (among, mut params) = among(&surveys);
        let places: Vec<String> = (1..=some.len()).map(|place| format!("${}", params.len() + place)).collect();
        params.extend(some.iter().copied().map(Cell::from));
        let sql = format!(
            "select _uid, field, text, language from verbatims \
             where {among} and text is not null and _uid in ({})",
            places.join(", ")
        );
        let rows = ground.0.query(asking.workspace(), &sql, &params).await?.rows().await?;
        found.extend(rows.into_iter().filter_map(said).map(|said| ((said.uid, said.field.clone()), said)));
    }
    Ok(found)
}

fn said(row: Vec<Cell>) -> Option<Said> {
    let [uid, field, text, language] = <[Cell; 4]>::try_from(row).ok()?;
    let text = text.as_str()?.to_owned();
    let is_empty = text.trim().is_empty();
    let language = language.as_str().unwrap_or("und").to_owned();
    (!is_empty).then_some(Said { uid: uid.as_uid()?, field: field.as_str()?.to_owned(), text, language })
}
