//! What happens with cases that nobody answers in time.

use act::cases::settings::{Settings, Step};
use act::cases::{ESCALATED_MAX, escalate};
use act::messages::Kind;
use kernel::time::{DAY, HOUR};
use kernel::{MemberId, Role};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait};
use store::entity::{case, member};
use testkit::Db;

use crate::rules::{keep, rule};
use crate::{App, app, notices};

testkit::on_both!(
    late_cases_go_on_step_by_step,
    nobody_gets_a_case_twice_nor_when_they_have_left,
    what_is_answered_is_not_late,
    a_run_takes_on_so_many,
    who_comes_back_waits_as_long_as_the_rule_says,
    a_second_round_reaches_people_again,
    what_somebody_who_left_had_is_nobodys,
);

async fn set(app: &App, steps: Vec<Step>) {
    let txn = app.store.write().await.expect("a write begins");
    Settings { steps, ..Settings::default() }.keep(&txn, app.ws).await.expect("kept");
    txn.commit().await.expect("kept");
}

fn step(hours: i64, to: Option<&MemberId>) -> Step {
    Step { after_minutes: hours * 60, to: to.map(ToString::to_string) }
}

async fn run(app: &App) -> usize {
    escalate(&app.store, app.ws, &notices()).await.expect("it runs")
}

async fn late_cases_go_on_step_by_step(db: Db) {
    let app = app(&db).await;
    let (first, _) = app.joins(Role::Agent).await;
    set(&app, vec![step(1, None), step(3, Some(&first))]).await;
    let found = app.complains("r1", "sara@example.com").await;
    assert_eq!(run(&app).await, 0);
    db.clock.advance(DAY);
    assert_eq!(run(&app).await, 0, "due, and not an hour late");
    db.clock.advance(HOUR + 1);
    assert_eq!((run(&app).await, run(&app).await), (1, 0), "once");
    let now = app.case(&found.id).await;
    assert_eq!((now.priority, now.escalated, now.owner), (2, 1, None));
    db.clock.advance(2 * HOUR);
    assert_eq!((run(&app).await, run(&app).await), (1, 0));
    let now = app.case(&found.id).await;
    assert_eq!((now.priority, now.escalated, now.owner), (3, 2, Some(first.to_string())));
    let told = app.sent(Kind::Notice).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].body.contains(&found.id), "{}", told[0].body);
}

async fn nobody_gets_a_case_twice_nor_when_they_have_left(db: Db) {
    let app = app(&db).await;
    let (first, session) = app.joins(Role::Agent).await;
    let (second, _) = app.joins(Role::Agent).await;
    let (gone, _) = app.joins(Role::Agent).await;
    let txn = app.store.write().await.expect("a write begins");
    let row = member::ActiveModel { id: Set(gone.to_string()), disabled_at: Set(Some(1)), ..Default::default() };
    row.update(&*txn).await.expect("they leave");
    txn.commit().await.expect("kept");
    set(&app, vec![step(1, Some(&second)), step(2, Some(&first)), step(3, Some(&gone))]).await;
    let found = app.complains("r1", "sara@example.com").await;
    let owner = first.to_string();
    app.post(&session, &format!("/act/cases/{}/assign", found.id), &[("owner", &owner)]).await;
    let mut owners = Vec::new();
    db.clock.advance(DAY + 1);
    for _ in 0..3 {
        db.clock.advance(HOUR);
        assert_eq!(run(&app).await, 1);
        owners.push(app.case(&found.id).await.owner);
    }
    let second = Some(second.to_string());
    assert_eq!(owners, [second.clone(), second.clone(), second], "not back to the first, and not to who has left");
}

async fn what_is_answered_is_not_late(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    set(&app, vec![step(0, None)]).await;
    let found = app.complains("r1", "sara@example.com").await;
    app.post(&agent, &format!("/act/cases/{}/answer", found.id), &[]).await;
    db.clock.advance(2 * DAY);
    assert_eq!(run(&app).await, 0);
    assert_eq!(app.case(&found.id).await.priority, 1);
}

