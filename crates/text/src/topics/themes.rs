//! What a pile of texts talks about without anybody having said so: words in a row and words near each other that come
//! together more often than by chance, those of the same texts gathered, and named in the customers' own words.

mod weigh;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::rule::{Form, LONGEST_PHRASE, Rule, Word};
use super::spell::{Spelled, slice, spelled, stems};
use super::stops::stops;
use crate::sentiment::math::ln;
pub use weigh::c_tf_idf;

/// Words between which a pair is looked for.
pub const WINDOW: usize = 6;
/// Texts that are read at most; of more, the first.
pub const MOST_TEXTS: usize = 200_000;
/// Words of a text that are read.
pub const LONGEST_TEXT: usize = 400;
/// Pairs and phrases that are compared with one another.
pub const MOST_COMPARED: usize = 600;
/// Themes at most.
pub const MOST_THEMES: usize = 100;
/// Words that a theme names at most.
pub const WORDS: usize = 8;
/// Pairs and phrases that share more than this of their texts are one theme (Jaccard).
const SAME: f64 = 0.5;
/// A pair or phrase whose texts are nearly all within those of a theme belongs to it.
const WITHIN: f64 = 0.8;

/// What people talk about.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// The most frequent way in which customers put it, as they spelled it; `…` where words stand apart.
    pub label: String,
    /// The words that tell its texts from those of the other themes, as customers spelled them, first the best.
    pub words: Vec<String>,
    /// The texts, by their places; of several that are the same, the first.
    pub texts: Vec<usize>,
    /// A rule that finds it again: a start to edit.
    pub rule: Rule,
    /// What it is ordered by: texts times the logarithm of how much more often than by chance, after one.
    pub score: f64,
}

/// Words that go together: in a row, or near each other.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Group {
    Row(Vec<u32>),
    Near(u32, u32),
}

impl Group {
    fn words(&self) -> Vec<u32> {
        match self {
            Self::Row(words) => words.clone(),
            Self::Near(one, next) => vec![*one, *next],
        }
    }
}

/// A text as word numbers, with where each stands.
struct Read {
    /// Its place among the texts given.
    at: usize,
    words: Vec<Spelled>,
    ids: Vec<u32>,
}

/// Finds what `texts`, each with its language, talk about; `least` is how many texts make a theme, at least 2. The same
/// texts in the same order give the same themes.
pub fn themes(texts: &[(&str, &str)], least: usize) -> Vec<Theme> {
    let least = least.max(2);
    let (read, vocabulary) = read(texts);
    let mut groups: Vec<(Group, Vec<u32>, f64)> = groups(&read, &vocabulary, least);
    groups.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
    groups.truncate(MOST_COMPARED);
    let clusters = clusters(&groups, read.len());
    name(&clusters, &groups, &read, texts, &vocabulary)
}

/// The words of all texts.
struct Vocabulary {
    /// By number: in how many texts.
    texts: Vec<u32>,
    /// By number: says nothing by itself.
    stop: Vec<bool>,
}

/// The texts, twins left out, with inflections of one word under one number: that of its shortest form that people
/// write at least a tenth as often.
fn read(texts: &[(&str, &str)]) -> (Vec<Read>, Vocabulary) {
    let mut seen = HashSet::new();
    let mut read = Vec::new();
    for (at, (text, language)) in texts.iter().enumerate().take(MOST_TEXTS) {
        let mut words = spelled(text, language);
        words.truncate(LONGEST_TEXT);
        if !words.is_empty() && seen.insert(words.iter().map(|word| word.folded.clone()).collect::<Vec<_>>()) {
            read.push(Read { at, words, ids: Vec::new() });
        }
    }
    let mut counts: HashMap<u64, (usize, usize)> = HashMap::new();
    for word in read.iter().flat_map(|text| &text.words) {
        let count = counts.entry(word.hash()).or_insert((0, word.folded.chars().count()));
        count.0 += 1;
    }
    let mut stopped: HashMap<&str, HashSet<String>> = HashMap::new();
    let mut numbers: HashMap<u64, u32> = HashMap::new();
    let mut known: HashMap<(String, &str), u32> = HashMap::new();
    let mut vocabulary = Vocabulary { texts: Vec::new(), stop: Vec::new() };
    for text in &mut read {
        let language = texts[text.at].1;
        let stops = stopped.entry(language).or_insert_with(|| stops(language));
        for word in &text.words {
            let number = *known.entry((word.folded.clone(), language)).or_insert_with(|| {
                let own = counts.get(&word.hash()).copied().unwrap_or((1, 0));
                let forms = stems(&word.folded, language).into_iter();
                let common = forms
                    .filter_map(|form| Some((counts.get(&form)?, form)))
                    .filter(|((count, _), _)| count * 10 >= own.0);
                let best = common.min_by_key(|((count, length), form)| (*length, std::cmp::Reverse(*count), *form));
                let form = best.map_or(word.hash(), |(_, form)| form);
                *numbers.entry(form).or_insert_with(|| {
                    vocabulary.texts.push(0);
                    vocabulary.stop.push(false);
                    vocabulary.texts.len() as u32 - 1
                })
            });
            let empty = stops.contains(&word.folded)
                || !word.folded.chars().any(char::is_alphabetic)
                || word.folded.chars().nth(1).is_none();
            vocabulary.stop[number as usize] |= empty;
            text.ids.push(number);
        }
        let mut own = text.ids.clone();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|number| vocabulary.texts[number as usize] += 1);
    }
    (read, vocabulary)
}

