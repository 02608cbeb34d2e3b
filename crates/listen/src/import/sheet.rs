//! Rows of an XLSX sheet, as the strings that a CSV of the same sheet would hold.

use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use kernel::Result;

use super::code::Code;
use super::delimited::is_dropped;
use super::read::{Form, Row, Visit};
use super::source::{Counted, ReadSeek, Source, refusal};
use super::{
    COLUMNS_MAX, RATIO_FROM_BYTES, RATIO_MAX, XLSX_BYTES_MAX, XLSX_ENTRIES_MAX, XLSX_HELD_BYTES_MAX, XLSX_ROWS_MAX,
    XLSX_UNPACKED_BYTES_MAX,
};

type Input = BufReader<Counted<Box<dyn ReadSeek>>>;

/// Checks the archive, then finds the sheet.
pub(super) fn open(source: &Source, wanted: Option<&str>) -> Result<Form> {
    let size = source.size()?;
    if size > XLSX_BYTES_MAX {
        return Err(Code::FileTooLarge.refuse().with("limit", XLSX_BYTES_MAX.to_string()).into());
    }
    inspect(source, size)?;
    let workbook = workbook(source, &Arc::default())?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let found = match wanted {
        Some(wanted) => names.iter().find(|name| name.trim().eq_ignore_ascii_case(wanted.trim())),
        None => names.first(),
    };
    match found {
        Some(name) => Ok(Form::Sheet { name: name.clone(), names }),
        None if names.is_empty() => Err(Code::EmptyFile.refuse().into()),
        None => {
            let refusal = Code::UnknownSheet.refuse().with("sheet", wanted.unwrap_or_default().to_owned());
            Err(refusal.with("names", names.join(", ")).into())
        }
    }
}

/// Refuses a bomb before anything is unpacked into memory: sizes as the archive states them, then, because it may
/// lie, as they are. Costs one pass over at most [`XLSX_UNPACKED_BYTES_MAX`].
fn inspect(source: &Source, size: u64) -> Result<()> {
    let mut archive = zip::ZipArchive::new(BufReader::new(source.open()?)).map_err(|error| damaged(&error))?;
    if archive.len() > XLSX_ENTRIES_MAX {
        return Err(Code::ZipBomb.refuse().with("limit", XLSX_ENTRIES_MAX.to_string()).into());
    }
    if !archive.file_names().flatten().any(|name| name.to_ascii_lowercase().ends_with("workbook.xml")) {
        return Err(Code::UnknownFormat.refuse().with("found", "zip").into());
    }
    let (mut stated, mut total, mut held) = (0_u64, 0, 0);
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        stated = stated.saturating_add(entry.size());
    }
    within(stated, size)?;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| damaged(&error))?;
        let streamed = entry.name().is_ok_and(|name| name.to_ascii_lowercase().contains("worksheets/"));
        let left = XLSX_UNPACKED_BYTES_MAX - total;
        let real = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(refusal)?;
        total += real;
        held += if streamed { 0 } else { real };
        within(total, size)?;
        if held > XLSX_HELD_BYTES_MAX {
            return Err(Code::FileTooLarge.refuse().with("limit", XLSX_HELD_BYTES_MAX.to_string()).into());
        }
    }
    Ok(())
}

fn within(unpacked: u64, packed: u64) -> Result<()> {
    if unpacked > RATIO_FROM_BYTES && unpacked / packed.max(1) > RATIO_MAX {
        return Err(Code::ZipBomb.refuse().with("limit", RATIO_MAX.to_string()).into());
    }
    if unpacked > XLSX_UNPACKED_BYTES_MAX {
        return Err(Code::FileTooLarge.refuse().with("limit", XLSX_UNPACKED_BYTES_MAX.to_string()).into());
    }
    Ok(())
}

fn workbook(source: &Source, count: &Arc<AtomicU64>) -> Result<Xlsx<Input>> {
    let input = BufReader::new(Counted::new(source.open()?, Arc::clone(count)));
    guarded(|| Xlsx::new(input))?.map_err(|error| damaged(&error).into())
}

/// Walks over the rows in the order of the file; rows that are not there are not visited.
pub(super) fn walk(source: &Source, name: &str, count: &Arc<AtomicU64>, visit: &mut Visit<'_>) -> Result<()> {
    let mut workbook = workbook(source, count)?;
    let mut cells = guarded(|| workbook.worksheet_cells_reader(name))?.map_err(|error| damaged(&error))?;
    let mut gather = Gather { row: Row::default(), at: None, wide: false, rows: 0, width: 0, visit };
    loop {
        match guarded(|| cells.next_cell())? {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                if gather.take(row, column, cell.get_value())?.is_break() {
                    return Ok(());
                }
            }
            Ok(None) => {
                // The last row: whether the visitor wants more does not matter.
                let _ = gather.flush();
                return Ok(());
            }
            Err(error) => return Err(damaged(&error).into()),
        }
    }
}

