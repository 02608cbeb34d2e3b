//! Copies a survey: its draft under another key and link, without answers.

use axum::extract::Path;
use kernel::{Error, Locale, Refusal, SurveyId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use store::entity::survey::{ActiveModel, Entity};
use store::surveys::DRAFT;
use ui::http::{Flash, Manager, Reply, see_other};

use crate::surveys::{SURVEYS_MAX, TITLE_CHARS_MAX, editing, keys};

/// `POST /listen/surveys/{survey}/duplicate`
///
/// # Errors
/// `too_many` beyond [`SURVEYS_MAX`].
pub async fn duplicate(manager: Manager, Path(id): Path<String>) -> Reply {
    let original = editing::find(&manager, &id).await?;
    let mut survey = original.draft()?;
    for (tag, title) in &mut survey.title.0 {
        let locale = Locale::parse(tag).unwrap_or(Locale::En);
        let copy = manager.web.pages.plain(locale, "survey-copy-title", &[("title", title.as_str().into())]);
        // A title that would get too long stays as it is; the key tells the two apart.
        if copy.chars().count() <= TITLE_CHARS_MAX {
            *title = copy;
        }
    }
    let (env, txn) = (manager.web.env().clone(), manager.store().write().await?);
    let known = manager.store().surveys(manager.workspace()).await?;
    if known.len() >= SURVEYS_MAX {
        return Err(Refusal::new("too_many").with("max", SURVEYS_MAX.to_string()).into());
    }
    let key = keys::unique(&original.key, "survey", |key| known.iter().any(|row| row.key == key));
    let (copy, now) = (SurveyId::new(&env), env.now().0);
    let row = ActiveModel {
        id: Set(copy.to_string()),
        workspace_id: Set(manager.workspace().0),
        title: Set(editing::name(&survey, &key)),
        key: Set(key),
        state: Set(DRAFT.into()),
        link: Set(env.secret()),
        draft: Set(serde_json::to_string(&survey).map_err(Error::internal)?),
        published: Set(None),
        version: Set(0),
        created_at: Set(now),
        updated_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    editing::note(&txn, &manager, "survey.duplicate", copy.as_str()).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/listen/surveys/{copy}")).flash("survey-flash-duplicated"))
}
