//! A goal is set: which number, for whom, from where to where, by when, whose.

use std::collections::BTreeMap;

use axum::extract::{Extension, RawQuery};
use axum::http::StatusCode;
use jiff::Span;
use kernel::{GoalId, InitiativeId, InsightId, Measure, Refusal, Result, Role};
use measures::{Scores, main_question};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::{goal, initiative, insight};
use store::links::{self, Kind, Node};
use ui::Section;
use ui::condition::{Builder, Reading, Typed};
use ui::http::{Asking, Fields, Flash, Manager, Reply, encode, see_other};

use super::typed::{Ends, date};
use crate::number::Subject;
use crate::reading::{definition, format, members, subjects, today};
use crate::series::{Question, noon};
use crate::{Aim, Of, Tools, With};

/// Goals of a workspace at most.
pub const GOALS_MAX: u64 = 1_000;
const TITLE_CHARS_MAX: usize = 160;
const FOR: &str = "for";
/// Days over which the present value is taken.
const PRESENT_DAYS: i64 = 90;

/// The form as it was sent, or as it is begun.
#[derive(Default)]
struct Sent {
    title: String,
    /// Survey and question, joined by a slash, which no key holds.
    number: String,
    of: Of,
    typed: Option<Typed>,
    from: String,
    to: String,
    convert: String,
    from_day: String,
    by_day: String,
    owner: Option<String>,
    insight: Option<String>,
    initiative: Option<String>,
}

#[derive(Serialize)]
struct Page {
    title: String,
    number: String,
    numbers: Vec<(String, String)>,
    of: Of,
    when: Builder,
    from: String,
    to: String,
    convert: String,
    from_day: String,
    by_day: String,
    owner: String,
    owners: Vec<(String, String)>,
    insight: String,
    initiative: String,
    now: Option<Now>,
    errors: BTreeMap<String, String>,
}

/// Where the chosen number stands today.
#[derive(Serialize)]
struct Now {
    value: f64,
    unit: &'static str,
    answers: u64,
    days: i64,
    /// The day of the last answer, where there are none of late.
    until: Option<String>,
    /// Shares of the top score and of the one below it.
    top: f64,
    second: f64,
}

/// `GET /prove/goals/new?insight=…&initiative=…&number=survey/question`
pub async fn form(manager: Manager, Extension(tools): With, RawQuery(query): RawQuery) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let day = today(&manager);
    let mut sent = Sent {
        from_day: day.to_string(),
        by_day: day.saturating_add(Span::new().months(3)).to_string(),
        number: query.get("number").unwrap_or_default().to_owned(),
        owner: Some(manager.member().to_string()),
        ..Sent::default()
    };
    if let Some(id) = query.get("initiative") {
        of_initiative(&manager, id, &mut sent).await?;
    } else if let Some(id) = query.get("insight") {
        of_insight(&manager, id, &mut sent).await?;
    }
    show(&manager, &tools, sent, &[], StatusCode::OK).await
}

