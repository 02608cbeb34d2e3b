use kernel::time::DAY;
use testkit::{Db, START};

use crate::harness::{app, said};

testkit::on_both!(
    a_clear_fall_is_said_first,
    little_data_says_little_and_what_is_needed,
    what_cannot_be_told_yet_says_how_many_answers_would
);

async fn a_clear_fall_is_said_first(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let before = (0..200).map(|i| (i, if i % 4 == 0 { 5 } else { 10 }, 8 + i % 20));
    let now = (200..260).map(|i| (i, if i % 4 == 0 { 10 } else { 2 }, i % 5));
    let signals = before
        .chain(now)
        .map(|(i, score, days)| said(&format!("r{i}"), score, "qr", &START.minus(i64::from(days) * DAY).to_string()));
    app.append(signals.collect()).await;
    let home = app.get("/home").await.ok();
    // 75 % promoters less 25 % detractors was 50; now it is the other way round.
    home.shows("Clear fall").shows("fell by 100").shows("period=7d");
    home.shows("60 answers now").hides("Too few answers");
}

async fn little_data_says_little_and_what_is_needed(db: Db) {
    let app = app(&db).await;
    assert!(app.get("/home").await.ok().body.is_empty());
    let row = app.survey("visit", &testkit::nps_survey()).await;
    app.append((0..3).map(|i| said(&format!("r{i}"), 0, "qr", &START.to_string())).collect()).await;
    let home = app.get("/home").await.ok();
    home.hides("fell").hides("fallen").shows("The loop this week").shows("3 responses");
    home.shows("so far</a>").shows("From 3 answers").shows("from 10 answers on");
    let ask = format!("/listen/surveys/{}/share", row.id);
    assert_eq!(home.links(&ask).len(), 1);
    // Only those who deal with surveys are sent there.
    assert!(app.reader(kernel::Role::Viewer).await.get("/home").await.ok().links(&ask).is_empty());
}

async fn what_cannot_be_told_yet_says_how_many_answers_would(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    // NPS 50 of 2,000 before; 44 of 200 lately.
    let before = (0..2000).map(|i| (i, if i % 4 == 0 { 5 } else { 10 }, 31 + i % 80));
    let now = (2000..2200).map(|i| (i, if i % 50 < 14 { 5 } else { 10 }, i % 6));
    let signals = before
        .chain(now)
        .map(|(i, score, days)| said(&format!("r{i}"), score, "qr", &START.minus(i64::from(days) * DAY).to_string()));
    app.append(signals.collect()).await;
    let home = app.get("/home").await.ok();
    // (1.96 / 5)² · (8,047 + 7,496) answers on either side, of which there are 200; 200 came in these 30 days.
    home.shows("Can’t tell yet").shows("About 2,200 more answers would show a change of 5 points or more");
    home.shows("At the present pace that takes about 330 days");
}
