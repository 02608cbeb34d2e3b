//! `/understand/surveys/{survey}/export`: choose a format, then get the file.

use axum::body::Body;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Locale, Timestamp};
use serde::Serialize;
use tokio_util::io::ReaderStream;
use ui::Section;
use ui::http::{Agent, Fields, Reply};

use super::{Exported, Format, Options, Source};
use crate::address::Address;
use crate::filters::Filters;
use crate::period::Period;
use crate::quality::left_out;
use crate::subject::{Ground, Subject};

#[derive(Serialize)]
struct Page {
    survey: String,
    href: String,
    action: String,
    anonymous: bool,
    /// Value, name, and what it is for.
    formats: Vec<(&'static str, String, String)>,
    /// Tag and name; the shell has `languages` of its own.
    tongues: Vec<(String, String)>,
    language: String,
    /// Filters of the dashboard, which hold here as well.
    kept: Vec<(String, String)>,
    filtered: bool,
    /// How many responses are left out, and why.
    left_out: Option<String>,
}

/// `GET /understand/surveys/{survey}/export`: the page; with `format`, the file.
pub async fn page(agent: Agent, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&agent, &ground, &id).await?;
    // The file holds what people wrote.
    if !crate::verbatims::may_read(&agent, Some(&subject.row)).await? {
        return Err(Error::Forbidden.into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let filters = Filters::read(&fields, &subject.dimensions().await?)?;
    match fields.get("format") {
        Some(format) => {
            let format = Format::parse(format).ok_or(Error::NotFound("page"))?;
            file(&agent, &ground, &subject, &filters, &fields, format).await
        }
        None => {
            let period = chosen_period(&subject, &filters, agent.web.env().now());
            let left_out = left_out::told(&subject, &filters.conditions, period).await?;
            let page = Page { left_out, ..view(&subject, &filters) };
            agent.page("understand/export.html", Section::Understand, page).await
        }
    }
}

fn view(subject: &Subject<'_>, filters: &Filters) -> Page {
    let asking = subject.asking;
    let definition = &subject.definition;
    let format = |format: Format| {
        let key = format!("understand-export-format-{}", format.as_str());
        (format.as_str(), asking.text(&key), asking.text(&format!("{key}-hint")))
    };
    let name = |tag: &String| {
        let known = Locale::parse(tag).filter(|locale| locale.code() == tag);
        (tag.clone(), known.map_or_else(|| tag.clone(), |locale| locale.own_name().to_owned()))
    };
    let action = format!("{}/export", subject.path());
    let kept: Address = if definition.anonymous { Address::new("") } else { filters.address("") };
    Page {
        survey: subject.title(),
        href: if definition.anonymous { subject.path() } else { filters.address(&subject.path()).to_string() },
        anonymous: definition.anonymous,
        formats: Format::ALL.into_iter().map(format).collect(),
        tongues: definition.languages.iter().map(name).collect(),
        language: definition.language(asking.locale.code()).to_owned(),
        filtered: !kept.pairs().is_empty(),
        kept: kept.pairs().to_vec(),
        left_out: None,
        action,
    }
}

async fn file(
    agent: &Agent,
    ground: &Ground,
    subject: &Subject<'_>,
    filters: &Filters,
    fields: &Fields,
    format: Format,
) -> Reply {
    let now = agent.web.env().now();
    let mut which = subject.asker().all(&filters.conditions);
    which.during("started_at", chosen_period(subject, filters, now), &subject.format);
    let options = Options { format, language: fields.get("language").map(str::to_owned), labels: fields.has("labels") };
    let source = Source {
        store: agent.store(),
        lake: &ground.0,
        workspace: agent.workspace(),
        pages: &agent.web.pages,
        reader: &subject.format,
        now,
    };
    let exported = super::filtered(&source, &subject.row, &options, which).await?;
    let day = now.in_zone(&subject.format.zone).date();
    download(exported, format, &format!("{}-{day}.{}", subject.row.key, format.as_str()))
}

/// Without a chosen period all of it is meant: a file is not a dashboard.
fn chosen_period(subject: &Subject<'_>, filters: &Filters, now: Timestamp) -> Period {
    filters.chosen.map_or_else(Period::default, |_| filters.period(&subject.format, now, None).1)
}

fn download(exported: Exported, format: Format, name: &str) -> Reply {
    let bytes = exported.file.metadata().map_err(super::disk)?.len();
    let body = Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(exported.file)));
    // RFC 6266: a plain name for old readers, the real one for the others.
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect();
    let disposition =
        format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", ui::http::encode(name).replace('+', "%20"));
    let mut response: Response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(header::CONTENT_LENGTH, bytes.into());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition).map_err(Error::internal)?);
    Ok(response)
}
