//! Terms that are one cause become one; terms that only come along with it fall away.

use std::collections::{BTreeMap, BTreeSet};

use stats::subgroup::Slice;

use super::contrast::{ALL_LANGUAGES, Key, Pool, Term, Tested};
use super::corpus::{Corpus, Doc, Tagged, Word};
use super::everywhere::Everywhere;
use super::lexis::Kind;
use super::place::Places;
use super::{Ratio, Row, RuledOut, Why, label};

/// What is left of a term when the causes before are taken away must be at most this improbable.
const LEFT_P_MAX: f64 = 0.001;
/// The same for what was found together with those before.
const TOGETHER_P_MAX: f64 = 0.05;
/// The same at a place where the cause is known in another language.
const ECHO_P_MAX: f64 = 0.01;
/// What a term adds to a cause must be low at least so nearly as often as the cause.
const ADDED_LOW: f64 = 0.75;
/// Causes that are ruled out by name.
const RULED_OUT_MAX: usize = 8;
/// Texts of one at least, one in so many.
const RULED_OUT_ONE_IN: usize = 100;
/// A tag that at least half of the mentions carry, and so many times as many as other texts, is the cause's.
const TAG_LIFT: f64 = 2.0;

/// Low texts of a topic in a language from which on it is named in it.
const PART_TEXTS: usize = 3;

/// What looks like a cause before the mix is looked at, and what does within it.
const LOOKS_FROM: f64 = 1.05;
const RAISED_FROM: f64 = 1.2;

/// What a cause is called in one language.
#[derive(Debug, Clone)]
pub struct Part {
    pub language: u16,
    pub seed: Key,
    pub members: Vec<Key>,
}

#[derive(Debug, Clone)]
pub struct Group {
    pub parts: Vec<Part>,
    /// Sorted.
    pub docs: Vec<u32>,
    pub rank: f64,
    pub slice: Option<Slice>,
    pub topic: Option<String>,
    /// Mentioned everywhere: its words may say what only counts there, such as `no` and `weeks`.
    pub is_everywhere: bool,
}

impl Group {
    /// Whether the word counts for what the cause is called.
    pub fn counts(&self, word: &Word) -> bool {
        match word.kind {
            Kind::Names | Kind::Feels => true,
            Kind::Half => self.is_everywhere,
            Kind::Near | Kind::Small => false,
        }
    }
}

/// One cause after the other: the most telling term with what belongs to it, then the most telling of what is left
/// where that one is not mentioned.
pub fn causes(corpus: &Corpus, places: &Places, tested: &Tested, most: usize) -> Vec<Group> {
    let mut open: Vec<&Term> = tested.terms.iter().filter(|term| term.significant).collect();
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    let mut groups: Vec<Group> = Vec::new();
    while groups.len() < most && !open.is_empty() {
        let pool = Pool::new(corpus, places, &taken);
        let low = tested.sites.low(corpus, &pool);
        let mut ranked: Vec<(f64, Vec<u32>, &Term)> = open
            .iter()
            .filter_map(|term| {
                let left: Vec<u32> = term.docs.iter().copied().filter(|doc| !taken.contains(doc)).collect();
                let excess = pool.excess(&left, tested.drift);
                let sure = excess.p() <= LEFT_P_MAX && pool.matters(&left);
                let together = term.together && excess.p() <= TOGETHER_P_MAX && pool.may_matter(&left);
                let holds = groups.is_empty() || sure || together;
                let there = tested.sites.concentration(&pool, &low, &left, term.language);
                let rank = excess.z + there.z.clamp(0.0, 2.0 * excess.z.max(0.0));
                (holds && there.holds).then_some((rank, left, *term))
            })
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.key.cmp(&b.2.key)));
        let Some((rank, docs, seed)) = ranked.first() else { break };
        let mut all: BTreeSet<u32> = docs.iter().copied().collect();
        let mut members: Vec<&Term> = Vec::new();
        for (_, docs, term) in ranked.iter().skip(1).filter(|(_, _, term)| may_belong(seed, term)) {
            if belongs(corpus, &mut all, docs) {
                members.push(term);
            }
        }
        let docs: Vec<u32> = all.iter().copied().collect();
        let slice = home(corpus, places, &docs);
        if slice.is_none() {
            // Of no place after all: it is left to those that are mentioned everywhere.
            open = ranked.iter().skip(1).map(|(_, _, term)| *term).collect();
            continue;
        }
        let is_member = |term: &Term| members.iter().any(|member| member.key == term.key);
        open = ranked.iter().skip(1).map(|(_, _, term)| *term).filter(|term| !is_member(term)).collect();
        taken.extend(&all);
        let parts = parts(corpus, seed, &members, &docs);
        groups.push(Group { parts, docs, rank: *rank, slice, topic: None, is_everywhere: false });
    }
    groups
}

