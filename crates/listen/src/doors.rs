//! What the doors remember for a moment, so that an answer costs one write and no reads.
//!
//! Keys and surveys are read again after [`FRESH`]: a key that was revoked, or a survey that another process closed,
//! is refused at the latest then. What this process itself changes, it forgets at once.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::Arc;

use jiff::tz::TimeZone;
use kernel::format::{Calendar, Format, Grain};
use kernel::survey::Survey;
use kernel::{Locale, Result, SurveyId, Timestamp, WorkspaceId};
use parking_lot::Mutex;
use sea_orm::EntityTrait;
use store::entity::survey::Model;
use store::{Check, Store, surveys};
use ui::http::Limiter;

use crate::access::Access;
use crate::entity::survey_version;
use crate::surveys::theme;

/// How long a key or a survey is taken as it was read, in microseconds.
pub const FRESH: i64 = kernel::time::SECOND;
/// Entries of one cache at most; beyond it all are forgotten.
const ENTRIES_MAX: usize = 2_000;
/// Pages of one response at once, and then a minute: faster than anybody reads. They are full again after half a minute,
/// which is how long the response is remembered.
const PAGES_BURST: u32 = 150;
const PAGES_PER_MINUTE: u32 = 300;
/// Responses that one address may begin at once, and then a minute. An office that was invited in one mail, or the
/// guests at a shop's tablet, have one address.
const BEGUN_BURST: u32 = 120;
const BEGUN_PER_MINUTE: u32 = 60;
/// Pages that one address may send for all its responses.
const POSTS_BURST: u32 = 1_200;
const POSTS_PER_MINUTE: u32 = 1_200;
/// Files that one address may send, and guesses at a survey's password.
const FILES_BURST: u32 = 60;
const FILES_PER_MINUTE: u32 = 30;
const GUESSES_BURST: u32 = 10;
const GUESSES_PER_MINUTE: u32 = 5;

/// Shared by the doors of one process; clones are the same.
#[derive(Clone)]
pub struct Doors(Arc<Inner>);

struct Inner {
    keys: Cache<[u8; 32], Holder>,
    links: Cache<String, Live>,
    surveys: Cache<(WorkspaceId, String), Live>,
    versions: Cache<(String, i32), Survey>,
    pages: Limiter<String>,
    begun: Limiter<IpAddr>,
    posts: Limiter<IpAddr>,
    files: Limiter<IpAddr>,
    guesses: Limiter<IpAddr>,
}

/// Whom a key stands for.
#[derive(Clone, Debug)]
pub struct Holder {
    pub workspace: WorkspaceId,
}

/// A survey as its doors need it.
#[derive(Clone, Debug)]
pub struct Live {
    pub id: SurveyId,
    pub workspace: WorkspaceId,
    pub key: String,
    pub link: String,
    pub is_open: bool,
    pub version: i32,
    /// What is asked; of a survey that was never published, its draft.
    pub survey: Arc<Survey>,
    /// The name that respondents see above the questions.
    pub workspace_title: String,
    pub access: Access,
    zone: TimeZone,
}

impl Live {
    /// A time as a response to this survey may keep it: anonymous ones know the day only, in the workspace's zone.
    pub fn blurred(&self, at: Timestamp) -> Timestamp {
        if !self.survey.anonymous {
            return at;
        }
        Format::new(Locale::En, Calendar::of(Locale::En), self.zone.clone()).start_of(Grain::Day, at)
    }
}

impl Default for Doors {
    fn default() -> Self {
        Self(Arc::new(Inner {
            keys: Cache::default(),
            links: Cache::default(),
            surveys: Cache::default(),
            versions: Cache::default(),
            pages: Limiter::new(PAGES_BURST, PAGES_PER_MINUTE),
            begun: Limiter::new(BEGUN_BURST, BEGUN_PER_MINUTE),
            posts: Limiter::new(POSTS_BURST, POSTS_PER_MINUTE),
            files: Limiter::new(FILES_BURST, FILES_PER_MINUTE),
            guesses: Limiter::new(GUESSES_BURST, GUESSES_PER_MINUTE),
        }))
    }
}

impl Doors {
    /// The survey behind a public link.
    pub async fn by_link(&self, store: &Store, link: &str) -> Result<Option<Arc<Live>>> {
        let now = store.env().now();
        if let Some(live) = self.0.links.get(link, now) {
            return Ok(Some(live));
        }
        let Some(row) = store.survey_by_link(link).await? else { return Ok(None) };
        let live = Arc::new(live(store, row).await?);
        self.0.links.put(link.to_owned(), live.clone(), now);
        Ok(Some(live))
    }

    /// The survey that an API path names.
    pub async fn by_key(&self, store: &Store, workspace: WorkspaceId, key: &str) -> Result<Option<Arc<Live>>> {
        let (now, place) = (store.env().now(), (workspace, key.to_owned()));
        if let Some(live) = self.0.surveys.get(&place, now) {
            return Ok(Some(live));
        }
        let Some(row) = store.survey_by_key(workspace, key).await? else { return Ok(None) };
        let live = Arc::new(live(store, row).await?);
        self.0.surveys.put(place, live.clone(), now);
        Ok(Some(live))
    }

