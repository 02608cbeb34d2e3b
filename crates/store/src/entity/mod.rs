//! The shared tables, one file each.

pub mod attribute;
pub mod audit;
pub mod checkpoint;
pub mod contact;
pub mod dead;
pub mod job;
pub mod key;
pub mod member;
pub mod segment;
pub mod session;
pub mod signal;
pub mod signal_id;
pub mod survey;
pub mod survey_link;
pub mod team;
pub mod team_member;
pub mod ticket;
pub mod topic;
pub mod topic_change;
pub mod topic_label;
pub mod verbatim_reader;
pub mod withdrawal;
pub mod workspace;
