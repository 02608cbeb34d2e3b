//! Surveys as members make them: from a template or empty, question by question, then published and shared.

mod archive;
pub mod begin;
mod check;
mod close;
mod create;
mod duplicate;
pub(crate) mod editing;
pub(crate) mod editor;
mod history;
mod keys;
mod layout;
mod list;
mod logic;
mod preview;
mod publish;
mod qr;
pub mod questions;
mod review;
mod share;
mod templates;
mod texts;
pub(crate) mod theme;
mod translations;
mod versions;
pub(crate) mod wordings;

use kernel::Role;
use ui::http::{Access, Routes};

use crate::uploads;

/// Longest title of a survey, question or option, in characters; and of an intro, thanks, privacy notice or hint.
pub const TITLE_CHARS_MAX: usize = 500;
pub const WORDS_CHARS_MAX: usize = 4_000;
/// Largest survey as JSON.
pub const SURVEY_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Most points of a scale: more do not fit on a phone.
pub const SCALE_POINTS_MAX: i32 = 11;
/// Most surveys of a workspace.
pub const SURVEYS_MAX: usize = 1_000;

/// Bytes of a form with a logo: the picture is at most 1 MiB.
const LOGO_FORM_BYTES_MAX: usize = (1 << 20) + (64 << 10);

/// Bytes of a question's form with pictures of its options.
const QUESTION_FORM_BYTES_MAX: usize = uploads::PICTURES_MAX * uploads::PICTURE_BYTES_MAX as usize + (4 << 20);

pub(crate) fn routes() -> Routes {
    let (viewer, manager) = (Access::Member(Role::Viewer), Access::Member(Role::Manager));
    let (agent, admin) = (Access::Member(Role::Agent), Access::Member(Role::Admin));
    Routes::new()
        .get("/listen", viewer, list::list)
        .get("/listen/surveys/new", manager, create::form)
        .post("/listen/surveys", manager, create::create)
        .get("/listen/surveys/{survey}", manager, editor::editor)
        .get("/listen/surveys/{survey}/versions", manager, versions::page)
        .post("/listen/surveys/{survey}/versions/{version}/restore", manager, versions::restore)
        .post("/listen/surveys/{survey}/duplicate", manager, duplicate::duplicate)
        .post("/listen/surveys/{survey}/archive", manager, archive::archive)
        .post("/listen/surveys/{survey}/unarchive", manager, archive::unarchive)
        .get("/listen/surveys/{survey}/review", agent, review::page)
        .post("/listen/surveys/{survey}/review", manager, review::ask)
        .post("/listen/surveys/{survey}/review/decide", manager, review::decide)
        .post("/listen/surveys/{survey}/comments", agent, review::comment)
        .post("/listen/surveys/{survey}/comments/{comment}/settle", agent, review::settle)
        .get("/listen/surveys/{survey}/translations", manager, translations::page)
        .post("/listen/surveys/{survey}/translations", manager, translations::save)
        .post("/listen/surveys/{survey}/translations/languages", manager, translations::languages)
        .get("/listen/surveys/{survey}/translations.csv", manager, translations::export_csv)
        .get("/listen/surveys/{survey}/translations.json", manager, translations::export_json)
        .upload(
            "/listen/surveys/{survey}/translations/import",
            manager,
            translations::FILE_BYTES_MAX + (64 << 10),
            translations::import,
        )
        .merge(theme_routes(manager, admin))
        .get("/listen/templates/{template}", manager, templates::preview)
        .get("/listen/surveys/{survey}/texts", manager, texts::form)
        .post("/listen/surveys/{survey}/texts", manager, texts::save)
        .post("/listen/surveys/{survey}/questions", manager, questions::add::add)
        .get("/listen/surveys/{survey}/questions/{question}", manager, questions::edit::form)
        .upload(
            "/listen/surveys/{survey}/questions/{question}",
            manager,
            QUESTION_FORM_BYTES_MAX,
            questions::edit::save,
        )
        .post("/listen/surveys/{survey}/questions/{question}/move", manager, questions::shift::shift)
        .post("/listen/surveys/{survey}/questions/{question}/remove", manager, questions::remove::remove)
        .post("/listen/surveys/{survey}/questions/{question}/restore", manager, questions::remove::restore)
        .merge(editor_routes(manager))
        .post("/listen/surveys/{survey}/publish", manager, publish::publish)
        .post("/listen/surveys/{survey}/close", manager, close::close)
        .post("/listen/surveys/{survey}/reopen", manager, close::reopen)
        .get("/listen/surveys/{survey}/share", viewer, share::share)
        .get("/listen/surveys/{survey}/share/qr.svg", viewer, qr::qr)
}

