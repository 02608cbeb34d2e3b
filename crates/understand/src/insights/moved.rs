//! A survey's main score is not what it was. The move is taken apart by the attribute that explains most of it: into what
//! the mix of those who answer does, and what those who answer as before do otherwise.

use kernel::Result;
use kernel::format::Grain;
use measures::{Metric, Scores};
use stats::Shift;

use super::card::{Card, Days, Finding, Moved, Part, Print, Split, Sure};
use super::look::{DAYS_BACK, Look, Watched, side, week};
use crate::overview;
use crate::period::{Period, back, start_of};
use crate::topics::worth;
use crate::verdict::{self, Change, Verdict};

/// Days of "now" with the days before that they are held against: whole weeks, so that weekends meet weekends.
const WINDOWS: [(i32, i32); 2] = [(7, 28), (28, 84)];
/// A month that ended longer ago is no news.
const NEWS_DAYS: i32 = 14;
/// A dimension with more values names people or things, not groups.
const VALUES_MAX: i64 = 50;
/// Dimensions that a move is taken apart by.
const DIMENSIONS_MAX: usize = 12;
/// Groups that are told.
const GROUPS_MAX: usize = 6;
/// Fewer answers in a group, in either period, explain nothing.
const GROUP_MIN: u64 = 10;
/// What a group, or the mix, must explain of the move, beyond what its size lets expect, for the move to be told by it.
const EXPLAINS_MIN: f64 = 0.3;
/// An attribute that holds more of the variance of the scores says the score in other words.
const ECHO: f64 = 0.8;

struct Candidate<'a> {
    survey: &'a Watched,
    metric: Metric,
    question: &'a str,
    now: Period,
    before: Period,
    scores: (Scores, Scores),
    change: Change,
}

/// The strongest move of each survey; all are corrected for their number together.
pub async fn find(look: &Look<'_>) -> Result<Vec<Finding>> {
    let days = overview::lately(look.lake, look.workspace, &look.format, look.now, DAYS_BACK).await?;
    let mut candidates = Vec::new();
    for survey in look.open() {
        let Some((question, metric)) = survey.main() else { continue };
        let asked_since = look.asked_since(survey).await?;
        for (now, before) in windows(look).into_iter().filter(|(_, before)| look.is_since(*before, asked_since)) {
            let scores = |period| days.scores(&survey.row.key, &question.key, period);
            let scores = (scores(now), scores(before));
            if let Some(change) = verdict::change(metric, &scores.0, &scores.1) {
                candidates.push(Candidate { survey, metric, question: &question.key, now, before, scores, change });
            }
        }
    }
    let mut findings = Vec::new();
    for (verdict, candidate) in strongest(candidates) {
        let asked_since = look.asked_since(candidate.survey).await?;
        let weeks = look.weeks().into_iter().filter(|week| look.is_since(*week, asked_since)).filter_map(|period| {
            week(candidate.metric, period, &days.scores(&candidate.survey.row.key, candidate.question, period))
        });
        let weeks = weeks.collect();
        let split = split(look, &candidate).await?;
        findings.extend(candidate.finding(verdict, split, weeks));
    }
    Ok(findings)
}

/// The periods that are held against each other: the last weeks against those before, and the last whole month of the
/// workspace's calendar against the one before.
fn windows(look: &Look<'_>) -> Vec<(Period, Period)> {
    let weeks =
        WINDOWS.map(|(now, before)| (Period::ending(look.today, now), Period::ending(back(look.today, now), before)));
    let month = |day| start_of(&look.format, Grain::Month, day);
    let this = month(look.today);
    let last = month(back(this, 1));
    let months = (Period::new(last, back(this, 1)), Period::new(month(back(last, 1)), back(last, 1)));
    let is_news = back(look.today, NEWS_DAYS) < this;
    weeks.into_iter().chain(is_news.then_some(months)).collect()
}

/// Of each survey the surest and then the largest move, where there is one.
fn strongest(candidates: Vec<Candidate<'_>>) -> Vec<(Verdict, Candidate<'_>)> {
    let p: Vec<f64> = candidates.iter().map(|candidate| candidate.change.p).collect();
    let judged = candidates.into_iter().zip(verdict::q_values(&p));
    let judged = judged.map(|(candidate, q)| (candidate.change.verdict(q), candidate));
    let mut judged: Vec<_> = judged.filter(|(verdict, _)| verdict.is_fall() || verdict.is_rise()).collect();
    let is_likely = |verdict: Verdict| matches!(verdict, Verdict::LikelyFall | Verdict::LikelyRise);
    judged.sort_by(|(a, left), (b, right)| {
        let size = |candidate: &Candidate<'_>| candidate.change.difference.abs();
        is_likely(*a).cmp(&is_likely(*b)).then(size(right).total_cmp(&size(left)))
    });
    let mut told: Vec<String> = Vec::new();
    judged.retain(|(_, candidate)| {
        let is_new = !told.contains(&candidate.survey.row.key);
        told.push(candidate.survey.row.key.clone());
        is_new
    });
    judged
}

