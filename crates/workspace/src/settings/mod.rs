//! The workspace's own settings: name, time zone, calendar, languages, and who sees personal data in texts.

use axum::http::{HeaderMap, header};
use kernel::format::Calendar;
use kernel::{Locale, Refusal, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::workspace;
use store::personal::Unmasked;
use ui::Section;
use ui::http::{Access, Admin, Fields, Flash, Reply, Routes, see_other};

use crate::change;
use crate::form::{self, Gather, Problems, Stop, typed};
use crate::zones::Zones;

const TEMPLATE: &str = "workspace/workspace.html";

pub(crate) fn routes() -> Routes {
    let admin = Access::Member(Role::Admin);
    Routes::new().get("/settings/workspace", admin, show).post("/settings/workspace", admin, submit)
}

#[derive(Serialize)]
struct Page {
    title: String,
    /// What commands call it.
    name: String,
    zones: Zones,
    calendar: String,
    /// The language that comes first.
    language: String,
    /// All that there are; the shell's own name for its menu is `languages`.
    offered: Vec<Tick>,
    personal_shown: String,
    personal_exported: String,
    errors: Problems,
}

#[derive(Serialize)]
struct Tick {
    code: &'static str,
    name: &'static str,
    on: bool,
}

/// The form, understood.
struct Wanted {
    title: String,
    zone: String,
    calendar: Calendar,
    languages: Vec<String>,
    personal_shown: Unmasked,
    personal_exported: Unmasked,
}

async fn show(asking: Admin, headers: HeaderMap) -> Reply {
    let (workspace, languages) = (&asking.workspace, asking.workspace.languages());
    let page = Page {
        title: workspace.title.clone(),
        name: workspace.name.clone(),
        zones: Zones::with(&workspace.zone, accepted(&headers)),
        calendar: workspace.calendar.clone(),
        language: languages.first().cloned().unwrap_or_default(),
        offered: ticks(&languages),
        personal_shown: workspace.personal_shown.clone(),
        personal_exported: workspace.personal_exported.clone(),
        errors: Problems::new(),
    };
    asking.page(TEMPLATE, Section::Settings, page).await
}

async fn submit(asking: Admin, headers: HeaderMap, fields: Fields) -> Reply {
    match save(&asking, &fields).await {
        Ok(()) => Ok(see_other("/settings/workspace").flash("workspace-saved")),
        Err(stop) => {
            let errors = stop.words(&asking)?;
            let languages: Vec<String> = fields.all("languages").map(str::to_owned).collect();
            let page = Page {
                title: typed(&fields, "title"),
                name: asking.workspace.name.clone(),
                zones: Zones::with(fields.get("zone").unwrap_or("UTC"), accepted(&headers)),
                calendar: typed(&fields, "calendar"),
                language: typed(&fields, "language"),
                offered: ticks(&languages),
                personal_shown: typed(&fields, "personal_shown"),
                personal_exported: typed(&fields, "personal_exported"),
                errors,
            };
            asking.refused(TEMPLATE, Section::Settings, page).await
        }
    }
}

async fn save(asking: &Admin, fields: &Fields) -> Result<(), Stop> {
    let wanted = read(fields, &asking.workspace)?;
    let (workspace, actor) = (asking.workspace(), asking.member());
    let txn = change::begin(asking.store(), workspace).await?;
    workspace::Entity::update_many()
        .col_expr(workspace::Column::Title, Expr::value(wanted.title))
        .col_expr(workspace::Column::Zone, Expr::value(wanted.zone.as_str()))
        .col_expr(workspace::Column::Calendar, Expr::value(wanted.calendar.as_str()))
        .col_expr(workspace::Column::Languages, Expr::value(json!(wanted.languages).to_string()))
        .col_expr(workspace::Column::PersonalShown, Expr::value(wanted.personal_shown.as_str()))
        .col_expr(workspace::Column::PersonalExported, Expr::value(wanted.personal_exported.as_str()))
        .filter(workspace::Column::Id.eq(workspace.0))
        .exec(&*txn)
        .await
        .check()?;
    let detail = json!({
        "zone": wanted.zone,
        "calendar": wanted.calendar,
        "languages": wanted.languages,
        "personal_shown": wanted.personal_shown.as_str(),
        "personal_exported": wanted.personal_exported.as_str(),
    });
    let deed = Deed { actor: actor.as_str(), action: "workspace.save", subject: &asking.workspace.name, detail };
    audit::note(&txn, workspace, deed).await?;
    Ok(txn.commit().await?)
}

fn read(fields: &Fields, now: &workspace::Model) -> Result<Wanted, Stop> {
    let mut gather = Gather::default();
    let wanted = Wanted {
        title: gather.take(form::name(fields, "title")),
        // A zone that a command set may be one that the list does not offer.
        zone: gather.take(form::zone(fields).or_else(|refusal| match fields.get("zone") {
            Some(zone) if zone == now.zone => Ok(zone.to_owned()),
            _ => Err(refusal),
        })),
        calendar: gather.take(form::choice(fields, "calendar")),
        languages: gather.take(languages(fields, now)),
        personal_shown: gather.take(unmasked(fields, "personal_shown", now.personal_shown())),
        personal_exported: gather.take(unmasked(fields, "personal_exported", now.personal_exported())),
    };
    gather.finish()?;
    Ok(wanted)
}

/// A role or nobody; a form without the field leaves it as it is.
fn unmasked(fields: &Fields, name: &str, now: Unmasked) -> Result<Unmasked, Refusal> {
    match fields.get(name) {
        None => Ok(now),
        Some(Unmasked::NOBODY) => Ok(Unmasked(None)),
        Some(role) => match role.parse() {
            Ok(role) => Ok(Unmasked(Some(role))),
            Err(_) => Err(Refusal::new("not_offered").at(name)),
        },
    }
}

/// The first language, then the ticked ones in the order of the page, then those that the page does not know.
fn languages(fields: &Fields, now: &workspace::Model) -> Result<Vec<String>, Refusal> {
    let first: Locale = form::choice(fields, "language")?;
    let mut languages = vec![first.code().to_owned()];
    for code in fields.all("languages") {
        let locale: Locale = code.parse().map_err(|_| Refusal::new("not_offered").at("languages"))?;
        languages.push(locale.code().to_owned());
    }
    languages.extend(now.languages().into_iter().filter(|code| Locale::parse(code).is_none()));
    let mut seen = std::collections::HashSet::new();
    languages.retain(|code| seen.insert(code.clone()));
    Ok(languages)
}

fn ticks(languages: &[String]) -> Vec<Tick> {
    let tick = |locale: Locale| Tick {
        code: locale.code(),
        name: locale.own_name(),
        on: languages.iter().any(|code| code == locale.code()),
    };
    Locale::ALL.map(tick).into()
}

fn accepted(headers: &HeaderMap) -> &str {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
