//! The inner loop: answer, the customer's answer, closing, whether it helped.

use act::cases::{CaseInbox, Stage};
use act::messages::{self, Kind, Purpose, consent};
use axum::http::StatusCode;
use kernel::{ContactId, Role};
use sea_orm::EntityTrait;
use store::links::{Kind as Thing, Node};
use testkit::Db;

use crate::{App, app, notices};

testkit::on_both!(
    pressing_twice_answers_once,
    what_cannot_be_sent_is_no_answer,
    the_customers_answer_comes_back_into_the_case,
    strangers_and_programs_do_not_reopen_a_case,
    of_two_who_close_the_second_is_told,
    closing_without_an_answer_asks_why,
    a_no_opens_the_case_again_and_looking_does_not,
    who_may_not_be_asked_is_not_said_to_be,
    who_is_named_in_a_note_is_told,
    hostile_words_stay_words,
    steps_of_the_playbook_are_kept,
);

const CUSTOMER: &str = "sara@example.com";

const ANSWER: [(&str, &str); 5] = [
    ("address", CUSTOMER),
    ("subject", "Your visit"),
    ("text", "We are sorry about the bins."),
    ("language", "fa"),
    ("once", "abc"),
];

async fn answered(app: &App, agent: &str, id: &str) {
    let (status, ..) = app.post(agent, &format!("/act/cases/{id}/reply"), &ANSWER).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
}

/// A mail that answers our last message of a kind.
async fn comes_back(app: &App, kind: Kind, from: &str, id: &str, more: &str) {
    let message = app.sent(kind).await.pop().expect("a message");
    let raw = format!(
        "From: {from}\r\nSubject: Re: Your visit\r\nMessage-ID: <{id}@mail.example>\r\nIn-Reply-To: <{}@x.example>\r\n{more}\r\n\
         It still smells.\r\n",
        message.message_id
    );
    let inbox = CaseInbox(notices());
    let parsed = messages::parse(raw.as_bytes());
    messages::receive(&app.store, Some(app.ws), app.ws, parsed, &inbox).await.expect("it is taken");
}

async fn pressing_twice_answers_once(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (member, agent) = app.joins(Role::Agent).await;
    let found = app.complains("r1", CUSTOMER).await;
    let page = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(page.contains("value=\"sara@example.com\""), "the contact's key is an address: {page}");
    answered(&app, &agent, &found.id).await;
    let now = app.case(&found.id).await;
    db.clock.advance(kernel::time::HOUR);
    answered(&app, &agent, &found.id).await;
    let sent = app.sent(Kind::CaseReply).await;
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].language.as_str(), sent[0].thread.as_deref()), ("fa", Some(found.id.as_str())));
    let later = app.case(&found.id).await;
    assert_eq!(later.answered_at, now.answered_at);
    assert_eq!((later.owner.as_deref(), Stage::of(&later)), (Some(member.as_str()), Stage::Waits));
    let led = app.store.after(app.ws, &Node::new(Thing::Case, &found.id), Thing::Message, 10).await.expect("read");
    assert_eq!(led, [Node::new(Thing::Message, &sent[0].id)]);
    let page = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(page.contains("We are sorry about the bins.") && page.contains("Waiting"), "{page}");
}

async fn what_cannot_be_sent_is_no_answer(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", CUSTOMER).await;
    let txn = app.store.write().await.expect("a write begins");
    consent::suppress(&txn, app.ws, CUSTOMER, None, consent::Why::Bounced).await.expect("suppressed");
    txn.commit().await.expect("kept");
    let path = format!("/act/cases/{}/reply", found.id);
    for (address, says) in [(CUSTOMER, "is not written to"), ("nobody", "not an e-mail address")] {
        let mut form = ANSWER;
        form[0].1 = address;
        let (status, _, page) = app.post(&agent, &path, &form).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains(says) && page.contains("We are sorry about the bins."), "nothing typed is lost: {page}");
    }
    assert_eq!(app.case(&found.id).await.answered_at, None);
    assert!(app.sent(Kind::CaseReply).await.is_empty());
}

