//! Guests who complained about the bins while they still stood there: what they said, how each was answered, and who of
//! them may be written to.

use std::collections::{BTreeMap, HashSet};

use act::messages::entity::message;
use act::messages::{Kind, Purpose, State, consent, sent_by_hand};
use anyhow::Context as _;
use kernel::signal::{Response, Signal, State as Done, What};
use kernel::time::{DAY, HOUR};
use kernel::{ContactId, Timestamp};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use store::Store;
use store::entity::{case, contact};

use super::{Deeds, FOUND_DAYS, form, words};
use crate::demo::chain::PILOT;
use crate::demo::story::PILOT_DAYS;
use crate::demo::{attribute, scored, surveys};

/// Complaints of each language.
const EACH: usize = 3;
/// They came in so many days before now.
const DAYS: std::ops::Range<i64> = FOUND_DAYS + 3..FOUND_DAYS + 120;
/// Days over which the number stood where the plan begins.
const STOOD_DAYS: i64 = 90;

/// What the past holds for those who act on it.
#[derive(Debug)]
pub struct Complaints {
    /// Signals that open a case each, the oldest first.
    pub signals: Vec<Signal>,
    /// Keys of guests who named the bins, and whether they agreed to be written to.
    agreed: BTreeMap<String, bool>,
    /// The NPS of the five branches before anything was done.
    pub stood: f64,
}

/// Looks through the year.
pub fn of_the_past(year: &[Signal], now: Timestamp) -> Complaints {
    let age = |signal: &Signal| now.since(signal.occurred_at) / DAY;
    let here = |signal: &&Signal| attribute(signal, "branch").is_some_and(|branch| PILOT.contains(&branch));
    let before = || year.iter().filter(here).filter(|signal| age(signal) > PILOT_DAYS);
    let (mut signals, mut agreed, mut taken) = (Vec::new(), BTreeMap::new(), HashSet::new());
    let mut of_language: BTreeMap<&str, usize> = BTreeMap::new();
    for signal in before().filter(|signal| names_bins(signal)) {
        let Some(contact) = &signal.contact else { continue };
        let is_new = taken.insert(contact.clone());
        // Every fourth guest wants no mail.
        agreed.insert(
            contact.clone(),
            !contact.bytes().fold(0, |sum: u32, byte| sum + u32::from(byte)).is_multiple_of(4),
        );
        let told = of_language.entry(signal.language.as_deref().unwrap_or_default()).or_default();
        let is_low = scored(signal, "nps").is_some_and(|score| score <= 6.0);
        if is_new && is_low && *told < EACH && DAYS.contains(&age(signal)) && response(signal).state == Done::Complete {
            *told += 1;
            signals.push(signal.clone());
        }
    }
    let scores = before().filter(|signal| age(signal) <= FOUND_DAYS + STOOD_DAYS && age(signal) > FOUND_DAYS);
    let (mut sum, mut count) = (0.0, 0.0);
    for score in scores.filter_map(|signal| scored(signal, "nps")) {
        sum += f64::from(i8::from(score >= 9.0) - i8::from(score <= 6.0));
        count += 1.0;
    }
    Complaints { signals, agreed, stood: (100.0 * sum / f64::max(count, 1.0)).round() }
}

fn response(signal: &Signal) -> &Response {
    let What::Response(response) = &signal.body.what;
    response
}

/// Whether a guest of a restaurant names the bins.
fn names_bins(signal: &Signal) -> bool {
    let Some((_, words)) = words::BINS.iter().find(|(tag, _)| signal.language.as_deref() == Some(tag)) else {
        return false;
    };
    let texts = response(signal).answers.iter().filter_map(|answer| answer.text.as_deref());
    response(signal).survey == surveys::VISIT
        && texts.into_iter().any(|text| words.iter().any(|word| text.contains(word)))
}

impl Complaints {
    /// Keys of those who named the bins and may be written to.
    #[cfg(test)]
    pub fn agreed(&self) -> impl Iterator<Item = &str> {
        self.agreed.iter().filter(|(_, agrees)| **agrees).map(|(key, _)| key.as_str())
    }

    /// Notes who may be written to, and answers and closes each case, as was done at the time.
    pub async fn answer(&self, deeds: &Deeds) -> anyhow::Result<()> {
        let (store, workspace) = (&deeds.app.store, deeds.workspace.id());
        deeds.at(FOUND_DAYS + 2, 8);
        let txn = store.write().await?;
        for (key, agrees) in &self.agreed {
            let contact = ContactId::of_key(workspace, key);
            consent::note(&txn, workspace, &contact, Purpose::FollowUp, *agrees, "survey:visit").await?;
        }
        txn.commit().await?;
        for row in self.cases(deeds).await? {
            let opened = Timestamp(row.opened_at);
            let tag = row.language.as_deref().unwrap_or("en");
            let reply = words::REPLIES.iter().find(|reply| reply.language == tag).unwrap_or(&words::REPLIES[0]);
            let contact = row.contact_id.as_deref().context("a complaint of nobody")?;
            let contact = contact::Entity::find_by_id(contact).one(store.reads()).await?.context("a guest is gone")?;
            (deeds.turn)(opened.plus(5 * HOUR));
            let fields = form([
                ("address", &*contact.key),
                ("subject", reply.subject),
                ("text", reply.text),
                ("language", reply.language),
                ("once", "demo"),
            ]);
            deeds.post(reply.by, &format!("/act/cases/{}/reply", row.id), fields).await?;
            send_by_hand(deeds).await?;
            (deeds.turn)(opened.plus(2 * DAY));
            let fields = form([("root_cause", reply.cause), ("action", reply.action), ("outcome", "partly")]);
            deeds.post(reply.by, &format!("/act/cases/{}/close", row.id), fields).await?;
        }
        Ok(())
    }

    /// The cases that the signals opened, the oldest first.
    pub async fn cases(&self, deeds: &Deeds) -> anyhow::Result<Vec<case::Model>> {
        let until = deeds.now.minus(FOUND_DAYS * DAY).0;
        let rows = case::Entity::find()
            .filter(case::Column::WorkspaceId.eq(deeds.workspace.id))
            .filter(case::Column::OpenedAt.lt(until))
            .order_by_asc(case::Column::OpenedAt);
        Ok(rows.all(deeds.app.store.reads()).await?)
    }
}

/// Without a mail server members send what waits by hand; whatever was written up to the present hour is sent.
pub async fn send_by_hand(deeds: &Deeds) -> anyhow::Result<()> {
    let store: &Store = &deeds.app.store;
    let waiting = message::Entity::find()
        .filter(message::Column::WorkspaceId.eq(deeds.workspace.id))
        .filter(message::Column::State.eq(State::Queued.as_str()))
        .filter(message::Column::CreatedAt.lte(store.env().now().0))
        .filter(message::Column::Kind.is_in([Kind::CaseReply.as_str(), Kind::Told.as_str(), Kind::Notice.as_str()]))
        .all(store.reads())
        .await?;
    let txn = store.write().await?;
    for row in waiting {
        sent_by_hand(&txn, deeds.workspace.id(), &row.id).await?;
    }
    txn.commit().await?;
    Ok(())
}
