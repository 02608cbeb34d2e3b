//! Workspace, teams, keys, audit log.

use kernel::Role;
use kernel::time::MINUTE;
use serde_json::json;
use store::audit::{self, Deed};
use store::keys::Scope;
use testkit::Db;
use workspace::keys;

use crate::harness::app;

testkit::on_both!(
    a_key_is_shown_once_and_revoked,
    teams_are_made_renamed_and_filled,
    the_workspace_counts_days_where_it_is,
    who_sees_personal_data_is_a_setting,
    the_audit_log_is_paged,
);

async fn a_key_is_shown_once_and_revoked(db: Db) {
    let app = app(&db).await;
    let (admin, _) = app.signed_in(Role::Admin).await;
    admin.get("/settings/keys").await.shows("No keys yet");
    admin.post("/settings/keys", &[("name", ""), ("scope", "everything")]).await.refuses("Choose one from the list");
    let made = admin.post("/settings/keys", &[("name", "till <b>"), ("scope", "responses")]).await;
    made.shows("never shown again");
    let at = made.body.find("value=\"nabz_").unwrap() + "value=\"".len();
    let secret = made.body[at..].split('"').next().unwrap().to_owned();
    let key = app.store.key(&secret).await.unwrap().unwrap();
    assert_eq!((key.scope.as_str(), key.workspace_id), ("responses", app.ws.0));
    let page = admin.get("/settings/keys").await;
    page.shows("till &lt;b&gt;");
    assert!(!page.body.contains(&secret));

    admin.post(&format!("/settings/keys/{}/revoke", key.id), &[]).await.leads_to("/settings/keys");
    assert!(app.store.key(&secret).await.unwrap().is_none());
    admin.post(&format!("/settings/keys/{}/revoke", key.id), &[]).await.is(404);
    admin.post(&format!("/settings/keys/{}/restore", key.id), &[]).await.leads_to("/settings/keys");
    assert!(app.store.key(&secret).await.unwrap().is_some());
    admin.post(&format!("/settings/keys/{}/revoke", key.id), &[]).await.leads_to("/settings/keys");
    app.clock.advance(11 * MINUTE);
    admin.post(&format!("/settings/keys/{}/restore", key.id), &[]).await.is(404);
    assert!(app.store.key(&secret).await.unwrap().is_none());

    let secret = keys::add(&app.store, app.ws, "cli", Scope::Read).await.unwrap();
    let key = app.store.key(&secret).await.unwrap().unwrap();
    assert_eq!(key.scope, "read");
    let nameless = keys::add(&app.store, app.ws, " ", Scope::Read).await.unwrap_err();
    assert!(matches!(nameless, kernel::Error::Refused(refusal) if refusal.code == "required"));

    // Another workspace's key is none.
    let txn = app.store.write().await.unwrap();
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.unwrap();
    txn.commit().await.unwrap();
    let secret = keys::add(&app.store, other, "theirs", Scope::All).await.unwrap();
    let theirs = app.store.key(&secret).await.unwrap().unwrap();
    admin.post(&format!("/settings/keys/{}/revoke", theirs.id), &[]).await.is(404);
    assert!(app.store.key(&secret).await.unwrap().is_some());
    assert!(!admin.get("/settings/keys").await.body.contains("theirs"));
}

async fn teams_are_made_renamed_and_filled(db: Db) {
    let app = app(&db).await;
    let (admin, _) = app.signed_in(Role::Admin).await;
    let (_, agent) = app.signed_in(Role::Agent).await;
    admin.get("/settings/teams").await.shows("No teams yet");
    admin.post("/settings/teams", &[("name", "Malmö")]).await.leads_to("/settings/teams");
    admin.post("/settings/teams", &[("name", "Malmö")]).await.refuses("Another team has this name");
    admin.post("/settings/teams", &[("name", " ")]).await.is(422);
    let page = admin.get("/settings/teams").await;
    let at = page.body.find("/settings/teams/team_").unwrap();
    let path = page.body[at..].split('"').next().unwrap().to_owned();
    admin.post(&path, &[("name", "Malmö Torget"), ("member", agent.as_str())]).await.leads_to("/settings/teams");
    let page = admin.get("/settings/teams").await;
    page.shows("Malmö Torget");
    page.shows("\u{2068}1\u{2069} person");
    let page = admin.post(&path, &[("name", "x"), ("member", "mem_nobody")]).await;
    page.is(404);
    admin.get("/settings/teams").await.shows("\u{2068}1\u{2069} person");
    admin.post(&path, &[("name", "Malmö Torget")]).await.leads_to("/settings/teams");
    admin.get("/settings/teams").await.shows("\u{2068}0\u{2069} people");
    admin.post("/settings/teams/team_other", &[("name", "x")]).await.is(404);
}

