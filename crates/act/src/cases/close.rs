//! Closing a case: why it came to be, what was done, what came of it; and opening it again.

use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use kernel::{ContactId, Error, Locale, Refusal, Result, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
use store::links::{self, Kind as Thing, Node};
use store::{Check, Txn};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::case::{self, Column};
use super::event::{self, What};
use super::show::{self, Typed};
use super::view::{Reads, Titles};
use super::{customer, inbox};
use crate::messages::stop::{To, judge};
use crate::messages::{self, Kind, NewMessage, State, case_token};

/// What can come of a case.
pub const OUTCOMES: [&str; 4] = ["solved", "partly", "not_solved", "no_answer"];
/// Characters of root cause, action and reason each.
pub const WORDS_CHARS_MAX: usize = 1_000;

/// What stands in the form of closing.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Draft {
    pub root_cause: String,
    pub action: String,
    pub outcome: String,
    /// Why the customer gets no answer.
    pub reason: String,
    pub ask: bool,
}

impl Draft {
    pub fn typed(form: &Fields) -> Self {
        let field = |name| form.get(name).unwrap_or_default().to_owned();
        Self {
            root_cause: field("root_cause"),
            action: field("action"),
            outcome: field("outcome"),
            reason: field("reason"),
            ask: form.has("ask"),
        }
    }

    pub fn checked(&self, needs_reason: bool) -> Result<(), Refusal> {
        for (name, text) in [("root_cause", &self.root_cause), ("action", &self.action), ("reason", &self.reason)] {
            if text.chars().count() > WORDS_CHARS_MAX {
                return Err(Refusal::new("too_long").at(name).with("max", WORDS_CHARS_MAX.to_string()));
            }
        }
        if !OUTCOMES.contains(&self.outcome.as_str()) {
            return Err(Refusal::new("required").at("outcome"));
        }
        if needs_reason && self.reason.is_empty() {
            return Err(Refusal::new("why_no_answer").at("reason"));
        }
        Ok(())
    }
}

