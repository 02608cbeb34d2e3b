//! Making and changing a rule, and trying it on what has come in.

use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use kernel::condition::Condition;
use kernel::survey::Survey;
use kernel::{Error, MemberId, Refusal, Result, Role, RuleId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::{survey, team};
use store::{Check, Txn};
use ui::Section;
use ui::condition::{Builder, Reading, Typed, tell};
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::entity::rule;
use super::subjects::subjects;
use super::trial::{History, Trial};
use super::{PER_DAY, PER_DAY_MAX, RULES_MAX};
use crate::cases::DUE_MICROS;

/// The path of a rule that is still to be made.
const NEW: &str = "-";
const WHEN: &str = "when";
const NAME_CHARS_MAX: usize = 120;
const PLAYBOOK_CHARS_MAX: usize = 4_000;
/// A year of minutes.
const DUE_MINUTES_MAX: i64 = 365 * 24 * 60;

#[derive(Serialize)]
struct Page {
    id: String,
    name: String,
    survey: String,
    surveys: Vec<(String, String)>,
    when: Builder,
    priority: i32,
    owner: String,
    owners: Vec<(String, String)>,
    team: String,
    teams: Vec<(String, String)>,
    due_hours: String,
    per_day: String,
    playbook: String,
    is_on: bool,
    trial: Option<Trial>,
    /// Why it could not be tried; beside the button, as only this part of the page comes anew.
    untried: Vec<String>,
    /// The trial says that it opens very many, and nobody has said that they are meant.
    is_asked: bool,
    errors: std::collections::BTreeMap<String, String>,
}

/// The form as it was sent, or as the rule is kept.
struct Sent {
    name: String,
    survey: Option<String>,
    typed: Typed,
    priority: i32,
    owner: Option<String>,
    team: Option<String>,
    due_hours: String,
    per_day: String,
    playbook: String,
    is_on: bool,
}

impl Sent {
    fn fresh() -> Self {
        Self {
            name: String::new(),
            survey: None,
            typed: Typed::of(None),
            priority: 1,
            owner: None,
            team: None,
            due_hours: (DUE_MICROS / kernel::time::HOUR).to_string(),
            per_day: PER_DAY.to_string(),
            playbook: String::new(),
            is_on: true,
        }
    }

    fn kept(row: &rule::Model) -> Self {
        let condition = Condition::from_json(&row.condition).ok();
        Self {
            name: row.name.clone(),
            survey: row.survey.clone(),
            typed: Typed::of(condition.as_ref()),
            priority: row.priority,
            owner: row.owner.clone(),
            team: row.team_id.clone(),
            due_hours: hours(row.due_minutes),
            per_day: row.per_day.to_string(),
            playbook: row.playbook.clone(),
            is_on: row.is_on,
        }
    }

    fn read(fields: &Fields) -> Self {
        let typed = |name: &str| fields.get(name).map(str::to_owned);
        Self {
            name: typed("name").unwrap_or_default(),
            survey: typed("survey"),
            typed: Typed::read(fields, WHEN),
            priority: fields.get("priority").and_then(|text| text.parse().ok()).unwrap_or(1).clamp(0, 3),
            owner: typed("owner"),
            team: typed("team"),
            due_hours: typed("due_hours").unwrap_or_default(),
            per_day: typed("per_day").unwrap_or_default(),
            playbook: typed("playbook").unwrap_or_default(),
            is_on: fields.has("is_on"),
        }
    }
}

/// Hours as people write them: half an hour is 0.5.
pub(super) fn hours(minutes: i64) -> String {
    let hours = minutes as f64 / 60.0;
    if hours.fract() == 0.0 { format!("{hours:.0}") } else { format!("{hours:.2}").trim_end_matches('0').to_owned() }
}

/// A rule of the asker's workspace; foreign and missing look the same.
pub async fn find(db: &impl ConnectionTrait, asking: &Asking, id: &str) -> Result<rule::Model> {
    rule::Entity::find_by_id(RuleId::from_outside(id).as_str())
        .filter(rule::Column::WorkspaceId.eq(asking.workspace().0))
        .one(db)
        .await
        .check()?
        .ok_or(Error::NotFound("rule"))
}

/// The condition of a rule in words.
pub async fn told(asking: &Asking, row: &rule::Model) -> Result<String> {
    let Ok(condition) = Condition::from_json(&row.condition) else { return Ok(String::new()) };
    let survey = definition(asking, row.survey.as_deref()).await?;
    let subjects = subjects(asking, survey.as_ref()).await?;
    Ok(tell(&condition, &subjects, reading(asking)))
}

fn reading(asking: &Asking) -> Reading<'_> {
    Reading { pages: &asking.web.pages, locale: asking.locale }
}

async fn definition(asking: &Asking, key: Option<&str>) -> Result<Option<Survey>> {
    let Some(key) = key else { return Ok(None) };
    let Some(row) = asking.store().survey_by_key(asking.workspace(), key).await? else { return Ok(None) };
    row.published()?.map_or_else(|| row.draft(), Ok).map(Some)
}

