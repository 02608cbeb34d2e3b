//! How far an initiative has come: moving it on, dropping it with a reason, taking either back.

use axum::extract::{Path, Query};
use jiff::civil::Date;
use kernel::{Refusal, Result, id::base32};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use serde_json::json;
use store::entity::initiative;
use store::{Check, Txn};
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::entity::{note as noted, person};
use super::{State, find, note};

const REASON_CHARS_MAX: usize = 2_000;
/// Notes that a page shows.
const NOTES_MAX: u64 = 50;

#[derive(Deserialize)]
pub struct Undo {
    /// The state that an undo goes back to, and the day that was there; empty where there was none.
    to: Option<String>,
    starts_on: Option<String>,
}

/// `POST /act/initiatives/{initiative}/state`: fields `to`, for `done` the day `starts_on` from which customers meet the
/// change, for `dropped` a `reason`. Goes back to the path in `back`.
///
/// # Errors
/// `not_offered` at `to`; `required` and `bad_day` at `starts_on`, `required` and `too_long` at `reason`.
pub async fn change(manager: Manager, Path(id): Path<String>, Query(undo): Query<Undo>, fields: Fields) -> Reply {
    let txn = manager.store().write().await?;
    let row = find(&*txn, &manager, &id).await?;
    let is_undo = undo.to.is_some();
    let to = undo.to.as_deref().or(fields.get("to")).and_then(State::parse);
    let to = to.ok_or_else(|| Refusal::new("not_offered").at("to"))?;
    let starts_on = match undo.starts_on.as_deref().or(fields.get("starts_on")) {
        Some("") => None,
        Some(day) => Some(read_day(day)?),
        None => row.starts_on.clone(),
    };
    if to == State::Done && starts_on.is_none() {
        return Err(Refusal::new("required").at("starts_on").into());
    }
    if to == State::Dropped {
        let reason = match fields.get("reason") {
            Some(reason) if reason.chars().count() > REASON_CHARS_MAX => {
                let max = REASON_CHARS_MAX.to_string();
                return Err(Refusal::new("too_long").at("reason").with("max", max).into());
            }
            Some(reason) => Some(reason),
            None if is_undo => None,
            None => return Err(Refusal::new("required").at("reason").into()),
        };
        if let Some(reason) = reason {
            say(&txn, &manager, &row.id, to, reason).await?;
        }
    }
    let from = State::of(&row);
    set(&txn, &manager, &row, to, starts_on).await?;
    let detail = json!({ "from": from.as_str(), "to": to.as_str() });
    note(&txn, &manager, action(to), &row.id, Some(detail)).await?;
    txn.commit().await?;
    let page = format!("/act/initiatives/{}", row.id);
    let reply = see_other(fields.get("back").unwrap_or(&page));
    if from == to || is_undo {
        return Ok(reply.flash("initiative-flash-saved"));
    }
    let day = row.starts_on.as_deref().unwrap_or_default();
    Ok(reply.flash_undo("initiative-flash-moved", &format!("{page}/state?to={}&starts_on={day}", from.as_str())))
}

fn action(to: State) -> &'static str {
    match to {
        State::Proposed => "initiative.proposed",
        State::Planned => "initiative.planned",
        State::Doing => "initiative.doing",
        State::Done => "initiative.done",
        State::Dropped => "initiative.dropped",
    }
}

fn read_day(text: &str) -> Result<String, Refusal> {
    let day = kernel::format::parse_digits(text).parse::<Date>();
    day.map(|day| day.to_string()).map_err(|_| Refusal::new("bad_day").at("starts_on"))
}

async fn set(txn: &Txn, asking: &Asking, row: &initiative::Model, to: State, starts_on: Option<String>) -> Result<()> {
    let now = asking.web.env().now().0;
    let is_done = to == State::Done;
    let changed = initiative::ActiveModel {
        id: Set(row.id.clone()),
        state: Set(to.as_str().into()),
        starts_on: Set(starts_on),
        done_at: Set(is_done.then(|| row.done_at.unwrap_or(now))),
        changed_at: Set(now),
        ..Default::default()
    };
    initiative::Entity::update(changed).exec(&**txn).await.check()?;
    if !is_done {
        // Nobody is told any more that something is done which is not.
        let waiting = person::Entity::delete_many()
            .filter(person::Column::InitiativeId.eq(&row.id))
            .filter(person::Column::State.eq(super::told::DUE));
        waiting.exec(&**txn).await.check()?;
    }
    Ok(())
}

/// Keeps why a state changed, in words.
async fn say(txn: &Txn, asking: &Asking, initiative: &str, state: State, text: &str) -> Result<()> {
    let row = noted::ActiveModel {
        id: Set(format!("note_{}", base32(&asking.web.env().bytes::<16>()))),
        workspace_id: Set(asking.workspace().0),
        initiative_id: Set(initiative.to_owned()),
        state: Set(state.as_str().into()),
        text: Set(text.to_owned()),
        by_member: Set(asking.member().to_string()),
        at: Set(asking.web.env().now().0),
    };
    noted::Entity::insert(row).exec_without_returning(&**txn).await.map(drop).check()
}

/// What was said when states changed, the latest first.
pub async fn said(asking: &Asking, initiative: &str) -> Result<Vec<noted::Model>> {
    noted::Entity::find()
        .filter(noted::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(noted::Column::InitiativeId.eq(initiative))
        .order_by_desc(noted::Column::At)
        .order_by_desc(noted::Column::Id)
        .limit(NOTES_MAX)
        .all(asking.store().reads())
        .await
        .check()
}
