//! What happened to the chain in the year, and what a visit felt like because of it.

use kernel::Timestamp;
use kernel::time::DAY;

use super::chain::{BINS, BRANCHES, Country, DRIVER, PILOT, TILL, TIP_CITY};
use super::dice::Dice;
use super::visit::{Service, Visit, Zone};
use super::words::Topic;

/// When things happened.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    pub now: Timestamp,
}

/// Bins were moved next to the tables of six branches.
pub const BINS_DAYS: i64 = 70;
/// In five other branches they had stood there all along, and were moved away.
pub const PILOT_DAYS: i64 = 98;
/// The second till opened.
const TILL_DAYS: i64 = 56;
/// Prices rose in Britain and Sweden; people talk of it for so long.
const PRICE_DAYS: i64 = 112;
const PRICE_TALK_DAYS: i64 = 60;
/// The app began to ask for a tip.
const TIP_DAYS: i64 = 9;
/// One driver was rude, until somebody spoke with him.
const DRIVER_DAYS: std::ops::Range<i64> = 35..90;

/// How a visit was: scores as the guest gives them, and what there is to say.
#[derive(Debug, Default)]
pub struct Felt {
    pub nps: i32,
    /// From 1 to 5.
    pub food: i32,
    pub staff: i32,
    pub wait: i32,
    pub clean: i32,
    pub good: Vec<Topic>,
    pub bad: Vec<Topic>,
}

/// How a delivery was.
#[derive(Debug, Default)]
pub struct Brought {
    /// From 1 to 5.
    pub csat: i32,
    /// From 1 to 7.
    pub ces: i32,
    pub good: Vec<Topic>,
    pub bad: Vec<Topic>,
}

impl Story {
    /// Whether bins stand among the tables of a branch.
    pub fn bins_near(self, branch: usize, at: Timestamp) -> bool {
        let (name, age) = (BRANCHES[branch].name, self.days_ago(at));
        BINS.contains(&name) && age < BINS_DAYS || PILOT.contains(&name) && age > PILOT_DAYS
    }

    fn days_ago(self, at: Timestamp) -> i64 {
        self.now.since(at) / DAY
    }

    /// How a guest at a table or at the counter felt.
    pub fn felt(self, dice: &mut Dice, visit: &Visit) -> Felt {
        let (branch, age) = (&BRANCHES[visit.branch], self.days_ago(visit.answered_at));
        // One server in the chain's busier branches is not at ease yet.
        let server = if visit.staff == 3 && visit.branch.is_multiple_of(4) { -0.35 } else { 0.0 };
        // Moods differ from day to day and colour all answers alike.
        let mood = dice.normal(0.35);
        let crowd = if branch.guests > 1.2 && !visit.is_lunch { -0.1 } else { 0.0 };
        let mut points = |centre: f64, spread: f64| centre + mood + dice.normal(spread);
        let food = points(4.45 + branch.food, 0.75);
        let staff = points(4.40 + branch.staff + server, 0.75);
        let mut wait = points(4.25 + crowd, 0.85);
        let mut clean = points(4.42 + branch.clean, 0.65);
        let (mut good, mut bad, mut more) = (Vec::new(), Vec::new(), 0.0);

        if self.bins_near(visit.branch, visit.answered_at) {
            // A few do not mind; who sits farther away still sees them.
            if visit.zone == Some(Zone::NearBins) && dice.chance(0.80) {
                clean -= 0.92;
                more -= 1.2;
                bad.extend([Topic::Bins; 6]);
            } else if visit.service == Service::DineIn {
                clean -= 0.15;
                if dice.chance(0.06) {
                    bad.push(Topic::Bins);
                }
            }
        }
        if branch.name == TILL && visit.is_lunch {
            if age >= TILL_DAYS {
                wait -= 1.2;
                bad.extend([Topic::Till; 3]);
            } else if wait >= 3.5 && dice.chance(0.35) {
                good.push(Topic::Till);
            }
        }
        if matches!(branch.country, Country::Britain | Country::Sweden) && age < PRICE_DAYS {
            more -= 0.12;
            if dice.chance(if age > PRICE_DAYS - PRICE_TALK_DAYS { 0.16 } else { 0.06 }) {
                more -= 0.6;
                bad.extend([Topic::Price; 3]);
            }
        }
        if self.asked_for_tip(dice, visit) {
            more -= 1.6;
            bad.extend([Topic::Tip; 6]);
        }
        let mut felt =
            Felt { nps: 0, food: score(food), staff: score(staff), wait: score(wait), clean: score(clean), good, bad };
        let rated = 0.9 * (food - 4.3) + 0.8 * (staff - 4.25) + 0.55 * (wait - 4.1) + 0.5 * (clean - 4.3);
        felt.nps = (8.0 + rated + more + dice.normal(1.45)).round().clamp(0.0, 10.0) as i32;
        felt.talk(dice, visit);
        felt
    }

