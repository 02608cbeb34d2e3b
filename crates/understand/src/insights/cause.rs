//! A cause of low scores, found in what customers wrote. The search is the same as on the page that says why; it is heavy, so a
//! run makes few of them, and only where enough new answers came since the last.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kernel::{Error, Result, Uid};
use measures::Metric;
use text::causes::{Cause as Found, Report, causes};

use super::card::{Card, Cause, Days, Finding, Print, Quote, Sure};
use super::look::{Look, Watched};
use super::run::Memory;
use crate::ask::Stand;
use crate::causes::{options, rows};
use crate::period::{Period, back};

/// Searches of one run.
const SURVEYS_MAX: usize = 3;
/// A survey is searched anew when so many more responses have come, and after so many days in any case: what was said moves
/// out of the days that are looked at.
const NEW_MIN: i64 = 20;
const ANEW_DAYS: i32 = 7;
/// What was said before is no news.
const DAYS: [i32; 2] = [30, 90];
/// Causes of one survey that become insights.
const CAUSES_MAX: usize = 3;
/// Responses that are linked to an insight.
const SIGNALS_MAX: usize = 2_000;
const QUOTES_MAX: usize = 5;
const RANKED_MAX: usize = 5;
/// Two causes with so large a share of their words in common are one.
const SAME_FROM: f64 = 0.34;
/// Letters of a word that stay, and those that an ending has at most.
const STEM_MIN: usize = 3;
const ENDING_MAX: usize = 2;
/// From this lower end of the 95 % range of the risk ratio on, a cause is clear.
const CLEAR_FROM: f64 = 1.5;

/// What a cause was called when it was found before: key, words, labels.
#[derive(Clone)]
pub struct Known {
    pub key: String,
    pub terms: Vec<String>,
    pub labels: Vec<String>,
    /// Since when customers have met what was done about it. Of what they say from then on it is not the finding any more:
    /// its plan was for those who spoke before.
    pub answered: Option<Date>,
}

/// What was found, and the surveys that were searched: of the others nothing is known to be gone.
pub async fn find(look: &Look<'_>, known: &[Known], memory: &mut Memory) -> Result<(Vec<Finding>, Vec<String>)> {
    let (mut findings, mut searched) = (Vec::new(), Vec::new());
    let mut waiting = Vec::new();
    for survey in look.open() {
        let key = &survey.row.key;
        let metric = survey.main().map(|(_, metric)| metric).filter(|metric| options(*metric).is_some());
        let stand = look.asker(survey).stand().await?;
        let Some(metric) = metric.filter(|_| stand.responses > 0) else {
            // Where there is nothing to search, nothing is found.
            memory.causes.insert(key.clone(), 0);
            searched.push(key.clone());
            continue;
        };
        let then = memory.causes.get(key).copied();
        let day = memory.searched.get(key).filter(|day| back(look.today, ANEW_DAYS) < **day);
        let new = match then.zip(day) {
            // Some were taken back or erased, among them perhaps those who said so.
            Some((then, _)) if stand.responses < then => i64::MAX,
            Some((then, _)) => stand.responses - then,
            None => i64::MAX,
        };
        if new >= NEW_MIN {
            waiting.push((new, stand, survey, metric));
        }
    }
    // Those with the most new answers first, so that none waits for ever.
    waiting.sort_by_key(|(new, ..)| std::cmp::Reverse(*new));
    for (_, Stand { responses, .. }, survey, metric) in waiting.into_iter().take(SURVEYS_MAX) {
        findings.extend(search(look, survey, metric, known).await?);
        memory.causes.insert(survey.row.key.clone(), responses);
        memory.searched.insert(survey.row.key.clone(), look.today);
        searched.push(survey.row.key.clone());
    }
    Ok((findings, searched))
}

/// The shorter stretch first: what is new there is lost among the answers of a longer one, and what is rare shows in the
/// longer one alone.
async fn search(look: &Look<'_>, survey: &Watched, metric: Metric, known: &[Known]) -> Result<Vec<Finding>> {
    let (Some((question, _)), Some(options)) = (survey.main(), options(metric)) else { return Ok(vec![]) };
    let asker = look.asker(survey);
    let filled = asker.filled(&look.dimensions).await?;
    let dimensions = rows::dimensions(&filled, &[]);
    let mut known = known.to_vec();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut findings = Vec::new();
    let asked_since = look.asked_since(survey).await?;
    for days in DAYS {
        let period = Period::ending(look.today, days);
        if !look.is_since(period, asked_since) {
            continue;
        }
        let mut rows = rows::gather(&asker, &[], &dimensions, question, period).await?;
        let options = options.clone();
        let work = move || {
            rows::without_echoes(&mut rows, options.low_to);
            causes(&rows, &options)
        };
        let report = tokio::task::spawn_blocking(work).await.map_err(Error::internal)?;
        let of = Of { survey: &survey.row.key, question: &question.key, metric, period, report: &report };
        for cause in report.causes.iter().take(CAUSES_MAX) {
            let key = of.key(cause, &known);
            if findings.len() < CAUSES_MAX && taken.insert(key.clone()) {
                let labels = labels(cause).into_iter().map(|(_, label)| label).collect();
                known.push(Known { key: key.clone(), terms: cause.terms.clone(), labels, answered: None });
                findings.extend(of.finding(key, cause));
            }
        }
    }
    Ok(findings)
}

/// The search that a cause comes from.
struct Of<'a> {
    survey: &'a str,
    question: &'a str,
    metric: Metric,
    period: Period,
    report: &'a Report,
}

