//! How guests put things: fragments per language, and the grammar that joins them.
//!
//! Every fragment of a topic is a whole clause, so that any two may be joined. `{dish}`, `{meal}` and `{n}` (a number
//! of minutes) are filled in.

mod ar;
mod en;
mod fa;
mod sv;

use kernel::Locale;

use super::dice::Dice;

type List = &'static [&'static str];

/// What guests talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Food,
    Staff,
    /// Of guests at a table.
    Wait,
    /// Of guests who take their food along.
    Pickup,
    Price,
    /// Atmosphere, noise, seats: of guests at a table.
    Mood,
    Clean,
    /// The bins next to the table.
    Bins,
    /// The queue at a single till.
    Till,
    /// The app that asks for a tip.
    Tip,
    Driver,
    /// Whether a delivery was in time.
    Late,
    /// Whether it was warm.
    Heat,
    Packing,
    /// Whether all that was ordered was there.
    Order,
}

/// One language's fragments.
#[derive(Debug)]
struct Words {
    /// Clauses about the whole, good, bad and in between.
    praise: List,
    regret: List,
    shrug: List,
    /// Good and bad clauses by topic.
    topics: &'static [(Topic, List, List)],
    /// Sentences that may stand at the end.
    farewell: List,
    warning: List,
    /// Between two clauses that agree or disagree.
    and: List,
    but: List,
    /// Sentences about something else.
    asides: List,
    /// What employees praise and what they want changed.
    work_good: List,
    work_bad: List,
    dishes: List,
    lunch: &'static str,
    dinner: &'static str,
    /// Digits from 0 to 9 as people type them.
    digits: [char; 10],
}

/// What a guest wants to say.
#[derive(Debug, Default)]
pub struct Thoughts {
    pub good: Vec<Topic>,
    pub bad: Vec<Topic>,
    /// Below 0 unhappy, above 0 happy.
    pub verdict: i32,
    pub is_lunch: bool,
}

fn words(language: Locale) -> &'static Words {
    match language {
        Locale::En => &en::WORDS,
        Locale::Fa => &fa::WORDS,
        Locale::Ar => &ar::WORDS,
        Locale::Sv => &sv::WORDS,
    }
}

/// Puts thoughts into words.
pub fn say(dice: &mut Dice, language: Locale, thoughts: &Thoughts) -> String {
    let words = words(language);
    let mut text = Text { dice, words, is_lunch: thoughts.is_lunch, parts: Vec::new() };
    let (good, bad) = (text.one_of(&thoughts.good), text.one_of(&thoughts.bad));
    match (good, bad, thoughts.verdict) {
        (Some(good), Some(bad), 0) => text.contrast(good, bad),
        (Some(good), Some(bad), -1) if text.dice.chance(0.45) => text.contrast(good, bad),
        (Some(good), Some(bad), 1) if text.dice.chance(0.3) => text.contrast(good, bad),
        (_, Some(bad), ..=0) => text.complain(bad, &thoughts.bad),
        (Some(good), _, 1..) | (Some(good), None, 0) => text.praise(good, &thoughts.good),
        (_, _, 1..) => text.whole(words.praise),
        (_, _, 0) => text.whole(words.shrug),
        _ => text.whole(words.regret),
    }
    text.write(thoughts.verdict > 0)
}

/// A remark that has nothing to do with the score.
pub fn aside(dice: &mut Dice, language: Locale) -> String {
    dice.pick(words(language).asides).to_owned()
}

/// What an employee writes.
pub fn at_work(dice: &mut Dice, language: Locale, is_happy: bool) -> String {
    let words = words(language);
    dice.pick(if is_happy { words.work_good } else { words.work_bad }).to_owned()
}

/// A text on its way: sentences, each made of clauses and the joints between them.
struct Text<'a> {
    dice: &'a mut Dice,
    words: &'static Words,
    is_lunch: bool,
    parts: Vec<String>,
}

