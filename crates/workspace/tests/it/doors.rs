//! Ways in: the first owner, log-in, one-time links, invitations, and everything that shuts them.

use kernel::time::{DAY, MINUTE};
use kernel::{Locale, Role};
use sea_orm::EntityTrait;
use store::members::NewMember;
use store::tickets::{self, Purpose};
use store::workspaces::{self, NewWorkspace};
use testkit::Db;
use workspace::{Cost, Passwords, members};

use crate::harness::{App, PASSWORD, app};

testkit::on_both!(
    the_first_owner_claims_an_empty_installation,
    a_password_opens_the_door_and_a_wrong_one_does_not,
    a_log_in_makes_a_new_session_and_ends_the_old_one,
    log_out_ends_the_session_on_the_server,
    a_one_time_link_works_once,
    an_invitation_is_bound_to_its_address,
    of_many_who_press_at_once_one_gets_in,
    one_password_in_two_workspaces_is_asked_which,
);
testkit::on_sqlite!(
    guessing_is_slowed_down,
    a_link_dies_with_time_and_with_its_member,
    preferences_stay_on_this_server
);

const OWNER: [(&str, &str); 7] = [
    ("name", "Sara Lindqvist"),
    ("email", "Sara@Example.com"),
    ("password", PASSWORD),
    ("title", "Mizban"),
    ("locale", "fa"),
    ("calendar", "persian"),
    ("zone", "Asia/Tehran"),
];

async fn the_first_owner_claims_an_empty_installation(db: Db) {
    let app = app(&db).await;
    let older = members::first_owner_ticket(&app.store, app.ws).await.unwrap().unwrap();
    let link = format!("/start/{}", workspace::first_owner_ticket(&app.store, app.ws).await.unwrap().unwrap());
    let browser = app.browser();
    browser.get("/login").await.shows("Open the link that the server printed");
    browser.get(&format!("/start/{older}")).await.is(410);
    // Scanners look at links: looking changes nothing.
    browser.get(&link).await.shows("You are the first");
    browser.get(&link).await.shows("Europe/London");

    let mut weak = OWNER;
    weak[2].1 = "1234567890";
    weak[6].1 = "Mars/Base";
    let page = browser.post(&link, &weak).await;
    page.refuses("among the first that somebody would try");
    page.refuses("Choose one from the list");
    assert!(!page.body.contains("1234567890"), "a password never comes back");
    assert!(app.store.members(app.ws).await.unwrap().is_empty());

    browser.post(&link, &OWNER).await.leads_to("/");
    assert!(browser.is_in().await);
    let owner = app.by_email("sara@example.com").await.unwrap();
    assert_eq!((owner.role(), owner.locale.as_str()), (Role::Owner, "fa"));
    assert!(!owner.password.unwrap().contains(PASSWORD));
    let workspace = app.store.workspace(app.ws).await.unwrap().unwrap();
    assert_eq!(
        (workspace.title.as_str(), workspace.zone.as_str(), workspace.calendar.as_str()),
        ("Mizban", "Asia/Tehran", "persian")
    );
    assert_eq!(workspace.languages(), ["fa", "en", "ar", "sv"]);
    assert_eq!(app.actions().await, ["member.sign_in", "workspace.claim"]);

    // Dead after use, for the next one to try, and none is made any more.
    app.browser().post(&link, &OWNER).await.is(410);
    assert_eq!(members::first_owner_ticket(&app.store, app.ws).await.unwrap(), None);
    let txn = app.store.write().await.unwrap();
    let forged = tickets::issue(&txn, app.ws, &Purpose::Owner).await.unwrap();
    txn.commit().await.unwrap();
    app.browser().get(&format!("/start/{forged}")).await.is(410);
    app.browser().post(&format!("/start/{forged}"), &OWNER).await.is(410);
    assert_eq!(app.store.members(app.ws).await.unwrap().len(), 1);
}

async fn a_password_opens_the_door_and_a_wrong_one_does_not(db: Db) {
    let app = app(&db).await;
    let member = app.with_password(Role::Agent).await;
    let browser = app.browser();
    let wrong = browser.post("/login", &[("email", &member.email), ("password", "something else")]).await;
    wrong.refuses("do not fit together");
    let unknown = browser.post("/login", &[("email", "nobody@example.com"), ("password", PASSWORD)]).await;
    // Nothing but what was typed tells a wrong password from an unknown address.
    assert_eq!(wrong.body.replace(&member.email, "x"), unknown.body.replace("nobody@example.com", "x"));
    assert!(browser.session().is_none());
    // A member without a password has none that fits.
    let by_link = testkit::member(&app.store, app.ws, Role::Admin).await;
    let by_link = app.member(&by_link).await;
    browser.post("/login", &[("email", &by_link.email), ("password", "")]).await.refuses("do not fit together");

    let onward = [("email", member.email.as_str()), ("password", PASSWORD), ("to", "/settings/me?x=1")];
    browser.post("/login", &onward).await.leads_to("/settings/me?x=1");
    browser.get("/settings/me").await.shows(&member.email);
    browser.get("/login?to=/act").await.leads_to("/act");
    for elsewhere in ["//evil.example/x", "https://evil.example", "/\\evil.example"] {
        let fields = [("email", member.email.as_str()), ("password", PASSWORD), ("to", elsewhere)];
        app.browser().post("/login", &fields).await.leads_to("/");
    }
}

