//! Rendering: a question, or a word about why there is none.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use kernel::survey::{Kind, Question, Survey};
use kernel::{Error, Locale, Refusal, Result, Timestamp};
use serde::Serialize;
use serde_json::Value as Json;
use ui::http::{Web, html};
use ui::respondent::Language;
use ui::{Brand, Respondent};

use crate::respond::snapshot::Given;

/// Seconds that a question takes, for the estimate on the first page.
const SECONDS_CHOOSING: usize = 8;
const SECONDS_WRITING: usize = 30;
/// Segments of the drawn progress.
const SEGMENTS_MAX: usize = 12;
/// Scales with at most this many points stand on one line on a phone.
const FEW_POINTS: i32 = 7;

/// The language and the look of a page.
#[derive(Clone, Debug)]
pub struct Manner<'a> {
    pub survey: &'a Survey,
    /// One of the survey's languages.
    pub language: String,
    pub brand: String,
    pub now: Timestamp,
}

impl Manner<'_> {
    pub fn locale(&self) -> Locale {
        Locale::parse(&self.language).unwrap_or_default()
    }

    fn respondent(&self, href: impl Fn(&str) -> String) -> Respondent {
        let brand = Brand::new(&self.brand, None);
        let mut respondent = Respondent::new(self.locale(), &self.language, brand, self.now);
        respondent.languages = languages(self.survey, &self.language, href);
        respondent
    }
}

fn languages(survey: &Survey, current: &str, href: impl Fn(&str) -> String) -> Vec<Language> {
    let name = |tag: &str| Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.own_name().to_owned());
    let language =
        |tag: &String| Language { tag: tag.clone(), name: name(tag), href: href(tag), current: tag == current };
    survey.languages.iter().map(language).collect()
}

/// One question with what was typed and what is wrong with it.
pub struct Ask<'a> {
    pub manner: Manner<'a>,
    /// Which question, from 0.
    pub place: usize,
    pub given: &'a Given,
    /// What was typed on this page and not saved; wins over what was given.
    pub typed: Option<Json>,
    pub refusal: Option<Refusal>,
    /// Where the form goes.
    pub action: String,
    /// The form sends nothing: a preview.
    pub is_preview: bool,
    pub hidden: Vec<(String, String)>,
    /// Where each language of the switch leads; none where the page carries answers, and the form has buttons.
    pub hrefs: Option<&'a dyn Fn(&str) -> String>,
}

#[derive(Serialize)]
struct View {
    title: String,
    intro: Option<String>,
    privacy: Option<String>,
    anonymous: bool,
    action: String,
    hidden: Vec<(String, String)>,
    bait: &'static str,
    is_preview: bool,
    number: usize,
    total: usize,
    /// The drawn progress: true where it is done.
    segments: Vec<bool>,
    minutes: usize,
    is_first: bool,
    is_last: bool,
    question: Ask1,
    error: Option<String>,
    /// Buttons of the language switch inside the form.
    turns: Vec<Turn>,
}

#[derive(Serialize)]
struct Turn {
    tag: String,
    name: String,
}

/// The question in one language.
#[derive(Serialize)]
struct Ask1 {
    kind: Kind,
    title: String,
    hint: Option<String>,
    required: bool,
    low: Option<String>,
    high: Option<String>,
    few: bool,
    points: Vec<Point>,
    options: Vec<Opt>,
    text: String,
    chars_max: usize,
}

#[derive(Serialize)]
struct Point {
    value: i32,
    checked: bool,
    /// Words of the end that this point is.
    end: Option<String>,
}

#[derive(Serialize)]
struct Opt {
    key: String,
    label: String,
    checked: bool,
}

/// Renders a question.
pub fn ask(web: &Web, ask: Ask<'_>, status: StatusCode) -> Result<Response> {
    let (survey, language) = (ask.manner.survey, ask.manner.language.as_str());
    let question = survey.questions.get(ask.place).ok_or(Error::NotFound("question"))?;
    let words = |text: &kernel::survey::Text| text.get(language, &survey.languages).map(str::to_owned);
    let respondent = match ask.hrefs {
        Some(hrefs) => ask.manner.respondent(hrefs),
        None => Respondent { languages: Vec::new(), ..ask.manner.respondent(|_| String::new()) },
    };
    let turns = if ask.hrefs.is_none() && survey.languages.len() > 1 {
        let others = languages(survey, language, |_| String::new()).into_iter().filter(|other| !other.current);
        others.map(|other| Turn { tag: other.tag, name: other.name }).collect()
    } else {
        Vec::new()
    };
    let value = ask.typed.as_ref().or_else(|| ask.given.get(&question.key)).unwrap_or(&Json::Null);
    let view = View {
        title: words(&survey.title).unwrap_or_default(),
        intro: words(&survey.intro).filter(|_| ask.place == 0),
        privacy: words(&survey.privacy),
        anonymous: survey.anonymous,
        action: ask.action,
        hidden: ask.hidden,
        bait: crate::respond::form::BAIT,
        is_preview: ask.is_preview,
        number: ask.place + 1,
        total: survey.questions.len(),
        segments: segments(ask.place + 1, survey.questions.len()),
        minutes: minutes(survey),
        is_first: ask.place == 0,
        is_last: ask.place + 1 == survey.questions.len(),
        question: question_in(question, survey, language, value),
        error: ask.refusal.map(|refusal| words_of(web, ask.manner.locale(), &refusal)),
        turns,
    };
    page(web, "listen/respond/question.html", &respondent, view, status)
}

