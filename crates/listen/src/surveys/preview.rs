//! Trying a draft out: the real pages of respondents in the frame of a phone or a desktop, in each language, filled in
//! and gone through, beside what its logic did. Nothing is kept: what was answered travels in the form.

use std::borrow::Cow;
use std::collections::BTreeSet;

use axum::extract::{Path, RawQuery};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use kernel::flow::{self, Effect, End, Fired, Given, Situation, Walk};
use kernel::survey::{Outcome, Quota, Survey, Target, Text};
use kernel::{Attributes, Error, Result};
use serde::Serialize;
use ui::Section;
use ui::http::{Asking, Fields, Manager, Reply};

use crate::respond::form::{Go, LINK, Sent, values};
use crate::respond::page::{self, Ask, Manner, Resume, Word};
use crate::surveys::editing;
use crate::surveys::editor::{Head, encode, own_name};

/// Longest answers that a form carries, in bytes of JSON; beyond it the preview begins anew.
const GIVEN_BYTES_MAX: usize = 20_000;
/// Pages of respondents are far smaller, whatever is asked.
const PAGE_BYTES_MAX: usize = 8 << 20;

#[derive(Serialize)]
struct View {
    survey: Head,
    /// Tag, name, whether it is shown.
    tongues: Vec<(String, String, bool)>,
    lang: String,
    at: String,
    is_wide: bool,
    frame: String,
}

/// `GET /listen/surveys/{survey}/try?lang=&at=QUESTION&wide=1`
pub async fn show(manager: Manager, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let lang = survey.language(fields.get("lang").unwrap_or(manager.locale.code())).to_owned();
    let at = fields.get("at").filter(|key| survey.question(key).is_some()).unwrap_or_default().to_owned();
    let view = View {
        survey: Head::of(&row, &survey, &manager),
        tongues: survey.languages.iter().map(|tag| (tag.clone(), own_name(tag), *tag == lang)).collect(),
        frame: format!("/listen/surveys/{}/try/page?lang={}&at={}", row.id, encode(&lang), encode(&at)),
        is_wide: fields.has("wide"),
        lang,
        at,
    };
    manager.page("listen/surveys/try.html", Section::Listen, view).await
}

/// `GET /listen/surveys/{survey}/try/page`: one page, for the frame. `at` begins at a question, whatever leads there.
pub async fn frame(manager: Manager, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let survey = row.draft()?;
    let (page, told) = go(&manager, &row.id, &survey, &fields)?;
    Ok(framed(page, &told).await?)
}

/// The page, and what its logic did.
fn go(asking: &Asking, id: &str, survey: &Survey, fields: &Fields) -> Result<(Response, String)> {
    let sent = Sent::read(fields);
    let language = survey.language(sent.turn_to.as_deref().or(sent.language.as_deref()).unwrap_or_default()).to_owned();
    let kept = fields.get("given").filter(|text| text.len() <= GIVEN_BYTES_MAX);
    let mut given: Given = kept.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let (nothing, full) = (Attributes::new(), BTreeSet::new());
    let seed = fields.get("seed").and_then(|text| text.parse().ok()).unwrap_or(1);
    let manner = Manner {
        survey,
        theme: Cow::Borrowed(&survey.theme),
        language: language.clone(),
        brand: asking.workspace.title.clone(),
        now: asking.web.env().now(),
    };
    let (mut typed, mut refusals) = (Given::new(), Vec::new());
    if let Some(step) = &sent.step {
        let before = given.clone();
        let walk = flow::walk(&situation(survey, &before, &nothing, &language, seed, &full));
        if let Some(step) = walk.step(step) {
            typed = values(fields, &step.asked, manner.calendar()).values;
            for asked in step.asked.iter().filter(|asked| asked.question.kind.is_asked()) {
                let Some(value) = typed.get(&asked.key) else { continue };
                match asked.check(value) {
                    Ok(_) => drop(given.insert(asked.key.clone(), value.clone())),
                    Err(refusal) => refusals.push(refusal),
                }
            }
        }
    }
    let situation = situation(survey, &given, &nothing, &language, seed, &full);
    let walk = flow::walk(&situation);
    let stays = sent.turn_to.is_some() || (sent.go == Go::Next && !refusals.is_empty());
    let place = place(&walk, &sent, fields, stays, &given);
    if !stays {
        typed.clear();
    }
    if !stays || sent.turn_to.is_some() {
        refusals.clear();
    }
    let response = match walk.steps.get(place) {
        None => end(asking, &manner, &situation, &walk)?,
        Some(step) => {
            let hidden = vec![
                ("step".to_owned(), step.id.clone()),
                ("lang".to_owned(), language.clone()),
                ("seed".to_owned(), seed.to_string()),
                ("given".to_owned(), serde_json::to_string(&given).map_err(Error::internal)?),
            ];
            let ask = Ask {
                manner: manner.clone(),
                situation: &situation,
                step,
                progress: walk.progress(&step.id),
                typed: &typed,
                refusals: &refusals,
                action: format!("/listen/surveys/{id}/try/page"),
                is_preview: true,
                hidden,
                hrefs: None,
                is_first: place == 0,
                is_last: place + 1 == walk.steps.len(),
                resume: Resume::No,
                ideas: &[],
                uploads: &[],
            };
            page::ask(&asking.web, ask, StatusCode::OK)?
        }
    };
    let told = asking.fragment("listen/surveys/fired.html", fired(asking, survey, &walk, place))?;
    Ok((response, told))
}

