//! The forms in which a word of a rule may stand in a text: articles, clitics, plurals, cases. A word of a text is
//! taken for what it may be an inflection of; what is too short to be a stem stays whole.

use crate::features::hash_word;

/// Whose endings come off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Grammar {
    English,
    Persian,
    Arabic,
    Swedish,
    /// In a text of unknown language: those of the languages in the script of the word.
    Any,
}

impl Grammar {
    pub fn of(language: &str) -> Self {
        match language {
            "en" => Self::English,
            "fa" => Self::Persian,
            "ar" => Self::Arabic,
            "sv" => Self::Swedish,
            _ => Self::Any,
        }
    }

    /// Whether endings may stand apart from their word.
    pub fn splits(self) -> bool {
        matches!(self, Self::Persian | Self::Any)
    }
}

/// Arabic articles, prepositions and conjunctions that grow onto a word, folded.
const AR_BEFORE: &[&str] = &[
    "وبال", "وکال", "ولل", "وال", "فال", "بال", "کال", "فلل", "لل", "ال", "وب", "ول", "فل", "فب", "و", "ف", "ب", "ک",
    "ل",
];
/// Arabic endings: pronouns, plurals, duals, relation; folded. Those of the feminine come back with its ه.
const AR_AFTER: &[&str] = &[
    "یهم", "یها", "ینا", "یکم", "هما", "هم", "هن", "ها", "ه", "کما", "کم", "کن", "ک", "نا", "نی", "ی", "یه", "یات",
    "ات", "ون", "ین", "ان", "اتها", "اتهم", "اتنا", "اته", "اتی", "اتک", "تها", "تهم", "تنا", "ته", "تی", "تک", "تکم",
    "تین", "تان", "ا",
];
/// Persian endings, folded, written joined.
const FA_AFTER: &[&str] = &[
    "ها",
    "های",
    "هایی",
    "هایم",
    "هایت",
    "هایش",
    "هایمان",
    "هایتان",
    "هایشان",
    "هام",
    "هات",
    "هاش",
    "هامون",
    "هاتون",
    "هاشون",
    "هاشان",
    "هایشون",
    "ان",
    "ی",
    "م",
    "ت",
    "ش",
    "ام",
    "ات",
    "اش",
    "مان",
    "تان",
    "شان",
    "مون",
    "تون",
    "شون",
    "ترین",
    "تر",
    "تری",
    "ای",
    "یی",
    "یم",
    "یت",
    "یش",
    "رو",
    "ست",
    "ه",
    "اند",
    "ن",
    "هاست",
    "هارو",
    "ها را",
];
const EN_AFTER: &[(&str, &str)] = &[("'s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("ves", "fe")];
/// Swedish endings of nouns and adjectives, and the vowel that they took the place of.
const SV_AFTER: &[(&str, &str)] = &[
    ("en", ""),
    ("n", ""),
    ("et", ""),
    ("t", ""),
    ("ens", ""),
    ("ets", ""),
    ("ns", ""),
    ("s", ""),
    ("a", ""),
    ("ar", ""),
    ("arna", ""),
    ("arnas", ""),
    ("ar", "e"),
    ("arna", "e"),
    ("er", ""),
    ("erna", ""),
    ("ernas", ""),
    ("er", "e"),
    ("erna", "e"),
    ("or", "a"),
    ("orna", "a"),
    ("ornas", "a"),
    ("r", ""),
    ("rna", ""),
    ("na", ""),
    ("na", "e"),
    ("nas", ""),
    ("ena", ""),
];
/// Letters that must be left: after a single letter is taken off, and after more.
const STEM: [usize; 2] = [3, 2];

/// Calls `take` with where `letters` may begin when the small words before it are taken off; 0 is among them.
pub(super) fn starts(letters: &[char], grammar: Grammar, mut take: impl FnMut(usize)) {
    take(0);
    let arabic = grammar == Grammar::Arabic || grammar == Grammar::Any && is_arabic(letters);
    if !arabic {
        return;
    }
    for entry in AR_BEFORE {
        let length = entry.chars().count();
        if letters.len() >= length + STEM[usize::from(length > 1)]
            && letters.iter().copied().zip(entry.chars()).all(|(a, b)| a == b)
        {
            take(length);
        }
    }
}

/// Calls `take` with the hash of each form that `letters` may be an inflection of; itself is among them.
pub(super) fn forms(letters: &[char], grammar: Grammar, take: &mut impl FnMut(u64)) {
    let arabic = is_arabic(letters);
    match grammar {
        Grammar::English => replaced(letters, EN_AFTER, take),
        Grammar::Swedish => replaced(letters, SV_AFTER, take),
        Grammar::Persian => persian(letters, take),
        Grammar::Arabic => starts(letters, grammar, |at| self::arabic(&letters[at..], take)),
        Grammar::Any if arabic => {
            persian(letters, take);
            starts(letters, grammar, |at| self::arabic(&letters[at..], take));
        }
        Grammar::Any => {
            replaced(letters, EN_AFTER, take);
            replaced(letters, SV_AFTER, take);
        }
    }
}

fn replaced(letters: &[char], endings: &[(&str, &str)], take: &mut impl FnMut(u64)) {
    take(hash_word(letters));
    for (ending, instead) in endings {
        // `glass` is no plural; endings of one letter leave three.
        let least = if ending.len() == 1 { STEM[0] } else { 3 };
        let Some(stem) = without(letters, ending, least) else { continue };
        if *ending == "s" && stem.last() == Some(&'s') {
            continue;
        }
        take(hash_word(&[stem, &instead.chars().collect::<Vec<_>>()].concat()));
        // `rummet`, `rummen`: a short word doubles its last letter.
        if let [.., a, b] = stem
            && a == b
            && matches!(a, 'm' | 'n')
        {
            take(hash_word(&stem[..stem.len() - 1]));
        }
    }
}

fn persian(letters: &[char], take: &mut impl FnMut(u64)) {
    take(hash_word(letters));
    for ending in FA_AFTER {
        if let Some(stem) = without(letters, ending, STEM[usize::from(ending.chars().count() > 1)]) {
            take(hash_word(stem));
        }
    }
}

fn arabic(letters: &[char], take: &mut impl FnMut(u64)) {
    take(hash_word(letters));
    for ending in AR_AFTER {
        let Some(stem) = without(letters, ending, 3) else { continue };
        take(hash_word(stem));
        // خدمتهم is of خدمة, خدمات too.
        if ending.starts_with('ت') || ending.starts_with("ات") {
            take(hash_word(&[stem, &['ه']].concat()));
        }
    }
}

fn without<'a>(letters: &'a [char], ending: &str, least: usize) -> Option<&'a [char]> {
    let length = ending.chars().count();
    let cut = letters.len().checked_sub(length).filter(|&cut| cut >= least)?;
    super::words::same(&letters[cut..], ending).then(|| &letters[..cut])
}

fn is_arabic(letters: &[char]) -> bool {
    letters.first().is_some_and(|c| matches!(c, '\u{600}'..='\u{6ff}'))
}
