//! The shell and its parts, rendered as slices render them: through a bundle of their own.

mod gallery;
mod look;
mod render;
