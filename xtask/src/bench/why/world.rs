//! Made-up worlds of `bench why`: twelve branches, one planted cause or none, five decoys, and each world in a manner of
//! its own: chatty or curt, few ways to say a thing or many, with contacts or without.

use std::collections::BTreeSet;

use text::causes::Row;

use super::dice::Dice;
use super::phrases::Phrases;
use super::typed::{tags, write};

pub const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];
const BRANCHES: usize = 12;
/// What the web takes from a score.
const SLOW: f64 = -0.7;
/// Scores that are drawn to know what people score.
const DRAWS: u32 = 1_000;
/// Affected people who write about it, at least.
pub const AFFECTED_MIN: usize = 40;

/// What a world is to test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One cause is planted.
    Planted,
    /// Nothing in a text has to do with its score.
    Noise,
    /// The mood of a text has, and so has the branch, but nothing that is named.
    Moods,
}

#[derive(Debug)]
pub struct World {
    /// Of all texts; none if they are in all four.
    pub language: Option<&'static str>,
    pub rows: Vec<Row>,
    pub subject: &'static str,
    pub spread: Spread,
    /// Who was hit by the planted cause and says so.
    pub affected: BTreeSet<String>,
    /// What the cause costs each row whose text says so, in NPS: how far below what people of this branch and channel
    /// score without it. What this one would have scored nobody can know, and no reader asks.
    pub loss: Vec<f64>,
}

/// Where the planted cause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    Branch(usize),
    /// Only in the evening.
    Evening(usize),
    /// In this one and the next.
    Two(usize),
    Everywhere,
}

impl Spread {
    fn draw(dice: &mut Dice) -> Self {
        let branch = dice.below(BRANCHES);
        match dice.below(10) {
            0..=5 => Self::Branch(branch),
            6 | 7 => Self::Evening(branch),
            8 => Self::Two(branch),
            _ => Self::Everywhere,
        }
    }

    fn holds(self, branch: usize, hour: &str) -> bool {
        match self {
            Self::Branch(its) => branch == its,
            Self::Evening(its) => branch == its && hour == "evening",
            Self::Two(its) => branch == its || branch == (its + 1) % BRANCHES,
            Self::Everywhere => true,
        }
    }

    /// The share of all rows.
    fn share(self) -> f64 {
        match self {
            Self::Branch(_) => 1.0 / BRANCHES as f64,
            Self::Evening(_) => 0.4 / BRANCHES as f64,
            Self::Two(_) => 2.0 / BRANCHES as f64,
            Self::Everywhere => 1.0,
        }
    }

    /// A branch that has it; for a cause of all branches any.
    fn branch(self) -> usize {
        match self {
            Self::Branch(its) | Self::Evening(its) | Self::Two(its) => its,
            Self::Everywhere => 0,
        }
    }
}

/// How people write in one world, and what is known of them.
struct Manner {
    /// Sentences of small talk at most, and how often a mood is said.
    talk: usize,
    mood: f64,
    /// Ways to say each complaint, at most.
    ways: usize,
    slips: f64,
    /// How often a contact is known, and the language.
    contact: f64,
    language: f64,
    /// How often somebody who is content praises what others complain of.
    praise: f64,
    /// What scores are without the cause.
    usual: f64,
    deviation: f64,
}

impl Manner {
    fn draw(dice: &mut Dice) -> Self {
        let mut one = |of: &[f64]| of[dice.below(of.len())];
        Self {
            talk: one(&[1.0, 2.0, 3.0, 4.0]) as usize,
            mood: one(&[0.2, 0.6, 0.9]),
            ways: one(&[2.0, 3.0, 5.0, 99.0, 99.0]) as usize,
            slips: one(&[0.0, 0.15, 0.3]),
            contact: one(&[0.0, 0.8, 0.8, 1.0]),
            language: one(&[0.0, 0.7, 1.0]),
            praise: one(&[0.0, 0.05, 0.12]),
            usual: one(&[7.7, 8.2, 8.6]),
            deviation: one(&[1.4, 1.9, 2.4]),
        }
    }

