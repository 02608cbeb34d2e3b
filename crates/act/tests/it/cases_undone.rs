//! What imports that were undone leave behind hides nothing and weighs nothing.

use act::cases::escalate;
use act::cases::rules::entity::rule;
use act::cases::settings::{Settings, Step};
use act::messages::Kind;
use kernel::signal::Signal;
use kernel::time::DAY;
use kernel::{ImportId, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use store::entity::{case, team_member};
use testkit::Db;

use crate::rules::{cases, keep, rule, said};
use crate::{App, app, notices};

testkit::on_both!(
    what_is_imported_again_is_seen_again,
    a_live_complaint_does_not_go_into_what_nobody_sees,
    what_nobody_sees_is_not_late_and_weighs_nothing,
);

fn imported(app: &App, import: &str, id: &str, customer: &str) -> Signal {
    Signal { import: Some(ImportId::from_outside(import)), ..said(app, id, 1, "bad", Some(customer)) }
}

async fn undo(app: &App, import: &str) {
    let txn = app.store.write().await.expect("a write begins");
    store::log::withdraw(&txn, app.ws, &ImportId::from_outside(import)).await.expect("it is undone");
    txn.commit().await.expect("kept");
}

async fn what_is_imported_again_is_seen_again(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let agent = app.signs_in(Role::Agent).await;
    for id in ["r1", "r2"] {
        app.append(imported(&app, "imp_1", id, "ada")).await;
    }
    let found = cases(&app).await.remove(0).id;
    undo(&app, "imp_1").await;
    assert!(!app.get(&agent, "/act?which=open").await.contains(&found));
    // The second one alone: the case that it belonged to is seen by nobody.
    app.append(imported(&app, "imp_2", "r2", "ada")).await;
    let fresh = cases(&app).await.into_iter().find(|case| case.id != found).expect("a case of its own").id;
    app.append(imported(&app, "imp_2", "r1", "ada")).await;
    let page = app.get(&agent, "/act?which=open").await;
    assert!(page.contains(&found) && page.contains(&fresh), "{page}");
    assert_eq!(app.case(&found).await.import_id.as_deref(), Some("imp_2"));
}

async fn a_live_complaint_does_not_go_into_what_nobody_sees(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let agent = app.signs_in(Role::Agent).await;
    app.append(imported(&app, "imp_1", "r1", "ada")).await;
    let hidden = cases(&app).await.remove(0).id;
    undo(&app, "imp_1").await;
    app.append(said(&app, "r2", 1, "bad", Some("ada"))).await;
    let all = cases(&app).await;
    let live = all.iter().find(|case| case.id != hidden).expect("a case of its own");
    assert!(app.get(&agent, "/act?which=loose").await.contains(&live.id));
    // Once more: now there is one to go into.
    app.append(said(&app, "r3", 1, "bad", Some("ada"))).await;
    assert_eq!(cases(&app).await.len(), 2);
}

async fn what_nobody_sees_is_not_late_and_weighs_nothing(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let mut members = Vec::new();
    for _ in 0..2 {
        members.push(testkit::member(&app.store, app.ws, Role::Agent).await.to_string());
    }
    members.sort();
    for id in ["r1", "r2"] {
        app.append(imported(&app, "imp_1", id, id)).await;
    }
    let txn = app.store.write().await.expect("a write begins");
    let steps = vec![Step { after_minutes: 0, to: Some(members[1].clone()) }];
    Settings { steps, ..Settings::default() }.keep(&txn, app.ws).await.expect("kept");
    let owned = case::Entity::update_many().col_expr(case::Column::Owner, Expr::value(members[0].as_str()));
    owned.exec(&*txn).await.expect("they are the first one's");
    for member in &members {
        let row = team_member::ActiveModel {
            team_id: Set("team_1".into()),
            member_id: Set(member.clone()),
            workspace_id: Set(app.ws.0),
        };
        team_member::Entity::insert(row.reset_all()).exec_without_returning(&*txn).await.expect("in the team");
    }
    txn.commit().await.expect("kept");
    undo(&app, "imp_1").await;
    db.clock.advance(3 * DAY);
    assert_eq!(escalate(&app.store, app.ws, &notices()).await.expect("it runs"), 0);
    assert!(app.sent(Kind::Notice).await.is_empty());
    let page = app.get(&manager, "/act/rules").await;
    assert!(page.contains("\u{2068}0\u{2069} open"), "{page}");
    let review = app.get(&manager, "/act/initiatives/review").await;
    assert!(review.contains("Complaints that are overdue <span class=\"note\">0</span>"), "{review}");
    // Of two who have nothing to do, the first by name of the two gets it.
    keep(&app, rule::Model { team_id: Some("team_1".into()), ..rule("rule_a", 1, "nps <= 6") }).await;
    app.append(said(&app, "r3", 1, "bad", None)).await;
    let fresh = cases(&app).await.into_iter().find(|case| case.import_id.is_none()).expect("a case");
    assert_eq!(fresh.owner.as_ref(), Some(&members[0]), "what nobody sees is no work");
}
