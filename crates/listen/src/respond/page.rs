//! Rendering: a page of questions, or a word about why there is none.

mod body;
mod ends;
mod scale;
mod shown;
#[cfg(test)]
mod tests;
mod words;

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use kernel::flow::{Given, Progress, Situation, Step};
use kernel::format::{Calendar, Format};
use kernel::survey::{Kind, Survey, Theme};
use kernel::{Error, Locale, Refusal, Result, Timestamp};
use serde::Serialize;
use ui::http::{Web, html};
use ui::respondent::Language;
use ui::{Brand, Look, Pages, Respondent};

pub use ends::{Word, ending, password, word};
pub use words::say;

use crate::respond::form::Origin;
use crate::surveys::theme;
use shown::Shown;
use words::Words;

/// Seconds that a question takes, for the estimate on the first page.
const SECONDS_CHOOSING: usize = 8;
const SECONDS_WRITING: usize = 30;
/// Seconds for each row of a matrix, or each line of a contact form.
const SECONDS_ROW: usize = 4;

/// The language and the look of a page.
#[derive(Clone, Debug)]
pub struct Manner<'a> {
    pub survey: &'a Survey,
    /// How the survey looks to this respondent.
    pub theme: Cow<'a, Theme>,
    /// One of the survey's languages.
    pub language: String,
    /// The workspace's title; the survey's theme may name another.
    pub brand: String,
    pub now: Timestamp,
}

impl Manner<'_> {
    /// As somebody sees it who comes from `origin`.
    #[must_use]
    pub fn at(self, origin: &Origin) -> Self {
        let theme = theme::worn(&self.survey.theme, theme::variant(&self.survey.theme, origin));
        Self { theme, ..self }
    }

    /// In the look that is called so, if there is one.
    #[must_use]
    pub fn wearing(self, variant: &str) -> Self {
        let found = self.survey.theme.variants.iter().find(|one| one.key == variant);
        Self { theme: theme::worn(&self.survey.theme, found), ..self }
    }

    /// The language of the words that are ours.
    pub fn locale(&self) -> Locale {
        Locale::parse(&self.language).unwrap_or_default()
    }

    /// The calendar that dates are asked in.
    pub fn calendar(&self) -> Calendar {
        Calendar::of(self.locale())
    }

    fn format(&self) -> Format {
        Format::of(self.locale())
    }

    /// What stands around a page. Without `href` the languages are buttons of the form `ask`.
    fn respondent(&self, href: Option<&dyn Fn(&str) -> String>) -> Respondent {
        let theme = &*self.theme;
        let name = theme.name.as_ref().unwrap_or(&self.brand);
        let mut respondent = Respondent::new(self.locale(), &self.language, Brand::new(name, None), self.now);
        respondent.look = Look::of(theme);
        respondent.logo = theme.logo.as_ref().map(|file| media(file));
        respondent.languages = self.survey.languages.iter().map(|tag| self.turn(tag, href)).collect();
        respondent
    }

    fn turn(&self, tag: &str, href: Option<&dyn Fn(&str) -> String>) -> Language {
        Language {
            tag: tag.to_owned(),
            name: Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.own_name().to_owned()),
            href: href.map(|href| href(tag)),
            current: tag == self.language,
        }
    }
}

/// Where an uploaded file is shown.
fn media(file: &str) -> String {
    format!("/media/{}", ui::http::encode(file))
}

/// How somebody may go on another day.
#[derive(Clone, Copy, Debug, Default)]
pub enum Resume<'a> {
    #[default]
    No,
    /// A button that sends `go=later`.
    Offer,
    /// The address to come back to.
    Link(&'a str),
}

/// One page with what was typed and what is wrong with it.
pub struct Ask<'a> {
    pub manner: Manner<'a>,
    /// For the words: answers, attributes and the language.
    pub situation: &'a Situation<'a>,
    pub step: &'a Step<'a>,
    pub progress: Progress,
    /// What was typed on this page and not saved; wins over what was given, also where it is null.
    pub typed: &'a Given,
    /// Those whose field is an answer key of the page stand beside its question, the others at the top.
    pub refusals: &'a [Refusal],
    /// Where the form goes.
    pub action: String,
    /// The form sends nothing: a preview.
    pub is_preview: bool,
    /// Fields that the page carries unseen.
    pub hidden: Vec<(String, String)>,
    /// Where each language of the switch leads; none where the page carries answers, and the form has buttons.
    pub hrefs: Option<&'a dyn Fn(&str) -> String>,
    pub is_first: bool,
    pub is_last: bool,
    pub resume: Resume<'a>,
    /// By answer key: ideas that may be voted for, with their ids.
    pub ideas: &'a [(String, Vec<(String, String)>)],
    /// Files that were uploaded before: ids and names.
    pub uploads: &'a [(String, String)],
}

