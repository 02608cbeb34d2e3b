//! Made-up worlds of `bench why`: twelve branches, one planted cause or none, five decoys.

use std::collections::{BTreeMap, BTreeSet};

use text::causes::{Row, Tag};

const PHRASES: &str = include_str!("phrases.txt");
pub const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];
const SUBJECTS: [&str; 10] =
    ["bins", "lift", "card", "music", "parking", "toilets", "app", "heating", "stairs", "wifi"];
const BRANCHES: usize = 12;
/// What the web takes from a score.
const SLOW: f64 = -0.7;
/// Scores that are drawn to know what people score.
const DRAWS: u32 = 1_000;
/// How often a topic set finds what is named, finds something that is not there, and reads a text at all.
const TAGGED: f64 = 0.85;
const WRONG: f64 = 0.08;
const READ: f64 = 0.92;
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
    /// Who was hit by the planted cause and says so.
    pub affected: BTreeSet<String>,
    /// What the cause costs each row whose text says so, in NPS: how far below what people of this branch and channel
    /// score without it. What this one would have scored nobody can know, and no reader asks.
    pub loss: Vec<f64>,
}

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// Sentences by language, subject and kind.
pub struct Phrases(BTreeMap<(&'static str, &'static str, &'static str), Vec<&'static str>>);

impl Phrases {
    pub fn load() -> Self {
        let lines = PHRASES.lines().filter(|line| !line.starts_with('#'));
        let entries = lines.filter_map(|line| {
            let mut fields = line.splitn(4, ' ');
            let key = (fields.next()?, fields.next()?, fields.next()?);
            Some((key, fields.next()?.split('|').collect()))
        });
        Self(entries.collect())
    }

    pub fn of(&self, language: &'static str, subject: &'static str, kind: &'static str) -> &[&'static str] {
        self.0.get(&(language, subject, kind)).map_or(&[], Vec::as_slice)
    }

    /// One sentence, its choices made.
    fn say(&self, dice: &mut Dice, language: &'static str, subject: &'static str, kind: &'static str) -> String {
        let all = self.of(language, subject, kind);
        let mut sentence = String::new();
        let mut rest = all[dice.below(all.len())];
        while let Some((before, after)) = rest.split_once('[') {
            let (choices, after) = after.split_once(']').unwrap_or((after, ""));
            let choices: Vec<&str> = choices.split('/').collect();
            sentence.push_str(before);
            sentence.push_str(choices[dice.below(choices.len())]);
            rest = after;
        }
        sentence.push_str(rest);
        sentence
    }
}

/// One world's rules.
struct Rules {
    branch: usize,
    /// Only in the evening.
    evening: bool,
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
    let language = [Some("en"), Some("fa"), Some("ar"), Some("sv"), None][seed as usize % 5];
    let mut subjects = SUBJECTS.to_vec();
    dice.shuffle(&mut subjects);
    let n = 1_200 + dice.below(2_400);
    let evening = dice.chance(0.3);
    let branch = dice.below(BRANCHES);
    let there = n as f64 / BRANCHES as f64 * if evening { 0.4 } else { 1.0 };
    // Enough people who are hit and write, whatever the size.
    let rate = (AFFECTED_MIN as f64 * dice.between(1.5, 2.6) / there).min(0.6);
    let drop = dice.between(3.0, 6.0);
    let offsets: Vec<f64> = (0..BRANCHES).map(|_| dice.normal() * 0.5).collect();
    let mut own = Dice::new(seed ^ 0x0070_6f69_6e74_7321);
    let mut usual = |offset: f64, slow: f64| {
        (0..DRAWS).map(|_| worth(before(&mut own, offset, slow))).sum::<f64>() / f64::from(DRAWS)
    };
    let rules = Rules {
        branch,
        evening,
        rate,
        drop,
        subjects,
        expected: offsets.iter().map(|offset| [usual(*offset, 0.0), usual(*offset, SLOW)]).collect(),
        offsets,
        grumble: kind == Kind::Planted && dice.chance(0.4),
    };
    let mut world =
        World { language, rows: Vec::new(), subject: rules.subjects[0], affected: BTreeSet::new(), loss: Vec::new() };
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

/// A score without the cause.
fn before(dice: &mut Dice, offset: f64, slow: f64) -> f64 {
    (8.2 + offset + slow + dice.normal() * 1.9).round().clamp(0.0, 10.0)
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
    let language = world.language.unwrap_or_else(|| LANGUAGES[dice.below(4)]);
    let branch = dice.below(BRANCHES);
    let hour = if dice.chance(0.4) { "evening" } else { ["morning", "noon", "afternoon"][dice.below(3)] };
    let channel = ["qr", "mail", "web"][dice.below(3)];
    let placed = branch == rules.branch && (!rules.evening || hour == "evening");
    let is_slow = channel == "web";
    let before = before(dice, rules.offsets[branch], if is_slow { SLOW } else { 0.0 });
    let hit = kind == Kind::Planted && placed && dice.chance(rules.rate);
    let drop = if hit { rules.drop + dice.normal() } else { 0.0 };
    let score = (before - drop).round().clamp(0.0, before);
    let mood = if kind == Kind::Noise { dice.between(0.0, 10.0) } else { score };

    let mut sentences = Vec::new();
    let said = hit && dice.chance(0.9);
    // Who is hit and says nothing of it cannot be counted by anybody who reads.
    world.loss.push(if said { rules.expected[branch][usize::from(is_slow)] - worth(score) } else { 0.0 });
    if dice.chance(0.6) {
        let mood = if mood <= 6.0 {
            "low"
        } else if mood >= 9.0 {
            "high"
        } else {
            "mid"
        };
        sentences.push(("mood", phrases.say(dice, language, "mood", mood)));
    }
    for _ in 0..dice.below(3) {
        sentences.push(("talk", phrases.say(dice, language, "talk", "any")));
    }
    // Decoys: everywhere; where the cause is; along with the cause; by the content; on the channel of low scores.
    let rates = [
        0.12,
        if branch == rules.branch { 0.45 } else { 0.04 },
        if said { 0.4 } else { 0.04 },
        if mood >= 9.0 { 0.15 } else { 0.05 },
        if channel == "web" { 0.2 } else { 0.03 },
    ];
    for (subject, rate) in rules.subjects[1..].iter().zip(rates) {
        if dice.chance(rate) {
            sentences.push((*subject, phrases.say(dice, language, subject, "bad")));
        }
    }
    if rules.grumble && score <= 6.0 && dice.chance(0.3) {
        let subject = rules.subjects[6 + dice.below(4)];
        sentences.push((subject, phrases.say(dice, language, subject, "bad")));
    }
    // A few name it without being hit: it was like that before, elsewhere.
    if said || kind == Kind::Planted && dice.chance(0.006) {
        sentences.push((rules.subjects[0], phrases.say(dice, language, rules.subjects[0], "bad")));
    }
    dice.shuffle(&mut sentences);
    let silent = !said && dice.chance(0.2);
    let (text, parts) = if silent { Default::default() } else { write(dice, language, sentences) };
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
        language: dice.chance(0.7).then(|| language.to_owned()),
        tags,
        contact: dice.chance(0.8).then(|| format!("c{}", dice.below(100_000))),
    });
}

