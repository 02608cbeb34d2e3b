//! What a measurement kept besides its result: the series, the checks, and why nothing can be said.

use serde::{Deserialize, Serialize};

use crate::Of;

/// Names of units that are kept with a measurement.
pub const NAMES_MAX: usize = 60;

/// Of the column `effects.detail`, as JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// `nps`, `percent` or `mean`.
    pub unit: String,
    pub of: Of,
    /// Both ends of what the number can be.
    pub axis: (f64, f64),
    /// The day from which customers met the change.
    pub starts_on: String,
    /// Days of one window, and the first day of the first.
    pub days: i32,
    pub first: String,
    /// The first window after the start.
    pub start: usize,
    pub treated: Vec<Step>,
    pub comparison: Vec<Step>,
    /// At most [`NAMES_MAX`] of each; `units` counts all that were used.
    pub treated_units: Vec<String>,
    pub comparison_units: Vec<String>,
    pub units: (usize, usize),
    /// Answers of the treated units before and after the start.
    pub answers: (u64, u64),
    /// The share of all answers since the start that are theirs, from 0 to 1, and what the number's points are points of
    /// (`measures::worth::UNITS`): what a worth rests on (`measures::worth::Move`).
    pub share: Option<f64>,
    pub point: Option<String>,
    /// Why nothing can be said, as a code, with a number that belongs to it.
    pub why: Option<String>,
    pub least: Option<usize>,
    /// Everyone met the change: there was nobody to compare with.
    pub is_alone: bool,
    /// Cells of fewer than five people were left out.
    pub is_anonymous: bool,
    pub checks: Checks,
    pub power: Power,
}

/// One window of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub value: Option<f64>,
    pub n: u64,
}

/// What was tried against the result.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Checks {
    /// Of the effect.
    pub p: Option<f64>,
    /// Whether both sides went alike before the start.
    pub parallel: Option<f64>,
    /// Other assignments of units, or donors in the unit's stead; and the least that it could be.
    pub placebo: Option<f64>,
    pub placebo_least: f64,
    /// What the units changed more than the others, and what is left of it beyond what such units regain by themselves.
    pub beyond: Option<(f64, f64)>,
    /// Starts that were made up: how many, and the share of them that showed something.
    pub starts: Option<(usize, f64)>,
    /// The least and the most of the effect without each unit in turn.
    pub without: Option<(f64, f64)>,
    /// Gap before the start in standard deviations, for a synthetic unit.
    pub fit: Option<f64>,
    /// `clustered` or `pooled`, and the usual standard error beside it.
    pub errors: Option<String>,
    pub cr1: Option<f64>,
    pub freedom: Option<f64>,
    /// Share of the noise that carries over, of an interrupted series.
    pub carried: Option<f64>,
    /// Of what a synthetic unit was made.
    pub weights: Vec<(String, f64)>,
    /// Window, effect and range of the event study.
    pub steps: Vec<(usize, f64, f64, f64)>,
}

/// What could be seen, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Power {
    /// The size that matters or was planned.
    pub size: f64,
    /// Windows after the start until an effect of that size is seen four times in five; none if never.
    pub until: Option<usize>,
    /// Windows from now on.
    pub left: Option<usize>,
}

impl Detail {
    /// As it is kept; an empty one where it cannot be read.
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }
}
