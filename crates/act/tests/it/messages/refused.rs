//! What customers do not want is not sent, whatever members press.

use act::messages::consent::{self, Why};
use act::messages::{self, Desk, Nobody, State, parse};
use axum::http::StatusCode;
use kernel::{ContactId, MessageId, Role};
use testkit::{Db, Smtp};

use super::{message, post, postman, reply, send_all};
use crate::{App, app_with};

testkit::on_both!(a_complaint_outlasts_trying_again, a_complaint_outlasts_a_bounce);

async fn with_server(db: &Db) -> App {
    app_with(db, Desk { has_smtp: true, ..Desk::default() }).await
}

/// An answer to Sara's complaint, sent; and how it is called.
async fn sent(app: &App) -> (MessageId, String) {
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let posted = post(&app.store, app.ws, reply("1", &contact)).await;
    let smtp = Smtp::start().await;
    send_all(&postman(&app.store, &smtp.url())).await;
    (posted.id, smtp.taken()[0].header("Message-ID").expect("it has one"))
}

/// Her provider reports that she called it spam (RFC 5965).
async fn called_spam(app: &App, about: &str) {
    let raw = format!(
        "From: fbl@mx.example\r\nTo: answers@kaffe.example\r\nSubject: FW\r\nMessage-ID: <report-1@mx.example>\r\n\
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
