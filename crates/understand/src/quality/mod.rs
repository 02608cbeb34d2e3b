//! Signs that responses were given without reading, or twice. They mark; whether what they mark counts, the reader says.
//!
//! Each response is held against all of the survey, whatever the page shows, so that it is flagged everywhere or nowhere.

pub mod left_out;
pub mod page;

use std::collections::{BTreeSet, HashMap};

use kernel::signal::{Body, Response, What};
use kernel::survey::{Cells, Kind, Survey, parts_of};
use kernel::time::SECOND;
use kernel::{Result, Timestamp, Uid};
use lake::Cell;
use sha2::{Digest, Sha256};

use crate::filters::{Condition, Where};
use crate::period::Period;
use crate::subject::Subject;

/// Latest completed responses that are looked at.
pub const LOOKED_MAX: usize = 50_000;
/// Words of a text from which the same once more is hardly chance.
const WORDS_MIN: usize = 3;
/// Responses from which a usual speed is known.
const TIMED_MIN: usize = 20;

/// What is remarkable about a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// All rows of a matrix have the same answer.
    Straight,
    /// Half the usual time or less.
    Fast,
    /// The same answers and words as an earlier one.
    Twice,
}

impl Flag {
    pub const ALL: [Self; 3] = [Self::Straight, Self::Fast, Self::Twice];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Straight => "straight",
            Self::Fast => "fast",
            Self::Twice => "twice",
        }
    }
}

/// One flagged response.
pub struct Flagged {
    pub uid: Uid,
    /// In the log.
    pub position: i64,
    pub at: Timestamp,
    pub flags: BTreeSet<Flag>,
}

/// What was found.
#[derive(Default)]
pub struct Found {
    /// Responses that meet the conditions.
    pub looked: usize,
    /// The survey has more responses than are looked at.
    pub bounded: bool,
    /// Whether there are matrices long enough, times, and texts to tell from.
    pub can_tell: [bool; 3],
    /// Newest first.
    pub flagged: Vec<Flagged>,
}

/// What is known about one response until all are read.
struct Seen {
    uid: Uid,
    position: i64,
    at: Timestamp,
    /// Meets the conditions, so that it is told of.
    meets: bool,
    straight: bool,
    /// Seconds by step; of responses without steps all of them under an empty name.
    seconds: Vec<(String, f64)>,
    /// Of answers and words, where there are words enough.
    digest: Option<[u8; 16]>,
}

/// Looks at the latest completed responses, and tells of those that meet the conditions.
pub async fn look(subject: &Subject<'_>, conditions: &[Condition], period: Period) -> Result<Found> {
    let mut meets = Where::new(&subject.row.key, conditions);
    meets.during("started_at", period, &subject.format);
    let sql = format!(
        "select _uid, _position, started_at, _body, coalesce({}, false) from responses \
         where survey = $1 and state = 'complete' order by started_at desc, _position desc limit {LOOKED_MAX}",
        meets.sql()
    );
    let mut found = subject.lake().query(subject.asking.workspace(), &sql, meets.params()).await?;
    let mut seen = Vec::new();
    while let Some(rows) = found.next_rows().await? {
        for row in rows {
            let [uid, position, at, body, meets] = &row[..] else { continue };
            let (Some(uid), Some(position)) = (uid.as_uid(), position.as_i64()) else { continue };
            let (Some(at), Some(body)) = (at.as_time(), body.as_str()) else { continue };
            if let Ok(Body { what: What::Response(response), .. }) = serde_json::from_str(body) {
                let meets = *meets == Cell::Flag(true);
                seen.push(Seen { position, at, meets, ..Seen::new(uid, &response, &subject.definition) });
            }
        }
    }
    Ok(judge(&seen, &subject.definition))
}

impl Seen {
    fn new(uid: Uid, response: &Response, survey: &Survey) -> Self {
        let mut seconds: Vec<(String, f64)> = response
            .course
            .iter()
            .flat_map(|course| &course.seconds)
            .map(|(step, seconds)| (step.clone(), f64::from(*seconds)))
            .collect();
        let took = response.completed_at.map_or(0, |end| end.since(response.started_at));
        if seconds.is_empty() && took > 0 {
            seconds.push((String::new(), took as f64 / SECOND as f64));
        }
        Self {
            uid,
            position: 0,
            at: response.started_at,
            meets: true,
            straight: is_straight(response, survey),
            seconds,
            digest: digest(response),
        }
    }
}

/// Whether all of enough rows of a matrix have the same answer.
fn is_straight(response: &Response, survey: &Survey) -> bool {
    let mut rows: HashMap<&str, Vec<String>> = HashMap::new();
    for answer in response.answers.iter().filter(|answer| answer.kind == Kind::Matrix) {
        let Some(question) = survey.asked(&answer.question) else { continue };
        if matches!(question.cells, Cells::Choice | Cells::Rating) {
            let value = answer.choice.clone().or(answer.score.map(|score| score.to_string()));
            // Rows of one item of a loop belong together.
            let parts = parts_of(&answer.question);
            let prefix = answer.question.len() - parts.last().map_or(0, |row| row.len() + 2);
            rows.entry(&answer.question[..prefix]).or_default().extend(value);
        }
    }
    rows.values().any(|answers| stats::straightness(answers).is_some_and(|found| found.is_straight()))
}

