//! Effects: what is there is found with its range, what is not is not, and where nothing can be said the reason is told.

use kernel::survey::Text;
use kernel::{Timestamp, time::DAY};
use prove::Asked;
use prove::effects::Detail;
use store::links::{Kind, Node};
use testkit::Db;

use crate::harness::{App, app};

testkit::on_both!(
    what_three_branches_gained_is_found,
    no_effect_says_so,
    what_cannot_be_said_has_its_reason,
    before_the_start_it_says_how_long_it_takes,
    anonymity_is_kept,
    what_is_due_is_measured_once,
);

const THREE: &str = r#"attr.branch in ["A", "B", "C"]"#;

async fn what_three_branches_gained_is_found(db: Db) {
    let app = app(&db).await;
    app.survey(&testkit::nps_survey()).await;
    let start = app.day(-56);
    app.twelve_branches(start, (10, 8), 3, 12).await;
    let row = app.initiative(Some(THREE), Some("branch"), start, 10.0).await;
    let found = app.measure(&row).await;
    let detail = Detail::read(&found.detail);
    assert_eq!((found.design.as_str(), found.verdict.as_str()), ("did", "improved"), "{detail:?}");
    let (value, low, high) = (found.value.unwrap(), found.low.unwrap(), found.high.unwrap());
    assert!((value - 12.0).abs() < 3.0 && low < 12.0 && 12.0 < high && low > 5.0, "{value} {low} {high}");
    assert_eq!(detail.treated_units, ["A", "B", "C"]);
    assert_eq!((detail.days, detail.start, detail.treated.len()), (7, 10, 18));
    assert_eq!(detail.answers, (3 * 10 * 25, 3 * 8 * 25));
    assert_eq!((detail.share, detail.point.as_deref()), (Some(0.25), Some("nps")));
    let after = app.store.after(app.ws, &Node::new(Kind::Initiative, &row.id), Kind::Effect, 10).await.unwrap();
    assert_eq!(after, [Node::new(Kind::Effect, &found.id)]);

    let page = app.get(&format!("/prove/effects/{}", row.id)).await.ok();
    page.shows("Improved")
        .shows("Both sides went alike")
        .shows("go back on their own; the range holds both")
        .shows("Planned: +10")
        .shows("Bins by the &lt;doors&gt;");
    page.shows("Nobody has stated what a point is worth").hides("<doors>");
    // Three branches of twelve moved, and a point of the whole firm is worth something.
    let stated = "currency=EUR&point.low=1000&point.high=1000&point.source=Finance+2026";
    assert!(app.post("/prove/worth", stated).await.status.is_redirection());
    let worth = kernel::format::Format::new(kernel::Locale::En, Default::default(), jiff::tz::TimeZone::UTC)
        .number(value * 0.25 * 1_000.0 - 1_000.0, 0);
    let page = app.get(&format!("/prove/effects/{}", row.id)).await.ok();
    page.shows("Finance 2026").shows(&format!("{worth} <bdi>EUR")).shows("25% of the answers");
    assert!(app.post("/prove/worth", &format!("{stated}&point.unit=percent")).await.status.is_redirection());
    let page = app.get(&format!("/prove/effects/{}", row.id)).await.ok();
    page.shows("stated for another kind of number").hides("Finance 2026");
    app.get("/prove/book").await.ok().shows("1 initiative measured to the end; 1 moved the number the right way");
    app.get("/prove/book/similar?topic=cleanliness").await.ok().shows("moved it by");
    app.get("/prove/book/similar?survey=visit&question=nps").await.ok().shows("moved it by");
    app.get("/prove/book/similar?topic=other").await.ok().hides("moved it by");
    app.get("/prove").await.ok().shows("Improved");
    assert_eq!(app.get("/prove/effects/ini_nobody").await.status, 404);
}

async fn no_effect_says_so(db: Db) {
    let app = app(&db).await;
    app.survey(&testkit::nps_survey()).await;
    let start = app.day(-56);
    app.twelve_branches(start, (10, 8), 3, 0).await;
    let row = app.initiative(Some(THREE), Some("branch"), start, 10.0).await;
    let found = app.measure(&row).await;
    assert_eq!((found.design.as_str(), found.verdict.as_str()), ("did", "none_detectable"), "{}", found.detail);
    assert!(found.low.unwrap() < 0.0 && found.high.unwrap() > 0.0);
    let page = app.get(&format!("/prove/effects/{}", row.id)).await.ok();
    page.shows("No detectable effect").shows("Less came of it than was planned").shows("no worth is claimed");
}

async fn why(app: &App, scope: Option<&str>, unit: Option<&str>, days: i64) -> String {
    let row = app.initiative(scope, unit, app.day(days), 5.0).await;
    let found = app.measure(&row).await;
    assert_eq!(found.value, None, "{}", found.detail);
    app.get(&format!("/prove/effects/{}", row.id)).await.ok();
    Detail::read(&found.detail).why.unwrap_or_default()
}

