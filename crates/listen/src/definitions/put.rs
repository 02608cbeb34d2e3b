//! Makes a survey from its definition, or replaces the draft of one.

use kernel::survey::Survey;
use kernel::survey::check::{self, Weight};
use kernel::{Error, Refusal, Result, SurveyId, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::survey::{ActiveModel, Entity, Model};
use store::surveys::DRAFT;
use store::{Check, Store};

use super::DEFINITION_BYTES_MAX;
use crate::surveys::SURVEYS_MAX;

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
    let (now, draft) = (env.now().0, serde_json::to_string(&survey).map_err(Error::internal)?);
    let title = survey.title.get("", &survey.languages).unwrap_or(key).to_owned();
    let row = match known.iter().find(|row| row.key == key) {
        Some(row) => {
            Entity::find_by_id(&row.id).lock_exclusive().one(&*txn).await.check()?;
            let row = ActiveModel {
                id: Set(row.id.clone()),
                title: Set(title),
                draft: Set(draft),
                updated_at: Set(now),
                ..Default::default()
            };
            Entity::update(row).exec(&*txn).await.check()?
        }
        None => {
            if kernel::survey::key_from(key) != key || key.is_empty() {
                return Err(Refusal::new("bad_key").at("key").with("value", key.to_owned()).into());
            }
            if known.len() >= SURVEYS_MAX {
                return Err(Refusal::new("too_many").with("max", SURVEYS_MAX.to_string()).into());
            }
            let row = ActiveModel {
                id: Set(SurveyId::new(&env).to_string()),
                workspace_id: Set(workspace.0),
                key: Set(key.to_owned()),
                title: Set(title),
                state: Set(DRAFT.into()),
                link: Set(env.secret()),
                draft: Set(draft),
                published: Set(None),
                version: Set(0),
                created_at: Set(now),
                updated_at: Set(now),
            };
            Entity::insert(row).exec_with_returning(&*txn).await.check()?
        }
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
