//! The tables of this slice.

pub mod share;
