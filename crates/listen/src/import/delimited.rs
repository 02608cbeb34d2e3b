//! Rows of a delimited file (CSV), by the rules of RFC 4180 with the liberties that real files take.
//!
//! Why not the `csv` crate, which we use for writing: a quote that nobody closes makes it read the rest of the file
//! as one cell. Here such a line alone is refused and reading goes on behind it, rows are bounded, and each row knows
//! the line it begins on.

use std::io::{self, Read};

use super::code::{Code, Rejected};
use super::read::Row;
use super::{CELL_CHARS_MAX, COLUMNS_MAX, ROW_BYTES_MAX, ROW_LINES_MAX};

/// Delimiters that are recognised, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Stands for "one column": a byte that UTF-8 never holds.
const NONE: u8 = 0xFF;
/// Rows that the delimiter is judged by, and the share of them that must have as many cells as the header.
const JUDGED_ROWS: usize = 200;
const AGREEING_SHARE: f64 = 0.5;
const CHUNK: usize = 128 << 10;

/// What stands at the start of the input.
#[derive(Debug, PartialEq)]
enum Found {
    /// A whole row of so many bytes and lines.
    Row { bytes: usize, lines: u64 },
    /// The row does not end here: more input may help.
    Cut,
    /// A quote stays open to the end or to a bound, or closes in the middle of another line's text.
    Unclosed,
}

/// Parses one row at the start of `input`; `last` if nothing follows. Cells are put into `row` as they stand, without
/// control characters; NULs stay, to be refused.
fn row_at(input: &[u8], last: bool, delimiter: u8, row: &mut Raw) -> Found {
    row.clear();
    let mut at = 0;
    let mut lines = 1;
    loop {
        if input.get(at) == Some(&b'"') {
            match quoted(input, at + 1, last, &mut lines, row) {
                Ok(after) => at = after,
                Err(found) => return found,
            }
            let spans = lines > 1;
            let junk = |byte: &u8| *byte != delimiter && !matches!(byte, b'\n' | b'\r' | b' ');
            if spans && input.get(at).is_some_and(junk) {
                return Found::Unclosed;
            }
        }
        let end = input[at..].iter().position(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'));
        let Some(length) = end else {
            if !last {
                return Found::Cut;
            }
            row.push(&input[at..]);
            row.end_cell();
            return Found::Row { bytes: input.len(), lines };
        };
        row.push(&input[at..at + length]);
        row.end_cell();
        at += length;
        match input[at] {
            b'\n' => return Found::Row { bytes: at + 1, lines },
            b'\r' => match input.get(at + 1) {
                Some(b'\n') => return Found::Row { bytes: at + 2, lines },
                None if !last => return Found::Cut,
                _ => return Found::Row { bytes: at + 1, lines },
            },
            _ => at += 1,
        }
    }
}

/// Reads a quoted text that begins at `at`, up to behind its closing quote.
fn quoted(input: &[u8], mut at: usize, last: bool, lines: &mut u64, row: &mut Raw) -> Result<usize, Found> {
    loop {
        let Some(length) = input[at..].iter().position(|byte| *byte == b'"') else {
            return Err(if last { Found::Unclosed } else { Found::Cut });
        };
        let piece = &input[at..at + length];
        *lines += piece.iter().filter(|byte| **byte == b'\n').count() as u64;
        if *lines > ROW_LINES_MAX {
            return Err(Found::Unclosed);
        }
        row.push(piece);
        at += length + 1;
        match input.get(at) {
            Some(b'"') => {
                row.push(b"\"");
                at += 1;
            }
            None if !last => return Err(Found::Cut),
            _ => return Ok(at),
        }
    }
}

/// Cells as bytes, before they are known to be text.
#[derive(Default)]
struct Raw {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    nul: bool,
}

impl Raw {
    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        self.nul = false;
    }

    fn push(&mut self, piece: &[u8]) {
        if !piece.iter().any(|byte| *byte < b' ' || *byte == 0x7F) {
            return self.bytes.extend_from_slice(piece);
        }
        self.nul |= piece.contains(&0);
        self.bytes.extend(piece.iter().filter(|byte| matches!(**byte, b'\n' | b'\t' | b' '..=0x7E | 0x80..)));
    }

    fn end_cell(&mut self) {
        // One past the bound is enough to refuse the row.
        if self.ends.len() <= COLUMNS_MAX {
            self.ends.push(self.bytes.len());
        }
    }
}

/// The rows of a delimited text, one after the other, in constant memory.
pub(super) struct Rows<R> {
    input: R,
    delimiter: u8,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    last: bool,
    line: u64,
    raw: Raw,
    /// The rest of a line that is refused already is skipped.
    skipping: bool,
}

impl<R: Read> Rows<R> {
    /// Looks at the start of `input` to find the delimiter; an Excel `sep=;` line says it and is skipped.
    pub(super) fn open(input: R) -> io::Result<Self> {
        let mut rows = Self {
            input,
            delimiter: NONE,
            buffer: vec![0; CHUNK],
            start: 0,
            end: 0,
            last: false,
            line: 1,
            raw: Raw::default(),
            skipping: false,
        };
        rows.more()?;
        match &rows.buffer[..rows.end] {
            [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, rest @ ..]
                if matches!(rest, [b'\n' | b'\r', ..]) =>
            {
                rows.delimiter = *delimiter;
                let used = if rest.starts_with(b"\r\n") { 7 } else { 6 };
                rows.start = used;
                rows.line = 2;
            }
            start => rows.delimiter = sniff(start, rows.last),
        }
        Ok(rows)
    }

