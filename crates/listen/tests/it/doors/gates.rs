//! Hours, passwords, and personal links.

use axum::http::StatusCode;
use futures::future::join_all;
use kernel::Role;
use kernel::signal::State;
use kernel::survey::{Kind, Survey};
use serde_json::json;
use store::keys::Scope;
use testkit::Db;

use super::{action, block, ip, open, page, question, responses, set_access};
use crate::app::{App, answer, answer_from};

testkit::on_both!(
    a_survey_opens_and_closes_at_its_hour,
    a_password_keeps_strangers_out,
    guesses_are_slowed_down,
    a_personal_link_is_for_one_person_once,
    a_hundred_use_one_link_at_once,
    foreign_and_expired_links_look_missing,
    personal_links_are_made_by_managers_and_keys,
    programs_make_links,
);

fn two_pages() -> Survey {
    Survey {
        questions: vec![question("nps", Kind::Nps), question("why", Kind::Text)],
        blocks: vec![block("b", vec![page(&["nps"]), page(&["why"])])],
        ..Survey::default()
    }
}

/// Makes links over the API; their paths.
async fn links(app: &App, items: serde_json::Value) -> Vec<String> {
    let key = app.key(Scope::All).await;
    let made = app.post_json("/api/v1/surveys/s/links", &key, items.to_string()).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let path = |link: &serde_json::Value| {
        link["url"].as_str().expect("an address").strip_prefix("http://cx.test").expect("ours").to_owned()
    };
    made.json().as_array().expect("a list").iter().map(path).collect()
}

async fn a_survey_opens_and_closes_at_its_hour(db: Db) {
    let app = App::new(&db).await;
    let (link, id) = open(&app, two_pages()).await;
    let first = app.guest("en").get(&link).await.ok();
    let minutes = |n: i64| {
        let at = db.clock.now().plus(n * kernel::time::MINUTE).to_string();
        at.chars().take(16).collect::<String>()
    };
    set_access(&app, &id, &[("opens_at", &minutes(10)), ("closes_at", &minutes(20))]).await;
    let early = app.guest("en").get(&link).await;
    assert!(early.text.contains("not open yet"), "{}", early.text);
    let sent = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await;
    assert!(sent.text.contains("not open yet") && app.log().await.is_empty());
    db.clock.advance(11 * kernel::time::MINUTE);
    let second = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    db.clock.advance(10 * kernel::time::MINUTE);
    assert_eq!(app.guest("en").get(&link).await.status, StatusCode::GONE);
    let late = answer(&app, &second, &link, &[("answer", "late"), ("go", "next")]).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert_eq!(responses(&app).await[0].1.answers.len(), 1);
    let resume = app.guest("en").get(&format!("{link}/r/{}", first.hidden("r"))).await;
    assert_eq!(resume.status, StatusCode::GONE);
    let manager = app.member(Role::Manager).await;
    for (fields, words) in [
        (vec![("opens_at", "soon")], "not a date with a time"),
        (vec![("opens_at", "2026-11-22T10:00"), ("closes_at", "2026-11-22T10:00")], "close before it opens"),
        (vec![("responses_max", "0")], "whole number from 1"),
        (vec![("password", "abc")], "at least"),
    ] {
        let refused = manager.post(&format!("/listen/surveys/{id}/access"), &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(words), "{words}: {}", refused.text);
    }
}

async fn a_password_keeps_strangers_out(db: Db) {
    let app = App::new(&db).await;
    let (link, id) = open(&app, two_pages()).await;
    set_access(&app, &id, &[("password", "باغ آلبالو")]).await;
    let door = app.guest("en").get(&format!("{link}?ch=qr&q.nps=9&a.branch=Soho")).await.ok();
    assert!(!door.text.contains("About nps") && door.text.contains("name=\"password\""), "{}", door.text);
    let enter = format!("{link}/enter");
    let wrong = answer(&app, &door, &enter, &[("password", "باغ گیلاس")]).await;
    assert!(wrong.text.contains("not the password") && !wrong.text.contains("About nps"));
    let first = answer(&app, &door, &enter, &[("password", "باغ آلبالو")]).await.ok();
    assert!(first.text.contains("value=\"9\" checked"), "{}", first.text);
    assert_eq!(action(&first), link);
    // Without the pass, with another's, or with another secret, nothing is taken.
    for also in [[("pass", "")], [("pass", "0123")], [("r", "0123456789abcdefghjkmnpqrstvwxyz")]] {
        let mut fields = vec![("answer", "9"), ("go", "next")];
        fields.extend(also);
        let refused = answer(&app, &first, &link, &fields).await;
        assert!(refused.text.contains("name=\"password\""), "{}", refused.text);
    }
    assert!(app.log().await.is_empty());
    let second = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    answer(&app, &second, &link, &[("go", "next")]).await.see_other();
    let (logged, response) = responses(&app).await.pop().expect("kept");
    assert_eq!((response.state, logged.signal.channel.as_str()), (State::Complete, "qr"));
    assert_eq!(logged.signal.body.attributes["branch"].to_text(), "Soho");
    // A new password shuts out those who had the old one; none lets all in.
    set_access(&app, &id, &[("password", "another one")]).await;
    let old = answer(&app, &first, &link, &[("answer", "1"), ("go", "next")]).await;
    assert!(old.text.contains("name=\"password\""));
    set_access(&app, &id, &[("no_password", "1")]).await;
    assert!(app.guest("en").get(&link).await.ok().text.contains("About nps"));
}

