//! `POST /understand/surveys/{survey}/texts/{topic}/summary`: has the newest quotes of a topic summed up.

use axum::extract::{Path, RawQuery};
use kernel::{Error, Refusal, Uid};
use ui::http::{Agent, Fields, Reply};

use super::corpus::Tree;
use super::look::segment;
use super::quotes::{self, Quote, Topics, Wanted};
use crate::assistant::Assistant;
use crate::assistant::summary::{self, Digest, Group};
use crate::filters::Filters;
use crate::subject::{Ground, Subject};
use crate::surveys::results::Request;

/// What a topic's page has to sum up: the quotes that stand on it.
pub fn of(filters: &Filters, path: &str, name: &str, quotes: &[Quote]) -> summary::Page {
    let mut group = Group::new(name);
    for quote in quotes {
        let text: String = quote.pieces.iter().map(|piece| piece.text.as_str()).collect();
        group.add(&text, quote.is_cut);
    }
    let address = filters.address(path);
    summary::Page {
        digest: Digest::new(vec![group]),
        action: address.at(format!("{path}/summary")).to_string(),
        address: address.to_string(),
    }
}

pub async fn summarise(
    agent: Agent,
    ground: Ground,
    assistant: Assistant,
    Path((id, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Reply {
    let subject = Subject::find(&agent, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let path = format!("{}/texts/{}", subject.path(), segment(&key));
    let request = Request::read(&subject, &fields, path.clone()).await?;
    if !request.words {
        return Err(Error::Forbidden.into());
    }
    let tree = Tree::new(agent.store().topics(agent.workspace()).await?);
    let topic = tree.place(&key).ok_or(Error::NotFound("topic"))?;
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, agent.web.env().now(), days.map(|(_, newest)| newest));
    let wanted = Wanted {
        conditions: &request.filters.conditions,
        period: shown.1,
        topic: Topics::Of(tree.down(topic)),
        intent: None,
        urgency: None,
        page: 0,
        with_reasons: false,
        copies: super::copies::Shown::Once,
    };
    let (quotes, _) = quotes::read(&subject, &request.filters, &tree, &wanted).await?;
    let uids: Vec<Uid> = quotes.iter().filter_map(|quote| quote.uid.parse().ok()).collect();
    let name = tree.topics[topic].name(agent.locale.code());
    let page = of(&request.filters, &path, name, &quotes);
    summary::answer(&agent, &ground, &assistant, &page, &uids).await
}
