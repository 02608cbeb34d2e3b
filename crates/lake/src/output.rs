//! Answers as files and for terminals.

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::common::ScalarValue;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use serde_json::{Map, Value, json};

use crate::{Cell, Column, ColumnKind, QueryResult, Result};

/// What begins a formula in a spreadsheet, full-width forms included.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

impl QueryResult {
    /// Comma-separated values with a header (RFC 4180, lines end with `\n`); null is empty. Returns the rows.
    pub async fn to_csv(self, writer: &mut (dyn Write + Send)) -> Result<u64> {
        self.write_csv(writer, |cell| cell.to_string()).await
    }

    /// The same for people who open it in a spreadsheet: a text that would be taken for a formula gets an apostrophe
    /// in front (OWASP, CSV injection). Numbers stay numbers.
    pub async fn to_csv_for_spreadsheets(self, writer: &mut (dyn Write + Send)) -> Result<u64> {
        self.write_csv(writer, |cell| match cell {
            Cell::Text(text) => for_spreadsheets(text).into_owned(),
            cell => cell.to_string(),
        })
        .await
    }

    async fn write_csv(mut self, writer: &mut (dyn Write + Send), shown: fn(&Cell) -> String) -> Result<u64> {
        let mut line = String::new();
        for (index, column) in self.columns().iter().enumerate() {
            push_csv_field(&mut line, index, &column.name);
        }
        line.push('\n');
        writer.write_all(line.as_bytes())?;
        let mut count = 0;
        while let Some(rows) = self.next_rows().await? {
            count += rows.len() as u64;
            for row in rows {
                line.clear();
                for (index, cell) in row.iter().enumerate() {
                    push_csv_field(&mut line, index, &shown(cell));
                }
                line.push('\n');
                writer.write_all(line.as_bytes())?;
            }
        }
        writer.flush()?;
        Ok(count)
    }

    /// One array of objects. Returns the rows.
    pub async fn to_json(mut self, writer: &mut (dyn Write + Send)) -> Result<u64> {
        let names: Vec<String> = self.columns().iter().map(|column| column.name.clone()).collect();
        let mut count = 0;
        writer.write_all(b"[")?;
        while let Some(rows) = self.next_rows().await? {
            for row in rows {
                writer.write_all(if count == 0 { b"\n" } else { b",\n" })?;
                let object: Map<String, Value> = names.iter().cloned().zip(row.iter().map(to_json)).collect();
                serde_json::to_writer(&mut *writer, &object)?;
                count += 1;
            }
        }
        writer.write_all(if count == 0 { b"]\n" } else { b"\n]\n" })?;
        writer.flush()?;
        Ok(count)
    }

    /// Aligned columns for a terminal; numbers to the right. Returns the rows.
    ///
    /// # Errors
    /// `Query` where there are more than [`crate::ROWS_MAX`] rows: a table is laid out as a whole.
    pub async fn to_table(self, writer: &mut (dyn Write + Send)) -> Result<u64> {
        let columns = self.columns().to_vec();
        let cells = self.rows().await?;
        let count = cells.len() as u64;
        let rows: Vec<Vec<String>> = cells.iter().map(|row| row.iter().map(one_line).collect()).collect();
        let width = |index: usize| {
            let longest = rows.iter().map(|row| row[index].chars().count()).max().unwrap_or_default();
            longest.max(columns[index].name.chars().count())
        };
        let widths: Vec<usize> = (0..columns.len()).map(width).collect();
        let head: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        for row in [&head, &rule].into_iter().chain(&rows) {
            let mut line = String::new();
            for (index, text) in row.iter().enumerate() {
                let pad = " ".repeat(widths[index].saturating_sub(text.chars().count()));
                let is_number = matches!(columns[index].kind, ColumnKind::Integer | ColumnKind::Number);
                let gap = if index == 0 { "" } else { "  " };
                line += gap;
                line += &if is_number { format!("{pad}{text}") } else { format!("{text}{pad}") };
            }
            writeln!(writer, "{}", line.trim_end())?;
        }
        writer.flush()?;
        Ok(count)
    }

