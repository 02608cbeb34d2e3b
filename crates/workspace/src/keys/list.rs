//! The page of keys, and the secret of the one that was just made.

use kernel::{Result, Timestamp};
use serde::Serialize;
use store::entity::key;
use store::keys::Scope;
use ui::Section;
use ui::http::{Admin, Fields, Reply};

use crate::form::{Problems, Stop, typed};

const TEMPLATE: &str = "workspace/keys.html";
/// Revoked keys on the page, the last first; they are kept for the audit log.
const REVOKED_SHOWN: usize = 20;

#[derive(Serialize)]
struct Page {
    keys: Vec<Row>,
    revoked: Vec<Row>,
    scopes: Vec<&'static str>,
    name: String,
    scope: String,
    /// Shown once.
    secret: Option<String>,
    /// Address that examples are made with.
    base_url: String,
    errors: Problems,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    scope: String,
    created_at: Timestamp,
    revoked_at: Option<Timestamp>,
}

pub(super) async fn show(asking: Admin) -> Reply {
    asking.page(TEMPLATE, Section::Settings, page(&asking).await?).await
}

pub(super) async fn with_secret(asking: &Admin, secret: String) -> Reply {
    let page = Page { secret: Some(secret), ..page(asking).await? };
    asking.page(TEMPLATE, Section::Settings, page).await
}

pub(super) async fn refused(asking: &Admin, fields: &Fields, stop: Stop) -> Reply {
    let errors = stop.words(asking)?;
    let (name, scope) = (typed(fields, "name"), typed(fields, "scope"));
    let page = Page { name, scope, errors, ..page(asking).await? };
    asking.refused(TEMPLATE, Section::Settings, page).await
}

async fn page(asking: &Admin) -> Result<Page> {
    let all = asking.store().keys(asking.workspace()).await?;
    let (keys, revoked): (Vec<_>, Vec<_>) = all.into_iter().partition(|key| key.revoked_at.is_none());
    Ok(Page {
        keys: keys.into_iter().map(row).collect(),
        revoked: revoked.into_iter().take(REVOKED_SHOWN).map(row).collect(),
        scopes: Scope::ALL.map(Scope::as_str).into(),
        name: String::new(),
        scope: Scope::Responses.as_str().into(),
        secret: None,
        base_url: asking.web.url(""),
        errors: Problems::new(),
    })
}

fn row(key: key::Model) -> Row {
    Row {
        id: key.id,
        name: key.name,
        scope: key.scope,
        created_at: Timestamp(key.created_at),
        revoked_at: key.revoked_at.map(Timestamp),
    }
}