/// Calls `take` with the groups of a text and where each stands, first and last word.
fn groups_of(text: &Read, vocabulary: &Vocabulary, least: usize, mut take: impl FnMut(Group, usize, usize)) {
    let ids = &text.ids;
    let full = |at: usize| !vocabulary.stop[ids[at] as usize] && vocabulary.texts[ids[at] as usize] as usize >= least;
    for at in (0..ids.len()).filter(|&at| full(at)) {
        // Over a comma words may still be near; over a full stop few are, and they come seldom enough.
        let mut unbroken = true;
        for next in at + 1..ids.len().min(at + WINDOW + 1) {
            unbroken &= !text.words[next].breaks;
            if !full(next) || ids[next] == ids[at] {
                continue;
            }
            if unbroken && next <= at + 2 {
                take(Group::Row(ids[at..=next].to_vec()), at, next);
            }
            let (one, other) = (ids[at].min(ids[next]), ids[at].max(ids[next]));
            take(Group::Near(one, other), at, next);
        }
    }
}

/// The groups that at least `least` texts have, with those texts and the score.
fn groups(read: &[Read], vocabulary: &Vocabulary, least: usize) -> Vec<(Group, Vec<u32>, f64)> {
    let mut places: HashMap<Group, Vec<u32>> = HashMap::new();
    for (at, text) in read.iter().enumerate() {
        groups_of(text, vocabulary, least, |group, _, _| {
            let places = places.entry(group).or_default();
            if places.last() != Some(&(at as u32)) {
                places.push(at as u32);
            }
        });
    }
    let all = read.len() as f64;
    let worth = |group: &Group, texts: usize| {
        let shares = group.words().into_iter().filter(|&word| !vocabulary.stop[word as usize]);
        let chance: f64 = shares.map(|word| f64::from(vocabulary.texts[word as usize]) / all).product();
        texts as f64 * ln(1.0 + texts as f64 / (chance * all))
    };
    let kept = places.into_iter().filter(|(_, texts)| texts.len() >= least);
    kept.map(|(group, texts)| {
        let score = worth(&group, texts.len());
        (group, texts, score)
    })
    .collect()
}

/// Groups of the same texts, by their places among the groups; the first of each is the best.
fn clusters(groups: &[(Group, Vec<u32>, f64)], texts: usize) -> Vec<Vec<usize>> {
    let bits = |places: &[u32]| {
        let mut bits = vec![0_u64; texts.div_ceil(64)];
        places.iter().for_each(|&at| bits[at as usize / 64] |= 1 << (at % 64));
        bits
    };
    let mut heads: Vec<(Vec<u64>, usize)> = Vec::new();
    let mut clusters: Vec<Vec<usize>> = Vec::new();
    for (at, (_, places, _)) in groups.iter().enumerate() {
        let home = heads.iter().position(|(head, size)| {
            let shared = places.iter().filter(|&&at| head[at as usize / 64] >> (at % 64) & 1 == 1).count() as f64;
            let (own, size) = (places.len() as f64, *size as f64);
            shared / (own + size - shared) > SAME || shared / own > WITHIN
        });
        match home {
            Some(home) => clusters[home].push(at),
            None if clusters.len() < MOST_THEMES => {
                heads.push((bits(places), places.len()));
                clusters.push(vec![at]);
            }
            None => {}
        }
    }
    clusters
}

/// Names the clusters in the customers' words.
fn name(
    clusters: &[Vec<usize>],
    groups: &[(Group, Vec<u32>, f64)],
    read: &[Read],
    texts: &[(&str, &str)],
    vocabulary: &Vocabulary,
) -> Vec<Theme> {
    // How often each word stands in the texts of each cluster.
    let members: Vec<Vec<u32>> = clusters.iter().map(|cluster| groups[cluster[0]].1.clone()).collect();
    let count = |members: &Vec<u32>| {
        let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
        let words = members.iter().flat_map(|&at| &read[at as usize].ids);
        words
            .filter(|&&word| !vocabulary.stop[word as usize])
            .for_each(|&word| *counts.entry(word as usize).or_default() += 1.0);
        counts
    };
    let weights = c_tf_idf(&members.iter().map(count).collect::<Vec<_>>());
    let spell = Spelling::new(members.iter().flatten().copied(), read, texts);
    let mut themes = Vec::new();
    for ((cluster, members), weights) in clusters.iter().zip(&members).zip(&weights) {
        let (group, _, score) = &groups[cluster[0]];
        let mut best: Vec<(usize, f64)> = weights.iter().map(|(word, weight)| (*word, *weight)).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let own: Vec<u32> = group.words();
        let first = own.iter().filter(|&&word| !vocabulary.stop[word as usize]).map(|&word| word as usize);
        let mut words: Vec<usize> = first.chain(best.iter().map(|(word, _)| *word)).collect();
        let mut seen = HashSet::new();
        words.retain(|word| seen.insert(*word));
        words.truncate(WORDS);
        themes.push(Theme {
            label: label(cluster, groups, members, read, texts, vocabulary).unwrap_or_else(|| spell.join(&own)),
            words: words.into_iter().map(|word| spell.word(word as u32)).collect(),
            texts: members.iter().map(|&at| read[at as usize].at).collect(),
            rule: rule(group, vocabulary, &spell),
            score: *score,
        });
    }
    themes
}

