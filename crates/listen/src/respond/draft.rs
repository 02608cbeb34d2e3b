//! What somebody who is answering has said so far, and saving one page of it: the draft that later pages build on, the
//! revision that numbers see, quotas, votes and files, all in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use kernel::flow::{self, End, Given, Situation, Walk};
use kernel::survey::{Kind, Outcome, Survey};
use kernel::{Attributes, Error, Refusal, Result, Timestamp, Uid};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use store::entity::signal_id;
use store::{Check, Store, Txn};

use crate::doors::Live;
use crate::entity::draft::{ActiveModel, Column, Entity, Model};
use crate::entity::upload;
use crate::ideas;
use crate::links::{self, Link};
use crate::quotas::{self, Counts};
use crate::respond::form::{Go, Origin};
use crate::respond::snapshot::{self, entry, seed};
use crate::uploads::{self, File};

/// Values of `ending` besides keys of endings: the usual one, `quota:` with a key, and the limit of all responses.
pub const USUAL: &str = "end";
pub const QUOTA: &str = "quota:";
pub const LIMIT: &str = "limit";
/// Seconds on one step at most: whoever comes back another day did not spend the night on it.
pub const SECONDS_MAX: u32 = 3_600;

/// A response that is being given.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The version of the survey that it began with.
    pub version: i32,
    pub language: String,
    pub given: Given,
    pub origin: Origin,
    pub contact: Option<String>,
    pub started_at: Timestamp,
    pub completed_at: Option<Timestamp>,
    /// Where the respondent stands.
    pub step: String,
    /// Empty while it goes on.
    pub ending: String,
    pub seconds: BTreeMap<String, u32>,
}

/// The origin as the draft's row keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    channel: String,
    touchpoint: Option<String>,
    attributes: Attributes,
}

impl Draft {
    /// The response with this public id, if it has begun.
    pub async fn find(store: &Store, live: &Live, id: &str) -> Result<Option<Self>> {
        let row = Entity::find_by_id(id).one(store.reads()).await.check()?;
        let ours = |row: &Model| row.workspace_id == live.workspace.0 && row.survey_id == live.id.as_str();
        row.filter(|row| ours(row) && !row.answers.is_empty()).map(|row| Self::read(&row)).transpose()
    }

    /// One that begins now.
    pub fn new(version: i32, language: &str, origin: Origin, now: Timestamp) -> Self {
        Self {
            version,
            language: language.to_owned(),
            given: Given::new(),
            origin,
            contact: None,
            started_at: now,
            completed_at: None,
            step: String::new(),
            ending: String::new(),
            seconds: BTreeMap::new(),
        }
    }

    fn read(row: &Model) -> Result<Self> {
        let kept: Kept = serde_json::from_str(&row.origin).map_err(Error::internal)?;
        Ok(Self {
            version: row.version,
            language: row.language.clone(),
            given: serde_json::from_str(&row.answers).map_err(Error::internal)?,
            origin: Origin { channel: kept.channel, touchpoint: kept.touchpoint, attributes: kept.attributes },
            contact: row.contact.clone(),
            started_at: Timestamp(row.started_at),
            completed_at: row.completed_at.map(Timestamp),
            step: row.step.clone(),
            ending: row.ending.clone(),
            seconds: serde_json::from_str(&row.seconds).map_err(Error::internal)?,
        })
    }

    /// Screened out, or too late for a quota: nothing that is sent later changes that.
    pub fn is_stopped(&self) -> bool {
        self.completed_at.is_none() && !self.ending.is_empty()
    }

    /// What decides how this response is led.
    pub fn situation<'a>(&'a self, survey: &'a Survey, id: &str, full: &'a BTreeSet<String>) -> Situation<'a> {
        Situation {
            survey,
            given: &self.given,
            attributes: &self.origin.attributes,
            language: &self.language,
            channel: &self.origin.channel,
            touchpoint: self.origin.touchpoint.as_deref(),
            seed: seed(id),
            full,
        }
    }
}

/// One page to be saved.
#[derive(Debug)]
pub struct Page<'a> {
    pub live: &'a Live,
    /// The survey in the version that the response began with.
    pub survey: &'a Survey,
    /// The response's public id.
    pub id: &'a str,
    /// What a response that begins with this page begins with: version, origin, hidden values.
    pub fresh: &'a Draft,
    pub language: &'a str,
    pub step: &'a str,
    pub go: Go,
    /// Values of this step that fit; null takes an answer away.
    pub values: Given,
    /// Spent on this step.
    pub seconds: u32,
    /// The personal link that the response comes through.
    pub link: Option<&'a Link>,
    pub files: Vec<File>,
}

