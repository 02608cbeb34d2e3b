//! Reads a mailbox by IMAP (RFC 9051): mails after the last one that was taken, in bounded batches. A mail is marked as
//! read once it is kept, and the place that was reached is noted after it; a crash in between reads it again, and it is
//! known.

use std::sync::Arc;
use std::time::Duration;

use async_imap::{Client, Session};
use futures::TryStreamExt as _;
use kernel::{Result, WorkspaceId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::{Check, Store};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::receive::{Inbox, receive};
use super::{MAIL_BYTES_MAX, Parsed, parse};
use crate::messages::entity::mailbox;
use crate::messages::settings::Incoming;

/// How often a mailbox is looked at.
pub const EVERY: Duration = Duration::from_secs(30);
/// Mails of one look.
const BATCH: usize = 50;
/// For all of one look.
const PATIENCE: Duration = Duration::from_secs(300);
/// What is read of a mail that is larger than [`MAIL_BYTES_MAX`].
const HEAD_BYTES: usize = 256 * 1024;
/// When a mailbox is read for the first time, mails from before this many days are left alone.
const BACK_DAYS: i64 = 7;

/// A connection, open or encrypted.
trait Wire: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug> Wire for T {}

type Open = Session<Box<dyn Wire>>;

/// Why a mailbox could not be read; never holds the password.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("no connection: {0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    Imap(#[from] async_imap::error::Error),
    #[error("the host is not a name that a certificate could be for")]
    Host,
    #[error("it did not answer in time")]
    Late,
    #[error("TLS cannot be used: {0}")]
    Tls(#[from] tokio_rustls::rustls::Error),
    #[error(transparent)]
    Kept(#[from] kernel::Error),
}

/// Takes what is new; returns how many mails. Call again at once while it is as many as a batch holds.
///
/// # Errors
/// The server's words, or the database's; what was taken before stays taken.
pub async fn poll(store: &Store, incoming: &Incoming, home: WorkspaceId, inbox: &dyn Inbox) -> Result<usize, Unread> {
    let look = look(store, incoming, home, inbox);
    tokio::time::timeout(PATIENCE, look).await.map_err(|_| Unread::Late)?
}

/// Whether the mailbox can be opened.
///
/// # Errors
/// As [`poll`].
pub async fn check(incoming: &Incoming) -> Result<(), Unread> {
    let look = async {
        let mut session = open(incoming).await?;
        session.examine(quoted_folder(incoming)).await?;
        session.logout().await?;
        Ok(())
    };
    tokio::time::timeout(Duration::from_secs(20), look).await.map_err(|_| Unread::Late)?
}

async fn look(store: &Store, incoming: &Incoming, home: WorkspaceId, inbox: &dyn Inbox) -> Result<usize, Unread> {
    let mut session = open(incoming).await?;
    let selected = session.select(quoted_folder(incoming)).await?;
    let validity = i64::from(selected.uid_validity.unwrap_or_default());
    let seen = mailbox::Entity::find_by_id(incoming.name()).one(store.reads()).await.check()?;
    let seen = seen.filter(|mailbox| mailbox.validity == validity).map(|mailbox| mailbox.uid);
    let asked = match seen {
        Some(uid) => format!("UID {}:*", uid + 1),
        None => format!("SINCE {}", day_back(store)),
    };
    let mut uids: Vec<u32> = session.uid_search(asked).await?.into_iter().collect();
    uids.sort_unstable();
    // "n:*" holds the last mail even where its number is smaller than n.
    uids.retain(|uid| seen.is_none_or(|seen| i64::from(*uid) > seen));
    uids.truncate(BATCH);
    for uid in &uids {
        if let Some(parsed) = fetch(&mut session, *uid).await? {
            receive(store, None, home, parsed, inbox).await?;
            let flagged = session.uid_store(uid.to_string(), "+FLAGS.SILENT (\\Seen)").await?;
            flagged.try_for_each(|_| async { Ok(()) }).await?;
        }
        reached(store, incoming, validity, *uid).await?;
    }
    if seen.is_none() && uids.is_empty() {
        let last = i64::from(selected.uid_next.unwrap_or(1)) - 1;
        reached(store, incoming, validity, u32::try_from(last).unwrap_or_default()).await?;
    }
    session.logout().await?;
    Ok(uids.len())
}

/// The day from which a mailbox is read at first, as RFC 9051 writes it: `1-Feb-2026`.
fn day_back(store: &Store) -> String {
    let at = store.env().now().minus(BACK_DAYS * kernel::time::DAY);
    let date = at.to_string();
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let part = |range: std::ops::Range<usize>| date.get(range).and_then(|text| text.parse::<usize>().ok()).unwrap_or(1);
    format!("{}-{}-{}", part(8..10), months[(part(5..7) - 1).min(11)], date.get(..4).unwrap_or("1970"))
}

async fn fetch(session: &mut Open, uid: u32) -> Result<Option<Parsed>, Unread> {
    let number = uid.to_string();
    let sizes: Vec<_> = session.uid_fetch(&number, "(UID RFC822.SIZE)").await?.try_collect().await?;
    let size = sizes.iter().find_map(|fetched| fetched.size).unwrap_or_default() as usize;
    let whole = size <= MAIL_BYTES_MAX;
    let query = if whole { "(UID BODY.PEEK[])".to_owned() } else { format!("(UID BODY.PEEK[]<0.{HEAD_BYTES}>)") };
    let fetched: Vec<_> = session.uid_fetch(&number, query).await?.try_collect().await?;
    let Some(raw) = fetched.iter().find_map(|fetched| fetched.body()).map(<[u8]>::to_vec) else { return Ok(None) };
    let mut parsed = read(raw).await;
    if !whole {
        // Files of which only the beginning is there are of no use.
        parsed.refused.extend(parsed.attachments.drain(..).map(|attachment| attachment.name));
    }
    Ok(Some(parsed))
}

/// Reads a mail beside the async threads: the largest take a while. A mail that breaks the reader is kept as it came.
pub(crate) async fn read(raw: Vec<u8>) -> Parsed {
    let head: Vec<u8> = raw.iter().take(HEAD_BYTES).copied().collect();
    match tokio::task::spawn_blocking(move || parse(&raw)).await {
        Ok(parsed) => parsed,
        Err(error) => {
            tracing::error!(%error, "a mail broke the reader; it is kept unread");
            parse(format!("\r\n{}", String::from_utf8_lossy(&head).replace(':', " ")).as_bytes())
        }
    }
}

async fn reached(store: &Store, incoming: &Incoming, validity: i64, uid: u32) -> Result<()> {
    let txn = store.write().await?;
    let row = mailbox::ActiveModel {
        name: Set(incoming.name()),
        validity: Set(validity),
        uid: Set(i64::from(uid)),
        read_at: Set(store.env().now().0),
    };
    let newer = OnConflict::column(mailbox::Column::Name)
        .update_columns([mailbox::Column::Validity, mailbox::Column::Uid, mailbox::Column::ReadAt])
        .to_owned();
    mailbox::Entity::insert(row).on_conflict(newer).exec_without_returning(&*txn).await.check()?;
    txn.commit().await
}

async fn open(incoming: &Incoming) -> Result<Open, Unread> {
    let tcp = TcpStream::connect((incoming.host.trim_matches(['[', ']']), incoming.port)).await?;
    let wire: Box<dyn Wire> = if incoming.is_tls { encrypted(incoming, tcp).await? } else { Box::new(tcp) };
    let mut client = Client::new(wire);
    client.read_response().await?.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::UnexpectedEof))?;
    client.login(&incoming.user, &incoming.password).await.map_err(|(error, _)| Unread::Imap(error))
}

async fn encrypted(incoming: &Incoming, tcp: TcpStream) -> Result<Box<dyn Wire>, Unread> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let host = ServerName::try_from(incoming.host.clone()).map_err(|_| Unread::Host)?;
    Ok(Box::new(TlsConnector::from(Arc::new(config)).connect(host, tcp).await?))
}

/// A folder's name cannot end a command.
fn quoted_folder(incoming: &Incoming) -> String {
    incoming.folder.chars().filter(|c| !c.is_control()).collect()
}
