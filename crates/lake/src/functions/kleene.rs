//! `all_of(a, b, …)` and `any_of(a, b, …)`: long chains of AND and OR without the depth that chains have in the engine,
//! which walks them recursively and would run out of stack.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray};
use datafusion::arrow::compute::{and_kleene, or_kleene};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, plan_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};

#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Joint {
    name: &'static str,
    signature: Signature,
}

impl Joint {
    pub(super) fn both() -> [Self; 2] {
        ["all_of", "any_of"].map(|name| Self { name, signature: Signature::user_defined(Volatility::Immutable) })
    }
}

impl ScalarUDFImpl for Joint {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Boolean)
    }

    fn coerce_types(&self, arg_types: &[DataType]) -> Result<Vec<DataType>> {
        if arg_types.is_empty() || !arg_types.iter().all(|kind| matches!(kind, DataType::Boolean | DataType::Null)) {
            return plan_err!("{} takes conditions, such as score > 8", self.name);
        }
        Ok(vec![DataType::Boolean; arg_types.len()])
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let is_all = self.name == "all_of";
        let mut truth: Option<ArrayRef> = None;
        for arg in args.args {
            let next = arg.into_array(args.number_rows)?;
            truth = Some(match truth {
                None => next,
                Some(sofar) if is_all => Arc::new(and_kleene(sofar.as_boolean(), next.as_boolean())?),
                Some(sofar) => Arc::new(or_kleene(sofar.as_boolean(), next.as_boolean())?),
            });
        }
        match truth {
            Some(truth) => Ok(ColumnarValue::Array(truth)),
            None => plan_err!("{} takes conditions", self.name),
        }
    }
}
