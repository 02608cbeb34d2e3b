//! Giving a case an owner, or taking the owner away; and how urgent it is.

use axum::extract::Path;
use kernel::{Refusal, Result};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Txn};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::case;
use super::event::{self, What};
use super::notice::{self, Notices, Reason};

/// The highest priority.
pub const PRIORITY_MAX: i32 = 3;

/// Field `owner`: a member's id, or nothing; `priority`, where it is to change too. Goes back to the path in `back`, else
/// to the case.
///
/// # Errors
/// `not_an_agent` at `owner`: only who works here and may answer customers.
pub async fn assign(agent: Agent, Path(id): Path<String>, form: Fields) -> Reply {
    let txn = agent.store().write().await?;
    let found = super::hold(&txn, &agent, &id).await?;
    if form.has("owner") {
        give(&txn, &agent, &found, form.get("owner")).await?;
    }
    if let Some(priority) = form.get("priority").and_then(|text| text.parse().ok()) {
        rank(&txn, &agent, &found, priority).await?;
    }
    let (actor, detail) = (agent.member(), json!({ "owner": form.get("owner"), "priority": form.get("priority") }));
    let deed = Deed { actor: actor.as_str(), action: "case.assign", subject: &found.id, detail };
    audit::note(&txn, agent.workspace(), deed).await?;
    txn.commit().await?;
    let case = format!("/act/cases/{}", found.id);
    Ok(see_other(form.get("back").unwrap_or(&case)).flash("case-flash-assigned"))
}

/// Gives a case to a member, who is told unless they took it themselves.
pub async fn give(txn: &Txn, asking: &Asking, found: &case::Model, owner: Option<&str>) -> Result<()> {
    if found.owner.as_deref() == owner {
        return Ok(());
    }
    let workspace = asking.workspace();
    if let Some(owner) = owner
        && notice::here(txn, workspace, owner).await?.is_none()
    {
        return Err(Refusal::new("not_an_agent").at("owner").into());
    }
    let row = case::ActiveModel {
        id: Set(found.id.clone()),
        owner: Set(owner.map(str::to_owned)),
        updated_at: Set(asking.web.env().now().0),
        ..Default::default()
    };
    case::Entity::update(row).exec(&**txn).await.check()?;
    let by = asking.member();
    let once = event::note(txn, workspace, &found.id, Some(by.as_str()), What::Assigned, owner).await?;
    match owner {
        Some(owner) if owner != by.as_str() => {
            let notices = Notices::of(&asking.web);
            notices.send(txn, workspace, owner, Reason::Assigned, (&found.id, &once)).await
        }
        _ => Ok(()),
    }
}

/// Changes how urgent a case is.
pub async fn rank(txn: &Txn, asking: &Asking, found: &case::Model, priority: i32) -> Result<()> {
    let priority = priority.clamp(0, PRIORITY_MAX);
    if found.priority == priority {
        return Ok(());
    }
    let row = case::ActiveModel {
        id: Set(found.id.clone()),
        priority: Set(priority),
        updated_at: Set(asking.web.env().now().0),
        ..Default::default()
    };
    case::Entity::update(row).exec(&**txn).await.check()?;
    let (by, detail) = (asking.member(), priority.to_string());
    event::note(txn, asking.workspace(), &found.id, Some(by.as_str()), What::Priority, Some(&detail)).await?;
    Ok(())
}
