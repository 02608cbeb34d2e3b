//! Values of an answer, free of the engine's types.

use std::fmt;

use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{self as arrow, DataType, TimeUnit};
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::common::ScalarValue;
use jiff::civil::Date;
use kernel::{Timestamp, Uid};

use crate::Result;

/// One value of one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Flag(bool),
    Integer(i64),
    Number(f64),
    Text(String),
    Time(Timestamp),
    Day(Date),
    Uid(Uid),
}

/// The type of a column of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Flag,
    Integer,
    Number,
    Text,
    Time,
    Day,
    Uid,
}

/// A column of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
}

impl Cell {
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub fn as_flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    pub fn as_i64(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }

    /// Whole numbers, too.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Integer(number) => Some(*number as f64),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn as_time(&self) -> Option<Timestamp> {
        if let Self::Time(time) = self { Some(*time) } else { None }
    }

    pub fn as_day(&self) -> Option<Date> {
        if let Self::Day(day) = self { Some(*day) } else { None }
    }

    pub fn as_uid(&self) -> Option<Uid> {
        if let Self::Uid(uid) = self { Some(*uid) } else { None }
    }

    pub(crate) fn to_scalar(&self) -> ScalarValue {
        match self {
            Self::Null => ScalarValue::Null,
            Self::Flag(flag) => ScalarValue::Boolean(Some(*flag)),
            Self::Integer(number) => ScalarValue::Int64(Some(*number)),
            Self::Number(number) => ScalarValue::Float64(Some(*number)),
            Self::Text(text) => ScalarValue::Utf8View(Some(text.clone())),
            Self::Time(time) => ScalarValue::TimestampMicrosecond(Some(time.0), Some("UTC".into())),
            Self::Day(day) => ScalarValue::Date32(Some(days(*day))),
            Self::Uid(uid) => ScalarValue::FixedSizeBinary(16, Some(uid.0.to_vec())),
        }
    }

    /// How SQL declares a parameter of this type.
    pub(crate) fn sql_type(&self) -> &'static str {
        match self {
            Self::Null | Self::Text(_) => "VARCHAR",
            Self::Flag(_) => "BOOLEAN",
            Self::Integer(_) => "BIGINT",
            Self::Number(_) => "DOUBLE",
            Self::Time(_) => "TIMESTAMP WITH TIME ZONE",
            Self::Day(_) => "DATE",
            Self::Uid(_) => "BYTEA",
        }
    }
}

/// As files and terminals show it; nothing for null.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => Ok(()),
            Self::Flag(flag) => flag.fmt(f),
            Self::Integer(number) => number.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Time(time) => time.fmt(f),
            Self::Day(day) => day.fmt(f),
            Self::Uid(uid) => uid.fmt(f),
        }
    }
}

macro_rules! from {
    ($($type:ty => |$value:ident| $cell:expr;)+) => {$(
        impl From<$type> for Cell {
            fn from($value: $type) -> Self {
                $cell
            }
        }
    )+};
}

