//! Which responses call for an answer: what the rules of their workspace say, and the built-in one.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use jiff::tz::TimeZone;
use kernel::condition::{Columns, Says};
use kernel::signal::{Response, What};
use kernel::survey::Survey;
use kernel::{Result, WorkspaceId, attribute};
use store::{Logged, Txn};

use super::builtin::{self, Why};
use super::rules::{self, Rule, entity::rule};
use super::settings::Settings;

/// What the verbatims of a response say: the workspace, the response, its language, the first language of its survey.
pub type Tell = dyn Fn(WorkspaceId, &Response, Option<&str>, Option<&str>) -> Says + Send + Sync;

/// Reads texts when rules are asked, as everywhere in the product.
#[derive(Clone)]
pub struct Tells(pub Arc<Tell>);

impl fmt::Debug for Tells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tells")
    }
}

/// Why a case is open, and how it is dealt with.
#[derive(Clone, Debug)]
pub enum Call {
    Builtin(Why),
    Rule { rule: Arc<rule::Model>, says: Says },
}

/// What is known of a workspace while a batch is judged.
pub struct Bench {
    pub zone: TimeZone,
    pub settings: Settings,
    rules: Vec<Rule>,
    columns: Columns,
    asks_texts: bool,
    surveys: HashMap<String, Option<Survey>>,
}

impl Bench {
    pub async fn of(txn: &Txn, workspace: WorkspaceId) -> Result<Self> {
        let store = txn.store();
        let topics = store.topics(workspace).await?;
        let rules = rules::on(&**txn, workspace, &topics).await?;
        let columns = store.attributes(workspace).await?.into_iter();
        let zone = store.workspace(workspace).await?.and_then(|row| TimeZone::get(&row.zone).ok());
        Ok(Self {
            zone: zone.unwrap_or(TimeZone::UTC),
            settings: Settings::of(&**txn, workspace).await?,
            asks_texts: rules.iter().any(Rule::asks_texts),
            rules,
            columns: columns.map(|row| (row.column_name, attribute::Kind::parse(&row.kind))).collect(),
            surveys: HashMap::new(),
        })
    }

    /// The survey of a key as it was published, kept for the next response.
    pub async fn survey(&mut self, txn: &Txn, workspace: WorkspaceId, key: &str) -> Result<Option<Survey>> {
        if !self.surveys.contains_key(key) {
            let definition = match txn.store().survey_by_key(workspace, key).await? {
                Some(found) => found.published()?.map_or_else(|| found.draft(), Ok).map(Some)?,
                None => None,
            };
            self.surveys.insert(key.to_owned(), definition);
        }
        Ok(self.surveys.get(key).cloned().flatten())
    }

    /// Whether a response calls for an answer. Nothing in a survey that promised anonymity does.
    pub async fn judge(
        &mut self,
        txn: &Txn,
        workspace: WorkspaceId,
        logged: &Logged,
        tells: &Tells,
    ) -> Result<Option<Call>> {
        let What::Response(response) = &logged.signal.body.what;
        let survey = self.survey(txn, workspace, &response.survey).await?;
        if survey.as_ref().is_some_and(|survey| survey.anonymous) {
            return Ok(None);
        }
        let language = logged.signal.language.as_deref();
        if !self.rules.is_empty() {
            let first = survey.as_ref().and_then(|survey| survey.languages.first()).map(String::as_str);
            let says = if self.asks_texts { tells.0(workspace, response, language, first) } else { Says::default() };
            let asked = self.rules.iter().filter(|rule| rule.is_about(&response.survey));
            for rule in asked {
                if rule.holds(&logged.signal, &says, &self.columns) {
                    return Ok(Some(Call::Rule { rule: Arc::new(rule.row.clone()), says }));
                }
            }
        }
        let builtin =
            self.settings.is_builtin_on.then(|| builtin::judge(response, survey.as_ref(), language)).flatten();
        Ok(builtin.map(Call::Builtin))
    }
}
