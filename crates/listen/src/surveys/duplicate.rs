//! Copies a survey: its draft under another key and link, without answers.

use axum::extract::Path;
use kernel::Locale;
use ui::http::{Flash, Manager, Reply, see_other};

use crate::surveys::begin::begin;
use crate::surveys::{TITLE_CHARS_MAX, editing, keys};

/// `POST /listen/surveys/{survey}/duplicate`
///
/// # Errors
/// `too_many` beyond [`crate::surveys::SURVEYS_MAX`].
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
    let key = keys::unique(&original.key, "survey", |key| known.iter().any(|row| row.key == key));
    let copy = begin(&txn, &env, manager.workspace(), &known, key, &survey).await?;
    editing::note(&txn, &manager, "survey.duplicate", &copy.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/listen/surveys/{}", copy.id)).flash("survey-flash-duplicated"))
}
