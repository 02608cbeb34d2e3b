//! What every page of a member needs besides its own content.

use kernel::format::{Calendar, Format};
use kernel::locale::Direction;
use kernel::{Locale, Role, Timestamp};
use serde::Serialize;

/// Everything around a page's content, made once per request by the HTTP kit. Templates see [`View`] of it.
#[derive(Clone, Debug)]
pub struct Shell {
    pub locale: Locale,
    pub theme: Theme,
    /// The workspace's name, in the top bar.
    pub workspace: String,
    /// The member's name or address; empty where nobody is signed in, and then there is no navigation.
    pub member: String,
    pub role: Role,
    /// The section that is marked in the navigation.
    pub section: Section,
    /// Numbers that call for attention beside sections.
    pub counts: Vec<(Section, u64)>,
    /// IANA name of the workspace's time zone; UTC if unknown.
    pub zone: String,
    /// Name of the workspace's calendar; the locale's own if unknown.
    pub calendar: String,
    /// Path and query of this page, to come back to after changing language or theme.
    pub path: String,
    /// Key of a message shown once, and where its undo posts to.
    pub flash: Option<(String, Option<String>)>,
    /// The data is made up, and the page says so.
    pub demo: bool,
    /// The instant that "2 hours ago" counts from.
    pub now: Timestamp,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the reader's system says.
    #[default]
    System,
    Light,
    Dark,
}

/// The sections of the navigation; the first five are the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    Home,
    Listen,
    Understand,
    Act,
    Prove,
    Customers,
    Settings,
}

/// The navigation of this version, the loop first; sections join it with their first page.
const NAV: [Section; 6] =
    [Section::Home, Section::Listen, Section::Understand, Section::Act, Section::Prove, Section::Settings];

/// The shell as templates see it.
#[derive(Debug, Serialize)]
pub(crate) struct View<'a> {
    locale: Locale,
    dir: Direction,
    theme: Theme,
    workspace: &'a str,
    member: &'a str,
    initials: String,
    role: Role,
    section: Section,
    nav: Vec<NavItem>,
    path: &'a str,
    flash: Option<Flash<'a>>,
    demo: bool,
    locales: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct NavItem {
    section: Section,
    href: &'static str,
    icon: &'static str,
    count: u64,
    current: bool,
    /// Belongs to the loop; the others stand apart, and behind "More" on a phone.
    main: bool,
}

#[derive(Debug, Serialize)]
struct Flash<'a> {
    key: &'a str,
    undo: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Choice {
    code: &'static str,
    name: &'static str,
    current: bool,
}

impl Shell {
    /// A shell for pages where nobody is signed in: log-in, set-up, errors.
    pub fn bare(locale: Locale, theme: Theme, now: Timestamp) -> Self {
        Self {
            locale,
            theme,
            workspace: String::new(),
            member: String::new(),
            role: Role::Viewer,
            section: Section::Home,
            counts: Vec::new(),
            zone: "UTC".to_owned(),
            calendar: Calendar::of(locale).to_string(),
            path: "/".to_owned(),
            flash: None,
            demo: false,
            now,
        }
    }

    /// How this reader reads numbers and dates.
    pub fn format(&self) -> Format {
        let calendar = self.calendar.parse().unwrap_or_else(|_| Calendar::of(self.locale));
        let zone = jiff::tz::TimeZone::get(&self.zone).unwrap_or(jiff::tz::TimeZone::UTC);
        Format::new(self.locale, calendar, zone)
    }

    pub(crate) fn view(&self) -> View<'_> {
        View {
            locale: self.locale,
            dir: self.locale.direction(),
            theme: self.theme,
            workspace: &self.workspace,
            member: &self.member,
            initials: initials(&self.member),
            role: self.role,
            section: self.section,
            nav: NAV.map(|section| self.nav_item(section)).into(),
            path: &self.path,
            flash: self.flash.as_ref().map(|(key, undo)| Flash { key, undo: undo.as_deref() }),
            demo: self.demo,
            locales: Locale::ALL
                .map(|locale| Choice { code: locale.code(), name: locale.own_name(), current: locale == self.locale })
                .into(),
        }
    }

    fn nav_item(&self, section: Section) -> NavItem {
        NavItem {
            section,
            href: section.href(),
            icon: section.icon(),
            count: self.counts.iter().filter(|(other, _)| *other == section).map(|(_, count)| count).sum(),
            current: section == self.section,
            main: !matches!(section, Section::Customers | Section::Settings),
        }
    }
}

impl Section {
    /// Where the section's first page is.
    pub fn href(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Listen => "/listen",
            Self::Understand => "/understand",
            Self::Act => "/act",
            Self::Prove => "/prove",
            Self::Customers => "/customers",
            Self::Settings => "/settings",
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Home => "house",
            Self::Listen => "ear",
            Self::Understand => "search-check",
            Self::Act => "circle-check-big",
            Self::Prove => "chart-line",
            Self::Customers => "users",
            Self::Settings => "sliders-horizontal",
        }
    }
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// As in the cookie and in `data-theme`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a cookie or form; anything unknown is the system's.
    pub fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.as_str() == text).unwrap_or_default()
    }
}

/// The first letters of the first two words of a name, or of the address if there is no name. Persian and Arabic
/// letters would join into one shape, so a zero-width non-joiner stands between them.
pub fn initials(name: &str) -> String {
    let letters: Vec<String> = name
        .split(|c: char| c.is_whitespace() || c == '@')
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .take(2)
        .map(|letter| letter.to_uppercase().collect())
        .collect();
    let joins = letters.iter().any(|letter| letter.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)));
    letters.join(if joins { "\u{200c}" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_names_in_all_scripts() {
        assert_eq!(initials("Sara Lindqvist"), "SL");
        assert_eq!(initials("سارا رضایی"), "س\u{200c}ر");
        assert_eq!(initials("åsa"), "Å");
        assert_eq!(initials("  "), "");
    }
}
