//! The pages that customers see: a survey, page by page, without cookies, and as well without script.
//!
//! The first page is made by a GET that writes nothing; it carries a secret of 160 bits. Each page that is sent
//! brings the secret back and appends a full revision of the response, whose public id is a hash of the secret. So a
//! double click, a refresh, and going back and forth all end in one response.
//!
//! What is asked next, [`kernel::flow`] decides from the answers alone; pages carry nothing that could lead elsewhere.

mod draft;
mod ends;
pub(crate) mod form;
mod open;
pub(crate) mod page;
mod prefill;
mod prune;
mod save;
mod snapshot;
mod thanks;
mod visit;

use ui::http::{Access, Routes};

use crate::uploads::PAGE_BYTES_MAX;

pub use draft::forget;
pub use prune::{KEPT_MICROS, prune};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/s/{link}", Access::Public, open::open)
        .upload("/s/{link}", Access::Public, PAGE_BYTES_MAX, save::save)
        .get("/s/{link}/p/{token}", Access::Public, open::personal)
        .upload("/s/{link}/p/{token}", Access::Public, PAGE_BYTES_MAX, save::save_personal)
        .get("/s/{link}/r/{secret}", Access::Public, open::resume)
        .post("/s/{link}/enter", Access::Public, open::enter)
        .get("/s/{link}/thanks", Access::Public, thanks::thanks)
}
