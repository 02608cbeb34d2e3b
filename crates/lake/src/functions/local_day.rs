//! `local_day(time, 'Europe/Stockholm')`: the calendar day that the clocks of a zone showed.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Date32Array};
use datafusion::arrow::compute::{cast, max, min};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, TimeUnit, TimestampMicrosecondType};
use datafusion::common::{Result, ScalarValue, exec_err, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility,
};
use jiff::tz::TimeZone;
use kernel::Timestamp;
use kernel::time::{DAY, SECOND};

/// Up to this many changes of the clock within a batch, adding them one after the other is faster than searching.
const SWEEP_MAX: usize = 8;

#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct LocalDay {
    signature: Signature,
}

impl LocalDay {
    pub(super) fn new() -> Self {
        Self { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for LocalDay {
    fn name(&self) -> &str {
        "local_day"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Date32)
    }

    /// Refuses an unknown zone before anything is read, so that the words do not depend on there being rows.
    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        if let [_, Some(ScalarValue::Utf8(Some(name)))] = args.scalar_arguments {
            zone(name)?;
        }
        Ok(Arc::new(Field::new(self.name(), DataType::Date32, true)))
    }

    fn coerce_types(&self, arg_types: &[DataType]) -> Result<Vec<DataType>> {
        let [time, zone] = arg_types else {
            return plan_err!("local_day takes a time and the name of a time zone");
        };
        if !matches!(time, DataType::Timestamp(..) | DataType::Null) {
            return plan_err!("local_day takes a time first, such as occurred_at, not {time}");
        }
        if !zone.is_string() && !zone.is_null() {
            return plan_err!("local_day takes the name of a time zone second, such as 'Europe/Stockholm'");
        }
        Ok(vec![utc(), DataType::Utf8])
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [times, zone] = &args.args[..] else {
            return exec_err!("local_day takes two arguments");
        };
        let ColumnarValue::Scalar(ScalarValue::Utf8(Some(name))) = zone else {
            return exec_err!("the time zone of local_day is one fixed text");
        };
        let zone = self::zone(name)?;
        match times {
            ColumnarValue::Array(times) => Ok(ColumnarValue::Array(local_days(times, &zone)?)),
            ColumnarValue::Scalar(time) => {
                let days = local_days(&time.to_array()?, &zone)?;
                Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&days, 0)?))
            }
        }
    }
}

fn zone(name: &str) -> Result<TimeZone> {
    TimeZone::get(name).or_else(|_| plan_err!("there is no time zone `{name}`; take one such as 'Europe/Stockholm'"))
}

fn utc() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}

fn local_days(times: &ArrayRef, zone: &TimeZone) -> Result<ArrayRef> {
    let times = cast(times, &utc())?;
    let times = times.as_primitive::<TimestampMicrosecondType>();
    let (Some(first), Some(last)) = (min(times), max(times)) else {
        return Ok(Arc::new(Date32Array::new_null(times.len())));
    };
    let clock = Clock::new(zone, first, last);
    let mut local: Vec<i64> = times.values().to_vec();
    clock.shift(&mut local);
    let days: Vec<i32> = local.into_iter().map(|micros| micros.div_euclid(DAY) as i32).collect();
    Ok(Arc::new(Date32Array::new(days.into(), times.nulls().cloned())))
}

/// How a zone's clocks stood over a span of time.
struct Clock {
    /// Microseconds ahead of UTC before the first change.
    ahead: i64,
    /// When the clocks were changed, and by how much.
    changes: Vec<(i64, i64)>,
}

impl Clock {
    fn new(zone: &TimeZone, first: i64, last: i64) -> Self {
        let micros = |offset: jiff::tz::Offset| i64::from(offset.seconds()) * SECOND;
        let start = Timestamp(first).instant();
        let ahead = micros(zone.to_offset(start));
        let mut now = ahead;
        let mut changes = Vec::new();
        for transition in zone.following(start) {
            let at = transition.timestamp().as_microsecond();
            if at > last {
                break;
            }
            let then = micros(transition.offset());
            if then != now {
                changes.push((at, then - now));
                now = then;
            }
        }
        Self { ahead, changes }
    }

    /// Turns UTC into the zone's wall time, all in microseconds.
    fn shift(&self, times: &mut [i64]) {
        if self.changes.len() <= SWEEP_MAX {
            // Without branches, so that the compiler makes vectors of it. Comparisons see UTC: the shifts are
            // summed up apart.
            for time in times {
                let utc = *time;
                let shift: i64 = self.changes.iter().map(|(at, by)| if utc >= *at { *by } else { 0 }).sum();
                *time = utc.saturating_add(self.ahead + shift);
            }
            return;
        }
        let mut total = self.ahead;
        let steps: Vec<(i64, i64)> = self
            .changes
            .iter()
            .map(|(at, by)| {
                total += by;
                (*at, total)
            })
            .collect();
        for time in times {
            let passed = steps.partition_point(|(at, _)| at <= time);
            let ahead = if passed == 0 { self.ahead } else { steps[passed - 1].1 };
            *time = time.saturating_add(ahead);
        }
    }
}

#[cfg(test)]
mod tests {
    use datafusion::arrow::array::TimestampMicrosecondArray;
    use proptest::prelude::*;

    use super::*;

    fn days(zone: &str, micros: &[i64]) -> Vec<i32> {
        let zone = TimeZone::get(zone).unwrap();
        let times: ArrayRef = Arc::new(TimestampMicrosecondArray::from(micros.to_vec()).with_timezone("UTC"));
        local_days(&times, &zone).unwrap().as_primitive::<datafusion::arrow::datatypes::Date32Type>().values().to_vec()
    }

    fn at(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().0
    }

    /// Clocks in Stockholm went back at 01:00 UTC on 25 October 2026.
    #[test]
    fn the_day_follows_summer_time() {
        let times = [
            at("2026-10-24T21:59:59Z"),
            at("2026-10-24T22:00:00Z"),
            at("2026-10-25T22:59:59Z"),
            at("2026-10-25T23:00:00Z"),
        ];
        assert_eq!(days("Europe/Stockholm", &times), [20_750, 20_751, 20_751, 20_752]);
    }

    /// Tehran is three and a half hours ahead, and has no summer time since 2022.
    #[test]
    fn half_hours_count() {
        assert_eq!(days("Asia/Tehran", &[at("2026-11-21T20:29:59Z"), at("2026-11-21T20:30:00Z")]), [20_778, 20_779]);
    }

    proptest! {
        /// Against the calendar library, over spans with none, some and many changes of the clock.
        #[test]
        fn agrees_with_the_calendar(
            times in prop::collection::vec(-2_000_000_000_000_000i64..4_000_000_000_000_000, 1..40),
            narrow in any::<bool>(),
            zone in prop::sample::select(vec!["Europe/Stockholm", "Asia/Tehran", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC"]),
        ) {
            let times: Vec<i64> = times.iter().map(|time| if narrow { 1_700_000_000_000_000 + time / 64 } else { *time }).collect();
            let tz = TimeZone::get(zone).unwrap();
            let epoch = jiff::civil::Date::constant(1970, 1, 1);
            let expected: Vec<i32> =
                times.iter().map(|time| (Timestamp(*time).in_zone(&tz).date() - epoch).get_days()).collect();
            prop_assert_eq!(days(zone, &times), expected);
        }
    }
}
