//! What a workspace can learn from: its comments, each with the feeling that the rating beside it stands for, or that a
//! member has named.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::survey::{Kind, Survey};
use kernel::{Result, Uid, WorkspaceId};
use lake::{Cell, Lake};
use store::Store;
use text::Sentiment;
use ui::Tone;

use super::labels;
use crate::ask::IS_VERBATIM;
use crate::subject::definition;
use measures::Metric;

/// Comments that are learned from and measured on: those that members judged, then the newest.
pub const PAIRS_MAX: usize = 20_000;
/// Texts that are looked at for that: the newest.
const LOOKED_AT_MAX: usize = 60_000;
/// Judgements of members that are looked at: the latest.
const BY_HAND_MAX: u64 = 20_000;
/// Longer ones are reports rather than comments.
const CHARS_MAX: usize = 5_000;
/// Responses asked for at once.
const CHUNK: usize = 500;
/// What is rated first counts first, as on dashboards.
const RATINGS: [Kind; 4] = [Kind::Nps, Kind::Csat, Kind::Ces, Kind::Rating];

/// A comment whose feeling is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    pub uid: Uid,
    /// Key of the answer.
    pub question: String,
    pub text: String,
    /// The language that it is probably in: the response's, else the survey's first.
    pub prior: Option<String>,
    pub known: Sentiment,
    /// A member said so.
    pub by_hand: bool,
    pub import: Option<String>,
}

/// A text as it stands in the log.
struct Written {
    position: i64,
    uid: Uid,
    question: String,
    text: String,
    language: Option<String>,
    survey: String,
    import: Option<String>,
}

/// The comments of a workspace that can be learned from, oldest first; the same text counts once. Surveys that
/// promised anonymity are left out: what is learned from a few texts could tell of them.
pub async fn gather(store: &Store, lake: &Lake, workspace: WorkspaceId) -> Result<Vec<Comment>> {
    let mut surveys: BTreeMap<String, Survey> = BTreeMap::new();
    for row in store.surveys(workspace).await? {
        let definition = definition(&row)?;
        if !definition.anonymous {
            surveys.insert(row.key, definition);
        }
    }
    if surveys.is_empty() {
        return Ok(vec![]);
    }
    let by_hand = labels::latest(store, workspace, BY_HAND_MAX).await?;
    let by_hand: HashMap<(Uid, String), &'static str> =
        by_hand.into_iter().map(|label| ((label.uid, label.question), label.label)).collect();
    let written = written(lake, workspace, &surveys, &by_hand).await?;
    let ratings = ratings(lake, workspace, &surveys, &written).await?;
    let known = written.into_iter().filter_map(|written| {
        let by_member = by_hand.get(&(written.uid, written.question.clone()));
        let known = match by_member {
            Some(label) => sentiment(label)?,
            None => *ratings.get(&written.position)?,
        };
        Some((written, known, by_member.is_some()))
    });
    let mut all: Vec<(Written, Sentiment, bool)> = known.collect();
    // What members said comes first, then what is newest; of equal texts the first stays.
    all.sort_by(|a, b| (b.2, b.0.position).cmp(&(a.2, a.0.position)).then_with(|| a.0.question.cmp(&b.0.question)));
    let mut seen: HashSet<String> = HashSet::new();
    all.retain(|(written, ..)| seen.insert(written.text.trim().to_owned()));
    all.truncate(PAIRS_MAX);
    all.sort_by(|a, b| (a.0.position, &a.0.question).cmp(&(b.0.position, &b.0.question)));
    let comment = |(written, known, by_hand): (Written, Sentiment, bool)| {
        let first = || surveys.get(&written.survey)?.languages.first().cloned();
        let tag = written.language.or_else(first);
        Comment {
            uid: written.uid,
            question: written.question,
            text: written.text,
            prior: tag.as_deref().and_then(lake::prior),
            known,
            by_hand,
            import: written.import,
        }
    };
    Ok(all.into_iter().map(comment).collect())
}

/// Nothing for what a member finds unclear.
fn sentiment(label: &str) -> Option<Sentiment> {
    [Sentiment::Neg, Sentiment::Neu, Sentiment::Pos].into_iter().find(|known| lake::label(*known) == label)
}

/// The newest texts, and those that members judged.
async fn written(
    lake: &Lake,
    workspace: WorkspaceId,
    surveys: &BTreeMap<String, Survey>,
    by_hand: &HashMap<(Uid, String), &'static str>,
) -> Result<Vec<Written>> {
    let columns = "select _position, _uid, question, text, language, survey, _import from answers";
    let plain = format!("{IS_VERBATIM} and text is not null and character_length(text) <= {CHARS_MAX}");
    let keys: Vec<Cell> = surveys.keys().map(|key| key.as_str().into()).collect();
    let sql = format!(
        "{columns} where {plain} and survey in ({}) order by _position desc limit {LOOKED_AT_MAX}",
        places(keys.len())
    );
    let mut found: BTreeMap<(Uid, String), Written> = BTreeMap::new();
    let mut take = |rows: Vec<Vec<Cell>>| {
        for row in rows {
            let Some(written) = read(row) else { continue };
            if surveys.contains_key(&written.survey) && !written.text.trim().is_empty() {
                found.insert((written.uid, written.question.clone()), written);
            }
        }
    };
    let mut newest = lake.query(workspace, &sql, &keys).await?;
    while let Some(rows) = newest.next_rows().await? {
        take(rows);
    }
    let mut uids: Vec<Uid> = by_hand.keys().map(|(uid, _)| *uid).collect();
    uids.sort_unstable();
    uids.dedup();
    for some in uids.chunks(CHUNK) {
        let sql = format!("{columns} where {plain} and _uid in ({})", places(some.len()));
        let params: Vec<Cell> = some.iter().copied().map(Cell::from).collect();
        take(lake.query(workspace, &sql, &params).await?.rows().await?);
    }
    Ok(found.into_values().collect())
}

