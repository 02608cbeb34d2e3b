//! The outbox: one message for one reason, once.

use kernel::{ContactId, MessageId, Refusal, Result, Timestamp, WorkspaceId};
use lettre::Address;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use store::{Check, Txn};

use super::entity::{mail, message};
use super::kind::{Kind, State};
use super::stop::{self, Stop, To};
use super::token::Signer;

/// Characters of a subject; more is cut.
pub const SUBJECT_CHARS_MAX: usize = 200;
/// Characters of a text; more is refused.
pub const TEXT_CHARS_MAX: usize = 50_000;
/// Rows of a history that is asked for in one piece.
pub const HISTORY_MAX: u64 = 500;

/// A message to be sent.
#[derive(Clone, Debug)]
pub struct NewMessage<'a> {
    /// Says what the message is for, e.g. `case:case_1:reply:2`. Whoever asks again with the same key gets the first one.
    pub key: &'a str,
    pub kind: Kind,
    /// None for notices to members.
    pub contact: Option<&'a ContactId>,
    pub address: &'a str,
    /// BCP 47 tag of subject and text; direction and the words around the text follow from it.
    pub language: &'a str,
    pub subject: &'a str,
    /// Plain text; an empty line ends a paragraph.
    pub text: &'a str,
    /// The case or initiative; answers come back with it.
    pub thread: Option<&'a str>,
    /// The mail that it answers.
    pub answers: Option<&'a super::Received>,
}

/// What became of a new message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    pub id: MessageId,
    pub state: State,
    /// False where the key was known: nothing new will be sent.
    pub is_new: bool,
}

/// Puts a message into the outbox, in the transaction of the state change that it tells of.
///
/// # Errors
/// `bad_address` at `address`, `text_too_long` at `text`, `required` at `subject` or `text`.
pub async fn send(txn: &Txn, workspace: WorkspaceId, new: NewMessage<'_>) -> Result<Posted> {
    let (address, subject, text) = checked(&new)?;
    let (env, signer) = (txn.store().env(), Signer::of(txn, workspace).await?);
    let (id, now) = (MessageId::new(env), env.now());
    let to = To { kind: new.kind, contact: new.contact, address: &address, thread: new.thread };
    let state = stop::judge(&**txn, workspace, to).await?;
    let row = message::ActiveModel {
        id: Set(id.to_string()),
        workspace_id: Set(workspace.0),
        contact_id: Set(new.contact.map(ToString::to_string)),
        address: Set(address),
        kind: Set(new.kind.as_str().into()),
        language: Set(new.language.to_owned()),
        subject: Set(subject),
        body: Set(text),
        thread: Set(new.thread.map(str::to_owned)),
        key: Set(new.key.to_owned()),
        message_id: Set(signer.message_id(new.key)),
        domain: Set(None),
        in_reply_to: Set(new.answers.and_then(|answered| answered.message_id.clone())),
        state: Set(state.as_str().into()),
        attempts: Set(0),
        next_at: Set(now.0),
        leased_until: Set(None),
        leased_by: Set(None),
        last_error: Set(None),
        by_hand: Set(false),
        created_at: Set(now.0),
        sent_at: Set(None),
    };
    let known = OnConflict::columns([message::Column::WorkspaceId, message::Column::Key]).do_nothing().to_owned();
    let made = message::Entity::insert(row).on_conflict(known).exec_without_returning(&**txn).await.check()?;
    if made == 1 {
        return Ok(Posted { id, state, is_new: true });
    }
    let first = message::Entity::find()
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .filter(message::Column::Key.eq(new.key))
        .one(&**txn)
        .await
        .check()?
        .ok_or_else(|| kernel::Error::internal("a message with a known key is not there"))?;
    Ok(Posted { state: first.state(), id: first.id(), is_new: false })
}

fn checked(new: &NewMessage<'_>) -> Result<(String, String, String), Refusal> {
    let address: Address = new.address.trim().parse().map_err(|_| Refusal::new("bad_address").at("address"))?;
    let subject = line(new.subject, SUBJECT_CHARS_MAX);
    let text = new.text.replace("\r\n", "\n").replace('\0', "").trim().to_owned();
    if subject.is_empty() {
        return Err(Refusal::new("required").at("subject"));
    }
    if text.is_empty() {
        return Err(Refusal::new("required").at("text"));
    }
    if text.chars().count() > TEXT_CHARS_MAX {
        return Err(Refusal::new("message_too_long").at("text").with("max", TEXT_CHARS_MAX.to_string()));
    }
    Ok((address.to_string(), subject, text))
}