fn digest(response: &Response) -> Option<[u8; 16]> {
    let words = response.answers.iter().filter(|answer| answer.kind.is_verbatim()).filter_map(|a| a.text.as_deref());
    if words.map(|text| text.split_whitespace().count()).max().unwrap_or(0) < WORDS_MIN {
        return None;
    }
    let mut hash = Sha256::new();
    for answer in &response.answers {
        hash.update(format!("{}\u{1f}{:?}{:?}{:?}\u{1e}", answer.question, answer.score, answer.choice, answer.text));
    }
    hash.finalize()[..16].try_into().ok()
}

fn judge(seen: &[Seen], survey: &Survey) -> Found {
    let mut by_step: HashMap<&str, Vec<f64>> = HashMap::new();
    for (step, seconds) in seen.iter().flat_map(|seen| &seen.seconds) {
        by_step.entry(step).or_default().push(*seconds);
    }
    by_step.retain(|_, times| times.len() >= TIMED_MIN);
    let medians: HashMap<&str, f64> =
        by_step.iter_mut().filter_map(|(step, times)| Some((*step, stats::median(times)?))).collect();
    let mut known: HashMap<[u8; 16], usize> = HashMap::new();
    let mut flags: Vec<BTreeSet<Flag>> = Vec::with_capacity(seen.len());
    for seen in seen {
        let pages = seen.seconds.iter().filter_map(|(step, own)| Some((*own, *medians.get(step.as_str())?)));
        let mut own = BTreeSet::new();
        if seen.straight {
            own.insert(Flag::Straight);
        }
        if stats::speed_index(pages).is_some_and(|index| index >= stats::FAST_FROM) {
            own.insert(Flag::Fast);
        }
        flags.push(own);
    }
    // From the oldest on: the first is an answer, the same again is not.
    for (place, seen) in seen.iter().enumerate().rev() {
        if let Some(digest) = seen.digest
            && known.insert(digest, place).is_some()
        {
            flags[place].insert(Flag::Twice);
        }
    }
    let long = |question: &kernel::survey::Question| {
        question.kind == Kind::Matrix
            && matches!(question.cells, Cells::Choice | Cells::Rating)
            && question.rows.len() >= stats::STRAIGHT_ROWS_MIN
    };
    Found {
        looked: seen.iter().filter(|seen| seen.meets).count(),
        bounded: seen.len() == LOOKED_MAX,
        can_tell: [
            survey.questions.iter().any(long),
            !medians.is_empty(),
            seen.iter().any(|seen| seen.digest.is_some()),
        ],
        flagged: seen
            .iter()
            .zip(flags)
            .filter(|(seen, flags)| seen.meets && !flags.is_empty())
            .map(|(seen, flags)| Flagged { uid: seen.uid, position: seen.position, at: seen.at, flags })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(n: u8, seconds: f64, digest: Option<[u8; 16]>) -> Seen {
        Seen {
            uid: Uid([n; 16]),
            position: n.into(),
            at: Timestamp(0),
            meets: true,
            straight: false,
            seconds: vec![("p.1".into(), seconds)],
            digest,
        }
    }

    #[test]
    fn half_the_usual_time_is_fast_and_the_later_of_two_alike_is_the_copy() {
        let mut all: Vec<Seen> = (0..30).map(|n| seen(n, 40.0, None)).collect();
        all.push(seen(30, 15.0, Some([1; 16])));
        all.push(seen(31, 25.0, Some([1; 16])));
        let found = judge(&all, &Survey::default());
        let flags: Vec<(u8, Vec<Flag>)> =
            found.flagged.iter().map(|f| (f.uid.0[0], f.flags.iter().copied().collect())).collect();
        // Newest first: number 30 came after 31.
        assert_eq!(flags, [(30, vec![Flag::Fast, Flag::Twice])]);
        assert_eq!(found.can_tell, [false, true, true]);
    }

    #[test]
    fn what_is_flagged_does_not_depend_on_what_is_shown() {
        let mut all: Vec<Seen> = (0..30).map(|n| seen(n, 40.0, None)).collect();
        all.push(seen(30, 15.0, None));
        all.iter_mut().take(30).for_each(|seen| seen.meets = false);
        let found = judge(&all, &Survey::default());
        assert_eq!((found.looked, found.flagged.len()), (1, 1));
        all[30].meets = false;
        assert_eq!(judge(&all, &Survey::default()).flagged.len(), 0);
    }

    #[test]
    fn without_enough_times_nobody_is_fast() {
        let found = judge(&[seen(0, 40.0, None), seen(1, 1.0, None)], &Survey::default());
        assert!(found.flagged.is_empty() && !found.can_tell[1]);
    }
}
