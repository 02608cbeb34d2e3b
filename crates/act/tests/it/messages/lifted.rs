//! A block is lifted by a member who says why, never by trying again; and who writes to us is answered.

use act::cases::CaseInbox;
use act::messages::consent::{self, Why};
use act::messages::{self, Kind, NewMessage, State, parse};
use axum::http::StatusCode;
use kernel::time::{HOUR, MINUTE};
use kernel::{ContactId, MessageId, Role};
use store::workspaces::{self, NewWorkspace};
use testkit::{Db, Smtp};

use super::refused::{called_spam, sent, with_server};
use super::{message, post, postman, reply, send_all};
use crate::{App, app, notices};

testkit::on_both!(
    a_manager_lifts_what_a_complaint_blocked,
    an_agent_lifts_what_a_bounce_blocked,
    trying_again_lifts_nothing,
    what_was_lifted_can_be_blocked_again,
    a_block_of_another_workspace_is_not_there,
    who_writes_back_is_answered,
    who_complains_anew_is_answered,
    what_somebody_else_said_answers_nobody,
    a_mail_shows_that_a_mailbox_works_and_a_survey_does_not,
);

const SARA: &str = "sara@example.com";

async fn blocked(app: &App, address: &str, why: Why) {
    let txn = app.store.write().await.expect("a write begins");
    consent::suppress(&txn, app.ws, address, None, why).await.expect("suppressed");
    txn.commit().await.expect("kept");
}

async fn to_sara(app: &App, key: &str) -> (MessageId, State) {
    let posted = post(&app.store, app.ws, reply(key, &ContactId::of_key(app.ws, SARA))).await;
    (posted.id, posted.state)
}

/// What members did, the latest first: who, what, and what they said.
async fn deeds(app: &App) -> Vec<(String, String, String)> {
    let deeds = app.store.audits(app.ws, None, 10).await.expect("read");
    deeds.into_iter().map(|row| (row.actor, row.action, row.detail)).collect()
}

async fn a_manager_lifts_what_a_complaint_blocked(db: Db) {
    let app = with_server(&db).await;
    let (first, about) = sent(&app).await;
    called_spam(&app, &about).await;
    let (held, state) = to_sara(&app, "2").await;
    assert_eq!(state, State::Suppressed);
    let page = format!("/act/messages/{held}");
    let (lift, form) = (format!("{page}/lift"), [("reason", "She asked for it <b>by phone</b>")]);

    let agent = app.signs_in(Role::Agent).await;
    let shown = app.get(&agent, &page).await.replace("&#x2f;", "/");
    assert!(shown.contains("reported a message as spam") && shown.contains("Blocked since"), "{shown}");
    assert!(shown.contains(&format!("href=\"/act/messages/{first}\"")), "what led to it: {shown}");
    assert!(shown.contains("A manager can lift") && !shown.contains("/lift\""), "{shown}");
    assert_eq!(app.post(&agent, &lift, &form).await.0, StatusCode::FORBIDDEN);

    let (me, manager) = app.joins(Role::Manager).await;
    let shown = app.get(&manager, &page).await;
    assert!(shown.contains(&format!("action=\"{lift}\"")) && shown.contains("against their will"), "{shown}");
    let long = "x".repeat(501);
    for reason in ["", "  ", &long] {
        let (status, _, shown) = app.post(&manager, &lift, &[("reason", reason)]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            shown.contains("aria-invalid=\"true\"") && shown.contains("<details class=\"decision\" open"),
            "{shown}"
        );
    }
    assert_eq!(to_sara(&app, "3").await.1, State::Suppressed);

    assert_eq!(app.post(&manager, &lift, &form).await.0, StatusCode::SEE_OTHER);
    assert_eq!(message(&app.store, app.ws, &held).await.state(), State::Suppressed, "nothing goes out by that alone");
    let said = serde_json::json!({ "why": "complained", "reason": form[0].1 }).to_string();
    assert_eq!(deeds(&app).await[0], (me.to_string(), "address.lift".into(), said));
    // Pressed twice, it is lifted once.
    assert_eq!(app.post(&manager, &lift, &form).await.0, StatusCode::SEE_OTHER);
    assert_eq!(deeds(&app).await.iter().filter(|deed| deed.1 == "address.lift").count(), 1);
    let name = app.store.member(app.ws, &me).await.expect("read").expect("there").name;
    let shown = app.get(&agent, &page).await;
    assert!(shown.contains("Block lifted") && shown.contains(&name) && shown.contains("&lt;b&gt;by phone"), "{shown}");
    assert!(shown.contains("Try again") && !shown.contains("Blocked since"), "{shown}");

    assert_eq!(app.post(&agent, &format!("{page}/again"), &[]).await.0, StatusCode::SEE_OTHER);
    let smtp = Smtp::start().await;
    send_all(&postman(&app.store, &smtp.url())).await;
    assert_eq!(smtp.taken().len(), 1);
    assert!(app.get(&agent, &page).await.contains("Block lifted"), "thanks to that it went");
    let sara = ContactId::of_key(app.ws, SARA);
    let told = NewMessage { kind: Kind::Told, ..reply("4", &sara) };
    assert_eq!(post(&app.store, app.ws, told).await.state, State::HeldWithoutConsent, "no more than that is lifted");
    let shown = app.get(&agent, &format!("/act/messages/{first}")).await;
    assert!(shown.contains("It arrived") && !shown.contains("Try again") && !shown.contains("mailto:"), "{shown}");
}

