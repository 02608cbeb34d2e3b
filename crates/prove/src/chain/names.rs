//! How each thing is called in the reader's language, and where its own page is. What is not there, not of this
//! workspace or not for this reader has no name.

use std::collections::{HashMap, HashSet};

use kernel::format::{Calendar, Format};
use kernel::signal::{Answer, What};
use kernel::survey::Survey;
use kernel::{Result, Timestamp, Uid};
use lake::Lake;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::Check;
use store::entity::{case, effect, goal, initiative, insight, survey};
use store::links::{Kind, Node};
use store::topics::Topic;
use store::verbatims::Readers;
use ui::fluent_bundle::FluentValue;
use ui::http::{Asking, encode};

/// Letters of a quote that are shown.
const QUOTE_MAX: usize = 120;

/// One thing.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    pub name: String,
    /// The name is what a customer wrote, in this language where that is known.
    pub is_quote: bool,
    pub lang: Option<String>,
    /// What else is to be known of it in a few words.
    pub note: Option<String>,
    pub at: Option<Timestamp>,
    /// Its own page.
    pub href: String,
    /// The page of what it hangs together with.
    pub chain: String,
}

impl Item {
    fn new(kind: Kind, id: &str, name: String, href: String) -> Self {
        let chain = format!("/prove/chain/{}/{}", kind.as_str(), encode(id));
        Self { name, is_quote: false, lang: None, note: None, at: None, href, chain }
    }
}

/// What names are made of.
pub struct Names<'a> {
    pub asking: &'a Asking,
    pub lake: &'a Lake,
    format: Format,
    surveys: HashMap<String, survey::Model>,
    readers: Readers,
    topics: Vec<Topic>,
}

impl<'a> Names<'a> {
    pub async fn of(asking: &'a Asking, lake: &'a Lake) -> Result<Self> {
        let (store, workspace) = (asking.store(), asking.workspace());
        let calendar = asking.workspace.calendar.parse().unwrap_or_else(|_| Calendar::of(asking.locale));
        Ok(Self {
            asking,
            lake,
            format: Format::new(asking.locale, calendar, asking.zone()),
            surveys: store.surveys(workspace).await?.into_iter().map(|row| (row.key.clone(), row)).collect(),
            readers: store.verbatim_readers(workspace).await?,
            topics: store.topics(workspace).await?,
        })
    }

    /// Keys of the surveys of which this reader may know what was written by whom.
    pub fn readable(&self) -> Vec<String> {
        let may =
            |key: &&String| !self.is_anonymous(key) && self.asking.role() >= self.readers.least(self.surveys.get(*key));
        self.surveys.keys().filter(may).cloned().collect()
    }

    /// These topics with all that are a part of one.
    pub fn below(&self, topics: &[String]) -> Vec<String> {
        let mut all = topics.to_vec();
        // Those above stand before those below.
        for topic in &self.topics {
            let is_part = topic.parent.as_ref().is_some_and(|parent| all.contains(parent));
            if is_part && !all.contains(&topic.key) {
                all.push(topic.key.clone());
            }
        }
        all
    }

    /// The things of a kind that there are, in the order of their ids' list.
    pub async fn items(&self, kind: Kind, ids: &[String]) -> Result<Vec<Item>> {
        let found = match kind {
            Kind::Signal => self.signals(ids).await?,
            Kind::Topic => self.topics(ids),
            Kind::Insight => self.insights(ids).await?,
            Kind::Case => self.cases(ids).await?,
            Kind::Initiative => self.initiatives(ids).await?,
            Kind::Goal => self.goals(ids).await?,
            Kind::Effect => self.effects(ids).await?,
            Kind::Message => self.messages(ids).await?,
        };
        let mut found: HashMap<String, Item> = found.into_iter().collect();
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }

