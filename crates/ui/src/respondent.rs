//! Pages that customers see: self-contained, in the brand's theme, without script.

use std::sync::LazyLock;

use base64::Engine;
use kernel::format::{Calendar, Format};
use kernel::locale::{Direction, direction_of};
use kernel::{Locale, Timestamp};
use serde::Serialize;
use sha2::Digest;

use crate::{Brand, assets};

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
    pub href: String,
    pub current: bool,
}

impl Respondent {
    pub fn new(locale: Locale, lang: &str, brand: Brand, now: Timestamp) -> Self {
        Self {
            locale,
            lang: lang.to_owned(),
            dir: direction_of(lang),
            brand,
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

    /// The style sheet of a brand with its own colour, served as an asset; the default colour needs none.
    pub fn theme(&self) -> Option<String> {
        self.brand.stylesheet().map(|name| assets::url(&name))
    }
}

/// The Content-Security-Policy of respondent pages: no script, and of inline styles only [`RESPONDENT_CSS`].
pub fn policy() -> &'static str {
    static POLICY: LazyLock<String> = LazyLock::new(|| {
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(RESPONDENT_CSS));
        format!(
            "default-src 'none'; style-src 'self' 'sha256-{hash}'; img-src 'self' data:; form-action 'self'; \
             frame-ancestors 'none'; base-uri 'none'"
        )
    });
    &POLICY
}