async fn an_agent_lifts_what_a_bounce_blocked(db: Db) {
    let app = with_server(&db).await;
    blocked(&app, "Sara@Example.com", Why::Bounced).await;
    let (held, state) = to_sara(&app, "1").await;
    assert_eq!(state, State::Suppressed);
    let viewer = app.signs_in(Role::Viewer).await;
    let (page, form) = (format!("/act/messages/{held}"), [("reason", "The mailbox works again")]);
    assert_eq!(app.post(&viewer, &format!("{page}/lift"), &form).await.0, StatusCode::FORBIDDEN);
    let agent = app.signs_in(Role::Agent).await;
    assert!(app.get(&agent, &page).await.contains("/lift\""));
    assert_eq!(app.post(&agent, &format!("{page}/lift"), &form).await.0, StatusCode::SEE_OTHER);
    assert!(app.get(&agent, &page).await.contains("The mailbox works again"));
    assert_eq!(to_sara(&app, "2").await.1, State::Queued);
}

async fn trying_again_lifts_nothing(db: Db) {
    let app = with_server(&db).await;
    let (id, _) = to_sara(&app, "1").await;
    let page = format!("/act/messages/{id}");
    let agent = app.signs_in(Role::Agent).await;
    for why in [Why::Bounced, Why::Complained] {
        blocked(&app, SARA, why).await;
        db.execute("UPDATE messages SET state = 'failed'").await;
        assert!(!app.get(&agent, &page).await.contains("Try again"), "{why:?}");
        assert_eq!(app.post(&agent, &format!("{page}/again"), &[]).await.0, StatusCode::SEE_OTHER);
        assert_eq!(message(&app.store, app.ws, &id).await.state(), State::Suppressed, "{why:?}");
    }
}

async fn what_was_lifted_can_be_blocked_again(db: Db) {
    let app = with_server(&db).await;
    let (id, about) = sent(&app).await;
    let manager = app.signs_in(Role::Manager).await;
    for (at, why) in [None, Some(Why::Bounced), Some(Why::Complained), Some(Why::Bounced)].into_iter().enumerate() {
        db.clock.advance(MINUTE);
        match why {
            Some(why) => blocked(&app, SARA, why).await,
            None => called_spam(&app, &about).await,
        }
        assert_eq!(to_sara(&app, &format!("before:{at}")).await.1, State::Suppressed, "{why:?}");
        let form = [("reason", "They want it")];
        assert_eq!(app.post(&manager, &format!("/act/messages/{id}/lift"), &form).await.0, StatusCode::SEE_OTHER);
        assert_eq!(to_sara(&app, &format!("after:{at}")).await.1, State::Queued, "{why:?}");
    }
    let lifted: Vec<String> = deeds(&app).await.into_iter().map(|deed| deed.2).collect();
    let whys = lifted.iter().map(|detail| detail.contains("bounced"));
    assert_eq!(whys.collect::<Vec<_>>(), [true, false, true, false]);
}

async fn a_block_of_another_workspace_is_not_there(db: Db) {
    let app = with_server(&db).await;
    let txn = app.store.write().await.expect("a write begins");
    let other = workspaces::add(&txn, &NewWorkspace { name: "other", ..Default::default() }).await.expect("made");
    for ws in [app.ws, other] {
        consent::suppress(&txn, ws, SARA, None, Why::Complained).await.expect("suppressed");
    }
    txn.commit().await.expect("kept");
    let theirs = post(&app.store, other, reply("1", &ContactId::of_key(other, SARA))).await;
    let (ours, _) = to_sara(&app, "1").await;
    let manager = app.signs_in(Role::Manager).await;
    let form = [("reason", "They want it")];
    let lift = |id: &MessageId| format!("/act/messages/{id}/lift");
    assert_eq!(app.post(&manager, &lift(&theirs.id), &form).await.0, StatusCode::NOT_FOUND);
    assert_eq!(app.post(&manager, &lift(&ours), &form).await.0, StatusCode::SEE_OTHER);
    let again = post(&app.store, other, reply("2", &ContactId::of_key(other, SARA))).await;
    assert_eq!(again.state, State::Suppressed, "what is lifted here stands there");
}

/// A member answers in the case: whether that could be sent.
async fn answers(app: &App, agent: &str, case: &str, address: &str) -> bool {
    let once = app.store.env().secret();
    let form = [("address", address), ("subject", "Your visit"), ("text", "We are sorry."), ("once", once.as_str())];
    let (status, _, page) = app.post(agent, &format!("/act/cases/{case}/reply"), &form).await;
    assert!(status == StatusCode::SEE_OTHER || page.contains("This address is not written to"), "{status} {page}");
    status == StatusCode::SEE_OTHER
}

