//! Everything about a case in one order: what the customer said, messages out and in, notes, and what was done.

use std::collections::HashMap;

use kernel::{Result, Timestamp, Uid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::case_signal;
use ui::http::Asking;

use super::entity::{case, event, note};
use super::view::Titles;
use crate::messages::entity::{file, mail};
use crate::messages::{self, Filter, Kind};

/// Rows of each kind: the latest.
const ROWS_MAX: u64 = 200;

/// One thing that happened.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Entry {
    pub at: Timestamp,
    /// `said`, `signal`, `note`, `out`, `in`, or [`super::event::What`].
    pub kind: String,
    /// A member's name; of a mail, its sender.
    pub by: Option<String>,
    pub text: Option<String>,
    pub language: Option<String>,
    pub subject: Option<String>,
    /// What a deed says beside, worded for the reader: a name, a reason, a number.
    pub detail: Option<String>,
    pub href: Option<String>,
    /// Of a message.
    pub state: Option<String>,
    pub is_foreign: bool,
    pub is_auto: bool,
    pub is_survey: bool,
    pub bounce: Option<String>,
    pub files: Vec<File>,
}

/// A file that came with a mail.
#[derive(Clone, Debug, Serialize)]
pub struct File {
    pub name: String,
    pub href: String,
    /// In kB, at least one.
    pub size: i64,
}

/// Newest first. What went to and fro with the customer is left out where `may_read` is false.
pub async fn of(asking: &Asking, titles: &Titles, found: &case::Model, may_read: bool) -> Result<Vec<Entry>> {
    let mut all = vec![Entry {
        at: Timestamp(found.occurred_at),
        kind: "said".into(),
        href: uid(&found.uid).map(|uid| format!("/understand/responses/{uid}")),
        ..Entry::default()
    }];
    all.extend(signals(asking, found).await?);
    all.extend(notes(asking, titles, found).await?);
    all.extend(events(asking, titles, found).await?);
    all.extend(sent(asking, found, may_read).await?);
    all.extend(came(asking, found, may_read).await?);
    all.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    Ok(all)
}

fn uid(bytes: &[u8]) -> Option<Uid> {
    bytes.try_into().ok().map(Uid)
}

async fn signals(asking: &Asking, found: &case::Model) -> Result<Vec<Entry>> {
    let rows = case_signal::Entity::find()
        .filter(case_signal::Column::CaseId.eq(&found.id))
        .order_by_desc(case_signal::Column::At)
        .limit(ROWS_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let entry = |row: case_signal::Model| Entry {
        at: Timestamp(row.at),
        kind: "signal".into(),
        href: uid(&row.uid).map(|uid| format!("/understand/responses/{uid}")),
        ..Entry::default()
    };
    Ok(rows.into_iter().map(entry).collect())
}

async fn notes(asking: &Asking, titles: &Titles, found: &case::Model) -> Result<Vec<Entry>> {
    let rows = note::Entity::find()
        .filter(note::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(note::Column::CaseId.eq(&found.id))
        .order_by_desc(note::Column::At)
        .limit(ROWS_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let entry = |row: note::Model| Entry {
        at: Timestamp(row.at),
        kind: "note".into(),
        by: titles.member(&row.member_id).map(str::to_owned),
        text: Some(row.text),
        ..Entry::default()
    };
    Ok(rows.into_iter().map(entry).collect())
}

async fn events(asking: &Asking, titles: &Titles, found: &case::Model) -> Result<Vec<Entry>> {
    let rows = event::Entity::find()
        .filter(event::Column::CaseId.eq(&found.id))
        .order_by_desc(event::Column::At)
        .limit(ROWS_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let entry = |row: event::Model| {
        let detail = match (row.kind.as_str(), row.detail) {
            ("assigned", Some(id)) => Some(titles.member(&id).unwrap_or(&id).to_owned()),
            ("priority", Some(n)) => Some(asking.text(&format!("case-priority-{n}"))),
            ("closed", Some(outcome)) => Some(asking.text(&format!("case-outcome-{outcome}"))),
            ("answered_elsewhere", _) => None,
            ("helped", Some(said)) => Some(asking.text(&format!("case-helped-{said}"))),
            (_, detail) => detail,
        };
        Entry {
            at: Timestamp(row.at),
            by: row.member_id.as_deref().and_then(|id| titles.member(id)).map(str::to_owned),
            kind: row.kind,
            detail,
            ..Entry::default()
        }
    };
    Ok(rows.into_iter().map(entry).collect())
}

async fn sent(asking: &Asking, found: &case::Model, may_read: bool) -> Result<Vec<Entry>> {
    let of = Filter { thread: Some(&found.id), ..Filter::default() };
    let rows = messages::list(asking.store().reads(), asking.workspace(), &of, 0, ROWS_MAX).await?;
    let states = messages::shown(asking.store().reads(), asking.workspace(), &rows).await?;
    let entry = |(row, state): (messages::entity::message::Model, messages::State)| Entry {
        at: row.created_at(),
        kind: "out".into(),
        is_survey: row.kind() == Kind::CaseSurvey,
        text: Some(row.body).filter(|_| may_read),
        language: Some(row.language),
        subject: Some(row.subject).filter(|_| may_read),
        href: Some(format!("/act/messages/{}", row.id)),
        state: Some(state.as_str().to_owned()),
        ..Entry::default()
    };
    Ok(rows.into_iter().zip(states).map(entry).collect())
}

async fn came(asking: &Asking, found: &case::Model, may_read: bool) -> Result<Vec<Entry>> {
    let rows = messages::came_in(asking.store().reads(), asking.workspace(), &found.id).await?;
    let mut files = files(asking, &rows).await?;
    let entry = |row: mail::Model| Entry {
        at: Timestamp(row.received_at),
        kind: "in".into(),
        by: Some(row.from_name.filter(|name| !name.is_empty()).unwrap_or(row.from_address)).filter(|_| may_read),
        text: Some(row.body).filter(|_| may_read),
        subject: Some(row.subject).filter(|_| may_read),
        href: Some(format!("/act/mails/{}", row.id)),
        is_foreign: row.is_foreign,
        is_auto: row.is_auto,
        bounce: row.bounce,
        files: files.remove(&row.id).filter(|_| may_read).unwrap_or_default(),
        ..Entry::default()
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The files of mails, by mail; not what is in them.
async fn files(asking: &Asking, mails: &[mail::Model]) -> Result<HashMap<String, Vec<File>>> {
    if mails.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(String, String, String, i64)> = file::Entity::find()
        .select_only()
        .columns([file::Column::Id, file::Column::MailId, file::Column::Name, file::Column::Size])
        .filter(file::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(file::Column::MailId.is_in(mails.iter().map(|mail| mail.id.clone())))
        .order_by_asc(file::Column::Name)
        .limit(ROWS_MAX)
        .into_tuple()
        .all(asking.store().reads())
        .await
        .check()?;
    let mut files: HashMap<String, Vec<File>> = HashMap::new();
    for (id, mail, name, size) in rows {
        let href = format!("/act/mails/{mail}/files/{id}");
        files.entry(mail).or_default().push(File { name, href, size: (size + 1023) / 1024 });
    }
    Ok(files)
}
