//! Who may change whom, and that a workspace never loses its last owner.

use kernel::Role;
use testkit::Db;

use crate::harness::app;

testkit::on_both!(
    an_admin_manages_members_but_no_owner,
    the_last_owner_stays,
    a_changed_role_signs_in_anew,
    who_is_shut_out_is_out_at_once,
    another_workspaces_member_is_nobody,
);

async fn an_admin_manages_members_but_no_owner(db: Db) {
    let app = app(&db).await;
    let (admin, me) = app.signed_in(Role::Admin).await;
    let (_, owner) = app.signed_in(Role::Owner).await;
    let (_, agent) = app.signed_in(Role::Agent).await;
    for act in ["disable", "link", "enable"] {
        admin.post(&format!("/settings/members/{owner}/{act}"), &[]).await.refuses("Only an owner");
    }
    admin.post(&format!("/settings/members/{owner}/role"), &[("role", "viewer")]).await.refuses("Only an owner");
    for id in [&agent, &me] {
        admin.post(&format!("/settings/members/{id}/role"), &[("role", "owner")]).await.refuses("Only an owner");
    }
    admin.post("/settings/members/invite", &[("role", "owner")]).await.refuses("Only an owner");
    admin.post("/settings/members/invite", &[("role", "emperor")]).await.refuses("Choose one from the list");
    admin.post(&format!("/settings/members/{agent}/role"), &[("role", "emperor")]).await.refuses("Choose one");
    admin.post(&format!("/settings/members/{me}/disable"), &[]).await.refuses("cannot shut yourself out");
    assert_eq!((app.member(&owner).await.role(), app.member(&agent).await.role()), (Role::Owner, Role::Agent));

    let link = admin.post(&format!("/settings/members/{agent}/link"), &[]).await.start_link();
    app.browser().post(&link, &[]).await.leads_to("/");
    admin.post(&format!("/settings/members/{agent}/role"), &[("role", "manager")]).await.leads_to("/settings/members");
    assert_eq!(app.member(&agent).await.role(), Role::Manager);
    assert_eq!(app.actions().await[..2], ["member.role", "member.sign_in"]);
}

async fn the_last_owner_stays(db: Db) {
    let app = app(&db).await;
    let (first, one) = app.signed_in(Role::Owner).await;
    let role = |id: &kernel::MemberId| format!("/settings/members/{id}/role");
    first.post(&role(&one), &[("role", "admin")]).await.refuses("at least one owner");
    let (second, two) = app.signed_in(Role::Owner).await;
    // A disabled owner does not count as one.
    first.post(&format!("/settings/members/{two}/disable"), &[]).await.leads_to("/settings/members");
    first.post(&role(&one), &[("role", "admin")]).await.refuses("at least one owner");
    first.post(&format!("/settings/members/{two}/enable"), &[]).await.leads_to("/settings/members");
    assert!(!second.is_in().await);

    // Two owners who demote each other at once: one of them stays.
    let second = app.as_member(&two).await;
    let (demote_two, demote_one) = (role(&two), role(&one));
    let (a, b) =
        tokio::join!(first.post(&demote_two, &[("role", "viewer")]), second.post(&demote_one, &[("role", "viewer")]));
    let owners = app.store.members(app.ws).await.unwrap().into_iter().filter(|m| m.role() == Role::Owner).count();
    assert_eq!(owners, 1, "{} {}", a.status, b.status);
}

async fn a_changed_role_signs_in_anew(db: Db) {
    let app = app(&db).await;
    let (owner, _) = app.signed_in(Role::Owner).await;
    let (admin, id) = app.signed_in(Role::Admin).await;
    admin.get("/settings/keys").await.is(200);
    owner.post(&format!("/settings/members/{id}/role"), &[("role", "viewer")]).await.leads_to("/settings/members");
    admin.get("/settings/keys").await.leads_to("/login?to=%2Fsettings%2Fkeys");
    app.as_member(&id).await.get("/settings/keys").await.is(403);
}

async fn who_is_shut_out_is_out_at_once(db: Db) {
    let app = app(&db).await;
    let (owner, _) = app.signed_in(Role::Owner).await;
    let (agent, id) = app.signed_in(Role::Agent).await;
    owner.post(&format!("/settings/members/{id}/disable"), &[]).await.leads_to("/settings/members");
    assert!(!agent.is_in().await);
    let page = owner.get("/settings/members").await;
    page.shows("shut out");
    // The way back is offered with the message.
    page.shows(&format!("/settings/members/{id}/enable"));
    owner.post(&format!("/settings/members/{id}/link"), &[]).await.refuses("shut out");
    owner.post(&format!("/settings/members/{id}/enable"), &[]).await.leads_to("/settings/members");
    assert!(!agent.is_in().await, "sessions do not come back");
    assert!(app.as_member(&id).await.is_in().await);
}

async fn another_workspaces_member_is_nobody(db: Db) {
    let app = app(&db).await;
    let (owner, _) = app.signed_in(Role::Owner).await;
    let txn = app.store.write().await.unwrap();
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.unwrap();
    txn.commit().await.unwrap();
    let stranger = testkit::member(&app.store, other, Role::Viewer).await;
    for act in ["role", "disable", "enable", "link"] {
        owner.post(&format!("/settings/members/{stranger}/{act}"), &[("role", "agent")]).await.is(404);
        owner.post(&format!("/settings/members/mem_nobody/{act}"), &[("role", "agent")]).await.is(404);
    }
    let stranger = app.store.member(other, &stranger).await.unwrap().unwrap();
    assert!(stranger.disabled_at.is_none());
    assert!(!owner.get("/settings/members").await.body.contains(&stranger.email));
}
