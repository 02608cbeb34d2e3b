//! Saying that the customer has been answered by another way, e.g. on the phone, and taking it back.

use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use kernel::{Error, Refusal, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Txn};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::case;
use super::entity::event as events;
use super::event::{self, What};
use super::reply;
use super::show::{self, Typed};
use super::stage::Stage;
use super::view::Reads;
use crate::messages;

/// What an answer by another way changed, kept with its event: taking it back restores this.
#[derive(Debug, Serialize, Deserialize)]
struct Before {
    answered_at: Option<i64>,
    answered_by: Option<String>,
    again_at: Option<i64>,
    owner: Option<String>,
    /// Messages of the case until then.
    messages: u64,
}

/// The case waits for the customer; whoever says so owns it if nobody did. One that waits already stays as it is.
pub async fn answer(agent: Agent, Path(id): Path<String>, form: Fields) -> Reply {
    let txn = agent.store().write().await?;
    let (found, member) = (super::hold(&txn, &agent, &id).await?, agent.member());
    let case = format!("/act/cases/{}", found.id);
    let back = see_other(form.get("back").unwrap_or(&case));
    if Stage::of(&found) == Stage::Waits {
        return Ok(back.flash("case-flash-answered"));
    }
    let before = Before {
        messages: count(&txn, &found).await?,
        answered_at: found.answered_at,
        answered_by: found.answered_by.clone(),
        again_at: found.again_at,
        owner: found.owner.clone(),
    };
    reply::mark(&txn, &found, member.as_str()).await?;
    let detail = json!(before).to_string();
    event::note(&txn, agent.workspace(), &found.id, Some(member.as_str()), What::AnsweredElsewhere, Some(&detail))
        .await?;
    audited(&txn, &agent, "case.answer", &found).await?;
    txn.commit().await?;
    Ok(back.flash_undo("case-flash-answered", &format!("{case}/unanswer")))
}

/// The customer still waits: everything is as it was before the last answer by another way.
///
/// # Errors
/// 409 `answer_stays` where the last answer was a message.
pub async fn unanswer(agent: Agent, Extension(reads): Extension<Reads>, Path(id): Path<String>) -> Reply {
    match restore(&agent, &id).await {
        Ok(case) => Ok(see_other(&format!("/act/cases/{case}")).flash("case-flash-unanswered")),
        Err(Error::Refused(refusal)) => {
            let mut page = show::page(&agent, &reads, &id, Typed::refused(&agent, &refusal, "answer")).await?;
            *page.status_mut() = StatusCode::CONFLICT;
            Ok(page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn restore(asking: &Asking, id: &str) -> Result<String> {
    let txn = asking.store().write().await?;
    let (found, member) = (super::hold(&txn, asking, id).await?, asking.member());
    if found.answered_at.is_none() {
        return Ok(found.id);
    }
    let answers = events::Entity::find()
        .filter(events::Column::CaseId.eq(&found.id))
        .filter(events::Column::Kind.eq(What::AnsweredElsewhere.as_str()))
        .filter(events::Column::Detail.is_not_null());
    let last = answers.order_by_desc(events::Column::At).one(&*txn).await.check()?;
    let stays = || Refusal::new("answer_stays");
    let last = last.ok_or_else(stays)?;
    let before: Option<Before> = last.detail.as_deref().and_then(|detail| serde_json::from_str(detail).ok());
    let before = before.ok_or_else(stays)?;
    if before.messages != count(&txn, &found).await? {
        return Err(stays().into());
    }
    let was_given = before.owner.is_none() && found.owner == last.member_id;
    let row = case::ActiveModel {
        id: Set(found.id.clone()),
        answered_at: Set(before.answered_at),
        answered_by: Set(before.answered_by),
        // Whose turn it has become since then stays theirs.
        again_at: Set(found.again_at.or(before.again_at)),
        owner: Set(if was_given { None } else { found.owner.clone() }),
        updated_at: Set(asking.web.env().now().0),
        ..Default::default()
    };
    case::Entity::update(row).exec(&*txn).await.check()?;
    // The one before it, if any, is the next that can be taken back.
    let spent = events::ActiveModel { id: Set(last.id), detail: Set(None), ..Default::default() };
    events::Entity::update(spent).exec(&*txn).await.check()?;
    event::note(&txn, asking.workspace(), &found.id, Some(member.as_str()), What::Unanswered, None).await?;
    audited(&txn, asking, "case.unanswer", &found).await?;
    txn.commit().await?;
    Ok(found.id)
}

async fn count(txn: &Txn, found: &case::Model) -> Result<u64> {
    let of = messages::Filter { thread: Some(&found.id), ..messages::Filter::default() };
    messages::count(&**txn, kernel::WorkspaceId(found.workspace_id), &of).await
}

async fn audited(txn: &Txn, asking: &Asking, action: &'static str, found: &case::Model) -> Result<()> {
    let member = asking.member();
    let deed = Deed { actor: member.as_str(), action, subject: &found.id, detail: json!({}) };
    audit::note(txn, asking.workspace(), deed).await
}
