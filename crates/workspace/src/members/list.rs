//! The page of members: who is there, who is invited, and the link that was just made.

use kernel::{Result, Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::ticket;
use ui::Section;
use ui::http::{Admin, Asking, Reply};

use crate::form::{Problems, Stop};

const TEMPLATE: &str = "workspace/members.html";
/// Open invitations on the page; no more than may be open at one time.
const INVITES_SHOWN: u64 = 200;

#[derive(Serialize)]
struct Page {
    members: Vec<Row>,
    invites: Vec<Invite>,
    /// Roles that the reader may give.
    roles: Vec<Role>,
    shown: Shown,
    errors: Problems,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    initials: String,
    email: String,
    role: Role,
    disabled: bool,
    /// Has no password yet, only links.
    by_link: bool,
    oneself: bool,
    /// The reader may change this member.
    open: bool,
}

#[derive(Serialize)]
struct Invite {
    id: String,
    email: Option<String>,
    role: Role,
    expires_at: Timestamp,
}

/// A link that is shown on this page and never again.
#[derive(Default, Serialize)]
pub(super) struct Shown {
    url: Option<String>,
    /// The member whom a log-in link is for; none for an invitation.
    name: Option<String>,
}

impl Shown {
    pub(super) fn invite(url: String) -> Self {
        Self { url: Some(url), name: None }
    }

    pub(super) fn link(url: String, name: String) -> Self {
        Self { url: Some(url), name: Some(name) }
    }
}

pub(super) async fn show(asking: Admin) -> Reply {
    page(&asking, Shown::default(), None).await
}

pub(super) async fn refused(asking: &Admin, stop: Stop) -> Reply {
    let errors = stop.words(asking)?;
    page(asking, Shown::default(), Some(errors)).await
}

pub(super) async fn page(asking: &Admin, shown: Shown, errors: Option<Problems>) -> Reply {
    let refused = errors.is_some();
    let page = Page {
        members: rows(asking).await?,
        invites: invites(asking).await?,
        roles: Role::ALL.into_iter().filter(|role| *role <= asking.role()).collect(),
        shown,
        errors: errors.unwrap_or_default(),
    };
    if refused {
        asking.refused(TEMPLATE, Section::Settings, page).await
    } else {
        asking.page(TEMPLATE, Section::Settings, page).await
    }
}

async fn rows(asking: &Asking) -> Result<Vec<Row>> {
    let members = asking.store().members(asking.workspace()).await?;
    let row = |member: store::entity::member::Model| Row {
        role: member.role(),
        disabled: member.disabled_at.is_some(),
        by_link: member.password.is_none(),
        oneself: member.id() == asking.member(),
        open: super::rules::may_touch(asking.role(), member.role()).is_ok(),
        id: member.id,
        initials: ui::shell::initials(&member.name),
        name: member.name,
        email: member.email,
    };
    Ok(members.into_iter().map(row).collect())
}

async fn invites(asking: &Asking) -> Result<Vec<Invite>> {
    let open = ticket::Entity::find()
        .filter(ticket::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(ticket::Column::Purpose.eq("invite"))
        .filter(ticket::Column::UsedAt.is_null())
        .filter(ticket::Column::ExpiresAt.gt(asking.store().env().now().0))
        .order_by_desc(ticket::Column::CreatedAt)
        .limit(INVITES_SHOWN)
        .all(asking.store().reads())
        .await
        .check()?;
    let invite = |ticket: ticket::Model| Invite {
        id: ticket.hash,
        email: ticket.email,
        role: ticket.role.and_then(|role| role.parse().ok()).unwrap_or(Role::Viewer),
        expires_at: Timestamp(ticket.expires_at),
    };
    Ok(open.into_iter().map(invite).collect())
}