/// Cells on their way to becoming a row.
struct Gather<'a, 'v> {
    row: Row,
    at: Option<u32>,
    /// A cell lay beyond the last column allowed.
    wide: bool,
    rows: u32,
    /// Cells of the widest row so far: sheets leave blank cells at the end away.
    width: usize,
    visit: &'a mut Visit<'v>,
}

impl Gather<'_, '_> {
    fn take(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> Result<ControlFlow<()>> {
        if self.at != Some(row) {
            if self.flush().is_break() {
                return Ok(ControlFlow::Break(()));
            }
            self.rows += 1;
            if row >= XLSX_ROWS_MAX || self.rows > XLSX_ROWS_MAX {
                return Err(Code::TooManyRows.refuse().with("limit", XLSX_ROWS_MAX.to_string()).into());
            }
            self.at = Some(row);
            self.row.clear();
            self.row.line = u64::from(row) + 1;
            self.wide = false;
        }
        let column = column as usize;
        if column >= COLUMNS_MAX {
            self.wide |= !matches!(value, DataRef::Empty);
        } else if column >= self.row.len() {
            while self.row.len() < column {
                self.row.push("");
            }
            write(value, &mut self.row);
        }
        Ok(ControlFlow::Continue(()))
    }

    fn flush(&mut self) -> ControlFlow<()> {
        if self.at.take().is_none() {
            return ControlFlow::Continue(());
        }
        if self.wide {
            let rejected = Code::TooManyColumns.at(self.row.line).with("limit", COLUMNS_MAX.to_string());
            return (self.visit)(Err(rejected));
        }
        while self.row.len() < self.width {
            self.row.push("");
        }
        self.width = self.row.len();
        match self.row.check() {
            Ok(()) => (self.visit)(Ok(&mut self.row)),
            Err(rejected) => (self.visit)(Err(rejected)),
        }
    }
}

/// Writes a value as the next cell: numbers without trailing zeros, times as ISO 8601, errors as blanks.
fn write(value: &DataRef<'_>, row: &mut Row) {
    use std::fmt::Write;
    let text = &mut row.text;
    let done = match value {
        DataRef::Empty | DataRef::Error(_) => Ok(()),
        DataRef::Int(number) => write!(text, "{number}"),
        DataRef::Float(number) => write!(text, "{number}"),
        DataRef::Bool(flag) => write!(text, "{flag}"),
        DataRef::String(words) => plain(text, words),
        DataRef::SharedString(words) => plain(text, words),
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => plain(text, words),
        DataRef::DateTime(time) if time.is_duration() => duration(text, time),
        DataRef::DateTime(time) => instant(text, time),
    };
    debug_assert!(done.is_ok(), "writing to a string cannot fail");
    row.ends.push(row.text.len());
}

fn plain(text: &mut String, words: &str) -> std::fmt::Result {
    text.extend(words.chars().filter(|c| !is_dropped(*c)));
    Ok(())
}

fn instant(text: &mut String, time: &ExcelDateTime) -> std::fmt::Result {
    use std::fmt::Write;
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    write!(text, "{year:04}-{month:02}-{day:02}")?;
    if (hour, minute, second, milli) == (0, 0, 0, 0) {
        return Ok(());
    }
    write!(text, "T{hour:02}:{minute:02}:{second:02}")?;
    if milli > 0 { write!(text, ".{milli:03}") } else { Ok(()) }
}

/// Hours, minutes and seconds; the value is in days.
fn duration(text: &mut String, time: &ExcelDateTime) -> std::fmt::Result {
    use std::fmt::Write;
    let seconds = (time.as_f64() * 86_400.0).round() as i64;
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.unsigned_abs();
    write!(text, "{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn damaged(error: &dyn std::error::Error) -> kernel::Refusal {
    Code::DamagedFile.refuse().with("reason", error.to_string())
}

/// A parser of foreign bytes that panics is a damaged file, not the end of the request.
fn guarded<T>(parse: impl FnOnce() -> std::result::Result<T, XlsxError>) -> Result<std::result::Result<T, XlsxError>> {
    catch_unwind(AssertUnwindSafe(parse))
        .map_err(|_| Code::DamagedFile.refuse().with("reason", "unreadable part").into())
}
