//! Stata files, format 118 (Stata 14 and later, UTF-8).
//!
//! Written after Stata's own description, `help dta` / "Description of .dta file format 118". Short texts are fixed in
//! width; longer ones are `strL`, which are listed after the rows, so rows are gone through twice.

use std::io::{self, Write};

use super::table::{Column, Made, NameRules, Rows, Table, Type, Value, cut, names};

/// Wider texts are `strL`.
const FIXED_BYTES_MAX: usize = 255;
/// Bytes of one `strL`; Stata allows far more.
const LABEL_CHARS_MAX: usize = 80;
/// Bytes of one label of a value.
const VALUE_LABEL_BYTES_MAX: usize = 32_000;
/// Columns that the format can count.
pub const COLUMNS_MAX: usize = 32_767;
const TYPE_STRL: u16 = 32_768;
const TYPE_DOUBLE: u16 = 65_526;
const TYPE_LONG: u16 = 65_528;
/// `.`, the plain missing value.
const MISSING_DOUBLE: u64 = 0x7fe0_0000_0000_0000;
const MISSING_LONG: i32 = 0x7fff_ffe5;
/// From 1960-01-01, where Stata begins to count, to 1970.
const EPOCH_MILLIS: f64 = 315_619_200_000.0;
const EPOCH_DAYS: f64 = 3_653.0;

const NAMES: NameRules = NameRules {
    bytes: 128,
    chars: 32,
    bracket: '_',
    reserved: &[
        "_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_pi", "_pred",
        "_rc", "_skip", "strl", "using", "with",
    ],
};

/// Writes the whole file.
///
/// # Errors
/// Those of `out` and `rows`; `InvalidInput` for more than [`COLUMNS_MAX`] columns.
pub fn write(out: &mut dyn Write, table: &Table, rows: &mut dyn Rows) -> io::Result<()> {
    if table.columns.len() > COLUMNS_MAX {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "too many columns for Stata"));
    }
    let head = head(table);
    let descriptions = descriptions(table);
    let labels = value_labels(table);
    let data = row_bytes(table) * table.rows + ("<data></data>".len() as u64);
    let strings: u64 = table
        .columns
        .iter()
        .filter(|column| kind(column) == TYPE_STRL)
        .map(|column| column.texts * GSO_HEAD + column.bytes)
        .sum::<u64>()
        + ("<strls></strls>".len() as u64);
    out.write_all(&head)?;
    out.write_all(&map(&head, &descriptions, data, strings, &labels))?;
    for (_, bytes) in &descriptions {
        out.write_all(bytes)?;
    }
    out.write_all(b"<data>")?;
    let mut number = 0u64;
    let mut line = Vec::new();
    rows.each(&mut |row| {
        number += 1;
        line.clear();
        for (place, (column, value)) in table.columns.iter().zip(row).enumerate() {
            push(&mut line, column, &column.fit(value), place, number);
        }
        out.write_all(&line)
    })?;
    out.write_all(b"</data><strls>")?;
    number = 0;
    rows.each(&mut |row| {
        number += 1;
        for (place, (column, value)) in table.columns.iter().zip(row).enumerate() {
            if let (TYPE_STRL, Value::Text(text)) = (kind(column), &*column.fit(value)) {
                string(out, place, number, text)?;
            }
        }
        Ok(())
    })?;
    out.write_all(b"</strls>")?;
    out.write_all(&labels)?;
    out.write_all(b"</stata_dta>")?;
    out.flush()
}

fn kind(column: &Column) -> u16 {
    match column.kind {
        Type::Text if column.width > FIXED_BYTES_MAX => TYPE_STRL,
        Type::Text => column.width.max(1) as u16,
        Type::Code => TYPE_LONG,
        Type::Number if !column.codes.is_empty() && !column.fractions => TYPE_LONG,
        Type::Number | Type::Time | Type::Day => TYPE_DOUBLE,
    }
}

fn row_bytes(table: &Table) -> u64 {
    let width = |column: &Column| match kind(column) {
        TYPE_STRL | TYPE_DOUBLE => 8,
        TYPE_LONG => 4,
        fixed => u64::from(fixed),
    };
    table.columns.iter().map(width).sum()
}

