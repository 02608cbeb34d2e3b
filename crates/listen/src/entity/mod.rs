//! Rows of this slice's own tables.

pub mod access;
pub mod archived_survey;
pub mod draft;
pub mod idea;
pub mod import;
pub mod quota_count;
pub mod removed_question;
pub mod survey_comment;
pub mod survey_edit;
pub mod survey_review;
pub mod survey_version;
pub mod upload;
pub mod workspace_theme;

// Shared, because results tell who was invited.
pub use store::entity::survey_link as link;
