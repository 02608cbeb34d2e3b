//! Which language a text is in: a linear model over pieces of words, one for Latin and one for Arabic script. Short
//! answers follow the language of the survey unless they plainly say otherwise. Trained by `cargo xtask text-train`.

use crate::sentiment::math::exp;

/// What a text is written in, as far as can be told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess {
    /// `en`, `fa`, `ar`, `sv`, one of the languages that are taken for them (`da`, `nb`, `de`, `nl`, `ur`, `ku`,
    /// `az`, `tr`, `fr`, `es`), Persian or Arabic in Latin letters (`fa-Latn`, `ar-Latn`), or `und`.
    pub code: &'static str,
    /// The probability that this is so, given the prior; 0 where there are no letters to judge by.
    pub confidence: f64,
}

/// The two scripts that have a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Latin,
    Arabic,
}

impl Script {
    pub const ALL: [Self; 2] = [Self::Latin, Self::Arabic];

    /// What its model tells apart; `und` is any other language in the script.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Latin => {
                &["en", "sv", "da", "nb", "de", "nl", "ku", "az", "tr", "fr", "es", "fa-Latn", "ar-Latn", "und"]
            }
            Self::Arabic => &["fa", "ar", "ur", "ku", "und"],
        }
    }

    /// Weights of one bucket; more than there are codes, so that they lie well in memory.
    pub fn stride(self) -> usize {
        match self {
            Self::Latin => 16,
            Self::Arabic => 8,
        }
    }

    /// Buckets for pieces of words, a power of two.
    pub fn buckets(self) -> usize {
        match self {
            Self::Latin => 1 << 14,
            Self::Arabic => 1 << 13,
        }
    }

    /// Bytes of its model: a scale of four bytes, then the weights.
    fn bytes(self) -> usize {
        4 + self.stride() * self.buckets()
    }
}

/// The languages whose feeling is read.
const READ: [&str; 4] = ["en", "fa", "ar", "sv"];
/// Letters that are looked at; more tell nothing new.
const LETTERS: usize = 120;
/// Longest pieces, in letters.
const PIECE: usize = 4;
/// Words up to this many letters also count as a whole.
const WORD: usize = 14;
/// How probable the language of the survey is before a letter is read.
const PRIOR: f64 = 0.85;
/// Letters at which the model is trusted by half.
const DOUBT: f64 = 2.0;
/// Below this, without a prior, nothing is said: the first for languages that are read, the second for the others,
/// where two that are alike (Danish and Norwegian) may share what there is.
const ENOUGH: [f64; 2] = [0.5, 0.3];

static WEIGHTS: &[u8] = include_bytes!("../data/language/weights.bin");

/// Says which language `text` is in. `prior` is the one it is probably in, a tag such as `fa` or `sv-SE`.
pub fn identify(text: &str, prior: Option<&str>) -> Guess {
    let prior = prior.and_then(known);
    let mut pieces = Vec::new();
    let letters = read(text, prior, &mut pieces);
    let Some(script) = letters.script(prior) else {
        return match prior {
            Some(code) if letters.other == 0 => Guess { code, confidence: 0.0 },
            _ => Guess { code: "und", confidence: if letters.other > 0 { 1.0 } else { 0.0 } },
        };
    };
    // A single word may be at home in more languages than the model has met it in.
    let count = letters.all() as f64;
    let trust = count / (count + DOUBT);
    judge(script, &logits(script, &pieces).map(|logit| logit * trust), prior)
}

/// Weighs what the letters say against `prior`.
fn judge(script: Script, logits: &[f64; 16], prior: Option<&'static str>) -> Guess {
    let codes = script.codes();
    let before = priors(script, prior);
    let top = logits[..codes.len()].iter().copied().fold(f64::MIN, f64::max);
    let mut after = [0.0; 16];
    let mut sum = 0.0;
    for (at, _) in codes.iter().enumerate() {
        after[at] = before[at] * exp(logits[at] - top);
        sum += after[at];
    }
    let best = (0..codes.len()).fold(0, |best, at| if after[at] > after[best] { at } else { best });
    let confidence = after[best] / sum;
    match prior {
        None if confidence < ENOUGH[usize::from(!READ.contains(&codes[best]))] => {
            Guess { code: "und", confidence: 1.0 - confidence }
        }
        _ => Guess { code: codes[best], confidence },
    }
}

