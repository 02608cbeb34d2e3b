//! `POST /s/{link}`: saves one page and shows the next.

use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use kernel::survey::Survey;
use kernel::{Error, Refusal, Result};
use serde_json::Value as Json;
use ui::http::{ClientIp, Fields, Reply, Web, see_other};

use crate::doors::{Doors, Live};
use crate::respond::draft::{self, Page, Saved};
use crate::respond::form::{Origin, Sent, public_id};
use crate::respond::open::{hidden, manner, path, unknown};
use crate::respond::page::{self, Ask, Manner, Word};
use crate::respond::snapshot::{self, Given};

pub async fn save(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    ip: ClientIp,
    Path(link): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Reply {
    let Some(live) = doors.by_link(&web.store, &link).await? else { return unknown(&web, &headers) };
    let sent = Sent::read(&fields);
    let (version, survey) = doors.version(&web.store, &live, sent.version).await?;
    let asked = sent.turn_to.as_deref().or(sent.language.as_deref());
    let manner = manner(&live, &survey, asked, &headers, web.env());
    if !live.is_open || survey.questions.is_empty() {
        return Ok(page::word(&web, &manner, Word::Closed)?);
    }
    let origin = Origin::read(&fields, survey.anonymous);
    let visit = Visit { web: &web, live: &live, survey: &survey, version, manner, origin, sent };
    match doors.take(ip.0, web.env().now()) {
        Err(Error::TooMany(seconds)) => Ok(visit.too_many(seconds)?),
        _ => Ok(visit.take().await?),
    }
}

/// One page sent by one respondent.
struct Visit<'a> {
    web: &'a Web,
    live: &'a Live,
    survey: &'a Survey,
    version: i32,
    manner: Manner<'a>,
    origin: Origin,
    sent: Sent,
}

impl Visit<'_> {
    async fn take(self) -> Result<Response> {
        let place = self.place();
        let question = &self.survey.questions[place];
        let typed = self.sent.json(question);
        // People who are refused keep what they typed and a way on; programs that fill in everything stop here.
        let Some(secret) = self.sent.secret.clone() else { return self.show_again(draft::again()) };
        if self.sent.took_bait {
            return self.show_again(Refusal::new("leave_empty"));
        }
        let id = public_id(&self.live.id, &secret);
        if self.sent.turn_to.is_some() {
            let given = draft::given(&self.web.store, self.live, &id).await?;
            return self.show(place, &given, Some(typed), None, StatusCode::OK);
        }
        let answer = match (snapshot::check(question, &typed), self.sent.is_back) {
            (Ok(answers), _) => Some((question.key.as_str(), if answers.is_empty() { Json::Null } else { typed })),
            // Going back keeps what fits and asks for nothing.
            (Err(_), true) => None,
            (Err(refusal), false) => {
                let given = draft::given(&self.web.store, self.live, &id).await?;
                return self.show(place, &given, Some(typed), Some(refusal), StatusCode::UNPROCESSABLE_ENTITY);
            }
        };
        let is_end = !self.sent.is_back && place + 1 == self.survey.questions.len();
        let page = Page {
            live: self.live,
            survey: self.survey,
            version: self.version,
            id: &id,
            language: &self.manner.language,
            origin: &self.origin,
            answer,
            is_end,
        };
        match draft::save(&self.web.store, page).await? {
            Saved::Over => page::word(self.web, &self.manner, Word::Over),
            Saved::Missing(missing, given) => {
                let refusal = Refusal::new("required").at(&self.survey.questions[missing].key);
                self.show(missing, &given, None, Some(refusal), StatusCode::UNPROCESSABLE_ENTITY)
            }
            Saved::Kept(_) if is_end => Ok(see_other(&self.thanks())),
            Saved::Kept(given) => {
                let next = if self.sent.is_back { place.saturating_sub(1) } else { place + 1 };
                self.show(next, &given, None, None, StatusCode::OK)
            }
        }
    }

    fn thanks(&self) -> String {
        let language: String = form_urlencoded::byte_serialize(self.manner.language.as_bytes()).collect();
        format!("{}/thanks?lang={language}", path(self.live))
    }

    /// The question that was answered; a number beyond the survey means the first.
    fn place(&self) -> usize {
        if self.sent.place < self.survey.questions.len() { self.sent.place } else { 0 }
    }

    fn too_many(self, seconds: u32) -> Result<Response> {
        let refusal = Refusal::new("too_many_pages").with("seconds", seconds.to_string());
        let typed = self.sent.json(&self.survey.questions[self.place()]);
        let place = self.place();
        let mut response =
            self.show(place, &Given::new(), Some(typed), Some(refusal), StatusCode::TOO_MANY_REQUESTS)?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        Ok(response)
    }

    /// The same page with what was typed.
    fn show_again(self, refusal: Refusal) -> Result<Response> {
        let place = self.place();
        let typed = self.sent.json(&self.survey.questions[place]);
        self.show(place, &Given::new(), Some(typed), Some(refusal), StatusCode::UNPROCESSABLE_ENTITY)
    }

    fn show(
        self,
        place: usize,
        given: &Given,
        typed: Option<Json>,
        refusal: Option<Refusal>,
        status: StatusCode,
    ) -> Result<Response> {
        let secret = self.sent.secret.clone().unwrap_or_else(|| self.web.env().secret());
        let hidden = hidden(&secret, self.version, place, &self.manner.language, &self.origin);
        let ask = Ask {
            place,
            given,
            typed,
            refusal,
            action: path(self.live),
            is_preview: false,
            hidden,
            // Links would lose what was typed: from here on the languages are buttons of the form.
            hrefs: None,
            manner: self.manner,
        };
        page::ask(self.web, ask, status)
    }
}
