//! Stories over segments of many row groups, which here have few rows each.

use crate::Cell;

#[path = "../tests/it/world.rs"]
#[expect(dead_code, reason = "shared with the integration tests, which use all of it")]
mod world;

use world::{World, answer, text};

/// 50 answers with scores 0, 1, 2, … 10, 0, 1, …; 13 row groups in each file.
async fn fifty() -> World {
    let world = World::new().await;
    let signal = |n: u32| {
        let branch = format!("branch {}", n % 3);
        answer(&format!("r{n:02}"), f64::from(n % 11), Some("why"), &[("Branch", text(&branch))])
    };
    world.append((0..50).map(signal).collect()).await;
    world
}

#[tokio::test]
async fn many_row_groups_are_read_once_each() {
    let world = fifty().await;
    let questions = [
        "select count(*), sum(score), nps(score), min(response_id), max(response_id) from answers",
        "select attr_branch, count(score), csat(score), sum(score) from answers group by attr_branch order by 1",
        "select response_id, score from answers where score = 3 order by response_id",
        "select response_id, text from answers where text is not null order by response_id desc limit 7",
        "select id from responses order by id",
    ];
    let mut before = Vec::new();
    for sql in questions {
        before.push(world.rows(sql).await);
    }
    assert_eq!(before[0][0][..2], [Cell::Integer(100), Cell::Number(235.0)]);
    assert_eq!(world.seal().await, 50);
    for (sql, expected) in questions.iter().zip(&before) {
        assert_eq!(world.ask(sql, true).await, *expected, "cold: {sql}");
        for time in 1..=3 {
            assert_eq!(world.ask(sql, false).await, *expected, "{time}: {sql}");
        }
    }
    // A dead row in the middle of a group, and a segment that is rewritten without it.
    world.revise(answer("r25", 10.0, None, &[])).await;
    let sql = "select count(*), sum(score), count(distinct response_id) from answers";
    let expected = [[Cell::Integer(99), Cell::Number(242.0), Cell::Integer(50)]];
    assert_eq!(world.rows(sql).await, expected);
    assert_eq!(world.ask(sql, true).await, expected);
    world.seal().await;
    world.lake.maintain(world.workspace, world::NOW).await.unwrap();
    assert_eq!(world.rows(sql).await, expected);
    assert!(world.lake.verify(world.workspace).await.unwrap().is_empty());
}

#[tokio::test]
async fn signals_are_found_by_their_identity_among_many_groups() {
    let world = fifty().await;
    world.seal().await;
    let uids: Vec<_> = [7, 31].map(|n| kernel::Uid::of(world.workspace, "api:visit", &format!("r{n:02}"))).into();
    let mut found = world.lake.signals(world.workspace, &uids).await.unwrap();
    found.sort_by_key(|row| row.position);
    let ids: Vec<_> = found.iter().map(|row| row.signal.source_id.as_str()).collect();
    assert_eq!(ids, ["r07", "r31"]);
}

#[tokio::test]
async fn a_question_after_a_large_import_seals_first() {
    let world = fifty().await;
    world.lake.bound_tail(world.workspace, 50).await.unwrap();
    assert!(world.files().is_empty());
    world.lake.bound_tail(world.workspace, 49).await.unwrap();
    assert_eq!(world.files().len(), 2);
    assert_eq!(world.rows("select count(*) from responses").await, [[Cell::Integer(50)]]);
}
