//! What an initiative changed, measured against a comparison where there is one. [`windows`] lays the answers out, [`judge`]
//! chooses the design and says what may be claimed, [`run`] asks the lake and keeps the result, pages show it.

pub mod book;
mod detail;
mod judge;
pub mod page;
pub mod run;
#[cfg(test)]
mod tests;
mod windows;

/// The states of an initiative that somebody carries out or has: what is proposed, planned or dropped changes nothing, whatever
/// day it was to start on.
pub const CARRIED_OUT: [&str; 2] = ["doing", "done"];

pub use detail::Detail;
pub use windows::CELL_MIN;
