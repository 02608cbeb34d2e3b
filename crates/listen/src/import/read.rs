//! A file of rows: what it is, its header, and its rows one after the other.

use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;
use kernel::Result;

use super::code::{Code, Rejected};
use super::delimited::Rows;
use super::encoding::{Encoding, fill};
use super::source::{Bounded, Counted, Source, refusal};
use super::{COLUMNS_MAX, sheet};

/// One row. Its cells share one text, so that reading does not allocate per cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Line on which the row begins; the first of the file is 1. Of a sheet: the row's number.
    pub line: u64,
    pub(super) text: String,
    /// Where each cell ends in `text`.
    pub(super) ends: Vec<usize>,
}

impl Row {
    /// Number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell in column `index`, blank where the row is shorter.
    pub fn get(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or(self.text.len()) };
        let end = self.ends.get(index).copied().unwrap_or(start);
        &self.text[start..end]
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    /// Makes the row as wide as the header. More cells are refused unless they are blank; fewer always, because it
    /// cannot be known which is missing.
    fn fit(&mut self, width: usize) -> std::result::Result<(), Rejected> {
        let surplus_blank = (width..self.len()).all(|index| self.get(index).trim().is_empty());
        if self.len() < width || !surplus_blank {
            let rejected = Code::Ragged.at(self.line).with("expected", width.to_string());
            return Err(rejected.with("found", self.len().to_string()));
        }
        self.ends.truncate(width);
        self.text.truncate(self.ends.last().copied().unwrap_or_default());
        Ok(())
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// How the file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// `delimiter`: none in a file of one column. `packed`: with gzip.
    Delimited { encoding: Encoding, delimiter: Option<char>, packed: bool },
    /// `names`: all sheets of the workbook.
    Sheet { name: String, names: Vec<String> },
}

/// What a walk over the rows meets.
#[derive(Debug)]
pub enum Step<'a> {
    Row(&'a Row),
    Rejected(Rejected),
}

/// A file whose form and header are known.
#[derive(Clone, Debug)]
pub struct File {
    source: Source,
    form: Form,
    header: Vec<String>,
    size: u64,
    /// Bytes read, and to be read, since the last [`File::expect_passes`].
    read: Arc<AtomicU64>,
    due: Arc<AtomicU64>,
}

/// What a walk hands out, before it is known which row is the header.
pub(super) type Visit<'a> = dyn FnMut(std::result::Result<&mut Row, Rejected>) -> ControlFlow<()> + 'a;

impl File {
    /// Finds out what the file is and reads its header. `sheet` names the sheet of a workbook; else the first.
    ///
    /// # Errors
    /// A [`kernel::Refusal`] with one of the file codes of [`Code`].
    pub fn open(source: Source, sheet: Option<&str>) -> Result<Self> {
        let size = source.size()?;
        let mut start = [0; 8];
        let mut input = source.open()?;
        let filled = fill(&mut input, &mut start).map_err(refusal)?;
        let form = match &start[..filled] {
            [] => return Err(Code::EmptyFile.refuse().into()),
            [b'P', b'K', 3 | 5, ..] => sheet::open(&source, sheet)?,
            [0x1F, 0x8B, ..] => delimited_form(&source, size, true)?,
            start => match foreign(start) {
                Some(found) => return Err(Code::UnknownFormat.refuse().with("found", found).into()),
                None => delimited_form(&source, size, false)?,
            },
        };
        let mut file = Self { source, form, header: Vec::new(), size, read: Arc::default(), due: Arc::default() };
        file.header = file.find_header()?;
        Ok(file)
    }

    /// Column names: trimmed, never blank, never twice.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    pub fn form(&self) -> &Form {
        &self.form
    }

    /// Bytes read so far by [`super::run`], and in all; 0 of 0 before it starts. To watch from another thread, clone
    /// the file first.
    pub fn progress(&self) -> (u64, u64) {
        let due = self.due.load(Ordering::Relaxed);
        (self.read.load(Ordering::Relaxed).min(due), due)
    }

    pub(super) fn expect_passes(&self, passes: u64) {
        self.read.store(0, Ordering::Relaxed);
        self.due.store(self.size * passes, Ordering::Relaxed);
    }

    /// Unpacked size in bytes, roughly.
    pub(super) fn size_hint(&self) -> u64 {
        match self.form {
            Form::Delimited { packed: false, .. } => self.size,
            _ => self.size.saturating_mul(8),
        }
    }

