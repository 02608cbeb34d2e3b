//! The pages of messages, unsubscribing, and the door for mails.

use std::sync::Arc;

use act::messages::{self, Desk, Kind, NewMessage, Purpose, State, consent};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use kernel::{ContactId, Role};
use store::keys::{self, Scope};
use testkit::{Db, Smtp};
use tower::ServiceExt as _;

use super::{Memory, post, postman, reply, send_all};
use crate::{App, app, app_with};

testkit::on_both!(
    without_a_mail_server_members_send_by_hand,
    what_customers_write_is_escaped,
    one_click_unsubscribes_and_looking_does_not,
    a_mail_comes_in_through_the_api,
);

impl App {
    pub(super) async fn ask(&self, request: Request<Body>) -> (StatusCode, String, String) {
        let response = self.router.clone().oneshot(request).await.expect("it never fails");
        let status = response.status();
        let to =
            response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        (status, to, String::from_utf8_lossy(&bytes).into_owned())
    }

    async fn press(&self, session: &str, path: &str) -> StatusCode {
        let request = Request::post(path)
            .header(header::COOKIE, format!("nabz={session}"))
            .header("sec-fetch-site", "same-origin")
            .body(Body::empty());
        self.ask(request.expect("a request")).await.0
    }
}

async fn without_a_mail_server_members_send_by_hand(db: Db) {
    let app = app(&db).await;
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let posted = post(&app.store, app.ws, reply("1", &contact)).await;
    let agent = app.signs_in(Role::Agent).await;
    let list = app.get(&agent, "/act/messages").await;
    assert!(list.contains("Your visit on Sunday") && list.contains("No mail server is set up"), "{list}");
    let page = format!("/act/messages/{}", posted.id);
    let shown = app.get(&agent, &page).await;
    assert!(
        shown.contains("we are sorry about the bins") && shown.contains("mailto:sara@example%2Ecom?subject="),
        "{shown}"
    );
    assert_eq!(app.press(&agent, &format!("{page}/again")).await, StatusCode::UNPROCESSABLE_ENTITY, "it waits already");
    assert_eq!(app.press(&agent, &format!("{page}/sent")).await, StatusCode::SEE_OTHER);
    assert_eq!(app.press(&agent, &format!("{page}/sent")).await, StatusCode::UNPROCESSABLE_ENTITY, "once");
    let found = messages::find(app.store.reads(), app.ws, posted.id.as_str()).await.expect("there");
    assert!(found.by_hand && found.state() == State::Sent);
    assert_eq!(app.press(&agent, &format!("{page}/unsent")).await, StatusCode::SEE_OTHER);
    let found = messages::find(app.store.reads(), app.ws, posted.id.as_str()).await.expect("there");
    assert_eq!(found.state(), State::Queued);
}

async fn what_customers_write_is_escaped(db: Db) {
    let app = app(&db).await;
    let raw = "From: \"<b>Eve</b>\" <eve@example.com>\r\nSubject: <script>alert(1)</script>\r\n\
        Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n<img src=x onerror=alert(1)>\r\n\
        --x\r\nContent-Type: text/html; name=\"evil.html\"\r\nContent-Disposition: attachment; filename=\"evil.html\"\r\n\r\n\
        <script>alert(2)</script>\r\n--x--\r\n";
    let parsed = messages::parse(raw.as_bytes());
    messages::receive(&app.store, Some(app.ws), app.ws, parsed, &messages::Nobody).await.expect("taken");
    let agent = app.signs_in(Role::Agent).await;
    let list = app.get(&agent, "/act/mails").await;
    let link = list.split("href=\"/act/mails/mail_").nth(1).and_then(|rest| rest.split('"').next()).expect("a mail");
    let page = format!("/act/mails/mail_{link}");
    let shown = app.get(&agent, &page).await;
    for page in [&list, &shown] {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("<b>Eve"), "{page}");
    }
    let file = shown.split(&format!("{page}/files/")).nth(1).and_then(|rest| rest.split('"').next()).expect("a file");
    let request = Request::get(format!("{page}/files/{file}")).header(header::COOKIE, format!("nabz={agent}"));
    let response =
        app.router.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/octet-stream");
    assert!(response.headers()[header::CONTENT_DISPOSITION].to_str().is_ok_and(|how| how.starts_with("attachment")));

    assert!(app.get(&agent, "/act/messages").await.contains(" mail waits"));
    assert_eq!(app.press(&agent, &format!("{page}/done")).await, StatusCode::SEE_OTHER);
    assert!(!app.get(&agent, "/act/messages").await.contains(" mail waits"));
}