/// Fields `root_cause`, `action`, `outcome`, `reason`, `ask`.
///
/// # Errors
/// `required` at `outcome`; `why_no_answer` at `reason` where the customer was not answered; `too_long`. 409
/// `case_is_closed` where somebody else was first: the page comes back with everything that was typed.
pub async fn close(agent: Agent, Extension(reads): Extension<Reads>, Path(id): Path<String>, form: Fields) -> Reply {
    let draft = Draft::typed(&form);
    match settle(&agent, &id, &draft).await {
        Ok((case, is_unasked)) => {
            let flash = if is_unasked { "case-flash-closed-unasked" } else { "case-flash-closed" };
            let case = format!("/act/cases/{case}");
            Ok(see_other(&case).flash_undo(flash, &format!("{case}/reopen")))
        }
        Err(Error::Refused(refusal)) => {
            let is_late = refusal.code == "case_is_closed";
            let typed = Typed { close: Some(draft), ..Typed::refused(&agent, &refusal, "close") };
            let mut page = show::page(&agent, &reads, &id, typed).await?;
            if is_late {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            Ok(page)
        }
        Err(error) => Err(error.into()),
    }
}

/// The case's id, and whether the customer was to be asked and may not be.
async fn settle(asking: &Asking, id: &str, draft: &Draft) -> Result<(String, bool)> {
    let txn = asking.store().write().await?;
    let (found, member) = (super::hold(&txn, asking, id).await?, asking.member());
    let is_silent = found.answered_at.is_none();
    draft.checked(is_silent && found.closed_at.is_none())?;
    shut(&txn, &found, member.as_str(), draft).await?;
    let is_unasked = draft.ask && !is_silent && !ask(&txn, asking, &found).await?;
    let detail = json!({ "outcome": draft.outcome, "answered": !is_silent });
    let deed = Deed { actor: member.as_str(), action: "case.close", subject: &found.id, detail };
    audit::note(&txn, asking.workspace(), deed).await?;
    txn.commit().await?;
    Ok((found.id, is_unasked))
}

/// Closes it, unless somebody was first.
///
/// # Errors
/// `case_is_closed`.
pub async fn shut(txn: &Txn, found: &case::Model, member: &str, draft: &Draft) -> Result<()> {
    let now = txn.store().env().now().0;
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let closed = case::Entity::update_many()
        .col_expr(Column::ClosedAt, Expr::value(Some(now)))
        .col_expr(Column::ClosedBy, Expr::value(Some(member)))
        .col_expr(Column::RootCause, Expr::value(some(&draft.root_cause)))
        .col_expr(Column::Action, Expr::value(some(&draft.action)))
        .col_expr(Column::Outcome, Expr::value(Some(draft.outcome.as_str())))
        .col_expr(Column::Helped, Expr::value(None::<String>))
        .col_expr(Column::AgainAt, Expr::value(None::<i64>))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .filter(Column::Id.eq(&found.id))
        .filter(Column::ClosedAt.is_null())
        .exec(&**txn)
        .await
        .check()?;
    if closed.rows_affected == 0 {
        return Err(Refusal::new("case_is_closed").into());
    }
    let workspace = kernel::WorkspaceId(found.workspace_id);
    let (what, detail) = match found.answered_at {
        Some(_) => (What::Closed, draft.outcome.as_str()),
        None => (What::ClosedSilently, draft.reason.as_str()),
    };
    event::note(txn, workspace, &found.id, Some(member), what, Some(detail)).await?;
    Ok(())
}

/// Asks the customer whether it helped, where there is an address that may be written to; whether it is asked.
async fn ask(txn: &Txn, asking: &Asking, found: &case::Model) -> Result<bool> {
    let (store, workspace, now) = (asking.store(), asking.workspace(), asking.web.env().now());
    let customer = customer::of(store, workspace, found).await?;
    let Some(address) = customer.address else { return Ok(false) };
    let contact = found.contact_id.as_ref().map(ContactId::from_outside);
    let to = To { kind: Kind::CaseSurvey, contact: contact.as_ref(), address: &address, thread: Some(&found.id) };
    let state = judge(&**txn, workspace, to).await?;
    if state != State::Queued {
        return Ok(false);
    }
    let titles = Titles::of(asking).await?;
    let language = titles.language(found).unwrap_or_else(|| asking.locale.code().to_owned());
    let locale = Locale::parse(&language).unwrap_or_default();
    let token = case_token(txn, workspace, &found.id, now).await?;
    let link = asking.web.url(&format!("/m/{token}/helped"));
    let words =
        |key: &str| asking.web.pages.plain(locale, key, &[("workspace", asking.workspace.title.as_str().into())]);
    let text = format!("{}\n\n{link}\n\n{}", words("helped-mail-text"), words("helped-mail-thanks"));
    let posted = messages::send(
        txn,
        workspace,
        NewMessage {
            key: &format!("case:{}:helped:{}", found.id, now.0),
            kind: Kind::CaseSurvey,
            contact: contact.as_ref(),
            address: &address,
            language: locale.code(),
            subject: &words("helped-mail-subject"),
            text: &text,
            thread: Some(&found.id),
            answers: None,
        },
    )
    .await?;
    asked(txn, &found.id, now).await?;
    let message = Node::new(Thing::Message, &posted.id);
    links::join(txn, workspace, &[Node::new(Thing::Case, &found.id)], &message).await?;
    Ok(true)
}

async fn asked(txn: &Txn, id: &str, at: Timestamp) -> Result<()> {
    case::Entity::update_many()
        .col_expr(Column::AskedAt, Expr::value(Some(at.0)))
        .filter(Column::Id.eq(id))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}

/// The case is open again, with a new time to answer.
pub async fn reopen(agent: Agent, Path(id): Path<String>) -> Reply {
    let txn = agent.store().write().await?;
    let (found, member) = (super::hold(&txn, &agent, &id).await?, agent.member());
    if found.closed_at.is_some() {
        inbox::again(&txn, agent.workspace(), &found, None).await?;
        event::note(&txn, agent.workspace(), &found.id, Some(member.as_str()), What::Reopened, None).await?;
        let deed = Deed { actor: member.as_str(), action: "case.reopen", subject: &found.id, detail: json!({}) };
        audit::note(&txn, agent.workspace(), deed).await?;
        txn.commit().await?;
    }
    Ok(see_other(&format!("/act/cases/{}", found.id)).flash("case-flash-reopened"))
}