/// How probable each code of `script` is before a letter is read.
fn priors(script: Script, prior: Option<&str>) -> [f64; 16] {
    let codes = script.codes();
    let mut before = [0.0; 16];
    // Whoever is asked in Persian or Arabic and answers in Latin letters writes their own language or English.
    let likely: &[(&str, f64)] = match (script, prior) {
        (_, None) => return [1.0; 16],
        (Script::Latin, Some("fa")) => &[("fa-Latn", 0.5), ("en", 0.4)],
        (Script::Latin, Some("ar")) => &[("ar-Latn", 0.5), ("en", 0.4)],
        (_, Some(code)) => &[(code, PRIOR)],
    };
    let likely: Vec<_> = likely.iter().filter(|(code, _)| codes.contains(code)).collect();
    // Half of what is left is for the many languages without a code.
    let left = (1.0 - likely.iter().map(|(_, share)| share).sum::<f64>()) / 2.0;
    for (at, code) in codes.iter().enumerate() {
        let share = likely.iter().find(|(likely, _)| likely == code).map_or(0.0, |(_, share)| *share);
        let unknown = if *code == "und" { left } else { 0.0 };
        before[at] = share + unknown + left / codes.len() as f64;
    }
    before
}

/// The code that a language tag stands for, if it is one that is told apart.
fn known(tag: &str) -> Option<&'static str> {
    let language = tag.split(['-', '_']).next()?;
    let latin = tag.len() > language.len() && tag[language.len() + 1..].eq_ignore_ascii_case("latn");
    let code = match language.to_ascii_lowercase().as_str() {
        "no" | "nn" => "nb",
        "ckb" | "kmr" => "ku",
        "prs" | "pes" => "fa",
        "fa" if latin => "fa-Latn",
        "ar" if latin => "ar-Latn",
        "und" => return None,
        other => return Script::ALL.iter().flat_map(|script| script.codes()).find(|code| **code == other).copied(),
    };
    Some(code)
}

/// What each code of `script` gets for `pieces`.
fn logits(script: Script, pieces: &[u32]) -> [f64; 16] {
    let start = if script == Script::Latin { 0 } else { Script::Latin.bytes() };
    let model = &WEIGHTS[start..start + script.bytes()];
    let (scale, weights) = model.split_at(4);
    let scale = f64::from(f32::from_le_bytes([scale[0], scale[1], scale[2], scale[3]]));
    let stride = script.stride();
    let mut sums = [0_i32; 16];
    for &piece in pieces {
        let at = bucket(script, piece) * stride;
        for (sum, &weight) in sums.iter_mut().zip(&weights[at..at + stride]) {
            *sum += i32::from(weight as i8);
        }
    }
    let norm = scale / (pieces.len().max(1) as f64).sqrt();
    sums.map(|sum| f64::from(sum) * norm)
}

/// The bucket of a piece.
pub fn bucket(script: Script, piece: u32) -> usize {
    piece as usize & (script.buckets() - 1)
}

/// Letters by script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Letters {
    latin: usize,
    arabic: usize,
    other: usize,
}

impl Letters {
    fn all(self) -> usize {
        self.latin + self.arabic + self.other
    }

    /// The script that decides: most letters, but names and brands in Latin letters do not make a Persian or Arabic
    /// text English, still less where `prior` is written in Arabic letters.
    pub fn script(self, prior: Option<&str>) -> Option<Script> {
        let all = self.all();
        let expected = prior.is_some_and(|code| Script::Arabic.codes().contains(&code));
        if all == 0 {
            None
        } else if self.arabic * if expected { 6 } else { 3 } >= all {
            Some(Script::Arabic)
        } else if self.latin * 2 >= all {
            Some(Script::Latin)
        } else {
            None
        }
    }
}

