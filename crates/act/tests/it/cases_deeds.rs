//! What pages send that others have changed meanwhile, and what is taken back.

use act::cases::Stage;
use axum::http::StatusCode;
use kernel::Role;
use kernel::time::HOUR;
use store::entity::case;
use testkit::Db;

use crate::rules::{keep, rule};
use crate::{App, app};

testkit::on_both!(
    an_old_page_does_not_undo_what_others_took,
    what_an_assignment_is_refused_for_stands_on_the_page,
    old_steps_untick_nothing,
    an_owner_is_chosen_before_many_are_given_away,
    enter_in_the_reason_closes,
    taking_an_answer_back_restores_what_was,
    an_answer_by_message_is_not_taken_back,
);

async fn now(app: &App, found: &case::Model) -> case::Model {
    app.case(&found.id).await
}

async fn an_old_page_does_not_undo_what_others_took(db: Db) {
    let app = app(&db).await;
    let (first, mine) = app.joins(Role::Agent).await;
    let (second, theirs) = app.joins(Role::Agent).await;
    let found = app.complains("r1", "a@x.example").await;
    let path = format!("/act/cases/{}/assign", found.id);
    let page = app.get(&mine, &format!("/act/cases/{}", found.id)).await;
    assert!(page.matches("name=\"owner_was\" value=\"\"").count() == 2, "to take it, and to give it away: {page}");
    app.post(&theirs, &path, &[("owner", second.as_str()), ("owner_was", "")]).await;
    // The priority alone was changed.
    let form = [("owner", ""), ("owner_was", ""), ("priority", "3"), ("priority_was", "1")];
    assert_eq!(app.post(&mine, &path, &form).await.0, StatusCode::SEE_OTHER);
    assert_eq!(
        (now(&app, &found).await.owner.as_deref(), now(&app, &found).await.priority),
        (Some(second.as_str()), 3)
    );
    // The owner was changed, the priority not.
    let form = [("owner", first.as_str()), ("owner_was", ""), ("priority", "1"), ("priority_was", "1")];
    let (status, _, page) = app.post(&mine, &path, &form).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        page.contains("Somebody else") && page.contains(&format!("name=\"owner_was\" value=\"{second}\"")),
        "{page}"
    );
    assert!(page.contains(&format!("value=\"{first}\" selected")), "what was chosen is still chosen: {page}");
    assert_eq!(
        (now(&app, &found).await.owner.as_deref(), now(&app, &found).await.priority),
        (Some(second.as_str()), 3)
    );
    let form = [("owner", first.as_str()), ("owner_was", second.as_str())];
    assert_eq!(app.post(&mine, &path, &form).await.0, StatusCode::SEE_OTHER);
    assert_eq!(now(&app, &found).await.owner.as_deref(), Some(first.as_str()), "who has seen it may");
    let board = app.get(&theirs, "/act/board").await;
    assert!(board.contains(&format!("name=\"owner_was\" value=\"{first}\"")), "{board}");
}

