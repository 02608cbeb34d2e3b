//! Giving a case an owner, or taking the owner away.

use axum::extract::Path;
use kernel::{MemberId, Refusal, Role};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use ui::http::{Agent, Fields, Flash, Reply, see_other};

use super::entity::case;

/// Field `owner`: a member's id, or nothing. Goes back to the path in `back`, else to the case.
pub async fn assign(agent: Agent, Path(id): Path<String>, form: Fields) -> Reply {
    let owner = form.get("owner").map(MemberId::from_outside);
    if let Some(owner) = &owner {
        let member = agent.store().member(agent.workspace(), owner).await?;
        if !member.is_some_and(|member| member.disabled_at.is_none() && member.role() >= Role::Agent) {
            return Err(Refusal::new("not_an_agent").at("owner").into());
        }
    }
    let txn = agent.store().write().await?;
    let found = super::find(&*txn, &agent, &id).await?;
    let row = case::ActiveModel {
        id: Set(found.id.clone()),
        owner: Set(owner.as_ref().map(ToString::to_string)),
        ..Default::default()
    };
    case::Entity::update(row).exec(&*txn).await.check()?;
    let detail = json!({ "owner": owner });
    let actor = agent.member();
    let deed = Deed { actor: actor.as_str(), action: "case.assign", subject: &found.id, detail };
    audit::note(&txn, agent.workspace(), deed).await?;
    txn.commit().await?;
    let case = format!("/act/cases/{}", found.id);
    Ok(see_other(form.get("back").unwrap_or(&case)).flash("case-flash-assigned"))
}
