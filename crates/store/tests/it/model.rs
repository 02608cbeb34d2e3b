//! Random stories against a model of a few lines: whatever happens in whichever order, both know the same.

use std::collections::{BTreeMap, BTreeSet};

use kernel::signal::{Signal, State, What};
use kernel::{ImportId, WorkspaceId};
use store::segments::Swap;
use store::{Appended, Store, log};
use testkit::{Chance, Db, partial, response};

use crate::help::{entry, position, revision, score, unsealed};

testkit::on_both!(the_store_agrees_with_a_map);

const STORIES: u64 = 6;
const STEPS: usize = 60;
const IDS: u64 = 12;
const IMPORTS: u64 = 2;

/// What should be in the numbers: by source and id, the score and the position it came with.
#[derive(Default)]
struct Model {
    counted: BTreeMap<(String, String), (f64, i64)>,
    imports: BTreeMap<(String, String), ImportId>,
    sealed: BTreeMap<i64, (f64, Option<ImportId>)>,
    withdrawn: BTreeSet<String>,
}

async fn the_store_agrees_with_a_map(db: Db) {
    let (store, _) = testkit::store(&db).await;
    for story in 0..STORIES {
        let txn = store.write().await.unwrap();
        let name = format!("story{story}");
        let new = store::workspaces::NewWorkspace { name: &name, ..Default::default() };
        let ws = store::workspaces::add(&txn, &new).await.unwrap();
        txn.commit().await.unwrap();
        let chance = Chance::seeded(story);
        let mut model = Model::default();
        for step in 0..STEPS {
            act(&store, ws, &chance, &mut model, step).await;
            compare(&store, ws, &model, &format!("story {story}, step {step}")).await;
        }
    }
}

async fn act(store: &Store, ws: WorkspaceId, chance: &Chance, model: &mut Model, step: usize) {
    match chance.below(10) {
        0..=5 => append(store, ws, chance, model, step).await,
        6 => {
            let mut txn = store.write().await.unwrap();
            txn.append(vec![revision(ws, partial("1", 9)), entry(ws, response("2", 9))]).await.unwrap();
        }
        7 | 8 => seal(store, ws, chance, model).await,
        _ => withdraw(store, ws, chance, model).await,
    }
}

async fn append(store: &Store, ws: WorkspaceId, chance: &Chance, model: &mut Model, step: usize) {
    let entries: Vec<(bool, Signal)> = (0..1 + chance.below(6)).map(|n| signal(chance, step, n)).collect();
    let given = entries
        .iter()
        .map(|(revises, signal)| if *revises { revision(ws, signal.clone()) } else { entry(ws, signal.clone()) })
        .collect();
    let outcomes = store.append(given).await.unwrap();
    for ((revises, signal), outcome) in entries.into_iter().zip(outcomes) {
        let key = (signal.source.clone(), signal.source_id.clone());
        let known = model.counted.contains_key(&key);
        match outcome {
            Appended::Duplicate => assert!(known && !revises, "{key:?} was no duplicate"),
            Appended::Added { .. } => assert!(!known, "{key:?} was there"),
            Appended::Replaced { .. } => assert!(known && revises, "{key:?} replaced nothing"),
        }
        if outcome != Appended::Duplicate {
            model.counted.insert(key.clone(), (score(&signal), position(outcome)));
            model.imports.extend(signal.import.map(|import| (key, import)));
        }
    }
}

fn signal(chance: &Chance, step: usize, n: u64) -> (bool, Signal) {
    let (id, score) = (chance.below(IDS).to_string(), chance.below(11) as i32);
    match chance.below(3) {
        0 => (false, response(&id, score)),
        1 => {
            // An import that was undone does not go on: each step's are new ones.
            let import = Some(ImportId::from_outside(format!("imp_{step}_{}", chance.below(IMPORTS))));
            (false, Signal { source: "import:visit".into(), import, ..response(&id, score) })
        }
        _ => {
            let mut page = partial(&id, score);
            if (n + chance.below(2)).is_multiple_of(2) {
                let What::Response(response) = &mut page.body.what;
                response.state = State::Complete;
            }
            (true, page)
        }
    }
}

async fn seal(store: &Store, ws: WorkspaceId, chance: &Chance, model: &mut Model) {
    let rows = store.sealable(ws, store.env().now(), 1 + chance.below(8)).await.unwrap();
    let positions: Vec<i64> = rows.iter().map(|row| row.position).collect();
    store.swap_segments(ws, Swap { sealed: &positions, ..Swap::default() }).await.unwrap();
    for row in rows {
        model.sealed.insert(row.position, (score(&row.signal), row.signal.import));
    }
}

async fn withdraw(store: &Store, ws: WorkspaceId, chance: &Chance, model: &mut Model) {
    let Some(import) = model.imports.values().nth(chance.below(5) as usize).cloned() else { return };
    if !model.withdrawn.insert(import.to_string()) {
        return;
    }
    let txn = store.write().await.unwrap();
    let freed = log::withdraw(&txn, ws, &import).await.unwrap();
    txn.commit().await.unwrap();
    let gone: Vec<_> = model.imports.iter().filter(|(_, of)| **of == import).map(|(key, _)| key.clone()).collect();
    assert_eq!(freed as usize, gone.len());
    for key in gone {
        model.imports.remove(&key);
        model.counted.remove(&key);
    }
}

/// The numbers see unsealed rows, and sealed ones that are neither dead nor withdrawn.
async fn compare(store: &Store, ws: WorkspaceId, model: &Model, place: &str) {
    let dead = store.dead(ws).await.unwrap();
    let withdrawn = store.withdrawals(ws).await.unwrap();
    let mut seen: BTreeMap<i64, f64> = BTreeMap::new();
    for row in unsealed(store, ws).await {
        assert!(!dead.contains(&row.position), "{place}: an unsealed row is dead");
        seen.insert(row.position, score(&row.signal));
    }
    for (position, (score, import)) in &model.sealed {
        if !dead.contains(position) && !import.as_ref().is_some_and(|import| withdrawn.contains(import)) {
            assert!(seen.insert(*position, *score).is_none(), "{place}: {position} is sealed and unsealed");
        }
    }
    // A page that was overtaken in its own group has no row; the model holds the last, as the log does.
    let expected: BTreeMap<i64, f64> = model.counted.values().map(|(score, position)| (*position, *score)).collect();
    assert_eq!(seen, expected, "{place}");
}
