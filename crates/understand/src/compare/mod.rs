//! Periods and groups against each other, and answers weighted to what is known about all customers.

pub mod page;
pub mod sides;
pub mod weigh;
