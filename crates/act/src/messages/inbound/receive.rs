//! A mail that came in is put to its thread, kept once, and handed on in the same transaction.
//!
//! The thread is found by the Message-ID that a mail answers or by the signed token of the address that it was sent to,
//! never by its From line, which anybody can write. Whose thread it is decides whether From is believed: another sender's
//! mail is kept in the thread and marked.

use async_trait::async_trait;
use kernel::id::base32;
use kernel::{ContactId, MailId, Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use store::{Check, Store, Txn};

use super::bounce::{Bounce, Fate};
use super::parse::{Attachment, Parsed};
use super::quote::Split;
use crate::messages::blocks::Why;
use crate::messages::entity::{file, mail, message};
use crate::messages::kind::Purpose;
use crate::messages::outbox::line;
use crate::messages::post::came_back;
use crate::messages::status::{self, Teller};
use crate::messages::token::{self, Grant};

/// Mails that one thread hands on within an hour; with more, two programs are talking to each other.
pub const THREAD_HOURLY_MAX: u64 = 20;
/// Delays of one address within [`SOFT_MICROS`] after which it is not written to any more.
pub const SOFT_BOUNCES_MAX: usize = 5;
pub const SOFT_MICROS: i64 = 30 * kernel::time::DAY;
/// Reports about one address that are looked at: the latest.
const REPORTS_MAX: u64 = 500;

/// A mail that came in, as it is handed on.
#[derive(Clone, Debug)]
pub struct Received {
    pub id: MailId,
    /// The case or initiative.
    pub thread: String,
    /// Of the thread.
    pub contact: Option<ContactId>,
    /// Without brackets; what an answer refers to.
    pub message_id: Option<String>,
    pub from: String,
    pub from_name: Option<String>,
    /// Somebody else than the thread's customer wrote it: a note at most, never the customer's word.
    pub is_foreign: bool,
    /// A program wrote it: nobody waits for an answer.
    pub auto: bool,
    /// It is a report about a message of ours; its address has been dealt with.
    pub bounce: Option<Bounce>,
    pub subject: String,
    /// What the sender wrote.
    pub text: String,
    /// All of the text, where that is more.
    pub quoted: Option<String>,
    pub attachments: Vec<Attachment>,
    /// Names of files that were not kept.
    pub refused: Vec<String>,
    pub at: Timestamp,
}

/// Whoever is given mails that belong to threads: cases.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// Takes a mail, in the transaction that keeps it; each once.
    async fn received(&self, txn: &Txn, workspace: WorkspaceId, received: &Received) -> Result<()>;
}

/// Mails are kept and shown; nobody else is told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