    /// Responses that are counted. Somebody who was promised anonymity is not shown alone.
    async fn signals(&self, ids: &[String]) -> Result<Vec<(String, Item)>> {
        let uids: Vec<Uid> = ids.iter().filter_map(|id| id.parse().ok()).collect();
        let mut found = Vec::new();
        for logged in self.lake.signals(self.asking.workspace(), &uids).await? {
            let What::Response(response) = &logged.signal.body.what;
            if self.is_anonymous(&response.survey) {
                continue;
            }
            let (id, title) = (logged.uid.to_string(), self.survey_title(&response.survey));
            let words = response.answers.iter().find_map(said).and_then(|words| self.quote(&response.survey, words));
            let is_quote = words.is_some();
            let name = words.unwrap_or_else(|| self.says("chain-response-to", &[("survey", title.clone().into())]));
            let score = response.answers.iter().find(|answer| answer.kind.is_scored()).and_then(|answer| answer.score);
            let score = score.map(|score| self.says("chain-score", &[("score", self.format.number(score, 0).into())]));
            let note: Vec<String> = score.into_iter().chain(is_quote.then_some(title)).collect();
            let href = format!("/understand/responses/{id}");
            let item = Item {
                is_quote,
                lang: logged.signal.language.clone().filter(|_| is_quote),
                note: Some(note.join(" · ")).filter(|note| !note.is_empty()),
                at: Some(logged.signal.occurred_at),
                ..Item::new(Kind::Signal, &id, name, href)
            };
            found.push((id, item));
        }
        Ok(found)
    }

    fn topics(&self, ids: &[String]) -> Vec<(String, Item)> {
        let wanted: HashSet<&str> = ids.iter().map(String::as_str).collect();
        let known = self.topics.iter().filter(|topic| wanted.contains(topic.key.as_str()));
        let item = |topic: &Topic| {
            let name = topic.name(self.asking.locale.code()).to_owned();
            let href = format!("/understand/topics/{}", encode(&topic.key));
            (topic.key.clone(), Item::new(Kind::Topic, &topic.key, name, href))
        };
        known.map(item).collect()
    }

    async fn insights(&self, ids: &[String]) -> Result<Vec<(String, Item)>> {
        let rows = insight::Entity::find()
            .filter(insight::Column::WorkspaceId.eq(self.asking.workspace().0))
            .filter(insight::Column::Id.is_in(ids))
            .all(self.asking.store().reads())
            .await
            .check()?;
        let rows = rows.into_iter().filter(|row| self.may_see(row));
        let item = |row: insight::Model| {
            let about = match (row.topic.as_deref(), row.survey.as_deref()) {
                (Some(topic), _) => self.topic_name(topic),
                (None, Some(survey)) => self.survey_title(survey),
                (None, None) => String::new(),
            };
            let key = match row.kind.as_str() {
                "moved" => "chain-insight-moved",
                "cause" => "chain-insight-cause",
                "emerging" => "chain-insight-emerging",
                "unanswered" => "chain-insight-unanswered",
                "silent" => "chain-insight-silent",
                _ => "chain-insight-other",
            };
            let name = match about.is_empty() {
                true => self.asking.text(key),
                false => {
                    self.says("chain-insight-about", &[("what", self.asking.text(key).into()), ("about", about.into())])
                }
            };
            // Of a silence it is answers that did not come.
            let people = (row.kind != "silent").then(|| self.says("chain-people", &[("count", row.people.into())]));
            let item = Item {
                note: people,
                at: Some(Timestamp(row.found_at)),
                ..Item::new(Kind::Insight, &row.id, name, format!("/understand/insights/{}", encode(&row.id)))
            };
            (row.id, item)
        };
        Ok(rows.map(item).collect())
    }

    /// As on its own page: nothing of a survey that is gone or promises anonymity, but that it fell silent as a whole, and nothing that
    /// was found in words for those who may not read them.
    fn may_see(&self, row: &insight::Model) -> bool {
        let Some(key) = &row.survey else { return true };
        let survey = self.surveys.get(key);
        let card: serde_json::Value = serde_json::from_str(&row.card).unwrap_or_default();
        let is_count = row.kind == "silent" && card["place"].is_null();
        let is_words = matches!(row.kind.as_str(), "cause" | "emerging");
        survey.is_some()
            && (is_count || !self.is_anonymous(key))
            && (!is_words || self.asking.role() >= self.readers.least(survey))
    }

