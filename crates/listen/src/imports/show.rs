//! `GET /listen/imports/{import}`: the guess of one that waits, the progress of one that runs, the result of one that
//! is over. While it runs, the page asks for its own middle again and again.

use axum::extract::Path;
use kernel::Timestamp;
use serde::Serialize;
use ui::Section;
use ui::http::{Asking, Manager, Reply};

use crate::entity::import::Model;
use crate::imports::record::{Counts, State, WAITING, find};
use crate::imports::{UPLOAD_KEPT_MICROS, list, look};

const TEMPLATE: &str = "listen/imports/show.html";
/// Refused lines on the page.
const LINES: usize = 200;

#[derive(Serialize)]
struct View {
    id: String,
    file: String,
    survey: Survey,
    state: State,
    counts: Counts,
    /// Done of the work, in percent; none until it is known.
    percent: Option<f64>,
    started_at: Timestamp,
    finished_at: Option<Timestamp>,
    who: String,
    lines: Vec<Line>,
    more_lines: u64,
    error: Option<String>,
    may_undo: bool,
    may_again: bool,
}

#[derive(Serialize)]
struct Survey {
    /// None where it is not there.
    id: Option<String>,
    title: String,
}

#[derive(Serialize)]
struct Line {
    line: u64,
    field: Option<String>,
    reason: String,
}

pub(super) async fn show(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = find(manager.store(), manager.workspace(), &id).await?;
    if row.state == WAITING {
        return look::show(&manager, &row).await;
    }
    let view = view(&manager, row).await?;
    if manager.is_htmx() {
        return manager.block(TEMPLATE, "live", view);
    }
    manager.page(TEMPLATE, Section::Listen, view).await
}

async fn view(asking: &Asking, row: Model) -> kernel::Result<View> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let now = store.env().now();
    let survey = store.survey_by_key(workspace, &row.survey).await?;
    let members = store.members(workspace).await?;
    let who = members.iter().find(|member| member.id == row.actor).map_or(row.actor.as_str(), list::name).to_owned();
    let (state, counts, refused) = (row.state_at(now), row.counts(), row.refused()?);
    let lines = refused.iter().take(LINES).map(|refused| Line {
        line: refused.line,
        field: refused.field.clone(),
        reason: refused.text(&asking.web.pages, asking.locale),
    });
    let lines: Vec<Line> = lines.collect();
    let kept_until = Timestamp(row.seen_at).plus(UPLOAD_KEPT_MICROS);
    Ok(View {
        survey: match survey {
            Some(survey) => Survey { id: Some(survey.id), title: survey.title },
            None => Survey { id: None, title: row.survey.clone() },
        },
        percent: (row.bytes_due > 0).then(|| row.bytes_read as f64 / row.bytes_due as f64 * 100.0),
        more_lines: counts.rejected.saturating_sub(lines.len() as u64),
        lines,
        error: row.cause().map(|cause| cause.text(&asking.web.pages, asking.locale)),
        may_undo: matches!(state, State::Done | State::Failed | State::Interrupted),
        may_again: matches!(state, State::Failed | State::Interrupted) && row.path.is_some() && now < kept_until,
        id: row.id,
        file: row.file_name,
        state,
        counts,
        started_at: Timestamp(row.started_at),
        finished_at: row.finished_at.map(Timestamp),
        who,
    })
}