impl Of<'_> {
    fn key(&self, cause: &Found, known: &[Known]) -> String {
        let begin = format!("cause:{}:{}:", self.survey, self.question);
        let named = Named { label: &cause.label, labels: labels(cause), terms: &cause.terms };
        key(&begin, self.period.first, &named, known)
    }

    fn finding(&self, key: String, cause: &Found) -> Option<Finding> {
        let place = cause.place.as_ref().map(|place| place.conditions.clone()).unwrap_or_default();
        let at: String = place.iter().map(|(column, value)| format!(" {column}={value}")).collect();
        let quote = |quote: &text::causes::Quote| Quote { uid: quote.id.clone(), spans: quote.spans.clone() };
        let card = Cause {
            question: self.question.to_owned(),
            labels: labels(cause),
            terms: cause.terms.clone(),
            place,
            points: cause.points,
            points_there: cause.points_there,
            risk: cause.risk.value,
            mentions: cause.mentions as u64,
            low_mentions: cause.low_mentions as u64,
            quotes: cause.evidence.iter().take(QUOTES_MAX).map(quote).collect(),
            ranked: self.report.causes.iter().take(RANKED_MAX).map(|one| (labels(one), one.points)).collect(),
            days: Days::of(self.period)?,
        };
        Some(Finding {
            key,
            survey: Some(self.survey.to_owned()),
            topic: cause.topic.clone(),
            print: Print::new(format!("costs{at}"), cause.points),
            people: cause.mentions as u64,
            sure: if cause.risk.low >= CLEAR_FROM { Sure::Clear } else { Sure::Likely },
            size: cause.points.abs() / self.metric.threshold(),
            signals: cause.ids.iter().take(SIGNALS_MAX).filter_map(|id| id.parse::<Uid>().ok()).collect(),
            cases: vec![],
            card: Card::Cause(card),
        })
    }
}

/// What a cause is called now.
struct Named<'a> {
    label: &'a str,
    /// In all languages.
    labels: Vec<(String, String)>,
    terms: &'a [String],
}

/// The key of the same cause before, whatever its commonest words are now. One that was answered before `first`, where the
/// searched days begin, is another: it has come again.
fn key(begin: &str, first: Option<Date>, named: &Named<'_>, known: &[Known]) -> String {
    let is_open = |known: &&Known| known.answered.zip(first).is_none_or(|(day, first)| first < day);
    let terms = set(named.terms);
    let alike = |known: &Known| {
        let theirs = set(&known.terms);
        let (both, either) = (terms.intersection(&theirs).count(), terms.union(&theirs).count());
        let is_named = named.labels.iter().any(|(_, label)| known.labels.iter().any(|other| is_one_word(label, other)));
        if is_named { 1.0 } else { both as f64 / either.max(1) as f64 }
    };
    let mine = known.iter().filter(|known| known.key.starts_with(begin)).filter(is_open);
    let best = mine.map(|known| (alike(known), known)).max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((alike, known)) = best
        && alike >= SAME_FROM
    {
        return known.key.clone();
    }
    let key = format!("{begin}{}", named.label);
    let day = known.iter().filter(|known| known.key.starts_with(&key)).filter_map(|known| known.answered).max();
    day.map_or_else(|| key.clone(), |day| format!("{key}@{day}"))
}

/// Whether two labels are the same, or two forms of one word: "bin" and "bins".
fn is_one_word(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let rest = long.strip_prefix(short).map(|rest| rest.chars().count());
    rest == Some(0) || short.chars().count() >= STEM_MIN && rest.is_some_and(|rest| rest <= ENDING_MAX)
}

fn set(terms: &[String]) -> BTreeSet<&str> {
    terms.iter().map(String::as_str).collect()
}

fn labels(cause: &Found) -> Vec<(String, String)> {
    std::iter::once((cause.language.clone(), cause.label.clone())).chain(cause.labels.clone()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn known(key: &str, answered: Option<Date>) -> Known {
        let words = |words: [&str; 2]| words.map(str::to_owned).to_vec();
        Known { key: key.into(), terms: words(["bins", "smell"]), labels: words(["bins", "soptunnor"]), answered }
    }

    #[test]
    fn what_comes_again_after_it_was_answered_is_another_finding() {
        let terms = ["smell".to_owned(), "bins".to_owned()];
        let named = Named { label: "bins", labels: vec![("en".into(), "bins".into())], terms: &terms };
        let (first, begin) = (Some(date(2026, 10, 23)), "cause:visit:nps:");
        let found = |all: &[Known]| key(begin, first, &named, all);
        assert_eq!(found(&[]), "cause:visit:nps:bins");
        assert_eq!(found(&[known("cause:visit:nps:trash", None)]), "cause:visit:nps:trash");
        assert_eq!(
            key(
                begin,
                first,
                &Named { label: "bin", labels: vec![("en".into(), "bin".into())], terms: &[] },
                &[known("cause:visit:nps:bins", None)]
            ),
            "cause:visit:nps:bins",
            "two forms of one word"
        );
        assert!(!is_one_word("bins", "bindings") && !is_one_word("it", "its") && is_one_word("سطل", "سطل"));
        // Of those who spoke before customers met the change, some are among the searched ones: it is the same still.
        let lately = known("cause:visit:nps:bins", Some(date(2026, 11, 2)));
        assert_eq!(found(&[lately]), "cause:visit:nps:bins");
        let before = || known("cause:visit:nps:bins", Some(date(2026, 8, 16)));
        let again = found(&[before()]);
        assert_eq!(again, "cause:visit:nps:bins@2026-08-16");
        assert_eq!(found(&[before(), known(&again, None)]), again, "and stays that one");
    }
}
