//! The page of one effect: what moved against what, what may be claimed, what was tried against it, what it is worth.

use axum::extract::{Extension, Path};
use jiff::Span;
use jiff::civil::Date;
use kernel::format::Format;
use kernel::{Error, InitiativeId, Result, Role, Timestamp};
use measures::worth::{Move, Shown, Stated, Unknown};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::{effect, initiative};
use ui::Section;
use ui::chart::Unit;
use ui::http::{Asking, Flash, Manager, Reply, Viewer, encode, see_other};

use super::CARRIED_OUT;
use super::detail::Detail;
use super::run;
use crate::number::Subject;
use crate::plot::{Line, Plot, Sketch};
use crate::reading::{change_range, format, told};
use crate::{Aim, With};

/// Measurements that the page lists.
const HISTORY_MAX: u64 = 30;
/// Rows of the table behind the picture.
const ROWS_MAX: usize = 320;
/// Below this a check speaks against the effect.
const AGAINST: f64 = 0.05;
/// Up to this an effect stands out among placebos.
const STANDS_OUT: f64 = 0.10;

#[derive(Serialize)]
struct Page {
    initiative: Named,
    metric: String,
    starts_on: String,
    measured: Option<Measured>,
    /// Somebody carries it out, and it has a day of start.
    is_carried_out: bool,
    is_startable: bool,
    may_measure: bool,
}

#[derive(Serialize)]
struct Named {
    id: String,
    title: String,
}

/// A measurement as it is read.
#[derive(Serialize)]
pub struct Measured {
    pub verdict: String,
    pub design: String,
    pub at: Timestamp,
    /// "+12" and "+8 to +16".
    pub by: String,
    pub range: String,
    pub expected: String,
    /// Whether what was planned lies within the range, above or below it: `within`, `more`, `less`.
    pub against: Option<&'static str>,
    why: Option<String>,
    least: Option<usize>,
    weeks_left: Option<i64>,
    weeks_until: Option<i64>,
    size: String,
    plot: Option<Plot>,
    rows: Vec<Row>,
    checks: Vec<Said>,
    facts: Vec<(String, String)>,
    treated_units: Vec<String>,
    comparison_units: Vec<String>,
    is_alone: bool,
    is_anonymous: bool,
    answers: (u64, u64),
    behind: Option<(String, String)>,
    worth: Option<Shown>,
    /// Why it has none, though an effect was seen: the end of a key of words.
    worth_why: Option<&'static str>,
    history: Vec<Past>,
}

#[derive(Serialize)]
struct Row {
    label: String,
    is_after: bool,
    treated: String,
    treated_n: u64,
    comparison: String,
    comparison_n: u64,
}

/// One check in words: `good`, `bad` or `none` (it could not be made).
#[derive(Serialize)]
struct Said {
    tone: &'static str,
    words: String,
}

#[derive(Serialize)]
struct Past {
    at: Timestamp,
    verdict: String,
    by: String,
    range: String,
}

/// An initiative of the asker's workspace.
pub async fn find(asking: &Asking, id: &str) -> Result<initiative::Model> {
    initiative::Entity::find_by_id(InitiativeId::from_outside(id).as_str())
        .filter(initiative::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("effect"))
}

/// `GET /prove/effects/{initiative}`
pub async fn page(viewer: Viewer, Path(id): Path<String>) -> Reply {
    let row = find(&viewer, &id).await?;
    let history = run::history(viewer.store(), viewer.workspace(), &row.id, HISTORY_MAX).await?;
    let subject = match Aim::read(&row.measure) {
        Some(aim) => Subject::of(viewer.store(), viewer.workspace(), aim).await?,
        None => None,
    };
    let format = format(&viewer);
    let measured = match history.first() {
        Some(last) => Some(read(&viewer, &format, &row, subject.as_ref(), last, &history).await?),
        None => None,
    };
    let page = Page {
        metric: subject.as_ref().map_or_else(String::new, |subject| subject.title(viewer.locale.code())),
        starts_on: row.starts_on.as_deref().map_or_else(String::new, |day| told(&format, day)),
        is_carried_out: is_carried_out(&row),
        is_startable: is_carried_out(&row) && row.starts_on.is_some(),
        initiative: Named { id: row.id, title: row.title },
        measured,
        may_measure: viewer.role() >= Role::Manager,
    };
    viewer.page("prove/effect.html", Section::Prove, page).await
}

fn is_carried_out(row: &initiative::Model) -> bool {
    CARRIED_OUT.contains(&row.state.as_str())
}

