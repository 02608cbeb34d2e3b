//! Giving a case an owner, or taking the owner away; and how urgent it is.

use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use kernel::{Error, Refusal, Result};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Txn};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::case;
use super::event::{self, What};
use super::notice::{self, Notices, Reason};
use super::show::{self, Typed};
use super::view::Reads;

/// The highest priority.
pub const PRIORITY_MAX: i32 = 3;

/// What was chosen in the form.
#[derive(Clone, Debug)]
pub struct Draft {
    pub owner: Option<String>,
    pub priority: Option<i32>,
}

/// Field `owner`: a member's id, or nothing; `priority`, where it is to change too. `owner_was` and `priority_was` are what
/// the page showed: what is still the same was not chosen, and changes nothing. Goes back to the path in `back`, else to
/// the case.
///
/// # Errors
/// `not_an_agent` at `owner`: only who works here and may answer customers. 409 `owner_changed` where the owner is
/// not `owner_was` any more: the page comes back with what was chosen.
pub async fn assign(agent: Agent, Extension(reads): Extension<Reads>, Path(id): Path<String>, form: Fields) -> Reply {
    match change(&agent, &id, &form).await {
        Ok(case) => {
            let case = format!("/act/cases/{case}");
            Ok(see_other(form.get("back").unwrap_or(&case)).flash("case-flash-assigned"))
        }
        Err(Error::Refused(refusal)) => {
            let is_late = refusal.code == "owner_changed";
            let draft = Draft { owner: form.get("owner").map(str::to_owned), priority: priority(&form) };
            let typed = Typed { assign: Some(draft), ..Typed::refused(&agent, &refusal, "assign") };
            let mut page = show::page(&agent, &reads, &id, typed).await?;
            if is_late {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            Ok(page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn change(asking: &Asking, id: &str, form: &Fields) -> Result<String> {
    let txn = asking.store().write().await?;
    let found = super::hold(&txn, asking, id).await?;
    let is_chosen = |name: &str, was: &str| form.has(name) && !(form.has(was) && form.get(was) == form.get(name));
    if is_chosen("owner", "owner_was") {
        if form.has("owner_was") && form.get("owner_was") != found.owner.as_deref() {
            return Err(Refusal::new("owner_changed").into());
        }
        give(&txn, asking, &found, form.get("owner")).await?;
    }
    if is_chosen("priority", "priority_was")
        && let Some(priority) = priority(form)
    {
        rank(&txn, asking, &found, priority).await?;
    }
    let (actor, detail) = (asking.member(), json!({ "owner": form.get("owner"), "priority": form.get("priority") }));
    let deed = Deed { actor: actor.as_str(), action: "case.assign", subject: &found.id, detail };
    audit::note(&txn, asking.workspace(), deed).await?;
    txn.commit().await?;
    Ok(found.id)
}

fn priority(form: &Fields) -> Option<i32> {
    form.get("priority").and_then(|text| text.parse().ok())
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
