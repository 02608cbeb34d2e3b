//! Understand: what the answers say. A dashboard for each survey, the answers behind every number, each response, and
//! what changed, on Home.
//!
//! Owns: metrics and their words, periods and buckets, verdicts on changes, what may be shown of anonymous surveys.
//! Refuses: to change anything; to know how answers come or who deals with them; to name the engine behind the lake;
//! to show a number without its range, or a number that leads nowhere, except where anonymity was promised.

mod address;
pub mod anonymity;
mod ask;
mod filters;
mod home;
mod overview;
pub mod period;
mod responses;
pub mod score;
mod subject;
mod surveys;
pub mod verdict;

use std::sync::Arc;

use kernel::Role;
use lake::Lake;
use ui::http::{Access, HomePart, Routes};

pub use surveys::answers::ROWS_MAX as LIST_ROWS_MAX;

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("understand");

/// The pages; all are for reading, by every member.
pub fn routes(lake: Arc<Lake>) -> Routes {
    let all = Access::Member(Role::Viewer);
    Routes::new()
        .get("/understand", all, surveys::list::page)
        .get("/understand/surveys/{survey}", all, surveys::results::page)
        .get("/understand/surveys/{survey}/live", all, surveys::results::live)
        .get("/understand/surveys/{survey}/answers", all, surveys::answers::page)
        .get("/understand/responses/{uid}", all, responses::show::page)
        .extension(subject::Ground(lake))
}

/// What stands on Home: findings, then the loop at a glance.
pub fn home_parts(lake: Arc<Lake>) -> Vec<Arc<dyn HomePart>> {
    vec![Arc::new(home::Changes(lake.clone())), Arc::new(home::Glance(lake))]
}
