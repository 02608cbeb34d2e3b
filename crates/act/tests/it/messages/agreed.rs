//! What customers agree to, wherever they say so.

use act::messages::{Kind, Purpose, State, consent};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use kernel::signal::{Answer, Signal, What};
use kernel::survey::{Choice, Kind as Asked, Question, Survey, Text};
use kernel::{ContactId, Role};
use store::keys::{self, Scope};
use testkit::Db;

use crate::{App, app};

testkit::on_both!(
    a_ticked_box_lets_them_be_written_to,
    what_was_said_later_stays,
    a_wrong_clock_does_not_outlast_an_unsubscription,
    a_no_counts_even_after_a_clock_that_was_ahead,
    a_member_notes_what_they_were_told,
    programs_say_what_was_agreed_elsewhere,
    without_a_mail_server_nobody_is_noticed,
);

/// A survey that asks whether they may be told what came of it.
fn survey(is_anonymous: bool) -> Survey {
    let mut survey = testkit::nps_survey();
    let mut question = Question::new("tell", Asked::Consent, Text::one("en", "May we tell you what came of it?"));
    question.options = vec![Choice::new("yes", Text::one("en", "Yes"))];
    question.purpose = Some(Purpose::FollowUp);
    survey.questions.push(question);
    survey.anonymous = is_anonymous;
    survey
}

fn ticked(app: &App, id: &str, customer: &str) -> Signal {
    let mut signal = testkit::response(id, 9);
    signal.occurred_at = app.store.env().now();
    signal.contact = Some(customer.to_owned());
    let What::Response(response) = &mut signal.body.what;
    response.completed_at = Some(signal.occurred_at);
    let choice = Some("yes".into());
    response.answers.push(Answer { question: "tell".into(), kind: Asked::Consent, score: None, choice, text: None });
    signal
}

async fn said(app: &App, customer: &str) -> Option<bool> {
    let contact = ContactId::of_key(app.ws, customer);
    consent::said(app.store.reads(), app.ws, &contact, Purpose::FollowUp).await.expect("read")
}

async fn a_ticked_box_lets_them_be_written_to(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &survey(false)).await;
    app.append(ticked(&app, "r1", "sara@example.com")).await;
    assert_eq!(said(&app, "sara@example.com").await, Some(true));

    // A box left empty says nothing, nor does a page before the end.
    let mut empty = ticked(&app, "r2", "ali@example.com");
    let What::Response(response) = &mut empty.body.what;
    response.answers.retain(|answer| answer.question != "tell");
    app.append(empty).await;
    let mut begun = ticked(&app, "r3", "ali@example.com");
    let What::Response(response) = &mut begun.body.what;
    (response.state, response.completed_at) = (kernel::signal::State::Partial, None);
    app.append(begun).await;
    assert_eq!(said(&app, "ali@example.com").await, None);

    // Where anonymity was promised nobody is known, whatever a program sends.
    testkit::survey(&app.store, app.ws, "secret", &survey(true)).await;
    let mut secret = ticked(&app, "r4", "eva@example.com");
    let What::Response(response) = &mut secret.body.what;
    response.survey = "secret".into();
    app.append(secret).await;
    assert_eq!(said(&app, "eva@example.com").await, None);
}

async fn what_was_said_later_stays(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &survey(false)).await;
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let txn = app.store.write().await.expect("a write begins");
    consent::note(&txn, app.ws, &contact, Purpose::FollowUp, false, "unsubscribe").await.expect("noted");
    txn.commit().await.expect("kept");
    // An old answer that is imported today was given before they unsubscribed.
    let mut old = ticked(&app, "r1", "sara@example.com");
    let What::Response(response) = &mut old.body.what;
    response.completed_at = Some(old.occurred_at.minus(kernel::time::DAY));
    app.append(old).await;
    assert_eq!(said(&app, "sara@example.com").await, Some(false));
    app.append(ticked(&app, "r2", "sara@example.com")).await;
    assert_eq!(said(&app, "sara@example.com").await, Some(true), "they agree anew");
}

async fn a_wrong_clock_does_not_outlast_an_unsubscription(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &survey(false)).await;
    let mut early = ticked(&app, "r1", "sara@example.com");
    let What::Response(response) = &mut early.body.what;
    response.completed_at = Some(early.occurred_at.plus(365 * kernel::time::DAY));
    app.append(early).await;
    assert_eq!(said(&app, "sara@example.com").await, Some(true));
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let txn = app.store.write().await.expect("a write begins");
    consent::note(&txn, app.ws, &contact, Purpose::FollowUp, false, "unsubscribe").await.expect("noted");
    txn.commit().await.expect("kept");
    assert_eq!(said(&app, "sara@example.com").await, Some(false));
}

