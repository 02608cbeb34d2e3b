//! Programs send responses.

use axum::http::StatusCode;
use kernel::Role;
use kernel::survey::{Kind, Survey};
use serde_json::{Value as Json, json};
use store::keys::Scope;
use testkit::Db;

use crate::app::{App, published};
use crate::doors::{open, options};

testkit::on_both!(
    a_response_is_kept_once,
    an_array_answers_for_each_item,
    faults_have_codes_and_fields,
    too_few_choices_are_told_with_their_question,
    doors_open_only_to_their_keys,
    whatever_comes_is_never_our_fault,
);

const PATH: &str = "/api/v1/surveys/nps/responses";

async fn a_response_is_kept_once(db: Db) {
    let app = App::new(&db).await;
    published(&app, "nps", &[]).await;
    let key = app.key(Scope::Responses).await;
    let body = json!({"id": "till-1", "answers": {"nps": 9, "why": "warm bread"}, "contact": "c-17",
        "attributes": {"branch": "Soho"}, "language": "en", "occurred_at": "2026-11-01T08:00:00+01:00"});
    let first = app.post_json(PATH, &key, body.to_string()).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    assert_eq!(first.json(), json!({"id": "till-1", "duplicate": false}));
    let again = app.post_json(PATH, &key, body.to_string()).await;
    assert_eq!((again.status, again.json()["duplicate"].clone()), (StatusCode::OK, json!(true)));
    let log = app.log().await;
    assert_eq!(log.len(), 1);
    assert_eq!(log[0].signal.source, "api:nps");
    assert_eq!(log[0].signal.occurred_at.to_string(), "2026-11-01T07:00:00Z");
    assert!(log[0].contact_id.is_some());
    let unnamed = app.post_json(PATH, &key, r#"{"answers":{"nps":1}}"#).await.json();
    assert!(unnamed["id"].as_str().is_some_and(|id| id.len() == 32));
    assert_eq!(app.log().await.len(), 2);
}

async fn an_array_answers_for_each_item(db: Db) {
    let app = App::new(&db).await;
    published(&app, "nps", &[]).await;
    let key = app.key(Scope::All).await;
    let items = json!([
        {"id": "a", "answers": {"nps": 1}},
        {"id": "b", "answers": {"nps": 99}},
        {"id": "a", "answers": {"nps": 1}},
        7,
    ]);
    let seen = app.post_json(PATH, &key, items.to_string()).await.ok();
    let results = seen.json();
    assert_eq!(results[0], json!({"id": "a", "status": 201, "duplicate": false}));
    assert_eq!((&results[1]["status"], &results[1]["code"]), (&json!(422), &json!("out_of_range")));
    assert_eq!(results[1]["field"], "answers.nps");
    assert!(results[1]["message"].as_str().is_some_and(|words| words.contains("99")), "{results}");
    assert_eq!(results[2], json!({"id": "a", "status": 200, "duplicate": true}));
    assert_eq!(results[3]["code"], "wrong_type");
    assert_eq!(app.log().await.len(), 1);
    assert_eq!(app.post_json(PATH, &key, "[]").await.ok().json(), json!([]));
    let many: Vec<Json> = (0..1_001).map(|_| json!({"answers": {}})).collect();
    let refused = app.post_json(PATH, &key, Json::from(many).to_string()).await;
    assert_eq!((refused.status, refused.json()["code"].clone()), (StatusCode::UNPROCESSABLE_ENTITY, json!("too_many")));
}

async fn faults_have_codes_and_fields(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let key = app.key(Scope::Responses).await;
    let cases = [
        ("{\n  \"answers\": }", StatusCode::BAD_REQUEST, "bad_json", json!("2:14")),
        ("", StatusCode::BAD_REQUEST, "bad_json", json!("1:0")),
        ("null", StatusCode::UNPROCESSABLE_ENTITY, "wrong_type", Json::Null),
        (r#"{"answers":{"csat":1}}"#, StatusCode::UNPROCESSABLE_ENTITY, "unknown_question", json!("answers.csat")),
        (r#"{"answers":{"nps":true}}"#, StatusCode::UNPROCESSABLE_ENTITY, "wrong_type", json!("answers.nps")),
        (r#"{"answers":{},"colour":1}"#, StatusCode::UNPROCESSABLE_ENTITY, "unknown_field", json!("colour")),
    ];
    for (body, status, code, field) in cases {
        let seen = app.post_json(PATH, &key, body).await;
        assert_eq!(seen.status, status, "{body}: {}", seen.text);
        let json = seen.json();
        assert_eq!((&json["code"], &json["field"]), (&json!(code), &field), "{body}");
        assert!(json["message"].as_str().is_some_and(|words| !words.starts_with("error-")), "{json}");
    }
    let large = app.post_json(PATH, &key, vec![b' '; 6 * 1024 * 1024]).await;
    assert_eq!((large.status, large.json()["code"].clone()), (StatusCode::PAYLOAD_TOO_LARGE, json!("too_large")));
    let manager = app.member(Role::Manager).await;
    manager.post(&format!("/listen/surveys/{id}/close"), &[]).await.see_other();
    let closed = app.post_json(PATH, &key, r#"{"answers":{"nps":1}}"#).await;
    assert_eq!((closed.status, closed.json()["code"].clone()), (StatusCode::CONFLICT, json!("survey_closed")));
    assert!(app.log().await.is_empty());
}

async fn too_few_choices_are_told_with_their_question(db: Db) {
    let app = App::new(&db).await;
    let mut ate = options(Kind::Choices, "ate", &["soup", "rice", "tea"]);
    ate.limits.min = Some(2.0);
    ate.limits.max = Some(2.0);
    open(&app, Survey { questions: vec![ate], ..Survey::default() }).await;
    let key = app.key(Scope::Responses).await;
    for (body, code, words) in [
        (r#"{"answers":{"ate":["tea"]}}"#, "too_few_options", "at least 2"),
        (r#"{"answers":{"ate":["tea","soup","rice"]}}"#, "too_many_options", "at most 2"),
    ] {
        let seen = app.post_json("/api/v1/surveys/s/responses", &key, body).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", seen.text);
        let json = seen.json();
        assert_eq!((&json["code"], &json["field"]), (&json!(code), &json!("answers.ate")));
        let message = json["message"].as_str().expect("words");
        assert!(message.contains(words) && message.contains("“ate”"), "{message}");
    }
}

async fn doors_open_only_to_their_keys(db: Db) {
    let app = App::new(&db).await;
    published(&app, "nps", &[]).await;
    let body = r#"{"answers":{"nps":1}}"#;
    let (sender, reader) = (app.key(Scope::Responses).await, app.key(Scope::Read).await);
    assert_eq!(app.post_json(PATH, "nabz_wrong", body).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.post_json(PATH, &reader, body).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post_json("/api/v1/surveys/none/responses", &sender, body).await.status, StatusCode::NOT_FOUND);
    let txn = app.store.write().await.expect("a write");
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.expect("made");
    let (_, foreign) = store::keys::issue(&txn, other, "x", Scope::Responses).await.expect("made");
    txn.commit().await.expect("kept");
    assert_eq!(app.post_json(PATH, &sender, body).await.status, StatusCode::CREATED);
    assert_eq!(app.post_json(PATH, &foreign, body).await.status, StatusCode::NOT_FOUND);
    // A revoked key is refused after a second at the latest.
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let txn = app.store.write().await.expect("a write");
    store::entity::key::Entity::update_many()
        .col_expr(store::entity::key::Column::RevokedAt, Expr::value(Some(1i64)))
        .filter(store::entity::key::Column::WorkspaceId.eq(app.workspace.0))
        .exec(&*txn)
        .await
        .expect("revoked");
    txn.commit().await.expect("kept");
    db.clock.advance(kernel::time::SECOND);
    assert_eq!(app.post_json(PATH, &sender, body).await.status, StatusCode::UNAUTHORIZED);
}

/// Bodies near the contract with something wrong in them, and noise: a fault is the caller's, never ours.
async fn whatever_comes_is_never_our_fault(db: Db) {
    let app = App::new(&db).await;
    published(&app, "csat", &[]).await;
    let key = app.key(Scope::Responses).await;
    let path = "/api/v1/surveys/csat/responses";
    let good = br#"{"id":"x","answers":{"csat":5,"stood_out":["staff"],"better":"\ud83d\ude00"},"contact":{"email":"a@b.se"},"attributes":{"n":1e3,"t":"x"},"language":"fa","channel":"email","occurred_at":"2026-11-01T08:00:00Z"}"#;
    let leaves = [
        "null",
        "true",
        "-1",
        "1e400",
        "18446744073709551616",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "[]",
        "{}",
        "[[[[]]]]",
        "\"9999-12-31T23:59:59Z\"",
        "\"-009999-01-01T00:00:00Z\"",
        "{\"id\":{}}",
        "1.5",
    ];
    for n in 0..400u64 {
        let mut body = good.to_vec();
        match n % 4 {
            // One byte is another.
            0 => {
                let place = db.chance.below(body.len() as u64) as usize;
                body[place] = db.chance.below(256) as u8;
            }
            // It ends early.
            1 => body.truncate(db.chance.below(body.len() as u64) as usize),
            // A field has a value of another kind.
            2 => {
                let mut json: Json = serde_json::from_slice(good).expect("good");
                let fields: Vec<String> = json.as_object().expect("an object").keys().cloned().collect();
                let field = &fields[db.chance.below(fields.len() as u64) as usize];
                let leaf = leaves[db.chance.below(leaves.len() as u64) as usize];
                json[field] = json!("HERE");
                body = json.to_string().replace("\"HERE\"", leaf).into_bytes();
            }
            // Noise.
            _ => body = (0..db.chance.below(60)).map(|_| db.chance.below(256) as u8).collect(),
        }
        let words = String::from_utf8_lossy(&body).into_owned();
        let seen = app.post_json(path, &key, body).await;
        assert!(!seen.status.is_server_error(), "{words}: {}", seen.text);
        if seen.status.is_client_error() {
            assert!(seen.json()["code"].is_string(), "{words}");
        }
    }
    let deep = format!("{{\"answers\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(app.post_json(path, &key, deep).await.status, StatusCode::BAD_REQUEST);
}
