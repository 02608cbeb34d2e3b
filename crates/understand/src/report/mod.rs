//! The report of a survey: for every question the picture that fits its kind.

pub mod asked;
mod bias;
mod choose;
pub mod course;
mod invited;
mod matrix;
mod measure;
pub mod page;
mod rank;
pub mod reader;
mod score;
pub mod section;
pub mod tally;
