//! What words are worth in the search for causes: which name things, which only feel, and which forms are one word.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::lexicon::{self, LANGUAGES};
use crate::normal;

const WORDS: &str = include_str!("words.txt");
/// From this valence on a word of the sentiment lexicon says that somebody is pleased or not, which is no cause.
const FELT_FROM: f32 = 1.0;

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It names something.
    Names,
    /// It only feels: half a cause, together with what it is said of.
    Feels,
    /// It says that one thing is near, or in the way of, another.
    Near,
    /// Grammar, and what people say of everything.
    Small,
    /// Small, but not beside something that is named: see [`Role`].
    Half,
}

/// What a word does for a cause that is mentioned everywhere, where no place tells a cause from a mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A thing, an event, or a quality that names what is wrong: a cause by itself.
    Thing,
    /// A cause only with a thing: `service`.
    Vague,
    /// A cause only with a thing, a denial or a length of time: `working`, `took`.
    Acts,
    /// It denies: `no`, `نداریم`.
    No,
    /// A length of time.
    Time,
    /// No part of a cause.
    Nothing,
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct Lexis {
    language: &'static str,
    small: HashSet<String>,
    near: HashSet<String>,
    names: HashSet<String>,
    feels: HashSet<String>,
    no: HashSet<String>,
    time: HashSet<String>,
    vague: HashSet<String>,
    faults: HashSet<String>,
    hollow: HashSet<String>,
    acts: HashSet<String>,
}

impl Lexis {
    /// Of `language`; without any words for one that is not known.
    pub fn of(language: &str) -> &'static Self {
        static ALL: OnceLock<[Lexis; 5]> = OnceLock::new();
        let all = ALL.get_or_init(|| {
            let [en, fa, ar, sv] = LANGUAGES.map(Lexis::load);
            [en, fa, ar, sv, Lexis::default()]
        });
        &all[LANGUAGES.iter().position(|known| *known == language).unwrap_or(4)]
    }

    fn load(language: &'static str) -> Self {
        let of = |kind: &str| -> HashSet<String> {
            WORDS
                .lines()
                .filter_map(|line| {
                    line.strip_prefix(language)?.strip_prefix(' ')?.strip_prefix(kind)?.strip_prefix(' ')
                })
                .flat_map(|words| words.split(' '))
                .flat_map(|word| spelled(word).split(' ').map(str::to_owned).collect::<Vec<_>>())
                .collect()
        };
        let (names, near, mut small) = (of("names"), of("near"), of("small"));
        small.extend(lexicon::changes(language).map(|(word, _)| spelled(word)));
        let mut feels: HashSet<String> = lexicon::entries(language)
            .filter(|(_, valence)| valence.abs() >= FELT_FROM)
            .map(|(word, _)| spelled(&word))
            .collect();
        let (no, time, vague, faults) = (of("no"), of("time"), of("vague"), of("faults"));
        feels.extend(of("moods"));
        Self { language, small, near, names, feels, no, time, vague, faults, hollow: of("hollow"), acts: of("acts") }
    }

    /// Whether nothing is known of the language, so that frequent words are to be taken for small ones.
    pub fn is_unknown(&self) -> bool {
        self.language.is_empty()
    }

    /// What the folded `word` does.
    pub fn kind(&self, word: &str) -> Kind {
        let bare = self.bare(word);
        let is = |set: &HashSet<String>| set.contains(word) || bare.is_some_and(|bare| set.contains(bare));
        if word.chars().count() < 2 || word.chars().any(|c| c.is_numeric()) {
            Kind::Small
        } else if is(&self.names) {
            Kind::Names
        } else if is(&self.near) {
            Kind::Near
        } else if is(&self.small) {
            let half = [&self.no, &self.time, &self.vague, &self.acts, &self.faults].into_iter().any(is);
            if half { Kind::Half } else { Kind::Small }
        } else if is(&self.feels) {
            Kind::Feels
        } else {
            Kind::Names
        }
    }

    /// What the folded `word` does for a cause that is mentioned everywhere.
    pub fn role(&self, word: &str) -> Role {
        let bare = self.bare(word);
        let is = |set: &HashSet<String>| set.contains(word) || bare.is_some_and(|bare| set.contains(bare));
        if is(&self.no) {
            Role::No
        } else if is(&self.time) {
            Role::Time
        } else if is(&self.acts) {
            Role::Acts
        } else if is(&self.vague) {
            Role::Vague
        } else if is(&self.hollow) && !is(&self.faults) {
            Role::Nothing
        } else if is(&self.faults) || self.kind(word) == Kind::Names {
            Role::Thing
        } else {
            Role::Nothing
        }
    }

    /// Without the Arabic conjunction that is written together with the next word.
    fn bare<'a>(&self, word: &'a str) -> Option<&'a str> {
        let rest = (self.language == "ar").then(|| word.strip_prefix(['و', 'ف'])).flatten()?;
        // Shorter ones are words of their own more often.
        (rest.chars().count() >= 3).then_some(rest)
    }

    /// One key for the forms of a folded word: endings of number, case and possession are cut, lightly; all denials are
    /// one, and all lengths of time. Never shown.
    pub fn stem(&self, word: &str) -> String {
        match self.role(word) {
            Role::No => return "\u{0}no".to_owned(),
            Role::Time => return "\u{0}time".to_owned(),
            _ => {}
        }
        match self.language {
            "en" => english(word),
            "sv" => cut(word, SWEDISH, 4).to_owned(),
            "fa" => cut(cut(word, PERSIAN, 2), &["ی", "ه"], 4).to_owned(),
            "ar" => arabic(word),
            _ => word.to_owned(),
        }
    }
}

