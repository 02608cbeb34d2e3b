//! The guess: first each column alone, then what only the file as a whole can tell.

use kernel::attribute::ATTRIBUTES_MAX;
use kernel::survey::Scale;

use super::super::mapping::{Calendar, Column, Options, Role};
use super::names::{Hint, asks};
use super::profile::{Profile, Sample, Whole};
use super::{Guess, Why};

/// Columns on one scale from which they are a battery of ratings, whatever their names.
const BATTERY: usize = 3;
/// Share of zeros below which they mean "not applicable" in a battery of 1 to 5.
const ZERO_SHARE: f64 = 0.15;
/// Rows from which the spread of the values says something.
const MANY: usize = 30;
/// Share of the values that must look alike for a pattern.
const ALIKE: f64 = 0.9;
/// Share of 9s and 10s that tells recommendations from counts; evenly spread values have 0.18.
const TOP_SHARE: f64 = 0.25;
/// Most options of a question that is recognised as a choice.
const CHOICES: usize = 20;

/// What one column seems to be.
struct Idea {
    role: Role,
    options: Options,
    certain: bool,
    why: Why,
}

impl Idea {
    fn sure(role: Role, why: Why) -> Self {
        Self { role, options: Options::default(), certain: true, why }
    }

    fn unsure(role: Role, why: Why) -> Self {
        Self { certain: false, ..Self::sure(role, why) }
    }

    fn when(certain: bool, role: Role, why: Why) -> Self {
        Self { certain, ..Self::sure(role, why) }
    }

    fn scale(mut self, scale: Scale, zero_is_na: bool) -> Self {
        self.options.scale = Some(scale);
        if zero_is_na {
            self.options.na = vec!["0".to_owned()];
        }
        self
    }
}

/// A guess for every column, in the order of the header.
pub fn guess(sample: &Sample) -> Vec<Guess> {
    let profiles: Vec<Profile<'_>> = sample.columns.iter().map(|column| Profile::new(column, sample.rows)).collect();
    let file = Batteries::of(&profiles);
    let time = answered(&profiles);
    let mut taken: Vec<Role> = Vec::new();
    let mut attributes = 0;
    profiles
        .into_iter()
        .enumerate()
        .map(|(index, profile)| {
            let mut idea = match &time {
                Some((at, certain)) if *at == index => when(&profile, *certain),
                _ => alone(&profile, index, &file),
            };
            if idea.role.is_single() && taken.contains(&idea.role) {
                idea = attribute(&profile);
            }
            taken.push(idea.role);
            attributes += usize::from(idea.role == Role::Attribute);
            if idea.role == Role::Attribute && attributes > ATTRIBUTES_MAX {
                idea = Idea::unsure(Role::Ignore, Why::new("too-many").with("count", ATTRIBUTES_MAX));
            }
            let Idea { role, options, certain, why } = idea;
            let column = Column { name: profile.name.to_owned(), role, options, values: profile.facts.values };
            Guess { column, certain, why, facts: profile.facts }
        })
        .collect()
}

/// The column that says when people answered, and whether that is beyond doubt.
fn answered(profiles: &[Profile<'_>]) -> Option<(usize, bool)> {
    let rank = |profile: &Profile<'_>| {
        profile.facts.time.as_ref()?;
        Some(match () {
            () if profile.hinted(Hint::Answered) => 3,
            () if profile.hinted(Hint::OtherTime) => 0,
            () if profile.hinted(Hint::Time) => 2,
            () => 1,
        })
    };
    let ranked: Vec<(usize, i32)> =
        profiles.iter().enumerate().filter_map(|(index, profile)| Some((index, rank(profile)?))).collect();
    let best = ranked.iter().map(|(_, rank)| *rank).max()?;
    let mut holders = ranked.iter().filter(|(_, rank)| *rank == best);
    let first = holders.next()?.0;
    let only = holders.next().is_none();
    // A birthday alone is not the time of the answer.
    if best == 0 {
        return None;
    }
    Some((first, best == 3 || only))
}

fn when(profile: &Profile<'_>, only: bool) -> Idea {
    let Some(time) = &profile.facts.time else { return attribute(profile) };
    let code = match (time.ambiguous, only) {
        (true, _) => "time-ambiguous",
        (_, false) => "time-several",
        _ => "time",
    };
    let mut idea = Idea::when(only && !time.ambiguous, Role::Time, Why::new(code).with("format", &time.format));
    idea.options.format = Some(time.format.clone());
    idea.options.calendar = Some(time.calendar).filter(|calendar| *calendar != Calendar::Gregorian);
    idea
}

/// What one column is by itself.
fn alone(profile: &Profile<'_>, index: usize, file: &Batteries) -> Idea {
    if profile.facts.filled == 0 {
        return blank(profile);
    }
    named(profile, index)
        .or_else(|| scored(profile, file))
        .or_else(|| written(profile))
        .unwrap_or_else(|| attribute(profile))
}

