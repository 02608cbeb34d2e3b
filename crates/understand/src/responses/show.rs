//! `/understand/responses/{uid}`: everything that one person answered, with what was known at that moment.

use axum::extract::{Path, RawQuery};
use kernel::signal::{Answer, What};
use kernel::survey::{Kind, Survey};
use kernel::{Error, Result, Timestamp, Uid};
use serde::Serialize;
use store::Logged;
use ui::http::{Fields, Reply, Viewer};
use ui::{Feeling, Section, Tone};

use crate::filters::{Dimension, channel_label};
use crate::personal::Mask;
use crate::subject::{Ground, Subject};
use crate::texts::{Said, feelings};
use measures::Metric;

#[derive(Serialize)]
struct Page {
    /// Of the signal, for the way to what it led to.
    uid: String,
    /// Title and path of the survey's dashboard; no path where the survey is gone.
    survey: String,
    survey_href: Option<String>,
    at: Timestamp,
    completed: bool,
    answers: Vec<Answered>,
    /// Whether this reader may read what was written.
    words: bool,
    /// Whether something personal in it is hidden from this reader.
    masked: bool,
    facts: Vec<Fact>,
    /// As they were at that moment.
    attributes: Vec<Fact>,
}

#[derive(Serialize)]
struct Answered {
    question: String,
    score: Option<String>,
    /// "of 10"
    of: Option<String>,
    tone: Option<Tone>,
    choices: Vec<String>,
    text: Option<String>,
    /// The lines of a drawn signature, in a box of 600 × 200.
    drawing: Option<String>,
    language: Option<String>,
    feels: Option<Feeling>,
    /// Whether the reasons of what the text says stand open.
    why: bool,
}

#[derive(Serialize)]
struct Fact {
    name: String,
    value: String,
    /// The value is an id, which reads from the left.
    is_code: bool,
}

/// `GET /understand/responses/{uid}`
pub async fn page(viewer: Viewer, ground: Ground, Path(uid): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let missing = || Error::NotFound("response");
    let uid: Uid = uid.parse().map_err(|_| missing())?;
    let logged = ground.0.signals(viewer.workspace(), &[uid]).await?.into_iter().next().ok_or_else(missing)?;
    let What::Response(response) = &logged.signal.body.what;
    let survey = viewer.store().survey_by_key(viewer.workspace(), &response.survey).await?;
    let subject = survey.map(|row| Subject::new(&viewer, &ground, row)).transpose()?;
    // Somebody who was promised anonymity is not shown alone, whoever knows the address.
    if subject.as_ref().is_some_and(|subject| subject.definition.anonymous) {
        return Err(missing().into());
    }
    let words = crate::verbatims::may_read(&viewer, subject.as_ref().map(|subject| &subject.row)).await?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let mask = Mask::by_rule(&viewer);
    let mut given = answers(subject.as_ref(), &response.answers, logged.signal.language.as_deref(), words);
    let masked =
        given.iter_mut().map(|(answer, answered)| answered.hide(answer, &mask)).filter(|hidden| *hidden).count();
    let first = subject.as_ref().and_then(|subject| subject.definition.languages.first().cloned());
    feel(&viewer, &ground, &logged, &mut given, (first, fields.get("why"))).await?;
    let page = Page {
        uid: logged.uid.to_string(),
        survey: subject.as_ref().map_or_else(|| response.survey.clone(), Subject::title),
        survey_href: subject.as_ref().map(Subject::path),
        at: logged.signal.occurred_at,
        completed: response.completed_at.is_some(),
        answers: given.into_iter().map(|(_, answered)| answered).collect(),
        words,
        masked: masked > 0,
        facts: facts(&viewer, &logged).await?,
        attributes: attributes(&viewer, &logged).await?,
    };
    viewer.page("understand/response.html", Section::Understand, page).await
}

/// One entry a question, in the order of the survey; several chosen options belong together.
fn answers<'a>(
    subject: Option<&Subject<'_>>,
    answers: &'a [Answer],
    language: Option<&str>,
    words: bool,
) -> Vec<(&'a Answer, Answered)> {
    let mut all: Vec<(&Answer, Answered)> = Vec::new();
    for answer in answers.iter().filter(|answer| words || answer.text.is_none()) {
        let choice = answer.choice.as_deref().map(|choice| option(subject, &answer.question, choice));
        if let (Some(choice), Some((_, known))) =
            (&choice, all.iter_mut().find(|(of, _)| of.question == answer.question))
        {
            known.choices.push(choice.clone());
            continue;
        }
        all.push((answer, answered(subject, answer, choice, language)));
    }
    all
}

