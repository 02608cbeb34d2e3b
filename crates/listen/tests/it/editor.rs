//! A manager makes, changes, publishes, closes and shares surveys.

use axum::http::StatusCode;
use kernel::{Role, SurveyId};
use testkit::Db;

use crate::app::{App, link, published};

testkit::on_both!(
    a_survey_is_made_from_a_template_and_published,
    an_empty_survey_is_refused_with_the_way_to_mend_it,
    questions_are_added_edited_moved_removed_and_restored,
    a_published_survey_stays_as_it_was_until_it_is_published_again,
    only_managers_edit_and_only_their_own,
    sharing_shows_link_code_and_snippet,
);

async fn survey(app: &App, id: &str) -> (store::entity::survey::Model, kernel::survey::Survey) {
    let row = app.store.survey(app.workspace, &SurveyId::from_outside(id)).await.expect("read").expect("there");
    let draft = row.draft().expect("it is JSON");
    (row, draft)
}

async fn a_survey_is_made_from_a_template_and_published(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let empty = manager.get("/listen").await.ok();
    assert!(empty.text.contains("No surveys yet"), "{}", empty.text);
    assert!(manager.get("/").await.ok().text.contains("/listen/surveys/new"), "Home leads to the first survey");
    assert!(manager.get("/listen/surveys/new").await.ok().text.contains("value=\"nps\""));
    let id = published(&app, "nps", &[]).await;
    let (row, draft) = survey(&app, &id).await;
    assert_eq!((row.state.as_str(), row.version, row.key.as_str()), ("open", 1, "nps"));
    assert_eq!(row.published().expect("JSON"), Some(draft));
    let list = manager.get("/listen").await.ok();
    assert!(list.text.contains("Your visit") && list.text.contains(&format!("/understand/surveys/{id}")));
    let home = manager.get("/").await.ok();
    assert!(home.text.contains("Your visit") && home.text.contains(&format!("/listen/surveys/{id}/share")));
    let second = published(&app, "nps", &[]).await;
    assert_eq!(survey(&app, &second).await.0.key, "nps_2", "keys are unique");
    assert_eq!(app.store.broken_audit(app.workspace).await.expect("read"), None);
    assert_eq!(app.store.audits(app.workspace, None, 10).await.expect("read").len(), 4);
}

