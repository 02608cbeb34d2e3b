//! "You said, we did": whom an initiative tells that it is done, who not and why, in which words; and the word to begin.

use std::collections::BTreeMap;

use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use kernel::{ContactId, Locale, Refusal, Result, WorkspaceId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde_json::json;
use store::entity::initiative;
use store::{Check, Store};
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};
use ui::{Pages, Section, args};

use super::audience::{self, Customers};
use super::entity::person;
use super::{State, find, note};
use crate::messages::entity::message;
use crate::messages::stop::{Stop, To, stops};
use crate::messages::{self, Kind};

/// The state of somebody who is still to be told.
pub const DUE: &str = "due";
const WORDS_CHARS_MAX: usize = 2_000;
/// Values of one statement.
const CHUNK: usize = 500;

/// What a workspace says to customers, by language.
pub type Words = BTreeMap<String, String>;

/// Somebody who can be told: contact and language.
type Ready = (String, Option<String>);

#[derive(Serialize)]
struct Page {
    id: String,
    title: String,
    is_done: bool,
    fates: Fates,
    is_cut: bool,
    texts: Vec<Text>,
    is_public: bool,
    page_is_on: bool,
    slug: String,
    counts: Counts,
    errors: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fates {
    /// Customers who led to it.
    pub all: u64,
    /// Who would be told now.
    pub ready: u64,
    /// Whose message went out.
    pub told: u64,
    /// Who is still to be written to, or whose message is in the outbox.
    pub waiting: u64,
    /// Whose message was given up.
    pub failed: u64,
    pub no_address: u64,
    pub no_consent: u64,
    pub suppressed: u64,
    /// Answers of nobody whom we know.
    pub nameless: u64,
}

#[derive(Serialize)]
struct Text {
    language: String,
    name: &'static str,
    words: String,
    /// The whole message, where there are words.
    subject: Option<String>,
    message: Option<String>,
    /// Who would be told in it.
    people: u64,
}

/// How far telling has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Messages that went out; those that are held, suppressed or given up told nobody.
    pub told: u64,
    /// Messages that wait in the outbox.
    pub outbox: u64,
    /// Customers for whom there is no message yet.
    pub due: u64,
}

pub async fn counts(store: &Store, workspace: WorkspaceId, id: &str) -> Result<Counts> {
    let states: Vec<(String, i64)> = message::Entity::find()
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .filter(message::Column::Thread.eq(id))
        .filter(message::Column::Kind.eq(Kind::Told.as_str()))
        .select_only()
        .column(message::Column::State)
        .column_as(message::Column::Id.count(), "n")
        .group_by(message::Column::State)
        .into_tuple()
        .all(store.reads())
        .await
        .check()?;
    let due = person::Entity::find()
        .filter(person::Column::WorkspaceId.eq(workspace.0))
        .filter(person::Column::InitiativeId.eq(id))
        .filter(person::Column::State.eq(DUE));
    let mut counts = Counts { due: due.count(store.reads()).await.check()?, ..Counts::default() };
    for (state, n) in states {
        match messages::State::parse(&state) {
            Some(messages::State::Sent) => counts.told += n.max(0) as u64,
            Some(messages::State::Queued | messages::State::Sending) => counts.outbox += n.max(0) as u64,
            _ => {}
        }
    }
    Ok(counts)
}

/// The words of an initiative; nothing where nobody has written any.
pub fn words(row: &initiative::Model) -> Words {
    row.told.as_deref().and_then(|told| serde_json::from_str(told).ok()).unwrap_or_default()
}

/// The language in which a customer is told: their own, else the workspace's first that there are words in.
pub fn language(words: &Words, spoken: Option<&str>, known: &[String]) -> Option<Locale> {
    let spoken = spoken.and_then(Locale::parse);
    let known = known.iter().filter_map(|tag| Locale::parse(tag));
    spoken.into_iter().chain(known).chain(Locale::ALL).find(|locale| words.contains_key(locale.code()))
}

/// Subject and text of a message.
pub fn letter(pages: &Pages, locale: Locale, workspace: &str, words: &str) -> (String, String) {
    let said = args! { "workspace" => workspace };
    let subject = pages.words().plain(locale, "told-subject", &said);
    let opening = pages.words().plain(locale, "told-opening", &said);
    let closing = pages.words().plain(locale, "told-closing", &said);
    (subject, format!("{opening}\n\n{words}\n\n{closing}"))
}

/// The key of the one message that an initiative sends to a customer.
pub fn key(initiative: &str, contact: &str) -> String {
    format!("told:{initiative}:{contact}")
}