async fn the_customers_answer_comes_back_into_the_case(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let (_, agent) = app.joins(Role::Agent).await;
    let found = app.complains("r1", CUSTOMER).await;
    answered(&app, &agent, &found.id).await;
    let close = [("outcome", "solved"), ("root_cause", "Bins"), ("action", "Moved them")];
    let (status, ..) = app.post(&agent, &format!("/act/cases/{}/close", found.id), &close).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    db.clock.advance(kernel::time::HOUR);
    comes_back(&app, Kind::CaseReply, CUSTOMER, "1", "").await;
    // The same mail again, by another way.
    comes_back(&app, Kind::CaseReply, CUSTOMER, "1", "").await;
    let back = app.case(&found.id).await;
    let now = app.store.env().now().0;
    assert_eq!((back.replied_at, back.again_at, back.closed_at), (Some(now), Some(now), None));
    assert_eq!((back.reopened, Stage::of(&back)), (1, Stage::Back));
    assert!(back.due_at > now, "the clock starts again");
    let notices = app.sent(Kind::Notice).await;
    assert_eq!(notices.len(), 1);
    assert!(notices[0].body.contains(&format!("http://nabz.example/act/cases/{}", found.id)), "{}", notices[0].body);
    let page = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(page.contains("It still smells."), "{page}");
    let mut again = ANSWER;
    again[4].1 = "def";
    let (status, ..) = app.post(&agent, &format!("/act/cases/{}/reply", found.id), &again).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let sent = app.sent(Kind::CaseReply).await;
    assert_eq!(sent.last().and_then(|message| message.in_reply_to.as_deref()), Some("1@mail.example"));
    assert_eq!(Stage::of(&app.case(&found.id).await), Stage::Waits);
}

async fn strangers_and_programs_do_not_reopen_a_case(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", CUSTOMER).await;
    answered(&app, &agent, &found.id).await;
    comes_back(&app, Kind::CaseReply, "eve@example.com", "1", "").await;
    comes_back(&app, Kind::CaseReply, CUSTOMER, "2", "Auto-Submitted: auto-replied\r\n").await;
    let still = app.case(&found.id).await;
    assert_eq!((still.replied_at, still.again_at), (None, None));
    let notices = app.sent(Kind::Notice).await;
    assert_eq!(notices.len(), 1, "a stranger's mail is looked at, a program's is not");
    assert!(notices[0].subject.contains("Somebody else"), "{}", notices[0].subject);
    let page = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(page.contains("From somebody else") && page.contains("Automatic reply"), "{page}");
}

async fn of_two_who_close_the_second_is_told(db: Db) {
    let app = app(&db).await;
    let (first, second) = (app.signs_in(Role::Agent).await, app.signs_in(Role::Agent).await);
    let found = app.complains("r1", CUSTOMER).await;
    answered(&app, &first, &found.id).await;
    let path = format!("/act/cases/{}/close", found.id);
    let form = |cause| [("outcome", "solved"), ("root_cause", cause), ("action", "done")];
    let (one, two) = (form("the lid"), form("my own words"));
    let (one, two) = tokio::join!(app.post(&first, &path, &one), app.post(&second, &path, &two));
    let mut answers = [(one, "the lid"), (two, "my own words")];
    answers.sort_by_key(|((status, ..), _)| *status);
    let [((ok, ..), kept), ((late, _, page), lost)] = &answers;
    assert_eq!((*ok, *late), (StatusCode::SEE_OTHER, StatusCode::CONFLICT));
    assert!(page.contains("Somebody else has closed") && page.contains(lost), "{page}");
    assert_eq!(app.case(&found.id).await.root_cause.as_deref(), Some(*kept));
}

