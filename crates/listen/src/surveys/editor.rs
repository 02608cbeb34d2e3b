//! `GET /listen/surveys/{survey}`: the survey as an outline, with what it lacks and what to do next.

mod outline;
mod problems;

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::survey::{Kind, Survey};
use kernel::{Refusal, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Manager, Reply};

use crate::entity::removed_question;
use crate::lint;
use crate::surveys::check::{self, Progress};
use crate::surveys::editing::{self, mark};
use crate::surveys::history::{self, Steps};
use crate::surveys::logic::subjects::subjects;
use crate::surveys::questions::add::{Group, groups};
use crate::surveys::review::{Told, told};

use outline::{Outline, outline};
use problems::{Problem, problem};

/// Removed questions that are offered to be put back, the last ones first.
const REMOVED_MAX: u64 = 10;

#[derive(Serialize)]
struct View {
    survey: Head,
    intro: Option<String>,
    /// The language that the texts on this page are in.
    lang: String,
    anonymous: bool,
    progress: Vec<Named>,
    outline: Outline,
    count: usize,
    groups: Vec<Group>,
    /// Why it was not published; shown above.
    refused: Vec<Problem>,
    /// What stands in the way of publishing.
    problems: Vec<Problem>,
    removed: Vec<Removed>,
    steps: Steps,
    /// The draft differs from what respondents see.
    has_changes: bool,
    /// What the linter says, the gravest first.
    findings: Vec<Told>,
    mark: String,
    /// What was asked for was not done: somebody else changed the layout.
    is_stale: bool,
}

/// What all pages of a survey show above their content.
#[derive(Serialize)]
pub struct Head {
    pub id: String,
    pub key: String,
    pub title: String,
    pub state: String,
    pub version: i32,
    /// It asks for suggestions, which members look through.
    pub has_ideas: bool,
}

impl Head {
    pub fn of(row: &Model, survey: &Survey, asking: &Asking) -> Self {
        Self {
            id: row.id.clone(),
            key: row.key.clone(),
            title: editing::name_in(survey, &row.key, asking.locale.code()),
            state: row.state.clone(),
            version: row.version,
            has_ideas: survey.questions.iter().any(|question| question.kind == Kind::Ideas),
        }
    }
}

/// A language's progress with its own name.
#[derive(Serialize)]
struct Named {
    name: String,
    whole: bool,
    #[serde(flatten)]
    progress: Progress,
}

#[derive(Serialize)]
struct Removed {
    key: String,
    title: String,
}

pub async fn editor(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    show(&manager, &row, &[]).await
}

/// The editor, with why the survey cannot be published if it was tried.
pub async fn show(asking: &Asking, row: &Model, refusals: &[Refusal]) -> Reply {
    let view = view(asking, row, refusals, false).await?;
    let template = "listen/surveys/editor.html";
    if refusals.is_empty() {
        asking.page(template, Section::Listen, view).await
    } else {
        asking.refused(template, Section::Listen, view).await
    }
}

/// The editor as it is now, in answer to a change that was made for what it was before: 409.
pub async fn stale(asking: &Asking, row: &Model) -> Reply {
    let view = view(asking, row, &[], true).await?;
    let mut response = asking.page("listen/surveys/editor.html", Section::Listen, view).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

async fn view(asking: &Asking, row: &Model, refusals: &[Refusal], is_stale: bool) -> Result<View> {
    let survey = row.draft()?;
    let lang = survey.language(asking.locale.code()).to_owned();
    let progress = check::progress(&survey).into_iter().map(|progress| Named {
        name: own_name(&progress.language),
        whole: progress.is_whole(),
        progress,
    });
    let subjects = subjects(asking, &survey).await?;
    let found = check::problems(&survey);
    let worded = |refusals: &[Refusal]| -> Vec<Problem> {
        refusals.iter().map(|refusal| problem(asking, row, &survey, &lang, refusal)).collect()
    };
    let problems = worded(&found);
    let findings = lint::lint(&survey);
    Ok(View {
        survey: Head::of(row, &survey, asking),
        intro: survey.intro.get(&lang, &survey.languages).map(str::to_owned),
        anonymous: survey.anonymous,
        progress: progress.collect(),
        outline: outline(asking, &survey, &lang, &subjects, &problems, &findings),
        count: survey.questions.len(),
        groups: groups(),
        refused: worded(refusals),
        problems,
        removed: removed(asking, row, &survey, &lang).await?,
        steps: history::steps(asking, row).await?,
        has_changes: row.published()?.as_ref() != Some(&survey),
        findings: findings.iter().map(|finding| told(asking, finding)).collect(),
        mark: mark(&survey.blocks)?,
        is_stale,
        lang,
    })
}

/// Questions that were taken out and can be put back.
async fn removed(asking: &Asking, row: &Model, survey: &Survey, lang: &str) -> Result<Vec<Removed>> {
    let rows = removed_question::Entity::find()
        .filter(removed_question::Column::WorkspaceId.eq(row.workspace_id))
        .filter(removed_question::Column::SurveyId.eq(&row.id))
        .order_by_desc(removed_question::Column::RemovedAt)
        .limit(REMOVED_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let shown = |row: removed_question::Model| {
        let question: kernel::survey::Question = serde_json::from_str(&row.question).ok()?;
        let title = question.title.get(lang, &survey.languages).unwrap_or(&question.key).to_owned();
        survey.question(&row.question_key).is_none().then_some(Removed { key: row.question_key, title })
    };
    Ok(rows.into_iter().filter_map(shown).collect())
}

/// A question's key in a path.
pub fn encode(key: &str) -> String {
    // Keys hold letters, digits and `_` only, so no space turns into `+`.
    form_urlencoded::byte_serialize(key.as_bytes()).collect()
}

/// A language's own name, or its tag.
pub fn own_name(tag: &str) -> String {
    kernel::Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.own_name().to_owned())
}
