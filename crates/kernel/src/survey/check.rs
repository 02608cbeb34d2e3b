//! Whether a definition is sound. Every fault has the path of what is wrong as its field: keys where there are keys,
//! else places from 1: `questions.taste.options.2`, `blocks.b1.pages.2.then.1`, `quotas.women`, `theme.accent`.
//!
//! Faults differ in weight ([`weight`]): what breaks the form or a bound is never kept; what is unfinished or leads
//! nowhere can be kept as a draft but not published; what may be meant so is only pointed out.
//!
//! | codes | weight |
//! |---|---|
//! | `unknown_definition_format`, `no_language`, `bad_language`, `language_twice`, `too_many`, `too_long`, `bad_key`, `key_taken`, `bad_scale`, `bad_limits`, `bad_pattern`, `bad_date`, `unknown_file_type`, `bad_redirect`, `bad_colour`, `required`, `unknown_line`, `condition_too_deep`, `condition_too_big`, `condition_text_too_long`, `condition_value` | saving |
//! | `no_question`, `words_missing`, `options_needed`, `no_file_type`, `option_needed`, `row_needed`, `formula_needed`, `unknown_question`, `question_twice`, `never_on_a_page`, `unknown_target`, `leads_back`, `unknown_ending`, `loop_kind`, `loop_not_earlier`, `survey_too_long`, `circular_value`, `condition_unknown_operand`, `condition_unknown_option`, `condition_wrong_type`, `unknown_reference` | publishing |
//! | `asked_later` | none: what is asked later counts as missing |

mod conditions;
mod layout;
mod map;
mod questions;
#[cfg(test)]
mod tests;

use icu_locale::LanguageIdentifier;

use super::Theme;
use super::structure::VARIANTS_MAX;
use super::{
    ENDINGS_MAX, FORMAT, KEY_CHARS_MAX, LANGUAGES_MAX, QUESTIONS_MAX, QUOTAS_MAX, Survey, Text, WORDING_CHARS_MAX,
};
use crate::attribute;
use crate::error::Refusal;

pub use map::facts;

pub const BLOCKS_MAX: usize = 500;
pub const PAGES_MAX: usize = QUESTIONS_MAX;
/// Ways on from one page.
pub const JUMPS_MAX: usize = 50;
/// Characters of an address to go to at the end, of a pattern, of the id of a file.
pub const REDIRECT_CHARS_MAX: usize = 2_000;
pub const PATTERN_CHARS_MAX: usize = 500;
const ID_CHARS_MAX: usize = 200;
/// More faults than this are not listed.
pub const FAULTS_MAX: usize = 500;
/// Keys that conditions and wordings use for something else.
pub const RESERVED: [&str; 4] = ["item", "attr", "calc", "response"];

/// What a fault stands in the way of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Nothing: it may be meant so.
    None,
    /// The draft can be kept, but not published.
    Publishing,
    /// It cannot be kept.
    Saving,
}

/// What a fault that [`check`] found stands in the way of.
pub fn weight(fault: &Refusal) -> Weight {
    match fault.code {
        "asked_later" => Weight::None,
        "no_question"
        | "words_missing"
        | "options_needed"
        | "no_file_type"
        | "option_needed"
        | "row_needed"
        | "formula_needed"
        | "unknown_question"
        | "question_twice"
        | "never_on_a_page"
        | "unknown_target"
        | "leads_back"
        | "unknown_ending"
        | "loop_kind"
        | "loop_not_earlier"
        | "survey_too_long"
        | "circular_value"
        | "condition_unknown_operand"
        | "condition_unknown_option"
        | "condition_wrong_type"
        | "unknown_reference" => Weight::Publishing,
        _ => Weight::Saving,
    }
}

impl Survey {
    /// All faults of the definition, at most [`FAULTS_MAX`]; see [`self::check`](mod@self).
    pub fn check(&self) -> Vec<Refusal> {
        check(self)
    }

