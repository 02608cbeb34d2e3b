//! Imports of responses as members and scripts use them: look at a file, start, follow, undo, list. Reading the file
//! itself is [`crate::import`].
//!
//! An import is a row of `imports` that a file and a mapping turn into signals of one source, `import:{survey}`. Every
//! batch is one transaction with the row's counts, and happens only while the row says `running`; so an import that
//! was undone or given up adds nothing any more, whatever its process still holds. A file that is imported again adds
//! what is not there yet, which also completes an import that was interrupted.

mod again;
mod list;
mod look;
mod prepare;
mod prune;
mod reader;
mod record;
mod run;
mod show;
mod start;
mod target;
mod undo;
mod upload;

use kernel::Role;
use ui::http::{Access, Routes};

pub use list::list;
pub use prepare::{Preview, prepare};
pub use prune::prune;
pub use record::{Counts, Import, Refused, State, why};
pub use run::{Progress, Report, run};
pub use start::Request;
pub use undo::undo;

/// Largest file that the browser may send; the command line takes larger ones.
pub const UPLOAD_BYTES_MAX: usize = 256 << 20;
/// What a form may have around its file.
const FORM_BYTES_MAX: usize = 64 << 10;
/// Most refused lines that an import reports; more are only counted.
pub const REFUSED_MAX: usize = 10_000;
/// Most refused lines that are kept with the import.
pub const REFUSED_KEPT_MAX: usize = 1_000;
/// How long an uploaded file waits for somebody to start it, in microseconds.
pub const UPLOAD_KEPT_MICROS: i64 = kernel::time::DAY;

pub(crate) fn routes() -> Routes {
    let (viewer, manager) = (Access::Member(Role::Viewer), Access::Member(Role::Manager));
    Routes::new()
        .get("/listen/imports", viewer, list::page)
        .get("/listen/imports/new", manager, upload::form)
        .upload("/listen/imports", manager, UPLOAD_BYTES_MAX + FORM_BYTES_MAX, upload::upload)
        .get("/listen/imports/{import}", manager, show::show)
        .post("/listen/imports/{import}", manager, look::save)
        .post("/listen/imports/{import}/again", manager, again::again)
        .post("/listen/imports/{import}/undo", manager, undo::post)
}
