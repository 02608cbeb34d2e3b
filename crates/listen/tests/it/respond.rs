//! Respondents answer on their phones, without script.

use axum::http::{Method, StatusCode};
use kernel::Role;
use kernel::signal::{Response, State, What};
use sea_orm::EntityTrait;
use testkit::Db;

use crate::app::{App, answer, answer_from, link, published};

testkit::on_both!(
    a_survey_is_answered_in_persian_page_by_page,
    sending_twice_and_going_back_end_in_one_response,
    what_is_wrong_is_said_beside_the_question,
    answers_follow_the_version_that_they_began_with,
    anonymous_answers_keep_no_trace,
    reading_writes_nothing,
    closed_and_unknown_surveys_say_so,
    an_old_draft_is_forgotten_and_its_response_stays,
    a_flood_is_slowed_and_words_are_kept,
    an_office_behind_one_address_answers_and_a_program_does_not,
    programs_that_fill_in_everything_are_refused_and_people_keep_their_words,
);

/// Largest respondent page, in bytes, before compression.
const PAGE_BYTES_MAX: usize = 20_000;

async fn responses(app: &App) -> Vec<(store::Logged, Response)> {
    let read = |logged: store::Logged| {
        let What::Response(response) = logged.signal.body.what.clone();
        (logged, response)
    };
    app.log().await.into_iter().map(read).collect()
}

async fn a_survey_is_answered_in_persian_page_by_page(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("fa-IR,en;q=0.5").get(&format!("{link}?ch=qr&tp=Table+4&a.branch=Soho")).await.ok();
    assert!(first.text.contains("<html lang=\"fa\" dir=\"rtl\">"));
    assert!(first.text.contains("چقدر احتمال دارد") && first.text.contains(">۱۰<"), "{}", first.text);
    assert!(!first.text.contains("<script") && !first.text.contains(" style=") && !first.text.contains("onclick"));
    assert!(first.text.len() <= PAGE_BYTES_MAX, "{}", first.text.len());
    assert!(first.headers["content-security-policy"].to_str().expect("ASCII").contains("default-src 'none'"));
    let second = answer(&app, &first, &link, &[("answer", "3"), ("go", "next")]).await.ok();
    assert!(second.text.contains("<textarea") && second.text.contains("lang=\"fa\" dir=\"rtl\""));
    assert!(second.text.len() <= PAGE_BYTES_MAX);
    let (logged, response) = responses(&app).await.pop().expect("the first page is kept");
    assert_eq!((response.state, response.answers.len()), (State::Partial, 1));
    assert_eq!(logged.signal.source, "link:nps");
    assert_eq!(logged.signal.channel, "qr");
    assert_eq!(logged.signal.touchpoint.as_deref(), Some("Table 4"));
    assert_eq!(logged.signal.language.as_deref(), Some("fa"));
    assert_eq!(logged.signal.body.attributes["branch"].to_text(), "Soho");
    assert!(!logged.signal.source_id.contains(&first.hidden("r")), "the secret is not the id");
    db.clock.advance(kernel::time::MINUTE);
    let done = answer(&app, &second, &link, &[("answer", "دیر آمد"), ("go", "next")]).await.see_other();
    let thanks = app.guest("en").get(done.location()).await.ok();
    assert!(thanks.text.contains("سپاس") && thanks.text.contains("lang=\"fa\""), "{}", thanks.text);
    let all = responses(&app).await;
    assert_eq!(all.len(), 1, "a revision takes the place of the earlier one");
    let (logged, response) = &all[0];
    assert_eq!(response.state, State::Complete);
    assert_eq!(response.started_at, testkit::START);
    assert_eq!(response.completed_at, Some(testkit::START.plus(kernel::time::MINUTE)));
    assert_eq!(logged.signal.occurred_at, testkit::START);
    assert_eq!(response.answers[0].score, Some(3.0));
    assert_eq!(response.answers[1].text.as_deref(), Some("دیر آمد"));
}

async fn sending_twice_and_going_back_end_in_one_response(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("en").get(&link).await.ok();
    let nine = [("answer", "9"), ("go", "next")];
    let (a, b) = tokio::join!(answer(&app, &first, &link, &nine), answer(&app, &first, &link, &nine));
    let second = a.ok();
    b.ok();
    assert_eq!(responses(&app).await.len(), 1, "a double click counts once");
    let head = app.store.head().await.expect("read");
    answer(&app, &first, &link, &nine).await.ok();
    assert_eq!(app.store.head().await.expect("read"), head, "a refresh appends nothing");
    let back = answer(&app, &second, &link, &[("answer", "because"), ("go", "back")]).await.ok();
    assert!(back.text.contains("value=\"9\" checked"), "{}", back.text);
    let second = answer(&app, &back, &link, &[("answer", "2"), ("go", "next")]).await.ok();
    assert!(second.text.contains("because"), "what was typed before going back is there again");
    let done = [("answer", "because"), ("go", "next")];
    answer(&app, &second, &link, &done).await.see_other();
    answer(&app, &second, &link, &done).await.see_other();
    // After the end, an earlier page still changes its answer, and the response stays complete.
    answer(&app, &first, &link, &[("answer", "4"), ("go", "next")]).await.ok();
    let all = responses(&app).await;
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].1.state, all[0].1.answers[0].score), (State::Complete, Some(4.0)));
}