impl Text<'_> {
    fn one_of(&mut self, topics: &[Topic]) -> Option<Topic> {
        if topics.is_empty() { None } else { Some(topics[self.dice.below(topics.len())]) }
    }

    fn clause(&mut self, topic: Topic, is_good: bool) -> String {
        let found = self.words.topics.iter().find(|(known, ..)| *known == topic);
        let list = found.map_or(self.words.shrug, |(_, good, bad)| if is_good { good } else { bad });
        self.fill(list)
    }

    /// A fragment with its blanks filled.
    fn fill(&mut self, list: List) -> String {
        let mut text = self.dice.pick(list).to_owned();
        if text.contains('{') {
            let minutes = self.dice.between(4, 11) * 5;
            let digits =
                minutes.to_string().bytes().map(|b| self.words.digits[usize::from(b - b'0')]).collect::<String>();
            let meal = if self.is_lunch { self.words.lunch } else { self.words.dinner };
            text = text
                .replace("{dish}", self.dice.pick(self.words.dishes))
                .replace("{meal}", meal)
                .replace("{n}", &digits);
        }
        text
    }

    fn whole(&mut self, list: List) {
        let clause = self.fill(list);
        self.parts.push(clause);
    }

    fn contrast(&mut self, good: Topic, bad: Topic) {
        let (good, bad) = (self.clause(good, true), self.clause(bad, false));
        let but = self.dice.pick(self.words.but);
        self.parts.push(format!("{good}{but}{bad}"));
    }

    fn complain(&mut self, main: Topic, all: &[Topic]) {
        if self.dice.chance(0.16) {
            self.whole(self.words.regret);
        }
        let clause = self.clause(main, false);
        let more = self.another(main, all);
        let clause = self.joined(clause, more, false);
        self.parts.push(clause);
        if self.dice.chance(0.14) {
            self.whole(self.words.warning);
        }
    }

    fn praise(&mut self, main: Topic, all: &[Topic]) {
        if self.dice.chance(0.25) {
            self.whole(self.words.praise);
        }
        let clause = self.clause(main, true);
        let more = self.another(main, all);
        let clause = self.joined(clause, more, true);
        self.parts.push(clause);
        if self.dice.chance(0.16) {
            self.whole(self.words.farewell);
        }
    }

    /// Now and then a second topic of the same sign.
    fn another(&mut self, main: Topic, all: &[Topic]) -> Option<Topic> {
        let rest: Vec<Topic> = all.iter().copied().filter(|topic| *topic != main).collect();
        if rest.is_empty() || !self.dice.chance(0.4) { None } else { self.one_of(&rest) }
    }

    fn joined(&mut self, clause: String, more: Option<Topic>, is_good: bool) -> String {
        let Some(more) = more else { return clause };
        let more = self.clause(more, is_good);
        format!("{clause}{}{more}", self.dice.pick(self.words.and))
    }

    /// Sentences as people type them: most end properly, some do not.
    fn write(self, is_happy: bool) -> String {
        let is_casual = self.dice.chance(0.08);
        let end = match self.dice.unit() {
            x if x < 0.6 => ".",
            x if x < 0.75 && is_happy => "!",
            _ => "",
        };
        let mut text = String::new();
        let last = self.parts.len() - 1;
        for (place, part) in self.parts.iter().enumerate() {
            let mut letters = part.chars();
            match letters.next() {
                Some(first) if !is_casual => text.extend(first.to_uppercase()),
                first => text.extend(first),
            }
            text.push_str(letters.as_str());
            text.push_str(match part.ends_with(['!', '?', '؟', '.']) {
                true if place < last => " ",
                true => "",
                false if place < last => ". ",
                false => end,
            });
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn lists(words: &Words) -> Vec<List> {
        let Words { praise, regret, shrug, topics, farewell, warning, asides, work_good, work_bad, .. } = words;
        let mut lists: Vec<List> = vec![praise, regret, shrug, farewell, warning, asides, work_good, work_bad];
        lists.extend(topics.iter().flat_map(|(_, good, bad)| [*good, *bad]));
        lists
    }

    #[test]
    fn fragments_are_many_different_and_tidy() {
        for language in Locale::ALL {
            let all: Vec<&str> = lists(words(language)).into_iter().flatten().copied().collect();
            assert!(all.len() >= 150, "{language}: {}", all.len());
            assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "{language}");
            for text in all {
                assert_eq!(text.trim(), text);
                assert!(!text.is_empty() && !text.contains("  "), "{text}");
                let arabic = text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
                assert_eq!(arabic, matches!(language, Locale::Fa | Locale::Ar), "{language}: {text}");
            }
        }
    }

    #[test]
    fn persian_is_spelt_with_persian_letters() {
        for text in lists(&fa::WORDS).into_iter().flatten() {
            assert!(!text.contains(['ي', 'ك', 'ى', 'ة']), "{text}");
            for apart in ["می ", "نمی "] {
                assert!(!text.starts_with(apart) && !text.contains(&format!(" {apart}")), "a space for a ZWNJ: {text}");
            }
        }
        for text in lists(&ar::WORDS).into_iter().flatten() {
            assert!(!text.contains(['ی', 'ک', 'پ', 'چ', 'گ', 'ژ', '\u{200c}']), "{text}");
        }
    }

    #[test]
    fn every_topic_can_be_spoken_of_in_every_language() {
        for language in Locale::ALL {
            let words = words(language);
            assert_eq!(words.topics.len(), 15, "{language}");
            assert!(words.topics.iter().all(|(_, _, bad)| !bad.is_empty()));
            let bins = words.topics.iter().find(|(topic, ..)| *topic == Topic::Bins).map_or(0, |(.., bad)| bad.len());
            assert!(bins >= 20, "{language}: {bins}");
        }
    }

    #[test]
    fn sentences_are_whole() {
        let mut dice = Dice::seeded(1);
        for language in Locale::ALL {
            for verdict in [-1, 0, 1] {
                for (good, bad) in [(vec![], vec![]), (vec![Topic::Food, Topic::Staff], vec![Topic::Bins, Topic::Wait])]
                {
                    let thoughts = Thoughts { good, bad, verdict, is_lunch: true };
                    for _ in 0..200 {
                        let text = say(&mut dice, language, &thoughts);
                        assert!(!text.contains(['{', '}']) && !text.contains("..") && !text.contains("  "), "{text}");
                        assert!(text.chars().count() >= 3, "{text}");
                    }
                }
            }
        }
    }
}
