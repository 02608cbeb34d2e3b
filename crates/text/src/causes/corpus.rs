//! Rows as words in clauses: what is looked at of each text, once for each person.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hasher as _};

use super::Row;
use super::lexis::{self, Kind, Lexis, Role};
use crate::features::{self, finish, step};
use crate::normal::Normal;
use crate::{language, segment};

/// Code points of a text that are read; what somebody writes beyond them is no longer one cause.
const LETTERS_MAX: usize = 4_000;
/// Words of a text that are kept.
const WORDS_MAX: usize = 300;
/// Topics of a text that are kept.
const TAGS_MAX: usize = 50;
/// Letters of a word that is kept.
const WORD_MAX: usize = 32;
/// The same words from people who are not known count this often, or as often as one in so many of all.
const COPIES: u32 = 20;
const COPIES_ONE_IN: usize = 25;
/// In a language without a list, words in more than this share of texts are small.
const SMALL_FROM: f64 = 0.15;
/// Letters from which on a rare word may be a slip of a frequent one.
const SLIP_FROM: usize = 5;
/// How many times as frequent the right spelling is.
const SLIP_RATIO: u32 = 4;

/// The rows that are looked at.
#[derive(Debug)]
pub struct Chosen<'a> {
    pub rows: Vec<&'a Row>,
    pub total: usize,
    pub repeated: usize,
}

/// Rows with a score, without literal repetitions of one person; of more than `most`, those whose ids hash lowest.
pub fn choose(rows: &[Row], most: usize) -> Chosen<'_> {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    let most_copies = copies_max(rows.len());
    let mut total = 0;
    let mut kept: Vec<(u64, &Row)> = Vec::new();
    for row in rows.iter().filter(|row| row.score.is_finite()) {
        total += 1;
        if !row.text.trim().is_empty() {
            let copies = seen.entry(hash(&(row.contact.as_deref(), row.text.trim()))).or_default();
            *copies += 1;
            if *copies > if row.contact.is_some() { 1 } else { most_copies } {
                continue;
            }
        }
        kept.push((hash(&row.id), row));
    }
    let repeated = total - kept.len();
    if kept.len() > most {
        kept.select_nth_unstable_by(most, |a, b| a.0.cmp(&b.0).then_with(|| a.1.id.cmp(&b.1.id)));
        kept.truncate(most);
        kept.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.id.cmp(&b.1.id)));
    }
    Chosen { rows: kept.into_iter().map(|(_, row)| row).collect(), total, repeated }
}

fn copies_max(rows: usize) -> u32 {
    COPIES.max((rows / COPIES_ONE_IN) as u32)
}

fn hash(value: &impl std::hash::Hash) -> u64 {
    // Its keys are fixed: the same every time.
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A word that is kept, in a clause of a text.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    pub stem: u32,
    pub kind: Kind,
    pub role: Role,
    pub clause: u16,
    /// Among all words of the text.
    pub place: u16,
    /// In code points of the original.
    pub start: u32,
    pub end: u32,
}

/// A text.
#[derive(Debug)]
pub struct Doc {
    pub row: u32,
    pub language: u16,
    pub low: bool,
    /// Whether it is known whose it is.
    pub is_known: bool,
    pub words: Vec<Word>,
    pub tags: Vec<Tagged>,
    pub fingerprint: u64,
}

/// A topic of a text, in [`Corpus::topics`], and where it is named.
#[derive(Debug, Clone, Copy)]
pub struct Tagged {
    pub topic: u32,
    pub span: Option<(u32, u32)>,
}

impl Doc {
    /// Words within the places where `topic` is named.
    pub fn named(&self, topic: u32) -> impl Iterator<Item = &Word> {
        let spans = self.tags.iter().filter(move |tag| tag.topic == topic).filter_map(|tag| tag.span);
        spans.flat_map(|(start, end)| self.words.iter().filter(move |word| word.start >= start && word.end <= end))
    }
}

#[derive(Debug)]
pub struct Corpus {
    pub docs: Vec<Doc>,
    /// Codes.
    pub languages: Vec<String>,
    /// Ids of the topics that the rows are tagged with.
    pub topics: Vec<String>,
    /// The language of each row, beyond `languages` where there is no text.
    pub spoken: Vec<u16>,
    /// Texts of each stem that names or feels.
    pub frequency: Vec<u32>,
    pub repeated: usize,
    /// The rows of those.
    pub dropped: BTreeSet<u32>,
}

