//! Who gets in and how far: logic, quotas, hours, passwords, personal links, anonymity, files, ideas.

mod files;
mod gates;
mod led;
mod secret;

use std::net::{IpAddr, Ipv4Addr};

use kernel::Role;
use kernel::condition::Condition;
use kernel::signal::{Response, What};
use kernel::survey::{Block, Choice, Kind, Page, Question, Survey, Text};

use crate::app::{App, Seen};

pub fn question(key: &str, kind: Kind) -> Question {
    Question { required: false, ..Question::new(key, kind, Text::one("en", format!("About {key}"))) }
}

pub fn options(kind: Kind, key: &str, options: &[&str]) -> Question {
    let options = options.iter().map(|key| Choice::new(key, Text::one("en", key.to_uppercase()))).collect();
    Question { options, ..question(key, kind) }
}

pub fn page(questions: &[&str]) -> Page {
    Page { questions: questions.iter().map(|key| (*key).to_owned()).collect(), ..Page::default() }
}

pub fn block(key: &str, pages: Vec<Page>) -> Block {
    Block { key: key.into(), pages, ..Block::default() }
}

pub fn when(text: &str) -> Condition {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// A published survey in English; its public path and its id.
pub async fn open(app: &App, survey: Survey) -> (String, String) {
    let survey = Survey { languages: vec!["en".into()], title: Text::one("en", "T"), ..survey };
    let row = testkit::survey(&app.store, app.workspace, "s", &survey).await;
    (format!("/s/{}", row.link), row.id)
}

/// Sets who may answer; what is not named is blank.
pub async fn set_access(app: &App, id: &str, fields: &[(&str, &str)]) {
    let manager = app.member(Role::Manager).await;
    manager.post(&format!("/listen/surveys/{id}/access"), fields).await.see_other();
}

pub async fn responses(app: &App) -> Vec<(store::Logged, Response)> {
    let read = |logged: store::Logged| {
        let What::Response(response) = logged.signal.body.what.clone();
        (logged, response)
    };
    app.log().await.into_iter().map(read).collect()
}

/// Addresses that differ, since one may not send everything.
pub fn ip(n: u32) -> IpAddr {
    IpAddr::V4(Ipv4Addr::from_bits(0x0a00_0000 + n))
}

/// Where the form of a page goes.
pub fn action(seen: &Seen) -> String {
    let rest = seen.text.split_once("action=\"").unwrap_or_else(|| panic!("no form: {}", seen.text)).1;
    rest.split('"').next().expect("it ends").replace("&#x2f;", "/")
}
