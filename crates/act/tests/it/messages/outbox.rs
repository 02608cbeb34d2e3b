//! What goes out: once for each reason, within consent, with typed headers.

use act::messages::consent::{self, Why};
use act::messages::{self, Kind, Mail, NewMessage, Purpose, State};
use kernel::Error;
use testkit::{Db, Smtp};

use super::{message, post, postman, reply, send_all, store};

testkit::on_both!(
    a_known_key_sends_nothing_new,
    what_is_rolled_back_is_not_sent,
    a_message_goes_out_in_its_language,
    follow_ups_need_consent,
    a_no_counts_until_the_last_moment,
    unknown_addresses_are_not_written_to_again,
    what_fails_is_tried_again_and_then_given_up,
    headers_cannot_be_injected,
    an_expired_lease_is_sent_again_as_the_same_mail,
);

async fn a_known_key_sends_nothing_new(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let first = post(&store, ws, reply("case_1:reply:1", &contact)).await;
    let again = post(&store, ws, NewMessage { text: "Other words", ..reply("case_1:reply:1", &contact) }).await;
    assert!(first.is_new && !again.is_new);
    assert_eq!(first.id, again.id);
    let smtp = Smtp::start().await;
    send_all(&postman(&store, &smtp.url())).await;
    assert_eq!(smtp.taken().len(), 1);
    let found = message(&store, ws, &first.id).await;
    assert_eq!((found.state(), found.attempts), (State::Sent, 1));
}

async fn what_is_rolled_back_is_not_sent(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let txn = store.write().await.expect("a write begins");
    messages::send(&txn, ws, reply("a", &contact)).await.expect("it is taken");
    drop(txn);
    assert_eq!(messages::count(store.reads(), ws, &messages::Filter::default()).await.expect("counted"), 0);
}

