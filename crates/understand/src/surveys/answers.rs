//! `/understand/surveys/{survey}/answers`: the answers behind a number, newest first.

use axum::extract::{Path, RawQuery};
use kernel::signal::{Answer, Response, What};
use kernel::survey::{Kind, Question, key_of};
use kernel::{Error, Refusal, Result, Timestamp, Uid};
use lake::Cell;
use serde::Serialize;
use store::Logged;
use ui::http::{Fields, Reply, Viewer};
use ui::{Feeling, Section, Tone};

use super::results::{Tab, period_label, tabs};
use super::view::{Choice, ConditionView, SurveyView};
use crate::address::Address;
use crate::ask::IS_VERBATIM;
use crate::filters::{Chosen, Filters, Where};
use crate::period::Period;
use crate::personal::Mask;
use crate::subject::{Ground, Subject};
use crate::texts::{Said, feelings};
use measures::{Metric, main_question};

/// Rows on a page.
pub const ROWS_MAX: usize = 50;
/// Characters of a text in its row; the response has all of it.
const TEXT_CHARS_MAX: usize = 400;

/// Which answers, beyond the filters of the dashboard.
#[derive(Default)]
struct Behind<'a> {
    question: Option<&'a Question>,
    /// The key of `answers` that is asked for: the question's own, or with parts `q[row]`.
    key: String,
    /// First and last score, both included.
    scores: Option<(i64, i64)>,
    choice: Option<String>,
    state: Option<&'static str>,
    /// All texts, of whichever question.
    said: bool,
    /// Time and position of the last row of the page before.
    after: Option<(Timestamp, i64)>,
}

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    conditions: Vec<ConditionView>,
    total: u64,
    rows: Vec<Row>,
    /// Title of the column with what was chosen, where the list is about a question with options.
    chosen: Option<String>,
    older: Option<String>,
    newest: Option<String>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    at: Timestamp,
    score: Option<String>,
    tone: Option<Tone>,
    text: Option<String>,
    language: Option<String>,
    feels: Option<Feeling>,
    /// Where the reasons of what the text says stand open.
    why: String,
    chosen: String,
    channel: String,
    partial: bool,
}

/// `GET /understand/surveys/{survey}/answers`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let filters = Filters::read(&fields, &subject.dimensions().await?)?;
    let words = crate::verbatims::may_read(&viewer, Some(&subject.row)).await?;
    let filters = if words { filters } else { filters.without_texts() };
    let behind = Behind::read(&subject, &fields)?;
    let page = view(&subject, &filters, &behind, words).await?;
    viewer.page("understand/answers.html", Section::Understand, page).await
}

impl<'a> Behind<'a> {
    fn read(subject: &'a Subject<'_>, fields: &Fields) -> Result<Self> {
        let key = fields.get("question").unwrap_or_default().to_owned();
        let question = subject.definition.asked(&key);
        let mut behind = Self { question, key, ..Self::default() };
        behind.state = ["complete", "partial"].into_iter().find(|state| fields.get("state") == Some(*state));
        behind.after = fields.get("after").and_then(place);
        behind.said = question.is_none() && fields.has("said");
        if question.is_some() {
            behind.choice = fields.get("choice").map(str::to_owned);
            behind.scores = fields.get("score").map(range).transpose()?;
        }
        Ok(behind)
    }

    /// The table with its column of time.
    fn table(&self) -> (&'static str, &'static str) {
        if self.question.is_some() || self.said { ("answers", "occurred_at") } else { ("responses", "started_at") }
    }

    fn address(&self, filters: &Filters, path: &str) -> Address {
        let mut address = filters.address(path);
        if self.question.is_some() {
            address = address.with("question", &self.key);
        }
        if self.said {
            address = address.with("said", "1");
        }
        if let Some((low, high)) = self.scores {
            let range = if low == high { low.to_string() } else { format!("{low}-{high}") };
            address = address.with("score", range);
        }
        if let Some(choice) = &self.choice {
            address = address.with("choice", choice);
        }
        match self.state {
            Some(state) => address.with("state", state),
            None => address,
        }
    }

