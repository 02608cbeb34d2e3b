//! Answering the customer by e-mail, from the case.

use axum::extract::{Extension, Path};
use kernel::{ContactId, Error, Locale, Refusal, Result};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
use store::links::{self, Kind as Thing, Node};
use store::{Check, Txn};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::case;
use super::show::{self, Typed};
use super::view::Reads;
use crate::messages::{self, Desk, Kind, NewMessage, Received, State, entity::mail};
use crate::webhooks::{self, Event, Happened};

/// Characters of the word that makes one press of the button one answer.
const ONCE_CHARS_MAX: usize = 40;

/// What stands in the form of an answer.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Draft {
    pub address: String,
    pub subject: String,
    pub text: String,
    /// BCP 47 tag.
    pub language: String,
    /// New with each page: pressing twice sends once.
    pub once: String,
}

impl Draft {
    pub fn typed(form: &Fields) -> Self {
        let field = |name| form.get(name).unwrap_or_default().to_owned();
        Self {
            address: field("address"),
            subject: field("subject"),
            text: field("text"),
            language: field("language"),
            once: field("once"),
        }
    }

    /// The languages that an answer can be in by a choice; any other tag is taken as it is.
    pub fn languages(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> =
            Locale::all().iter().map(|locale| (locale.code().to_owned(), locale.own_name().to_owned())).collect();
        if !self.language.is_empty() && !all.iter().any(|(tag, _)| *tag == self.language) {
            all.insert(0, (self.language.clone(), self.language.clone()));
        }
        all
    }
}

/// Fields `address`, `subject`, `text`, `language`, `once`.
///
/// # Errors
/// `bad_address`, `address_blocked`, `contact_said_no` at `address`; `required` at `subject` or `text`; `message_too_long`
/// at `text`. The page comes back with everything that was typed.
pub async fn reply(
    agent: Agent,
    Extension(reads): Extension<Reads>,
    Extension(desk): Extension<Desk>,
    Path(id): Path<String>,
    form: Fields,
) -> Reply {
    let draft = Draft::typed(&form);
    match answer(&agent, &id, &draft).await {
        Ok(case) => {
            let flash = if desk.has_smtp { "case-flash-replied" } else { "case-flash-reply-by-hand" };
            Ok(see_other(&format!("/act/cases/{case}")).flash(flash))
        }
        Err(Error::Refused(refusal)) => {
            let typed = Typed { reply: Some(draft), ..Typed::refused(&agent, &refusal, "reply") };
            show::page(&agent, &reads, &id, typed).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Message, state, history, audit and link are one write.
async fn answer(asking: &Asking, id: &str, draft: &Draft) -> Result<String> {
    let txn = asking.store().write().await?;
    let (found, workspace) = (super::hold(&txn, asking, id).await?, asking.workspace());
    let contact = found.contact_id.as_ref().map(ContactId::from_outside);
    let answered = last_mail(&txn, asking, &found).await?;
    let once: String = draft.once.chars().filter(char::is_ascii_alphanumeric).take(ONCE_CHARS_MAX).collect();
    let once = if once.is_empty() { asking.web.env().secret() } else { once };
    let key = format!("case:{}:reply:{once}", found.id);
    let language = if draft.language.is_empty() { asking.locale.code() } else { draft.language.as_str() };
    let new = NewMessage {
        key: &key,
        kind: Kind::CaseReply,
        contact: contact.as_ref(),
        address: &draft.address,
        language,
        subject: &draft.subject,
        text: &draft.text,
        thread: Some(&found.id),
        answers: answered.as_ref(),
    };
    let posted = messages::send(&txn, workspace, new).await?;
    if !posted.is_new {
        return Ok(found.id);
    }
    // It would reach nobody: the member knows other ways, and the customer still waits.
    match posted.state {
        State::Suppressed => return Err(Refusal::new("address_blocked").at("address").into()),
        State::HeldWithoutConsent => return Err(Refusal::new("contact_said_no").at("address").into()),
        _ => {}
    }
    mark(&txn, &found, asking.member().as_str()).await?;
    let by = asking.member();
    let replied = Happened::new(Event::CaseReplied, Some(by.as_str())).fact("message", posted.id.as_str());
    let replied = replied.text("subject", Some(&draft.subject)).text("reply", Some(&draft.text));
    webhooks::case(&txn, workspace, &found.id, replied).await?;
    let message = Node::new(Thing::Message, &posted.id);
    links::join(&txn, workspace, &[Node::new(Thing::Case, &found.id)], &message).await?;
    let (actor, detail) = (asking.member(), json!({ "message": posted.id }));
    let deed = Deed { actor: actor.as_str(), action: "case.reply", subject: &found.id, detail };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(found.id)
}

/// The customer has an answer: the first one is remembered, and whoever gave it owns the case if nobody did.
pub async fn mark(txn: &Txn, found: &case::Model, member: &str) -> Result<()> {
    let now = txn.store().env().now().0;
    let mut row = case::ActiveModel {
        id: Set(found.id.clone()),
        again_at: Set(None),
        updated_at: Set(now),
        ..Default::default()
    };
    if found.answered_at.is_none() {
        row.answered_at = Set(Some(now));
        row.answered_by = Set(Some(member.to_owned()));
    }
    if found.owner.is_none() {
        row.owner = Set(Some(member.to_owned()));
    }
    case::Entity::update(row).exec(&**txn).await.check()?;
    Ok(())
}

/// The customer's own latest mail, which the answer refers to.
async fn last_mail(txn: &Txn, asking: &Asking, found: &case::Model) -> Result<Option<Received>> {
    let mails = messages::came_in(&**txn, asking.workspace(), &found.id).await?;
    let own = mails.into_iter().rev().find(|mail| !mail.is_foreign && !mail.is_auto && mail.held.is_none());
    Ok(own.map(received))
}

fn received(mail: mail::Model) -> Received {
    Received {
        id: kernel::MailId::from_outside(mail.id),
        thread: mail.thread.unwrap_or_default(),
        contact: mail.contact_id.map(ContactId::from_outside),
        message_id: mail.message_id,
        from: mail.from_address,
        from_name: mail.from_name,
        is_foreign: mail.is_foreign,
        auto: mail.is_auto,
        bounce: None,
        subject: mail.subject,
        text: mail.body,
        quoted: mail.full,
        attachments: Vec::new(),
        refused: Vec::new(),
        at: kernel::Timestamp(mail.received_at),
    }
}