/// What became of a page.
#[derive(Debug)]
pub enum Saved {
    /// Kept; the draft says at which step the respondent stands, or at which ending.
    Kept(Draft),
    /// Kept, but this must be answered, at the step where the draft stands, before the end.
    Missing(Draft, Refusal),
    /// The response was begun so long ago that its draft is gone; it stays as it is.
    Over,
    /// The personal link was used by somebody else.
    Used,
    /// Only personal links begin a response.
    Uninvited,
    /// The survey has all the responses that it wants.
    Full,
}

/// Where a page leads.
enum Way {
    To(String),
    Missing(String, Refusal),
    End { ending: String, completes: bool },
}

/// Saves `page`. A page that changes nothing writes nothing to the log.
pub async fn save(store: &Store, page: Page<'_>) -> Result<Saved> {
    let now = page.live.blurred(store.env().now());
    let mut txn = store.write().await?;
    let row = hold(&txn, &page, now).await?;
    let is_new = row.answers.is_empty();
    let counts = if counts_matter(&page) { quotas::counts(&*txn, page.live).await? } else { Counts::new() };
    if is_new && let Some(refused) = enter(&txn, &page, &counts, now).await? {
        return Ok(refused);
    }
    let before = if is_new { begun(&page, now) } else { Draft::read(&row)? };
    if before.is_stopped() {
        return Ok(Saved::Kept(before));
    }
    let mut draft = before.clone();
    draft.language = page.language.to_owned();
    for (key, value) in &page.values {
        match value {
            Json::Null => drop(draft.given.remove(key)),
            value => drop(draft.given.insert(key.clone(), value.clone())),
        }
    }
    let refusal = lead(&txn, &page, &mut draft, counts, now).await?;
    let changed = is_new
        || draft.given != before.given
        || draft.ending != before.ending
        || draft.language != before.language
        || draft.completed_at != before.completed_at;
    if !changed && draft.step == before.step {
        return Ok(said(draft, refusal));
    }
    if !page.survey.anonymous {
        let spent = draft.seconds.entry(page.step.to_owned()).or_default();
        *spent = spent.saturating_add(page.seconds);
    }
    keep(&txn, &page, &draft).await?;
    let mut swept = Vec::new();
    if changed {
        swept = replace_files(&txn, &page, &before.given, &draft.given, now).await?;
        let values = (&before.given, &draft.given);
        ideas::follow(&txn, page.live, page.survey, page.id, page.language, values, now).await?;
        let none = BTreeSet::new();
        let walk = flow::walk(&draft.situation(page.survey, page.id, &none));
        let answers = walk.answers(&draft.given);
        drop(walk);
        txn.append(vec![entry(page.live, page.id, &draft, answers, now)?]).await?;
    }
    // Before the commit: whoever hangs up during it must not take the file of a row that is kept. A file whose question
    // does not hold it has no row and is removed.
    let held = |file: &File| draft.given.get(&file.question).and_then(Json::as_str) == Some(file.id.as_str());
    page.files.into_iter().filter(held).for_each(File::keep);
    txn.commit().await?;
    uploads::sweep(store, &swept).await;
    Ok(said(draft, refusal))
}

fn said(draft: Draft, refusal: Option<Refusal>) -> Saved {
    match refusal {
        Some(refusal) => Saved::Missing(draft, refusal),
        None => Saved::Kept(draft),
    }
}

fn counts_matter(page: &Page<'_>) -> bool {
    !page.survey.quotas.is_empty() || page.live.access.responses_max.is_some()
}

/// Whether a response may begin, and what it uses up by that.
async fn enter(txn: &Txn, page: &Page<'_>, counts: &Counts, now: Timestamp) -> Result<Option<Saved>> {
    if is_known(txn, page).await? {
        return Ok(Some(Saved::Over));
    }
    if quotas::is_over(page.live, counts) {
        return Ok(Some(Saved::Full));
    }
    match page.link {
        None if page.live.access.is_personal => Ok(Some(Saved::Uninvited)),
        None => Ok(None),
        // Claimed by the first page, so that later ones need not carry what could name the person.
        Some(link) => {
            let is_ours = links::claim(txn, page.live, &link.token_hash, now).await?;
            Ok((!is_ours).then_some(Saved::Used))
        }
    }
}

