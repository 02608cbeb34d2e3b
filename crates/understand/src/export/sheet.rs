//! XLSX: a sheet with the rows, and one that says what every column and code means.

use std::fs::File;
use std::io;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::table::{Column, Rows, Table, Type, Value};
use super::text::words;

/// Rows that a sheet holds below its head.
pub const ROWS_MAX: u64 = 1_048_575;
/// Characters of one cell, counted as Excel counts them: in UTF-16.
const CELL_CHARS_MAX: usize = 32_767;
/// Days from 1899-12-30, where Excel begins to count, to 1970.
const EPOCH_DAYS: f64 = 25_569.0;

/// Names of the sheets and heads of the second, in the language of the labels.
pub struct Heads {
    pub rows: String,
    pub columns: String,
    pub heads: [String; 4],
}

/// Writes the whole file, row by row: only the words of the second sheet are held in memory.
///
/// # Errors
/// Those of `out` and `rows`.
pub fn write(out: &File, table: &Table, rows: &mut dyn Rows, heads: &Heads, labels: bool) -> io::Result<()> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let sheet = book.add_worksheet_with_constant_memory().map_err(io::Error::other)?;
    sheet.set_name(&heads.rows).map_err(io::Error::other)?;
    sheet.set_freeze_panes(1, 0).map_err(io::Error::other)?;
    for (place, column) in table.columns.iter().enumerate() {
        let head = if labels { &column.label } else { &column.name };
        sheet.write_string_with_format(0, place as u16, fits(head), &bold).map_err(io::Error::other)?;
    }
    let mut line = 0;
    rows.each(&mut |row| {
        line += 1;
        for (place, (column, value)) in table.columns.iter().zip(row).enumerate() {
            cell(sheet, line, place as u16, column, &column.fit(value), labels, (&day, &time))
                .map_err(io::Error::other)?;
        }
        Ok(())
    })?;
    let sheet = book.add_worksheet_with_constant_memory().map_err(io::Error::other)?;
    columns(sheet, table, heads, &bold).map_err(io::Error::other)?;
    book.save_to_writer(out).map_err(io::Error::other)
}

fn cell(
    sheet: &mut Worksheet,
    line: u32,
    place: u16,
    column: &Column,
    value: &Value,
    labels: bool,
    (day, time): (&Format, &Format),
) -> Result<(), XlsxError> {
    match value {
        Value::Missing => {}
        Value::Number(number) => {
            sheet.write_number(line, place, *number)?;
        }
        Value::Day(days) => {
            sheet.write_number_with_format(line, place, f64::from(*days) + EPOCH_DAYS, day)?;
        }
        Value::Time(micros) => {
            sheet.write_number_with_format(line, place, *micros as f64 / 86_400e6 + EPOCH_DAYS, time)?;
        }
        // A string is never a formula, whatever it begins with.
        value => {
            sheet.write_string(line, place, fits(&words(column, value, labels)))?;
        }
    }
    Ok(())
}

/// A line for each column, and below it one for each of its codes.
fn columns(sheet: &mut Worksheet, table: &Table, heads: &Heads, bold: &Format) -> Result<(), XlsxError> {
    sheet.set_name(&heads.columns)?;
    sheet.set_freeze_panes(1, 0)?;
    for (place, head) in heads.heads.iter().enumerate() {
        sheet.write_string_with_format(0, place as u16, head, bold)?;
    }
    let mut line = 1;
    for column in &table.columns {
        sheet.write_string(line, 0, fits(&column.name))?;
        sheet.write_string(line, 1, fits(&column.label))?;
        line += 1;
        for code in &column.codes {
            sheet.write_string(line, 0, fits(&column.name))?;
            // Rows hold the key of an option, but the number of a point on a scale.
            match column.kind {
                Type::Code => sheet.write_string(line, 2, fits(&code.key))?,
                _ => sheet.write_number(line, 2, code.code)?,
            };
            sheet.write_string(line, 3, fits(&code.label))?;
            line += 1;
        }
    }
    Ok(())
}

fn fits(text: &str) -> &str {
    let mut units = 0;
    for (place, c) in text.char_indices() {
        units += c.len_utf16();
        if units > CELL_CHARS_MAX {
            return &text[..place];
        }
    }
    text
}