    /// A score without the cause.
    fn before(&self, dice: &mut Dice, offset: f64, slow: f64) -> f64 {
        (self.usual + offset + slow + dice.normal() * self.deviation).round().clamp(0.0, 10.0)
    }
}

/// One world's rules.
struct Rules {
    spread: Spread,
    manner: Manner,
    rate: f64,
    drop: f64,
    subjects: Vec<&'static str>,
    offsets: Vec<f64>,
    /// What people score without the cause, in NPS: by branch, on the web and not.
    expected: Vec<[f64; 2]>,
    /// Whether low scores pick a complaint at random, as standing complaints.
    grumble: bool,
}

pub fn make(seed: u64, kind: Kind, phrases: &Phrases) -> World {
    let mut dice = Dice::new(seed);
    let language = [Some("en"), Some("fa"), Some("ar"), Some("sv"), None, None][seed as usize % 6];
    let mut subjects = phrases.subjects.clone();
    dice.shuffle(&mut subjects);
    let n = 1_000 + dice.below(3_000);
    let spread = Spread::draw(&mut dice);
    let manner = Manner::draw(&mut dice);
    // Enough people who are hit and write, whatever the size.
    let rate = (AFFECTED_MIN as f64 * dice.between(1.2, 2.6) / (n as f64 * spread.share())).min(0.6);
    let drop = dice.between(3.0, 6.0);
    let offsets: Vec<f64> = (0..BRANCHES).map(|_| dice.normal() * 0.5).collect();
    let mut own = Dice::new(seed ^ 0x0070_6f69_6e74_7321);
    let mut usual = |offset: f64, slow: f64| {
        (0..DRAWS).map(|_| worth(manner.before(&mut own, offset, slow))).sum::<f64>() / f64::from(DRAWS)
    };
    let expected = offsets.iter().map(|offset| [usual(*offset, 0.0), usual(*offset, SLOW)]).collect();
    let grumble = kind == Kind::Planted && dice.chance(0.4);
    let rules = Rules { spread, manner, rate, drop, subjects, expected, offsets, grumble };
    let subject = rules.subjects[0];
    let mut world = World { language, rows: Vec::new(), subject, spread, affected: BTreeSet::new(), loss: Vec::new() };
    while world.rows.len() < n || (kind == Kind::Planted && world.affected.len() < AFFECTED_MIN) {
        row(&mut dice, &rules, kind, phrases, &mut world);
    }
    world
}

impl World {
    /// What the cause costs of the NPS of the rows for which all `conditions` hold.
    pub fn points(&self, conditions: &[(String, String)]) -> f64 {
        let is_there = |row: &Row| conditions.iter().all(|condition| row.attributes.contains(condition));
        let there = self.rows.iter().zip(&self.loss).filter(|(row, _)| is_there(row));
        let (n, sum) = there.fold((0.0, 0.0), |(n, sum), (_, loss)| (n + 1.0, sum + loss));
        if n > 0.0 { sum / n } else { 0.0 }
    }
}

fn worth(score: f64) -> f64 {
    if score >= 9.0 {
        100.0
    } else if score <= 6.0 {
        -100.0
    } else {
        0.0
    }
}

