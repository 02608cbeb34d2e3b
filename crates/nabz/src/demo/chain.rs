//! The restaurants: 24 branches in four countries, who works there and which languages their guests speak.

use kernel::Locale;

/// Where a branch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    Britain,
    Sweden,
    Iran,
    Emirates,
}

#[derive(Debug)]
pub struct Branch {
    pub name: &'static str,
    pub city: &'static str,
    pub country: Country,
    /// How busy it is; 1 is usual.
    pub guests: f64,
    /// How far its kitchen, its staff and its tidiness are above or below the chain's, in points of 1 to 5.
    pub food: f64,
    pub staff: f64,
    pub clean: f64,
}

impl Country {
    pub fn name(self) -> &'static str {
        match self {
            Self::Britain => "United Kingdom",
            Self::Sweden => "Sweden",
            Self::Iran => "Iran",
            Self::Emirates => "United Arab Emirates",
        }
    }

    pub fn zone(self) -> &'static str {
        match self {
            Self::Britain => "Europe/London",
            Self::Sweden => "Europe/Stockholm",
            Self::Iran => "Asia/Tehran",
            Self::Emirates => "Asia/Dubai",
        }
    }

    /// The languages that guests answer in, with their shares.
    pub fn languages(self) -> &'static [(Locale, f64)] {
        match self {
            Self::Britain => &[(Locale::En, 0.88), (Locale::Fa, 0.05), (Locale::Ar, 0.06), (Locale::Sv, 0.01)],
            Self::Sweden => &[(Locale::Sv, 0.80), (Locale::En, 0.11), (Locale::Fa, 0.05), (Locale::Ar, 0.04)],
            Self::Iran => &[(Locale::Fa, 0.95), (Locale::En, 0.03), (Locale::Ar, 0.02)],
            Self::Emirates => &[(Locale::Ar, 0.54), (Locale::En, 0.38), (Locale::Fa, 0.08)],
        }
    }

    fn first_names(self) -> &'static [&'static str; 12] {
        match self {
            Self::Britain => &[
                "Amelia", "Tom", "Priya", "Callum", "Grace", "Ollie", "Hannah", "Idris", "Megan", "Nadia", "Euan",
                "Joe",
            ],
            Self::Sweden => {
                &["Jonas", "Elin", "Viktor", "Maja", "Amir", "Sofia", "Oskar", "Leila", "Nils", "Karin", "Emil", "Ida"]
            }
            Self::Iran => &[
                "Maryam", "Pouya", "Nasrin", "Hamed", "Shirin", "Kaveh", "Mina", "Babak", "Arash", "Parisa", "Saeed",
                "Nazanin",
            ],
            Self::Emirates => &[
                "Huda", "Omar", "Fatima", "Joseph", "Aisha", "Rashid", "Liza", "Khalid", "Mariam", "Anil", "Noor",
                "Yousef",
            ],
        }
    }
}

/// People who wait on tables in one branch.
pub const SERVERS: usize = 4;
/// Drivers of one branch.
pub const DRIVERS: usize = 3;

/// Somebody who serves in a branch: a first name with a letter that tells branches apart.
pub fn server(branch: usize, place: usize) -> String {
    let names = BRANCHES[branch].country.first_names();
    format!("{} {}.", names[(branch * 5 + place) % names.len()], letter(branch))
}

/// Somebody who drives for a branch.
pub fn driver(branch: usize, place: usize) -> String {
    let names = BRANCHES[branch].country.first_names();
    format!("{} {}.", names[(branch * 5 + SERVERS + place) % names.len()], letter(branch))
}

fn letter(branch: usize) -> char {
    char::from(b"ABCDEFGHKLMNPRSTVW"[branch % 18])
}

/// The branches to whose tables the bins were moved.
pub const BINS: [&str; 6] =
    ["London Soho", "Manchester Oxford Road", "Göteborg Haga", "Dubai Marina", "Shiraz Zand", "Tabriz Valiasr"];
/// Where the bins had stood beside the tables all along, until they were moved away to see whether it helps.
pub const PILOT: [&str; 5] = ["London Camden", "Stockholm Söder", "Tehran Vanak", "Tehran Tajrish", "Dubai Deira"];
/// Where guests got new menu cards, which changed nothing.
pub const CARDS: [&str; 8] = [
    "Birmingham Jewellery Quarter",
    "Edinburgh Leith",
    "Stockholm Vasastan",
    "Uppsala Fyristorg",
    "Isfahan Jolfa",
    "Mashhad Sajjad",
    "Abu Dhabi Corniche",
    "Sharjah Al Majaz",
];
/// Where lunch queued at a single till until there was a second one.
pub const TILL: &str = "Malmö Torget";
/// Where one driver was rude, and which one.
pub const DRIVER: (&str, usize) = ("Abu Dhabi Corniche", 1);
/// Where the app began to ask for a tip.
pub const TIP_CITY: &str = "London";

