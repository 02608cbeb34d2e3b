//! One guest's visit: who came where and when, and what is known about it besides the answers.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use kernel::attribute::Value;
use kernel::time::{HOUR, MINUTE};
use kernel::{Attributes, Locale, Timestamp};

use super::chain::{self, BRANCHES, Country};
use super::dice::Dice;
use super::season;

/// How the guest was served. The names are values of the attribute `service`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    DineIn,
    Takeaway,
    Delivery,
}

/// Where the table stands. The names are values of the attribute `table_zone`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    Window,
    Terrace,
    NearBins,
    Centre,
}

#[derive(Debug)]
pub struct Visit {
    /// Place in [`BRANCHES`].
    pub branch: usize,
    pub date: Date,
    pub is_lunch: bool,
    pub service: Service,
    /// Of guests at a table.
    pub zone: Option<Zone>,
    /// Who served or drove.
    pub staff: usize,
    pub party: i64,
    pub language: Locale,
    pub channel: &'static str,
    pub touchpoint: &'static str,
    /// Number of a guest who is known.
    pub guest: Option<usize>,
    /// When the answer was begun.
    pub answered_at: Timestamp,
}

/// Known guests of one branch.
const REGULARS: usize = 320;

impl Visit {
    /// A visit to a restaurant on `date`. `bins_near` says whether bins stand among the tables of this branch by then.
    pub fn inside(dice: &mut Dice, branch: usize, date: Date, zone: &TimeZone, bins_near: bool) -> Self {
        let service = dice.weighted(&[(Service::DineIn, 0.74), (Service::Takeaway, 0.26)]);
        let (channel, touchpoint) = match service {
            Service::DineIn => dice.weighted(&[
                (("qr", "table"), 0.56),
                (("email", "table"), 0.20),
                (("kiosk", "till"), 0.10),
                (("link", "app"), 0.09),
                (("sms", "table"), 0.05),
            ]),
            _ => dice.weighted(&[
                (("link", "app"), 0.38),
                (("kiosk", "till"), 0.27),
                (("email", "app"), 0.20),
                (("sms", "till"), 0.15),
            ]),
        };
        let near = if bins_near { 0.60 } else { 0.17 };
        let table = [(Zone::Window, 0.25), (Zone::Terrace, 0.13), (Zone::NearBins, near), (Zone::Centre, 0.45)];
        let at_table = service == Service::DineIn;
        Self {
            zone: at_table.then(|| dice.weighted(&table)),
            party: if at_table { dice.weighted(&PARTIES) } else { dice.between(1, 4) },
            staff: dice.below(chain::SERVERS),
            ..Self::of(dice, branch, date, zone, service, (channel, touchpoint))
        }
    }

    /// Food brought to a door on `date`.
    pub fn delivery(dice: &mut Dice, branch: usize, date: Date, zone: &TimeZone) -> Self {
        let doors = [(("sms", "delivery door"), 0.42), (("link", "app"), 0.36), (("email", "delivery door"), 0.22)];
        let door = dice.weighted(&doors);
        Self {
            party: dice.between(1, 5),
            staff: dice.below(chain::DRIVERS),
            ..Self::of(dice, branch, date, zone, Service::Delivery, door)
        }
    }

    fn of(
        dice: &mut Dice,
        branch: usize,
        date: Date,
        zone: &TimeZone,
        service: Service,
        (channel, touchpoint): (&'static str, &'static str),
    ) -> Self {
        let country = BRANCHES[branch].country;
        let is_lunch = dice.chance(season::lunch_share(country, date));
        let left = when(dice, country, date, is_lunch, zone);
        // Most answer at the table; a mail is read later.
        let wait = match channel {
            "email" => dice.between(2 * HOUR, 20 * HOUR),
            "sms" | "link" => dice.between(5 * MINUTE, 90 * MINUTE),
            _ => dice.between(0, 4 * MINUTE),
        };
        let known = match channel {
            "email" | "sms" => 1.0,
            "link" => 0.9,
            "qr" => 0.16,
            _ => 0.08,
        };
        Self {
            branch,
            date,
            is_lunch,
            service,
            zone: None,
            staff: 0,
            party: 1,
            language: dice.weighted(country.languages()),
            channel,
            touchpoint,
            guest: dice.chance(known).then(|| branch * REGULARS + dice.below(REGULARS)),
            answered_at: left.plus(wait),
        }
    }