fn spelled(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    normal::each(word, |c, _, _| folded.push(if c == '’' { '\'' } else { c }));
    folded
}

const SWEDISH: &[&str] = &[
    "ornas", "arnas", "ernas", "orna", "arna", "erna", "ades", "ande", "ende", "ade", "are", "ens", "ets", "or", "ar",
    "er", "en", "et", "an", "de", "te", "as", "s", "a", "e", "n", "t",
];
const PERSIAN: &[&str] = &[
    "هایمان",
    "هایشان",
    "هایتان",
    "هامون",
    "هاشون",
    "هاتون",
    "هایی",
    "های",
    "هام",
    "هاش",
    "ها",
    "یمان",
    "یشان",
    "مان",
    "تان",
    "شان",
    "مون",
    "تون",
    "شون",
    "یی",
];
const ARABIC_HEADS: &[&str] = &["وبال", "وال", "بال", "کال", "فال", "لل", "ال", "وب", "ول"];
const ARABIC_TAILS: &[&str] =
    &["تهما", "هما", "تنا", "تها", "تهم", "یات", "ات", "ان", "ون", "ین", "ها", "هم", "نا", "یه", "ته", "تی", "ه", "ی"];

/// Without the first of `tails`, longest first, that leaves at least `least` letters.
fn cut<'a>(word: &'a str, tails: &[&str], least: usize) -> &'a str {
    tails.iter().filter_map(|tail| word.strip_suffix(tail)).find(|rest| rest.chars().count() >= least).unwrap_or(word)
}

fn english(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let letters = word.len();
    let mut stem = match word {
        word if letters > 4 && word.ends_with("ies") => format!("{}y", &word[..letters - 3]),
        word if letters > 4 && ["sses", "shes", "ches", "xes"].iter().any(|tail| word.ends_with(tail)) => {
            word[..letters - 2].to_owned()
        }
        word if letters > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") => {
            word[..letters - 1].to_owned()
        }
        word => word.to_owned(),
    };
    for tail in ["ing", "ed"] {
        let rest = stem.strip_suffix(tail).filter(|rest| rest.len() >= 3 && rest.contains(['a', 'e', 'i', 'o', 'u']));
        if let Some(rest) = rest.map(str::to_owned) {
            let twice = rest.len() >= 4 && rest.as_bytes()[rest.len() - 1] == rest.as_bytes()[rest.len() - 2];
            stem = if twice && rest.is_ascii() { rest[..rest.len() - 1].to_owned() } else { rest };
            break;
        }
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

fn arabic(word: &str) -> String {
    let rest = ARABIC_HEADS.iter().filter_map(|head| word.strip_prefix(head)).find(|rest| rest.chars().count() >= 3);
    let rest = rest.unwrap_or(word);
    cut(rest, ARABIC_TAILS, 3).to_owned()
}

/// Whether two words of the same language differ by one slip: a letter more, less, another, or two swapped.
pub fn is_slip(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (s, l) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 if s.is_empty() => false,
        0 => s[1..] == l[1..] || s.len() >= 2 && s[0] == l[1] && s[1] == l[0] && s[2..] == l[2..],
        1 => s == &l[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(language: &str, words: &[&str]) -> HashSet<String> {
        words.iter().map(|word| Lexis::of(language).stem(&spelled(word))).collect()
    }

    #[test]
    fn forms_of_a_word_meet() {
        for (language, words) in [
            ("en", &["bin", "bins", "bin's"][..]),
            ("en", &["table", "tables"]),
            ("en", &["queue", "queues", "queued"]),
            ("en", &["stopping", "stops", "stopped"]),
            ("sv", &["soptunna", "soptunnan", "soptunnor", "soptunnorna"]),
            ("sv", &["bord", "borden", "bordet"]),
            ("fa", &["میز", "میزها", "میزهای", "میزمان"]),
            ("fa", &["سطل", "سطلها", "سطلهای"]),
            ("ar", &["طاولة", "الطاولة", "طاولات", "والطاولات", "طاولتنا"]),
            ("ar", &["حاوية", "الحاويات", "حاويات"]),
        ] {
            assert_eq!(stems(language, words).len(), 1, "{words:?}: {:?}", stems(language, words));
        }
        assert_eq!(stems("en", &["bin", "bus", "being"]).len(), 3);
    }

    #[test]
    fn words_that_name_and_words_that_feel() {
        for (language, word, kind) in [
            ("en", "bins", Kind::Names),
            ("en", "queue", Kind::Names),
            ("en", "dirty", Kind::Feels),
            ("en", "disappointed", Kind::Small),
            ("en", "beside", Kind::Near),
            ("fa", "سطل", Kind::Names),
            ("fa", "کنار", Kind::Near),
            ("fa", "افتضاح", Kind::Small),
            ("ar", "وكانت", Kind::Small),
            ("ar", "بجانب", Kind::Near),
            ("ar", "طابور", Kind::Names),
            ("sv", "bredvid", Kind::Near),
            ("sv", "kön", Kind::Names),
            ("sv", "12", Kind::Small),
        ] {
            assert_eq!(Lexis::of(language).kind(&spelled(word)), kind, "{language} {word}");
        }
    }

    #[test]
    fn slips() {
        let slip = |a: &str, b: &str| is_slip(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        for (a, b) in [("table", "tabel"), ("table", "tble"), ("table", "tablee"), ("table", "tabke")] {
            assert!(slip(a, b) && slip(b, a), "{a} {b}");
        }
        for (a, b) in [("table", "table"), ("table", "tblea"), ("table", "cables"), ("", "")] {
            assert!(!slip(a, b), "{a} {b}");
        }
    }
}
