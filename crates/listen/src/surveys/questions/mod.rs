//! The questions of a survey: added, edited, moved, removed and restored one by one.

pub mod add;
pub mod edit;
pub mod remove;
pub mod shift;
