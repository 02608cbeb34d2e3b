//! What was done about what was said is asked for in SQL beside it.

use kernel::{ImportId, Uid, WorkspaceId};
use lake::Cell;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::entity::{case, initiative};
use store::links::{self, Kind, Node};

use crate::world::{NOW, World, answer};

async fn case(world: &World, id: &str, uid: Uid, import: Option<&str>) {
    let row = case::ActiveModel {
        id: Set(id.into()),
        workspace_id: Set(world.workspace.0),
        uid: Set(uid.0.to_vec()),
        import_id: Set(import.map(str::to_owned)),
        survey: Set("visit".into()),
        score: Set(Some(2.0)),
        words: Set(Some("the bins".into())),
        channel: Set("api".into()),
        why: Set("low_score".into()),
        occurred_at: Set(NOW.0),
        opened_at: Set(NOW.0),
        due_at: Set(NOW.0),
        priority: Set(1),
        reopened: Set(0),
        escalated: Set(0),
        updated_at: Set(NOW.0),
        ..Default::default()
    };
    let txn = world.store.write().await.unwrap();
    case::Entity::insert(row).exec_without_returning(&*txn).await.unwrap();
    txn.commit().await.unwrap();
}

fn uid(world: &World, id: &str) -> Uid {
    Uid::of(world.workspace, "api:visit", id)
}

#[tokio::test]
async fn cases_join_the_responses_that_opened_them() {
    let world = World::new().await;
    world.append(vec![answer("r1", 2.0, None, &[]), answer("r2", 9.0, None, &[])]).await;
    case(&world, "case_1", uid(&world, "r1"), None).await;
    case(&world, "case_2", Uid([9; 16]), None).await;
    case(&world, "case_3", uid(&world, "r2"), Some("imp_1")).await;
    let txn = world.store.write().await.unwrap();
    store::log::withdraw(&txn, world.workspace, &ImportId::from_outside("imp_1")).await.unwrap();
    txn.commit().await.unwrap();
    for sealed in [false, true] {
        if sealed {
            assert_eq!(world.seal().await, 2);
        }
        assert_eq!(
            world.csv("select id, signal_id, priority, opened_at, answered_at from cases order by id").await,
            "id,signal_id,priority,opened_at,answered_at\n\
             case_1,r1,1,2026-09-21T14:13:20Z,\n\
             case_2,,1,2026-09-21T14:13:20Z,\n",
            "by hand there is no signal; what an undone import brought is gone"
        );
        let joined = "select c.id, r.state from cases c join responses r on r.id = c.signal_id";
        assert_eq!(world.csv(joined).await, "id,state\ncase_1,complete\n");
        assert_eq!(world.one("select count(*) from cases").await, Cell::Integer(2));
        assert_eq!(world.one("select count(signal_id) from cases").await, Cell::Integer(1));
        assert_eq!(world.csv("select score, id from cases order by 2 limit 1").await, "score,id\n2,case_1\n");
    }
    assert!(world.error("select words from cases").await.contains("words"), "verbatims hold them");
}

#[tokio::test]
async fn links_name_signals_as_all_tables_do() {
    let world = World::new().await;
    world.append(vec![answer("r1", 2.0, None, &[])]).await;
    let signal = Node::new(Kind::Signal, uid(&world, "r1"));
    let txn = world.store.write().await.unwrap();
    links::join(&txn, world.workspace, std::slice::from_ref(&signal), &Node::new(Kind::Case, "case_1")).await.unwrap();
    links::join(&txn, world.workspace, &[Node::new(Kind::Case, "case_1")], &Node::new(Kind::Initiative, "ini_1"))
        .await
        .unwrap();
    links::join(&txn, WorkspaceId(world.workspace.0 + 1), &[signal], &Node::new(Kind::Case, "case_9")).await.unwrap();
    txn.commit().await.unwrap();
    assert_eq!(
        world.csv("select from_kind, signal_id, to_kind, to_id from links order by from_kind").await,
        "from_kind,signal_id,to_kind,to_id\ncase,,initiative,ini_1\nsignal,r1,case,case_1\n"
    );
    let walk = "select i.to_id as initiative, r.id from links i join links c on c.to_id = i.from_id \
                join responses r on r.id = c.signal_id where i.to_kind = 'initiative'";
    assert_eq!(world.csv(walk).await, "initiative,id\nini_1,r1\n");
}

#[tokio::test]
async fn more_rows_than_a_page_come_once_each() {
    let world = World::new().await;
    let txn = world.store.write().await.unwrap();
    let row = |n: usize| initiative::ActiveModel {
        id: Set(format!("ini_{n:05}")),
        workspace_id: Set(world.workspace.0),
        title: Set("Move the bins".into()),
        problem: Set(String::new()),
        causes: Set("[]".into()),
        plan: Set(String::new()),
        risks: Set(String::new()),
        measure: Set("{}".into()),
        expected: Set(Some(1.5)),
        state: Set(if n.is_multiple_of(2) { "done" } else { "planned" }.into()),
        is_public: Set(n == 0),
        created_by: Set("mem_1".into()),
        created_at: Set(NOW.0),
        changed_at: Set(NOW.0),
        ..Default::default()
    };
    for from in (0..4_000).step_by(500) {
        initiative::Entity::insert_many((from..from + 500).map(row)).exec_without_returning(&*txn).await.unwrap();
    }
    let nodes: Vec<Node> = (0..4_100).map(|n| Node::new(Kind::Case, n)).collect();
    links::join(&txn, world.workspace, &nodes, &Node::new(Kind::Initiative, "ini_00000")).await.unwrap();
    txn.commit().await.unwrap();
    let sql = "select count(*), count(distinct id), sum(expected), count(*) filter (where is_public) from initiatives";
    assert_eq!(
        world.rows(sql).await,
        [[Cell::Integer(4_000), Cell::Integer(4_000), Cell::Number(6_000.0), Cell::Integer(1)]]
    );
    assert_eq!(world.one("select count(distinct from_id) from links").await, Cell::Integer(4_100));
    for table in ["goals", "effects", "insights"] {
        assert_eq!(world.one(&format!("select count(*) from {table}")).await, Cell::Integer(0));
        assert!(world.rows(&format!("select * from {table}")).await.is_empty());
    }
}