    /// A Parquet file with the answer's own types. Returns the rows.
    pub async fn to_parquet(mut self, writer: &mut (dyn Write + Send)) -> Result<u64> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::try_new(3).unwrap_or_default()))
            .build();
        let mut count = 0;
        let mut parquet = ArrowWriter::try_new(writer, self.schema.clone(), Some(properties))?;
        while let Some(batch) = self.next().await? {
            count += batch.num_rows() as u64;
            parquet.write(&batch)?;
        }
        parquet.close()?;
        Ok(count)
    }
}

/// Adds the field at `index` to a line of CSV, quoted where it must be.
pub fn push_csv_field(line: &mut String, index: usize, text: &str) {
    if index > 0 {
        line.push(',');
    }
    if text.contains(['"', ',', '\n', '\r']) {
        line.push('"');
        line.push_str(&text.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(text);
    }
}

fn to_json(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Flag(flag) => json!(flag),
        Cell::Integer(number) => json!(number),
        Cell::Number(number) => json!(number),
        Cell::Text(text) => json!(text),
        Cell::Time(_) | Cell::Day(_) | Cell::Uid(_) => json!(cell.to_string()),
    }
}

fn one_line(cell: &Cell) -> String {
    cell.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text as a spreadsheet takes it for a text: one that begins like a formula gets an apostrophe in front (OWASP, CSV
/// injection).
pub fn for_spreadsheets(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { format!("'{text}").into() } else { text.into() }
}

/// Rows as a Parquet file, for tables that no question gives. Nothing but the rows of one group is held.
pub struct ParquetRows<W: Write + Send> {
    parquet: ArrowWriter<W>,
    schema: SchemaRef,
    waiting: Vec<Vec<Cell>>,
}

/// Rows that are handed on together, and bytes that one group has about.
const PARQUET_BATCH_ROWS: usize = 1_024;
const PARQUET_GROUP_BYTES: usize = 32 * 1024 * 1024;

impl<W: Write + Send> ParquetRows<W> {
    pub fn new(writer: W, columns: &[Column]) -> Result<Self> {
        let field = |column: &Column| Field::new(&column.name, column.kind.data_type(), true);
        let schema: SchemaRef = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
        let compression = Compression::ZSTD(ZstdLevel::try_new(3).unwrap_or_default());
        let properties = WriterProperties::builder().set_compression(compression).build();
        let parquet = ArrowWriter::try_new(writer, schema.clone(), Some(properties))?;
        Ok(Self { parquet, schema, waiting: Vec::new() })
    }

    /// Takes a row with a cell, or null, of its type for each column.
    pub fn push(&mut self, row: Vec<Cell>) -> Result<()> {
        self.waiting.push(row);
        if self.waiting.len() == PARQUET_BATCH_ROWS { self.flush() } else { Ok(()) }
    }

    pub fn close(mut self) -> Result<()> {
        self.flush()?;
        self.parquet.close()?;
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let column = |(place, field): (usize, &Arc<Field>)| {
            let scalars = self.waiting.iter().map(|row| match row.get(place) {
                Some(cell) if !cell.is_null() => Ok(cell.to_scalar()),
                _ => ScalarValue::try_from(field.data_type()),
            });
            ScalarValue::iter_to_array(scalars.collect::<std::result::Result<Vec<_>, _>>()?)
        };
        let arrays = self.schema.fields().iter().enumerate().map(column);
        let arrays = arrays.collect::<std::result::Result<Vec<_>, _>>()?;
        self.parquet.write(&RecordBatch::try_new(self.schema.clone(), arrays)?)?;
        self.waiting.clear();
        if self.parquet.in_progress_size() > PARQUET_GROUP_BYTES {
            self.parquet.flush()?;
        }
        Ok(())
    }
}
