//! Queues, the board, what is due, and many cases at once.

use act::messages::Kind;
use axum::http::StatusCode;
use kernel::Role;
use kernel::time::DAY;
use sea_orm::{ActiveModelTrait as _, EntityTrait};
use store::entity::case;
use testkit::Db;

use crate::{App, app};

testkit::on_both!(
    each_queue_holds_what_waits_there,
    many_are_changed_at_once_or_none,
    an_initiative_begins_with_those_chosen,
    the_next_and_the_one_before_are_of_the_queue,
    counts_stop_and_say_so,
    the_due_page_shows_each_day,
);

/// As many more cases like one, due one after the other.
async fn more(app: &App, like: &case::Model, count: usize) {
    let rows: Vec<case::ActiveModel> = (0..count)
        .map(|n| {
            let id = format!("case_{n:026}");
            let row =
                case::Model { id, uid: n.to_be_bytes().to_vec(), due_at: like.due_at + n as i64 + 1, ..like.clone() };
            case::ActiveModel::from(row).reset_all()
        })
        .collect();
    let txn = app.store.write().await.expect("a write begins");
    for rows in rows.chunks(500) {
        case::Entity::insert_many(rows.to_vec()).exec_without_returning(&*txn).await.expect("kept");
    }
    txn.commit().await.expect("kept");
}

async fn each_queue_holds_what_waits_there(db: Db) {
    let app = app(&db).await;
    let (me, agent) = app.joins(Role::Agent).await;
    let [loose, mine, answered, closed] = [
        app.complains("r1", "a@x.example").await.id,
        app.complains("r2", "b@x.example").await.id,
        app.complains("r3", "c@x.example").await.id,
        app.complains("r4", "d@x.example").await.id,
    ];
    let at = |id: &str, what: &str| format!("/act/cases/{id}/{what}");
    app.post(&agent, &at(&mine, "assign"), &[("owner", me.as_str())]).await;
    app.post(&agent, &at(&answered, "answer"), &[]).await;
    app.post(&agent, &at(&closed, "close"), &[("outcome", "no_answer"), ("reason", "spam")]).await;
    let holds = async |which: &str, expected: &[&String]| {
        let page = app.get(&agent, &format!("/act?which={which}")).await;
        for id in [&loose, &mine, &answered, &closed] {
            assert_eq!(page.contains(id.as_str()), expected.contains(&id), "{which} {id}: {page}");
        }
    };
    holds("mine", &[&mine]).await;
    holds("", &[&mine]).await;
    holds("loose", &[&loose]).await;
    holds("open", &[&loose, &mine]).await;
    holds("overdue", &[]).await;
    holds("answered", &[&answered]).await;
    holds("closed", &[&closed]).await;
    let board = app.get(&agent, "/act/board").await;
    assert!([&loose, &mine, &answered].iter().all(|id| board.contains(id.as_str())) && !board.contains(&closed));
    let home = app.get(&agent, "/home").await;
    assert!(home.contains("Complaints of the last"), "{home}");
    let became = async |what: &str, count: &str| {
        let page = app.get(&agent, "/act?which=open").await;
        let says = format!("<dt>{what}</dt><dd>{count}</span>");
        assert!(page.contains(&says), "{says}: {page}");
    };
    for what in ["Answered", "In work", "Waiting for an owner", "Closed without an answer"] {
        became(what, "25% <span class=\"note\">1").await;
    }
    became("Overdue", "0% <span class=\"note\">0").await;
    db.clock.advance(2 * DAY);
    holds("overdue", &[&loose, &mine]).await;
    became("Overdue", "50% <span class=\"note\">2").await;
    became("Waiting for an owner", "0% <span class=\"note\">0").await;
}

