//! `GET /listen/surveys/{survey}/preview`: the draft as respondents would see it. It can be gone through; nothing is
//! sent or kept, so that the answers travel in the address.

use std::collections::BTreeSet;

use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use kernel::flow::{self, End, Given, Situation};
use kernel::survey::Outcome;
use kernel::{Attributes, Error, SurveyId};
use ui::http::{Fields, Manager, Reply};

use crate::respond::form::{Go, LINK, Sent, values};
use crate::respond::page::{self, Ask, Manner, Resume, Word};

/// Longest answers that an address carries, in bytes of JSON; beyond it the preview begins anew.
const GIVEN_BYTES_MAX: usize = 6_000;

pub async fn preview(manager: Manager, Path(survey): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let id = SurveyId::from_outside(survey);
    let row = manager.store().survey(manager.workspace(), &id).await?.ok_or(Error::NotFound("survey"))?;
    let survey = row.draft()?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let sent = Sent::read(&fields);
    let language = survey.language(sent.turn_to.as_deref().or(sent.language.as_deref()).unwrap_or_default()).to_owned();
    let web = &manager.web;
    let manner = Manner {
        survey: &survey,
        language: language.clone(),
        brand: manager.0.workspace.title.clone(),
        now: web.env().now(),
    };
    let kept = fields.get("given").filter(|text| text.len() <= GIVEN_BYTES_MAX);
    let mut given: Given = kept.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let (nothing, full) = (Attributes::new(), BTreeSet::new());
    let seed = fields.get("seed").and_then(|text| text.parse().ok()).unwrap_or(1);
    let (mut typed, mut refusals) = (Given::new(), Vec::new());
    let mut place = None;
    if let Some(id) = &sent.step {
        let before = given.clone();
        let situation = situation(&survey, &before, &nothing, &language, seed, &full);
        let walk = flow::walk(&situation);
        if let Some(step) = walk.step(id) {
            typed = values(&fields, &step.asked, manner.calendar()).values;
            for asked in step.asked.iter().filter(|asked| asked.question.kind.is_asked()) {
                let Some(value) = typed.get(&asked.key) else { continue };
                match asked.check(value) {
                    Ok(_) => drop(given.insert(asked.key.clone(), value.clone())),
                    Err(refusal) => refusals.push(refusal),
                }
            }
        }
    }
    let situation = situation(&survey, &given, &nothing, &language, seed, &full);
    let walk = flow::walk(&situation);
    if let Some(id) = &sent.step {
        let stays = sent.turn_to.is_some() || (sent.go == Go::Next && !refusals.is_empty());
        let here = walk.position(id);
        place = match (here, sent.go) {
            (here, _) if stays => here,
            (Some(here), Go::Back) => Some(here.saturating_sub(1)),
            (Some(here), _) => Some(here + 1),
            (None, _) => walk.missing(&given).map(|(place, _)| place).or(Some(walk.steps.len())),
        };
        if !stays {
            refusals.clear();
            typed.clear();
        } else if sent.turn_to.is_some() {
            refusals.clear();
        }
    }
    let place = place.unwrap_or(0);
    let Some(step) = walk.steps.get(place) else {
        let word = if walk.steps.is_empty() { Word::Closed } else { Word::Thanks };
        let mut response = match walk.end {
            End::Ending(ending) => {
                let word = if ending.outcome == Outcome::Complete { word } else { Word::Screened };
                let say = |text| page::say(text, &situation, None);
                page::ending(web, &manner, word, say(&ending.title), say(&ending.text))?
            }
            _ => page::word(web, &manner, word)?,
        };
        *response.status_mut() = StatusCode::OK;
        return Ok(response);
    };
    let carried = serde_json::to_string(&given).map_err(Error::internal)?;
    let hidden = vec![
        ("step".to_owned(), step.id.clone()),
        ("lang".to_owned(), language.clone()),
        ("seed".to_owned(), seed.to_string()),
        ("given".to_owned(), carried),
    ];
    let ask = Ask {
        situation: &situation,
        step,
        progress: walk.progress(&step.id),
        typed: &typed,
        refusals: &refusals,
        action: format!("/listen/surveys/{id}/preview"),
        is_preview: true,
        hidden,
        hrefs: None,
        is_first: place == 0,
        is_last: place + 1 == walk.steps.len(),
        resume: Resume::No,
        ideas: &[],
        uploads: &[],
        manner,
    };
    Ok(page::ask(web, ask, StatusCode::OK)?)
}

fn situation<'a>(
    survey: &'a kernel::survey::Survey,
    given: &'a Given,
    attributes: &'a Attributes,
    language: &'a str,
    seed: u64,
    full: &'a BTreeSet<String>,
) -> Situation<'a> {
    Situation { survey, given, attributes, language, channel: LINK, touchpoint: None, seed, full }
}
