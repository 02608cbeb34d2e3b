//! From a row to a response, or to the reason why not. One bad cell refuses its whole line: half a response is a wrong
//! number somewhere.

mod choices;
mod words;

use jiff::tz::TimeZone;
use kernel::attribute::{self, VALUE_CHARS_MAX, Value};
use kernel::signal::{Answer, Body, Response, Signal, State, What};
use kernel::survey::{Kind, Scale, Survey, TEXT_CHARS_MAX};
use kernel::time::DAY;
use kernel::{Attributes, ImportId, Timestamp};

use super::code::{Code, Rejected};
use super::identity::Ids;
use super::mapping::{Column, Mapping, Role};
use super::read::Row;
use super::{NAME_CHARS_MAX, number, time};

use choices::Choices;
pub(super) use words::{is_email, language};

/// What holds for every row of one import.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Key of the survey.
    pub survey: String,
    /// Named on every signal, so that the import can be undone.
    pub import: Option<ImportId>,
    /// Time of rows that have none, and what the future is measured from.
    pub now: Timestamp,
    /// Zone of times that name none, where the mapping does not either.
    pub zone: TimeZone,
}

/// Turns the rows of one file into responses, in one pass.
#[derive(Debug)]
pub(super) struct Interpreter {
    plan: Plan,
    source: String,
    survey: Survey,
    cells: Vec<Cell>,
    ids: Ids,
}

/// How one column is read.
#[derive(Debug)]
struct Cell {
    index: usize,
    /// The column's name.
    name: String,
    na: Na,
    what: Reading,
}

#[derive(Debug)]
enum Reading {
    Id,
    Time(time::Reader),
    Contact,
    Email,
    Language,
    Channel,
    Touchpoint,
    Score { question: String, kind: Kind, scale: Scale },
    Choice(Choices),
    Text { question: String },
    Attribute { name: String, kind: attribute::Kind },
}

/// Values that stand for "not applicable".
#[derive(Debug, Default)]
struct Na {
    words: Vec<String>,
    numbers: Vec<f64>,
}

impl Na {
    fn new(words: &[String]) -> Self {
        let numbers = words.iter().filter_map(|word| number::parse(word)).collect();
        Self { words: words.to_vec(), numbers }
    }

    fn has(&self, text: &str) -> bool {
        !self.words.is_empty()
            && (self.words.iter().any(|word| word == text)
                || number::parse(text).is_some_and(|value| self.numbers.contains(&value)))
    }
}

/// What has been read of a row so far.
#[derive(Default)]
struct Draft {
    id: Option<String>,
    at: Option<Timestamp>,
    contact: Option<String>,
    email: Option<String>,
    language: Option<String>,
    channel: Option<String>,
    touchpoint: Option<String>,
    answers: Vec<Answer>,
    attributes: Attributes,
}

impl Interpreter {
    /// `survey` holds every question of the mapping (see [`super::survey_from`] and [`super::merged`]).
    pub(super) fn new(mapping: &Mapping, survey: &Survey, plan: Plan, ids: Ids) -> Self {
        let cells = mapping
            .columns
            .iter()
            .enumerate()
            .filter_map(|(index, column)| {
                let what = reading(column, survey, &plan.zone)?;
                Some(Cell { index, name: column.name.clone(), na: Na::new(&column.options.na), what })
            })
            .collect();
        let source = format!("import:{}", plan.survey);
        Self { plan, source, survey: survey.clone(), cells, ids }
    }

    /// The survey with the options that the rows so far have added to its choices.
    pub(super) fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Reads one row.
    ///
    /// # Errors
    /// Why the line is refused.
    pub(super) fn read(&mut self, row: &Row) -> Result<Signal, Rejected> {
        let mut draft = Draft::default();
        for cell in &mut self.cells {
            let text = row.get(cell.index).trim();
            if text.is_empty() {
                if matches!(cell.what, Reading::Time(_)) {
                    return Err(Code::MissingTime.at(row.line).field(&cell.name));
                }
            } else {
                cell.read(text, row.line, self.plan.now, &mut self.survey, &mut draft)?;
            }
        }
        let id = draft.id.take().unwrap_or_else(|| self.ids.of(row));
        Ok(self.signal(id, draft))
    }

    fn signal(&self, source_id: String, draft: Draft) -> Signal {
        let at = draft.at.unwrap_or(self.plan.now);
        let response = Response {
            survey: self.plan.survey.clone(),
            state: State::Complete,
            started_at: at,
            completed_at: Some(at),
            answers: draft.answers,
            course: None,
        };
        Signal {
            source: self.source.clone(),
            source_id,
            occurred_at: at,
            channel: draft.channel.unwrap_or_else(|| "import".to_owned()),
            touchpoint: draft.touchpoint,
            contact: draft.contact.or(draft.email),
            language: draft.language,
            import: self.plan.import.clone(),
            body: Body { attributes: draft.attributes, what: What::Response(response) },
        }
    }
}

