//! Whole tables are read page by page, each row once.

use kernel::ImportId;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::entity::{case, initiative};
use store::links::{self, Kind, Node};
use store::whole::LinkKey;
use testkit::Db;

testkit::on_both!(pages_hold_each_row_once, cases_of_undone_imports_are_left_out);

async fn pages_hold_each_row_once(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let txn = store.write().await.unwrap();
    for n in 0..5 {
        let row = initiative::ActiveModel {
            id: Set(format!("ini_{n}")),
            workspace_id: Set(if n == 3 { ws.0 + 1 } else { ws.0 }),
            title: Set("Move the bins".into()),
            problem: Set(String::new()),
            causes: Set("[]".into()),
            plan: Set(String::new()),
            risks: Set(String::new()),
            measure: Set("{}".into()),
            state: Set("planned".into()),
            is_public: Set(false),
            created_by: Set("mem_1".into()),
            created_at: Set(1),
            changed_at: Set(1),
            ..Default::default()
        };
        initiative::Entity::insert(row).exec_without_returning(&*txn).await.unwrap();
    }
    let things = [Node::new(Kind::Case, "a"), Node::new(Kind::Signal, "a"), Node::new(Kind::Topic, "a")];
    for to in ["ini_0", "ini_1"] {
        links::join(&txn, ws, &things, &Node::new(Kind::Initiative, to)).await.unwrap();
    }
    txn.commit().await.unwrap();

    let ids = |rows: Vec<initiative::Model>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(store.initiatives_after(ws, "", 2).await.unwrap()), ["ini_0", "ini_1"]);
    assert_eq!(ids(store.initiatives_after(ws, "ini_1", 9).await.unwrap()), ["ini_2", "ini_4"]);
    let (mut after, mut seen) = (LinkKey::default(), Vec::new());
    loop {
        let page = store.links_after(ws, &after, 4).await.unwrap();
        let Some(row) = page.last() else { break };
        after = (row.from_kind.clone(), row.from_id.clone(), row.to_kind.clone(), row.to_id.clone());
        seen.extend(page.iter().map(|row| format!("{} {}", row.from_kind, row.to_id)));
    }
    assert_eq!(seen, ["case ini_0", "case ini_1", "signal ini_0", "signal ini_1", "topic ini_0", "topic ini_1"]);
}

async fn cases_of_undone_imports_are_left_out(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let txn = store.write().await.unwrap();
    for (n, import) in [None, Some("imp_1"), Some("imp_2")].into_iter().enumerate() {
        let row = case::ActiveModel {
            id: Set(format!("case_{n}")),
            workspace_id: Set(ws.0),
            uid: Set(vec![u8::try_from(n).unwrap(); 16]),
            import_id: Set(import.map(str::to_owned)),
            survey: Set("visit".into()),
            channel: Set("api".into()),
            why: Set("low_score".into()),
            occurred_at: Set(1),
            opened_at: Set(1),
            due_at: Set(1),
            priority: Set(1),
            reopened: Set(0),
            escalated: Set(0),
            updated_at: Set(1),
            ..Default::default()
        };
        case::Entity::insert(row).exec_without_returning(&*txn).await.unwrap();
    }
    store::log::withdraw(&txn, ws, &ImportId::from_outside("imp_1")).await.unwrap();
    txn.commit().await.unwrap();
    let cases = store.cases_after(ws, "", 9).await.unwrap();
    assert_eq!(cases.into_iter().map(|case| case.id).collect::<Vec<_>>(), ["case_0", "case_2"]);
}