fn situation<'a>(
    survey: &'a Survey,
    given: &'a Given,
    attributes: &'a Attributes,
    language: &'a str,
    seed: u64,
    full: &'a BTreeSet<String>,
) -> Situation<'a> {
    Situation { survey, given, attributes, language, channel: LINK, touchpoint: None, seed, full }
}

/// The step to show; beyond the last one for the end.
fn place(walk: &Walk<'_>, sent: &Sent, fields: &Fields, stays: bool, given: &Given) -> usize {
    let Some(step) = &sent.step else {
        let at = fields.get("at").unwrap_or_default();
        return walk.steps.iter().position(|step| step.asked.iter().any(|one| one.question.key == at)).unwrap_or(0);
    };
    match (walk.position(step), sent.go) {
        (Some(here), _) if stays => here,
        (Some(here), Go::Back) => here.saturating_sub(1),
        (Some(here), _) => here + 1,
        (None, _) => walk.missing(given).map_or(walk.steps.len(), |(place, _)| place),
    }
}

fn end(asking: &Asking, manner: &Manner<'_>, situation: &Situation<'_>, walk: &Walk<'_>) -> Result<Response> {
    let word = if walk.steps.is_empty() { Word::Closed } else { Word::Thanks };
    let mut response = match walk.end {
        End::Ending(ending) => {
            let word = if ending.outcome == Outcome::Complete { word } else { Word::Screened };
            let say = |text| page::say(text, situation, None);
            page::ending(&asking.web, manner, word, say(&ending.title), say(&ending.text))?
        }
        _ => page::word(&asking.web, manner, word)?,
    };
    *response.status_mut() = StatusCode::OK;
    Ok(response)
}

#[derive(Serialize)]
struct FiredView {
    page: usize,
    of: usize,
    ends: String,
    rules: Vec<Rule>,
}

/// What one condition did.
#[derive(Serialize)]
struct Rule {
    field: String,
    /// `yes`, `no` or `unknown`.
    truth: &'static str,
    /// `shown`, `hidden`, `went`, `stayed` or `full`.
    effect: &'static str,
    to: Option<String>,
}

fn fired(asking: &Asking, survey: &Survey, walk: &Walk<'_>, place: usize) -> FiredView {
    let lang = survey.language(asking.locale.code());
    let rule = |fired: &Fired| Rule {
        field: named(survey, lang, &fired.field),
        truth: match fired.truth {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        },
        effect: match fired.effect {
            Effect::Shown => "shown",
            Effect::Hidden => "hidden",
            Effect::Went(_) => "went",
            Effect::Stayed => "stayed",
            Effect::Full => "full",
        },
        to: match &fired.effect {
            Effect::Went(to) => Some(target(asking, survey, lang, to)),
            _ => None,
        },
    };
    FiredView {
        page: (place + 1).min(walk.steps.len()),
        of: walk.steps.len(),
        ends: match walk.end {
            End::Usual => String::new(),
            End::Ending(ending) => ending.title.get(lang, &survey.languages).unwrap_or(&ending.key).to_owned(),
            End::Quota(quota) => quota_name(quota).to_owned(),
        },
        rules: walk.fired.iter().map(rule).collect(),
    }
}