/// `POST /prove/effects/{initiative}/measure`; what nobody carries out has no effect to be found.
pub async fn measure(manager: Manager, Extension(tools): With, Path(id): Path<String>) -> Reply {
    let row = find(&manager, &id).await?;
    if !is_carried_out(&row) {
        return Err(Error::NotFound("effect").into());
    }
    let kept = run::measure_initiative(manager.store(), &tools, &manager.workspace, &row).await?;
    let txn = manager.store().write().await?;
    let actor = manager.member();
    let detail = json!({ "effect": kept.id, "verdict": kept.verdict });
    let deed = Deed { actor: actor.as_str(), action: "effect.measure", subject: &row.id, detail };
    audit::note(&txn, manager.workspace(), deed).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/prove/effects/{}", encode(&row.id))).flash("prove-flash-measured"))
}

async fn read(
    asking: &Asking,
    format: &Format,
    initiative: &initiative::Model,
    subject: Option<&Subject>,
    row: &effect::Model,
    history: &[effect::Model],
) -> Result<Measured> {
    let detail = Detail::read(&row.detail);
    let unit = Unit::parse(&detail.unit).unwrap_or(Unit::Mean);
    let change = |value: f64| unit.write_change(format, value);
    let stated = Stated::of(asking.store().reads(), asking.workspace()).await?;
    let worth = Move::of_effect(row).map(|moved| stated.of_move(moved, initiative.cost.unwrap_or(0.0)));
    let weeks = |windows: usize| (windows as i64 * i64::from(detail.days) + 6) / 7;
    let past = |row: &effect::Model| Past {
        at: Timestamp(row.measured_at),
        verdict: row.verdict.clone(),
        by: row.value.map_or_else(String::new, change),
        range: change_range(asking, format, unit, row.low, row.high),
    };
    Ok(Measured {
        verdict: row.verdict.clone(),
        design: row.design.clone(),
        at: Timestamp(row.measured_at),
        by: row.value.map_or_else(String::new, change),
        range: change_range(asking, format, unit, row.low, row.high),
        expected: row.expected.map_or_else(String::new, change),
        against: against(row),
        least: detail.least,
        weeks_left: detail.power.left.filter(|left| *left > 0 && detail.treated.len() > detail.start).map(weeks),
        weeks_until: detail.power.until.map(weeks),
        size: change(detail.power.size),
        plot: plot(asking, format, unit, &detail),
        rows: rows(format, unit, &detail),
        checks: checks(asking, format, unit, &detail),
        facts: facts(asking, format, unit, &detail),
        behind: subject.and_then(|subject| behind(&subject.row.id, &subject.question.key, &detail)),
        history: history.iter().skip(1).map(past).collect(),
        why: detail.why,
        treated_units: detail.treated_units,
        comparison_units: detail.comparison_units,
        is_alone: detail.is_alone,
        is_anonymous: detail.is_anonymous,
        answers: detail.answers,
        worth_why: worth.and_then(Result::err).map(Unknown::code),
        worth: worth.and_then(Result::ok).map(|worth| Shown::of(worth, initiative.cost, &stated.currency)),
    })
}

/// How what was planned stands against the range.
pub fn against(row: &effect::Model) -> Option<&'static str> {
    let (expected, low, high) = (row.expected?, row.low?, row.high?);
    Some(match () {
        () if expected < low => "more",
        () if expected > high => "less",
        () => "within",
    })
}

/// The first day of a window.
fn window(detail: &Detail, at: usize) -> Option<Date> {
    let first: Date = detail.first.parse().ok()?;
    Some(first.saturating_add(Span::new().days(at as i64 * i64::from(detail.days))))
}

fn plot(asking: &Asking, format: &Format, unit: Unit, detail: &Detail) -> Option<Plot> {
    let line = |key: &str, class, steps: &[super::detail::Step]| Line {
        name: asking.text(key),
        class,
        values: steps.iter().map(|step| step.value).collect(),
    };
    let mut lines = Vec::new();
    if !detail.comparison.is_empty() {
        lines.push(line("effect-comparison", "other", &detail.comparison));
    }
    lines.push(line("effect-treated", "own", &detail.treated));
    let day = |at: usize| window(detail, at).map_or_else(String::new, |day| format.civil_date(day));
    Plot::new(Sketch {
        unit,
        axis: detail.axis,
        lines,
        start: Some(detail.start),
        ahead: None,
        ends: (day(0), day(detail.treated.len().saturating_sub(1))),
        format,
    })
}

fn rows(format: &Format, unit: Unit, detail: &Detail) -> Vec<Row> {
    let write = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| unit.write(format, value));
    let row = |(at, step): (usize, &super::detail::Step)| {
        let other = detail.comparison.get(at).copied().unwrap_or_default();
        Row {
            label: window(detail, at).map_or_else(String::new, |day| format.civil_date(day)),
            is_after: at >= detail.start,
            treated: write(step.value),
            treated_n: step.n,
            comparison: write(other.value),
            comparison_n: other.n,
        }
    };
    detail.treated.iter().enumerate().take(ROWS_MAX).map(row).collect()
}