/// `GET /act/rules/{rule}`: `-` for a new one.
pub async fn form(manager: Manager, Path(id): Path<String>) -> Reply {
    let sent = match &*id {
        NEW => Sent::fresh(),
        _ => Sent::kept(&find(manager.store().reads(), &manager, &id).await?),
    };
    show(&manager, &id, sent, &[], None, StatusCode::OK).await
}

/// `POST /act/rules/{rule}`: keeps it; a pressed `do` shows the form again, `do=try` with what the rule would have done.
///
/// # Errors
/// `required` and `too_long` at the name, `required` at the condition and those of the builder, `not_a_number` and
/// `out_of_range` at hours and cases a day, `many_cases` where a rule that opens very many was not meant to, `too_many`.
pub async fn save(
    manager: Manager,
    Extension(history): Extension<History>,
    Path(id): Path<String>,
    fields: Fields,
) -> Reply {
    if id != NEW {
        find(manager.store().reads(), &manager, &id).await?;
    }
    let mut sent = Sent::read(&fields);
    let pressed = sent.typed.act(WHEN, &fields);
    let is_try = fields.get("do") == Some("try");
    if fields.get("do") == Some("look") || (pressed && !is_try) {
        return show(&manager, &id, sent, &[], None, StatusCode::OK).await;
    }
    let (row, mut refusals) = read(&manager, &sent).await?;
    let trial = match &row {
        Some(row) if is_try || row.is_on => {
            let condition = Condition::from_json(&row.condition)?;
            Some(history.try_on(&manager, row.survey.as_deref(), &condition).await?)
        }
        _ => None,
    };
    let is_many = trial.as_ref().is_some_and(|trial| trial.is_many);
    if !is_try && is_many && !fields.has("meant") {
        refusals.push(Refusal::new("many_cases").at("meant"));
    }
    match row {
        Some(row) if refusals.is_empty() && !is_try => {
            keep(&manager, &id, row).await?;
            Ok(see_other("/act/rules").flash("rule-flash-saved"))
        }
        _ => {
            let status = if is_try { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            show(&manager, &id, sent, &refusals, trial, status).await
        }
    }
}

/// The rule that a form describes, as far as it can be kept, and what is wrong with it.
async fn read(asking: &Asking, sent: &Sent) -> Result<(Option<rule::Model>, Vec<Refusal>)> {
    let mut refusals = Vec::new();
    let name: String = sent.name.chars().filter(|c| !c.is_control()).collect();
    if name.is_empty() {
        refusals.push(Refusal::new("required").at("name"));
    }
    if name.chars().count() > NAME_CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("name").with("max", NAME_CHARS_MAX.to_string()));
    }
    if sent.playbook.chars().count() > PLAYBOOK_CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("playbook").with("max", PLAYBOOK_CHARS_MAX.to_string()));
    }
    let survey = definition(asking, sent.survey.as_deref()).await?;
    if sent.survey.is_some() && survey.is_none() {
        refusals.push(Refusal::new("not_offered").at("survey"));
    }
    let offered = subjects(asking, survey.as_ref()).await?;
    let condition = match sent.typed.condition(WHEN, &offered, &|_| None) {
        Ok(Some(condition)) => Some(condition),
        Ok(None) => {
            refusals.push(Refusal::new("required").at(WHEN));
            None
        }
        Err(wrong) => {
            refusals.extend(wrong);
            None
        }
    };
    let due = number(&sent.due_hours, "due_hours", 0.0, DUE_MINUTES_MAX as f64 / 60.0, &mut refusals);
    let per_day = number(&sent.per_day, "per_day", 1.0, f64::from(PER_DAY_MAX), &mut refusals);
    let owner =
        owner(asking, sent.owner.as_deref()).await.map_err(|refusal| refusals.push(refusal)).unwrap_or_default();
    let team = team(asking, sent.team.as_deref()).await?;
    if sent.team.is_some() && team.is_none() {
        refusals.push(Refusal::new("not_offered").at("team"));
    }
    let row = condition.filter(|_| refusals.is_empty()).map(|condition| rule::Model {
        id: String::new(),
        workspace_id: asking.workspace().0,
        name,
        is_on: sent.is_on,
        place: 0,
        survey: sent.survey.clone(),
        condition: json!(condition).to_string(),
        priority: sent.priority,
        team_id: team,
        owner,
        due_minutes: (due * 60.0).round() as i64,
        playbook: sent.playbook.clone(),
        per_day: per_day as i32,
        changed_by: asking.member().to_string(),
        changed_at: asking.web.env().now().0,
    });
    Ok((row, refusals))
}

fn number(typed: &str, field: &str, from: f64, to: f64, refusals: &mut Vec<Refusal>) -> f64 {
    match kernel::format::parse_number(typed) {
        Some(number) if (from..=to).contains(&number) => number,
        Some(_) => {
            let refusal = Refusal::new("out_of_range").at(field).with("value", typed.to_owned());
            refusals.push(refusal.with("from", format!("{from:.0}")).with("to", format!("{to:.0}")));
            from
        }
        None => {
            refusals.push(Refusal::new(if typed.is_empty() { "required" } else { "not_a_number" }).at(field));
            from
        }
    }
}