/// Words of a topic may be in any language; what is not of all languages keeps to its own.
pub fn may_belong(seed: &Term, term: &Term) -> bool {
    seed.language == ALL_LANGUAGES || seed.language == term.language
}

/// What a cause is called in each of its languages: a topic has a name in each that it is mentioned in.
pub fn parts(corpus: &Corpus, seed: &Term, members: &[&Term], docs: &[u32]) -> Vec<Part> {
    if seed.language != ALL_LANGUAGES {
        let members = members.iter().map(|term| term.key).collect();
        return vec![Part { language: seed.language, seed: seed.key, members }];
    }
    let mut texts: BTreeMap<u16, usize> = BTreeMap::new();
    for doc in docs.iter().map(|doc| &corpus.docs[*doc as usize]).filter(|doc| doc.low) {
        *texts.entry(doc.language).or_default() += 1;
    }
    let most = texts.values().copied().max().unwrap_or(0);
    let said = texts.into_iter().filter(|(_, texts)| *texts == most || *texts >= PART_TEXTS);
    said.map(|(language, _)| {
        let own = members.iter().filter(|term| term.language == language).map(|term| term.key);
        Part { language, seed: seed.key, members: own.collect() }
    })
    .collect()
}

/// Whether most texts of a term are of the cause; those that are not join it if they are low as often.
fn belongs(corpus: &Corpus, cause: &mut BTreeSet<u32>, docs: &[u32]) -> bool {
    let rest: Vec<u32> = docs.iter().copied().filter(|doc| !cause.contains(doc)).collect();
    if 2 * rest.len() > docs.len() {
        return false;
    }
    let low = |docs: &mut dyn Iterator<Item = &u32>| {
        let (n, low) =
            docs.fold((0.0, 0.0), |(n, low), doc| (n + 1.0, low + f64::from(u8::from(corpus.docs[*doc as usize].low))));
        if n > 0.0 { low / n } else { 0.0 }
    };
    if rest.len() > 1 && low(&mut rest.iter()) >= ADDED_LOW * low(&mut cause.iter()) {
        cause.extend(rest);
    }
    true
}

fn home(corpus: &Corpus, places: &Places, docs: &[u32]) -> Option<Slice> {
    let mut hit = vec![false; places.low.len()];
    for doc in docs.iter().map(|doc| &corpus.docs[*doc as usize]).filter(|doc| doc.low) {
        hit[doc.row as usize] = true;
    }
    places.home(&hit)
}

/// Looks for each cause in the other languages that are spoken at its place. Few write in each, so that what one of them
/// says would not hold alone against everything that was tried; at a place where a cause is known it need not.
pub fn echo(groups: &mut [Group], corpus: &Corpus, places: &Places, tested: &Tested) {
    let taken: BTreeSet<u32> = groups.iter().flat_map(|group| &group.docs).copied().collect();
    let pool = Pool::new(corpus, places, &taken);
    let mut told: BTreeSet<(Vec<(usize, u32)>, u16)> = BTreeSet::new();
    for group in groups.iter() {
        if let Some(slice) = &group.slice {
            told.extend(group.parts.iter().map(|part| (slice.conditions.clone(), part.language)));
        }
    }
    for group in groups.iter_mut() {
        let Some(slice) = &group.slice else { continue };
        let inside: BTreeSet<u32> = slice.rows.iter().copied().collect();
        for language in 0..corpus.languages.len() as u16 {
            if !told.insert((slice.conditions.clone(), language)) {
                continue;
            }
            let mut found: Vec<(f64, Vec<u32>, &Term)> = tested
                .terms
                .iter()
                .filter(|term| term.language == language && term.concentration.holds)
                .filter_map(|term| {
                    let docs: Vec<u32> = term.docs.iter().copied().filter(|doc| !taken.contains(doc)).collect();
                    let low = || docs.iter().map(|doc| &corpus.docs[*doc as usize]).filter(|doc| doc.low);
                    let here = low().filter(|doc| inside.contains(&doc.row)).count();
                    let excess = pool.excess(&docs, tested.drift);
                    let holds = 2 * here > low().count() && excess.p() <= ECHO_P_MAX && pool.matters(&docs);
                    holds.then_some((excess.z + term.concentration.z, docs, term))
                })
                .collect();
            found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.key.cmp(&b.2.key)));
            let Some((_, docs, seed)) = found.first() else { continue };
            let mut all: BTreeSet<u32> = docs.iter().copied().collect();
            let rest = found.iter().skip(1);
            let members =
                rest.filter(|(_, docs, _)| belongs(corpus, &mut all, docs)).map(|(_, _, term)| term.key).collect();
            group.parts.push(Part { language, seed: seed.key, members });
            all.extend(&group.docs);
            group.docs = all.into_iter().collect();
        }
    }
}

