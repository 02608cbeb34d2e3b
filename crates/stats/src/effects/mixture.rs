//! Estimates whose noise has one unknown number, such as how much of it carries over: the number is not guessed, but
//! integrated out.

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::Range;

/// Halvings of the bracket around a quantile.
const HALVINGS: usize = 80;

/// A t distribution for each value that the unknown number may have, weighed by how well it explains the data.
#[derive(Clone, Debug)]
pub(crate) struct Mixture {
    parts: Vec<(Part, StudentsT)>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    /// On the logarithm, up to a constant, the prior among it; afterwards a share.
    pub weight: f64,
    pub centre: f64,
    pub scale: f64,
    /// Degrees of freedom.
    pub freedom: f64,
}

impl Mixture {
    /// None if no part is finite.
    pub fn new(mut parts: Vec<Part>) -> Option<Self> {
        parts.retain(|part| part.weight.is_finite() && part.centre.is_finite() && part.scale.is_finite());
        let most = parts.iter().map(|part| part.weight).fold(f64::NEG_INFINITY, f64::max);
        parts.iter_mut().for_each(|part| part.weight = (part.weight - most).exp());
        let total: f64 = parts.iter().map(|part| part.weight).sum();
        parts.iter_mut().for_each(|part| part.weight /= total);
        // What weighs nothing costs time only.
        parts.retain(|part| part.weight > 1e-9);
        let parts: Vec<(Part, StudentsT)> =
            parts.into_iter().filter_map(|part| Some((part, StudentsT::new(0.0, 1.0, part.freedom).ok()?))).collect();
        (!parts.is_empty()).then_some(Self { parts })
    }

    pub fn mean(&self) -> f64 {
        self.parts.iter().map(|(part, _)| part.weight * part.centre).sum()
    }

    /// The probability of at most `x`.
    pub fn below(&self, x: f64) -> f64 {
        let of = |(part, t): &(Part, StudentsT)| {
            if part.scale > 0.0 { t.cdf((x - part.centre) / part.scale) } else { f64::from(u8::from(x >= part.centre)) }
        };
        self.parts.iter().map(|part| part.0.weight * of(part)).sum()
    }

    /// Two-sided.
    pub fn p(&self) -> f64 {
        let below = self.below(0.0);
        (2.0 * below.min(1.0 - below)).min(1.0)
    }

    pub fn range(&self) -> Range {
        Range { low: self.quantile(0.025), high: self.quantile(0.975) }
    }

    pub fn quantile(&self, share: f64) -> f64 {
        let ends = self.parts.iter().map(|(part, t)| part.centre + t.inverse_cdf(share) * part.scale);
        let (mut low, mut high) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
        for _ in 0..HALVINGS {
            let middle = low.midpoint(high);
            if self.below(middle) < share { low = middle } else { high = middle }
        }
        low.midpoint(high)
    }
}
