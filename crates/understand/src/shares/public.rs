//! `/r/{token}`: a shared report, for people without an account.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue};
use kernel::format::{Calendar, Format};
use kernel::{Error, Result, SurveyId, Timestamp, WorkspaceId};
use lake::Lake;
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::entity::{survey, workspace};
use ui::Shell;
use ui::http::{Reply, Web, html, locale, theme};

use crate::anonymity::{CELL_MIN, counted};
use crate::ask::Asker;
use crate::entity::share;
use crate::period::Period;
use crate::report::page::{VERBATIMS_MAX, of_few, written};
use crate::report::reader::Reader;
use crate::report::section::{Report, Section};
use crate::report::tally::Tally;
use crate::subject::{Ground, definition};
use crate::surveys::numbers::count;

#[derive(Serialize)]
struct Page {
    title: String,
    workspace: String,
    responses: String,
    days: String,
    is_empty: bool,
    sections: Vec<Section>,
    now: Timestamp,
}

/// `GET /r/{token}`
pub async fn page(State(web): State<Web>, ground: Ground, headers: HeaderMap, Path(token): Path<String>) -> Reply {
    let missing = || Error::NotFound("page");
    let share = super::open(&web.store, &token).await?.ok_or_else(missing)?;
    let of = WorkspaceId(share.workspace_id);
    let row = web.store.survey(of, &SurveyId::from_outside(share.survey_id.clone())).await?.ok_or_else(missing)?;
    let workspace = web.store.workspace(of).await?.ok_or_else(missing)?;
    let shell = Shell {
        zone: workspace.zone.clone(),
        calendar: workspace.calendar.clone(),
        path: String::new(),
        ..Shell::bare(locale(&headers), theme(&headers), web.env().now())
    };
    let page = view(&web, &ground.0, &share, &row, &workspace, &shell).await?;
    let body = web.pages.render("understand/share.html", &shell, page).map_err(Error::internal)?;
    let mut response = html(body);
    response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    // The address is the key: it goes nowhere else.
    response.headers_mut().insert(axum::http::header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}

async fn view(
    web: &Web,
    lake: &Lake,
    share: &share::Model,
    row: &survey::Model,
    workspace: &workspace::Model,
    shell: &Shell,
) -> Result<Page> {
    let definition = definition(row)?;
    let calendar = workspace.calendar.parse().unwrap_or_else(|_| Calendar::of(shell.locale));
    let zone = jiff::tz::TimeZone::get(&workspace.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let format = Format::new(shell.locale, calendar, zone);
    let asker = Asker {
        left_out: &[],
        lake,
        workspace: workspace.id(),
        survey: &row.key,
        format: &format,
        zone: format.zone.iana_name().unwrap_or("UTC"),
    };
    let reader = Reader { pages: &web.pages, locale: shell.locale, format: &format, definition: &definition };
    let day = |text: &Option<String>| text.as_ref().and_then(|text| text.parse().ok());
    let days = Period { first: day(&share.first_day), last: day(&share.last_day) };
    // What promised anonymity since the report was shared is told as that.
    let report = if definition.anonymous {
        of_few(reader, Tally::discreet(&asker).await?, share.verbatims)
    } else {
        open(&asker, reader, days, share.verbatims).await?
    };
    let keys = share.keys();
    let civil = |day: Option<jiff::civil::Date>| day.map(|day| format.civil_date(day));
    let days = match (civil(days.first), civil(days.last)) {
        (Some(first), Some(last)) => reader.says("understand-days", &[("first", first.into()), ("last", last.into())]),
        (Some(first), None) => reader.says("understand-days-from", &[("first", first.into())]),
        (None, Some(last)) => reader.says("understand-days-to", &[("last", last.into())]),
        (None, None) => reader.text("understand-period-all"),
    };
    let responses = counted(report.tally.responses as usize);
    Ok(Page {
        title: reader.word(&definition.title).unwrap_or(&row.title).to_owned(),
        workspace: workspace.title.clone(),
        responses: reader.says("understand-count-responses", &[("count", count(responses as u64))]),
        days,
        is_empty: responses < CELL_MIN,
        sections: report.sections(Some(&keys)),
        now: web.env().now(),
    })
}

async fn open<'a>(asker: &Asker<'_>, reader: Reader<'a>, days: Period, words: bool) -> Result<Report<'a>> {
    let mut tally = Tally::open(asker, reader.definition, &[], days, false).await?;
    tally.floor = true;
    if words {
        let many = |key: &String| tally.people(key) >= CELL_MIN as u64;
        let keys: Vec<String> = written(reader, &tally).into_iter().filter(many).collect();
        for key in keys {
            let latest = asker.texts(&[], days, Some(&key), VERBATIMS_MAX * 5).await?;
            let mut said: Vec<_> = latest.into_iter().map(|written| (written.text, written.language)).collect();
            // Their order would tell who came last.
            said.sort_by_cached_key(|(text, _)| Sha256::digest(text.as_bytes()).to_vec());
            tally.said.insert(key, said);
        }
    }
    Ok(of_few(reader, tally, words))
}
