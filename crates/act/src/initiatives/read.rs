//! The form of an initiative: as it was sent, as it is kept, and what is wrong with it.

use jiff::civil::Date;
use kernel::condition::Condition;
use kernel::{Measure, Refusal, Result};
use serde::Serialize;
use serde_json::json;
use store::entity::initiative;
use ui::condition::Typed;
use ui::http::{Asking, Fields};

use super::causes::{self, Line};
use super::names::Names;
use crate::cases::rules::subjects::subjects;

pub const TITLE_CHARS_MAX: usize = 160;
pub const TEXT_CHARS_MAX: usize = 8_000;
/// Tasks that a new initiative begins with at most.
pub const TASKS_MAX: usize = 20;
/// Cases that an initiative is made from at most: what a list shows at once, several times over.
pub const CASES_MAX: usize = 500;
/// The name of the scope's builder.
pub const SCOPE: &str = "scope";

/// A task of the form.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TaskLine {
    pub title: String,
    pub owner: String,
    pub due: String,
}

/// The form as it was sent, or as the initiative is kept.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    pub title: String,
    pub problem: String,
    pub whys: Vec<Line>,
    pub plan: String,
    pub risks: String,
    pub lesson: String,
    pub topic: Option<String>,
    /// `survey:question`.
    pub measure: Option<String>,
    pub scope: Typed,
    pub unit: Option<String>,
    pub expected: String,
    pub expected_by: String,
    pub owner: Option<String>,
    pub team: Option<String>,
    pub cost: String,
    pub starts_on: String,
    pub ends_on: String,
    pub tasks: Vec<TaskLine>,
    pub insight: Option<String>,
    pub cases: Vec<String>,
    pub signals: Vec<String>,
    /// When the initiative had last changed as the form was opened; empty for a new one.
    pub changed_at: String,
}

impl Sent {
    pub fn read(fields: &Fields) -> Self {
        let one = |name: &str| fields.get(name).map(str::to_owned);
        let text = |name: &str| one(name).unwrap_or_default();
        let many = |name: &str| fields.all(name).map(str::to_owned).take(CASES_MAX).collect::<Vec<_>>();
        let tasks = (0..TASKS_MAX).map_while(|n| {
            let title = format!("task.{n}.title");
            fields.has(&title).then(|| TaskLine {
                title: text(&title),
                owner: text(&format!("task.{n}.owner")),
                due: text(&format!("task.{n}.due")),
            })
        });
        Self {
            title: text("title"),
            problem: text("problem"),
            whys: causes::read(fields),
            plan: text("plan"),
            risks: text("risks"),
            lesson: text("lesson"),
            topic: one("topic"),
            measure: one("measure"),
            scope: Typed::read(fields, SCOPE),
            unit: one("unit"),
            expected: text("expected"),
            expected_by: text("expected_by"),
            owner: one("owner"),
            team: one("team"),
            cost: text("cost"),
            starts_on: text("starts_on"),
            ends_on: text("ends_on"),
            tasks: tasks.collect(),
            insight: one("insight"),
            cases: many("case"),
            signals: many("signal"),
            changed_at: text("changed_at"),
        }
    }

    pub fn kept(row: &initiative::Model) -> Self {
        let measure = measure(row);
        let number = |number: Option<f64>| number.map_or_else(String::new, |number| format!("{number}"));
        let scope = measure.as_ref().and_then(|measure| measure.scope.as_ref());
        Self {
            title: row.title.clone(),
            problem: row.problem.clone(),
            whys: causes::lines(&causes::of_row(&row.causes)),
            plan: row.plan.clone(),
            risks: row.risks.clone(),
            lesson: row.lesson.clone().unwrap_or_default(),
            topic: row.topic.clone(),
            scope: Typed::of(scope),
            unit: measure.as_ref().and_then(|measure| measure.unit.clone()),
            measure: measure.filter(has_number).map(|measure| format!("{}:{}", measure.survey, measure.question)),
            expected: number(row.expected),
            expected_by: row.expected_by.clone().unwrap_or_default(),
            owner: row.owner.clone(),
            team: row.team_id.clone(),
            cost: number(row.cost),
            starts_on: row.starts_on.clone().unwrap_or_default(),
            ends_on: row.ends_on.clone().unwrap_or_default(),
            insight: row.insight_id.clone(),
            changed_at: row.changed_at.to_string(),
            ..Self::default()
        }
    }

    /// The survey and the question that are to move.
    pub fn number(&self) -> Option<(&str, &str)> {
        self.measure.as_deref()?.split_once(':')
    }
}

/// What a row says is to be measured, for whom.
pub fn measure(row: &initiative::Model) -> Option<Measure> {
    serde_json::from_str(&row.measure).ok()
}

/// A scope can be stated before anybody knows which number is to move.
pub fn has_number(measure: &Measure) -> bool {
    !measure.survey.is_empty() && !measure.question.is_empty()
}

/// What can be kept of a form: the columns of an initiative that a form decides.
#[derive(Clone, Debug)]
pub struct Checked {
    pub row: initiative::Model,
    pub tasks: Vec<TaskLine>,
}

struct Reader<'a> {
    names: &'a Names,
    refusals: Vec<Refusal>,
}

