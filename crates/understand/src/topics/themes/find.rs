//! Finds the themes of a sample, tells which of them a topic covers, and chooses examples. Each language by itself: the
//! same word may be another word elsewhere.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use kernel::Locale;
use sha2::{Digest, Sha256};
use store::topics::Topic;
use text::Reader;
use text::topics::{Finder, Rule, themes};

use super::sample::Said;
use crate::period::Period;
use crate::topics::copies::Groups;
use crate::topics::judge::Known;

/// Themes of one language that are looked at, and of all together: the best.
const THEMES_MAX: usize = 60;
const ALL_MAX: usize = 100;
/// Texts that make a theme: so many, and one in so many of its language.
const TEXTS_MIN: usize = 5;
const TEXTS_ONE_IN: usize = 500;
/// Languages that themes are looked for in, the most frequent.
const LANGUAGES_MAX: usize = 6;
/// Texts of a theme that are searched for topics: spread over all of them.
const PROBED_MAX: usize = 20;
/// The share of them from which on a topic covers a theme, or one that was put aside is the same.
const COVERED_FROM: f64 = 0.5;
/// Letters of an example that is easy to read.
const EASY_CHARS: std::ops::RangeInclusive<usize> = 30..=280;

/// A theme of one language.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Names it in addresses: made of language and rule.
    pub id: String,
    pub label: String,
    pub words: Vec<String>,
    pub language: String,
    pub rule: String,
    /// Places in the sample, those in nearly the same words too.
    pub texts: Vec<usize>,
    /// Key of the topic that covers it.
    pub topic: Option<String>,
    /// Place among those that were put aside.
    pub aside: Option<usize>,
}

/// An example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Place in the sample.
    pub text: usize,
    /// Code points of the words that say it.
    pub spans: Vec<(usize, usize)>,
    /// Others in nearly the same words.
    pub alike: usize,
}

/// Language and rule of a theme that was put aside.
pub type Aside = (String, String);

/// The themes of all languages, the best first.
pub fn find(said: &[Said], groups: &Groups, topics: &[Topic], aside: &[Aside]) -> Vec<Theme> {
    let mut by_language: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for text in groups.firsts() {
        by_language.entry(&said[text].language).or_default().push(text);
    }
    let mut spoken: Vec<(&str, Vec<usize>)> =
        by_language.into_iter().filter(|(language, _)| *language != "und").collect();
    spoken.sort_by_key(|(_, texts)| std::cmp::Reverse(texts.len()));
    let mut found: Vec<(Theme, f64)> = Vec::new();
    for (language, places) in spoken.into_iter().take(LANGUAGES_MAX) {
        found.extend(of_language(said, language, &places));
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.id.cmp(&b.0.id)));
    found.truncate(ALL_MAX);
    let topics = Known::of(topics);
    let mut twins: HashMap<u32, Vec<usize>> = HashMap::new();
    for text in 0..said.len() {
        twins.entry(groups.group(text)).or_default().push(text);
    }
    let whole = |(mut theme, _): (Theme, f64)| {
        let probe = Probe { said, theme: &theme };
        (theme.topic, theme.aside) = (probe.topic(topics.as_ref()), probe.aside(aside));
        theme.texts = theme.texts.iter().flat_map(|text| twins[&groups.group(*text)].iter().copied()).collect();
        theme.texts.sort_unstable();
        theme
    };
    found.into_iter().map(whole).collect()
}

fn of_language(said: &[Said], language: &str, places: &[usize]) -> Vec<(Theme, f64)> {
    let texts: Vec<String> = places.iter().map(|text| without_private(&said[*text].text)).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|text| (text.as_str(), language)).collect();
    let found = themes(&texts, TEXTS_MIN.max(texts.len() / TEXTS_ONE_IN));
    let theme = |found: text::topics::Theme| {
        let rule = found.rule.to_string();
        // What cannot be written as a rule cannot become a topic either.
        rule.parse::<Rule>().ok()?;
        let theme = Theme {
            id: id(language, &rule),
            label: found.label,
            words: found.words,
            language: language.to_owned(),
            rule,
            texts: found.texts.into_iter().map(|at| places[at]).collect(),
            topic: None,
            aside: None,
        };
        Some((theme, found.score))
    };
    found.into_iter().take(THEMES_MAX).filter_map(theme).collect()
}