/// Puts the pieces of the words of `text` that are in its script into `pieces`, and counts its letters. Addresses and
/// names of users are passed over. `prior` as in [`Letters::script`].
pub fn read(text: &str, prior: Option<&str>, pieces: &mut Vec<u32>) -> Letters {
    pieces.clear();
    let mut letters = Letters::default();
    let mut words = Words::default();
    for chunk in text.split_whitespace() {
        if chunk.starts_with("http") || chunk.starts_with("www.") || chunk.starts_with('@') {
            continue;
        }
        for c in chunk.chars().chain([' ']) {
            match in_word(c) {
                Some(c) => words.push(c),
                None => words.end(&mut letters),
            }
        }
        if letters.all() > LETTERS {
            break;
        }
    }
    if let Some(script) = letters.script(prior) {
        for &(_, start, end) in words.ended.iter().filter(|(of, ..)| *of == script) {
            cut(&words.chars[start..end], pieces);
        }
    }
    letters
}

/// What a letter counts as within a word, a space if it is only passed over; none if it ends the word.
fn in_word(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' | '\u{620}'..='\u{63f}' | '\u{641}'..='\u{64a}' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        ' ' | '.' | ',' | '!' | '?' | '،' | '؟' => None,
        '\'' | '’' => Some('\''),
        // Persian writes it within words, Arabic does not.
        '\u{200c}' => Some(c),
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{ad}' | '\u{300}'..='\u{36f}' => Some(' '),
        c if c.is_alphanumeric() => Some(c.to_lowercase().next().unwrap_or(c)),
        _ => None,
    }
}

/// The words so far, one after another with a space before and after each.
#[derive(Debug, Default)]
struct Words {
    chars: Vec<char>,
    ended: Vec<(Script, usize, usize)>,
    /// Where the word that is being read begins, and its letters.
    start: usize,
    letters: Letters,
}

impl Words {
    /// Three of a kind are two, and a word is not endless.
    fn push(&mut self, c: char) {
        if self.chars.len() == self.start {
            self.chars.push(' ');
        }
        let word = &self.chars[self.start..];
        let again = word.len() >= 2 && word[word.len() - 2..] == [c, c];
        if c == ' ' || again || word.len() > 40 {
            return;
        }
        match c {
            'a'..='z' => self.letters.latin += 1,
            '0'..='9' | '\'' | '\u{200c}' => {}
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                self.letters.arabic += usize::from(c.is_alphabetic());
            }
            '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => self.letters.latin += 1,
            c => self.letters.other += usize::from(c.is_alphabetic()),
        }
        self.chars.push(c);
    }

    /// Ends a word: counts it, and keeps it if it is in a script that has a model.
    fn end(&mut self, letters: &mut Letters) {
        if self.chars.len() == self.start {
            return;
        }
        let Letters { latin, arabic, other } = std::mem::take(&mut self.letters);
        letters.latin += latin;
        letters.arabic += arabic;
        letters.other += other;
        if latin + arabic > other {
            self.chars.push(' ');
            let script = if arabic > latin { Script::Arabic } else { Script::Latin };
            self.ended.push((script, self.start, self.chars.len()));
            self.start = self.chars.len();
        } else {
            self.chars.truncate(self.start);
        }
    }
}

/// The pieces of one word, which has a space before and after it, and the word itself.
fn cut(word: &[char], pieces: &mut Vec<u32>) {
    for start in 0..word.len() {
        let mut hash = 0x811c_9dc5_u32;
        for &c in &word[start..word.len().min(start + PIECE)] {
            hash = step(hash, c);
            pieces.push(mixed(hash));
        }
    }
    if (3..=WORD).contains(&(word.len() - 2)) {
        pieces.push(mixed(word.iter().fold(0x5bd1_e995, |hash, &c| step(hash, c))));
    }
}

