//! An insight in words: one sentence, and what stands behind it.

use std::collections::HashMap;

use kernel::Result;
use kernel::format::Format;
use kernel::locale::Direction;
use measures::Metric;
use serde::Serialize;
use ui::chart::Unit;
use ui::fluent_bundle::FluentValue;
use ui::http::Asking;

use super::PATH;
use super::card::{Card, Cause, Days, Emerging, Moved, Silent, Split, Sure, Unanswered};
use super::seen::Seen;
use crate::address::Address;
use crate::filters::{Dimension, with_days};
use crate::subject::{format, told};
use crate::topics::manage::list::Owners;

/// Words of customers that stand behind the name of a cause.
const TERMS_MAX: usize = 5;

/// Puts insights in words for one reader.
pub struct Teller<'a> {
    pub asking: &'a Asking,
    pub format: Format,
    dimensions: Vec<Dimension>,
    topics: HashMap<String, String>,
    members: HashMap<String, String>,
}

/// What a list and Home show of an insight.
#[derive(Debug, Serialize)]
pub struct Line {
    pub id: String,
    pub href: String,
    pub kind: &'static str,
    pub sentence: String,
    pub why: Vec<String>,
    pub sure: &'static str,
    pub people: i64,
    pub tone: Option<ui::Tone>,
    /// What is held against what, of a score that moved.
    pub when: Option<String>,
    pub survey: Option<String>,
    pub owner: Option<String>,
    pub state: &'static str,
    /// The pages behind it.
    pub behind: String,
}

type Args<'a> = &'a [(&'a str, FluentValue<'a>)];

impl<'a> Teller<'a> {
    pub async fn of(asking: &'a Asking) -> Result<Self> {
        let language = asking.locale.code();
        let topics = asking.store().topics(asking.workspace()).await?;
        Ok(Self {
            asking,
            format: format(asking),
            dimensions: Dimension::all(&asking.store().attributes(asking.workspace()).await?),
            topics: topics.into_iter().map(|topic| (topic.key.clone(), topic.name(language).to_owned())).collect(),
            members: Owners::load(asking).await?.options().collect(),
        })
    }

    /// None for an insight about a question that is not of its survey any more.
    pub fn line(&self, seen: &Seen) -> Option<Line> {
        let (sentence, why) = self.said(seen)?;
        Some(Line {
            id: seen.row.id.clone(),
            href: format!("{PATH}/{}", seen.row.id),
            kind: seen.card.kind(),
            sentence,
            why,
            sure: Sure::parse(&seen.row.sure).as_str(),
            people: seen.row.people,
            tone: tone(&seen.card),
            when: match &seen.card {
                Card::Moved(card) => Some(self.when(card)),
                _ => None,
            },
            survey: self.survey(seen),
            owner: self.owner(seen),
            state: seen.state().as_str(),
            behind: self.behind(seen),
        })
    }

