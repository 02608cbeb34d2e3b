//! Who is asking: a member with a role, or the holder of a key. These extractors are the only way to a workspace.

use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use jiff::tz::TimeZone;
use kernel::{Error, Locale, MemberId, Result, Role, WorkspaceId};
use serde::Serialize;
use store::Store;
use store::entity::{key, member, workspace};
use store::keys::Scope;

use crate::http::{Failure, Reply, Web, reply};
use crate::shell::{Section, Shell, Theme};

pub(crate) const FLASH: &str = "nabz_flash";

/// A signed-in member and the request that they make.
pub struct Asking {
    pub web: Web,
    pub member: member::Model,
    pub workspace: workspace::Model,
    pub locale: Locale,
    theme: Theme,
    path: String,
    flash: Option<(String, Option<String>)>,
    is_htmx: bool,
}

impl Asking {
    pub fn store(&self) -> &Store {
        &self.web.store
    }

    pub fn workspace(&self) -> WorkspaceId {
        self.workspace.id()
    }

    pub fn member(&self) -> MemberId {
        self.member.id()
    }

    pub fn role(&self) -> Role {
        self.member.role()
    }

    /// Path and query of the request.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether htmx asks for a fragment of the page.
    pub fn is_htmx(&self) -> bool {
        self.is_htmx
    }

    /// Words in the reader's language.
    pub fn text(&self, key: &str) -> String {
        self.web.pages.text(self.locale, key, &[])
    }

    /// What the shell of a page shows about the reader.
    pub async fn shell(&self, section: Section) -> Result<Shell> {
        let mut counts = Vec::new();
        for part in &self.web.parts {
            counts.extend(part.count(self).await?);
        }
        Ok(Shell { section, counts, ..self.bare() })
    }

    /// The reader's way of reading, without the counts of the navigation: for parts of pages.
    fn bare(&self) -> Shell {
        let name = if self.member.name.is_empty() { &self.member.email } else { &self.member.name };
        Shell {
            workspace: self.workspace.title.clone(),
            member: name.clone(),
            role: self.role(),
            zone: self.workspace.zone.clone(),
            calendar: self.workspace.calendar.clone(),
            path: self.path.clone(),
            flash: self.flash.clone(),
            demo: self.web.config.demo,
            ..Shell::bare(self.locale, self.theme, self.web.env().now())
        }
    }

    /// The zone in which the workspace's days begin.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.workspace.zone).unwrap_or(TimeZone::UTC)
    }

    /// A whole page.
    pub async fn page(&self, template: &str, section: Section, context: impl Serialize) -> Reply {
        let shell = self.shell(section).await?;
        let mut response = reply::html(self.web.pages.render(template, &shell, context).map_err(Error::internal)?);
        response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("HX-Request, Cookie"));
        if self.flash.is_some() {
            reply::cookie(&mut response, FLASH, "", 0, true, false);
        }
        Ok(response)
    }

    /// One block of a page's template, for htmx.
    pub fn block(&self, template: &str, block: &str, context: impl Serialize) -> Reply {
        let body = self.web.pages.render_block(template, block, &self.bare(), context).map_err(Error::internal)?;
        Ok(reply::html(body))
    }

    /// A template without a shell of its own, e.g. a part of Home.
    pub fn fragment(&self, template: &str, context: impl Serialize) -> Result<String> {
        self.web.pages.render(template, &self.bare(), context).map_err(Error::internal)
    }

    /// The same page again with a form's problems beside its fields: 422.
    pub async fn refused(&self, template: &str, section: Section, context: impl Serialize) -> Reply {
        let mut response = self.page(template, section, context).await?;
        *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
        Ok(response)
    }

    /// The words of a refusal, for showing beside its field.
    pub fn words(&self, refusal: &kernel::Refusal) -> String {
        super::failure::words(&self.web.pages, self.locale, refusal)
    }
}

/// A member whose role is at least the given one.
pub struct As<const LEAST: u8>(pub Asking);

pub type Viewer = As<{ Role::Viewer as u8 }>;
pub type Agent = As<{ Role::Agent as u8 }>;
pub type Manager = As<{ Role::Manager as u8 }>;
pub type Admin = As<{ Role::Admin as u8 }>;
pub type Owner = As<{ Role::Owner as u8 }>;

impl<const LEAST: u8> Deref for As<LEAST> {
    type Target = Asking;

    fn deref(&self) -> &Asking {
        &self.0
    }
}

