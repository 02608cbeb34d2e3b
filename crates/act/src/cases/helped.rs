//! `/m/{token}/helped`: the customer says whether it helped. A GET, which scanners of mail make too, only shows the question.

use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, StatusCode};
use kernel::{Locale, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use ui::http::{Fields, Reply, Web, locale};
use ui::{Brand, Respondent};

use super::entity::case;
use super::event::{self, What};
use super::inbox;
use super::notice::{Notices, Reason};
use crate::messages::{redeem_case, survey_language};

/// What a customer can say.
const ANSWERS: [&str; 3] = ["yes", "partly", "no"];

#[derive(Serialize)]
struct Page {
    is_known: bool,
    /// What they said, once they did.
    said: Option<String>,
}

pub async fn show(Shared(web): Shared<Web>, Path(token): Path<String>, headers: HeaderMap) -> Reply {
    let found = redeem_case(web.store.reads(), &token).await?;
    page(&web, &headers, found.as_ref(), None).await
}

/// Field `helped`: `yes`, `partly` or `no`. The last answer counts; a no opens the case again.
pub async fn say(Shared(web): Shared<Web>, Path(token): Path<String>, headers: HeaderMap, form: Fields) -> Reply {
    let txn = web.store.write().await?;
    let found = redeem_case(&*txn, &token).await?;
    let said = form.get("helped").filter(|said| ANSWERS.contains(said)).map(str::to_owned);
    let (Some(found), Some(said)) = (found.clone(), said) else {
        drop(txn);
        return page(&web, &headers, found.as_ref(), None).await;
    };
    // Pressing the same button twice says it once.
    if found.helped.as_deref() != Some(&said) {
        let workspace = WorkspaceId(found.workspace_id);
        let row = case::ActiveModel {
            id: Set(found.id.clone()),
            helped: Set(Some(said.clone())),
            updated_at: Set(web.env().now().0),
            ..Default::default()
        };
        case::Entity::update(row).exec(&*txn).await.check()?;
        let once = event::note(&txn, workspace, &found.id, None, What::Helped, Some(&said)).await?;
        if said == "no" && found.closed_at.is_some() {
            inbox::again(&txn, workspace, &found, None).await?;
            event::note(&txn, workspace, &found.id, None, What::Reopened, None).await?;
            if let Some(owner) = &found.owner {
                Notices::of(&web).send(&txn, workspace, owner, Reason::NotHelped, (&found.id, &once)).await?;
            }
        }
        let deed =
            Deed { actor: "customer", action: "case.helped", subject: &found.id, detail: json!({ "said": said }) };
        audit::note(&txn, workspace, deed).await?;
        txn.commit().await?;
    }
    page(&web, &headers, Some(&found), Some(said)).await
}

/// In the language that the customer was asked in, else in the reader's.
async fn page(web: &Web, headers: &HeaderMap, found: Option<&case::Model>, said: Option<String>) -> Reply {
    let (mut language, mut title) = (locale(headers), String::new());
    if let Some(found) = found {
        let asked = survey_language(web.store.reads(), WorkspaceId(found.workspace_id), &found.id).await?;
        language = asked.and_then(|tag| Locale::parse(&tag)).unwrap_or(language);
        title = named(web, found).await?;
    }
    let reader = Respondent::new(language, language.code(), Brand::new(title, None), web.env().now());
    let mut reply = ui::http::respondent(web, "act/helped.html", &reader, Page { is_known: found.is_some(), said })?;
    if found.is_none() {
        *reply.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(reply)
}

async fn named(web: &Web, found: &case::Model) -> Result<String> {
    let workspace = web.store.workspace(WorkspaceId(found.workspace_id)).await?;
    Ok(workspace.map(|workspace| workspace.title).unwrap_or_default())
}
