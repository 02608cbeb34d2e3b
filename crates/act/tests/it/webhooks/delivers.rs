//! What is told, signed, tried again and given up.

use kernel::Role;
use kernel::time::{DAY, HOUR, MINUTE, SECOND};
use serde_json::Value;
use testkit::{Db, Receiver};

use super::{courier, deliveries, drain, endpoint, row, verify};
use crate::app;

testkit::on_both!(
    each_change_of_a_case_is_told_once_and_signed,
    each_change_of_an_initiative_is_told,
    texts_go_only_where_they_are_wanted,
    what_fails_is_tried_again_and_then_given_up,
    both_secrets_sign_for_a_day,
    gone_switches_off_and_days_of_failure_do,
    private_addresses_are_refused_whenever_they_show,
    a_dead_receiver_delays_nobody,
    old_deliveries_go,
);

async fn each_change_of_a_case_is_told_once_and_signed(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (me, agent) = app.joins(Role::Agent).await;
    let (_, secret) = endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    let case = app.complains("r1", "a@x.example").await.id;
    again(&app, "r2", "a@x.example").await;
    let at = |what: &str| format!("/act/cases/{case}/{what}");
    app.post(&agent, &at("assign"), &[("owner", me.as_str()), ("priority", "3")]).await;
    app.post(&agent, &at("notes"), &[("text", "She called, too")]).await;
    let reply = [("address", "a@x.example"), ("subject", "Bins"), ("text", "They are emptied"), ("language", "en")];
    app.post(&agent, &at("answer"), &[]).await;
    app.post(&agent, &at("unanswer"), &[]).await;
    app.post(&agent, &at("reply"), &reply).await;
    app.post(&agent, &at("close"), &[("outcome", "solved"), ("root_cause", "bins")]).await;
    app.post(&agent, &at("reopen"), &[]).await;
    drain(&courier(&app, &receiver)).await;

    let heard = receiver.heard();
    let bodies: Vec<Value> = heard.iter().map(|hook| serde_json::from_str(&hook.body).expect("JSON")).collect();
    let mut told: Vec<&str> = bodies.iter().filter_map(|body| body["type"].as_str()).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            "case.answered",
            "case.assigned",
            "case.closed",
            "case.noted",
            "case.opened",
            "case.priority_changed",
            "case.reopened",
            "case.replied",
            "case.signal_added",
            "case.unanswered",
        ]
    );
    for (hook, body) in heard.iter().zip(&bodies) {
        assert_eq!((hook.host.as_str(), hook.path.as_str()), ("office.example", "/ok"));
        assert_eq!(body["data"]["case"]["id"], case.as_str());
        assert!(body["data"].get("texts").is_none() && !hook.body.contains("bins") && !hook.body.contains("a@x."));
        assert!(hook.body.len() < 20_000 && !hook.id.contains('.'), "{hook:?}");
    }
    let closed = bodies.iter().find(|body| body["type"] == "case.closed").expect("it was closed");
    assert_eq!(closed["data"]["case"]["outcome"], "solved");
    assert_eq!(closed["data"]["by"], me.as_str());
    assert_eq!(verify(&secret, &heard), Vec::<String>::new());
    let mut changed = heard.clone();
    for hook in &mut changed {
        hook.body.push(' ');
    }
    assert_eq!(verify(&secret, &changed).len(), heard.len(), "the control: what was changed is refused");
}

/// A further complaint of a customer whose case is open.
async fn again(app: &crate::App, id: &str, customer: &str) {
    let mut signal = testkit::response(id, 2);
    signal.occurred_at = app.store.env().now();
    signal.contact = Some(customer.to_owned());
    app.append(signal).await;
}

async fn each_change_of_an_initiative_is_told(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let manager = app.signs_in(Role::Manager).await;
    endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    let case = app.complains("r1", "a@x.example").await.id;
    let form = [("title", "Bins twice a day"), ("case", case.as_str())];
    let (_, to, page) = app.post(&manager, "/act/initiatives/new", &form).await;
    assert!(to.starts_with("/act/initiatives/ini_"), "{to} {page}");
    app.post(&manager, &format!("{to}/tasks"), &[("title", "Buy bags")]).await;
    app.post(&manager, &format!("{to}/state"), &[("to", "doing")]).await;
    app.post(&manager, &format!("{to}/state"), &[("to", "done"), ("starts_on", "2026-11-01")]).await;
    drain(&courier(&app, &receiver)).await;
    let bodies: Vec<Value> =
        receiver.heard().iter().map(|hook| serde_json::from_str(&hook.body).expect("JSON")).collect();
    let of =
        |kind: &str| bodies.iter().find(|body| body["type"] == kind).unwrap_or_else(|| panic!("{kind}: {bodies:?}"));
    let id = to.trim_start_matches("/act/initiatives/");
    for kind in ["initiative.created", "initiative.task_changed", "initiative.moved", "initiative.done"] {
        assert_eq!(of(kind)["data"]["initiative"]["id"], id, "{kind}");
    }
    assert_eq!(of("initiative.done")["data"]["initiative"]["state"], "done");
    assert_eq!(of("case.initiative_changed")["data"]["initiative"], id);
}

