//! `POST /understand/responses/{uid}/label`: a member says what a text says.

use axum::extract::Path;
use kernel::signal::What;
use kernel::{Error, Refusal, Uid};
use ui::http::{Agent, Fields, Flash as _, Reply, see_other};

use super::labels;
use crate::subject::{Ground, definition};

/// Fields: `field`, the key of the answer; `label`, empty to take it back; `back`, the page to go to.
///
/// # Errors
/// `NotFound` for a response that this member cannot see, or a text that is not there; `bad_label`.
pub async fn correct(agent: Agent, ground: Ground, Path(uid): Path<String>, fields: Fields) -> Reply {
    let missing = || Error::NotFound("response");
    let uid: Uid = uid.parse().map_err(|_| missing())?;
    let logged = ground.0.signals(agent.workspace(), &[uid]).await?.into_iter().next().ok_or_else(missing)?;
    let What::Response(response) = &logged.signal.body.what;
    if let Some(row) = agent.store().survey_by_key(agent.workspace(), &response.survey).await? {
        if definition(&row)?.anonymous {
            return Err(missing().into());
        }
        if !crate::verbatims::may_read(&agent, Some(&row)).await? {
            return Err(Error::Forbidden.into());
        }
    }
    let field = fields.need("field")?;
    let is_there = |answer: &kernel::signal::Answer| {
        answer.question == field && answer.kind.is_verbatim() && answer.text.is_some()
    };
    if !response.answers.iter().any(is_there) {
        return Err(missing().into());
    }
    let label = match fields.get("label") {
        Some(label) => Some(labels::parse(label).ok_or_else(|| Refusal::new("bad_label").at("label"))?),
        None => None,
    };
    labels::set(agent.store(), agent.workspace(), (uid, field), label, &agent.member()).await?;
    let back = fields.get("back").unwrap_or("/understand");
    Ok(see_other(back).flash("understand-label-saved"))
}