fn head(table: &Table) -> Vec<u8> {
    let mut head = b"<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>".to_vec();
    head.extend((table.columns.len() as u16).to_le_bytes());
    head.extend(b"</K><N>");
    head.extend(table.rows.to_le_bytes());
    let label = chars(&table.title, LABEL_CHARS_MAX);
    head.extend(b"</N><label>");
    head.extend((label.len() as u16).to_le_bytes());
    head.extend(label.as_bytes());
    let made = made_at(table.at);
    head.extend(b"</label><timestamp>");
    head.push(made.len() as u8);
    head.extend(made.as_bytes());
    head.extend(b"</timestamp></header>");
    head
}

/// `22 Nov 2026 09:30`.
fn made_at(micros: i64) -> String {
    let made = Made::at(micros);
    format!("{:02} {} {:04} {:02}:{:02}", made.day, made.month, made.year, made.hour, made.minute)
}

fn chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// The sections between the map and the data, in their order.
fn descriptions(table: &Table) -> Vec<(&'static str, Vec<u8>)> {
    let columns = &table.columns;
    let texts = |list: Vec<String>, width: usize| -> Vec<u8> {
        list.into_iter()
            .flat_map(|text| {
                let mut bytes = cut(&text, width - 1).as_bytes().to_vec();
                bytes.resize(width, 0);
                bytes
            })
            .collect()
    };
    let format = |column: &Column| match (column.kind, kind(column)) {
        (Type::Time, _) => "%tc".to_owned(),
        (Type::Day, _) => "%td".to_owned(),
        (_, TYPE_STRL) => "%9s".to_owned(),
        (Type::Text, fixed) => format!("%{fixed}s"),
        (_, TYPE_LONG) => "%12.0g".to_owned(),
        _ => "%10.0g".to_owned(),
    };
    let set = |place: usize, column: &Column| if kind(column) == TYPE_LONG { set_name(place) } else { String::new() };
    let sections = [
        ("variable_types", columns.iter().flat_map(|column| kind(column).to_le_bytes()).collect()),
        ("varnames", texts(names(columns, &NAMES), 129)),
        ("sortlist", vec![0; 2 * (columns.len() + 1)]),
        ("formats", texts(columns.iter().map(format).collect(), 57)),
        (
            "value_label_names",
            texts(columns.iter().enumerate().map(|(place, column)| set(place, column)).collect(), 129),
        ),
        ("variable_labels", texts(columns.iter().map(|c| chars(&c.label, LABEL_CHARS_MAX).to_owned()).collect(), 321)),
        ("characteristics", Vec::new()),
    ];
    sections.into_iter().map(|(name, body): (_, Vec<u8>)| (name, tagged(name, body))).collect()
}

fn tagged(name: &str, body: Vec<u8>) -> Vec<u8> {
    [format!("<{name}>").into_bytes(), body, format!("</{name}>").into_bytes()].concat()
}

fn set_name(place: usize) -> String {
    format!("labels{}", place + 1)
}

/// Where every section begins.
fn map(head: &[u8], descriptions: &[(&str, Vec<u8>)], data: u64, strings: u64, labels: &[u8]) -> Vec<u8> {
    let map_bytes = "<map></map>".len() + 14 * 8;
    let mut offsets = vec![0, head.len() as u64];
    let mut next = (head.len() + map_bytes) as u64;
    for (_, bytes) in descriptions {
        offsets.push(next);
        next += bytes.len() as u64;
    }
    for size in [data, strings, labels.len() as u64, "</stata_dta>".len() as u64] {
        offsets.push(next);
        next += size;
    }
    offsets.push(next);
    tagged("map", offsets.iter().flat_map(|offset| offset.to_le_bytes()).collect())
}

fn push(line: &mut Vec<u8>, column: &Column, value: &Value, place: usize, row: u64) {
    match kind(column) {
        TYPE_STRL => {
            let filled = matches!(value, Value::Text(text) if !text.is_empty());
            let (variable, row) = if filled { (place as u16 + 1, row) } else { (0, 0) };
            line.extend(variable.to_le_bytes());
            line.extend(&row.to_le_bytes()[..6]);
        }
        TYPE_LONG => {
            let number = match value {
                Value::Code(_) => column.code(value).map(|code| code.code),
                Value::Number(number) => Some(*number as i32),
                _ => None,
            };
            line.extend(number.unwrap_or(MISSING_LONG).to_le_bytes());
        }
        TYPE_DOUBLE => {
            let number = match value {
                Value::Number(number) => Some(*number),
                Value::Time(micros) => Some((*micros as f64 / 1e3).round() + EPOCH_MILLIS),
                Value::Day(days) => Some(f64::from(*days) + EPOCH_DAYS),
                _ => None,
            };
            let bits = number.filter(|number| number.is_finite()).map_or(MISSING_DOUBLE, f64::to_bits);
            line.extend(bits.to_le_bytes());
        }
        fixed => {
            let width = usize::from(fixed);
            let text = if let Value::Text(text) = value { cut(text, width) } else { "" };
            line.extend(text.as_bytes());
            line.resize(line.len() + width - text.len(), 0);
        }
    }
}