fn id(language: &str, rule: &str) -> String {
    let hash = Sha256::digest(format!("{language}\0{rule}"));
    hash[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text with full stops for what tells who somebody is: no theme is made of that.
fn without_private(text: &str) -> String {
    let hidden = text::private::find(text);
    if hidden.is_empty() {
        return text.to_owned();
    }
    let is_hidden = |at: usize| hidden.iter().any(|stretch| (stretch.start..stretch.end).contains(&at));
    text.chars().enumerate().map(|(at, c)| if is_hidden(at) { '.' } else { c }).collect()
}

/// A theme by itself, as a topic.
fn alone(theme: &Theme) -> Option<Known> {
    of_rules([(theme.language.as_str(), theme.rule.as_str())].into_iter())
}

fn of_rules<'a>(rules: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Known> {
    let topic = |(at, (language, rule)): (usize, (&str, &str))| {
        let known = Locale::parse(language).map_or(text::topics::ANY, |locale| locale.code());
        Topic {
            key: at.to_string(),
            name: BTreeMap::from([("en".to_owned(), at.to_string())]),
            rules: BTreeMap::from([(known.to_owned(), rule.to_owned())]),
            ..Topic::default()
        }
    };
    Known::of(&rules.enumerate().map(topic).collect::<Vec<_>>())
}

/// Looks into some texts of a theme.
struct Probe<'a> {
    said: &'a [Said],
    theme: &'a Theme,
}

impl Probe<'_> {
    fn texts(&self) -> Vec<&Said> {
        let step = self.theme.texts.len().div_ceil(PROBED_MAX).max(1);
        self.theme.texts.iter().step_by(step).map(|text| &self.said[*text]).collect()
    }

    /// The topic whose words stand where the theme's do in at least half of its texts.
    fn topic(&self, topics: Option<&Known>) -> Option<String> {
        let (topics, alone) = (topics.filter(|topics| !topics.keys.is_empty())?, alone(self.theme)?);
        let (mut finder, mut own) = (Finder::new(&topics.matcher), Finder::new(&alone.matcher));
        let reader = Reader::new();
        let (mut counts, mut all) = (HashMap::<usize, usize>::new(), 0_u32);
        for said in self.texts() {
            let here = own.mentions(&said.text, &said.language, &reader);
            if here.is_empty() {
                continue;
            }
            all += 1;
            let mentions = finder.mentions(&said.text, &said.language, &reader);
            let overlaps = |start: usize, end: usize| here.iter().any(|theme| start < theme.end && theme.start < end);
            let covering: BTreeSet<usize> =
                mentions.iter().filter(|m| overlaps(m.start, m.end)).map(|m| m.topic).collect();
            covering.into_iter().for_each(|topic| *counts.entry(topic).or_default() += 1);
        }
        let best = counts.into_iter().max_by_key(|(topic, count)| (*count, std::cmp::Reverse(*topic)))?;
        (best.1 as f64 >= COVERED_FROM * f64::from(all.max(1))).then(|| topics.keys[best.0].to_string())
    }

    /// The one of those that were put aside that finds at least half of its texts.
    fn aside(&self, aside: &[Aside]) -> Option<usize> {
        let of_this: Vec<usize> = (0..aside.len()).filter(|at| aside[*at].0 == self.theme.language).collect();
        if of_this.is_empty() {
            return None;
        }
        let rules = of_this.iter().map(|at| (aside[*at].0.as_str(), aside[*at].1.as_str()));
        let known = of_rules(rules)?;
        let mut finder = Finder::new(&known.matcher);
        let texts = self.texts();
        let mut counts = vec![0_usize; of_this.len()];
        for said in &texts {
            finder.topics(&said.text, &said.language).into_iter().for_each(|at| counts[at] += 1);
        }
        let at = (0..counts.len()).max_by_key(|at| (counts[*at], std::cmp::Reverse(*at)))?;
        (counts[at] as f64 >= COVERED_FROM * texts.len() as f64).then(|| of_this[at])
    }
}

/// At most so many examples of a theme from `period`, of different people and in different words: those that are easy
/// to read first, of these the newest.
pub fn examples(said: &[Said], groups: &Groups, theme: &Theme, period: Period, most: usize) -> Vec<Example> {
    let Some(known) = alone(theme) else { return vec![] };
    let mut finder = Finder::new(&known.matcher);
    let mut places: Vec<usize> = theme.texts.iter().copied().filter(|text| period.contains(said[*text].day)).collect();
    places.sort_by_key(|text| (!EASY_CHARS.contains(&said[*text].text.chars().count()), *text));
    let (mut people, mut seen): (HashSet<i64>, HashSet<u32>) = (HashSet::new(), HashSet::new());
    places.retain(|text| seen.insert(groups.group(*text)) && people.insert(said[*text].position));
    places.truncate(most);
    let reader = Reader::new();
    let example = |text: usize| {
        let mentions = finder.mentions(&said[text].text, &said[text].language, &reader);
        Example {
            text,
            spans: mentions.into_iter().map(|mention| (mention.start, mention.end)).collect(),
            alike: groups.alike(text),
        }
    };
    places.into_iter().map(example).collect()
}

