//! What a report counts: for each key of `answers` how often each score and each option was given, and by how many
//! people.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::survey::{Kind, Survey, key_of};
use kernel::{Refusal, Result};
use lake::Cell;
use sha2::{Digest, Sha256};
use stats::Moments;

use crate::anonymity::{self, CELL_MIN};
use crate::ask::{Asker, COUNTS_MAX};
use crate::filters::{Condition, Where};
use crate::period::Period;
use crate::personal::Mask;

/// Completed responses of an anonymous survey that are read.
pub const DISCREET_MAX: usize = 20_000;
/// Different words of one's own beside an option, and different dates, that are read at most.
const WORDS_MAX: usize = 20_000;

/// What was answered under one key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// In their order.
    pub scores: Vec<(f64, u64)>,
    pub choices: BTreeMap<String, u64>,
    pub texts: u64,
    /// Dates, times, and words beside an option, with how often; of other texts only their number is known here.
    pub words: Vec<(String, u64)>,
}

impl Counts {
    pub fn moments(&self) -> Moments {
        let mut moments = Moments::default();
        for (score, count) in &self.scores {
            let sum = score * *count as f64;
            moments.merge(&Moments { n: *count, sum, sum_of_squares: sum * score });
        }
        moments
    }

    pub fn scored(&self) -> u64 {
        self.scores.iter().map(|(_, count)| count).sum()
    }

    pub fn scores(&self) -> measures::Scores {
        let mut scores = measures::Scores::default();
        self.scores.iter().for_each(|(score, count)| scores.add(*score, *count));
        scores
    }

    /// The score below which a share `q` of the answers lies (the nearest rank).
    pub fn quantile(&self, q: f64) -> Option<f64> {
        let rank = (q * self.scored() as f64).ceil().max(1.0) as u64;
        let mut seen = 0;
        self.scores.iter().find_map(|(score, count)| {
            seen += count;
            (seen >= rank).then_some(*score)
        })
    }

    fn add_score(&mut self, score: f64, n: u64) {
        match self.scores.binary_search_by(|(known, _)| known.total_cmp(&score)) {
            Ok(place) => self.scores[place].1 += n,
            Err(place) => self.scores.insert(place, (score, n)),
        }
    }
}

/// Everything that was answered, and by how many.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    counts: BTreeMap<String, Counts>,
    people: HashMap<String, u64>,
    /// Responses in all.
    pub responses: u64,
    /// Responses by the step at which they stand and whether they are complete; empty where that is not to be told.
    pub steps: Vec<(Option<String>, bool, u64)>,
    /// Written answers of an anonymous survey with their language, in no order that tells anything.
    pub said: HashMap<String, Vec<(String, Option<String>)>>,
    /// No number of it may be about fewer than five people.
    pub floor: bool,
}

static NOTHING: Counts = Counts { scores: Vec::new(), choices: BTreeMap::new(), texts: 0, words: Vec::new() };

impl Tally {
    pub fn counts(&self, key: &str) -> &Counts {
        self.counts.get(key).unwrap_or(&NOTHING)
    }

    /// How many people answered under this key or a part of it.
    pub fn people(&self, key: &str) -> u64 {
        self.people.get(key).copied().unwrap_or(0)
    }

    /// Counts as they may be shown: of a report with a floor, those about one to four people are hidden, and those
    /// that would give them away. `exclusive`: everybody chose exactly one.
    pub fn cells(&self, counts: &[u64], n: u64, exclusive: bool) -> Vec<Option<u64>> {
        if self.floor {
            anonymity::cells(counts, n, exclusive)
        } else {
            counts.iter().map(|count| Some(*count)).collect()
        }
    }

    /// Whether a number about so many people may be shown.
    pub fn shows(&self, n: u64) -> bool {
        if self.floor { n >= CELL_MIN as u64 } else { n > 0 }
    }

