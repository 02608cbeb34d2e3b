//! A person's SQL reads the four tables and nothing else.

use std::time::Duration;

use lake::{Lake, LakeConfig, SqlOptions};

use crate::world::{World, answer};

#[tokio::test]
async fn only_questions_are_taken() {
    let world = World::new().await;
    let secret = world.root().join("secret.csv");
    std::fs::write(&secret, "a\n1\n").unwrap();
    let secret = secret.display();
    for sql in [
        format!("create external table t stored as csv location '{secret}'"),
        format!("copy answers to '{secret}'"),
        format!("copy (select 1) to '{secret}'"),
        "create table t as select 1".into(),
        "create view v as select 1".into(),
        "drop table answers".into(),
        "insert into answers select * from answers".into(),
        "delete from answers".into(),
        "set datafusion.execution.batch_size = 1".into(),
        "show tables".into(),
        "begin".into(),
        "prepare p as select 1".into(),
        "explain copy answers to 'x.csv'".into(),
        "explain analyze insert into answers select * from answers".into(),
    ] {
        let error = world.error(&sql).await;
        assert!(error.contains("only SELECT") || error.contains("not supported"), "{sql}: {error}");
    }
    for sql in [
        format!("select * from '{secret}'"),
        format!("select * from \"file://{secret}\""),
        "select * from 'https://example.org/a.parquet'".into(),
        "select * from information_schema.tables".into(),
    ] {
        let error = world.error(&sql).await;
        assert!(error.starts_with("there is no table"), "{sql}: {error}");
    }
    for sql in [format!("select * from read_csv('{secret}')"), "select * from generate_series(1, 9)".into()] {
        assert!(world.error(&sql).await.contains("not found"), "{sql}: {}", world.error(&sql).await);
    }
    assert!(world.error("select repeat('x', 2000000000)").await.contains("repeat"));
    assert!(world.error("select 1; select 2").await.starts_with("one question at a time"));
    assert!(world.error("select into").await.len() < 300);
}

#[tokio::test]
async fn mistakes_are_named() {
    let world = World::new().await;
    let error = world.error("select scor from answers").await;
    assert_eq!(
        error,
        "there is no column `scor`; there are: channel, choice, contact_id, kind, language, occurred_at, question, \
         response_id, score, survey, text, touchpoint"
    );
    assert_eq!(
        world.error("select 1 from answer").await,
        "there is no table `answer`; there are: answers, cases, contacts, effects, goals, initiatives, insights, links, \
         mentions, responses, signals, verbatims"
    );
    let error = world.error("select local_day(occurred_at, 'Mars/Olympus') from answers").await;
    assert!(error.contains("there is no time zone `Mars/Olympus`"), "{error}");
}

#[tokio::test]
async fn explain_and_row_limits_work() {
    let world = World::new().await;
    world.append((0..5).map(|n| answer(&n.to_string(), 9.0, None, &[])).collect()).await;
    assert!(!world.rows("explain select nps(score) from answers").await.is_empty());
    let options = SqlOptions { rows_max: Some(3), cold: false };
    let result = world.lake.sql(world.workspace, "select * from answers", options).await.unwrap();
    assert_eq!(result.rows().await.unwrap().len(), 3);
    assert_eq!(world.rows("select response_id from answers limit 2").await.len(), 2);
}

#[tokio::test]
async fn a_question_without_end_is_given_up() {
    let world = World::new().await;
    world.append((0..400).map(|n| answer(&n.to_string(), 9.0, None, &[])).collect()).await;
    let config = LakeConfig { timeout: Duration::from_millis(700), ..LakeConfig::default() };
    let lake = Lake::open(world.store.clone(), &world.root(), config).await.unwrap();
    let sql =
        "select count(*) from answers a, answers b, answers c, answers d where a.score + b.score > c.score - d.score";
    let error = match lake.sql(world.workspace, sql, SqlOptions::default()).await {
        Ok(result) => result.rows().await.unwrap_err(),
        Err(error) => error,
    };
    assert!(matches!(error, lake::Error::Timeout(_)), "{error:?}");
}

#[tokio::test]
async fn workspaces_do_not_see_each_other() {
    let world = World::new().await;
    world.append(vec![answer("a", 9.0, None, &[])]).await;
    let txn = world.store.write().await.unwrap();
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.unwrap();
    txn.commit().await.unwrap();
    let rows = world.lake.sql(other, "select * from answers", SqlOptions::default()).await.unwrap();
    assert!(rows.rows().await.unwrap().is_empty());
}
