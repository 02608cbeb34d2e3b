//! `POST /s/{link}`: saves one page and shows the next. `POST /s/{link}/p/{token}` does so for the first page of a
//! personal link.

use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use kernel::flow::{self, Given};
use kernel::survey::Kind;
use kernel::{Error, Refusal, Result};
use serde_json::Value as Json;
use ui::http::{ClientIp, Fields, Reply, Web};

use crate::doors::Doors;
use crate::ideas;
use crate::links;
use crate::respond::draft::{self, Draft, Page, SECONDS_MAX, Saved};
use crate::respond::ends;
use crate::respond::form::{Go, Origin, Sent, public_id, values};
use crate::respond::open::ask_password;
use crate::respond::page::{self, Resume, Word};
use crate::respond::prefill::Prefill;
use crate::respond::visit::{Manners, Visit, fresh, full, manner, unknown};
use crate::uploads::{Answers, File, Received, receive};

pub async fn save(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    ip: ClientIp,
    Path(link): Path<String>,
    headers: HeaderMap,
    answers: Answers,
) -> Reply {
    take(&web, &doors, ip, &link, None, &headers, answers).await
}

pub async fn save_personal(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    ip: ClientIp,
    Path((link, token)): Path<(String, String)>,
    headers: HeaderMap,
    answers: Answers,
) -> Reply {
    take(&web, &doors, ip, &link, Some(&token), &headers, answers).await
}

async fn take(
    web: &Web,
    doors: &Doors,
    ip: ClientIp,
    link: &str,
    token: Option<&str>,
    headers: &HeaderMap,
    answers: Answers,
) -> Reply {
    let (store, env) = (&web.store, web.env());
    let Some(live) = doors.by_link(store, link).await? else { return unknown(web, headers) };
    let Received { fields, files, refusals } = receive(store, doors, &live, answers, ip.0).await?;
    let mut sent = Sent::read(&fields);
    let found = match token {
        Some(token) => links::find(store, &live, token, env.now()).await?,
        None => None,
    };
    // In a survey that knows its respondents, a personal link has one response, whatever the page says.
    if let Some(link) = found.as_ref().filter(|_| !live.survey.anonymous) {
        sent.secret = Some(links::secret(&live, &link.token));
    }
    let has_secret = sent.secret.is_some();
    let secret = sent.secret.clone().unwrap_or_else(|| env.secret());
    let id = public_id(&live.id, &secret);
    let begun = Draft::find(store, &live, &id).await?;
    let slow = doors.take(ip.0, begun.is_some().then_some(id.as_str()), env.now()).err();
    if token.is_some() && found.is_none() && begun.is_none() {
        return unknown(web, headers);
    }
    let version = begun.as_ref().map(|draft| draft.version).or(sent.version);
    let (version, survey) = doors.version(store, &live, version).await?;
    let wanted = [sent.turn_to.as_deref().or(sent.language.as_deref()), None];
    let manner = manner(&live, &survey, wanted, headers, env);
    let prefill = Prefill::read(&fields, &survey);
    let has_begun = begun.is_some();
    let mut draft = begun.unwrap_or_else(|| {
        fresh(version, &manner.language, Origin::of_form(&fields, survey.anonymous), &prefill, &survey, env)
    });
    draft.language.clone_from(&manner.language);
    let manner = manner.at(&draft.origin);
    let full = full(web, &live, &survey).await?;
    let visit = Visit {
        web,
        live: &live,
        survey: &survey,
        manner,
        secret,
        id,
        draft,
        has_begun,
        link: found.filter(|_| !has_begun),
        prefill,
        full,
    };
    if let Some(refused) = visit.refused().await? {
        return Ok(refused);
    }
    if !visit.has_pass(fields.get("pass")) {
        return Ok(ask_password(&visit, None)?);
    }
    if visit.draft.is_stopped() {
        return Ok(ends::ended(&visit)?);
    }
    if let Some(link) = visit.link.as_ref().filter(|link| link.is_used) {
        tracing::debug!(survey = %live.id, used = link.is_used, "a personal link was used before");
        return Ok(page::word(web, &visit.manner, Word::Expired)?);
    }
    let sending = Sending { visit, sent, fields, files, refusals, has_secret };
    match slow {
        Some(Error::TooMany(seconds)) => Ok(sending.too_many(seconds).await?),
        Some(error) => Err(error.into()),
        None => Ok(sending.take().await?),
    }
}

/// One page sent by one respondent.
struct Sending<'a> {
    visit: Visit<'a>,
    sent: Sent,
    fields: Fields,
    files: Vec<File>,
    /// Of files that were not taken.
    refusals: Vec<Refusal>,
    has_secret: bool,
}

/// What a page said: all as it was typed, and what of it fits.
#[derive(Default)]
struct Said {
    step: String,
    typed: Given,
    fitting: Given,
    refusals: Vec<Refusal>,
}