    /// An import that was undone takes its cases with it.
    async fn cases(&self, ids: &[String]) -> Result<Vec<(String, Item)>> {
        let (store, workspace) = (self.asking.store(), self.asking.workspace());
        let rows = case::Entity::find()
            .filter(case::Column::WorkspaceId.eq(workspace.0))
            .filter(case::Column::Id.is_in(ids))
            .all(store.reads())
            .await
            .check()?;
        let withdrawn: HashSet<String> =
            store.withdrawals(workspace).await?.iter().map(|import| import.as_str().to_owned()).collect();
        let kept = rows.into_iter().filter(|row| !row.import_id.as_ref().is_some_and(|id| withdrawn.contains(id)));
        let item = |row: case::Model| {
            let anonymous = self.is_anonymous(&row.survey);
            let words = row.words.as_deref().filter(|_| !anonymous);
            let words = words.and_then(|words| self.quote(&row.survey, words));
            let state = match (row.closed_at, row.answered_at) {
                (Some(_), _) => "chain-case-closed",
                (None, Some(_)) => "chain-case-answered",
                (None, None) => "chain-case-waits",
            };
            let name = || self.says("chain-case-about", &[("survey", self.survey_title(&row.survey).into())]);
            let item = Item {
                is_quote: words.is_some(),
                lang: row.language.clone().filter(|_| words.is_some()),
                note: Some(self.asking.text(state)),
                at: Some(Timestamp(row.opened_at)),
                ..Item::new(Kind::Case, &row.id, words.unwrap_or_else(name), format!("/act/cases/{}", encode(&row.id)))
            };
            (row.id, item)
        };
        Ok(kept.map(item).collect())
    }

    async fn initiatives(&self, ids: &[String]) -> Result<Vec<(String, Item)>> {
        let rows = initiative::Entity::find()
            .filter(initiative::Column::WorkspaceId.eq(self.asking.workspace().0))
            .filter(initiative::Column::Id.is_in(ids))
            .all(self.asking.store().reads())
            .await
            .check()?;
        let item = |row: initiative::Model| {
            let state = match row.state.as_str() {
                "proposed" => "chain-state-proposed",
                "planned" => "chain-state-planned",
                "doing" => "chain-state-doing",
                "done" => "chain-state-done",
                _ => "chain-state-dropped",
            };
            let item = Item {
                note: Some(self.asking.text(state)),
                at: Some(Timestamp(row.done_at.unwrap_or(row.created_at))),
                ..Item::new(Kind::Initiative, &row.id, row.title, format!("/act/initiatives/{}", encode(&row.id)))
            };
            (row.id, item)
        };
        Ok(rows.into_iter().map(item).collect())
    }

