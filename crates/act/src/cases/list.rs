//! The lists of cases, and how it goes with all of them.

use axum::extract::{Extension, Query};
use axum::http::StatusCode;
use kernel::{Refusal, Result, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use store::Check;
use store::entity::{member, team, team_member};
use ui::Section;
use ui::http::{Asking, Fields, Reply, Viewer};

use super::close::OUTCOMES;
use super::metric::{self, Share};
use super::queue::{COUNT_MAX, Queue, Which};
use super::rules::entity::rule;
use super::show::owners;
use super::view::{Reads, Row, Titles};

const PAGE_ROWS: u64 = 50;
/// Pages that can be turned to; older cases are found through their response.
const PAGES_MAX: u64 = 200;
/// Choices of one filter.
const CHOICES_MAX: u64 = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    which: String,
    page: u64,
    team: String,
    priority: String,
    survey: String,
    rule: String,
}

impl Asked {
    fn queue(&self, role: Role) -> Queue {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Queue {
            which: Which::parse(&self.which, role),
            team: some(&self.team),
            priority: self.priority.parse().ok(),
            survey: some(&self.survey),
            rule: some(&self.rule),
        }
    }
}

#[derive(Serialize)]
struct List {
    which: Which,
    tabs: Vec<Tab>,
    filters: Vec<Filter>,
    cases: Vec<Row>,
    page: u64,
    has_more: bool,
    /// Of this list, without the page.
    query: String,
    may_act: bool,
    /// May make initiatives of them.
    may_plan: bool,
    share: Share,
    owners: Vec<(String, String)>,
    outcomes: [&'static str; 4],
    problem: Option<String>,
}

#[derive(Serialize)]
struct Tab {
    which: Which,
    count: u64,
    /// There are more than are counted.
    is_more: bool,
    query: String,
}

/// One filter with its choices.
#[derive(Serialize)]
struct Filter {
    name: &'static str,
    chosen: Option<String>,
    clear: String,
    choices: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    label: String,
    query: String,
    current: bool,
}

/// `GET /act`
pub async fn list(viewer: Viewer, Extension(reads): Extension<Reads>, Query(asked): Query<Asked>) -> Reply {
    page(&viewer, &reads, &asked, None).await
}

/// The list again, with what was wrong with a press of many; `back` says which list it was.
pub async fn refused(asking: &Asking, reads: &Reads, form: &Fields, refusal: &Refusal) -> Reply {
    let back = form.get("back").and_then(|back| back.split_once('?')).map(|(_, query)| query).unwrap_or_default();
    let field = |name: &str| Fields::parse(back.as_bytes()).get(name).unwrap_or_default().to_owned();
    let asked = Asked {
        which: field("which"),
        page: field("page").parse().unwrap_or_default(),
        team: field("team"),
        priority: field("priority"),
        survey: field("survey"),
        rule: field("rule"),
    };
    let mut reply = page(asking, reads, &asked, Some(asking.words(refusal))).await?;
    *reply.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(reply)
}

async fn page(asking: &Asking, reads: &Reads, asked: &Asked, problem: Option<String>) -> Reply {
    let queue = asked.queue(asking.role());
    let page = asked.page.min(PAGES_MAX);
    let mut rows = queue.rows(asking, reads, page * PAGE_ROWS, PAGE_ROWS + 1).await?;
    let has_more = rows.len() as u64 > PAGE_ROWS && page < PAGES_MAX;
    rows.truncate(PAGE_ROWS as usize);
    let may_act = asking.role() >= Role::Agent;
    let list = List {
        which: queue.which,
        tabs: tabs(asking, &queue).await?,
        filters: filters(asking, &queue).await?,
        cases: rows,
        page,
        has_more,
        query: queue.query(),
        may_act,
        may_plan: asking.role() >= Role::Manager,
        share: metric::share(asking).await?,
        owners: owners(asking).await?.into_iter().map(named).collect(),
        outcomes: OUTCOMES,
        problem,
    };
    asking.page("act/cases.html", Section::Act, list).await
}

fn named(member: member::Model) -> (String, String) {
    (member.id, if member.name.is_empty() { member.email } else { member.name })
}

async fn tabs(asking: &Asking, queue: &Queue) -> Result<Vec<Tab>> {
    let mut tabs = Vec::with_capacity(Which::ALL.len());
    for which in Which::ALL {
        let queue = queue.with(which);
        let count = queue.count(asking).await?;
        tabs.push(Tab { which, count: count.min(COUNT_MAX), is_more: count > COUNT_MAX, query: queue.query() });
    }
    Ok(tabs)
}

async fn filters(asking: &Asking, queue: &Queue) -> Result<Vec<Filter>> {
    let titles = Titles::of(asking).await?;
    let priorities = (0..=3).map(|n: i32| (n.to_string(), asking.text(&format!("case-priority-{n}")))).collect();
    let set = |name: &'static str, value: Option<String>| {
        let mut queue = queue.clone();
        match name {
            "team" => queue.team = value,
            "priority" => queue.priority = value.and_then(|value| value.parse().ok()),
            "survey" => queue.survey = value,
            _ => queue.rule = value,
        }
        queue.query()
    };
    let chosen = |name: &str| match name {
        "team" => queue.team.clone(),
        "priority" => queue.priority.map(|priority| priority.to_string()),
        "survey" => queue.survey.clone(),
        _ => queue.rule.clone(),
    };
    let all: [(&'static str, Vec<(String, String)>); 4] = [
        ("team", teams(asking).await?),
        ("priority", priorities),
        ("survey", titles.surveys().into_iter().take(CHOICES_MAX as usize).collect()),
        ("rule", rules(asking).await?),
    ];
    let filter = |(name, choices): (&'static str, Vec<(String, String)>)| {
        let on = chosen(name);
        Filter {
            name,
            chosen: choices.iter().find(|(id, _)| on.as_deref() == Some(id)).map(|(_, label)| label.clone()),
            clear: set(name, None),
            choices: choices
                .into_iter()
                .map(|(id, label)| Choice { label, current: on.as_deref() == Some(&id), query: set(name, Some(id)) })
                .collect(),
        }
    };
    Ok(all.into_iter().map(filter).filter(|filter| !filter.choices.is_empty()).collect())
}

/// Ids and names of teams, the reader's own first.
pub async fn teams(asking: &Asking) -> Result<Vec<(String, String)>> {
    let (db, workspace) = (asking.store().reads(), asking.workspace());
    let mut teams = team::Entity::find()
        .filter(team::Column::WorkspaceId.eq(workspace.0))
        .order_by_asc(team::Column::Name)
        .limit(CHOICES_MAX)
        .all(db)
        .await
        .check()?;
    let mine = team_member::Entity::find()
        .filter(team_member::Column::WorkspaceId.eq(workspace.0))
        .filter(team_member::Column::MemberId.eq(asking.member().as_str()))
        .all(db)
        .await
        .check()?;
    teams.sort_by_key(|team| !mine.iter().any(|row| row.team_id == team.id));
    Ok(teams.into_iter().map(|team| (team.id, team.name)).collect())
}

async fn rules(asking: &Asking) -> Result<Vec<(String, String)>> {
    let rows = rule::Entity::find()
        .filter(rule::Column::WorkspaceId.eq(asking.workspace().0))
        .order_by_asc(rule::Column::Place)
        .limit(CHOICES_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    Ok(rows.into_iter().map(|rule| (rule.id, rule.name)).collect())
}
