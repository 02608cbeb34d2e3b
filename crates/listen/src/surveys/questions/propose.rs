//! A question that results propose: those who scored low and gave no reason are asked for it, with the reasons of others
//! in their words, beside something else. The page shows what would be added; adding it changes the draft as any other
//! edit does.

use axum::extract::{Path, RawQuery};
use kernel::condition::{Check, Comparison, Condition, Literal, Operand, Test};
use kernel::survey::{Choice, Kind, Order, QUESTIONS_MAX, Question, Survey, Text};
use kernel::{Error, Locale, Refusal, Result};
use serde::Serialize;
use ui::Section;
use ui::http::{Asking, Fields, Flash as _, Manager, Reply, see_other};

use super::add::free_key;
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::{Head, encode};
use crate::surveys::layout::shape::{self, To};
use crate::surveys::{TITLE_CHARS_MAX, keys};

/// Reasons that are offered: more are not read on a phone.
pub const REASONS_MAX: usize = 8;
/// What the new question is called in answers and exports.
const KEY: &str = "reasons";

/// What the address and the form say: `about`, the key of a question with a scale; `to`, its highest low score; and as
/// often as there are words `reason`, as `1:en:slow service`, where the same number stands for the same reason.
struct Proposal {
    about: Question,
    to: i32,
    reasons: Vec<Text>,
}

impl Proposal {
    /// # Errors
    /// `NotFound` where the draft has no such question; `not_offered` where it has no scale, or all of it is low.
    fn read(survey: &Survey, fields: &Fields) -> Result<Self> {
        let about = fields.get("about").and_then(|key| survey.question(key)).ok_or(Error::NotFound("question"))?;
        let scale = about.scale().filter(|_| about.kind.is_scored());
        let to = fields.get("to").and_then(|to| to.parse().ok());
        let is_low = |to: &i32| scale.is_some_and(|scale| (scale.from..scale.to).contains(to));
        let to = to.filter(is_low).ok_or_else(|| Refusal::new("not_offered").at("to"))?;
        Ok(Self { about: about.clone(), to, reasons: reasons(survey, fields) })
    }

    /// The question, under a key that is still to be made free.
    fn question(&self, asking: &Asking, languages: &[String]) -> Question {
        let kind = if self.reasons.is_empty() { Kind::Text } else { Kind::Choices };
        let mut question = Question::new(KEY, kind, words(asking, languages, "survey-propose-title"));
        question.when = Operand::answer(&self.about.key).ok().map(|of| {
            let check = Check::Compare(Comparison::Le, Literal::Number(self.to.into()));
            Condition::Test(Test { of, check })
        });
        if kind == Kind::Text {
            return question;
        }
        question.hint = words(asking, languages, "survey-propose-hint");
        question.order = Order::Shuffled;
        for reason in &self.reasons {
            let said = reason.get("", languages).unwrap_or_default();
            let key = keys::unique(said, "reason", |key| question.options.iter().any(|option| option.key == key));
            question.options.push(Choice::new(&key, reason.clone()));
        }
        let key = keys::unique("other", "other", |key| question.options.iter().any(|option| option.key == key));
        let other = words(asking, languages, "survey-propose-other");
        question.options.push(Choice { other: true, pinned: true, ..Choice::new(&key, other) });
        question
    }
}

/// Reasons in languages of the survey. Words that name somebody, or that would read as the place of an answer, are none
/// to show to others.
fn reasons(survey: &Survey, fields: &Fields) -> Vec<Text> {
    let mut all: Vec<(&str, Text)> = Vec::new();
    for field in fields.all("reason") {
        let mut parts = field.splitn(3, ':');
        let (Some(number), Some(tag), Some(said)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_fit = (1..=TITLE_CHARS_MAX).contains(&said.chars().count()) && !said.contains(['{', '}', '[', ']']);
        let Some(tag) = survey.languages.iter().find(|known| *known == tag) else { continue };
        if !is_fit || !text::private::find(&said).is_empty() {
            continue;
        }
        match all.iter().position(|(known, _)| *known == number) {
            Some(place) => all[place].1.set(tag, &said),
            None if all.len() < REASONS_MAX => all.push((number, Text::one(tag, said))),
            None => {}
        }
    }
    all.into_iter().map(|(_, text)| text).collect()
}

/// Our words in those of the survey's languages that pages exist in; where there is none, in the reader's.
fn words(asking: &Asking, languages: &[String], key: &str) -> Text {
    let plain = |locale: Locale| asking.web.pages.plain(locale, key, &[]);
    let mut text = Text::default();
    for tag in languages {
        if let Some(locale) = Locale::parse(tag) {
            text.set(tag, &plain(locale));
        }
    }
    match languages.first() {
        Some(first) if text.is_empty() => Text::one(first, plain(asking.locale)),
        _ => text,
    }
}

/// The same question, where somebody has added it already.
fn known<'s>(survey: &'s Survey, question: &Question) -> Option<&'s Question> {
    survey.questions.iter().find(|other| other.when == question.when && other.title == question.title)
}

