//! What the store promises, told as stories that run on SQLite and on PostgreSQL.

mod attributes;
mod audit;
mod concurrency;
mod consumers;
mod faults;
mod help;
mod jobs;
mod links;
mod log;
mod migrations;
mod model;
mod revisions;
mod seal;
mod segments;
mod sessions;
mod settings;
mod whole;
mod withdrawals;