/// One text of each person who wrote about a theme in `period`.
pub fn people(said: &[Said], texts: &[usize], period: Period) -> Vec<usize> {
    let mut seen = HashSet::new();
    texts.iter().copied().filter(|text| period.contains(said[*text].day) && seen.insert(said[*text].position)).collect()
}

#[cfg(test)]
pub mod tests {
    use jiff::civil::{Date, date};
    use kernel::{Timestamp, Uid};

    use super::*;

    pub fn said(at: usize, day: Date, language: &str, text: &str) -> Said {
        Said {
            uid: Uid([0; 16]),
            position: at as i64,
            field: "why".into(),
            text: text.into(),
            language: language.into(),
            at: Timestamp(0),
            day,
            feels: Some(0),
        }
    }

    const LEADS: [&str; 10] = [
        "We came on a rainy morning in autumn",
        "My sister wanted to celebrate",
        "After the theatre everybody was hungry",
        "Children had a good time here",
        "Our usual place since many years",
        "First visit with new colleagues",
        "Quick lunch between two trains",
        "Waiter Tom was friendly as ever",
        "Music at a pleasant volume",
        "Booked by phone last Thursday",
    ];

    /// Ten who write about parking, ten about the soup, and thirty who write this and that.
    pub fn fifty() -> Vec<Said> {
        let one = |at: usize| match at {
            0..10 => format!("{}; no parking lot anywhere", LEADS[at]),
            10..20 => format!("{}, only the tomato soup was cold", LEADS[at - 10]),
            _ => format!("So so {at}"),
        };
        (0..50).map(|at| said(at, date(2026, 11, 2), "en", &one(at))).collect()
    }

    fn topic(rule: &str) -> Topic {
        Topic {
            key: "soup".into(),
            name: BTreeMap::from([("en".to_owned(), "Soup".to_owned())]),
            rules: BTreeMap::from([("en".to_owned(), rule.to_owned())]),
            ..Topic::default()
        }
    }

    fn found(said: &[Said], topics: &[Topic], aside: &[Aside]) -> Vec<Theme> {
        find(said, &Groups::of(said.iter().map(|said| said.text.as_str())), topics, aside)
    }

    #[test]
    fn themes_are_told_from_what_topics_cover() {
        let said = fifty();
        let themes = found(&said, &[topic("soup")], &[]);
        let one = |word: &str| {
            themes.iter().find(|theme| theme.label.contains(word)).unwrap_or_else(|| panic!("{themes:#?}"))
        };
        assert_eq!(one("soup").topic.as_deref(), Some("soup"));
        assert_eq!((one("parking").topic.as_deref(), one("parking").texts.len()), (None, 10));
        // A topic in the same texts about something else covers nothing.
        let themes = found(&said, &[topic("sister, theatre, lunch, music")], &[]);
        assert!(themes.iter().filter(|theme| theme.label.contains("parking")).all(|theme| theme.topic.is_none()));
    }

    #[test]
    fn what_was_put_aside_is_known_again_in_its_language() {
        let said = fifty();
        let is_aside = |language: &str| {
            let aside = [("en".to_owned(), "nothing".to_owned()), (language.to_owned(), "parking".to_owned())];
            found(&said, &[], &aside).into_iter().find(|theme| theme.label.contains("parking")).unwrap().aside
        };
        assert_eq!((is_aside("en"), is_aside("sv")), (Some(1), None));
    }

    #[test]
    fn copies_are_one_example_and_each_counts() {
        let mut all = fifty();
        let spam = "There is no parking lot near your shop in the old town, said the man at the gate";
        all.extend((50..60).map(|at| said(at, date(2026, 11, 2), "en", spam)));
        let groups = Groups::of(all.iter().map(|said| said.text.as_str()));
        let themes = find(&all, &groups, &[], &[]);
        let theme = themes.iter().find(|theme| theme.label.contains("parking")).unwrap();
        assert_eq!(people(&all, &theme.texts, Period::default()).len(), 20);
        let examples = examples(&all, &groups, theme, Period::default(), 50);
        let copied: Vec<&Example> = examples.iter().filter(|example| all[example.text].text == spam).collect();
        assert_eq!(copied.len(), 1);
        assert_eq!(copied[0].alike, 9);
        let (start, end) = copied[0].spans[0];
        let words: String = spam.chars().skip(start).take(end - start).collect();
        assert!(words.contains("parking") && words.len() < 20, "{words}");
    }

    #[test]
    fn nobody_is_a_theme() {
        let all: Vec<Said> = fifty()
            .into_iter()
            .map(|said| Said { text: format!("{} write to anna.berg@example.com", said.text), ..said })
            .collect();
        for theme in found(&all, &[], &[]) {
            assert!(!theme.label.contains("example") && !theme.label.contains("anna"), "{}", theme.label);
            assert!(theme.words.iter().all(|word| !word.contains("example") && !word.contains("anna")));
        }
    }
}