fn blank(profile: &Profile<'_>) -> Idea {
    let score = [(Hint::Nps, Role::Nps), (Hint::Csat, Role::Csat), (Hint::Ces, Role::Ces), (Hint::Text, Role::Text)];
    match score.into_iter().find(|(hint, _)| profile.hinted(*hint)) {
        Some((_, role)) => Idea::unsure(role, Why::new("blank")),
        None => Idea::sure(Role::Attribute, Why::new("blank")),
    }
}

/// Who and where, by name and pattern.
fn named(profile: &Profile<'_>, index: usize) -> Option<Idea> {
    let facts = &profile.facts;
    let alike = |test: &dyn Fn(&str) -> bool| {
        profile.values.iter().filter(|value| test(value)).count() as f64 >= facts.filled as f64 * ALIKE
    };
    let short = profile.chars_mean <= 64.0;
    let each_its_own = facts.distinct == facts.filled && facts.filled == facts.rows;
    let by_name = || Why::new("name-and-values");
    if alike(&super::super::interpret::is_email) {
        return Some(Idea::sure(Role::Email, Why::new("emails")));
    }
    if profile.hinted(Hint::Contact) && short && facts.time.is_none() {
        return Some(Idea::sure(Role::Contact, by_name()));
    }
    if profile.hinted(Hint::Id) && short && each_its_own && profile.words_mean < 1.5 {
        return Some(Idea::sure(Role::Id, Why::new("distinct").with("count", facts.distinct)));
    }
    let sequence = index == 0 && profile.whole.is_some_and(|whole| whole.max - whole.min < 4 * whole.count as i64);
    if each_its_own && facts.filled >= MANY && (sequence || alike(&is_uuid)) {
        return Some(Idea::unsure(Role::Id, Why::new("distinct").with("count", facts.distinct)));
    }
    if profile.hinted(Hint::Language) && alike(&|value| super::super::interpret::language(value).is_some()) {
        return Some(Idea::sure(Role::Language, by_name()));
    }
    if profile.hinted(Hint::Channel) && facts.distinct <= CHOICES && short {
        return Some(Idea::sure(Role::Channel, by_name()));
    }
    if profile.hinted(Hint::Touchpoint) && short && profile.whole.is_none() {
        return Some(Idea::sure(Role::Touchpoint, by_name()));
    }
    None
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Scores, by name and spread.
fn scored(profile: &Profile<'_>, file: &Batteries) -> Option<Idea> {
    let whole = profile.whole?;
    if profile.hinted(Hint::Nps) {
        // A slip or two beyond the scale are refused later; a column that is mostly beyond it is something else.
        let recommends = whole.min >= 0 && (whole.max <= 10 || whole.distinct <= 13);
        return recommends.then(|| Idea::sure(Role::Nps, Why::new("scores").scale(Scale { from: 0, to: 10 })));
    }
    let scale = profile.facts.scale?;
    let zero = profile.facts.zero_is_na || (scale.to == 5 && file.zero);
    let why = Why::new(if zero { "zero" } else { "scores" }).scale(scale);
    let zero_is_clear = !zero || file.zero_is_clear;
    if profile.hinted(Hint::Csat) {
        return Some(Idea::when(zero_is_clear, Role::Csat, why).scale(scale, zero));
    }
    if profile.hinted(Hint::Ces) {
        // Low answers alone do not show where the scale ends; effort is mostly asked from 1 to 7.
        let ends = whole.max >= 6 || (whole.max == 5 && whole.count >= MANY);
        let scale = if ends { scale } else { Scale { from: 1, to: 7 } };
        return Some(Idea::when(ends && zero_is_clear, Role::Ces, why).scale(scale, zero));
    }
    if profile.hinted(Hint::Score) {
        return Some(by_score_name(whole, scale, zero, zero_is_clear, why));
    }
    if profile.hinted(Hint::Count) {
        return None;
    }
    let full = whole.distinct >= 4;
    if let Some(count) = file.size(scale).filter(|_| full) {
        let why = Why::new(if zero { "battery-zero" } else { "battery" }).scale(scale).with("count", count);
        return Some(Idea::when(zero_is_clear, Role::Rating, why).scale(scale, zero));
    }
    let no_name = Why::new("scores-no-name").scale(scale);
    if full && whole.max == 5 && scale.to == 5 {
        return Some(Idea::unsure(Role::Rating, no_name).scale(scale, zero));
    }
    let recommends = scale.to == 10 && whole.distinct >= 8 && whole.top as f64 >= whole.count as f64 * TOP_SHARE;
    recommends.then(|| Idea::unsure(Role::Nps, no_name))
}

/// A column that is called a score, a rating, a grade.
fn by_score_name(whole: Whole, scale: Scale, zero: bool, zero_is_clear: bool, why: Why) -> Idea {
    match scale {
        Scale { to: 5, .. } => Idea::when(zero_is_clear, Role::Rating, why).scale(scale, zero),
        Scale { to: 7, .. } => Idea::when(zero_is_clear && whole.max == 7, Role::Rating, why).scale(scale, zero),
        Scale { from: 0, .. } => {
            let spread = whole.max == 10 && whole.distinct >= 5;
            let code = if spread { "scores" } else { "scores-few" };
            Idea::when(spread, Role::Nps, Why::new(code).scale(scale))
        }
        // Nobody said 0: from 1 to 10, or a small share of those who were asked from 0.
        _ => {
            let clear = whole.count >= MANY * 5 && whole.min == 1 && whole.max == 10;
            Idea::when(clear, Role::Rating, if clear { why } else { Why::new("scores-few").scale(scale) })
                .scale(scale, false)
        }
    }
}

/// Texts and choices.
fn written(profile: &Profile<'_>) -> Option<Idea> {
    let facts = &profile.facts;
    if facts.values != kernel::attribute::Kind::Text || facts.time.is_some() {
        return None;
    }
    let texts = || Why::new("texts").with("count", profile.words_mean.round());
    let own_words = profile.distinct_share() >= 0.5;
    if profile.hinted(Hint::Text)
        && (own_words || profile.chars_mean >= 60.0 && facts.distinct > CHOICES || facts.filled < 10)
    {
        return Some(Idea::sure(Role::Text, Why::new("name-and-values")));
    }
    if own_words && profile.words_mean >= 4.0 && profile.chars_mean >= 20.0 {
        return Some(Idea::when(facts.filled >= 5, Role::Text, texts()));
    }
    if own_words && profile.words_mean >= 2.5 && profile.distinct_share() >= 0.8 && asks(profile.name) {
        return Some(Idea::unsure(Role::Text, texts()));
    }
    if !asks(profile.name) {
        return None;
    }
    let options = Why::new("options");
    for separator in [';', '|'] {
        let several = profile.values.iter().filter(|value| value.contains(separator)).count();
        let parts = || profile.values.iter().flat_map(|value| value.split(separator)).map(str::trim);
        let distinct = parts().collect::<std::collections::HashSet<_>>().len();
        if several * 10 >= facts.filled * 3 && distinct <= CHOICES {
            let mut idea = Idea::unsure(Role::Choices, options.with("count", distinct));
            idea.options.separator = Some(separator.to_string());
            return Some(idea);
        }
    }
    (facts.distinct <= CHOICES && !own_words).then(|| Idea::unsure(Role::Choice, options.with("count", facts.distinct)))
}

fn attribute(profile: &Profile<'_>) -> Idea {
    let facts = &profile.facts;
    let few = facts.distinct <= 50 && profile.distinct_share() < 0.5;
    let why = if few {
        Why::new("few-values").with("count", facts.distinct)
    } else {
        Why::new("values").with("kind", facts.values.as_str())
    };
    Idea::sure(Role::Attribute, why)
}

/// Ratings that stand side by side: one column of 1 to 5 may be a count, fourteen are a questionnaire.
struct Batteries {
    five: usize,
    seven: usize,
    ten: usize,
    /// Some column of the battery of five holds zeros: then they mean "not applicable" in all of them, also where the
    /// sample has none.
    zero: bool,
    /// They are few enough, or missing in enough columns, not to be a point of the scale.
    zero_is_clear: bool,
}

impl Batteries {
    fn of(profiles: &[Profile<'_>]) -> Self {
        let rating = |profile: &&Profile<'_>| {
            let excluded = profile.hinted(Hint::Nps) || (profile.hinted(Hint::Count) && !profile.hinted(Hint::Score));
            !excluded && profile.facts.time.is_none() && profile.whole.is_some_and(|whole| whole.distinct >= 4)
        };
        let members = |to: i32, reach: i64| {
            profiles
                .iter()
                .filter(rating)
                .filter_map(|profile| profile.whole.zip(profile.facts.scale))
                .filter(move |(whole, scale)| scale.to == to && whole.max >= reach)
                .map(|(whole, _)| whole)
                .collect::<Vec<Whole>>()
        };
        let five = members(5, 4);
        let (zeros, answers) = five.iter().fold((0, 0), |(zeros, all), whole| (zeros + whole.zeros, all + whole.count));
        let without = five.iter().any(|whole| whole.zeros == 0);
        let few = (zeros as f64) < answers as f64 * ZERO_SHARE;
        Self {
            zero: five.len() >= BATTERY && zeros > 0,
            zero_is_clear: five.len() >= BATTERY && few && (without || zeros * 20 < answers),
            five: five.len(),
            seven: members(7, 6).len(),
            ten: members(10, 8).len(),
        }
    }

    /// Columns of the battery on this scale, if there is one.
    fn size(&self, scale: Scale) -> Option<usize> {
        let count = match scale.to {
            5 => self.five,
            7 => self.seven,
            _ => self.ten,
        };
        (count >= BATTERY).then_some(count)
    }
}
