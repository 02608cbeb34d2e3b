//! Pages to be looked at: with `NABZ_LOOK=folder`, every page of this slice is written there, in English and Persian.

use std::path::PathBuf;

use kernel::Role;
use testkit::Db;

use crate::app::{App, Browser, link, published};

testkit::on_sqlite!(pages_can_be_looked_at);

async fn pages_can_be_looked_at(db: Db) {
    let app = App::new(&db).await;
    let empty = app.member(Role::Manager).await.get("/listen").await.ok();
    write("list-empty-en", &empty.text);
    let id = published(&app, "csat", &[]).await;
    published(&app, "nps", &[]).await;
    for language in ["en", "fa"] {
        let manager = app.member(Role::Manager).await;
        let member = manager.speaking(language).await;
        look(&member, language, &id).await;
        let public = link(&app, &id).await;
        let first = app.guest(language).get(&public).await.ok();
        write(&format!("respond-1-{language}"), &first.text);
        let fields = ["r", "v", "step", "lang"].map(|name| (name, first.hidden(name)));
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        write(&format!("respond-error-{language}"), &app.guest(language).post(&public, &fields).await.text);
        fields.push(("a.csat", "4"));
        write(&format!("respond-2-{language}"), &app.guest(language).post(&public, &fields).await.ok().text);
        write(
            &format!("respond-thanks-{language}"),
            &app.guest(language).get(&format!("{public}/thanks")).await.ok().text,
        );
        write(&format!("respond-unknown-{language}"), &app.guest(language).get("/s/nothing").await.text);
    }
}

async fn look(member: &Browser<'_>, language: &str, id: &str) {
    let page = format!("/listen/surveys/{id}");
    for (name, path) in [
        ("list", "/listen".to_owned()),
        ("new", "/listen/surveys/new".to_owned()),
        ("editor", page.clone()),
        ("texts", format!("{page}/texts")),
        ("question-csat", format!("{page}/questions/csat")),
        ("question-choices", format!("{page}/questions/stood_out")),
        ("share", format!("{page}/share")),
        ("preview", format!("{page}/try/page?lang={language}")),
    ] {
        write(&format!("{name}-{language}"), &member.get(&path).await.ok().text);
    }
}

fn write(name: &str, html: &str) {
    if let Ok(folder) = std::env::var("NABZ_LOOK") {
        std::fs::write(PathBuf::from(folder).join(format!("{name}.html")), html).expect("it is written");
    }
}
