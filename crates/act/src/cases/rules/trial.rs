//! What a rule would have done: tried on what has come in before it is switched on.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use kernel::condition::Condition;
use kernel::signal::What;
use kernel::time::DAY;
use kernel::{Result, Timestamp, WorkspaceId};
use serde::Serialize;
use store::Logged;
use store::entity::survey;
use ui::http::Asking;

use super::super::builtin;

/// Days of history that a rule is tried on.
pub const DAYS: i64 = 30;
/// A rule that would have opened more cases a day, on average, is asked about before it is switched on.
pub const MANY_PER_DAY: f64 = 50.0;
/// Responses that are shown.
const EXAMPLES_MAX: usize = 8;
const WORDS_CHARS_MAX: usize = 200;

/// Asks history: the slice that understands does, and the binary joins them.
#[async_trait]
pub trait Asks: Send + Sync {
    /// How many responses to these surveys there have been since a time for which the condition holds, and the latest of
    /// them, newest first, `limit` at most.
    async fn matching(
        &self,
        workspace: WorkspaceId,
        surveys: &[&str],
        condition: &Condition,
        since: Timestamp,
        limit: usize,
    ) -> Result<(u64, Vec<Logged>)>;
}

/// The way to history.
#[derive(Clone)]
pub struct History(pub Arc<dyn Asks>);

impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("History")
    }
}

/// What came of a trial.
#[derive(Clone, Debug, Serialize)]
pub struct Trial {
    pub count: u64,
    pub days: i64,
    pub per_day: f64,
    /// So many that somebody should say that they are meant.
    pub is_many: bool,
    pub examples: Vec<Example>,
}

/// A response that the rule would have opened a case for.
#[derive(Clone, Debug, Serialize)]
pub struct Example {
    pub uid: String,
    pub at: Timestamp,
    pub survey: String,
    pub score: Option<f64>,
    /// What was written, where this reader may read it.
    pub words: Option<String>,
    pub language: Option<String>,
    pub is_hidden: bool,
}

impl History {
    /// Tries a condition on what came in to a survey, or to all that may open cases.
    pub async fn try_on(&self, asking: &Asking, key: Option<&str>, condition: &Condition) -> Result<Trial> {
        let (store, workspace) = (asking.store(), asking.workspace());
        let surveys = store.surveys(workspace).await?;
        let may_open = |row: &&survey::Model| {
            let definition = row.published().ok().flatten().or_else(|| row.draft().ok());
            key.is_none_or(|key| key == row.key) && definition.is_some_and(|survey| !survey.anonymous)
        };
        let keys: Vec<&str> = surveys.iter().filter(may_open).map(|row| row.key.as_str()).collect();
        let since = asking.web.env().now().minus(DAYS * DAY);
        let wide = super::with_parts(condition.clone(), &store.topics(workspace).await?);
        let (count, found) = self.0.matching(workspace, &keys, &wide, since, EXAMPLES_MAX).await?;
        let readers = store.verbatim_readers(workspace).await?;
        let examples = found.into_iter().map(|logged| {
            let survey = |key: &str| surveys.iter().find(|row| row.key == key);
            let What::Response(response) = &logged.signal.body.what;
            let words = builtin::texts(response).max_by_key(|text| text.len());
            let may_read = asking.role() >= readers.least(survey(&response.survey));
            Example {
                uid: logged.uid.to_string(),
                at: logged.signal.occurred_at,
                survey: survey(&response.survey).map_or_else(|| response.survey.clone(), |row| row.title.clone()),
                score: response.answers.iter().find_map(|answer| answer.score),
                is_hidden: words.is_some() && !may_read,
                words: words.filter(|_| may_read).map(|text| text.chars().take(WORDS_CHARS_MAX).collect()),
                language: logged.signal.language.clone(),
            }
        });
        let per_day = count as f64 / DAYS as f64;
        Ok(Trial { count, days: DAYS, per_day, is_many: per_day > MANY_PER_DAY, examples: examples.collect() })
    }
}
