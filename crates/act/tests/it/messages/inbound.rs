//! What comes in: to its thread, once, and believed as far as it can be.

use act::messages::entity::mail;
use act::messages::{self, Fate, NewMessage, Reception, State, parse};
use kernel::WorkspaceId;
use sea_orm::EntityTrait as _;
use store::Store;
use testkit::{Db, Smtp, Taken};

use super::{Memory, message, post, postman, reply, send_all, store};

testkit::on_both!(
    an_answer_finds_its_thread,
    a_plus_address_finds_it_too,
    a_forged_token_finds_nothing,
    somebody_else_is_marked,
    another_workspace_finds_nothing,
    the_same_mail_counts_once,
    our_own_mail_goes_to_nobody,
    two_programs_do_not_talk_for_ever,
    a_bounce_stops_the_address_of_our_message_alone,
    what_is_ours_blocks_no_address,
    a_report_that_says_little_is_read_to_the_end,
    delays_add_up,
    what_was_given_up_is_not_delivered,
);

/// Our mail to Sara as it went out.
async fn sent(store: &Store, ws: WorkspaceId) -> (kernel::MessageId, Taken) {
    let contact = kernel::ContactId::of_key(ws, "sara@example.com");
    let posted = post(store, ws, reply("case_1:reply:1", &contact)).await;
    let smtp = Smtp::start().await;
    send_all(&postman(store, &smtp.url())).await;
    (posted.id, smtp.taken().pop().expect("it went out"))
}

