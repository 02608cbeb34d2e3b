//! The demo holds the whole chain: what guests said of the bins was found, owned, acted on, measured and told; and what did not
//! work says so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use act::initiatives::entity::acknowledgement;
use act::messages::Kind as Mail;
use act::messages::entity::message;
use kernel::env::{Clock, System};
use kernel::signal::Signal;
use kernel::{ContactId, Env, Locale};
use store::entity::{goal, insight};
use store::links::{Kind, Node};

use super::*;
use crate::commands;
use crate::config::Config;
use crate::console::{Console, Manners};
use crate::demo::chain::PILOT;
use crate::demo::{SEED, year};

/// 2026-11-22T09:30:00Z.
const NOW: Timestamp = Timestamp(1_795_339_800_000_000);

struct Stands;

impl Clock for Stands {
    fn now(&self) -> Timestamp {
        NOW
    }
}

/// The demo as it stands on one day.
struct Demo {
    app: App,
    router: Router,
    workspace: WorkspaceId,
    _folder: tempfile::TempDir,
}

impl Demo {
    async fn fill() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = Config::load(folder.path()).expect("the default configuration");
        let app = App::open(config, None).await.expect("the folder opens");
        let env = Env::new(Arc::new(Stands), Arc::new(System));
        let app = app.over(Store::open(&app.config.settings(), env).await.expect("the database opens"));
        let console = Console::local(Manners { json: false, terminal: false, locale: Locale::En });
        commands::demo::fill(&app, &console).await.unwrap_or_else(|failure| panic!("{failure:?}"));
        let config = WebConfig { base_url: app.base_url(), trusted_proxies: vec![], has_mail: false, demo: true };
        let web = Web::new(app.store.clone(), app.pages.clone(), config, app.parts());
        let router = ui::http::protect(app.routes().into_router(), web);
        let workspace = app.workspace(None).await.expect("the workspace");
        Self { app, router, workspace, _folder: folder }
    }

    /// A page as a member reads it.
    async fn page(&self, who: &str, path: &str) -> String {
        let members = self.app.store.members(self.workspace).await.expect("members");
        let member = members.iter().find(|member| member.email.starts_with(who)).expect("they work here");
        let txn = self.app.store.write().await.expect("a write");
        let secret = sessions::open(&txn, self.workspace, &member.id()).await.expect("a session");
        txn.commit().await.expect("kept");
        let request = Request::get(path).header(header::COOKIE, format!("nabz={secret}"));
        let response = self.router.clone().oneshot(request.body(Body::empty()).expect("a request")).await;
        let response = response.expect("an answer");
        assert!(response.status().is_success(), "{path}: {}", response.status());
        let body = axum::body::to_bytes(response.into_body(), 8 << 20).await.expect("a body");
        String::from_utf8_lossy(&body).into_owned()
    }

    async fn initiative(&self, title: &str) -> initiative::Model {
        let row = initiative::Entity::find().filter(initiative::Column::Title.eq(title));
        row.one(self.app.store.reads()).await.expect("read").expect("it is there")
    }

    async fn effect(&self, of: &initiative::Model) -> effect::Model {
        let row = effect::Entity::find().filter(effect::Column::InitiativeId.eq(&of.id));
        row.one(self.app.store.reads()).await.expect("read").expect("it was measured")
    }

    async fn before(&self, node: &Node, kind: Kind) -> Vec<Node> {
        self.app.store.before(self.workspace, node, kind, 5_000).await.expect("links")
    }
}

#[test]
fn the_chain_of_the_bins_holds_from_the_words_to_the_message() {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(2).enable_all().thread_stack_size(8 << 20);
    runtime.build().expect("threads").block_on(everything());
}

async fn everything() {
    let demo = Demo::fill().await;
    found_and_owned(&demo).await;
    moved_and_measured(&demo).await;
    told(&demo).await;
    walked(&demo).await;
    what_did_not_work_says_so(&demo).await;
    now_it_is_found_elsewhere(&demo).await;
}