#[async_trait]
impl Inbox for Nobody {
    async fn received(&self, _: &Txn, _: WorkspaceId, _: &Received) -> Result<()> {
        Ok(())
    }
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reception {
    /// It belongs to a thread and was handed on.
    Threaded,
    /// Nobody knows what it belongs to: it waits on the page of mails.
    Loose,
    /// It is a report about a message of ours.
    Report,
    /// Kept, but handed to nobody: a mail of ours, or too many in an hour.
    Held,
    /// It was there already.
    Known,
}

/// Takes a mail. `workspace` is where it was brought to: threads of others are not found from there. Without one (the
/// mailbox of the installation) the thread decides, and what has none goes to `home`.
pub async fn receive(
    store: &Store,
    workspace: Option<WorkspaceId>,
    home: WorkspaceId,
    parsed: Parsed,
    inbox: &dyn Inbox,
) -> Result<Reception> {
    let txn = store.write().await?;
    let about = about(&txn, &parsed).await?;
    let about = about.filter(|message| workspace.is_none_or(|workspace| workspace == message.workspace()));
    let workspace = workspace.or(about.as_ref().map(message::Model::workspace)).unwrap_or(home);
    let held = held(&txn, workspace, &parsed, about.as_ref()).await?;
    let received = Received::new(&txn, parsed.clone(), about.as_ref());
    if !keep(&txn, workspace, &received, &parsed, about.as_ref(), held).await? {
        return Ok(Reception::Known);
    }
    if let (Some(bounce), Some(message)) = (&received.bounce, &about) {
        settle(&txn, message, bounce).await?;
    }
    let is_threaded = about.as_ref().is_some_and(|message| message.thread.is_some());
    if held.is_none() && is_threaded {
        inbox.received(&txn, workspace, &received).await?;
    }
    txn.commit().await?;
    Ok(match (held, received.bounce, is_threaded) {
        (Some(_), ..) => Reception::Held,
        (_, Some(_), _) => Reception::Report,
        (.., true) => Reception::Threaded,
        _ => Reception::Loose,
    })
}

/// Our message that a mail answers, or that a report is about.
async fn about(txn: &Txn, parsed: &Parsed) -> Result<Option<message::Model>> {
    let reported = parsed.bounce.as_ref().and_then(|bounce| bounce.about.as_ref());
    for id in reported.into_iter().chain(&parsed.answers) {
        if let Some(found) = token::of_message_id(&**txn, id).await? {
            return Ok(Some(found));
        }
    }
    for address in &parsed.to {
        let token = address.split('@').next().and_then(|user| user.rsplit_once('+')).map(|(_, token)| token);
        if let Some(token) = token
            && let Some(found) = token::redeem(&**txn, Grant::Reply, token).await?
        {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Why a mail is handed to nobody.
async fn held(
    txn: &Txn,
    workspace: WorkspaceId,
    parsed: &Parsed,
    about: Option<&message::Model>,
) -> Result<Option<&'static str>> {
    if let Some(id) = &parsed.message_id
        && token::of_message_id(&**txn, id).await?.is_some()
    {
        return Ok(Some("own"));
    }
    let Some(thread) = about.and_then(|message| message.thread.as_deref()) else { return Ok(None) };
    let since = txn.store().env().now().minus(kernel::time::HOUR);
    let lately = mail::Entity::find()
        .filter(mail::Column::WorkspaceId.eq(workspace.0))
        .filter(mail::Column::Thread.eq(thread))
        .filter(mail::Column::ReceivedAt.gt(since.0))
        .count(&**txn)
        .await
        .check()?;
    Ok((lately >= THREAD_HOURLY_MAX).then_some("many"))
}

impl Received {
    fn new(txn: &Txn, parsed: Parsed, about: Option<&message::Model>) -> Self {
        let env = txn.store().env();
        let Split { own, is_cut } = parsed.own;
        Self {
            id: MailId::new(env),
            thread: about.and_then(|message| message.thread.clone()).unwrap_or_default(),
            contact: about.and_then(message::Model::contact),
            message_id: parsed.message_id,
            is_foreign: about.is_some_and(|message| !message.address.eq_ignore_ascii_case(&parsed.from)),
            from: parsed.from,
            from_name: parsed.from_name,
            auto: parsed.is_auto || parsed.bounce.is_some(),
            bounce: parsed.bounce,
            subject: parsed.subject,
            quoted: is_cut.then_some(parsed.text),
            text: own,
            attachments: parsed.attachments,
            refused: parsed.refused,
            at: env.now(),
        }
    }
}

/// Keeps a mail and its files; false where it is known.
async fn keep(
    txn: &Txn,
    workspace: WorkspaceId,
    received: &Received,
    parsed: &Parsed,
    about: Option<&message::Model>,
    held: Option<&str>,
) -> Result<bool> {
    let row = mail::ActiveModel {
        id: Set(received.id.to_string()),
        workspace_id: Set(workspace.0),
        digest: Set(base32(&parsed.digest)),
        message_id: Set(received.message_id.clone()),
        thread: Set(about.and_then(|message| message.thread.clone())),
        about: Set(about.map(|message| message.id.clone())),
        contact_id: Set(received.contact.as_ref().map(ToString::to_string)),
        from_address: Set(received.from.clone()),
        from_name: Set(received.from_name.clone()),
        is_foreign: Set(received.is_foreign),
        is_auto: Set(received.auto),
        held: Set(held.map(str::to_owned)),
        bounce: Set(received.bounce.as_ref().map(|bounce| bounce.fate.as_str().to_owned())),
        bounce_status: Set(received.bounce.as_ref().and_then(|bounce| bounce.status.clone())),
        subject: Set(received.subject.clone()),
        body: Set(received.text.clone()),
        full: Set(received.quoted.clone()),
        refused: Set(serde_json::to_string(&received.refused).map_err(kernel::Error::internal)?),
        received_at: Set(received.at.0),
        done_at: Set(None),
    };
    let known = OnConflict::columns([mail::Column::WorkspaceId, mail::Column::Digest]).do_nothing().to_owned();
    if mail::Entity::insert(row).on_conflict(known).exec_without_returning(&**txn).await.check()? == 0 {
        return Ok(false);
    }
    for attachment in &received.attachments {
        let row = file::ActiveModel {
            id: Set(txn.store().env().secret()),
            workspace_id: Set(workspace.0),
            mail_id: Set(received.id.to_string()),
            name: Set(attachment.name.clone()),
            media_type: Set(attachment.media_type.clone()),
            size: Set(i64::try_from(attachment.bytes.len()).unwrap_or(i64::MAX)),
            bytes: Set(attachment.bytes.clone()),
        };
        file::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    }
    Ok(true)
}

/// Stops writing to an address that does not work, but not where we are to blame. It is the address of our message: what the
/// report says about others is not believed.
async fn settle(txn: &Txn, message: &message::Model, bounce: &Bounce) -> Result<()> {
    let status = bounce.status.as_deref().unwrap_or_default();
    let words = line(&format!("{status} {}", bounce.words.as_deref().unwrap_or_default()), 300);
    match bounce.fate {
        Fate::Delivered => Ok(()),
        Fate::Complaint => {
            if let Some(contact) = message.contact() {
                let workspace = message.workspace();
                crate::messages::consent::note(txn, workspace, &contact, Purpose::FollowUp, false, "complaint").await?;
            }
            came_back(txn, message, Some(Why::Complained), &words).await
        }
        Fate::Failed | Fate::Delayed => {
            // A mail that was given up after delays says nothing for good about its address, unless that goes on.
            let is_for_good = bounce.fate == Fate::Failed && !status.starts_with('4');
            let may_be_bad = status::condemns(bounce.status.as_deref(), Teller::Report);
            let is_bad = may_be_bad && (is_for_good || soft_bounces(txn, message).await? >= SOFT_BOUNCES_MAX);
            if is_bad || bounce.fate == Fate::Failed {
                came_back(txn, message, is_bad.then_some(Why::Bounced), &words).await?;
            }
            Ok(())
        }
    }
}

/// Whether the owner of its address called this very message spam: it arrived.
pub(crate) async fn was_called_spam(db: &impl ConnectionTrait, message: &message::Model) -> Result<bool> {
    let reports = mail::Entity::find()
        .filter(mail::Column::WorkspaceId.eq(message.workspace_id))
        .filter(mail::Column::About.eq(&message.id))
        .filter(mail::Column::Bounce.eq(Fate::Complaint.as_str()))
        .count(db)
        .await
        .check()?;
    Ok(reports > 0)
}

/// How many reports of delays there were lately about an address, this one included. Those that are about us do not count.
async fn soft_bounces(txn: &Txn, message: &message::Model) -> Result<usize> {
    let to_it = Query::select()
        .column(message::Column::Id)
        .from(message::Entity)
        .and_where(message::Column::WorkspaceId.eq(message.workspace_id))
        .and_where(message::Column::Address.eq(&message.address))
        .to_owned();
    let statuses: Vec<Option<String>> = mail::Entity::find()
        .select_only()
        .column(mail::Column::BounceStatus)
        .filter(mail::Column::WorkspaceId.eq(message.workspace_id))
        .filter(mail::Column::Bounce.is_in([Fate::Delayed.as_str(), Fate::Failed.as_str()]))
        .filter(mail::Column::ReceivedAt.gt(txn.store().env().now().minus(SOFT_MICROS).0))
        .filter(mail::Column::About.in_subquery(to_it))
        .order_by_desc(mail::Column::Id)
        .limit(REPORTS_MAX)
        .into_tuple()
        .all(&**txn)
        .await
        .check()?;
    Ok(statuses.iter().filter(|status| !status::is_ours(status.as_deref())).count())
}
