//! One change of a survey's draft: read under a lock, changed, kept with what it was before and its audit note.

use kernel::survey::Survey;
use kernel::survey::check::{Weight, weight};
use kernel::{Error, Refusal, Result, SurveyId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::audit::{self, Deed};
use store::entity::survey::{ActiveModel, Column, Entity, Model};
use store::{Check, Txn};
use ui::http::{Asking, Fields};

use crate::surveys::{SURVEY_BYTES_MAX, history};

/// A survey that is being changed. Dropped without [`Editing::keep`], nothing happened.
pub struct Editing {
    pub txn: Txn,
    pub row: Model,
    pub survey: Survey,
}

/// A survey of the asking member's workspace.
///
/// # Errors
/// `NotFound` also for a survey of another workspace.
pub async fn find(asking: &Asking, id: &str) -> Result<Model> {
    let id = SurveyId::from_outside(id);
    asking.store().survey(asking.workspace(), &id).await?.ok_or(Error::NotFound("survey"))
}

impl Editing {
    pub async fn begin(asking: &Asking, id: &str) -> Result<Self> {
        let txn = asking.store().write().await?;
        let row = Entity::find_by_id(id)
            .filter(Column::WorkspaceId.eq(asking.workspace().0))
            .lock_exclusive()
            .one(&*txn)
            .await
            .check()?
            .ok_or(Error::NotFound("survey"))?;
        let survey = row.draft()?;
        Ok(Self { txn, row, survey })
    }

    /// The place of a question.
    pub fn place(&self, key: &str) -> Result<usize> {
        self.survey.questions.iter().position(|question| question.key == key).ok_or(Error::NotFound("question"))
    }

    /// Keeps the draft.
    ///
    /// # Errors
    /// `too_large` beyond [`SURVEY_BYTES_MAX`]; what [`Weight::Saving`] names.
    pub async fn keep(self, asking: &Asking, action: &'static str) -> Result<()> {
        let row = ActiveModel { id: Set(self.row.id.clone()), ..Default::default() };
        self.keep_with(asking, action, row).await
    }

    /// Keeps the draft and the columns that `row` sets.
    pub async fn keep_with(self, asking: &Asking, action: &'static str, row: ActiveModel) -> Result<()> {
        let before = self.row.draft()?;
        if before != self.survey {
            sound(&before, &self.survey)?;
            history::record(&self.txn, asking, &self.row, action).await?;
        }
        self.write(asking, action, row).await
    }

    /// Keeps the draft without making it a change that can be undone: it is an undoing itself.
    pub(super) async fn keep_unrecorded(self, asking: &Asking, action: &'static str) -> Result<()> {
        let row = ActiveModel { id: Set(self.row.id.clone()), ..Default::default() };
        self.write(asking, action, row).await
    }

    async fn write(self, asking: &Asking, action: &'static str, row: ActiveModel) -> Result<()> {
        let draft = serde_json::to_string(&self.survey).map_err(Error::internal)?;
        if draft.len() > SURVEY_BYTES_MAX {
            return Err(Refusal::new("too_large").into());
        }
        let row = ActiveModel {
            id: Set(self.row.id.clone()),
            title: Set(name(&self.survey, &self.row.key)),
            draft: Set(draft),
            updated_at: Set(asking.web.env().now().0),
            ..row
        };
        Entity::update(row).exec(&*self.txn).await.check()?;
        note(&self.txn, asking, action, &self.row.id).await?;
        self.txn.commit().await
    }
}

/// Refuses a change that breaks the form or a bound of definitions. What is merely unfinished can be kept.
fn sound(before: &Survey, after: &Survey) -> Result<()> {
    let faults = |survey: &Survey| survey.check().into_iter().filter(|fault| weight(fault) == Weight::Saving);
    let old: Vec<Refusal> = faults(before).collect();
    match faults(after).find(|fault| !old.contains(fault)) {
        Some(fault) => Err(fault.into()),
        None => Ok(()),
    }
}

/// A mark of what a form shows: two forms have the same one if and only if they show the same. A form brings it back,
/// so that nobody overwrites what somebody else changed in the meantime.
pub fn mark(shown: &impl Serialize) -> Result<String> {
    let json = serde_json::to_vec(shown).map_err(Error::internal)?;
    Ok(Sha256::digest(json).iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// Whether a form was made from something else than what is kept now.
pub fn is_stale(fields: &Fields, mark: &str) -> bool {
    fields.get("mark").is_some_and(|brought| brought != mark)
}

/// Notes a deed of the asking member.
pub async fn note(txn: &Txn, asking: &Asking, action: &'static str, subject: &str) -> Result<()> {
    let actor = asking.member().to_string();
    let deed = Deed { actor: &actor, action, subject, detail: serde_json::json!({}) };
    audit::note(txn, asking.workspace(), deed).await
}

/// The survey's name in its first language.
pub fn name(survey: &Survey, key: &str) -> String {
    name_in(survey, key, survey.language(""))
}

/// The survey's name as a reader of `language` sees it.
pub fn name_in(survey: &Survey, key: &str, language: &str) -> String {
    survey.title.get(language, &survey.languages).unwrap_or(key).to_owned()
}