    fn narrow(&self, all: &mut Where) {
        if let Some(question) = self.question {
            let place = all.bind(&self.key);
            if self.is_exact(question) {
                all.and(&format!("question = {place}"));
            } else {
                all.and(&format!("(question = {place} or starts_with(question, concat({place}, '[')))"));
            }
        } else if self.said {
            all.and(IS_VERBATIM);
            all.and("text is not null");
        } else if let Some(state) = self.state {
            let place = all.bind(state);
            all.and(&format!("state = {place}"));
        }
        if let Some((low, high)) = self.scores {
            let (low, high) = (all.bind(low as f64), all.bind(high as f64));
            all.and(&format!("score >= {low} and score <= {high}"));
        }
        if let Some(choice) = &self.choice {
            let place = all.bind(choice);
            all.and(&format!("choice = {place}"));
        }
    }

    /// Whether all rows that are meant have this very key: a score or an option was named, or the kind has no parts.
    fn is_exact(&self, question: &Question) -> bool {
        let parts = question.kind.has_rows()
            || matches!(question.kind, Kind::Ranking | Kind::Sum | Kind::BestWorst | Kind::Ideas);
        self.scores.is_some() || self.choice.is_some() || !parts
    }

    /// Whether each row is a text.
    fn is_of_texts(&self) -> bool {
        self.said || self.question.is_some_and(|question| question.kind == Kind::Text)
    }

    /// Several options or parts make several rows of one response: the list is of responses.
    fn repeats(&self) -> bool {
        self.question.is_some_and(|question| question.kind == Kind::Choices || !self.is_exact(question))
            && self.choice.is_none()
    }
}

async fn view(subject: &Subject<'_>, filters: &Filters, behind: &Behind<'_>, words: bool) -> Result<Page> {
    let now = subject.asking.web.env().now();
    let (_, period) = match filters.chosen {
        Some(_) => filters.period(&subject.format, now, None),
        None => (None, Period::default()),
    };
    let mut all = subject.asker().all(&filters.conditions);
    behind.narrow(&mut all);
    if behind.is_of_texts() {
        all.and_texts_say(&filters.conditions);
    }
    let (table, time) = behind.table();
    all.during(time, period, &subject.format);
    let count = if behind.repeats() { "count(distinct _position)" } else { "count(*)" };
    let asker = subject.asker();
    let counted = asker.rows(&format!("select {count} from {table} where {{where}}"), &all).await?;
    let total = counted.first().and_then(|row| row.first()).and_then(Cell::as_i64).unwrap_or(0).max(0) as u64;
    let mut places = rows(subject, behind, all).await?;
    let has_more = places.len() > ROWS_MAX;
    places.truncate(ROWS_MAX);
    let path = subject.answers_path();
    let here = behind.address(filters, &path);
    let last = places.last().filter(|_| has_more);
    let older = last.map(|(_, at, position, _)| here.clone().with("after", format!("{}.{position}", at.0)).to_string());
    let mut uids: Vec<Uid> = places.iter().map(|(uid, ..)| *uid).collect();
    uids.sort_unstable();
    uids.dedup();
    let signals = asker.signals(&uids).await?;
    let main = main_question(&subject.definition);
    let scored = behind.question.filter(|question| question.kind.is_scored()).or(main);
    // One response may have several texts, each with its row.
    let listed = places.iter().filter_map(|(uid, .., question)| {
        let logged = signals.iter().find(|logged| logged.uid == *uid)?;
        Some((logged, if words { text(behind, question.as_deref(), logged) } else { None }))
    });
    let listed: Vec<(&Logged, Option<&Answer>)> = listed.collect();
    let mask = Mask::of(subject);
    let mut feels = feelings_of(subject, &listed, &mask).await?.into_iter();
    let rows = listed.into_iter().map(|(logged, text)| {
        let feels = text.and_then(|_| feels.next());
        row((subject, &mask), behind, scored, logged, (text, feels))
    });
    Ok(Page {
        rows: rows.collect(),
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(subject, filters, Tab::Answers),
        conditions: conditions(subject, filters, behind, period),
        total,
        chosen: behind.question.filter(|question| question.kind.has_options()).map(|q| subject.question_title(q)),
        older,
        newest: behind.after.map(|_| here.to_string()),
    })
}

