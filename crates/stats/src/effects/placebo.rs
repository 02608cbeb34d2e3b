//! Starts that were made up: where nothing happened, nothing should be found.

use super::did::did;
use super::interrupted::{self, Series, interrupted};
use super::{Effect, Panel, Weighing};

/// Starts that are tried at most; of more, every second, third, … one is.
pub const STARTS_MAX: usize = 40;

/// What was found at a start that was made up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pseudo {
    pub start: usize,
    pub effect: Effect,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Placebos {
    pub found: Vec<Pseudo>,
    /// The share whose range does not hold 0; about .05 is to be expected.
    pub called: f64,
    /// The share of starts, the real one among them, with an effect at least as large as the real one.
    pub p: f64,
}

impl Placebos {
    /// None where no start could be tried.
    fn of(found: Vec<Pseudo>, real: f64) -> Option<Self> {
        if found.is_empty() {
            return None;
        }
        let n = found.len() as f64;
        let called = found.iter().filter(|pseudo| pseudo.effect.range.low > 0.0 || pseudo.effect.range.high < 0.0);
        let beyond = found.iter().filter(|pseudo| pseudo.effect.value.abs() >= real.abs());
        Some(Self { called: called.count() as f64 / n, p: (1.0 + beyond.count() as f64) / (1.0 + n), found })
    }
}

/// The starts to try in so many periods before the real one, with at least `before` and `after` periods on both sides.
pub fn starts(periods: usize, before: usize, after: usize) -> Vec<usize> {
    let last = (periods + 1).saturating_sub(after.max(1));
    let count = last.saturating_sub(before.max(1));
    let step = count.div_ceil(STARTS_MAX).max(1);
    (before.max(1)..last).step_by(step).collect()
}

/// Difference-in-differences at made-up starts, over the periods before the real one (`real` is what was found there).
/// Stretches overlap, so their effects go together: this is a look, not a test.
pub fn of_panel(panel: &Panel, weighing: Weighing, real: f64, before: usize, after: usize) -> Option<Placebos> {
    let tried = starts(panel.start, before, after).into_iter();
    let found = tried.filter_map(|start| {
        let effect = did(&panel.until(start, panel.start), weighing).ok()?.effect;
        Some(Pseudo { start, effect })
    });
    Placebos::of(found.collect(), real)
}

/// The same for a series.
pub fn of_series(series: &Series, real: f64) -> Option<Placebos> {
    let values = series.values.get(..series.start)?;
    let tried = starts(values.len(), interrupted::BEFORE_LEAST, interrupted::AFTER_LEAST).into_iter();
    let found = tried.filter_map(|start| {
        let effect = interrupted(&Series { values: values.to_vec(), start, season: series.season }).ok()?.effect;
        Some(Pseudo { start, effect })
    });
    Placebos::of(found.collect(), real)
}