async fn what_is_wrong_is_said_beside_the_question(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("sv").get(&link).await.ok();
    for (value, words) in [("", "Gör ett val"), ("11", "Mellan"), ("x", "Skriv ett tal")] {
        let again = answer(&app, &first, &link, &[("answer", value), ("go", "next")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text.contains("aria-invalid=\"true\"") && again.text.contains(words), "{value}: {}", again.text);
        assert!(
            again.text.contains("aria-describedby=\"q1-error\"") || again.text.contains(" q1-error\""),
            "{}",
            again.text
        );
        assert_eq!(again.hidden("r"), first.hidden("r"));
    }
    let skipped = answer(&app, &first, &link, &[("step", "main.2"), ("a.why", "Slow"), ("go", "next")]).await;
    assert_eq!(skipped.status, StatusCode::UNPROCESSABLE_ENTITY, "the end needs every required answer");
    assert_eq!(skipped.hidden("step"), "main.1");
    assert!(responses(&app).await.iter().all(|(_, response)| response.state == State::Partial));
    let turned = answer(&app, &first, &link, &[("answer", "7"), ("to", "ar")]).await.ok();
    assert!(turned.text.contains("lang=\"ar\" dir=\"rtl\"") && turned.text.contains("value=\"7\" checked"));
    let strange = answer(&app, &first, &link, &[("r", "mine"), ("answer", "7"), ("go", "next")]).await;
    assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(strange.hidden("r"), "mine");
}

async fn answers_follow_the_version_that_they_began_with(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("en").get(&link).await.ok();
    let second = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    let manager = app.member(Role::Manager).await;
    manager.post(&format!("/listen/surveys/{id}/questions/why/remove"), &[]).await.see_other();
    manager.post(&format!("/listen/surveys/{id}/publish"), &[]).await.see_other();
    answer(&app, &second, &link, &[("answer", "still asked"), ("go", "next")]).await.see_other();
    let (_, response) = responses(&app).await.pop().expect("kept");
    assert_eq!(response.answers[1].text.as_deref(), Some("still asked"));
    assert_eq!(response.state, State::Complete);
}

async fn anonymous_answers_keep_no_trace(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[("anonymous", "1")]).await;
    let link = link(&app, &id).await;
    let first = app.guest("en").get(&format!("{link}?ch=qr&a.email=sara%40example.com&a.branch=Soho")).await.ok();
    assert!(!first.text.contains("sara") && !first.text.contains("a.branch"));
    assert!(first.text.contains("anonymous"));
    let second =
        answer(&app, &first, &link, &[("answer", "9"), ("o.email", "sara@example.com"), ("go", "next")]).await.ok();
    answer(&app, &second, &link, &[("answer", ""), ("go", "next")]).await.see_other();
    let (logged, response) = responses(&app).await.pop().expect("kept");
    assert!(logged.signal.body.attributes.is_empty() && logged.contact_id.is_none());
    let day = "2026-11-22T00:00:00Z".parse().expect("a time");
    assert_eq!((logged.signal.occurred_at, response.started_at, response.completed_at), (day, day, Some(day)));
    let secret = first.hidden("r");
    assert!(!logged.signal.source_id.contains(&secret));
    let key = app.key(store::keys::Scope::Responses).await;
    let path = "/api/v1/surveys/nps/responses";
    let refused = app.post_json(path, &key, r#"{"answers":{"nps":1},"contact":"c-1"}"#).await;
    assert_eq!(refused.json()["code"], "anonymous_survey");
    let kept = app.post_json(path, &key, r#"{"id":"sara@example.com","answers":{"nps":1}}"#).await.json();
    assert!(!kept["id"].as_str().expect("an id").contains("sara"));
    let again = app.post_json(path, &key, r#"{"id":"sara@example.com","answers":{"nps":1}}"#).await.json();
    assert_eq!((&again["id"], &again["duplicate"]), (&kept["id"], &serde_json::json!(true)));
    assert!(responses(&app).await.iter().all(|(logged, _)| logged.signal.occurred_at == day));
}

async fn reading_writes_nothing(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let link = link(&app, &id).await;
    for path in [link.clone(), format!("{link}/thanks"), format!("{link}?lang=fa")] {
        app.guest("en").get(&path).await.ok();
        app.guest("en").send(Method::HEAD, &path, String::new()).await.ok();
    }
    assert!(app.log().await.is_empty());
    let turned = app.guest("en").get(&link).await.ok();
    answer(&app, &turned, &link, &[("answer", "7"), ("to", "fa")]).await.ok();
    assert!(app.log().await.is_empty(), "changing the language saves nothing");
    assert_eq!(app.store.head().await.expect("read"), 0);
}

async fn closed_and_unknown_surveys_say_so(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("fa").get(&link).await.ok();
    let manager = app.member(Role::Manager).await;
    manager.post(&format!("/listen/surveys/{id}/close"), &[]).await.see_other();
    let closed = app.guest("fa").get(&link).await;
    assert_eq!(closed.status, StatusCode::GONE);
    assert!(closed.text.contains("این نظرسنجی بسته است"));
    let sent = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await;
    assert_eq!(sent.status, StatusCode::GONE);
    assert!(app.log().await.is_empty());
    assert_eq!(app.guest("en").get("/s/nothing").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.guest("en").post("/s/nothing", &[("answer", "1")]).await.status, StatusCode::NOT_FOUND);
}

async fn an_old_draft_is_forgotten_and_its_response_stays(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("en").get(&link).await.ok();
    let second = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    db.clock.advance(listen::KEPT_MICROS - 1);
    assert_eq!(listen::prune(&app.store, db.clock.now()).await.expect("runs"), 0);
    db.clock.advance(2);
    assert_eq!(listen::prune(&app.store, db.clock.now()).await.expect("runs"), 1);
    let over = answer(&app, &second, &link, &[("answer", "late"), ("go", "next")]).await.ok();
    assert!(over.text.contains("already in"), "{}", over.text);
    let all = responses(&app).await;
    assert_eq!((all.len(), all[0].1.answers.len()), (1, 1), "the answer of the first page was not lost");
}

async fn a_flood_is_slowed_and_words_are_kept(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "feedback", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("en").get(&link).await.ok();
    let second = answer(&app, &first, &link, &[("answer", "4"), ("go", "next")]).await.ok();
    for _ in 0..150 {
        answer(&app, &first, &link, &[("answer", "4"), ("go", "next")]).await.ok();
    }
    let slow = answer(&app, &second, &link, &[("answer", "my long words"), ("go", "next")]).await;
    assert_eq!(slow.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(slow.headers["retry-after"], "1");
    assert!(slow.text.contains("my long words") && slow.hidden("step") == "main.2", "{}", slow.text);
    // A colleague behind the same address does not wait for that.
    let other = app.guest("en").get(&link).await.ok();
    answer(&app, &other, &link, &[("answer", "4"), ("go", "next")]).await.ok();
    db.clock.advance(2 * kernel::time::SECOND);
    answer(&app, &slow, &link, &[("answer", "my long words"), ("go", "next")]).await.see_other();
}

async fn an_office_behind_one_address_answers_and_a_program_does_not(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "feedback", &[]).await;
    let link = link(&app, &id).await;
    // A hundred people, four pages each, within one second: more than an address could send before.
    for _ in 0..100 {
        let first = app.guest("en").get(&link).await.ok();
        let second = answer(&app, &first, &link, &[("answer", "4"), ("go", "next")]).await.ok();
        answer(&app, &second, &link, &[("go", "back")]).await.ok();
        answer(&app, &first, &link, &[("answer", "3"), ("go", "next")]).await.ok();
        answer(&app, &second, &link, &[("answer", "words"), ("go", "next")]).await.see_other();
    }
    assert_eq!(app.log().await.len(), 100);
    // A program begins one response after another.
    let mut refused = None;
    for _ in 0..21 {
        let page = app.guest("fa").get(&link).await.ok();
        let next = answer(&app, &page, &link, &[("answer", "4"), ("go", "next")]).await;
        if next.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(next);
        }
    }
    let refused = refused.expect("an address begins so many only");
    assert!(refused.headers.contains_key("retry-after"));
    assert!(refused.text.contains("پاسخ‌های زیادی"), "in the reader's language: {}", refused.text);
    assert_eq!(app.log().await.len(), 120);
    // Another address is not held up.
    let page = app.guest("en").get(&link).await.ok();
    let from = std::net::Ipv4Addr::new(192, 0, 2, 7).into();
    answer_from(&app, &page, &link, &[("answer", "4"), ("go", "next")], from).await.ok();
}

async fn programs_that_fill_in_everything_are_refused_and_people_keep_their_words(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "feedback", &[]).await;
    let link = link(&app, &id).await;
    let first = app.guest("en").get(&link).await.ok();
    let refused = answer(&app, &first, &link, &[("answer", "4"), ("more", "buy"), ("go", "next")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("value=\"4\" checked"));
    assert!(app.log().await.is_empty());
    // Hostile words come back as words.
    let nasty = "</textarea><script>alert(1)</script>\u{202e}\u{0}";
    let second = answer(&app, &first, &link, &[("answer", "4"), ("go", "next")]).await.ok();
    let turned = answer(&app, &second, &link, &[("answer", nasty), ("to", "sv")]).await.ok();
    assert!(!turned.text.contains("<script>alert"), "{}", turned.text);
    answer(&app, &second, &link, &[("answer", nasty), ("go", "next")]).await.see_other();
    let rows = store::entity::signal::Entity::find().all(app.store.reads()).await.expect("read");
    assert!(rows.iter().all(|row| !row.body.contains("\\u0000")));
}
