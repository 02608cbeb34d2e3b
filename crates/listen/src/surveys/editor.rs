//! `GET /listen/surveys/{survey}`: the survey at a glance, with what it lacks and what to do next.

use axum::extract::Path;
use kernel::survey::{Kind, Survey};
use kernel::{Refusal, Result};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Manager, Reply};

use crate::surveys::check::{self, Progress};
use crate::surveys::editing;

#[derive(Serialize)]
struct View {
    survey: Head,
    intro: Option<String>,
    /// The language that the texts on this page are in.
    lang: String,
    anonymous: bool,
    progress: Vec<Named>,
    questions: Vec<QuestionRow>,
    kinds: Vec<Kind>,
    problems: Vec<Problem>,
    /// The draft differs from what respondents see.
    has_changes: bool,
}

/// What all pages of a survey show above their content.
#[derive(Serialize)]
pub struct Head {
    pub id: String,
    pub key: String,
    pub title: String,
    pub state: String,
    pub version: i32,
}

impl Head {
    pub fn of(row: &Model, survey: &Survey, asking: &Asking) -> Self {
        Self {
            id: row.id.clone(),
            key: row.key.clone(),
            title: editing::name_in(survey, &row.key, asking.locale.code()),
            state: row.state.clone(),
            version: row.version,
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
struct QuestionRow {
    key: String,
    kind: Kind,
    title: String,
    required: bool,
    lacking: Vec<String>,
    is_first: bool,
    is_last: bool,
}

#[derive(Serialize)]
struct Problem {
    words: String,
    href: String,
}

pub async fn editor(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    show(&manager, &row, &[]).await
}

/// The editor, with why the survey cannot be published if it was tried.
pub async fn show(asking: &Asking, row: &Model, refusals: &[Refusal]) -> Reply {
    let view = view(asking, row, refusals)?;
    let template = "listen/surveys/editor.html";
    if refusals.is_empty() {
        asking.page(template, Section::Listen, view).await
    } else {
        asking.refused(template, Section::Listen, view).await
    }
}

fn view(asking: &Asking, row: &Model, refusals: &[Refusal]) -> Result<View> {
    let survey = row.draft()?;
    let lang = survey.language(asking.locale.code()).to_owned();
    let count = survey.questions.len();
    let questions = survey.questions.iter().enumerate().map(|(place, question)| QuestionRow {
        key: question.key.clone(),
        kind: question.kind,
        title: question.title.get(&lang, &survey.languages).unwrap_or(&question.key).to_owned(),
        required: question.required,
        lacking: check::lacking(question, &survey.languages).iter().map(|tag| own_name(tag)).collect(),
        is_first: place == 0,
        is_last: place + 1 == count,
    });
    let progress = check::progress(&survey).into_iter().map(|progress| Named {
        name: own_name(&progress.language),
        whole: progress.is_whole(),
        progress,
    });
    Ok(View {
        survey: Head::of(row, &survey, asking),
        intro: survey.intro.get(&lang, &survey.languages).map(str::to_owned),
        anonymous: survey.anonymous,
        progress: progress.collect(),
        questions: questions.collect(),
        kinds: Kind::ALL.to_vec(),
        problems: refusals.iter().map(|refusal| problem(asking, row, refusal)).collect(),
        has_changes: row.published()?.as_ref() != Some(&survey),
        lang,
    })
}

/// A problem with the way to the page that mends it.
fn problem(asking: &Asking, row: &Model, refusal: &Refusal) -> Problem {
    let field = refusal.field.as_deref().unwrap_or_default();
    let question = field.strip_prefix("questions.").and_then(|rest| rest.rsplit_once('.'));
    let base = format!("/listen/surveys/{}", row.id);
    let href = match question {
        Some((key, _)) => format!("{base}/questions/{}", encode(key)),
        None if field == "questions" => "#add".to_owned(),
        None => format!("{base}/texts"),
    };
    let words = asking.words(refusal);
    let words = match question {
        Some((key, _)) => format!("{key}: {words}"),
        None => words,
    };
    Problem { words, href }
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