async fn a_message_goes_out_in_its_language(db: Db) {
    let (store, ws, contact) = store(&db).await;
    allow(&store, ws, &contact).await;
    let fa = NewMessage {
        kind: Kind::Told,
        language: "fa",
        subject: "شما گفتید، ما انجام دادیم",
        text: "سارای گرامی،\n\nسطل‌ها <b>هر روز</b> خالی می‌شوند.",
        ..reply("told", &contact)
    };
    post(&store, ws, fa).await;
    post(&store, ws, reply("reply", &contact)).await;
    let smtp = Smtp::start().await;
    send_all(&postman(&store, &smtp.url())).await;
    let taken = smtp.taken();
    let told = taken.iter().find(|mail| mail.header("Content-Language").as_deref() == Some("fa")).expect("in Persian");
    let parsed = mail_parser::MessageParser::default().parse(told.raw.as_bytes()).expect("a mail");
    assert_eq!(parsed.subject(), Some("شما گفتید، ما انجام دادیم"));
    let html = parsed.body_html(0).expect("as HTML");
    assert!(html.contains("dir=\"rtl\"") && html.contains("&lt;b&gt;"), "{html}");
    assert!(parsed.body_text(0).expect("as text").contains("/unsubscribe"));
    let unsubscribe = told.header("List-Unsubscribe").expect("one can unsubscribe");
    assert!(
        unsubscribe.starts_with("<https://cx.example/m/") && unsubscribe.ends_with("/unsubscribe>"),
        "{unsubscribe}"
    );
    assert_eq!(told.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    assert_eq!(told.header("Auto-Submitted").as_deref(), Some("auto-generated"));

    let answer =
        taken.iter().find(|mail| mail.header("Content-Language").as_deref() == Some("en")).expect("in English");
    assert!(answer.header("List-Unsubscribe").is_none() && answer.header("Auto-Submitted").is_none());
    assert_eq!(answer.header("From").as_deref(), Some("Kaffe <service@kaffe.example>"));
    let back = answer.header("Reply-To").expect("answers go somewhere");
    assert!(back.starts_with("answers+") && back.ends_with("@kaffe.example"), "{back}");
    assert_eq!(answer.from, back, "what cannot be delivered comes back there");
    assert!(answer.header("Message-ID").is_some_and(|id| id.ends_with("@kaffe.example>")));
}

async fn follow_ups_need_consent(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let told = |key| NewMessage { kind: Kind::Told, ..reply(key, &contact) };
    assert_eq!(post(&store, ws, told("1")).await.state, State::HeldWithoutConsent);
    assert_eq!(post(&store, ws, reply("2", &contact)).await.state, State::Queued, "an answer needs none");
    allow(&store, ws, &contact).await;
    assert_eq!(post(&store, ws, told("3")).await.state, State::Queued);
    let txn = store.write().await.expect("a write begins");
    consent::suppress(&txn, ws, "SARA@example.com", None, Why::Bounced).await.expect("suppressed");
    txn.commit().await.expect("kept");
    assert_eq!(post(&store, ws, reply("4", &contact)).await.state, State::Suppressed);
}

async fn a_no_counts_until_the_last_moment(db: Db) {
    let (store, ws, contact) = store(&db).await;
    allow(&store, ws, &contact).await;
    let told = post(&store, ws, NewMessage { kind: Kind::Told, ..reply("1", &contact) }).await;
    let txn = store.write().await.expect("a write begins");
    consent::note(&txn, ws, &contact, Purpose::FollowUp, false, "test").await.expect("noted");
    txn.commit().await.expect("kept");
    let smtp = Smtp::start().await;
    send_all(&postman(&store, &smtp.url())).await;
    assert!(smtp.taken().is_empty());
    assert_eq!(message(&store, ws, &told.id).await.state(), State::HeldWithoutConsent);
}

async fn unknown_addresses_are_not_written_to_again(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let unknown = post(&store, ws, NewMessage { address: "nobody@example.com", ..reply("1", &contact) }).await;
    let refused = post(&store, ws, NewMessage { address: "never@example.com", ..reply("2", &contact) }).await;
    let smtp = Smtp::start().await;
    send_all(&postman(&store, &smtp.url())).await;
    let found = message(&store, ws, &unknown.id).await;
    assert_eq!((found.state(), found.attempts), (State::Failed, 1));
    assert!(found.last_error.is_some_and(|words| words.contains("5.1.1")));
    assert_eq!(message(&store, ws, &refused.id).await.state(), State::Failed);
    let again = post(&store, ws, NewMessage { address: "Nobody@Example.com", ..reply("3", &contact) }).await;
    assert_eq!(again.state, State::Suppressed);
    let other = post(&store, ws, NewMessage { address: "never@example.com", ..reply("4", &contact) }).await;
    assert_eq!(other.state, State::Queued, "a policy is not an address");
}

async fn what_fails_is_tried_again_and_then_given_up(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let later = post(&store, ws, NewMessage { address: "later@example.com", ..reply("1", &contact) }).await;
    let smtp = Smtp::start().await;
    let postman = postman(&store, &smtp.url());
    for (attempt, wait) in Mail::default().retries.into_iter().enumerate() {
        assert_eq!(postman.turn().await.expect("a turn"), 1, "attempt {attempt}");
        let found = message(&store, ws, &later.id).await;
        assert_eq!(found.state(), State::Queued, "attempt {attempt}");
        assert_eq!(postman.turn().await.expect("a turn"), 0, "not before its time");
        db.clock.advance(i64::from(wait) * kernel::time::SECOND);
    }
    assert_eq!(postman.turn().await.expect("a turn"), 1);
    let found = message(&store, ws, &later.id).await;
    assert_eq!((found.state(), found.attempts), (State::Failed, 9));
    assert!(found.last_error.is_some_and(|words| words.contains("busy")));

    let txn = store.write().await.expect("a write begins");
    assert_eq!(messages::replay(&txn, ws, later.id.as_str()).await.expect("again"), State::Queued);
    txn.commit().await.expect("kept");
    assert_eq!(postman.turn().await.expect("a turn"), 1);
}

async fn headers_cannot_be_injected(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let evil = NewMessage {
        subject: "Hello\r\nBcc: evil@example.com\r\n\r\nbody\u{2028}x",
        language: "en\r\nX-Evil: 1",
        ..reply("1", &contact)
    };
    post(&store, ws, evil).await;
    let txn = store.write().await.expect("a write begins");
    for address in ["a@b.example\r\nBcc: x@y.example", "a@b.example, c@d.example", "<a@b.example>", "a b@c.example", ""]
    {
        let refused = messages::send(&txn, ws, NewMessage { address, ..reply("2", &contact) }).await;
        assert!(matches!(refused, Err(Error::Refused(ref why)) if why.code == "bad_address"), "{address}: {refused:?}");
    }
    txn.commit().await.expect("kept");
    let smtp = Smtp::start().await;
    send_all(&postman(&store, &smtp.url())).await;
    let [mail] = &smtp.taken()[..] else { panic!("one mail") };
    assert_eq!(mail.to, "sara@example.com");
    for header in ["Bcc", "X-Evil"] {
        assert!(mail.header(header).is_none(), "{}", mail.raw);
    }
    assert!(mail.header("Subject").is_some_and(|subject| subject.contains("Bcc: evil")), "{}", mail.raw);
}

async fn an_expired_lease_is_sent_again_as_the_same_mail(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let posted = post(&store, ws, reply("1", &contact)).await;
    let smtp = Smtp::start().await;
    let postman = postman(&store, &smtp.url());
    send_all(&postman).await;
    // As if the worker had died before it could say so.
    db.execute("UPDATE messages SET state = 'sending', leased_until = 1, leased_by = 'dead'").await;
    send_all(&postman).await;
    let [first, second] = &smtp.taken()[..] else { panic!("two mails") };
    assert_eq!(first, second, "to the byte");
    assert_eq!(message(&store, ws, &posted.id).await.state(), State::Sent);
}

async fn allow(store: &store::Store, ws: kernel::WorkspaceId, contact: &kernel::ContactId) {
    let txn = store.write().await.expect("a write begins");
    consent::note(&txn, ws, contact, Purpose::FollowUp, true, "survey:visit").await.expect("noted");
    txn.commit().await.expect("kept");
}
