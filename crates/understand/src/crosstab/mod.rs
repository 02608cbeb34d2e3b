//! Two questions, or a question and where answers came from, against each other.

pub mod axis;
pub mod page;
