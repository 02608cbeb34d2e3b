//! Makes a survey from its definition, or replaces the draft of one.

use kernel::survey::Survey;
use kernel::survey::check::{self, Weight};
use kernel::{Error, Refusal, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::survey::{ActiveModel, Entity, Model};
use store::{Check, Store};

use super::DEFINITION_BYTES_MAX;
use crate::surveys::begin::begin;
use crate::surveys::editing;

/// Keeps `definition` as the draft of the survey `key`, which is made where it is missing. What respondents see does
/// not change before it is published.
///
/// # Errors
/// `bad_json` with line and column; `bad_definition` with what the format does not allow; `too_large`; the first of
/// [`Survey::check`] that keeps it from being saved; `bad_key`; `too_many` surveys.
pub async fn put(
    store: &Store,
    workspace: WorkspaceId,
    key: &str,
    definition: &[u8],
    actor: &str,
) -> Result<(Model, bool)> {
    let survey = read(definition)?;
    let (env, txn) = (store.env().clone(), store.write().await?);
    let known = store.surveys(workspace).await?;
    let row = match known.iter().find(|row| row.key == key) {
        Some(row) => {
            Entity::find_by_id(&row.id).lock_exclusive().one(&*txn).await.check()?;
            let row = ActiveModel {
                id: Set(row.id.clone()),
                title: Set(editing::name(&survey, key)),
                draft: Set(serde_json::to_string(&survey).map_err(Error::internal)?),
                updated_at: Set(env.now().0),
                ..Default::default()
            };
            Entity::update(row).exec(&*txn).await.check()?
        }
        None if kernel::survey::key_from(key) != key || key.is_empty() => {
            return Err(Refusal::new("bad_key").at("key").with("value", key.to_owned()).into());
        }
        None => begin(&txn, &env, workspace, &known, key.to_owned(), &survey).await?,
    };
    let is_new = known.iter().all(|known| known.id != row.id);
    let deed = Deed { actor, action: "survey.define", subject: &row.id, detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok((row, is_new))
}

fn read(definition: &[u8]) -> Result<Survey> {
    if definition.len() > DEFINITION_BYTES_MAX {
        return Err(Refusal::new("too_large").into());
    }
    let place = |error: &serde_json::Error| format!("{}:{}", error.line(), error.column());
    let survey: Survey = serde_json::from_slice(definition).map_err(|error| {
        if error.is_syntax() || error.is_eof() {
            return Refusal::new("bad_json")
                .at(place(&error))
                .with("line", error.line().to_string())
                .with("column", error.column().to_string());
        }
        Refusal::new("bad_definition")
            .at(place(&error))
            .with("line", error.line().to_string())
            .with("column", error.column().to_string())
            .with("reason", error.to_string())
    })?;
    match survey.check().into_iter().find(|fault| check::weight(fault) == Weight::Saving) {
        Some(refusal) => Err(refusal.into()),
        None => Ok(survey),
    }
}
