//! An initiative is measured: its numbers are asked for, judged and kept; in the background each day, or sooner where new
//! answers came.

use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::condition::Operand;
use kernel::time::{DAY, HOUR};
use kernel::{EffectId, Error, Result, Timestamp, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::entity::{effect, initiative, workspace};
use store::links::{self, Kind, Node};
use store::{Check, Store};

use super::CARRIED_OUT;
use super::detail::Detail;
use super::judge::{Found, Judged, judge};
use super::windows::Layout;
use crate::number::Subject;
use crate::series::{Question, noon};
use crate::{Aim, Tools};

/// Initiatives of a workspace that one turn looks at: those that changed last.
const INITIATIVES_MAX: u64 = 500;
/// Of them, so many are measured in one turn; the next turn takes the next.
const TURN_MAX: usize = 20;
/// Days that are asked for before the start: what windows look back at, of four weeks each.
const BACK_DAYS: i64 = 53 * 28;

/// The design of an initiative that could not be measured at all.
const NONE: &str = "none";

/// Measures an initiative and keeps what came out. A result like the last one only renews its time.
pub async fn measure_initiative(
    store: &Store,
    tools: &Tools,
    workspace: &workspace::Model,
    row: &initiative::Model,
) -> Result<effect::Model> {
    let (found, answers) = found(store, tools, workspace, row).await?;
    keep(store, workspace.id(), row, found, answers).await
}

/// Measures those initiatives of a workspace that are carried out ([`CARRIED_OUT`]) and whose measurement is older than a day, or than an hour where answers came
/// since; returns how many.
pub async fn measure_due(store: &Store, tools: &Tools, workspace: &workspace::Model) -> Result<usize> {
    let now = store.env().now();
    let rows = initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(workspace.id))
        .filter(initiative::Column::StartsOn.is_not_null())
        .filter(initiative::Column::State.is_in(CARRIED_OUT))
        .order_by_desc(initiative::Column::ChangedAt)
        .limit(INITIATIVES_MAX)
        .all(store.reads())
        .await
        .check()?;
    let mut measured = 0;
    for row in rows {
        if measured >= TURN_MAX {
            break;
        }
        // One that fails must not keep the others waiting.
        match due(store, tools, workspace, &row, now).await {
            Ok(was_due) => measured += usize::from(was_due),
            Err(error) => tracing::warn!(initiative = row.id, %error, "an effect could not be measured"),
        }
    }
    Ok(measured)
}

/// Measures an initiative where it is due; returns whether it was.
async fn due(
    store: &Store,
    tools: &Tools,
    workspace: &workspace::Model,
    row: &initiative::Model,
    now: Timestamp,
) -> Result<bool> {
    let is_due = is_due(store, tools, workspace, row, now).await?;
    if is_due {
        measure_initiative(store, tools, workspace, row).await?;
    }
    Ok(is_due)
}

async fn is_due(
    store: &Store,
    tools: &Tools,
    workspace: &workspace::Model,
    row: &initiative::Model,
    now: Timestamp,
) -> Result<bool> {
    let Some(last) = latest(store, workspace.id(), &row.id).await? else { return Ok(true) };
    let age = now.0 - last.measured_at;
    if age >= DAY || row.changed_at > last.measured_at {
        return Ok(true);
    }
    if age < HOUR {
        return Ok(false);
    }
    let Some(aim) = Aim::read(&row.measure) else { return Ok(false) };
    let sql = "select count(*) from answers where survey = $1 and question = $2 and score is not null";
    let params = [aim.measure.survey.as_str().into(), aim.measure.question.as_str().into()];
    let rows = tools.lake.query(workspace.id(), sql, &params).await?.rows().await?;
    Ok(rows.first().and_then(|row| row.first()?.as_i64()) != Some(last.answers))
}

/// The last measurement of an initiative.
pub async fn latest(store: &Store, workspace: WorkspaceId, initiative: &str) -> Result<Option<effect::Model>> {
    Ok(history(store, workspace, initiative, 1).await?.into_iter().next())
}

/// Its measurements, the last one first.
pub async fn history(
    store: &Store,
    workspace: WorkspaceId,
    initiative: &str,
    limit: u64,
) -> Result<Vec<effect::Model>> {
    effect::Entity::find()
        .filter(effect::Column::WorkspaceId.eq(workspace.0))
        .filter(effect::Column::InitiativeId.eq(initiative))
        .order_by_desc(effect::Column::MeasuredAt)
        .order_by_desc(effect::Column::Id)
        .limit(limit)
        .all(store.reads())
        .await
        .check()
}