/// An insight in guests' words, complaints that were answered, an owner with a plan.
async fn found_and_owned(demo: &Demo) {
    let row = demo.initiative(bins::TITLE).await;
    let store = &demo.app.store;
    let insight = row.insight_id.clone().expect("it came of an insight");
    let insight = insight::Entity::find_by_id(insight).one(store.reads()).await.expect("read").expect("it is there");
    assert!((120..150).contains(&(NOW.since(Timestamp(insight.found_at)) / DAY)), "{}", insight.found_at);
    assert!(insight.gone_at.is_some(), "where they stood, nobody names them any more");
    let said = demo.before(&Node::new(Kind::Insight, &insight.id), Kind::Signal).await;
    assert!(said.len() >= 20, "{}", said.len());
    let cases = demo.before(&Node::new(Kind::Initiative, &row.id), Kind::Case).await;
    let ids = cases.iter().map(|node| node.id.as_str());
    let cases = case::Entity::find().filter(case::Column::Id.is_in(ids)).all(store.reads()).await.expect("read");
    assert!(cases.len() >= 4, "{}", cases.len());
    for case in &cases {
        assert!(case.answered_at.is_some_and(|at| at <= case.due_at) && case.closed_at.is_some(), "{case:?}");
        assert!(case.root_cause.is_some() && case.initiative_at.is_some(), "{case:?}");
        assert!(!demo.before(&Node::new(Kind::Case, &case.id), Kind::Signal).await.is_empty());
    }
    assert!(row.owner.is_some() && row.team_id.is_some() && row.cost.is_some() && row.expected_by.is_some(), "{row:?}");
    assert!(PILOT.iter().all(|branch| row.measure.contains(branch)) && row.causes.contains("below"), "{row:?}");
    let tasks = initiative_task::Entity::find().filter(initiative_task::Column::InitiativeId.eq(&row.id));
    let tasks = tasks.all(store.reads()).await.expect("read");
    assert!(tasks.len() == 4 && tasks.iter().all(|task| task.done_at.is_some_and(|at| at < NOW.0)), "{tasks:?}");
    let read = acknowledgement::Entity::find().filter(acknowledgement::Column::InitiativeId.eq(&row.id));
    let read = read.count(store.reads()).await.expect("read");
    let page = demo.page("sara", &format!("/act/initiatives/{}", row.id)).await;
    assert!(read == 3 && page.contains("سالم الكتبي"), "three have read the lesson, one has not");
}

/// The effect is clear and has a range, a goal and a worth.
async fn moved_and_measured(demo: &Demo) {
    let row = demo.initiative(bins::TITLE).await;
    let effect = demo.effect(&row).await;
    assert_eq!((effect.design.as_str(), effect.verdict.as_str()), ("did", "improved"), "{effect:?}");
    assert!(effect.low.is_some_and(|low| low > 0.0) && effect.high.is_some(), "{effect:?}");
    let goal = goal::Entity::find().filter(goal::Column::InitiativeId.eq(&row.id)).one(demo.app.store.reads()).await;
    let goal = goal.expect("read").expect("there is a goal");
    assert!(goal.to_value > goal.from_value);
    let page = demo.page("sara", &format!("/prove/goals/{}", goal.id)).await;
    assert!(["Reached", "On track", "Behind"].iter().any(|status| page.contains(status)), "{page}");
    let page = demo.page("sara", &format!("/prove/effects/{}", row.id)).await;
    assert!(page.contains("Finance: sales of branches"), "the worth has its source");
}

/// Exactly those who had named the bins there while they stood, and agreed to be written to; once, in their language.
async fn told(demo: &Demo) {
    let row = demo.initiative(bins::TITLE).await;
    let all = year(NOW, SEED).expect("the zones are known");
    let past = of_the_past(&all, NOW);
    let may: BTreeSet<String> = past.agreed().map(|key| ContactId::of_key(demo.workspace, key).to_string()).collect();
    let rows = message::Entity::find()
        .filter(message::Column::Kind.eq(Mail::Told.as_str()))
        .all(demo.app.store.reads())
        .await
        .expect("read");
    let got: BTreeSet<String> = rows.iter().filter_map(|row| row.contact_id.clone()).collect();
    assert_eq!(got.len(), rows.len(), "each once");
    assert!(got.is_subset(&may), "{:?}", got.difference(&may).collect::<Vec<_>>());
    // All whose answers the insight rests on; of the others the reader of texts knows nearly all.
    let node = Node::new(Kind::Insight, row.insight_id.as_deref().expect("an insight"));
    let linked: BTreeSet<String> = demo.before(&node, Kind::Signal).await.into_iter().map(|node| node.id).collect();
    let uid = |signal: &Signal| kernel::Uid::of(demo.workspace, &signal.source, &signal.source_id).to_string();
    let behind = all.iter().filter(|signal| linked.contains(&uid(signal))).filter_map(|signal| signal.contact.as_ref());
    let behind = behind.map(|key| ContactId::of_key(demo.workspace, key).to_string()).filter(|id| may.contains(id));
    let behind: BTreeSet<String> = behind.collect();
    let left = behind.difference(&got).collect::<Vec<_>>();
    assert!(behind.len() >= 20 && left.is_empty(), "{left:?} of {}", behind.len());
    assert!(got.len() * 10 >= may.len() * 8, "{} of {}", got.len(), may.len());
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for mail in &rows {
        *languages.entry(mail.language.as_str()).or_default() += 1;
        let words = words::TOLD.iter().find(|(tag, _)| *tag == mail.language).expect("words in its language");
        assert!(
            mail.body.contains(words.1) && mail.thread.as_ref() == Some(&row.id) && mail.state == "sent",
            "{mail:?}"
        );
    }
    assert_eq!(languages.len(), 4, "{languages:?}");
    let web = demo.app.store.workspace(demo.workspace).await.expect("read").expect("there").name;
    for (tag, words) in words::TOLD {
        let page = demo.page("sara", &format!("/w/{web}?lang={tag}")).await;
        assert!(page.contains(words), "{tag}: {page}");
    }
}

