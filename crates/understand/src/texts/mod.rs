//! What texts say: read for programs, shown with its reasons, corrected by hand, and measured by these corrections.

mod again;
mod api;
mod correct;
pub mod counts;
pub mod labels;
mod openapi;
mod page;
mod view;

pub use again::step;
pub use api::{BYTES_MAX, TEXTS_MAX, read};
pub use correct::correct;
pub use openapi::openapi;
pub use page::{go_on, page, restart, stop};
pub use view::{Said, feelings};