async fn texts_go_only_where_they_are_wanted(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (_, agent) = app.joins(Role::Agent).await;
    endpoint(&app, &admin, "http://office.example/ok/facts", &[]).await;
    let some = [("which", "some"), ("event", "case.noted"), ("with_texts", "1")];
    // The first `which` of a form counts.
    let form = [&some[..], &[("name", "Texts"), ("url", "http://office.example/ok/texts")]].concat();
    app.post(&admin, "/settings/webhooks", &form).await;
    let case = app.complains("r1", "a@x.example").await.id;
    let note = [("text", "Call sara@example.com about the bins")];
    app.post(&agent, &format!("/act/cases/{case}/notes"), &note).await;
    drain(&courier(&app, &receiver)).await;
    let heard = receiver.heard();
    let of =
        |path: &str| heard.iter().filter(|hook| hook.path == path).map(|hook| hook.body.as_str()).collect::<Vec<_>>();
    assert_eq!(of("/ok/facts").len(), 2, "opened and noted");
    assert!(of("/ok/facts").iter().all(|body| !body.contains("bins")), "{heard:?}");
    let [texts] = of("/ok/texts")[..] else { panic!("one event was chosen: {heard:?}") };
    assert!(texts.contains("about the bins") && texts.contains("The bins smell"), "{texts}");
    assert!(texts.contains("[…]") && !texts.contains("sara@"), "personal data stays here: {texts}");
}

async fn what_fails_is_tried_again_and_then_given_up(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (id, secret) = endpoint(&app, &admin, "http://office.example/no", &[]).await;
    app.complains("r1", "a@x.example").await;
    let courier = courier(&app, &receiver);
    let state = async || deliveries(&app, &id).await.remove(0);
    for (attempt, wait) in [(1, 5), (2, 300), (3, 1_800)] {
        drain(&courier).await;
        let (now, row) = (app.store.env().now().0, state().await);
        assert_eq!((row.state.as_str(), row.attempts, row.status), ("waiting", attempt, Some(400)));
        let waits = row.next_at - now;
        assert!((wait * SECOND..=wait * SECOND * 6 / 5).contains(&waits), "{waits} of {wait} s");
        drain(&courier).await;
        assert_eq!(receiver.heard().len(), attempt as usize, "not before it is due");
        db.clock.advance(wait * SECOND * 6 / 5);
    }
    drain(&courier).await;
    let dead = state().await;
    assert_eq!((dead.state.as_str(), dead.attempts), ("dead", 4));
    assert_eq!(dead.answer.as_deref(), Some("<script>alert(1)</script>"));
    db.clock.advance(10 * DAY);
    drain(&courier).await;
    let heard = receiver.heard();
    assert_eq!(heard.len(), 4);
    assert!(heard.iter().all(|hook| hook.id == dead.id && hook.body == heard[0].body), "the same one");
    assert!(heard[0].timestamp < heard[3].timestamp, "each attempt has its time");
    assert_eq!(verify(&secret, &heard), Vec::<String>::new());

    // Tried again by hand, with the same id, once the receiver is mended; and one page shows what came back, escaped.
    let page = app.get(&admin, &format!("/settings/webhooks/{id}/deliveries/{}", dead.id)).await;
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"), "{page}");
    let fix = [("name", "Back office"), ("url", "http://office.example/ok"), ("which", "all")];
    app.post(&admin, &format!("/settings/webhooks/{id}"), &fix).await;
    app.post(&admin, &format!("/settings/webhooks/{id}/replay"), &[]).await;
    drain(&courier).await;
    assert_eq!(state().await.state, "delivered");
    assert_eq!(receiver.heard().last().map(|hook| (hook.id.clone(), hook.is_taken)), Some((dead.id, true)));

    let (busy, _) = endpoint(&app, &admin, "http://office.example/busy", &[]).await;
    app.complains("r2", "b@x.example").await;
    drain(&courier).await;
    let waits = deliveries(&app, &busy).await[0].next_at - app.store.env().now().0;
    assert_eq!(waits, HOUR, "as Retry-After says");
}

async fn both_secrets_sign_for_a_day(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (id, old) = endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    let stored = row(&app, &id).await.secret;
    assert!(!stored.contains(&old[6..20]), "it is sealed");
    let (_, _, page) = app.post(&admin, &format!("/settings/webhooks/{id}/secret"), &[]).await;
    let text = super::part(&page, "value=\"whsec_", '"');
    let new = format!("whsec_{}", text.replace("&#x2f;", "/").replace("&#x2b;", "+").replace("&#x3d;", "="));
    assert_ne!(old, new);
    let courier = courier(&app, &receiver);
    app.complains("r1", "a@x.example").await;
    drain(&courier).await;
    let heard = receiver.heard();
    assert_eq!((verify(&old, &heard).len(), verify(&new, &heard).len()), (0, 0));
    db.clock.advance(act::webhooks::OVERLAP_MICROS);
    app.complains("r2", "b@x.example").await;
    drain(&courier).await;
    let heard = &receiver.heard()[1..];
    assert_eq!((verify(&old, heard).len(), verify(&new, heard).len()), (1, 0));
    let page = app.get(&admin, &format!("/settings/webhooks/{id}")).await;
    assert!(!page.contains("whsec_"), "it is shown once");
}

