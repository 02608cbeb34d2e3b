//! Getting people to act. The inner loop: a low score, an angry word or what a rule says is a case until somebody has answered
//! the customer and said what came of it. The outer loop: initiatives, the systemic fixes, with what led to them and whom they
//! tell. Messages, which go out once for each reason and come back to their
//! thread. And webhooks, which tell other programs of every change.
//!
//! Owns the pages `/act/…`, `/m/…`, `/w/…` and `/settings/webhooks`, `POST /api/v1/mail` and `/consents`, and the tables `case_*`,
//! `reply_templates`, `initiative_*`, `touchpoint_owners`, `message*` and `webhook_*`. Refuses to compute numbers (understand does).

pub mod cases;
pub mod initiatives;
pub mod messages;
mod migrations;
mod waits;
pub mod webhooks;

use std::sync::Arc;

use sea_orm_migration::MigrationTrait;
use store::consumers::Consumer;
use ui::http::{HomePart, Routes};

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("act");

/// All routes of this slice; texts on its pages are read by `reads`, rules are tried on `history`, mails sent and taken as
/// `desk` says. The binary adds the way to customers, [`initiatives::Customers`],
/// and the way outward, [`webhooks::Outward`].
pub fn routes(reads: cases::Reads, history: cases::rules::trial::History, desk: messages::Desk) -> Routes {
    cases::routes(reads, desk.clone())
        .merge(cases::rules::routes(history))
        .merge(initiatives::routes())
        .merge(messages::routes(desk))
        .merge(webhooks::routes())
}

/// Schema changes of this slice, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let tables = [messages::migrations(), migrations::migrations(), webhooks::migrations()];
    tables.into_iter().flatten().collect()
}

/// The reader of the log that opens cases and notes what customers agree to; `tells` reads texts for their rules, `notices`
/// tells those who get one.
pub fn consumers(tells: cases::Tells, notices: cases::Notices) -> Vec<Arc<dyn Consumer>> {
    vec![Arc::new(cases::Opener { tells, notices })]
}

/// What this slice puts on Home.
pub fn parts(reads: cases::Reads) -> Vec<Arc<dyn HomePart>> {
    vec![Arc::new(cases::Waiting(reads))]
}
