//! Tables, columns and formats are as docs/contract.md has them.

use kernel::attribute::Value;
use lake::{Cell, SqlOptions};

use crate::world::{NOW, World, answer, text};

#[tokio::test]
async fn select_star_shows_the_columns_of_the_contract() {
    let world = World::new().await;
    world
        .append(vec![answer("r1", 9.0, Some("خوب، بود"), &[("Plan", text("gold")), ("Age", Value::Integer(41))])])
        .await;
    for sealed in [false, true] {
        if sealed {
            assert_eq!(world.seal().await, 1);
        }
        assert_eq!(
            world.csv("select * from signals").await,
            "id,kind,source,source_id,occurred_at,received_at,channel,touchpoint,contact_id,language\n\
             r1,response,api:visit,r1,2026-09-21T14:13:20Z,2026-09-21T14:13:20Z,api,,,fa\n"
        );
        assert_eq!(
            world.csv("select * from responses").await,
            "id,survey,state,started_at,completed_at,channel,touchpoint,contact_id,language,attr_age,attr_plan\n\
             r1,visit,complete,2026-09-21T14:13:20Z,2026-09-21T14:13:20Z,api,,,fa,41,gold\n"
        );
        assert_eq!(
            world.csv("select * from answers order by question").await,
            "response_id,survey,question,kind,occurred_at,score,choice,text,channel,touchpoint,contact_id,language,\
             attr_age,attr_plan\n\
             r1,visit,nps,nps,2026-09-21T14:13:20Z,9,,,api,,,fa,41,gold\n\
             r1,visit,why,text,2026-09-21T14:13:20Z,,,خوب، بود,api,,,fa,41,gold\n"
        );
    }
}

#[tokio::test]
async fn contacts_are_a_table() {
    let world = World::new().await;
    let mut signal = answer("r1", 9.0, None, &[("Plan", text("gold"))]);
    signal.contact = Some("ana@example.org".into());
    world.append(vec![signal]).await;
    let rows = world
        .rows("select c.id = a.contact_id, c.attr_plan from contacts c join answers a on a.contact_id = c.id")
        .await;
    assert_eq!(rows, [[Cell::Flag(true), Cell::Null]]);
}

#[tokio::test]
async fn answers_can_be_written_in_every_format() {
    let world = World::new().await;
    world.append(vec![answer("r1", 9.0, Some("a \"b\",\nc"), &[])]).await;
    let sql = "select question, score, text from answers order by question";
    let ask = || world.lake.sql(world.workspace, sql, SqlOptions::default());
    let mut out = Vec::new();
    assert_eq!(ask().await.unwrap().to_json(&mut out).await.unwrap(), 2);
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json[0], serde_json::json!({"question": "nps", "score": 9.0, "text": null}));
    assert_eq!(json[1]["text"], "a \"b\",\nc");
    assert!(world.csv(sql).await.ends_with("why,,\"a \"\"b\"\",\nc\"\n"));
    let mut out = Vec::new();
    ask().await.unwrap().to_table(&mut out).await.unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "question  score  text\n--------  -----  --------\nnps           9\nwhy              a \"b\", c\n"
    );
    let mut out = Vec::new();
    assert_eq!(ask().await.unwrap().to_parquet(&mut out).await.unwrap(), 2);
    assert_eq!((&out[..4], &out[out.len() - 4..]), (&b"PAR1"[..], &b"PAR1"[..]));
}

#[tokio::test]
async fn values_are_bound_and_lead_back_to_the_signal() {
    let world = World::new().await;
    let signal = answer("r'1", 3.0, Some("cold"), &[("Plan", text("gold"))]);
    world.append(vec![signal.clone(), answer("r2", 9.0, None, &[])]).await;
    for sealed in [false, true] {
        if sealed {
            world.seal().await;
        }
        let sql = "select _uid, local_day(occurred_at, $2) from answers where response_id = $1 and kind = $3 and score < $4 \
                   and occurred_at >= $5";
        let params: [Cell; 5] =
            ["r'1".into(), "Asia/Tehran".into(), "nps".into(), 6.5.into(), crate::world::NOW.into()];
        let rows = world.lake.query(world.workspace, sql, &params).await.unwrap().rows().await.unwrap();
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert_eq!(rows[0][1].as_day().unwrap().to_string(), "2026-09-21");
        let found = world.lake.signals(world.workspace, &[rows[0][0].as_uid().unwrap()]).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].signal, signal);
    }
    let hidden = world.error("select _uid from answers").await;
    assert!(hidden.starts_with("there is no column `_uid`; there are: attr_plan, channel, choice,"), "{hidden}");
    assert!(!hidden.contains("_position"), "{hidden}");
}

#[tokio::test]
async fn attributes_widen_without_changing_what_was_said() {
    let world = World::new().await;
    let grade = |value| vec![("Grade", value)];
    world.append(vec![answer("a", 9.0, None, &grade(Value::Integer(1)))]).await;
    world.seal().await;
    world
        .append(vec![
            answer("b", 9.0, None, &grade(Value::Number(2.5))),
            answer("c", 9.0, None, &grade(Value::Number(3.0))),
        ])
        .await;
    assert_eq!(world.one("select sum(attr_grade) from responses").await, Cell::Number(6.5));
    world.seal().await;
    world.append(vec![answer("d", 9.0, None, &[("Grade", text("A")), ("New", Value::Flag(true))])]).await;
    let sql = "select id, attr_grade, attr_new from responses order by id";
    let expected = "id,attr_grade,attr_new\na,1,\nb,2.5,\nc,3,\nd,A,true\n";
    assert_eq!(world.csv(sql).await, expected);
    world.seal().await;
    assert_eq!(world.csv(sql).await, expected);
    assert_eq!(world.csv("select id from responses where attr_grade = '3'").await, "id\nc\n");
}

/// `now()` is the product's clock, as everywhere, so that what is "of the last 7 days" can be told in tests.
#[tokio::test]
async fn questions_know_what_time_it_is() {
    let world = World::new().await;
    let mut old = answer("old", 3.0, None, &[]);
    old.occurred_at = NOW.minus(8 * kernel::time::DAY);
    world.append(vec![old, answer("new", 9.0, None, &[])]).await;
    for sealed in [false, true] {
        if sealed {
            world.seal().await;
        }
        let sql = "select response_id from answers where occurred_at > now() - interval '7 days'";
        assert_eq!(world.rows(sql).await, [[Cell::from("new")]]);
        let own = world.lake.query(world.workspace, "select now() = $1 as now", &[NOW.into()]).await.unwrap();
        assert_eq!(own.rows().await.unwrap(), [[Cell::Flag(true)]]);
        assert_eq!(world.one("select current_date() = arrow_cast(now(), 'Date32')").await, Cell::Flag(true));
    }
}
