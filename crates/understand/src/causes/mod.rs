//! Why a score is what it is: where low scores are, what the texts there say that others of the same mix do not, what it
//! costs, what it is not, and what to ask next. The statistics are `text::causes`.

mod page;
pub(crate) mod rows;
mod summary;

pub use page::page;
pub(crate) use page::{Piece, options, pieces};
pub use summary::summarise;