fn begun(page: &Page<'_>, now: Timestamp) -> Draft {
    let mut draft = Draft { started_at: now, ..page.fresh.clone() };
    if let Some(link) = page.link.filter(|_| !page.live.survey.anonymous) {
        draft.contact.clone_from(&link.contact);
        draft.origin.attributes.extend(link.attributes.clone());
    }
    draft
}

/// Moves the draft to where the page leads. Whoever reaches the end takes a place in each quota that they fall into,
/// or ends as one who came too late.
async fn lead(
    txn: &Txn,
    page: &Page<'_>,
    draft: &mut Draft,
    counts: Counts,
    now: Timestamp,
) -> Result<Option<Refusal>> {
    let is_done = draft.completed_at.is_some();
    // Who is through already was counted; a quota that filled up since does not put them out.
    let mut full = if is_done { BTreeSet::new() } else { quotas::full(page.survey, &counts) };
    let mut way = way(page, draft, &full);
    if !is_done && matches!(way, Way::End { completes: true, .. }) {
        let holding = quotas::holding(&draft.situation(page.survey, page.id, &full));
        let counts = quotas::lock(txn, page.live).await?;
        full = quotas::full(page.survey, &counts);
        if quotas::is_over(page.live, &counts) {
            way = Way::End { ending: LIMIT.to_owned(), completes: false };
        } else if holding.iter().any(|quota| full.contains(quota)) {
            way = self::way(page, draft, &full);
        }
        if matches!(way, Way::End { completes: true, .. }) {
            quotas::take(txn, page.live, &holding).await?;
        }
    }
    match way {
        Way::To(step) => draft.step = step,
        Way::Missing(step, refusal) => {
            draft.step = step;
            return Ok(Some(refusal));
        }
        Way::End { ending, completes } if !is_done => {
            draft.step = page.step.to_owned();
            draft.ending = ending;
            draft.completed_at = completes.then_some(now);
        }
        // It stays at the ending that it had.
        Way::End { .. } => draft.step = page.step.to_owned(),
    }
    Ok(None)
}

fn way(page: &Page<'_>, draft: &Draft, full: &BTreeSet<String>) -> Way {
    let walk = flow::walk(&draft.situation(page.survey, page.id, full));
    let to = |step: Option<&flow::Step<'_>>| Way::To(step.map_or_else(|| page.step.to_owned(), |step| step.id.clone()));
    match page.go {
        Go::Later => return Way::To(page.step.to_owned()),
        Go::Back => return to(walk.before(page.step).or(walk.steps.first())),
        Go::Next => {}
    }
    let missing = walk.missing(&draft.given);
    // A quota filled up meanwhile, or logic has taken the step away in another window: to the end that there is now, or
    // on to what is still to be said.
    if walk.position(page.step).is_none() {
        if missing.is_none() && walk.end != End::Usual {
            return end(&walk);
        }
        let place = missing.map_or(walk.steps.len().saturating_sub(1), |(place, _)| place);
        return to(walk.steps.get(place));
    }
    if let Some(next) = walk.next(page.step) {
        return to(Some(next));
    }
    if let Some((place, refusal)) = missing {
        let step = walk.steps.get(place).map_or_else(|| page.step.to_owned(), |step| step.id.clone());
        return Way::Missing(step, refusal);
    }
    end(&walk)
}

fn end(walk: &Walk<'_>) -> Way {
    match walk.end {
        End::Usual => Way::End { ending: USUAL.to_owned(), completes: true },
        End::Ending(ending) => Way::End { ending: ending.key.clone(), completes: ending.outcome == Outcome::Complete },
        End::Quota(quota) => Way::End { ending: format!("{QUOTA}{}", quota.key), completes: false },
    }
}

