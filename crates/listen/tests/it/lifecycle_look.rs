//! Pages around a survey to be looked at: with `NABZ_LOOK=folder` they are written there, in English and Persian.

use std::path::PathBuf;

use kernel::Role;
use testkit::Db;

use crate::app::{App, published};

testkit::on_sqlite!(pages_around_a_survey_can_be_looked_at);

async fn pages_around_a_survey_can_be_looked_at(db: Db) {
    let app = App::new(&db).await;
    let page = format!("/listen/surveys/{}", published(&app, "csat", &[]).await);
    let manager = app.member(Role::Manager).await;
    let words = [
        ("w.title.sv", "Hur var det egentligen?"),
        ("w.questions.csat.title.en", "How great was our price and service?"),
        ("w.questions.csat.title.fa", "چقدر عالی بود؟ قیمت و کیفیت؟"),
        ("w.questions.better.title.ar", ""),
    ];
    manager.post(&format!("{page}/translations"), &words).await.see_other();
    manager.post(&format!("{page}/review"), &[("note", "Is question 2 clear?")]).await.see_other();
    manager
        .post(&format!("{page}/comments"), &[("question", "stood_out"), ("text", "What about music?")])
        .await
        .see_other();
    for language in ["en", "fa"] {
        let member = app.member(Role::Admin).await.speaking(language).await;
        for (name, path) in [
            ("list", "/listen".to_owned()),
            ("new", "/listen/surveys/new".to_owned()),
            ("template", "/listen/templates/restaurant".to_owned()),
            ("versions", format!("{page}/versions")),
            ("review", format!("{page}/review")),
            ("translations", format!("{page}/translations")),
            ("theme", format!("{page}/theme")),
            ("workspace-theme", "/listen/theme".to_owned()),
        ] {
            let seen = member.get(&path).await.ok();
            if let Ok(folder) = std::env::var("NABZ_LOOK") {
                std::fs::write(PathBuf::from(folder).join(format!("life-{name}-{language}.html")), &seen.text)
                    .expect("it is written");
            }
        }
        let file = "key,sv\ntitle,Hur var det?\nquestions.gone.title,X\n";
        let told = member.upload(&format!("{page}/translations/import"), &[], "t.csv", file).await.ok();
        if let Ok(folder) = std::env::var("NABZ_LOOK") {
            std::fs::write(PathBuf::from(folder).join(format!("life-import-{language}.html")), &told.text)
                .expect("it is written");
        }
    }
}