async fn a_log_in_makes_a_new_session_and_ends_the_old_one(db: Db) {
    let app = app(&db).await;
    let member = app.with_password(Role::Viewer).await;
    let browser = app.as_member(&member.id()).await;
    let old = browser.session().unwrap();
    browser.post("/login", &[("email", &member.email), ("password", PASSWORD)]).await.leads_to("/");
    assert_ne!(browser.session().unwrap(), old);
    assert!(app.store.session(&old).await.unwrap().is_none());
    // A session that somebody planted in the browser does not become a signed-in one.
    let planted = app.browser();
    planted.cookies.borrow_mut().insert("nabz".into(), "planted".into());
    planted.post("/login", &[("email", &member.email), ("password", PASSWORD)]).await.leads_to("/");
    assert_ne!(planted.session().as_deref(), Some("planted"));
}

async fn log_out_ends_the_session_on_the_server(db: Db) {
    let app = app(&db).await;
    let (browser, _) = app.signed_in(Role::Viewer).await;
    let secret = browser.session().unwrap();
    browser.post("/logout", &[]).await.leads_to("/login");
    assert!(browser.session().is_none());
    browser.cookies.borrow_mut().insert("nabz".into(), secret);
    browser.get("/settings/me").await.leads_to("/login?to=%2Fsettings%2Fme");
    app.browser().post("/logout", &[]).await.leads_to("/login");
}

async fn a_one_time_link_works_once(db: Db) {
    let app = app(&db).await;
    let secret = members::add(&app.store, app.ws, " New@Example.com ", Role::Manager, "Reza  Karimi").await.unwrap();
    let link = format!("/start/{secret}");
    let browser = app.browser();
    browser.get(&link).await.shows("Reza Karimi");
    browser.get(&link).await.shows("new@example.com");
    browser.post(&link, &[("password", "short")]).await.refuses("At least");
    browser.post(&link, &[("password", "")]).await.leads_to("/");
    assert!(browser.is_in().await);
    assert!(app.by_email("new@example.com").await.unwrap().password.is_none());
    app.browser().post(&link, &[]).await.is(410);
    app.browser().get(&link).await.is(410);

    // With a new password at the same time, all else ends: sessions and links.
    let second = members::link(&app.store, app.ws, "NEW@example.com").await.unwrap();
    let third = members::link(&app.store, app.ws, "new@example.com").await.unwrap();
    app.browser().get(&format!("/start/{second}")).await.is(410);
    let elsewhere = app.browser();
    elsewhere.post(&format!("/start/{third}"), &[("password", PASSWORD)]).await.leads_to("/");
    assert!(elsewhere.is_in().await);
    assert!(!browser.is_in().await);
    let again = app.browser();
    again.post("/login", &[("email", "new@example.com"), ("password", PASSWORD)]).await.leads_to("/");

    // The command line hears exact reasons.
    let taken = members::add(&app.store, app.ws, "new@example.com", Role::Viewer, "X").await.unwrap_err();
    assert!(matches!(taken, kernel::Error::Refused(refusal) if refusal.code == "email_taken"));
    let bad = members::add(&app.store, app.ws, "new.example.com", Role::Viewer, "X").await.unwrap_err();
    assert!(matches!(bad, kernel::Error::Refused(refusal) if refusal.code == "email_invalid"));
    let missing = members::link(&app.store, app.ws, "nobody@example.com").await.unwrap_err();
    assert!(matches!(missing, kernel::Error::NotFound("member")));
}