impl Candidate<'_> {
    fn finding(&self, verdict: Verdict, split: Option<Split>, weeks: Vec<super::card::Week>) -> Option<Finding> {
        let card = Moved {
            question: self.question.to_owned(),
            verdict: verdict.as_str().to_owned(),
            now: Days::of(self.now)?,
            before: Days::of(self.before)?,
            after: side(self.metric, &self.scores.0)?,
            was: side(self.metric, &self.scores.1)?,
            change: self.change.difference,
            split,
            weeks,
        };
        let direction = if verdict.is_fall() { "fall" } else { "rise" };
        let place = card.place();
        let at = place.as_ref().map(|(column, value)| format!(" {column}={value}")).unwrap_or_default();
        let there =
            card.split.as_ref().filter(|_| place.is_some()).and_then(|split| Some(split.groups.first()?.n_after));
        let survey = self.survey.row.key.clone();
        Some(Finding {
            key: format!("moved:{survey}:{}", self.question),
            survey: Some(survey),
            topic: None,
            print: Print::new(format!("{direction}{at}"), self.change.difference),
            people: there.unwrap_or_else(|| self.scores.0.total()),
            sure: match verdict {
                Verdict::ClearFall | Verdict::ClearRise => Sure::Clear,
                _ => Sure::Likely,
            },
            size: self.change.difference.abs() / self.metric.threshold(),
            signals: vec![],
            cases: vec![],
            card: Card::Moved(card),
        })
    }
}

/// The attribute that explains most of the move; none where everybody moved alike.
async fn split(look: &Look<'_>, candidate: &Candidate<'_>) -> Result<Option<Split>> {
    let asker = look.asker(candidate.survey);
    let filled = asker.filled(&look.dimensions).await?;
    let groups = filled.into_iter().filter(|(one, values)| one.is_of_words() && (2..=VALUES_MAX).contains(values));
    let mut best: Option<(f64, Split)> = None;
    for (dimension, _) in groups.take(DIMENSIONS_MAX) {
        let after = asker.split(&[], candidate.now, candidate.question, &dimension).await?;
        let before = asker.split(&[], candidate.before, candidate.question, &dimension).await?;
        let Some((explains, split)) = apart(candidate.metric, dimension.column, &before, &after) else { continue };
        if best.as_ref().is_none_or(|(most, _)| explains > *most) {
            best = Some((explains, split));
        }
    }
    Ok(best.map(|(_, split)| split))
}

type Groups = [(Option<String>, Scores)];

/// Takes a move apart by one attribute, with how much that explains; none where it explains little.
fn apart(metric: Metric, column: String, before: &Groups, after: &Groups) -> Option<(f64, Split)> {
    if is_echo(metric, before) || is_echo(metric, after) {
        return None;
    }
    let mut values: Vec<&Option<String>> = before.iter().chain(after).map(|(value, _)| value).collect();
    values.sort();
    values.dedup();
    let of = |groups: &Groups, value: &Option<String>| {
        let scores = groups.iter().find(|(known, _)| known == value).map(|(_, scores)| scores);
        let mean = scores.and_then(|scores| metric.estimate(scores)).map_or(0.0, |estimate| estimate.value);
        (scores.map_or(0, Scores::total), mean)
    };
    let shift = |value: &&Option<String>| {
        let ((n_before, before), (n_after, after)) = (of(before, value), of(after, value));
        Shift { n_before, n_after, before, after }
    };
    let shifts: Vec<Shift> = values.iter().map(shift).collect();
    let parts = stats::mix_rate(&shifts)?;
    let (mix, rate) = parts.iter().fold((0.0, 0.0), |(mix, rate), part| (mix + part.mix, rate + part.rate));
    let change: f64 = mix + rate;
    if change == 0.0 {
        return None;
    }
    let all = |of: fn(&Shift) -> u64| shifts.iter().map(of).sum::<u64>() as f64;
    let (all_before, all_after) = (all(|shift| shift.n_before), all(|shift| shift.n_after));
    let weight = |shift: &Shift| (shift.n_before as f64 / all_before + shift.n_after as f64 / all_after) / 2.0;
    let is_told = |shift: &Shift| shift.n_before.min(shift.n_after) >= GROUP_MIN;
    // By how much more a group explains than everybody of its number would.
    let surprise = shifts.iter().zip(&parts).filter(|(shift, _)| is_told(shift));
    let surprise = surprise.map(|(shift, part)| part.rate / change - weight(shift)).fold(0.0, f64::max);
    let is_mix = mix / change > surprise && mix.abs() >= rate.abs();
    let explains = if is_mix { mix / change } else { surprise };
    if explains < EXPLAINS_MIN {
        return None;
    }
    let mut groups: Vec<Part> = values
        .iter()
        .zip(shifts.iter().zip(&parts))
        .map(|(value, (shift, part))| Part {
            value: (*value).clone(),
            n_before: shift.n_before,
            n_after: shift.n_after,
            before: shift.before,
            after: shift.after,
            mix: part.mix,
            rate: part.rate,
        })
        .collect();
    // A place is named by what it does beyond its number; who are more or fewer come in the order of what that does.
    let share = |part: &Part| (part.n_before as f64 / all_before + part.n_after as f64 / all_after) / 2.0;
    let first = |part: &Part| match is_mix {
        true => part.mix / change,
        false if part.n_before.min(part.n_after) >= GROUP_MIN => part.rate / change - share(part),
        // Too few to be told of come last.
        false => part.rate / change - 1e6,
    };
    groups.sort_by(|a, b| first(b).total_cmp(&first(a)));
    let others = groups.iter().skip(GROUPS_MAX).map(|part| part.mix + part.rate).sum();
    groups.truncate(GROUPS_MAX);
    Some((explains, Split { column, mix, rate, is_mix, groups, others }))
}

