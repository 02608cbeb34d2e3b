//! Saying that the customer has been answered by another way, e.g. on the phone, and taking it back.

use axum::extract::Path;
use kernel::Result;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::case;
use super::event::{self, What};
use super::reply;

/// The case waits for the customer; whoever says so owns it if nobody did.
pub async fn answer(agent: Agent, Path(id): Path<String>, form: Fields) -> Reply {
    let id = mark(&agent, &id, true).await?;
    let case = format!("/act/cases/{id}");
    Ok(see_other(form.get("back").unwrap_or(&case)).flash_undo("case-flash-answered", &format!("{case}/unanswer")))
}

/// The customer still waits.
pub async fn unanswer(agent: Agent, Path(id): Path<String>) -> Reply {
    let id = mark(&agent, &id, false).await?;
    Ok(see_other(&format!("/act/cases/{id}")).flash("case-flash-unanswered"))
}

async fn mark(asking: &Asking, id: &str, is_answered: bool) -> Result<String> {
    let txn = asking.store().write().await?;
    let (found, member) = (super::hold(&txn, asking, id).await?, asking.member());
    if is_answered {
        reply::mark(&txn, &found, member.as_str()).await?;
    } else {
        let row = case::ActiveModel {
            id: Set(found.id.clone()),
            answered_at: Set(None),
            answered_by: Set(None),
            updated_at: Set(asking.web.env().now().0),
            ..Default::default()
        };
        case::Entity::update(row).exec(&*txn).await.check()?;
    }
    let what = if is_answered { What::AnsweredElsewhere } else { What::Unanswered };
    event::note(&txn, asking.workspace(), &found.id, Some(member.as_str()), what, None).await?;
    let action = if is_answered { "case.answer" } else { "case.unanswer" };
    let deed = Deed { actor: member.as_str(), action, subject: &found.id, detail: json!({}) };
    audit::note(&txn, asking.workspace(), deed).await?;
    txn.commit().await?;
    Ok(found.id)
}
