//! The made-up year tells its story and keeps the rules that real answers keep.

use std::collections::HashMap;

use super::chain::{BINS, PILOT};
use super::story::{BINS_DAYS, PILOT_DAYS};
use super::*;

/// 2026-11-22T09:30:00Z.
const NOW: Timestamp = Timestamp(1_795_339_800_000_000);

fn the_year() -> Vec<Signal> {
    year(NOW, SEED).expect("the zones are known")
}

fn response(signal: &Signal) -> &Response {
    let What::Response(response) = &signal.body.what;
    response
}

fn answered(signal: &Signal, question: &str) -> Option<f64> {
    response(signal).answers.iter().find(|answer| answer.question == question)?.score
}

fn texts(signal: &Signal) -> impl Iterator<Item = &str> {
    response(signal).answers.iter().filter_map(|answer| answer.text.as_deref())
}

fn mean(values: impl IntoIterator<Item = f64>) -> (f64, usize) {
    let (sum, count) = values.into_iter().fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (sum / count as f64, count)
}

#[test]
fn the_same_seed_gives_the_same_year() {
    let (one, same) = (the_year(), the_year());
    assert!(one == same);
    let other = year(NOW, SEED + 1).expect("the zones are known");
    assert!(one != other);
}

#[test]
fn there_is_a_year_of_many_answers_and_none_from_the_future() {
    let year = the_year();
    assert!((14_000..=20_000).contains(&year.len()), "{}", year.len());
    let (first, last) = (year[0].occurred_at, year[year.len() - 1].occurred_at);
    assert!(NOW.since(first) > 355 * DAY && NOW.since(first) < 367 * DAY, "{first}");
    assert!(last < NOW && NOW.since(last) < DAY, "{last}");
    assert!(year.iter().all(|s| response(s).completed_at.is_none_or(|at| at <= NOW && at >= s.occurred_at)));
    let mut ids: Vec<_> = year.iter().map(|s| (&s.source, &s.source_id)).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), year.len());
}

#[test]
fn shares_are_as_they_are_in_life() {
    let year = the_year();
    let share = |holds: &dyn Fn(&Signal) -> bool| year.iter().filter(|s| holds(s)).count() as f64 / year.len() as f64;
    let partial = share(&|s| response(s).state == State::Partial);
    assert!((0.08..0.12).contains(&partial), "partial {partial}");
    let written = share(&|s| texts(s).next().is_some());
    assert!((0.50..0.60).contains(&written), "with text {written}");
    let known = share(&|s| s.contact.is_some());
    assert!((0.42..0.58).contains(&known), "with contact {known}");
    for tag in ["en", "fa", "ar", "sv"] {
        assert!(share(&|s| s.language.as_deref() == Some(tag)) > 0.12, "{tag}");
    }
    let lengths: Vec<usize> = year.iter().flat_map(texts).map(|text| text.split_whitespace().count()).collect();
    assert!(lengths.iter().all(|words| (1..=45).contains(words)));
    let unlike = year.iter().flat_map(texts).collect::<std::collections::HashSet<_>>().len();
    assert!(unlike * 2 > lengths.len(), "{unlike} of {}", lengths.len());
}

#[test]
fn answers_fit_their_survey() {
    let surveys: HashMap<_, _> = surveys::all().into_iter().collect();
    for signal in the_year() {
        let response = response(&signal);
        let survey = &surveys[response.survey.as_str()];
        assert!(kernel::signal::CHANNELS.contains(&signal.channel.as_str()));
        assert!(!response.answers.is_empty());
        assert_eq!(survey.anonymous, !signal.body.attributes.contains_key("branch"));
        assert!(!survey.anonymous || signal.contact.is_none());
        for answer in &response.answers {
            let question = survey.asked(&answer.question).expect("it is asked");
            let value = match (answer.score, &answer.choice, &answer.text) {
                (Some(score), None, None) => serde_json::json!(score),
                (None, Some(choice), None) => serde_json::json!(choice),
                (None, None, Some(text)) => serde_json::json!(text),
                other => panic!("not one value: {other:?}"),
            };
            assert_eq!(question.read(&value).expect("it fits").as_slice(), std::slice::from_ref(answer));
        }
    }
}

#[test]
fn texts_are_written_in_the_language_they_are_tagged_with() {
    for signal in the_year() {
        let tag = signal.language.as_deref().expect("there is a tag");
        for text in texts(&signal) {
            let arabic = text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
            assert_eq!(arabic, matches!(tag, "fa" | "ar"), "{tag}: {text}");
            assert!(!text.trim().is_empty());
        }
    }
}

#[test]
fn cleanliness_fell_near_the_bins_of_six_branches() {
    let year = the_year();
    let clean = |recent: bool, here: bool| {
        let dined = year.iter().filter(|s| attribute(s, "table_zone").is_some());
        let dined = dined.filter(|s| !attribute(s, "branch").is_some_and(|branch| PILOT.contains(&branch)));
        let near = |s: &Signal| {
            attribute(s, "table_zone") == Some("near bins")
                && attribute(s, "branch").is_some_and(|branch| BINS.contains(&branch))
        };
        let in_time = |s: &Signal| {
            let age = NOW.since(s.occurred_at) / DAY;
            if recent { age < 56 } else { age > BINS_DAYS + 1 }
        };
        mean(dined.filter(|s| in_time(s) && near(s) == here).filter_map(|s| answered(s, "cleanliness")))
    };
    let ((near, count), (elsewhere, _)) = (clean(true, true), clean(true, false));
    assert!(count >= 100, "{count}");
    assert!((3.4..3.8).contains(&near) && elsewhere - near >= 0.4, "{near} against {elsewhere}");
    let ((near, count), (elsewhere, _)) = (clean(false, true), clean(false, false));
    assert!(
        count >= 200 && (elsewhere - near).abs() < 0.15 && (4.2..4.45).contains(&near),
        "{near} against {elsewhere}"
    );
}

