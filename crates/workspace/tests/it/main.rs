//! Stories of the workspace slice over HTTP, on both databases.

mod accounts;
mod doors;
mod harness;
mod home;
mod matrix;
mod members;
mod settings;