/// What is known while reading.
#[derive(Default)]
struct Reader {
    normal: Normal,
    tokens: Vec<features::Token>,
    languages: Vec<String>,
    stems: HashMap<(u16, String), u32>,
    spelled: Vec<(u16, String)>,
    /// Of words as written: stem, kind and role.
    known: HashMap<(u16, String), (u32, Kind, Role)>,
}

impl Corpus {
    pub fn read(rows: &[&Row], low_to: f64) -> Self {
        let mut reader = Reader::default();
        let mut docs = Vec::new();
        let mut spoken = vec![u16::MAX; rows.len()];
        let mut copies: HashMap<(u64, Option<&str>), u32> = HashMap::new();
        let mut dropped = BTreeSet::new();
        let most_copies = copies_max(rows.len());
        let mut topics: BTreeMap<&str, u32> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            if row.text.trim().is_empty() {
                continue;
            }
            let (language, words) = reader.read(row);
            spoken[at] = language;
            // Texts that name nothing stay, to compare with: mostly moods, and those are not the same at every score.
            let names = words.iter().any(|word| matches!(word.kind, Kind::Names | Kind::Feels));
            let fingerprint = if names { fingerprint(&words, language) } else { hash(&row.text) };
            let copies = copies.entry((fingerprint, row.contact.as_deref())).or_default();
            *copies += 1;
            if names && *copies > if row.contact.is_some() { 1 } else { most_copies } {
                dropped.insert(at as u32);
                continue;
            }
            let tags = row.tags.iter().take(TAGS_MAX).map(|tag| {
                let next = topics.len() as u32;
                let topic = *topics.entry(tag.topic.as_str()).or_insert(next);
                Tagged { topic, span: tag.span.map(|(start, end)| (start as u32, end as u32)) }
            });
            let tags = tags.collect();
            let (low, is_known) = (row.score <= low_to, row.contact.is_some());
            docs.push(Doc { row: at as u32, language, low, is_known, words, tags, fingerprint });
        }
        let mut named = vec![String::new(); topics.len()];
        topics.into_iter().for_each(|(topic, at)| named[at as usize] = topic.to_owned());
        let mut corpus = Self {
            docs,
            languages: reader.languages.clone(),
            topics: named,
            spoken,
            frequency: Vec::new(),
            repeated: dropped.len(),
            dropped,
        };
        corpus.count(reader.spelled.len());
        corpus.mend(&reader.spelled);
        corpus.shrink_frequent();
        corpus.count(reader.spelled.len());
        corpus
    }

    fn count(&mut self, stems: usize) {
        let mut frequency = vec![0; stems];
        let mut last = vec![u32::MAX; stems];
        for (at, doc) in self.docs.iter().enumerate() {
            for word in doc.words.iter().filter(|word| matches!(word.kind, Kind::Names | Kind::Feels)) {
                let stem = word.stem as usize;
                if last[stem] != at as u32 {
                    last[stem] = at as u32;
                    frequency[stem] += 1;
                }
            }
        }
        self.frequency = frequency;
    }

    /// Rare words that are a slip away from a frequent one become that one.
    fn mend(&mut self, spelled: &[(u16, String)]) {
        // Words of which one letter was left out, so that a slip and the right word meet under one of them.
        let mut near: HashMap<(u16, Vec<char>), Vec<u32>> = HashMap::new();
        let letters: Vec<Vec<char>> = spelled.iter().map(|(_, word)| word.chars().collect()).collect();
        let gaps = |stem: usize| {
            let letters = &letters[stem];
            let language = spelled[stem].0;
            let whole = std::iter::once((language, letters.clone()));
            let without = (0..letters.len()).map(move |gap| {
                let rest = letters.iter().enumerate().filter(|(at, _)| *at != gap).map(|(_, c)| *c).collect();
                (language, rest)
            });
            whole.chain(without)
        };
        let frequent = |stem: usize| self.frequency[stem] >= SLIP_RATIO && letters[stem].len() >= SLIP_FROM;
        for stem in (0..spelled.len()).filter(|stem| frequent(*stem)) {
            for gap in gaps(stem) {
                near.entry(gap).or_default().push(stem as u32);
            }
        }
        let mut becomes: BTreeMap<u32, u32> = BTreeMap::new();
        for stem in (0..spelled.len()).filter(|stem| letters[*stem].len() >= SLIP_FROM) {
            let own = self.frequency[stem];
            let right = gaps(stem)
                .filter_map(|gap| near.get(&gap))
                .flatten()
                .filter(|other| self.frequency[**other as usize] >= SLIP_RATIO * own.max(1))
                .filter(|other| letters[**other as usize][0] == letters[stem][0])
                .filter(|other| lexis::is_slip(&letters[stem], &letters[**other as usize]))
                .max_by_key(|other| (self.frequency[**other as usize], std::cmp::Reverse(**other)));
            if let Some(right) = right {
                becomes.insert(stem as u32, *right);
            }
        }
        for word in self.docs.iter_mut().flat_map(|doc| &mut doc.words) {
            if let Some(right) = becomes.get(&word.stem).filter(|_| word.kind == Kind::Names) {
                word.stem = *right;
            }
        }
    }

    /// In languages without a list of small words, the frequent ones are.
    fn shrink_frequent(&mut self) {
        let mut texts: HashMap<u16, u32> = HashMap::new();
        self.docs.iter().for_each(|doc| *texts.entry(doc.language).or_default() += 1);
        for doc in &mut self.docs {
            if Lexis::of(&self.languages[usize::from(doc.language)]).is_unknown() {
                let most = f64::from(texts[&doc.language]) * SMALL_FROM;
                let frequency = &self.frequency;
                doc.words.retain(|word| f64::from(frequency[word.stem as usize]) <= most);
            }
        }
    }
}

