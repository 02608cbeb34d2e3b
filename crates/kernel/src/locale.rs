//! The four languages of the pages, and the direction that a language is written in.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use icu_locale::{LanguageIdentifier, LocaleDirectionality};
use serde::{Deserialize, Serialize};

/// A language that pages, catalogues and built-in texts exist in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    Fa,
    Ar,
    Sv,
}

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Ltr,
    Rtl,
}

/// More entries of an `Accept-Language` header than this are not read.
const MAX_ACCEPTED: usize = 32;

/// Likely scripts of all languages of CLDR, not only the common ones: answers come in any language.
static DIRECTIONS: LazyLock<LocaleDirectionality> = LazyLock::new(LocaleDirectionality::new_extended);

impl Locale {
    pub const ALL: [Self; 4] = [Self::En, Self::Fa, Self::Ar, Self::Sv];

    pub fn all() -> [Self; 4] {
        Self::ALL
    }

    /// The BCP 47 tag, as written in `lang` attributes, file names and the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fa => "fa",
            Self::Ar => "ar",
            Self::Sv => "sv",
        }
    }

    pub fn as_str(self) -> &'static str {
        self.code()
    }

    /// The language's name in the language itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fa => "فارسی",
            Self::Ar => "العربية",
            Self::Sv => "Svenska",
        }
    }

    /// The locale of a language tag such as `fa`, `fa-IR` or `SV_se`; `None` for languages that pages do not exist in.
    pub fn parse(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|locale| locale.code().eq_ignore_ascii_case(language))
    }

    /// The best locale for an `Accept-Language` header (RFC 9110, section 12.5.4): the highest weight wins, then the
    /// order of the header. `None` if it names none of ours.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut wanted: Vec<(u16, Self)> = header.split(',').take(MAX_ACCEPTED).filter_map(weighted).collect();
        wanted.sort_by_key(|(weight, _)| Reverse(*weight));
        wanted.first().map(|(_, locale)| *locale)
    }

    pub fn direction(self) -> Direction {
        direction_of(self.code())
    }

    /// The place of this locale in [`Locale::ALL`], for tables with one cell per locale.
    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

/// One entry of an `Accept-Language` header with its weight in thousandths; a weight of 0 means "not this one".
fn weighted(entry: &str) -> Option<(u16, Locale)> {
    let mut parts = entry.split(';').map(str::trim);
    let locale = Locale::parse(parts.next()?)?;
    let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
        Some(text) => (text.trim().parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))? * 1000.0) as u16,
        None => 1000,
    };
    (weight > 0).then_some((weight, locale))
}

/// The direction of a language tag, by its script: `ks` runs from the right, `ks-Deva` from the left. Unknown tags run
/// from the left.
pub fn direction_of(tag: &str) -> Direction {
    match LanguageIdentifier::try_from_str(&tag.trim().replace('_', "-")) {
        Ok(language) if DIRECTIONS.is_right_to_left(&language) => Direction::Rtl,
        _ => Direction::Ltr,
    }
}

impl Direction {
    /// As in a `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Pages do not exist in this language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there are no pages in `{0}`: en, fa, ar or sv")]
pub struct NoSuchLocale(String);

impl FromStr for Locale {
    type Err = NoSuchLocale;

    fn from_str(text: &str) -> Result<Self, NoSuchLocale> {
        Self::parse(text).ok_or_else(|| NoSuchLocale(text.chars().take(20).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_comes_from_the_script() {
        let all = Locale::ALL.map(|locale| locale.direction().as_str());
        assert_eq!(all, ["ltr", "rtl", "rtl", "ltr"]);
        for tag in ["he", "ur", "ckb", "ug", "dv", "az-Arab", "ks_Arab", "fa-Arab-IR"] {
            assert_eq!(direction_of(tag), Direction::Rtl, "{tag}");
        }
        for tag in ["az", "ks-Deva", "fa-Latn", "de", "zh-Hant", "", "???", "x"] {
            assert_eq!(direction_of(tag), Direction::Ltr, "{tag}");
        }
    }

    #[test]
    fn the_header_weights_win_over_its_order() {
        let best = Locale::from_accept_language;
        assert_eq!(best("de-DE,sv;q=0.5,fa-IR;q=0.9,en;q=0.1"), Some(Locale::Fa));
        assert_eq!(best("ar, en"), Some(Locale::Ar));
        assert_eq!(best("en;q=0, sv ; q=0.001"), Some(Locale::Sv));
        assert_eq!(best("en;q=7, fa;q=x"), None);
        assert_eq!(best("*"), None);
        assert_eq!(best(""), None);
    }

    #[test]
    fn tags_are_read_with_region_and_case() {
        assert_eq!(Locale::parse("FA_ir"), Some(Locale::Fa));
        assert_eq!(Locale::parse("fil"), None);
        assert!("tlh".parse::<Locale>().is_err());
    }
}
