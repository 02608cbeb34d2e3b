//! One respondent at one survey: what the pages of a response share.

use std::borrow::Cow;
use std::collections::BTreeSet;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use kernel::flow::{self, Given, Walk};
use kernel::survey::{Kind, Survey};
use kernel::{Env, Refusal, Result};
use serde_json::Value as Json;
use ui::http::{Reply, Web};

use crate::access::{Hours, password};
use crate::doors::Live;
use crate::links::Link;
use crate::respond::draft::Draft;
use crate::respond::form::Origin;
use crate::respond::page::{self, Ask, Manner, Resume, Word};
use crate::respond::prefill::Prefill;
use crate::respond::snapshot::seed;
use crate::words::accepted;
use crate::{ideas, quotas, uploads};

/// A respondent, the survey, and the response so far.
pub struct Visit<'a> {
    pub web: &'a Web,
    pub live: &'a Live,
    /// In the version that the response began with.
    pub survey: &'a Survey,
    pub manner: Manner<'a>,
    /// What the pages of this response carry.
    pub secret: String,
    /// Its public id.
    pub id: String,
    /// What was said so far; of a response that has not begun, what it will begin with.
    pub draft: Draft,
    pub has_begun: bool,
    pub link: Option<Link>,
    pub prefill: Prefill,
    pub full: BTreeSet<String>,
}

/// How a page is shown.
#[derive(Default)]
pub struct Manners<'a> {
    /// Typed and not saved.
    pub typed: Given,
    pub refusals: Vec<Refusal>,
    pub resume: Resume<'a>,
    /// Nothing was typed yet, so that links may change the language.
    pub is_untouched: bool,
}