    async fn goals(&self, ids: &[String]) -> Result<Vec<(String, Item)>> {
        let rows = goal::Entity::find()
            .filter(goal::Column::WorkspaceId.eq(self.asking.workspace().0))
            .filter(goal::Column::Id.is_in(ids))
            .all(self.asking.store().reads())
            .await
            .check()?;
        let item = |row: goal::Model| {
            let by = row.by_day.parse().map_or_else(|_| row.by_day.clone(), |day| self.format.civil_date(day));
            let ends = [("from", row.from_value), ("to", row.to_value)];
            let mut args: Vec<(&str, FluentValue<'_>)> =
                ends.map(|(name, value)| (name, self.format.number(value, 1).into())).into();
            args.push(("by", by.into()));
            let item = Item {
                note: Some(self.says("chain-goal", &args)),
                ..Item::new(Kind::Goal, &row.id, row.title, format!("/prove/goals/{}", encode(&row.id)))
            };
            (row.id, item)
        };
        Ok(rows.into_iter().map(item).collect())
    }

    /// The latest measurement of each initiative; the others are kept but do not count any more.
    async fn effects(&self, ids: &[String]) -> Result<Vec<(String, Item)>> {
        let rows = effect::Entity::find()
            .filter(effect::Column::WorkspaceId.eq(self.asking.workspace().0))
            .filter(effect::Column::Id.is_in(ids))
            .all(self.asking.store().reads())
            .await
            .check()?;
        let mut latest: HashMap<String, effect::Model> = HashMap::new();
        for row in rows {
            let newer = latest.get(&row.initiative_id).is_none_or(|known| known.measured_at < row.measured_at);
            if newer {
                latest.insert(row.initiative_id.clone(), row);
            }
        }
        let item = |row: effect::Model| {
            let verdict = match row.verdict.as_str() {
                "improved" => "chain-effect-improved",
                "worsened" => "chain-effect-worsened",
                "none_detectable" => "chain-effect-none",
                "too_early" => "chain-effect-early",
                _ => "chain-effect-unknown",
            };
            let number = |value: f64| FluentValue::from(self.format.signed(value, 1));
            let note = row.value.zip(row.low).zip(row.high).map(|((value, low), high)| {
                self.says("chain-effect", &[("value", number(value)), ("low", number(low)), ("high", number(high))])
            });
            let item = Item {
                note,
                at: Some(Timestamp(row.measured_at)),
                ..Item::new(
                    Kind::Effect,
                    &row.id,
                    self.asking.text(verdict),
                    format!("/prove/effects/{}", encode(&row.initiative_id)),
                )
            };
            (row.id, item)
        };
        Ok(latest.into_values().map(item).collect())
    }

    /// Messages have no text here: what they say is for those who deal with them. One that nothing led to is none.
    async fn messages(&self, ids: &[String]) -> Result<Vec<(String, Item)>> {
        let mut found = Vec::new();
        for id in ids {
            // What was come to along the chain is linked; only what the address names must be looked for.
            let is_there = ids.len() > 1
                || self.asking.store().is_linked(self.asking.workspace(), &Node::new(Kind::Message, id)).await?;
            if is_there {
                let item = Item::new(Kind::Message, id, self.asking.text("chain-message-name"), "/act/messages".into());
                found.push((id.clone(), item));
            }
        }
        Ok(found)
    }

    /// What was written, where this reader may read it, with personal data as the workspace wants it.
    fn quote(&self, survey: &str, words: &str) -> Option<String> {
        if self.asking.role() < self.readers.least(self.surveys.get(survey)) {
            return None;
        }
        let shown = self.asking.workspace.personal_shown().may(self.asking.role());
        let words = if shown { words.into() } else { text::private::mask(words) };
        let short: String = words.chars().take(QUOTE_MAX).collect();
        let is_cut = short.len() < words.len();
        let short = short.trim();
        (!short.is_empty()).then(|| if is_cut { format!("{short}…") } else { short.to_owned() })
    }

    fn is_anonymous(&self, survey: &str) -> bool {
        self.surveys.get(survey).and_then(definition).is_some_and(|survey| survey.anonymous)
    }

    fn survey_title(&self, key: &str) -> String {
        let Some(row) = self.surveys.get(key) else { return key.to_owned() };
        let title = definition(row)
            .and_then(|survey| survey.title.get(self.asking.locale.code(), &survey.languages).map(str::to_owned));
        title.unwrap_or_else(|| row.title.clone())
    }

    fn topic_name(&self, key: &str) -> String {
        let topic = self.topics.iter().find(|topic| topic.key == key);
        topic.map_or(key, |topic| topic.name(self.asking.locale.code())).to_owned()
    }

    fn says(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.asking.web.pages.text(self.asking.locale, key, args)
    }
}

/// What respondents see, or the draft before that.
fn definition(row: &survey::Model) -> Option<Survey> {
    row.published().ok()?.or_else(|| row.draft().ok())
}

fn said(answer: &Answer) -> Option<&str> {
    answer.text.as_deref().filter(|words| answer.kind.is_verbatim() && !words.trim().is_empty())
}
