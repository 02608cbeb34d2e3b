//! Rules open cases, give them to people, and stop where they would flood them.

use act::cases::hours::{Hours, Stretch};
use act::cases::rules::entity::{rule, rule_day};
use act::cases::settings::Settings;
use kernel::signal::{Answer, Signal, What};
use kernel::survey::Kind;
use kernel::time::{DAY, HOUR, MINUTE};
use kernel::{MemberId, Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::entity::{case, case_signal, team, team_member};
use testkit::Db;

use crate::{App, app};

testkit::on_both!(
    the_first_rule_that_holds_opens_the_case,
    a_rule_takes_over_what_the_first_page_opened,
    signals_of_one_customer_are_one_case,
    a_rule_opens_so_many_a_day_and_says_what_it_held,
    a_case_is_due_in_hours_of_work,
    work_goes_to_who_speaks_the_language_and_has_the_least,
    the_builtin_rule_can_be_switched_off,
);

pub fn rule(id: &str, place: i32, condition: &str) -> rule::Model {
    rule::Model {
        id: id.into(),
        workspace_id: 0,
        name: format!("name of {id}"),
        is_on: true,
        place,
        survey: None,
        condition: serde_json::json!(condition.parse::<kernel::condition::Condition>().expect("a condition"))
            .to_string(),
        priority: 2,
        team_id: None,
        owner: None,
        due_minutes: 60,
        playbook: String::new(),
        per_day: 100,
        changed_by: String::new(),
        changed_at: 0,
    }
}

pub async fn keep(app: &App, rule: rule::Model) {
    let txn = app.store.write().await.expect("a write begins");
    let row = rule::Model { workspace_id: app.ws.0, ..rule };
    let row = rule::ActiveModel::from(row);
    rule::Entity::insert(row.reset_all()).exec_without_returning(&*txn).await.expect("it is kept");
    txn.commit().await.expect("the write is kept");
}

pub fn said(app: &App, id: &str, score: i32, words: &str, customer: Option<&str>) -> Signal {
    let mut signal = testkit::response(id, score);
    signal.occurred_at = app.store.env().now();
    signal.contact = customer.map(str::to_owned);
    let What::Response(response) = &mut signal.body.what;
    response.answers.push(Answer {
        question: "why".into(),
        kind: Kind::Text,
        score: None,
        choice: None,
        text: Some(words.into()),
    });
    signal
}

pub async fn cases(app: &App) -> Vec<case::Model> {
    case::Entity::find().order_by_asc(case::Column::Id).all(app.store.reads()).await.expect("cases")
}

async fn the_first_rule_that_holds_opens_the_case(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    keep(&app, rule("rule_b", 2, "nps <= 9")).await;
    keep(&app, rule("rule_a", 1, "\"bins\" in said.topic")).await;
    keep(&app, rule::Model { is_on: false, ..rule("rule_0", 0, "nps <= 10") }).await;
    keep(&app, rule::Model { survey: Some("other".into()), ..rule("rule_1", 0, "nps <= 10") }).await;
    app.append(said(&app, "r1", 9, "the bins", None)).await;
    app.append(said(&app, "r2", 9, "the staff", None)).await;
    app.append(said(&app, "r3", 10, "the staff", None)).await;
    let found = cases(&app).await;
    let by: Vec<_> = found.iter().map(|case| (case.rule_id.as_deref(), case.why.as_str(), case.priority)).collect();
    assert_eq!(by, [(Some("rule_a"), "rule", 2), (Some("rule_b"), "rule", 2)]);
    assert_eq!((found[0].topic.as_deref(), found[0].because.as_deref()), (Some("bins"), Some("name of rule_a")));
    assert_eq!(found[0].due_at - found[0].opened_at, HOUR);
}

async fn a_rule_takes_over_what_the_first_page_opened(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (owner, session) = app.joins(kernel::Role::Agent).await;
    keep(&app, rule::Model { owner: Some(owner.to_string()), ..rule("rule_a", 1, "\"bins\" in said.topic") }).await;
    // The score is on the first page, the reason on the second.
    app.append(said(&app, "r1", 2, "", None)).await;
    app.append(said(&app, "r2", 2, "", None)).await;
    let first: Vec<_> = cases(&app).await.into_iter().map(|case| (case.why, case.rule_id)).collect();
    assert_eq!(first, [("low_score".to_owned(), None), ("low_score".to_owned(), None)]);
    // Somebody is at the second one already.
    let taken = cases(&app).await.remove(1).id;
    let (_, me) = app.joins(kernel::Role::Agent).await;
    app.post(&me, &format!("/act/cases/{taken}/answer"), &[]).await;
    app.append(said(&app, "r1", 2, "the bins", None)).await;
    app.append(said(&app, "r2", 2, "the bins", None)).await;
    let [case, other] = &cases(&app).await[..] else { panic!("two cases") };
    assert_eq!((case.why.as_str(), case.rule_id.as_deref(), case.priority), ("rule", Some("rule_a"), 2));
    assert_eq!((case.owner.as_deref(), case.due_at - case.opened_at), (Some(owner.as_str()), HOUR));
    assert_eq!(app.sent(act::messages::Kind::Notice).await.len(), 1, "the owner is told");
    assert!(app.get(&session, "/act/rules").await.contains("name of rule_a"));
    assert_eq!(
        (other.why.as_str(), other.rule_id.as_deref()),
        ("low_score", None),
        "whoever has it keeps it as it was"
    );
    assert_eq!(other.words.as_deref(), Some("the bins"));
}

async fn signals_of_one_customer_are_one_case(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    for (id, customer) in [("r1", Some("ada")), ("r2", Some("ada")), ("r3", Some("bob")), ("r4", None), ("r5", None)] {
        app.append(said(&app, id, 1, "bad", customer)).await;
    }
    assert_eq!(cases(&app).await.len(), 4, "ada's two are one");
    let joined = case_signal::Entity::find().all(app.store.reads()).await.expect("signals");
    assert_eq!(joined.len(), 1);
    // The same response with one page more changes nothing.
    app.append(said(&app, "r2", 0, "very bad", Some("ada"))).await;
    assert_eq!(
        (cases(&app).await.len(), case_signal::Entity::find().all(app.store.reads()).await.unwrap().len()),
        (4, 1)
    );

    let txn = app.store.write().await.expect("a write begins");
    let closed = case::ActiveModel { closed_at: Set(Some(1)), ..Default::default() };
    case::Entity::update_many().set(closed).exec(&*txn).await.expect("they are closed");
    txn.commit().await.expect("the write is kept");
    app.append(said(&app, "r6", 1, "bad again", Some("ada"))).await;
    assert_eq!(cases(&app).await.len(), 5, "what was closed stays closed");
}

async fn a_rule_opens_so_many_a_day_and_says_what_it_held(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    keep(&app, rule::Model { per_day: 3, ..rule("rule_a", 1, "nps <= 10") }).await;
    for n in 0..5 {
        app.append(said(&app, &format!("r{n}"), 9, "fine", None)).await;
    }
    assert_eq!(cases(&app).await.len(), 3);
    let day = rule_day::Entity::find().filter(rule_day::Column::RuleId.eq("rule_a")).one(app.store.reads()).await;
    let day = day.expect("a read").expect("a day");
    assert_eq!((day.opened, day.held), (3, 2));
    // A further page of one that was counted, and one of another: its case goes on.
    app.append(said(&app, "r4", 9, "fine, really", None)).await;
    app.append(said(&app, "r1", 9, "fine, really", None)).await;
    let day = rule_day::Entity::find().filter(rule_day::Column::RuleId.eq("rule_a")).one(app.store.reads()).await;
    assert_eq!(day.expect("a read").map(|day| (day.opened, day.held)), Some((3, 2)), "once each");
    db.clock.advance(DAY);
    app.append(said(&app, "r9", 9, "fine", None)).await;
    assert_eq!(cases(&app).await.len(), 4);
}

async fn a_case_is_due_in_hours_of_work(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    // Work is only in the last hour of the day.
    let week = std::array::from_fn(|_| vec![Stretch { from: 23 * 60, to: 24 * 60 }]);
    let settings = Settings { hours: Hours { week, ..Hours::default() }, due_minutes: 90, ..Settings::default() };
    let txn = app.store.write().await.expect("a write begins");
    settings.keep(&txn, app.ws).await.expect("it is kept");
    txn.commit().await.expect("the write is kept");
    app.append(said(&app, "r1", 1, "bad", None)).await;
    let [case] = &cases(&app).await[..] else { panic!("one case") };
    let expected = settings.hours.after(kernel::Timestamp(case.opened_at), 90, &jiff::tz::TimeZone::UTC);
    assert_eq!(case.due_at, expected.0);
    assert!(case.due_at - case.opened_at > 90 * MINUTE);
}

async fn work_goes_to_who_speaks_the_language_and_has_the_least(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let mut members: Vec<MemberId> = Vec::new();
    for _ in 0..2 {
        members.push(testkit::member(&app.store, app.ws, Role::Agent).await);
    }
    let txn = app.store.write().await.expect("a write begins");
    let team = team::ActiveModel {
        id: Set("team_1".into()),
        workspace_id: Set(app.ws.0),
        name: Set("Floor".into()),
        created_at: Set(0),
    };
    team::Entity::insert(team).exec_without_returning(&*txn).await.expect("a team");
    for member in &members {
        let row = team_member::ActiveModel {
            team_id: Set("team_1".into()),
            member_id: Set(member.to_string()),
            workspace_id: Set(app.ws.0),
        };
        team_member::Entity::insert(row).exec_without_returning(&*txn).await.expect("in the team");
    }
    txn.commit().await.expect("the write is kept");
    keep(&app, rule::Model { team_id: Some("team_1".into()), ..rule("rule_a", 1, "nps <= 6") }).await;
    for n in 0..4 {
        app.append(said(&app, &format!("r{n}"), 1, "bad", None)).await;
    }
    let found = cases(&app).await;
    for member in &members {
        let own = found.iter().filter(|case| case.owner.as_deref() == Some(member.as_str())).count();
        assert_eq!(own, 2, "the load is shared");
    }
}

async fn the_builtin_rule_can_be_switched_off(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let txn = app.store.write().await.expect("a write begins");
    Settings { is_builtin_on: false, ..Settings::default() }.keep(&txn, app.ws).await.expect("it is kept");
    txn.commit().await.expect("the write is kept");
    app.append(said(&app, "r1", 1, "bad", None)).await;
    assert_eq!(cases(&app).await, []);
}