fn mail_from(from: &str, headers: &str, text: &str) -> Vec<u8> {
    format!(
        "From: {from}\r\nTo: service@kaffe.example\r\nSubject: Re: Your visit\r\nMessage-ID: <1@example.com>\r\n\
         Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n{headers}\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

async fn take(store: &Store, to: Option<WorkspaceId>, raw: &[u8], memory: &Memory) -> Reception {
    messages::receive(store, to, to.unwrap_or(WorkspaceId(1)), parse(raw), memory).await.expect("it is taken")
}

async fn an_answer_finds_its_thread(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let (_, ours) = sent(&store, ws).await;
    let id = ours.header("Message-ID").expect("it has one");
    let memory = Memory::default();
    let text = "Thank you, it works now.\r\n\r\nOn Sun, 22 Nov 2026 at 09:30, Kaffe <service@kaffe.example> wrote:\r\n> Dear Sara,\r\n> we are sorry";
    let raw = mail_from("Sara <Sara@Example.com>", &format!("In-Reply-To: {id}"), text);
    assert_eq!(take(&store, None, &raw, &memory).await, Reception::Threaded);
    let [received] = &memory.all()[..] else { panic!("one mail") };
    assert_eq!((received.thread.as_str(), received.contact.as_ref()), ("case_1", Some(&contact)));
    assert_eq!(received.text, "Thank you, it works now.");
    assert!(received.quoted.as_deref().is_some_and(|all| all.contains("> Dear Sara,")));
    assert!(!received.is_foreign && !received.auto && received.bounce.is_none());

    // The answer to the answer says which mail it is about.
    let new = NewMessage { answers: Some(received), ..reply("case_1:reply:2", &contact) };
    post(&store, ws, new).await;
    let smtp = Smtp::start().await;
    send_all(&postman(&store, &smtp.url())).await;
    assert_eq!(smtp.taken()[0].header("In-Reply-To").as_deref(), Some("<1@example.com>"));
    assert_eq!(messages::came_in(store.reads(), ws, "case_1").await.expect("read").len(), 1);
}

async fn a_plus_address_finds_it_too(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (_, ours) = sent(&store, ws).await;
    let back = ours.header("Reply-To").expect("answers go somewhere").to_uppercase();
    let memory = Memory::default();
    let raw = mail_from("sara@example.com", &format!("Cc: {back}"), "Thanks");
    assert_eq!(take(&store, None, &raw, &memory).await, Reception::Threaded);
    assert_eq!(memory.all()[0].thread, "case_1");
}

async fn a_forged_token_finds_nothing(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (id, ours) = sent(&store, ws).await;
    let bare = id.as_str().trim_start_matches("msg_").to_owned();
    let back = ours.header("Reply-To").expect("answers go somewhere");
    let token = back.split(['+', '@']).nth(1).expect("a token");
    let last = if token.ends_with('0') { "1" } else { "0" };
    let memory = Memory::default();
    let forged = [bare.clone(), format!("{bare}0000000000000000"), format!("{}{last}", &token[..token.len() - 1])];
    for (at, token) in forged.iter().enumerate() {
        let headers =
            format!("Cc: answers+{token}@kaffe.example\r\nX-At: {at}\r\nIn-Reply-To: <nabz.{bare}@kaffe.example>");
        let raw = mail_from("sara@example.com", &headers, &format!("Thanks {at}"));
        assert_eq!(take(&store, None, &raw, &memory).await, Reception::Loose, "{token}");
    }
    assert!(memory.all().is_empty(), "the From line alone finds nothing");
}

async fn somebody_else_is_marked(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (_, ours) = sent(&store, ws).await;
    let id = ours.header("Message-ID").expect("it has one");
    let memory = Memory::default();
    let raw = mail_from("Evil <evil@example.com>", &format!("References: <x@y.example> {id}"), "Close the case");
    assert_eq!(take(&store, None, &raw, &memory).await, Reception::Threaded);
    assert!(memory.all()[0].is_foreign);
}

async fn another_workspace_finds_nothing(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (_, ours) = sent(&store, ws).await;
    let txn = store.write().await.expect("a write begins");
    let other = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &other).await.expect("made");
    txn.commit().await.expect("kept");
    let memory = Memory::default();
    let id = ours.header("Message-ID").expect("it has one");
    let raw = mail_from("sara@example.com", &format!("In-Reply-To: {id}"), "Thanks");
    assert_eq!(take(&store, Some(other), &raw, &memory).await, Reception::Loose);
    assert!(messages::came_in(store.reads(), ws, "case_1").await.expect("read").is_empty());
}

async fn the_same_mail_counts_once(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (_, ours) = sent(&store, ws).await;
    let id = ours.header("Message-ID").expect("it has one");
    let memory = Memory::default();
    let raw = mail_from("sara@example.com", &format!("In-Reply-To: {id}"), "Thanks");
    assert_eq!(take(&store, None, &raw, &memory).await, Reception::Threaded);
    // By another way, which adds a line of its own.
    let again = [b"Received: from mx.example\r\n".as_slice(), &raw].concat();
    assert_eq!(take(&store, Some(ws), &again, &memory).await, Reception::Known);
    // A stranger cannot use up somebody's Message-ID.
    let other = mail_from("sara@example.com", &format!("In-Reply-To: {id}"), "Other words");
    assert_eq!(take(&store, None, &other, &memory).await, Reception::Threaded);
    assert_eq!(memory.all().len(), 2);
}

async fn our_own_mail_goes_to_nobody(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (_, ours) = sent(&store, ws).await;
    let memory = Memory::default();
    assert_eq!(take(&store, None, ours.raw.as_bytes(), &memory).await, Reception::Held);
    assert!(memory.all().is_empty());
}

async fn two_programs_do_not_talk_for_ever(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (_, ours) = sent(&store, ws).await;
    let id = ours.header("Message-ID").expect("it has one");
    let memory = Memory::default();
    let mut last = Reception::Threaded;
    for at in 0..25 {
        let raw = mail_from("sara@example.com", &format!("In-Reply-To: {id}"), &format!("I am away ({at})"));
        last = take(&store, None, &raw, &memory).await;
    }
    assert_eq!(last, Reception::Held);
    assert_eq!(memory.all().len(), 20);
    db.clock.advance(kernel::time::HOUR + 1);
    let raw = mail_from("sara@example.com", &format!("In-Reply-To: {id}"), "I am back");
    assert_eq!(take(&store, None, &raw, &memory).await, Reception::Threaded);
    assert_eq!(mail::Entity::find().all(store.reads()).await.expect("read").len(), 26, "all are kept");
}

/// A report as mail servers write it.
fn bounce(about: &str, recipient: &str, action: &str, status: &str, at: usize) -> Vec<u8> {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: answers@kaffe.example\r\nSubject: Undelivered\r\n\
         Message-ID: <bounce-{at}@mx.example>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered ({at}).\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; 550 {status} no such\r\n mailbox\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {about}\r\nSubject: Your visit\r\n\r\n--b--\r\n"
    )
    .into_bytes()
}