async fn guesses_are_slowed_down(db: Db) {
    let app = App::new(&db).await;
    let (link, id) = open(&app, two_pages()).await;
    set_access(&app, &id, &[("password", "right one")]).await;
    let door = app.guest("en").get(&link).await.ok();
    let enter = format!("{link}/enter");
    for _ in 0..10 {
        let wrong = answer(&app, &door, &enter, &[("password", "wrong one")]).await;
        assert!(wrong.status != StatusCode::TOO_MANY_REQUESTS);
    }
    let slow = answer(&app, &door, &enter, &[("password", "right one")]).await;
    assert_eq!(slow.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!slow.text.contains("About nps"), "not even the right one");
    answer_from(&app, &door, &enter, &[("password", "right one")], ip(1)).await.ok();
}

async fn a_personal_link_is_for_one_person_once(db: Db) {
    let app = App::new(&db).await;
    let (link, id) = open(&app, two_pages()).await;
    set_access(&app, &id, &[("mode", "personal")]).await;
    let sara = json!([{"contact": "Sara@Example.com", "attributes": {"plan": "gold", "visits": 3}, "language": "en"}]);
    let personal = links(&app, sara).await.remove(0);
    let shut = app.guest("en").get(&link).await;
    assert!(shut.text.contains("by invitation") && !shut.text.contains("About nps"), "{}", shut.text);
    let first = app.guest("en").get(&format!("{personal}?a.plan=free")).await.ok();
    assert_eq!(action(&first), personal);
    let straight =
        answer(&app, &first, &link, &[("r", "0123456789abcdefghjkmnpqrstvwxyz"), ("answer", "9"), ("go", "next")])
            .await;
    assert!(straight.text.contains("by invitation") && app.log().await.is_empty(), "{}", straight.text);
    let second = answer(&app, &first, &personal, &[("answer", "9"), ("go", "next")]).await.ok();
    assert_eq!(action(&second), link, "the token goes no further");
    let token = personal.rsplit('/').next().expect("a token");
    assert!(!second.text.contains(token));
    // On another device the same link goes on with the same response.
    let other = app.guest("en").get(&personal).await.ok();
    assert_eq!((other.hidden("step"), other.hidden("r")), ("b.2".to_owned(), first.hidden("r")));
    answer(&app, &other, &link, &[("answer", "good"), ("go", "next")]).await.see_other();
    let all = responses(&app).await;
    assert_eq!(all.len(), 1);
    let (logged, response) = &all[0];
    assert_eq!(response.state, State::Complete);
    assert_eq!(logged.contact_id, Some(kernel::ContactId::of_key(app.workspace, "sara@example.com")));
    let attributes = &logged.signal.body.attributes;
    assert_eq!((attributes["plan"].to_text(), attributes["visits"].to_text()), ("gold".into(), "3".into()));
    assert!(app.guest("en").get(&personal).await.ok().text.contains("already in"));
    // Even when its draft is forgotten, the link begins no second response.
    db.clock.advance(listen::KEPT_MICROS + kernel::time::DAY);
    listen::prune(&app.store, db.clock.now()).await.expect("runs");
    let over = app.guest("en").get(&personal).await;
    assert!(!over.text.contains("About nps"), "{}", over.text);
    let sent = answer(&app, &first, &personal, &[("answer", "1"), ("go", "next")]).await;
    assert!(!sent.text.contains("About"), "{}", sent.text);
    assert_eq!(responses(&app).await.len(), 1);
}

