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

pub use detail::Detail;
pub use windows::CELL_MIN;
