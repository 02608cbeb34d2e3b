//! Anonymous surveys, as somebody would attack them who can read all tables.

use kernel::survey::{Kind, Survey};
use kernel::time::{DAY, MINUTE, SECOND};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use store::keys::Scope;
use testkit::Db;

use super::{block, open, options, page, question, responses};
use crate::app::{App, answer};

testkit::on_both!(whoever_reads_all_tables_finds_no_person, times_tell_the_day_and_nothing_more);

fn secret() -> Survey {
    Survey {
        anonymous: true,
        questions: vec![
            question("nps", Kind::Nps),
            options(Kind::Choice, "plan", &["gold", "free"]),
            question("campaign", Kind::Hidden),
            question("ideas", Kind::Ideas),
        ],
        blocks: vec![block("b", vec![page(&["nps"]), page(&["plan", "ideas"])])],
        ..Survey::default()
    }
}

/// All rows of the tables that a response touches, as text.
async fn rows(app: &App) -> Vec<(String, String)> {
    let tables = [
        ("signals", "position, source_id, occurred_at, received_at, contact_id, body, channel, touchpoint, language"),
        (
            "drafts",
            "response_hash, language, answers, started_at, updated_at, completed_at, step, ending, seconds, origin, contact",
        ),
        ("survey_links", "token_hash, contact, attributes, created_at, is_used, used_at"),
        ("ideas", "id, response_id, text, created_at"),
        ("uploads", "id, response_id, file_name, created_at"),
        ("quota_counts", "quota_key, taken"),
        ("contacts", "id, key"),
    ];
    let reads = app.store.reads();
    let mut all = Vec::new();
    for (table, columns) in tables {
        for column in columns.split(", ") {
            let quoted = format!("select coalesce(cast(\"{column}\" as text), '') as v from \"{table}\"");
            let query = Statement::from_string(reads.get_database_backend(), quoted);
            for row in reads.query_all_raw(query).await.expect("read") {
                all.push((format!("{table}.{column}"), row.try_get::<String>("", "v").expect("text")));
            }
        }
    }
    all
}

async fn whoever_reads_all_tables_finds_no_person(db: Db) {
    let app = App::new(&db).await;
    let (link, id) = open(&app, secret()).await;
    let key = app.key(Scope::All).await;
    let people = json!([
        {"contact": "sara@example.com", "attributes": {"staff_number": "staff-4711"}},
        {"contact": "reza@example.com", "attributes": {"staff_number": "staff-4712"}},
    ]);
    let made = app.post_json("/api/v1/surveys/s/links", &key, people.to_string()).await.json();
    let path =
        |n: usize| made[n]["url"].as_str().expect("a link").strip_prefix("http://cx.test").expect("ours").to_owned();
    let (personal, token) = (path(0), path(0).rsplit('/').next().expect("a token").to_owned());
    let asked = format!("{personal}?a.email=sara%40example.com&campaign=for-sara&q.campaign=for-sara&tp=hall");
    let first = app.guest("en").get(&asked).await.ok();
    assert!(!first.text.contains("sara") && !first.text.contains("staff"), "{}", first.text);
    assert!(!first.all_hidden().iter().any(|(_, value)| *value == token), "no hidden field holds the token");
    assert!(!first.all_hidden().iter().any(|(name, _)| name == "t"), "nor the hour");
    db.clock.advance(7 * MINUTE + 13 * SECOND);
    let forged = [("o.email", "sara@example.com"), ("a.nps", "9"), ("t", "1"), ("go", "next")];
    let second = answer(&app, &first, &personal, &forged).await.ok();
    assert!(!second.text.contains(&token), "after the first page the token is gone");
    db.clock.advance(3 * MINUTE);
    let end = [("a.plan", "gold"), ("a.ideas:own", "More light"), ("go", "next")];
    answer(&app, &second, &link, &end).await.see_other();

    let all = rows(&app).await;
    let now = db.clock.now().0;
    let start_of_day = now - now.rem_euclid(DAY);
    for (place, value) in &all {
        // The list of those who were invited is there; nothing of it is anywhere else.
        if !place.starts_with("survey_links.") {
            assert!(!value.contains("sara") && !value.contains("staff-47"), "{place}: {value}");
            assert!(!value.contains(&first.hidden("r")), "{place} holds the response's secret");
        }
        assert!(!value.contains(&token), "{place} holds the token");
        // No number in any row is a time of this day but its beginning.
        if let Ok(number) = value.parse::<i64>()
            && !place.ends_with("survey_links.created_at")
        {
            let hour = number - start_of_day;
            assert!(!(1..DAY).contains(&hour), "{place} says when: {number}");
        }
        assert!(!value.contains("127.0.0.1"), "{place} holds an address");
    }
    // No value but the survey's own words is in both: nothing joins a link with a response.
    let of = |prefix: &'static str| {
        all.iter().filter(move |(place, _)| place.starts_with(prefix)).map(|(_, value)| value.as_str())
    };
    let of_links: Vec<&str> = of("survey_links.").filter(|value| value.len() > 5 && *value != "false").collect();
    let others = ["signals.", "drafts.", "ideas."].into_iter().flat_map(of);
    for value in others {
        assert!(of_links.iter().all(|link| !value.contains(link)), "{value} is in a link's row as well");
    }
    assert!(all.iter().any(|(place, value)| place == "survey_links.is_used" && matches!(value.as_str(), "1" | "true")));
    assert!(of("survey_links.used_at").all(str::is_empty), "nobody knows when");
    let (_, response) = responses(&app).await.pop().expect("kept");
    let course = response.course.expect("led");
    assert!(course.seconds.is_empty() && response.answers.iter().all(|answer| answer.question != "campaign"));
    // The members' page says how many, not who.
    let page = app.member(kernel::Role::Manager).await.get(&format!("/listen/surveys/{id}/links")).await.ok();
    assert!(!page.text.contains("sara"));
    let again = app.guest("en").get(&personal).await;
    assert!(!again.text.contains("About nps"), "a link is used once");
}

async fn times_tell_the_day_and_nothing_more(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, secret()).await;
    let key = app.key(Scope::Responses).await;
    db.clock.advance(5 * MINUTE);
    let first = app.guest("en").get(&link).await.ok();
    answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    let body = r#"{"id": "sara", "answers": {"nps": 3}, "occurred_at": "2026-11-22T09:41:07Z"}"#;
    app.post_json("/api/v1/surveys/s/responses", &key, body).await;
    let all = responses(&app).await;
    assert_eq!(all.len(), 2);
    for (logged, response) in all {
        for at in [logged.received_at, logged.signal.occurred_at, response.started_at] {
            assert_eq!(at.0.rem_euclid(DAY), 0, "{at}");
        }
    }
    let refused = app.post_json("/api/v1/surveys/s/responses", &key, r#"{"answers": {"campaign": "sara"}}"#).await;
    assert_eq!(refused.json()["code"], "anonymous_survey");
}
