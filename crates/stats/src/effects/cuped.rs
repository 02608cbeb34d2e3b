//! Experiments: people drawn by chance, some treated, with or without what was known of them before.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::spread::two_sided;
use super::{Effect, Why};
use crate::{Moments, NpsCounts, Range, mean_difference, nps_difference, share_difference};

/// People on each side without which nothing is said.
pub const PEOPLE_LEAST: u64 = 3;

/// The sums of one side; those of parts can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Arm {
    pub n: u64,
    /// Of the outcome, and of the covariate: what was known before, the same metric at best.
    pub y: f64,
    pub x: f64,
    pub yy: f64,
    pub xx: f64,
    pub xy: f64,
}

impl Arm {
    /// One person: outcome, covariate.
    pub fn add(&mut self, y: f64, x: f64) {
        self.n += 1;
        self.y += y;
        self.x += x;
        self.yy += y * y;
        self.xx += x * x;
        self.xy += x * y;
    }

    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.y += other.y;
        self.x += other.x;
        self.yy += other.yy;
        self.xx += other.xx;
        self.xy += other.xy;
    }

    /// Σ (y − ȳ)², Σ (x − x̄)², Σ (x − x̄)(y − ȳ).
    fn centred(&self) -> [f64; 3] {
        let n = self.n as f64;
        [
            (self.yy - self.y * self.y / n).max(0.0),
            (self.xx - self.x * self.x / n).max(0.0),
            self.xy - self.x * self.y / n,
        ]
    }
}

/// What CUPED says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cuped {
    /// Treated less others.
    pub effect: Effect,
    /// By how much outcomes go with the covariate.
    pub theta: f64,
    /// The share of the variance that the covariate took away, 0 to 1.
    pub explained: f64,
    /// Without the covariate.
    pub plain: Effect,
}

/// The difference of two means, less what was apart before: θ (x̄₁ − x̄₀) is taken off, θ being the slope within sides
/// (Deng, Xu, Kohavi and Walker, "Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment
/// Data", WSDM 2013). The estimate is that of a regression on treatment and covariate (ANCOVA).
///
/// The range is Welch's for what is left on each side, with one degree of freedom given for θ and θ's own variance times
/// (x̄₁ − x̄₀)² added. The covariate must be from before the start: one that the treatment moves takes the effect away.
pub fn cuped(treated: &Arm, others: &Arm) -> Result<Cuped, Why> {
    let plain = means(treated, others)?;
    let (a, b) = (treated.centred(), others.centred());
    let spread = a[1] + b[1];
    if spread <= 0.0 {
        return Ok(Cuped { effect: plain, theta: 0.0, explained: 0.0, plain });
    }
    let theta = (a[2] + b[2]) / spread;
    let (m, n) = (treated.n as f64, others.n as f64);
    let before = treated.x / m - others.x / n;
    let value = treated.y / m - others.y / n - theta * before;
    let left = |sums: &[f64; 3]| (sums[0] - 2.0 * theta * sums[2] + theta * theta * sums[1]).max(0.0);
    let (left_a, left_b) = (left(&a), left(&b));
    // One for θ, shared by how many people a side has.
    let (free_a, free_b) = (m - 1.0 - m / (m + n), n - 1.0 - n / (m + n));
    let (each_a, each_b) = (left_a / free_a / m, left_b / free_b / n);
    let of_theta = before * before * (left_a + left_b) / (m + n - 3.0) / spread;
    let variance = each_a + each_b + of_theta;
    let freedom = if variance > 0.0 {
        (each_a + each_b).powi(2) / (each_a * each_a / free_a + each_b * each_b / free_b)
    } else {
        m + n - 3.0
    };
    let explained = if a[0] + b[0] > 0.0 { 1.0 - (left_a + left_b) / (a[0] + b[0]) } else { 0.0 };
    Ok(Cuped { effect: student(value, variance.sqrt(), freedom), theta, explained, plain })
}

fn student(value: f64, error: f64, freedom: f64) -> Effect {
    let quantile = StudentsT::new(0.0, 1.0, freedom).map_or(crate::Z_95, |t| t.inverse_cdf(0.975));
    let half = quantile * error;
    Effect { value, range: Range { low: value - half, high: value + half }, p: two_sided(value, error, freedom) }
}

/// The difference of two means by Welch's t ([`mean_difference`]).
pub fn means(treated: &Arm, others: &Arm) -> Result<Effect, Why> {
    if treated.n == 0 {
        return Err(Why::NobodyTreated);
    }
    if others.n == 0 {
        return Err(Why::EveryoneTreated);
    }
    let moments = |arm: &Arm| Moments { n: arm.n, sum: arm.y, sum_of_squares: arm.yy };
    if treated.n.min(others.n) < PEOPLE_LEAST {
        return Err(Why::TooFewUnits { least: PEOPLE_LEAST as usize });
    }
    mean_difference(&moments(treated), &moments(others)).map(Effect::from).ok_or(Why::Degenerate)
}

/// The difference of two NPS, in points ([`nps_difference`]). With a covariate, count promoters 100, passives 0 and
/// detractors −100 and use [`cuped`].
pub fn nps(treated: &NpsCounts, others: &NpsCounts) -> Result<Effect, Why> {
    if treated.n == 0 {
        return Err(Why::NobodyTreated);
    }
    nps_difference(treated, others).map(Effect::from).ok_or(Why::EveryoneTreated)
}

/// The difference of two shares, hits of all ([`share_difference`]).
pub fn shares(treated: (u64, u64), others: (u64, u64)) -> Result<Effect, Why> {
    if treated.1 == 0 {
        return Err(Why::NobodyTreated);
    }
    share_difference(treated, others).map(Effect::from).ok_or(Why::EveryoneTreated)
}
