//! What members do with an insight: put it aside, take that back, give it an owner.

use axum::extract::Path;
use kernel::{Refusal, Result};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::insight::{ActiveModel, Entity};
use ui::http::{Agent, Asking, Fields, Flash as _, Manager, Reply, see_other};

use super::{PATH, seen};
use crate::topics::manage::list::Owners;

/// `POST /understand/insights/{insight}/dismiss`: it stays out of sight until it changes clearly.
///
/// # Errors
/// `NotFound`.
pub async fn dismiss(agent: Agent, Path(id): Path<String>, fields: Fields) -> Reply {
    let seen = seen::one(&agent, &id).await?;
    let row = ActiveModel {
        dismissed_at: Set(Some(agent.web.env().now().0)),
        dismissed_by: Set(Some(agent.member().to_string())),
        dismissed_print: Set(Some(seen.row.print.clone())),
        ..Default::default()
    };
    write(&agent, &id, row, "insight.dismiss", json!({ "key": seen.row.key })).await?;
    Ok(see_other(to(&fields, PATH)).flash_undo("understand-insight-dismissed", &format!("{PATH}/{id}/back")))
}

/// `POST /understand/insights/{insight}/back`: takes that back.
///
/// # Errors
/// `NotFound`.
pub async fn back(agent: Agent, Path(id): Path<String>, fields: Fields) -> Reply {
    let seen = seen::one(&agent, &id).await?;
    let row = ActiveModel {
        dismissed_at: Set(None),
        dismissed_by: Set(None),
        dismissed_print: Set(None),
        ..Default::default()
    };
    write(&agent, &id, row, "insight.back", json!({ "key": seen.row.key })).await?;
    Ok(see_other(to(&fields, &format!("{PATH}/{id}"))).flash("understand-insight-back"))
}

/// `POST /understand/insights/{insight}/owner`. Field: `owner`, a member's id, or nothing for nobody.
///
/// # Errors
/// `NotFound`; `topic_bad_owner` for somebody who is not of the workspace or has left.
pub async fn own(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let seen = seen::one(&manager, &id).await?;
    let owner = fields.get("owner").filter(|owner| !owner.is_empty());
    if let Some(owner) = owner
        && !Owners::load(&manager).await?.has(owner)
    {
        return Err(Refusal::new("topic_bad_owner").at("owner").into());
    }
    let row = ActiveModel { owner: Set(owner.map(str::to_owned)), ..Default::default() };
    write(&manager, &id, row, "insight.owner", json!({ "key": seen.row.key, "owner": owner })).await?;
    Ok(see_other(&format!("{PATH}/{id}")).flash("understand-insight-owned"))
}

async fn write(
    asking: &Asking,
    id: &str,
    row: ActiveModel,
    action: &'static str,
    detail: serde_json::Value,
) -> Result<()> {
    let txn = asking.store().write().await?;
    Entity::update(ActiveModel { id: Set(id.to_owned()), ..row }).exec(&*txn).await.check()?;
    let by = asking.member();
    audit::note(&txn, asking.workspace(), Deed { actor: by.as_str(), action, subject: id, detail }).await?;
    txn.commit().await
}

/// The page that the deed was done on, if it is one that shows insights.
fn to<'a>(fields: &'a Fields, usual: &'a str) -> &'a str {
    let is_ours = |back: &&str| {
        let path = back.split('?').next().unwrap_or_default();
        path == "/" || path == PATH || path.strip_prefix(PATH).is_some_and(|rest| rest.starts_with('/'))
    };
    fields.get("back").filter(is_ours).unwrap_or(usual)
}
