//! Cases as pages show them.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use kernel::survey::Kind;
use kernel::{Result, Timestamp, Uid, WorkspaceId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::survey;
use store::verbatims::Readers;
use ui::http::Asking;
use ui::{Feeling, Tone};

use super::entity::case;

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
    pub is_mine: bool,
    pub answered_at: Option<Timestamp>,
    /// Of the signal, for the way to the response.
    pub uid: String,
}

/// Which cases a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// Not answered and nobody's.
    #[default]
    Loose,
    /// The reader's own that are not answered.
    Mine,
    /// All that are not answered.
    Open,
    Answered,
}

impl Which {
    pub const ALL: [Self; 4] = [Self::Loose, Self::Mine, Self::Open, Self::Answered];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Loose => "loose",
            Self::Mine => "mine",
            Self::Open => "open",
            Self::Answered => "answered",
        }
    }

    pub fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|which| which.as_str() == text).unwrap_or_default()
    }

    fn condition(self, asking: &Asking) -> Condition {
        let open = case::Column::AnsweredAt.is_null();
        match self {
            Self::Loose => Condition::all().add(open).add(case::Column::Owner.is_null()),
            Self::Mine => Condition::all().add(open).add(case::Column::Owner.eq(asking.member().as_str())),
            Self::Open => Condition::all().add(open),
            Self::Answered => Condition::all().add(case::Column::AnsweredAt.is_not_null()),
        }
    }
}

async fn visible(asking: &Asking, which: Which) -> Result<sea_orm::Select<case::Entity>> {
    let mut query =
        case::Entity::find().filter(case::Column::WorkspaceId.eq(asking.workspace().0)).filter(which.condition(asking));
    // An import that was undone takes its complaints with it.
    let withdrawn = asking.store().withdrawals(asking.workspace()).await?;
    if !withdrawn.is_empty() {
        let ids = withdrawn.iter().map(|import| import.as_str().to_owned());
        query = query
            .filter(Condition::any().add(case::Column::ImportId.is_null()).add(case::Column::ImportId.is_not_in(ids)));
    }
    Ok(query)
}

/// How many there are.
pub async fn count(asking: &Asking, which: Which) -> Result<u64> {
    visible(asking, which).await?.count(asking.store().reads()).await.check()
}

/// A page of cases: what is due first, first; the answered ones, latest first.
pub async fn rows(asking: &Asking, reads: &Reads, which: Which, skip: u64, limit: u64) -> Result<Vec<Row>> {
    let query = visible(asking, which).await?;
    let query = match which {
        Which::Answered => query.order_by_desc(case::Column::AnsweredAt),
        _ => query.order_by_asc(case::Column::DueAt),
    };
    let cases = query.order_by_asc(case::Column::Id).offset(skip).limit(limit).all(asking.store().reads()).await;
    let titles = Titles::of(asking).await?;
    Ok(cases.check()?.into_iter().map(|case| titles.row(asking, reads, case)).collect())
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
            is_late: case.answered_at.is_none() && case.due_at < now.0,
            is_mine: case.owner.as_deref() == Some(asking.member().as_str()),
            owner: case.owner.as_deref().and_then(|id| self.member(id)).map(str::to_owned),
            answered_at: case.answered_at.map(Timestamp),
            uid: case.uid.as_slice().try_into().map_or_else(|_| String::new(), |bytes| Uid(bytes).to_string()),
            id: case.id,
        }
    }
}
