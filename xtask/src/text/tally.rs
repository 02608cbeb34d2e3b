//! Counts what was said against what is so.

use serde_json::{Value, json};

use super::sentiment::round;

/// Texts by what they are and what they were said to be.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    said: [[u32; 3]; 3],
    polar: u32,
    polar_right: u32,
    in_set: u32,
}

impl Tally {
    /// Adds a text of class `label`, its probabilities, and the least one of the classes in its set.
    pub fn add(&mut self, label: u8, chances: [f64; 3], threshold: f64) {
        let label = usize::from(label);
        let said = (0..3).fold(0, |best, class| if chances[class] > chances[best] { class } else { best });
        self.said[label][said] += 1;
        if label != 1 {
            self.polar += 1;
            self.polar_right += u32::from((chances[2] > chances[0]) == (label == 2));
        }
        self.in_set += u32::from(said == label || chances[label] >= threshold);
    }

    fn all(&self) -> f64 {
        f64::from(self.said.iter().flatten().sum::<u32>().max(1))
    }

    /// In percent, as all that follow.
    pub fn accuracy(&self) -> f64 {
        100.0 * f64::from((0..3).map(|class| self.said[class][class]).sum::<u32>()) / self.all()
    }

    /// The mean of the three F1; that of a class that neither is nor was said is 0.
    pub fn macro_f1(&self) -> f64 {
        let f1 = |class: usize| {
            let is: u32 = self.said[class].iter().sum();
            let said: u32 = (0..3).map(|label| self.said[label][class]).sum();
            2.0 * f64::from(self.said[class][class]) / f64::from((is + said).max(1))
        };
        100.0 * (0..3).map(f1).sum::<f64>() / 3.0
    }

    /// Of the positive and negative ones: how many lean to their side.
    pub fn polarity(&self) -> f64 {
        100.0 * f64::from(self.polar_right) / f64::from(self.polar.max(1))
    }

    /// How many sets hold the truth.
    pub fn coverage(&self) -> f64 {
        100.0 * f64::from(self.in_set) / self.all()
    }

    pub fn json(&self) -> Value {
        json!({
            "texts": self.all() as u64, "accuracy": round(self.accuracy()), "macro-F1": round(self.macro_f1()),
            "polarity": round(self.polarity()), "coverage": round(self.coverage()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_as_defined() {
        let mut tally = Tally::default();
        tally.add(0, [0.8, 0.1, 0.1], 0.2);
        tally.add(0, [0.1, 0.5, 0.4], 0.2);
        tally.add(1, [0.3, 0.4, 0.3], 0.2);
        tally.add(2, [0.1, 0.2, 0.7], 0.2);
        assert_eq!(tally.accuracy(), 75.0);
        // F1: 2/3, 2/3, 1.
        assert!((tally.macro_f1() - 700.0 / 9.0).abs() < 1e-9);
        assert!((tally.polarity() - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!(tally.coverage(), 75.0);
    }
}
