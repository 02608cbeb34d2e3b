//! What an earlier release left is there after the upgrade: rows that it wrote, in the schema that it made.

use kernel::WorkspaceId;
use lake::SqlOptions;
use nabz::app::{self, App};
use nabz::config::Config;
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};
use store::migrations::pending;
use testkit::Db;

/// The first release, 0.1.0 of November 2026.
const FIRST: &str = include_str!("upgrade/first.sql");
/// SQLite's function for PostgreSQL, so that one file of rows serves both.
const UNHEX: &str =
    "CREATE FUNCTION unhex(text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT decode($1, 'hex') $$";
const WORKSPACE: WorkspaceId = WorkspaceId(1);

/// The schema changes that the first release had.
struct First;

impl MigratorTraitSelf for First {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let had = ["m0001_store", "m0001_listen", "m0002_imports", "m0001_act_cases"];
        app::migrations().migrations().into_iter().filter(|change| had.contains(&change.name())).collect()
    }
}

testkit::on_both!(what_the_first_release_left_is_there);

async fn what_the_first_release_left_is_there(db: Db) {
    let store = db.open().await;
    let txn = store.write().await.unwrap();
    First.up(&*txn, None).await.unwrap();
    txn.commit().await.unwrap();
    if !store.is_sqlite() {
        db.execute(UNHEX).await;
    }
    db.execute(FIRST).await;
    drop(store);

    let mut config = Config::load(db.folder()).unwrap();
    config.store.url = db.settings().url.clone().unwrap_or_default();
    let app = App::open(config, None).await.unwrap();

    assert!(pending(&app.store, &app::migrations()).await.unwrap().is_empty());
    let counted = "select count(*), sum(score) from answers where survey = 'cut' and kind = 'nps'";
    assert_eq!(ask(&app, counted).await, [["3", "22"]]);
    let parted = "select attr_branch, attr_plan from responses where attr_plan is not null order by 1";
    assert_eq!(ask(&app, parted).await, [["b01", "basic"], ["b27", "business"]]);
    assert_eq!(ask(&app, "select count(*) from contacts").await, [["1"]]);

    let [survey] = &app.store.surveys(WORKSPACE).await.unwrap()[..] else { panic!("there is one survey") };
    assert_eq!((survey.key.as_str(), survey.version), ("cut", 1));
    assert_eq!(survey.published().unwrap().unwrap().questions.len(), 1, "its definition is read");
    app.store.append(vec![store::Entry::new(WORKSPACE, again()).unwrap()]).await.unwrap();
    assert_eq!(ask(&app, counted).await, [["3", "22"]], "the identity of an answer outlives the upgrade");
    assert_eq!(app.store.broken_audit(WORKSPACE).await.unwrap(), None, "the chain holds");
}

/// The second answer of the fixture, sent once more.
fn again() -> kernel::signal::Signal {
    let mut signal = testkit::response("load-1-2", 9);
    signal.source = "api:cut".into();
    signal
}

async fn ask(app: &App, query: &str) -> Vec<Vec<String>> {
    let result = app.lake.sql(WORKSPACE, query, SqlOptions::default()).await.unwrap();
    let mut csv = Vec::new();
    result.to_csv(&mut csv).await.unwrap();
    let csv = String::from_utf8(csv).unwrap();
    csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}