    /// The delimiter in use; none for a file of one column.
    pub(super) fn delimiter(&self) -> Option<char> {
        (self.delimiter != NONE).then(|| char::from(self.delimiter))
    }

    /// The next row, or why it was refused; nothing at the end. Blank lines are passed over.
    pub(super) fn next(&mut self, row: &mut Row) -> io::Result<Option<Result<(), Rejected>>> {
        loop {
            if self.skipping {
                self.skip_line()?;
            }
            if self.start == self.end && !self.more()? {
                return Ok(None);
            }
            let line = self.line;
            match row_at(&self.buffer[self.start..self.end], self.last, self.delimiter, &mut self.raw) {
                Found::Row { bytes, lines } => {
                    self.start += bytes;
                    self.line += lines;
                    if self.raw.ends.len() == 1 && self.raw.bytes.is_empty() && !self.raw.nul {
                        continue;
                    }
                    return Ok(Some(take(&mut self.raw, line, row)));
                }
                Found::Cut if self.end - self.start > ROW_BYTES_MAX => {
                    let quoted = self.buffer[self.start..self.start + ROW_BYTES_MAX].contains(&b'\n');
                    self.skipping = true;
                    let code = if quoted { Code::UnclosedQuote } else { Code::RowTooLong };
                    return Ok(Some(Err(code.at(line).with("limit", ROW_BYTES_MAX.to_string()))));
                }
                Found::Cut => {
                    self.more()?;
                }
                Found::Unclosed => {
                    self.skipping = true;
                    return Ok(Some(Err(Code::UnclosedQuote.at(line))));
                }
            }
        }
    }

    /// Passes over the rest of the line at the start, quotes or not.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let waiting = &self.buffer[self.start..self.end];
            if let Some(length) = waiting.iter().position(|byte| *byte == b'\n') {
                self.start += length + 1;
                self.line += 1;
                self.skipping = false;
                return Ok(());
            }
            self.start = self.end;
            if !self.more()? {
                self.skipping = false;
                return Ok(());
            }
        }
    }

    /// Reads on behind what is waiting; false if there is nothing more.
    fn more(&mut self) -> io::Result<bool> {
        if self.last {
            return Ok(false);
        }
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        // A long row is parsed again from its start, so the buffer doubles to keep that rare.
        let wanted = (self.end * 2).max(CHUNK);
        self.buffer.resize(wanted, 0);
        let read = super::encoding::fill(&mut self.input, &mut self.buffer[self.end..])?;
        self.last = self.end + read < wanted;
        self.end += read;
        Ok(read > 0)
    }
}

/// Turns the cells into text, or says what keeps them from it.
fn take(raw: &mut Raw, line: u64, row: &mut Row) -> Result<(), Rejected> {
    row.line = line;
    if raw.ends.len() > COLUMNS_MAX {
        return Err(Code::TooManyColumns.at(line).with("limit", COLUMNS_MAX.to_string()));
    }
    if raw.nul {
        return Err(Code::Nul.at(line));
    }
    std::mem::swap(&mut row.ends, &mut raw.ends);
    // The row's old buffer becomes the raw one, so that no row allocates.
    let bytes = std::mem::replace(&mut raw.bytes, std::mem::take(&mut row.text).into_bytes());
    match String::from_utf8(bytes) {
        Ok(text) => row.text = text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let index = row.ends.iter().position(|end| at < *end).unwrap_or_default();
            return Err(Code::BadEncoding.at(line).with("encoding", "UTF-8").with("index", index.to_string()));
        }
    }
    row.check()
}

impl Row {
    /// Drops the control characters that are not ASCII, and refuses cells that are too long.
    pub(super) fn check(&mut self) -> Result<(), Rejected> {
        // U+0080 to U+009F begin with this byte.
        if self.text.as_bytes().contains(&0xC2) && self.text.chars().any(is_dropped) {
            let cells: Vec<String> =
                self.cells().map(|cell| cell.chars().filter(|c| !is_dropped(*c)).collect()).collect();
            self.clear();
            for cell in &cells {
                self.push(cell);
            }
        }
        let mut start = 0;
        for (index, end) in self.ends.iter().enumerate() {
            let cell = &self.text[start..*end];
            if cell.len() > CELL_CHARS_MAX && cell.chars().count() > CELL_CHARS_MAX {
                let limit = CELL_CHARS_MAX.to_string();
                return Err(Code::TooLong.at(self.line).with("limit", limit).with("index", index.to_string()));
            }
            start = *end;
        }
        Ok(())
    }
}

