//! Notices to members: a case is theirs, is late, names them, or its customer wrote back or complained again. They say that
//! something waits and where; what the customer wrote stays on the page, where roles decide who reads it.

use std::fmt;
use std::sync::Arc;

use kernel::{Error, Locale, MemberId, Result, WorkspaceId};
use store::Txn;
use store::entity::member;
use ui::Pages;
use ui::http::Web;

use crate::messages::{self, Kind, NewMessage};

/// Why a member gets a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Assigned,
    /// It is late.
    Escalated,
    Mentioned,
    /// The customer answered.
    Answered,
    /// Somebody else than the customer answered.
    Foreign,
    /// A mail to the customer was not delivered.
    Bounced,
    /// The customer said that it did not help.
    NotHelped,
    /// The customer complained again.
    Signal,
}

impl Reason {
    fn as_str(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Escalated => "escalated",
            Self::Mentioned => "mentioned",
            Self::Answered => "answered",
            Self::Foreign => "foreign",
            Self::Bounced => "bounced",
            Self::NotHelped => "not-helped",
            Self::Signal => "signal",
        }
    }
}

type Base = dyn Fn() -> String + Send + Sync;

/// Writes notices.
#[derive(Clone)]
pub struct Notices {
    pages: Pages,
    base: Arc<Base>,
    is_sent: bool,
}

impl fmt::Debug for Notices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Notices")
    }
}

impl Notices {
    /// `base` gives the server's address, without a slash at the end. Without a mail server none are written: Home and the
    /// queue say the same, and nobody would want those of months on the day that one is set up.
    pub fn new(pages: Pages, base: Arc<Base>, is_sent: bool) -> Self {
        Self { pages, base, is_sent }
    }

    /// For what is done on a page.
    pub fn of(web: &Web) -> Self {
        let address = web.config.base_url.clone();
        Self::new(web.pages.clone(), Arc::new(move || address.clone()), web.config.has_mail)
    }

    /// Puts a notice into the outbox, unless the member has left. `once` makes it one: whoever asks again with the same
    /// words changes nothing.
    pub async fn send(
        &self,
        txn: &Txn,
        workspace: WorkspaceId,
        to: &str,
        reason: Reason,
        (case, once): (&str, &str),
    ) -> Result<()> {
        let Some(member) = here(txn, workspace, to).await?.filter(|_| self.is_sent) else { return Ok(()) };
        let locale = Locale::parse(&member.locale).unwrap_or_default();
        let words = |part: &str| format!("notice-{}-{part}", reason.as_str());
        let subject = self.pages.plain(locale, &words("subject"), &[]);
        let address = format!("{}/act/cases/{case}", (self.base)().trim_end_matches('/'));
        let text = format!("{}\n\n{address}", self.pages.plain(locale, &words("text"), &[]));
        let key = format!("case:{case}:{}:{to}:{once}", reason.as_str());
        let notice = NewMessage {
            key: &key,
            kind: Kind::Notice,
            contact: None,
            address: &member.email,
            language: locale.code(),
            subject: &subject,
            text: &text,
            // A member who answers the notice is not the customer.
            thread: None,
            answers: None,
        };
        match messages::send(txn, workspace, notice).await {
            Ok(_) => Ok(()),
            // A member whose address is none still has the page.
            Err(Error::Refused(refusal)) => {
                tracing::warn!(member = to, refusal = refusal.code, "a notice cannot be sent");
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

/// A member who works here and may deal with cases.
pub async fn here(txn: &Txn, workspace: WorkspaceId, id: &str) -> Result<Option<member::Model>> {
    let member = txn.store().member(workspace, &MemberId::from_outside(id)).await?;
    Ok(member.filter(|member| member.disabled_at.is_none() && member.role() >= kernel::Role::Agent))
}
