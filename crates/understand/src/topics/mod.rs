//! What texts are about: topics with their rules, the numbers of each, and the pages that keep them.

mod corpus;
pub mod dashboard;
mod discreet;
pub mod judge;
mod say;
mod look;
mod numbers;
mod quotes;
pub mod reading_view;
pub mod topic;
pub mod manage;

pub use judge::Whole;
pub use say::{Sense, Sought};
