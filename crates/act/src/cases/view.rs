//! Cases as pages show them.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use kernel::survey::Kind;
use kernel::{Result, Timestamp, Uid, WorkspaceId};
use serde::Serialize;
use store::entity::survey;
use store::verbatims::Readers;
use ui::http::Asking;
use ui::{Feeling, Tone};

use super::entity::case;
use super::stage::Stage;

/// What a text of a workspace says, given the tag of the language that it is probably in.
pub type Read = dyn Fn(WorkspaceId, &str, Option<&str>) -> Feeling + Send + Sync;

/// Reads texts when a page is made, as everywhere in the product.
#[derive(Clone)]
pub struct Reads(pub Arc<Read>);

impl fmt::Debug for Reads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reads")
    }
}

/// One row of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub id: String,
    pub score: Option<f64>,
    pub tone: Tone,
    /// What was written, where this reader may read it.
    pub words: Option<String>,
    /// Something was written that this reader may not read.
    pub is_hidden: bool,
    /// What the words say.
    pub feels: Option<Feeling>,
    pub language: Option<String>,
    pub survey: String,
    pub channel: String,
    pub touchpoint: Option<String>,
    pub why: String,
    pub because: Option<String>,
    pub occurred_at: Timestamp,
    pub due_at: Timestamp,
    pub is_late: bool,
    pub owner: Option<String>,
    pub owner_id: Option<String>,
    pub is_mine: bool,
    pub answered_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub stage: Stage,
    pub priority: i32,
    /// `solved`, `partly`, `not_solved` or `no_answer`, once it is closed.
    pub outcome: Option<String>,
    /// Of the signal, for the way to the response.
    pub uid: String,
}

/// The first language that a survey asks in.
fn first_language(survey: &survey::Model) -> Option<String> {
    let definition = survey.published().ok()?.or_else(|| survey.draft().ok())?;
    definition.languages.first().cloned()
}

/// Names that rows show instead of keys and ids.
pub struct Titles {
    surveys: HashMap<String, survey::Model>,
    readers: Readers,
    members: HashMap<String, String>,
}

impl Titles {
    pub async fn of(asking: &Asking) -> Result<Self> {
        let surveys = asking.store().surveys(asking.workspace()).await?;
        let members = asking.store().members(asking.workspace()).await?;
        Ok(Self {
            surveys: surveys.into_iter().map(|survey| (survey.key.clone(), survey)).collect(),
            readers: asking.store().verbatim_readers(asking.workspace()).await?,
            members: members
                .into_iter()
                .map(|member| (member.id, if member.name.is_empty() { member.email } else { member.name }))
                .collect(),
        })
    }

    pub fn member(&self, id: &str) -> Option<&str> {
        self.members.get(id).map(String::as_str)
    }

    /// The language that an answer to a case should probably be in.
    pub fn language(&self, case: &case::Model) -> Option<String> {
        case.language.clone().or_else(|| self.surveys.get(&case.survey).and_then(first_language))
    }

    /// Whether a reader may see what was written in answers to a survey.
    pub fn may_read(&self, asking: &Asking, survey: &str) -> bool {
        asking.role() >= self.readers.least(self.surveys.get(survey))
    }

    /// Keys and titles of the surveys, by title.
    pub fn surveys(&self) -> Vec<(String, String)> {
        let mut all: Vec<_> = self.surveys.values().map(|survey| (survey.key.clone(), survey.title.clone())).collect();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        all
    }

    /// The title of a survey, or its key.
    pub fn survey(&self, key: &str) -> String {
        self.surveys.get(key).map_or_else(|| key.to_owned(), |survey| survey.title.clone())
    }

    pub fn row(&self, asking: &Asking, reads: &Reads, case: case::Model) -> Row {
        let now = asking.web.env().now();
        let kind = case.kind.as_deref().and_then(Kind::parse);
        let tone = match (kind, case.score) {
            (Some(Kind::Nps), Some(score)) => Tone::of_nps(score),
            _ => Tone::Detractor,
        };
        let survey = self.surveys.get(&case.survey);
        let may_read = asking.role() >= self.readers.least(survey);
        let stage = Stage::of(&case);
        Row {
            score: case.score,
            tone,
            is_hidden: case.words.is_some() && !may_read,
            feels: case.words.as_deref().filter(|_| may_read).map(|words| {
                // Without a language of its own, an answer is probably in that of the survey.
                let tag = case.language.clone().or_else(|| survey.and_then(first_language));
                reads.0(asking.workspace(), words, tag.as_deref())
            }),
            words: case.words.filter(|_| may_read),
            language: case.language,
            survey: survey.map_or(case.survey, |survey| survey.title.clone()),
            channel: case.channel,
            touchpoint: case.touchpoint,
            why: case.why,
            because: case.because.filter(|_| may_read),
            occurred_at: Timestamp(case.occurred_at),
            due_at: Timestamp(case.due_at),
            is_late: stage.is_ours() && case.due_at < now.0,
            is_mine: case.owner.as_deref() == Some(asking.member().as_str()),
            owner: case.owner.as_deref().and_then(|id| self.member(id)).map(str::to_owned),
            owner_id: case.owner,
            answered_at: case.answered_at.map(Timestamp),
            closed_at: case.closed_at.map(Timestamp),
            stage,
            priority: case.priority,
            outcome: case.outcome,
            uid: case.uid.as_slice().try_into().map_or_else(|_| String::new(), |bytes| Uid(bytes).to_string()),
            id: case.id,
        }
    }
}