/// Sentences as people type them: with and without stops, capitals and care.
fn write(dice: &mut Dice, language: &str, sentences: Vec<(&'static str, String)>) -> (String, Vec<Part>) {
    let mut text = String::new();
    let mut parts = Vec::new();
    let careless = dice.chance(0.35);
    let and = match language {
        "en" => " and ",
        "fa" => " و ",
        "ar" => " و ",
        _ => " och ",
    };
    for (about, sentence) in sentences {
        if !text.is_empty() {
            text.push_str(if careless { [" ", ", ", and][dice.below(3)] } else { [". ", "! ", ", "][dice.below(3)] });
        }
        let mut chars: Vec<char> = sentence.chars().collect();
        if !careless && (text.is_empty() || text.ends_with(['.', '!'])) {
            chars[0] = chars[0].to_uppercase().next().unwrap_or(chars[0]);
        }
        if dice.chance(0.15) && chars.len() > 6 {
            let at = 1 + dice.below(chars.len() - 3);
            if dice.chance(0.5) {
                chars.swap(at, at + 1);
            } else {
                chars.remove(at);
            }
        }
        if dice.chance(0.2) {
            // As some keyboards write it.
            chars = chars
                .into_iter()
                .map(|c| {
                    if c == 'ی' {
                        'ي'
                    } else if c == 'ک' {
                        'ك'
                    } else {
                        c
                    }
                })
                .collect();
        }
        let start = text.chars().count();
        parts.push((about, start, start + chars.len()));
        text.extend(chars);
    }
    if dice.chance(0.1) {
        text.push_str([" 😡", " 🙂", "!!!", " ..."][dice.below(4)]);
    }
    (text, parts)
}

/// What a sentence is about, and where it stands, in code points.
type Part = (&'static str, usize, usize);

/// What a set of topics with rules finds: most of what is named by a word that the rules know, moods and small talk as
/// well, and now and then what is not there.
fn tags(dice: &mut Dice, language: &'static str, text: &str, parts: &[Part], phrases: &Phrases) -> Vec<Tag> {
    let plain = |c: char| match c {
        'ي' => 'ی',
        'ك' => 'ک',
        c => c.to_lowercase().next().unwrap_or(c),
    };
    let letters: Vec<char> = text.chars().map(plain).collect();
    let mut tags = Vec::new();
    if text.is_empty() || !dice.chance(READ) {
        return tags;
    }
    for (about, start, end) in parts {
        let mut add = |topic: &str, start: usize, end: usize| {
            tags.push(Tag { topic: topic.to_owned(), span: Some((start, end)) });
        };
        match *about {
            "mood" if dice.chance(0.5) => add("overall", *start, *end),
            "talk" if dice.chance(0.5) => {
                add(["food", "people", "place"][(*letters.get(*start).unwrap_or(&'a')) as usize % 3], *start, *end);
            }
            "mood" | "talk" => {}
            subject => {
                let known = phrases.of(language, subject, "key").iter().find_map(|key| {
                    let key: Vec<char> = key.chars().map(plain).collect();
                    let end = (*end).min(letters.len());
                    let at = letters.get(*start..end)?.windows(key.len()).position(|letters| letters == key)?;
                    let word = letters[start + at..end].iter().take_while(|c| c.is_alphanumeric()).count();
                    Some((start + at, start + at + word.max(key.len())))
                });
                if let Some((from, to)) = known.filter(|_| dice.chance(TAGGED)) {
                    add(subject, from, to);
                }
            }
        }
    }
    if dice.chance(WRONG) {
        let word = letters.iter().take_while(|c| c.is_alphanumeric()).count();
        tags.push(Tag { topic: SUBJECTS[dice.below(SUBJECTS.len())].to_owned(), span: Some((0, word)) });
    }
    tags
}
