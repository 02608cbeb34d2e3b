use axum::http::StatusCode;
use kernel::Locale;
use kernel::Value;
use kernel::survey::Kind;
use kernel::time::MINUTE;
use testkit::{Db, START};

use crate::harness::{More, app, said, visit};

testkit::on_both!(
    pages_hold_every_answer_once,
    a_response_shows_all_of_it,
    other_workspaces_see_nothing,
    pages_come_in_four_languages
);

async fn pages_hold_every_answer_once(db: Db) {
    let app = app(&db).await;
    let row = app.survey("visit", &visit()).await;
    let count = understand::LIST_ROWS_MAX * 2 + 7;
    // Several at each instant, so that time alone cannot tell pages apart.
    let signals = (0..count)
        .map(|i| said(&format!("r{i}"), (i % 11) as i32, "qr", &START.minus((i as i64 / 20) * MINUTE).to_string()));
    app.append(signals.collect()).await;
    for query in ["question=nps", "state=complete"] {
        let mut next = Some(format!("/understand/surveys/{}/answers?{query}", row.id));
        let (mut seen, mut pages) = (Vec::new(), 0);
        while let Some(path) = next {
            let page = app.get(&path).await.ok();
            assert_eq!(page.total(), count as u64);
            seen.extend(page.links("/understand/responses/"));
            next = page.links("after=").into_iter().next();
            pages += 1;
        }
        assert_eq!((pages, seen.len()), (3, count), "{query}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), count, "{query}");
    }
}

async fn a_response_shows_all_of_it(db: Db) {
    let app = app(&db).await;
    let row = app.survey("visit", &visit()).await;
    let mut signal = said("r1", 3, "qr", "2026-11-22T08:00:00Z")
        .text("سطل‌ها <script>alert(1)</script>")
        .also("more", Kind::Text, |answer| answer.text = Some("The bins".into()))
        .also("seen", Kind::Choices, |answer| answer.choice = Some("bins".into()))
        .also("seen", Kind::Choices, |answer| answer.choice = Some("food".into()))
        .known("Plan", Value::Text("gold".into()))
        .known("Regular", Value::Flag(true));
    signal.contact = Some("amelia@example.com".into());
    signal.language = Some("fa".into());
    app.append(vec![signal]).await;
    let list = app.get(&format!("/understand/surveys/{}/answers", row.id)).await.ok();
    let page = app.get(&list.links("/understand/responses/")[0]).await.ok();
    page.shows("سطل‌ها &lt;script&gt;").hides("<script>alert").shows("lang=\"fa\" dir=\"auto\">سطل");
    // The letters say the direction, not the language in which somebody was asked.
    page.shows("dir=\"auto\">The bins").hides("dir=\"rtl\"");
    list.shows("<bdi lang=\"fa\">سطل").hides("dir=\"rtl\"");
    page.shows("BINS").shows("FOOD").shows("amelia@example.com").shows("gold").shows("Regular");
    for bad in ["nonsense", "00000000000000000000000000"] {
        assert_eq!(app.get(&format!("/understand/responses/{bad}")).await.status, StatusCode::NOT_FOUND, "{bad}");
    }
}

async fn other_workspaces_see_nothing(db: Db) {
    let app = app(&db).await;
    let row = app.survey("visit", &visit()).await;
    app.append(vec![said("r1", 3, "qr", "2026-11-22T08:00:00Z")]).await;
    let path = format!("/understand/surveys/{}", row.id);
    let response = app.get(&format!("{path}/answers")).await.ok().link("/understand/responses/");
    let stranger = app.elsewhere().await;
    for path in [path.clone(), format!("{path}/answers"), format!("{path}/live?since=0.0.0.0"), response] {
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    stranger.get("/understand").await.ok().shows("No survey yet");
}

async fn pages_come_in_four_languages(db: Db) {
    let app = app(&db).await;
    let row = app.survey("visit", &visit()).await;
    let path = format!("/understand/surveys/{}", row.id);
    app.append((0..12).map(|i| said(&format!("r{i}"), i % 11, "qr", "2026-11-22T08:00:00Z").text("ok")).collect())
        .await;
    for (locale, words) in [
        (Locale::En, "Latest words"),
        (Locale::Fa, "تازه‌ترین گفته‌ها"),
        (Locale::Ar, "أحدث الأقوال"),
        (Locale::Sv, "Senaste orden"),
    ] {
        app.reads(locale).await;
        let page = app.get(&path).await.ok();
        page.shows(words).shows(&format!("lang=\"{locale}\" dir=\"{}\"", locale.direction()));
        // A message that is missing shows as its key.
        for page in [page, app.get("/understand").await.ok(), app.get(&format!("{path}/answers")).await.ok()] {
            page.hides(">understand-");
        }
    }
}
