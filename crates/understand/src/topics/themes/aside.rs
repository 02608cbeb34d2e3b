//! `/understand/topics/themes/aside`: a manager says that a theme is none. It stays away until clearly more people
//! write about it; it can be taken back before.

use axum::extract::Path;
use kernel::id::base32;
use kernel::{Error, Refusal, Result, WorkspaceId};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait, EntityTrait, IntoActiveModel as _, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store};
use text::topics::Rule;
use ui::http::{Fields, Flash as _, Manager, Reply, see_other};

use super::PATH;
use crate::entity::theme_aside::{Column, Entity, Model};
use crate::verdict::Verdict;

/// Themes of one survey that are put aside: the latest count.
pub const ASIDE_MAX: u64 = 200;
/// Letters of a label and of a rule.
const LABEL_CHARS_MAX: usize = 200;
const RULE_CHARS_MAX: usize = 2_000;
/// Growth from which on a theme comes back: so many times the share that it had.
const BACK_FROM: f64 = 1.5;

/// Those of a survey, the latest first.
pub async fn of(store: &Store, workspace: WorkspaceId, survey: &str) -> Result<Vec<Model>> {
    Entity::find()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::SurveyId.eq(survey))
        .order_by_desc(Column::At)
        .order_by_asc(Column::Id)
        .limit(ASIDE_MAX)
        .all(store.reads())
        .await
        .check()
}

/// Whether clearly more people write about it now, `(hits, n)`, than when it was put aside.
pub fn is_back(aside: &Model, now: (u64, u64)) -> bool {
    let then = (aside.hits.unsigned_abs(), aside.texts.unsigned_abs());
    let Some(change) = crate::verdict::share_change(now, then) else { return false };
    let share = |(hits, n): (u64, u64)| hits as f64 / n.max(1) as f64;
    // A theme is seldom written about by so many that five points more would be the measure.
    let is_sure = change.verdict(change.p) != Verdict::TooFew && change.p < stats::CLEAR_TO;
    is_sure && share(now) >= BACK_FROM * share(then)
}

/// `POST /understand/topics/themes/aside`. Fields: `survey`, `language`, `label`, `rule`; `hits` of `texts` people wrote
/// about it; `back`, the page to go to.
///
/// # Errors
/// `NotFound` for a survey that this member cannot see; `topic_bad_rule`; `required`.
pub async fn put(manager: Manager, fields: Fields) -> Reply {
    let survey = kernel::SurveyId::from_outside(fields.need("survey")?);
    let survey = manager.store().survey(manager.workspace(), &survey).await?.ok_or(Error::NotFound("survey"))?;
    if !crate::verbatims::may_read(&manager, Some(&survey)).await? {
        return Err(Error::Forbidden.into());
    }
    let rule: String = fields.need("rule")?.chars().take(RULE_CHARS_MAX).collect();
    if rule.parse::<Rule>().is_err() {
        return Err(Refusal::new("topic_bad_rule").at("rule").with("column", 1.to_string()).into());
    }
    let count = |name: &str| fields.get(name).and_then(|count| count.parse::<i64>().ok()).unwrap_or(0).max(0);
    let texts = count("texts");
    let row = Model {
        id: base32(&manager.web.env().bytes::<10>()),
        workspace_id: manager.workspace().0,
        survey_id: survey.id.clone(),
        language: fields.need("language")?.chars().take(16).collect(),
        label: fields.need("label")?.chars().take(LABEL_CHARS_MAX).collect(),
        rule,
        hits: count("hits").min(texts),
        texts,
        by_member: manager.member().to_string(),
        at: manager.web.env().now().0,
    };
    let back = format!("{PATH}/aside/{}/back", row.id);
    let txn = manager.store().write().await?;
    let detail = json!({ "survey": survey.id, "theme": row.label });
    let id = row.id.clone();
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(&*txn).await.check()?;
    let (by, deed) = (manager.member(), "theme.aside");
    audit::note(&txn, manager.workspace(), Deed { actor: by.as_str(), action: deed, subject: &id, detail }).await?;
    txn.commit().await?;
    Ok(see_other(&to(&fields, &survey.id)).flash_undo("understand-themes-aside-done", &back))
}

/// `POST /understand/topics/themes/aside/{id}/back`: it was a theme after all.
///
/// # Errors
/// `NotFound` for one that is not there.
pub async fn back(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let mine = || Entity::find_by_id(id.clone()).filter(Column::WorkspaceId.eq(manager.workspace().0));
    let row = mine().one(manager.store().reads()).await.check()?.ok_or(Error::NotFound("theme"))?;
    let txn = manager.store().write().await?;
    let (by, deed) = (manager.member(), "theme.back");
    let detail = json!({ "survey": row.survey_id, "theme": row.label });
    Entity::delete_by_id(row.id.clone()).exec(&*txn).await.check()?;
    audit::note(&txn, manager.workspace(), Deed { actor: by.as_str(), action: deed, subject: &row.id, detail }).await?;
    txn.commit().await?;
    Ok(see_other(&to(&fields, &row.survey_id)).flash("understand-themes-back-done"))
}

/// The page of themes as it was.
fn to(fields: &Fields, survey: &str) -> String {
    let back = fields.get("back").filter(|back| back.split('?').next() == Some(PATH));
    back.map_or_else(|| format!("{PATH}?survey={}", ui::http::encode(survey)), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back_when_clearly_more_write_about_it() {
        let aside = Model {
            id: String::new(),
            workspace_id: 1,
            survey_id: String::new(),
            language: "en".into(),
            label: String::new(),
            rule: "x".into(),
            hits: 20,
            texts: 1_000,
            by_member: String::new(),
            at: 0,
        };
        assert!(is_back(&aside, (60, 1_000)));
        assert!(!is_back(&aside, (24, 1_000)), "a little more");
        assert!(!is_back(&aside, (2, 1_000)), "fewer");
        assert!(!is_back(&aside, (3, 8)), "too few to say");
        assert!(!is_back(&Model { hits: 300, ..aside }, (350, 1_000)), "sure, and no news");
    }
}
