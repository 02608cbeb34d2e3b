//! `date_trunc`, fast on our times. The engine truncates times without a zone by integer arithmetic, but takes a
//! calendar per row for those with one, even where the zone is UTC, as all of ours are.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, TimeUnit, TimestampMicrosecondType};
use datafusion::common::Result;
use datafusion::logical_expr::sort_properties::{ExprProperties, SortProperties};
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature,
};

#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct DateTrunc {
    plain: Arc<ScalarUDF>,
}

impl DateTrunc {
    /// Wraps the engine's own function.
    pub(super) fn new(plain: Arc<ScalarUDF>) -> Self {
        Self { plain }
    }
}

impl ScalarUDFImpl for DateTrunc {
    fn name(&self) -> &str {
        self.plain.name()
    }

    fn aliases(&self) -> &[String] {
        self.plain.aliases()
    }

    fn signature(&self) -> &Signature {
        self.plain.signature()
    }

    fn return_type(&self, arg_types: &[DataType]) -> Result<DataType> {
        self.plain.inner().return_type(arg_types)
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        self.plain.inner().return_field_from_args(args)
    }

    fn output_ordering(&self, inputs: &[ExprProperties]) -> Result<SortProperties> {
        self.plain.inner().output_ordering(inputs)
    }

    fn invoke_with_args(&self, mut args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let utc = DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()));
        let [_, ColumnarValue::Array(times)] = &mut args.args[..] else {
            return self.plain.inner().invoke_with_args(args);
        };
        if *times.data_type() != utc {
            return self.plain.inner().invoke_with_args(args);
        }
        let zoneless = DataType::Timestamp(TimeUnit::Microsecond, None);
        *times = with_type(times, &zoneless);
        args.return_field = Arc::new(Field::new(self.name(), zoneless, true));
        Ok(match self.plain.inner().invoke_with_args(args)? {
            ColumnarValue::Array(truncated) => ColumnarValue::Array(with_type(&truncated, &utc)),
            scalar => scalar,
        })
    }
}

/// The same microseconds under another zone; nothing is copied.
fn with_type(times: &ArrayRef, data_type: &DataType) -> ArrayRef {
    Arc::new(times.as_primitive::<TimestampMicrosecondType>().clone().with_data_type(data_type.clone()))
}