/// What comes out, and how many answers there are to the question in all.
async fn found(
    store: &Store,
    tools: &Tools,
    workspace: &workspace::Model,
    row: &initiative::Model,
) -> Result<(Found, i64)> {
    let Some(aim) = Aim::read(&row.measure) else { return Ok((nothing("no_number"), 0)) };
    let Some(starts_on) = row.starts_on.as_deref().and_then(|day| day.parse::<Date>().ok()) else {
        return Ok((nothing("no_start"), 0));
    };
    let Some(subject) = Subject::of(store, workspace.id(), aim).await? else { return Ok((nothing("no_number"), 0)) };
    if subject.aim.measure.unit.is_some() && subject.unit.is_none() {
        return Ok((nothing("no_unit"), 0));
    }
    if subject.is_anonymous() && !is_of_unit(&subject) {
        return Ok((nothing("anonymous"), 0));
    }
    let zone = TimeZone::get(&workspace.zone).unwrap_or(TimeZone::UTC);
    let format = kernel::format::Format::new(kernel::Locale::En, Default::default(), zone.clone());
    let since = noon(&format, starts_on.saturating_add(Span::new().days(-BACK_DAYS)));
    let asks = Question {
        lake: &tools.lake,
        workspace: workspace.id(),
        zone: &workspace.zone,
        measure: &subject.aim.measure,
        unit: subject.unit.as_deref(),
        since: Some(since),
    };
    let counted = match asks.counts(false).await {
        Ok(all) => asks.counts(true).await.map(|scoped| (all, scoped)),
        Err(error) => Err(error),
    };
    let (all, scoped) = match counted {
        Ok(counted) => counted,
        Err(Error::Refused(refusal)) if refusal.code == "too_many_counts" => return Ok((nothing("too_many"), 0)),
        Err(error) => return Err(error),
    };
    let today = store.env().now().in_zone(&zone).date();
    // Without a scope everybody met the change, whatever unit they belong to.
    let has_units = subject.unit.is_some() && subject.aim.measure.scope.is_some();
    let layout =
        Layout { all: &all, scoped: &scoped, has_units, starts_on, today, is_anonymous: subject.is_anonymous() };
    let windows = layout.windows();
    let from = noon(&format, windows.first);
    let changed = is_changed(tools, workspace.id(), &subject, from).await?;
    let judged = Judged { windows: &windows, number: subject.number, expected: row.expected, is_changed: changed };
    let detail = Detail {
        unit: subject.number.unit_name().to_owned(),
        of: subject.number.of,
        axis: subject.number.axis(),
        starts_on: starts_on.to_string(),
        days: windows.days,
        first: windows.first.to_string(),
        is_anonymous: windows.is_anonymous,
        share: layout.share(),
        point: subject.number.point().map(str::to_owned),
        ..Detail::default()
    };
    let answers = all.iter().map(|count| count.n).sum::<u64>() as i64;
    Ok((judge(&judged, detail), answers))
}

/// Whether nothing but the unit decides who is in scope: then no two shown groups differ by a few people.
fn is_of_unit(subject: &Subject) -> bool {
    let Some(scope) = &subject.aim.measure.scope else { return true };
    let of_unit = |operand: &&Operand| operand.attribute_column() == subject.unit && subject.unit.is_some();
    scope.operands().iter().all(of_unit)
}

/// Whether the question was asked otherwise in one of the versions that answers since `from` may have been given to.
async fn is_changed(tools: &Tools, workspace: WorkspaceId, subject: &Subject, from: Timestamp) -> Result<bool> {
    let versions = tools.versions.of(workspace, &subject.row.id(), &subject.question.key).await?;
    // The version that was open when the first window began counts as well.
    let first = versions.partition_point(|version| version.at <= from).saturating_sub(1);
    let mut seen = versions.get(first..).unwrap_or_default().iter().filter_map(|version| version.question.as_ref());
    let Some(one) = seen.next() else { return Ok(false) };
    Ok(seen.any(|other| !measures::versions::is_same(one, other)))
}

fn nothing(why: &str) -> Found {
    let detail = Detail { why: Some(why.to_owned()), unit: "mean".to_owned(), ..Detail::default() };
    Found { design: NONE, verdict: "cannot_tell", effect: None, detail }
}

async fn keep(
    store: &Store,
    workspace: WorkspaceId,
    initiative: &initiative::Model,
    found: Found,
    answers: i64,
) -> Result<effect::Model> {
    let now = store.env().now();
    let value = found.effect.map(|effect| effect.value);
    // An open end of a range cannot be kept as JSON or drawn.
    let end = |end: f64| end.is_finite().then_some(end);
    let row = effect::Model {
        id: EffectId::new(store.env()).to_string(),
        workspace_id: workspace.0,
        initiative_id: initiative.id.clone(),
        measure: initiative.measure.clone(),
        design: found.design.to_owned(),
        verdict: found.verdict.to_owned(),
        value,
        low: found.effect.and_then(|effect| end(effect.range.low)),
        high: found.effect.and_then(|effect| end(effect.range.high)),
        expected: initiative.expected,
        answers,
        detail: serde_json::to_string(&found.detail).map_err(Error::internal)?,
        measured_at: now.0,
    };
    let txn = store.write().await?;
    let last = effect::Entity::find()
        .filter(effect::Column::WorkspaceId.eq(workspace.0))
        .filter(effect::Column::InitiativeId.eq(&initiative.id))
        .order_by_desc(effect::Column::MeasuredAt)
        .order_by_desc(effect::Column::Id)
        .one(&*txn)
        .await
        .check()?;
    if let Some(last) = last.filter(|last| is_same(last, &row)) {
        let row = effect::Model { id: last.id, ..row };
        effect::Entity::update(whole(row.clone())).exec(&*txn).await.check()?;
        txn.commit().await?;
        return Ok(row);
    }
    effect::Entity::insert(whole(row.clone())).exec_without_returning(&*txn).await.check()?;
    let from = [Node::new(Kind::Initiative, &initiative.id)];
    links::join(&txn, workspace, &from, &Node::new(Kind::Effect, &row.id)).await?;
    txn.commit().await?;
    Ok(row)
}

fn is_same(last: &effect::Model, row: &effect::Model) -> bool {
    let of = |row: &effect::Model| {
        (row.measure.clone(), row.design.clone(), row.verdict.clone(), row.value, row.low, row.high, row.expected)
    };
    of(last) == of(row)
}

fn whole(row: effect::Model) -> effect::ActiveModel {
    effect::ActiveModel {
        id: Set(row.id),
        workspace_id: Set(row.workspace_id),
        initiative_id: Set(row.initiative_id),
        measure: Set(row.measure),
        design: Set(row.design),
        verdict: Set(row.verdict),
        value: Set(row.value),
        low: Set(row.low),
        high: Set(row.high),
        expected: Set(row.expected),
        answers: Set(row.answers),
        detail: Set(row.detail),
        measured_at: Set(row.measured_at),
    }
}