/// What an initiative is to move becomes the goal; one that is not there is left out.
async fn of_initiative(asking: &Asking, id: &str, sent: &mut Sent) -> Result<()> {
    let row = initiative::Entity::find_by_id(InitiativeId::from_outside(id).as_str())
        .filter(initiative::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()?;
    let Some(row) = row else { return Ok(()) };
    if let Some(aim) = Aim::read(&row.measure) {
        sent.number = format!("{}/{}", aim.measure.survey, aim.measure.question);
        sent.typed = Some(Typed::of(aim.measure.scope.as_ref()));
        sent.of = aim.of;
    }
    sent.title = row.title.chars().take(TITLE_CHARS_MAX).collect();
    sent.by_day = row.expected_by.or(row.ends_on).unwrap_or_else(|| sent.by_day.clone());
    sent.owner = row.owner.or_else(|| sent.owner.clone());
    sent.to = row.expected.map_or_else(String::new, |by| format!("{by:+}"));
    sent.initiative = Some(row.id);
    Ok(())
}

/// The main number of the survey that an insight is about.
async fn of_insight(asking: &Asking, id: &str, sent: &mut Sent) -> Result<()> {
    let row = insight::Entity::find_by_id(InsightId::from_outside(id).as_str())
        .filter(insight::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()?;
    let Some(row) = row else { return Ok(()) };
    if let Some(key) = &row.survey
        && let Some(survey) = asking.store().survey_by_key(asking.workspace(), key).await?
        && let Some(question) = main_question(&definition(&survey)?)
    {
        sent.number = format!("{key}/{}", question.key);
    }
    sent.owner = row.owner.or_else(|| sent.owner.clone());
    sent.insight = Some(row.id);
    Ok(())
}

/// `POST /prove/goals/new`: keeps the goal; a pressed `do` shows the form again.
///
/// # Errors
/// `required`, `too_long`, `not_a_number`, `out_of_range`, `bad_date`, `out_of_order`, `goal_stands_still`,
/// `anonymous_scope` where anonymity was promised and not everybody is meant, `too_many`, and those of the builder.
pub async fn save(manager: Manager, Extension(tools): With, fields: Fields) -> Reply {
    let mut typed = Typed::read(&fields, FOR);
    let pressed = typed.act(FOR, &fields);
    let text = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    let sent = Sent {
        title: text("title"),
        number: text("number"),
        of: if fields.get("of") == Some("top") { Of::Top } else { Of::Number },
        typed: Some(typed),
        from: text("from"),
        to: text("to"),
        convert: text("convert"),
        from_day: text("from_day"),
        by_day: text("by_day"),
        owner: fields.get("owner").map(str::to_owned),
        insight: fields.get("insight").map(str::to_owned),
        initiative: fields.get("initiative").map(str::to_owned),
    };
    if pressed || fields.get("do") == Some("look") {
        return show(&manager, &tools, sent, &[], StatusCode::OK).await;
    }
    match read(&manager, &tools, &sent).await? {
        Ok(row) => {
            let id = keep(&manager, &sent, row).await?;
            Ok(see_other(&format!("/prove/goals/{}", encode(&id))).flash("prove-flash-goal"))
        }
        Err(refusals) => show(&manager, &tools, sent, &refusals, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// The goal that a form describes, or all that is wrong with it.
async fn read(asking: &Asking, tools: &Tools, sent: &Sent) -> Result<std::result::Result<goal::Model, Vec<Refusal>>> {
    let mut refusals = Vec::new();
    let title: String = sent.title.chars().filter(|c| !c.is_control()).collect();
    if title.is_empty() {
        refusals.push(Refusal::new("required").at("title"));
    }
    if title.chars().count() > TITLE_CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("title").with("max", TITLE_CHARS_MAX.to_string()));
    }
    let from_day = date(&sent.from_day, "from_day", &mut refusals);
    let by_day = date(&sent.by_day, "by_day", &mut refusals);
    if from_day.zip(by_day).is_some_and(|(from, by)| by <= from) {
        refusals.push(Refusal::new("out_of_order").at("by_day"));
    }
    let owner = match &sent.owner {
        Some(id) => {
            let member = asking.store().member(asking.workspace(), &kernel::MemberId::from_outside(id)).await?;
            let active = member.filter(|member| member.disabled_at.is_none());
            if active.is_none() {
                refusals.push(Refusal::new("not_offered").at("owner"));
            }
            active.map(|member| member.id)
        }
        None => None,
    };
    let subject = subject(asking, sent, &mut refusals).await?;
    let Some(subject) = subject else { return Ok(Err(refusals)) };
    let now = now(asking, tools, &subject).await?;
    let ends = Ends {
        from: &sent.from,
        to: &sent.to,
        convert: &sent.convert,
        of: subject.number.of,
        axis: subject.number.axis(),
        now: now.as_ref().map(|now| (now.value, now.second)),
    };
    let (from, to) = ends.read(&mut refusals);
    let (Some(from), Some(to), Some(from_day), Some(by_day)) = (from, to, from_day, by_day) else {
        return Ok(Err(refusals));
    };
    if (to - from).abs() < 1e-9 {
        refusals.push(Refusal::new("goal_stands_still").at("to"));
    }
    if !refusals.is_empty() {
        return Ok(Err(refusals));
    }
    Ok(Ok(goal::Model {
        id: GoalId::new(asking.web.env()).to_string(),
        workspace_id: asking.workspace().0,
        title,
        measure: serde_json::to_string(&subject.aim).map_err(kernel::Error::internal)?,
        from_value: from,
        to_value: to,
        from_day: from_day.to_string(),
        by_day: by_day.to_string(),
        owner,
        initiative_id: sent.initiative.clone(),
        created_by: asking.member().to_string(),
        created_at: asking.web.env().now().0,
        closed_at: None,
    }))
}

/// The number that is meant, with its scope.
async fn subject(asking: &Asking, sent: &Sent, refusals: &mut Vec<Refusal>) -> Result<Option<Subject>> {
    let Some((survey, question)) = sent.number.split_once('/') else {
        refusals.push(Refusal::new("required").at("number"));
        return Ok(None);
    };
    let measure = Measure { survey: survey.into(), question: question.into(), scope: None, unit: None };
    let Some(mut subject) = Subject::of(asking.store(), asking.workspace(), Aim { measure, of: sent.of }).await? else {
        refusals.push(Refusal::new("not_offered").at("number"));
        return Ok(None);
    };
    if let Some(typed) = &sent.typed {
        let offered = subjects(asking, Some(&subject.survey)).await?;
        match typed.condition(FOR, &offered, &|_| None) {
            Ok(scope) => subject.aim.measure.scope = scope,
            Err(wrong) => refusals.extend(wrong),
        }
    }
    if subject.is_anonymous() && subject.aim.measure.scope.is_some() {
        refusals.push(Refusal::new("anonymous_scope").at(FOR));
    }
    Ok(Some(subject))
}

/// Where the number stands; where nobody answered of late, where it stood last. Nothing where nobody ever did, or too few where
/// anonymity was promised.
async fn now(asking: &Asking, tools: &Tools, subject: &Subject) -> Result<Option<Now>> {
    let format = format(asking);
    let since = today(asking).saturating_add(Span::new().days(-PRESENT_DAYS));
    let mut question = Question {
        lake: &tools.lake,
        workspace: asking.workspace(),
        zone: &asking.workspace.zone,
        measure: &subject.aim.measure,
        unit: None,
        since: Some(noon(&format, since)),
    };
    if subject.is_anonymous() && subject.aim.measure.scope.is_some() {
        return Ok(None);
    }
    let (mut counts, mut last) = (question.counts(true).await?, None);
    if counts.is_empty() {
        question.since = None;
        counts = question.counts(true).await?;
        last = counts.iter().map(|count| count.day).max();
        let since = last.map(|day| day.saturating_add(Span::new().days(-PRESENT_DAYS)));
        counts.retain(|count| since.is_some_and(|since| count.day > since));
    }
    let mut scores = Scores::default();
    counts.iter().for_each(|count| scores.add(count.score, count.n));
    let answers = scores.total();
    if subject.is_anonymous() && answers < crate::effects::CELL_MIN {
        return Ok(None);
    }
    let found = subject.number.estimate(&scores).zip(subject.number.top_two(&scores));
    Ok(found.map(|(estimate, (top, second))| Now {
        value: estimate.value,
        unit: subject.number.unit_name(),
        answers,
        days: PRESENT_DAYS,
        until: last.map(|day| format.civil_date(day)),
        top,
        second,
    }))
}

async fn keep(asking: &Asking, sent: &Sent, row: goal::Model) -> Result<String> {
    let workspace = asking.workspace();
    let txn = asking.store().write().await?;
    let count = goal::Entity::find().filter(goal::Column::WorkspaceId.eq(workspace.0)).count(&*txn).await.check()?;
    if count >= GOALS_MAX {
        return Err(Refusal::new("too_many").at("title").with("max", GOALS_MAX.to_string()).into());
    }
    // What the form names must be of this workspace.
    let mut before = Vec::new();
    let mut initiative_id = None;
    if let Some(id) = &row.initiative_id {
        let mine = initiative::Entity::find_by_id(id).filter(initiative::Column::WorkspaceId.eq(workspace.0));
        if mine.one(&*txn).await.check()?.is_some() {
            before.push(Node::new(Kind::Initiative, id));
            initiative_id = Some(id.clone());
        }
    }
    if let Some(id) = &sent.insight {
        let mine = insight::Entity::find_by_id(id).filter(insight::Column::WorkspaceId.eq(workspace.0));
        if mine.one(&*txn).await.check()?.is_some() {
            before.push(Node::new(Kind::Insight, id));
        }
    }
    let id = row.id.clone();
    let new = goal::ActiveModel {
        id: Set(row.id),
        workspace_id: Set(row.workspace_id),
        title: Set(row.title),
        measure: Set(row.measure),
        from_value: Set(row.from_value),
        to_value: Set(row.to_value),
        from_day: Set(row.from_day),
        by_day: Set(row.by_day),
        owner: Set(row.owner),
        initiative_id: Set(initiative_id),
        created_by: Set(row.created_by),
        created_at: Set(row.created_at),
        closed_at: Set(None),
    };
    goal::Entity::insert(new).exec_without_returning(&*txn).await.check()?;
    links::join(&txn, workspace, &before, &Node::new(Kind::Goal, &id)).await?;
    let actor = asking.member();
    let deed = Deed { actor: actor.as_str(), action: "goal.set", subject: &id, detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(id)
}

async fn show(asking: &Asking, tools: &Tools, mut sent: Sent, refusals: &[Refusal], status: StatusCode) -> Reply {
    let language = asking.locale.code();
    let mut numbers = Vec::new();
    for row in asking.store().surveys(asking.workspace()).await? {
        let survey = definition(&row)?;
        for question in survey.questions.iter().filter(|question| question.kind.is_scored()) {
            let title = question.title.get(language, &survey.languages).unwrap_or(&question.key);
            numbers.push((format!("{}/{}", row.key, question.key), format!("{} · {title}", row.title)));
        }
    }
    if sent.number.is_empty() {
        sent.number = numbers.first().map(|(value, _)| value.clone()).unwrap_or_default();
    }
    // What is wrong has been told already; here only what can be shown is looked for.
    let subject = subject(asking, &sent, &mut Vec::new()).await?;
    let now = match &subject {
        Some(subject) => now(asking, tools, subject).await?,
        None => None,
    };
    let offered = subjects(asking, subject.as_ref().map(|subject| &subject.survey)).await?;
    let reading = Reading { pages: &asking.web.pages, locale: asking.locale };
    let typed = sent.typed.take().unwrap_or_else(|| Typed::of(None));
    let page = Page {
        title: sent.title,
        number: sent.number,
        numbers,
        of: sent.of,
        when: Builder::new(FOR, &typed, &offered, refusals, reading),
        from: sent.from,
        to: sent.to,
        convert: sent.convert,
        from_day: sent.from_day,
        by_day: sent.by_day,
        owner: sent.owner.unwrap_or_default(),
        owners: owners(asking).await?,
        insight: sent.insight.unwrap_or_default(),
        initiative: sent.initiative.unwrap_or_default(),
        now,
        errors: refusals.iter().filter_map(|r| Some((r.field.clone()?, asking.words(r)))).collect(),
    };
    let mut response = asking.page("prove/goal-form.html", Section::Prove, page).await?;
    *response.status_mut() = status;
    Ok(response)
}

/// Whom a goal can belong to.
async fn owners(asking: &Asking) -> Result<Vec<(String, String)>> {
    let active = asking.store().members(asking.workspace()).await?.into_iter();
    let ids: Vec<String> = active
        .filter(|member| member.disabled_at.is_none() && member.role() >= Role::Agent)
        .map(|member| member.id)
        .collect();
    Ok(members(asking).await?.into_iter().filter(|(id, _)| ids.contains(id)).collect())
}