/// What a condition is about, in the words of the survey: a question by its title, a page or block by that of its first
/// question, a quota by its name.
fn named(survey: &Survey, lang: &str, field: &str) -> String {
    let mut parts = field.split('.');
    let (Some(what), Some(key)) = (parts.next(), parts.next()) else { return field.to_owned() };
    let found = match what {
        "questions" => Some(question(survey, lang, key)),
        "quotas" => survey.quotas.iter().find(|quota| quota.key == key).map(|quota| quota_name(quota).to_owned()),
        _ => {
            let page = parts.nth(1).and_then(|number| number.parse::<usize>().ok());
            block(survey, lang, key, page)
        }
    };
    found.unwrap_or_else(|| field.to_owned())
}

/// Where a page led, in words.
fn target(asking: &Asking, survey: &Survey, lang: &str, to: &str) -> String {
    let says = |key: &str, what: String| asking.web.pages.text(asking.locale, key, &[("what", what.into())]);
    match Target::try_from(to.to_owned()) {
        Ok(Target::Question(key)) => says("survey-target-question", question(survey, lang, &key)),
        Ok(Target::Block(key)) => says("survey-target-block", block(survey, lang, &key, None).unwrap_or(key)),
        Ok(Target::Ending(key)) => {
            let title = survey.ending(&key).and_then(|ending| word(survey, lang, &ending.title));
            says("survey-target-ending", title.unwrap_or(key))
        }
        Ok(Target::End) => asking.text("survey-target-end"),
        Err(_) => to.to_owned(),
    }
}

fn question(survey: &Survey, lang: &str, key: &str) -> String {
    survey.question(key).and_then(|question| word(survey, lang, &question.title)).unwrap_or_else(|| key.to_owned())
}

/// A block by its name, one of its pages (counted from 1) or a block without a name by its first question.
fn block(survey: &Survey, lang: &str, key: &str, page: Option<usize>) -> Option<String> {
    let layout = survey.layout();
    let block = layout.iter().find(|block| block.key == key)?;
    if page.is_none() && !block.name.is_empty() {
        return Some(block.name.clone());
    }
    let place = page.map_or(0, |number| number.saturating_sub(1));
    Some(question(survey, lang, block.pages.get(place)?.questions.first()?))
}

fn quota_name(quota: &Quota) -> &str {
    if quota.name.is_empty() { &quota.key } else { &quota.name }
}

fn word(survey: &Survey, lang: &str, text: &Text) -> Option<String> {
    text.get(lang, &survey.languages).map(str::to_owned)
}

/// The page with what its logic did, which the page around the frame shows beside it; and permission to be framed by
/// our own pages.
async fn framed(response: Response, told: &str) -> Result<Response> {
    let (mut parts, body) = response.into_parts();
    if let Some(policy) = parts.headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok()) {
        let policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
        parts.headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_str(&policy).map_err(Error::internal)?);
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    let bytes = axum::body::to_bytes(body, PAGE_BYTES_MAX).await.map_err(Error::internal)?;
    let page = String::from_utf8_lossy(&bytes);
    let page = match page.rsplit_once("</body>") {
        Some((page, rest)) => format!("{page}{told}</body>{rest}"),
        None => page.into_owned(),
    };
    Ok(Response::from_parts(parts, page.into()))
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Block, Kind, Page, Question};

    use super::*;

    #[test]
    fn what_logic_did_is_told_in_the_words_of_the_survey() {
        let page = |key: &str| Page { questions: vec![key.into()], ..Page::default() };
        let block =
            |key: &str, name: &str, pages| Block { key: key.into(), name: name.into(), pages, ..Block::default() };
        let survey = Survey {
            languages: vec!["en".into()],
            questions: ["a", "b", "c"]
                .map(|key| Question::new(key, Kind::Text, Text::one("en", format!("About {key}"))))
                .into(),
            blocks: vec![block("main", "", vec![page("a"), page("b")]), block("food", "The food", vec![page("c")])],
            ..Survey::default()
        };
        let told = |field| named(&survey, "en", field);
        assert_eq!(told("questions.b"), "About b");
        assert_eq!(told("blocks.main"), "About a");
        assert_eq!(told("blocks.food"), "The food");
        assert_eq!(told("blocks.main.pages.2"), "About b");
        assert_eq!(told("blocks.food.pages.1.then.1"), "About c");
        // What is not there any more keeps its path.
        assert_eq!(told("blocks.gone.pages.1"), "blocks.gone.pages.1");
    }
}