async fn gone_switches_off_and_days_of_failure_do(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (gone, _) = endpoint(&app, &admin, "http://office.example/gone", &[]).await;
    let (moved, _) = endpoint(&app, &admin, "http://office.example/moved", &[]).await;
    let courier = courier(&app, &receiver);
    app.complains("r1", "a@x.example").await;
    drain(&courier).await;
    let off = row(&app, &gone).await;
    assert_eq!((off.is_on, off.off_why.as_deref()), (false, Some("gone")));
    let redirected = deliveries(&app, &moved).await.remove(0);
    assert_eq!((redirected.status, redirected.state.as_str()), (Some(302), "waiting"), "a redirect is a failure");
    assert_eq!(receiver.heard().len(), 2, "and nobody followed");
    for n in 0..6 {
        db.clock.advance(DAY + MINUTE);
        app.complains(&format!("later-{n}"), &format!("{n}@x.example")).await;
        drain(&courier).await;
    }
    let off = row(&app, &moved).await;
    assert_eq!((off.is_on, off.off_why.as_deref()), (false, Some("failing")));
    let (before, heard) = (deliveries(&app, &moved).await.len(), receiver.heard().len());
    app.complains("after", "after@x.example").await;
    drain(&courier).await;
    assert_eq!((deliveries(&app, &moved).await.len(), receiver.heard().len()), (before, heard), "it is off");
}

async fn private_addresses_are_refused_whenever_they_show(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    for url in [
        "http://127.0.0.1:8080/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://2130706433/",
        "https://user:pass@example.com/",
        "ftp://example.com/",
        "http://inside.example/hook",
    ] {
        let form = [("name", "x"), ("url", url), ("which", "all")];
        let (status, _, page) = app.post(&admin, "/settings/webhooks", &form).await;
        assert_eq!(status.as_u16(), 422, "{url}");
        assert!(page.contains("f-url-error"), "{url}: {page}");
    }
    // Public when it is saved, private when it is asked.
    let (id, _) = endpoint(&app, &admin, "http://rebinds.example/ok", &[]).await;
    let courier = courier(&app, &receiver);
    app.complains("r1", "a@x.example").await;
    drain(&courier).await;
    assert_eq!(deliveries(&app, &id).await[0].state, "delivered", "this courier sees it public once");
    app.complains("r2", "b@x.example").await;
    drain(&courier).await;
    let refused = deliveries(&app, &id).await.remove(1);
    assert_eq!((refused.state.as_str(), refused.failure.as_deref()), ("waiting", Some("private")));
    assert_eq!(receiver.heard().len(), 1, "nobody knocked");
}

async fn a_dead_receiver_delays_nobody(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (dead, _) = endpoint(&app, &admin, "http://dead.example/dead", &[]).await;
    let (well, _) = endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    for n in 0..40 {
        app.complains(&format!("r{n}"), &format!("{n}@x.example")).await;
    }
    let courier = courier(&app, &receiver);
    let running = tokio::spawn(async move { courier.run().await });
    receiver.has_taken(40).await;
    // The dead one takes a second for each of its four, so none of its answers is there yet but for the first few.
    let waits = deliveries(&app, &dead).await.iter().filter(|row| row.state != "delivered").count();
    running.abort();
    assert_eq!(waits, 40);
    assert!(receiver.heard().iter().filter(|hook| hook.path == "/dead").count() <= 16, "it is asked few at a time");
    assert_eq!(receiver.heard().iter().filter(|hook| hook.is_taken).count(), 40);
    drop(well);
}

async fn old_deliveries_go(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (id, _) = endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    app.complains("r1", "a@x.example").await;
    drain(&courier(&app, &receiver)).await;
    app.complains("r2", "b@x.example").await;
    app.complains("r3", "c@x.example").await;
    // Under way when the server died; then its endpoint was switched off.
    let left = deliveries(&app, &id).await.into_iter().find(|row| row.state == "waiting").expect("one waits").id;
    db.execute(&format!("UPDATE webhook_deliveries SET state = 'sending' WHERE id = '{left}'")).await;
    let prune = async || {
        while act::webhooks::prune(&app.store, app.store.env().now()).await.expect("pruned") > 0 {}
        let mut states: Vec<_> = deliveries(&app, &id).await.into_iter().map(|row| row.state).collect();
        states.sort_unstable();
        states
    };
    assert_eq!(prune().await, ["delivered", "sending", "waiting"]);
    db.clock.advance(act::webhooks::EXPIRED_MICROS + DAY);
    assert_eq!(prune().await, ["dead", "dead", "delivered"], "they waited too long");
    db.clock.advance(2 * DAY);
    assert_eq!(prune().await, ["dead", "dead"]);
    app.post(&admin, &format!("/settings/webhooks/{id}/remove"), &[]).await;
    assert_eq!(prune().await.len(), 2, "it can be brought back");
    db.clock.advance(HOUR);
    assert!(prune().await.is_empty());
}