#[derive(Serialize)]
struct View {
    survey: Head,
    /// Title of the question that it is about, and its highest low score.
    about: String,
    to: i32,
    kind: Kind,
    /// In each language of the survey.
    wordings: Vec<Wording>,
    /// Whether some words are still to be translated.
    has_gaps: bool,
    /// The question's page, where it has been added.
    known: Option<String>,
    /// The fields of the form.
    sent: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct Wording {
    tag: String,
    name: String,
    title: String,
    hint: String,
    /// Nothing where there are no words in this language yet.
    options: Vec<Option<String>>,
}

/// `GET /listen/surveys/{survey}/propose`: what would be added.
pub async fn form(manager: Manager, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let proposal = Proposal::read(&survey, &fields)?;
    let question = proposal.question(&manager, &survey.languages);
    let own = survey.language(manager.locale.code());
    let wordings: Vec<Wording> = survey.languages.iter().map(|tag| wording(&question, tag)).collect();
    let view = View {
        survey: Head::of(&row, &survey, &manager),
        about: proposal.about.title.get(own, &survey.languages).unwrap_or(&proposal.about.key).to_owned(),
        to: proposal.to,
        kind: question.kind,
        has_gaps: wordings.iter().any(|wording| wording.options.iter().any(Option::is_none)),
        wordings,
        known: known(&survey, &question).map(|known| page_of(&id, &known.key)),
        sent: sent(&proposal),
    };
    manager.page("listen/surveys/propose.html", Section::Listen, view).await
}

fn wording(question: &Question, tag: &str) -> Wording {
    let one = |text: &Text| text.get(tag, &[]).map(str::to_owned);
    Wording {
        tag: tag.to_owned(),
        name: Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.own_name().to_owned()),
        title: one(&question.title).unwrap_or_default(),
        hint: one(&question.hint).unwrap_or_default(),
        options: question.options.iter().map(|option| one(&option.label)).collect(),
    }
}

fn sent(proposal: &Proposal) -> Vec<(&'static str, String)> {
    let mut sent = vec![("about", proposal.about.key.clone()), ("to", proposal.to.to_string())];
    for (number, reason) in proposal.reasons.iter().enumerate() {
        sent.extend(reason.0.iter().map(|(tag, said)| ("reason", format!("{number}:{tag}:{said}"))));
    }
    sent
}

/// `POST /listen/surveys/{survey}/propose`: adds it on a page of its own after the question that it is about. Twice
/// changes nothing more.
///
/// # Errors
/// Those of [`Proposal::read`], `too_many` beyond the bound of a survey, and what the check of surveys refuses to keep.
pub async fn add(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let proposal = Proposal::read(&editing.survey, &fields)?;
    let mut question = proposal.question(&manager, &editing.survey.languages);
    if let Some(known) = known(&editing.survey, &question) {
        return Ok(see_other(&page_of(&id, &known.key)));
    }
    if editing.survey.questions.len() >= QUESTIONS_MAX {
        return Err(Refusal::new("too_many").at("questions").with("max", QUESTIONS_MAX.to_string()).into());
    }
    question.key = free_key(&editing, KEY).await?;
    let page = page_of(&id, &question.key);
    shape::insert(&mut editing.survey, question, &To::OwnAfter(proposal.about.key));
    editing.keep(&manager, "survey.question_propose").await?;
    Ok(see_other(&page).flash("survey-flash-proposed"))
}

fn page_of(survey: &str, question: &str) -> String {
    format!("/listen/surveys/{survey}/questions/{}", encode(question))
}
