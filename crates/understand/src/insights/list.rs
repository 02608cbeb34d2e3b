//! `GET /understand/insights`: all insights, the foremost first.

use axum::extract::RawQuery;
use kernel::Role;
use serde::Serialize;
use ui::Section;
use ui::http::{Fields, Reply, Viewer};

use super::PATH;
use super::card::KINDS;
use super::seen::{self, Seen, State};
use super::words::{Line, Teller};
use crate::address::Address;
use crate::surveys::view::Choice;

const PAGE_ROWS: usize = 30;

#[derive(Serialize)]
struct Page {
    state: &'static str,
    tabs: Vec<Choice>,
    rows: Vec<Line>,
    filters: Vec<Filter>,
    newer: Option<String>,
    older: Option<String>,
    /// This page, to come back to.
    here: String,
    may_dismiss: bool,
}

#[derive(Serialize)]
struct Filter {
    label: String,
    chosen: Option<String>,
    clear: String,
    options: Vec<Choice>,
}

pub async fn page(viewer: Viewer, RawQuery(query): RawQuery) -> Reply {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let teller = Teller::of(&viewer).await?;
    let all = seen::all(&viewer).await?;
    let state = State::parse(fields.get("state").unwrap_or_default());
    let mut address = Address::new(PATH);
    if state != State::default() {
        address = address.with("state", state.as_str());
    }
    let mut kept: Vec<&Seen> = all.iter().filter(|seen| seen.state() == state).collect();
    let mut filters = Vec::new();
    for name in ["kind", "survey", "owner"] {
        let chosen = fields.get(name).filter(|value| !value.is_empty());
        if let Some(value) = chosen {
            address = address.with(name, value);
        }
    }
    for name in ["kind", "survey", "owner"] {
        filters.extend(filter(&teller, name, fields.get(name), &kept, &address));
    }
    for name in ["kind", "survey", "owner"] {
        if let Some(value) = fields.get(name) {
            kept.retain(|seen| of(name, seen).as_deref() == Some(value));
        }
    }
    let count = kept.len();
    let pages = count.div_ceil(PAGE_ROWS).max(1);
    let at = fields.get("page").and_then(|page| page.parse::<usize>().ok()).unwrap_or(0).min(pages - 1);
    let turn = |page: usize| if page == 0 { address.clone() } else { address.clone().with("page", page) };
    let tab = |tab: State| {
        let count = all.iter().filter(|seen| seen.state() == tab).count();
        let label = viewer.text(&format!("understand-insights-state-{}", tab.as_str()));
        let there = match tab {
            State::Open => Address::new(PATH),
            tab => Address::new(PATH).with("state", tab.as_str()),
        };
        Choice::new(format!("{label} {}", teller.number(count as f64, 0)), &there, tab == state)
    };
    let page = Page {
        state: state.as_str(),
        tabs: State::ALL.into_iter().map(tab).collect(),
        rows: kept.iter().skip(at * PAGE_ROWS).take(PAGE_ROWS).filter_map(|seen| teller.line(seen)).collect(),
        filters,
        newer: (at > 0).then(|| turn(at - 1).to_string()),
        older: (at + 1 < pages).then(|| turn(at + 1).to_string()),
        here: turn(at).to_string(),
        may_dismiss: viewer.role() >= Role::Agent,
    };
    viewer.page("understand/insights.html", Section::Understand, page).await
}

/// What an insight is filtered by.
fn of(name: &str, seen: &Seen) -> Option<String> {
    match name {
        "kind" => Some(seen.card.kind().to_owned()),
        "survey" => seen.row.survey.clone(),
        // An owner that is nobody's id stands for nobody.
        _ => Some(seen.row.owner.clone().unwrap_or_else(|| "-".to_owned())),
    }
}

fn filter(
    teller: &Teller<'_>,
    name: &'static str,
    chosen: Option<&str>,
    kept: &[&Seen],
    address: &Address,
) -> Option<Filter> {
    let asking = teller.asking;
    let mut values: Vec<(String, String)> = Vec::new();
    for seen in kept {
        let Some(value) = of(name, seen) else { continue };
        if values.iter().any(|(known, _)| *known == value) {
            continue;
        }
        let label = match name {
            "kind" => {
                KINDS.contains(&value.as_str()).then(|| asking.text(&format!("understand-insights-kind-{value}")))
            }
            "survey" => teller.survey(seen),
            _ => Some(teller.owner(seen).unwrap_or_else(|| asking.text("understand-insights-nobody"))),
        };
        values.extend(label.map(|label| (value, label)));
    }
    if values.len() < 2 && chosen.is_none() {
        return None;
    }
    values.sort_by(|a, b| a.1.cmp(&b.1));
    let address = address.clone().without("page");
    let option = |(value, label): &(String, String)| {
        Choice::new(label.clone(), &address.clone().with(name, value), chosen == Some(value.as_str()))
    };
    let known = chosen.and_then(|chosen| values.iter().find(|(value, _)| value == chosen));
    Some(Filter {
        label: asking.text(&format!("understand-insights-by-{name}")),
        chosen: chosen.map(|chosen| known.map_or_else(|| chosen.to_owned(), |(_, label)| label.clone())),
        clear: address.clone().without(name).to_string(),
        options: values.iter().map(option).collect(),
    })
}
