//! The survey that an import belongs to: found by its name, made where it is missing, and given the questions and
//! options that the file has beyond it. Nothing that it asks is changed.

use kernel::survey::{Kind, Survey, key_from};
use kernel::{Error, Refusal, Result, SurveyId, WorkspaceId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::survey::{ActiveModel, Column, Entity, Model};
use store::surveys::OPEN;
use store::{Check, Txn};

use crate::entity::survey_version;
use crate::import::{Mapping, Role, merged, survey_from};
use crate::surveys::SURVEYS_MAX;

/// The survey as rows are read against it.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub id: SurveyId,
    pub key: String,
    pub survey: Survey,
}

/// Finds or makes the survey `name` (its key, its title, or words that make its key) and adds what `mapping` asks
/// beyond it. A new survey is open; one that exists keeps its state.
///
/// # Errors
/// `bad_survey_name`, `too_many`, `question_differs`, `too_many_questions`, and `anonymous_survey` at a column that
/// names people.
pub(super) async fn prepare(
    txn: &Txn,
    workspace: WorkspaceId,
    name: &str,
    mapping: &Mapping,
    actor: &str,
) -> Result<Target> {
    let (row, is_new) = find_or_make(txn, workspace, name.trim()).await?;
    let draft = row.draft()?;
    let made = survey_from(mapping, name.trim(), draft.language(""));
    let wanted = merged(&draft, &made)?;
    let published = match row.published()? {
        Some(published) => Some(merged(&published, &made)?),
        None => is_new.then(|| wanted.clone()),
    };
    let survey = published.as_ref().unwrap_or(&wanted).clone();
    if survey.anonymous {
        let naming = mapping.columns.iter().find(|column| matches!(column.role, Role::Contact | Role::Email));
        if let Some(column) = naming {
            return Err(Refusal::new("anonymous_survey").at(&column.name).into());
        }
    }
    let action = if is_new { "survey.create" } else { "survey.extend" };
    keep(txn, &row, wanted, published, (actor, action)).await?;
    Ok(Target { id: row.id(), key: row.key, survey })
}

/// Adds the options that the rows brought to the survey's choices.
pub(super) async fn learn(
    txn: &Txn,
    workspace: WorkspaceId,
    target: &Target,
    read: &Survey,
    actor: &str,
) -> Result<()> {
    let grown = |question: &&kernel::survey::Question| {
        target.survey.question(&question.key).is_some_and(|before| before.options.len() < question.options.len())
    };
    if !read.questions.iter().any(|question| grown(&question)) {
        return Ok(());
    }
    let Some(row) = by_key(txn, workspace, &target.key).await? else { return Ok(()) };
    let draft = with_options(row.draft()?, read);
    let published = row.published()?.map(|published| with_options(published, read));
    keep(txn, &row, draft, published, (actor, "survey.extend")).await
}

fn with_options(mut survey: Survey, read: &Survey) -> Survey {
    for question in survey.questions.iter_mut().filter(|question| matches!(question.kind, Kind::Choice | Kind::Choices))
    {
        for option in read.question(&question.key).into_iter().flat_map(|read| &read.options) {
            if !question.options.iter().any(|known| known.key == option.key) {
                question.options.push(option.clone());
            }
        }
    }
    survey
}

async fn by_key(txn: &Txn, workspace: WorkspaceId, key: &str) -> Result<Option<Model>> {
    Entity::find()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::Key.eq(key))
        .lock_exclusive()
        .one(&**txn)
        .await
        .check()
}

/// The survey, and whether it was made just now.
async fn find_or_make(txn: &Txn, workspace: WorkspaceId, name: &str) -> Result<(Model, bool)> {
    let key = key_from(name);
    if key.is_empty() {
        return Err(Refusal::new("bad_survey_name").at("survey").into());
    }
    for known in [name, &key] {
        if let Some(row) = by_key(txn, workspace, known).await? {
            return Ok((row, false));
        }
    }
    let of = Entity::find().filter(Column::WorkspaceId.eq(workspace.0));
    let all = of.lock_exclusive().all(&**txn).await.check()?;
    if let Some(row) = all.iter().find(|row| row.title == name) {
        return Ok((row.clone(), false));
    }
    if all.len() >= SURVEYS_MAX {
        return Err(Refusal::new("too_many").at("survey").with("max", SURVEYS_MAX.to_string()).into());
    }
    let made = make(txn, workspace, name, &key).await?;
    let row = by_key(txn, workspace, &key).await?.ok_or(Error::NotFound("survey"))?;
    Ok((row, made))
}

/// Whether it was us who made it: another import may do so at the same moment.
async fn make(txn: &Txn, workspace: WorkspaceId, name: &str, key: &str) -> Result<bool> {
    let (env, store) = (txn.store().env(), txn.store());
    let languages =
        store.workspace(workspace).await?.ok_or_else(|| Error::internal("the workspace is gone"))?.languages();
    let language = languages.into_iter().next().unwrap_or_else(|| "en".to_owned());
    let empty = survey_from(&Mapping { columns: Vec::new() }, name, &language);
    let row = ActiveModel {
        id: Set(SurveyId::new(env).to_string()),
        workspace_id: Set(workspace.0),
        key: Set(key.to_owned()),
        title: Set(name.to_owned()),
        state: Set(OPEN.into()),
        link: Set(env.secret()),
        draft: Set(serde_json::to_string(&empty).map_err(Error::internal)?),
        published: Set(None),
        version: Set(0),
        created_at: Set(env.now().0),
        updated_at: Set(env.now().0),
    };
    let taken = OnConflict::columns([Column::WorkspaceId, Column::Key]).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(taken).exec_without_returning(&**txn).await.check()? > 0)
}

/// Keeps what changed; a changed published definition is a new version.
async fn keep(
    txn: &Txn,
    row: &Model,
    draft: Survey,
    published: Option<Survey>,
    deed: (&str, &'static str),
) -> Result<()> {
    let draft = serde_json::to_string(&draft).map_err(Error::internal)?;
    let published = published.map(|survey| serde_json::to_string(&survey)).transpose().map_err(Error::internal)?;
    if draft == row.draft && published == row.published {
        return Ok(());
    }
    let (workspace, now) = (row.workspace(), txn.store().env().now());
    let mut version = row.version;
    if let Some(definition) = published.as_ref().filter(|_| published != row.published) {
        version += 1;
        let frozen = survey_version::ActiveModel {
            workspace_id: Set(workspace.0),
            survey_id: Set(row.id.clone()),
            version: Set(version),
            definition: Set(definition.clone()),
            published_at: Set(now.0),
        };
        survey_version::Entity::insert(frozen).exec_without_returning(&**txn).await.check()?;
    }
    let change = ActiveModel {
        id: Set(row.id.clone()),
        draft: Set(draft),
        published: Set(published),
        version: Set(version),
        updated_at: Set(now.0),
        ..Default::default()
    };
    Entity::update(change).exec(&**txn).await.check()?;
    let (actor, action) = deed;
    audit::note(txn, workspace, Deed { actor, action, subject: &row.id, detail: json!({ "by": "import" }) }).await
}