async fn an_invitation_is_bound_to_its_address(db: Db) {
    let app = app(&db).await;
    let (admin, _) = app.signed_in(Role::Admin).await;
    let made = admin.post("/settings/members/invite", &[("email", "Huda@Example.com"), ("role", "agent")]).await;
    made.shows("shown only now");
    let link = made.start_link();
    assert!(!admin.get("/settings/members").await.body.contains("/start/"), "a link is shown once");
    let guest = app.browser();
    guest.get(&link).await.shows("huda@example.com");
    guest.post(&link, &[("name", ""), ("password", PASSWORD)]).await.is(422);
    // The form cannot choose another address, role or workspace.
    let fields = [
        ("name", "Huda"),
        ("password", PASSWORD),
        ("email", "boss@example.com"),
        ("role", "owner"),
        ("workspace_id", "9"),
    ];
    guest.post(&link, &fields).await.leads_to("/");
    let huda = app.by_email("huda@example.com").await.unwrap();
    assert_eq!(huda.role(), Role::Agent);
    assert!(app.by_email("boss@example.com").await.is_none());
    guest.get("/settings/members").await.is(403);
    app.browser().post(&link, &fields).await.is(410);

    // An open one asks for the address; one that is taken does not use the link up.
    let link = admin.post("/settings/members/invite", &[("email", ""), ("role", "viewer")]).await.start_link();
    let guest = app.browser();
    let taken = [("name", "Jonas"), ("email", "huda@example.com"), ("password", PASSWORD)];
    guest.post(&link, &taken).await.refuses("already");
    let free = [("name", "Jonas"), ("email", "jonas@example.com"), ("password", PASSWORD)];
    guest.post(&link, &free).await.leads_to("/");
    assert_eq!(app.by_email("jonas@example.com").await.unwrap().role(), Role::Viewer);

    // Taken back, it opens nothing; and a stranger's invitation cannot be taken back.
    let link = admin.post("/settings/members/invite", &[("role", "viewer")]).await.start_link();
    let id = store::sessions::hash(link.trim_start_matches("/start/"));
    let (other, _) = other_workspace(&app).await;
    other.post(&format!("/settings/members/invites/{id}/withdraw"), &[]).await.is(404);
    app.browser().get(&link).await.shows("You are invited");
    admin.post(&format!("/settings/members/invites/{id}/withdraw"), &[]).await.leads_to("/settings/members");
    app.browser().get(&link).await.is(410);
}

/// A browser of the owner of a second workspace.
async fn other_workspace(app: &App) -> (crate::harness::Browser<'_>, kernel::WorkspaceId) {
    let txn = app.store.write().await.unwrap();
    let new = NewWorkspace { name: "other", title: "Other", ..NewWorkspace::default() };
    let ws = workspaces::add(&txn, &new).await.unwrap();
    txn.commit().await.unwrap();
    let id = testkit::member(&app.store, ws, Role::Owner).await;
    let txn = app.store.write().await.unwrap();
    let secret = store::sessions::open(&txn, ws, &id).await.unwrap();
    txn.commit().await.unwrap();
    let browser = app.browser();
    browser.cookies.borrow_mut().insert("nabz".into(), secret);
    (browser, ws)
}

async fn of_many_who_press_at_once_one_gets_in(db: Db) {
    let app = app(&db).await;
    let (admin, _) = app.signed_in(Role::Admin).await;
    let link = admin.post("/settings/members/invite", &[("role", "viewer")]).await.start_link();
    let guests: Vec<_> = (0..20).map(|_| app.browser()).collect();
    let emails: Vec<String> = (0..20).map(|n| format!("guest{n}@example.com")).collect();
    let mut pending = Vec::new();
    for (guest, email) in guests.iter().zip(&emails) {
        let link = &link;
        pending.push(async move {
            guest.post(link, &[("name", "Guest"), ("email", email), ("password", PASSWORD)]).await.status.as_u16()
        });
    }
    let mut outcomes = join_all(pending).await;
    outcomes.sort_unstable();
    assert_eq!(outcomes[0], 303);
    assert!(outcomes[1..].iter().all(|status| *status == 410), "{outcomes:?}");
    assert_eq!(app.store.members(app.ws).await.unwrap().len(), 2);
    assert_eq!(app.actions().await, ["member.sign_in", "member.join", "member.invite"]);
}

