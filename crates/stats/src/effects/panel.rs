//! Units over periods, and the regression with an effect for each of both.

use nalgebra::{DMatrix, DVector};

use super::Why;

/// Units, such as branches, that a panel holds at most.
pub const UNITS_MAX: usize = 1_000;
/// Periods at most: five years of weeks.
pub const PERIODS_MAX: usize = 260;
/// What is left of a column once the others are known, below which it tells nothing of its own.
const COLLINEAR: f64 = 1e-10;

/// What was measured of one unit in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub value: f64,
    /// Answers behind it.
    pub n: f64,
}

/// One unit; cells are in the order of periods, and None where nobody answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub treated: bool,
    pub cells: Vec<Option<Cell>>,
}

/// Units over the same periods; from the period `start` on the treated ones are treated.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub units: Vec<Unit>,
    pub start: usize,
}

/// What counts the same: each unit's period, or each answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weighing {
    #[default]
    Units,
    Answers,
}

impl Weighing {
    fn of(self, cell: Cell) -> f64 {
        match self {
            Self::Units => 1.0,
            Self::Answers => cell.n,
        }
    }
}

impl Panel {
    pub fn periods(&self) -> usize {
        self.units.iter().map(|unit| unit.cells.len()).max().unwrap_or(0)
    }

    /// Treated units, and the others.
    pub fn counts(&self) -> (usize, usize) {
        let treated = self.units.iter().filter(|unit| unit.treated).count();
        (treated, self.units.len() - treated)
    }

    /// Whether there is anything to compare, before and after.
    pub fn check(&self) -> Result<(), Why> {
        if self.units.len() > UNITS_MAX {
            return Err(Why::TooMany { most: UNITS_MAX });
        }
        if self.periods() > PERIODS_MAX {
            return Err(Why::TooMany { most: PERIODS_MAX });
        }
        let any = |treated: bool, after: bool| {
            let mut of = self.units.iter().filter(|unit| unit.treated == treated);
            of.any(|unit| self.cells(unit, Weighing::Units).any(|(period, ..)| (period >= self.start) == after))
        };
        match self.counts() {
            (0, _) => Err(Why::NobodyTreated),
            (_, 0) => Err(Why::EveryoneTreated),
            _ if !any(true, false) || !any(false, false) => Err(Why::NothingBefore),
            _ if !any(true, true) || !any(false, true) => Err(Why::NothingAfter),
            _ => Ok(()),
        }
    }

    /// The units at these places only.
    pub fn only(&self, units: &[usize]) -> Self {
        let units = units.iter().filter_map(|&at| self.units.get(at).cloned()).collect();
        Self { units, start: self.start }
    }

    /// As if the start had been at `start`, and nothing were known from `end` on.
    pub fn until(&self, start: usize, end: usize) -> Self {
        let cut = |unit: &Unit| Unit { cells: unit.cells.iter().take(end).copied().collect(), ..*unit };
        Self { units: self.units.iter().map(cut).collect(), start }
    }

    /// Period, weight and value of what is there.
    pub(super) fn cells<'a>(
        &self,
        unit: &'a Unit,
        weighing: Weighing,
    ) -> impl Iterator<Item = (usize, f64, f64)> + use<'a> {
        let there = |(period, cell): (usize, &Option<Cell>)| cell.map(|cell| (period, cell));
        let counts = move |&(_, cell): &(usize, Cell)| cell.value.is_finite() && cell.n > 0.0 && cell.n.is_finite();
        unit.cells
            .iter()
            .enumerate()
            .filter_map(there)
            .filter(counts)
            .map(move |(period, cell)| (period, weighing.of(cell), cell.value))
    }

    /// How much each unit tells about a difference between before and after: W₀ W₁ / (W₀ + W₁), from the weights of its
    /// cells on both sides.
    pub(super) fn tells(&self, weighing: Weighing) -> Vec<f64> {
        let tells = |unit: &Unit| {
            let (mut before, mut after) = (0.0, 0.0);
            for (period, weight, _) in self.cells(unit, weighing) {
                *(if period < self.start { &mut before } else { &mut after }) += weight;
            }
            if before > 0.0 && after > 0.0 { before * after / (before + after) } else { 0.0 }
        };
        self.units.iter().map(tells).collect()
    }
}

/// A weighted regression on an effect for each unit, one for each period, and further columns.
#[derive(Clone, Debug)]
pub(super) struct Regression {
    /// Of the further columns.
    pub beta: Vec<f64>,
    /// What each period brought to all units, against the first that is there; 0 for those that are not.
    pub periods: Vec<f64>,
    /// What each unit moved each of them: `influence[unit][column]`, which sum to 0.
    pub influence: Vec<Vec<f64>>,
    /// What is left: (period, residual) of each unit's cells.
    pub residuals: Vec<Vec<(usize, f64)>>,
    pub cells: usize,
    /// Of units, periods and columns together.
    pub parameters: usize,
}