async fn a_hundred_use_one_link_at_once(db: Db) {
    for anonymous in [false, true] {
        let db = db_of(&db).await;
        let app = App::new(&db).await;
        let (link, _) = open(&app, Survey { anonymous, ..two_pages() }).await;
        let personal = links(&app, json!([{"contact": "c-1"}])).await.remove(0);
        let mut firsts = Vec::new();
        for _ in 0..100 {
            firsts.push(app.guest("en").get(&personal).await.ok());
        }
        let sends = firsts.iter().enumerate().map(|(n, seen)| {
            let (app, personal) = (&app, &personal);
            async move { answer_from(app, seen, personal, &[("answer", "9"), ("go", "next")], ip(n as u32)).await }
        });
        let second = join_all(sends).await;
        let through: Vec<_> = second.iter().filter(|seen| seen.text.contains("About why")).collect();
        assert_eq!(responses(&app).await.len(), 1, "anonymous: {anonymous}");
        assert!(!through.is_empty() && (!anonymous || through.len() == 1), "{}", through.len());
        // So many pages of one response have to wait for a while.
        db.clock.advance(kernel::time::MINUTE);
        answer(&app, through[0], &link, &[("answer", "me"), ("go", "next")]).await.see_other();
        assert_eq!(responses(&app).await[0].1.state, State::Complete);
    }
}

/// Another database of the same kind.
async fn db_of(db: &Db) -> Db {
    if db.settings().url.is_some() { Db::postgres().await } else { Db::sqlite().await }
}

async fn foreign_and_expired_links_look_missing(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, two_pages()).await;
    let other = testkit::survey(&app.store, app.workspace, "other", &two_pages()).await;
    let soon = db.clock.now().plus(kernel::time::HOUR).to_string();
    let personal = links(&app, json!([{"contact": "c-1", "expires_at": soon}])).await.remove(0);
    let token = personal.rsplit('/').next().expect("a token").to_owned();
    let missing = app.guest("en").get("/s/nothing").await;
    let first = app.guest("en").get(&personal).await.ok();
    let foreign = app.guest("en").get(&format!("/s/{}/p/{token}", other.link)).await;
    let unknown = app.guest("en").get(&format!("{link}/p/{}", "0".repeat(32))).await;
    db.clock.advance(kernel::time::HOUR);
    let expired = app.guest("en").get(&personal).await;
    for seen in [foreign, unknown, expired] {
        assert_eq!((seen.status, &seen.text), (StatusCode::NOT_FOUND, &missing.text));
    }
    let sent = answer(&app, &first, &personal, &[("answer", "9"), ("go", "next")]).await;
    assert_eq!((sent.status, app.log().await.len()), (StatusCode::NOT_FOUND, 0));
}

async fn personal_links_are_made_by_managers_and_keys(db: Db) {
    let app = App::new(&db).await;
    let (_, id) = open(&app, two_pages()).await;
    let path = format!("/listen/surveys/{id}/links");
    let manager = app.member(Role::Manager).await;
    let people = "email,language,plan\nsara@example.com,fa,=gold\n,sv,\n";
    let made = manager.post(&path, &[("people", people)]).await.ok();
    let lines: Vec<&str> = made.text.lines().collect();
    assert_eq!(lines.len(), 3, "{}", made.text);
    assert!(
        lines[1].starts_with("http://cx.test/s/") && lines[1].ends_with(",sara@example.com,fa,,'=gold"),
        "{}",
        lines[1]
    );
    let personal = lines[1].split(',').next().expect("a link").strip_prefix("http://cx.test").expect("ours");
    assert!(app.guest("sv").get(personal).await.ok().text.contains("About nps"));
    let counts = manager.get(&path).await.ok();
    assert!(counts.text.contains('2'), "{}", counts.text);
    let refused = manager.post(&path, &[("people", "email,language\nx@y.z,no such")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("x@y.z"), "what was pasted stays");
    assert_eq!(app.member(Role::Agent).await.get(&path).await.status, StatusCode::FORBIDDEN);
}

async fn programs_make_links(db: Db) {
    let app = App::new(&db).await;
    open(&app, two_pages()).await;
    let (all, send) = (app.key(Scope::All).await, app.key(Scope::Responses).await);
    let path = "/api/v1/surveys/s/links";
    assert_eq!(app.post_json(path, &send, "[{}]").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post_json("/api/v1/surveys/no/links", &all, "[{}]").await.status, StatusCode::NOT_FOUND);
    for (body, status, code, field) in [
        ("{", 400, "bad_json", None),
        ("{}", 422, "wrong_type", None),
        ("[]", 422, "required", Some("links")),
        (r#"[{}, {"language": "no such"}]"#, 422, "bad_language", Some("1.language")),
        (r#"[{"expires_at": "soon"}]"#, 422, "bad_time", Some("0.expires_at")),
        (r#"[{"name": "x"}]"#, 422, "unknown_field", Some("0.name")),
        (r#"[{"attributes": {"a": []}}]"#, 422, "wrong_type", Some("0.attributes.a")),
    ] {
        let refused = app.post_json(path, &all, body).await;
        let json = refused.json();
        assert_eq!((refused.status.as_u16(), json["code"].as_str()), (status, Some(code)), "{body}");
        assert!(field.is_none_or(|field| json["field"] == field), "{body}: {json}");
    }
    let made = links(&app, json!([{}, {"contact": "c-1"}])).await;
    assert!(made[0] != made[1]);
}