#[test]
fn guests_name_the_bins_in_four_languages_only_where_they_are() {
    const WORDS: [(&str, &[&str]); 4] = [
        ("en", &["bin", "trash"]),
        ("fa", &["سطل", "آشغال"]),
        ("ar", &["سلة", "الحاوي", "زبالة", "القمامة", "سلال"]),
        ("sv", &["sopt", "sopor", "sopk", "sopl", "tunna", "papperskorg", "avfall", "källsort"]),
    ];
    let names = |s: &Signal| {
        let tag = s.language.as_deref().unwrap_or_default();
        let words = WORDS.iter().find(|(known, _)| *known == tag).map_or(&[][..], |(_, words)| *words);
        texts(s).any(|text| words.iter().any(|word| text.contains(word)))
    };
    let (mut counts, mut before): (HashMap<String, usize>, HashMap<String, usize>) = Default::default();
    for signal in the_year().iter().filter(|s| response(s).survey == surveys::VISIT && names(s)) {
        let age = NOW.since(signal.occurred_at) / DAY;
        let branch = attribute(signal, "branch").expect("there is a branch");
        let text = texts(signal).collect::<Vec<_>>();
        if PILOT.contains(&branch) {
            assert!(age >= PILOT_DAYS, "{branch} {age} days ago: {text:?}");
            *before.entry(signal.language.clone().unwrap_or_default()).or_default() += 1;
            continue;
        }
        assert!(age <= BINS_DAYS && BINS.contains(&branch), "{branch} {age} days ago: {text:?}");
        *counts.entry(signal.language.clone().unwrap_or_default()).or_default() += 1;
    }
    assert!(
        counts.len() == 4 && counts.values().sum::<usize>() >= 120 && counts.values().all(|n| *n >= 15),
        "{counts:?}"
    );
    assert!(before.len() == 4 && before.values().all(|n| *n >= 5), "{before:?}");
}

#[test]
fn the_score_is_ordinary_and_fell_in_the_six_branches() {
    let year = the_year();
    let nps = |holds: &dyn Fn(&Signal) -> bool| {
        let scores =
            year.iter().filter(|s| response(s).survey == surveys::VISIT && holds(s)).filter_map(|s| answered(s, "nps"));
        mean(scores.map(|score| {
            if score >= 9.0 {
                100.0
            } else if score <= 6.0 {
                -100.0
            } else {
                0.0
            }
        }))
        .0
    };
    let six = |s: &Signal| attribute(s, "branch").is_some_and(|branch| BINS.contains(&branch));
    let since = |s: &Signal| NOW.since(s.occurred_at) / DAY < BINS_DAYS;
    let all = nps(&|_| true);
    assert!((22.0..48.0).contains(&all), "{all}");
    let (before, after) = (nps(&|s| six(s) && !since(s)), nps(&|s| six(s) && since(s)));
    assert!(before - after > 8.0, "{before} to {after}");
    let (before, after) = (nps(&|s| !six(s) && !since(s)), nps(&|s| !six(s) && since(s)));
    assert!((before - after).abs() < 8.0, "{before} to {after}");
}

#[test]
fn where_the_bins_were_moved_away_the_score_rose_and_nowhere_else() {
    let year = the_year();
    let nps = |here: bool, recent: bool| {
        let of = |s: &&Signal| {
            let branch = attribute(s, "branch").unwrap_or_default();
            let age = NOW.since(s.occurred_at) / DAY;
            response(s).survey == surveys::VISIT
                && !BINS.contains(&branch)
                && PILOT.contains(&branch) == here
                && (age < PILOT_DAYS) == recent
        };
        let share = |score: f64| f64::from(i8::from(score >= 9.0) - i8::from(score <= 6.0));
        100.0 * mean(year.iter().filter(of).filter_map(|s| answered(s, "nps")).map(share)).0
    };
    let (here, elsewhere) = (nps(true, true) - nps(true, false), nps(false, true) - nps(false, false));
    assert!(here > 8.0 && elsewhere.abs() < 5.0, "{here} against {elsewhere}");
}

#[test]
fn the_second_till_made_lunch_faster() {
    let year = the_year();
    let wait = |recent: bool| {
        let lunch = year
            .iter()
            .filter(|s| attribute(s, "branch") == Some(chain::TILL) && attribute(s, "visit_part") == Some("lunch"));
        mean(lunch.filter(|s| (NOW.since(s.occurred_at) / DAY < 56) == recent).filter_map(|s| answered(s, "speed"))).0
    };
    assert!(wait(true) - wait(false) > 0.6, "{} to {}", wait(false), wait(true));
}

#[test]
fn there_are_a_few_dozen_recent_complaints() {
    let low = the_year()
        .iter()
        .filter(|s| NOW.since(s.occurred_at) < 3 * DAY && answered(s, "nps").is_some_and(|n| n <= 6.0))
        .count();
    assert!((15..60).contains(&low), "{low}");
}