async fn the_workspace_counts_days_where_it_is(db: Db) {
    let app = app(&db).await;
    let (admin, _) = app.signed_in(Role::Admin).await;
    let good = [
        ("title", "Mizban"),
        ("zone", "Asia/Tehran"),
        ("calendar", "persian"),
        ("language", "fa"),
        ("languages", "en"),
        ("languages", "fa"),
    ];
    for (at, value) in [(1, "Mars/Base"), (2, "maya"), (3, "tlh"), (4, "xx"), (0, "")] {
        let mut bad = good;
        bad[at].1 = value;
        admin.post("/settings/workspace", &bad).await.is(422);
    }
    admin.post("/settings/workspace", &good).await.leads_to("/settings/workspace");
    let workspace = app.store.workspace(app.ws).await.unwrap().unwrap();
    assert_eq!((workspace.title.as_str(), workspace.zone.as_str()), ("Mizban", "Asia/Tehran"));
    assert_eq!(workspace.languages(), ["fa", "en"]);
    let page = admin.get("/settings/workspace").await;
    page.shows("<option value=\"Asia/Tehran\" selected>");
    // 09:30 in UTC is past one in Tehran.
    admin.get("/").await.shows("Good afternoon");
    assert_eq!(app.actions().await, ["workspace.save"]);
}

async fn who_sees_personal_data_is_a_setting(db: Db) {
    let app = app(&db).await;
    let (admin, _) = app.signed_in(Role::Admin).await;
    let (manager, _) = app.signed_in(Role::Manager).await;
    let page = admin.get("/settings/workspace").await;
    page.shows("<option value=\"manager\" selected>Managers and above");
    page.shows("<option value=\"admin\" selected>Administrators");
    let form = [("title", "Mizban"), ("zone", "UTC"), ("calendar", "gregorian"), ("language", "en")];
    let said = |shown, exported| [&form[..], &[("personal_shown", shown), ("personal_exported", exported)]].concat();
    admin.post("/settings/workspace", &said("nobody", "manager")).await.leads_to("/settings/workspace");
    let rule = async || {
        let workspace = app.store.workspace(app.ws).await.unwrap().unwrap();
        (workspace.personal_shown, workspace.personal_exported)
    };
    assert_eq!(rule().await, ("nobody".to_owned(), "manager".to_owned()));
    // A form without them leaves them, and one with another word is refused.
    admin.post("/settings/workspace", &form).await.leads_to("/settings/workspace");
    admin.post("/settings/workspace", &said("everybody", "manager")).await.refuses("Choose one from the list");
    assert_eq!(rule().await, ("nobody".to_owned(), "manager".to_owned()));
    manager.post("/settings/workspace", &said("viewer", "agent")).await.is(403);
}

async fn the_audit_log_is_paged(db: Db) {
    let app = app(&db).await;
    let (admin, id) = app.signed_in(Role::Admin).await;
    admin.get("/settings/audit").await.shows("Nothing yet");
    let txn = app.store.write().await.unwrap();
    for n in 0..60 {
        let action = if n == 59 { "unheard.of" } else { "member.role" };
        let deed = Deed { actor: "cli", action, subject: id.as_str(), detail: json!({ "role": "agent" }) };
        audit::note(&txn, app.ws, deed).await.unwrap();
    }
    txn.commit().await.unwrap();
    let first = admin.get("/settings/audit").await;
    first.shows("changed a role to agent");
    first.shows("command line");
    first.shows(">unheard.of<");
    assert_eq!(first.body.matches("<tr>").count(), 51);
    first.shows("/settings/audit?before=11");
    let second = admin.get("/settings/audit?before=11").await;
    assert_eq!(second.body.matches("<tr>").count(), 11);
    assert!(!second.body.contains("rel=\"next\""));
    admin.get("/settings/audit?before=x").await.is(422);
}