async fn what_an_assignment_is_refused_for_stands_on_the_page(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let viewer = testkit::member(&app.store, app.ws, Role::Viewer).await;
    let found = app.complains("r1", "a@x.example").await;
    let path = format!("/act/cases/{}/assign", found.id);
    let (status, _, page) = app.post(&agent, &path, &[("owner", viewer.as_str()), ("priority", "2")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("cannot answer customers") && page.contains("value=\"2\" selected"), "{page}");
    assert_eq!(now(&app, &found).await.priority, 1);
}

async fn old_steps_untick_nothing(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let playbook = "Call\nWrite\nPay".to_owned();
    keep(&app, act::cases::rules::entity::rule::Model { playbook, ..rule("rule_a", 1, "nps <= 6") }).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let found = app.complains("r1", "a@x.example").await;
    let path = format!("/act/cases/{}", found.id);
    let tick = async |form: &[(&str, &str)]| app.post(&agent, &format!("{path}/steps"), form).await;
    tick(&[("step", "Call")]).await;
    // Pages that were opened before: they know nothing of the first step.
    tick(&[("step", "Write")]).await;
    tick(&[("step", "Call"), ("step", "Pay")]).await;
    let page = app.get(&agent, &path).await;
    for step in ["Call", "Write", "Pay"] {
        let (ticked, known) = (format!("value=\"{step}\" checked"), format!("name=\"was\" value=\"{step}\""));
        assert!(page.contains(&ticked) && page.contains(&known), "{step}: {page}");
    }
    tick(&[("was", "Call"), ("was", "Write"), ("step", "Write")]).await;
    let page = app.get(&agent, &path).await;
    assert!(!page.contains("value=\"Call\" checked") && page.contains("value=\"Write\" checked"), "{page}");
    assert!(page.contains("value=\"Pay\" checked"), "{page}");
}

async fn an_owner_is_chosen_before_many_are_given_away(db: Db) {
    let app = app(&db).await;
    let (me, agent) = app.joins(Role::Agent).await;
    let found = app.complains("r1", "a@x.example").await;
    let press = async |owner: &str| {
        let form = [("id", found.id.as_str()), ("do", "assign"), ("owner", owner), ("back", "/act?which=open")];
        app.post(&agent, "/act/bulk", &form).await
    };
    assert_eq!(press(me.as_str()).await.0, StatusCode::SEE_OTHER);
    let (status, _, page) = press("").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Choose who gets"), "{page}");
    assert_eq!(now(&app, &found).await.owner.as_deref(), Some(me.as_str()));
    assert_eq!(press("-").await.0, StatusCode::SEE_OTHER);
    assert_eq!(now(&app, &found).await.owner, None, "nobody, where that was said");
}

/// Browsers press the first button of a form for whoever presses Enter in a field.
async fn enter_in_the_reason_closes(db: Db) {
    let app = app(&db).await;
    let manager = app.signs_in(Role::Manager).await;
    app.complains("r1", "a@x.example").await;
    let page = app.get(&manager, "/act?which=open").await;
    let form = page.split("action=\"/act/bulk\"").nth(1).expect("a form");
    let first = form.split("<button").nth(1).and_then(|rest| rest.split('>').next()).expect("a button");
    assert!(first.contains("name=\"do\"") && first.contains("value=\"close\""), "{first}");
}

async fn taking_an_answer_back_restores_what_was(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (me, agent) = app.joins(Role::Agent).await;
    let (_, other) = app.joins(Role::Agent).await;
    let found = app.complains("r1", "a@x.example").await;
    let at = |what: &str| format!("/act/cases/{}/{what}", found.id);
    app.post(&agent, &at("answer"), &[]).await;
    assert_eq!(now(&app, &found).await.owner.as_deref(), Some(me.as_str()));
    db.clock.advance(HOUR);
    assert_eq!(app.post(&agent, &at("unanswer"), &[]).await.0, StatusCode::SEE_OTHER);
    let back = now(&app, &found).await;
    assert_eq!((Stage::of(&back), back.answered_by, back.owner), (Stage::New, None, None));
    // Answered, opened again, answered by another way, and that taken back: the first answer stands, it is our turn.
    app.post(&agent, &at("answer"), &[]).await;
    app.post(&agent, &at("close"), &[("outcome", "solved")]).await;
    db.clock.advance(HOUR);
    app.post(&agent, &at("reopen"), &[]).await;
    let before = now(&app, &found).await;
    assert_eq!(Stage::of(&before), Stage::Back);
    db.clock.advance(HOUR);
    app.post(&other, &at("answer"), &[]).await;
    assert_eq!(Stage::of(&now(&app, &found).await), Stage::Waits);
    // Pressed twice, it is answered once.
    app.post(&other, &at("answer"), &[]).await;
    db.clock.advance(HOUR);
    app.post(&other, &at("unanswer"), &[]).await;
    let back = now(&app, &found).await;
    assert_eq!(case::Model { updated_at: before.updated_at, ..back }, before);
    // There is nothing of this kind left to take back but the answer before; taken back, too, nobody has answered.
    app.post(&other, &at("unanswer"), &[]).await;
    assert_eq!(now(&app, &found).await.answered_at, None);
    let (status, ..) = app.post(&other, &at("unanswer"), &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "nothing to do");
}

async fn an_answer_by_message_is_not_taken_back(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", "a@x.example").await;
    let at = |what: &str| format!("/act/cases/{}/{what}", found.id);
    let reply = [("address", "a@x.example"), ("subject", "Bins"), ("text", "They are emptied"), ("once", "abc")];
    app.post(&agent, &at("answer"), &[]).await;
    app.post(&agent, &at("reply"), &reply).await;
    let before = now(&app, &found).await;
    let (status, _, page) = app.post(&agent, &at("unanswer"), &[]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("cannot be taken back"), "{page}");
    assert_eq!(now(&app, &found).await, before);
}
