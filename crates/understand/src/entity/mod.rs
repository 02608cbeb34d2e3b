//! The tables of this slice.

pub mod share;
pub mod text_label;
pub mod text_pause;
