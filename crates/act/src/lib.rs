//! Getting people to act. So far the first step of the inner loop: a low score or an angry word is a case that stands
//! on Home until somebody has answered it.
//!
//! Owns the pages `/act/…` and the tables `cases` and `case_notes`. Refuses to compute numbers (understand does) and
//! to send anything (messages come later).

pub mod cases;
mod migrations;

use std::sync::Arc;

use sea_orm_migration::MigrationTrait;
use store::consumers::Consumer;
use ui::http::{HomePart, Routes};

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("act");

/// All routes of this slice; texts on its pages are read by `reads`, and rules are tried on `history`.
pub fn routes(reads: cases::Reads, history: cases::rules::trial::History) -> Routes {
    cases::routes(reads).merge(cases::rules::routes(history))
}

/// Schema changes of this slice, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    migrations::migrations()
}

/// Readers of the log that open cases; `tells` reads texts for their rules.
pub fn consumers(tells: cases::Tells) -> Vec<Arc<dyn Consumer>> {
    vec![Arc::new(cases::Opener(tells))]
}

/// What this slice puts on Home.
pub fn parts(reads: cases::Reads) -> Vec<Arc<dyn HomePart>> {
    vec![Arc::new(cases::Waiting(reads))]
}
