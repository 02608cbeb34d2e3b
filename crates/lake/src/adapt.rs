//! Rows of an older schema in the current one: attributes come and widen, files stay as they were written.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray, RecordBatch, StringViewArray, new_null_array};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Float64Type, Schema, SchemaRef};
use datafusion::common::Result;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::logical_expr::ColumnarValue;
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_expr::expressions::{CastExpr, Column};
use datafusion::physical_expr_adapter::{
    DefaultPhysicalExprAdapterFactory, PhysicalExprAdapter, PhysicalExprAdapterFactory,
};

/// `batch` with the columns of `schema`: those it lacks are null, those of a narrower type are widened.
pub(crate) fn adapt(batch: &RecordBatch, schema: &SchemaRef) -> Result<RecordBatch> {
    if batch.schema_ref() == schema {
        return Ok(batch.clone());
    }
    let column = |name: &str, to: &DataType| match batch.column_by_name(name) {
        Some(array) => widen(array, to),
        None => Ok(new_null_array(to, batch.num_rows())),
    };
    let columns: Result<Vec<_>> = schema.fields().iter().map(|field| column(field.name(), field.data_type())).collect();
    Ok(RecordBatch::try_new(schema.clone(), columns?)?)
}

/// The engine writes 1 as "1.0" when it turns numbers into text; everywhere else in the product it is "1".
fn widen(array: &ArrayRef, to: &DataType) -> Result<ArrayRef> {
    if array.data_type() == to {
        Ok(array.clone())
    } else if is_number_to_text(array.data_type(), to) {
        let numbers = array.as_primitive::<Float64Type>();
        let texts: StringViewArray = numbers.iter().map(|number| number.map(|number| number.to_string())).collect();
        Ok(Arc::new(texts))
    } else {
        Ok(cast(array, to)?)
    }
}

fn is_number_to_text(from: &DataType, to: &DataType) -> bool {
    *from == DataType::Float64 && *to == DataType::Utf8View
}

/// The same for Parquet files, whose columns the engine adapts while it reads them.
#[derive(Debug)]
pub(crate) struct AdapterFactory;

impl PhysicalExprAdapterFactory for AdapterFactory {
    fn create(&self, logical: SchemaRef, physical: SchemaRef) -> Result<Arc<dyn PhysicalExprAdapter>> {
        let inner = DefaultPhysicalExprAdapterFactory.create(logical.clone(), physical.clone())?;
        Ok(Arc::new(Adapter { inner, logical, physical }))
    }
}

#[derive(Debug)]
struct Adapter {
    inner: Arc<dyn PhysicalExprAdapter>,
    logical: SchemaRef,
    physical: SchemaRef,
}

impl Adapter {
    /// Whether the table has text where the file has numbers. A cast that a person wrote is of a column that is a
    /// number in the table, too, and stays the engine's.
    fn is_widened(&self, expr: &Arc<dyn PhysicalExpr>) -> bool {
        let Some(column) = expr.downcast_ref::<Column>() else { return false };
        let of = |schema: &SchemaRef| schema.field_with_name(column.name()).ok().map(|field| field.data_type().clone());
        matches!((of(&self.physical), of(&self.logical)), (Some(from), Some(to)) if is_number_to_text(&from, &to))
    }
}

impl PhysicalExprAdapter for Adapter {
    fn rewrite(&self, expr: Arc<dyn PhysicalExpr>) -> Result<Arc<dyn PhysicalExpr>> {
        let rewritten = self.inner.rewrite(expr)?;
        rewritten
            .transform_up(|node| {
                let Some(cast) = node.downcast_ref::<CastExpr>() else { return Ok(Transformed::no(node)) };
                if !self.is_widened(cast.expr()) {
                    return Ok(Transformed::no(node));
                }
                Ok(Transformed::yes(Arc::new(NumberText(cast.expr().clone())) as Arc<dyn PhysicalExpr>))
            })
            .data()
    }
}

/// A number as text, without trailing zeros.
#[derive(Debug, Eq)]
struct NumberText(Arc<dyn PhysicalExpr>);

// Derived, it would move out of the reference.
impl PartialEq for NumberText {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq(&other.0)
    }
}

impl Hash for NumberText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl fmt::Display for NumberText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "number_text({})", self.0)
    }
}

impl PhysicalExpr for NumberText {
    fn data_type(&self, _: &Schema) -> Result<DataType> {
        Ok(DataType::Utf8View)
    }

    fn nullable(&self, schema: &Schema) -> Result<bool> {
        self.0.nullable(schema)
    }

    fn evaluate(&self, batch: &RecordBatch) -> Result<ColumnarValue> {
        let array = self.0.evaluate(batch)?.into_array(batch.num_rows())?;
        Ok(ColumnarValue::Array(widen(&array, &DataType::Utf8View)?))
    }

    fn children(&self) -> Vec<&Arc<dyn PhysicalExpr>> {
        vec![&self.0]
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn PhysicalExpr>>) -> Result<Arc<dyn PhysicalExpr>> {
        Ok(Arc::new(Self(children[0].clone())))
    }

    fn fmt_sql(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use datafusion::arrow::array::{Array, Float64Array};
    use datafusion::arrow::datatypes::Field;

    use super::*;

    #[test]
    fn older_rows_gain_columns_and_plain_numbers() {
        let old = Arc::new(Schema::new(vec![Field::new("attr_a", DataType::Float64, true)]));
        let new: SchemaRef = Arc::new(Schema::new(vec![
            Field::new("attr_a", DataType::Utf8View, true),
            Field::new("attr_b", DataType::Boolean, true),
        ]));
        let numbers: ArrayRef = Arc::new(Float64Array::from(vec![Some(1.0), Some(2.5), None]));
        let adapted = adapt(&RecordBatch::try_new(old, vec![numbers]).unwrap(), &new).unwrap();
        let texts: Vec<_> = adapted.column(0).as_string_view().iter().collect();
        assert_eq!(texts, [Some("1"), Some("2.5"), None]);
        assert_eq!(adapted.column(1).null_count(), 3);
    }
}
