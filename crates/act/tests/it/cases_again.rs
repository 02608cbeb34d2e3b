//! Customers who complain again, and responses whose later pages say otherwise.

use act::cases::Stage;
use act::cases::rules::entity::rule;
use act::messages::Kind;
use kernel::Role;
use kernel::signal::Signal;
use kernel::time::{DAY, HOUR};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Entry;
use store::entity::{case_signal, team};
use testkit::Db;

use crate::rules::{cases, keep, rule, said};
use crate::{App, app, notices, tells};

testkit::on_both!(
    a_new_complaint_brings_an_answered_case_back,
    a_stricter_rule_makes_an_open_case_more_pressing,
    a_case_that_nobody_has_goes_to_the_people_of_the_stricter_rule,
    complaints_of_one_batch_are_one_case_as_pressing_as_the_worst,
    what_holds_more_than_one_response_is_not_taken_back,
    what_is_taken_back_takes_no_further_complaint_with_it,
);

const ADA: Option<&str> = Some("ada@example.com");

/// Signals that the reader of the log sees at once.
async fn together(app: &App, signals: Vec<Signal>) {
    let entries = signals.into_iter().map(|signal| Entry::revision(app.ws, signal).expect("an entry"));
    app.store.append(entries.collect()).await.expect("they are kept");
    for consumer in act::consumers(tells(), notices()) {
        while store::consumers::advance(&app.store, consumer.as_ref()).await.expect("it is read") > 0 {}
    }
}

async fn a_new_complaint_brings_an_answered_case_back(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (me, agent) = app.joins(Role::Agent).await;
    let found = app.complains("r1", "ada@example.com").await;
    app.post(&agent, &format!("/act/cases/{}/answer", found.id), &[]).await;
    assert_eq!(Stage::of(&app.case(&found.id).await), Stage::Waits);
    db.clock.advance(2 * DAY);
    app.append(said(&app, "r2", 1, "worse", ADA)).await;
    let now = app.case(&found.id).await;
    assert_eq!((cases(&app).await.len(), Stage::of(&now), now.owner.as_deref()), (1, Stage::Back, Some(me.as_str())));
    assert_eq!(now.due_at, app.store.env().now().plus(DAY).0, "a new time to answer");
    assert!(app.get(&agent, "/act?which=mine").await.contains(&found.id));
    let told = app.sent(Kind::Notice).await;
    assert_eq!(told.len(), 1, "the owner is told");
    assert!(told[0].body.contains(&found.id) && told[0].subject.contains("complained again"), "{}", told[0].subject);
    // It waits for us already, and nothing is more pressing.
    app.append(said(&app, "r3", 1, "still", ADA)).await;
    assert_eq!((app.sent(Kind::Notice).await.len(), app.case(&found.id).await.due_at), (1, now.due_at));
}

async fn a_stricter_rule_makes_an_open_case_more_pressing(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (me, agent) = app.joins(Role::Agent).await;
    keep(&app, rule::Model { priority: 3, ..rule("rule_a", 1, "\"bins\" in said.topic") }).await;
    keep(&app, rule::Model { priority: 0, due_minutes: 600, ..rule("rule_b", 2, "\"queue\" in said.topic") }).await;
    app.append(said(&app, "r1", 1, "slow", ADA)).await;
    let id = cases(&app).await.remove(0).id;
    app.post(&agent, &format!("/act/cases/{id}/assign"), &[("owner", me.as_str())]).await;
    app.append(said(&app, "r2", 1, "the bins", ADA)).await;
    let now = app.case(&id).await;
    let due = app.store.env().now().plus(HOUR).0;
    assert_eq!((now.priority, now.due_at, now.owner.as_deref(), now.rule_id), (3, due, Some(me.as_str()), None));
    assert_eq!(app.sent(Kind::Notice).await.len(), 1, "the owner is told");
    let page = app.get(&agent, &format!("/act/cases/{id}")).await;
    assert!(page.contains("Priority: \u{2068}Urgent\u{2069}"), "{page}");
    app.append(said(&app, "r3", 1, "the queue", ADA)).await;
    let later = app.case(&id).await;
    assert_eq!((later.priority, later.due_at), (3, due), "never less pressing");
    assert_eq!((cases(&app).await.len(), app.sent(Kind::Notice).await.len()), (1, 1));
}