/// How customers spell a word most often.
struct Spelling(HashMap<u32, BTreeMap<String, usize>>);

impl Spelling {
    fn new(members: impl Iterator<Item = u32>, read: &[Read], texts: &[(&str, &str)]) -> Self {
        let mut ways: HashMap<u32, BTreeMap<String, usize>> = HashMap::new();
        let members: std::collections::BTreeSet<u32> = members.collect();
        for at in members {
            let text = &read[at as usize];
            for (word, &number) in text.words.iter().zip(&text.ids) {
                let way = slice(texts[text.at].0, word.start..word.end);
                *ways.entry(number).or_default().entry(way).or_default() += 1;
            }
        }
        Self(ways)
    }

    fn word(&self, number: u32) -> String {
        self.0.get(&number).and_then(commonest).unwrap_or_default()
    }

    fn join(&self, words: &[u32]) -> String {
        words.iter().map(|&word| self.word(word)).collect::<Vec<_>>().join(" … ")
    }
}

/// The most frequent way; of two that are alike in that, the one without a capital, then the shorter, then the first.
fn commonest(ways: &BTreeMap<String, usize>) -> Option<String> {
    let plain = |way: &str| !way.chars().any(char::is_uppercase);
    let best = ways.iter().max_by(|(a, x), (b, y)| {
        x.cmp(y).then(plain(a).cmp(&plain(b))).then(b.chars().count().cmp(&a.chars().count())).then(b.cmp(a))
    });
    best.map(|(way, _)| way.clone())
}

/// What the texts of a cluster say most often where its groups stand: whole stretches, as they were typed. Longer ones
/// count for more, as long as at least two texts say the same.
fn label(
    cluster: &[usize],
    groups: &[(Group, Vec<u32>, f64)],
    members: &[u32],
    read: &[Read],
    texts: &[(&str, &str)],
    vocabulary: &Vocabulary,
) -> Option<String> {
    let wanted: HashSet<&Group> = cluster.iter().take(LONGEST_PHRASE).map(|&at| &groups[at].0).collect();
    let head = groups[cluster[0]].0.words();
    // By the letters, folded: how the texts spell them, and how many do.
    let mut found: BTreeMap<Vec<&str>, BTreeMap<String, usize>> = BTreeMap::new();
    for &at in members {
        let text = &read[at as usize];
        let mut own: HashSet<Vec<&str>> = HashSet::new();
        groups_of(text, vocabulary, 1, |group, first, last| {
            let whole =
                head.iter().all(|word| vocabulary.stop[*word as usize] || text.ids[first..=last].contains(word));
            let broken = text.words[first + 1..=last].iter().any(|word| word.breaks);
            if !whole || broken || !wanted.contains(&group) {
                return;
            }
            let letters: Vec<&str> = text.words[first..=last].iter().map(|word| word.folded.as_str()).collect();
            if own.insert(letters.clone()) {
                let spelled = slice(texts[text.at].0, text.words[first].start..text.words[last].end);
                *found.entry(letters).or_default().entry(spelled).or_default() += 1;
            }
        });
    }
    let counted = found.iter().map(|(letters, ways)| (ways.values().sum::<usize>(), letters.len(), ways));
    let said: Vec<_> = counted.filter(|(texts, ..)| *texts > 1).collect();
    // What two of a hundred happened to copy names none of the others.
    let usual = said.iter().filter(|(texts, ..)| texts * 10 >= members.len());
    let order = |(a, x, _): &&(usize, usize, _), (b, y, _): &&(usize, usize, _)| (a * x).cmp(&(b * y)).then(a.cmp(b));
    let best = usual.max_by(order).or_else(|| said.iter().max_by_key(|(texts, ..)| *texts))?;
    commonest(best.2)
}

/// The rule that finds a group again.
fn rule(group: &Group, vocabulary: &Vocabulary, spell: &Spelling) -> Rule {
    let word = |number: u32| Word { text: spell.word(number).to_lowercase(), form: Form::Inflected };
    match group {
        Group::Row(words) => Rule::Term(words.iter().map(|&number| word(number)).collect()),
        Group::Near(one, next) => {
            debug_assert!(!vocabulary.stop[*one as usize] && !vocabulary.stop[*next as usize]);
            let term = |number: u32| Box::new(Rule::Term(vec![word(number)]));
            Rule::Near(term(*one), term(*next), WINDOW as u8)
        }
    }
}