async fn one_click_unsubscribes_and_looking_does_not(db: Db) {
    let app = app(&db).await;
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    let txn = app.store.write().await.expect("a write begins");
    consent::note(&txn, app.ws, &contact, Purpose::FollowUp, true, "survey:visit").await.expect("noted");
    txn.commit().await.expect("kept");
    let told = NewMessage { kind: Kind::Told, language: "fa", ..reply("1", &contact) };
    post(&app.store, app.ws, told.clone()).await;
    let smtp = Smtp::start().await;
    send_all(&postman(&app.store, &smtp.url())).await;
    let link = smtp.taken()[0].header("List-Unsubscribe").expect("one can unsubscribe");
    let path = link.trim_matches(['<', '>']).trim_start_matches("https://cx.example").to_owned();

    let get = |path: &str| Request::get(path).body(Body::empty()).expect("a request");
    let (status, _, page) = app.ask(get(&path)).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<form method=\"post\"") && page.contains("dir=\"rtl\""), "{page}");
    let said = || consent::said(app.store.reads(), app.ws, &contact, Purpose::FollowUp);
    assert_eq!(said().await.expect("read"), Some(true), "scanners look at links");

    // As RFC 8058 has it: no cookie, no origin, a body that says why.
    let click = |path: &str| {
        Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("List-Unsubscribe=One-Click"))
            .expect("a request")
    };
    for _ in 0..2 {
        let (status, to, _) = app.ask(click(&path)).await;
        assert_eq!((status, to.as_str()), (StatusCode::OK, ""), "no redirect");
    }
    assert_eq!(said().await.expect("read"), Some(false));
    let next = post(&app.store, app.ws, NewMessage { key: "2", ..told }).await;
    assert_eq!(next.state, State::HeldWithoutConsent);
    assert_eq!(post(&app.store, app.ws, reply("3", &contact)).await.state, State::Queued, "answers still come");

    let wrong = path.replace("/unsubscribe", "0/unsubscribe");
    for request in [get(&wrong), click(&wrong)] {
        assert_eq!(app.ask(request).await.0, StatusCode::NOT_FOUND);
    }
}

async fn a_mail_comes_in_through_the_api(db: Db) {
    let memory = Memory::default();
    let desk = Desk { has_smtp: true, inbox: Arc::new(memory.clone()) };
    let app = app_with(&db, desk).await;
    let txn = app.store.write().await.expect("a write begins");
    let (_, key) = keys::issue(&txn, app.ws, "mx", Scope::Mail).await.expect("a key");
    let (_, other) = keys::issue(&txn, app.ws, "till", Scope::Responses).await.expect("a key");
    txn.commit().await.expect("kept");
    let contact = ContactId::of_key(app.ws, "sara@example.com");
    post(&app.store, app.ws, reply("1", &contact)).await;
    let smtp = Smtp::start().await;
    send_all(&postman(&app.store, &smtp.url())).await;
    let id = smtp.taken()[0].header("Message-ID").expect("it has one");

    let bring = |key: &str, raw: String| {
        Request::post("/api/v1/mail")
            .header(header::AUTHORIZATION, format!("Bearer {key}"))
            .header(header::CONTENT_TYPE, "message/rfc822")
            .body(Body::from(raw))
            .expect("a request")
    };
    let raw = || format!("From: sara@example.com\r\nIn-Reply-To: {id}\r\nSubject: Re\r\n\r\nThanks\r\n");
    assert_eq!(app.ask(bring(&other, raw())).await.0, StatusCode::FORBIDDEN);
    assert_eq!(app.ask(bring(&key, String::new())).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, _, body) = app.ask(bring(&key, raw())).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, r#"{"became":"threaded"}"#));
    assert_eq!(app.ask(bring(&key, raw())).await.2, r#"{"became":"known"}"#);
    assert_eq!(memory.all().len(), 1);
}