/// Joins causes that share a tag, and those of different languages that share a place where nothing else in these
/// languages is found.
pub fn join(groups: &mut Vec<Group>, corpus: &Corpus, places: &Places, by_tag: bool) {
    for group in groups.iter_mut() {
        group.topic = topic(group, corpus);
    }
    let mut at = 0;
    while at < groups.len() {
        let fits = |other: &Group| {
            let group = &groups[at];
            let apart = group.parts.iter().all(|part| other.parts.iter().all(|its| its.language != part.language));
            let place = group.slice.as_ref().map(|slice| &slice.conditions);
            let same_place = place == other.slice.as_ref().map(|slice| &slice.conditions);
            let same_tag = by_tag && group.topic.is_some() && group.topic == other.topic;
            let same_tier = group.is_everywhere == other.is_everywhere;
            // What is everywhere and has the tag of a cause of a place is what is left of it elsewhere.
            let rest = same_tag && !group.is_everywhere;
            (same_tag && (apart || same_place) || apart && place.is_some() && same_place) && same_tier || rest
        };
        let Some(other) = (at + 1..groups.len()).find(|other| fits(&groups[*other])) else {
            at += 1;
            continue;
        };
        let other = groups.remove(other);
        let group = &mut groups[at];
        for part in other.parts {
            match group.parts.iter_mut().find(|known| known.language == part.language) {
                Some(known) => known.members.extend(std::iter::once(part.seed).chain(part.members)),
                None => group.parts.push(part),
            }
        }
        let docs: BTreeSet<u32> = group.docs.iter().chain(&other.docs).copied().collect();
        group.docs = docs.into_iter().collect();
        group.rank = group.rank.hypot(other.rank);
        if !group.is_everywhere && !other.is_everywhere {
            group.slice = home(corpus, places, &group.docs);
        }
    }
    groups.sort_by(|a, b| {
        a.is_everywhere.cmp(&b.is_everywhere).then(b.rank.total_cmp(&a.rank)).then_with(|| a.docs.cmp(&b.docs))
    });
}

