//! Rows of this slice's own tables.

pub mod draft;
pub mod import;
pub mod removed_question;
pub mod survey_version;
