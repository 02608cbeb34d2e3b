//! What a rule would match before it is kept, and what a change of topics changes.

use std::collections::{BTreeMap, BTreeSet};

use super::compile::Matcher;
use super::find::Finder;
use super::rule::Rule;
use super::set::{ANY, SetError, Topic, Topics};

/// A rule that hits more than this share of a sample says nothing about a text.
pub const WIDE: f64 = 0.60;
/// Texts below which nothing is said about width.
pub const SAMPLE: usize = 20;
/// Texts of which a preview gives the places.
pub const SHOWN: usize = 50;

/// What a rule matches in a sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    pub texts: usize,
    /// Texts that it hits.
    pub hit: usize,
    /// It hits more than [`WIDE`] of at least [`SAMPLE`] texts: it matches nearly everything.
    pub wide: bool,
    /// The places of the first [`SHOWN`] texts that it hits, in the sample.
    pub shown: Vec<usize>,
}

impl Preview {
    /// From 0 to 1.
    pub fn share(&self) -> f64 {
        self.hit as f64 / self.texts.max(1) as f64
    }
}

/// What `rule`, written for texts in `language` or for all ([`ANY`]), hits among `texts`, each with its language.
pub fn preview<'a>(
    rule: &Rule,
    language: &str,
    texts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Preview, SetError> {
    let matcher = alone(rule, language)?;
    let mut finder = Finder::new(&matcher);
    let mut preview = Preview { texts: 0, hit: 0, wide: false, shown: Vec::new() };
    for (text, spoken) in texts {
        if !finder.topics(text, spoken).is_empty() {
            preview.hit += 1;
            if preview.shown.len() < SHOWN {
                preview.shown.push(preview.texts);
            }
        }
        preview.texts += 1;
    }
    preview.wide = preview.texts >= SAMPLE && preview.share() > WIDE;
    Ok(preview)
}

/// The matcher of one rule.
pub(super) fn alone(rule: &Rule, language: &str) -> Result<Matcher, SetError> {
    let key = if language.is_empty() { ANY } else { language };
    let topic =
        Topic { id: "it".into(), name: BTreeMap::new(), rules: BTreeMap::from([(key.to_owned(), rule.to_string())]) };
    Topics { set: "it".into(), name: BTreeMap::new(), topics: vec![topic] }.compile()
}

/// How often a topic is mentioned before and after a change, in texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub topic: String,
    pub before: usize,
    pub after: usize,
    /// Texts that mention it only after, and only before.
    pub gained: usize,
    pub lost: usize,
}

/// What changes among `texts`, each with its language, when `after` takes the place of `before`: the topics that gain
/// or lose texts, by id.
pub fn changes<'a>(
    before: &Matcher,
    after: &Matcher,
    texts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Vec<Change> {
    let (mut old, mut new) = (Finder::new(before), Finder::new(after));
    let mut tallies: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for (text, language) in texts {
        let ids = |finder: &mut Finder<'_>, matcher: &'_ Matcher| -> BTreeSet<usize> {
            debug_assert_eq!(finder.matcher().topics().len(), matcher.topics().len());
            finder.topics(text, language).into_iter().collect()
        };
        let old: BTreeSet<&str> = ids(&mut old, before).into_iter().map(|at| before.topics()[at].id.as_str()).collect();
        let new: BTreeSet<&str> = ids(&mut new, after).into_iter().map(|at| after.topics()[at].id.as_str()).collect();
        for id in old.union(&new) {
            let tally = tallies.entry(id).or_default();
            let (was, is) = (old.contains(id), new.contains(id));
            tally[0] += usize::from(was);
            tally[1] += usize::from(is);
            tally[2] += usize::from(is && !was);
            tally[3] += usize::from(was && !is);
        }
    }
    let change = |(topic, [before, after, gained, lost]): (&str, [usize; 4])| Change {
        topic: topic.to_owned(),
        before,
        after,
        gained,
        lost,
    };
    tallies.into_iter().map(change).filter(|change| change.gained + change.lost > 0).collect()
}
