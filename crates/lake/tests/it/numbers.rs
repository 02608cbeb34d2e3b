//! The functions give the numbers that a plain count gives.

use kernel::attribute::Value;
use lake::Cell;

use crate::world::{World, answer, text};

fn number(cell: &Cell) -> f64 {
    cell.as_f64().unwrap_or_else(|| panic!("{cell:?} is not a number"))
}

#[tokio::test]
async fn metrics_agree_with_their_definitions() {
    let world = World::new().await;
    let scores = [10.0, 9.0, 9.0, 8.0, 7.0, 6.0, 0.0, 10.0];
    world
        .append(scores.iter().enumerate().map(|(n, score)| answer(&n.to_string(), *score, Some("x"), &[])).collect())
        .await;
    let row = world
        .rows(
            "select nps(score), nps_low(score), nps_high(score), csat(score), csat(score, 9), csat_low(score, 9), \
             csat_high(score, 9), ces(score), ces_low(score), ces_high(score), count(score), count(*) from answers",
        )
        .await
        .remove(0);
    let close = |index: usize, expected: f64| {
        assert!(
            (number(&row[index]) - expected).abs() < 1e-3,
            "{index}: {} instead of {expected}",
            number(&row[index])
        );
    };
    close(0, 25.0);
    // variance 6/8 − 1/16, half width 195.996 · √(0.6875 / 8)
    close(1, 25.0 - 57.456);
    close(2, 25.0 + 57.456);
    close(3, 87.5);
    close(4, 50.0);
    // Wilson, 4 of 8
    close(5, 21.521);
    close(6, 78.479);
    close(7, 7.375);
    // t with 7 degrees of freedom 2.36462, s² = 75.875 / 7
    close(8, 7.375 - 2.752_5);
    close(9, 7.375 + 2.752_5);
    assert_eq!((&row[10], &row[11]), (&Cell::Integer(8), &Cell::Integer(16)));
}

#[tokio::test]
async fn nothing_counts_as_nothing() {
    let world = World::new().await;
    let empty = "select nps(score), nps_low(score), csat(score), ces(score), ces_high(score) from answers";
    assert!(world.rows(empty).await[0].iter().all(Cell::is_null));
    world.append(vec![answer("a", 5.0, Some("x"), &[])]).await;
    let row = world.rows("select nps(score), ces(score), ces_low(score) from answers").await.remove(0);
    assert_eq!(row, [Cell::Number(-100.0), Cell::Number(5.0), Cell::Null]);
    let groups = world.rows("select kind, nps(score) from answers group by kind order by kind").await;
    assert_eq!(groups[1], [Cell::Text("text".into()), Cell::Null]);
}

#[tokio::test]
async fn filters_and_splits_apply() {
    let world = World::new().await;
    let branch = |name: &str| vec![("Branch", text(name)), ("Vip", Value::Flag(name == "a"))];
    world
        .append(vec![
            answer("1", 10.0, None, &branch("a")),
            answer("2", 0.0, None, &branch("b")),
            answer("3", 9.0, None, &branch("b")),
        ])
        .await;
    let sql = "select attr_branch, nps(score), nps(score) filter (where attr_vip), count(*) filter (where score >= 9) \
               from answers group by attr_branch order by attr_branch";
    let rows = world.rows(sql).await;
    let text = |name: &str| Cell::Text(name.into());
    assert_eq!(rows[0], [text("a"), Cell::Number(100.0), Cell::Number(100.0), Cell::Integer(1)]);
    assert_eq!(rows[1], [text("b"), Cell::Number(0.0), Cell::Null, Cell::Integer(1)]);
    assert!(world.error("select nps(distinct score) from answers").await.contains("DISTINCT"));
}

#[tokio::test]
async fn days_are_those_of_the_zone_and_months_those_of_utc() {
    let world = World::new().await;
    let mut late = answer("late", 9.0, None, &[]);
    late.occurred_at = "2026-10-31T23:30:00Z".parse().unwrap();
    let mut early = answer("early", 9.0, None, &[]);
    early.occurred_at = "1969-12-31T23:59:59.999999Z".parse().unwrap();
    world.append(vec![late, early]).await;
    let sql = "select response_id, local_day(occurred_at, 'Europe/Stockholm') as day, date_trunc('month', occurred_at) as \
               month, date_trunc('week', occurred_at) as week from answers order by response_id";
    let expected = "response_id,day,month,week\n\
                    early,1970-01-01,1969-12-01T00:00:00Z,1969-12-29T00:00:00Z\n\
                    late,2026-11-01,2026-10-01T00:00:00Z,2026-10-26T00:00:00Z\n";
    assert_eq!(world.csv(sql).await, expected);
    let grouped = "select date_trunc('month', occurred_at) as m, nps(score) from answers group by 1 order by 1";
    assert_eq!(world.rows(grouped).await.len(), 2);
}
