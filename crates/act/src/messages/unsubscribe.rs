//! `/m/{token}/unsubscribe`: no more follow-ups. One click in a mail program is a POST without a cookie (RFC 8058); a GET,
//! which scanners of mail make too, only shows the page with the button.

use axum::extract::{Path, State as Shared};
use axum::http::HeaderMap;
use kernel::{Error, Locale, Result};
use serde::Serialize;
use ui::http::{Reply, Web, locale};
use ui::{Brand, Respondent};

use super::consent::{self, Why};
use super::entity::message;
use super::kind::Purpose;
use super::token::{self, Grant};

#[derive(Serialize)]
struct Page {
    is_known: bool,
    is_done: bool,
}

pub async fn show(Shared(web): Shared<Web>, Path(token): Path<String>, headers: HeaderMap) -> Reply {
    let found = token::redeem(web.store.reads(), Grant::Unsubscribe, &token).await?;
    let mut reply = page(&web, &headers, found.as_ref(), false).await?;
    if found.is_none() {
        *reply.status_mut() = axum::http::StatusCode::NOT_FOUND;
    }
    Ok(reply)
}

/// Says yes however often it is asked.
pub async fn unsubscribe(Shared(web): Shared<Web>, Path(token): Path<String>, headers: HeaderMap) -> Reply {
    let found = token::redeem(web.store.reads(), Grant::Unsubscribe, &token).await?;
    let Some(message) = found else {
        let mut reply = page(&web, &headers, None, false).await?;
        *reply.status_mut() = axum::http::StatusCode::NOT_FOUND;
        return Ok(reply);
    };
    let txn = web.store.write().await?;
    let workspace = message.workspace();
    if let Some(contact) = message.contact() {
        consent::note(&txn, workspace, &contact, Purpose::FollowUp, false, "unsubscribe").await?;
    }
    // The same person may be known as several contacts.
    let purpose = Some(Purpose::FollowUp);
    consent::suppress(&txn, workspace, &message.address, purpose, Why::Unsubscribed).await?;
    txn.commit().await?;
    page(&web, &headers, Some(&message), true).await
}

/// In the language of the message, else in the reader's.
async fn page(web: &Web, headers: &HeaderMap, message: Option<&message::Model>, is_done: bool) -> Reply {
    let language = message.and_then(|message| Locale::parse(&message.language)).unwrap_or_else(|| locale(headers));
    let title = title(web, message).await?;
    let reader = Respondent::new(language, language.code(), Brand::new(title, None), web.env().now());
    ui::http::respondent(web, "act/unsubscribe.html", &reader, Page { is_known: message.is_some(), is_done })
}

async fn title(web: &Web, message: Option<&message::Model>) -> Result<String, Error> {
    let Some(message) = message else { return Ok(String::new()) };
    Ok(web.store.workspace(message.workspace()).await?.map(|workspace| workspace.title).unwrap_or_default())
}