/// Whether who is in which group follows from the score: between-group variance by all variance.
fn is_echo(metric: Metric, groups: &Groups) -> bool {
    let (mut n, mut sum, mut squares, mut between) = (0.0, 0.0, 0.0, 0.0);
    for (_, scores) in groups {
        let (mut count, mut part) = (0.0, 0.0);
        for (score, times) in &scores.0 {
            let (value, times) = (worth(metric, *score as f64), *times as f64);
            count += times;
            part += times * value;
            squares += times * value * value;
        }
        n += count;
        sum += part;
        between += if count > 0.0 { part * part / count } else { 0.0 };
    }
    if n == 0.0 {
        return false;
    }
    let middle = sum * sum / n;
    squares - middle > 0.0 && (between - middle) / (squares - middle) > ECHO
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Kind, Scale};

    use super::*;

    const NPS: Metric = Metric { kind: Kind::Nps, scale: Scale { from: 0, to: 10 } };

    fn group(value: &str, promoters: u64, detractors: u64) -> (Option<String>, Scores) {
        (Some(value.to_owned()), Scores([(10, promoters), (2, detractors)].into_iter().collect()))
    }

    #[test]
    fn a_branch_that_falls_is_named() {
        let before = [group("Soho", 60, 40), group("Bath", 60, 40), group("Leeds", 60, 40)];
        let after = [group("Soho", 20, 80), group("Bath", 60, 40), group("Leeds", 60, 40)];
        let (_, split) = apart(NPS, "branch".into(), &before, &after).expect("it explains");
        assert!(!split.is_mix && split.groups[0].value.as_deref() == Some("Soho"), "{split:?}");
        assert!((split.mix + split.rate + 80.0 / 3.0).abs() < 1e-9, "{split:?}");
    }

    #[test]
    fn a_large_branch_that_falls_as_its_number_lets_expect_is_not_named() {
        let before = [group("Large", 300, 200), group("Small", 90, 10), group("Other", 200, 200)];
        let after = [group("Large", 250, 250), group("Small", 55, 45), group("Other", 200, 200)];
        let (_, split) = apart(NPS, "branch".into(), &before, &after).expect("it explains");
        // Ten of the seventeen points come from half of all, seven from a tenth.
        assert!(!split.is_mix && split.groups[0].value.as_deref() == Some("Small"), "{split:?}");
    }

    #[test]
    fn others_who_answer_are_a_mix() {
        let before = [group("Soho", 720, 80), group("Bath", 80, 120)];
        let after = [group("Soho", 180, 20), group("Bath", 320, 480)];
        let (_, split) = apart(NPS, "branch".into(), &before, &after).expect("it explains");
        assert!(split.is_mix && split.rate.abs() < 1e-9, "{split:?}");
    }

    #[test]
    fn what_moves_everybody_alike_is_explained_by_nobody() {
        let before = [group("Soho", 60, 40), group("Bath", 60, 40)];
        let after = [group("Soho", 30, 70), group("Bath", 30, 70)];
        assert!(apart(NPS, "branch".into(), &before, &after).is_none());
    }

    #[test]
    fn the_score_in_other_words_explains_nothing() {
        let before = [group("promoter", 60, 0), group("detractor", 0, 40)];
        let after = [group("promoter", 30, 0), group("detractor", 0, 70)];
        assert!(apart(NPS, "label".into(), &before, &after).is_none());
    }
}
