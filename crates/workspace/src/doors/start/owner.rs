//! The first owner: makes their account and tells the workspace's name, language and time zone.

use kernel::format::Calendar;
use kernel::{Locale, Refusal, Role, WorkspaceId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::{member, ticket, workspace};
use store::members::{self, NewMember};
use store::{Check, Txn, tickets};
use ui::http::{Fields, Reply};

use super::super::{Guest, enter, open, reload};
use super::dead;
use crate::change;
use crate::desk::Desk;
use crate::form::{self, Gather, Problems, Stop, raw, typed};
use crate::passwords;
use crate::zones::Zones;

const TEMPLATE: &str = "workspace/start_owner.html";

#[derive(Serialize)]
struct Page<'a> {
    ticket: &'a str,
    name: String,
    email: String,
    title: String,
    locale: Locale,
    calendar: Calendar,
    zones: Zones,
    password_min: usize,
    errors: Problems,
}

/// The form, understood.
struct Claim {
    name: String,
    email: String,
    title: String,
    locale: Locale,
    calendar: Calendar,
    zone: String,
}

pub(super) fn show(guest: &Guest, secret: &str) -> Reply {
    let page = Page {
        ticket: secret,
        name: String::new(),
        email: String::new(),
        title: String::new(),
        locale: guest.locale,
        calendar: Calendar::of(guest.locale),
        zones: Zones::guess(guest.accept_language()),
        password_min: passwords::CHARS_MIN,
        errors: Problems::new(),
    };
    guest.page(TEMPLATE, page)
}

pub(super) async fn redeem(guest: &Guest, desk: &Desk, secret: &str, ticket: &ticket::Model, fields: &Fields) -> Reply {
    match claim(guest, desk, secret, WorkspaceId(ticket.workspace_id), fields).await {
        Ok(Some((member, session))) => enter(guest, &member, &session, "/"),
        Ok(None) => dead(guest),
        Err(stop) => {
            let errors = stop.words_in(&guest.web, guest.locale)?;
            let page = Page {
                ticket: secret,
                name: typed(fields, "name"),
                email: typed(fields, "email"),
                title: typed(fields, "title"),
                locale: fields.get("locale").and_then(Locale::parse).unwrap_or(guest.locale),
                calendar: fields.get("calendar").and_then(|c| c.parse().ok()).unwrap_or_default(),
                zones: Zones::with(fields.get("zone").unwrap_or("UTC"), guest.accept_language()),
                password_min: passwords::CHARS_MIN,
                errors,
            };
            guest.refused(TEMPLATE, page)
        }
    }
}

/// The new owner with their session, or nothing where somebody was faster.
async fn claim(
    guest: &Guest,
    desk: &Desk,
    secret: &str,
    workspace: WorkspaceId,
    fields: &Fields,
) -> Result<Option<(member::Model, String)>, Stop> {
    let claim = read(fields)?;
    let store = &guest.web.store;
    let password = desk.passwords().hash(raw(fields, "password"), store.env().bytes()).await?;
    let txn = change::begin(store, workspace).await?;
    if tickets::redeem(&txn, secret).await?.is_none() || has_owner(&txn, workspace).await? {
        return Ok(None);
    }
    if change::by_email(&txn, workspace, &claim.email).await?.is_some() {
        return Err(Refusal::new("email_taken").at("email").into());
    }
    furnish(&txn, workspace, &claim).await?;
    let new = NewMember {
        email: &claim.email,
        name: &claim.name,
        role: Role::Owner,
        locale: claim.locale,
        password: Some(password),
    };
    let id = members::add(&txn, workspace, new).await?;
    tickets::void(&txn, workspace, "owner").await?;
    let subject = id.to_string();
    let deed = Deed { actor: &subject, action: "workspace.claim", subject: &subject, detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    let member = reload(&txn, workspace, &id).await?;
    let session = open(&txn, guest, &member, "link").await?;
    txn.commit().await?;
    Ok(Some((member, session)))
}

fn read(fields: &Fields) -> Result<Claim, Stop> {
    let mut gather = Gather::default();
    let claim = Claim {
        title: gather.take(form::name(fields, "title")),
        name: gather.take(form::name(fields, "name")),
        email: gather.take(form::email(fields, "email")),
        locale: gather.take(form::choice(fields, "locale")),
        calendar: gather.take(form::choice(fields, "calendar")),
        zone: gather.take(form::zone(fields)),
    };
    let personal = [claim.name.as_str(), &claim.email, &claim.title];
    gather.take(passwords::check(raw(fields, "password"), &personal, "password"));
    gather.finish()?;
    Ok(claim)
}

/// As [`store::Store::has_owner`], as the write sees it.
async fn has_owner(txn: &Txn, workspace: WorkspaceId) -> kernel::Result<bool> {
    let owners = member::Entity::find()
        .filter(member::Column::WorkspaceId.eq(workspace.0))
        .filter(member::Column::Role.eq(Role::Owner.as_str()))
        .count(&**txn)
        .await
        .check()?;
    Ok(owners > 0)
}

/// Name, zone, calendar, and the owner's language first among those that surveys are offered in.
async fn furnish(txn: &Txn, workspace: WorkspaceId, claim: &Claim) -> kernel::Result<()> {
    let mut languages = vec![claim.locale];
    languages.extend(Locale::ALL.into_iter().filter(|locale| *locale != claim.locale));
    let languages: Vec<&str> = languages.iter().map(|locale| locale.code()).collect();
    workspace::Entity::update_many()
        .col_expr(workspace::Column::Title, Expr::value(claim.title.as_str()))
        .col_expr(workspace::Column::Zone, Expr::value(claim.zone.as_str()))
        .col_expr(workspace::Column::Calendar, Expr::value(claim.calendar.as_str()))
        .col_expr(workspace::Column::Languages, Expr::value(json!(languages).to_string()))
        .filter(workspace::Column::Id.eq(workspace.0))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}
