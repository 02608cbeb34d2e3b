//! The pages that customers see: a survey, one question at a time, without script and without cookies.
//!
//! The first page is made by a GET that writes nothing; it carries a secret of 160 bits. Each page that is sent
//! brings the secret back and appends a full revision of the response, whose public id is a hash of the secret. So a
//! double click, a refresh, and going back and forth all end in one response.

mod draft;
mod form;
mod open;
mod page;
mod preview;
mod prune;
mod save;
mod snapshot;
mod thanks;

use kernel::Role;
use ui::http::{Access, Routes};

pub use prune::{KEPT_MICROS, prune};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/s/{link}", Access::Public, open::open)
        .post("/s/{link}", Access::Public, save::save)
        .get("/s/{link}/thanks", Access::Public, thanks::thanks)
        .get("/listen/surveys/{survey}/preview", Access::Member(Role::Manager), preview::preview)
}
