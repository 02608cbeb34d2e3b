//! Pages that customers see: self-contained, in the brand's theme, all of them without script if need be.

use std::sync::LazyLock;

use base64::Engine;
use kernel::format::{Calendar, Format};
use kernel::locale::{Direction, direction_of};
use kernel::{Locale, Timestamp};
use serde::Serialize;
use sha2::Digest;

use crate::{Brand, Look, assets};

/// The exact text between `<style>` and `</style>` of respondent pages. Kept small: it travels with every page.
pub const RESPONDENT_CSS: &str = include_str!("../assets-src/respondent.css");

/// Everything around a question.
#[derive(Clone, Debug, Serialize)]
pub struct Respondent {
    /// The language of the texts that are ours: buttons, progress, errors.
    pub locale: Locale,
    /// The language of the survey's own texts, for `lang`; usually the same.
    pub lang: String,
    pub dir: Direction,
    pub brand: Brand,
    /// The survey's own colours and font; the brand's where it has none.
    #[serde(skip)]
    pub look: Look,
    /// The address of a picture beside the brand's name.
    pub logo: Option<String>,
    /// The page has a form that [`RESPONDENT_SCRIPT`] makes easier; answer with [`scripted_policy`].
    pub script: bool,
    /// The languages that the survey speaks; shown when there are at least two.
    pub languages: Vec<Language>,
    /// Where the privacy notice is, if there is one apart from the page.
    pub privacy: Option<String>,
    pub calendar: Calendar,
    #[serde(skip)]
    pub zone: jiff::tz::TimeZone,
    pub now: Timestamp,
}

#[derive(Clone, Debug, Serialize)]
pub struct Language {
    /// BCP 47 tag, for `lang` and `hreflang`.
    pub tag: String,
    /// The language's own name.
    pub name: String,
    /// Without one the language is a button `to` of the form `ask`, so that what was typed comes along.
    pub href: Option<String>,
    pub current: bool,
}

impl Respondent {
    pub fn new(locale: Locale, lang: &str, brand: Brand, now: Timestamp) -> Self {
        Self {
            locale,
            lang: lang.to_owned(),
            dir: direction_of(lang),
            brand,
            look: Look::default(),
            logo: None,
            script: false,
            languages: Vec::new(),
            privacy: None,
            calendar: Calendar::of(locale),
            zone: jiff::tz::TimeZone::UTC,
            now,
        }
    }

    pub fn format(&self) -> Format {
        Format::new(self.locale, self.calendar, self.zone.clone())
    }

    /// The style sheet of a brand or a survey with its own colours, served as an asset; ours need none.
    pub fn theme(&self) -> Option<String> {
        let name =
            if self.look.is_default() { self.brand.stylesheet() } else { Some(self.look.stylesheet(&self.brand)) };
        name.map(|name| assets::url(&name))
    }
}

/// The script that makes some kinds of questions easier, as an asset.
pub const RESPONDENT_SCRIPT: &str = "respond.js";

/// The Content-Security-Policy of respondent pages: no script, and of inline styles only [`RESPONDENT_CSS`].
pub fn policy() -> &'static str {
    static POLICY: LazyLock<String> = LazyLock::new(|| policy_with("'none'"));
    &POLICY
}

/// The policy of pages with [`RESPONDENT_SCRIPT`]: scripts are files of this server.
pub fn scripted_policy() -> &'static str {
    static POLICY: LazyLock<String> = LazyLock::new(|| policy_with("'self'"));
    &POLICY
}

fn policy_with(script: &str) -> String {
    let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(RESPONDENT_CSS));
    format!(
        "default-src 'none'; script-src {script}; style-src 'self' 'sha256-{hash}'; img-src 'self' data:; \
         media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
}