/// Polls all at once on this task.
async fn join_all<T>(futures: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut futures: Vec<_> = futures.into_iter().map(|f| (Box::pin(f), None)).collect();
    std::future::poll_fn(|cx| {
        for (future, done) in &mut futures {
            if done.is_none()
                && let std::task::Poll::Ready(value) = future.as_mut().poll(cx)
            {
                *done = Some(value);
            }
        }
        if futures.iter().all(|(_, done)| done.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    futures.into_iter().filter_map(|(_, done)| done).collect()
}

async fn one_password_in_two_workspaces_is_asked_which(db: Db) {
    let app = app(&db).await;
    let member = app.with_password(Role::Agent).await;
    let (_, other) = other_workspace(&app).await;
    let hash = Passwords::new(Cost::CHEAP).hash(PASSWORD, [2; 16]).await.unwrap();
    let txn = app.store.write().await.unwrap();
    let twin =
        NewMember { email: &member.email, name: "Twin", role: Role::Viewer, locale: Locale::En, password: Some(hash) };
    store::members::add(&txn, other, twin).await.unwrap();
    txn.commit().await.unwrap();

    let browser = app.browser();
    let choice =
        browser.post("/login", &[("email", &member.email), ("password", PASSWORD), ("to", "/settings/me")]).await;
    choice.shows("Which workspace?");
    assert!(browser.session().is_none());
    let doors: Vec<String> = choice
        .body
        .split("action=\"")
        .filter(|part| part.starts_with("/start/"))
        .map(|part| part.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(doors.len(), 2);
    browser.post(&doors[0], &[("to", "/settings/me")]).await.leads_to("/settings/me");
    browser.get("/settings/me").await.shows(&member.email);
    app.clock.advance(6 * MINUTE);
    app.browser().post(&doors[1], &[]).await.is(410);
}

async fn guessing_is_slowed_down(db: Db) {
    let app = app(&db).await;
    let member = app.with_password(Role::Agent).await;
    let guess = [("email", member.email.as_str()), ("password", "guess")];
    for _ in 0..10 {
        app.browser().post("/login", &guess).await.is(422);
    }
    app.browser().post("/login", &guess).await.is(429);
    // The right password has to wait too, or the limit would tell which one it is.
    let right = [("email", member.email.as_str()), ("password", PASSWORD)];
    app.browser().post("/login", &right).await.is(429);
    app.clock.advance(MINUTE);
    app.browser().post("/login", &right).await.leads_to("/");
    // Many addresses from one network are slowed down as well.
    let mut refused = 0;
    for n in 0..60 {
        let email = format!("n{n}@example.com");
        refused += u32::from(app.browser().post("/login", &[("email", &email), ("password", "x")]).await.status == 429);
    }
    assert!(refused >= 10, "{refused}");
}

async fn a_link_dies_with_time_and_with_its_member(db: Db) {
    let app = app(&db).await;
    let (admin, _) = app.signed_in(Role::Owner).await;
    let secret = members::add(&app.store, app.ws, "reza@example.com", Role::Viewer, "Reza").await.unwrap();
    let link = format!("/start/{secret}");
    let reza = app.by_email("reza@example.com").await.unwrap();
    admin.post(&format!("/settings/members/{}/disable", reza.id), &[]).await.leads_to("/settings/members");
    app.browser().post(&link, &[]).await.is(410);
    let off = members::link(&app.store, app.ws, "reza@example.com").await.unwrap_err();
    assert!(matches!(off, kernel::Error::Refused(refusal) if refusal.code == "member_disabled"));
    admin.post(&format!("/settings/members/{}/enable", reza.id), &[]).await.leads_to("/settings/members");
    // What was shut stays shut: the old link does not come back to life.
    app.browser().post(&link, &[]).await.is(410);
    let link = format!("/start/{}", members::link(&app.store, app.ws, "reza@example.com").await.unwrap());
    app.clock.advance(7 * DAY - MINUTE);
    app.browser().get(&link).await.shows("Log in as");
    app.clock.advance(2 * MINUTE);
    app.browser().get(&link).await.is(410);
    app.browser().post(&link, &[]).await.is(410);
    app.browser().get("/start/nonsense").await.is(410);

    let kept = store::entity::ticket::Entity::find().all(app.store.reads()).await.unwrap().len();
    let gone = workspace::prune(&app.store, app.clock.now()).await.unwrap();
    assert_eq!((gone.tickets as usize, gone.sessions), (kept, 0));
    app.clock.advance(8 * DAY);
    assert_eq!(workspace::prune(&app.store, app.clock.now()).await.unwrap().sessions, 1);
    assert!(!admin.is_in().await);
}

async fn preferences_stay_on_this_server(db: Db) {
    let app = app(&db).await;
    let guest = app.browser();
    guest.get("/login").await.shows("lang=\"en\"");
    guest.post("/preferences", &[("locale", "fa"), ("back", "/login")]).await.leads_to("/login");
    guest.get("/login").await.shows("dir=\"rtl\"");
    guest.post("/preferences", &[("theme", "dark"), ("back", "//evil.example")]).await.leads_to("/");
    guest.get("/login").await.shows("data-theme=\"dark\"");
    guest.post("/preferences", &[("locale", "xx"), ("theme", "<script>")]).await.leads_to("/");
    let page = guest.get("/login").await;
    page.shows("dir=\"rtl\"");
    assert!(!page.body.contains("<script>"));

    let (member, id) = app.signed_in(Role::Viewer).await;
    member.post("/preferences", &[("locale", "sv"), ("back", "/settings/me")]).await.leads_to("/settings/me");
    assert_eq!(app.member(&id).await.locale, "sv");
    member.get("/settings/me").await.shows("Din profil");
}