/// Adds a row.
fn row(dice: &mut Dice, rules: &Rules, kind: Kind, phrases: &Phrases, world: &mut World) {
    let at = world.rows.len();
    let manner = &rules.manner;
    let language = world.language.unwrap_or_else(|| LANGUAGES[dice.below(4)]);
    let branch = dice.below(BRANCHES);
    let hour = if dice.chance(0.4) { "evening" } else { ["morning", "noon", "afternoon"][dice.below(3)] };
    let channel = ["qr", "mail", "web"][dice.below(3)];
    let is_slow = channel == "web";
    let before = manner.before(dice, rules.offsets[branch], if is_slow { SLOW } else { 0.0 });
    let hit = kind == Kind::Planted && rules.spread.holds(branch, hour) && dice.chance(rules.rate);
    let drop = if hit { rules.drop + dice.normal() } else { 0.0 };
    let score = (before - drop).round().clamp(0.0, before);
    let said = hit && dice.chance(0.9);
    // Who is hit and says nothing of it cannot be counted by anybody who reads.
    world.loss.push(if said { rules.expected[branch][usize::from(is_slow)] - worth(score) } else { 0.0 });

    let mood = if kind == Kind::Noise { dice.between(0.0, 10.0) } else { score };
    let sentences = sentences(dice, rules, phrases, language, &Said { branch, channel, mood, score, said, kind });
    let silent = !said && dice.chance(0.2);
    let (text, parts) = if silent { Default::default() } else { write(dice, language, sentences, manner.slips) };
    // Dice of its own: the worlds stay what they are without topics.
    let own = text.bytes().fold(at as u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let tags = tags(&mut Dice::new(own), language, &text, &parts, phrases);
    let id = format!("r{at}");
    if said {
        world.affected.insert(id.clone());
    }
    world.rows.push(Row {
        id,
        score,
        attributes: vec![
            ("branch".into(), format!("b{branch:02}")),
            ("hour".into(), hour.into()),
            ("channel".into(), channel.into()),
            ("device".into(), ["phone", "desk"][dice.below(2)].into()),
        ],
        text,
        language: dice.chance(manner.language).then(|| language.to_owned()),
        tags,
        contact: dice.chance(manner.contact).then(|| format!("c{}", dice.below(100_000))),
    });
}

/// What decides on what somebody says.
struct Said {
    branch: usize,
    channel: &'static str,
    mood: f64,
    score: f64,
    /// Hit by the cause, and says so.
    said: bool,
    kind: Kind,
}

fn sentences(
    dice: &mut Dice,
    rules: &Rules,
    phrases: &Phrases,
    language: &'static str,
    who: &Said,
) -> Vec<(&'static str, String)> {
    let (mood, manner) = (who.mood, &rules.manner);
    let mut sentences = Vec::new();
    if dice.chance(manner.mood) {
        let kind = if mood <= 6.0 {
            "low"
        } else if mood >= 9.0 {
            "high"
        } else {
            "mid"
        };
        sentences.push(("mood", phrases.say(dice, language, "mood", kind)));
    }
    for _ in 0..dice.below(manner.talk) {
        sentences.push(("talk", phrases.say(dice, language, "talk", "any")));
    }
    let complain = |dice: &mut Dice, subject: &'static str| {
        let ways = phrases.of(language, subject, "bad");
        let way = ways[dice.below(ways.len().min(manner.ways))];
        (subject, Phrases::filled(dice, way))
    };
    // Decoys: everywhere; where the cause is; along with the cause; by the content; on the channel of low scores.
    let rates = [
        0.12,
        if who.branch == rules.spread.branch() { 0.45 } else { 0.04 },
        if who.said { 0.4 } else { 0.04 },
        if mood >= 9.0 { 0.15 } else { 0.05 },
        if who.channel == "web" { 0.2 } else { 0.03 },
    ];
    for (subject, rate) in rules.subjects[1..].iter().zip(rates) {
        if dice.chance(rate) {
            sentences.push(complain(dice, subject));
        }
    }
    if rules.grumble && who.score <= 6.0 && dice.chance(0.3) {
        let subject = rules.subjects[6 + dice.below(4)];
        sentences.push(complain(dice, subject));
    }
    // A few name it without being hit: it was like that before, elsewhere.
    if who.said || who.kind == Kind::Planted && dice.chance(0.006) {
        sentences.push(complain(dice, rules.subjects[0]));
    }
    // Others have seen the same thing at its best, most of all what is to be told apart.
    if mood >= 7.0 && dice.chance(manner.praise) {
        let subject = rules.subjects[dice.below(rules.subjects.len()) / 2];
        sentences.push((subject, phrases.say(dice, language, subject, "fine")));
    }
    dice.shuffle(&mut sentences);
    sentences
}
