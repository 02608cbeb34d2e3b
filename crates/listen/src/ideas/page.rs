//! `/listen/surveys/{survey}/ideas`: members let suggestions through, or not.

use axum::extract::{Path, RawQuery};
use kernel::{Error, Refusal};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use ui::Section;
use ui::http::{Fields, Flash, Manager, Reply, see_other};

use super::{HIDDEN, SHOWN, WAITING};
use crate::entity::idea::{ActiveModel, Column, Entity, Model};
use crate::surveys::editing;
use crate::surveys::editor::Head;

/// Ideas on one page.
const PAGE_MAX: u64 = 100;

#[derive(Serialize)]
struct View {
    survey: Head,
    state: &'static str,
    ideas: Vec<Idea>,
    /// There are more; these come first.
    more: bool,
}

#[derive(Serialize)]
struct Idea {
    id: String,
    text: String,
    language: String,
    votes: i64,
}

pub async fn list(manager: Manager, Path(survey): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&manager, &survey).await?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let state = state_of(query.get("state")).unwrap_or(WAITING);
    let of = Entity::find()
        .filter(Column::WorkspaceId.eq(manager.workspace().0))
        .filter(Column::SurveyId.eq(&row.id))
        .filter(Column::State.eq(state));
    let mut ideas = of
        .order_by_desc(Column::Votes)
        .order_by_desc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .limit(PAGE_MAX + 1)
        .all(manager.store().reads())
        .await
        .check()?;
    let more = ideas.len() as u64 > PAGE_MAX;
    ideas.truncate(PAGE_MAX as usize);
    let idea = |row: Model| Idea { id: row.id, text: row.text, language: row.language, votes: row.votes };
    let view = View {
        survey: Head::of(&row, &row.draft()?, &manager),
        state,
        ideas: ideas.into_iter().map(idea).collect(),
        more,
    };
    manager.page("listen/ideas/list.html", Section::Listen, view).await
}

/// `POST /listen/surveys/{survey}/ideas/{idea}`: takes the field `state`.
///
/// # Errors
/// `not_found` for an idea of another survey; `unknown_state`.
pub async fn turn(manager: Manager, Path((survey, idea)): Path<(String, String)>, fields: Fields) -> Reply {
    let row = editing::find(&manager, &survey).await?;
    let txn = manager.store().write().await?;
    let found = Entity::find_by_id(&idea)
        .filter(Column::WorkspaceId.eq(manager.workspace().0))
        .filter(Column::SurveyId.eq(&row.id))
        .one(&*txn)
        .await
        .check()?
        .ok_or(Error::NotFound("idea"))?;
    let wanted = fields.get("state");
    let state = state_of(wanted).ok_or_else(|| Refusal::new("unknown_state").at("state"))?;
    let page = format!("/listen/surveys/{}/ideas?state={}", row.id, found.state);
    if found.state != state {
        let changed = ActiveModel { id: Set(idea.clone()), state: Set(state.into()), ..Default::default() };
        Entity::update(changed).exec(&*txn).await.check()?;
        editing::note(&txn, &manager, "idea.turn", &idea).await?;
        txn.commit().await?;
    }
    Ok(see_other(&page).flash("listen-flash-idea"))
}

fn state_of(text: Option<&str>) -> Option<&'static str> {
    [WAITING, SHOWN, HIDDEN].into_iter().find(|state| text == Some(*state))
}