/// How a column is read; nothing for one that is ignored, or whose question the survey does not have.
fn reading(column: &Column, survey: &Survey, zone: &TimeZone) -> Option<Reading> {
    let options = &column.options;
    let question = || survey.questions.iter().enumerate().find(|(_, one)| options.question.as_ref() == Some(&one.key));
    Some(match column.role {
        Role::Ignore => return None,
        Role::Id => Reading::Id,
        Role::Contact => Reading::Contact,
        Role::Email => Reading::Email,
        Role::Language => Reading::Language,
        Role::Channel => Reading::Channel,
        Role::Touchpoint => Reading::Touchpoint,
        Role::Time => {
            let zone = options.tz.as_ref().and_then(|name| TimeZone::get(name).ok()).unwrap_or_else(|| zone.clone());
            let format = options.format.as_deref().unwrap_or(time::ISO);
            Reading::Time(time::Reader::new(format, options.calendar.unwrap_or_default(), zone))
        }
        Role::Nps | Role::Csat | Role::Ces | Role::Rating => {
            let (_, question) = question()?;
            Reading::Score { question: question.key.clone(), kind: question.kind, scale: question.scale()? }
        }
        Role::Choice => Reading::Choice(Choices::new(question()?, None)),
        Role::Choices => {
            let separator = options.separator.clone().unwrap_or_else(|| ";".to_owned());
            Reading::Choice(Choices::new(question()?, Some(separator)))
        }
        Role::Text => Reading::Text { question: question()?.1.key.clone() },
        Role::Attribute => Reading::Attribute {
            name: options.name.clone().unwrap_or_else(|| column.name.clone()),
            kind: column.values,
        },
    })
}

impl Cell {
    /// Reads a cell that is not blank.
    fn read(
        &mut self,
        text: &str,
        line: u64,
        now: Timestamp,
        survey: &mut Survey,
        draft: &mut Draft,
    ) -> Result<(), Rejected> {
        if self.na.has(text) {
            return Ok(());
        }
        let refuse = |code: Code| code.at(line).field(&self.name);
        let name = |text: &str| match text.chars().count() <= NAME_CHARS_MAX {
            true => Ok(Some(text.to_owned())),
            false => Err(refuse(Code::TooLong).with("limit", NAME_CHARS_MAX.to_string())),
        };
        match &mut self.what {
            Reading::Id => draft.id = name(text)?,
            Reading::Contact if !number::is_nothing(text) => draft.contact = name(text)?,
            Reading::Email if !number::is_nothing(text) => {
                if !is_email(text) {
                    return Err(refuse(Code::BadEmail).value(text));
                }
                draft.email = Some(text.to_lowercase());
            }
            Reading::Language if !number::is_nothing(text) => {
                draft.language = Some(language(text).ok_or_else(|| refuse(Code::BadLanguage).value(text))?);
            }
            Reading::Channel if !number::is_nothing(text) => draft.channel = words::channel(text),
            Reading::Touchpoint if !number::is_nothing(text) => draft.touchpoint = name(text)?,
            Reading::Contact | Reading::Email | Reading::Language | Reading::Channel | Reading::Touchpoint => {}
            Reading::Time(reader) => {
                let at = reader.read(text).ok_or_else(|| refuse(Code::BadTime).value(text))?;
                if at > now.plus(DAY) {
                    return Err(refuse(Code::TimeInFuture).value(text));
                }
                draft.at = Some(at);
            }
            Reading::Score { question, kind, scale } => {
                if let Some(score) = score(text, *scale, &refuse)? {
                    draft.answers.push(Answer { score: Some(score), ..blank(question, *kind) });
                }
            }
            Reading::Choice(choices) => choices.read(text, survey, &refuse, &mut draft.answers)?,
            Reading::Text { question } => {
                if text.len() > TEXT_CHARS_MAX && text.chars().count() > TEXT_CHARS_MAX {
                    return Err(refuse(Code::TooLong).with("limit", TEXT_CHARS_MAX.to_string()));
                }
                draft.answers.push(Answer { text: Some(text.to_owned()), ..blank(question, Kind::Text) });
            }
            Reading::Attribute { name, kind } => {
                if let Some(value) = value(text, *kind, &refuse)? {
                    draft.attributes.insert(name.clone(), value);
                }
            }
        }
        Ok(())
    }
}

fn blank(question: &str, kind: Kind) -> Answer {
    Answer { question: question.to_owned(), kind, score: None, choice: None, text: None }
}

/// The rules of [`kernel::survey::Question::score`], with words for "nothing" as no answer.
fn score(text: &str, scale: Scale, refuse: &dyn Fn(Code) -> Rejected) -> Result<Option<f64>, Rejected> {
    let Some(score) = number::score(text) else {
        return if number::is_nothing(text) { Ok(None) } else { Err(refuse(Code::NotANumber).value(text)) };
    };
    if score < f64::from(scale.from) || score > f64::from(scale.to) {
        let rejected = refuse(Code::OutOfRange).value(text);
        return Err(rejected.with("from", scale.from.to_string()).with("to", scale.to.to_string()));
    }
    if score.fract() != 0.0 {
        return Err(refuse(Code::NotWhole).value(text));
    }
    Ok(Some(score))
}

/// An attribute's value of the column's type; one that disagrees is kept as the narrowest type that holds it.
fn value(text: &str, kind: attribute::Kind, refuse: &dyn Fn(Code) -> Rejected) -> Result<Option<Value>, Rejected> {
    let typed = match kind {
        attribute::Kind::Flag => super::columns::flag(text).map(Value::Flag),
        attribute::Kind::Integer => {
            number::integer(text).map(Value::Integer).or_else(|| number::number(text).map(Value::Number))
        }
        attribute::Kind::Number => number::number(text).map(Value::Number),
        attribute::Kind::Text => None,
    };
    if typed.is_some() {
        return Ok(typed);
    }
    if kind != attribute::Kind::Text && number::is_nothing(text) {
        return Ok(None);
    }
    if text.len() > VALUE_CHARS_MAX && text.chars().count() > VALUE_CHARS_MAX {
        return Err(refuse(Code::TooLong).with("limit", VALUE_CHARS_MAX.to_string()));
    }
    Ok(Some(Value::Text(text.to_owned())))
}