/// How surveys look.
fn theme_routes(manager: Access, admin: Access) -> Routes {
    let variant = "/listen/surveys/{survey}/theme/variants/{variant}";
    let logo = "/listen/surveys/{survey}/theme/variants/{variant}/logo";
    Routes::new()
        .get("/listen/surveys/{survey}/theme", manager, theme::form::form)
        .post("/listen/surveys/{survey}/theme", manager, theme::form::save)
        .upload("/listen/surveys/{survey}/theme/logo", manager, LOGO_FORM_BYTES_MAX, theme::form::logo)
        .get(variant, manager, theme::variants::form)
        .post(variant, manager, theme::variants::save)
        .upload(logo, manager, LOGO_FORM_BYTES_MAX, theme::variants::logo)
        .post("/listen/surveys/{survey}/theme/variants/{variant}/remove", manager, theme::variants::remove)
        .get("/listen/theme", admin, theme::form::workspace_form)
        .post("/listen/theme", admin, theme::form::workspace_save)
        .upload("/listen/theme/logo", admin, LOGO_FORM_BYTES_MAX, theme::form::workspace_logo)
        .get("/listen/theme/variants/{variant}", admin, theme::variants::workspace_form)
        .post("/listen/theme/variants/{variant}", admin, theme::variants::workspace_save)
        .upload("/listen/theme/variants/{variant}/logo", admin, LOGO_FORM_BYTES_MAX, theme::variants::workspace_logo)
        .post("/listen/theme/variants/{variant}/remove", admin, theme::variants::workspace_remove)
        .post("/listen/theme/check", manager, theme::form::check)
}

/// The editor beyond single questions.
fn editor_routes(manager: Access) -> Routes {
    Routes::new()
        .get("/listen/surveys/{survey}/add", manager, questions::add::form)
        .get("/listen/surveys/{survey}/propose", manager, questions::propose::form)
        .post("/listen/surveys/{survey}/propose", manager, questions::propose::add)
        .post("/listen/surveys/{survey}/questions/{question}/copy", manager, questions::copy::copy)
        .get("/listen/surveys/{survey}/questions/{question}/logic", manager, logic::question::form)
        .post("/listen/surveys/{survey}/questions/{question}/logic", manager, logic::question::save)
        .get("/listen/surveys/{survey}/logic", manager, logic::overview::overview)
        .post("/listen/surveys/{survey}/layout", manager, layout::change)
        .get("/listen/surveys/{survey}/blocks/{block}", manager, layout::blocks::form)
        .post("/listen/surveys/{survey}/blocks/{block}", manager, layout::blocks::save)
        .get("/listen/surveys/{survey}/blocks/{block}/pages/{page}", manager, layout::pages::form)
        .post("/listen/surveys/{survey}/blocks/{block}/pages/{page}", manager, layout::pages::save)
        .get("/listen/surveys/{survey}/quotas/{quota}", manager, logic::quotas::form)
        .post("/listen/surveys/{survey}/quotas/{quota}", manager, logic::quotas::save)
        .post("/listen/surveys/{survey}/quotas/{quota}/remove", manager, logic::quotas::remove)
        .get("/listen/surveys/{survey}/endings/{ending}", manager, logic::endings::form)
        .post("/listen/surveys/{survey}/endings/{ending}", manager, logic::endings::save)
        .post("/listen/surveys/{survey}/endings/{ending}/remove", manager, logic::endings::remove)
        .post("/listen/surveys/{survey}/undo", manager, history::undo)
        .post("/listen/surveys/{survey}/redo", manager, history::redo)
        .get("/listen/surveys/{survey}/try", manager, preview::show)
        .get("/listen/surveys/{survey}/try/page", manager, preview::frame)
}
