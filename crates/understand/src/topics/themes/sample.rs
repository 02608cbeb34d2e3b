//! The texts that themes are looked for in: all of a period and the one before, or a part of them taken by chance.

use jiff::civil::Date;
use kernel::{Result, Timestamp, Uid};
use lake::Cell;

use crate::filters::Condition;
use crate::period::Period;
use crate::subject::Subject;
use crate::topics::quotes::where_of;

/// Texts that are read at most; of more, a part by chance, the same each time.
pub const TEXTS_MAX: u64 = 10_000;
/// Longer ones are reports rather than comments.
const CHARS_MAX: usize = 5_000;

/// A text with what is known about it.
#[derive(Clone, Debug)]
pub struct Said {
    pub uid: Uid,
    pub position: i64,
    /// Key of the answer.
    pub field: String,
    pub text: String,
    /// As the reader found it; `und` where it cannot be told.
    pub language: String,
    pub at: Timestamp,
    pub day: Date,
    /// 0 negative, 1 neutral, 2 positive; nothing where the language is not read.
    pub feels: Option<usize>,
}

/// What was read, of how many; the newest first.
#[derive(Debug, Default)]
pub struct Sample {
    pub said: Vec<Said>,
    pub total: u64,
}

pub async fn read(subject: &Subject<'_>, conditions: &[Condition], period: Period) -> Result<Sample> {
    let (texts, all) = where_of(subject, conditions, period, |_| {});
    let texts = format!("{texts} and text is not null and character_length(text) <= {CHARS_MAX}");
    let sql = format!("select count(*) from verbatims where {texts}");
    let (lake, workspace) = (subject.lake(), subject.asking.workspace());
    let rows = lake.query(workspace, &sql, all.params()).await?.rows().await?;
    let total = rows.first().and_then(|row| row.first()?.as_i64()).unwrap_or(0).unsigned_abs();
    let (texts, mut all) = where_of(subject, conditions, period, |all| {
        all.and(&format!("text is not null and character_length(text) <= {CHARS_MAX}"));
        // One in so many, by the upper bits of Knuth's multiplicative hash: places follow one another, and so do hours
        // of the day and channels.
        let one_in = total.div_ceil(TEXTS_MAX).max(1);
        if one_in > 1 {
            all.and(&format!("((_position * 2654435761) % 4294967296) / 65536 % {one_in} = 0"));
        }
    });
    let zone = all.bind(subject.format.zone.iana_name().unwrap_or("UTC"));
    let sql = format!(
        "select _uid, _position, field, text, language, occurred_at, local_day(occurred_at, {zone}), sentiment \
         from verbatims where {texts} order by occurred_at desc, _position desc, field limit {}",
        2 * TEXTS_MAX
    );
    let mut found = lake.query(workspace, &sql, all.params()).await?;
    let mut said = Vec::new();
    while let Some(rows) = found.next_rows().await? {
        said.extend(rows.into_iter().filter_map(one));
    }
    Ok(Sample { said, total })
}

fn one(row: Vec<Cell>) -> Option<Said> {
    let [uid, position, field, text, language, at, day, feels] = <[Cell; 8]>::try_from(row).ok()?;
    Some(Said {
        uid: uid.as_uid()?,
        position: position.as_i64()?,
        field: field.as_str()?.to_owned(),
        text: text.as_str()?.to_owned(),
        language: language.as_str().unwrap_or("und").to_owned(),
        at: at.as_time()?,
        day: day.as_day()?,
        feels: match feels.as_str() {
            Some("neg") => Some(0),
            Some("neu") => Some(1),
            Some("pos") => Some(2),
            _ => None,
        },
    })
}