async fn a_case_that_nobody_has_goes_to_the_people_of_the_stricter_rule(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (owner, _) = app.joins(Role::Agent).await;
    let txn = app.store.write().await.expect("a write begins");
    let team = team::Model { id: "team_1".into(), workspace_id: app.ws.0, name: "Floor".into(), created_at: 0 };
    let team = sea_orm::ActiveModelTrait::reset_all(team::ActiveModel::from(team));
    team::Entity::insert(team).exec_without_returning(&*txn).await.expect("a team");
    txn.commit().await.expect("kept");
    let team = Some("team_1".to_owned());
    let strict = rule("rule_a", 1, "\"bins\" in said.topic");
    keep(&app, rule::Model { owner: Some(owner.to_string()), team_id: team.clone(), ..strict }).await;
    app.append(said(&app, "r1", 1, "slow", ADA)).await;
    db.clock.advance(HOUR);
    app.append(said(&app, "r2", 1, "the bins", ADA)).await;
    let [now] = &cases(&app).await[..] else { panic!("one case") };
    assert_eq!(
        (now.owner.as_deref(), &now.team_id, now.rule_id.as_deref()),
        (Some(owner.as_str()), &team, Some("rule_a"))
    );
    assert_eq!(now.due_at, app.store.env().now().plus(HOUR).0);
    assert_eq!(app.sent(Kind::Notice).await.len(), 1, "told once");
}

async fn complaints_of_one_batch_are_one_case_as_pressing_as_the_worst(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    keep(&app, rule::Model { priority: 3, ..rule("rule_a", 1, "\"bins\" in said.topic") }).await;
    let [slow, bins] = [said(&app, "r1", 1, "slow", ADA), said(&app, "r2", 1, "the bins", ADA)];
    together(&app, vec![slow, bins]).await;
    let [now] = &cases(&app).await[..] else { panic!("one case") };
    assert_eq!((now.priority, now.due_at - now.opened_at), (3, HOUR));
}

async fn what_holds_more_than_one_response_is_not_taken_back(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (_, agent) = app.joins(Role::Agent).await;
    for (id, customer) in [("r1", "ada"), ("r2", "ada"), ("r3", "bob"), ("r4", "eve"), ("r5", "kim")] {
        app.append(said(&app, id, 1, "bad", Some(customer))).await;
    }
    let all = cases(&app).await;
    assert_eq!(all.len(), 4);
    let of = |customer: &str| {
        let contact = kernel::ContactId::of_key(app.ws, customer).to_string();
        all.iter().find(|case| case.contact_id.as_ref() == Some(&contact)).expect("a case").id.clone()
    };
    let (ada, bob, eve) = (of("ada"), of("bob"), of("eve"));
    app.post(&agent, &format!("/act/cases/{bob}/notes"), &[("text", "I have called")]).await;
    app.post(&agent, &format!("/act/cases/{eve}/assign"), &[("owner", ""), ("priority", "3")]).await;
    for (id, customer) in [("r1", "ada"), ("r3", "bob"), ("r4", "eve"), ("r5", "kim")] {
        app.append(said(&app, id, 10, "fine after all", Some(customer))).await;
    }
    let mut left: Vec<String> = cases(&app).await.into_iter().map(|case| case.id).collect();
    let mut expected = vec![ada, bob, eve];
    left.sort();
    expected.sort();
    assert_eq!(left, expected, "only what nobody touched goes");
}

async fn what_is_taken_back_takes_no_further_complaint_with_it(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    for customer in ["ada", "bob"] {
        app.append(said(&app, &format!("{customer}-1"), 1, "bad", Some(customer))).await;
    }
    let fine = |customer: &str| said(&app, &format!("{customer}-1"), 10, "fine", Some(customer));
    let more = |customer: &str| said(&app, &format!("{customer}-2"), 1, "bad", Some(customer));
    together(&app, vec![fine("ada"), more("ada"), more("bob"), fine("bob")]).await;
    let left = cases(&app).await;
    assert_eq!(left.len(), 2);
    let signals = case_signal::Entity::find().filter(case_signal::Column::WorkspaceId.eq(app.ws.0));
    for signal in signals.all(app.store.reads()).await.expect("signals") {
        assert!(left.iter().any(|case| case.id == signal.case_id), "{signal:?}");
    }
}
