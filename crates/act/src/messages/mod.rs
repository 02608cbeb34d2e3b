//! Messages: mail to customers and members, and what comes back.
//!
//! [`send`] puts a message into the outbox within the transaction that it tells of; [`Postman`] sends it once there is a
//! mail server, and until then `/act/messages` shows it. What comes in ([`imap::poll`], `POST /api/v1/mail`) is put to its
//! thread and handed to an [`Inbox`].

pub(crate) mod agreed;
mod api;
pub(crate) mod blocks;
pub mod consent;
mod consents;
pub mod entity;
mod inbound;
mod kind;
mod lift;
mod mails;
mod migration;
mod openapi;
mod outbox;
mod pages;
mod post;
mod settings;
mod since;
mod status;
pub(crate) mod stop;
mod token;
mod unsubscribe;

use std::sync::Arc;

use kernel::Role;
use sea_orm_migration::MigrationTrait;
use store::keys::Scope;
use ui::http::{Access, Routes};

pub use inbound::{
    Attachment, Bounce, Fate, Inbox, MAIL_BYTES_MAX, Nobody, Parsed, Received, Reception, Split, imap, parse, receive,
    split,
};
pub use kind::{Kind, Purpose, State};
pub use openapi::openapi;
pub(crate) use outbox::link;
pub use outbox::{
    Filter, HISTORY_MAX, NewMessage, Posted, SUBJECT_CHARS_MAX, TEXT_CHARS_MAX, came_in, count, find, list, replay,
    send, sent_by_hand, shown, survey_language,
};
pub use post::{LEASE_MICROS, Postman};
pub use settings::{Incoming, Mail, Outgoing, Settings, Wrong};
pub use token::{case_token, redeem_case};

/// What the pages and the API of messages know beside the database.
#[derive(Clone)]
pub struct Desk {
    /// Whether a mail server sends; else members send by hand.
    pub has_smtp: bool,
    /// Who is given mails that belong to threads.
    pub inbox: Arc<dyn Inbox>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("has_smtp", &self.has_smtp).finish_non_exhaustive()
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self { has_smtp: false, inbox: Arc::new(Nobody) }
    }
}

pub(crate) fn routes(desk: Desk) -> Routes {
    let agent = Access::Member(Role::Agent);
    Routes::new()
        .get("/act/messages", agent, pages::list)
        .get("/act/messages/{message}", agent, pages::show)
        .post("/act/messages/{message}/again", agent, pages::again)
        .post("/act/messages/{message}/agreed", agent, consents::agreed)
        .post("/act/messages/{message}/lift", agent, lift::lift)
        .post("/act/messages/{message}/sent", agent, pages::sent)
        .post("/act/messages/{message}/unsent", agent, pages::unsent)
        .get("/act/mails", agent, mails::list)
        .get("/act/mails/{mail}", agent, mails::show)
        .post("/act/mails/{mail}/done", agent, mails::done)
        .post("/act/mails/{mail}/undone", agent, mails::undone)
        .get("/act/mails/{mail}/files/{file}", agent, mails::file)
        .get("/m/{token}/unsubscribe", Access::Public, unsubscribe::show)
        .post("/m/{token}/unsubscribe", Access::Public, unsubscribe::unsubscribe)
        .upload("/api/v1/mail", Access::Key(Scope::Mail), MAIL_BYTES_MAX, api::take)
        .post("/api/v1/consents", Access::Key(Scope::All), consents::take)
        .extension(desk)
}

pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(migration::Migration)]
}