fn topic(group: &Group, corpus: &Corpus) -> Option<String> {
    if let Some(Key::Tag(topic)) = group.parts.first().map(|part| part.seed) {
        return Some(corpus.topics[topic as usize].clone());
    }
    // Where no place says that both are the same, a topic is only that of a cause that it is named by.
    let seeds: BTreeSet<u32> = group.parts.iter().flat_map(|part| part.seed.stems()).collect();
    let is_named = |doc: &Doc, tag: &Tagged| {
        !group.is_everywhere || tag.span.is_none() || doc.named(tag.topic).any(|word| seeds.contains(&word.stem))
    };
    let of = |doc: &u32| {
        let doc = &corpus.docs[*doc as usize];
        let tags = doc.tags.iter().filter(|tag| is_named(doc, tag));
        tags.map(|tag| corpus.topics[tag.topic as usize].as_str()).collect::<BTreeSet<&str>>()
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    group.docs.iter().flat_map(of).for_each(|topic| *counts.entry(topic).or_default() += 1);
    let (topic, hits) = counts.into_iter().max_by_key(|(topic, hits)| (*hits, std::cmp::Reverse(*topic)))?;
    let all = (0..corpus.docs.len() as u32).filter(|doc| of(doc).contains(topic)).count();
    let share = hits as f64 / group.docs.len() as f64;
    let others = (all - hits) as f64 / (corpus.docs.len() - group.docs.len()).max(1) as f64;
    (share >= 0.5 && share >= TAG_LIFT * others).then(|| topic.to_owned())
}

/// The frequent words that look most like causes and are none.
pub fn ruled_out(
    rows: &[&Row],
    corpus: &Corpus,
    places: &Places,
    tested: &Tested,
    everywhere: &Everywhere,
    groups: &[Group],
) -> Vec<RuledOut> {
    let least = (corpus.docs.len() / RULED_OUT_ONE_IN).max(10);
    let explained: BTreeSet<u32> = groups.iter().flat_map(|group| &group.docs).copied().collect();
    let used: BTreeSet<u32> =
        groups.iter().flat_map(|group| &group.parts).flat_map(keys).flat_map(Key::stems).collect();
    let shared = |docs: &[u32], with: &dyn Fn(&u32) -> bool| docs.iter().filter(|doc| with(doc)).count();
    let pool = Pool::new(corpus, places, &BTreeSet::new());
    let low_all = corpus.docs.iter().filter(|doc| doc.low).count() as u64;
    let mut found: Vec<(f64, Why, &Term, Ratio)> = Vec::new();
    let words = || tested.terms.iter().filter(|term| term.within.is_none() && matches!(term.key, Key::Word(_)));
    for term in words().filter(|term| term.docs.len() >= least && everywhere.things.contains(&term.key.stems()[0])) {
        let inside = shared(&term.docs, &|doc| explained.contains(doc));
        if 2 * inside > term.docs.len() || term.key.stems().iter().any(|stem| used.contains(stem)) {
            continue;
        }
        let n = term.docs.len() as u64;
        let low = shared(&term.docs, &|doc| corpus.docs[*doc as usize].low) as u64;
        let crude = stats::risk_ratio((low, n), (low_all - low, corpus.docs.len() as u64 - n));
        let Some(risk) = stats::pooled_risk_ratio(&pool.strata(&term.docs)) else { continue };
        let looks = crude.is_some_and(|crude| crude.range.low > LOOKS_FROM);
        let why = if term.significant || everywhere.significant.contains(&term.key) {
            let overlap = |group: &Group| shared(&term.docs, &|doc| group.docs.binary_search(doc).is_ok());
            match (0..groups.len()).max_by_key(|at| (overlap(&groups[*at]), std::cmp::Reverse(*at))) {
                Some(at) if overlap(&groups[at]) > 0 => Why::GoesWith(at),
                _ => continue,
            }
        } else if risk.value >= RAISED_FROM && risk.range.low > 1.0 {
            Why::NotSure
        } else if looks && is_of_a_place(corpus, places, &term.docs) {
            Why::OnlyCommonThere
        } else {
            Why::NotTied
        };
        let looks = crude.map_or(0.0, |crude| crude.range.low);
        found.push((looks * (n as f64).ln(), why, term, Ratio::from(risk)));
    }
    // What looks like a cause comes before what does not.
    let is_plain = |why: Why| why == Why::NotTied;
    found.sort_by(|a, b| is_plain(a.1).cmp(&is_plain(b.1)).then(b.0.total_cmp(&a.0)).then(a.2.key.cmp(&b.2.key)));
    let mut listed: Vec<(Why, &Term, Ratio)> = Vec::new();
    for (_, why, term, risk) in found {
        let same = |other: &Term| {
            let both = shared(&term.docs, &|doc| other.docs.binary_search(doc).is_ok());
            2 * both > term.docs.len().min(other.docs.len())
        };
        if listed.len() < RULED_OUT_MAX && !listed.iter().any(|(_, other, _)| same(other)) {
            listed.push((why, term, risk));
        }
    }
    listed.into_iter().map(|(why, term, risk)| out(rows, corpus, term, risk, why)).collect()
}

/// Whether the texts are more often of one of the worst places than others are.
fn is_of_a_place(corpus: &Corpus, places: &Places, docs: &[u32]) -> bool {
    let rows: BTreeSet<u32> = docs.iter().map(|doc| corpus.docs[*doc as usize].row).collect();
    let all = places.low.len() as u64;
    places.slices.iter().any(|slice| {
        let here = slice.rows.iter().filter(|row| rows.contains(row)).count() as u64;
        let inside = slice.rows.len() as u64;
        let others = (rows.len() as u64 - here, all.saturating_sub(inside));
        let ratio = stats::risk_ratio((here, inside), others);
        ratio.is_some_and(|ratio| ratio.range.low > 1.0)
    })
}

fn out(rows: &[&Row], corpus: &Corpus, term: &Term, risk: Ratio, why: Why) -> RuledOut {
    let low = term.docs.iter().filter(|doc| corpus.docs[**doc as usize].low).count();
    RuledOut {
        label: label::word(term, rows, corpus),
        language: corpus.languages[usize::from(term.language)].clone(),
        mentions: term.docs.len(),
        low_mentions: low,
        risk,
        why,
    }
}

pub fn keys(part: &Part) -> impl Iterator<Item = Key> + '_ {
    std::iter::once(part.seed).chain(part.members.iter().copied())
}
