//! Which number is meant: what goals, initiatives and effects are about.

use serde::{Deserialize, Serialize};

use crate::condition::Condition;

/// The score of one question of one survey, among those for whom a condition holds. The question's kind and scale give
/// the number (NPS, share of the satisfied, mean) and its unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Key of the survey.
    pub survey: String,
    /// Key of the question.
    pub question: String,
    /// For whom; all where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Condition>,
    /// The attribute whose values are compared when an effect is measured, such as `branch`: those in scope are the
    /// units that met the change, the others are the comparison.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}
