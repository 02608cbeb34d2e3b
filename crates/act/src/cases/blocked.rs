//! That the address of an answer is blocked, said before somebody writes one.

use kernel::{ContactId, Result, Timestamp};
use serde::Serialize;
use ui::http::Asking;

use super::entity::case;
use crate::messages::stop::{self, To};
use crate::messages::{self, Kind, blocks};

#[derive(Clone, Debug, Serialize)]
pub struct Blocked {
    /// `bounced` or `complained`.
    why: &'static str,
    at: Timestamp,
    /// The page of the message that led to it, where the block can be lifted.
    about: Option<String>,
    /// They have written to us since: this answer may go.
    may_answer: bool,
}

/// None where nothing blocks the address.
pub async fn of(asking: &Asking, found: &case::Model, address: &str) -> Result<Option<Blocked>> {
    let (db, workspace) = (asking.store().reads(), asking.workspace());
    let block = blocks::of(db, workspace, address).await?.filter(|block| block.lifted.is_none());
    let Some(block) = block else { return Ok(None) };
    let contact = found.contact_id.as_ref().map(ContactId::from_outside);
    let to = To { kind: Kind::CaseReply, contact: contact.as_ref(), address, thread: Some(&found.id) };
    let is_stopped = matches!(stop::stop(db, workspace, to).await?, Some(stop::Stop::Blocked(_)));
    let about = match &block.about {
        Some(about) => messages::link(db, workspace, about).await?,
        None => None,
    };
    Ok(Some(Blocked { why: block.why.as_str(), at: block.at, about, may_answer: !is_stopped }))
}
