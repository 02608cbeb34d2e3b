//! Surveys and what was answered: the list, the dashboard, the answers behind a number.

pub mod answers;
pub mod discreet;
pub mod list;
pub mod numbers;
pub mod results;
pub mod view;
