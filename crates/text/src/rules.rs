//! What words say by themselves: valence by lexicon, turned by negation, raised by intensifiers and capitals, as in
//! VADER (Hutto and Gilbert 2014), with the grammar of four languages. The models take this as features.

use std::collections::{BTreeMap, BTreeSet};

use crate::features::{self, Kind, Token, finish, hash_word, step};
use crate::lexicon::{self, Change};
use crate::normal::Normal;

/// What the lexicon knows of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Entry {
    /// From -4 to 4; 0 for none.
    pub valence: f32,
    pub role: Role,
    /// How many times more, or less, what it belongs to counts; 1 for none.
    pub degree: f32,
}

/// What a word does to its neighbours beside raising or lowering them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    #[default]
    None,
    /// It denies what follows: `not`, `بدون`, `inte`.
    NegatesAfter,
    /// It denies what stands before: `نبود`.
    NegatesBefore,
    /// What follows counts more than what stands before: `but`, `اما`, `men`.
    Turns,
    /// What it begins counts less: `although`, `هرچند`, `trots`.
    Concedes,
}

const ROLES: [Role; 5] = [Role::None, Role::NegatesAfter, Role::NegatesBefore, Role::Turns, Role::Concedes];
/// Words of the longest phrase of a lexicon.
const PHRASE: usize = 4;
/// Steps of one unit of valence or of degree.
const UNIT: f32 = 30.0;

/// Words and phrases with what they do, as an open table of hashes: 7 bytes a place.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Upper halves of the hashes; 0 where free.
    keys: Vec<u32>,
    /// Valence, role, degree less 1.
    values: Vec<[i8; 3]>,
}

impl Lexicon {
    /// The lexicon of `language`; empty for one without.
    pub fn of(language: &str) -> Self {
        let mut found: BTreeMap<u64, Entry> = BTreeMap::new();
        let blank = Entry { degree: 1.0, ..Entry::default() };
        let mut felt = BTreeSet::new();
        for (phrase, valence) in lexicon::entries(language) {
            for hash in ways(&phrase) {
                if felt.insert(hash) {
                    found.entry(hash).or_insert(blank).valence = valence;
                }
            }
        }
        for (phrase, change) in lexicon::changes(language) {
            for hash in ways(phrase) {
                let entry = found.entry(hash).or_insert(blank);
                match change {
                    Change::NegateAfter => entry.role = Role::NegatesAfter,
                    Change::NegateBefore => entry.role = Role::NegatesBefore,
                    Change::Turn => entry.role = Role::Turns,
                    Change::Concede => entry.role = Role::Concedes,
                    Change::Degree(factor) => entry.degree = factor,
                }
            }
        }
        Self::build(&found)
    }

    fn build(found: &BTreeMap<u64, Entry>) -> Self {
        let size = (found.len() * 3 / 2).next_power_of_two().max(16);
        let mut table = Self { keys: vec![0; size], values: vec![[0; 3]; size] };
        let step = |x: f32| (x * UNIT).round().clamp(-127.0, 127.0) as i8;
        for (&hash, entry) in found {
            let at = table.slot(hash);
            let role = ROLES.iter().position(|&role| role == entry.role).unwrap_or(0) as i8;
            table.keys[at] = key(hash);
            table.values[at] = [step(entry.valence), role, step(entry.degree - 1.0)];
        }
        table
    }

    /// Where `hash` is, or the free place for it.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.keys.len() - 1;
        let mut at = hash as usize & mask;
        while self.keys[at] != 0 && self.keys[at] != key(hash) {
            at = (at + 1) & mask;
        }
        at
    }

    fn get(&self, hash: u64) -> Option<Entry> {
        if self.keys.is_empty() {
            return None;
        }
        let at = self.slot(hash);
        let [valence, role, degree] = self.values[at];
        (self.keys[at] != 0).then(|| Entry {
            valence: f32::from(valence) / UNIT,
            role: ROLES.get(role as usize).copied().unwrap_or_default(),
            degree: 1.0 + f32::from(degree) / UNIT,
        })
    }

    /// The table as bytes: how many places, the keys, the values.
    pub fn to_bytes(&self, bytes: &mut Vec<u8>) {
        bytes.extend((self.keys.len() as u32).to_le_bytes());
        bytes.extend(self.keys.iter().flat_map(|key| key.to_le_bytes()));
        bytes.extend(self.values.iter().flatten().map(|value| *value as u8));
    }

    /// Reads what [`Lexicon::to_bytes`] wrote, and gives what is left of the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (size, rest) = bytes.split_first_chunk::<4>()?;
        let size = u32::from_le_bytes(*size) as usize;
        let (keys, rest) = rest.split_at_checked(size * 4)?;
        let (values, rest) = rest.split_at_checked(size * 3)?;
        let keys: Vec<u32> = keys.as_chunks().0.iter().map(|key| u32::from_le_bytes(*key)).collect();
        let values = values.as_chunks().0.iter().map(|value: &[u8; 3]| value.map(|byte| byte as i8)).collect();
        // Without a free place a search would never end.
        (size.is_power_of_two() && keys.contains(&0)).then_some((Self { keys, values }, rest))
    }
}