/// Each step leads to the one before and after, for readers of all languages.
async fn walked(demo: &Demo) {
    let row = demo.initiative(bins::TITLE).await;
    let path = format!("/prove/chain/initiative/{}", row.id);
    for who in ["sara", "omid", "salem", "karin"] {
        let page = demo.page(who, &path).await;
        for kind in Kind::ALL {
            let there = format!("/prove/chain/{}/", kind.as_str());
            assert!(kind == Kind::Initiative || page.contains(&there), "{who}: no {} in {page}", kind.as_str());
        }
        assert!(page.contains(bins::TITLE), "{who}: {page}");
        assert!(!page.contains("class=\"none\"><a href=\"#"), "{who}: {page}");
    }
    let insight = row.insight_id.as_deref().expect("an insight");
    let signal = demo.before(&Node::new(Kind::Insight, insight), Kind::Signal).await.remove(0).id;
    let case = demo.before(&Node::new(Kind::Initiative, &row.id), Kind::Case).await.remove(0).id;
    let effect = demo.effect(&row).await.id;
    let message = demo.app.store.after(demo.workspace, &Node::new(Kind::Initiative, &row.id), Kind::Message, 1).await;
    let message = message.expect("links").remove(0).id;
    let steps = [("signal", &*signal), ("topic", "cleanliness.bins"), ("insight", insight), ("case", &*case)];
    for (kind, id) in steps.into_iter().chain([("effect", &*effect), ("message", &*message)]) {
        let page = demo.page("omid", &format!("/prove/chain/{kind}/{id}")).await;
        assert!(page.contains(&format!("/act/initiatives/{}", row.id)), "{kind} leads to no initiative");
    }
}

/// Its range holds nothing at all, its page says so, it is closed and the minutes say why.
async fn what_did_not_work_says_so(demo: &Demo) {
    let row = demo.initiative(cards::TITLE).await;
    let effect = demo.effect(&row).await;
    assert_eq!((row.state.as_str(), effect.verdict.as_str()), ("done", "none_detectable"), "{effect:?}");
    assert!(effect.low.zip(effect.high).is_some_and(|(low, high)| low < 0.0 && high > 0.0), "{effect:?}");
    let page = demo.page("sara", &format!("/prove/effects/{}", row.id)).await.to_lowercase();
    assert!(page.contains("no detectable effect"), "{page}");
    let page = demo.page("sara", "/act/initiatives/review").await;
    let link = page.split("href=\"/act/initiatives/review/").nth(1).and_then(|rest| rest.split('"').next());
    let page = demo.page("sara", &format!("/act/initiatives/review/{}", link.expect("a meeting was held"))).await;
    assert!(page.contains("Menu cards: no effect"), "{page}");
}

/// The bins of the six other branches are on Home, with a plan as the next step and what worked as an example.
async fn now_it_is_found_elsewhere(demo: &Demo) {
    let old = demo.initiative(bins::TITLE).await.insight_id;
    let rows = insight::Entity::find()
        .filter(insight::Column::GoneAt.is_null())
        .filter(insight::Column::Topic.eq("cleanliness.bins"))
        .filter(insight::Column::Kind.eq("cause"));
    let rows = rows.all(demo.app.store.reads()).await.expect("read");
    let [row] = rows.as_slice() else { panic!("one insight names the bins: {rows:?}") };
    assert_ne!(Some(&row.id), old.as_ref());
    for (who, path) in [("sara", "/"), ("omid", "/"), ("salem", "/"), ("karin", "/")] {
        let page = demo.page(who, path).await;
        let mut told: Vec<&str> = Vec::new();
        for link in page.split("/understand/insights/").skip(1) {
            let id = link.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            if !id.is_empty() && !told.contains(&id) {
                told.push(id);
            }
        }
        let place = told.iter().position(|id| *id == row.id);
        assert!(place.is_some_and(|place| place < 3), "{who}: {place:?}");
        // Plans are made by managers; nobody is sent to where they may not go.
        let plan = format!("/act/initiatives/new?insight={}", row.id);
        assert_eq!(page.contains(&plan), who != "salem", "{who}");
    }
    let page = demo.page("omid", "/prove/book/similar?topic=cleanliness.bins").await;
    assert!(page.contains(bins::TITLE));
}