/// The draft's row, made if it is not there, and locked until the commit: two pages sent at once wait for each other.
async fn hold(txn: &Txn, page: &Page<'_>, now: Timestamp) -> Result<Model> {
    let row = ActiveModel {
        response_hash: Set(page.id.into()),
        workspace_id: Set(page.live.workspace.0),
        survey_id: Set(page.live.id.to_string()),
        version: Set(page.fresh.version),
        language: Set(page.language.into()),
        answers: Set(String::new()),
        started_at: Set(now.0),
        updated_at: Set(now.0),
        completed_at: Set(None),
        step: Set(String::new()),
        ending: Set(String::new()),
        seconds: Set("{}".into()),
        origin: Set("{}".into()),
        contact: Set(None),
    };
    let held = OnConflict::column(Column::ResponseHash).update_column(Column::UpdatedAt).to_owned();
    Entity::insert(row).on_conflict(held).exec_with_returning(&**txn).await.check()
}

async fn keep(txn: &Txn, page: &Page<'_>, draft: &Draft) -> Result<()> {
    let kept = Kept {
        channel: draft.origin.channel.clone(),
        touchpoint: draft.origin.touchpoint.clone(),
        attributes: draft.origin.attributes.clone(),
    };
    let row = ActiveModel {
        response_hash: Set(page.id.into()),
        version: Set(draft.version),
        language: Set(draft.language.clone()),
        answers: Set(serde_json::to_string(&draft.given).map_err(Error::internal)?),
        completed_at: Set(draft.completed_at.map(|at| at.0)),
        step: Set(draft.step.clone()),
        ending: Set(draft.ending.clone()),
        seconds: Set(serde_json::to_string(&draft.seconds).map_err(Error::internal)?),
        origin: Set(serde_json::to_string(&kept).map_err(Error::internal)?),
        contact: Set(draft.contact.clone()),
        ..Default::default()
    };
    Entity::update(row).exec(&**txn).await.check()?;
    Ok(())
}

/// Whether the log has this response although its draft is gone.
async fn is_known(txn: &Txn, page: &Page<'_>) -> Result<bool> {
    let uid = Uid::of(page.live.workspace, &snapshot::source(page.live), page.id);
    let known = signal_id::Entity::find_by_id((page.live.workspace.0, uid.0.to_vec())).one(&**txn).await.check()?;
    Ok(known.is_some())
}

/// Gives new files their rows and takes away those of files that were replaced.
async fn replace_files(
    txn: &Txn,
    page: &Page<'_>,
    before: &Given,
    after: &Given,
    now: Timestamp,
) -> Result<Vec<upload::Model>> {
    let is_file = |key: &str| page.survey.asked(key).is_some_and(|question| question.kind == Kind::File);
    let had = before.iter().filter(|(key, value)| is_file(key) && after.get(*key) != Some(*value));
    let gone: Vec<String> = had.filter_map(|(_, value)| Some(value.as_str()?.to_owned())).collect();
    for file in &page.files {
        if after.get(&file.question).and_then(Json::as_str) != Some(file.id.as_str()) {
            continue;
        }
        let anonymous = page.survey.anonymous || page.live.survey.anonymous;
        let row = upload::Model {
            id: file.id.clone(),
            workspace_id: page.live.workspace.0,
            purpose: uploads::ANSWER.into(),
            survey_id: Some(page.live.id.to_string()),
            response_id: Some(page.id.to_owned()),
            question: Some(file.question.clone()),
            // A name such as "Sara Ahmadi CV.pdf" says who sent it.
            file_name: if anonymous { format!("file.{}", file.kind.name) } else { file.name.clone() },
            file_type: file.kind.name.into(),
            bytes: file.bytes as i64,
            sha256: file.sha256.clone(),
            created_at: now.0,
        };
        uploads::keep(txn, row).await?;
    }
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    uploads::drop_rows(txn, page.live.workspace, page.id, Some(&gone)).await
}

/// Forgets all that this slice keeps about a response besides the log: its draft, its files, its suggestions. Votes
/// that it gave stay counted. For the erasure of the response itself.
pub async fn forget(store: &Store, workspace: kernel::WorkspaceId, response: &str) -> Result<()> {
    use sea_orm::{ColumnTrait, QueryFilter};
    let txn = store.write().await?;
    let of = Entity::delete_many().filter(Column::ResponseHash.eq(response));
    of.filter(Column::WorkspaceId.eq(workspace.0)).exec(&*txn).await.check()?;
    let files = uploads::drop_rows(&txn, workspace, response, None).await?;
    ideas::forget(&txn, workspace, response).await?;
    txn.commit().await?;
    uploads::sweep(store, &files).await;
    Ok(())
}
