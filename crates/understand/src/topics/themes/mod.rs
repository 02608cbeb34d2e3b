//! `/understand/topics/themes`: what customers talk about without anybody having said so, in their own words; from here
//! themes become topics, or are put aside.

pub mod aside;
mod find;
mod page;
mod sample;
mod tide;

pub use page::page;

/// Where the page is.
pub const PATH: &str = "/understand/topics/themes";
