//! The reader of the log that opens cases, keeps them in step with later pages of the same response, and closes
//! those that a later page took back before anybody touched them.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use kernel::signal::{Response, What};
use kernel::survey::Survey;
use kernel::{CaseId, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use store::consumers::Consumer;
use store::{Check, Logged, Txn};

use super::DUE_MICROS;
use super::entity::case;
use super::rule::{self, Why};

/// Longest beginning of a text that a case keeps.
const WORDS_CHARS_MAX: usize = 500;
/// Rows in one statement; SQLite takes at most 32,766 values.
const ROWS_MAX: usize = 500;

/// Opens cases.
#[derive(Debug)]
pub struct Opener;

type Surveys = HashMap<(WorkspaceId, String), Option<Survey>>;

#[async_trait]
impl Consumer for Opener {
    fn name(&self) -> &'static str {
        "act.cases"
    }

    async fn consume(&self, txn: &Txn, batch: &[(WorkspaceId, Logged)]) -> Result<()> {
        let mut surveys = Surveys::new();
        let mut judged = Vec::with_capacity(batch.len());
        for (workspace, logged) in batch {
            let What::Response(response) = &logged.signal.body.what;
            if !rule::is_recent(logged.signal.occurred_at, logged.received_at) {
                continue;
            }
            let survey = survey(txn, &mut surveys, *workspace, response).await?;
            let why = rule::judge(response, survey, logged.signal.language.as_deref());
            judged.push(Judged { workspace: *workspace, logged, response, why });
        }
        keep(txn, judged).await
    }
}

/// A response, and why a case is open for it.
struct Judged<'a> {
    workspace: WorkspaceId,
    logged: &'a Logged,
    response: &'a Response,
    why: Option<Why>,
}

async fn survey<'a>(
    txn: &Txn,
    known: &'a mut Surveys,
    workspace: WorkspaceId,
    response: &Response,
) -> Result<Option<&'a Survey>> {
    let place = (workspace, response.survey.clone());
    if !known.contains_key(&place) {
        let found = txn.store().survey_by_key(workspace, &response.survey).await?;
        let definition = match found {
            Some(found) => found.published()?.map_or_else(|| found.draft(), Ok).map(Some)?,
            None => None,
        };
        known.insert(place.clone(), definition);
    }
    Ok(known.get(&place).and_then(Option::as_ref))
}

/// Makes the cases what was judged. All waiting answers wait for this transaction too: it asks and writes in bulk.
async fn keep(txn: &Txn, judged: Vec<Judged<'_>>) -> Result<()> {
    let mut known = known(txn, &judged).await?;
    // Of two revisions of one response, the later says it all.
    let mut last: Vec<Judged<'_>> = Vec::with_capacity(judged.len());
    let mut seen = HashSet::with_capacity(judged.len());
    last.extend(judged.into_iter().rev().filter(|one| seen.insert((one.workspace.0, one.logged.uid))));
    let mut opened = Vec::new();
    for Judged { workspace, logged, response, why } in last.into_iter().rev() {
        match (known.remove(&(workspace.0, logged.uid.0.to_vec())), why) {
            (None, None) => {}
            (None, Some(why)) => opened.push(fresh(txn, workspace, logged, response, &why)),
            (Some(known), Some(why)) => {
                let mut row = known.into_active_model();
                describe(&mut row, logged, response, &why);
                case::Entity::update(row).exec(&**txn).await.check()?;
            }
            (Some(known), None) if known.owner.is_none() && known.answered_at.is_none() => {
                case::Entity::delete_by_id(known.id).exec(&**txn).await.check()?;
            }
            (Some(_), None) => {}
        }
    }
    for rows in opened.chunks(ROWS_MAX) {
        case::Entity::insert_many(rows.to_vec()).exec_without_returning(&**txn).await.check()?;
    }
    Ok(())
}

/// Cases that there are already, by workspace and identity of the response.
async fn known(txn: &Txn, judged: &[Judged<'_>]) -> Result<HashMap<(i32, Vec<u8>), case::Model>> {
    let mut wanted: HashMap<i32, Vec<Vec<u8>>> = HashMap::new();
    for one in judged {
        wanted.entry(one.workspace.0).or_default().push(one.logged.uid.0.to_vec());
    }
    let mut known = HashMap::new();
    for (workspace, uids) in wanted {
        for uids in uids.chunks(ROWS_MAX) {
            let found = case::Entity::find()
                .filter(case::Column::WorkspaceId.eq(workspace))
                .filter(case::Column::Uid.is_in(uids.to_vec()))
                .all(&**txn)
                .await
                .check()?;
            known.extend(found.into_iter().map(|case| ((workspace, case.uid.clone()), case)));
        }
    }
    Ok(known)
}

fn fresh(txn: &Txn, workspace: WorkspaceId, logged: &Logged, response: &Response, why: &Why) -> case::ActiveModel {
    let signal = &logged.signal;
    let mut row = case::ActiveModel {
        id: Set(CaseId::new(txn.store().env()).to_string()),
        workspace_id: Set(workspace.0),
        uid: Set(logged.uid.0.to_vec()),
        import_id: Set(signal.import.as_ref().map(ToString::to_string)),
        survey: Set(response.survey.clone()),
        channel: Set(signal.channel.clone()),
        touchpoint: Set(signal.touchpoint.clone()),
        contact_id: Set(logged.contact_id.as_ref().map(ToString::to_string)),
        occurred_at: Set(signal.occurred_at.0),
        opened_at: Set(logged.received_at.0),
        due_at: Set(logged.received_at.plus(DUE_MICROS).0),
        owner: Set(None),
        answered_at: Set(None),
        answered_by: Set(None),
        priority: Set(1),
        reopened: Set(0),
        escalated: Set(0),
        updated_at: Set(logged.received_at.0),
        ..Default::default()
    };
    describe(&mut row, logged, response, why);
    row
}

/// What may change with a later page.
fn describe(row: &mut case::ActiveModel, logged: &Logged, response: &Response, why: &Why) {
    let words = rule::texts(response).max_by_key(|text| text.len());
    row.words = Set(words.map(|text| text.chars().take(WORDS_CHARS_MAX).collect()));
    row.language = Set(logged.signal.language.clone());
    let (name, answer, because) = match why {
        Why::LowScore(answer) => ("low_score", Some(answer), None),
        Why::AngryWord(word) => {
            ("angry_word", response.answers.iter().find(|answer| answer.score.is_some()), Some((*word).to_owned()))
        }
    };
    row.why = Set(name.into());
    row.because = Set(because);
    row.question = Set(answer.map(|answer| answer.question.clone()));
    row.kind = Set(answer.map(|answer| answer.kind.as_str().into()));
    row.score = Set(answer.and_then(|answer| answer.score));
}
