//! How a question was asked from time to time. An answer to another question, or on another scale, is another number.

use async_trait::async_trait;
use kernel::survey::Question;
use kernel::{Result, SurveyId, Timestamp, WorkspaceId};
use store::entity::survey;

/// A question as it was published at some time.
#[derive(Clone, Debug)]
pub struct Asked {
    pub at: Timestamp,
    /// None where the version did not have it.
    pub question: Option<Question>,
}

/// Knows how a survey was published from time to time; the slice that owns surveys does.
#[async_trait]
pub trait Versions: Send + Sync {
    /// The question in each version of the survey, oldest first, bounded.
    async fn of(&self, workspace: WorkspaceId, survey: &SurveyId, question: &str) -> Result<Vec<Asked>>;

    /// Whether the day has come from which on it takes no answers any more.
    async fn is_over(&self, _workspace: WorkspaceId, _survey: &SurveyId, _now: Timestamp) -> Result<bool> {
        Ok(false)
    }
}

/// Whether answers to both are the same number: kind, scale and wording are alike. One more translation changes no wording.
pub fn is_same(one: &Question, other: &Question) -> bool {
    let mut words = one.title.0.iter().filter_map(|(language, words)| Some((words, other.title.0.get(language)?)));
    one.kind == other.kind && one.scale() == other.scale() && words.all(|(one, other)| one == other)
}

/// Since when a question has been asked as it is now; none where it never was asked otherwise.
pub fn same_since(versions: &[Asked]) -> Option<Timestamp> {
    let now = versions.iter().rev().find_map(|version| version.question.as_ref())?;
    let differs = |version: &Asked| version.question.as_ref().is_some_and(|then| !is_same(then, now));
    let last = versions.iter().rposition(differs)?;
    // A version without it lies between nothing: nobody answered it then.
    versions[last..].iter().skip(1).find(|version| version.question.is_some()).map(|version| version.at)
}

/// As [`same_since`], for comparisons that begin at `from` or later. Definitions are large: they are read only where one was
/// published since.
pub async fn asked_since(
    versions: &dyn Versions,
    survey: &survey::Model,
    question: &str,
    from: Timestamp,
) -> Result<Option<Timestamp>> {
    if survey.version <= 1 || survey.updated_at < from.0 {
        return Ok(None);
    }
    Ok(same_since(&versions.of(WorkspaceId(survey.workspace_id), &survey.id(), question).await?))
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Kind, Text};

    use super::*;

    #[test]
    fn a_question_is_the_same_since_it_was_last_asked_otherwise() {
        let question = |kind, title| Some(Question::new("q", kind, Text::one("en", title)));
        let asked = |at, question| Asked { at: Timestamp(at), question };
        let nps = || question(Kind::Nps, "Would you?");
        assert_eq!(same_since(&[]), None);
        assert_eq!(same_since(&[asked(1, nps()), asked(2, nps())]), None);
        assert_eq!(
            same_since(&[asked(1, question(Kind::Csat, "Would you?")), asked(2, nps()), asked(3, nps())]),
            Some(Timestamp(2))
        );
        assert_eq!(
            same_since(&[asked(1, question(Kind::Nps, "Did you?")), asked(2, None), asked(3, nps())]),
            Some(Timestamp(3))
        );
        assert_eq!(same_since(&[asked(1, None), asked(2, nps())]), None, "it is new, not another");
        let mut translated = nps().expect("a question");
        translated.title.set("sv", "Skulle du?");
        assert_eq!(
            same_since(&[asked(1, nps()), asked(2, Some(translated))]),
            None,
            "in two languages it asks the same"
        );
    }
}