impl Sending<'_> {
    async fn take(self) -> Result<Response> {
        let said = self.read().await?;
        // People who are refused keep what they typed and a way on; programs that fill in everything stop here.
        if !self.has_secret {
            return self.again(said, Refusal::new("send_again")).await;
        }
        if self.sent.took_bait {
            return self.again(said, Refusal::new("leave_empty")).await;
        }
        if self.sent.turn_to.is_some() {
            let manners = Manners { typed: said.typed, ..Manners::default() };
            return self.visit.show(&said.step, manners, StatusCode::OK).await;
        }
        // Going back and going away keep what fits and ask for nothing; but nobody may answer what is not asked.
        let forward = self.sent.go == Go::Next;
        if said.refusals.iter().any(|refusal| forward || refusal.code == "not_asked") {
            let manners = Manners { typed: said.typed, refusals: said.refusals, ..Manners::default() };
            return self.visit.show(&said.step, manners, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        self.keep(said).await
    }

    async fn keep(self, said: Said) -> Result<Response> {
        let Self { mut visit, sent, fields, files, .. } = self;
        let page = Page {
            live: visit.live,
            survey: visit.survey,
            id: &visit.id,
            fresh: &visit.draft,
            language: &visit.manner.language,
            step: &said.step,
            go: sent.go,
            values: said.fitting,
            seconds: spent(&fields, &visit),
            link: visit.link.as_ref(),
            files,
        };
        let (web, word) = (visit.web, |visit: &Visit<'_>, word| page::word(visit.web, &visit.manner, word));
        match draft::save(&web.store, page).await? {
            Saved::Over => word(&visit, Word::Over),
            Saved::Used => word(&visit, Word::Expired),
            Saved::Full => word(&visit, Word::Full),
            Saved::Uninvited => visit.uninvited(),
            Saved::Missing(draft, refusal) => {
                let step = draft.step.clone();
                (visit.draft, visit.has_begun) = (draft, true);
                let manners = Manners { refusals: vec![refusal], ..Manners::default() };
                visit.show(&step, manners, StatusCode::UNPROCESSABLE_ENTITY).await
            }
            Saved::Kept(draft) => {
                let step = draft.step.clone();
                (visit.draft, visit.has_begun) = (draft, true);
                let at_end = sent.go == Go::Next && step == said.step && !visit.draft.ending.is_empty();
                if at_end || visit.draft.is_stopped() {
                    return ends::ended(&visit);
                }
                let link = visit.resume_link();
                let resume = if sent.go == Go::Later { Resume::Link(&link) } else { Resume::No };
                visit.show(&step, Manners { resume, ..Manners::default() }, StatusCode::OK).await
            }
        }
    }

    /// Reads the answers to the step that was sent. A step that logic took away meanwhile takes none.
    async fn read(&self) -> Result<Said> {
        let visit = &self.visit;
        let situation = visit.draft.situation(visit.survey, &visit.id, &visit.full);
        let walk = flow::walk(&situation);
        let step = match &self.sent.step {
            Some(id) => walk.step(id),
            None => walk.steps.first(),
        };
        let Some(step) = step else {
            return Ok(Said { step: self.sent.step.clone().unwrap_or_default(), ..Said::default() });
        };
        let answered = values(&self.fields, &step.asked, visit.manner.calendar());
        let mut said = Said { step: step.id.clone(), refusals: answered.refusals, ..Said::default() };
        said.refusals.extend(self.refusals.iter().cloned());
        for asked in step.asked.iter().filter(|asked| asked.question.kind.is_asked()) {
            let mut value = answered.values.get(&asked.key).cloned().unwrap_or(Json::Null);
            if asked.question.kind == Kind::File {
                value = self.file(&asked.key, value);
            }
            // A file that came with a page that is refused is not kept; what came before is shown again.
            let shown =
                if asked.question.kind == Kind::File { visit.draft.given.get(&asked.key) } else { Some(&value) };
            said.typed.insert(asked.key.clone(), shown.cloned().unwrap_or(Json::Null));
            let checked = match asked.check(&value) {
                Ok(_) => ideas::check(visit.web.store.reads(), visit.live, asked, &value).await?.map_or(Ok(()), Err),
                Err(refusal) => Err(refusal),
            };
            match checked {
                // What was refused about a file says more than that it is missing.
                Err(refusal) if self.refusals.iter().any(|other| other.field == refusal.field) => drop(refusal),
                Err(refusal) => said.refusals.push(refusal),
                Ok(()) => {
                    let is_blank = kernel::survey::read::is_blank(&value);
                    said.fitting.insert(asked.key.clone(), if is_blank { Json::Null } else { value.clone() });
                }
            }
        }
        Ok(said)
    }

    /// The file that a question holds: one that came with this page, or the one that came before. An id that was
    /// typed names nothing.
    fn file(&self, key: &str, value: Json) -> Json {
        let before = self.visit.draft.given.get(key);
        let came = value.as_str().is_some_and(|id| self.files.iter().any(|file| file.question == key && file.id == id));
        if came || Some(&value) == before { value } else { Json::Null }
    }

    async fn too_many(self, seconds: u32) -> Result<Response> {
        let said = self.read().await?;
        let refusal = Refusal::new("too_many_pages").with("seconds", seconds.to_string());
        let manners = Manners { typed: said.typed, refusals: vec![refusal], ..Manners::default() };
        self.visit.show(&said.step, manners, StatusCode::TOO_MANY_REQUESTS).await
    }

    /// The same page with what was typed.
    async fn again(self, said: Said, refusal: Refusal) -> Result<Response> {
        let manners = Manners { typed: said.typed, refusals: vec![refusal], ..Manners::default() };
        self.visit.show(&said.step, manners, StatusCode::UNPROCESSABLE_ENTITY).await
    }
}

/// Whole seconds since the page was shown, as far as the page can be believed.
fn spent(fields: &Fields, visit: &Visit<'_>) -> u32 {
    let shown = fields.get("t").and_then(|text| text.parse::<i64>().ok());
    let now = visit.web.env().now().0 / kernel::time::SECOND;
    let since = shown.map_or(0, |shown| now.saturating_sub(shown));
    u32::try_from(since).map_or(0, |since| since.min(SECONDS_MAX))
}
