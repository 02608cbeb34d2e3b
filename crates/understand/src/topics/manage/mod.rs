//! `/understand/topics`: the pages with which a workspace keeps its topics. Managers change them, each time after they
//! have seen what would change; everybody reads them; agents say what texts are about, so that rules can be measured.

pub mod edit;
mod effect;
pub mod hand;
pub mod history;
mod keep;
pub mod list;
pub mod merge;
mod progress;
pub mod remove;
mod sample;
pub mod show;
pub mod split;
pub mod starter;
mod suggest;

pub use sample::among;

/// Where the pages begin.
pub const PATH: &str = "/understand/topics";
/// Languages that names and rules are written in: those of the pages.
const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];
/// The place of a topic that is not there yet, in addresses.
const NEW: &str = "-";

/// The page of a topic.
fn path_of(key: &str) -> String {
    format!("{PATH}/{}", ui::http::encode(key))
}
