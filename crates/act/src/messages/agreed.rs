//! What customers agree to in surveys.

use kernel::consent::Purpose;
use kernel::signal::{Response, State};
use kernel::survey::{Kind, Survey};
use kernel::{Result, WorkspaceId};
use store::{Logged, Txn};

use super::consent::{self, Said};

/// Whether a response has a consent in it at all: most have none, and nobody needs to look up their survey.
pub fn may_hold(response: &Response) -> bool {
    response.state == State::Complete && response.answers.iter().any(|answer| answer.kind == Kind::Consent)
}

/// Notes what a finished response agrees to, from the time at which it was given: what was said later, such as an
/// unsubscription, stays. A box that was left empty says nothing.
pub async fn note(
    txn: &Txn,
    workspace: WorkspaceId,
    logged: &Logged,
    response: &Response,
    survey: &Survey,
) -> Result<()> {
    let Some(contact) = logged.contact_id.as_ref().filter(|_| !survey.anonymous) else { return Ok(()) };
    let how = format!("survey:{}", response.survey);
    for purpose in purposes(response, survey) {
        let at = response.completed_at.unwrap_or(logged.signal.occurred_at);
        consent::note_at(txn, workspace, contact, purpose, Said { is_given: true, how: &how, at }).await?;
    }
    Ok(())
}

fn purposes(response: &Response, survey: &Survey) -> Vec<Purpose> {
    let ticked = |key: &str| {
        response.answers.iter().any(|answer| answer.question == key && answer.choice.as_deref() == Some("yes"))
    };
    let asked = survey.questions.iter().filter(|question| question.kind == Kind::Consent && ticked(&question.key));
    asked.filter_map(|question| question.purpose).collect()
}
