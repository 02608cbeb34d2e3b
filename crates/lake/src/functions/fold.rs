//! `fold(text)`: words as they are compared when case does not matter.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray, StringViewArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, ScalarValue, exec_err, plan_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use kernel::condition::fold;

#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Fold {
    signature: Signature,
}

impl Fold {
    pub(super) fn new() -> Self {
        Self { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for Fold {
    fn name(&self) -> &str {
        "fold"
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
            _ => plan_err!("fold takes one text"),
        }
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let folded = |texts: &ArrayRef| -> ArrayRef {
            Arc::new(texts.as_string_view().iter().map(|text| text.map(fold)).collect::<StringViewArray>())
        };
        match &args.args[..] {
            [ColumnarValue::Array(texts)] => Ok(ColumnarValue::Array(folded(texts))),
            [ColumnarValue::Scalar(text)] => {
                Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&folded(&text.to_array()?), 0)?))
            }
            _ => exec_err!("fold takes one argument"),
        }
    }
}
