//! What texts are about: topics with their rules, the numbers of each, and the pages that keep them.

mod copies;
pub(crate) mod corpus;
pub mod dashboard;
mod discreet;
mod groups;
pub mod judge;
mod look;
pub mod manage;
pub(crate) mod numbers;
mod picture;
mod quotes;
pub mod reading_view;
mod say;
pub mod summary;
pub mod themes;
pub mod topic;

pub use judge::Whole;
pub use manage::starter::begin;
pub(crate) use numbers::worth;
pub use say::{Sense, Sought};
