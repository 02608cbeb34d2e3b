//! What happened with a case, kept in the transaction in which it happens.

use kernel::{Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::{Check, Txn};

use super::entity::event;
use crate::webhooks::{self, Event, Happened};

/// A kind of thing that happens with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Detail: the owner's id; none where the owner was taken away.
    Assigned,
    /// Detail: the new priority.
    Priority,
    /// By another way than a message from here. Detail: what was before, until it was taken back.
    AnsweredElsewhere,
    Unanswered,
    /// Detail: the outcome.
    Closed,
    /// Detail: why the customer got no answer.
    ClosedSilently,
    /// Without a member: the customer wrote back, or said that it did not help.
    Reopened,
    /// Detail: the step, from 1.
    Escalated,
    /// Detail: `yes`, `partly` or `no`.
    Helped,
    /// Detail: the step's words.
    StepDone,
}

impl What {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Priority => "priority",
            Self::AnsweredElsewhere => "answered_elsewhere",
            Self::Unanswered => "unanswered",
            Self::Closed => "closed",
            Self::ClosedSilently => "closed_silently",
            Self::Reopened => "reopened",
            Self::Escalated => "escalated",
            Self::Helped => "helped",
            Self::StepDone => "step_done",
        }
    }

    /// As webhooks tell it. The case says who has it, how urgent it is and what came of it.
    fn told<'a>(self, by: Option<&'a str>, detail: Option<&str>) -> Happened<'a> {
        let happened = |event| Happened::new(event, by);
        match self {
            Self::Assigned => happened(Event::CaseAssigned),
            Self::Priority => happened(Event::CasePriority),
            Self::AnsweredElsewhere => happened(Event::CaseAnswered),
            Self::Unanswered => happened(Event::CaseUnanswered),
            Self::Closed => happened(Event::CaseClosed),
            Self::ClosedSilently => happened(Event::CaseClosed).text("why_no_answer", detail),
            Self::Reopened => happened(Event::CaseReopened),
            Self::Escalated => happened(Event::CaseEscalated),
            Self::Helped => happened(Event::CaseHelped),
            Self::StepDone => happened(Event::CaseStep).fact("is_done", true).text("step", detail),
        }
    }
}

/// Notes it and tells webhooks of it; the case is changed already. Returns its id, which no other event has.
pub async fn note(
    txn: &Txn,
    workspace: WorkspaceId,
    case: &str,
    by: Option<&str>,
    what: What,
    detail: Option<&str>,
) -> Result<String> {
    let env = txn.store().env();
    let id = env.secret();
    let row = event::ActiveModel {
        id: Set(id.clone()),
        workspace_id: Set(workspace.0),
        case_id: Set(case.to_owned()),
        at: Set(env.now().0),
        member_id: Set(by.map(str::to_owned)),
        kind: Set(what.as_str().into()),
        detail: Set(detail.map(str::to_owned)),
    };
    event::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    webhooks::case(txn, workspace, case, what.told(by, detail)).await?;
    Ok(id)
}
