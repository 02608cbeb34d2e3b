//! Prove: what acting was worth. Goals with pace and forecast, effects of initiatives against a comparison, and worth with
//! its range and its assumptions in view.
//!
//! Owns: the pages `/prove/…`, the rows of `goals`, `effects`, `worths` and `worth_currencies`. Refuses: to act; to
//! show an effect without its interval, or a worth without where its figures are from.

mod chain;
pub mod effects;
mod goals;
mod number;
mod overview;
mod plot;
mod reading;
mod series;
pub mod worth;

use std::sync::Arc;

use axum::extract::Extension;
use kernel::Role;
use lake::Lake;
use ui::http::{Access, Routes};

pub use effects::run::{measure_due, measure_initiative};
pub use measures::versions::{Asked, Versions};
pub use number::{Aim, Of};

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("prove");

/// What numbers are made with.
#[derive(Clone)]
pub struct Tools {
    pub lake: Arc<Lake>,
    pub versions: Arc<dyn Versions>,
}

/// As handlers take them.
type With = Extension<Tools>;

/// The pages.
pub fn routes(tools: Tools) -> Routes {
    let viewer = Access::Member(Role::Viewer);
    let manager = Access::Member(Role::Manager);
    let chain = chain::routes(tools.lake.clone());
    Routes::new()
        .get("/prove", viewer, overview::page)
        .get("/prove/goals/new", manager, goals::form::form)
        .post("/prove/goals/new", manager, goals::form::save)
        .get("/prove/goals/{goal}", viewer, goals::show::page)
        .post("/prove/goals/{goal}/close", manager, goals::show::close)
        .post("/prove/goals/{goal}/reopen", manager, goals::show::reopen)
        .get("/prove/effects/{initiative}", viewer, effects::page::page)
        .post("/prove/effects/{initiative}/measure", manager, effects::page::measure)
        .get("/prove/book", viewer, effects::book::page)
        .get("/prove/book/similar", viewer, effects::book::similar)
        .get("/prove/worth", viewer, worth::page)
        .post("/prove/worth", manager, worth::save)
        .extension(tools)
        .merge(chain)
}
