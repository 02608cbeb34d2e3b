//! The questions of a survey: added, edited, moved, copied, removed and restored one by one.

pub mod add;
pub mod copy;
pub mod edit;
pub mod fields;
pub mod lists;
pub mod propose;
pub mod read;
pub mod remove;
pub mod rename;
pub mod shift;
