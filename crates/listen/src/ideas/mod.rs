//! Ideas: what respondents suggest, and their votes for what others suggested. A suggestion waits until a member lets
//! others see it.

mod page;

use std::collections::BTreeSet;

use kernel::flow::{Asked, Given};
use kernel::survey::{Kind, Survey};
use kernel::{Refusal, Result, Role, Timestamp, id};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use store::{Check, Txn};
use ui::http::{Access, Routes};

use crate::doors::Live;
use crate::entity::idea::{ActiveModel, Column, Entity};

/// Values of `state`.
pub const WAITING: &str = "waiting";
pub const SHOWN: &str = "shown";
pub const HIDDEN: &str = "hidden";

/// Ideas that one page offers, and from how many these are drawn.
pub const OFFERED_MAX: usize = 10;
const DRAWN_MAX: u64 = 500;

pub(crate) fn routes() -> Routes {
    let manager = Access::Member(Role::Manager);
    Routes::new().get("/listen/surveys/{survey}/ideas", manager, page::list).post(
        "/listen/surveys/{survey}/ideas/{idea}",
        manager,
        page::turn,
    )
}

/// The ideas that a question offers to one respondent: id and words. Everybody is offered others, drawn by the seed, so
/// that early ideas do not get all votes; those that were voted for before stay.
pub async fn offered(
    connection: &impl ConnectionTrait,
    live: &Live,
    question: &str,
    language: &str,
    seed: u64,
    given: &Given,
) -> Result<Vec<(String, String)>> {
    let rows = Entity::find()
        .filter(Column::WorkspaceId.eq(live.workspace.0))
        .filter(Column::SurveyId.eq(live.id.as_str()))
        .filter(Column::State.eq(SHOWN))
        .filter(Column::Question.eq(kernel::survey::key_of(question)))
        .filter(Column::Language.eq(language))
        .order_by_desc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .limit(DRAWN_MAX)
        .all(connection)
        .await
        .check()?;
    let voted = votes(given.get(question));
    let mut rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let drawn = Sha256::new().chain_update(seed.to_be_bytes()).chain_update(&row.id).finalize();
            (!voted.contains(row.id.as_str()), drawn, row)
        })
        .collect();
    rows.sort_by(|a, b| (a.0, &a.1[..]).cmp(&(b.0, &b.1[..])));
    let keep = OFFERED_MAX.max(voted.len());
    Ok(rows.into_iter().take(keep).map(|(_, _, row)| (row.id, row.text)).collect())
}

/// Whether all votes of an answer are for ideas that were shown.
///
/// # Errors
/// `unknown_option` at the answer key.
pub async fn check(
    connection: &impl ConnectionTrait,
    live: &Live,
    asked: &Asked<'_>,
    value: &Json,
) -> Result<Option<Refusal>> {
    let voted = votes(Some(value));
    if asked.question.kind != Kind::Ideas || voted.is_empty() {
        return Ok(None);
    }
    let rows = Entity::find()
        .filter(Column::WorkspaceId.eq(live.workspace.0))
        .filter(Column::SurveyId.eq(live.id.as_str()))
        .filter(Column::Question.eq(asked.question.key.as_str()))
        .filter(Column::State.ne(WAITING))
        .filter(Column::Id.is_in(voted.iter().copied()))
        .all(connection)
        .await
        .check()?;
    let known: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let unknown = voted.iter().find(|id| !known.contains(*id));
    Ok(unknown.map(|id| {
        let short: String = id.chars().take(60).collect();
        Refusal::new("unknown_option").at(&asked.key).with("value", short)
    }))
}

/// Brings votes and suggestions in line with what a response says now, in the write that saves it.
pub async fn follow(
    txn: &Txn,
    live: &Live,
    survey: &Survey,
    response: &str,
    language: &str,
    (before, after): (&Given, &Given),
    now: Timestamp,
) -> Result<()> {
    let is_ideas = |key: &&String| survey.asked(key).is_some_and(|question| question.kind == Kind::Ideas);
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).filter(is_ideas).collect();
    for key in keys {
        let (had, has) = (before.get(key), after.get(key));
        if had == has {
            continue;
        }
        let (had_votes, has_votes) = (votes(had), votes(has));
        let (gained, lost): (Vec<&str>, Vec<&str>) =
            (has_votes.difference(&had_votes).copied().collect(), had_votes.difference(&has_votes).copied().collect());
        count(txn, live, &gained, 1).await?;
        count(txn, live, &lost, -1).await?;
        if own(had) != own(has) {
            suggest(txn, live, key, response, language, own(has), now).await?;
        }
    }
    Ok(())
}

/// `ids` are in order, so that no two writes wait for each other.
async fn count(txn: &Txn, live: &Live, ids: &[&str], change: i64) -> Result<()> {
    for id in ids {
        Entity::update_many()
            .col_expr(Column::Votes, Expr::col(Column::Votes).add(change))
            .filter(Column::WorkspaceId.eq(live.workspace.0))
            .filter(Column::SurveyId.eq(live.id.as_str()))
            .filter(Column::Id.eq(*id))
            .exec(&**txn)
            .await
            .check()?;
    }
    Ok(())
}

/// Keeps one suggestion a response and question. Once a member has decided about it, it stays as they saw it.
async fn suggest(
    txn: &Txn,
    live: &Live,
    key: &str,
    response: &str,
    language: &str,
    text: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    let hash = Sha256::new().chain_update("idea").chain_update(response).chain_update([0]).chain_update(key).finalize();
    let id = format!("idea_{}", id::base32(&hash[..15]));
    let Some(text) = text else {
        let waits = Entity::delete_many().filter(Column::Id.eq(&id)).filter(Column::State.eq(WAITING));
        waits.exec(&**txn).await.check()?;
        return Ok(());
    };
    let row = ActiveModel {
        id: Set(id),
        workspace_id: Set(live.workspace.0),
        survey_id: Set(live.id.to_string()),
        question: Set(kernel::survey::key_of(key).to_owned()),
        response_id: Set(Some(response.to_owned())),
        language: Set(language.to_owned()),
        text: Set(text.to_owned()),
        state: Set(WAITING.into()),
        votes: Set(0),
        created_at: Set(now.0),
    };
    let mut again = OnConflict::column(Column::Id);
    again.update_columns([Column::Text, Column::Language]);
    again.action_and_where(Expr::col((Entity, Column::State)).eq(WAITING));
    Entity::insert(row).on_conflict(again).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

/// Takes the suggestions of a response away.
pub async fn forget(txn: &Txn, workspace: kernel::WorkspaceId, response: &str) -> Result<()> {
    let of = Entity::delete_many().filter(Column::WorkspaceId.eq(workspace.0)).filter(Column::ResponseId.eq(response));
    of.exec(&**txn).await.check()?;
    Ok(())
}

fn votes(value: Option<&Json>) -> BTreeSet<&str> {
    let list = value.and_then(|value| value.get("votes")).and_then(Json::as_array);
    list.into_iter().flatten().filter_map(Json::as_str).collect()
}

fn own(value: Option<&Json>) -> Option<&str> {
    value?.get("own")?.as_str().map(str::trim).filter(|text| !text.is_empty())
}
