//! The reader of the log that opens cases, puts further signals of the same customer into them, keeps them in step with
//! later pages of the same response, and closes those that a later page took back before anybody touched them.

mod days;
mod join;
mod there;

use std::collections::{BTreeMap, HashSet};

use async_trait::async_trait;
use kernel::signal::{Response, What};
use kernel::{CaseId, Result, Timestamp, Uid, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use store::consumers::Consumer;
use store::entity::case_signal;
use store::links::{self, Kind, Node};
use store::{Check, Logged, Txn};

use super::builtin::{self, Why};
use super::entity::case;
use super::event;
use super::judge::{Bench, Call, Tells};
use super::notice::{Notices, Reason};
use super::route::Roster;
use super::rules::entity::rule;
use crate::messages::agreed;
use crate::webhooks::{Event, Happened, Listeners};
use days::Days;
use there::{Open, There};

/// Longest beginning of a text that a case keeps.
const WORDS_CHARS_MAX: usize = 500;
/// Rows in one statement; SQLite takes at most 32,766 values.
const ROWS_MAX: usize = 500;

/// Opens cases.
#[derive(Debug)]
pub struct Opener {
    pub tells: Tells,
    pub notices: Notices,
}

impl Opener {
    /// Of its place in the log.
    pub const NAME: &'static str = "act.cases";
}

#[async_trait]
impl Consumer for Opener {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    async fn consume(&self, txn: &Txn, batch: &[(WorkspaceId, Logged)]) -> Result<()> {
        let mut workspaces: Vec<WorkspaceId> = batch.iter().map(|(workspace, _)| *workspace).collect();
        workspaces.sort_unstable_by_key(|workspace| workspace.0);
        workspaces.dedup();
        for workspace in workspaces {
            let mut bench = Bench::of(txn, workspace).await?;
            let mut judged = Vec::new();
            for (_, logged) in batch.iter().filter(|(of, _)| *of == workspace) {
                let What::Response(response) = &logged.signal.body.what;
                if agreed::may_hold(response)
                    && let Some(survey) = bench.survey(txn, workspace, &response.survey).await?
                {
                    agreed::note(txn, workspace, logged, response, &survey).await?;
                }
                if builtin::is_recent(logged.signal.occurred_at, logged.received_at) {
                    let call = bench.judge(txn, workspace, logged, &self.tells).await?;
                    judged.push(Judged { logged, call });
                }
            }
            if judged.is_empty() {
                continue;
            }
            // Of two revisions of one response, the later says it all.
            let mut seen = HashSet::with_capacity(judged.len());
            judged.reverse();
            judged.retain(|one| seen.insert(one.logged.uid));
            judged.reverse();
            let opening = Opening {
                txn,
                workspace,
                bench: &bench,
                notices: &self.notices,
                listeners: Listeners::of(txn, workspace).await?,
                roster: None,
                there: There::of(txn, workspace, &judged).await?,
                fresh: Vec::new(),
                handed: Vec::new(),
                signals: Vec::new(),
                needed: BTreeMap::new(),
                steps: Vec::new(),
                days: Days::default(),
            };
            opening.keep(judged).await?;
        }
        Ok(())
    }
}

/// A response, and why a case is open for it.
struct Judged<'a> {
    logged: &'a Logged,
    call: Option<Call>,
}

impl Judged<'_> {
    fn response(&self) -> &Response {
        let What::Response(response) = &self.logged.signal.body.what;
        response
    }
}

/// One batch of one workspace.
struct Opening<'a> {
    txn: &'a Txn,
    workspace: WorkspaceId,
    bench: &'a Bench,
    notices: &'a Notices,
    listeners: Listeners,
    /// Asked for when the first case is to be given to somebody.
    roster: Option<Roster>,
    there: There,
    /// Cases that this batch opens.
    fresh: Vec<case::ActiveModel>,
    /// Cases that this batch gives to somebody.
    handed: Vec<case::ActiveModel>,
    /// Further complaints in cases that are open.
    signals: Vec<case_signal::ActiveModel>,
    /// By owner one case in which a further complaint needs them, with that complaint.
    needed: BTreeMap<String, (String, Uid)>,
    steps: Vec<(Uid, String)>,
    days: Days,
}

