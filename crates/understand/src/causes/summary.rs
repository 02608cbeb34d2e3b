//! `POST /understand/surveys/{survey}/why/summary`: has the evidence of the causes summed up.

use axum::extract::{Path, RawQuery};
use kernel::{Error, Refusal, Uid};
use ui::http::{Agent, Fields, Reply};

use super::page::{WhyView, found};
use crate::assistant::Assistant;
use crate::assistant::summary::{self, Digest, Group};
use crate::subject::{Ground, Subject};
use crate::surveys::results::Request;

/// What the page has to sum up: the quotes that speak for each cause.
pub fn of(subject: &Subject<'_>, request: &Request, why: &WhyView) -> summary::Page {
    let group = |cause: &super::page::CauseView| {
        let mut group = Group::new(&cause.label.text);
        for quote in &cause.quotes {
            let text: String = quote.pieces.iter().map(|piece| piece.text.as_str()).collect();
            group.add(&text, false);
        }
        group
    };
    let address = request.address(subject);
    summary::Page {
        digest: Digest::new(why.causes.iter().map(group).collect()),
        action: address.at(format!("{}/summary", request.path)).to_string(),
        address: address.to_string(),
    }
}

pub async fn summarise(
    agent: Agent,
    ground: Ground,
    assistant: Assistant,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Reply {
    let subject = Subject::find(&agent, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, format!("{}/why", subject.path())).await?;
    if !request.words {
        return Err(Error::Forbidden.into());
    }
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, agent.web.env().now(), days.map(|(_, newest)| newest));
    let why = found(&subject, &request, shown.1).await?.ok_or(Error::NotFound("page"))?;
    let quotes = why.causes.iter().flat_map(|cause| &cause.quotes);
    let uids: Vec<Uid> = quotes.filter_map(|quote| quote.uid.parse().ok()).collect();
    summary::answer(&agent, &ground, &assistant, &of(&subject, &request, &why), &uids).await
}