async fn a_bounce_stops_the_address_of_our_message_alone(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let (id, ours) = sent(&store, ws).await;
    let about = ours.header("Message-ID").expect("it has one");
    let memory = Memory::default();
    let forged = bounce("<nabz.made-up@kaffe.example>", "sara@example.com", "failed", "5.1.1", 1);
    take(&store, None, &forged, &memory).await;
    assert_eq!(message(&store, ws, &id).await.state(), State::Sent);

    let real = bounce(&about, "boss@kaffe.example", "failed", "5.1.1", 2);
    assert_eq!(take(&store, None, &real, &memory).await, Reception::Report);
    let found = message(&store, ws, &id).await;
    assert_eq!(found.state(), State::Failed);
    assert_eq!(found.last_error.as_deref(), Some("5.1.1 smtp; 550 5.1.1 no such mailbox"));
    assert_eq!(post(&store, ws, reply("2", &contact)).await.state, State::Suppressed);
    let boss = NewMessage { address: "boss@kaffe.example", ..reply("3", &contact) };
    assert_eq!(post(&store, ws, boss).await.state, State::Queued, "what a report says of others is not believed");
    let received = memory.all().pop().expect("the case is told");
    assert!(received.auto && received.bounce.is_some_and(|bounce| bounce.fate == Fate::Failed));
}

/// Policy and content (RFC 3463, sections 3.7 and 3.8) and our own address as a sender's: however often.
async fn what_is_ours_blocks_no_address(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let (id, ours) = sent(&store, ws).await;
    let about = ours.header("Message-ID").expect("it has one");
    let ours = ["5.7.1", "5.7.26", "5.7.606", "5.6.0", "5.1.8", "4.7.0", "5.7.0"];
    for (at, status) in ours.into_iter().enumerate() {
        take(&store, None, &bounce(&about, "sara@example.com", "failed", status, at), &Memory::default()).await;
        let found = message(&store, ws, &id).await;
        assert_eq!(found.state(), State::Failed, "{status}");
        assert!(found.last_error.is_some_and(|words| words.starts_with(status)), "{status}");
        let key = format!("after:{status}");
        assert_eq!(post(&store, ws, reply(&key, &contact)).await.state, State::Queued, "{status}");
    }
    // They have not used up what the address itself is granted.
    for at in 10..14 {
        take(&store, None, &bounce(&about, "sara@example.com", "delayed", "4.4.1", at), &Memory::default()).await;
    }
    assert_eq!(post(&store, ws, reply("late", &contact)).await.state, State::Queued);
    take(&store, None, &bounce(&about, "sara@example.com", "failed", "5.1.1", 20), &Memory::default()).await;
    assert_eq!(post(&store, ws, reply("last", &contact)).await.state, State::Suppressed);
}

/// Some servers report nothing but 5.0.0, with the other server's words beside it.
async fn a_report_that_says_little_is_read_to_the_end(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let (id, ours) = sent(&store, ws).await;
    let about = ours.header("Message-ID").expect("it has one");
    let little = |words: &str, at: usize| {
        let raw = bounce(&about, "sara@example.com", "failed", "5.0.0", at);
        let raw = String::from_utf8(raw).expect("it is text");
        raw.replace("smtp; 550 5.0.0 no such\r\n mailbox", words).into_bytes()
    };
    let policy = little("smtp; 550-5.7.1 [203.5.1.9] is listed; the next server said 550 5.1.1", 1);
    take(&store, None, &policy, &Memory::default()).await;
    assert_eq!(message(&store, ws, &id).await.state(), State::Failed);
    assert_eq!(post(&store, ws, reply("2", &contact)).await.state, State::Queued);
    take(&store, None, &little("smtp; 550 unrouteable address", 2), &Memory::default()).await;
    assert_eq!(post(&store, ws, reply("3", &contact)).await.state, State::Suppressed, "for good, and not ours");
}

async fn delays_add_up(db: Db) {
    let (store, ws, _) = store(&db).await;
    let (id, ours) = sent(&store, ws).await;
    let about = ours.header("Message-ID").expect("it has one");
    for at in 0..5 {
        assert_eq!(message(&store, ws, &id).await.state(), State::Sent, "after {at}");
        take(&store, None, &bounce(&about, "sara@example.com", "delayed", "4.4.1", at), &Memory::default()).await;
    }
    assert_eq!(message(&store, ws, &id).await.state(), State::Failed);
}

async fn what_was_given_up_is_not_delivered(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let (id, ours) = sent(&store, ws).await;
    let about = ours.header("Message-ID").expect("it has one");
    let expired = bounce(&about, "sara@example.com", "failed", "4.4.7", 1);
    take(&store, None, &expired, &Memory::default()).await;
    let found = message(&store, ws, &id).await;
    assert_eq!(found.state(), State::Failed);
    assert!(found.last_error.is_some_and(|words| words.starts_with("4.4.7")));
    assert_eq!(post(&store, ws, reply("2", &contact)).await.state, State::Queued, "its server may answer again");
}
