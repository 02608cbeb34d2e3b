use axum::http::StatusCode;
use kernel::Value;
use kernel::survey::{Kind, Survey};
use testkit::Db;

use crate::harness::{App, More, app, said, visit};

testkit::on_both!(responses_are_one_file_with_a_row_each, an_anonymous_file_names_nobody);

const TODAY: &str = "2026-11-22T08:00:00Z";

async fn csv(app: &App, path: &str, more: &str) -> Vec<Vec<String>> {
    let page = app.get(&format!("{path}/export?format=csv{more}")).await.ok();
    page.body.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

async fn responses_are_one_file_with_a_row_each(db: Db) {
    let app = app(&db).await;
    let path = format!("/understand/surveys/{}", app.survey("visit", &visit()).await.id);
    let first = said("r1", 9, "qr", TODAY)
        .known("Branch", Value::Text("Bath".into()))
        .also("best", Kind::Choice, |answer| answer.choice = Some("food".into()))
        .also("seen", Kind::Choices, |answer| answer.choice = Some("bins".into()))
        .text("=1+1");
    app.append(vec![first, said("r2", 0, "link", TODAY)]).await;
    app.lake.seal(app.ws, "2026-11-23T08:00:00Z".parse().expect("a time")).await.expect("it seals");
    app.append(vec![said("r3", 5, "link", TODAY)]).await;

    app.get(&format!("{path}/export")).await.ok().shows("SPSS (SAV)");
    let rows = csv(&app, &path, "").await;
    let column = |name: &str| rows[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("no {name}"));
    let cell = |row: usize, name: &str| rows[row][column(name)].as_str();
    assert_eq!((rows.len(), cell(1, "id"), cell(2, "id"), cell(3, "id")), (4, "r1", "r2", "r3"));
    assert_eq!((cell(1, "nps"), cell(1, "best"), cell(1, "attr_branch")), ("9", "food", "Bath"));
    assert_eq!((cell(1, "seen[bins]"), cell(1, "seen[food]"), cell(2, "seen[food]")), ("1", "0", ""));
    assert_eq!((cell(1, "why"), cell(1, "channel"), cell(1, "state")), ("'=1+1", "qr", "complete"));
    let worded = csv(&app, &path, "&labels=1").await;
    assert!(worded[1].contains(&"FOOD".to_owned()) && worded[1].contains(&"QR code".to_owned()), "{worded:?}");

    // The filters of the dashboard hold.
    assert_eq!(csv(&app, &path, "&channel=link").await.len(), 3);
    assert_eq!(csv(&app, &path, "&from=2027-01-01").await.len(), 1);

    for format in ["json", "xml"] {
        let expected = if format == "json" { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(app.get(&format!("{path}/export?format={format}")).await.status, expected);
    }
    let stranger = app.elsewhere().await;
    assert_eq!(stranger.get(&format!("{path}/export?format=csv")).await.status, StatusCode::NOT_FOUND);
}

async fn an_anonymous_file_names_nobody(db: Db) {
    let app = app(&db).await;
    let survey = Survey { anonymous: true, ..visit() };
    let path = format!("/understand/surveys/{}", app.survey("visit", &survey).await.id);
    let worker = |i: usize| {
        let best = if i == 0 { "food" } else { "bins" };
        said(&format!("w{i}"), (i % 11) as i32, "link", TODAY)
            .known("Office", Value::Text("Lund".into()))
            .also("best", Kind::Choice, |answer| answer.choice = Some(best.into()))
            .text(&format!("text {i}"))
    };
    app.append((0..4).map(worker).collect()).await;
    let few = app.get(&format!("{path}/export?format=csv")).await;
    assert_eq!(few.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.append((4..9).map(worker).collect()).await;
    // Nine: five are in the file, the same whatever is asked.
    let rows = csv(&app, &path, "").await;
    assert_eq!(rows.len(), 6);
    assert_eq!(rows, csv(&app, &path, "&channel=qr&from=2027-01-01").await);
    let all = rows.iter().flatten().map(String::as_str).collect::<Vec<_>>();
    for hidden in ["id", "w1", "channel", "attr_office", "Lund", "food", "text 5", "started_at"] {
        assert!(!all.contains(&hidden), "{hidden}");
    }
    assert!(all.contains(&"text 0") && all.contains(&"2026-11-22"), "{all:?}");
}
