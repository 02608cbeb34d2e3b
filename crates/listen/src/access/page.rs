//! `/listen/surveys/{survey}/access`: members say who may answer, and when.

use axum::extract::{Extension, Path};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kernel::format::parse_digits;
use kernel::{Refusal, Result, Timestamp};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;
use store::Check;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::{Access, OPEN, PERSONAL, password};
use crate::doors::Doors;
use crate::entity::access::{ActiveModel, Column, Entity};
use crate::surveys::editing;
use crate::surveys::editor::Head;

/// Shortest password: it is shared and typed by hand, and guesses are slowed down.
const PASSWORD_CHARS_MIN: usize = 4;
const RESPONSES_MAX: i64 = 100_000_000;

#[derive(Serialize)]
struct View {
    survey: Head,
    zone: String,
    opens_at: String,
    closes_at: String,
    mode: &'static str,
    has_password: bool,
    responses_max: String,
    opens_error: Option<String>,
    closes_error: Option<String>,
    password_error: Option<String>,
    responses_error: Option<String>,
}

/// What the form sent, as it was typed.
struct Typed<'a> {
    opens_at: &'a str,
    closes_at: &'a str,
    mode: &'static str,
    password: &'a str,
    is_open: bool,
    responses_max: &'a str,
}

pub async fn form(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let access = Access::find(manager.store(), manager.workspace(), &row.id()).await?;
    let zone = manager.zone();
    let (opens, closes) = (local(access.opens_at, &zone), local(access.closes_at, &zone));
    let max = access.responses_max.map(|max| max.to_string()).unwrap_or_default();
    let typed = Typed {
        opens_at: &opens,
        closes_at: &closes,
        mode: if access.is_personal { PERSONAL } else { OPEN },
        password: "",
        is_open: false,
        responses_max: &max,
    };
    let view = view(&manager, &row, &access, &typed, &[])?;
    manager.page("listen/access/form.html", Section::Listen, view).await
}

/// Takes `opens_at` and `closes_at` (as `2026-11-22T09:30` in the workspace's zone), `mode`, `password` (blank: as it
/// is), `no_password`, and `responses_max`.
///
/// # Errors
/// `bad_local_time`, `closes_before_opens`, `too_short`, `too_long`, `not_a_limit`, each at its field.
pub async fn save(
    manager: Manager,
    Extension(doors): Extension<Doors>,
    Path(id): Path<String>,
    fields: Fields,
) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let before = Access::find(manager.store(), manager.workspace(), &row.id()).await?;
    let text = |name| fields.get(name).unwrap_or_default();
    let typed = Typed {
        opens_at: text("opens_at"),
        closes_at: text("closes_at"),
        mode: if text("mode") == PERSONAL { PERSONAL } else { OPEN },
        password: text("password"),
        is_open: fields.has("no_password"),
        responses_max: text("responses_max"),
    };
    let (access, refusals) = read(&typed, &before, &manager.zone());
    if !refusals.is_empty() {
        let view = view(&manager, &row, &before, &typed, &refusals)?;
        return manager.refused("listen/access/form.html", Section::Listen, view).await;
    }
    let password_hash = match typed.password {
        _ if typed.is_open => None,
        "" => before.password_hash.clone(),
        password => Some(password::hash(password, manager.web.env().bytes()).await?),
    };
    keep(&manager, &row, Access { password_hash, ..access }).await?;
    doors.forget_surveys();
    Ok(see_other(&format!("/listen/surveys/{}/access", row.id)).flash("listen-flash-access"))
}