async fn owner(asking: &Asking, id: Option<&str>) -> std::result::Result<Option<String>, Refusal> {
    let Some(id) = id else { return Ok(None) };
    let id = MemberId::from_outside(id);
    let member = asking.store().member(asking.workspace(), &id).await.ok().flatten();
    match member {
        Some(member) if member.disabled_at.is_none() && member.role() >= Role::Agent => Ok(Some(member.id)),
        _ => Err(Refusal::new("not_an_agent").at("owner")),
    }
}

async fn team(asking: &Asking, id: Option<&str>) -> Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    let mine = team::Entity::find_by_id(kernel::TeamId::from_outside(id).as_str())
        .filter(team::Column::WorkspaceId.eq(asking.workspace().0));
    Ok(mine.one(asking.store().reads()).await.check()?.map(|team| team.id))
}

/// Keeps a rule under its id, or as a new one after all others.
async fn keep(asking: &Asking, id: &str, row: rule::Model) -> Result<()> {
    let workspace = asking.workspace();
    let txn = asking.store().write().await?;
    let of_workspace = rule::Entity::find().filter(rule::Column::WorkspaceId.eq(workspace.0));
    let id = if id == NEW {
        let count = of_workspace.count(&*txn).await.check()?;
        if count >= RULES_MAX {
            return Err(Refusal::new("too_many").at("rules").with("max", RULES_MAX.to_string()).into());
        }
        let id = RuleId::new(asking.web.env()).to_string();
        let place = last(&txn, workspace).await? + 1;
        let row = rule::Model { id: id.clone(), place, ..row };
        rule::Entity::insert(whole(row)).exec_without_returning(&*txn).await.check()?;
        id
    } else {
        let kept = find(&*txn, asking, id).await?;
        let row = rule::Model { id: kept.id.clone(), place: kept.place, ..row };
        rule::Entity::update(whole(row)).exec(&*txn).await.check()?;
        kept.id
    };
    let actor = asking.member();
    let deed = Deed { actor: actor.as_str(), action: "rule.save", subject: &id, detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await
}

fn whole(row: rule::Model) -> rule::ActiveModel {
    rule::ActiveModel {
        id: Set(row.id),
        workspace_id: Set(row.workspace_id),
        name: Set(row.name),
        is_on: Set(row.is_on),
        place: Set(row.place),
        survey: Set(row.survey),
        condition: Set(row.condition),
        priority: Set(row.priority),
        team_id: Set(row.team_id),
        owner: Set(row.owner),
        due_minutes: Set(row.due_minutes),
        playbook: Set(row.playbook),
        per_day: Set(row.per_day),
        changed_by: Set(row.changed_by),
        changed_at: Set(row.changed_at),
    }
}

/// The place of the last rule.
pub async fn last(txn: &Txn, workspace: kernel::WorkspaceId) -> Result<i32> {
    use sea_orm::QueryOrder;
    let last = rule::Entity::find()
        .filter(rule::Column::WorkspaceId.eq(workspace.0))
        .order_by_desc(rule::Column::Place)
        .one(&**txn)
        .await
        .check()?;
    Ok(last.map_or(0, |rule| rule.place))
}

async fn show(
    asking: &Asking,
    id: &str,
    sent: Sent,
    refusals: &[Refusal],
    trial: Option<Trial>,
    status: StatusCode,
) -> Reply {
    let survey = definition(asking, sent.survey.as_deref()).await?;
    let offered = subjects(asking, survey.as_ref()).await?;
    let surveys = asking.store().surveys(asking.workspace()).await?;
    let members = asking.store().members(asking.workspace()).await?.into_iter();
    let agents = members.filter(|member| member.disabled_at.is_none() && member.role() >= Role::Agent);
    let teams = team::Entity::find()
        .filter(team::Column::WorkspaceId.eq(asking.workspace().0))
        .all(asking.store().reads())
        .await
        .check()?;
    let is_asked = refusals.iter().any(|refusal| refusal.code == "many_cases");
    let page = Page {
        id: id.to_owned(),
        name: sent.name,
        survey: sent.survey.unwrap_or_default(),
        surveys: surveys.into_iter().map(|row: survey::Model| (row.key, row.title)).collect(),
        when: Builder::new(WHEN, &sent.typed, &offered, refusals, reading(asking)),
        priority: sent.priority,
        owner: sent.owner.unwrap_or_default(),
        owners: agents.map(|m| (m.id, if m.name.is_empty() { m.email } else { m.name })).collect(),
        team: sent.team.unwrap_or_default(),
        teams: teams.into_iter().map(|team| (team.id, team.name)).collect(),
        due_hours: sent.due_hours,
        per_day: sent.per_day,
        playbook: sent.playbook,
        is_on: sent.is_on,
        trial,
        untried: refusals.iter().filter(|_| status == StatusCode::OK).map(|r| asking.words(r)).collect(),
        is_asked,
        errors: refusals.iter().filter_map(|r| Some((r.field.clone()?, asking.words(r)))).collect(),
    };
    let mut response = asking.page("act/rule.html", Section::Act, page).await?;
    *response.status_mut() = status;
    Ok(response)
}