impl<const LEAST: u8> FromRequestParts<Web> for As<LEAST> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        let secret = cookie(&parts.headers, session_cookie(web)).ok_or(Error::Unknown)?;
        let member = web.store.session(&secret).await?.ok_or(Error::Unknown)?;
        if (member.role() as u8) < LEAST {
            return Err(Error::Forbidden.into());
        }
        let workspace = web.store.workspace(member.workspace()).await?.ok_or(Error::Unknown)?;
        let locale = Locale::parse(&member.locale).unwrap_or(Locale::En);
        let flash = cookie(&parts.headers, FLASH).map(|flash| match flash.split_once('|') {
            Some((key, undo)) => (key.to_owned(), Some(decode(undo)).filter(|undo| reply::is_local(undo))),
            None => (flash, None),
        });
        // A cookie can hold anything; only messages that exist are shown.
        let flash = flash.filter(|(key, _)| web.pages.words().has(locale, key));
        Ok(Self(Asking {
            web: web.clone(),
            member,
            workspace,
            locale,
            theme: theme(&parts.headers),
            path: parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            flash,
            is_htmx: parts.headers.contains_key("hx-request"),
        }))
    }
}

/// The holder of an API key. `S` names the scope that the route needs, see the aliases below.
pub struct KeyHolder<const SCOPE: u8> {
    pub web: Web,
    pub key: key::Model,
}

/// Keys that may send responses.
pub type Sender = KeyHolder<{ Scope::Responses as u8 }>;
/// Keys that may read.
pub type Reader = KeyHolder<{ Scope::Read as u8 }>;
/// Keys that may bring mails that came in.
pub type Carrier = KeyHolder<{ Scope::Mail as u8 }>;
/// Keys that may do everything, such as changing definitions.
pub type Keeper = KeyHolder<{ Scope::All as u8 }>;

impl<const SCOPE: u8> KeyHolder<SCOPE> {
    pub fn workspace(&self) -> WorkspaceId {
        WorkspaceId(self.key.workspace_id)
    }

    pub fn store(&self) -> &Store {
        &self.web.store
    }

    /// How the audit log names the key.
    pub fn actor(&self) -> String {
        self.key.id.clone()
    }
}

impl<const SCOPE: u8> FromRequestParts<Web> for KeyHolder<SCOPE> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        let secret = bearer(&parts.headers).ok_or(Error::Unknown)?;
        let key = web.store.key(secret).await?.ok_or(Error::Unknown)?;
        let scope: Scope = key.scope.parse().map_err(|_| Error::Forbidden)?;
        if scope != Scope::All && scope as u8 != SCOPE {
            return Err(Error::Forbidden.into());
        }
        Ok(Self { web: web.clone(), key })
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

/// Name of the session's cookie. Over TLS the prefix makes browsers refuse it from anywhere else.
pub fn session_cookie(web: &Web) -> &'static str {
    if web.config.is_https() { "__Host-nabz" } else { "nabz" }
}

/// Signs a browser in.
pub fn sign_in(web: &Web, response: &mut Response, secret: &str) {
    let seconds = store::sessions::LONGEST_MICROS / kernel::time::SECOND;
    reply::cookie(response, session_cookie(web), secret, seconds, true, web.config.is_https());
}

/// Signs a browser out.
pub fn sign_out(web: &Web, response: &mut Response) {
    reply::cookie(response, session_cookie(web), "", 0, true, web.config.is_https());
}

/// The session's secret, where the browser sent one.
pub fn session_secret(web: &Web, headers: &HeaderMap) -> Option<String> {
    cookie(headers, session_cookie(web))
}

/// One cookie of a request.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, value)| value.to_owned())
}

/// The language of a page for somebody who is not signed in: their choice, else their browser's.
pub fn locale(headers: &HeaderMap) -> Locale {
    let accepted = || {
        let accept = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Locale::from_accept_language(accept)
    };
    cookie(headers, "nabz_locale").and_then(|code| Locale::parse(&code)).or_else(accepted).unwrap_or(Locale::En)
}

/// Light, dark, or as the system has it.
pub fn theme(headers: &HeaderMap) -> Theme {
    cookie(headers, "nabz_theme").map_or(Theme::System, |name| Theme::parse(&name))
}

fn decode(text: &str) -> String {
    form_urlencoded::parse(format!("x={text}").as_bytes()).next().map_or_else(String::new, |(_, v)| v.into_owned())
}
