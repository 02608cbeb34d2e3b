//! The demo's data: a year of a restaurant chain in four countries, made up from a seed. It tells one story (bins next to
//! tables: found, moved away and measured in five branches, and now found in six others) among several smaller ones. Nobody
//! in it is real.

pub mod chain;
pub mod deeds;
mod dice;
pub mod letters;
mod season;
mod story;
pub mod surveys;
#[cfg(test)]
mod tests;
mod visit;
mod words;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::signal::{Answer, Body, Response, Signal, State, What};
use kernel::survey::Kind;
use kernel::time::{DAY, SECOND};
use kernel::{Attributes, Locale, Timestamp, Uid, WorkspaceId};

use chain::{BRANCHES, Country};
use dice::Dice;
use story::Story;
use visit::Visit;
use words::{Thoughts, Topic};

/// The seed of the demo that everybody sees.
pub const SEED: u64 = 1401;
/// The time zone of the chain's office, in which its days begin.
pub const ZONE: &str = "Europe/Stockholm";

const DAYS: i64 = 364;
/// Answers a day of a usual branch.
const VISITS: f64 = 1.50;
const DELIVERIES: f64 = 0.31;
const LEFT_EARLY: f64 = 0.10;
/// Nobody answers in the future: the last answers were begun so long ago.
const DONE: i64 = 3 * kernel::time::MINUTE;
/// Employees who answer each month.
const COLLEAGUES: usize = 24;

/// All responses of the year before `now`, oldest first.
///
/// # Errors
/// When a time zone of the chain is not known to the system.
pub fn year(now: Timestamp, seed: u64) -> Result<Vec<Signal>, jiff::Error> {
    let mut year = Year { dice: Dice::seeded(seed), story: Story { now }, signals: Vec::new() };
    for (branch, place) in BRANCHES.iter().enumerate() {
        let zone = TimeZone::get(place.country.zone())?;
        let today = now.in_zone(&zone).date();
        for date in days(now, &zone, today) {
            let demand = season::demand(place.country, date) * place.guests;
            for _ in 0..year.dice.count(VISITS * demand) {
                year.inside(branch, date, &zone);
            }
            for _ in 0..year.dice.count(DELIVERIES * demand) {
                year.delivery(branch, date, &zone);
            }
        }
    }
    year.pulse(&TimeZone::get(ZONE)?);
    let mut signals = year.signals;
    signals.retain(|signal| signal.occurred_at <= now.minus(DONE));
    signals.sort_by(|a, b| (a.occurred_at, &a.source_id).cmp(&(b.occurred_at, &b.source_id)));
    Ok(signals)
}

fn days(now: Timestamp, zone: &TimeZone, today: Date) -> impl Iterator<Item = Date> {
    let first = now.minus(DAYS * DAY).in_zone(zone).date();
    first.series(jiff::Span::new().days(1)).take_while(move |date| *date <= today)
}

struct Year {
    dice: Dice,
    story: Story,
    signals: Vec<Signal>,
}

impl Year {
    fn inside(&mut self, branch: usize, date: Date, zone: &TimeZone) {
        let midday =
            zone.to_ambiguous_timestamp(date.at(12, 0, 0, 0)).compatible().map_or(Timestamp(0), Timestamp::from);
        let bins_near = self.story.bins_near(branch, midday);
        let visit = Visit::inside(&mut self.dice, branch, date, zone, bins_near);
        let felt = self.story.felt(&mut self.dice, &visit);
        let dice = &mut self.dice;
        let verdict = match felt.nps {
            9.. => 1,
            7.. => 0,
            _ => -1,
        };
        let mut answers = vec![score("nps", Kind::Nps, felt.nps)];
        // Who is moved by something writes more.
        let writes = if felt.bad.contains(&Topic::Bins) { 0.80 } else { [0.66, 0.46, 0.47][(verdict + 1) as usize] };
        if dice.chance(writes) {
            let thoughts =
                Thoughts { good: felt.good.clone(), bad: felt.bad.clone(), verdict, is_lunch: visit.is_lunch };
            answers.push(text("why", words::say(dice, visit.language, &thoughts)));
        }
        for (key, value) in
            [("food", felt.food), ("service", felt.staff), ("speed", felt.wait), ("cleanliness", felt.clean)]
        {
            answers.push(score(key, Kind::Csat, value));
        }
        if let Some(choice) = stood_out(dice, &felt.good, &felt.bad, verdict) {
            answers.push(Answer { choice: Some(choice.into()), ..blank("stood_out", Kind::Choice) });
        }
        if dice.chance(0.07) {
            answers.push(text("comment", words::aside(dice, visit.language)));
        }
        self.keep(surveys::VISIT, &visit, answers);
    }

    fn delivery(&mut self, branch: usize, date: Date, zone: &TimeZone) {
        let visit = Visit::delivery(&mut self.dice, branch, date, zone);
        let felt = self.story.brought(&mut self.dice, &visit);
        let dice = &mut self.dice;
        let mut answers = vec![score("csat", Kind::Csat, felt.csat), score("ces", Kind::Ces, felt.ces)];
        for (topic, key) in ISSUES {
            if felt.bad.contains(&topic) {
                answers.push(Answer { choice: Some(key.into()), ..blank("issues", Kind::Choices) });
            }
        }
        let verdict = (felt.csat - 4).signum();
        if dice.chance(if verdict < 0 { 0.72 } else { 0.5 }) {
            let thoughts = Thoughts { good: felt.good, bad: felt.bad, verdict, is_lunch: visit.is_lunch };
            answers.push(text("why", words::say(dice, visit.language, &thoughts)));
        }
        self.keep(surveys::DELIVERY, &visit, answers);
    }