/// The regression by least squares: the effects of units are taken out by their means (Frisch and Waugh 1933, Lovell
/// 1963), periods and columns by the normal equations. None where a column is determined by the rest.
pub(super) fn regress(
    panel: &Panel,
    weighing: Weighing,
    columns: usize,
    of: &dyn Fn(usize, usize, usize) -> f64,
) -> Option<Regression> {
    let mut place = vec![None; panel.periods()];
    let units: Vec<Vec<(usize, f64, f64)>> =
        panel.units.iter().map(|unit| panel.cells(unit, weighing).collect()).collect();
    for &(period, ..) in units.iter().flatten() {
        place[period] = Some(0);
    }
    // The first period that is there is what the others are compared with.
    for (at, place) in place.iter_mut().filter(|place| place.is_some()).enumerate() {
        *place = at.checked_sub(1);
    }
    let periods = place.iter().flatten().max().map_or(0, |most| most + 1);
    let size = periods + columns;
    // Of each unit its cells as rows: weight, value, and the entries that are not 0.
    let rows: Vec<Vec<Row>> = units
        .iter()
        .enumerate()
        .map(|(unit, cells)| cells.iter().map(|&cell| Row::of(cell, unit, &place, periods, columns, of)).collect())
        .collect();
    let (gram, right) = normal_equations(&rows, size);
    let factor = nalgebra::Cholesky::new(gram.clone())?;
    if (0..size).any(|i| factor.l_dirty()[(i, i)].powi(2) < COLLINEAR * gram[(i, i)]) {
        return None;
    }
    let solved = factor.solve(&right);
    let mut wanted = DMatrix::zeros(size, columns);
    (0..columns).for_each(|column| wanted[(periods + column, column)] = 1.0);
    let inverse = factor.solve(&wanted);
    let mut influence = Vec::with_capacity(rows.len());
    let mut residuals = Vec::with_capacity(rows.len());
    for (rows, cells) in rows.iter().zip(&units) {
        let left: Vec<f64> =
            rows.iter().map(|row| row.value - row.entries.iter().map(|&(i, x)| x * solved[i]).sum::<f64>()).collect();
        let total: f64 = rows.iter().map(|row| row.weight).sum();
        let mean = rows.iter().zip(&left).map(|(row, left)| row.weight * left).sum::<f64>() / total;
        let mut moved = vec![0.0; columns];
        for (row, left) in rows.iter().zip(&left) {
            for &(i, x) in &row.entries {
                (0..columns).for_each(|column| moved[column] += inverse[(i, column)] * row.weight * x * (left - mean));
            }
        }
        influence.push(moved);
        residuals.push(cells.iter().zip(&left).map(|(&(period, ..), left)| (period, left - mean)).collect());
    }
    let beta = (0..columns).map(|column| solved[periods + column]).collect();
    let brought = place.iter().map(|place| place.map_or(0.0, |at| solved[at])).collect();
    let there = units.iter().filter(|cells| !cells.is_empty()).count();
    let cells = units.iter().map(Vec::len).sum();
    Some(Regression { beta, periods: brought, influence, residuals, cells, parameters: there + size })
}

/// XᵀWX and XᵀWy with each unit's own means taken out.
fn normal_equations(units: &[Vec<Row>], size: usize) -> (DMatrix<f64>, DVector<f64>) {
    let (mut gram, mut right) = (DMatrix::<f64>::zeros(size, size), DVector::<f64>::zeros(size));
    for rows in units {
        let total: f64 = rows.iter().map(|row| row.weight).sum();
        let mut sums = vec![0.0; size];
        let mean = rows.iter().map(|row| row.weight * row.value).sum::<f64>() / total;
        for row in rows {
            for &(i, x) in &row.entries {
                sums[i] += row.weight * x;
                right[i] += row.weight * x * (row.value - mean);
                for &(j, other) in &row.entries {
                    gram[(i, j)] += row.weight * x * other;
                }
            }
        }
        let touched: Vec<usize> = (0..size).filter(|&i| sums[i] != 0.0).collect();
        for &i in &touched {
            for &j in &touched {
                gram[(i, j)] -= sums[i] * sums[j] / total;
            }
        }
    }
    (gram, right)
}

struct Row {
    weight: f64,
    value: f64,
    entries: Vec<(usize, f64)>,
}

impl Row {
    fn of(
        (period, weight, value): (usize, f64, f64),
        unit: usize,
        place: &[Option<usize>],
        periods: usize,
        columns: usize,
        of: &dyn Fn(usize, usize, usize) -> f64,
    ) -> Self {
        let mut entries: Vec<(usize, f64)> = place[period].map(|at| (at, 1.0)).into_iter().collect();
        let columns = (0..columns).map(|column| (periods + column, of(unit, period, column)));
        entries.extend(columns.filter(|(_, x)| *x != 0.0));
        Self { weight, value, entries }
    }
}
