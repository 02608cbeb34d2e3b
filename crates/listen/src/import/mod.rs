//! Import of responses from CSV and XLSX, from bytes to signals. Pure but for reading the file itself: no HTTP, no
//! database, no clock.
//!
//! The path of a file: [`File::open`] finds out what it is (encoding, delimiter, sheet) and reads its header;
//! [`Sample::take`] looks at the first rows and [`guess`] says what each column seems to be; [`Mapping::new`] merges
//! the guess with what a person decided (`--map`); [`run`] streams the rows, turns each into a [`kernel::signal::Signal`]
//! or a [`Rejected`] and hands it to the caller, who stores and reports.
//!
//! Memory does not grow with the file: a read buffer, one row, and a filter of at most 32 MiB for rows without an id.

mod code;
mod columns;
mod delimited;
mod encoding;
mod identity;
mod interpret;
mod mapping;
mod number;
mod read;
mod run;
mod sheet;
mod source;
mod survey;
mod time;

pub use code::{Code, Rejected};
pub use columns::{Facts, Guess, Sample, Why, guess};
pub use encoding::Encoding;
pub use interpret::Plan;
pub use mapping::{Calendar, Column, Map, Mapping, Options, Role};
pub use read::{File, Form, Row, Step};
pub use run::{Outcome, Summary, run};
pub use source::Source;
pub use survey::{merged, survey_from};

/// Longest cell, in characters; Excel's own limit is 32,767.
pub const CELL_CHARS_MAX: usize = 32_767;
/// Most columns of a file.
pub const COLUMNS_MAX: usize = 1_000;
/// Longest row of a delimited file, in bytes; what is longer is refused and skipped.
pub const ROW_BYTES_MAX: usize = 1 << 20;
/// Most lines that one quoted row may span; more means a quote that nobody closed.
pub const ROW_LINES_MAX: u64 = 2_000;
/// Most bytes that a compressed file may unpack to, and the unpacked size from which [`RATIO_MAX`] counts.
pub const UNPACKED_BYTES_MAX: u64 = 8 << 30;
/// Most unpacked bytes per packed byte. Deflate ends at 1,032; real tables stay below 60.
pub const RATIO_MAX: u64 = 200;
/// Unpacked size from which [`RATIO_MAX`] counts, so that tiny repetitive files pass.
pub const RATIO_FROM_BYTES: u64 = 16 << 20;
/// Largest XLSX file, packed.
pub const XLSX_BYTES_MAX: u64 = 64 << 20;
/// Largest XLSX file, unpacked, all parts together.
pub const XLSX_UNPACKED_BYTES_MAX: u64 = 1 << 30;
/// Largest unpacked size of the XLSX parts that are held in memory (shared strings, styles), together.
pub const XLSX_HELD_BYTES_MAX: u64 = 192 << 20;
/// Most parts in an XLSX file.
pub const XLSX_ENTRIES_MAX: usize = 2_000;
/// Most rows of a sheet; Excel's own limit.
pub const XLSX_ROWS_MAX: u32 = 1_048_576;
/// Rows that the guess looks at, and the most cells of them that it keeps.
pub const SAMPLE_ROWS: usize = 1_000;
pub const SAMPLE_CELLS_MAX: usize = 100_000;
/// Most rows without an id that stand in one file more than once: each costs some 20 bytes.
pub const REPEATED_ROWS_MAX: usize = 8_000_000;
/// Longest id, contact or touchpoint.
pub const NAME_CHARS_MAX: usize = 200;

#[cfg(test)]
mod tests;
