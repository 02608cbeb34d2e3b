//! Personal data in texts: who sees it on pages, who takes it out in files, and where nobody does.

use axum::http::StatusCode;
use kernel::survey::{Kind, Question, Survey, Text};
use kernel::{Locale, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::entity::workspace;
use testkit::Db;

use crate::harness::{App, More, app, said, visit};

testkit::on_both!(
    pages_mask_by_the_rule_of_the_workspace,
    topics_are_tried_on_masked_texts,
    nobody_reads_personal_data_where_anonymity_was_promised,
    a_file_holds_personal_data_only_for_those_who_may_and_ask,
);

const TODAY: &str = "2026-11-22T08:00:00Z";
const WORDS: &str = "Nobody called me back on 070-123 45 67, write to anna.berg@example.com about the bins";

async fn rule(app: &App, shown: &str, exported: &str) {
    workspace::Entity::update_many()
        .col_expr(workspace::Column::PersonalShown, Expr::value(shown))
        .col_expr(workspace::Column::PersonalExported, Expr::value(exported))
        .filter(workspace::Column::Id.eq(app.ws.0))
        .exec(app.store.reads())
        .await
        .expect("the workspace is changed");
}

/// A question for an address beside the text.
fn asking() -> Survey {
    let mut survey = visit();
    let mail = Question { options: vec![], ..survey.questions[0].clone() };
    survey.questions.push(Question {
        key: "mail".into(),
        kind: Kind::Email,
        title: Text::one("en", "Your address"),
        ..mail
    });
    survey
}

async fn written(app: &App, survey: &Survey) -> String {
    let path = format!("/understand/surveys/{}", app.survey("visit", survey).await.id);
    let mail = |answer: &mut kernel::signal::Answer| answer.text = Some("bo at home".into());
    app.append(vec![said("r1", 2, "qr", TODAY).text(WORDS).also("mail", Kind::Email, mail)]).await;
    path
}

async fn pages_mask_by_the_rule_of_the_workspace(db: Db) {
    let app = app(&db).await;
    let path = written(&app, &asking()).await;
    let agent = app.reader(Role::Agent).await;
    let single = app.get(&format!("{path}/answers")).await.ok().links("/understand/responses/");
    let single = single.iter().find(|link| !link.contains('?')).expect("a response").clone();
    let pages = [path.clone(), format!("{path}/answers"), format!("{path}/report"), single.clone()];
    // Managers and above, until somebody says otherwise.
    for page in &pages {
        app.get(page).await.ok().shows("anna.berg").shows("070-123").hides("[email]");
        agent.get(page).await.ok().hides("anna.berg").hides("070-123").shows("[email]").shows("[phone]");
    }
    app.get(&single).await.ok().shows("bo at home").hides("Personal data in these texts is hidden");
    agent.get(&single).await.ok().hides("bo at home").shows("Personal data in these texts is hidden");

    rule(&app, "agent", "admin").await;
    for page in &pages {
        agent.get(page).await.ok().shows("anna.berg").hides("[email]");
    }
    rule(&app, "nobody", "admin").await;
    let owner = app.reader(Role::Owner).await;
    for page in &pages {
        owner.get(page).await.ok().hides("anna.berg").shows("[email]");
    }
    app.reads(Locale::Sv).await;
    owner.get(&single).await.ok().shows("[e-post]").shows("[telefon]");
    app.reads(Locale::Fa).await;
    owner.get(&format!("{path}/answers")).await.ok().shows("[تلفن]").hides("anna.berg");
}

async fn topics_are_tried_on_masked_texts(db: Db) {
    let app = app(&db).await;
    written(&app, &visit()).await;
    rule(&app, "admin", "admin").await;
    let form = "do=try&version=0&name-en=Bins&rule-en=bin";
    let page = app.post("/understand/topics/-/edit", form).await.ok();
    page.hides("anna.berg").hides("070-123").shows("write to [email] about the <mark>bins</mark>");
    let admin = app.reader(Role::Admin).await;
    admin.post("/understand/topics/-/edit", form).await.ok().shows("anna.berg@example.com");
}

async fn nobody_reads_personal_data_where_anonymity_was_promised(db: Db) {
    let app = app(&db).await;
    let survey = Survey { anonymous: true, ..visit() };
    let path = format!("/understand/surveys/{}", app.survey("visit", &survey).await.id);
    let worker = |n: usize| said(&format!("w{n}"), 3, "link", TODAY).text(&format!("{n}: mail anna{n}@example.com"));
    app.append((0..5).map(worker).collect()).await;
    rule(&app, "viewer", "viewer").await;
    let owner = app.reader(Role::Owner).await;
    for page in [path.clone(), format!("{path}/report")] {
        owner.get(&page).await.ok().shows("[email]").hides("@example.com");
    }
    let page = owner.get(&format!("{path}/export")).await.ok();
    page.hides("With personal data");
    let file = owner.post(&format!("{path}/export"), "format=csv&personal=1").await.ok();
    file.shows("[email]").hides("@example.com");
}

async fn a_file_holds_personal_data_only_for_those_who_may_and_ask(db: Db) {
    let app = app(&db).await;
    let path = format!("{}/export", written(&app, &asking()).await);
    let admin = app.reader(Role::Admin).await;
    // A link never brings it, whoever follows it.
    for reader in [&app, &admin] {
        for query in ["?format=csv", "?format=csv&personal=1"] {
            let file = reader.get(&format!("{path}{query}")).await.ok();
            file.shows("called me back on [phone]").shows("[email]").hides("anna.berg").hides("bo at home");
        }
    }
    let file = app.get(&format!("{path}?format=csv&labels=1")).await.ok();
    file.shows("[email]").hides("anna.berg");
    for format in ["json", "xlsx", "sav", "dta", "parquet"] {
        let file = app.raw(&format!("{path}?format={format}")).await;
        assert!(!file.windows(9).any(|some| some == b"anna.berg"), "{format}");
    }
    app.get(&path).await.ok().hides("With personal data").shows("Personal data in texts is replaced");
    assert_eq!(app.post(&path, "format=csv&personal=1").await.status, StatusCode::FORBIDDEN);
    app.post(&path, "format=csv").await.ok().hides("anna.berg");
    assert_eq!(deeds(&app).await, [] as [String; 0]);

    admin.get(&path).await.ok().shows("With personal data in texts");
    admin.post(&path, "format=csv").await.ok().hides("anna.berg");
    admin.post(&path, "format=csv&personal=1").await.ok().shows("anna.berg@example.com").shows("bo at home");
    assert_eq!(deeds(&app).await, ["export.personal"]);
    rule(&app, "nobody", "nobody").await;
    assert_eq!(admin.post(&path, "format=csv&personal=1").await.status, StatusCode::FORBIDDEN);
}

async fn deeds(app: &App) -> Vec<String> {
    let deeds = app.store.audits(app.ws, None, 100).await.expect("deeds are read");
    deeds.into_iter().map(|deed| deed.action).collect()
}