fn key(hash: u64) -> u32 {
    ((hash >> 32) as u32).max(1)
}

/// The hashes of a phrase: a zero-width non-joiner stands for both ways of writing, joined and apart.
fn ways(phrase: &str) -> impl Iterator<Item = u64> {
    let joined = phrase.replace('\u{200c}', "");
    [phrase.to_owned(), joined].into_iter().filter_map(|way| {
        let mut tokens = Vec::new();
        features::tokens(&Normal::new(&way), &mut tokens);
        let (first, rest) = tokens.split_first()?;
        let hash = rest.iter().fold(first.hash, |hash, token| finish(step(hash, token.hash)));
        (tokens.len() <= PHRASE).then_some(hash)
    })
}

/// What each token says.
#[derive(Debug, Clone, Copy)]
pub struct Feel {
    /// After negation, intensifiers, concession and capitals; 0 for words without.
    pub valence: f32,
    pub role: Role,
    pub degree: f32,
    /// Within the reach of a negation.
    pub negated: bool,
    /// Within a concession.
    pub conceded: bool,
}

const SILENT: Feel = Feel { valence: 0.0, role: Role::None, degree: 1.0, negated: false, conceded: false };

/// Writes to `feels` what each of `tokens` says.
pub fn feel(tokens: &[Token], lexicon: &Lexicon, feels: &mut Vec<Feel>) {
    feels.clear();
    feels.resize(tokens.len(), SILENT);
    let mut at = 0;
    while at < tokens.len() {
        at += look_up(tokens, at, lexicon, &mut feels[at]);
    }
    for at in 0..tokens.len() {
        reach(tokens, at, feels);
    }
    let quiet = tokens.iter().any(|token| token.kind == Kind::Word && !token.capitals && token.end - token.start > 2);
    // From the end, so that what stands before is still as it was found.
    for at in (0..tokens.len()).rev() {
        if feels[at].valence != 0.0 {
            feels[at].valence = shade(tokens, feels, at, quiet);
        }
    }
}

/// The longest phrase that begins here; gives how many tokens it takes.
fn look_up(tokens: &[Token], at: usize, lexicon: &Lexicon, feel: &mut Feel) -> usize {
    let mut hash = tokens[at].hash;
    let mut taken = 1;
    let mut best = lexicon.get(hash);
    for (count, next) in tokens[at + 1..].iter().take(PHRASE - 1).enumerate() {
        hash = finish(step(hash, next.hash));
        if let Some(found) = lexicon.get(hash) {
            best = Some(found);
            taken = count + 2;
        }
    }
    if let Some(entry) = best {
        *feel = Feel { valence: entry.valence, role: entry.role, degree: entry.degree, ..*feel };
    }
    taken
}

/// Marks what the word at `at` reaches in its clause: a negation five words after or before it, a concession all.
fn reach(tokens: &[Token], at: usize, feels: &mut [Feel]) {
    let ends = |feels: &[Feel], at: usize| tokens[at].kind != Kind::Word || feels[at].role == Role::Turns;
    match feels[at].role {
        Role::NegatesAfter => {
            for next in at + 1..tokens.len().min(at + 6) {
                if ends(feels, next) {
                    break;
                }
                feels[next].negated = true;
            }
        }
        Role::NegatesBefore => {
            for before in (at.saturating_sub(5)..at).rev() {
                if ends(feels, before) {
                    break;
                }
                feels[before].negated = true;
            }
        }
        Role::Concedes => {
            for next in at + 1..tokens.len() {
                if ends(feels, next) {
                    break;
                }
                feels[next].conceded = true;
            }
        }
        Role::None | Role::Turns => {}
    }
}

/// The valence at `at` with what its neighbours do to it; the figures are VADER's.
fn shade(tokens: &[Token], feels: &[Feel], at: usize, quiet: bool) -> f32 {
    let mut valence = feels[at].valence;
    if quiet && tokens[at].capitals {
        valence += 0.733 * valence.signum();
    }
    for (distance, before) in (at.saturating_sub(3)..at).rev().enumerate() {
        if tokens[before].kind != Kind::Word {
            break;
        }
        valence *= 1.0 + (feels[before].degree - 1.0) * [1.0, 0.95, 0.9][distance];
    }
    if feels[at].conceded {
        valence *= 0.5;
    }
    if feels[at].negated { valence * -0.74 } else { valence }
}

