//! What led to an initiative is taken out again, and what its meeting hears of complaints.

use kernel::Role;
use testkit::Db;

use crate::{App, app};

testkit::on_both!(
    a_case_stays_with_the_initiatives_that_it_leads_to,
    complaints_that_came_back_are_overdue_as_in_their_queue,
);

async fn part(app: &App, manager: &str, page: &str, case: &str) {
    app.posts(manager, &format!("{page}/evidence"), &format!("kind=case&id={case}")).await;
}

async fn a_case_stays_with_the_initiatives_that_it_leads_to(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let case = app.complains("r1", "sara@example.com").await.id;
    let begin =
        async |title: &str| app.posts(&manager, "/act/initiatives/new", &format!("title={title}&case={case}")).await;
    let (bins, lids) = (begin("Bins").await, begin("Lids").await);
    let other = app.posts(&manager, "/act/initiatives/new", "title=Soup").await;

    // It never led there.
    part(&app, &manager, &other, &case).await;
    assert!(app.case(&case).await.initiative_at.is_some());
    // It leads to the other one still.
    part(&app, &manager, &bins, &case).await;
    assert!(app.case(&case).await.initiative_at.is_some());
    assert!(app.get(&manager, &lids).await.contains(&case) && !app.get(&manager, &bins).await.contains(&case));
    part(&app, &manager, &lids, &case).await;
    assert!(app.case(&case).await.initiative_at.is_none());
}

async fn complaints_that_came_back_are_overdue_as_in_their_queue(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    for (n, customer) in ["sara", "bob", "lina"].into_iter().enumerate() {
        app.complains(&format!("r{n}"), customer).await;
    }
    let count = async || {
        let page = app.get(&manager, "/act/initiatives/review").await.replace(['\u{2068}', '\u{2069}'], "");
        let rest = page.split("Complaints that are overdue <span class=\"note\">").nth(1).map(str::to_owned);
        rest.and_then(|rest| rest.split('<').next().map(str::to_owned)).expect("the agenda counts them")
    };
    assert_eq!(count().await, "0");
    // One waits, one was answered, and one was answered and its customer is back.
    db.execute("UPDATE cases SET due_at = 1").await;
    assert_eq!(count().await, "3");
    db.execute("UPDATE cases SET answered_at = 2 WHERE contact_id IN (SELECT id FROM contacts WHERE key <> 'sara')")
        .await;
    assert_eq!(count().await, "1");
    db.execute("UPDATE cases SET again_at = 3 WHERE contact_id IN (SELECT id FROM contacts WHERE key = 'bob')").await;
    assert_eq!(count().await, "2");
    let queue = app.get(&manager, "/act?which=overdue").await;
    assert_eq!(queue.matches("The bins smell").count(), 2, "{queue}");
}
