//! The evidence chain is walked from any of its things, and shows to each reader what is for them.

use std::sync::Arc;

use axum::http::StatusCode;
use kernel::signal::{Answer, Signal, What};
use kernel::survey::{Kind as Asked, Survey};
use kernel::{ImportId, Role, Uid};
use lake::{Brief, Judge, Mention};
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, ActiveValue::Set, EntityTrait};
use store::entity::{case, case_signal, effect, goal, initiative, insight, topic};
use store::links::{self, Kind, Node};
use testkit::{Db, START, nps_survey, response};

use crate::chain_harness::{App, app};

testkit::on_both!(
    one_page_walks_from_the_words_to_the_message_and_back,
    words_are_for_those_who_may_read_them,
    findings_are_for_those_who_may_see_them,
    the_anonymous_the_undone_and_the_foreign_are_not_there,
    what_is_too_much_is_counted,
    texts_join_responses_and_topics,
);

/// What is on no way from the first to the second: a finding is about the topic and not about the single case, a goal leads
/// to no effect, and messages are about neither.
const APART: [(Kind, Kind); 9] = [
    (Kind::Insight, Kind::Signal),
    (Kind::Insight, Kind::Case),
    (Kind::Case, Kind::Insight),
    (Kind::Goal, Kind::Effect),
    (Kind::Goal, Kind::Message),
    (Kind::Effect, Kind::Goal),
    (Kind::Effect, Kind::Message),
    (Kind::Message, Kind::Goal),
    (Kind::Message, Kind::Effect),
];

const MEASURE: &str = r#"{"survey":"visit","question":"nps"}"#;

fn said(id: &str, words: &str) -> Signal {
    let mut signal = response(id, 3);
    let What::Response(response) = &mut signal.body.what;
    response.answers.push(Answer {
        question: "why".into(),
        kind: Asked::Text,
        score: None,
        choice: None,
        text: Some(words.into()),
    });
    signal
}

async fn insert<A>(app: &App, row: A)
where
    A: ActiveModelTrait + ActiveModelBehavior + Send,
{
    let txn = app.store.write().await.unwrap();
    <A::Entity as EntityTrait>::insert(row).exec_without_returning(&*txn).await.unwrap();
    txn.commit().await.unwrap();
}

async fn join(app: &App, from: &[Node], to: &Node) {
    let txn = app.store.write().await.unwrap();
    links::join(&txn, app.ws, from, to).await.unwrap();
    txn.commit().await.unwrap();
}

fn case_row(app: &App, id: &str, uid: Uid, words: &str) -> case::ActiveModel {
    case::ActiveModel {
        id: Set(id.into()),
        workspace_id: Set(app.ws.0),
        uid: Set(uid.0.to_vec()),
        survey: Set("visit".into()),
        words: Set(Some(words.into())),
        channel: Set("api".into()),
        why: Set("low_score".into()),
        occurred_at: Set(START.0),
        opened_at: Set(START.0),
        due_at: Set(START.0),
        priority: Set(1),
        topic: Set(Some("bins".into())),
        reopened: Set(0),
        escalated: Set(0),
        updated_at: Set(START.0),
        ..Default::default()
    }
}

fn initiative_row(app: &App, id: &str, title: &str) -> initiative::ActiveModel {
    initiative::ActiveModel {
        id: Set(id.into()),
        workspace_id: Set(app.ws.0),
        title: Set(title.into()),
        problem: Set("Bins".into()),
        causes: Set("[]".into()),
        plan: Set(String::new()),
        risks: Set(String::new()),
        insight_id: Set(Some("ins_1".into())),
        measure: Set(MEASURE.into()),
        state: Set("done".into()),
        is_public: Set(false),
        created_by: Set("mem_1".into()),
        created_at: Set(START.0),
        changed_at: Set(START.0),
        ..Default::default()
    }
}

fn effect_row(app: &App, id: &str, verdict: &str, at: i64) -> effect::ActiveModel {
    effect::ActiveModel {
        id: Set(id.into()),
        workspace_id: Set(app.ws.0),
        initiative_id: Set("ini_1".into()),
        measure: Set(MEASURE.into()),
        design: Set("did".into()),
        verdict: Set(verdict.into()),
        value: Set(Some(0.4)),
        low: Set(Some(-1.0)),
        high: Set(Some(1.8)),
        answers: Set(900),
        detail: Set("{}".into()),
        measured_at: Set(at),
        ..Default::default()
    }
}

