//! What detectors look through: the surveys of one workspace, in its days and calendar, without anybody who asks.

use jiff::civil::Date;
use kernel::format::{Calendar, Format};
use kernel::survey::{Question, Survey};
use kernel::{Error, Locale, Result, Timestamp, WorkspaceId};
use lake::Lake;
use measures::versions::{self, Versions};
use measures::{Metric, Scores, main_question};
use store::Store;
use store::entity::survey;

use super::card::{Side, Week};
use crate::ask::Asker;
use crate::filters::Dimension;
use crate::overview;
use crate::period::{self, Period, back};
use crate::subject::definition;

/// Surveys that are looked at, those with the most answers of late.
const SURVEYS_MAX: usize = 100;
/// Weeks in a picture.
pub const WEEKS: i32 = 16;
/// Days that scores are read from: the weeks of a picture, and the month that the last whole one is held against.
pub const DAYS_BACK: i32 = 7 * WEEKS + 31;

/// One look at one workspace.
pub struct Look<'a> {
    pub store: &'a Store,
    pub lake: &'a Lake,
    pub versions: &'a dyn Versions,
    pub workspace: WorkspaceId,
    pub format: Format,
    pub now: Timestamp,
    pub today: Date,
    pub surveys: Vec<Watched>,
    pub dimensions: Vec<Dimension>,
}

/// A survey with what its respondents see.
pub struct Watched {
    pub row: survey::Model,
    pub definition: Survey,
}

impl Watched {
    /// The question whose score stands for the survey, with its number.
    pub fn main(&self) -> Option<(&Question, Metric)> {
        let question = main_question(&self.definition)?;
        Some((question, Metric::of(question)?))
    }
}

impl<'a> Look<'a> {
    /// # Errors
    /// `NotFound` for a workspace that is not there.
    pub async fn at(
        store: &'a Store,
        lake: &'a Lake,
        versions: &'a dyn Versions,
        workspace: WorkspaceId,
    ) -> Result<Self> {
        let row = store.workspace(workspace).await?.ok_or(Error::NotFound("workspace"))?;
        let zone = jiff::tz::TimeZone::get(&row.zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let calendar = row.calendar.parse().unwrap_or(Calendar::of(Locale::En));
        let format = Format::new(Locale::En, calendar, zone);
        let now = store.env().now();
        let today = period::today(&format, now);
        let lately = overview::answers(lake, workspace, &format, Period::ending(today, 7 * WEEKS)).await?;
        let mut surveys = store.surveys(workspace).await?;
        surveys.sort_by_key(|row| std::cmp::Reverse(lately.get(&row.key).copied().unwrap_or(0)));
        let surveys = surveys.into_iter().take(SURVEYS_MAX);
        // A survey whose definition cannot be read has a page that says so; nothing can be found in it.
        let surveys = surveys.filter_map(|row| Some(Watched { definition: definition(&row).ok()?, row }));
        Ok(Self {
            today,
            surveys: surveys.collect(),
            dimensions: Dimension::all(&store.attributes(workspace).await?),
            store,
            lake,
            versions,
            workspace,
            format,
            now,
        })
    }

    /// Those in which groups may be told apart.
    pub fn open(&self) -> impl Iterator<Item = &Watched> {
        self.surveys.iter().filter(|survey| !survey.definition.anonymous)
    }

    pub fn asker<'b>(&'b self, survey: &'b Watched) -> Asker<'b> {
        Asker {
            lake: self.lake,
            workspace: self.workspace,
            survey: &survey.row.key,
            format: &self.format,
            zone: self.format.zone.iana_name().unwrap_or("UTC"),
            left_out: &[],
        }
    }

    /// Since when the main question of a survey has been asked as it is: what was answered before is another number.
    pub async fn asked_since(&self, survey: &Watched) -> Result<Option<Timestamp>> {
        let Some((question, _)) = survey.main() else { return Ok(None) };
        let from = Period::ending(self.today, DAYS_BACK).instants(&self.format).0.unwrap_or(self.now);
        versions::asked_since(self.versions, &survey.row, &question.key, from).await
    }

    /// Whether a period lies within the time since then.
    pub fn is_since(&self, period: Period, since: Option<Timestamp>) -> bool {
        period.is_since(since, &self.format)
    }

    /// The weeks that end today, the oldest first. They begin on the weekday of tomorrow, so that all are whole.
    pub fn weeks(&self) -> Vec<Period> {
        (0..WEEKS).rev().map(|week| Period::ending(back(self.today, 7 * week), 7)).collect()
    }
}

pub fn side(metric: Metric, scores: &Scores) -> Option<Side> {
    let estimate = metric.estimate(scores)?;
    let (low, high) = (estimate.range.map(|range| range.low), estimate.range.map(|range| range.high));
    Some(Side { value: estimate.value, low, high, n: scores.total() })
}

/// A number week by week.
pub fn week(metric: Metric, period: Period, scores: &Scores) -> Option<Week> {
    Some(Week { first: period.first?, last: period.last?, side: side(metric, scores) })
}
