//! `GET /listen/surveys/{survey}/preview`: the draft as respondents would see it. Nothing is sent or kept.

use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use kernel::{Error, SurveyId};
use ui::http::{Fields, Manager, Reply};

use crate::respond::page::{self, Ask, Manner, Word};
use crate::respond::snapshot::Given;

pub async fn preview(manager: Manager, Path(survey): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let id = SurveyId::from_outside(survey);
    let row = manager.store().survey(manager.workspace(), &id).await?.ok_or(Error::NotFound("survey"))?;
    let survey = row.draft()?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let language = survey.language(query.get("lang").unwrap_or_default()).to_owned();
    let manner = Manner {
        survey: &survey,
        language: language.clone(),
        brand: manager.0.workspace.title.clone(),
        now: manager.web.env().now(),
    };
    let answered = query.get("page").and_then(|page| page.parse::<usize>().ok());
    let place = match (answered, query.get("go")) {
        (None, _) => 0,
        (Some(page), Some("back")) => page.saturating_sub(2),
        (Some(page), Some("next")) => page,
        (Some(page), _) => page.saturating_sub(1),
    };
    if survey.questions.is_empty() || place >= survey.questions.len() {
        let word = if survey.questions.is_empty() { Word::Closed } else { Word::Thanks };
        let mut response = page::word(&manager.web, &manner, word)?;
        *response.status_mut() = StatusCode::OK;
        return Ok(response);
    }
    let hrefs = |tag: &str| {
        let tag: String = form_urlencoded::byte_serialize(tag.as_bytes()).collect();
        format!("?lang={tag}&page={}", place + 1)
    };
    let ask = Ask {
        place,
        given: &Given::new(),
        typed: None,
        refusal: None,
        action: format!("/listen/surveys/{id}/preview"),
        is_preview: true,
        hidden: vec![("page".into(), (place + 1).to_string()), ("lang".into(), language)],
        hrefs: Some(&hrefs),
        manner,
    };
    Ok(page::ask(&manager.web, ask, StatusCode::OK)?)
}