    /// Whether the app spoilt it; who orders at the table sees it less often.
    fn asked_for_tip(self, dice: &mut Dice, visit: &Visit) -> bool {
        let in_app = visit.service != Service::DineIn || visit.touchpoint == "app";
        BRANCHES[visit.branch].city == TIP_CITY
            && self.days_ago(visit.answered_at) < TIP_DAYS
            && dice.chance(if in_app { 0.85 } else { 0.35 })
    }

    /// How a delivery felt.
    pub fn brought(self, dice: &mut Dice, visit: &Visit) -> Brought {
        let branch = &BRANCHES[visit.branch];
        let (mut good, mut bad, mut points) = (Vec::new(), Vec::new(), 4.6 + branch.food);
        let rude = branch.name == DRIVER.0
            && visit.staff == DRIVER.1
            && DRIVER_DAYS.contains(&self.days_ago(visit.answered_at));
        if rude && dice.chance(0.75) {
            points -= 2.2;
            bad.extend([Topic::Driver; 4]);
        } else if dice.chance(0.25) {
            good.push(Topic::Driver);
        }
        if self.asked_for_tip(dice, visit) {
            points -= 1.0;
            bad.extend([Topic::Tip; 4]);
        }
        for (topic, fails, costs) in
            [(Topic::Late, 0.16, 1.1), (Topic::Heat, 0.12, 1.0), (Topic::Packing, 0.08, 0.7), (Topic::Order, 0.07, 1.2)]
        {
            if dice.chance(fails) {
                points -= costs;
                bad.push(topic);
            } else if dice.chance(0.4) {
                good.push(topic);
            }
        }
        if !bad.contains(&Topic::Heat) && dice.chance(0.3) {
            good.push(Topic::Food);
        }
        let points = points + dice.normal(0.6);
        let ces = (1.0 + (points - 1.0) * 1.5 + dice.normal(0.8)).round().clamp(1.0, 7.0) as i32;
        Brought { csat: score(points), ces, good, bad }
    }
}

impl Felt {
    /// What the scores give reason to say. Who took the food along does not speak of tables.
    fn talk(&mut self, dice: &mut Dice, visit: &Visit) {
        let at_table = visit.service == Service::DineIn;
        let wait = if at_table { Topic::Wait } else { Topic::Pickup };
        let mut topics = vec![(Topic::Food, self.food), (wait, self.wait)];
        if at_table {
            topics.extend([(Topic::Staff, self.staff), (Topic::Clean, self.clean)]);
        }
        let (till, bins) = (self.bad.contains(&Topic::Till), self.bad.contains(&Topic::Bins));
        for (topic, score) in &topics {
            let (topic, score) = (*topic, *score);
            // The queue and the bins are the reasons; nobody blames the kitchen or the cleaners besides.
            let explained = (till && topic == wait) || (bins && topic == Topic::Clean);
            match score {
                ..=3 if !explained => self.bad.push(topic),
                5 if !explained && (topic != Topic::Clean || dice.chance(0.15)) => self.good.push(topic),
                _ => {}
            }
        }
        // Most who are unhappy say with what, even where they did not rate it low.
        topics.retain(|(_, score)| *score == 4);
        if self.nps <= 6 && self.bad.is_empty() && !topics.is_empty() && dice.chance(0.8) {
            self.bad.push(topics[dice.below(topics.len())].0);
        }
        if at_table && dice.chance(0.08) {
            if self.nps >= 8 { self.good.push(Topic::Mood) } else { self.bad.push(Topic::Mood) }
        }
        if self.nps >= 9 && self.food >= 4 && dice.chance(0.06) && !self.bad.contains(&Topic::Price) {
            self.good.push(Topic::Price);
        }
    }
}

fn score(points: f64) -> i32 {
    points.round().clamp(1.0, 5.0) as i32
}
