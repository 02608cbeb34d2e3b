//! Trains the models that read texts.

pub mod data;
pub mod language;
