//! `GET /s/{link}`: the first question, in the respondent's language, with a secret for what follows. Writes nothing.

use axum::extract::{Extension, Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use kernel::Env;
use kernel::survey::Survey;
use ui::http::{Fields, Reply, Web};

use crate::doors::{Doors, Live};
use crate::respond::form::Origin;
use crate::respond::page::{self, Ask, Manner, Word};
use crate::respond::snapshot::Given;
use crate::words::accepted;

pub async fn open(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    Path(link): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let Some(live) = doors.by_link(&web.store, &link).await? else { return unknown(&web, &headers) };
    let manner = manner(&live, &live.survey, query.get("lang"), &headers, web.env());
    if !live.is_open || live.survey.questions.is_empty() {
        return Ok(page::word(&web, &manner, Word::Closed)?);
    }
    let origin = Origin::read(&query, live.survey.anonymous);
    let hrefs = |tag: &str| address(tag, &origin);
    let hidden = hidden(&web.env().secret(), live.version, 0, &manner.language, &origin);
    let ask = Ask {
        place: 0,
        given: &Given::new(),
        typed: None,
        refusal: None,
        action: path(&live),
        is_preview: false,
        hidden,
        hrefs: Some(&hrefs),
        manner,
    };
    Ok(page::ask(&web, ask, StatusCode::OK)?)
}

/// The public path of a survey.
pub fn path(live: &Live) -> String {
    format!("/s/{}", live.link)
}

/// What every page carries.
pub fn hidden(secret: &str, version: i32, place: usize, language: &str, origin: &Origin) -> Vec<(String, String)> {
    let mut fields = vec![
        ("r".to_owned(), secret.to_owned()),
        ("v".to_owned(), version.to_string()),
        ("page".to_owned(), (place + 1).to_string()),
        ("lang".to_owned(), language.to_owned()),
    ];
    fields.extend(origin.fields());
    fields
}

fn address(language: &str, origin: &Origin) -> String {
    let mut query = form_urlencoded::Serializer::new(String::from("?"));
    query.append_pair("lang", language);
    query.extend_pairs(origin.fields());
    query.finish()
}

/// The language that was asked for, else the browser's, else the survey's first.
pub fn manner<'a>(live: &Live, survey: &'a Survey, asked: Option<&str>, headers: &HeaderMap, env: &Env) -> Manner<'a> {
    let browser = || {
        let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        accepted(header, &survey.languages)
    };
    let language = match asked {
        Some(asked) => survey.language(asked),
        None => browser().unwrap_or_else(|| survey.language("")),
    };
    Manner { survey, language: language.to_owned(), brand: live.workspace_title.clone(), now: env.now() }
}

/// The page for an address that no survey has.
pub fn unknown(web: &Web, headers: &HeaderMap) -> Reply {
    let manner = Manner {
        survey: &Survey::default(),
        language: ui::http::locale(headers).code().to_owned(),
        brand: String::new(),
        now: web.env().now(),
    };
    Ok(page::word(web, &manner, Word::Unknown)?)
}
