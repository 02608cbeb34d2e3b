//! Understand: what the answers say. A dashboard for each survey, the answers behind every number, each response, and
//! what changed, on Home.
//!
//! Owns: reports and who may read them, metrics and their words, periods and buckets, verdicts on changes, what may be shown of anonymous surveys.
//! Refuses: to change answers; to know how answers come or who deals with them; to name the engine behind the lake;
//! to show a number without its range, or a number that leads nowhere, except where anonymity was promised.

mod address;
pub mod anonymity;
mod ask;
pub mod assistant;
mod causes;
mod compare;
mod crosstab;
mod entity;
pub mod export;
mod filters;
mod home;
pub mod insights;
mod migrations;
mod overview;
pub mod period;
mod personal;
mod quality;
mod report;
mod responses;
mod shares;
mod subject;
mod surveys;
pub mod texts;
pub mod topics;
mod verbatims;
pub mod verdict;

use std::sync::Arc;

use kernel::Role;
use lake::Lake;
use measures::versions::Versions;
use store::keys::Scope;
use ui::http::{Access, HomePart, Routes};

use crate::topics::manage;

pub use migrations::migrations;
pub use surveys::answers::ROWS_MAX as LIST_ROWS_MAX;

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("understand");

/// The pages. All are for reading, by every member; managers share reports, say who may read what people
/// wrote, and keep the topics.
pub fn routes(lake: Arc<Lake>) -> Routes {
    let all = Access::Member(Role::Viewer);
    let manager = Access::Member(Role::Manager);
    let agent = Access::Member(Role::Agent);
    Routes::new()
        .get("/understand", all, surveys::list::page)
        .get("/understand/surveys/{survey}", all, surveys::results::page)
        .get("/understand/surveys/{survey}/live", all, surveys::results::live)
        .get("/understand/surveys/{survey}/answers", all, surveys::answers::page)
        .get("/understand/surveys/{survey}/export", Access::Member(Role::Agent), export::page::page)
        .post("/understand/surveys/{survey}/export", Access::Member(Role::Agent), export::page::download)
        .get("/understand/surveys/{survey}/report", all, report::page::page)
        .get("/understand/surveys/{survey}/crosstab", all, crosstab::page::page)
        .get("/understand/surveys/{survey}/compare", all, compare::page::page)
        .get("/understand/surveys/{survey}/why", all, causes::page)
        .post("/understand/surveys/{survey}/why/summary", agent, causes::summarise)
        .get("/understand/insights", all, insights::list)
        .get("/understand/insights/{insight}", all, insights::page)
        .post("/understand/insights/{insight}/dismiss", agent, insights::dismiss)
        .post("/understand/insights/{insight}/back", agent, insights::back)
        .post("/understand/insights/{insight}/owner", manager, insights::own)
        .get("/understand/surveys/{survey}/course", all, report::course::page)
        .get("/understand/surveys/{survey}/quality", all, quality::page::page)
        .get("/understand/surveys/{survey}/texts", all, topics::dashboard::page)
        .get("/understand/surveys/{survey}/texts/read", all, topics::reading_view::page)
        .get("/understand/surveys/{survey}/texts/{topic}", all, topics::topic::page)
        .post("/understand/surveys/{survey}/texts/{topic}/summary", agent, topics::summary::summarise)
        .post("/understand/translate", agent, assistant::translate::translate)
        .get("/understand/assistant", Access::Member(Role::Admin), assistant::page)
        .post("/understand/assistant/on", Access::Member(Role::Admin), assistant::on)
        .post("/understand/assistant/off", Access::Member(Role::Admin), assistant::off)
        .get("/understand/surveys/{survey}/shares", manager, shares::manage::page)
        .post("/understand/surveys/{survey}/shares", manager, shares::manage::make)
        .post("/understand/surveys/{survey}/shares/{share}/revoke", manager, shares::manage::revoke)
        .post("/understand/surveys/{survey}/shares/{share}/restore", manager, shares::manage::restore)
        .post("/understand/surveys/{survey}/verbatims", manager, shares::manage::allow)
        .get("/r/{token}", Access::Public, shares::public::page)
        .get("/understand/responses/{uid}", all, responses::show::page)
        .post("/understand/responses/{uid}/label", Access::Member(Role::Agent), texts::correct)
        .get("/understand/reading", all, texts::page)
        .post("/understand/reading/stop", Access::Member(Role::Admin), texts::stop)
        .post("/understand/reading/go-on", Access::Member(Role::Admin), texts::go_on)
        .post("/understand/reading/again", Access::Member(Role::Admin), texts::restart)
        .post("/understand/reading/learn", Access::Member(Role::Admin), texts::try_it)
        .post("/understand/reading/learn/on", Access::Member(Role::Admin), texts::switch_on)
        .post("/understand/reading/learn/back", Access::Member(Role::Admin), texts::back)
        .get("/understand/topics", all, manage::list::page)
        .get("/understand/topics/history", all, manage::history::page)
        .get("/understand/topics/history/{version}", manager, manage::history::look)
        .post("/understand/topics/history/{version}/back", manager, manage::history::back)
        .get("/understand/topics/themes", all, topics::themes::page)
        .post("/understand/topics/themes/aside", manager, topics::themes::aside::put)
        .post("/understand/topics/themes/aside/{id}/back", manager, topics::themes::aside::back)
        .get("/understand/topics/sets/{set}", manager, manage::starter::page)
        .post("/understand/topics/sets/{set}", manager, manage::starter::add)
        .get("/understand/topics/{topic}", all, manage::show::page)
        .get("/understand/topics/{topic}/edit", manager, manage::edit::page)
        .post("/understand/topics/{topic}/edit", manager, manage::edit::save)
        .get("/understand/topics/{topic}/split", manager, manage::split::page)
        .post("/understand/topics/{topic}/split", manager, manage::split::split)
        .get("/understand/topics/{topic}/merge", manager, manage::merge::page)
        .post("/understand/topics/{topic}/merge", manager, manage::merge::merge)
        .get("/understand/topics/{topic}/delete", manager, manage::remove::page)
        .post("/understand/topics/{topic}/delete", manager, manage::remove::remove)
        .post("/understand/topics/{topic}/label", Access::Member(Role::Agent), manage::hand::label)
        .upload("/api/v1/text", Access::Key(Scope::Read), texts::BYTES_MAX, texts::read)
        .extension(subject::Ground(lake))
}

/// What stands on Home: insights, then the loop at a glance.
pub fn home_parts(lake: Arc<Lake>, versions: Arc<dyn Versions>) -> Vec<Arc<dyn HomePart>> {
    vec![Arc::new(insights::Feed(lake.clone(), versions)), Arc::new(home::Glance(lake))]
}