/// Sorts everybody who led to an initiative by what would become of a message to them.
pub async fn sort(
    asking: &Asking,
    customers: &Customers,
    row: &initiative::Model,
) -> Result<(Fates, Vec<Ready>, bool)> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let audience = audience::of(asking, customers, row).await?;
    let mut fates = Fates { all: audience.people.len() as u64, nameless: audience.nameless, ..Fates::default() };
    let mut ready = Vec::new();
    let ids: Vec<&str> = audience.people.keys().map(String::as_str).collect();
    for some in ids.chunks(CHUNK) {
        let past = past(store, workspace, &row.id, some).await?;
        let contacts = audience::contacts(store, workspace, some).await?;
        let mut asked: Vec<(ContactId, String)> = Vec::new();
        for id in some {
            match past.get(*id) {
                Some(Past::Told) => fates.told += 1,
                Some(Past::Waiting) => fates.waiting += 1,
                Some(Past::Failed) => fates.failed += 1,
                None => match contacts.iter().find(|contact| contact.id == *id).and_then(audience::address) {
                    Some(address) => asked.push((ContactId::from_outside(*id), address)),
                    None => fates.no_address += 1,
                },
            }
        }
        let to = asked.iter().map(|(contact, address)| To {
            kind: Kind::Told,
            contact: Some(contact),
            address,
            thread: Some(&row.id),
        });
        let stops = stops(store.reads(), workspace, &to.collect::<Vec<_>>()).await?;
        for ((contact, _), stop) in asked.into_iter().zip(stops) {
            match stop {
                Some(Stop::Blocked(_)) => fates.suppressed += 1,
                Some(Stop::NoConsent) => fates.no_consent += 1,
                None => {
                    let language = audience.people.get(contact.as_str()).cloned().flatten();
                    ready.push((contact.to_string(), language));
                }
            }
        }
    }
    fates.ready = ready.len() as u64;
    Ok((fates, ready, audience.is_cut))
}

/// What has become of somebody already.
enum Past {
    Told,
    Waiting,
    Failed,
}

/// Of some contacts those who were told or wait to be. Whose message is held or suppressed is judged as everybody else: they may
/// have agreed since.
async fn past(
    store: &Store,
    workspace: WorkspaceId,
    initiative: &str,
    contacts: &[&str],
) -> Result<BTreeMap<String, Past>> {
    let listed = person::Entity::find()
        .filter(person::Column::InitiativeId.eq(initiative))
        .filter(person::Column::ContactId.is_in(contacts.iter().copied()))
        .all(store.reads())
        .await
        .check()?;
    let mut found: BTreeMap<String, Past> =
        listed.into_iter().filter(|row| row.state == DUE).map(|row| (row.contact_id, Past::Waiting)).collect();
    let keys = contacts.iter().map(|contact| key(initiative, contact));
    let sent = message::Entity::find()
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .filter(message::Column::Key.is_in(keys))
        .all(store.reads())
        .await
        .check()?;
    let of = |row: message::Model| {
        let past = match row.state() {
            messages::State::Sent => Past::Told,
            messages::State::Queued | messages::State::Sending => Past::Waiting,
            messages::State::Failed => Past::Failed,
            messages::State::HeldWithoutConsent | messages::State::Suppressed => return None,
        };
        Some((row.contact_id?, past))
    };
    found.extend(sent.into_iter().filter_map(of));
    Ok(found)
}

/// `GET /act/initiatives/{initiative}/told`
pub async fn page(manager: Manager, Extension(customers): Extension<Customers>, Path(id): Path<String>) -> Reply {
    let row = find(manager.store().reads(), &manager, &id).await?;
    let words = words(&row);
    show(&manager, &customers, &row, words, &[], StatusCode::OK).await
}

