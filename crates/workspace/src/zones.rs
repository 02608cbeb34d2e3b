//! Time zones to choose from.

use std::sync::LazyLock;

use serde::Serialize;

/// Regions of the tz database whose zones are named after places; the others are old names and fixed offsets.
const REGIONS: &[&str] = &[
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

static ALL: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let mut names: Vec<String> = names.filter(|name| REGIONS.iter().any(|region| name.starts_with(region))).collect();
    names.push("UTC".into());
    names.sort();
    names.dedup();
    names
});

/// Regions of language tags with the zone of most of their people; the first of a language is its fallback.
const LIKELY: &[(&str, &str, &str)] = &[
    ("fa", "ir", "Asia/Tehran"),
    ("fa", "af", "Asia/Kabul"),
    ("ar", "sa", "Asia/Riyadh"),
    ("ar", "ae", "Asia/Dubai"),
    ("ar", "eg", "Africa/Cairo"),
    ("ar", "iq", "Asia/Baghdad"),
    ("ar", "jo", "Asia/Amman"),
    ("ar", "lb", "Asia/Beirut"),
    ("ar", "ma", "Africa/Casablanca"),
    ("ar", "qa", "Asia/Qatar"),
    ("ar", "kw", "Asia/Kuwait"),
    ("sv", "se", "Europe/Stockholm"),
    ("sv", "fi", "Europe/Helsinki"),
    ("en", "gb", "Europe/London"),
    ("en", "us", "America/New_York"),
    ("en", "ca", "America/Toronto"),
    ("en", "au", "Australia/Sydney"),
    ("en", "in", "Asia/Kolkata"),
    ("en", "ie", "Europe/Dublin"),
    ("de", "de", "Europe/Berlin"),
    ("fr", "fr", "Europe/Paris"),
    ("nl", "nl", "Europe/Amsterdam"),
    ("da", "dk", "Europe/Copenhagen"),
    ("nb", "no", "Europe/Oslo"),
    ("tr", "tr", "Europe/Istanbul"),
    ("es", "es", "Europe/Madrid"),
];

/// Entries of an `Accept-Language` header that are read.
const ACCEPTED_MAX: usize = 16;

/// A list for a form: the likely ones first.
#[derive(Debug, Serialize)]
pub(crate) struct Zones {
    pub chosen: String,
    pub likely: Vec<&'static str>,
    pub all: &'static [String],
}

impl Zones {
    /// With `chosen` selected, also where it is a name that the list does not offer.
    pub(crate) fn with(chosen: &str, accept_language: &str) -> Self {
        Self { chosen: chosen.to_owned(), likely: likely(accept_language), all: &ALL }
    }

    /// With the likeliest zone selected.
    pub(crate) fn guess(accept_language: &str) -> Self {
        let likely = likely(accept_language);
        Self { chosen: likely.first().copied().unwrap_or("UTC").to_owned(), likely, all: &ALL }
    }
}

/// Whether days can be counted in this zone.
pub(crate) fn is_zone(name: &str) -> bool {
    ALL.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
}

/// Zones for the languages that a browser asks for, the most wanted first.
fn likely(accept_language: &str) -> Vec<&'static str> {
    let mut zones: Vec<&'static str> = Vec::new();
    for entry in accept_language.split(',').take(ACCEPTED_MAX) {
        let tag = entry.split(';').next().unwrap_or_default().trim().to_lowercase();
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let region = parts.find(|part| part.len() == 2);
        let found = match region {
            Some(region) => LIKELY.iter().find(|(_, r, _)| *r == region),
            None => LIKELY.iter().find(|(l, _, _)| *l == language),
        };
        zones.extend(found.map(|(_, _, zone)| *zone).filter(|zone| !zones.contains(zone)));
    }
    zones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_places_and_utc() {
        assert!(ALL.len() > 300, "{}", ALL.len());
        for name in ["Asia/Tehran", "Europe/Stockholm", "UTC"] {
            assert!(is_zone(name), "{name}");
        }
        for name in ["", "Mars/Base", "asia/tehran", "Etc/GMT+3", "../etc/passwd"] {
            assert!(!is_zone(name), "{name}");
        }
        for (_, _, zone) in LIKELY {
            assert!(is_zone(zone), "{zone}");
        }
    }

    #[test]
    fn the_region_of_a_language_names_the_zone() {
        assert_eq!(
            Zones::guess("en-SE,en;q=0.9,fa;q=0.5").likely,
            ["Europe/Stockholm", "Europe/London", "Asia/Tehran"]
        );
        assert_eq!(Zones::guess("fa-Arab-AF").chosen, "Asia/Kabul");
        assert_eq!(Zones::guess("").chosen, "UTC");
    }
}
