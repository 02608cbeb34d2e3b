//! The three tones of a score: one set of colours, shapes and words everywhere.

use serde::{Deserialize, Serialize};

/// Detractor, passive, promoter; also negative, neutral, positive. Serialised as the CSS class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    #[serde(rename = "det")]
    Detractor,
    #[serde(rename = "pas")]
    Passive,
    #[serde(rename = "pro")]
    Promoter,
}

impl Tone {
    /// The tone of a likelihood to recommend from 0 to 10 (Reichheld 2003: 0–6, 7–8, 9–10).
    pub fn of_nps(score: f64) -> Self {
        match score {
            s if s >= 9.0 => Self::Promoter,
            s if s >= 7.0 => Self::Passive,
            _ => Self::Detractor,
        }
    }

    /// The tone of a score on any other scale that rises with satisfaction: of five, 4 and 5 are good (as in
    /// `csat`), 3 is neutral; of seven, 6 and 7 are good, 4 and 5 neutral.
    pub fn of_scale(score: f64, from: f64, to: f64) -> Self {
        match (score - from) / (to - from).max(f64::EPSILON) {
            share if share >= 0.74 => Self::Promoter,
            share if share >= 0.45 => Self::Passive,
            _ => Self::Detractor,
        }
    }

    /// The CSS class.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Detractor => "det",
            Self::Passive => "pas",
            Self::Promoter => "pro",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_split_where_the_metrics_do() {
        let five = [1.0, 2.0, 3.0, 4.0, 5.0].map(|score| Tone::of_scale(score, 1.0, 5.0).as_str());
        assert_eq!(five, ["det", "det", "pas", "pro", "pro"]);
        let seven = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0].map(|score| Tone::of_scale(score, 1.0, 7.0).as_str());
        assert_eq!(seven, ["det", "det", "det", "pas", "pas", "pro", "pro"]);
        let nps = [0.0, 6.0, 7.0, 8.0, 9.0, 10.0].map(|score| Tone::of_nps(score).as_str());
        assert_eq!(nps, ["det", "det", "pas", "pas", "pro", "pro"]);
    }
}
