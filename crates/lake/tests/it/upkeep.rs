//! Sealing, undoing, merging and checking change where rows are, never what is counted.

use kernel::signal::{Signal, State, What};
use kernel::{ImportId, Timestamp};
use lake::{Cell, Damage};
use store::Appended;

use crate::world::{NOW, World, answer};

const COUNT: &str = "select count(*) from answers";

fn imported(id: &str, import: &str) -> Signal {
    Signal { import: Some(ImportId::from_outside(import)), ..answer(id, 9.0, None, &[]) }
}

fn partial(id: &str, score: f64, state: State) -> Signal {
    let mut signal = answer(id, score, None, &[]);
    let What::Response(response) = &mut signal.body.what;
    response.state = state;
    signal
}

#[tokio::test]
async fn a_question_right_after_an_append_sees_it() {
    let world = World::new().await;
    for n in 1..=20 {
        world.append(vec![answer(&n.to_string(), 9.0, None, &[])]).await;
        assert_eq!(world.one(COUNT).await, Cell::Integer(n));
    }
}

#[tokio::test]
async fn sealed_rows_count_once_and_survive_a_restart() {
    let mut world = World::new().await;
    world.append(vec![answer("a", 9.0, None, &[]), answer("b", 3.0, None, &[])]).await;
    assert_eq!(world.one(COUNT).await, Cell::Integer(2));
    assert_eq!(world.seal().await, 2);
    assert_eq!(world.seal().await, 0);
    assert_eq!(world.append(vec![answer("a", 1.0, None, &[])]).await, [Appended::Duplicate]);
    world.append(vec![answer("c", 9.0, None, &[])]).await;
    assert_eq!(world.one(COUNT).await, Cell::Integer(3));
    world.reopen().await;
    assert_eq!(world.one(COUNT).await, Cell::Integer(3));
    assert_eq!(world.files().len(), 2);
}

#[tokio::test]
async fn the_last_revision_counts_sealed_or_not() {
    let world = World::new().await;
    world.revise(partial("a", 0.0, State::Partial)).await;
    assert_eq!(world.one("select nps(score) from answers").await, Cell::Number(-100.0));
    assert_eq!(world.seal().await, 0, "it may still grow");
    world.revise(partial("a", 9.0, State::Partial)).await;
    assert_eq!(world.rows("select nps(score), count(*) from answers").await, [[Cell::Number(100.0), Cell::Integer(1)]]);
    let later = NOW.plus(store::segments::IDLE_MICROS + 1);
    assert_eq!(world.lake.seal(world.workspace, later).await.unwrap().signals, 1);
    world.revise(partial("a", 7.0, State::Complete)).await;
    let sql = "select nps(score), count(*), max(score) from answers";
    let expected = [[Cell::Number(0.0), Cell::Integer(1), Cell::Number(7.0)]];
    assert_eq!(world.rows(sql).await, expected);
    world.seal().await;
    assert_eq!(world.rows(sql).await, expected);
    // The dead row is more than its share of the first segment, which is cleaned to nothing.
    assert_eq!(world.lake.maintain(world.workspace, NOW).await.unwrap().replaced, 1);
    assert_eq!(world.rows(sql).await, expected);
    assert!(world.store.dead(world.workspace).await.unwrap().is_empty());
    assert_eq!(world.files().len(), 2);
}

#[tokio::test]
async fn an_undone_import_is_forgotten_wherever_its_rows_are() {
    let world = World::new().await;
    world.append(vec![imported("a", "imp_1"), imported("b", "imp_2"), answer("c", 9.0, None, &[])]).await;
    world.seal().await;
    world.append(vec![imported("d", "imp_1")]).await;
    assert_eq!(world.one(COUNT).await, Cell::Integer(4));
    world.withdraw("imp_1").await;
    assert_eq!(world.csv("select response_id from answers order by 1").await, "response_id\nb\nc\n");
    assert_eq!(world.one("select count(*) from responses").await, Cell::Integer(2));
    world.lake.maintain(world.workspace, NOW).await.unwrap();
    assert_eq!(world.one(COUNT).await, Cell::Integer(2));
    // The ids are free again.
    world.append(vec![imported("a", "imp_3")]).await;
    world.seal().await;
    assert_eq!(world.one(COUNT).await, Cell::Integer(3));
    assert!(world.lake.verify(world.workspace).await.unwrap().is_empty());
}

#[tokio::test]
async fn small_segments_become_one() {
    let mut world = World::new().await;
    for n in 0..8 {
        world.append(vec![answer(&n.to_string(), f64::from(n), None, &[])]).await;
        world.seal().await;
    }
    assert_eq!(world.files().len(), 16);
    let sql = "select response_id, score from answers order by 1";
    let before = world.rows(sql).await;
    assert_eq!(world.lake.maintain(world.workspace, NOW).await.unwrap().replaced, 8);
    assert_eq!(world.rows(sql).await, before);
    world.reopen().await;
    assert_eq!(world.rows(sql).await, before);
    assert_eq!(world.files().len(), 2, "{:?}", world.files());
    assert_eq!(world.lake.maintain(world.workspace, NOW).await.unwrap().replaced, 0);
    assert!(world.lake.verify(world.workspace).await.unwrap().is_empty());
}

#[tokio::test]
async fn upkeep_waits_until_it_is_worth_it() {
    let world = World::new().await;
    world.append((0..999).map(|n| answer(&n.to_string(), 9.0, None, &[])).collect()).await;
    let much_later = Timestamp(NOW.0 + 24 * kernel::time::HOUR);
    assert_eq!(world.lake.maintain(world.workspace, much_later).await.unwrap().sealed.signals, 0);
    world.append(vec![answer("last", 9.0, None, &[])]).await;
    assert_eq!(world.lake.maintain(world.workspace, NOW).await.unwrap().sealed.signals, 0);
    assert_eq!(world.lake.maintain(world.workspace, much_later).await.unwrap().sealed.signals, 1_000);
}

#[tokio::test]
async fn orphans_are_swept_at_start() {
    let mut world = World::new().await;
    world.append(vec![answer("a", 9.0, None, &[])]).await;
    world.seal().await;
    let folder = world.root().join(world.workspace.to_string());
    for name in ["seg_orphan.answers.parquet", "seg_half.signals.tmp"] {
        std::fs::write(folder.join(name), b"torn").unwrap();
    }
    assert_eq!(world.files().len(), 4);
    world.reopen().await;
    assert_eq!(world.files().len(), 2);
    assert_eq!(world.one(COUNT).await, Cell::Integer(1));
}

#[tokio::test]
async fn damage_is_named() {
    let mut world = World::new().await;
    world.append(vec![answer("a", 9.0, None, &[])]).await;
    world.seal().await;
    assert!(world.lake.verify(world.workspace).await.unwrap().is_empty());
    let file = format!("{}/{}", world.workspace, world.files()[0]);
    let path = world.root().join(&file);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[20] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let damages = world.lake.verify(world.workspace).await.unwrap();
    assert_eq!(damages, [Damage { file: file.clone(), what: "its checksum differs".into() }]);
    std::fs::remove_file(&path).unwrap();
    world.reopen().await;
    let error = world.error(COUNT).await;
    assert_eq!(error, format!("the file {file} is damaged: it is gone"));
}
