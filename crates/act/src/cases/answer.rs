//! Saying that the customer has been answered, and taking it back.

use axum::extract::Path;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::case;

/// The case leaves Home; whoever says so owns it if nobody did.
pub async fn answer(agent: Agent, Path(id): Path<String>, form: Fields) -> Reply {
    let id = mark(&agent, &id, true).await?;
    let case = format!("/act/cases/{id}");
    Ok(see_other(form.get("back").unwrap_or(&case)).flash_undo("case-flash-answered", &format!("{case}/reopen")))
}

/// The case is open again.
pub async fn reopen(agent: Agent, Path(id): Path<String>) -> Reply {
    let id = mark(&agent, &id, false).await?;
    Ok(see_other(&format!("/act/cases/{id}")).flash("case-flash-reopened"))
}

async fn mark(agent: &Asking, id: &str, answered: bool) -> kernel::Result<String> {
    let txn = agent.store().write().await?;
    let found = super::find(&*txn, agent, id).await?;
    let (now, member) = (agent.web.env().now(), agent.member());
    let mut row = case::ActiveModel {
        id: Set(found.id.clone()),
        answered_at: Set(answered.then_some(now.0)),
        answered_by: Set(answered.then(|| member.to_string())),
        closed_at: Set(answered.then_some(now.0)),
        closed_by: Set(answered.then(|| member.to_string())),
        updated_at: Set(now.0),
        ..Default::default()
    };
    if answered && found.owner.is_none() {
        row.owner = Set(Some(member.to_string()));
    }
    case::Entity::update(row).exec(&*txn).await.check()?;
    let action = if answered { "case.answer" } else { "case.reopen" };
    let deed = Deed { actor: member.as_str(), action, subject: &found.id, detail: json!({}) };
    audit::note(&txn, agent.workspace(), deed).await?;
    txn.commit().await?;
    Ok(found.id)
}
