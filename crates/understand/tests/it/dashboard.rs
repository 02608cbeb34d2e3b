use axum::http::StatusCode;
use kernel::Value;
use kernel::survey::Kind;
use kernel::time::{DAY, HOUR};
use testkit::Db;

use crate::harness::{App, More, app, moves_to, said, visit};

testkit::on_both!(
    every_number_leads_to_as_many_answers,
    filters_narrow_every_number,
    days_are_those_of_the_workspace,
    the_live_part_moves_only_when_the_survey_does,
    sealed_answers_count_the_same,
    an_empty_survey_says_what_to_do,
);

const TODAY: &str = "2026-11-22T08:00:00Z";

/// Twelve answers of today: six promoters, three passives, three detractors.
async fn twelve(app: &App) -> String {
    let row = app.survey("visit", &visit()).await;
    let scores = [10, 10, 9, 9, 9, 10, 8, 7, 8, 0, 3, 6];
    let signals = scores.into_iter().enumerate().map(|(i, score)| {
        let channel = if i % 2 == 0 { "qr" } else { "link" };
        let mut signal = said(&format!("r{i}"), score, channel, TODAY);
        if i < 8 {
            signal = signal.known("Branch", Value::Text(if i < 5 { "Bath & Wells" } else { "شعبه" }.into()));
        }
        if i < 4 {
            let clean = f64::from(i as i32 + 2);
            signal = signal.also("clean", Kind::Csat, |answer| answer.score = Some(clean));
        }
        if i < 3 {
            signal = signal.also("best", Kind::Choice, |answer| answer.choice = Some("food".into()));
            signal = signal.also("seen", Kind::Choices, |answer| answer.choice = Some("bins".into()));
            signal = signal.also("seen", Kind::Choices, |answer| answer.choice = Some("staff".into()));
        }
        if i == 9 { signal.text("<b>Dirty</b> bins") } else { signal }
    });
    app.append(signals.collect()).await;
    format!("/understand/surveys/{}", row.id)
}

async fn every_number_leads_to_as_many_answers(db: Db) {
    let app = app(&db).await;
    let page = app.get(&twelve(&app).await).await.ok();
    assert_eq!(page.tile("NPS"), "25");
    // 4 and 5 of 2, 3, 4, 5.
    assert_eq!(page.tile("Satisfaction"), "50%");
    assert_eq!(page.tile("Responses"), "12");
    assert_eq!(page.tile("Finished"), "100%");
    page.shows("few answers, read with care").shows("&lt;b&gt;Dirty&lt;/b&gt; bins").hides("<b>Dirty");

    for (link, expected) in [
        ("question=nps&score=0-6", 3),
        ("question=nps&score=7-8", 3),
        ("question=nps&score=9-10", 6),
        ("question=nps&score=10", 3),
        ("question=clean&score=4-5", 2),
        ("question=best&choice=food", 3),
        ("question=best&choice=bins", 0),
        ("question=seen&choice=bins", 3),
        ("said=1", 1),
        ("state=complete", 12),
    ] {
        let scored = if link.contains("clean") {
            app.get(&page.link("of=clean")).await.ok()
        } else {
            app.get(&page_of(&page)).await.ok()
        };
        let mut links = scored.links(link);
        links.retain(|found| found.ends_with(link) || !(link.ends_with("10") || link.starts_with("said")));
        assert_eq!(links.len(), 1, "{link}: {links:?}");
        assert_eq!(app.get(&links[0]).await.ok().total(), expected, "{link}");
    }
    // The list about a question with several options is one of responses.
    let all = app.get(&format!("{}/answers?question=seen", page_of(&page))).await.ok();
    assert_eq!(all.total(), 3);
    all.shows("BINS · STAFF");
}

/// The address of the dashboard that a page is.
fn page_of(page: &crate::harness::Page) -> String {
    let live = page.link("/live?");
    live.split("/live?").next().expect("a path").to_owned()
}