async fn what_cannot_be_said_has_its_reason(db: Db) {
    let app = app(&db).await;
    app.survey(&testkit::nps_survey()).await;
    let start = app.day(-28);
    app.twelve_branches(start, (4, 4), 3, 12).await;
    assert_eq!(why(&app, Some(THREE), Some("branch"), -90).await, "nothing_before");
    assert_eq!(why(&app, Some(r#"attr.branch == "Z""#), Some("branch"), -28).await, "nobody_treated");
    assert_eq!(why(&app, Some(THREE), Some("shop"), -28).await, "no_unit");
    assert_eq!(why(&app, None, None, -28).await, "too_few_periods");
    let everyone = r#"attr.branch != "Z""#;
    assert_eq!(why(&app, Some(everyone), Some("branch"), -28).await, "everyone_treated");
    let now = app.store.env().now();
    let asked = |at: Timestamp, words: &str| {
        let mut question = testkit::nps_survey().questions[0].clone();
        question.title = Text::one("en", words);
        Asked { at, question: Some(question) }
    };
    let old = asked(now.minus(400 * DAY), "Would you recommend us?");
    let same = asked(now.minus(20 * DAY), "Would you recommend us?");
    *app.versions.0.lock().unwrap() = vec![old.clone(), same];
    let row = app.initiative(Some(THREE), Some("branch"), start, 5.0).await;
    assert_eq!(app.measure(&row).await.verdict, "improved");
    *app.versions.0.lock().unwrap() = vec![old, asked(now.minus(20 * DAY), "How great are we?")];
    assert_eq!(why(&app, Some(THREE), Some("branch"), -28).await, "definition_changed");
}

async fn before_the_start_it_says_how_long_it_takes(db: Db) {
    let app = app(&db).await;
    app.survey(&testkit::nps_survey()).await;
    app.twelve_branches(app.day(-70), (0, 10), 3, 0).await;
    let row = app.initiative(Some(THREE), Some("branch"), app.day(7), 12.0).await;
    let found = app.measure(&row).await;
    let detail = Detail::read(&found.detail);
    assert_eq!(found.verdict, "too_early", "{detail:?}");
    assert_eq!(detail.why.as_deref(), Some("nothing_after"));
    assert!(detail.power.until.is_some_and(|weeks| (1..=6).contains(&weeks)), "{:?}", detail.power);
    app.get(&format!("/prove/effects/{}", row.id)).await.ok().shows("Too early").shows("an effect of +12");
}

async fn anonymity_is_kept(db: Db) {
    let app = app(&db).await;
    let mut survey = testkit::nps_survey();
    survey.anonymous = true;
    app.survey(&survey).await;
    let start = app.day(-56);
    app.twelve_branches(start, (10, 8), 3, 12).await;
    // Three people of a thirteenth branch each week.
    for week in -10..8 {
        app.answers("Small", start.saturating_add(jiff::Span::new().days(week * 7 + 1)), [3, 0, 0]).await;
    }
    let row = app.initiative(Some(THREE), Some("branch"), start, 5.0).await;
    let found = app.measure(&row).await;
    assert_eq!(found.verdict, "improved", "{}", found.detail);
    assert!(Detail::read(&found.detail).is_anonymous);
    let alone = app.initiative(Some(r#"attr.branch == "Small""#), Some("branch"), start, 5.0).await;
    let detail = Detail::read(&app.measure(&alone).await.detail);
    assert!(detail.treated.iter().all(|step| step.value.is_none() && step.n == 0), "{:?}", detail.treated);
    // A scope of another kind could single people out.
    let narrow = format!("{THREE} && nps < 4");
    assert_eq!(why(&app, Some(&narrow), Some("branch"), -56).await, "anonymous");
}

async fn what_is_due_is_measured_once(db: Db) {
    let app = app(&db).await;
    app.survey(&testkit::nps_survey()).await;
    let start = app.day(-28);
    app.twelve_branches(start, (4, 4), 3, 12).await;
    let row = app.initiative(Some(THREE), Some("branch"), start, 10.0).await;
    let workspace = app.workspace().await;
    let due = async || prove::measure_due(&app.store, &app.tools, &workspace).await.expect("it is measured");
    assert_eq!(due().await, 1);
    assert_eq!(due().await, 0);
    // The same again is not kept twice; the button notes who pressed it.
    let first = app.measure(&row).await;
    assert_eq!(app.measure(&row).await.id, first.id);
    let page = app.post(&format!("/prove/effects/{}/measure", row.id), "").await;
    assert_eq!(page.to, format!("/prove/effects/{}", row.id));
    app.get("/prove/effects/nothing").await;

    // What nobody carried out changed nothing, though its day has passed.
    for state in ["proposed", "planned", "dropped"] {
        let idle = app.initiative(Some(THREE), Some("branch"), start, 10.0).await;
        db.execute(&format!("UPDATE initiatives SET state = '{state}', title = 'Idle' WHERE id = '{}'", idle.id)).await;
        db.clock.advance(2 * DAY);
        assert_eq!(due().await, 1, "{state}: the other one alone");
        assert_eq!(app.post(&format!("/prove/effects/{}/measure", idle.id), "").await.status, 404);
        app.get(&format!("/prove/effects/{}", idle.id)).await.ok().shows("Nobody carries it out");
    }
    app.get("/prove/book").await.ok().shows("1 initiative measured to the end").hides("Idle");
    app.get("/prove/book/similar?topic=cleanliness").await.ok().hides("Idle");
}