impl Reader {
    fn read(&mut self, row: &Row) -> (u16, Vec<Word>) {
        let text: &str = match row.text.char_indices().nth(LETTERS_MAX) {
            Some((end, _)) => &row.text[..end],
            None => &row.text,
        };
        let code = match row.language.as_deref().filter(|code| !code.is_empty() && code.len() <= 12) {
            Some(code) => code.split(['-', '_']).next().unwrap_or(code).to_ascii_lowercase(),
            None => language::identify(text, None).code.to_owned(),
        };
        let language = self.language(code);
        let code = &self.languages[usize::from(language)];
        let lexis = Lexis::of(code);
        let mut clauses: Vec<usize> = Vec::new();
        for sentence in segment::sentences(text, code) {
            clauses.push(sentence.start);
            clauses.extend(sentence.clauses.iter().map(|clause| clause.start));
        }
        clauses.dedup();
        self.normal.set(text);
        self.tokens.clear();
        features::tokens(&self.normal, &mut self.tokens);
        let mut words = Vec::new();
        let mut place = 0_u16;
        for token in self.tokens.iter().filter(|token| token.kind == features::Kind::Word) {
            let folded = &self.normal.chars()[token.start as usize..token.end as usize];
            place = place.saturating_add(1);
            if folded.len() > WORD_MAX || words.len() == WORDS_MAX {
                continue;
            }
            let folded: String = folded.iter().collect();
            let (stem, kind, role) = match self.known.get(&(language, folded.clone())) {
                Some(known) => *known,
                None => {
                    let (kind, role) = (lexis.kind(&folded), lexis.role(&folded));
                    let key = (language, lexis.stem(&folded));
                    let next = self.stems.len() as u32;
                    let stem = *self.stems.entry(key.clone()).or_insert(next);
                    if stem == next {
                        self.spelled.push(key);
                    }
                    self.known.insert((language, folded), (stem, kind, role));
                    (stem, kind, role)
                }
            };
            if kind == Kind::Small {
                continue;
            }
            let (start, end) = self.normal.span(token.start as usize, token.end as usize);
            let clause = clauses.partition_point(|clause| *clause <= start) as u16;
            words.push(Word { stem, kind, role, clause, place, start: start as u32, end: end as u32 });
        }
        (language, words)
    }

    fn language(&mut self, code: String) -> u16 {
        let known = self.languages.iter().position(|known| *known == code);
        let at = known.unwrap_or_else(|| {
            // Whoever makes up languages shares the last of them.
            if self.languages.len() < 200 {
                self.languages.push(code);
            }
            self.languages.len() - 1
        });
        at as u16
    }
}

/// The same for texts of the same words in any order.
fn fingerprint(words: &[Word], language: u16) -> u64 {
    let mut stems: Vec<u32> =
        words.iter().filter(|word| matches!(word.kind, Kind::Names | Kind::Feels)).map(|word| word.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    finish(stems.into_iter().fold(u64::from(language), |hash, stem| step(hash, u64::from(stem))))
}
