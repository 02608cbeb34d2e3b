//! The page of one's own account.

use axum::http::HeaderMap;
use kernel::{Locale, Result, Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::session;
use store::sessions::{IDLE_MICROS, hash};
use ui::Section;
use ui::http::{Asking, Reply, Viewer, session_secret};

use crate::form::{Problems, Stop};
use crate::passwords;

const TEMPLATE: &str = "workspace/profile.html";
/// Sessions on the page, the last used first.
const SESSIONS_SHOWN: u64 = 20;

#[derive(Serialize)]
struct Page {
    name: String,
    email: String,
    role: Role,
    locale: Locale,
    locales: Vec<Language>,
    has_password: bool,
    password_min: usize,
    sessions: Vec<Session>,
    errors: Problems,
}

/// A language by its own name.
#[derive(Serialize)]
pub(crate) struct Language {
    pub code: &'static str,
    pub name: &'static str,
}

#[derive(Serialize)]
struct Session {
    here: bool,
    created_at: Timestamp,
    seen_at: Timestamp,
}

/// The languages that pages exist in.
pub(crate) fn languages() -> Vec<Language> {
    Locale::ALL.into_iter().map(|locale| Language { code: locale.code(), name: locale.own_name() }).collect()
}

pub(super) async fn show(asking: Viewer, headers: HeaderMap) -> Reply {
    let here = session_secret(&asking.web, &headers);
    let page = page(&asking, here.as_deref(), Problems::new()).await?;
    asking.page(TEMPLATE, Section::Settings, page).await
}

pub(super) async fn refused(asking: &Viewer, stop: Stop) -> Reply {
    let errors = stop.words(asking)?;
    let page = page(asking, None, errors).await?;
    asking.refused(TEMPLATE, Section::Settings, page).await
}

async fn page(asking: &Asking, here: Option<&str>, errors: Problems) -> Result<Page> {
    Ok(Page {
        name: asking.member.name.clone(),
        email: asking.member.email.clone(),
        role: asking.role(),
        locale: asking.locale,
        locales: languages(),
        has_password: asking.member.password.is_some(),
        password_min: passwords::CHARS_MIN,
        sessions: sessions(asking, here.map(hash).as_deref()).await?,
        errors,
    })
}

async fn sessions(asking: &Asking, here: Option<&str>) -> Result<Vec<Session>> {
    let now = asking.store().env().now();
    let rows = session::Entity::find()
        .filter(session::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(session::Column::MemberId.eq(asking.member().as_str()))
        .filter(session::Column::ExpiresAt.gt(now.0))
        .filter(session::Column::SeenAt.gt(now.minus(IDLE_MICROS).0))
        .order_by_desc(session::Column::SeenAt)
        .limit(SESSIONS_SHOWN)
        .all(asking.store().reads())
        .await
        .check()?;
    let session = |row: session::Model| Session {
        here: here == Some(row.hash.as_str()),
        created_at: Timestamp(row.created_at),
        seen_at: Timestamp(row.seen_at),
    };
    Ok(rows.into_iter().map(session).collect())
}