    /// All texts that respondents may see, with their paths.
    pub fn texts(&self) -> Vec<(String, &Text)> {
        let mut texts: Vec<(String, &Text)> = vec![
            ("title".to_owned(), &self.title),
            ("intro".to_owned(), &self.intro),
            ("thanks".to_owned(), &self.thanks),
            ("privacy".to_owned(), &self.privacy),
        ];
        texts.extend(self.questions.iter().flat_map(questions::texts));
        for ending in &self.endings {
            texts.push((format!("endings.{}.title", ending.key), &ending.title));
            texts.push((format!("endings.{}.text", ending.key), &ending.text));
        }
        texts
    }
}

/// All faults of a definition; see the module's own words.
pub fn check(survey: &Survey) -> Vec<Refusal> {
    let mut faults = Faults::default();
    of_survey(survey, &mut faults);
    // Beyond these bounds, looking further only takes time.
    if survey.questions.len() > QUESTIONS_MAX || survey.blocks.len() > BLOCKS_MAX {
        return faults.0;
    }
    questions::check(survey, &mut faults);
    let map = map::Map::new(survey);
    layout::check(survey, &map, &mut faults);
    conditions::check(survey, &map, &mut faults);
    faults.0
}

/// What was found so far.
#[derive(Default)]
struct Faults(Vec<Refusal>);

impl Faults {
    fn add(&mut self, fault: Refusal) {
        if self.0.len() < FAULTS_MAX {
            self.0.push(fault);
        }
    }

    fn at(&mut self, code: &'static str, field: impl Into<String>) {
        self.add(Refusal::new(code).at(field));
    }

    fn when(&mut self, is_wrong: bool, code: &'static str, field: impl FnOnce() -> String) {
        if is_wrong {
            self.at(code, field());
        }
    }

    fn over(&mut self, count: usize, max: usize, code: &'static str, field: impl FnOnce() -> String) {
        if count > max {
            self.add(Refusal::new(code).at(field()).with("max", max.to_string()));
        }
    }

    fn is_full(&self) -> bool {
        self.0.len() >= FAULTS_MAX
    }

    /// Keys of a list that stand in paths of addresses and wordings: letters, digits, underscores; each once.
    fn keys<'k>(&mut self, list: &str, keys: impl Iterator<Item = &'k str>) {
        let mut met = std::collections::HashSet::new();
        for (n, key) in keys.enumerate() {
            if !super::pipe::is_key(key) || RESERVED.contains(&key) {
                self.at("bad_key", format!("{list}.{}", n + 1));
            } else if !met.insert(key) {
                self.at("key_taken", format!("{list}.{}", n + 1));
            }
        }
    }

    /// Keys of options and rows: anything that can stand in brackets; each once.
    fn names<'k>(&mut self, list: &str, names: impl Iterator<Item = &'k str>) {
        let mut met = std::collections::HashSet::new();
        for (n, name) in names.enumerate() {
            let fits = |c: char| !c.is_control() && !matches!(c, '[' | ']' | '{' | '}' | '|');
            if name.trim() != name || name.is_empty() || name.chars().count() > KEY_CHARS_MAX || !name.chars().all(fits)
            {
                self.at("bad_key", format!("{list}.{}", n + 1));
            } else if !met.insert(name) {
                self.at("key_taken", format!("{list}.{}", n + 1));
            }
        }
    }
}