/// Numbers that describe a whole text, each with the number of its feature.
pub const FEATURES: usize = 160;

/// Sums over a stretch.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    plus: f32,
    minus: f32,
    pluses: usize,
    minuses: usize,
    top: f32,
    bottom: f32,
}

impl Sum {
    fn of(feels: &[Feel]) -> Self {
        let mut sum = Self::default();
        for feel in feels {
            if feel.valence > 0.0 {
                sum.plus += feel.valence;
                sum.pluses += 1;
            } else if feel.valence < 0.0 {
                sum.minus -= feel.valence;
                sum.minuses += 1;
            }
            sum.top = sum.top.max(feel.valence);
            sum.bottom = sum.bottom.min(feel.valence);
        }
        sum
    }

    fn compound(self) -> f32 {
        let sum = self.plus - self.minus;
        sum / (sum * sum + 15.0).sqrt()
    }
}

/// Calls `take` with the number (below [`FEATURES`]) and value of each feature that describes the text as a whole.
pub fn describe(tokens: &[Token], feels: &[Feel], mut take: impl FnMut(usize, f32)) {
    let whole = Sum::of(feels);
    let last = last_clause(tokens, feels);
    let end = Sum::of(&feels[last..]);
    let count = tokens.len().max(1) as f32;
    let bin = |x: f32, bins: usize| ((x + 1.0) / 2.0 * bins as f32).clamp(0.0, bins as f32 - 1.0) as usize;
    let few = |n: usize| n.min(3);

    take(0, whole.compound() * 2.0);
    take(1, end.compound() * 2.0);
    take(2, (whole.plus / count * 2.0).min(2.0));
    take(3, (whole.minus / count * 2.0).min(2.0));
    take(4, whole.top / 3.0);
    take(5, whole.bottom / 3.0);
    if whole.pluses + whole.minuses > 0 {
        take(8 + bin(whole.compound(), 12), 1.0);
    }
    if end.pluses + end.minuses > 0 {
        take(20 + bin(end.compound(), 12), 1.0);
    }
    take(32 + few(whole.pluses) * 4 + few(whole.minuses), 1.0);
    take(48 + few(end.pluses) * 4 + few(end.minuses), 1.0);
    if last > 0 {
        take(64, 1.0);
    }
    let length = (usize::BITS - tokens.len().leading_zeros()) as usize;
    take(66 + length.min(9), 1.0);
    signs(tokens, feels, &mut take);
}

/// Exclamation and question marks, capitals, pictures, negations.
fn signs(tokens: &[Token], feels: &[Feel], take: &mut impl FnMut(usize, f32)) {
    let few = |n: usize| n.min(3);
    let bang = hash_word(&['!']);
    let bangs = hash_word(&['!'; 2]);
    let many_bangs = hash_word(&['!'; 3]);
    let asks = [hash_word(&['?']), hash_word(&['?'; 2]), hash_word(&['?'; 3]), hash_word(&['؟'])];
    let number = |wanted: &dyn Fn(&Token) -> bool| tokens.iter().filter(|token| wanted(token)).count();
    let exclaims = number(&|token| token.hash == bang)
        + 2 * number(&|token| token.hash == bangs)
        + 3 * number(&|token| token.hash == many_bangs);
    take(80 + few(exclaims), 1.0);
    take(84 + few(number(&|token| asks.contains(&token.hash))), 1.0);
    take(88 + few(number(&|token| token.capitals)), 1.0);
    let emoji = |sign: f32| {
        let pairs = tokens.iter().zip(feels);
        pairs.filter(|(token, feel)| token.kind != Kind::Word && feel.valence * sign > 0.0).count()
    };
    take(92 + few(emoji(1.0)) * 4 + few(emoji(-1.0)), 1.0);
    take(
        108 + few(feels.iter().filter(|feel| matches!(feel.role, Role::NegatesAfter | Role::NegatesBefore)).count()),
        1.0,
    );
    take(112 + few(feels.iter().filter(|feel| feel.role == Role::Turns).count()), 1.0);
}

/// Where the clause after the last contrast begins; 0 without one.
fn last_clause(tokens: &[Token], feels: &[Feel]) -> usize {
    let last = feels.iter().rposition(|feel| feel.role == Role::Turns);
    last.filter(|&at| at + 1 < tokens.len()).map_or(0, |at| at + 1)
}
