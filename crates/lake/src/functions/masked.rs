//! `masked(text)`: a text with the kind of each piece of personal data in its place, as `[phone]`.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray, StringViewArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, ScalarValue, exec_err, plan_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use text::private::mask;

#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Masked {
    signature: Signature,
}

impl Masked {
    pub(super) fn new() -> Self {
        // What is known to be personal grows with versions, so nothing is kept that depends on it.
        Self { signature: Signature::user_defined(Volatility::Stable) }
    }
}

impl ScalarUDFImpl for Masked {
    fn name(&self) -> &str {
        "masked"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8View)
    }

    fn coerce_types(&self, arg_types: &[DataType]) -> Result<Vec<DataType>> {
        match arg_types {
            [text] if text.is_string() || text.is_null() => Ok(vec![DataType::Utf8View]),
            _ => plan_err!("masked takes one text"),
        }
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let masked = |texts: &ArrayRef| -> ArrayRef {
            Arc::new(texts.as_string_view().iter().map(|text| text.map(mask)).collect::<StringViewArray>())
        };
        match &args.args[..] {
            [ColumnarValue::Array(texts)] => Ok(ColumnarValue::Array(masked(texts))),
            [ColumnarValue::Scalar(text)] => {
                Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&masked(&text.to_array()?), 0)?))
            }
            _ => exec_err!("masked takes one argument"),
        }
    }
}