#[derive(Serialize)]
struct View {
    /// The survey's title: the heading where several questions share the page.
    title: String,
    /// The first question, for the window's title.
    heading: String,
    is_alone: bool,
    intro: Option<String>,
    privacy: Option<String>,
    anonymous: bool,
    action: String,
    hidden: Vec<(String, String)>,
    bait: &'static str,
    is_preview: bool,
    multipart: bool,
    percent: u8,
    minutes: usize,
    is_first: bool,
    is_last: bool,
    questions: Vec<Shown>,
    /// What is wrong with the page as a whole, then with its questions.
    errors: Vec<Wrong>,
    offers_later: bool,
    later: Option<String>,
}

/// A line of the summary of what is wrong.
#[derive(Serialize)]
struct Wrong {
    /// The question's place on the page.
    id: Option<String>,
    title: Option<String>,
    words: String,
}

/// Renders a page of questions.
///
/// # Errors
/// A template that is at fault.
pub fn ask(web: &Web, ask: Ask<'_>, status: StatusCode) -> Result<Response> {
    let body = render(&web.pages, &ask)?;
    Ok(respond(body, needs_script(ask.step), status))
}

/// The HTML of [`ask`].
fn render(pages: &Pages, ask: &Ask<'_>) -> Result<String> {
    let (survey, step) = (ask.manner.survey, ask.step);
    let words = Words::new(pages, &ask.manner, ask.situation, step);
    let mut respondent = ask.manner.respondent(ask.hrefs);
    respondent.script = needs_script(step);
    let is_alone = step.asked.len() == 1;
    let questions: Vec<Shown> =
        step.asked.iter().enumerate().map(|(place, asked)| Shown::new(&words, ask, asked, place, is_alone)).collect();
    let view = View {
        title: words.say(&survey.title).unwrap_or_default(),
        heading: questions.first().map(|question| question.title.clone()).unwrap_or_default(),
        is_alone,
        intro: words.say(&survey.intro).filter(|_| ask.is_first),
        privacy: words.say(&survey.privacy),
        anonymous: survey.anonymous,
        action: ask.action.clone(),
        hidden: ask.hidden.clone(),
        bait: crate::respond::form::BAIT,
        is_preview: ask.is_preview,
        multipart: step.asked.iter().any(|asked| asked.question.kind == Kind::File),
        percent: ask.progress.percent(),
        minutes: minutes(survey),
        is_first: ask.is_first,
        is_last: ask.is_last,
        errors: wrongs(&words, ask, &questions),
        questions,
        offers_later: !matches!(ask.resume, Resume::No),
        later: match ask.resume {
            Resume::Link(link) => Some(link.to_owned()),
            Resume::No | Resume::Offer => None,
        },
    };
    pages.render_respondent("listen/respond/ask.html", &respondent, view).map_err(Error::internal)
}

fn wrongs(words: &Words<'_>, ask: &Ask<'_>, questions: &[Shown]) -> Vec<Wrong> {
    let is_beside = |refusal: &&Refusal| refusal.field.as_deref().is_some_and(|key| ask.step.asks(key).is_some());
    let general = ask.refusals.iter().filter(|refusal| !is_beside(refusal));
    let general = general.map(|refusal| Wrong { id: None, title: None, words: words.refusal(refusal, None) });
    let beside = questions.iter().filter_map(|question| {
        let (id, title) = (Some(question.id.clone()), Some(question.title.clone()));
        Some(Wrong { id, title, words: question.error.clone()? })
    });
    general.chain(beside).collect()
}

/// Whether the script makes any question of the page easier; without it all of them can be answered as well.
fn needs_script(step: &Step<'_>) -> bool {
    step.asked.iter().any(|asked| shown::needs_script(asked))
}

/// Minutes that all questions take together, for the first page.
fn minutes(survey: &Survey) -> usize {
    let seconds: usize = survey
        .questions
        .iter()
        .map(|question| match question.kind {
            Kind::Hidden | Kind::Calculated => 0,
            Kind::Text | Kind::Ideas | Kind::File | Kind::Signature => SECONDS_WRITING,
            Kind::Matrix | Kind::Contact => SECONDS_CHOOSING + SECONDS_ROW * question.rows.len(),
            _ => SECONDS_CHOOSING,
        })
        .sum();
    seconds.div_ceil(60).max(1)
}

/// A page with the headers of all pages that respondents see.
fn respond(body: String, has_script: bool, status: StatusCode) -> Response {
    let mut response = html(body);
    *response.status_mut() = status;
    let policy = if has_script { ui::respondent::scripted_policy() } else { ui::respondent::policy() };
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    response
}
