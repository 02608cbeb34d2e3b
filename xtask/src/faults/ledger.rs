//! The books: what was acknowledged, and what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

use crate::bench::rig::{Nabz, Target};

/// Scores up to this open cases by themselves (detractors, Reichheld 2003).
const LOW_MAX: u8 = 6;
/// How long the reader of the log may take after the last kill.
const CASES_WITHIN: Duration = Duration::from_secs(60);

/// Response id to score.
pub type Acked = BTreeMap<String, String>;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    pub acked: usize,
    pub present: usize,
    /// Acknowledged and not there.
    pub lost: BTreeSet<String>,
    /// There more than once.
    pub doubled: BTreeSet<String>,
    /// There with another score than was sent, or with a response but no answer.
    pub changed: BTreeSet<String>,
}

impl Verdict {
    pub fn is_clean(&self) -> bool {
        self.lost.is_empty() && self.doubled.is_empty() && self.changed.is_empty()
    }

    pub fn line(&self) -> String {
        let few = |ids: &BTreeSet<String>| match ids.len() {
            0 => String::new(),
            _ => format!(" ({}…)", ids.iter().take(3).cloned().collect::<Vec<_>>().join(", ")),
        };
        format!(
            "{} acknowledged, {} present, {} lost{}, {} doubled{}, {} changed{}",
            self.acked,
            self.present,
            self.lost.len(),
            few(&self.lost),
            self.doubled.len(),
            few(&self.doubled),
            self.changed.len(),
            few(&self.changed),
        )
    }

    pub fn must_be_clean(&self) -> Result<()> {
        ensure!(self.is_clean(), "{}", self.line());
        Ok(())
    }
}

/// The acknowledged ids in the generator's file. Its last line may still be in the making.
pub fn read(file: &Path) -> Result<Acked> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    let mut acked = Acked::new();
    for line in whole.lines() {
        let (id, score) = line.split_once(',').with_context(|| format!("odd line `{line}`"))?;
        if acked.insert(id.to_owned(), score.to_owned()).is_some() {
            bail!("the generator made the id {id} twice");
        }
    }
    Ok(acked)
}

/// Asks for every response and answer of the survey, and compares. `acked` must have been read before.
pub fn audit(nabz: &Nabz, target: &Target, acked: &Acked) -> Result<Verdict> {
    let responses = nabz.rows(&format!("select id from responses where survey = '{}'", target.survey))?;
    let answers = nabz.rows(&format!("select response_id, score from answers where survey = '{}'", target.survey))?;
    let responses = responses.into_iter().filter_map(|row| row.into_iter().next());
    let answers = answers.into_iter().filter_map(|row| <[String; 2]>::try_from(row).ok());
    Ok(compare(acked, responses, answers))
}

/// Every acknowledged low score has opened one case: none was dropped, none was opened twice.
pub fn audit_cases(nabz: &Nabz, target: &Target, acked: &Acked) -> Result<String> {
    let low: BTreeSet<&str> = acked
        .iter()
        .filter(|(_, score)| score.parse::<f64>().is_ok_and(|score| score <= f64::from(LOW_MAX)))
        .map(|(id, _)| id.as_str())
        .collect();
    let begun = Instant::now();
    loop {
        let rows = nabz.rows(&format!("select signal_id, id from cases where survey = '{}'", target.survey))?;
        let of = rows.iter().filter_map(|row| row.first().map(String::as_str));
        let mut opened: BTreeMap<&str, u32> = BTreeMap::new();
        of.for_each(|id| *opened.entry(id).or_default() += 1);
        let doubled = opened.iter().find(|(_, times)| **times > 1);
        ensure!(doubled.is_none(), "two cases were opened for one signal: {doubled:?}");
        let missing: Vec<&&str> = low.iter().filter(|id| !opened.contains_key(**id)).collect();
        match missing.first() {
            None => return Ok(format!("{} cases, one for each of {} low scores", opened.len(), low.len())),
            // The reader of the log may still be on its way.
            Some(_) if begun.elapsed() < CASES_WITHIN => std::thread::sleep(Duration::from_millis(500)),
            Some(id) => bail!("{} low scores have no case, such as {id}", missing.len()),
        }
    }
}

fn compare(
    acked: &Acked,
    responses: impl Iterator<Item = String>,
    answers: impl Iterator<Item = [String; 2]>,
) -> Verdict {
    let mut verdict = Verdict { acked: acked.len(), ..Verdict::default() };
    let mut ids = BTreeSet::new();
    for id in responses {
        verdict.present += 1;
        if let Some(id) = ids.replace(id) {
            verdict.doubled.insert(id);
        }
    }
    let mut scores = BTreeMap::new();
    for [id, score] in answers {
        if scores.contains_key(&id) {
            verdict.doubled.insert(id.clone());
        }
        scores.insert(id, score);
    }
    for (id, score) in acked {
        match scores.get(id) {
            _ if !ids.contains(id) => drop(verdict.lost.insert(id.clone())),
            Some(found) if same_number(found, score) => {}
            _ => drop(verdict.changed.insert(id.clone())),
        }
    }
    // Un-acknowledged ones may be there, but then whole.
    verdict.changed.extend(ids.iter().filter(|id| !scores.contains_key(*id)).cloned());
    verdict
}

/// `9` and `9.0` are one score.
fn same_number(one: &str, two: &str) -> bool {
    matches!((one.parse::<f64>(), two.parse::<f64>()), (Ok(one), Ok(two)) if one == two)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(acked: &[(&str, &str)], responses: &[&str], answers: &[(&str, &str)]) -> Verdict {
        let acked = acked.iter().map(|(id, score)| (id.to_string(), score.to_string())).collect();
        let answers = answers.iter().map(|(id, score)| [id.to_string(), score.to_string()]);
        compare(&acked, responses.iter().map(ToString::to_string), answers)
    }

    #[test]
    fn all_there_once_is_clean_even_with_more_than_was_acknowledged() {
        let verdict = verdict(&[("a", "9")], &["a", "b"], &[("a", "9.0"), ("b", "1")]);
        assert!(verdict.is_clean(), "{}", verdict.line());
        assert_eq!((verdict.acked, verdict.present), (1, 2));
    }

    #[test]
    fn a_lost_one_is_found() {
        assert_eq!(verdict(&[("a", "9"), ("b", "1")], &["a"], &[("a", "9")]).lost.len(), 1);
    }

    #[test]
    fn doubled_responses_and_doubled_answers_are_found() {
        assert_eq!(verdict(&[("a", "9")], &["a", "a"], &[("a", "9")]).doubled.len(), 1);
        assert_eq!(verdict(&[("a", "9")], &["a"], &[("a", "9"), ("a", "9")]).doubled.len(), 1);
    }

    #[test]
    fn a_changed_score_and_a_missing_answer_are_found() {
        assert_eq!(verdict(&[("a", "9")], &["a"], &[("a", "3")]).changed.len(), 1);
        assert_eq!(verdict(&[("a", "9")], &["a"], &[]).changed.len(), 1);
        assert_eq!(verdict(&[], &["c"], &[]).changed.len(), 1);
    }
}