    /// Keeps a response of a guest; some are left before the end.
    fn keep(&mut self, survey: &'static str, visit: &Visit, mut answers: Vec<Answer>) {
        let state = if self.dice.chance(LEFT_EARLY) {
            answers.truncate(1 + self.dice.below(answers.len()));
            State::Partial
        } else {
            State::Complete
        };
        let took = self.dice.between(20, 140) * SECOND;
        let times = (visit.answered_at, (state == State::Complete).then(|| visit.answered_at.plus(took)));
        let signal = Signal {
            touchpoint: Some(visit.touchpoint.into()),
            contact: visit.contact(),
            ..self.signal(survey, visit.channel, visit.language, times, visit.attributes(), answers)
        };
        self.signals.push(signal);
    }

    /// Once a month, a few of the chain's own people. As in every anonymous survey, only the day is kept.
    fn pulse(&mut self, zone: &TimeZone) {
        for month in 0..12 {
            // Summer was short of hands; it has been better since.
            let spirits: f64 = if (3..6).contains(&month) { -0.9 } else { 0.0 };
            for _ in 0..COLLEAGUES {
                let at = self.story.now.minus((month * 30 + self.dice.between(2, 8)) * DAY);
                let midnight = zone.to_ambiguous_timestamp(at.in_zone(zone).date().at(0, 0, 0, 0)).compatible();
                let day = midnight.map_or(at, Timestamp::from);
                let dice = &mut self.dice;
                let country = dice.weighted(&[
                    (Country::Britain, 0.28),
                    (Country::Sweden, 0.30),
                    (Country::Iran, 0.24),
                    (Country::Emirates, 0.18),
                ]);
                let team = dice.weighted(&[("floor", 0.5), ("kitchen", 0.34), ("delivery", 0.16)]);
                let enps = (7.3 + spirits + dice.normal(1.9)).round().clamp(0.0, 10.0) as i32;
                let support = (3.9 + spirits / 2.0 + dice.normal(0.9)).round().clamp(1.0, 5.0) as i32;
                let mut answers = vec![score("enps", Kind::Nps, enps), score("support", Kind::Rating, support)];
                let language = dice.weighted(country.languages());
                if dice.chance(0.45) {
                    answers.push(text("change", words::at_work(dice, language, enps >= 9)));
                }
                let attributes = Attributes::from([
                    ("country".to_owned(), kernel::attribute::Value::Text(country.name().into())),
                    ("team".to_owned(), kernel::attribute::Value::Text(team.into())),
                ]);
                let channel = dice.weighted(&[("qr", 0.6), ("link", 0.4)]);
                let signal = self.signal(surveys::PULSE, channel, language, (day, Some(day)), attributes, answers);
                self.signals.push(Signal { touchpoint: Some("staff room".into()), ..signal });
            }
        }
    }

    fn signal(
        &self,
        survey: &str,
        channel: &str,
        language: Locale,
        (started_at, completed_at): (Timestamp, Option<Timestamp>),
        attributes: Attributes,
        answers: Vec<Answer>,
    ) -> Signal {
        let source = format!("link:{survey}");
        // As opaque as the ids that respondents get, and the same for the same seed.
        let source_id = Uid::of(WorkspaceId(0), &source, &self.signals.len().to_string()).to_string();
        let state = if completed_at.is_some() { State::Complete } else { State::Partial };
        let response = Response { survey: survey.into(), state, started_at, completed_at, answers, course: None };
        Signal {
            source,
            source_id,
            occurred_at: started_at,
            channel: channel.into(),
            touchpoint: None,
            contact: None,
            language: Some(language.code().into()),
            import: None,
            body: Body { attributes, what: What::Response(response) },
        }
    }
}

/// Options of the question `issues`.
const ISSUES: [(Topic, &str); 5] = [
    (Topic::Late, "late"),
    (Topic::Heat, "cold"),
    (Topic::Order, "wrong"),
    (Topic::Packing, "packing"),
    (Topic::Driver, "driver"),
];

/// What a guest ticks as most striking; some leave it out.
fn stood_out(dice: &mut Dice, good: &[Topic], bad: &[Topic], verdict: i32) -> Option<&'static str> {
    let topics = if verdict > 0 || bad.is_empty() { good } else { bad };
    if topics.is_empty() || dice.chance(0.12) {
        return None;
    }
    Some(match topics[dice.below(topics.len())] {
        Topic::Food | Topic::Heat | Topic::Packing | Topic::Order => "food",
        Topic::Staff | Topic::Driver => "staff",
        Topic::Wait | Topic::Pickup | Topic::Till | Topic::Late => "speed",
        Topic::Clean | Topic::Bins => "cleanliness",
        Topic::Mood => "atmosphere",
        Topic::Price | Topic::Tip => "price",
    })
}

/// A text among the attributes of a signal.
fn attribute<'a>(signal: &'a Signal, name: &str) -> Option<&'a str> {
    match signal.body.attributes.get(name) {
        Some(kernel::attribute::Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// The score of a question, where it was answered.
fn scored(signal: &Signal, question: &str) -> Option<f64> {
    let What::Response(response) = &signal.body.what;
    response.answers.iter().find(|answer| answer.question == question)?.score
}

fn blank(question: &str, kind: Kind) -> Answer {
    Answer { question: question.into(), kind, score: None, choice: None, text: None }
}

fn score(question: &str, kind: Kind, score: i32) -> Answer {
    Answer { score: Some(f64::from(score)), ..blank(question, kind) }
}

fn text(question: &str, text: String) -> Answer {
    Answer { text: Some(text), ..blank(question, Kind::Text) }
}