/// Control characters other than line feed and tab.
pub(super) fn is_dropped(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

/// The delimiter under which most rows have as many cells as the header; with a tie, the one with more cells.
fn sniff(start: &[u8], last: bool) -> u8 {
    let mut best = (NONE, 0.0);
    for delimiter in DELIMITERS {
        let score = agreement(start, last, delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

fn agreement(mut input: &[u8], last: bool, delimiter: u8) -> f64 {
    let mut raw = Raw::default();
    let (mut header, mut rows, mut agreeing) = (0, 0, 0);
    while rows < JUDGED_ROWS && !input.is_empty() {
        match row_at(input, last, delimiter, &mut raw) {
            Found::Row { bytes, .. } => input = &input[bytes..],
            Found::Cut => break,
            Found::Unclosed => {
                let line = input.iter().position(|byte| *byte == b'\n').map_or(input.len(), |length| length + 1);
                input = &input[line..];
                continue;
            }
        }
        if raw.bytes.is_empty() {
            continue;
        }
        if rows == 0 {
            header = raw.ends.len();
        }
        rows += 1;
        agreeing += usize::from(raw.ends.len() == header);
    }
    let share = agreeing as f64 / rows.max(1) as f64;
    if header < 2 || share < AGREEING_SHARE { 0.0 } else { share * (header as f64).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = Result<(u64, Vec<String>), (u64, Code)>;

    fn read(text: &str) -> Vec<Read> {
        let mut rows = Rows::open(text.as_bytes()).unwrap();
        let mut row = Row::default();
        let mut all = Vec::new();
        while let Some(found) = rows.next(&mut row).unwrap() {
            all.push(match found {
                Ok(()) => Ok((row.line, row.cells().map(str::to_owned).collect())),
                Err(rejected) => Err((rejected.line, rejected.code)),
            });
        }
        all
    }

    fn ok(line: u64, cells: &[&str]) -> Read {
        Ok((line, cells.iter().map(|cell| (*cell).to_owned()).collect()))
    }

    #[test]
    fn quotes_lines_and_ends() {
        assert_eq!(
            read("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n\r\n1,\"\"\n2,last"),
            [ok(1, &["a", "b"]), ok(2, &["x, \"y\"", "two\nlines"]), ok(5, &["1", ""]), ok(6, &["2", "last"])]
        );
        assert_eq!(read("a;b\r1;2\r"), [ok(1, &["a", "b"]), ok(2, &["1", "2"])]);
    }

    #[test]
    fn a_stray_quote_costs_its_own_line_only() {
        let text = "score,text,day\n9,\"never closed,1\n8,fine,2\n7,\"quoted, well\",3\n";
        let rows = read(text);
        assert_eq!(rows[1], Err((2, Code::UnclosedQuote)));
        assert_eq!(rows[2..], [ok(3, &["8", "fine", "2"]), ok(4, &["7", "quoted, well", "3"])]);
        let rows = read("a,b\n1,\"open to the end\n2,x\n3,y\n");
        assert_eq!(rows[1..], [Err((2, Code::UnclosedQuote)), ok(3, &["2", "x"]), ok(4, &["3", "y"])]);
    }

    #[test]
    fn quotes_inside_a_text_are_kept() {
        assert_eq!(read("a,b\n5\" nail,x\n\"he said \"hi\" twice\",y\n")[1], ok(2, &["5\" nail", "x"]));
    }

    #[test]
    fn control_characters_go_and_nul_is_refused() {
        let rows = read("a,b\nx\u{7}\u{85}y,z\tz\nx\0,1\n");
        assert_eq!(rows[1..], [ok(2, &["xy", "z\tz"]), Err((3, Code::Nul))]);
    }

    #[test]
    fn delimiters_are_found() {
        for (text, delimiter) in [
            ("a,b\n1,2\n", Some(',')),
            ("a;b\n1,5;2,5\n3,5;1,0\n", Some(';')),
            ("a\tb, c\n1\t2\n", Some('\t')),
            ("a|b\n1|2\n", Some('|')),
            ("sep=;\na;b\n1;2\n", Some(';')),
            ("comment, if any\ngood\nbad\nso so\n", None),
            ("a\n1\n", None),
            ("a;b;c\n\"x,y\";1;2\n", Some(';')),
        ] {
            assert_eq!(Rows::open(text.as_bytes()).unwrap().delimiter(), delimiter, "{text}");
        }
        assert_eq!(read("sep=;\na;b\n1;2\n"), [ok(2, &["a", "b"]), ok(3, &["1", "2"])]);
    }

    #[test]
    fn a_row_without_end_is_skipped_in_bounded_memory() {
        let mut text = String::from("a,b\n");
        text.push_str(&"x".repeat(ROW_BYTES_MAX * 3));
        text.push_str("\n1,2\n");
        let mut rows = Rows::open(text.as_bytes()).unwrap();
        let mut row = Row::default();
        let mut codes = Vec::new();
        while let Some(found) = rows.next(&mut row).unwrap() {
            codes.push(found.map_err(|rejected| rejected.code));
        }
        assert_eq!(codes, [Ok(()), Err(Code::RowTooLong), Ok(())]);
        assert_eq!(row.line, 3);
        assert!(rows.buffer.len() <= ROW_BYTES_MAX * 4, "{}", rows.buffer.len());
    }
}