async fn filters_narrow_every_number(db: Db) {
    let app = app(&db).await;
    let path = twelve(&app).await;
    let qr = app.get(&format!("{path}?channel=qr")).await.ok();
    // 10, 9, 9, 8, 8, 3: three promoters, one detractor of six.
    assert_eq!((qr.tile("NPS").as_str(), qr.tile("Responses").as_str()), ("33", "6"));
    assert_eq!(app.get(&qr.links("score=0-6")[0]).await.ok().total(), 1);
    let clear = qr.links("/understand/surveys/").into_iter().find(|link| *link == path);
    assert!(clear.is_some(), "the chip's link takes the filter away");

    let branch = app.get(&format!("{path}?attr_branch=Bath+%26+Wells")).await.ok();
    assert_eq!(branch.tile("Responses"), "5");
    let unknown = app.get(&format!("{path}?none=attr_branch")).await.ok();
    assert_eq!(unknown.tile("Responses"), "4");
    let nobody = app.get(&format!("{path}?channel=sms")).await.ok();
    nobody.shows("No answers match");

    // The split links to its groups, and each group has as many answers as it says.
    let split = app.get(&format!("{path}?by=attr_branch")).await.ok();
    for (value, expected) in [("attr_branch=Bath+%26+Wells", 5), ("attr_branch=%D8%B4", 3), ("none=attr_branch", 4)] {
        let links: Vec<_> = split.links(value).into_iter().filter(|link| link.contains("/answers?")).collect();
        assert_eq!(links.len(), 1, "{value}: {links:?}");
        assert_eq!(app.get(&links[0]).await.ok().total(), expected, "{value}");
    }

    // The form names dimension and value; the address that it leads to has them in one.
    let added = app.get(&format!("{path}?channel=qr&dimension=attr_branch&value=%D8%B4%D8%B9%D8%A8%D9%87")).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    assert_eq!(app.get(&added.to).await.ok().tile("Responses"), "1");
    app.get(&format!("{path}?pick=attr_branch")).await.ok().shows("Bath &amp; Wells");

    assert_eq!(app.get(&format!("{path}?from=soon")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.get("/understand/surveys/srv_nothing").await.status, StatusCode::NOT_FOUND);
}

async fn days_are_those_of_the_workspace(db: Db) {
    let app = app(&db).await;
    moves_to(&app, "Asia/Tehran", "persian").await;
    let row = app.survey("visit", &visit()).await;
    let path = format!("/understand/surveys/{}", row.id);
    // 1 Azar 1405 begins at 20:30 UTC of 21 November.
    app.append(vec![
        said("aban", 0, "qr", "2026-11-21T20:29:59Z"),
        said("azar", 10, "qr", "2026-11-21T20:30:00Z"),
        said("azar too", 10, "qr", "2026-11-22T05:00:00Z"),
    ])
    .await;
    let months = app.get(&format!("{path}?step=month")).await.ok();
    let azar = months.link("question=nps&from=2026-11-22&to=2026-11-22");
    let aban = months.link("&to=2026-11-21");
    assert_eq!(app.get(&azar).await.ok().total(), 2);
    assert_eq!(app.get(&aban).await.ok().total(), 1);
    // The week began on Saturday 21 November.
    let weeks = app.get(&format!("{path}?step=week")).await.ok();
    assert_eq!(weeks.links("question=nps&from=2026-11-21&to=2026-11-22").len(), 1);
    // In UTC all three are of two other days.
    moves_to(&app, "UTC", "gregorian").await;
    let days = app.get(&format!("{path}?step=day")).await.ok();
    let first = days.link("question=nps&from=2026-11-21&to=2026-11-21");
    assert_eq!(app.get(&first).await.ok().total(), 2);
}

async fn the_live_part_moves_only_when_the_survey_does(db: Db) {
    let app = app(&db).await;
    let path = twelve(&app).await;
    app.survey("other", &testkit::nps_survey()).await;
    let live = app.get(&path).await.ok().link("/live?");
    assert_eq!(app.get(&live).await.status, StatusCode::NO_CONTENT);
    app.append(vec![said("elsewhere", 1, "qr", TODAY).to_survey("other")]).await;
    assert_eq!(app.get(&live).await.status, StatusCode::NO_CONTENT);
    app.append(vec![said("thirteenth", 0, "qr", TODAY)]).await;
    let part = app.get(&live).await.ok();
    assert_eq!((part.tile("Responses").as_str(), part.tile("NPS").as_str()), ("13", "15"));
    part.hides("<main").shows("id=\"numbers\"");
    let next = part.link("/live?");
    assert_ne!(next, live);
    assert_eq!(app.get(&next).await.status, StatusCode::NO_CONTENT);
}

async fn sealed_answers_count_the_same(db: Db) {
    let app = app(&db).await;
    let path = twelve(&app).await;
    let numbers = |page: crate::harness::Page| ["NPS", "Satisfaction", "Responses"].map(|name| page.tile(name));
    let before = numbers(app.get(&path).await.ok());
    db.clock.advance(HOUR);
    app.lake.seal(app.ws, app.store.env().now()).await.expect("the log is sealed");
    assert_eq!(app.store.waiting(app.ws).await.expect("rows are counted").0, 0, "all rows are sealed");
    for _ in 0..2 {
        assert_eq!(numbers(app.get(&path).await.ok()), before);
    }
    app.append(vec![said("late", 10, "qr", TODAY)]).await;
    assert_eq!(app.get(&path).await.ok().tile("Responses"), "13");
}

async fn an_empty_survey_says_what_to_do(db: Db) {
    let app = app(&db).await;
    app.get("/understand").await.ok().shows("No survey yet");
    let row = app.survey("visit", &visit()).await;
    let path = format!("/understand/surveys/{}", row.id);
    app.get(&path).await.ok().shows("No answers yet").shows("/share");
    app.append(vec![said("old", 9, "import", "2019-03-04T05:06:07Z")]).await;
    // Nothing of late: all time is shown instead of nothing.
    let page = app.get(&path).await.ok();
    assert_eq!(page.tile("Responses"), "1");
    app.get(&format!("{path}?period=30d")).await.ok().shows("No answers match");
    db.clock.advance(DAY);
    app.get("/understand").await.ok().shows("All time").shows("Your visit");
}