fn question_in(question: &Question, survey: &Survey, language: &str, value: &Json) -> Ask1 {
    let words = |text: &kernel::survey::Text| text.get(language, &survey.languages).map(str::to_owned);
    let chosen = |key: &str| match value {
        Json::String(one) => one == key,
        Json::Array(keys) => keys.iter().any(|one| one.as_str() == Some(key)),
        _ => false,
    };
    let scale = question.scale();
    let points = scale.map_or(Vec::new(), |scale| {
        let end = |point| match point {
            point if point == scale.from => words(&question.low),
            point if point == scale.to => words(&question.high),
            _ => None,
        };
        let checked = |point: i32| value.as_str().and_then(kernel::format::parse_number) == Some(f64::from(point));
        (scale.from..=scale.to).map(|point| Point { value: point, checked: checked(point), end: end(point) }).collect()
    });
    let options = question.options.iter().map(|option| Opt {
        key: option.key.clone(),
        label: words(&option.label).unwrap_or_else(|| option.key.clone()),
        checked: chosen(&option.key),
    });
    Ask1 {
        kind: question.kind,
        title: words(&question.title).unwrap_or_else(|| question.key.clone()),
        hint: words(&question.hint),
        required: question.required,
        low: words(&question.low),
        high: words(&question.high),
        few: scale.is_some_and(|scale| scale.to - scale.from < FEW_POINTS),
        points,
        options: options.collect(),
        text: value.as_str().unwrap_or_default().to_owned(),
        chars_max: kernel::survey::TEXT_CHARS_MAX,
    }
}

/// One segment a question, or as many as fit a phone.
fn segments(number: usize, total: usize) -> Vec<bool> {
    let count = total.min(SEGMENTS_MAX);
    // The last segment fills at the last question only.
    let done = (number * count / total.max(1)).max(1);
    (1..=count).map(|segment| segment <= done).collect()
}

fn minutes(survey: &Survey) -> usize {
    let seconds: usize = survey
        .questions
        .iter()
        .map(|question| if question.kind == Kind::Text { SECONDS_WRITING } else { SECONDS_CHOOSING })
        .sum();
    seconds.div_ceil(60).max(1)
}

fn words_of(web: &Web, locale: Locale, refusal: &Refusal) -> String {
    // Numbers are written in the reader's digits and decide plurals.
    let args: Vec<_> = refusal
        .args
        .iter()
        .map(|(name, value)| (*name, value.parse::<i64>().map_or_else(|_| value.as_str().into(), Into::into)))
        .collect();
    web.pages.text(locale, &refusal.key(), &args)
}

/// Why there is no question here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Word {
    /// All pages were answered.
    Thanks,
    /// The survey takes no more answers.
    Closed,
    /// No survey has this address.
    Unknown,
    /// The answers were given so long ago that they cannot be changed.
    Over,
}

#[derive(Serialize)]
struct WordView {
    word: Word,
    title: String,
    text: Option<String>,
    privacy: Option<String>,
    anonymous: bool,
}

/// Renders a word in place of a question.
pub fn word(web: &Web, manner: &Manner<'_>, word: Word) -> Result<Response> {
    let key = |part| match word {
        Word::Thanks => format!("respond-thanks-{part}"),
        Word::Closed => format!("respond-closed-{part}"),
        Word::Unknown => format!("respond-unknown-{part}"),
        Word::Over => format!("respond-over-{part}"),
    };
    let status = match word {
        Word::Thanks | Word::Over => StatusCode::OK,
        Word::Closed => StatusCode::GONE,
        Word::Unknown => StatusCode::NOT_FOUND,
    };
    let own = |text: &kernel::survey::Text| text.get(&manner.language, &manner.survey.languages).map(str::to_owned);
    let ours = |part| web.pages.text(manner.locale(), &key(part), &[]);
    let thanks = own(&manner.survey.thanks).filter(|_| word == Word::Thanks);
    let view = WordView {
        word,
        title: ours("title"),
        text: Some(thanks.unwrap_or_else(|| ours("text"))),
        privacy: own(&manner.survey.privacy),
        anonymous: manner.survey.anonymous,
    };
    let respondent = Respondent { languages: Vec::new(), ..manner.respondent(|_| String::new()) };
    page(web, "listen/respond/word.html", &respondent, view, status)
}

fn page(
    web: &Web,
    template: &str,
    respondent: &Respondent,
    view: impl Serialize,
    status: StatusCode,
) -> Result<Response> {
    let body = web.pages.render_respondent(template, respondent, view).map_err(Error::internal)?;
    let mut response = html(body);
    *response.status_mut() = status;
    let policy = HeaderValue::from_str(&web.pages.respondent_policy()).map_err(Error::internal)?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_honest_at_both_ends() {
        assert_eq!(segments(1, 3), [true, false, false]);
        assert_eq!(segments(3, 3), [true, true, true]);
        let many = |number| segments(number, 200).into_iter().filter(|done| *done).count();
        assert_eq!((segments(1, 200).len(), many(1), many(100), many(199), many(200)), (12, 1, 6, 11, 12));
    }
}