    /// Walks over all rows behind the header; rows without any content are passed over. Stops early if `visit` breaks.
    ///
    /// # Errors
    /// As [`File::open`], where the trouble comes late: damage, a bound.
    pub fn each(&self, visit: &mut dyn FnMut(Step<'_>) -> ControlFlow<()>) -> Result<()> {
        let mut header = true;
        self.walk(&mut |found| match found {
            Ok(_) if header => {
                header = false;
                ControlFlow::Continue(())
            }
            Ok(row) if row.is_blank() => ControlFlow::Continue(()),
            Ok(row) => match row.fit(self.header.len()) {
                Ok(()) => visit(Step::Row(row)),
                Err(rejected) => visit(Step::Rejected(rejected)),
            },
            Err(rejected) => visit(Step::Rejected(self.named(rejected))),
        })
    }

    /// Readers know a cell by its index; people know it by its column.
    fn named(&self, mut rejected: Rejected) -> Rejected {
        if let Some(at) = rejected.args.iter().position(|(name, _)| *name == "index") {
            let (_, index) = rejected.args.remove(at);
            rejected.field = index.parse().ok().and_then(|index: usize| self.header.get(index).cloned());
        }
        rejected
    }

    fn find_header(&self) -> Result<Vec<String>> {
        let mut header = None;
        self.walk(&mut |found| {
            header = Some(found.map(|row| names(row)));
            ControlFlow::Break(())
        })?;
        match header {
            None => Err(Code::EmptyFile.refuse().into()),
            Some(Ok(names)) if names.len() > COLUMNS_MAX => {
                Err(Code::TooManyColumns.refuse().with("limit", COLUMNS_MAX.to_string()).into())
            }
            Some(Ok(names)) => Ok(names),
            // Without a header nothing can be read: its own trouble is the file's.
            Some(Err(rejected)) => Err(Code::BadHeader.refuse().with("reason", rejected.code.as_str()).into()),
        }
    }

    fn walk(&self, visit: &mut Visit<'_>) -> Result<()> {
        match &self.form {
            Form::Sheet { name, .. } => sheet::walk(&self.source, name, &self.read, visit),
            Form::Delimited { encoding, packed, .. } => {
                let raw = Counted::new(self.source.open()?, Arc::clone(&self.read));
                let mut rows = Rows::open(encoding.reader(unpacked(raw, self.size, *packed))).map_err(refusal)?;
                let mut row = Row::default();
                while let Some(found) = rows.next(&mut row).map_err(refusal)? {
                    if visit(found.map(|()| &mut row)).is_break() {
                        break;
                    }
                }
                Ok(())
            }
        }
    }
}

fn delimited_form(source: &Source, size: u64, packed: bool) -> Result<Form> {
    let encoding = Encoding::detect(unpacked(source.open()?, size, packed)).map_err(refusal)?;
    let rows = Rows::open(encoding.reader(unpacked(source.open()?, size, packed))).map_err(refusal)?;
    Ok(Form::Delimited { encoding, delimiter: rows.delimiter(), packed })
}

fn unpacked(raw: impl Read + Send + 'static, size: u64, packed: bool) -> Box<dyn Read + Send> {
    let raw = BufReader::with_capacity(64 << 10, raw);
    if packed { Box::new(Bounded::new(MultiGzDecoder::new(raw), size)) } else { Box::new(raw) }
}

/// Files that people drop by mistake, by their first bytes.
fn foreign(start: &[u8]) -> Option<&'static str> {
    match start {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("xls"),
        [b'%', b'P', b'D', b'F', ..] => Some("pdf"),
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xFF, 0xD8, 0xFF, ..] => Some("jpeg"),
        [b'S', b'Q', b'L', b'i', b't', b'e', ..] => Some("sqlite"),
        [b'P', b'A', b'R', b'1', ..] => Some("parquet"),
        [b'{', ..] => Some("json"),
        _ => None,
    }
}

/// Names for the columns: blank ones get their place, doubled ones a number.
fn names(row: &Row) -> Vec<String> {
    let mut width = row.len();
    while width > 1 && row.get(width - 1).trim().is_empty() {
        width -= 1;
    }
    let mut names: Vec<String> = Vec::with_capacity(width);
    let mut taken = std::collections::HashSet::new();
    for index in 0..width {
        let cell = row.get(index).trim().trim_start_matches('\u{FEFF}').replace(['\n', '\t'], " ");
        let base = if cell.is_empty() { format!("column {}", index + 1) } else { cell };
        let mut name = base.clone();
        let mut count = 2;
        while !taken.insert(name.clone()) {
            name = format!("{base} ({count})");
            count += 1;
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_hands_out_its_cells() {
        let mut row = Row::default();
        for cell in ["a", "", "بله"] {
            row.push(cell);
        }
        assert_eq!(row.cells().collect::<Vec<_>>(), ["a", "", "بله"]);
        assert_eq!(row.get(7), "");
    }

    #[test]
    fn names_are_never_blank_and_never_twice() {
        let mut row = Row::default();
        for cell in [" a ", "", "a", "a (2)", " "] {
            row.push(cell);
        }
        assert_eq!(names(&row), ["a", "column 2", "a (2)", "a (2) (2)"]);
    }
}
