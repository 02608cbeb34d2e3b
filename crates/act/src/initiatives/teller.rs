//! Tells customers one after the other: each step is one transaction, so a kill loses nothing, and a message that is there
//! is not made again.

use std::collections::BTreeMap;

use kernel::{ContactId, Locale, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::entity::{contact, initiative, workspace};
use store::links::{self, Kind as Step, Node};
use store::{Check, Store, Txn};
use ui::Pages;

use super::entity::person;
use super::told::{self, DUE};
use super::{State, audience};
use crate::messages::entity::message;
use crate::messages::{self, Kind, NewMessage, Posted};

/// Customers of one step.
pub const STEP: u64 = 100;
/// The state of those who could not be written to after all.
const NO_ADDRESS: &str = "no_address";

/// An initiative that tells, and in which words.
struct Telling {
    row: initiative::Model,
    workspace: workspace::Model,
    words: told::Words,
}

/// Tells the next customers who wait, of any workspace; how many were seen to.
pub async fn tell(store: &Store, pages: &Pages) -> Result<usize> {
    // Most of the time nobody waits, and then nothing is locked.
    let is_idle = person::Entity::find().filter(person::Column::State.eq(DUE)).one(store.reads()).await.check()?;
    if is_idle.is_none() {
        return Ok(0);
    }
    let txn = store.write().await?;
    let due = person::Entity::find()
        .filter(person::Column::State.eq(DUE))
        .order_by_asc(person::Column::InitiativeId)
        .order_by_asc(person::Column::ContactId)
        .limit(STEP)
        .all(&*txn)
        .await
        .check()?;
    let mut tellings: BTreeMap<String, Option<Telling>> = BTreeMap::new();
    for row in &due {
        if !tellings.contains_key(&row.initiative_id) {
            tellings.insert(row.initiative_id.clone(), telling(&txn, row).await?);
        }
        let telling = tellings.get(&row.initiative_id).and_then(Option::as_ref);
        tell_one(&txn, pages, telling, row).await?;
    }
    txn.commit().await?;
    Ok(due.len())
}

async fn telling(txn: &Txn, person: &person::Model) -> Result<Option<Telling>> {
    let row = initiative::Entity::find_by_id(&person.initiative_id)
        .filter(initiative::Column::WorkspaceId.eq(person.workspace_id))
        .one(&**txn)
        .await
        .check()?;
    let workspace = workspace::Entity::find_by_id(person.workspace_id).one(&**txn).await.check()?;
    let telling = row.zip(workspace).map(|(row, workspace)| Telling { words: told::words(&row), row, workspace });
    Ok(telling.filter(|telling| State::of(&telling.row) == State::Done))
}

async fn tell_one(txn: &Txn, pages: &Pages, telling: Option<&Telling>, person: &person::Model) -> Result<()> {
    let Some((telling, locale, words)) = telling.and_then(|telling| in_language(telling, person)) else {
        // What is not done, or has no words any more, is not told.
        let key = (person.initiative_id.clone(), person.contact_id.clone());
        return person::Entity::delete_by_id(key).exec(&**txn).await.map(drop).check();
    };
    let workspace = telling.workspace.id();
    // The address is that of now: it may have changed or gone since.
    let contact = contact::Entity::find_by_id(&person.contact_id)
        .filter(contact::Column::WorkspaceId.eq(workspace.0))
        .one(&**txn)
        .await
        .check()?;
    let Some(address) = contact.as_ref().and_then(audience::address) else {
        return set(txn, person, NO_ADDRESS, None).await;
    };
    let (subject, text) = told::letter(pages, locale, &telling.workspace.title, words);
    let new = NewMessage {
        key: &told::key(&person.initiative_id, &person.contact_id),
        kind: Kind::Told,
        contact: Some(&ContactId::from_outside(&person.contact_id)),
        address: &address,
        language: locale.code(),
        subject: &subject,
        text: &text,
        thread: Some(&person.initiative_id),
        answers: None,
    };
    let posted = messages::send(txn, workspace, new.clone()).await?;
    let is_held = matches!(posted.state, messages::State::HeldWithoutConsent | messages::State::Suppressed);
    let state = if is_held && !posted.is_new { again(txn, workspace, &posted, &new).await? } else { posted.state };
    let from = Node::new(Step::Initiative, &person.initiative_id);
    links::join(txn, workspace, &[from], &Node::new(Step::Message, &posted.id)).await?;
    set(txn, person, state.as_str(), Some(posted.id.to_string())).await
}

/// Has a message that might not go judged again, with the words and the address of today: nobody has got it.
async fn again(txn: &Txn, workspace: WorkspaceId, posted: &Posted, new: &NewMessage<'_>) -> Result<messages::State> {
    let row = message::ActiveModel {
        id: Set(posted.id.to_string()),
        address: Set(new.address.to_owned()),
        language: Set(new.language.to_owned()),
        subject: Set(new.subject.chars().take(messages::SUBJECT_CHARS_MAX).collect()),
        body: Set(new.text.to_owned()),
        ..Default::default()
    };
    message::Entity::update(row).exec(&**txn).await.check()?;
    messages::replay(txn, workspace, posted.id.as_str()).await
}

fn in_language<'t>(telling: &'t Telling, person: &person::Model) -> Option<(&'t Telling, Locale, &'t str)> {
    let known = telling.workspace.languages();
    let locale = told::language(&telling.words, person.language.as_deref(), &known)?;
    Some((telling, locale, telling.words.get(locale.code())?))
}

async fn set(txn: &Txn, person: &person::Model, state: &str, message: Option<String>) -> Result<()> {
    let row = person::ActiveModel {
        initiative_id: Set(person.initiative_id.clone()),
        contact_id: Set(person.contact_id.clone()),
        state: Set(state.to_owned()),
        message_id: Set(message),
        at: Set(txn.store().env().now().0),
        ..Default::default()
    };
    person::Entity::update(row).exec(&**txn).await.map(drop).check()
}
