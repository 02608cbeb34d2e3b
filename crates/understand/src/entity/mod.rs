//! The tables of this slice.

pub mod assistant_switch;
pub mod assistant_text;
pub mod share;
pub mod text_label;
pub mod text_model;
pub mod text_pause;
pub mod text_trial;
pub mod theme_aside;
