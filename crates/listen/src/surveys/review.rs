//! Review before launch: what the linter says, what colleagues remark question by question, and whether they approve.
//! Nothing here blocks publishing: it tells what was looked at, and when the draft has changed since.

use std::collections::BTreeMap;

use axum::extract::Path;
use kernel::survey::{Kind, Survey};
use kernel::{Error, Refusal, Result, Role, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use store::entity::survey::Model;
use store::{Check, Txn};
use ui::Section;
use ui::http::{Agent, Asking, Fields, Flash, Manager, Reply, see_other};

use crate::entity::{survey_comment, survey_review};
use crate::lint::{self, Finding, Severity};
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::{Head, encode, own_name};

/// Remarks on one survey at most, and characters of one.
const COMMENTS_MAX: u64 = 1_000;
const COMMENT_CHARS_MAX: usize = 2_000;

/// Values of `state`.
const ASKED: &str = "asked";
const APPROVED: &str = "approved";
const CHANGES: &str = "changes";

#[derive(Serialize)]
struct View {
    survey: Head,
    lang: String,
    review: Option<Review>,
    /// The asking member may decide: a manager who did not ask for this review.
    may_decide: bool,
    may_ask: bool,
    may_edit: bool,
    minutes: u32,
    warnings: usize,
    advice: usize,
    whole: Part,
    parts: Vec<Part>,
    error: Option<String>,
}

#[derive(Serialize)]
struct Review {
    state: String,
    note: String,
    asked_by: String,
    asked_at: Timestamp,
    decided_by: Option<String>,
    decided_at: Option<Timestamp>,
    /// The draft is no longer what was looked at.
    is_stale: bool,
}

/// A question, or the survey as a whole, with all that is said about it.
#[derive(Serialize)]
struct Part {
    /// Empty for the survey as a whole.
    key: String,
    number: usize,
    kind: Option<Kind>,
    title: String,
    href: String,
    findings: Vec<Told>,
    comments: Vec<Comment>,
}

/// A finding of the linter in words.
#[derive(Debug, Serialize)]
pub struct Told {
    pub severity: Severity,
    pub words: String,
    pub why: String,
    pub language: Option<String>,
}

#[derive(Serialize)]
struct Comment {
    seq: i32,
    text: String,
    author: String,
    written_at: Timestamp,
    is_settled: bool,
}

/// A finding in the reader's words.
pub fn told(asking: &Asking, finding: &Finding) -> Told {
    // Plurals choose by numbers, and numbers are written in the reader's digits; what was quoted stays as it is.
    let args = finding.args.iter().map(|(name, value)| match value.parse::<i64>() {
        Ok(number) if *name != "words" => (*name, number.into()),
        _ => (*name, value.as_str().into()),
    });
    let args: Vec<_> = args.collect();
    let text = |key: &str| asking.web.pages.text(asking.locale, key, &args);
    Told {
        severity: finding.severity,
        words: text(&finding.message()),
        why: text(&finding.why()),
        language: finding.language.as_deref().map(own_name),
    }
}

/// `GET /listen/surveys/{survey}/review`
pub async fn page(agent: Agent, Path(id): Path<String>) -> Reply {
    let row = editing::find(&agent, &id).await?;
    let view = view(&agent, &row, None).await?;
    agent.page("listen/surveys/review.html", Section::Listen, view).await
}

/// `POST /listen/surveys/{survey}/review`: asks the others to look at the draft as it is now.
///
/// # Errors
/// `too_long` at the note.
pub async fn ask(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let note = match words(&fields, "note") {
        Ok(note) => note,
        Err(refusal) => return again(&manager, &id, &refusal).await,
    };
    let Editing { txn, row, survey } = Editing::begin(&manager, &id).await?;
    let review = survey_review::ActiveModel {
        workspace_id: Set(row.workspace_id),
        survey_id: Set(row.id.clone()),
        seq: Set(newest(&txn, &row).await?.map_or(0, |review| review.seq) + 1),
        state: Set(ASKED.into()),
        fingerprint: Set(editing::mark(&survey)?),
        note: Set(note.unwrap_or_default()),
        asked_by: Set(manager.member().to_string()),
        asked_at: Set(manager.web.env().now().0),
        decided_by: Set(None),
        decided_at: Set(None),
    };
    survey_review::Entity::insert(review).exec_without_returning(&*txn).await.check()?;
    editing::note(&txn, &manager, "survey.review_ask", &row.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/listen/surveys/{id}/review")).flash("review-flash-asked"))
}

/// `POST /listen/surveys/{survey}/review/decide`: `verdict` is `approved` or `changes`.
///
/// # Errors
/// `no_review` where none is open, `own_review` for whoever asked, `review_stale` where the draft has changed since.
pub async fn decide(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    match settle_review(&manager, &id, &fields).await {
        Ok(()) => Ok(see_other(&format!("/listen/surveys/{id}/review")).flash("review-flash-decided")),
        Err(Error::Refused(refusal)) => again(&manager, &id, &refusal).await,
        Err(error) => Err(error.into()),
    }
}

async fn settle_review(manager: &Asking, id: &str, fields: &Fields) -> Result<()> {
    let Editing { txn, row, survey } = Editing::begin(manager, id).await?;
    let verdict = match fields.need("verdict")? {
        APPROVED => APPROVED,
        CHANGES => CHANGES,
        _ => return Err(Refusal::new("required").at("verdict").into()),
    };
    let review = newest(&txn, &row).await?.filter(|review| review.state == ASKED);
    let review = review.ok_or_else(|| Refusal::new("no_review"))?;
    if review.asked_by == manager.member().to_string() {
        return Err(Refusal::new("own_review").into());
    }
    // Nobody approves what they have not seen; that changes are needed can be said of any draft.
    if verdict == APPROVED && review.fingerprint != editing::mark(&survey)? {
        return Err(Refusal::new("review_stale").into());
    }
    let decided = survey_review::ActiveModel {
        survey_id: Set(review.survey_id),
        seq: Set(review.seq),
        state: Set(verdict.into()),
        decided_by: Set(Some(manager.member().to_string())),
        decided_at: Set(Some(manager.web.env().now().0)),
        ..Default::default()
    };
    survey_review::Entity::update(decided).exec(&*txn).await.check()?;
    editing::note(&txn, manager, "survey.review_decide", &row.id).await?;
    txn.commit().await
}

/// `POST /listen/surveys/{survey}/comments`: a remark on `question`, or on the whole.
///
/// # Errors
/// `required`, `too_long` at the text; `too_many` beyond [`COMMENTS_MAX`].
pub async fn comment(agent: Agent, Path(id): Path<String>, fields: Fields) -> Reply {
    match add_comment(&agent, &id, &fields).await {
        Ok(anchor) => Ok(see_other(&format!("/listen/surveys/{id}/review#{anchor}")).flash("review-flash-commented")),
        Err(Error::Refused(refusal)) => again(&agent, &id, &refusal).await,
        Err(error) => Err(error.into()),
    }
}

async fn add_comment(agent: &Asking, id: &str, fields: &Fields) -> Result<String> {
    let text = words(fields, "text")?.ok_or_else(|| Refusal::new("required").at("text"))?;
    let Editing { txn, row, survey } = Editing::begin(agent, id).await?;
    let question = match fields.get("question") {
        Some(key) => survey.question(key).ok_or(Error::NotFound("question"))?.key.clone(),
        None => String::new(),
    };
    let of_survey = || survey_comment::Entity::find().filter(survey_comment::Column::SurveyId.eq(&row.id));
    if of_survey().count(&*txn).await.check()? >= COMMENTS_MAX {
        return Err(Refusal::new("too_many").with("max", COMMENTS_MAX.to_string()).into());
    }
    let last = of_survey().order_by_desc(survey_comment::Column::Seq).one(&*txn).await.check()?;
    let comment = survey_comment::ActiveModel {
        workspace_id: Set(row.workspace_id),
        survey_id: Set(row.id.clone()),
        seq: Set(last.map_or(0, |comment| comment.seq) + 1),
        question: Set(question.clone()),
        text: Set(text),
        author: Set(agent.member().to_string()),
        written_at: Set(agent.web.env().now().0),
        settled_at: Set(None),
    };
    survey_comment::Entity::insert(comment).exec_without_returning(&*txn).await.check()?;
    editing::note(&txn, agent, "survey.comment", &row.id).await?;
    txn.commit().await?;
    Ok(if question.is_empty() { "whole".to_owned() } else { format!("q-{}", encode(&question)) })
}

/// `POST /listen/surveys/{survey}/comments/{comment}/settle`: it is dealt with, or it is not after all.
pub async fn settle(agent: Agent, Path((id, seq)): Path<(String, String)>) -> Reply {
    let Editing { txn, row, .. } = Editing::begin(&agent, &id).await?;
    let seq: i32 = seq.parse().map_err(|_| Error::NotFound("comment"))?;
    let comment = survey_comment::Entity::find_by_id((row.id.clone(), seq))
        .filter(survey_comment::Column::WorkspaceId.eq(row.workspace_id))
        .one(&*txn)
        .await
        .check()?
        .ok_or(Error::NotFound("comment"))?;
    let settled_at = if comment.settled_at.is_none() { Some(agent.web.env().now().0) } else { None };
    let settled = survey_comment::ActiveModel {
        survey_id: Set(comment.survey_id),
        seq: Set(seq),
        settled_at: Set(settled_at),
        ..Default::default()
    };
    survey_comment::Entity::update(settled).exec(&*txn).await.check()?;
    editing::note(&txn, &agent, "survey.comment_settle", &row.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/listen/surveys/{id}/review")).flash("listen-flash-saved"))
}

/// What somebody wrote, without control characters; none where it is blank.
fn words(fields: &Fields, name: &'static str) -> Result<Option<String>, Refusal> {
    let Some(text) = fields.get(name) else { return Ok(None) };
    if text.chars().count() > COMMENT_CHARS_MAX {
        return Err(Refusal::new("too_long").at(name).with("max", COMMENT_CHARS_MAX.to_string()));
    }
    Ok(Some(text.chars().filter(|c| !c.is_control() || *c == '\n').collect()))
}

async fn newest(txn: &Txn, row: &Model) -> Result<Option<survey_review::Model>> {
    survey_review::Entity::find()
        .filter(survey_review::Column::SurveyId.eq(&row.id))
        .order_by_desc(survey_review::Column::Seq)
        .one(&**txn)
        .await
        .check()
}

/// The page with why something was not done.
async fn again(asking: &Asking, id: &str, refusal: &Refusal) -> Reply {
    let row = editing::find(asking, id).await?;
    let view = view(asking, &row, Some(asking.words(refusal))).await?;
    asking.refused("listen/surveys/review.html", Section::Listen, view).await
}

async fn view(asking: &Asking, row: &Model, error: Option<String>) -> Result<View> {
    let survey = row.draft()?;
    let reads = asking.store().reads();
    let names: BTreeMap<String, String> = asking
        .store()
        .members(asking.workspace())
        .await?
        .into_iter()
        .map(|member| (member.id, if member.name.is_empty() { member.email } else { member.name }))
        .collect();
    let name = |id: &String| names.get(id).cloned().unwrap_or_else(|| asking.text("review-former-member"));
    let review = survey_review::Entity::find()
        .filter(survey_review::Column::WorkspaceId.eq(row.workspace_id))
        .filter(survey_review::Column::SurveyId.eq(&row.id))
        .order_by_desc(survey_review::Column::Seq)
        .one(reads)
        .await
        .check()?;
    let comments = survey_comment::Entity::find()
        .filter(survey_comment::Column::WorkspaceId.eq(row.workspace_id))
        .filter(survey_comment::Column::SurveyId.eq(&row.id))
        .order_by_asc(survey_comment::Column::Seq)
        .all(reads)
        .await
        .check()?;
    let is_manager = asking.role() >= Role::Manager;
    let own = review.as_ref().is_some_and(|review| review.asked_by == asking.member().to_string());
    let is_open = review.as_ref().is_some_and(|review| review.state == ASKED);
    let mark = editing::mark(&survey)?;
    let findings = lint::lint(&survey);
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let said: Vec<(String, Comment)> = comments
        .into_iter()
        .map(|one| {
            let comment = Comment {
                seq: one.seq,
                text: one.text,
                author: name(&one.author),
                written_at: Timestamp(one.written_at),
                is_settled: one.settled_at.is_some(),
            };
            (one.question, comment)
        })
        .collect();
    let (warnings, advice) = (count(Severity::Warning), count(Severity::Advice));
    let (whole, parts) = parts(asking, row, &survey, &findings, said);
    Ok(View {
        survey: Head::of(row, &survey, asking),
        lang: survey.language(asking.locale.code()).to_owned(),
        may_decide: is_manager && is_open && !own,
        may_ask: is_manager && !is_open,
        may_edit: is_manager,
        minutes: lint::minutes(&survey),
        warnings,
        advice,
        whole,
        parts,
        error,
        review: review.map(|review| Review {
            is_stale: review.fingerprint != mark,
            asked_by: name(&review.asked_by),
            asked_at: Timestamp(review.asked_at),
            decided_by: review.decided_by.as_ref().map(name),
            decided_at: review.decided_at.map(Timestamp),
            state: review.state,
            note: review.note,
        }),
    })
}

/// The survey as a whole and its questions, each with what is said about it. Remarks on questions that are gone stand
/// with the whole.
fn parts(
    asking: &Asking,
    row: &Model,
    survey: &Survey,
    findings: &[Finding],
    mut said: Vec<(String, Comment)>,
) -> (Part, Vec<Part>) {
    let lang = survey.language(asking.locale.code());
    let base = format!("/listen/surveys/{}", row.id);
    let shown = survey.questions.iter().enumerate().map(|(n, question)| {
        let (own, rest) = std::mem::take(&mut said).into_iter().partition(|(key, _)| *key == question.key);
        said = rest;
        let own: Vec<(String, Comment)> = own;
        Part {
            key: question.key.clone(),
            number: n + 1,
            kind: Some(question.kind),
            title: question.title.get(lang, &survey.languages).unwrap_or(&question.key).to_owned(),
            href: format!("{base}/questions/{}", encode(&question.key)),
            findings: about(asking, findings, Some(&question.key)),
            comments: own.into_iter().map(|(_, comment)| comment).collect(),
        }
    });
    let parts: Vec<Part> = shown.collect();
    let whole = Part {
        key: String::new(),
        number: 0,
        kind: None,
        title: String::new(),
        href: base,
        findings: findings
            .iter()
            .filter(|finding| finding.question().is_none_or(|key| survey.question(key).is_none()))
            .map(|finding| told(asking, finding))
            .collect(),
        comments: said.into_iter().map(|(_, comment)| comment).collect(),
    };
    (whole, parts)
}

fn about(asking: &Asking, findings: &[Finding], key: Option<&str>) -> Vec<Told> {
    findings.iter().filter(|finding| finding.question() == key).map(|finding| told(asking, finding)).collect()
}