async fn many_are_changed_at_once_or_none(db: Db) {
    let app = app(&db).await;
    let (_, agent) = app.joins(Role::Agent).await;
    let (other, _) = app.joins(Role::Agent).await;
    let viewer = testkit::member(&app.store, app.ws, Role::Viewer).await;
    let (one, two) = (app.complains("r1", "a@x.example").await, app.complains("r2", "b@x.example").await);
    let ids = [("id", one.id.as_str()), ("id", two.id.as_str()), ("back", "/act?which=open&page=0")];
    let press = async |more: &[(&str, &str)]| app.post(&agent, "/act/bulk", &[&ids[..], more].concat()).await;
    assert_eq!(press(&[("do", "assign"), ("owner", other.as_str())]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(app.case(&two.id).await.owner.as_deref(), Some(other.as_str()));
    assert_eq!(app.sent(Kind::Notice).await.len(), 2);
    let (status, _, page) = press(&[("do", "assign"), ("owner", viewer.as_str())]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    assert_eq!(app.case(&one.id).await.owner.as_deref(), Some(other.as_str()), "nothing changed");
    assert_eq!(press(&[("do", "priority"), ("priority", "3")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(press(&[("do", "close"), ("outcome", "no_answer")]).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        press(&[("do", "close"), ("outcome", "no_answer"), ("reason", "a test")]).await.0,
        StatusCode::SEE_OTHER
    );
    let now = app.case(&one.id).await;
    assert_eq!((now.priority, now.root_cause.as_deref(), now.closed_at.is_some()), (3, Some("a test"), true));
    assert_eq!(app.post(&agent, "/act/bulk", &[("do", "close")]).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let foreign = [("id", one.id.as_str()), ("id", "case_of_nobody"), ("do", "priority"), ("priority", "0")];
    assert_eq!(app.post(&agent, "/act/bulk", &foreign).await.0, StatusCode::NOT_FOUND);
    assert_eq!(app.case(&one.id).await.priority, 3);
}

async fn an_initiative_begins_with_those_chosen(db: Db) {
    let app = app(&db).await;
    let (a, b) = (app.complains("r1", "a@x.example").await.id, app.complains("r2", "b@x.example").await.id);
    let (agent, manager) = (app.signs_in(Role::Agent).await, app.signs_in(Role::Manager).await);
    assert!(!app.get(&agent, "/act?which=open").await.contains("value=\"initiative\""), "agents cannot make one");
    assert!(app.get(&manager, "/act?which=open").await.contains("value=\"initiative\""));
    let (status, to, _) = app.post(&manager, "/act/bulk", &[("do", "initiative"), ("id", &a), ("id", &b)]).await;
    assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("/act/initiatives/new?case={a}&case={b}")));
    let form = app.get(&manager, &format!("/act/initiatives/new?case={a}&case={b}")).await;
    assert!([&a, &b].iter().all(|id| form.contains(&format!("value=\"{id}\""))), "{form}");
    let (status, ..) = app.post(&manager, "/act/bulk", &[("do", "initiative"), ("back", "/act?which=open")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is chosen");
}

async fn the_next_and_the_one_before_are_of_the_queue(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", "a@x.example").await;
    more(&app, &found, 2).await;
    let ids = [found.id.clone(), format!("case_{:026}", 0), format!("case_{:026}", 1)];
    let link = |rel: &str, key: &str, id: &str| {
        format!("rel=\"{rel}\" data-hot=\"{key}\" aria-keyshortcuts=\"{key}\" href=\"/act/cases/{id}?which=open\"")
    };
    let page = app.get(&agent, &format!("/act/cases/{}?which=open", ids[1])).await;
    assert!(page.contains(&link("prev", "k", &ids[0])) && page.contains(&link("next", "j", &ids[2])), "{page}");
    let first = app.get(&agent, &format!("/act/cases/{}?which=open", ids[0])).await;
    assert!(!first.contains("rel=\"prev\"") && first.contains(&link("next", "j", &ids[1])), "{first}");
}

async fn counts_stop_and_say_so(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", "a@x.example").await;
    more(&app, &found, act::cases::COUNT_MAX as usize + 10).await;
    let page = app.get(&agent, "/act?which=loose").await;
    assert!(page.contains("10,000+") && page.contains("which=loose&amp;page=1"), "{page}");
}

async fn the_due_page_shows_each_day(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", "a@x.example").await;
    more(&app, &found, 6).await;
    let page = app.get(&agent, &format!("/act/due?at={}", found.due_at)).await;
    assert!(page.contains(&found.id) && page.contains("\u{2068}3\u{2069} more"), "{page}");
    let other = app.get(&agent, &format!("/act/due?at={}", found.due_at + 70 * DAY)).await;
    assert!(!other.contains(&found.id), "{other}");
    assert!(!app.get(&agent, "/act/due?at=9223372036854775807").await.is_empty());
}