impl Opening<'_> {
    /// Makes the cases what was judged. All waiting answers wait for this transaction too: it asks and writes in bulk.
    async fn keep(mut self, judged: Vec<Judged<'_>>) -> Result<()> {
        for one in judged {
            match (self.there.known.remove(one.logged.uid.0.as_slice()), &one.call) {
                (Some(known), Some(call)) => self.revised(known, &one, call).await?,
                (Some(known), None) => self.taken_back(known).await?,
                (None, Some(call)) if !self.there.joined.contains(one.logged.uid.0.as_slice()) => {
                    self.complained(&one, call).await?;
                }
                (None, _) => {}
            }
        }
        for rows in self.fresh.chunks(ROWS_MAX) {
            case::Entity::insert_many(rows.to_vec()).exec_without_returning(&**self.txn).await.check()?;
        }
        for id in self.fresh.iter().filter_map(|row| row.id.try_as_ref()) {
            self.listeners.case(self.txn, id, Happened::new(Event::CaseOpened, None)).await?;
        }
        self.handed.append(&mut self.fresh);
        self.tell().await?;
        for rows in self.signals.chunks(ROWS_MAX) {
            case_signal::Entity::insert_many(rows.to_vec()).exec_without_returning(&**self.txn).await.check()?;
        }
        for id in self.signals.iter().filter_map(|row| row.case_id.try_as_ref()) {
            self.listeners.case(self.txn, id, Happened::new(Event::CaseSignal, None)).await?;
        }
        self.days.keep(self.txn, self.workspace).await?;
        for (uid, case) in self.steps {
            links::join(self.txn, self.workspace, &[Node::new(Kind::Signal, uid)], &Node::new(Kind::Case, case))
                .await?;
        }
        Ok(())
    }

    /// A later page of a response that has a case.
    async fn revised(&mut self, known: case::Model, one: &Judged<'_>, call: &Call) -> Result<()> {
        let row = self.later(known.clone(), one, call).await?;
        self.handed.extend(row.owner.is_set().then(|| row.clone()));
        let now = case::Entity::update(row).exec(&**self.txn).await.check()?;
        if (case::Model { updated_at: known.updated_at, ..now.clone() }) != known {
            self.listeners.case(self.txn, &now.id, Happened::new(Event::CaseChanged, None)).await?;
        }
        self.there.changed(now);
        Ok(())
    }

    /// A later page calls for nothing any more: the case goes, unless it holds more than that.
    async fn taken_back(&mut self, known: case::Model) -> Result<()> {
        let is_joined = self.signals.iter().any(|row| row.case_id.try_as_ref() == Some(&known.id));
        if is_joined || !self.there.is_untouched(&known) {
            return Ok(());
        }
        self.listeners.case(self.txn, &known.id, Happened::new(Event::CaseWithdrawn, None)).await?;
        self.there.gone(&known.id);
        case::Entity::delete_by_id(known.id).exec(&**self.txn).await.check()?;
        Ok(())
    }

    /// A complaint that no case knows: it joins the customer's open one, or opens one.
    async fn complained(&mut self, one: &Judged<'_>, call: &Call) -> Result<()> {
        let customer = one.logged.contact_id.as_ref().map(ToString::to_string);
        let open = customer.as_ref().and_then(|customer| self.there.open.get(customer)).cloned();
        let id = match open {
            Some(open) => self.join(open, one, call).await?,
            None => {
                let Some(row) = self.fresh(one, call).await? else { return Ok(()) };
                let id = row.id.clone().take().unwrap_or_default();
                self.there.open.extend(customer.map(|customer| (customer, Open::Fresh(self.fresh.len()))));
                self.fresh.push(row);
                id
            }
        };
        self.steps.push((one.logged.uid, id));
        Ok(())
    }

    /// Tells who got cases and whom further complaints need, once each however many they are, and notes who had them first.
    async fn tell(&self) -> Result<()> {
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        for row in &self.handed {
            let (Some(id), Some(Some(owner))) = (row.id.try_as_ref(), row.owner.try_as_ref()) else { continue };
            first.entry(owner).or_insert(id);
            event::note(self.txn, self.workspace, id, None, event::What::Assigned, Some(owner)).await?;
        }
        for (owner, case) in first {
            self.notices.send(self.txn, self.workspace, owner, Reason::Assigned, (case, "opened")).await?;
        }
        for (owner, (case, signal)) in &self.needed {
            let once = signal.to_string();
            self.notices.send(self.txn, self.workspace, owner, Reason::Signal, (case, &once)).await?;
        }
        Ok(())
    }

    /// A case after a later page of its response. The page with the score comes before the page with the reason, so what a
    /// rule says of the whole takes a case over as long as nobody has it.
    async fn later(&mut self, known: case::Model, one: &Judged<'_>, call: &Call) -> Result<case::ActiveModel> {
        let is_free = known.owner.is_none() && known.answered_at.is_none() && known.closed_at.is_none();
        let opened = Timestamp(known.opened_at);
        let before = known.rule_id.clone();
        let is_unseen = self.there.withdrawn.holds(known.import_id.as_deref());
        let mut row = known.into_active_model();
        if is_unseen {
            // Its import was undone, and the complaint came in anew.
            row.import_id = Set(import(one));
        }
        describe(&mut row, one, call);
        match call {
            Call::Rule { rule, .. } if before.as_ref() != Some(&rule.id) => {
                if is_free && self.days.may_open(self.txn, rule, one.logged).await? {
                    give_reason(&mut row, call);
                    self.hand(&mut row, one, Some(rule), opened).await?;
                }
            }
            Call::Builtin(_) if before.is_some() => {}
            _ => give_reason(&mut row, call),
        }
        row.updated_at = Set(one.logged.received_at.0);
        Ok(row)
    }

    /// Who deals with a case, how pressing it is, and by when, counted from when it was opened.
    async fn hand(
        &mut self,
        row: &mut case::ActiveModel,
        one: &Judged<'_>,
        rule: Option<&rule::Model>,
        opened: Timestamp,
    ) -> Result<()> {
        let minutes = rule.map_or(self.bench.settings.due_minutes, |rule| rule.due_minutes);
        row.due_at = Set(self.bench.settings.due(opened, minutes, &self.bench.zone).0);
        row.rule_id = Set(rule.map(|rule| rule.id.clone()));
        row.team_id = Set(rule.and_then(|rule| rule.team_id.clone()));
        row.priority = Set(rule.map_or(1, |rule| rule.priority));
        row.owner = Set(match rule {
            Some(rule) if rule.owner.is_some() || rule.team_id.is_some() => {
                if self.roster.is_none() {
                    self.roster = Some(Roster::of(self.txn, self.workspace, &self.there.withdrawn).await?);
                }
                let language = one.logged.signal.language.as_deref();
                self.roster.as_mut().and_then(|roster| roster.assign(rule, language))
            }
            _ => None,
        });
        Ok(())
    }

    /// A new case; none where its rule has opened as many today as it may.
    async fn fresh(&mut self, one: &Judged<'_>, call: &Call) -> Result<Option<case::ActiveModel>> {
        let (logged, signal) = (one.logged, &one.logged.signal);
        let rule = match call {
            Call::Rule { rule, .. } => Some(rule.clone()),
            Call::Builtin(_) => None,
        };
        if let Some(rule) = &rule
            && !self.days.may_open(self.txn, rule, logged).await?
        {
            return Ok(None);
        }
        let mut row = case::ActiveModel {
            id: Set(CaseId::new(self.txn.store().env()).to_string()),
            workspace_id: Set(self.workspace.0),
            uid: Set(logged.uid.0.to_vec()),
            import_id: Set(import(one)),
            survey: Set(one.response().survey.clone()),
            channel: Set(signal.channel.clone()),
            touchpoint: Set(signal.touchpoint.clone()),
            contact_id: Set(logged.contact_id.as_ref().map(ToString::to_string)),
            occurred_at: Set(signal.occurred_at.0),
            opened_at: Set(logged.received_at.0),
            answered_at: Set(None),
            answered_by: Set(None),
            reopened: Set(0),
            escalated: Set(0),
            updated_at: Set(logged.received_at.0),
            ..Default::default()
        };
        describe(&mut row, one, call);
        give_reason(&mut row, call);
        self.hand(&mut row, one, rule.as_deref(), logged.received_at).await?;
        Ok(Some(row))
    }
}

