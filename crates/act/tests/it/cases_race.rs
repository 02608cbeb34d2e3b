//! Two who change one case at the same time. SQLite lets one write after the other; PostgreSQL does not by itself.

use act::cases::escalate;
use act::cases::settings::{Settings, Step};
use kernel::Role;
use kernel::time::DAY;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use store::entity::case;
use testkit::Db;

use crate::rules::said;
use crate::{App, app, notices};

testkit::on_postgres!(
    what_somebody_takes_meanwhile_is_not_taken_back,
    of_two_nodes_one_escalates,
    of_two_who_take_a_case_the_second_is_told,
);

/// Until some session waits for what another one holds.
async fn somebody_waits(app: &App) {
    let words =
        "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    for _ in 0..100_000 {
        let asked = Statement::from_string(app.store.reads().get_database_backend(), words);
        let row = app.store.reads().query_one_raw(asked).await.expect("read").expect("a row");
        if row.try_get::<i64>("", "n").expect("a number") > 0 {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("nobody waits");
}

async fn what_somebody_takes_meanwhile_is_not_taken_back(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (me, _) = app.joins(Role::Agent).await;
    let found = app.complains("r1", "ada").await;
    let txn = app.store.write().await.expect("a write begins");
    let row = case::ActiveModel { id: Set(found.id.clone()), owner: Set(Some(me.to_string())), ..Default::default() };
    row.update(&*txn).await.expect("it is taken");
    let taken = async {
        somebody_waits(&app).await;
        txn.commit().await.expect("kept");
    };
    tokio::join!(app.append(said(&app, "r1", 10, "fine after all", Some("ada"))), taken);
    assert_eq!(app.case(&found.id).await.owner.as_deref(), Some(me.as_str()));
}

async fn of_two_nodes_one_escalates(db: Db) {
    let app = app(&db).await;
    let found = app.complains("r1", "ada").await;
    let txn = app.store.write().await.expect("a write begins");
    let steps = vec![Step { after_minutes: 0, to: None }, Step { after_minutes: 10_000, to: None }];
    Settings { steps, ..Settings::default() }.keep(&txn, app.ws).await.expect("kept");
    txn.commit().await.expect("kept");
    db.clock.advance(2 * DAY);
    let other = app.store.write().await.expect("a write begins");
    let row = case::ActiveModel { id: Set(found.id.clone()), escalated: Set(1), ..Default::default() };
    row.update(&*other).await.expect("the other node was first");
    let committed = async {
        somebody_waits(&app).await;
        other.commit().await.expect("kept");
    };
    let notices = notices();
    let (count, ()) = tokio::join!(escalate(&app.store, app.ws, &notices), committed);
    assert_eq!(count.expect("it runs"), 0);
    let events = act::cases::entity::event::Entity::find();
    let events = events.filter(act::cases::entity::event::Column::Kind.eq("escalated"));
    assert_eq!(events.all(app.store.reads()).await.expect("events"), []);
    assert_eq!(app.case(&found.id).await.priority, 1);
}

async fn of_two_who_take_a_case_the_second_is_told(db: Db) {
    let app = app(&db).await;
    let (first, _) = app.joins(Role::Agent).await;
    let (second, session) = app.joins(Role::Agent).await;
    let found = app.complains("r1", "ada").await;
    let txn = app.store.write().await.expect("a write begins");
    let row =
        case::ActiveModel { id: Set(found.id.clone()), owner: Set(Some(first.to_string())), ..Default::default() };
    row.update(&*txn).await.expect("it is taken");
    let taken = async {
        somebody_waits(&app).await;
        txn.commit().await.expect("kept");
    };
    let path = format!("/act/cases/{}/assign", found.id);
    let form = [("owner", second.as_str()), ("owner_was", "")];
    let ((status, ..), ()) = tokio::join!(app.post(&session, &path, &form), taken);
    assert_eq!(status, axum::http::StatusCode::CONFLICT);
    assert_eq!(app.case(&found.id).await.owner.as_deref(), Some(first.as_str()));
}