fn of_survey(survey: &Survey, faults: &mut Faults) {
    if survey.format == 0 || survey.format > FORMAT {
        faults.add(Refusal::new("unknown_definition_format").at("format").with("max", FORMAT.to_string()));
    }
    faults.when(survey.languages.is_empty(), "no_language", || "languages".to_owned());
    faults.over(survey.languages.len(), LANGUAGES_MAX, "too_many", || "languages".to_owned());
    for (n, tag) in survey.languages.iter().enumerate().take(LANGUAGES_MAX) {
        let field = format!("languages.{}", n + 1);
        if LanguageIdentifier::try_from_str(tag).is_err() {
            faults.add(Refusal::new("bad_language").at(field).with("value", tag.chars().take(20).collect::<String>()));
        } else if survey.languages[..n].iter().any(|earlier| earlier.eq_ignore_ascii_case(tag)) {
            faults.at("language_twice", field);
        }
    }
    let lists = [
        (survey.questions.len(), QUESTIONS_MAX, "questions"),
        (survey.blocks.len(), BLOCKS_MAX, "blocks"),
        (survey.quotas.len(), QUOTAS_MAX, "quotas"),
        (survey.endings.len(), ENDINGS_MAX, "endings"),
    ];
    for (count, max, list) in lists {
        faults.over(count, max, "too_many", || list.to_owned());
    }
    let is_asked = survey.questions.iter().any(|question| question.kind.is_asked());
    faults.when(!is_asked, "no_question", || "questions".to_owned());
    words_missing(survey, &survey.title, "title", faults);
    for (field, text) in
        [("title", &survey.title), ("intro", &survey.intro), ("thanks", &survey.thanks), ("privacy", &survey.privacy)]
    {
        of_text(text, || field.to_owned(), faults);
    }
    of_theme(&survey.theme, "theme", faults);
    let variants = &survey.theme.variants;
    faults.over(variants.len(), VARIANTS_MAX, "too_many", || "theme.variants".to_owned());
    faults.keys("theme.variants", variants.iter().take(VARIANTS_MAX).map(|variant| variant.key.as_str()));
    for (n, variant) in variants.iter().enumerate().take(VARIANTS_MAX) {
        let at = |field: &str| format!("theme.variants.{}.{field}", n + 1);
        of_theme(&variant.theme, &at("theme"), faults);
        faults.over(variant.theme.variants.len(), 0, "too_many", || at("theme.variants"));
        faults.when(variant.value.trim().is_empty(), "required", || at("value"));
        let named = variant.attribute.as_deref();
        let is_unnamed = named.is_some_and(|name| attribute::column(name) == attribute::column(""));
        faults.when(is_unnamed, "required", || at("attribute"));
        for (field, text) in [("value", Some(variant.value.as_str())), ("attribute", named)] {
            faults.over(text.map_or(0, |text| text.chars().count()), ID_CHARS_MAX, "too_long", || at(field));
        }
    }
}

fn of_theme(theme: &Theme, at: &str, faults: &mut Faults) {
    for (field, colour) in [("accent", &theme.accent), ("background", &theme.background), ("ink", &theme.ink)] {
        let is_wrong = colour.as_deref().is_some_and(|colour| !is_colour(colour));
        faults.when(is_wrong, "bad_colour", || format!("{at}.{field}"));
    }
    for (field, text) in [("logo", &theme.logo), ("name", &theme.name)] {
        let chars = text.as_deref().map_or(0, |text| text.chars().count());
        faults.over(chars, ID_CHARS_MAX, "too_long", || format!("{at}.{field}"));
    }
}

/// `#rrggbb`.
fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A text without words in the first language.
fn words_missing(survey: &Survey, text: &Text, field: &str, faults: &mut Faults) {
    if let Some(first) = survey.languages.first().filter(|first| text.get(first, &[]).is_none()) {
        faults.add(Refusal::new("words_missing").at(field).with("language", first.clone()));
    }
}

fn of_text(text: &Text, field: impl Fn() -> String, faults: &mut Faults) {
    faults.over(text.0.len(), LANGUAGES_MAX, "too_many", &field);
    for (tag, words) in text.0.iter().take(LANGUAGES_MAX) {
        // Bytes are quicker to count, and never fewer.
        let is_long = words.len() > WORDING_CHARS_MAX && words.chars().count() > WORDING_CHARS_MAX;
        if is_long {
            let refusal = Refusal::new("too_long").at(format!("{}.{tag}", field()));
            faults.add(refusal.with("max", WORDING_CHARS_MAX.to_string()));
        }
        faults.when(tag.chars().count() > KEY_CHARS_MAX, "bad_language", &field);
    }
}
