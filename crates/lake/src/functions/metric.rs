//! `nps`, `csat` and `ces` with their `_low` and `_high`, as aggregate functions over shared sums.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, Float64Array};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Float64Type};
use datafusion::common::{Result, ScalarValue, not_impl_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::format_state_name;
use datafusion::logical_expr::{
    Accumulator, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature, TypeSignature, Volatility,
};
use stats::Estimate;

use super::tally::{Ces, Csat, Nps, SUMS_MAX, Tally};

/// One aggregate function.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Metric {
    name: &'static str,
    family: Family,
    part: Part,
    signature: Signature,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Family {
    Nps,
    Csat,
    Ces,
}

/// Which part of the estimate a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Value,
    Low,
    High,
}

impl Part {
    fn of(self, estimate: Option<Estimate>) -> Option<f64> {
        let estimate = estimate?;
        match self {
            Self::Value => Some(estimate.value),
            Self::Low => estimate.range.map(|range| range.low),
            Self::High => estimate.range.map(|range| range.high),
        }
    }
}

pub(super) fn all() -> Vec<Metric> {
    [
        ("nps", Family::Nps, Part::Value),
        ("nps_low", Family::Nps, Part::Low),
        ("nps_high", Family::Nps, Part::High),
        ("csat", Family::Csat, Part::Value),
        ("csat_low", Family::Csat, Part::Low),
        ("csat_high", Family::Csat, Part::High),
        ("ces", Family::Ces, Part::Value),
        ("ces_low", Family::Ces, Part::Low),
        ("ces_high", Family::Ces, Part::High),
    ]
    .map(|(name, family, part)| Metric { name, family, part, signature: signature(family) })
    .into()
}

fn signature(family: Family) -> Signature {
    let number = DataType::Float64;
    let score = TypeSignature::Exact(vec![number.clone()]);
    let with_threshold = TypeSignature::Exact(vec![number.clone(), number]);
    match family {
        Family::Csat => Signature::one_of(vec![score, with_threshold], Volatility::Immutable),
        Family::Nps | Family::Ces => Signature::new(score, Volatility::Immutable),
    }
}

impl AggregateUDFImpl for Metric {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Float64)
    }

    fn state_fields(&self, args: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let sums = match self.family {
            Family::Nps => Nps::SUMS,
            Family::Csat => Csat::SUMS,
            Family::Ces => Ces::SUMS,
        };
        let field = |sum: &&str| Arc::new(Field::new(format_state_name(args.name, sum), DataType::Float64, true));
        Ok(sums.iter().map(field).collect())
    }

    fn accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        if args.is_distinct {
            return not_impl_err!("{} counts every answer: leave DISTINCT out", self.name);
        }
        Ok(match self.family {
            Family::Nps => Box::new(Groups::<Nps>::new(self.part)),
            Family::Csat => Box::new(Groups::<Csat>::new(self.part)),
            Family::Ces => Box::new(Groups::<Ces>::new(self.part)),
        })
    }

    fn groups_accumulator_supported(&self, args: AccumulatorArgs) -> bool {
        !args.is_distinct
    }

    fn create_groups_accumulator(&self, _: AccumulatorArgs) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(match self.family {
            Family::Nps => Box::new(Groups::<Nps>::new(self.part)),
            Family::Csat => Box::new(Groups::<Csat>::new(self.part)),
            Family::Ces => Box::new(Groups::<Ces>::new(self.part)),
        })
    }
}

/// The tallies of all groups of a query; of one group where it has no GROUP BY.
#[derive(Debug)]
struct Groups<T> {
    tallies: Vec<T>,
    part: Part,
}

impl<T: Tally> Groups<T> {
    fn new(part: Part) -> Self {
        Self { tallies: Vec::new(), part }
    }

    /// Adds scores to the groups that `group_of` names; rows without a score, or filtered out, count nowhere.
    #[inline]
    fn add(&mut self, values: &[ArrayRef], filter: Option<&BooleanArray>, group_of: impl Fn(usize) -> usize) {
        let scores = values[0].as_primitive::<Float64Type>();
        let thresholds = values.get(1).map(|array| array.as_primitive::<Float64Type>());
        if let (0, None, None) = (scores.null_count(), filter, thresholds) {
            for (row, score) in scores.values().iter().enumerate() {
                self.tallies[group_of(row)].add(*score, Csat::FROM);
            }
            return;
        }
        for row in 0..scores.len() {
            let passes = filter.is_none_or(|filter| filter.is_valid(row) && filter.value(row));
            if !passes || scores.is_null(row) {
                continue;
            }
            let from = match thresholds {
                Some(thresholds) if thresholds.is_null(row) => continue,
                Some(thresholds) => thresholds.value(row),
                None => Csat::FROM,
            };
            self.tallies[group_of(row)].add(scores.value(row), from);
        }
    }

    #[inline]
    fn add_sums(&mut self, states: &[ArrayRef], group_of: impl Fn(usize) -> usize) {
        let sums: Vec<&Float64Array> = states.iter().map(|array| array.as_primitive::<Float64Type>()).collect();
        for row in 0..sums[0].len() {
            let mut all = [0.0; SUMS_MAX];
            for (sum, array) in all.iter_mut().zip(&sums) {
                *sum = if array.is_null(row) { 0.0 } else { array.value(row) };
            }
            self.tallies[group_of(row)].merge(all);
        }
    }

    fn grow(&mut self, groups: usize) {
        if self.tallies.len() < groups {
            self.tallies.resize(groups, T::default());
        }
    }
}

fn sums_of<T: Tally>(tallies: &[T]) -> Vec<ArrayRef> {
    let column = |sum: usize| Float64Array::from_iter_values(tallies.iter().map(|tally| tally.sums()[sum]));
    (0..T::SUMS.len()).map(|sum| Arc::new(column(sum)) as ArrayRef).collect()
}

impl<T: Tally> GroupsAccumulator for Groups<T> {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        group_indices: &[usize],
        opt_filter: Option<&BooleanArray>,
        total_num_groups: usize,
    ) -> Result<()> {
        self.grow(total_num_groups);
        self.add(values, opt_filter, |row| group_indices[row]);
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let part = self.part;
        let tallies = emit_to.take_needed(&mut self.tallies);
        Ok(Arc::new(tallies.iter().map(|tally| part.of(tally.estimate())).collect::<Float64Array>()))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(sums_of(&emit_to.take_needed(&mut self.tallies)))
    }

    fn merge_batch(&mut self, values: &[ArrayRef], group_indices: &[usize], total_num_groups: usize) -> Result<()> {
        self.grow(total_num_groups);
        self.add_sums(values, |row| group_indices[row]);
        Ok(())
    }

    fn convert_to_state(&self, values: &[ArrayRef], opt_filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let mut each = Self::new(self.part);
        each.grow(values[0].len());
        each.add(values, opt_filter, |row| row);
        Ok(sums_of(&each.tallies))
    }

    fn size(&self) -> usize {
        self.tallies.capacity() * size_of::<T>()
    }
}

impl<T: Tally> Accumulator for Groups<T> {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        self.grow(1);
        self.add(values, None, |_| 0);
        Ok(())
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let estimate = self.tallies.first().and_then(Tally::estimate);
        Ok(ScalarValue::Float64(self.part.of(estimate)))
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.tallies.capacity() * size_of::<T>()
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.grow(1);
        let sums = self.tallies[0].sums();
        Ok(sums[..T::SUMS.len()].iter().map(|sum| ScalarValue::Float64(Some(*sum))).collect())
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        self.grow(1);
        self.add_sums(states, |_| 0);
        Ok(())
    }
}
