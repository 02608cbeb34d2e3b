//! Which number a goal or an effect is about, found in its survey.

use kernel::survey::{Question, Survey};
use kernel::{Measure, Result, WorkspaceId};
use measures::{Metric, Scores};
use serde::{Deserialize, Serialize};
use stats::Estimate;
use store::Store;
use store::entity::survey;
use ui::chart::Unit;

/// What is counted of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Of {
    /// Its usual number: NPS, share of the satisfied, mean.
    #[default]
    Number,
    /// The share of those who gave the top score: the very satisfied.
    Top,
}

/// A [`Measure`] with what is counted; as JSON a `Measure` with `of` where that is not the usual number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aim {
    #[serde(flatten)]
    pub measure: Measure,
    #[serde(default, skip_serializing_if = "is_usual")]
    pub of: Of,
}

fn is_usual(of: &Of) -> bool {
    *of == Of::Number
}

impl Aim {
    /// As it is kept in a row; none where it cannot be read.
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}

/// How a count of scores becomes the number.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    pub metric: Metric,
    pub of: Of,
}

impl Number {
    fn top(self) -> i64 {
        i64::from(self.metric.scale.to)
    }

    pub fn unit(self) -> Unit {
        match self.of {
            Of::Number => self.metric.unit(),
            Of::Top => Unit::Percent,
        }
    }

    /// The name of the unit in templates.
    pub fn unit_name(self) -> &'static str {
        match self.of {
            Of::Number => self.metric.unit_name(),
            Of::Top => "percent",
        }
    }

    /// What its points are points of, where a figure can be stated for them: a share of the very satisfied is not one of
    /// the satisfied.
    pub fn point(self) -> Option<&'static str> {
        match self.of {
            Of::Number => measures::worth::unit_of(self.unit(), self.axis()),
            Of::Top => None,
        }
    }

    /// Both ends of what the number can be.
    pub fn axis(self) -> (f64, f64) {
        match self.of {
            Of::Number => self.metric.axis(),
            Of::Top => (0.0, 100.0),
        }
    }

    /// Over `scores`; nothing without any.
    pub fn estimate(self, scores: &Scores) -> Option<Estimate> {
        match self.of {
            Of::Number => self.metric.estimate(scores),
            Of::Top => stats::percent(scores.between(self.top(), self.top()), scores.total()),
        }
    }

    /// The least change that is worth acting on, in units of the number.
    pub fn threshold(self) -> f64 {
        match self.of {
            Of::Number => self.metric.threshold(),
            Of::Top => 5.0,
        }
    }

    /// The shares of the top score and of the one below it, in points.
    pub fn top_two(self, scores: &Scores) -> Option<(f64, f64)> {
        let n = scores.total();
        let share = |score: i64| 100.0 * scores.between(score, score) as f64 / n as f64;
        (n > 0).then(|| (share(self.top()), share(self.top() - 1)))
    }
}

/// An [`Aim`] with what it names.
#[derive(Clone, Debug)]
pub struct Subject {
    pub row: survey::Model,
    pub survey: Survey,
    pub question: Question,
    pub number: Number,
    pub aim: Aim,
    /// The registered column of the unit, where one is named.
    pub unit: Option<String>,
}

impl Subject {
    /// None where the survey, the question or its scale is not there any more.
    pub async fn of(store: &Store, workspace: WorkspaceId, aim: Aim) -> Result<Option<Self>> {
        let Some(row) = store.survey_by_key(workspace, &aim.measure.survey).await? else { return Ok(None) };
        let survey = row.published()?.map_or_else(|| row.draft(), Ok)?;
        let Some(question) = survey.questions.iter().find(|question| question.key == aim.measure.question).cloned()
        else {
            return Ok(None);
        };
        let Some(metric) = Metric::of(&question) else { return Ok(None) };
        let unit = match aim.measure.unit.as_deref() {
            Some(unit) => {
                let column = kernel::attribute::column(unit);
                let known = store.attributes(workspace).await?;
                known
                    .into_iter()
                    .find(|row| row.column_name == unit || row.column_name == column || row.name == unit)
                    .map(|row| row.column_name)
            }
            None => None,
        };
        Ok(Some(Self { number: Number { metric, of: aim.of }, row, survey, question, aim, unit }))
    }

    /// The question in the reader's language.
    pub fn title(&self, language: &str) -> String {
        let words = self.question.title.get(language, &self.survey.languages);
        words.map_or_else(|| self.question.key.clone(), |words| words.replace("{{", "{"))
    }

    /// Whether its people were promised anonymity.
    pub fn is_anonymous(&self) -> bool {
        self.survey.anonymous
    }
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Kind, Scale};

    use super::*;

    #[test]
    fn the_top_share_is_counted_from_the_scores() {
        let number = Number { metric: Metric { kind: Kind::Csat, scale: Scale { from: 1, to: 5 } }, of: Of::Top };
        let scores = Scores([(5, 30), (4, 50), (1, 20)].into_iter().collect());
        assert_eq!(number.estimate(&scores).unwrap().value, 30.0);
        assert_eq!(number.top_two(&scores), Some((30.0, 50.0)));
        assert_eq!(number.top_two(&Scores::default()), None);
    }

    #[test]
    fn an_aim_reads_what_a_measure_wrote() {
        let measure =
            Measure { survey: "visit".into(), question: "nps".into(), scope: None, unit: Some("branch".into()) };
        let json = serde_json::to_string(&measure).unwrap();
        let aim = Aim::read(&json).unwrap();
        assert_eq!(aim, Aim { measure, of: Of::Number });
        assert_eq!(serde_json::to_string(&aim).unwrap(), json);
        let top = Aim { of: Of::Top, ..aim };
        assert_eq!(Aim::read(&serde_json::to_string(&top).unwrap()), Some(top));
    }
}
