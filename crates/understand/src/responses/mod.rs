//! One response.

pub mod show;