async fn an_empty_survey_is_refused_with_the_way_to_mend_it(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let refused = manager.post("/listen/surveys", &[("template", "empty"), ("language", "en")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("f-title-error"), "{}", refused.text);
    let none = manager.post("/listen/surveys", &[("template", "nps")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text.contains("f-languages-error"));
    let made = manager.post("/listen/surveys", &[("template", "empty"), ("language", "en"), ("title", "Mine")]).await;
    let page = made.see_other().location().to_owned();
    let refused = manager.post(&format!("{page}/publish"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("at least one question") && refused.text.contains("href=\"#add\""));
    let reopened = manager.post(&format!("{page}/reopen"), &[]).await;
    assert_eq!(reopened.status, StatusCode::UNPROCESSABLE_ENTITY, "a draft cannot be opened around publishing");
}

async fn questions_are_added_edited_moved_removed_and_restored(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let fields = [("template", "nps"), ("language", "en"), ("language", "fa")];
    let page = manager.post("/listen/surveys", &fields).await.see_other().location().to_owned();
    let id = page.rsplit('/').next().expect("an id").to_owned();
    let added = manager.post(&format!("{page}/questions"), &[("kind", "choices")]).await.see_other();
    assert_eq!(added.location(), format!("{page}/questions/choices"));
    let (_, fresh) = survey(&app, &id).await;
    let fresh = &fresh.question("choices").expect("added").title.0;
    assert_eq!(fresh.keys().collect::<Vec<_>>(), ["en"], "words to be replaced stand in the first language only");
    let form = manager.get(added.location()).await.ok();
    assert!(form.text.contains("option.0.key") && form.text.contains("dir=\"rtl\""), "{}", form.text);
    let edited = manager
        .post(
            added.location(),
            &[
                ("title.en", "What was good?"),
                ("title.fa", "چه چیزی خوب بود؟"),
                ("option.0.key", "staff"),
                ("option.0.label.en", "People"),
                ("option.1.key", ""),
                ("option.1.label.en", "<b>Food</b>"),
                ("key", "دلیل"),
            ],
        )
        .await
        .see_other();
    assert!(edited.location().starts_with(&page));
    let (_, draft) = survey(&app, &id).await;
    let question = draft.question("دلیل").expect("renamed");
    let keys: Vec<_> = question.options.iter().map(|option| option.key.as_str()).collect();
    assert_eq!(keys, ["staff", "b_food_b"]);
    assert!(!question.required);
    let editor = manager.get(&page).await.ok();
    assert!(!editor.text.contains("<b>Food"), "labels are escaped");
    let path = format!("{page}/questions/%D8%AF%D9%84%DB%8C%D9%84");
    manager.post(&format!("{path}/move"), &[("to", "up")]).await.see_other();
    let order = |draft: &kernel::survey::Survey| -> Vec<String> {
        draft.questions.iter().map(|question| question.key.clone()).collect()
    };
    assert_eq!(order(&survey(&app, &id).await.1), ["nps", "دلیل", "why"]);
    manager.post(&format!("{path}/remove"), &[]).await.see_other();
    assert_eq!(order(&survey(&app, &id).await.1), ["nps", "why"]);
    manager.post(&format!("{path}/restore"), &[]).await.see_other();
    assert_eq!(survey(&app, &id).await.1, draft_with_order(&draft, &["nps", "دلیل", "why"]));
    let twice = manager.post(&format!("{path}/restore"), &[]).await;
    assert_eq!(twice.status, StatusCode::NOT_FOUND);
    let bad = manager.post(&path, &[("title.en", ""), ("key", "nps")]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text.contains("f-title.en-error") && bad.text.contains("f-key-error"), "{}", bad.text);
    // A removed key is not given to another question.
    manager.post(&format!("{page}/questions/nps/remove"), &[]).await.see_other();
    let again = manager.post(&format!("{page}/questions"), &[("kind", "nps")]).await.see_other();
    assert!(again.location().ends_with("/questions/nps_2"), "{}", again.location());
}

fn draft_with_order(draft: &kernel::survey::Survey, order: &[&str]) -> kernel::survey::Survey {
    let questions = order.iter().map(|key| draft.question(key).expect("there").clone()).collect();
    kernel::survey::Survey { questions, ..draft.clone() }
}

async fn a_published_survey_stays_as_it_was_until_it_is_published_again(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let manager = app.member(Role::Manager).await;
    let page = format!("/listen/surveys/{id}");
    manager.post(&format!("{page}/questions/why/remove"), &[]).await.see_other();
    let public = link(&app, &id).await;
    let seen = async || survey(&app, &id).await.0.published().expect("JSON").expect("published").questions.len();
    assert_eq!(seen().await, 2, "respondents still see what was published");
    let preview = manager.get(&format!("{page}/try/page?lang=fa")).await.ok();
    assert!(preview.text.contains("lang=\"fa\" dir=\"rtl\"") && preview.text.contains("method=\"get\""));
    manager.post(&format!("{page}/publish"), &[]).await.see_other();
    assert_eq!(seen().await, 1);
    app.guest("en").get(&public).await.ok();
    assert_eq!(survey(&app, &id).await.0.version, 2);
    let closed = manager.post(&format!("{page}/close"), &[]).await.see_other();
    let flash = closed.headers.get("set-cookie").and_then(|cookie| cookie.to_str().ok()).unwrap_or_default();
    assert!(flash.contains("reopen"), "closing can be undone: {flash}");
    assert_eq!(app.guest("en").get(&public).await.status, StatusCode::GONE);
    manager.post(&format!("{page}/reopen"), &[]).await.see_other();
    app.guest("en").get(&public).await.ok();
}

async fn only_managers_edit_and_only_their_own(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let viewer = app.member(Role::Viewer).await;
    viewer.get("/listen").await.ok();
    viewer.get(&format!("/listen/surveys/{id}/share")).await.ok();
    for path in ["/listen/surveys/new".to_owned(), format!("/listen/surveys/{id}"), format!("/listen/surveys/{id}/try")]
    {
        assert_eq!(viewer.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(viewer.post(&format!("/listen/surveys/{id}/close"), &[]).await.status, StatusCode::FORBIDDEN);
    let txn = app.store.write().await.expect("a write");
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.expect("made");
    txn.commit().await.expect("kept");
    let foreign = App { workspace: other, ..app };
    let manager = foreign.member(Role::Owner).await;
    let page = format!("/listen/surveys/{id}");
    for path in ["", "/texts", "/try", "/try/page", "/share", "/share/qr.svg", "/questions/nps"] {
        assert_eq!(manager.get(&format!("{page}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [
        "/texts",
        "/questions",
        "/questions/nps",
        "/questions/nps/move",
        "/questions/nps/remove",
        "/questions/nps/restore",
        "/publish",
        "/close",
        "/reopen",
    ] {
        let seen = manager.post(&format!("{page}{path}"), &[("kind", "nps"), ("to", "up")]).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
}

async fn sharing_shows_link_code_and_snippet(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "csat", &[]).await;
    let manager = app.member(Role::Manager).await;
    let public = link(&app, &id).await;
    let page = manager.get(&format!("/listen/surveys/{id}/share")).await.ok();
    assert!(page.text.contains(&format!("http://cx.test{public}")));
    assert!(page.text.contains(&format!("http://cx.test{public}?lang=fa")));
    assert!(page.text.contains("&lt;a href=&quot;") || page.text.contains("&lt;a href=&#34;"), "{}", page.text);
    let code = manager.get(&format!("/listen/surveys/{id}/share/qr.svg?download=1")).await.ok();
    assert_eq!(code.headers["content-type"], "image/svg+xml");
    assert!(code.headers["content-disposition"].to_str().expect("ASCII").starts_with("attachment"));
    assert!(code.text.contains("<svg"));
}