async fn a_run_takes_on_so_many(db: Db) {
    let app = app(&db).await;
    set(&app, vec![step(0, None)]).await;
    let found = app.complains("r1", "sara@example.com").await;
    let txn = app.store.write().await.expect("a write begins");
    let rows = (0..ESCALATED_MAX + 5).map(|n| {
        let id = format!("case_{n:026}");
        let mut row = case::ActiveModel::from(case::Model { id, uid: n.to_be_bytes().to_vec(), ..found.clone() });
        row = row.reset_all();
        row
    });
    case::Entity::insert_many(rows).exec_without_returning(&*txn).await.expect("kept");
    txn.commit().await.expect("kept");
    db.clock.advance(2 * DAY);
    assert_eq!((run(&app).await, run(&app).await, run(&app).await), (ESCALATED_MAX as usize, 6, 0));
}

async fn who_comes_back_waits_as_long_as_the_rule_says(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let agent = app.signs_in(Role::Agent).await;
    keep(&app, rule("rule_a", 1, "nps <= 6")).await;
    let found = app.complains("r1", "sara@example.com").await;
    assert_eq!(found.due_at - found.opened_at, HOUR);
    let at = |what: &str| format!("/act/cases/{}/{what}", found.id);
    app.post(&agent, &at("close"), &[("outcome", "no_answer"), ("reason", "no address")]).await;
    db.clock.advance(DAY);
    app.post(&agent, &at("reopen"), &[]).await;
    assert_eq!(app.case(&found.id).await.due_at, app.store.env().now().plus(HOUR).0);
}

async fn a_second_round_reaches_people_again(db: Db) {
    let app = app(&db).await;
    let (first, session) = app.joins(Role::Agent).await;
    let (second, _) = app.joins(Role::Manager).await;
    let email = app.store.member(app.ws, &second).await.expect("read").expect("there").email;
    set(&app, vec![step(1, Some(&second)), step(2, Some(&second))]).await;
    let found = app.complains("r1", "sara@example.com").await;
    let at = |what: &str| format!("/act/cases/{}/{what}", found.id);
    let mine = [("owner", first.as_str())];
    let told = async || app.sent(Kind::Notice).await.into_iter().filter(|notice| notice.address == email).count();
    app.post(&session, &at("assign"), &mine).await;
    db.clock.advance(DAY + HOUR + 1);
    assert_eq!((run(&app).await, told().await), (1, 1));
    assert_eq!(app.case(&found.id).await.owner, Some(second.to_string()));
    // Given back: they had it, and keep only hearing of it.
    app.post(&session, &at("assign"), &mine).await;
    db.clock.advance(HOUR);
    assert_eq!((run(&app).await, told().await), (1, 2));
    assert_eq!(app.case(&found.id).await.owner, Some(first.to_string()));
    app.post(&session, &at("close"), &[("outcome", "no_answer"), ("reason", "no address")]).await;
    db.clock.advance(DAY);
    app.post(&session, &at("reopen"), &[]).await;
    db.clock.advance(DAY + HOUR + 1);
    assert_eq!((run(&app).await, told().await), (1, 3));
    assert_eq!(app.case(&found.id).await.owner, Some(second.to_string()), "a new round");
}

async fn what_somebody_who_left_had_is_nobodys(db: Db) {
    let app = app(&db).await;
    let (me, session) = app.joins(Role::Agent).await;
    set(&app, vec![step(1, None)]).await;
    let found = app.complains("r1", "sara@example.com").await;
    app.post(&session, &format!("/act/cases/{}/assign", found.id), &[("owner", me.as_str())]).await;
    let txn = app.store.write().await.expect("a write begins");
    let row = member::ActiveModel { id: Set(me.to_string()), disabled_at: Set(Some(1)), ..Default::default() };
    row.update(&*txn).await.expect("they leave");
    txn.commit().await.expect("kept");
    db.clock.advance(DAY + HOUR + 1);
    assert_eq!(run(&app).await, 1);
    let now = app.case(&found.id).await;
    assert_eq!((now.owner, now.escalated), (None, 1));
}

/// What servers run in the background must be able to move between threads.
#[test]
fn a_run_is_send() {
    fn send<F: std::future::Future + Send>(_: impl Fn(&'static store::Store, &'static act::cases::Notices) -> F) {}
    send(|store, notices| escalate(store, kernel::WorkspaceId(1), notices));
}
