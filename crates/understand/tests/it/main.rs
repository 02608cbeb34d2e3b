//! Stories of the slice, each on both databases: signals go into the log, pages show numbers.

mod anonymous;
mod dashboard;
mod harness;
mod home;
mod lists;