/// The bins: two who said so, a case with both, a finding, an initiative with goal, effect and message.
async fn bins(app: &App) -> [Uid; 2] {
    testkit::survey(&app.store, app.ws, "visit", &nps_survey()).await;
    let words = ["The <b>bins</b> are too close to the tables", "Call me on +46 70 123 45 67"];
    let uids = app.append(vec![said("a", words[0]), said("b", words[1])]).await;
    let name = r#"{"en":"Bins","fa":"سطل‌ها"}"#;
    insert(
        app,
        topic::ActiveModel {
            workspace_id: Set(app.ws.0),
            key: Set("bins".into()),
            name: Set(name.into()),
            rules: Set("{}".into()),
            place: Set(0),
            updated_at: Set(START.0),
            ..Default::default()
        },
    )
    .await;
    insert(app, case_row(app, "case_1", uids[0], words[0])).await;
    insert(
        app,
        case_signal::ActiveModel {
            workspace_id: Set(app.ws.0),
            uid: Set(uids[1].0.to_vec()),
            case_id: Set("case_1".into()),
            at: Set(START.0),
            ..Default::default()
        },
    )
    .await;
    insert(
        app,
        insight::ActiveModel {
            id: Set("ins_1".into()),
            workspace_id: Set(app.ws.0),
            key: Set("cause:visit:bins".into()),
            kind: Set("cause".into()),
            survey: Set(Some("visit".into())),
            topic: Set(Some("bins".into())),
            card: Set("{}".into()),
            print: Set("1".into()),
            rank: Set(1.0),
            people: Set(240),
            sure: Set("clear".into()),
            found_at: Set(START.0),
            changed_at: Set(START.0),
            seen_at: Set(START.0),
            ..Default::default()
        },
    )
    .await;
    insert(app, initiative_row(app, "ini_1", "Move the bins")).await;
    insert(
        app,
        goal::ActiveModel {
            id: Set("goal_1".into()),
            workspace_id: Set(app.ws.0),
            title: Set("Cleaner tables".into()),
            measure: Set(MEASURE.into()),
            from_value: Set(12.0),
            to_value: Set(20.5),
            from_day: Set("2026-11-01".into()),
            by_day: Set("2026-12-31".into()),
            initiative_id: Set(Some("ini_1".into())),
            created_by: Set("mem_1".into()),
            created_at: Set(START.0),
            ..Default::default()
        },
    )
    .await;
    insert(app, effect_row(app, "eff_1", "too_early", START.0)).await;
    insert(app, effect_row(app, "eff_2", "none_detectable", START.0 + 1)).await;
    let initiative = Node::new(Kind::Initiative, "ini_1");
    join(app, &[Node::new(Kind::Case, "case_1")], &initiative).await;
    join(app, &[initiative, Node::new(Kind::Case, "case_1")], &Node::new(Kind::Message, "told-1")).await;
    [uids[0], uids[1]]
}