fn step(hash: u32, c: char) -> u32 {
    (hash ^ c as u32).wrapping_mul(0x0100_0193).rotate_left(5)
}

fn mixed(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x7feb_352d);
    (hash ^ (hash >> 15)).wrapping_mul(0x846c_a68b) ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str, prior: Option<&str>) -> &'static str {
        identify(text, prior).code
    }

    #[test]
    fn languages_are_told_apart_without_help() {
        for (text, wanted) in [
            ("The food was cold and nobody cared", "en"),
            ("غذا سرد بود و کسی اهمیت نداد", "fa"),
            ("كان الطعام باردا ولم يهتم أحد", "ar"),
            ("Maten var kall och ingen brydde sig", "sv"),
            ("Maden var kold, og ingen tog sig af det", "da"),
            ("Das Essen war kalt und niemand hat sich gekümmert", "de"),
            ("Het eten was koud en niemand deed er iets aan", "nl"),
            ("Le repas était froid et personne ne s'en souciait", "fr"),
            ("La comida estaba fría y a nadie le importó", "es"),
            ("Yemek soğuktu ve kimse ilgilenmedi", "tr"),
            ("Yemək soyuq idi və heç kim maraqlanmadı", "az"),
            ("کھانا ٹھنڈا تھا اور کسی نے پرواہ نہیں کی", "ur"),
            ("خواردنەکە سارد بوو و کەس گرنگی نەدا", "ku"),
            ("ghaza sard bood va hichkas javab nadad", "fa-Latn"),
            ("el akl kan bared w ma7adesh sa2al", "ar-Latn"),
        ] {
            assert_eq!(code(text, None), wanted, "{text}");
        }
    }

    #[test]
    fn what_has_no_model_is_undetermined() {
        for text in
            ["Еда была холодной", "食べ物は冷たかった", "האוכל היה קר", "Ruoka oli kylmää eikä kukaan välittänyt"]
        {
            for prior in [None, Some("en"), Some("fa")] {
                assert_eq!(code(text, prior), "und", "{text} {prior:?}");
            }
        }
    }

    #[test]
    fn short_answers_follow_the_survey_unless_they_plainly_say_otherwise() {
        assert_eq!(code("ok", Some("sv")), "sv");
        assert_eq!(code("super", Some("sv-SE")), "sv");
        assert_eq!(code("سلام", Some("ar")), "ar");
        assert_eq!(code("سلام", Some("fa")), "fa");
        assert_eq!(code("خیلی خوب بود", Some("en")), "fa");
        assert_eq!(code("گوشی", Some("ar")), "fa");
        assert_eq!(code("الخدمة ممتازة", Some("sv")), "ar");
        assert_eq!(code("The service was very slow", Some("fa")), "en");
        assert_eq!(code("Samsung Galaxy عالیه", Some("fa")), "fa");
    }

    #[test]
    fn without_letters_there_is_only_the_survey() {
        for text in ["", "   ", "👍👍", "10/10", "!!!", "\u{200c}\u{200f}", "https://example.com @someone"] {
            assert_eq!(identify(text, Some("fa")), Guess { code: "fa", confidence: 0.0 }, "{text:?}");
            assert_eq!(identify(text, None), Guess { code: "und", confidence: 0.0 }, "{text:?}");
        }
        assert_eq!(code("👍", Some("klingon")), "und");
    }

    #[test]
    fn whatever_comes_gives_a_probability() {
        let long = "آب و هوا ".repeat(200_000);
        let piled = format!("a{}", "\u{301}".repeat(1_000_000));
        let endless = "x".repeat(1_000_000);
        for text in [long.as_str(), &piled, &endless, "\u{0}", "ﷺ", "\u{202e}abc", "a", "ب", "ß", "İ"] {
            let guess = identify(text, None);
            assert!((0.0..=1.0).contains(&guess.confidence), "{guess:?}");
        }
    }
}