/// A mail into the thread of our last message there.
async fn writes(app: &App, case: &str, from: &str, more: &str) {
    let all = app.sent(Kind::CaseReply).await;
    let ours = all.iter().rfind(|message| message.thread.as_deref() == Some(case)).expect("we wrote to them");
    let at = app.store.env().now().0;
    let raw = format!(
        "From: {from}\r\nSubject: Re: Your visit\r\nMessage-ID: <{at}@mail.example>\r\nIn-Reply-To: <{}@x.example>\r\n\
         {more}\r\nDid you get my question? ({at})\r\n",
        ours.message_id
    );
    let inbox = CaseInbox(notices());
    messages::receive(&app.store, Some(app.ws), app.ws, parse(raw.as_bytes()), &inbox).await.expect("it is taken");
}

async fn who_writes_back_is_answered(db: Db) {
    let app = with_server(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", SARA).await;
    assert!(answers(&app, &agent, &found.id, SARA).await);
    let smtp = Smtp::start().await;
    send_all(&postman(&app.store, &smtp.url())).await;
    let about = smtp.taken()[0].header("Message-ID").expect("it has one");
    writes(&app, &found.id, SARA, "").await;
    db.clock.advance(MINUTE);
    called_spam(&app, &about).await;
    assert!(!answers(&app, &agent, &found.id, SARA).await, "what they wrote before is no wish");
    let case = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(case.contains("This address is blocked") && case.contains("Blocked since"), "{case}");

    db.clock.advance(MINUTE);
    writes(&app, &found.id, "eve@example.com", "").await;
    db.clock.advance(MINUTE);
    writes(&app, &found.id, SARA, "Auto-Submitted: auto-replied\r\n").await;
    assert!(!answers(&app, &agent, &found.id, SARA).await, "neither strangers nor programs ask for anything");

    db.clock.advance(MINUTE);
    writes(&app, &found.id, SARA, "").await;
    let case = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(case.contains("They have written to us since"), "{case}");
    assert!(answers(&app, &agent, &found.id, SARA).await);
    send_all(&postman(&app.store, &smtp.url())).await;
    // Their owner is told of mails, too.
    let to_her = smtp.taken().into_iter().filter(|mail| mail.to == SARA).count();
    assert_eq!(to_her, 2, "it goes out");
    // Nothing but this answer: not in another thread, and nothing that we write of our own accord.
    let (_, elsewhere) = to_sara(&app, "elsewhere").await;
    let sara = ContactId::of_key(app.ws, SARA);
    let asked = NewMessage { kind: Kind::CaseSurvey, thread: Some(&found.id), ..reply("helped", &sara) };
    assert_eq!((elsewhere, post(&app.store, app.ws, asked).await.state), (State::Suppressed, State::Suppressed));

    db.clock.advance(MINUTE);
    called_spam(&app, &about).await;
    assert!(!answers(&app, &agent, &found.id, SARA).await, "they have complained anew");
}

async fn who_complains_anew_is_answered(db: Db) {
    let app = with_server(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let old = app.complains("r1", SARA).await;
    db.clock.advance(MINUTE);
    blocked(&app, SARA, Why::Complained).await;
    assert!(!answers(&app, &agent, &old.id, SARA).await);
    // Their next complaint joins the open case.
    db.clock.advance(HOUR);
    let mut again = testkit::response("r2", 1);
    (again.occurred_at, again.contact) = (app.store.env().now(), Some(SARA.into()));
    app.append(again).await;
    assert!(answers(&app, &agent, &old.id, SARA).await);

    // And where none is open, it opens one.
    blocked(&app, "ali@example.com", Why::Complained).await;
    db.clock.advance(HOUR);
    let new = app.complains("r3", "ali@example.com").await;
    assert!(answers(&app, &agent, &new.id, "Ali@Example.com").await);
}

/// Each is blocked, and only the other one has spoken.
async fn what_somebody_else_said_answers_nobody(db: Db) {
    let app = with_server(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    for address in [SARA, "boss@example.com"] {
        blocked(&app, address, Why::Complained).await;
    }
    db.clock.advance(HOUR);
    let found = app.complains("r1", SARA).await;
    assert!(!answers(&app, &agent, &found.id, "boss@example.com").await);
    assert!(answers(&app, &agent, &found.id, SARA).await);
}

async fn a_mail_shows_that_a_mailbox_works_and_a_survey_does_not(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", SARA).await;
    assert!(answers(&app, &agent, &found.id, SARA).await);
    db.clock.advance(MINUTE);
    blocked(&app, SARA, Why::Bounced).await;
    db.clock.advance(HOUR);
    let mut again = testkit::response("r2", 1);
    (again.occurred_at, again.contact) = (app.store.env().now(), Some(SARA.into()));
    app.append(again).await;
    assert!(!answers(&app, &agent, &found.id, SARA).await);
    writes(&app, &found.id, SARA, "").await;
    assert!(answers(&app, &agent, &found.id, SARA).await);
    // It came back again, after their mail.
    db.clock.advance(MINUTE);
    blocked(&app, SARA, Why::Bounced).await;
    assert!(!answers(&app, &agent, &found.id, SARA).await);
}