    /// The key of a guest who is known.
    pub fn contact(&self) -> Option<String> {
        self.guest.map(|guest| format!("guest-{}@guests.mizban.example", 1000 + guest))
    }

    /// What was known at that moment.
    pub fn attributes(&self) -> Attributes {
        let branch = &BRANCHES[self.branch];
        let text = |value: &str| Value::Text(value.to_owned());
        let staff = match self.service {
            Service::Delivery => ("driver", chain::driver(self.branch, self.staff)),
            _ => ("server", chain::server(self.branch, self.staff)),
        };
        let mut attributes = Attributes::from([
            ("branch".to_owned(), text(branch.name)),
            ("city".to_owned(), text(branch.city)),
            ("country".to_owned(), text(branch.country.name())),
            ("service".to_owned(), text(self.service.name())),
            (staff.0.to_owned(), Value::Text(staff.1)),
            ("loyalty".to_owned(), text(self.loyalty())),
            ("visit_part".to_owned(), text(if self.is_lunch { "lunch" } else { "dinner" })),
            ("party_size".to_owned(), Value::Integer(self.party)),
            ("weekday".to_owned(), text(weekday(self.date))),
        ]);
        if let Some(zone) = self.zone {
            attributes.insert("table_zone".into(), text(zone.name()));
        }
        attributes
    }

    /// A guest's tier goes with the guest; who is not known has none.
    fn loyalty(&self) -> &'static str {
        match self.guest.map(|guest| guest * 7 % 20) {
            None => "none",
            Some(0..10) => "bronze",
            Some(10..16) => "silver",
            Some(_) => "gold",
        }
    }
}

/// Sizes of parties at a table with their shares; nobody has to say "we" alone.
const PARTIES: [(i64, f64); 7] = [(2, 0.42), (3, 0.17), (4, 0.22), (5, 0.09), (6, 0.06), (7, 0.02), (8, 0.02)];

/// When a guest leaves the table or gets the food.
fn when(dice: &mut Dice, country: Country, date: Date, is_lunch: bool, zone: &TimeZone) -> Timestamp {
    let (from, until) = match (is_lunch, country) {
        (true, Country::Sweden) => (11 * 60 + 30, 14 * 60),
        (true, Country::Britain) => (12 * 60, 15 * 60),
        (true, Country::Iran) => (12 * 60 + 30, 16 * 60),
        (true, Country::Emirates) => (12 * 60 + 30, 15 * 60 + 30),
        (false, Country::Sweden) => (18 * 60, 21 * 60 + 30),
        (false, Country::Britain) => (18 * 60, 22 * 60),
        (false, _) => (19 * 60 + 30, 23 * 60),
    };
    let second = dice.between(from * 60, until * 60);
    let midnight = zone.to_ambiguous_timestamp(DateTime::from_parts(date, jiff::civil::Time::midnight()));
    let midnight = midnight.compatible().map_or(Timestamp(0), Timestamp::from);
    midnight.plus(second * kernel::time::SECOND)
}

fn weekday(date: Date) -> &'static str {
    use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    match date.weekday() {
        Monday => "Monday",
        Tuesday => "Tuesday",
        Wednesday => "Wednesday",
        Thursday => "Thursday",
        Friday => "Friday",
        Saturday => "Saturday",
        Sunday => "Sunday",
    }
}

impl Service {
    pub fn name(self) -> &'static str {
        match self {
            Self::DineIn => "dine-in",
            Self::Takeaway => "takeaway",
            Self::Delivery => "delivery",
        }
    }
}

impl Zone {
    pub fn name(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Terrace => "terrace",
            Self::NearBins => "near bins",
            Self::Centre => "centre",
        }
    }
}
