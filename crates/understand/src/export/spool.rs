//! Rows on their way from the log to a file. A format needs to know widths, types and counts before its first row, so
//! rows wait in a file without a name, which the system removes whatever happens.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

use super::table::{Column, Rows, Value};

const BUFFER_BYTES: usize = 1 << 18;

/// Takes rows.
pub struct Spool {
    file: BufWriter<File>,
    /// Where each row begins.
    places: Vec<u64>,
    next: u64,
    line: Vec<u8>,
}

impl Spool {
    pub fn new() -> io::Result<Self> {
        let file = BufWriter::with_capacity(BUFFER_BYTES, tempfile::tempfile()?);
        Ok(Self { file, places: Vec::new(), next: 0, line: Vec::new() })
    }

    /// Keeps a row and takes note of its values. Columns that come after a row are missing in it.
    pub fn push(&mut self, columns: &mut [Column], row: &[Value]) -> io::Result<()> {
        self.line.clear();
        self.line.extend((row.len() as u32).to_le_bytes());
        for (column, value) in columns.iter_mut().zip(row) {
            column.note(value);
        }
        row.iter().for_each(|value| put(&mut self.line, value));
        self.file.write_all(&self.line)?;
        self.places.push(self.next);
        self.next += self.line.len() as u64;
        Ok(())
    }

    pub fn len(&self) -> u64 {
        self.places.len() as u64
    }

    pub fn done(self) -> io::Result<Spooled> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(Spooled { file, places: self.places, columns: Vec::new() })
    }
}

/// Gives rows back.
pub struct Spooled {
    file: File,
    places: Vec<u64>,
    /// Which of a row's values are given, in this order.
    pub columns: Vec<usize>,
}

impl Spooled {
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// One row, all of its values; the file is left wherever it is.
    pub fn row(&mut self, place: usize, row: &mut Vec<Value>) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.places[place]))?;
        let mut file = BufReader::new(&self.file);
        read(&mut file, row)
    }
}

impl Rows for Spooled {
    fn each(&mut self, take: &mut dyn FnMut(&[Value]) -> io::Result<()>) -> io::Result<()> {
        self.file.rewind()?;
        let mut file = BufReader::with_capacity(BUFFER_BYTES, &self.file);
        let (mut row, mut shown) = (Vec::new(), Vec::new());
        for _ in 0..self.places.len() {
            read(&mut file, &mut row)?;
            shown.clear();
            for column in &self.columns {
                shown.push(
                    row.get_mut(*column).map_or(Value::Missing, |value| std::mem::replace(value, Value::Missing)),
                );
            }
            take(&shown)?;
        }
        Ok(())
    }
}

fn put(line: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Missing => line.push(0),
        Value::Number(number) => {
            line.push(1);
            line.extend(number.to_le_bytes());
        }
        Value::Text(text) => {
            line.push(2);
            line.extend((text.len() as u32).to_le_bytes());
            line.extend(text.as_bytes());
        }
        Value::Time(micros) => {
            line.push(3);
            line.extend(micros.to_le_bytes());
        }
        Value::Day(days) => {
            line.push(4);
            line.extend(days.to_le_bytes());
        }
        Value::Code(place) => {
            line.push(5);
            line.extend(place.to_le_bytes());
        }
    }
}

fn read(file: &mut impl Read, row: &mut Vec<Value>) -> io::Result<()> {
    row.clear();
    for _ in 0..u32::from_le_bytes(bytes(file)?) {
        row.push(match bytes::<1>(file)?[0] {
            0 => Value::Missing,
            1 => Value::Number(f64::from_le_bytes(bytes(file)?)),
            2 => {
                let mut text = vec![0; u32::from_le_bytes(bytes(file)?) as usize];
                file.read_exact(&mut text)?;
                Value::Text(String::from_utf8(text).map_err(io::Error::other)?)
            }
            3 => Value::Time(i64::from_le_bytes(bytes(file)?)),
            4 => Value::Day(i32::from_le_bytes(bytes(file)?)),
            5 => Value::Code(u32::from_le_bytes(bytes(file)?)),
            tag => return Err(io::Error::other(format!("a spooled row holds the tag {tag}"))),
        });
    }
    Ok(())
}

fn bytes<const N: usize>(file: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::table::{Measure, Type};
    use super::*;

    #[test]
    fn rows_come_back_as_often_as_they_are_asked_for() {
        let mut columns = vec![
            Column::new("a", "", Type::Text, Measure::Nominal),
            Column::new("b", "", Type::Number, Measure::Scale),
        ];
        let mut spool = Spool::new().unwrap();
        let first = [Value::Text("سلام\n".into()), Value::Number(0.1)];
        spool.push(&mut columns, &first).unwrap();
        columns.push(Column::new("c", "", Type::Code, Measure::Nominal));
        let second = [Value::Missing, Value::Time(-5), Value::Code(7)];
        spool.push(&mut columns, &second).unwrap();
        let mut spooled = spool.done().unwrap();
        spooled.columns = vec![2, 0];
        for _ in 0..2 {
            let mut seen = Vec::new();
            spooled
                .each(&mut |row| {
                    seen.push(row.to_vec());
                    Ok(())
                })
                .unwrap();
            assert_eq!(seen, [vec![Value::Missing, first[0].clone()], vec![second[2].clone(), second[0].clone()]]);
        }
        let mut row = Vec::new();
        spooled.row(1, &mut row).unwrap();
        assert_eq!(row, second);
        assert_eq!((columns[0].width, columns[1].fractions, columns[1].filled), (9, true, 2));
    }
}