/// The import that it came with.
fn import(one: &Judged<'_>) -> Option<String> {
    one.logged.signal.import.as_ref().map(ToString::to_string)
}

/// What the customer said, as far as they have come.
fn describe(row: &mut case::ActiveModel, one: &Judged<'_>, call: &Call) {
    let response = one.response();
    let words = builtin::texts(response).max_by_key(|text| text.len());
    row.words = Set(words.map(|text| text.chars().take(WORDS_CHARS_MAX).collect()));
    row.language = Set(one.logged.signal.language.clone());
    let scored = || response.answers.iter().find(|answer| answer.score.is_some());
    let answer = match call {
        Call::Builtin(Why::LowScore(answer)) => Some(answer),
        _ => scored(),
    };
    if let Call::Rule { says, .. } = call {
        row.topic = Set(says.topics.first().cloned());
        row.intent = Set(says.intents.first().cloned());
    }
    row.question = Set(answer.map(|answer| answer.question.clone()));
    row.kind = Set(answer.map(|answer| answer.kind.as_str().into()));
    row.score = Set(answer.and_then(|answer| answer.score));
}

/// Why it is open.
fn give_reason(row: &mut case::ActiveModel, call: &Call) {
    let (name, because) = match call {
        Call::Builtin(Why::LowScore(_)) => ("low_score", None),
        Call::Builtin(Why::AngryWord(word)) => ("angry_word", Some((*word).to_owned())),
        Call::Rule { rule, .. } => ("rule", Some(rule.name.clone())),
    };
    row.why = Set(name.into());
    row.because = Set(because);
}