fn read(typed: &Typed<'_>, before: &Access, zone: &TimeZone) -> (Access, Vec<Refusal>) {
    let mut refusals = Vec::new();
    let mut time = |name: &'static str, text: &str| match instant(text, zone) {
        Ok(at) => at,
        Err(()) => {
            refusals.push(Refusal::new("bad_local_time").at(name));
            None
        }
    };
    let (opens_at, closes_at) = (time("opens_at", typed.opens_at), time("closes_at", typed.closes_at));
    if opens_at.zip(closes_at).is_some_and(|(opens, closes)| closes <= opens) {
        refusals.push(Refusal::new("closes_before_opens").at("closes_at"));
    }
    let chars = typed.password.chars().count();
    if chars > 0 && chars < PASSWORD_CHARS_MIN {
        refusals.push(Refusal::new("too_short").at("password").with("min", PASSWORD_CHARS_MIN.to_string()));
    }
    if chars > password::CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("password").with("max", password::CHARS_MAX.to_string()));
    }
    let max = parse_digits(typed.responses_max);
    let responses_max = match max.parse::<i64>() {
        _ if max.is_empty() => None,
        Ok(max) if (1..=RESPONSES_MAX).contains(&max) => Some(max),
        _ => {
            refusals.push(Refusal::new("not_a_limit").at("responses_max"));
            None
        }
    };
    let is_personal = typed.mode == PERSONAL;
    (Access { opens_at, closes_at, is_personal, responses_max, password_hash: before.password_hash.clone() }, refusals)
}

/// A wall clock's time in a zone; none where nothing was typed.
fn instant(text: &str, zone: &TimeZone) -> std::result::Result<Option<Timestamp>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let local: DateTime = parse_digits(text).parse().map_err(|_| ())?;
    let at = zone.to_timestamp(local).map_err(|_| ())?;
    Ok(Some(at.into()))
}

fn local(at: Option<Timestamp>, zone: &TimeZone) -> String {
    at.map(|at| at.in_zone(zone).strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

async fn keep(asking: &Asking, survey: &Model, access: Access) -> Result<()> {
    let row = ActiveModel {
        survey_id: Set(survey.id.clone()),
        workspace_id: Set(survey.workspace_id),
        opens_at: Set(access.opens_at.map(|at| at.0)),
        closes_at: Set(access.closes_at.map(|at| at.0)),
        password_hash: Set(access.password_hash),
        mode: Set(if access.is_personal { PERSONAL } else { OPEN }.into()),
        responses_max: Set(access.responses_max),
    };
    let mut again = OnConflict::column(Column::SurveyId);
    again.update_columns([Column::OpensAt, Column::ClosesAt, Column::PasswordHash, Column::Mode, Column::ResponsesMax]);
    let txn = asking.store().write().await?;
    Entity::insert(row).on_conflict(again).exec_without_returning(&*txn).await.check()?;
    editing::note(&txn, asking, "survey.access", &survey.id).await?;
    txn.commit().await
}

fn view(asking: &Asking, row: &Model, before: &Access, typed: &Typed<'_>, refusals: &[Refusal]) -> Result<View> {
    let at = |field: &str| {
        refusals.iter().find(|refusal| refusal.field.as_deref() == Some(field)).map(|refusal| asking.words(refusal))
    };
    Ok(View {
        survey: Head::of(row, &row.draft()?, asking),
        zone: asking.workspace.zone.clone(),
        opens_at: typed.opens_at.to_owned(),
        closes_at: typed.closes_at.to_owned(),
        mode: typed.mode,
        has_password: before.password_hash.is_some(),
        responses_max: typed.responses_max.to_owned(),
        opens_error: at("opens_at"),
        closes_error: at("closes_at"),
        password_error: at("password"),
        responses_error: at("responses_max"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_workspace() {
        let zone = TimeZone::get("Asia/Tehran").expect("a zone");
        let at = instant("2026-11-22T09:30", &zone).expect("a time");
        assert_eq!(at, "2026-11-22T06:00:00Z".parse().ok());
        assert_eq!(local(at, &zone), "2026-11-22T09:30");
        assert_eq!(instant("۲۰۲۶-۱۱-۲۲T۰۹:۳۰", &zone), Ok(at));
        assert_eq!((instant("", &zone), instant("soon", &zone)), (Ok(None), Err(())));
    }
}