impl Visit<'_> {
    /// Why there is nothing to answer, if so: closed, not open yet, by invitation, full.
    pub async fn refused(&self) -> Result<Option<Response>> {
        if let Some(word) = closed(self.live, self.web.env()) {
            return page::word(self.web, &self.manner, word).map(Some);
        }
        if self.has_begun {
            return Ok(None);
        }
        if self.live.access.is_personal && self.link.is_none() {
            return self.uninvited().map(Some);
        }
        if self.live.access.responses_max.is_some() {
            let counts = quotas::counts(self.web.store.reads(), self.live).await?;
            if quotas::is_over(self.live, &counts) {
                return page::word(self.web, &self.manner, Word::Full).map(Some);
            }
        }
        Ok(None)
    }

    pub fn uninvited(&self) -> Result<Response> {
        let ours = |part: &str| {
            let key = format!("respond-uninvited-{part}");
            self.web.pages.text(self.manner.locale(), &key, &[])
        };
        page::ending(self.web, &self.manner, Word::Closed, Some(ours("title")), Some(ours("text")))
    }

    /// Whether the survey's password was given for this response, or there is none.
    pub fn has_pass(&self, pass: Option<&str>) -> bool {
        self.live.access.password_hash.as_deref().is_none_or(|hash| pass == Some(&password::pass(hash, &self.secret)))
    }

    /// Shows a step; where logic has taken it away, what is still to be answered, else the last one.
    pub async fn show(&self, step: &str, manners: Manners<'_>, status: StatusCode) -> Result<Response> {
        let situation = self.draft.situation(self.survey, &self.id, &self.full);
        let walk = flow::walk(&situation);
        let Some(place) = place(&walk, step, &self.draft.given) else {
            return page::word(self.web, &self.manner, Word::Closed);
        };
        let step = &walk.steps[place];
        let mut typed = self.prefill.typed(&step.asked, &self.draft.given);
        typed.extend(manners.typed);
        let (ideas, uploads) = (self.ideas(&step.asked).await?, self.uploads(&step.asked, &typed).await?);
        let address = |tag: &str| self.address(tag);
        let resume = match manners.resume {
            Resume::No if walk.steps.len() > 1 => Resume::Offer,
            resume => resume,
        };
        let ask = Ask {
            manner: self.manner.clone(),
            situation: &situation,
            step,
            progress: walk.progress(&step.id),
            typed: &typed,
            refusals: &manners.refusals,
            action: self.action(),
            is_preview: false,
            hidden: self.hidden(&step.id),
            hrefs: if manners.is_untouched { Some(&address) } else { None },
            is_first: place == 0,
            is_last: place + 1 == walk.steps.len(),
            resume,
            ideas: &ideas,
            uploads: &uploads,
        };
        let mut response = page::ask(self.web, ask, status)?;
        if status == StatusCode::TOO_MANY_REQUESTS
            && let Some(seconds) = manners
                .refusals
                .iter()
                .find_map(|refusal| refusal.args.iter().find(|(name, _)| *name == "seconds").map(|(_, value)| value))
            && let Ok(seconds) = HeaderValue::from_str(seconds)
        {
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        Ok(response)
    }

    /// Where forms go: a personal link begins the response, and is not carried any further.
    fn action(&self) -> String {
        match &self.link {
            Some(link) if !self.has_begun => format!("{}/p/{}", path(self.live), link.token),
            _ => path(self.live),
        }
    }

    /// What every page carries.
    fn hidden(&self, step: &str) -> Vec<(String, String)> {
        let mut fields = vec![
            ("r".to_owned(), self.secret.clone()),
            ("v".to_owned(), self.draft.version.to_string()),
            ("step".to_owned(), step.to_owned()),
            ("lang".to_owned(), self.manner.language.clone()),
        ];
        if !self.survey.anonymous {
            fields.push(("t".to_owned(), (self.web.env().now().0 / kernel::time::SECOND).to_string()));
        }
        if let Some(hash) = &self.live.access.password_hash {
            fields.push(("pass".to_owned(), password::pass(hash, &self.secret)));
        }
        if !self.has_begun {
            fields.extend(self.draft.origin.fields());
        }
        fields.extend(self.prefill.fields());
        fields
    }

    /// The same page in another language, before anything was typed.
    fn address(&self, language: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::from("?"));
        query.append_pair("lang", language);
        query.extend_pairs(self.draft.origin.query());
        query.extend_pairs(self.prefill.fields());
        query.finish()
    }

    /// Where somebody comes back to go on.
    pub fn resume_link(&self) -> String {
        self.web.url(&format!("{}/r/{}", path(self.live), self.secret))
    }

    async fn ideas(&self, asked: &[flow::Asked<'_>]) -> Result<Vec<(String, Vec<(String, String)>)>> {
        let mut all = Vec::new();
        for asked in asked.iter().filter(|asked| asked.question.kind == Kind::Ideas) {
            let (reads, language) = (self.web.store.reads(), self.manner.language.as_str());
            let offered =
                ideas::offered(reads, self.live, &asked.key, language, seed(&self.id), &self.draft.given).await?;
            all.push((asked.key.clone(), offered));
        }
        Ok(all)
    }

    async fn uploads(&self, asked: &[flow::Asked<'_>], typed: &Given) -> Result<Vec<(String, String)>> {
        let mut all = Vec::new();
        for asked in asked.iter().filter(|asked| asked.question.kind == Kind::File) {
            let value = typed.get(&asked.key).or_else(|| self.draft.given.get(&asked.key));
            let Some(id) = value.and_then(Json::as_str) else { continue };
            // Only of this response: an id that was typed says nothing about the files of others.
            let row = uploads::find(&self.web.store, self.live.workspace, id).await?;
            if let Some(row) = row.filter(|row| row.response_id.as_deref() == Some(self.id.as_str())) {
                all.push((row.id, row.file_name));
            }
        }
        Ok(all)
    }
}

fn place(walk: &Walk<'_>, step: &str, given: &Given) -> Option<usize> {
    if walk.steps.is_empty() {
        return None;
    }
    let first = || if step.is_empty() { Some(0) } else { None };
    let missing = || walk.missing(given).map(|(place, _)| place);
    Some(walk.position(step).or_else(first).or_else(missing).unwrap_or(walk.steps.len() - 1))
}

/// Why the doors are shut, if they are.
pub fn closed(live: &Live, env: &Env) -> Option<Word> {
    match live.access.hours(env.now()) {
        _ if !live.is_open => Some(Word::Closed),
        Hours::NotYet => Some(Word::NotYet),
        Hours::Over => Some(Word::Closed),
        Hours::Open => None,
    }
}

/// The public path of a survey.
pub fn path(live: &Live) -> String {
    format!("/s/{}", live.link)
}

/// Quotas that are full when a page is shown; when it is sent, they are looked at again.
pub async fn full(web: &Web, live: &Live, survey: &Survey) -> Result<BTreeSet<String>> {
    if survey.quotas.is_empty() {
        return Ok(BTreeSet::new());
    }
    Ok(quotas::full(survey, &quotas::counts(web.store.reads(), live).await?))
}

/// The language that the address asks for, else that of the personal link, else the browser's, else the survey's first.
pub fn manner<'a>(
    live: &Live,
    survey: &'a Survey,
    wanted: [Option<&str>; 2],
    headers: &HeaderMap,
    env: &Env,
) -> Manner<'a> {
    let browser = || {
        let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        accepted(header, &survey.languages)
    };
    let language = match wanted.into_iter().flatten().next() {
        Some(wanted) => survey.language(wanted),
        None => browser().unwrap_or_else(|| survey.language("")),
    };
    let theme = Cow::Borrowed(&survey.theme);
    Manner { survey, theme, language: language.to_owned(), brand: live.workspace_title.clone(), now: env.now() }
}

/// The page for an address that no survey has.
pub fn unknown(web: &Web, headers: &HeaderMap) -> Reply {
    let manner = Manner {
        survey: &Survey::default(),
        theme: Cow::default(),
        language: ui::http::locale(headers).code().to_owned(),
        brand: String::new(),
        now: web.env().now(),
    };
    Ok(page::word(web, &manner, Word::Unknown)?)
}

/// A response that has not begun: where it comes from and what the address answers unseen.
pub fn fresh(version: i32, language: &str, origin: Origin, prefill: &Prefill, survey: &Survey, env: &Env) -> Draft {
    Draft { given: prefill.hidden(survey), ..Draft::new(version, language, origin, env.now()) }
}
