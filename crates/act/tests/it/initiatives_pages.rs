//! Initiatives through their pages: made from evidence, moved, dropped and taken back, reviewed, learned from, shown.

use axum::http::StatusCode;
use kernel::{Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::entity::{case, initiative, initiative_task, insight, team_member};
use store::links::{Kind, Node};
use testkit::Db;

use crate::{App, app};

testkit::on_both!(
    an_initiative_keeps_what_led_to_it,
    an_insight_fills_the_form,
    a_cause_fills_the_form,
    a_plan_says_what_it_is_worth,
    states_move_and_come_back,
    who_saves_later_does_not_overwrite_what_was_saved_meanwhile,
    a_lesson_is_read_by_its_team,
    a_review_keeps_minutes_and_makes_tasks,
    owners_are_given_in_one_click,
    the_public_page_shows_what_was_written_for_it,
);

async fn row(app: &App, page: &str) -> initiative::Model {
    let id = page.rsplit('/').next().expect("an id");
    initiative::Entity::find_by_id(id).one(app.store.reads()).await.expect("read").expect("there")
}

async fn an_initiative_keeps_what_led_to_it(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (manager, viewer) = (app.signs_in(Role::Manager).await, app.signs_in(Role::Viewer).await);
    let mut complaint = testkit::response("r1", 1);
    complaint.occurred_at = app.store.env().now();
    app.append(complaint).await;
    let found = case::Entity::find().one(app.store.reads()).await.expect("read").expect("a case");
    let prefilled = app.get(&manager, &format!("/act/initiatives/new?case={}", found.id)).await;
    assert!(prefilled.contains(&format!("name=\"case\" value=\"{}\"", found.id)));
    assert!(prefilled.contains("value=\"visit:nps\" selected"), "the number comes from the case's question");

    let form = format!(
        "title=Two+shifts&case={}&measure=visit:nps&scope.0.of=response.channel&scope.0.is=eq&scope.0.value=api\
         &expected=-1,5&cost=1200&why.0.text=One+shift&why.0.depth=0&why.1.text=No+budget&why.1.depth=1\
         &task.0.title=Hire&task.0.due=2026-12-01&lesson=",
        found.id
    );
    let page = app.posts(&manager, "/act/initiatives/new", &form).await;
    let kept = row(&app, &page).await;
    assert_eq!((kept.expected, kept.cost), (Some(-1.5), Some(1200.0)));
    let causes: serde_json::Value = serde_json::from_str(&kept.causes).expect("a tree");
    assert_eq!(causes, serde_json::json!([{ "why": "One shift", "below": [{ "why": "No budget" }] }]));
    let measure: kernel::Measure = serde_json::from_str(&kept.measure).expect("a measure");
    assert_eq!((measure.survey.as_str(), measure.question.as_str()), ("visit", "nps"));
    assert_eq!(measure.scope, "response.channel == \"api\"".parse().ok());
    let node = Node::new(Kind::Initiative, &kept.id);
    assert_eq!(
        app.store.before(app.ws, &node, Kind::Case, 9).await.expect("links"),
        [Node::new(Kind::Case, &found.id)]
    );
    let marked = case::Entity::find_by_id(&found.id).one(app.store.reads()).await.expect("read").expect("there");
    assert!(marked.initiative_at.is_some());

    let shown = app.get(&viewer, &page).await;
    for words in ["Two shifts", "One shift", "No budget", "Hire", "/act/cases/"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("/edit\""), "viewers change nothing");
    for path in ["/act/initiatives", "/act/initiatives?view=list", "/act/initiatives/timeline"] {
        assert!(app.get(&viewer, path).await.contains("Two shifts"), "{path}");
    }
    let (status, _, again) = app.sends(&manager, "/act/initiatives/new", "title=&expected=much&starts_on=soon").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(again.matches("aria-invalid").count(), 3, "{again}");
    let (status, ..) = app.sends(&manager, "/act/initiatives/new", "title=x&case=case_nothing").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let pressed = app.sends(&manager, "/act/initiatives/new", "title=x&why.0.text=a&do=why:below:0").await;
    assert!(pressed.0 == StatusCode::OK && pressed.2.contains("why.1.text"));
    let shut = app.posts(&manager, &format!("{page}/evidence"), &format!("kind=case&id={}", found.id)).await;
    assert!(app.store.before(app.ws, &node, Kind::Case, 9).await.expect("links").is_empty() && shut == page);
}

async fn an_insight_fills_the_form(db: Db) {
    let app = app(&db).await;
    let survey = testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let card = r#"{"kind":"cause","question":"nps","labels":[["en","smelly bins"]],"place":[["attr_branch","Soho"]]}"#;
    db.execute(&format!(
        "INSERT INTO insights (id, workspace_id, key, kind, survey, card, print, rank, people, sure, found_at, changed_at, \
         seen_at) VALUES ('ins_1', {}, 'k', 'cause', 'visit', '{card}', 'p', 1.0, 12, 'clear', 1, 1, 1)",
        app.ws.0
    ))
    .await;
    let form = app.get(&manager, "/act/initiatives/new?insight=ins_1").await;
    for words in ["smelly bins", "value=\"visit:nps\" selected", "Soho", "name=\"insight\" value=\"ins_1\""] {
        assert!(form.contains(words), "{words}: {form}");
    }
    let txn = app.store.write().await.expect("a write begins");
    store::verbatims::allow(&txn, &survey, Role::Admin).await.expect("it is kept");
    txn.commit().await.expect("the write is kept");
    let form = app.get(&manager, "/act/initiatives/new?insight=ins_1").await;
    assert!(!form.contains("smelly bins") && form.contains("value=\"visit:nps\" selected"), "{form}");
    let admin = app.signs_in(Role::Admin).await;
    assert!(app.get(&admin, "/act/initiatives/new?insight=ins_1").await.contains("smelly bins"));
    let review = app.get(&manager, "/act/initiatives/review").await;
    assert!(review.contains("/act/initiatives/new?insight=ins_1"));
    let page = app.posts(&manager, "/act/initiatives/new", "title=Bins&insight=ins_1").await;
    assert_eq!(row(&app, &page).await.insight_id.as_deref(), Some("ins_1"));
    assert!(!app.get(&manager, "/act/initiatives/review").await.contains("insight=ins_1"), "it led to something");
    assert_eq!(insight::Entity::find().all(app.store.reads()).await.expect("read").len(), 1);
}

async fn a_cause_fills_the_form(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let query = "cause=Bins+%3Cb%3Etoo+close&number=visit:nps&place=attr_branch:Soho&place=touchpoint:till&place=odd";
    let form = app.get(&manager, &format!("/act/initiatives/new?{query}")).await;
    assert!(form.contains("value=\"Bins &lt;b&gt;too close\""), "{form}");
    assert!(form.contains("value=\"visit:nps\" selected"), "{form}");
    assert!(form.contains("attr.branch") && form.contains("Soho") && form.contains("till"), "{form}");
    let unknown = app.get(&manager, "/act/initiatives/new?cause=x&number=nothing:here&place=:").await;
    assert!(!unknown.contains("value=\"nothing:here\""), "{unknown}");
}

async fn a_plan_says_what_it_is_worth(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let page = app.posts(&manager, "/act/initiatives/new", "title=Bins&measure=visit:nps&expected=10&cost=1000").await;
    assert!(app.get(&manager, &page).await.contains("Nobody has stated what a point is worth"));
    let txn = app.store.write().await.expect("a write begins");
    let figure = store::entity::worth::Model {
        workspace_id: app.ws.0,
        kind: "point".into(),
        unit: None,
        low: 300.0,
        high: 300.0,
        source: "Finance, budget of this year".into(),
        by_member: "mem_1".into(),
        at: 0,
    };
    let figure = sea_orm::ActiveModelTrait::reset_all(store::entity::worth::ActiveModel::from(figure));
    store::entity::worth::Entity::insert(figure).exec_without_returning(&*txn).await.expect("kept");
    txn.commit().await.expect("kept");
    let shown = app.get(&manager, &page).await;
    assert!(shown.contains("2,000") && shown.contains("Finance, budget of this year"), "{shown}");

    // A point of the firm is worth 300: one of a quarter of its answers a quarter of that.
    for (id, language) in [("r1", "en"), ("r2", "fa"), ("r3", "fa"), ("r4", "fa")] {
        app.hears(id, None, language, "bins").await;
    }
    let scope = "scope.form=text&scope.text=response.language+%3D%3D+%22en%22";
    let form = format!("title=Lids&measure=visit:nps&expected=20&cost=1000&{scope}");
    let part = app.posts(&manager, "/act/initiatives/new", &form).await;
    let shown = app.get(&manager, &part).await.replace(['\u{2068}', '\u{2069}'], "");
    assert!(shown.contains("500 <bdi>") && shown.contains("25% of the answers"), "{shown}");
    // What was measured goes by the share that was kept with it.
    let id = row(&app, &part).await.id;
    let (kept, at) = (r#"{"point":"nps","share":0.5}"#, app.store.env().now().0);
    db.execute(&format!(
        "INSERT INTO effects (id, workspace_id, initiative_id, measure, design, verdict, value, low, high, answers, detail, \
         measured_at) VALUES ('eff_1', {}, '{id}', '{{}}', 'did', 'improved', 30.0, 20.0, 40.0, 90, '{kept}', {at})",
        app.ws.0
    ))
    .await;
    let shown = app.get(&manager, &part).await.replace(['\u{2068}', '\u{2069}'], "");
    assert!(shown.contains("3,500 <bdi>") && shown.contains("50% of the answers"), "{shown}");
    // A figure for percentage points says nothing of NPS.
    db.execute("UPDATE worths SET unit = 'percent'").await;
    let shown = app.get(&manager, &page).await;
    assert!(!shown.contains("2,000") && shown.contains("stated for another kind of number"), "{shown}");
}

async fn states_move_and_come_back(db: Db) {
    let app = app(&db).await;
    let manager = app.signs_in(Role::Manager).await;
    let page = app.posts(&manager, "/act/initiatives/new", "title=Bins").await;
    let state = format!("{page}/state");
    app.posts(&manager, &state, "to=doing").await;
    assert_eq!(row(&app, &page).await.state, "doing");
    app.posts(&manager, &format!("{state}?to=proposed"), "").await;
    assert_eq!(row(&app, &page).await.state, "proposed");
    assert_eq!(app.sends(&manager, &state, "to=dropped").await.0, StatusCode::UNPROCESSABLE_ENTITY, "why?");
    app.posts(&manager, &state, "to=dropped&reason=Too+dear").await;
    assert!(app.get(&manager, &page).await.contains("Too dear"));
    app.posts(&manager, &state, "to=done&starts_on=2026-11-20").await;
    let done = row(&app, &page).await;
    assert_eq!((done.state.as_str(), done.starts_on.as_deref()), ("done", Some("2026-11-20")));
    assert!(done.done_at.is_some());
    let (status, ..) = app.sends(&manager, &format!("{page}/edit"), "title=Bins&starts_on=").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "what is done keeps its day");
    // What is taken back takes the day that was typed with it along: nobody has met the change.
    let other = app.posts(&manager, "/act/initiatives/new", "title=Lids").await;
    let state_of = format!("{other}/state");
    app.posts(&manager, &state_of, "to=doing").await;
    app.posts(&manager, &state_of, "to=done&starts_on=2026-11-20").await;
    app.posts(&manager, &format!("{state_of}?to=doing&starts_on="), "").await;
    assert_eq!(row(&app, &other).await.starts_on, None);
    app.posts(&manager, &state_of, "to=done&starts_on=2026-11-20").await;
    app.posts(&manager, &state_of, "to=done&starts_on=2026-11-21").await;
    app.posts(&manager, &format!("{state_of}?to=done&starts_on=2026-11-20"), "").await;
    assert_eq!(row(&app, &other).await.starts_on.as_deref(), Some("2026-11-20"));
    assert_eq!(
        app.sends(&manager, &format!("{state_of}?to=done&starts_on="), "").await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let agent = app.signs_in(Role::Agent).await;
    assert_eq!(app.sends(&agent, &state, "to=doing").await.0, StatusCode::FORBIDDEN);
    assert_eq!(app.store.broken_audit(app.ws).await.expect("read"), None);
}

async fn who_saves_later_does_not_overwrite_what_was_saved_meanwhile(db: Db) {
    let app = app(&db).await;
    let manager = app.signs_in(Role::Manager).await;
    let page = app.posts(&manager, "/act/initiatives/new", "title=Bins&starts_on=2026-11-01&plan=Lids").await;
    let edit = format!("{page}/edit");
    let opened = row(&app, &page).await.changed_at;
    assert!(app.get(&manager, &edit).await.contains(&format!("name=\"changed_at\" value=\"{opened}\"")));
    db.clock.advance(1);
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2026-11-20").await;

    let typed = format!("title=Bins&starts_on=2026-11-01&plan=Lids+and+bags&changed_at={opened}");
    let (status, _, refused) = app.sends(&manager, &edit, &typed).await;
    assert_eq!(status, StatusCode::CONFLICT, "{refused}");
    assert!(refused.contains("Lids and bags</textarea>") && refused.contains("Somebody has changed"), "{refused}");
    let kept = row(&app, &page).await;
    assert_eq!((kept.starts_on.as_deref(), kept.plan.as_str()), (Some("2026-11-20"), "Lids"));
    let (status, ..) = app.sends(&manager, &edit, "title=Bins&starts_on=2026-11-01").await;
    assert_eq!(status, StatusCode::CONFLICT, "a form without the time has seen nothing");

    // Whoever has looked saves again.
    assert!(refused.contains(&format!("name=\"changed_at\" value=\"{}\"", kept.changed_at)), "{refused}");
    let typed = format!("title=Bins&starts_on=2026-11-20&plan=Lids+and+bags&changed_at={}", kept.changed_at);
    app.posts(&manager, &edit, &typed).await;
    let kept = row(&app, &page).await;
    assert_eq!((kept.starts_on.as_deref(), kept.plan.as_str()), (Some("2026-11-20"), "Lids and bags"));
    assert!(kept.state == "done" && kept.done_at.is_some(), "{kept:?}");
}

async fn a_lesson_is_read_by_its_team(db: Db) {
    let app = app(&db).await;
    let manager = app.signs_in(Role::Manager).await;
    let (agent, other) = (app.signs_in(Role::Agent).await, app.signs_in(Role::Agent).await);
    let members = app.store.members(app.ws).await.expect("members");
    let me = app.store.session(&agent).await.expect("read").expect("a member").id;
    assert!(members.len() == 3);
    db.execute(&format!(
        "INSERT INTO teams (id, workspace_id, name, created_at) VALUES ('team_1', {}, 'West', 1)",
        app.ws.0
    ))
    .await;
    let txn = app.store.write().await.expect("a write begins");
    let member = team_member::Model { team_id: "team_1".into(), member_id: me, workspace_id: app.ws.0 };
    team_member::Entity::insert(sea_orm::IntoActiveModel::into_active_model(member))
        .exec_without_returning(&*txn)
        .await
        .expect("in the team");
    txn.commit().await.expect("kept");
    let form = "title=Bins&team=team_1&lesson=Empty+them+at+noon";
    let page = app.posts(&manager, "/act/initiatives/new", form).await;
    let lesson = format!("{page}/lesson");
    assert!(app.get(&agent, &page).await.contains(&lesson) && !app.get(&other, &page).await.contains(&lesson));
    assert_eq!(app.sends(&other, &lesson, "").await.0, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        app.posts(&agent, &lesson, "").await;
    }
    assert!(!app.get(&agent, &page).await.contains(&lesson));
    let seen = row(&app, &page).await.changed_at;
    let again = format!("title=Bins&team=team_1&lesson=Empty+them+at+noon+and+at+six&changed_at={seen}");
    app.posts(&manager, &format!("{page}/edit"), &again).await;
    assert!(app.get(&agent, &page).await.contains(&lesson), "a changed lesson is read anew");
}

async fn a_review_keeps_minutes_and_makes_tasks(db: Db) {
    let app = app(&db).await;
    let manager = app.signs_in(Role::Manager).await;
    let form = "title=Bins&task.0.title=Buy+bags&task.0.due=2026-11-01";
    let page = app.posts(&manager, "/act/initiatives/new", form).await;
    let id = row(&app, &page).await.id;
    assert!(app.get(&manager, "/act/initiatives/review").await.contains("Buy bags"), "late tasks are on the agenda");
    let task = initiative_task::Entity::find().one(app.store.reads()).await.expect("read").expect("a task");
    let check = format!("{page}/tasks/{}", task.id);
    app.posts(&manager, &check, "do=done").await;
    assert!(!app.get(&manager, "/act/initiatives/review").await.contains("Buy bags"));
    let other = row(&app, &app.posts(&manager, "/act/initiatives/new", "title=Lids").await).await.id;
    let me = app.store.session(&manager).await.expect("read").expect("a member").id;
    let typed = format!(
        "held_on=2026-11-20&minutes=We+met&decision.0.title=Ask+the+supplier&decision.0.initiative=ini_nothing\
         &decision.2.title=Order+lids&decision.2.initiative={other}&decision.2.owner={me}&decision.2.due=2026-12-24"
    );
    let (status, _, refused) = app.sends(&manager, "/act/initiatives/review", &typed).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let chosen = [format!("value=\"{other}\" selected"), format!("value=\"{me}\" selected")];
    let values =
        ["2026-11-20", "Ask the supplier", "Order lids", "2026-12-24"].map(|typed| format!("value=\"{typed}\""));
    for kept in chosen.iter().chain(&values) {
        assert!(refused.contains(kept.as_str()), "{kept}: {refused}");
    }
    assert!(refused.contains("We met</textarea>"), "{refused}");
    // A list of tasks that is full refuses the decision, not the minutes.
    for n in 0..200 {
        db.execute(&format!(
            "INSERT INTO initiative_tasks (id, workspace_id, initiative_id, title, place, created_at) VALUES \
             ('task_{n}', {}, '{other}', 'x', {n}, 1)",
            app.ws.0
        ))
        .await;
    }
    let full = typed.replace("ini_nothing", &id);
    let (status, _, refused) = app.sends(&manager, "/act/initiatives/review", &full).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.contains("We met</textarea>") && refused.contains("value=\"Order lids\""), "{refused}");
    assert_eq!(refused.matches("aria-invalid").count(), 1, "{refused}");
    db.execute(&format!("DELETE FROM initiative_tasks WHERE initiative_id = '{other}'")).await;
    let form = format!(
        "minutes=We+met&decision.0.title=Ask+the+supplier&decision.0.initiative={id}&decision.0.due=2026-12-24"
    );
    let minutes = app.posts(&manager, "/act/initiatives/review", &form).await;
    let shown = app.get(&manager, &minutes).await;
    assert!(shown.contains("We met") && shown.contains("Ask the supplier"));
    let tasks = initiative_task::Entity::find()
        .filter(initiative_task::Column::InitiativeId.eq(&id))
        .all(app.store.reads())
        .await
        .expect("read");
    assert_eq!(tasks.len(), 2);
    // Done, and its effect is due: the meeting is told.
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2026-09-01").await;
    assert!(app.get(&manager, "/act/initiatives/review").await.contains(&format!("/prove/effects/{id}")));
    let at = app.store.env().now().0;
    db.execute(&format!(
        "INSERT INTO effects (id, workspace_id, initiative_id, measure, design, verdict, answers, detail, measured_at) \
         VALUES ('eff_1', {}, '{id}', '{{}}', 'did', 'none_detectable', 90, '{{}}', {at})",
        app.ws.0
    ))
    .await;
    assert!(!app.get(&manager, "/act/initiatives/review").await.contains(&format!("/prove/effects/{id}")));
    assert!(app.get(&manager, &page).await.contains("No detectable effect"));
}

async fn owners_are_given_in_one_click(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let me = app.store.session(&manager).await.expect("read").expect("a member").id;
    db.execute(&format!(
        "INSERT INTO topics (workspace_id, key, name, rules, place, updated_at) VALUES ({}, 'bins', \
         '{{\"en\":\"Bins\"}}', '{{}}', 1, 1)",
        app.ws.0
    ))
    .await;
    let mut signal = testkit::response("r1", 9);
    signal.occurred_at = Timestamp(app.store.env().now().0);
    signal.touchpoint = Some("till <b>".into());
    app.append(signal).await;
    let page = app.get(&manager, "/act/initiatives/owners").await;
    assert_eq!(page.matches("I take it").count(), 2, "{page}");
    assert!(page.contains("till &lt;b&gt;") && !page.contains("till <b>"));
    app.posts(&manager, "/act/initiatives/owners", &format!("topic=bins&owner={me}")).await;
    app.posts(&manager, "/act/initiatives/owners", &format!("touchpoint=till+%3Cb%3E&owner={me}")).await;
    assert_eq!(app.get(&manager, "/act/initiatives/owners").await.matches("I take it").count(), 0);
    let topics = app.store.topics(app.ws).await.expect("topics");
    assert_eq!(topics[0].owner.as_deref(), Some(me.as_str()));
    assert_eq!(
        app.sends(&manager, "/act/initiatives/owners", "topic=bins&owner=mem_nobody").await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

async fn the_public_page_shows_what_was_written_for_it(db: Db) {
    let app = app(&db).await;
    let manager = app.signs_in(Role::Manager).await;
    let page = app.posts(&manager, "/act/initiatives/new", "title=Secret+title&problem=Secret+problem").await;
    let words = "words.en=Twice+a+%3Cb%3Eday&words.fa=%D8%AF%D9%88&is_public=1";
    app.posts(&manager, &format!("{page}/told"), words).await;
    let seen = |path: &'static str| {
        let app = &app;
        async move {
            let request = axum::http::Request::get(path).body(axum::body::Body::empty()).expect("a request");
            let response = tower::ServiceExt::oneshot(app.router.clone(), request).await.expect("answered");
            let status = response.status();
            let bytes = http_body_util::BodyExt::collect(response.into_body()).await.expect("a body").to_bytes();
            (status, String::from_utf8(bytes.to_vec()).expect("text"))
        }
    };
    assert_eq!(seen("/w/default").await.0, StatusCode::NOT_FOUND, "switched off");
    app.posts(&manager, "/act/initiatives/page", "is_on=1").await;
    assert!(!seen("/w/default").await.1.contains("Twice"), "not done");
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2026-11-20").await;
    let (status, english) = seen("/w/default?lang=en").await;
    assert!(status == StatusCode::OK && english.contains("Twice a &lt;b&gt;day") && !english.contains("Secret"));
    let (_, persian) = seen("/w/default?lang=fa").await;
    assert!(
        persian.contains("dir=\"rtl\"") && persian.contains("دو") && persian.contains("آذر") | persian.contains("آبان")
    );
    assert!(
        seen("/w/default?lang=sv").await.1.contains("lang=\"en\""),
        "what is not written in Swedish is shown in English"
    );
    app.posts(&manager, "/act/initiatives/page", "").await;
    assert_eq!(seen("/w/default").await.0, StatusCode::NOT_FOUND);
}