impl Reader<'_> {
    fn refuse(&mut self, refusal: Refusal) {
        self.refusals.push(refusal);
    }

    fn text(&mut self, field: &str, text: &str, max: usize) -> String {
        if text.chars().count() > max {
            self.refuse(Refusal::new("too_long").at(field).with("max", max.to_string()));
        }
        text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
    }

    fn day(&mut self, field: &str, typed: &str) -> Option<String> {
        if typed.is_empty() {
            return None;
        }
        match kernel::format::parse_digits(typed).parse::<Date>() {
            Ok(day) => Some(day.to_string()),
            Err(_) => {
                self.refuse(Refusal::new("bad_day").at(field));
                None
            }
        }
    }

    fn number(&mut self, field: &str, typed: &str) -> Option<f64> {
        if typed.is_empty() {
            return None;
        }
        let number = kernel::format::parse_number(typed).filter(|number| number.is_finite() && number.abs() < 1e15);
        if number.is_none() {
            self.refuse(Refusal::new("not_a_number").at(field).with("value", typed.to_owned()));
        }
        number
    }

    fn agent(&mut self, field: &str, id: Option<&str>) -> Option<String> {
        let id = id.filter(|id| !id.is_empty())?;
        if !self.names.may_own(id) {
            self.refuse(Refusal::new("not_an_agent").at(field));
            return None;
        }
        Some(id.to_owned())
    }

    fn offered<'i>(&mut self, field: &str, id: Option<&'i str>, is_there: impl Fn(&str) -> bool) -> Option<&'i str> {
        let id = id?;
        if !is_there(id) {
            self.refuse(Refusal::new("not_offered").at(field));
            return None;
        }
        Some(id)
    }
}

/// Reads a form over the row that it changes; for a new one, over an empty row.
///
/// # Errors
/// `required` at the title; `too_long` at texts; `bad_day`, `not_a_number`, `out_of_range`, `not_an_agent` and `not_offered` at
/// their fields; at the scope those of the builder.
pub async fn check(
    asking: &Asking,
    names: &Names,
    sent: &Sent,
    over: initiative::Model,
) -> Result<(Checked, Vec<Refusal>)> {
    let mut reader = Reader { names, refusals: Vec::new() };
    let title: String = sent.title.chars().filter(|c| !c.is_control()).collect();
    if title.is_empty() {
        reader.refuse(Refusal::new("required").at("title"));
    }
    let topic = reader.offered("topic", sent.topic.as_deref(), |key| names.topics.iter().any(|topic| topic.key == key));
    let team = reader.offered("team", sent.team.as_deref(), |id| names.teams.iter().any(|team| team.id == id));
    let measure = read_measure(asking, &mut reader, sent).await?;
    let expected = reader.number("expected", &sent.expected);
    let cost = reader.number("cost", &sent.cost);
    if cost.is_some_and(|cost| cost < 0.0) {
        let refusal = Refusal::new("out_of_range").at("cost").with("value", sent.cost.clone());
        reader.refuse(refusal.with("from", "0").with("to", "…"));
    }
    let mut tasks = Vec::new();
    for (n, task) in sent.tasks.iter().enumerate().filter(|(_, task)| !task.title.is_empty()) {
        tasks.push(TaskLine {
            title: reader.text(&format!("task.{n}.title"), &task.title, TITLE_CHARS_MAX),
            owner: reader.agent(&format!("task.{n}.owner"), Some(&task.owner)).unwrap_or_default(),
            due: reader.day(&format!("task.{n}.due"), &task.due).unwrap_or_default(),
        });
    }
    let row = initiative::Model {
        title: reader.text("title", &title, TITLE_CHARS_MAX),
        problem: reader.text("problem", &sent.problem, TEXT_CHARS_MAX),
        causes: json!(causes::tree(&sent.whys)).to_string(),
        plan: reader.text("plan", &sent.plan, TEXT_CHARS_MAX),
        risks: reader.text("risks", &sent.risks, TEXT_CHARS_MAX),
        lesson: Some(reader.text("lesson", &sent.lesson, TEXT_CHARS_MAX)).filter(|lesson| !lesson.is_empty()),
        topic: topic.map(str::to_owned),
        measure: json!(measure).to_string(),
        expected,
        expected_by: reader.day("expected_by", &sent.expected_by),
        owner: reader.agent("owner", sent.owner.as_deref()),
        team_id: team.map(str::to_owned),
        cost,
        starts_on: reader.day("starts_on", &sent.starts_on),
        ends_on: reader.day("ends_on", &sent.ends_on),
        ..over
    };
    Ok((Checked { row, tasks }, reader.refusals))
}

async fn read_measure(asking: &Asking, reader: &mut Reader<'_>, sent: &Sent) -> Result<Measure> {
    let (survey, question) = sent.number().unwrap_or_default();
    let definition = reader.names.definition(survey);
    if sent.measure.is_some() && definition.as_ref().is_none_or(|survey| survey.question(question).is_none()) {
        reader.refuse(Refusal::new("not_offered").at("measure"));
    }
    let offered = subjects(asking, definition.as_ref()).await?;
    let scope: Option<Condition> = sent.scope.condition(SCOPE, &offered, &|_| None).unwrap_or_else(|wrong| {
        reader.refusals.extend(wrong);
        None
    });
    let known = asking.store().attributes(asking.workspace()).await?;
    let unit = reader.offered("unit", sent.unit.as_deref(), |unit| {
        known.iter().any(|row| row.column_name.strip_prefix("attr_") == Some(unit))
    });
    Ok(Measure { survey: survey.to_owned(), question: question.to_owned(), scope, unit: unit.map(str::to_owned) })
}
