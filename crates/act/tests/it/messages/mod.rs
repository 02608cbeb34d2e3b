//! Stories of messages.

mod agreed;
mod inbound;
mod kill;
mod lifted;
mod outbox;
mod pages;
mod reading;
mod real;
mod refused;
mod silence;

use std::sync::{Arc, Mutex};

use act::messages::{self, Inbox, Kind, Mail, NewMessage, Outgoing, Posted, Postman, Received};
use async_trait::async_trait;
use kernel::{ContactId, Result, WorkspaceId};
use store::migrations::Migrations;
use store::{Store, Txn};
use testkit::Db;

/// A migrated store and a customer.
async fn store(db: &Db) -> (Store, WorkspaceId, ContactId) {
    let (store, ws) = testkit::store_with(db, Migrations::with(vec![act::migrations])).await;
    let contact = ContactId::of_key(ws, "sara@example.com");
    (store, ws, contact)
}

fn pages() -> ui::Pages {
    ui::Pages::new([act::BUNDLE]).expect("templates and catalogues compile")
}

/// An answer to Sara's complaint; change what the test is about.
fn reply<'a>(key: &'a str, contact: &'a ContactId) -> NewMessage<'a> {
    NewMessage {
        key,
        kind: Kind::CaseReply,
        contact: Some(contact),
        address: "sara@example.com",
        language: "en",
        subject: "Your visit on Sunday",
        text: "Dear Sara,\n\nwe are sorry about the bins.\nThey are emptied now.",
        thread: Some("case_1"),
        answers: None,
    }
}

async fn post(store: &Store, ws: WorkspaceId, new: NewMessage<'_>) -> Posted {
    let txn = store.write().await.expect("a write begins");
    let posted = messages::send(&txn, ws, new).await.expect("it is taken");
    txn.commit().await.expect("the write is kept");
    posted
}

fn outgoing(smtp: &str) -> Outgoing {
    let mail = Mail {
        smtp: smtp.into(),
        from: "Kaffe <service@kaffe.example>".into(),
        reply_to: "answers@kaffe.example".into(),
        ..Mail::default()
    };
    mail.check().expect("the settings are whole").outgoing.expect("mail goes out")
}

fn postman(store: &Store, smtp: &str) -> Postman {
    Postman::new(store.clone(), pages(), &outgoing(smtp), "https://cx.example").expect("a postman")
}

/// What servers run in the background must be able to move between threads.
fn movable<F: Future + Send>(future: F) -> F {
    future
}

async fn send_all(postman: &Postman) {
    while movable(postman.turn()).await.expect("a turn") > 0 {}
}

async fn message(store: &Store, ws: WorkspaceId, id: &kernel::MessageId) -> messages::entity::message::Model {
    messages::find(store.reads(), ws, id.as_str()).await.expect("it is there")
}

/// Remembers what it was given.
#[derive(Clone, Debug, Default)]
struct Memory(Arc<Mutex<Vec<Received>>>);

impl Memory {
    fn all(&self) -> Vec<Received> {
        self.0.lock().expect("no test panics while it holds this").clone()
    }
}

#[async_trait]
impl Inbox for Memory {
    async fn received(&self, _: &Txn, _: WorkspaceId, received: &Received) -> Result<()> {
        self.0.lock().expect("no test panics while it holds this").push(received.clone());
        Ok(())
    }
}