fn read(row: Vec<Cell>) -> Option<Written> {
    let [position, uid, question, text, language, survey, import] = <[Cell; 7]>::try_from(row).ok()?;
    Some(Written {
        position: position.as_i64()?,
        uid: uid.as_uid()?,
        question: question.as_str()?.to_owned(),
        text: text.as_str()?.to_owned(),
        language: language.as_str().map(str::to_owned),
        survey: survey.as_str()?.to_owned(),
        import: import.as_str().map(str::to_owned),
    })
}

fn places(count: usize) -> String {
    (1..=count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// What the scores beside these texts stand for, by the response's place in the log. A response whose scores
/// contradict one another, one a promoter's and one a detractor's, says nothing about its texts.
async fn ratings(
    lake: &Lake,
    workspace: WorkspaceId,
    surveys: &BTreeMap<String, Survey>,
    written: &[Written],
) -> Result<HashMap<i64, Sentiment>> {
    let positions: HashMap<i64, &str> =
        written.iter().map(|written| (written.position, written.survey.as_str())).collect();
    let Some(first) = positions.keys().min() else { return Ok(HashMap::new()) };
    let kinds: Vec<String> = RATINGS.iter().map(|kind| format!("'{kind}'")).collect();
    let sql = format!(
        "select _position, question, kind, score from answers \
         where score is not null and kind in ({}) and _position >= $1",
        kinds.join(", ")
    );
    let mut rated: HashMap<i64, Rated> = HashMap::new();
    let mut scores = lake.query(workspace, &sql, &[Cell::from(*first)]).await?;
    while let Some(rows) = scores.next_rows().await? {
        for row in rows {
            let [Cell::Integer(position), question, kind, score] = &row[..] else { continue };
            let Some(survey) = positions.get(position).and_then(|key| surveys.get(*key)) else { continue };
            let (Some(question), Some(kind), Some(score)) =
                (question.as_str(), kind.as_str().and_then(Kind::parse), score.as_f64())
            else {
                continue;
            };
            if let Some(tone) = tone(survey, question, kind, score) {
                rated.entry(*position).or_default().add(kind, tone);
            }
        }
    }
    Ok(rated.into_iter().filter_map(|(position, rated)| Some((position, rated.sentiment()?))).collect())
}

/// By the thresholds of the question's own metric.
fn tone(survey: &Survey, question: &str, kind: Kind, score: f64) -> Option<Tone> {
    let asked = survey.asked(question).filter(|asked| asked.kind == kind).and_then(Metric::of);
    let metric = asked.or_else(|| Some(Metric { kind, scale: kind.scale()? }))?;
    Some(metric.tone(score.round() as i64))
}

/// The scores of one response.
#[derive(Debug, Default)]
struct Rated {
    /// Place of the kind among [`RATINGS`], and what its score stands for.
    first: Option<(usize, Tone)>,
    promotes: bool,
    detracts: bool,
}

impl Rated {
    fn add(&mut self, kind: Kind, tone: Tone) {
        self.promotes |= tone == Tone::Promoter;
        self.detracts |= tone == Tone::Detractor;
        let Some(place) = RATINGS.iter().position(|known| *known == kind) else { return };
        if self.first.is_none_or(|(known, _)| place < known) {
            self.first = Some((place, tone));
        }
    }

    fn sentiment(&self) -> Option<Sentiment> {
        if self.promotes && self.detracts {
            return None;
        }
        Some(match self.first?.1 {
            Tone::Detractor => Sentiment::Neg,
            Tone::Passive => Sentiment::Neu,
            Tone::Promoter => Sentiment::Pos,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rated(scores: &[(Kind, i64)]) -> Option<Sentiment> {
        let survey = Survey::default();
        let mut rated = Rated::default();
        for (kind, score) in scores {
            rated.add(*kind, tone(&survey, "q", *kind, *score as f64).unwrap());
        }
        rated.sentiment()
    }

    #[test]
    fn scores_stand_for_feelings_by_the_thresholds_of_their_metric() {
        use Sentiment::{Neg, Neu, Pos};
        for (kind, score, expected) in [
            (Kind::Nps, 6, Neg),
            (Kind::Nps, 7, Neu),
            (Kind::Nps, 9, Pos),
            (Kind::Csat, 1, Neg),
            (Kind::Csat, 3, Neu),
            (Kind::Csat, 4, Pos),
            (Kind::Rating, 5, Pos),
        ] {
            assert_eq!(rated(&[(kind, score)]), Some(expected), "{kind} {score}");
        }
    }

    #[test]
    fn the_main_score_counts_and_contradictions_say_nothing() {
        assert_eq!(rated(&[(Kind::Csat, 3), (Kind::Nps, 9)]), Some(Sentiment::Pos));
        assert_eq!(rated(&[(Kind::Nps, 8), (Kind::Csat, 5)]), Some(Sentiment::Neu));
        assert_eq!(rated(&[(Kind::Nps, 10), (Kind::Csat, 1)]), None);
        assert_eq!(rated(&[]), None);
    }

    #[test]
    fn what_members_find_unclear_teaches_nothing() {
        assert_eq!((sentiment("neg"), sentiment("unclear")), (Some(Sentiment::Neg), None));
    }
}