/// What the texts of the rows say, one for each row that has one.
async fn feelings_of(
    subject: &Subject<'_>,
    listed: &[(&Logged, Option<&Answer>)],
    mask: &Mask,
) -> Result<Vec<Feeling>> {
    let said = listed.iter().filter_map(|(logged, answer)| {
        let answer = answer.as_ref()?;
        let first = || subject.definition.languages.first().cloned();
        Some(Said {
            uid: Some(logged.uid),
            question: answer.question.clone(),
            text: mask.answer(answer.kind, &answer.question, answer.text.as_deref()?).into_owned(),
            language: logged.signal.language.clone().or_else(first),
        })
    });
    feelings(subject.asking, subject.lake(), said.collect(), subject.asking.path()).await
}

/// Identity, time and position of a row, and of a text the key of its answer.
type Place = (Uid, Timestamp, i64, Option<String>);

/// One page's rows and one more.
async fn rows(subject: &Subject<'_>, behind: &Behind<'_>, mut all: Where) -> Result<Vec<Place>> {
    let (table, time) = behind.table();
    if let Some((at, position)) = behind.after {
        let (at, position) = (all.bind(at), all.bind(position));
        all.and(&format!("({time} < {at} or ({time} = {at} and _position < {position}))"));
    }
    let distinct = if behind.repeats() { "distinct " } else { "" };
    let question = if behind.is_of_texts() { ", question" } else { "" };
    let sql = format!(
        "select {distinct}_uid, {time}, _position{question} from {table} where {{where}} \
         order by {time} desc, _position desc limit {}",
        ROWS_MAX + 1
    );
    let rows = subject.asker().rows(&sql, &all).await?.into_iter();
    let place = |row: Vec<Cell>| {
        let question = row.get(3).and_then(Cell::as_str).map(str::to_owned);
        Some((row.first()?.as_uid()?, row.get(1)?.as_time()?, row.get(2)?.as_i64()?, question))
    };
    Ok(rows.filter_map(place).collect())
}

