//! A new endpoint.

use axum::extract::Extension;
use kernel::{Refusal, Result, WebhookId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use ui::http::{Admin, Asking, Fields, Reply};

use super::entity::endpoint;
use super::form::{Checked, Draft};
use super::{ENDPOINTS_MAX, Outward, list, note, show, sign};

/// Fields `name`, `url`, `which` (`all` or `some`), `event` (several), `with_texts`. The page of the endpoint comes back with
/// its secret, which is shown nowhere else.
///
/// # Errors
/// `required` and `too_long` at `name`; `required` and why the address is refused (`webhook_…`) at `url`; `webhook_no_event` at
/// `event`; `webhooks_full`.
pub async fn make(admin: Admin, Extension(outward): Extension<Outward>, fields: Fields) -> Reply {
    let draft = Draft::typed(&fields);
    let checked = match draft.checked(&outward.0).await {
        Ok(checked) => checked,
        Err(refusals) => return list::page(&admin, draft, &refusals).await,
    };
    match keep(&admin, checked).await? {
        Ok((id, secret)) => show::with_secret(&admin, &id, secret).await,
        Err(refusal) => list::page(&admin, draft, &[refusal]).await,
    }
}

/// Its id and its secret.
async fn keep(asking: &Asking, checked: Checked) -> Result<Result<(String, String), Refusal>> {
    let (env, workspace) = (asking.web.env(), asking.workspace());
    let txn = asking.store().write().await?;
    if list::of(&*txn, asking).await?.len() as u64 >= ENDPOINTS_MAX {
        return Ok(Err(Refusal::new("webhooks_full").at("name").with("max", ENDPOINTS_MAX.to_string())));
    }
    let (id, secret, now) = (WebhookId::new(env).to_string(), sign::new_secret(env), env.now().0);
    let row = endpoint::ActiveModel {
        id: Set(id.clone()),
        workspace_id: Set(workspace.0),
        name: Set(checked.name),
        url: Set(checked.url),
        events: Set(checked.events),
        with_texts: Set(checked.with_texts),
        is_on: Set(true),
        off_why: Set(None),
        secret: Set(sign::sealed(asking.store(), &id, &secret)?),
        old_secret: Set(None),
        old_until: Set(None),
        failing_since: Set(None),
        made_by: Set(asking.member().to_string()),
        made_at: Set(now),
        changed_at: Set(now),
        removed_at: Set(None),
    };
    endpoint::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    note(&txn, asking, "webhook.make", &id).await?;
    txn.commit().await?;
    Ok(Ok((id, secret)))
}
