//! What customers do not want is not sent, whatever members press.

use act::messages::consent::{self, Said, Why};
use act::messages::{self, Desk, Kind, NewMessage, Nobody, Purpose, State, parse};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use kernel::{ContactId, Error, MessageId, Role};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use testkit::{Db, Smtp};
use tower::ServiceExt as _;

use super::{message, post, postman, reply, send_all};
use crate::{App, app, app_with};

testkit::on_both!(
    a_complaint_outlasts_trying_again,
    a_complaint_outlasts_a_bounce,
    follow_ups_by_hand_carry_a_way_out,
    a_no_counts_for_what_goes_by_hand,
    undoing_leaves_it_given_up,
    the_list_says_what_the_page_says,
    a_policy_is_shown_as_ours,
    who_unsubscribes_does_so_as_every_contact,
);
testkit::on_postgres!(of_two_who_try_again_one_does);

pub(super) async fn with_server(db: &Db) -> App {
    app_with(db, Desk { has_smtp: true, ..Desk::default() }).await
}

/// An answer to Sara's complaint, sent; and how it is called.
pub(super) async fn sent(app: &App) -> (MessageId, String) {
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let posted = post(&app.store, app.ws, reply("1", &contact)).await;
    let smtp = Smtp::start().await;
    send_all(&postman(&app.store, &smtp.url())).await;
    (posted.id, smtp.taken()[0].header("Message-ID").expect("it has one"))
}

/// Her provider reports that she called it spam (RFC 5965).
pub(super) async fn called_spam(app: &App, about: &str) {
    let at = app.store.env().now().0;
    let raw = format!(
        "From: fbl@mx.example\r\nTo: answers@kaffe.example\r\nSubject: FW\r\nMessage-ID: <report-{at}@mx.example>\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nA report about abuse.\r\n\
         --b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {about}\r\nSubject: Your visit\r\n\r\n--b--\r\n"
    );
    messages::receive(&app.store, None, app.ws, parse(raw.as_bytes()), &Nobody).await.expect("it is taken");
}

