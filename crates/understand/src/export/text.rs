//! CSV and JSON.

use std::io::{self, Write};

use kernel::Timestamp;
use serde_json::{Value as Json, json};

use super::table::{Column, Rows, Table, Value};

/// Comma-separated values with a header (RFC 4180, UTF-8, lines end with `\n`). A text that a spreadsheet would take for
/// a formula gets an apostrophe in front.
///
/// # Errors
/// Those of `out` and `rows`.
pub fn csv(out: &mut dyn Write, table: &Table, rows: &mut dyn Rows, labels: bool) -> io::Result<()> {
    let mut line = String::new();
    for (place, column) in table.columns.iter().enumerate() {
        let head = if labels { &column.label } else { &column.name };
        lake::push_csv_field(&mut line, place, &lake::for_spreadsheets(head));
    }
    line.push('\n');
    out.write_all(line.as_bytes())?;
    rows.each(&mut |row| {
        line.clear();
        for (place, (column, value)) in table.columns.iter().zip(row).enumerate() {
            let text = words(column, value, labels);
            let is_number = matches!(value, Value::Number(_));
            let safe = if is_number { text.as_str().into() } else { lake::for_spreadsheets(&text) };
            lake::push_csv_field(&mut line, place, &safe);
        }
        line.push('\n');
        out.write_all(line.as_bytes())
    })?;
    out.flush()
}

/// One array of objects, without what is missing being left out: null.
///
/// # Errors
/// Those of `out` and `rows`.
pub fn json(out: &mut dyn Write, table: &Table, rows: &mut dyn Rows, labels: bool) -> io::Result<()> {
    out.write_all(b"[")?;
    let mut is_first = true;
    rows.each(&mut |row| {
        out.write_all(if is_first { b"\n{" } else { b",\n{" })?;
        is_first = false;
        for (place, (column, value)) in table.columns.iter().zip(row).enumerate() {
            if place > 0 {
                out.write_all(b",")?;
            }
            serde_json::to_writer(&mut *out, &column.name)?;
            out.write_all(b":")?;
            serde_json::to_writer(&mut *out, &to_json(column, value, labels))?;
        }
        out.write_all(b"}")
    })?;
    out.write_all(if is_first { b"]\n" } else { b"\n]\n" })?;
    out.flush()
}

fn to_json(column: &Column, value: &Value, labels: bool) -> Json {
    match &*column.fit(value) {
        Value::Missing => Json::Null,
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => json!(*number as i64),
        Value::Number(number) => json!(number),
        value => json!(words(column, value, labels)),
    }
}

/// A value as people read it; nothing where it is missing.
pub fn words(column: &Column, value: &Value, labels: bool) -> String {
    match value {
        Value::Missing => String::new(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Time(micros) => Timestamp(*micros).to_string(),
        Value::Day(days) => {
            let (year, month, day) = super::table::civil(i64::from(*days));
            format!("{year:04}-{month:02}-{day:02}")
        }
        Value::Code(_) => column
            .code(value)
            .map_or_else(String::new, |code| if labels { code.label.clone() } else { code.key.clone() }),
    }
}