    pub fn say(&self, key: &str, args: Args<'_>) -> String {
        self.asking.web.pages.text(self.asking.locale, key, args)
    }

    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.format.number(value, decimals)
    }

    /// Who cares for it; none where nobody does, or whoever did has left.
    pub fn owner(&self, seen: &Seen) -> Option<String> {
        self.members.get(seen.row.owner.as_ref()?).cloned()
    }

    pub fn topic(&self, key: &str) -> Option<&str> {
        self.topics.get(key).map(String::as_str)
    }

    pub fn survey(&self, seen: &Seen) -> Option<String> {
        let (row, definition) = seen.survey.as_ref()?;
        let title = definition.title.get(self.asking.locale.code(), &definition.languages);
        Some(told(title.unwrap_or(&row.title), None))
    }

    /// The metric of the question that an insight is about.
    pub fn metric(seen: &Seen) -> Option<Metric> {
        let (_, definition) = seen.survey.as_ref()?;
        Metric::of(definition.asked(seen.card.question()?)?)
    }

    pub fn metric_name(&self, metric: Metric) -> String {
        self.asking.text(&format!("understand-metric-{}", metric.kind))
    }

    pub fn dimension(&self, column: &str) -> String {
        let known = self.dimensions.iter().find(|dimension| dimension.column == column);
        known.map_or_else(|| column.to_owned(), |dimension| dimension.label(self.asking))
    }

    pub fn value(&self, column: &str, value: Option<&str>) -> String {
        let known = self.dimensions.iter().find(|dimension| dimension.column == column);
        known
            .map_or_else(|| value.unwrap_or_default().to_owned(), |dimension| dimension.value_label(self.asking, value))
    }

    /// A place in words: "branch: Soho · zone: terrace". Names and values may be of any direction, so each stands apart.
    pub fn place(&self, place: &[(String, String)]) -> String {
        let one = |(column, value): &(String, String)| {
            format!("{}: {}", isolated(&self.dimension(column)), isolated(&self.value(column, Some(value))))
        };
        self.row(&place.iter().map(one).collect::<Vec<_>>())
    }

    /// Texts that stand apart, one after the other as the reader reads.
    fn row(&self, texts: &[String]) -> String {
        // What is between marks does not count for the direction of the whole: without a letter it would be left to right.
        let mark = if self.asking.locale.direction() == Direction::Rtl { "\u{200f}" } else { "" };
        format!("{mark}{}", texts.join(" · "))
    }

    /// What customers call a cause: in the reader's language where somebody said it in that.
    pub fn label<'l>(&self, labels: &'l [(String, String)]) -> Option<&'l (String, String)> {
        let locale = self.asking.locale.code();
        labels.iter().find(|(language, _)| language == locale).or_else(|| labels.first())
    }

    /// The page with the answers behind the number.
    fn behind(&self, seen: &Seen) -> String {
        if let Card::Unanswered(card) = &seen.card {
            return waiting(card).to_owned();
        }
        let Some((row, _)) = &seen.survey else { return PATH.to_owned() };
        let path = format!("/understand/surveys/{}", row.id);
        let days = |path: String, days: Days| with_days(Address::new(path), days.period());
        let address = match &seen.card {
            Card::Moved(card) => days(path, card.now),
            Card::Cause(card) => days(format!("{path}/why"), card.days),
            Card::Emerging(card) => match &seen.row.topic {
                Some(topic) => days(format!("{path}/texts/{}", ui::http::encode(topic)), card.now),
                None => days(format!("{path}/texts"), card.now),
            },
            Card::Silent(_) | Card::Unanswered(_) => Address::new(path),
        };
        let place = seen.card.place();
        let address = match &seen.card {
            Card::Cause(_) => address,
            _ => place.iter().fold(address, |address, (column, value)| address.with(column, value)),
        };
        address.to_string()
    }

    fn said(&self, seen: &Seen) -> Option<(String, Vec<String>)> {
        let survey = self.survey(seen).unwrap_or_default();
        match &seen.card {
            Card::Moved(card) => self.moved(Self::metric(seen)?, survey, card),
            Card::Cause(card) => self.cause(Self::metric(seen)?, seen, card),
            Card::Emerging(card) => Some(self.emerging(survey, seen, card)),
            Card::Unanswered(card) => Some(self.unanswered(card)),
            Card::Silent(card) => Some(self.silent(survey, card)),
        }
    }

    fn moved(&self, metric: Metric, survey: String, card: &Moved) -> Option<(String, Vec<String>)> {
        let unit = metric.unit();
        let decimals = u8::from(unit == Unit::Mean);
        let by = self.number(card.change.abs(), decimals);
        let write = |value: f64| unit.write(&self.format, value);
        let sentence = self.say(
            &format!("understand-finding-{}", card.verdict),
            &[
                ("metric", self.metric_name(metric).into()),
                ("survey", survey.into()),
                ("by", by.clone().into()),
                ("now", write(card.after.value).into()),
            ],
        );
        let mut why = vec![self.say(
            "understand-finding-why",
            &[
                ("now", write(card.after.value).into()),
                ("before", write(card.was.value).into()),
                ("count", card.after.n.into()),
            ],
        )];
        why.extend(card.split.as_ref().and_then(|split| self.split(split, unit, &by, decimals)));
        Some((sentence, why))
    }

    fn split(&self, split: &Split, unit: Unit, by: &str, decimals: u8) -> Option<String> {
        let attribute = self.dimension(&split.column);
        if split.is_mix {
            let points = self.number(split.mix.abs(), decimals);
            return Some(self.say(
                "understand-insight-mix",
                &[("points", points.into()), ("by", by.into()), ("attribute", attribute.into())],
            ));
        }
        let first = split.groups.first()?;
        // What its other scores do; that it is more or fewer stands in the table.
        let is_most = 2.0 * first.rate.abs() >= (split.mix + split.rate).abs();
        Some(self.say(
            if is_most { "understand-insight-place" } else { "understand-insight-place-part" },
            &[
                ("attribute", attribute.into()),
                ("place", self.value(&split.column, first.value.as_deref()).into()),
                ("before", unit.write(&self.format, first.before).into()),
                ("after", unit.write(&self.format, first.after).into()),
                ("points", self.number(first.rate.abs(), decimals).into()),
                ("by", by.into()),
            ],
        ))
    }

    /// What a cause costs, in words.
    pub fn cost(&self, metric: Metric, points: f64) -> String {
        let points = self.number(points.abs(), 1);
        self.say(&format!("understand-why-costs-{}", metric.unit_name()), &[("points", points.into())])
    }

    fn cause(&self, metric: Metric, seen: &Seen, card: &Cause) -> Option<(String, Vec<String>)> {
        let (_, label) = self.label(&card.labels)?;
        let label = crate::personal::Mask::for_everybody(self.asking).text(label).into_owned();
        let mut args: Vec<(&str, FluentValue<'_>)> =
            vec![("cause", label.into()), ("cost", self.cost(metric, card.points).into())];
        let topic = seen.row.topic.as_deref().and_then(|topic| self.topic(topic));
        let about = topic.map_or("", |_| "-about");
        if let Some(topic) = topic {
            args.push(("topic", topic.into()));
        }
        let at = if card.place.is_empty() { "" } else { "-at" };
        if !card.place.is_empty() {
            args.push(("place", self.place(&card.place).into()));
        }
        let sentence = self.say(&format!("understand-insight-cause{about}{at}"), &args);
        let why = self.say(
            "understand-insight-cause-why",
            &[
                ("count", card.mentions.into()),
                ("low", self.number(card.low_mentions as f64, 0).into()),
                ("times", self.number(card.risk, 1).into()),
            ],
        );
        let mut why = vec![why];
        // Pairs of words at a distance are for the page of causes; in a sentence they are riddles.
        let words = card.terms.iter().filter(|term| !term.contains('…')).take(TERMS_MAX);
        let mask = crate::personal::Mask::for_everybody(self.asking);
        let words: Vec<String> = words.map(|term| isolated(&mask.text(term))).collect();
        if words.len() > 1 {
            why.push(self.say("understand-insight-cause-words", &[("words", self.row(&words).into())]));
        }
        if !card.place.is_empty() {
            let cost = self.cost(metric, card.points_there);
            why.push(self.say("understand-insight-cause-there", &[("cost", cost.into())]));
        }
        Some((sentence, why))
    }

    fn emerging(&self, survey: String, seen: &Seen, card: &Emerging) -> (String, Vec<String>) {
        let topic = seen.row.topic.clone().unwrap_or_default();
        let topic = self.topic(&topic).map_or(topic.clone(), str::to_owned);
        let args: Args<'_> = &[("topic", topic.into()), ("survey", survey.into())];
        let sentence = self.say("understand-insight-emerging", args);
        let expected = self.number(card.expected, 0);
        let mut why =
            vec![self.say(
                "understand-insight-emerging-why",
                &[("count", card.mentions.into()), ("expected", expected.into())],
            )];
        if let Some(share) = card.negative {
            let share = Unit::Percent.write(&self.format, share);
            why.push(self.say("understand-insight-emerging-feel", &[("share", share.into())]));
        }
        (sentence, why)
    }

    fn unanswered(&self, card: &Unanswered) -> (String, Vec<String>) {
        let sentence = match card.overdue {
            0 => self.say("understand-insight-loose", &[("count", card.loose.into())]),
            overdue => self.say("understand-insight-overdue", &[("count", overdue.into())]),
        };
        let share = 100.0 * card.answered as f64 / card.all.max(1) as f64;
        let count = |count: u64| self.number(count as f64, 0);
        let why = self.say(
            "understand-insight-unanswered-why",
            &[
                ("days", i64::from(card.days).into()),
                ("all", count(card.all).into()),
                ("share", Unit::Percent.write(&self.format, share).into()),
                ("work", count(card.in_work).into()),
                ("overdue", count(card.overdue).into()),
                ("loose", count(card.loose).into()),
            ],
        );
        (sentence, vec![why])
    }

    fn silent(&self, survey: String, card: &Silent) -> (String, Vec<String>) {
        let days = i64::from(card.days);
        let sentence = match &card.place {
            None => self.say("understand-insight-silent", &[("survey", survey.into()), ("days", days.into())]),
            Some((column, value)) => self.say(
                "understand-insight-silent-at",
                &[("place", self.value(column, Some(value)).into()), ("survey", survey.into()), ("days", days.into())],
            ),
        };
        let count = (card.expected.round() as i64).into();
        (sentence, vec![self.say("understand-insight-silent-why", &[("count", count)])])
    }

    /// What is held against what: the last days, or a month that is over.
    fn when(&self, card: &Moved) -> String {
        let length = card.now.first.until(card.now.last).map_or(0, |span| span.get_days()) + 1;
        match length {
            7 | 28 => self.say("understand-against", &[("days", i64::from(length).into())]),
            _ => self.say(
                "understand-insight-days",
                &[("now", self.days(card.now).into()), ("before", self.days(card.before).into())],
            ),
        }
    }

    /// Days in words.
    pub fn days(&self, days: Days) -> String {
        let day = |day| self.format.civil_date(day);
        self.say("understand-days", &[("first", day(days.first).into()), ("last", day(days.last).into())])
    }
}

/// Text of customers or sources between marks, so that its direction does not reorder what stands beside it.
fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// The queue of those who wait.
pub fn waiting(card: &Unanswered) -> &'static str {
    if card.overdue == 0 { "/act?which=loose" } else { "/act?which=overdue" }
}

/// Whether it is good or bad news; none where it is neither by itself.
fn tone(card: &Card) -> Option<ui::Tone> {
    match card {
        Card::Moved(card) if card.change > 0.0 => Some(ui::Tone::Promoter),
        Card::Moved(_) | Card::Cause(_) | Card::Unanswered(_) => Some(ui::Tone::Detractor),
        Card::Emerging(card) if card.negative.is_some_and(|share| share >= 50.0) => Some(ui::Tone::Detractor),
        Card::Emerging(_) | Card::Silent(_) => None,
    }
}
