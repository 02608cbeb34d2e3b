//! The tables of this slice.

pub mod share;
pub mod verbatim_reader;
