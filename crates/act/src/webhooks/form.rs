//! The form of an endpoint.

use std::collections::BTreeMap;

use kernel::Refusal;
use outbound::{Client, Why};
use serde::Serialize;
use ui::http::{Asking, Fields};

use super::ALL_EVENTS;
use super::entity::endpoint;
use super::kind::Event;

const NAME_CHARS_MAX: usize = 80;
/// As `outbound` takes it.
const URL_CHARS_MAX: usize = 2_048;

/// What stands in the form.
#[derive(Clone, Debug, Serialize)]
pub struct Draft {
    pub name: String,
    pub url: String,
    /// `all` or `some`.
    pub which: &'static str,
    pub events: Vec<String>,
    pub with_texts: bool,
}

/// What a form that can be kept says.
pub struct Checked {
    pub name: String,
    pub url: String,
    pub events: String,
    pub with_texts: bool,
}

/// Words beside fields.
pub type Problems = BTreeMap<String, String>;

impl Default for Draft {
    fn default() -> Self {
        Self { name: String::new(), url: String::new(), which: "all", events: Vec::new(), with_texts: false }
    }
}

impl Draft {
    pub fn typed(fields: &Fields) -> Self {
        let text = |name: &str, max: usize| {
            let typed = fields.get(name).unwrap_or_default().chars().filter(|c| !c.is_control());
            typed.take(max + 1).collect::<String>()
        };
        Self {
            name: text("name", NAME_CHARS_MAX),
            url: text("url", URL_CHARS_MAX),
            which: if fields.get("which") == Some("some") { "some" } else { "all" },
            events: fields.all("event").filter_map(Event::parse).map(|event| event.as_str().to_owned()).collect(),
            with_texts: fields.has("with_texts"),
        }
    }

    pub fn of(row: &endpoint::Model) -> Self {
        let is_all = row.events == ALL_EVENTS;
        Self {
            name: row.name.clone(),
            url: row.url.clone(),
            which: if is_all { "all" } else { "some" },
            events: if is_all { Vec::new() } else { row.events.split(' ').map(str::to_owned).collect() },
            with_texts: row.with_texts,
        }
    }

    /// Reads it; everything that is to be mended comes back at once.
    pub async fn checked(&self, client: &Client) -> Result<Checked, Vec<Refusal>> {
        let mut wrong = Vec::new();
        if self.name.is_empty() {
            wrong.push(Refusal::new("required").at("name"));
        } else if self.name.chars().count() > NAME_CHARS_MAX {
            wrong.push(Refusal::new("too_long").at("name").with("max", NAME_CHARS_MAX.to_string()));
        }
        if self.url.is_empty() {
            wrong.push(Refusal::new("required").at("url"));
        } else if let Err(why) = client.look(&self.url).await {
            wrong.push(Refusal::new(code(why)).at("url"));
        }
        if self.which == "some" && self.events.is_empty() {
            wrong.push(Refusal::new("webhook_no_event").at("event"));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let chosen: Vec<&str> =
            Event::chosen().map(Event::as_str).filter(|name| self.events.iter().any(|one| one == name)).collect();
        Ok(Checked {
            name: self.name.clone(),
            url: self.url.clone(),
            events: if self.which == "all" { ALL_EVENTS.to_owned() } else { chosen.join(" ") },
            with_texts: self.with_texts,
        })
    }
}

/// The events in the order of the form, those of cases and of initiatives apart.
#[derive(Debug, Serialize)]
pub struct Offered {
    cases: Vec<Event>,
    initiatives: Vec<Event>,
}

impl Offered {
    pub fn all() -> Self {
        let (cases, initiatives) = Event::chosen().partition(|event| event.as_str().starts_with("case."));
        Self { cases, initiatives }
    }
}

pub fn problems(asking: &Asking, refusals: &[Refusal]) -> Problems {
    refusals.iter().map(|refusal| (refusal.field.clone().unwrap_or_default(), asking.words(refusal))).collect()
}

fn code(why: Why) -> &'static str {
    match why {
        Why::Malformed => "webhook_malformed",
        Why::Scheme => "webhook_scheme",
        Why::Userinfo => "webhook_userinfo",
        Why::Port => "webhook_port",
        Why::Form => "webhook_form",
        Why::Private => "webhook_private",
    }
}