async fn a_complaint_outlasts_trying_again(db: Db) {
    let app = with_server(&db).await;
    let (id, about) = sent(&app).await;
    called_spam(&app, &about).await;
    let found = message(&app.store, app.ws, &id).await;
    assert_eq!((found.state(), found.last_error), (State::Failed, None));
    let agent = app.signs_in(Role::Agent).await;
    let page = format!("/act/messages/{id}");
    let shown = app.get(&agent, &page).await;
    assert!(shown.contains("reported a message as spam") && !shown.contains("Try again"), "{shown}");
    assert!(!shown.contains("mailto:") && !shown.contains("Mark as sent"), "{shown}");

    assert_eq!(app.post(&agent, &format!("{page}/again"), &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(message(&app.store, app.ws, &id).await.state(), State::Suppressed);
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    assert_eq!(post(&app.store, app.ws, reply("2", &contact)).await.state, State::Suppressed);
}

async fn a_complaint_outlasts_a_bounce(db: Db) {
    let app = with_server(&db).await;
    let (id, _) = sent(&app).await;
    for orders in [[Why::Bounced, Why::Complained], [Why::Complained, Why::Bounced]] {
        let txn = app.store.write().await.expect("a write begins");
        for why in orders {
            consent::suppress(&txn, app.ws, "sara@example.com", None, why).await.expect("suppressed");
        }
        txn.commit().await.expect("kept");
        db.execute("UPDATE messages SET state = 'failed'").await;
        let txn = app.store.write().await.expect("a write begins");
        let state = messages::replay(&txn, app.ws, id.as_str()).await.expect("it waited");
        txn.commit().await.expect("kept");
        assert_eq!(state, State::Suppressed);
        db.execute("DELETE FROM message_suppressions").await;
    }
}

/// A follow-up that waits for a member to send it; Sara has agreed to it.
async fn told(app: &App, key: &str) -> MessageId {
    says(app, true).await;
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let posted = post(&app.store, app.ws, NewMessage { kind: Kind::Told, ..reply(key, &contact) }).await;
    assert_eq!(posted.state, State::Queued);
    posted.id
}

async fn says(app: &App, is_given: bool) {
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let txn = app.store.write().await.expect("a write begins");
    consent::note(&txn, app.ws, &contact, Purpose::FollowUp, is_given, "test").await.expect("noted");
    txn.commit().await.expect("kept");
}

async fn follow_ups_by_hand_carry_a_way_out(db: Db) {
    let app = app(&db).await;
    let id = told(&app, "1").await;
    let agent = app.signs_in(Role::Agent).await;
    let shown = app.get(&agent, &format!("/act/messages/{id}")).await;
    let copied = shown.split("<textarea").nth(1).and_then(|rest| rest.split("</textarea>").next()).expect("to copy");
    let copied = copied.replace("&#x2f;", "/");
    let link = copied.split("http://nabz.example").nth(1).and_then(|rest| rest.split_whitespace().next());
    let link = link.expect("a link");
    assert!(link.starts_with("/m/") && link.ends_with("/unsubscribe"), "{link}");
    let mailto = shown.split("mailto:").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    assert!(mailto.contains("%2Funsubscribe"), "{mailto}");
    let request = Request::post(link).body(Body::empty()).expect("a request");
    assert_eq!(app.ask(request).await.0, StatusCode::OK);

    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let answer = post(&app.store, app.ws, reply("2", &contact)).await;
    let shown = app.get(&agent, &format!("/act/messages/{}", answer.id)).await;
    assert!(shown.contains("mailto:") && !shown.contains("unsubscribe"), "answers come whatever was said");
}

async fn a_no_counts_for_what_goes_by_hand(db: Db) {
    let app = app(&db).await;
    let id = told(&app, "1").await;
    let agent = app.signs_in(Role::Agent).await;
    let page = format!("/act/messages/{id}");
    assert!(app.get(&agent, &page).await.contains("mailto:"));
    says(&app, false).await;
    let shown = app.get(&agent, &page).await;
    assert!(shown.contains("has not agreed") && shown.contains("They have agreed since"), "{shown}");
    assert!(!shown.contains("mailto:") && !shown.contains("Mark as sent"), "{shown}");
    assert_eq!(app.post(&agent, &format!("{page}/sent"), &[]).await.0, StatusCode::SEE_OTHER);
    let found = message(&app.store, app.ws, &id).await;
    assert_eq!((found.state(), found.by_hand, found.sent_at), (State::HeldWithoutConsent, false, None));

    // One that nobody has looked at since: they tell a member that they changed their mind.
    let id = told(&app, "2").await;
    says(&app, false).await;
    let page = format!("/act/messages/{id}");
    assert_eq!(app.post(&agent, &format!("{page}/agreed"), &[("how", "on the phone")]).await.0, StatusCode::SEE_OTHER);
    assert!(app.get(&agent, &page).await.contains("mailto:"));
    assert_eq!(message(&app.store, app.ws, &id).await.state(), State::Queued);
}

async fn undoing_leaves_it_given_up(db: Db) {
    let app = with_server(&db).await;
    let (id, _) = sent(&app).await;
    db.execute("UPDATE messages SET state = 'failed'").await;
    let agent = app.signs_in(Role::Agent).await;
    let page = format!("/act/messages/{id}");
    let mut form = Request::post(format!("{page}/sent"))
        .header(header::COOKIE, format!("nabz={agent}"))
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())
        .expect("a request");
    let response = app.router.clone().oneshot(form).await.expect("it never fails");
    let mut cookies = response.headers().get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let flash = cookies.find(|cookie| cookie.starts_with("nabz_flash=")).and_then(|cookie| cookie.split(';').next());
    let flash = flash.expect("it can be undone");
    form = Request::get(&page)
        .header(header::COOKIE, format!("nabz={agent}; {flash}"))
        .body(Body::empty())
        .expect("a request");
    let shown = app.ask(form).await.2.replace("&#x2f;", "/");
    let undo = shown.split(&format!("action=\"{page}/unsent")).nth(1).and_then(|rest| rest.split('"').next());
    let undo = format!("{page}/unsent{}", undo.expect("it can be undone"));
    assert_eq!(app.post(&agent, &undo, &[]).await.0, StatusCode::SEE_OTHER);
    let found = message(&app.store, app.ws, &id).await;
    assert_eq!((found.state(), found.by_hand, found.sent_at), (State::Failed, false, None));
}

/// Both have read that it failed when the first one's word is kept.
async fn of_two_who_try_again_one_does(db: Db) {
    let app = with_server(&db).await;
    let (id, _) = sent(&app).await;
    db.execute("UPDATE messages SET state = 'failed'").await;
    let first = app.store.write().await.expect("a write begins");
    messages::replay(&first, app.ws, id.as_str()).await.expect("it waited");
    let (store, ws, again) = (db.open().await, app.ws, id.clone());
    let second = tokio::spawn(async move {
        let txn = store.write().await.expect("a write begins");
        let tried = messages::replay(&txn, ws, again.as_str()).await;
        txn.commit().await.expect("kept");
        tried
    });
    let waits = "SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) \
        WHERE NOT granted AND datname = current_database()";
    while app
        .store
        .reads()
        .query_one_raw(Statement::from_string(DbBackend::Postgres, waits))
        .await
        .expect("asked")
        .is_none()
    {
        assert!(!second.is_finished(), "the second one waits for the first");
        tokio::task::yield_now().await;
    }
    first.commit().await.expect("kept");
    // And the postman takes it at once.
    let refused = second.await.expect("it ran");
    assert!(matches!(refused, Err(Error::Refused(ref why)) if why.code == "message_is_under_way"), "{refused:?}");
}

/// Sara is known by her address from surveys, and by a number from the shop's own system.
async fn who_unsubscribes_does_so_as_every_contact(db: Db) {
    let app = app(&db).await;
    let [surveyed, bought] = ["sara@example.com", "customer-17"].map(|key| ContactId::of_key(app.ws, key));
    let say = async |contact: &ContactId, said: Said<'_>| {
        let txn = app.store.write().await.expect("a write begins");
        consent::note_at(&txn, app.ws, contact, Purpose::FollowUp, said).await.expect("noted");
        txn.commit().await.expect("kept");
    };
    let begun = app.store.env().now();
    let yes = |at| Said { is_given: true, how: "test", at };
    let tell = async |key: &'static str, contact: &ContactId| {
        let told = NewMessage { kind: Kind::Told, address: "Sara@example.com", ..reply(key, contact) };
        post(&app.store, app.ws, told).await
    };
    for contact in [&surveyed, &bought] {
        say(contact, yes(begun)).await;
    }
    let first = tell("1", &surveyed).await;
    assert_eq!((first.state, tell("2", &bought).await.state), (State::Queued, State::Queued));
    let agent = app.signs_in(Role::Agent).await;
    let shown = app.get(&agent, &format!("/act/messages/{}", first.id)).await.replace("&#x2f;", "/");
    let link = shown.split("http://nabz.example").find(|rest| rest.starts_with("/m/")).expect("a link");
    let link = link.split(|c: char| c.is_whitespace() || c == '<').next().expect("its end");
    db.clock.advance(kernel::time::HOUR);
    let request = Request::post(link).body(Body::empty()).expect("a request");
    assert_eq!(app.ask(request).await.0, StatusCode::OK);

    assert_eq!(tell("3", &bought).await.state, State::HeldWithoutConsent);
    let smtp = Smtp::start().await;
    send_all(&postman(&app.store, &smtp.url())).await;
    assert!(smtp.taken().is_empty(), "nor does what waited go");
    assert_eq!(post(&app.store, app.ws, reply("4", &bought)).await.state, State::Queued, "answers still come");
    say(&bought, yes(begun)).await;
    assert_eq!(tell("5", &bought).await.state, State::HeldWithoutConsent, "an old yes is no news");
    say(&bought, yes(app.store.env().now())).await;
    assert_eq!(tell("6", &bought).await.state, State::Queued, "they agree anew");
    assert_eq!(tell("7", &surveyed).await.state, State::HeldWithoutConsent, "as one of them");
}

