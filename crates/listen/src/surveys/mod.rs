//! Surveys as members make them: from a template or empty, question by question, then published and shared.

mod check;
mod close;
mod create;
pub(crate) mod editing;
mod editor;
mod keys;
mod list;
mod publish;
mod qr;
pub mod questions;
mod share;
mod templates;
mod texts;

use kernel::Role;
use ui::http::{Access, Routes};

/// Longest title of a survey, question or option, in characters; and of an intro, thanks, privacy notice or hint.
pub const TITLE_CHARS_MAX: usize = 500;
pub const WORDS_CHARS_MAX: usize = 4_000;
/// Largest survey as JSON.
pub const SURVEY_BYTES_MAX: usize = 1024 * 1024;
/// Most points of a scale: more do not fit on a phone.
pub const SCALE_POINTS_MAX: i32 = 11;
/// Most surveys of a workspace.
pub const SURVEYS_MAX: usize = 1_000;

pub(crate) fn routes() -> Routes {
    let (viewer, manager) = (Access::Member(Role::Viewer), Access::Member(Role::Manager));
    Routes::new()
        .get("/listen", viewer, list::list)
        .get("/listen/surveys/new", manager, create::form)
        .post("/listen/surveys", manager, create::create)
        .get("/listen/surveys/{survey}", manager, editor::editor)
        .get("/listen/surveys/{survey}/texts", manager, texts::form)
        .post("/listen/surveys/{survey}/texts", manager, texts::save)
        .post("/listen/surveys/{survey}/questions", manager, questions::add::add)
        .get("/listen/surveys/{survey}/questions/{question}", manager, questions::edit::form)
        .post("/listen/surveys/{survey}/questions/{question}", manager, questions::edit::save)
        .post("/listen/surveys/{survey}/questions/{question}/move", manager, questions::shift::shift)
        .post("/listen/surveys/{survey}/questions/{question}/remove", manager, questions::remove::remove)
        .post("/listen/surveys/{survey}/questions/{question}/restore", manager, questions::remove::restore)
        .post("/listen/surveys/{survey}/publish", manager, publish::publish)
        .post("/listen/surveys/{survey}/close", manager, close::close)
        .post("/listen/surveys/{survey}/reopen", manager, close::reopen)
        .get("/listen/surveys/{survey}/share", viewer, share::share)
        .get("/listen/surveys/{survey}/share/qr.svg", viewer, qr::qr)
}
