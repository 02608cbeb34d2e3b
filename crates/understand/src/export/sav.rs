//! SPSS system files, which R (`haven::read_sav`), Python (`pyreadstat`), PSPP and Jamovi read as well, with their labels.
//!
//! Written after the PSPP Developer's Guide, appendix "System File Format": little-endian, UTF-8, compressed by its
//! byte codes. Numbers in comments are its record types. Texts beyond 255 bytes are "very long strings", stored in
//! segments of 255 bytes.

use std::io::{self, Write};

use super::table::{Column, Made, Measure, NameRules, Rows, Table, Type, Value, cut, names};

/// Longest text of one value, label of a variable and label of a value, in bytes.
const TEXT_BYTES_MAX: usize = 32_767;
const LABEL_BYTES_MAX: usize = 255;
const VALUE_LABEL_BYTES_MAX: usize = 120;
/// What SPSS keeps of a segment when it counts them, and what it stores in one.
const SEGMENT_COUNTED: usize = 252;
const SEGMENT_BYTES: usize = 255;
/// Seconds from 1582-10-14, where SPSS begins to count, to 1970.
const EPOCH_SECONDS: f64 = 12_219_379_200.0;
/// Added to whole numbers that are stored as one byte.
const BIAS: f64 = 100.0;
/// Print formats: A, F, DATETIME, SDATE (year/month/day).
const FORMAT_TEXT: i32 = 1;
const FORMAT_NUMBER: i32 = 5;
const FORMAT_TIME: i32 = 22;
const FORMAT_DAY: i32 = 39;

const NAMES: NameRules = NameRules {
    bytes: 64,
    chars: 64,
    bracket: '.',
    reserved: &["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"],
};

/// Writes the whole file.
///
/// # Errors
/// Those of `out` and `rows`.
pub fn write(out: &mut dyn Write, table: &Table, rows: &mut dyn Rows) -> io::Result<()> {
    let variables = variables(table);
    let mut file = Little(out);
    header(&mut file, table, &variables)?;
    for variable in &variables {
        declare(&mut file, variable)?;
    }
    for variable in &variables {
        value_labels(&mut file, variable)?;
    }
    information(&mut file, table, &variables)?;
    // 999: the dictionary ends here.
    file.ints(&[999, 0])?;
    let mut data = Compressed { file, codes: [0; 8], units: Vec::with_capacity(64), count: 0 };
    rows.each(&mut |row| {
        for (variable, value) in variables.iter().zip(row) {
            data.value(variable, &variable.column.fit(value))?;
        }
        Ok(())
    })?;
    data.finish()
}

/// A column with its place in the file.
struct Variable<'a> {
    column: &'a Column,
    name: String,
    /// Eight letters at most, one for each segment.
    short: Vec<String>,
    /// Bytes of a text; 0 for numbers.
    width: usize,
    /// The place of its first unit of eight bytes, from 1.
    place: usize,
}

fn variables(table: &Table) -> Vec<Variable<'_>> {
    let (mut place, mut serial) = (1, 0);
    let mut variables = Vec::with_capacity(table.columns.len());
    for (column, name) in table.columns.iter().zip(names(&table.columns, &NAMES)) {
        let width = if column.kind == Type::Text { column.width.clamp(1, TEXT_BYTES_MAX) } else { 0 };
        let short = (0..segments(width))
            .map(|_| {
                serial += 1;
                format!("V{serial:07X}")
            })
            .collect();
        variables.push(Variable { column, name, short, width, place });
        place += (0..segments(width)).map(|segment| units(segment_width(width, segment))).sum::<usize>();
    }
    variables
}

fn segments(width: usize) -> usize {
    if width > SEGMENT_BYTES { width.div_ceil(SEGMENT_COUNTED) } else { 1 }
}

fn segment_width(width: usize, segment: usize) -> usize {
    if segment + 1 < segments(width) { SEGMENT_BYTES } else { width - segment * SEGMENT_COUNTED }
}

/// Units of eight bytes that a text takes; a number takes one.
fn units(width: usize) -> usize {
    width.div_ceil(8).max(1)
}

fn header(file: &mut Little<'_>, table: &Table, variables: &[Variable<'_>]) -> io::Result<()> {
    let size = variables.last().map_or(0, |last| {
        last.place - 1 + (0..last.short.len()).map(|n| units(segment_width(last.width, n))).sum::<usize>()
    });
    let (date, time) = made_at(table.at);
    file.0.write_all(b"$FL2")?;
    file.padded("@(#) SPSS DATA FILE - nabz", 60)?;
    file.ints(&[2, size as i32, 1, 0, i32::try_from(table.rows).unwrap_or(-1)])?;
    file.number(BIAS)?;
    file.padded(&date, 9)?;
    file.padded(&time, 8)?;
    file.padded(cut(&table.title, 64), 64)?;
    file.0.write_all(&[0; 3])
}

