//! `/understand/surveys/{survey}/export`: choose a format, then get the file.

use axum::body::Body;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Locale, Timestamp};
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
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
    /// Whether this member may take personal data out.
    may_unmask: bool,
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
        // Reading changes nothing, so it leaves no trace; what has to leave one comes by POST.
        Some(format) => file(&agent, &ground, (&subject, &filters), options(&fields, format, false)?).await,
        None => {
            let period = chosen_period(&subject, &filters, agent.web.env().now());
            let left_out = left_out::told(&subject, &filters.conditions, period).await?;
            let may_unmask = may_unmask(&agent) && !subject.definition.anonymous;
            let page = Page { left_out, may_unmask, ..view(&subject, &filters) };
            agent.page("understand/export.html", Section::Understand, page).await
        }
    }
}

/// `POST /understand/surveys/{survey}/export`: the file. With `personal` it holds personal data as it was written, for
/// those whom the workspace's rule lets, and the audit trail says so.
///
/// # Errors
/// `Forbidden` with `personal` for others.
pub async fn download(agent: Agent, ground: Ground, Path(id): Path<String>, fields: Fields) -> Reply {
    let subject = Subject::find(&agent, &ground, &id).await?;
    let is_personal = fields.has("personal") && !subject.definition.anonymous;
    if !crate::verbatims::may_read(&agent, Some(&subject.row)).await? || is_personal && !may_unmask(&agent) {
        return Err(Error::Forbidden.into());
    }
    let subject = subject.leaving_out(&fields).await?;
    let filters = Filters::read(&fields, &subject.dimensions().await?)?;
    let options = options(&fields, fields.get("format").unwrap_or_default(), is_personal)?;
    if is_personal {
        note(&agent, &subject, &options).await?;
    }
    file(&agent, &ground, (&subject, &filters), options).await
}

fn may_unmask(agent: &Agent) -> bool {
    agent.workspace.personal_exported().may(agent.role())
}

fn options(fields: &Fields, format: &str, personal: bool) -> kernel::Result<Options> {
    let format = Format::parse(format).ok_or(Error::NotFound("page"))?;
    Ok(Options { format, language: fields.get("language").map(str::to_owned), labels: fields.has("labels"), personal })
}

/// Before the file is made: one that nobody noted shall not exist.
async fn note(agent: &Agent, subject: &Subject<'_>, options: &Options) -> kernel::Result<()> {
    let actor = agent.member().to_string();
    let detail = json!({ "survey": subject.row.key, "format": options.format.as_str() });
    let deed = Deed { actor: &actor, action: "export.personal", subject: &subject.row.id, detail };
    let txn = agent.store().write().await?;
    audit::note(&txn, agent.workspace(), deed).await?;
    txn.commit().await
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
        may_unmask: false,
        action,
    }
}

async fn file(agent: &Agent, ground: &Ground, (subject, filters): (&Subject<'_>, &Filters), options: Options) -> Reply {
    let now = agent.web.env().now();
    let mut which = subject.asker().all(&filters.conditions);
    which.during("started_at", chosen_period(subject, filters, now), &subject.format);
    let format = options.format;
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
    sent(exported, format, &format!("{}-{day}.{}", subject.row.key, format.as_str()))
}

/// Without a chosen period all of it is meant: a file is not a dashboard.
fn chosen_period(subject: &Subject<'_>, filters: &Filters, now: Timestamp) -> Period {
    filters.chosen.map_or_else(Period::default, |_| filters.period(&subject.format, now, None).1)
}

fn sent(exported: Exported, format: Format, name: &str) -> Reply {
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
