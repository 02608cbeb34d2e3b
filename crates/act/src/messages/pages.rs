//! The outbox as members see it: what waits, what went, what did not.

use axum::extract::{Extension, Path, Query};
use kernel::{MemberId, Refusal, Result, Role, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Txn;
use store::audit::{self, Deed};
use ui::Section;
use ui::http::{Agent, Asking, Flash, Reply, encode, see_other};

use super::blocks::{self, Block};
use super::entity::message;
use super::kind::{Kind, State};
use super::outbox::{self, Filter};
use super::post::by_hand;
use super::stop::Stop;
use super::{Desk, inbound, mails, status};

const PAGE_ROWS: u64 = 50;
/// Pages that can be turned to.
const PAGES_MAX: u64 = 200;
/// Characters of a text in a list.
const GLANCE_CHARS: usize = 120;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    state: String,
    contact: Option<String>,
    #[serde(default)]
    page: u64,
}

#[derive(Serialize)]
struct List {
    has_smtp: bool,
    /// `all` or a state.
    which: &'static str,
    tabs: Vec<Tab>,
    contact: Option<String>,
    rows: Vec<Row>,
    /// Mails that came in and belong to nothing.
    loose: u64,
    page: u64,
    has_more: bool,
    may_configure: bool,
}

#[derive(Serialize)]
struct Tab {
    which: &'static str,
    count: u64,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct Row {
    id: String,
    kind: Kind,
    state: State,
    address: String,
    subject: String,
    glance: String,
    language: String,
    at: Timestamp,
    attempts: i32,
    by_hand: bool,
    error: Option<String>,
}

impl Row {
    fn of(message: message::Model, state: State) -> Self {
        Self {
            kind: message.kind(),
            state,
            at: Timestamp(message.sent_at.unwrap_or(message.created_at)),
            glance: message.body.chars().take(GLANCE_CHARS).collect(),
            id: message.id,
            address: message.address,
            subject: message.subject,
            language: message.language,
            attempts: message.attempts,
            by_hand: message.by_hand,
            error: message.last_error,
        }
    }
}

pub async fn list(agent: Agent, Extension(desk): Extension<Desk>, Query(asked): Query<Asked>) -> Reply {
    let (db, workspace) = (agent.store().reads(), agent.workspace());
    let state = State::parse(&asked.state);
    let contact = asked.contact.as_deref().filter(|contact| !contact.is_empty());
    let filter = Filter { state, contact, thread: None };
    let page = asked.page.min(PAGES_MAX);
    let mut rows = outbox::list(db, workspace, &filter, page * PAGE_ROWS, PAGE_ROWS + 1).await?;
    let has_more = rows.len() as u64 > PAGE_ROWS && page < PAGES_MAX;
    rows.truncate(PAGE_ROWS as usize);
    let states = outbox::shown(db, workspace, &rows).await?;
    let list = List {
        has_smtp: desk.has_smtp,
        which: state.map_or("all", State::as_str),
        tabs: tabs(&agent, state, contact).await?,
        contact: contact.map(encode),
        rows: rows.into_iter().zip(states).map(|(row, state)| Row::of(row, state)).collect(),
        loose: mails::loose(&agent).await?,
        page,
        has_more,
        may_configure: agent.role() >= Role::Admin,
    };
    agent.page("act/messages.html", Section::Act, list).await
}

/// All, and each state that has any.
async fn tabs(agent: &Asking, current: Option<State>, contact: Option<&str>) -> Result<Vec<Tab>> {
    let mut tabs = Vec::new();
    for state in std::iter::once(None).chain(State::ALL.iter().copied().map(Some)) {
        let filter = Filter { state, contact, thread: None };
        let count = outbox::count(agent.store().reads(), agent.workspace(), &filter).await?;
        if count == 0 && state.is_some() && state != current {
            continue;
        }
        let which = state.map_or("all", State::as_str);
        let of_contact = contact.map(|contact| format!("&contact={}", encode(contact))).unwrap_or_default();
        let href = format!("/act/messages?state={which}{of_contact}");
        tabs.push(Tab { which, count, href, current: state == current });
    }
    Ok(tabs)
}

#[derive(Serialize)]
struct Shown {
    message: Row,
    body: String,
    thread: Option<String>,
    contact: Option<String>,
    next_at: Option<Timestamp>,
    created_at: Timestamp,
    sent_at: Option<Timestamp>,
    /// Why it may not go.
    why: Option<&'static str>,
    /// That its address is blocked.
    block: Option<Blocked>,
    /// That it was, and goes or went since.
    lifted: Option<Lifted>,
    /// It arrived, and its owner called it spam.
    was_called_spam: bool,
    /// What the mail server said is about us, not about the address.
    is_ours: bool,
    /// Why the block is to be lifted, as it was typed, and what is wrong with that.
    reason: String,
    reason_error: Option<String>,
    /// To be sent by hand.
    text: String,
    /// A new mail in the reader's own program.
    mailto: Option<String>,
    may_replay: bool,
    may_mark: bool,
    has_smtp: bool,
}

#[derive(Serialize)]
struct Blocked {
    why: &'static str,
    at: Timestamp,
    /// Another message that led to it.
    about: Option<String>,
    may_lift: bool,
}

#[derive(Serialize)]
struct Lifted {
    at: Timestamp,
    /// A member's name; none where they are gone.
    by: Option<String>,
    reason: String,
}

pub async fn show(agent: Agent, Extension(desk): Extension<Desk>, Path(id): Path<String>) -> Reply {
    page(&agent, &desk, &id, None).await
}

/// The page of a message; `typed` is why a block is to be lifted, and why that was not taken.
pub(super) async fn page(asking: &Asking, desk: &Desk, id: &str, typed: Option<(&str, &Refusal)>) -> Reply {
    let db = asking.store().reads();
    let found = outbox::find(db, asking.workspace(), id).await?;
    let state = found.state();
    let is_gone = matches!(state, State::Sending | State::Sent);
    let stop = if is_gone { None } else { found.stop(db).await? };
    let was_called_spam = inbound::was_called_spam(db, &found).await?;
    let may_mark = found.may_go_by_hand(stop) && !was_called_spam && (state == State::Failed || !desk.has_smtp);
    let block = blocks::of(db, asking.workspace(), &found.address).await?;
    let text = by_hand(db, &asking.web, &found).await?;
    let shown = Shown {
        body: found.body.clone(),
        thread: found.thread.clone().filter(|thread| ["case_", "ini_"].iter().any(|kind| thread.starts_with(kind))),
        contact: found.contact_id.as_deref().map(encode),
        next_at: (state == State::Queued && desk.has_smtp && stop.is_none()).then_some(Timestamp(found.next_at)),
        created_at: found.created_at(),
        sent_at: found.sent_at.map(Timestamp),
        mailto: may_mark.then(|| mailto(&found, &text)),
        text,
        why: stop.map(Stop::as_str),
        block: if is_gone { None } else { blocked(asking, &found, block.as_ref()).await? },
        lifted: lifted(asking, &found, block).await?,
        was_called_spam,
        is_ours: found.last_error.as_deref().is_some_and(|words| status::is_ours(status::first(words, '5'))),
        reason: typed.map(|(reason, _)| reason.to_owned()).unwrap_or_default(),
        reason_error: typed.map(|(_, refusal)| asking.words(refusal)),
        // A block is lifted first, by somebody who says why; and what arrived is not sent again.
        may_replay: state.may_be_replayed() && !matches!(stop, Some(Stop::Blocked(_))) && !was_called_spam,
        may_mark,
        has_smtp: desk.has_smtp,
        message: Row::of(found, shown_state(state, stop)),
    };
    match typed {
        Some(_) => asking.refused("act/message.html", Section::Act, shown).await,
        None => asking.page("act/message.html", Section::Act, shown).await,
    }
}

/// What stands in the way of all messages to the address, as far as the reader may know and do.
async fn blocked(asking: &Asking, found: &message::Model, block: Option<&Block>) -> Result<Option<Blocked>> {
    let Some(block) = block.filter(|block| block.lifted.is_none()) else { return Ok(None) };
    let about = match block.about.as_ref().filter(|about| about.as_str() != found.id) {
        Some(about) => outbox::link(asking.store().reads(), asking.workspace(), about).await?,
        None => None,
    };
    let may_lift = asking.role() >= block.why.lifted_by();
    Ok(Some(Blocked { why: block.why.as_str(), at: block.at, about, may_lift }))
}

/// Who has lifted the block that a message would not have gone out with.
async fn lifted(asking: &Asking, found: &message::Model, block: Option<Block>) -> Result<Option<Lifted>> {
    let Some(lifted) = block.and_then(|block| block.lifted) else { return Ok(None) };
    if found.sent_at.is_some_and(|sent| sent < lifted.at.0) {
        return Ok(None);
    }
    let member = asking.store().member(asking.workspace(), &MemberId::from_outside(lifted.by)).await?;
    let by = member.map(|member| if member.name.is_empty() { member.email } else { member.name });
    Ok(Some(Lifted { at: lifted.at, by, reason: lifted.reason }))
}

/// What waits and may not go any more is shown as what it will be when its turn comes.
fn shown_state(state: State, stop: Option<Stop>) -> State {
    match (state, stop) {
        (State::Queued, Some(stop)) => stop.state(),
        _ => state,
    }
}

/// RFC 6068: percent-encoded throughout, blanks too.
fn mailto(message: &message::Model, text: &str) -> String {
    let safe = percent_encoding::NON_ALPHANUMERIC;
    let encoded = |text: &str| percent_encoding::utf8_percent_encode(text, safe).to_string();
    let (user, domain) = message.address.rsplit_once('@').unwrap_or((&message.address, ""));
    let body = text.replace('\n', "\r\n");
    format!(
        "mailto:{}@{}?subject={}&body={}",
        encoded(user),
        encoded(domain),
        encoded(&message.subject),
        encoded(&body)
    )
}

/// Has it tried again.
pub async fn again(agent: Agent, Path(id): Path<String>) -> Reply {
    let txn = agent.store().write().await?;
    let state = outbox::replay(&txn, agent.workspace(), &id).await?;
    note(&agent, txn, "message.again", &id).await?;
    let told = if state == State::Queued { "message-flash-queued" } else { "message-flash-held" };
    Ok(see_other(&format!("/act/messages/{id}")).flash(told))
}

/// Notes that a member has sent it by hand.
pub async fn sent(agent: Agent, Path(id): Path<String>) -> Reply {
    let txn = agent.store().write().await?;
    let was = outbox::sent_by_hand(&txn, agent.workspace(), &id).await?;
    let page = format!("/act/messages/{id}");
    let Some(was) = was else {
        txn.commit().await?;
        return Ok(see_other(&page).flash("message-flash-held"));
    };
    note(&agent, txn, "message.sent", &id).await?;
    Ok(see_other(&page).flash_undo("message-flash-sent", &format!("{page}/unsent?was={}", was.as_str())))
}

#[derive(Deserialize)]
pub struct Before {
    #[serde(default)]
    was: String,
}

/// Takes back that a member has sent it.
pub async fn unsent(agent: Agent, Path(id): Path<String>, Query(before): Query<Before>) -> Reply {
    let txn = agent.store().write().await?;
    outbox::find(&*txn, agent.workspace(), &id).await?;
    let was = State::parse(&before.was).filter(|was| *was == State::Failed).unwrap_or(State::Queued);
    outbox::not_sent_by_hand(&txn, agent.workspace(), &id, was).await?;
    note(&agent, txn, "message.unsent", &id).await?;
    let told = if was == State::Failed { "message-flash-unsent-failed" } else { "message-flash-unsent" };
    Ok(see_other(&format!("/act/messages/{id}")).flash(told))
}

async fn note(agent: &Asking, txn: Txn, action: &'static str, id: &str) -> Result<()> {
    let actor = agent.member();
    let deed = Deed { actor: actor.as_str(), action, subject: id, detail: json!({}) };
    audit::note(&txn, agent.workspace(), deed).await?;
    txn.commit().await
}