/// `22 Nov 26` and `09:30:00`.
fn made_at(micros: i64) -> (String, String) {
    let made = Made::at(micros);
    let date = format!("{:02} {} {:02}", made.day, made.month, made.year.rem_euclid(100));
    (date, format!("{:02}:{:02}:{:02}", made.hour, made.minute, made.second))
}

/// 2: the variable, one record for each unit of eight bytes.
fn declare(file: &mut Little<'_>, variable: &Variable<'_>) -> io::Result<()> {
    for (segment, short) in variable.short.iter().enumerate() {
        let width = if variable.width == 0 { 0 } else { segment_width(variable.width, segment) };
        let format = match variable.column.kind {
            Type::Text => format(FORMAT_TEXT, width.min(255), 0),
            Type::Time => format(FORMAT_TIME, 20, 0),
            Type::Day => format(FORMAT_DAY, 10, 0),
            Type::Number if variable.column.fractions => format(FORMAT_NUMBER, 12, 2),
            Type::Number | Type::Code => format(FORMAT_NUMBER, 8, 0),
        };
        let label = if segment == 0 { cut(&variable.column.label, LABEL_BYTES_MAX) } else { "" };
        file.ints(&[2, width as i32, i32::from(!label.is_empty()), 0, format, format])?;
        file.padded(short, 8)?;
        if !label.is_empty() {
            file.ints(&[label.len() as i32])?;
            file.padded(label, label.len().next_multiple_of(4))?;
        }
        for _ in 1..units(width) {
            file.ints(&[2, -1, 0, 0, 0, 0])?;
            file.padded("", 8)?;
        }
    }
    Ok(())
}

fn format(kind: i32, width: usize, decimals: i32) -> i32 {
    kind << 16 | (width as i32) << 8 | decimals
}

/// 3 and 4: words of values, and whose they are.
fn value_labels(file: &mut Little<'_>, variable: &Variable<'_>) -> io::Result<()> {
    let codes = &variable.column.codes;
    if codes.is_empty() || variable.width > 0 {
        return Ok(());
    }
    file.ints(&[3, codes.len() as i32])?;
    for code in codes {
        let label = cut(&code.label, VALUE_LABEL_BYTES_MAX);
        file.number(f64::from(code.code))?;
        file.0.write_all(&[label.len() as u8])?;
        file.padded(label, (label.len() + 1).next_multiple_of(8) - 1)?;
    }
    file.ints(&[4, 1, variable.place as i32])
}

/// 7: everything else that is to be known.
fn information(file: &mut Little<'_>, table: &Table, variables: &[Variable<'_>]) -> io::Result<()> {
    // 3: version, IEEE numbers, little-endian, UTF-8.
    file.extension(3, 4, 8)?;
    file.ints(&[20, 0, 0, -1, 1, 1, 2, 65_001])?;
    // 4: missing, highest and lowest number.
    file.extension(4, 8, 3)?;
    file.number(f64::MIN)?;
    file.number(f64::MAX)?;
    file.number(f64::MIN.next_up())?;
    // 11: measure, width on screen and alignment of every segment.
    let count: usize = variables.iter().map(|variable| variable.short.len()).sum();
    file.extension(11, 4, 3 * count)?;
    for variable in variables {
        let measure = match variable.column.measure {
            Measure::Nominal => 1,
            Measure::Ordinal => 2,
            Measure::Scale => 3,
        };
        let (width, alignment) = if variable.width > 0 { (variable.width.min(40) as i32, 0) } else { (10, 1) };
        for _ in &variable.short {
            file.ints(&[measure, width, alignment])?;
        }
    }
    // 13: long names.
    let long: Vec<String> =
        variables.iter().map(|variable| format!("{}={}", variable.short[0], variable.name)).collect();
    file.text(13, &long.join("\t"))?;
    // 14: very long strings.
    let wide: String = variables
        .iter()
        .filter(|variable| variable.width > SEGMENT_BYTES)
        .map(|variable| format!("{}={:05}\0\t", variable.short[0], variable.width))
        .collect();
    if !wide.is_empty() {
        file.text(14, &wide)?;
    }
    // 16: the number of rows, beyond what the header can hold.
    file.extension(16, 8, 2)?;
    file.0.write_all(&1i64.to_le_bytes())?;
    file.0.write_all(&(table.rows as i64).to_le_bytes())?;
    // 20: the encoding.
    file.text(20, "UTF-8")
}

struct Little<'a>(&'a mut dyn Write);

impl Little<'_> {
    fn ints(&mut self, numbers: &[i32]) -> io::Result<()> {
        numbers.iter().try_for_each(|number| self.0.write_all(&number.to_le_bytes()))
    }

    fn number(&mut self, number: f64) -> io::Result<()> {
        self.0.write_all(&number.to_le_bytes())
    }

    /// `text` with spaces behind it; it must not be longer than `width`.
    fn padded(&mut self, text: &str, width: usize) -> io::Result<()> {
        self.0.write_all(text.as_bytes())?;
        (text.len()..width).try_for_each(|_| self.0.write_all(b" "))
    }

    fn extension(&mut self, subtype: i32, size: i32, count: usize) -> io::Result<()> {
        self.ints(&[7, subtype, size, count as i32])
    }

    fn text(&mut self, subtype: i32, text: &str) -> io::Result<()> {
        self.extension(subtype, 1, text.len())?;
        self.0.write_all(text.as_bytes())
    }
}