/// What was tried against the effect, in words for everybody.
fn checks(asking: &Asking, format: &Format, unit: Unit, detail: &Detail) -> Vec<Said> {
    let says = |tone: &'static str, key: &str, args: &[(&str, ui::fluent_bundle::FluentValue<'_>)]| Said {
        tone,
        words: asking.web.pages.text(asking.locale, key, args),
    };
    let kept = &detail.checks;
    let mut said = Vec::new();
    if let Some(p) = kept.parallel {
        said.push(if p < AGAINST {
            says("bad", "effect-check-parallel-bad", &[])
        } else {
            says("good", "effect-check-parallel-good", &[])
        });
    }
    if let Some(fit) = kept.fit {
        said.push(if fit > 1.0 {
            says("bad", "effect-check-fit-bad", &[])
        } else {
            says("good", "effect-check-fit-good", &[])
        });
    }
    if let Some(p) = kept.placebo {
        let in_hundred = (p * 100.0).ceil();
        let args = [("share", ui::fluent_bundle::FluentValue::from(in_hundred))];
        said.push(match () {
            () if kept.placebo_least > STANDS_OUT => says("none", "effect-check-placebo-few", &[]),
            () if p <= STANDS_OUT => says("good", "effect-check-placebo-good", &args),
            () => says("bad", "effect-check-placebo-bad", &args),
        });
    }
    if let Some((whole, left)) = kept.beyond {
        let tone = if whole.signum() == left.signum() { "good" } else { "bad" };
        let (whole, left) = (unit.write_change(format, whole), unit.write_change(format, left));
        said.push(says(tone, "effect-check-recovery", &[("whole", whole.into()), ("left", left.into())]));
    }
    if let Some((tried, called)) = kept.starts {
        let alarms = (called * tried as f64).round();
        let args = [
            ("tried", ui::fluent_bundle::FluentValue::from(tried as f64)),
            ("alarms", ui::fluent_bundle::FluentValue::from(alarms)),
        ];
        let tone = if called > 0.2 { "bad" } else { "good" };
        said.push(says(tone, "effect-check-starts", &args));
    }
    if let Some((low, high)) = kept.without {
        let range = change_range(asking, format, unit, Some(low), Some(high));
        let tone = if low.signum() == high.signum() { "good" } else { "bad" };
        said.push(says(tone, "effect-check-without", &[("range", range.into())]));
    }
    said
}

/// Figures for experts: name and value.
fn facts(asking: &Asking, format: &Format, unit: Unit, detail: &Detail) -> Vec<(String, String)> {
    let kept = &detail.checks;
    let number = |value: f64| format.number(value, 3);
    let mut facts = vec![
        (
            asking.text("effect-fact-units"),
            format!("{} / {}", format.count(detail.units.0 as i64), format.count(detail.units.1 as i64)),
        ),
        (asking.text("effect-fact-window"), format.count(i64::from(detail.days))),
    ];
    let mut add = |key: &str, value: Option<String>| facts.extend(value.map(|value| (asking.text(key), value)));
    add("effect-fact-p", kept.p.map(number));
    add("effect-fact-parallel", kept.parallel.map(number));
    add("effect-fact-placebo", kept.placebo.map(number));
    add("effect-fact-errors", kept.errors.as_ref().map(|errors| asking.text(&format!("effect-errors-{errors}"))));
    add("effect-fact-cr1", kept.cr1.map(number));
    add("effect-fact-freedom", kept.freedom.map(|value| format.number(value, 1)));
    add("effect-fact-carried", kept.carried.map(number));
    add("effect-fact-fit", kept.fit.map(number));
    for (name, weight) in kept.weights.iter().take(8) {
        facts.push((name.clone(), format.percent(100.0 * weight, 0)));
    }
    for (at, value, low, high) in kept.steps.iter().rev().take(8).rev() {
        let day = window(detail, *at).map_or_else(String::new, |day| format.civil_date(day));
        let range = change_range(asking, format, unit, Some(*low), Some(*high));
        facts.push((day, format!("{} ({range})", unit.write_change(format, *value))));
    }
    facts
}

/// Where the answers before and after the start stand.
fn behind(survey: &str, question: &str, detail: &Detail) -> Option<(String, String)> {
    let first: Date = detail.first.parse().ok()?;
    let start: Date = detail.starts_on.parse().ok()?;
    let last = window(detail, detail.treated.len())?.yesterday().ok()?;
    let list = |from: Date, to: Date| {
        let question = encode(question);
        format!("/understand/surveys/{survey}/answers?question={question}&from={from}&to={to}")
    };
    (last >= start).then(|| Some((list(first, start.yesterday().ok()?), list(start, last))))?
}