    /// All answers that meet the conditions. `words`: also those that people added to an option.
    pub async fn open(
        asker: &Asker<'_>,
        survey: &Survey,
        conditions: &[Condition],
        period: Period,
        words: bool,
    ) -> Result<Self> {
        let mut tally = Self::default();
        let mut all = asker.all(conditions);
        all.during("occurred_at", period, asker.format);
        let sql = "select question, score, choice, count(*) from answers where {where} group by 1, 2, 3";
        let mut found = asker.lake.query(asker.workspace, &sql.replace("{where}", all.sql()), all.params()).await?;
        let mut read = 0;
        while let Some(rows) = found.next_rows().await? {
            read += rows.len();
            if read > COUNTS_MAX {
                return Err(Refusal::new("too_many_counts").with("max", COUNTS_MAX.to_string()).into());
            }
            rows.into_iter().for_each(|row| tally.add(row));
        }
        for cut in ["question", "split_part(question, '[', 1)", "split_part(question, ']', 1) || ']'"] {
            let parts = if cut == "question" { "" } else { " and strpos(question, '[') > 0" };
            let sql = format!("select {cut}, count(distinct _position) from answers where {{where}}{parts} group by 1");
            for row in asker.rows(&sql, &all).await? {
                if let (Some(key), Some(n)) = (row[0].as_str(), row[1].as_i64()) {
                    tally.people.insert(key.to_owned(), n.max(0) as u64);
                }
            }
        }
        tally.read_words(asker, survey, &all, words).await?;
        let mut responses = asker.all(conditions);
        responses.during("started_at", period, asker.format);
        let sql = "select _step, state, count(*) from responses where {where} group by 1, 2";
        for row in asker.rows(sql, &responses).await? {
            let [step, state, count] = &row[..] else { continue };
            let count = count.as_i64().unwrap_or(0).max(0) as u64;
            tally.responses += count;
            let step = step.as_str().filter(|step| !step.is_empty()).map(str::to_owned);
            tally.steps.push((step, state.as_str() == Some("complete"), count));
        }
        Ok(tally)
    }

    fn add(&mut self, row: Vec<Cell>) {
        let Ok([key, score, choice, count]) = <[Cell; 4]>::try_from(row) else { return };
        let (Some(key), n) = (key.as_str(), count.as_i64().unwrap_or(0).max(0) as u64) else { return };
        let counts = self.counts.entry(key.to_owned()).or_default();
        match (score.as_f64(), choice) {
            (Some(score), _) => counts.add_score(score, n),
            (None, Cell::Text(choice)) => *counts.choices.entry(choice).or_default() += n,
            _ => counts.texts += n,
        }
    }

    async fn read_words(&mut self, asker: &Asker<'_>, survey: &Survey, all: &Where, words: bool) -> Result<()> {
        let timed = survey.questions.iter().any(|question| matches!(question.kind, Kind::Date | Kind::Time));
        let clause = match (timed, words) {
            (false, false) => return Ok(()),
            (true, false) => "kind in ('date', 'time')",
            (false, true) => "ends_with(question, '[other]')",
            (true, true) => "(kind in ('date', 'time') or ends_with(question, '[other]'))",
        };
        let sql = format!(
            "select question, text, count(*) from answers where {{where}} and text is not null and {clause} \
             group by 1, 2 order by 3 desc, 2 limit {WORDS_MAX}"
        );
        for row in asker.rows(&sql, all).await? {
            if let (Some(key), Some(word), Some(n)) = (row[0].as_str(), row[1].as_str(), row[2].as_i64()) {
                self.counts.entry(key.to_owned()).or_default().words.push((word.to_owned(), n.max(0) as u64));
            }
        }
        Ok(())
    }

    /// Hides what is personal in words beside options.
    pub fn mask(&mut self, mask: &Mask) {
        for (_, counts) in self.counts.iter_mut().filter(|(key, _)| key.ends_with("[other]")) {
            for (word, _) in &mut counts.words {
                *word = mask.text(word).into_owned();
            }
        }
    }