    /// The survey as version `version` asked it; the present one where there is no such version.
    pub async fn version(&self, store: &Store, live: &Live, version: Option<i32>) -> Result<(i32, Arc<Survey>)> {
        let present = (live.version, live.survey.clone());
        let Some(version) = version.filter(|version| *version != live.version) else { return Ok(present) };
        let (now, place) = (store.env().now(), (live.id.to_string(), version));
        if let Some(survey) = self.0.versions.get(&place, now) {
            return Ok((version, survey));
        }
        let row = survey_version::Entity::find_by_id(place.clone()).one(store.reads()).await.check()?;
        let Some(row) = row.filter(|row| row.workspace_id == live.workspace.0) else { return Ok(present) };
        let survey: Survey = serde_json::from_str(&row.definition).map_err(kernel::Error::internal)?;
        let survey = Arc::new(theme::dressed(store, live.workspace, survey).await?);
        self.0.versions.put(place, survey.clone(), now);
        Ok((version, survey))
    }

    /// Whom the secret with this hash stands for, if it was asked lately.
    pub fn holder(&self, hash: &[u8; 32], now: Timestamp) -> Option<Arc<Holder>> {
        self.0.keys.get(hash, now)
    }

    pub fn remember(&self, hash: [u8; 32], holder: Holder, now: Timestamp) -> Arc<Holder> {
        let holder = Arc::new(holder);
        self.0.keys.put(hash, holder.clone(), now);
        holder
    }

    /// Forgets all surveys, after one was published, closed or opened.
    pub fn forget_surveys(&self) {
        self.0.links.clear();
        self.0.surveys.clear();
    }

    /// Counts a page that was sent for `response`, if that has begun: only what is in the store is remembered by its
    /// id, which a program could otherwise make up anew for each page.
    ///
    /// # Errors
    /// `TooMany` when more pages come of a response, more responses or more pages from an address, than from people.
    pub fn take(&self, ip: IpAddr, response: Option<&str>, now: Timestamp) -> Result<()> {
        self.0.posts.take(ip, now)?;
        match response {
            Some(response) => self.0.pages.take(response.to_owned(), now),
            None => self.0.begun.take(ip, now),
        }
    }

    /// # Errors
    /// `TooMany` when an address sends more files than people do.
    pub fn take_file(&self, ip: IpAddr, now: Timestamp) -> Result<()> {
        self.0.files.take(ip, now)
    }

    /// # Errors
    /// `TooMany` when an address guesses at passwords.
    pub fn take_guess(&self, ip: IpAddr, now: Timestamp) -> Result<()> {
        self.0.guesses.take(ip, now)
    }
}

async fn live(store: &Store, row: Model) -> Result<Live> {
    let workspace = store.workspace(row.workspace()).await?.ok_or(kernel::Error::NotFound("survey"))?;
    let survey = match row.published()? {
        Some(published) => published,
        None => row.draft()?,
    };
    Ok(Live {
        id: row.id(),
        workspace: row.workspace(),
        is_open: row.state == surveys::OPEN,
        version: row.version,
        survey: Arc::new(theme::dressed(store, row.workspace(), survey).await?),
        access: Access::find(store, row.workspace(), &row.id()).await?,
        workspace_title: workspace.title,
        zone: TimeZone::get(&workspace.zone).unwrap_or(TimeZone::UTC),
        key: row.key,
        link: row.link,
    })
}

/// Values as they were read, for [`FRESH`].
struct Cache<K, V>(Mutex<HashMap<K, (Arc<V>, Timestamp)>>);

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<K: Hash + Eq, V> Cache<K, V> {
    fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q, now: Timestamp) -> Option<Arc<V>>
    where
        K: std::borrow::Borrow<Q>,
    {
        let entries = self.0.lock();
        entries.get(key).filter(|(_, read)| (0..FRESH).contains(&now.since(*read))).map(|(value, _)| value.clone())
    }

    fn put(&self, key: K, value: Arc<V>, now: Timestamp) {
        let mut entries = self.0.lock();
        if entries.len() >= ENTRIES_MAX {
            entries.clear();
        }
        entries.insert(key, (value, now));
    }

    fn clear(&self) {
        self.0.lock().clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_believed_for_a_second_only() {
        let cache: Cache<String, u8> = Cache::default();
        cache.put("a".into(), Arc::new(1), Timestamp(0));
        assert!(cache.get("a", Timestamp(FRESH - 1)).is_some());
        assert!(cache.get("a", Timestamp(FRESH)).is_none());
        cache.put("a".into(), Arc::new(1), Timestamp(0));
        cache.clear();
        assert!(cache.get("a", Timestamp(0)).is_none());
    }

    #[test]
    fn a_cache_does_not_grow_without_end() {
        let cache: Cache<usize, ()> = Cache::default();
        (0..ENTRIES_MAX * 3).for_each(|n| cache.put(n, Arc::new(()), Timestamp(0)));
        assert!(cache.0.lock().len() <= ENTRIES_MAX);
    }
}