async fn closing_without_an_answer_asks_why(db: Db) {
    let app = app(&db).await;
    let agent = app.signs_in(Role::Agent).await;
    let found = app.complains("r1", CUSTOMER).await;
    let path = format!("/act/cases/{}/close", found.id);
    let (status, _, page) = app.post(&agent, &path, &[("outcome", "no_answer"), ("root_cause", "Bins")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Say why the customer gets no answer") && page.contains("value=\"Bins\""), "{page}");
    let (status, ..) = app.post(&agent, &path, &[("reason", "no address"), ("root_cause", "Bins")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "the outcome is asked for");
    let form = [("outcome", "no_answer"), ("reason", "no address")];
    assert_eq!(app.post(&agent, &path, &form).await.0, StatusCode::SEE_OTHER);
    let page = app.get(&agent, &format!("/act/cases/{}", found.id)).await;
    assert!(page.contains("Closed without an answer") && page.contains("no address"), "{page}");
    let list = app.get(&agent, "/act?which=closed").await;
    assert!(list.contains(&found.id), "{list}");
    assert_eq!(app.post(&agent, &format!("/act/cases/{}/reopen", found.id), &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(Stage::of(&app.case(&found.id).await), Stage::Back);
    let answer = format!("/act/cases/{}/answer", found.id);
    assert_eq!(app.post(&agent, &answer, &[]).await.0, StatusCode::SEE_OTHER);
    let by_phone = app.case(&found.id).await;
    assert_eq!((by_phone.closed_at, Stage::of(&by_phone)), (None, Stage::Waits), "an answer does not close");
}

async fn a_no_opens_the_case_again_and_looking_does_not(db: Db) {
    let app = app(&db).await;
    let (_, agent) = app.joins(Role::Agent).await;
    let found = app.complains("r1", CUSTOMER).await;
    let txn = app.store.write().await.expect("a write begins");
    let contact = ContactId::of_key(app.ws, CUSTOMER);
    consent::note(&txn, app.ws, &contact, Purpose::FollowUp, true, "survey:visit").await.expect("noted");
    txn.commit().await.expect("kept");
    answered(&app, &agent, &found.id).await;
    let close = [("outcome", "solved"), ("ask", "1")];
    let (status, ..) = app.post(&agent, &format!("/act/cases/{}/close", found.id), &close).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let asked = app.sent(Kind::CaseSurvey).await.pop().expect("the customer is asked");
    assert_eq!(asked.state(), messages::State::Queued);
    let link = asked.body.split("http://nabz.example").nth(1).and_then(|rest| rest.split_whitespace().next());
    let link = link.expect("a link").to_owned();
    let page = app.get("nobody", &link).await;
    assert!(page.contains("name=\"helped\" value=\"no\""), "{page}");
    assert_eq!(app.case(&found.id).await.helped, None, "scanners look at links");
    for (say, again) in [("partly", false), ("no", true), ("no", true)] {
        let (status, ..) = app.post("nobody", &link, &[("helped", say)]).await;
        assert_eq!(status, StatusCode::OK);
        let now = app.case(&found.id).await;
        assert_eq!((now.helped.as_deref(), now.closed_at.is_none()), (Some(say), again));
    }
    let now = app.case(&found.id).await;
    assert_eq!((now.reopened, Stage::of(&now)), (1, Stage::Back), "once");
    let forged = link.replace("/helped", "").chars().rev().collect::<String>();
    let (status, ..) = app.post("nobody", &format!("/m/{}/helped", &forged[..20]), &[("helped", "yes")]).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(app.case(&found.id).await.helped.as_deref(), Some("no"));
}

async fn who_may_not_be_asked_is_not_said_to_be(db: Db) {
    let app = app(&db).await;
    let (_, agent) = app.joins(Role::Agent).await;
    // The one never agreed, the other's address is not written to any more.
    let [silent, blocked] = [app.complains("r1", CUSTOMER).await, app.complains("r2", "ali@example.com").await];
    let txn = app.store.write().await.expect("a write begins");
    let contact = ContactId::of_key(app.ws, "ali@example.com");
    consent::note(&txn, app.ws, &contact, Purpose::FollowUp, true, "survey:visit").await.expect("noted");
    consent::suppress(&txn, app.ws, "ali@example.com", None, consent::Why::Bounced).await.expect("suppressed");
    txn.commit().await.expect("kept");
    for found in [silent, blocked] {
        let at = |what: &str| format!("/act/cases/{}/{what}", found.id);
        app.post(&agent, &at("answer"), &[]).await;
        let (status, to, _) = app.post(&agent, &at("close"), &[("outcome", "solved"), ("ask", "1")]).await;
        assert_eq!((status, to), (StatusCode::SEE_OTHER, format!("/act/cases/{}", found.id)));
        let now = app.case(&found.id).await;
        assert_eq!((now.asked_at, now.closed_at.is_some()), (None, true));
    }
    assert!(app.sent(Kind::CaseSurvey).await.is_empty());
}

async fn who_is_named_in_a_note_is_told(db: Db) {
    let app = app(&db).await;
    let (_, agent) = app.joins(Role::Agent).await;
    let (other, _) = app.joins(Role::Manager).await;
    let found = app.complains("r1", CUSTOMER).await;
    let path = format!("/act/cases/{}/notes", found.id);
    let (status, ..) = app.post(&agent, &path, &[("text", "@manager please look")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let member = app.store.member(app.ws, &other).await.expect("read").expect("there");
    let told: Vec<String> = app.sent(Kind::Notice).await.into_iter().map(|notice| notice.address).collect();
    assert_eq!(told, [member.email]);
}

async fn hostile_words_stay_words(db: Db) {
    let app = app(&db).await;
    let (_, agent) = app.joins(Role::Agent).await;
    let found = app.complains("r1", "<script>alert(1)</script>").await;
    let evil = "<img src=x onerror=alert(1)>";
    let mut form = ANSWER;
    (form[1].1, form[2].1) = (evil, evil);
    let (status, ..) = app.post(&agent, &format!("/act/cases/{}/reply", found.id), &form).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    app.post(&agent, &format!("/act/cases/{}/notes", found.id), &[("text", evil)]).await;
    let close = [("outcome", "solved"), ("root_cause", evil), ("action", evil)];
    app.post(&agent, &format!("/act/cases/{}/close", found.id), &close).await;
    let template = [("name", evil), ("language", "en"), ("subject", evil), ("text", "{name}")];
    assert_eq!(app.post(&agent, "/act/templates", &template).await.0, StatusCode::SEE_OTHER);
    for path in [format!("/act/cases/{}", found.id), "/act/templates".into(), "/act?which=closed".into()] {
        let page = app.get(&agent, &path).await;
        assert!(!page.contains("<img src=x") && !page.contains("<script>alert"), "{path}: {page}");
    }
}

async fn steps_of_the_playbook_are_kept(db: Db) {
    let app = app(&db).await;
    let (_, agent) = app.joins(Role::Agent).await;
    let condition = "nps <= 6".parse::<kernel::condition::Condition>().expect("a condition");
    let rule = act::cases::rules::entity::rule::Model {
        id: "rule_1".into(),
        workspace_id: app.ws.0,
        name: "Low".into(),
        is_on: true,
        place: 0,
        survey: None,
        condition: serde_json::json!(condition).to_string(),
        priority: 2,
        team_id: None,
        owner: None,
        due_minutes: 60,
        playbook: "Call the branch\n\nAnswer\nAnswer".into(),
        per_day: 10,
        changed_by: String::new(),
        changed_at: 0,
    };
    let txn = app.store.write().await.expect("a write begins");
    let row = sea_orm::ActiveModelTrait::reset_all(act::cases::rules::entity::rule::ActiveModel::from(rule));
    act::cases::rules::entity::rule::Entity::insert(row).exec_without_returning(&*txn).await.expect("kept");
    txn.commit().await.expect("kept");
    let found = app.complains("r1", CUSTOMER).await;
    let path = format!("/act/cases/{}", found.id);
    let steps = format!("{path}/steps");
    assert_eq!(app.post(&agent, &steps, &[("step", "Answer"), ("step", "Never said")]).await.0, StatusCode::SEE_OTHER);
    let page = app.get(&agent, &path).await;
    assert!(page.contains("value=\"Answer\" checked") && page.contains("value=\"Call the branch\"><"), "{page}");
    assert!(!page.contains("Never said"), "{page}");
    app.post(&agent, &steps, &[("was", "Answer")]).await;
    assert!(!app.get(&agent, &path).await.contains("value=\"Answer\" checked"));
}