/// Adds what the texts say; the reasons of the one that the address names stand open.
async fn feel(
    viewer: &Viewer,
    ground: &Ground,
    logged: &Logged,
    given: &mut [(&Answer, Answered)],
    (first, why): (Option<String>, Option<&str>),
) -> Result<()> {
    let is_verbatim = |answer: &Answer| answer.kind.is_verbatim() && answer.text.is_some();
    let said = given.iter().filter(|(answer, _)| is_verbatim(answer)).map(|(answer, answered)| Said {
        uid: Some(logged.uid),
        question: answer.question.clone(),
        text: answered.text.clone().unwrap_or_default(),
        language: logged.signal.language.clone().or_else(|| first.clone()),
    });
    let feels = feelings(viewer, &ground.0, said.collect(), viewer.path()).await?;
    for ((answer, answered), feels) in given.iter_mut().filter(|(answer, _)| is_verbatim(answer)).zip(feels) {
        answered.why = why == Some(answer.question.as_str());
        answered.feels = Some(feels);
    }
    Ok(())
}

fn answered(
    subject: Option<&Subject<'_>>,
    answer: &Answer,
    choice: Option<String>,
    language: Option<&str>,
) -> Answered {
    let question = subject.and_then(|subject| Some((subject, subject.definition.asked(&answer.question)?)));
    let scored = question.and_then(|(subject, question)| Some((subject, Metric::of(question)?, answer.score?)));
    let drawing = answer.text.as_deref().filter(|_| answer.kind == Kind::Signature).and_then(drawing);
    Answered {
        question: question
            .map_or_else(|| answer.question.clone(), |(subject, q)| subject.answer_title(q, &answer.question)),
        score: match scored {
            Some((subject, _, score)) => Some(subject.format.number(score, 0)),
            None => answer.score.map(|score| score.to_string()),
        },
        of: scored.map(|(subject, metric, _)| subject.format.count(metric.scale.to.into())),
        tone: scored.map(|(_, metric, score)| metric.tone(score.round() as i64)),
        choices: choice.into_iter().collect(),
        text: answer.text.clone().filter(|_| drawing.is_none()),
        drawing,
        language: language.map(str::to_owned),
        feels: None,
        why: false,
    }
}

impl Answered {
    /// Hides what is personal; returns whether anything is.
    fn hide(&mut self, answer: &Answer, mask: &Mask) -> bool {
        let Some(text) = answer.text.as_deref().filter(|_| mask.is_on()) else { return false };
        let masked = mask.answer(answer.kind, &answer.question, text);
        if masked == text {
            return false;
        }
        (self.text, self.drawing) = (Some(masked.into_owned()), None);
        true
    }
}

/// A drawn signature: `path:M12,30L14,31`.
fn drawing(text: &str) -> Option<String> {
    let path = text.strip_prefix("path:")?;
    path.chars().all(|c| c.is_ascii_digit() || matches!(c, 'M' | 'L' | ',' | '.' | ' ')).then(|| path.to_owned())
}

fn option(subject: Option<&Subject<'_>>, question: &str, choice: &str) -> String {
    let words =
        |subject: &Subject<'_>, definition: &Survey| Some(subject.option_label(definition.asked(question)?, choice));
    subject.and_then(|subject| words(subject, &subject.definition)).unwrap_or_else(|| choice.to_owned())
}

async fn facts(viewer: &Viewer, logged: &Logged) -> Result<Vec<Fact>> {
    let contact = match &logged.contact_id {
        Some(id) => viewer.store().contact(viewer.workspace(), id).await?.map(|contact| contact.key),
        None => None,
    };
    let language =
        logged.signal.language.as_deref().map(|tag| {
            kernel::Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.own_name().to_owned())
        });
    let fact =
        |key: &str, value: Option<String>, is_code| value.map(|value| Fact { name: viewer.text(key), value, is_code });
    let facts = [
        fact("understand-contact", contact, true),
        fact("understand-dimension-channel", Some(channel_label(viewer, &logged.signal.channel)), false),
        fact("understand-dimension-touchpoint", logged.signal.touchpoint.clone(), false),
        fact("understand-dimension-language", language, false),
        fact("understand-response-id", Some(logged.signal.source_id.clone()), true),
    ];
    Ok(facts.into_iter().flatten().collect())
}

async fn attributes(viewer: &Viewer, logged: &Logged) -> Result<Vec<Fact>> {
    let known = Dimension::all(&viewer.store().attributes(viewer.workspace()).await?);
    let fact = |(name, value): (&String, &kernel::Value)| {
        let column = kernel::attribute::column(name);
        let dimension = known.iter().find(|dimension| dimension.column == column);
        let text = value.to_text();
        let value = dimension.map_or_else(|| text.clone(), |dimension| dimension.value_label(viewer, Some(&text)));
        Fact { name: name.clone(), value, is_code: false }
    };
    Ok(logged.signal.body.attributes.iter().map(fact).collect())
}
