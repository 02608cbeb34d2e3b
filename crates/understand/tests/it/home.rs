use kernel::time::DAY;
use testkit::{Db, START};

use crate::harness::{app, said};

testkit::on_both!(a_clear_fall_is_said_first, little_data_says_little);

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

async fn little_data_says_little(db: Db) {
    let app = app(&db).await;
    assert!(app.get("/home").await.ok().body.is_empty());
    app.survey("visit", &testkit::nps_survey()).await;
    app.append((0..3).map(|i| said(&format!("r{i}"), 0, "qr", &START.to_string())).collect()).await;
    let home = app.get("/home").await.ok();
    home.hides("fall").shows("The loop this week").shows("3 responses");
}