/// `GSO`, variable, row, type, length, and the zero at the end.
const GSO_HEAD: u64 = 3 + 4 + 8 + 1 + 4 + 1;
/// Text that ends with a zero.
const GSO_TEXT: u8 = 130;

fn string(out: &mut dyn Write, place: usize, row: u64, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    out.write_all(b"GSO")?;
    out.write_all(&(place as u32 + 1).to_le_bytes())?;
    out.write_all(&row.to_le_bytes())?;
    out.write_all(&[GSO_TEXT])?;
    out.write_all(&(text.len() as u32 + 1).to_le_bytes())?;
    out.write_all(text.as_bytes())?;
    out.write_all(&[0])
}

fn value_labels(table: &Table) -> Vec<u8> {
    let mut body = Vec::new();
    for (place, column) in table.columns.iter().enumerate().filter(|(_, column)| kind(column) == TYPE_LONG) {
        let mut codes: Vec<_> = column.codes.iter().collect();
        codes.sort_by_key(|code| code.code);
        let (mut offsets, mut values, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for code in codes {
            offsets.extend((texts.len() as i32).to_le_bytes());
            values.extend(code.code.to_le_bytes());
            texts.extend(cut(&code.label, VALUE_LABEL_BYTES_MAX).as_bytes());
            texts.push(0);
        }
        let mut name = set_name(place).into_bytes();
        name.resize(129 + 3, 0);
        let size = 8 + offsets.len() + values.len() + texts.len();
        let counts = [column.codes.len() as i32, texts.len() as i32].map(i32::to_le_bytes).concat();
        let parts = [(size as i32).to_le_bytes().to_vec(), name, counts, offsets, values, texts].concat();
        body.extend(tagged("lbl", parts));
    }
    tagged("value_labels", body)
}

#[cfg(test)]
mod tests {
    use super::super::table::Measure;
    use super::*;

    struct List(Vec<Vec<Value>>);

    impl Rows for List {
        fn each(&mut self, take: &mut dyn FnMut(&[Value]) -> io::Result<()>) -> io::Result<()> {
            self.0.iter().try_for_each(|row| take(row))
        }
    }

    /// Every offset of the map points at the section that it names, long texts among them.
    #[test]
    fn the_map_is_true() {
        let mut columns = vec![
            Column::new("q", "How?", Type::Number, Measure::Scale),
            Column::new("why[other]", "Warum äußern", Type::Text, Measure::Nominal),
        ];
        let rows = vec![
            vec![Value::Number(9.0), Value::Text("ü".repeat(200))],
            vec![Value::Missing, Value::Text(String::new())],
            vec![Value::Number(0.5), Value::Missing],
        ];
        for row in &rows {
            columns.iter_mut().zip(row).for_each(|(column, value)| column.note(value));
        }
        let table = Table { title: "Besuch".into(), columns, rows: 3, at: 0 };
        let mut out = Vec::new();
        write(&mut out, &table, &mut List(rows)).unwrap();
        let map = out.windows(5).position(|window| window == b"<map>").unwrap() + 5;
        let offset =
            |place: usize| u64::from_le_bytes(out[map + 8 * place..map + 8 * place + 8].try_into().unwrap()) as usize;
        for (place, tag) in [
            "<stata_dta>",
            "<map>",
            "<variable_types>",
            "<varnames>",
            "<sortlist>",
            "<formats>",
            "<value_label_names>",
            "<variable_labels>",
            "<characteristics>",
            "<data>",
            "<strls>",
            "<value_labels>",
            "</stata_dta>",
        ]
        .iter()
        .enumerate()
        {
            assert!(out[offset(place)..].starts_with(tag.as_bytes()), "{tag}");
        }
        assert_eq!(offset(13), out.len());
        assert_eq!(made_at(1_795_339_800_000_000), "22 Nov 2026 09:30");
    }
}