/// Data units, eight to a group: a byte of code each, then those units that no code stands for.
struct Compressed<'a> {
    file: Little<'a>,
    codes: [u8; 8],
    units: Vec<u8>,
    count: usize,
}

const CODE_LITERAL: u8 = 253;
const CODE_SPACES: u8 = 254;
const CODE_MISSING: u8 = 255;

impl Compressed<'_> {
    fn value(&mut self, variable: &Variable<'_>, value: &Value) -> io::Result<()> {
        if variable.width > 0 {
            let text = if let Value::Text(text) = value { cut(text, variable.width) } else { "" };
            return self.text(variable.width, text.as_bytes());
        }
        let number = match value {
            Value::Number(number) => Some(*number),
            Value::Time(micros) => Some(*micros as f64 / 1e6 + EPOCH_SECONDS),
            Value::Day(days) => Some(f64::from(*days) * 86_400.0 + EPOCH_SECONDS),
            Value::Code(_) => variable.column.code(value).map(|code| f64::from(code.code)),
            Value::Missing | Value::Text(_) => None,
        };
        match number.filter(|number| number.is_finite()) {
            None => self.unit(CODE_MISSING, &[]),
            Some(number) if number.fract() == 0.0 && (1.0 - BIAS..=251.0 - BIAS).contains(&number) => {
                self.unit((number + BIAS) as u8, &[])
            }
            Some(number) => self.unit(CODE_LITERAL, &number.to_le_bytes()),
        }
    }

    fn text(&mut self, width: usize, text: &[u8]) -> io::Result<()> {
        for segment in 0..segments(width) {
            let begin = (segment * SEGMENT_BYTES).min(text.len());
            let wide = segment_width(width, segment);
            let part = &text[begin..(begin + SEGMENT_BYTES).min(text.len())];
            for unit in 0..units(wide) {
                let chunk = part.get(unit * 8..part.len().min(unit * 8 + 8)).unwrap_or_default();
                let mut bytes = [b' '; 8];
                bytes[..chunk.len()].copy_from_slice(chunk);
                let code = if bytes == [b' '; 8] { CODE_SPACES } else { CODE_LITERAL };
                self.unit(code, if code == CODE_LITERAL { &bytes } else { &[] })?;
            }
        }
        Ok(())
    }

    fn unit(&mut self, code: u8, bytes: &[u8]) -> io::Result<()> {
        self.codes[self.count] = code;
        self.units.extend_from_slice(bytes);
        self.count += 1;
        if self.count == 8 { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.0.write_all(&self.codes)?;
        self.file.0.write_all(&self.units)?;
        self.units.clear();
        (self.codes, self.count) = ([0; 8], 0);
        Ok(())
    }

    /// What is left of the last group stays 0, which is no value.
    fn finish(mut self) -> io::Result<()> {
        if self.count > 0 {
            self.flush()?;
        }
        self.file.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_lie_in_segments() {
        assert_eq!((segments(0), segments(255), segments(256), segments(505)), (1, 1, 2, 3));
        assert_eq!((segment_width(256, 0), segment_width(256, 1)), (255, 4));
        // Whatever the width, the segments hold all of it.
        for width in [256, 504, 505, 1_000, 20_000, TEXT_BYTES_MAX] {
            let room: usize = (0..segments(width)).map(|segment| segment_width(width, segment)).sum();
            assert!(room >= width && segment_width(width, segments(width) - 1) <= 255, "{width}");
        }
    }

    #[test]
    fn the_head_says_when() {
        assert_eq!(made_at(1_795_339_800_000_000), ("22 Nov 26".into(), "09:30:00".into()));
    }

    #[test]
    fn small_whole_numbers_take_one_byte() {
        let column = Column::new("q", "", Type::Number, Measure::Scale);
        let variable = Variable { column: &column, name: "q".into(), short: vec!["V1".into()], width: 0, place: 1 };
        let mut out = Vec::new();
        let mut data = Compressed { file: Little(&mut out), codes: [0; 8], units: vec![], count: 0 };
        for value in [Value::Number(9.0), Value::Missing, Value::Number(-99.0), Value::Number(0.5), Value::Number(1e9)]
        {
            data.value(&variable, &value).unwrap();
        }
        data.finish().unwrap();
        assert_eq!(out[..8], [109, 255, 1, 253, 253, 0, 0, 0]);
        assert_eq!(out.len(), 8 + 16);
        assert_eq!(out[8..16], 0.5f64.to_le_bytes());
    }
}