/// One line: breaks and other control characters become blanks, so that none begins a header.
pub(crate) fn line(text: &str, chars_max: usize) -> String {
    let blank = |c: char| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c };
    let line: String = text.chars().map(blank).take(chars_max).collect();
    line.trim().to_owned()
}

impl message::Model {
    /// What stands in its way by now.
    pub(super) async fn stop(&self, db: &impl ConnectionTrait) -> Result<Option<Stop>> {
        let contact = self.contact();
        stop::stop(db, self.workspace(), self.to(contact.as_ref())).await
    }

    fn to<'a>(&'a self, contact: Option<&'a ContactId>) -> To<'a> {
        To { kind: self.kind(), contact, address: &self.address, thread: self.thread.as_deref() }
    }

    /// Whether a member may send it by hand: one that waits like any other, one that the mail server gave up unless its
    /// customer said no.
    pub(super) fn may_go_by_hand(&self, stop: Option<Stop>) -> bool {
        match self.state() {
            State::Queued => stop.is_none(),
            State::Failed => !stop.is_some_and(Stop::is_a_no),
            _ => false,
        }
    }

    pub fn id(&self) -> MessageId {
        MessageId::from_outside(&self.id)
    }

    pub fn workspace(&self) -> WorkspaceId {
        WorkspaceId(self.workspace_id)
    }

    pub fn contact(&self) -> Option<ContactId> {
        self.contact_id.as_ref().map(ContactId::from_outside)
    }

    pub fn kind(&self) -> Kind {
        Kind::parse(&self.kind).unwrap_or(Kind::Notice)
    }

    pub fn state(&self) -> State {
        State::parse(&self.state).unwrap_or(State::Failed)
    }

    pub fn created_at(&self) -> Timestamp {
        Timestamp(self.created_at)
    }
}

/// Which messages a list holds.
#[derive(Clone, Debug, Default)]
pub struct Filter<'a> {
    pub state: Option<State>,
    pub contact: Option<&'a str>,
    pub thread: Option<&'a str>,
}

impl Filter<'_> {
    fn query(&self, workspace: WorkspaceId) -> sea_orm::Select<message::Entity> {
        let mut query = message::Entity::find().filter(message::Column::WorkspaceId.eq(workspace.0));
        if let Some(state) = self.state {
            query = query.filter(message::Column::State.eq(state.as_str()));
        }
        if let Some(contact) = self.contact {
            query = query.filter(message::Column::ContactId.eq(contact));
        }
        if let Some(thread) = self.thread {
            query = query.filter(message::Column::Thread.eq(thread));
        }
        query
    }
}

/// Messages that went out or will, the newest first.
pub async fn list(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    filter: &Filter<'_>,
    skip: u64,
    limit: u64,
) -> Result<Vec<message::Model>> {
    let query = filter.query(workspace).order_by_desc(message::Column::Id);
    query.offset(skip).limit(limit.min(HISTORY_MAX)).all(db).await.check()
}

/// How far each has come, as pages show it: what waits and may not go any more is what it will be when its turn comes.
pub async fn shown(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    messages: &[message::Model],
) -> Result<Vec<State>> {
    let waiting = || messages.iter().filter(|message| message.state() == State::Queued);
    let contacts: Vec<Option<ContactId>> = waiting().map(message::Model::contact).collect();
    let to: Vec<To<'_>> = waiting().zip(&contacts).map(|(message, contact)| message.to(contact.as_ref())).collect();
    let mut stops = stop::stops(db, workspace, &to).await?.into_iter();
    let state = |message: &message::Model| match message.state() {
        State::Queued => stops.next().flatten().map_or(State::Queued, Stop::state),
        state => state,
    };
    Ok(messages.iter().map(state).collect())
}

/// How many there are.
pub async fn count(db: &impl ConnectionTrait, workspace: WorkspaceId, filter: &Filter<'_>) -> Result<u64> {
    filter.query(workspace).count(db).await.check()
}

/// One message of a workspace.
pub async fn find(db: &impl ConnectionTrait, workspace: WorkspaceId, id: &str) -> Result<message::Model> {
    message::Entity::find_by_id(id)
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .one(db)
        .await
        .check()?
        .ok_or(kernel::Error::NotFound("message"))
}

