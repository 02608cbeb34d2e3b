//! Stories of the slice, each on both databases: signals go into the log, pages show numbers.

mod anonymous;
mod assistant;
mod dashboard;
mod exports;
mod harness;
mod home;
mod insights;
mod insights_kept;
mod insights_said;
mod insights_texts;
mod learning;
mod lists;
mod personal;
mod report;
mod shares;
mod texts;
mod themes;
mod topics;
mod topics_numbers;
