//! What units that looked bad regain by themselves.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::did::Did;
use super::panel::regress;
use super::{Effect, Panel, Unit, Weighing, Why};
use crate::Range;
use crate::mean::t_95;

/// Units without which it is not known how much of a level stays.
const UNITS_LEAST: usize = 6;

/// What is left of an effect beyond what units regain by themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beyond {
    pub value: f64,
    /// The share of how far a unit stands from the others before the start that stays, from 0 to 1; the rest was chance.
    pub stays: f64,
}

/// What the treated units changed more than others, less what they regain by themselves.
///
/// Changes go to units that look bad, and a unit looks bad partly by chance: it regains that by itself, which a
/// difference-in-differences takes for an effect (Ashenfelter 1978; Daw and Hatfield 2018). How much of a level stays is seen
/// before the start: as far as units stood the same in both halves of that time ([`stays`], by all units of `whole`), and of
/// how far the treated stood from the others the rest is taken off (Kelley 1927; Barnett, van der Pols and Dobson, "Regression
/// to the mean: what it is and how to deal with it", International Journal of Epidemiology 34, 2005).
///
/// That is too much where units were treated for another reason than how they looked: [`between`].
pub fn beyond_recovery(found: &Did, kept: &Panel, whole: &Panel, weighing: Weighing) -> Result<Beyond, Why> {
    let stays = stays(whole, weighing)?;
    let before = kept.until(kept.start, kept.start);
    let levels = levels(&before, weighing, 0..kept.start)?;
    let mean = |treated: bool| {
        let (mut all, mut sum) = (0.0, 0.0);
        let side =
            kept.units.iter().zip(kept.tells(weighing)).zip(&levels).filter(|((unit, _), _)| unit.treated == treated);
        for ((_, tells), level) in side {
            if let Some(level) = level {
                all += tells;
                sum += tells * level;
            }
        }
        sum / all
    };
    let gap = mean(true) - mean(false);
    let value = found.effect.value + (1.0 - stays) * gap;
    if value.is_finite() { Ok(Beyond { value, stays }) } else { Err(Why::Degenerate) }
}

/// The correlation between both halves of the time before the start over all units, 0 at least. It is left as it is, though
/// the whole of that time stays better than a half of it (Spearman and Brown 1910): where noise carries over from one half to the
/// other, too much seems to stay.
fn stays(panel: &Panel, weighing: Weighing) -> Result<f64, Why> {
    let (half, start) = (panel.start / 2, panel.start);
    let before = panel.until(half, start);
    let (first, second) = (levels(&before, weighing, 0..half)?, levels(&before, weighing, half..start)?);
    let both: Vec<(f64, f64, f64)> = before
        .tells(weighing)
        .into_iter()
        .zip(first)
        .zip(second)
        .filter_map(|((tells, first), second)| Some((tells, first?, second?)))
        .collect();
    if both.len() < UNITS_LEAST {
        return Err(Why::TooFewUnits { least: UNITS_LEAST });
    }
    let all: f64 = both.iter().map(|(tells, ..)| tells).sum();
    let mean = |of: &dyn Fn(&(f64, f64, f64)) -> f64| both.iter().map(|row| row.0 * of(row)).sum::<f64>() / all;
    let (first, second) = (mean(&|row| row.1), mean(&|row| row.2));
    let product = mean(&|row| (row.1 - first) * (row.2 - second));
    let (one, other) = (mean(&|row| (row.1 - first).powi(2)), mean(&|row| (row.2 - second).powi(2)));
    let correlation = product / (one * other).sqrt();
    if correlation.is_nan() { Err(Why::Degenerate) } else { Ok(correlation.max(0.0)) }
}

/// Of each unit the mean of these periods, without what a period brought to all, since units need not have the same ones.
fn levels(panel: &Panel, weighing: Weighing, periods: std::ops::Range<usize>) -> Result<Vec<Option<f64>>, Why> {
    let brought = regress(panel, weighing, 0, &|_, _, _| 0.0).ok_or(Why::Degenerate)?.periods;
    let level = |unit: &Unit| {
        let cells = panel.cells(unit, weighing).filter(|(at, ..)| periods.contains(at));
        let (all, sum) = cells
            .fold((0.0, 0.0), |(all, sum), (at, weight, value)| (all + weight, sum + weight * (value - brought[at])));
        (all > 0.0).then(|| sum / all)
    };
    Ok(panel.units.iter().map(level).collect())
}

/// The effect if nobody knows why units were chosen: anywhere between what they changed more than others, and what is left of
/// that beyond recovery. Its value is the middle; its range holds the truth wherever between both it lies 95 times in 100
/// (Imbens and Manski, "Confidence Intervals for Partially Identified Parameters", Econometrica 72, 2004, with t for the
/// normal distribution).
pub fn between(found: &Did, beyond: &Beyond) -> Effect {
    let Effect { value, range, .. } = found.effect;
    let error = (range.high - value) / t_95(found.freedom);
    let t = StudentsT::new(0.0, 1.0, found.freedom).ok().filter(|_| error > 0.0);
    let Some(t) = t else { return found.effect };
    let (low, high) = (value.min(beyond.value), value.max(beyond.value));
    let within = |errors: f64| t.cdf(errors + (high - low) / error) - t.cdf(-errors);
    // Between one tail of 5 % and two: so much is known of where it lies.
    let half = error * bisect(t.inverse_cdf(0.95), t_95(found.freedom), |errors| within(errors) < 0.95);
    let to_zero = low.max(-high).max(0.0) / error;
    Effect {
        value: f64::midpoint(low, high),
        range: Range { low: low - half, high: high + half },
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