async fn one_page_walks_from_the_words_to_the_message_and_back(db: Db) {
    let app = app(&db).await;
    let [uid, other] = bins(&app).await;
    let words = "The &lt;b&gt;bins&lt;/b&gt; are too close to the tables";
    let all: [(Node, &str); 8] = [
        (Node::new(Kind::Signal, uid), words),
        (Node::new(Kind::Topic, "bins"), "<bdi>Bins</bdi>"),
        (Node::new(Kind::Insight, "ins_1"), "A cause of low scores: Bins"),
        (Node::new(Kind::Case, "case_1"), words),
        (Node::new(Kind::Initiative, "ini_1"), "Move the bins"),
        (Node::new(Kind::Goal, "goal_1"), "Cleaner tables"),
        (Node::new(Kind::Effect, "eff_2"), "No detectable effect"),
        (Node::new(Kind::Message, "told-1"), "Messages to customers"),
    ];
    for (here, _) in &all {
        let path = format!("/prove/chain/{}/{}", here.kind.as_str(), here.id);
        let (status, body) = app.reads(Role::Owner, &path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(!body.contains("<b>bins"), "what customers write is text");
        for (there, name) in &all {
            let is_apart = APART.contains(&(here.kind, there.kind));
            assert_eq!(body.contains(name), !is_apart, "{path} and {}", there.kind.as_str());
        }
    }
    let (_, body) = app.reads(Role::Owner, "/prove/chain/initiative/ini_1").await;
    for href in [
        format!("/understand/responses/{uid}"),
        format!("/understand/responses/{other}"),
        "/understand/topics/bins".into(),
        "/understand/insights/ins_1".into(),
        "/act/cases/case_1".into(),
        "/prove/goals/goal_1".into(),
        "/prove/effects/ini_1".into(),
        "/act/messages".into(),
        "/prove/chain/case/case_1".into(),
    ] {
        assert!(body.contains(&format!(r#"href="{href}""#)), "{href}");
    }
    assert!(body.contains("+0.4 (from −1.0 to +1.8)") && !body.contains("Too early to tell"), "the latest counts");
    assert!(body.contains("240 customers") && body.contains("From 12.0 to 20.5"));
    let places = ["signal", "topic", "insight", "case", "initiative", "goal", "effect", "message"]
        .map(|kind| body.find(&format!(r#"<li id="{kind}""#)).expect(kind));
    assert!(places.is_sorted(), "in the order of the loop");
}

async fn words_are_for_those_who_may_read_them(db: Db) {
    let app = app(&db).await;
    let [uid, other] = bins(&app).await;
    let survey = app.store.survey_by_key(app.ws, "visit").await.unwrap().unwrap();
    let txn = app.store.write().await.unwrap();
    store::verbatims::allow(&txn, &survey, Role::Manager).await.unwrap();
    txn.commit().await.unwrap();
    for path in ["/prove/chain/case/case_1".to_owned(), format!("/prove/chain/signal/{uid}")] {
        let (status, body) = app.reads(Role::Agent, &path).await;
        assert_eq!(status, StatusCode::OK);
        assert!(!body.contains("too close"), "{path}");
        assert!(body.contains("Complaint about “Your visit”") && body.contains("Response to “Your visit”"), "{body}");
        assert!(app.reads(Role::Manager, &path).await.1.contains("too close"), "{path}");
    }
    db.execute("UPDATE workspaces SET personal_shown = 'nobody'").await;
    let (_, body) = app.reads(Role::Owner, &format!("/prove/chain/signal/{other}")).await;
    assert!(body.contains("Call me on [phone]") && !body.contains("70 123"), "{body}");
}

async fn findings_are_for_those_who_may_see_them(db: Db) {
    let app = app(&db).await;
    bins(&app).await;
    let silent = insight::ActiveModel {
        id: Set("ins_2".into()),
        key: Set("silent:visit".into()),
        kind: Set("silent".into()),
        card: Set(r#"{"kind":"silent","place":null}"#.into()),
        people: Set(28),
        topic: Set(None),
        ..insight::Entity::find_by_id("ins_1").one(app.store.reads()).await.unwrap().unwrap().into()
    };
    insert(&app, silent).await;
    let (_, body) = app.reads(Role::Viewer, "/prove/chain/insight/ins_2").await;
    assert!(
        body.contains("A touchpoint without answers") && !body.contains("28 customers"),
        "answers that did not come are nobody"
    );

    let survey = app.store.survey_by_key(app.ws, "visit").await.unwrap().unwrap();
    let txn = app.store.write().await.unwrap();
    store::verbatims::allow(&txn, &survey, Role::Manager).await.unwrap();
    txn.commit().await.unwrap();
    let plan = "/prove/chain/initiative/ini_1";
    assert!(app.reads(Role::Manager, plan).await.1.contains("A cause of low scores"));
    assert!(!app.reads(Role::Agent, plan).await.1.contains("A cause of low scores"), "it was found in the words");
    assert_eq!(app.reads(Role::Agent, "/prove/chain/insight/ins_1").await.0, StatusCode::NOT_FOUND);
    assert_eq!(app.reads(Role::Agent, "/prove/chain/insight/ins_2").await.0, StatusCode::OK, "that says no words");

    let quiet = serde_json::to_string(&Survey { anonymous: true, ..nps_survey() }).unwrap().replace('\'', "''");
    db.execute(&format!("UPDATE surveys SET published = '{quiet}', draft = '{quiet}'")).await;
    assert!(!app.reads(Role::Owner, plan).await.1.contains("A cause of low scores"), "anonymity was promised since");
    assert_eq!(app.reads(Role::Owner, "/prove/chain/insight/ins_2").await.0, StatusCode::OK, "a count of all");
}

async fn the_anonymous_the_undone_and_the_foreign_are_not_there(db: Db) {
    let app = app(&db).await;
    bins(&app).await;
    let other = app.elsewhere().await;
    for (kind, id) in
        [("insight", "ins_1"), ("case", "case_1"), ("initiative", "ini_1"), ("goal", "goal_1"), ("message", "told-1")]
    {
        let path = format!("/prove/chain/{kind}/{id}");
        assert_eq!(app.reads_in(other, Role::Owner, &path).await.0, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(app.reads(Role::Viewer, &path).await.0, StatusCode::OK, "{path}");
    }
    for path in ["/prove/chain/case/ini_1", "/prove/chain/person/case_1", "/prove/chain/signal/nothing"] {
        assert_eq!(app.reads(Role::Owner, path).await.0, StatusCode::NOT_FOUND, "{path}");
    }

    testkit::survey(&app.store, app.ws, "pulse", &Survey { anonymous: true, ..nps_survey() }).await;
    let mut quiet = said("q", "Do not tell who I am");
    quiet.source = "api:pulse".into();
    let What::Response(response) = &mut quiet.body.what;
    response.survey = "pulse".into();
    let uid = app.append(vec![quiet]).await[0];
    join(&app, &[Node::new(Kind::Signal, uid)], &Node::new(Kind::Initiative, "ini_1")).await;
    assert_eq!(app.reads(Role::Owner, &format!("/prove/chain/signal/{uid}")).await.0, StatusCode::NOT_FOUND);
    let (_, body) = app.reads(Role::Owner, "/prove/chain/initiative/ini_1").await;
    assert!(!body.contains("Do not tell") && !body.contains(&uid.to_string()) && body.contains("too close"));

    let import = ImportId::from_outside("imp_1");
    let row = case::ActiveModel {
        import_id: Set(Some(import.to_string())),
        ..case_row(&app, "case_2", Uid([7; 16]), "From a file")
    };
    insert(&app, row).await;
    join(&app, &[Node::new(Kind::Case, "case_2")], &Node::new(Kind::Initiative, "ini_1")).await;
    assert!(app.reads(Role::Owner, "/prove/chain/initiative/ini_1").await.1.contains("From a file"));
    let txn = app.store.write().await.unwrap();
    store::log::withdraw(&txn, app.ws, &import).await.unwrap();
    txn.commit().await.unwrap();
    assert!(!app.reads(Role::Owner, "/prove/chain/initiative/ini_1").await.1.contains("From a file"));
    assert_eq!(app.reads(Role::Owner, "/prove/chain/case/case_2").await.0, StatusCode::NOT_FOUND);
}

async fn what_is_too_much_is_counted(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &nps_survey()).await;
    insert(&app, initiative_row(&app, "ini_1", "Move the bins")).await;
    let uids = app.append((0..620).map(|n| response(&format!("r{n}"), 3)).collect()).await;
    let some = |n: usize| uids[..n].iter().map(|uid| Node::new(Kind::Signal, uid)).collect::<Vec<_>>();
    join(&app, &some(17), &Node::new(Kind::Initiative, "ini_1")).await;
    let (_, body) = app.reads(Role::Owner, "/prove/chain/initiative/ini_1").await;
    assert_eq!(body.matches("Response to “Your visit”</bdi>").count(), 5);
    assert!(body.contains(">12 more<"), "{body}");
    join(&app, &some(620), &Node::new(Kind::Initiative, "ini_1")).await;
    let (_, body) = app.reads(Role::Owner, "/prove/chain/initiative/ini_1").await;
    assert!(body.contains(">at least 615 more<") && body.contains("at least 620"), "{body}");
}

/// Finds the topic `bins` by its word.
struct Bins;

impl Judge for Bins {
    fn version(&self) -> &str {
        "t1"
    }

    fn read(&self, _: &str, _: Option<&str>) -> text::Reading {
        unreachable!("what is kept is asked for, not why")
    }

    fn judge(&self, text: &str, _: Option<&str>) -> Brief {
        let mention = |(start, word): (usize, &str)| Mention {
            topic: word.into(),
            sentiment: None,
            score: None,
            start,
            end: start + word.len(),
        };
        let mentions = text.match_indices("bins").map(mention).collect();
        Brief::new("en".into(), None, None, &[]).mentioning(mentions)
    }
}

async fn texts_join_responses_and_topics(db: Db) {
    let app = app(&db).await;
    app.lake.use_reader(app.ws, Some(Arc::new(Bins)));
    bins(&app).await;
    let uid = app.append(vec![said("c", "More bins, please")]).await[0];
    let signal = format!("/prove/chain/signal/{uid}");
    let (_, body) = app.reads(Role::Agent, &signal).await;
    assert!(body.contains("<bdi>Bins</bdi>") && body.contains("A cause of low scores: Bins"), "{body}");
    assert!(!body.contains("case_1"), "that is another customer's complaint");
    for path in ["/prove/chain/topic/bins", "/prove/chain/insight/ins_1"] {
        let (_, body) = app.reads(Role::Agent, path).await;
        assert!(body.contains("More bins, please"), "{path}");
        assert!(body.contains(&format!(r#"href="/understand/responses/{uid}""#)), "{path}");
    }
    let survey = app.store.survey_by_key(app.ws, "visit").await.unwrap().unwrap();
    let txn = app.store.write().await.unwrap();
    store::verbatims::allow(&txn, &survey, Role::Manager).await.unwrap();
    txn.commit().await.unwrap();
    assert!(!app.reads(Role::Agent, &signal).await.1.contains("<bdi>Bins</bdi>"), "what is hidden is not told");
    assert!(!app.reads(Role::Agent, "/prove/chain/topic/bins").await.1.contains(&uid.to_string()));
}
