//! Stories of the slice, each on both databases: signals go into the log, goals and effects are made of them.

mod effects;
mod goals;
mod harness;
mod worth;