/// What the list says of a message: the words of its chip.
fn listed<'a>(list: &'a str, id: &MessageId) -> &'a str {
    let row = list.split("<tr>").find(|row| row.contains(id.as_str())).expect("it is listed");
    let chip = row.split("<span class=\"chip").nth(1).and_then(|rest| rest.split_once('>')).expect("it has a state");
    chip.1.split('<').next().unwrap_or_default()
}

/// Nobody has looked at them since they were written, for no mail server sends.
async fn the_list_says_what_the_page_says(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", "eve@example.com").await;
    let refused = told(&app, "1").await;
    says(&app, false).await;
    let eve = ContactId::of_key(app.ws, "eve@example.com");
    let to_eve = NewMessage { address: "eve@example.com", thread: Some(&found.id), ..reply("2", &eve) };
    let blocked = post(&app.store, app.ws, to_eve).await.id;
    let txn = app.store.write().await.expect("a write begins");
    consent::suppress(&txn, app.ws, "Eve@example.com", None, Why::Complained).await.expect("suppressed");
    txn.commit().await.expect("kept");
    let sara = ContactId::of_key(app.ws, "sara@example.com");
    let waits = post(&app.store, app.ws, reply("3", &sara)).await.id;
    let notice = NewMessage { kind: Kind::Notice, contact: None, address: "me@kaffe.example", ..reply("4", &sara) };
    let notice = post(&app.store, app.ws, notice).await.id;
    let lists = ["/act/messages", "/act/messages?state=queued"];
    for (id, words) in
        [(refused, "Held: no consent"), (blocked, "Address blocked"), (waits, "Waiting"), (notice, "Waiting")]
    {
        assert_eq!(message(&app.store, app.ws, &id).await.state(), State::Queued);
        let shown = app.get(&agent, &format!("/act/messages/{id}")).await;
        assert!(shown.contains(&format!(">{words}</span>")), "{shown}");
        for list in lists {
            assert_eq!(listed(&app.get(&agent, list).await, &id), words, "{list}");
        }
    }
    let case = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(case.contains("Address blocked") && !case.contains(">Waiting<"), "{case}");
}

async fn a_policy_is_shown_as_ours(db: Db) {
    let app = with_server(&db).await;
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let agent = app.signs_in(Role::Agent).await;
    let policy = post(&app.store, app.ws, NewMessage { address: "never@example.com", ..reply("1", &contact) }).await;
    let unknown = post(&app.store, app.ws, NewMessage { address: "nobody@example.com", ..reply("2", &contact) }).await;
    send_all(&postman(&app.store, &Smtp::start().await.url())).await;
    let shown = app.get(&agent, &format!("/act/messages/{}", policy.id)).await;
    assert!(shown.contains("5.7.1 not from you") && shown.contains("not about the address"), "{shown}");
    let shown = app.get(&agent, &format!("/act/messages/{}", unknown.id)).await;
    assert!(shown.contains("5.1.1 no such mailbox") && !shown.contains("not about the address"), "{shown}");
}