/// `POST /act/initiatives/{initiative}/told`: keeps the words of each language (`words.fa`) and whether the public page lists
/// them; with `do=send` those who can be told are written down, and a worker tells them one after the other. `do=stop` lets
/// nobody more be told.
///
/// # Errors
/// `too_long` at words; with `send` `required` at the words where there are none, `initiative_not_done`.
pub async fn save(
    manager: Manager,
    Extension(customers): Extension<Customers>,
    Path(id): Path<String>,
    fields: Fields,
) -> Reply {
    let row = find(manager.store().reads(), &manager, &id).await?;
    let page = format!("/act/initiatives/{}/told", row.id);
    if fields.get("do") == Some("stop") {
        stop(&manager, &row).await?;
        return Ok(see_other(&page).flash("initiative-flash-stopped"));
    }
    let (is_send, mut refusals) = (fields.get("do") == Some("send"), Vec::new());
    let mut words = Words::new();
    for locale in Locale::ALL {
        let field = format!("words.{}", locale.code());
        let typed = fields.get(&field).unwrap_or_default();
        if typed.chars().count() > WORDS_CHARS_MAX {
            refusals.push(Refusal::new("too_long").at(&field).with("max", WORDS_CHARS_MAX.to_string()));
        }
        if !typed.is_empty() {
            words.insert(locale.code().to_owned(), typed.to_owned());
        }
    }
    if is_send && words.is_empty() {
        let first = manager.workspace.languages().into_iter().next().unwrap_or_else(|| "en".into());
        refusals.push(Refusal::new("required").at(format!("words.{first}")));
    }
    if is_send && State::of(&row) != State::Done {
        refusals.push(Refusal::new("initiative_not_done").at("send"));
    }
    if !refusals.is_empty() {
        return show(&manager, &customers, &row, words, &refusals, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let ready = if is_send { Some(sort(&manager, &customers, &row).await?) } else { None };
    keep(&manager, &row, &words, fields.has("is_public"), ready).await?;
    Ok(see_other(&page).flash(if is_send { "initiative-flash-sending" } else { "initiative-flash-saved" }))
}

async fn keep(
    asking: &Asking,
    row: &initiative::Model,
    words: &Words,
    is_public: bool,
    ready: Option<(Fates, Vec<Ready>, bool)>,
) -> Result<()> {
    let (workspace, now) = (asking.workspace(), asking.web.env().now().0);
    let txn = asking.store().write().await?;
    let changed = initiative::ActiveModel {
        id: Set(row.id.clone()),
        told: Set((!words.is_empty()).then(|| json!(words).to_string())),
        is_public: Set(is_public),
        changed_at: Set(now),
        ..Default::default()
    };
    initiative::Entity::update(changed).exec(&*txn).await.check()?;
    let mut action = ("initiative.words", None);
    if let Some((fates, people, _)) = ready {
        let listed = |(contact, language): &Ready| person::ActiveModel {
            initiative_id: Set(row.id.clone()),
            contact_id: Set(contact.clone()),
            workspace_id: Set(workspace.0),
            language: Set(language.clone()),
            state: Set(DUE.into()),
            message_id: Set(None),
            at: Set(now),
        };
        for some in people.chunks(CHUNK) {
            // Whoever is listed already has a message that may not go: it is looked at again.
            let known = OnConflict::columns([person::Column::InitiativeId, person::Column::ContactId])
                .update_columns([person::Column::State, person::Column::Language, person::Column::At])
                .to_owned();
            let rows = person::Entity::insert_many(some.iter().map(listed)).on_conflict(known);
            rows.exec_without_returning(&*txn).await.check()?;
        }
        action = ("initiative.told", Some(json!(fates)));
    }
    note(&txn, asking, action.0, &row.id, action.1).await?;
    txn.commit().await
}

async fn stop(asking: &Asking, row: &initiative::Model) -> Result<()> {
    let txn = asking.store().write().await?;
    let waiting = person::Entity::delete_many()
        .filter(person::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(person::Column::InitiativeId.eq(&row.id))
        .filter(person::Column::State.eq(DUE));
    let left = waiting.exec(&*txn).await.check()?.rows_affected;
    note(&txn, asking, "initiative.stopped", &row.id, Some(json!({ "left": left }))).await?;
    txn.commit().await
}

async fn show(
    asking: &Asking,
    customers: &Customers,
    row: &initiative::Model,
    words: Words,
    refusals: &[Refusal],
    status: StatusCode,
) -> Reply {
    let (fates, ready, is_cut) = sort(asking, customers, row).await?;
    let known = asking.workspace.languages();
    let mut people: BTreeMap<&str, u64> = BTreeMap::new();
    for (_, spoken) in &ready {
        // Without any words yet, each counts for the language that they would be told in.
        let told = language(&words, spoken.as_deref(), &known);
        let told = told.or_else(|| spoken.as_deref().and_then(Locale::parse)).or_else(|| Locale::parse(known.first()?));
        *people.entry(told.unwrap_or(Locale::En).code()).or_default() += 1;
    }
    let text = |locale: Locale| {
        let written = words.get(locale.code()).cloned().unwrap_or_default();
        let letter =
            (!written.is_empty()).then(|| letter(&asking.web.pages, locale, &asking.workspace.title, &written)).unzip();
        Text {
            language: locale.code().to_owned(),
            name: locale.own_name(),
            words: written,
            subject: letter.0,
            message: letter.1,
            people: people.get(locale.code()).copied().unwrap_or_default(),
        }
    };
    let page = Page {
        id: row.id.clone(),
        title: row.title.clone(),
        is_done: State::of(row) == State::Done,
        fates,
        is_cut,
        texts: Locale::ALL.into_iter().map(text).collect(),
        is_public: row.is_public,
        page_is_on: super::changes::is_on(asking.store(), asking.workspace()).await?,
        slug: asking.workspace.name.clone(),
        counts: counts(asking.store(), asking.workspace(), &row.id).await?,
        errors: refusals.iter().filter_map(|r| Some((r.field.clone()?, asking.words(r)))).collect(),
    };
    let mut response = asking.page("act/initiative-told.html", Section::Act, page).await?;
    *response.status_mut() = status;
    Ok(response)
}
