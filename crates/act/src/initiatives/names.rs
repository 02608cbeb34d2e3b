//! Names that pages of initiatives show instead of keys and ids, and choices for their forms.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::survey::{Kind, Survey};
use kernel::{Result, Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::Check;
use store::entity::{initiative, member, survey, team};
use store::topics::Topic;
use ui::http::Asking;

use super::INITIATIVES_MAX;

/// Kinds of questions whose score can be moved.
const SCORED: [Kind; 6] = [Kind::Nps, Kind::Csat, Kind::Ces, Kind::Psat, Kind::Rating, Kind::Slider];

pub struct Names {
    pub members: Vec<member::Model>,
    pub teams: Vec<team::Model>,
    pub topics: Vec<Topic>,
    pub surveys: Vec<survey::Model>,
    language: &'static str,
}

impl Names {
    pub async fn of(asking: &Asking) -> Result<Self> {
        let (store, workspace) = (asking.store(), asking.workspace());
        let teams = team::Entity::find().filter(team::Column::WorkspaceId.eq(workspace.0));
        Ok(Self {
            members: store.members(workspace).await?,
            teams: teams.order_by_asc(team::Column::Name).all(store.reads()).await.check()?,
            topics: store.topics(workspace).await?,
            surveys: store.surveys(workspace).await?,
            language: asking.locale.code(),
        })
    }

    pub fn member(&self, id: &str) -> Option<String> {
        self.members.iter().find(|member| member.id == id).map(name)
    }

    pub fn team(&self, id: &str) -> Option<String> {
        self.teams.iter().find(|team| team.id == id).map(|team| team.name.clone())
    }

    pub fn topic(&self, key: &str) -> String {
        let topic = self.topics.iter().find(|topic| topic.key == key);
        topic.map_or_else(|| key.to_owned(), |topic| topic.name(self.language).to_owned())
    }

    pub fn survey(&self, key: &str) -> String {
        let survey = self.surveys.iter().find(|survey| survey.key == key);
        survey.map_or_else(|| key.to_owned(), |survey| survey.title.clone())
    }

    /// Those who may be given work.
    pub fn agents(&self) -> Vec<(String, String)> {
        self.members.iter().filter(|member| is_agent(member)).map(|member| (member.id.clone(), name(member))).collect()
    }

    pub fn may_own(&self, id: &str) -> bool {
        self.members.iter().any(|member| member.id == id && is_agent(member))
    }

    pub fn teams(&self) -> Vec<(String, String)> {
        self.teams.iter().map(|team| (team.id.clone(), team.name.clone())).collect()
    }

    pub fn topics(&self) -> Vec<(String, String)> {
        self.topics.iter().map(|topic| (topic.key.clone(), topic.name(self.language).to_owned())).collect()
    }

    /// The definition that a survey's responses follow.
    pub fn definition(&self, key: &str) -> Option<Survey> {
        let row = self.surveys.iter().find(|survey| survey.key == key)?;
        row.published().ok().flatten().or_else(|| row.draft().ok())
    }

    /// Questions whose score can be moved: `survey:question` and words for it.
    pub fn measures(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for row in &self.surveys {
            let Some(survey) = self.definition(&row.key) else { continue };
            for question in survey.questions.iter().filter(|question| SCORED.contains(&question.kind)) {
                let title = question.title.get(self.language, &survey.languages).unwrap_or(&question.key);
                found.push((format!("{}:{}", row.key, question.key), format!("{} · {title}", row.title)));
            }
        }
        found
    }

    /// The question that a survey is mainly about: the first that is scored.
    pub fn main_question(&self, survey: &str) -> Option<String> {
        let survey = self.definition(survey)?;
        survey.questions.iter().find(|question| SCORED.contains(&question.kind)).map(|question| question.key.clone())
    }
}

fn name(member: &member::Model) -> String {
    if member.name.is_empty() { member.email.clone() } else { member.name.clone() }
}

fn is_agent(member: &member::Model) -> bool {
    member.disabled_at.is_none() && member.role() >= Role::Agent
}

/// A day of a row as an instant of it, for templates that write dates.
pub fn instant(asking: &Asking, day: Option<&str>) -> Option<Timestamp> {
    let day: Date = day?.parse().ok()?;
    // Noon: no zone's change of clocks moves it to another day.
    Some(day.at(12, 0, 0, 0).to_zoned(asking.zone()).ok()?.timestamp().into())
}

/// Initiatives of a workspace, the one that changed last first.
pub async fn all(asking: &Asking) -> Result<Vec<initiative::Model>> {
    initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(asking.workspace().0))
        .order_by_desc(initiative::Column::ChangedAt)
        .order_by_asc(initiative::Column::Id)
        .limit(INITIATIVES_MAX)
        .all(asking.store().reads())
        .await
        .check()
}

/// By id.
pub fn titles(rows: &[initiative::Model]) -> HashMap<&str, &str> {
    rows.iter().map(|row| (row.id.as_str(), row.title.as_str())).collect()
}
