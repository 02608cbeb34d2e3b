//! Insights as a member may see them.

use std::collections::HashMap;

use kernel::survey::Survey;
use kernel::{Error, Result};
use measures::Metric;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::Check;
use store::entity::{insight, survey};
use store::verbatims::Readers;
use ui::http::Asking;

use super::INSIGHTS_MAX;
use super::card::Card;
use super::keep::Kept;
use crate::subject::definition;

/// An insight with its survey.
pub struct Seen {
    pub row: insight::Model,
    pub card: Card,
    pub survey: Option<(survey::Model, Survey)>,
}

impl Seen {
    /// Whether it stays out of sight until it changes.
    pub fn is_dismissed(&self) -> bool {
        is_dismissed(&self.row)
    }

    pub fn state(&self) -> State {
        match (self.is_dismissed(), self.row.gone_at) {
            (_, Some(_)) => State::Gone,
            (true, None) => State::Dismissed,
            (false, None) => State::Open,
        }
    }
}

pub fn is_dismissed(row: &insight::Model) -> bool {
    row.dismissed_at.is_some() && row.dismissed_print.as_deref() == Some(row.print.as_str())
}

/// What became of an insight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    #[default]
    Open,
    Dismissed,
    /// Not found any more.
    Gone,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Open, Self::Dismissed, Self::Gone];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Dismissed => "dismissed",
            Self::Gone => "gone",
        }
    }

    pub fn parse(text: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.as_str() == text).unwrap_or_default()
    }
}

/// All that this member may see: those that hold, the foremost first, then those that are gone, the latest first.
pub async fn all(asking: &Asking) -> Result<Vec<Seen>> {
    let rows = insight::Entity::find()
        .filter(insight::Column::WorkspaceId.eq(asking.workspace().0))
        .order_by_desc(insight::Column::GoneAt.is_null())
        .order_by_desc(insight::Column::GoneAt)
        .order_by_desc(insight::Column::Rank)
        .order_by_asc(insight::Column::Id)
        .limit(INSIGHTS_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let eyes = Eyes::of(asking).await?;
    Ok(rows.into_iter().filter_map(|row| eyes.see(row)).collect())
}

/// # Errors
/// `NotFound` for one that is not there or not for this member.
pub async fn one(asking: &Asking, id: &str) -> Result<Seen> {
    let row = insight::Entity::find_by_id(id)
        .filter(insight::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("insight"))?;
    Eyes::of(asking).await?.see(row).ok_or(Error::NotFound("insight"))
}

/// What decides about what a member may see.
struct Eyes<'a> {
    asking: &'a Asking,
    surveys: HashMap<String, survey::Model>,
    readers: Readers,
}

impl<'a> Eyes<'a> {
    async fn of(asking: &'a Asking) -> Result<Self> {
        let surveys = asking.store().surveys(asking.workspace()).await?;
        let surveys = surveys.into_iter().map(|survey| (survey.key.clone(), survey)).collect();
        Ok(Self { asking, surveys, readers: asking.store().verbatim_readers(asking.workspace()).await? })
    }

    /// Nothing of a survey that is gone or has become anonymous, nothing about a question that is not asked any more, and nothing
    /// that was written for those who may not read it.
    fn see(&self, row: insight::Model) -> Option<Seen> {
        let Kept { card, .. } = serde_json::from_str(&row.card).ok()?;
        let survey = match &row.survey {
            Some(key) => {
                let survey = self.surveys.get(key)?.clone();
                let definition = definition(&survey).ok()?;
                Some((survey, definition))
            }
            None => None,
        };
        if let Some((row, definition)) = &survey {
            let is_counts = matches!(&card, Card::Silent(silent) if silent.place.is_none());
            let is_words = matches!(card, Card::Cause(_) | Card::Emerging(_));
            let may_read = self.asking.role() >= self.readers.least(Some(row));
            if (definition.anonymous && !is_counts) || (is_words && !may_read) {
                return None;
            }
            if card.question().is_some_and(|question| definition.asked(question).and_then(Metric::of).is_none()) {
                return None;
            }
        }
        Some(Seen { row, card, survey })
    }
}