pub static BRANCHES: [Branch; 24] = [
    branch("London Soho", "London", Country::Britain, [1.9, 0.05, -0.05, 0.0]),
    branch("London Camden", "London", Country::Britain, [1.5, 0.0, 0.05, 0.0]),
    branch("Manchester Oxford Road", "Manchester", Country::Britain, [1.3, 0.05, 0.0, 0.0]),
    branch("Birmingham Jewellery Quarter", "Birmingham", Country::Britain, [0.9, -0.1, 0.05, 0.05]),
    branch("Edinburgh Leith", "Edinburgh", Country::Britain, [0.8, 0.1, 0.1, 0.05]),
    branch("Bath Milsom Street", "Bath", Country::Britain, [0.25, 0.0, 0.1, 0.05]),
    branch("Stockholm Söder", "Stockholm", Country::Sweden, [1.3, 0.05, 0.0, 0.0]),
    branch("Stockholm Vasastan", "Stockholm", Country::Sweden, [1.0, 0.0, -0.05, 0.05]),
    branch("Göteborg Haga", "Göteborg", Country::Sweden, [1.5, 0.05, 0.05, 0.0]),
    branch("Malmö Torget", "Malmö", Country::Sweden, [1.5, 0.05, 0.1, 0.05]),
    branch("Uppsala Fyristorg", "Uppsala", Country::Sweden, [0.7, -0.05, 0.0, 0.0]),
    branch("Lund Mårtenstorget", "Lund", Country::Sweden, [0.5, 0.0, 0.05, 0.05]),
    branch("Tehran Vanak", "Tehran", Country::Iran, [1.4, 0.05, 0.0, 0.0]),
    branch("Tehran Tajrish", "Tehran", Country::Iran, [1.1, 0.1, 0.0, 0.0]),
    branch("Isfahan Jolfa", "Isfahan", Country::Iran, [1.0, 0.1, 0.05, 0.05]),
    branch("Shiraz Zand", "Shiraz", Country::Iran, [1.4, 0.05, 0.05, 0.0]),
    branch("Tabriz Valiasr", "Tabriz", Country::Iran, [1.2, 0.0, 0.0, 0.0]),
    branch("Mashhad Sajjad", "Mashhad", Country::Iran, [0.8, -0.05, 0.05, 0.0]),
    branch("Dubai Marina", "Dubai", Country::Emirates, [1.8, 0.0, 0.05, 0.0]),
    branch("Dubai Deira", "Dubai", Country::Emirates, [1.2, 0.1, 0.1, 0.0]),
    branch("Dubai Jumeirah", "Dubai", Country::Emirates, [0.9, 0.0, 0.05, 0.05]),
    branch("Abu Dhabi Corniche", "Abu Dhabi", Country::Emirates, [1.1, 0.05, 0.0, 0.0]),
    branch("Sharjah Al Majaz", "Sharjah", Country::Emirates, [0.7, 0.0, 0.0, 0.0]),
    branch("Al Ain Al Jimi", "Al Ain", Country::Emirates, [0.4, 0.0, 0.05, 0.05]),
];

/// `points`: guests, food, staff, clean.
const fn branch(name: &'static str, city: &'static str, country: Country, points: [f64; 4]) -> Branch {
    let [guests, food, staff, clean] = points;
    Branch { name, city, country, guests, food, staff, clean }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_story_happens_somewhere() {
        for name in BINS.iter().chain(&PILOT).chain(&CARDS).chain([&TILL, &DRIVER.0]) {
            assert!(BRANCHES.iter().any(|branch| branch.name == *name), "{name}");
        }
        assert!(!PILOT.iter().any(|name| BINS.contains(name)) && !CARDS.iter().any(|name| BINS.contains(name)));
        let countries = |country| BRANCHES.iter().filter(|branch| branch.country == country).count();
        assert_eq!([Country::Britain, Country::Sweden, Country::Iran, Country::Emirates].map(countries), [6; 4]);
    }

    #[test]
    fn nobody_serves_in_two_branches() {
        let all: Vec<_> = (0..BRANCHES.len())
            .flat_map(|branch| {
                let servers = (0..SERVERS).map(move |place| server(branch, place));
                servers.chain((0..DRIVERS).map(move |place| driver(branch, place)))
            })
            .collect();
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "{all:?}");
    }
}