async fn a_no_counts_even_after_a_clock_that_was_ahead(db: Db) {
    let app = app(&db).await;
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let note = async |is_given| {
        let txn = app.store.write().await.expect("a write begins");
        consent::note(&txn, app.ws, &contact, Purpose::FollowUp, is_given, "test").await.expect("noted");
        txn.commit().await.expect("kept");
    };
    db.clock.advance(kernel::time::DAY);
    note(true).await;
    db.clock.advance(-kernel::time::DAY);
    note(false).await;
    assert_eq!(said(&app, "sara@example.com").await, Some(false));
    // What was said before is no news, whichever clock says so.
    testkit::survey(&app.store, app.ws, "visit", &survey(false)).await;
    app.append(ticked(&app, "r1", "sara@example.com")).await;
    assert_eq!(said(&app, "sara@example.com").await, Some(false));
    db.clock.advance(2 * kernel::time::DAY);
    app.append(ticked(&app, "r2", "sara@example.com")).await;
    assert_eq!(said(&app, "sara@example.com").await, Some(true), "they agree anew");
}

async fn a_member_notes_what_they_were_told(db: Db) {
    let app = app(&db).await;
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let told = act::messages::NewMessage { kind: Kind::Told, ..super::reply("1", &contact) };
    let held = super::post(&app.store, app.ws, told).await;
    assert_eq!(held.state, State::HeldWithoutConsent);
    let agent = app.signs_in(Role::Agent).await;
    let page = format!("/act/messages/{}", held.id.as_str());
    assert!(app.get(&agent, &page).await.contains("They have agreed since"));
    let (status, ..) = app.post(&agent, &format!("{page}/agreed"), &[("how", " ")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, ..) = app.post(&agent, &format!("{page}/agreed"), &[("how", "on the phone")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(said(&app, "sara@example.com").await, Some(true));
    assert_eq!(super::message(&app.store, app.ws, &held.id).await.state(), State::Queued);
}

async fn programs_say_what_was_agreed_elsewhere(db: Db) {
    let app = app(&db).await;
    let txn = app.store.write().await.expect("a write begins");
    let (_, key) = keys::issue(&txn, app.ws, "crm", Scope::All).await.expect("a key");
    let (_, weak) = keys::issue(&txn, app.ws, "form", Scope::Responses).await.expect("a key");
    txn.commit().await.expect("kept");
    let ask = async |key: &str, body: &str| {
        let request = Request::post("/api/v1/consents")
            .header(header::AUTHORIZATION, format!("Bearer {key}"))
            .body(Body::from(body.to_owned()));
        app.ask(request.expect("a request")).await
    };
    let whole = r#"[{"contact": "sara@example.com", "purpose": "follow_up", "given": true, "how": "till"},
        {"contact": "ali@example.com", "purpose": "follow_up", "given": false, "at": "2026-01-01T00:00:00Z"}]"#;
    assert_eq!(ask(&weak, whole).await.0, StatusCode::FORBIDDEN);
    let (status, _, body) = ask(&key, whole).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, r#"{"noted":2}"#));
    assert_eq!((said(&app, "sara@example.com").await, said(&app, "ali@example.com").await), (Some(true), Some(false)));

    // All or none, and the place of what is wrong.
    let wrong = r#"[{"contact": "eva@example.com", "purpose": "follow_up", "given": true}, {"contact": " ", "purpose": "service", "given": true}]"#;
    let (status, _, body) = ask(&key, wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains(r#""field":"1.contact""#), "{body}");
    let (status, _, body) = ask(&key, r#"[{"contact": "eva@example.com", "purpose": "spam", "given": true}]"#).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("bad_consent") && body.contains("spam"), "{body}");
    assert_eq!(said(&app, "eva@example.com").await, None);
}

async fn without_a_mail_server_nobody_is_noticed(db: Db) {
    let app = app(&db).await;
    let (member, _) = app.joins(Role::Agent).await;
    for (is_sent, expected) in [(false, 0), (true, 1)] {
        let notices = act::cases::Notices::new(super::pages(), std::sync::Arc::new(String::new), is_sent);
        let txn = app.store.write().await.expect("a write begins");
        let reason = act::cases::Reason::Assigned;
        notices.send(&txn, app.ws, member.as_str(), reason, ("case_1", "1")).await.expect("sent");
        txn.commit().await.expect("kept");
        assert_eq!(app.sent(Kind::Notice).await.len(), expected);
    }
}
