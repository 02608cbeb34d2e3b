//! Insights: what changed, why, and who should do what. Detectors write them in the background, each with a card that holds
//! what its sentence, picture and evidence need; pages and Home show them, with the five tests that each passes or fails.
//!
//! A detector looks at when something was said, never at when it came: an import of last year's answers is no news.

mod card;
mod cause;
mod deeds;
mod emerging;
mod five;
mod home;
mod keep;
mod list;
mod look;
mod moved;
mod page;
mod picture;
mod rank;
mod run;
mod seen;
mod silent;
mod unanswered;
mod words;

pub use deeds::{back, dismiss, own};
pub use home::Feed;
pub use list::page as list;
pub use page::page;
pub use run::{Told, detect, step};

/// Where the pages are.
const PATH: &str = "/understand/insights";
/// Insights of a workspace that are looked at, the foremost first.
const INSIGHTS_MAX: u64 = 500;
