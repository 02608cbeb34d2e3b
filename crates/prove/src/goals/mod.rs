//! Goals: a number that is to be somewhere else by a day, how it goes, and where it will be.

pub mod form;
pub mod pace;
pub mod show;
mod typed;