from! {
    bool => |flag| Self::Flag(flag);
    i64 => |number| Self::Integer(number);
    f64 => |number| Self::Number(number);
    &str => |text| Self::Text(text.to_owned());
    String => |text| Self::Text(text);
    &String => |text| Self::Text(text.clone());
    Timestamp => |time| Self::Time(time);
    Date => |day| Self::Day(day);
    Uid => |uid| Self::Uid(uid);
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl ColumnKind {
    pub(crate) fn of(data_type: &DataType) -> Self {
        match data_type {
            DataType::Boolean => Self::Flag,
            whole if whole.is_integer() => Self::Integer,
            number if number.is_floating() => Self::Number,
            DataType::Timestamp(..) => Self::Time,
            DataType::Date32 | DataType::Date64 => Self::Day,
            DataType::FixedSizeBinary(16) => Self::Uid,
            _ => Self::Text,
        }
    }

    /// The type of the scalars that [`Cell::to_scalar`] makes.
    pub(crate) fn data_type(self) -> DataType {
        match self {
            Self::Flag => DataType::Boolean,
            Self::Integer => DataType::Int64,
            Self::Number => DataType::Float64,
            Self::Text => DataType::Utf8View,
            Self::Time => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            Self::Day => DataType::Date32,
            Self::Uid => DataType::FixedSizeBinary(16),
        }
    }
}

/// One column of a batch, brought into the few types that cells have.
pub(crate) struct Cells(Typed);

enum Typed {
    Flag(datafusion::arrow::array::BooleanArray),
    Integer(datafusion::arrow::array::Int64Array),
    Number(datafusion::arrow::array::Float64Array),
    Text(datafusion::arrow::array::StringViewArray),
    Time(datafusion::arrow::array::TimestampMicrosecondArray),
    Day(datafusion::arrow::array::Date32Array),
    Uid(datafusion::arrow::array::FixedSizeBinaryArray),
    /// Lists and the like, which only a person's own SQL makes.
    Other(ArrayRef),
}

impl Cells {
    pub(crate) fn of(array: &ArrayRef) -> Result<Self> {
        let data_type = array.data_type();
        Ok(Self(match ColumnKind::of(data_type) {
            ColumnKind::Flag => Typed::Flag(array.as_boolean().clone()),
            // A count beyond i64 does not occur; the cast would make it null, not wrong.
            ColumnKind::Integer => Typed::Integer(cast(array, &DataType::Int64)?.as_primitive().clone()),
            ColumnKind::Number => Typed::Number(cast(array, &DataType::Float64)?.as_primitive().clone()),
            ColumnKind::Time => {
                let zone = match data_type {
                    DataType::Timestamp(_, zone) => zone.clone(),
                    _ => None,
                };
                let micros = cast(array, &DataType::Timestamp(TimeUnit::Microsecond, zone))?;
                Typed::Time(micros.as_primitive::<arrow::TimestampMicrosecondType>().clone())
            }
            ColumnKind::Day => Typed::Day(cast(array, &DataType::Date32)?.as_primitive().clone()),
            ColumnKind::Uid => Typed::Uid(array.as_fixed_size_binary().clone()),
            ColumnKind::Text if is_text(data_type) => {
                Typed::Text(cast(array, &DataType::Utf8View)?.as_string_view().clone())
            }
            ColumnKind::Text => Typed::Other(array.clone()),
        }))
    }

    pub(crate) fn get(&self, row: usize) -> Result<Cell> {
        let array: &dyn Array = match &self.0 {
            Typed::Flag(array) => array,
            Typed::Integer(array) => array,
            Typed::Number(array) => array,
            Typed::Text(array) => array,
            Typed::Time(array) => array,
            Typed::Day(array) => array,
            Typed::Uid(array) => array,
            Typed::Other(array) => array,
        };
        if array.is_null(row) {
            return Ok(Cell::Null);
        }
        Ok(match &self.0 {
            Typed::Flag(array) => Cell::Flag(array.value(row)),
            Typed::Integer(array) => Cell::Integer(array.value(row)),
            Typed::Number(array) => Cell::Number(array.value(row)),
            Typed::Text(array) => Cell::Text(array.value(row).to_owned()),
            Typed::Time(array) => Cell::Time(Timestamp(array.value(row))),
            Typed::Day(array) => day(array.value(row)).map_or(Cell::Null, Cell::Day),
            Typed::Uid(array) => Cell::Uid(Uid(array.value(row).try_into().unwrap_or_default())),
            Typed::Other(array) => {
                let options = FormatOptions::default();
                Cell::Text(ArrayFormatter::try_new(array, &options)?.value(row).to_string())
            }
        })
    }
}

fn is_text(data_type: &DataType) -> bool {
    match data_type {
        DataType::Null | DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

const EPOCH: Date = Date::constant(1970, 1, 1);

fn days(day: Date) -> i32 {
    (day - EPOCH).get_days()
}

/// The day that many days after 1970-01-01, where the calendar reaches it.
fn day(days: i32) -> Option<Date> {
    EPOCH.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_round_trip() {
        for text in ["1969-12-31", "1970-01-01", "2026-11-22"] {
            let date: Date = text.parse().unwrap();
            assert_eq!(day(days(date)), Some(date));
        }
        assert_eq!(day(i32::MAX), None);
    }
}