/// The page of a message, if it is (still) there.
pub(crate) async fn link(db: &impl ConnectionTrait, workspace: WorkspaceId, id: &MessageId) -> Result<Option<String>> {
    let found = message::Entity::find_by_id(id.as_str())
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .one(db)
        .await
        .check()?;
    Ok(found.map(|found| format!("/act/messages/{}", found.id)))
}

/// The language in which a thread's customer was last asked whether it helped.
pub async fn survey_language(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    thread: &str,
) -> Result<Option<String>> {
    let asked = message::Entity::find()
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .filter(message::Column::Thread.eq(thread))
        .filter(message::Column::Kind.eq(Kind::CaseSurvey.as_str()))
        .order_by_desc(message::Column::Id)
        .one(db)
        .await
        .check()?;
    Ok(asked.map(|message| message.language))
}

/// The mails that came into a thread, the oldest first; with [`list`] the whole correspondence.
pub async fn came_in(db: &impl ConnectionTrait, workspace: WorkspaceId, thread: &str) -> Result<Vec<mail::Model>> {
    mail::Entity::find()
        .filter(mail::Column::WorkspaceId.eq(workspace.0))
        .filter(mail::Column::Thread.eq(thread))
        .order_by_asc(mail::Column::Id)
        .limit(HISTORY_MAX)
        .all(db)
        .await
        .check()
}

/// Has a message tried again that was given up or held; it is judged anew. A block of its address stands: members lift it with
/// a reason ([`super::lift`]).
///
/// # Errors
/// `message_is_under_way` where nothing waits for a person.
pub async fn replay(txn: &Txn, workspace: WorkspaceId, id: &str) -> Result<State> {
    let found = find(&**txn, workspace, id).await?;
    if !found.state().may_be_replayed() {
        return Err(Refusal::new("message_is_under_way").into());
    }
    let state = found.stop(&**txn).await?.map_or(State::Queued, Stop::state);
    let tried = message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(state.as_str()))
        .col_expr(message::Column::Attempts, Expr::value(0))
        .col_expr(message::Column::NextAt, Expr::value(txn.store().env().now().0))
        .filter(message::Column::Id.eq(id))
        // Meanwhile somebody else may have asked, and it may be on its way or sent.
        .filter(message::Column::State.eq(found.state.as_str()))
        .exec(&**txn)
        .await
        .check()?;
    if tried.rows_affected == 0 {
        return Err(Refusal::new("message_is_under_way").into());
    }
    Ok(state)
}

/// Notes that a member has sent a message with a program of their own, and returns what it was before, for
/// taking that back; none where its customer has said no since: then it is held. Of two who say so at once, one is told.
///
/// # Errors
/// `message_is_under_way` where it does not wait any more.
pub async fn sent_by_hand(txn: &Txn, workspace: WorkspaceId, id: &str) -> Result<Option<State>> {
    let found = find(&**txn, workspace, id).await?;
    let under_way = || Refusal::new("message_is_under_way");
    if !matches!(found.state(), State::Queued | State::Failed) {
        return Err(under_way().into());
    }
    let stop = found.stop(&**txn).await?;
    let is_sent = found.may_go_by_hand(stop);
    let state = if is_sent { State::Sent } else { stop.map_or(State::Queued, Stop::state) };
    let mut update = message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(state.as_str()))
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::State.eq(found.state.as_str()));
    if is_sent {
        update = update
            .col_expr(message::Column::ByHand, Expr::value(true))
            .col_expr(message::Column::SentAt, Expr::value(Some(txn.store().env().now().0)));
    }
    if update.exec(&**txn).await.check()?.rows_affected == 0 {
        return Err(under_way().into());
    }
    Ok(is_sent.then(|| found.state()))
}

/// Takes back [`sent_by_hand`]: the message is again what it was, so that none that was given up goes out by itself.
pub(super) async fn not_sent_by_hand(txn: &Txn, workspace: WorkspaceId, id: &str, was: State) -> Result<()> {
    message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(was.as_str()))
        .col_expr(message::Column::ByHand, Expr::value(false))
        .col_expr(message::Column::SentAt, Expr::value(None::<i64>))
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::ByHand.eq(true))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}