fn row(
    (subject, mask): (&Subject<'_>, &Mask),
    behind: &Behind<'_>,
    scored: Option<&Question>,
    logged: &Logged,
    (text, feels): (Option<&Answer>, Option<Feeling>),
) -> Row {
    let What::Response(response) = &logged.signal.body.what;
    let score = scored.and_then(|question| {
        let metric = Metric::of(question)?;
        let score = response.answers.iter().find(|answer| answer.question == question.key)?.score?;
        Some((subject.format.number(score, 0), metric.tone(score.round() as i64)))
    });
    let channel = crate::filters::channel_label(subject.asking, &logged.signal.channel);
    let href = format!("/understand/responses/{}", logged.uid);
    let why = text.map(|answer| Address::new(&href).with("why", &answer.question).to_string());
    Row {
        why: why.map(|why| format!("{why}#why")).unwrap_or_default(),
        href,
        feels,
        at: logged.signal.occurred_at,
        tone: score.as_ref().map(|(_, tone)| *tone),
        score: score.map(|(score, _)| score),
        text: text.and_then(|answer| Some(short(&mask.answer(answer.kind, &answer.question, answer.text.as_deref()?)))),
        language: logged.signal.language.clone(),
        chosen: chosen(subject, behind, response),
        channel,
        partial: response.completed_at.is_none(),
    }
}

/// The text that the row is about, else the one that the list is about, else the first one.
fn text<'l>(behind: &Behind<'_>, question: Option<&str>, logged: &'l Logged) -> Option<&'l Answer> {
    let What::Response(response) = &logged.signal.body.what;
    if let Some(question) = question {
        let is_it = |answer: &&Answer| answer.question == question && answer.text.is_some();
        return response.answers.iter().find(is_it);
    }
    let asked = behind.question.filter(|question| question.kind.is_verbatim()).map(|question| &question.key);
    let of = |answer: &&Answer| asked.is_none_or(|key| key_of(&answer.question) == key) && answer.kind.is_verbatim();
    response.answers.iter().filter(of).find(|answer| answer.text.is_some())
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(TEXT_CHARS_MAX).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn chosen(subject: &Subject<'_>, behind: &Behind<'_>, response: &Response) -> String {
    let Some(question) = behind.question.filter(|question| question.kind.has_options()) else { return String::new() };
    let within = |answer: &&Answer| {
        answer.question == behind.key || key_of(&answer.question) == behind.key || behind.key == question.key
    };
    let answers = response.answers.iter().filter(|answer| key_of(&answer.question) == question.key).filter(within);
    let labels: Vec<String> =
        answers.filter_map(|answer| Some(subject.option_label(question, answer.choice.as_deref()?))).collect();
    labels.join(" · ")
}

/// Everything that narrows the list, each with the address without it.
fn conditions(subject: &Subject<'_>, filters: &Filters, behind: &Behind<'_>, period: Period) -> Vec<ConditionView> {
    let asking = subject.asking;
    let here = behind.address(filters, &subject.answers_path());
    let mut views = Vec::new();
    if filters.chosen.is_some_and(|chosen| chosen != Chosen::Days(Period::default())) {
        views.push(ConditionView {
            label: asking.text("understand-period"),
            value: period_label(subject, filters, period),
            clear: here.clone().without("period").without("from").without("to").to_string(),
        });
    }
    views.extend(super::results::conditions(subject, filters, &here));
    if let Some(question) = behind.question {
        let clear = here.clone().without("question").without("score").without("choice");
        views.push(ConditionView {
            label: asking.text("understand-question"),
            value: subject.answer_title(question, &behind.key),
            clear: clear.to_string(),
        });
        if let Some((low, high)) = behind.scores {
            let (low, high) = (subject.format.count(low), subject.format.count(high));
            let value = if low == high { low } else { format!("{low}–{high}") };
            let clear = here.clone().without("score").to_string();
            views.push(ConditionView { label: asking.text("chart-score"), value, clear });
        }
        if let Some(choice) = &behind.choice {
            views.push(ConditionView {
                label: asking.text("understand-option"),
                value: subject.option_label(question, choice),
                clear: here.clone().without("choice").to_string(),
            });
        }
    } else if behind.said {
        views.push(ConditionView {
            label: asking.text("understand-question"),
            value: asking.text("understand-all-texts"),
            clear: here.without("said").to_string(),
        });
    } else if let Some(state) = behind.state {
        views.push(ConditionView {
            label: asking.text("understand-state"),
            value: asking.text(&format!("understand-state-{state}")),
            clear: here.without("state").to_string(),
        });
    }
    views
}

/// A score, or the first and last of several: `9`, `0-6`, `-2--1`.
fn range(text: &str) -> Result<(i64, i64)> {
    let bad = || Error::from(Refusal::new("bad_filter").at("score"));
    let text = kernel::format::parse_digits(text);
    let border = text.char_indices().skip(1).find(|(_, c)| *c == '-').map(|(place, _)| place);
    let (low, high) = border.map_or((text.as_str(), text.as_str()), |place| (&text[..place], &text[place + 1..]));
    let (low, high): (i64, i64) = (low.parse().map_err(|_| bad())?, high.parse().map_err(|_| bad())?);
    if low > high { Err(bad()) } else { Ok((low, high)) }
}

fn place(text: &str) -> Option<(Timestamp, i64)> {
    let (at, position) = text.split_once('.')?;
    Some((Timestamp(at.parse().ok()?), position.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_as_one_or_a_range() {
        assert_eq!(range("9").unwrap(), (9, 9));
        assert_eq!(range("0-6").unwrap(), (0, 6));
        assert_eq!(range("۷-۸").unwrap(), (7, 8));
        assert_eq!(range("-2--1").unwrap(), (-2, -1));
        for bad in ["", "-", "6-0", "a", "1-b"] {
            assert!(range(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_place_is_time_and_position() {
        assert_eq!(place("-5.7"), Some((Timestamp(-5), 7)));
        assert_eq!(place("5"), None);
    }
}
