//! A question that results propose: shown, added to the draft once, undone as any edit.

use axum::http::StatusCode;
use kernel::survey::{Kind, Survey};
use kernel::{Role, SurveyId};
use testkit::Db;

use crate::app::{App, Browser};

testkit::on_both!(a_proposal_is_shown_added_once_and_undone, a_bad_proposal_adds_nothing);

async fn draft(app: &App, id: &str) -> Survey {
    let row = app.store.survey(app.workspace, &SurveyId::from_outside(id)).await.expect("read").expect("there");
    row.draft().expect("it is JSON")
}

/// A survey of the template NPS in English and Persian: its page and id.
async fn made(manager: &Browser<'_>) -> (String, String) {
    let fields = [("template", "nps"), ("language", "en"), ("language", "fa")];
    let page = manager.post("/listen/surveys", &fields).await.see_other().location().to_owned();
    let id = page.rsplit('/').next().expect("an id").to_owned();
    (page, id)
}

const QUERY: &str = "about=nps&to=6&reason=0:en:slow+service&reason=0:fa:%D8%B3%D8%B1%D8%B9%D8%AA+%DA%A9%D9%85\
    &reason=1:en:%3Cb%3Ecold%3C%2Fb%3E+food&reason=2:en:call+me+on+070-123+45+67&reason=3:xx:bra\
    &reason=4:en:%7Bnps%7D&reason=5&reason=6:en:%20";

async fn a_proposal_is_shown_added_once_and_undone(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&manager).await;
    let before = draft(&app, &id).await;
    let shown = manager.get(&format!("{page}/propose?{QUERY}")).await.ok();
    for words in ["What was the reason for your score?", "slow service", "&lt;b&gt;cold", "Not translated yet"] {
        assert!(shown.text.contains(words), "{words}: {}", shown.text);
    }
    for words in ["<b>cold", "070-123 45 67", ">bra<", "{nps}"] {
        assert!(!shown.text.contains(words), "{words}");
    }
    assert_eq!(draft(&app, &id).await, before, "looking changes nothing");

    let fields = shown.all_hidden();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let fields: Vec<(&str, &str)> =
        fields.into_iter().filter(|(name, _)| ["about", "to", "reason"].contains(name)).collect();
    let added = manager.post(&format!("{page}/propose"), &fields).await.see_other().location().to_owned();
    assert!(added.starts_with(&format!("{page}/questions/reasons")), "{added}");
    let after = draft(&app, &id).await;
    let question = after.question("reasons").expect("it is there");
    assert_eq!(question.kind, Kind::Choices);
    assert_eq!(question.when.as_ref().expect("a condition").to_string(), "nps <= 6");
    assert_eq!(question.title.0.len(), 2, "in all languages of the survey");
    let labels: Vec<&str> = question.options.iter().map(|option| option.label.0["en"].as_str()).collect();
    assert_eq!(labels, ["slow service", "<b>cold</b> food", "Something else"]);
    assert_eq!(question.options[0].label.0["fa"], "سرعت کم");
    assert!(question.options[2].other && question.options[2].pinned);
    let order: Vec<&str> = after.questions.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(order.iter().position(|key| *key == "reasons"), Some(1), "{order:?}");
    assert!(after.check().iter().all(|fault| fault.code == "words_missing"), "{:?}", after.check());

    // Twice is once.
    let again = manager.post(&format!("{page}/propose"), &fields).await.see_other().location().to_owned();
    assert_eq!(again, format!("{page}/questions/reasons"));
    assert_eq!(draft(&app, &id).await, after);
    let known = manager.get(&format!("{page}/propose?{QUERY}")).await.ok();
    assert!(known.text.contains("The draft has this question already."));

    assert!(manager.get(&page).await.ok().text.contains("proposed question added"));
    manager.post(&format!("{page}/undo"), &[]).await.see_other();
    assert_eq!(draft(&app, &id).await, before);
}

async fn a_bad_proposal_adds_nothing(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&manager).await;
    let before = draft(&app, &id).await;
    let why = before.questions.iter().find(|question| !question.kind.is_scored()).expect("a text").key.clone();
    let path = format!("{page}/propose");
    for (about, to, status) in [
        ("gone", "6", StatusCode::NOT_FOUND),
        (why.as_str(), "6", StatusCode::UNPROCESSABLE_ENTITY),
        ("nps", "10", StatusCode::UNPROCESSABLE_ENTITY),
        ("nps", "-1", StatusCode::UNPROCESSABLE_ENTITY),
        ("nps", "", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        assert_eq!(manager.post(&path, &[("about", about), ("to", to)]).await.status, status, "{about} {to}");
        assert_eq!(manager.get(&format!("{path}?about={about}&to={to}")).await.status, status, "{about} {to}");
    }
    let good = [("about", "nps"), ("to", "6")];
    let agent = app.member(Role::Agent).await;
    assert_eq!(agent.post(&path, &good).await.status, StatusCode::FORBIDDEN);
    assert_eq!(agent.get(&format!("{path}?about=nps&to=6")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(draft(&app, &id).await, before);
    // Without reasons it asks for words.
    manager.post(&path, &good).await.see_other();
    assert_eq!(draft(&app, &id).await.question("reasons").expect("it is there").kind, Kind::Text);
}
