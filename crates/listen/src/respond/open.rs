//! `GET /s/{link}`, `/s/{link}/p/{token}` and `/s/{link}/r/{secret}`: the first page, or the one where somebody left
//! off, in the respondent's language, with a secret for what follows. Writes nothing.

use axum::extract::{Extension, Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use kernel::survey::Survey;
use kernel::{Error, Refusal};
use ui::http::{ClientIp, Fields, Reply, Web};

use crate::access::password;
use crate::doors::{Doors, Live};
use crate::links::{self, Link};
use crate::respond::draft::Draft;
use crate::respond::ends;
use crate::respond::form::{Origin, Sent, public_id};
use crate::respond::page::{self, Word};
use crate::respond::prefill::Prefill;
use crate::respond::visit::{Manners, Visit, closed, fresh, full, manner, path, unknown};

/// The plain link.
pub async fn open(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    Path(link): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let Some(live) = doors.by_link(&web.store, &link).await? else { return unknown(&web, &headers) };
    arrive(&web, &live, None, &query, &headers).await
}

/// A personal link. One that is unknown, expired or of another survey looks like no survey at all.
pub async fn personal(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    Path((link, token)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let Some(live) = doors.by_link(&web.store, &link).await? else { return unknown(&web, &headers) };
    let found = links::find(&web.store, &live, &token, web.env().now()).await?;
    let Some(found) = found else { return unknown(&web, &headers) };
    if !live.survey.anonymous {
        // One link, one response: it goes on where it was left.
        let secret = links::secret(&live, &token);
        let id = public_id(&live.id, &secret);
        if let Some(draft) = Draft::find(&web.store, &live, &id).await? {
            let (_, survey) = doors.version(&web.store, &live, Some(draft.version)).await?;
            return go_on(&web, &live, &survey, secret, draft, &query, &headers).await;
        }
    }
    if found.is_used {
        let manner = manner(&live, &live.survey, [query.get("lang"), found.language.as_deref()], &headers, web.env());
        return Ok(page::word(&web, &manner, Word::Expired)?);
    }
    arrive(&web, &live, Some(found), &query, &headers).await
}

/// The link that somebody kept to go on later.
pub async fn resume(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    Path((link, secret)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let Some(live) = doors.by_link(&web.store, &link).await? else { return unknown(&web, &headers) };
    let Some(draft) = Draft::find(&web.store, &live, &public_id(&live.id, &secret)).await? else {
        return unknown(&web, &headers);
    };
    let (_, survey) = doors.version(&web.store, &live, Some(draft.version)).await?;
    go_on(&web, &live, &survey, secret, draft, &query, &headers).await
}

/// Shows the first page of a new response.
async fn arrive(web: &Web, live: &Live, link: Option<Link>, query: &Fields, headers: &HeaderMap) -> Reply {
    let survey = &*live.survey;
    let prefill = Prefill::read(query, survey);
    let personal = link.as_ref().and_then(|link| link.language.as_deref());
    let manner = manner(live, survey, [query.get("lang"), personal], headers, web.env());
    let secret = match &link {
        Some(link) if !survey.anonymous => links::secret(live, &link.token),
        _ => web.env().secret(),
    };
    let mut draft =
        fresh(live.version, &manner.language, Origin::of_address(query, survey.anonymous), &prefill, survey, web.env());
    // For the words of the first page; they are frozen on the response when it begins.
    if let Some(link) = link.as_ref().filter(|_| !survey.anonymous) {
        draft.origin.attributes.extend(link.attributes.clone());
    }
    let full = full(web, live, survey).await?;
    let id = public_id(&live.id, &secret);
    let manner = manner.at(&draft.origin);
    let visit = Visit { web, live, survey, manner, secret, id, draft, has_begun: false, link, prefill, full };
    if let Some(refused) = visit.refused().await? {
        return Ok(refused);
    }
    if !visit.has_pass(None) {
        return Ok(ask_password(&visit, None)?);
    }
    Ok(visit.show("", Manners { is_untouched: true, ..Manners::default() }, StatusCode::OK).await?)
}

/// Shows where a response that has begun stands.
async fn go_on(
    web: &Web,
    live: &Live,
    survey: &Survey,
    secret: String,
    mut draft: Draft,
    query: &Fields,
    headers: &HeaderMap,
) -> Reply {
    let wanted = [query.get("lang"), Some(draft.language.as_str())];
    let manner = manner(live, survey, wanted, headers, web.env()).at(&draft.origin);
    if draft.completed_at.is_some() {
        return Ok(page::word(web, &manner, Word::Over)?);
    }
    if let Some(word) = closed(live, web.env()) {
        return Ok(page::word(web, &manner, word)?);
    }
    draft.language.clone_from(&manner.language);
    let full = full(web, live, survey).await?;
    let id = public_id(&live.id, &secret);
    let step = draft.step.clone();
    let prefill = Prefill::default();
    let visit = Visit { web, live, survey, manner, secret, id, draft, has_begun: true, link: None, prefill, full };
    if visit.draft.is_stopped() {
        return Ok(ends::ended(&visit)?);
    }
    // Whoever holds the response's secret has given the password before.
    Ok(visit.show(&step, Manners { is_untouched: true, ..Manners::default() }, StatusCode::OK).await?)
}

/// `POST /s/{link}/enter`: takes the survey's password and shows the first page.
pub async fn enter(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    ip: ClientIp,
    Path(link): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Reply {
    let Some(live) = doors.by_link(&web.store, &link).await? else { return unknown(&web, &headers) };
    let survey = &*live.survey;
    let found = match fields.get("p") {
        Some(token) => links::find(&web.store, &live, token, web.env().now()).await?.filter(|link| !link.is_used),
        None => None,
    };
    let personal = found.as_ref().and_then(|link| link.language.as_deref());
    let manner = manner(&live, survey, [fields.get("lang"), personal], &headers, web.env());
    let prefill = Prefill::read(&fields, survey);
    let secret = match (&found, Sent::read(&fields).secret) {
        (Some(link), _) if !survey.anonymous => links::secret(&live, &link.token),
        (_, Some(secret)) => secret,
        _ => web.env().secret(),
    };
    let origin = Origin::of_form(&fields, survey.anonymous);
    let mut draft = fresh(live.version, &manner.language, origin, &prefill, survey, web.env());
    if let Some(link) = found.as_ref().filter(|_| !survey.anonymous) {
        draft.origin.attributes.extend(link.attributes.clone());
    }
    let full = full(&web, &live, survey).await?;
    let id = public_id(&live.id, &secret);
    let manner = manner.at(&draft.origin);
    let visit = Visit {
        web: &web,
        live: &live,
        survey,
        manner,
        secret,
        id,
        draft,
        has_begun: false,
        link: found,
        prefill,
        full,
    };
    if let Some(refused) = visit.refused().await? {
        return Ok(refused);
    }
    if let Some(hash) = &live.access.password_hash {
        let slow = |seconds: u32| Refusal::new("too_many_guesses").at("password").with("seconds", seconds.to_string());
        let fits = match doors.take_guess(ip.0, web.env().now()) {
            Ok(()) => password::fits(fields.get("password").unwrap_or_default(), hash).await,
            Err(error) => Err(error),
        };
        match fits {
            Ok(true) => {}
            Ok(false) => return Ok(ask_password(&visit, Some(&Refusal::new("wrong_password").at("password")))?),
            Err(Error::TooMany(seconds)) => {
                let mut response = ask_password(&visit, Some(&slow(seconds)))?;
                *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                return Ok(response);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(visit.show("", Manners::default(), StatusCode::OK).await?)
}

/// Asks for the survey's password before anything else is shown.
pub fn ask_password(visit: &Visit<'_>, refusal: Option<&Refusal>) -> kernel::Result<axum::response::Response> {
    let mut hidden = vec![("r".to_owned(), visit.secret.clone()), ("lang".to_owned(), visit.manner.language.clone())];
    hidden.extend(visit.link.iter().map(|link| ("p".to_owned(), link.token.clone())));
    hidden.extend(visit.draft.origin.fields());
    hidden.extend(visit.prefill.fields());
    page::password(visit.web, &visit.manner, format!("{}/enter", path(visit.live)), hidden, refusal)
}
