//! Stories of the slice, each on both databases: signals go into the log, goals and effects are made of them.

mod chain;
mod chain_harness;
mod effects;
mod goals;
mod harness;
mod worth;
