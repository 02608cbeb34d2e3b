//! What units that looked bad regain by themselves.

use nalgebra::{DMatrix, DVector};
use statrs::distribution::{ContinuousCDF, StudentsT};

use super::did::{Did, wilder};
use super::linear::least_squares;
use super::panel::regress;
use super::spread::{spread, two_sided};
use super::{Effect, Panel, Unit, Weighing, Why};
use crate::Range;
use crate::mean::t_95;

/// Units less columns below which the regression tells too little to hold anything against an effect.
const FREEDOM_LEAST: usize = 6;

/// What is left of an effect beyond what such units regain by themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beyond {
    pub effect: Effect,
    /// Of the t distribution behind the range.
    pub freedom: f64,
}

/// What the treated units changed more than others *that stood where they stood before the start*: the change of each
/// unit, regressed on being treated, its mean before the start, and how far the last third of that time was from this
/// mean.
///
/// Changes go to units that look bad, and a unit looks bad partly by chance: it regains that by itself (Ashenfelter 1978;
/// Daw and Hatfield 2018), which a difference-in-differences takes for an effect. Here the others tell how much of a level is
/// regained. Where treated units are bad for good, and were not chosen for it, it is the other way round, and this takes off
/// too much. The truth lies between both (Ding and Li, "A Bracketing Relationship between Difference-in-Differences and
/// Lagged-Dependent-Variable Adjustment", Political Analysis 27, 2019): [`between`].
///
/// Each unit counts as much as it tells. The error is that of least squares, or that of [`super::did::did`] for these residuals
/// where it is larger: treated units may vary more than others. With too few units the last third is left out; then it
/// answers [`Why::TooFewUnits`].
pub fn beyond_recovery(panel: &Panel, weighing: Weighing) -> Result<Beyond, Why> {
    panel.check()?;
    let rows = rows(panel, weighing)?;
    let with = |columns: usize| {
        let x = DMatrix::from_fn(rows.len(), columns, |row, column| rows[row].tells.sqrt() * rows[row].known[column]);
        let y = DVector::from_fn(rows.len(), |row, _| rows[row].tells.sqrt() * rows[row].change);
        let fit = (rows.len() >= columns + FREEDOM_LEAST).then(|| least_squares(&x, &y)).flatten()?;
        Some((x, fit))
    };
    // Where the last third is all that there is, its column is 0, and is left out as well.
    let (x, fit) = with(4).or_else(|| with(3)).ok_or(Why::TooFewUnits { least: 3 + FREEDOM_LEAST })?;
    let moved = &x * fit.bread.column(1);
    let influence: Vec<f64> = moved.iter().zip(&fit.residuals).map(|(moved, left)| moved * left).collect();
    let tells: Vec<f64> = rows.iter().map(|row| row.tells).collect();
    let treated: Vec<bool> = rows.iter().map(|row| row.treated).collect();
    let wilder = wilder(panel, weighing, &panel.units.iter().map(|unit| unit.treated).collect::<Vec<bool>>());
    let clustered = spread(&influence, &tells, &treated)?.wilder(wilder).variance;
    let error = clustered.max(fit.squares / fit.freedom * fit.bread[(1, 1)]).sqrt();
    let (value, half) = (fit.beta[1], t_95(fit.freedom) * error);
    let range = Range { low: value - half, high: value + half };
    Ok(Beyond { effect: Effect { value, range, p: two_sided(value, error, fit.freedom) }, freedom: fit.freedom })
}

/// One unit that has answers on both sides of the start.
struct Row {
    treated: bool,
    tells: f64,
    /// 1, whether it is treated, its mean before the start, and how far the last third of that time was from it.
    known: [f64; 4],
    change: f64,
}

/// Means are those of what is left without what each period brought to all, since units need not have the same periods.
fn rows(panel: &Panel, weighing: Weighing) -> Result<Vec<Row>, Why> {
    let start = panel.start;
    let on = |unit: usize, period: usize, _| f64::from(u8::from(panel.units[unit].treated && period >= start));
    let brought = regress(panel, weighing, 1, &on).ok_or(Why::Degenerate)?.periods;
    let row = |(unit, tells): (&Unit, f64)| {
        let mean = |periods: std::ops::Range<usize>| {
            let cells = panel.cells(unit, weighing).filter(|(at, ..)| periods.contains(at));
            let sums = cells.fold((0.0, 0.0), |(all, sum), (at, weight, value)| {
                (all + weight, sum + weight * (value - brought[at]))
            });
            (sums.0 > 0.0).then(|| sums.1 / sums.0)
        };
        let (before, after) = (mean(0..start)?, mean(start..usize::MAX)?);
        let last = mean(start - start / 3..start).unwrap_or(before);
        let known = [1.0, f64::from(u8::from(unit.treated)), before, last - before];
        Some(Row { treated: unit.treated, tells, known, change: after - before })
    };
    Ok(panel.units.iter().zip(panel.tells(weighing)).filter_map(row).collect())
}

/// The effect if nobody knows why units were chosen: anywhere between what they changed more than others, and what is left of
/// that beyond recovery. Its value is the middle; its range holds the truth wherever between both it lies 95 times in 100
/// (Imbens and Manski, "Confidence Intervals for Partially Identified Parameters", Econometrica 72, 2004, with t for the
/// normal distribution and the larger of both errors, and the smaller of both degrees of freedom).
pub fn between(found: &Did, beyond: &Beyond) -> Effect {
    let error = |effect: &Effect, freedom: f64| (effect.range.high - effect.value) / t_95(freedom);
    let ends = [
        (found.effect.value, error(&found.effect, found.freedom)),
        (beyond.effect.value, error(&beyond.effect, beyond.freedom)),
    ];
    let [low, high] = if ends[0].0 <= ends[1].0 { ends } else { [ends[1], ends[0]] };
    let freedom = found.freedom.min(beyond.freedom);
    let Ok(t) = StudentsT::new(0.0, 1.0, freedom) else { return found.effect };
    let apart = (high.0 - low.0) / low.1.max(high.1);
    let within = |errors: f64| t.cdf(errors + apart) - t.cdf(-errors);
    // Between one tail of 5 % and two: so much is known of where it lies.
    let errors = bisect(t.inverse_cdf(0.95), t_95(freedom), |errors| within(errors) < 0.95);
    let to_zero = (low.0 / low.1).max(-high.0 / high.1).max(0.0);
    Effect {
        value: f64::midpoint(low.0, high.0),
        range: Range { low: low.0 - errors * low.1, high: high.0 + errors * high.1 },
        p: if to_zero > 0.0 { 1.0 - within(to_zero) } else { 1.0 },
    }
}

/// Where `is_below` stops holding, between two ends.
fn bisect(mut low: f64, mut high: f64, is_below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        *(if is_below(middle) { &mut low } else { &mut high }) = middle;
    }
    high
}