    /// Of a survey that promised anonymity: completed responses only, and under each key only the first 5·⌊k/5⌋ of the
    /// k people who answered it, in the order in which they came; see [`crate::anonymity`].
    pub async fn discreet(asker: &Asker<'_>) -> Result<Self> {
        let mut all = Where::new(asker.survey, &[]);
        all.and("state = 'complete'");
        let sql = format!("select _position from responses where {{where}} order by 1 limit {DISCREET_MAX}");
        let rows = asker.rows(&sql, &all).await?;
        let places: HashMap<i64, usize> =
            rows.iter().enumerate().filter_map(|(place, row)| Some((row.first()?.as_i64()?, place))).collect();
        let mut given: BTreeMap<String, Vec<(usize, Vec<Cell>)>> = BTreeMap::new();
        let mut crowds: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let answers = Where::new(asker.survey, &[]);
        let sql = "select _position, question, score, choice, kind, text, language from answers where {where}";
        let mut found =
            asker.lake.query(asker.workspace, &sql.replace("{where}", answers.sql()), answers.params()).await?;
        while let Some(rows) = found.next_rows().await? {
            for row in rows {
                let (Some(position), Some(key)) = (row[0].as_i64(), row[1].as_str().map(str::to_owned)) else {
                    continue;
                };
                let Some(place) = places.get(&position) else { continue };
                for crowd in [key_of(&key), loop_key(&key), &key] {
                    crowds.entry(crowd.to_owned()).or_default().insert(*place);
                }
                given.entry(key).or_default().push((*place, row));
            }
        }
        let counted: HashMap<String, BTreeSet<usize>> = crowds
            .into_iter()
            .map(|(key, people)| {
                let n = anonymity::counted(people.len());
                (key, people.into_iter().take(n).collect())
            })
            .collect();
        let responses = anonymity::counted(places.len()) as u64;
        let mut tally = Self { floor: true, responses, ..Self::default() };
        for (key, rows) in given {
            let crowd = &counted[&key];
            for (_, row) in rows.into_iter().filter(|(place, _)| crowd.contains(place)) {
                let Ok([_, question, score, choice, kind, text, language]) = <[Cell; 7]>::try_from(row) else {
                    continue;
                };
                if let (Some("date" | "time"), Some(word)) = (kind.as_str(), text.as_str()) {
                    tally.counts.entry(key.clone()).or_default().words.push((word.to_owned(), 1));
                }
                let verbatim = kind.as_str().and_then(Kind::parse).is_some_and(Kind::is_verbatim);
                if let Some(words) = text.as_str().filter(|_| verbatim) {
                    let said = (words.to_owned(), language.as_str().map(str::to_owned));
                    tally.said.entry(key.clone()).or_default().push(said);
                }
                tally.add(vec![question, score, choice, 1i64.into()]);
            }
        }
        let digest = |(words, _): &(String, Option<String>)| Sha256::digest(words.as_bytes()).to_vec();
        tally.said.values_mut().for_each(|said| said.sort_by_cached_key(digest));
        tally.people = counted.into_iter().map(|(key, people)| (key, people.len() as u64)).collect();
        Ok(tally)
    }
}

/// The key with its first part: what an item of a loop is asked under.
fn loop_key(key: &str) -> &str {
    key.find(']').map_or(key, |end| &key[..=end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_nearest_ranks() {
        let mut counts = Counts::default();
        [5.0, 1.0, 9.0, 1.0, 7.0].into_iter().for_each(|score| counts.add_score(score, 1));
        assert_eq!([0.25, 0.5, 0.75, 1.0].map(|q| counts.quantile(q).unwrap()), [1.0, 5.0, 7.0, 9.0]);
        assert_eq!(Counts::default().quantile(0.5), None);
        assert_eq!((counts.scored(), counts.moments().sum), (5, 23.0));
    }

    #[test]
    fn items_of_loops_have_keys_of_their_own() {
        assert_eq!(
            ["taste[burger][salt]", "taste[burger]", "nps"].map(loop_key),
            ["taste[burger]", "taste[burger]", "nps"]
        );
    }
}
