//! `nabz demo`: fills an empty folder with a made-up year, then serves it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::Context as _;
use async_trait::async_trait;
use kernel::env::{Clock, System};
use kernel::signal::{Signal, State, What};
use kernel::survey::Kind;
use kernel::time::{DAY, HOUR, MINUTE, SECOND};
use kernel::{Env, Error, Locale, Role, SurveyId, Timestamp, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::consumers::{self, Consumer};
use store::entity::{survey, workspace};
use store::members::{self, NewMember};
use store::{Check, Entry, Logged, Store, Txn, surveys};

use crate::app::App;
use crate::console::Console;
use crate::demo;
use crate::demo::deeds::{self, Complaints, Deeds};
use crate::failure::Failure;

/// Name of the workspace, as people read it.
const TITLE: &str = "Mizban Restaurants";
/// Signals in one transaction.
const BATCH: usize = 1_000;
/// All that came in this recently waits for an answer; of the days before, what was worst is still unanswered.
const FRESH: i64 = 26 * HOUR;
const LEFT_OVER: i64 = 3 * DAY;

/// The first one owns the demo; by it a folder of the demo is known.
const PEOPLE: [(&str, &str, Role, Locale); 8] = [
    ("Sara Lindqvist", "sara@mizban.example", Role::Owner, Locale::En),
    ("Omid Karimi", "omid@mizban.example", Role::Manager, Locale::Fa),
    ("Grace Whitfield", "grace@mizban.example", Role::Agent, Locale::En),
    ("Erik Nyström", "erik@mizban.example", Role::Agent, Locale::Sv),
    ("لاله رحیمی", "laleh@mizban.example", Role::Agent, Locale::Fa),
    ("سالم الكتبي", "salem@mizban.example", Role::Agent, Locale::Ar),
    ("Karin Holm", "karin@mizban.example", Role::Manager, Locale::Sv),
    ("نورة السويدي", "noura@mizban.example", Role::Viewer, Locale::Ar),
];

/// Fills an empty folder; leaves one that the demo filled before as it is. A fill that was cut short is finished, unless people
/// had begun to act.
///
/// # Errors
/// Usage, when the folder holds data that is not the demo's, or a part of it that cannot be finished.
pub async fn fill(app: &App, console: &Console) -> Result<(), Failure> {
    let Some(workspace) = to_fill(app).await? else { return Ok(()) };
    let now = app.store.env().now();
    console.progress("Making up a year of visits").await;
    let year = demo::year(now, demo::SEED).context("the demo's time zones are not known")?;
    let count = year.len();

    // What happened is written with the clock at the time when it happened.
    let hands = Arc::new(Hands(AtomicI64::new(now.minus(366 * DAY).0)));
    let then = Store::open(&app.config.settings(), Env::new(hands.clone(), Arc::new(System))).await?;
    hire(&then, workspace).await?;
    // Texts are read for the topics of the workspace from the first answer on, not anew after they were sealed.
    understand::texts::refresh(&app.store, &app.lake, workspace).await?;
    let complaints = deeds::of_the_past(&year, now);
    let is_complaint = |signal: &Signal| complaints.signals.iter().any(|one| one.source_id == signal.source_id);
    complain(app, &then, &hands, workspace, &complaints).await?;
    let year = year.into_iter().filter(|signal| !is_complaint(signal));
    let (waiting, past): (Vec<Signal>, Vec<Signal>) = year.partition(|signal| waits(signal, now));
    let mut written = complaints.signals.len();
    for batch in past.chunks(BATCH) {
        console.progress(&format!("Writing answers: {written} of {count}")).await;
        app.store.append(entries(workspace, batch)?).await?;
        written += batch.len();
    }
    while consumers::advance(&app.store, &Settled).await? > 0 {}
    open_doors(&then, &hands, workspace, now, waiting).await?;
    console.progress("Settling").await;
    app.settle().await?;
    understand::texts::refresh(&app.store, &app.lake, workspace).await?;
    // A year of answers in the log would be read anew after each answer that comes in.
    app.lake.seal(workspace, now).await.map_err(Error::from)?;
    console.progress("Acting on what was found").await;
    hands.turn(now.minus(deeds::FOUND_DAYS * DAY));
    understand::insights::detect(&then, &app.lake, &*app.versions(), workspace).await?;
    let turn = hands.clone();
    let deeds = Deeds::new(app, &then, move |at| turn.turn(at), workspace, now).await?;
    deeds.all(&complaints).await?;
    hands.turn(now.minus(2 * HOUR));
    demo::letters::write(&then, workspace).await?;
    console.progress("Looking for insights").await;
    understand::insights::detect(&app.store, &app.lake, &*app.versions(), workspace).await?;
    console.progress_done().await;
    console
        .say(&format!("Made up a year of {TITLE}: {} branches, {count} answers.", demo::chain::BRANCHES.len()))
        .await;
    Ok(())
}

/// The workspace that is to be filled; none if the demo has done so already.
async fn to_fill(app: &App) -> Result<Option<WorkspaceId>, Failure> {
    let all = app.store.workspaces().await?;
    for workspace in &all {
        let members = app.store.members(workspace.id()).await?;
        if members.iter().any(|member| member.email == PEOPLE[0].1) {
            let has_surveys = !app.store.surveys(workspace.id()).await?.is_empty();
            if has_surveys && deeds::is_cut_short(&app.store, workspace.id()).await? {
                let folder = app.config.data.display();
                return Err(Failure::usage(
                    format!("filling the demo in {folder} was interrupted"),
                    "remove the folder and start the demo again",
                ));
            }
            return Ok((!has_surveys).then(|| workspace.id()));
        }
    }
    if let [only] = all.as_slice()
        && app.store.head().await? == 0
        && app.store.surveys(only.id()).await?.is_empty()
        && app.store.members(only.id()).await?.is_empty()
    {
        return Ok(Some(only.id()));
    }
    let folder = app.config.data.display();
    Err(Failure::usage(
        format!("{folder} holds data that is not the demo's"),
        "name an empty folder with --data, or open this one with `nabz serve`",
    ))
}

/// Names the workspace and lets its people in.
async fn hire(store: &Store, id: WorkspaceId) -> Result<(), Failure> {
    let txn = store.write().await?;
    let row = workspace::ActiveModel {
        id: Set(id.0),
        title: Set(TITLE.into()),
        zone: Set(demo::ZONE.into()),
        ..Default::default()
    };
    workspace::Entity::update(row).exec(&*txn).await.check()?;
    if store.members(id).await?.is_empty() {
        let mut people = Vec::with_capacity(PEOPLE.len());
        for (name, email, role, locale) in PEOPLE {
            people.push(members::add(&txn, id, NewMember { email, name, role, locale, password: None }).await?);
        }
        let owner = |place: usize| people[place].clone();
        let owners = [("cleanliness", owner(1)), ("service", owner(6)), ("food", owner(1))];
        understand::topics::begin(&txn, id, "restaurant", &owners, &owner(0)).await?;
    }
    txn.commit().await?;
    Ok(())
}

/// What guests complained about long ago: each complaint was a case when it came in.
async fn complain(
    app: &App,
    store: &Store,
    hands: &Hands,
    workspace: WorkspaceId,
    complaints: &Complaints,
) -> Result<(), Failure> {
    for signal in &complaints.signals {
        let What::Response(response) = &signal.body.what;
        hands.turn(response.completed_at.unwrap_or(signal.occurred_at).plus(SECOND));
        let mut txn = store.write().await?;
        txn.append(vec![Entry::new(workspace, signal.clone())?]).await?;
        txn.commit().await?;
        for consumer in app.over(store.clone()).consumers() {
            while consumers::advance(store, &*consumer).await? > 0 {}
        }
    }
    Ok(())
}

/// Publishes the surveys and hands in what still waits for an answer, all at once.
async fn open_doors(
    store: &Store,
    hands: &Hands,
    workspace: WorkspaceId,
    now: Timestamp,
    waiting: Vec<Signal>,
) -> Result<(), Failure> {
    let mut txn = store.write().await?;
    for (place, (key, definition)) in (0..).zip(demo::surveys::all()) {
        let json = serde_json::to_string(&definition).map_err(Error::internal)?;
        let begun = now.minus(366 * DAY).plus(HOUR);
        let row = survey::ActiveModel {
            id: Set(SurveyId::new(store.env()).to_string()),
            workspace_id: Set(workspace.0),
            key: Set(key.into()),
            title: Set(definition.title.get("en", &definition.languages).unwrap_or(key).to_owned()),
            state: Set(surveys::OPEN.into()),
            link: Set(store.env().secret()),
            draft: Set(json.clone()),
            published: Set(Some(json)),
            version: Set(1),
            created_at: Set(begun.0),
            // Lists show the last touched first.
            updated_at: Set(begun.minus(place * MINUTE).0),
        };
        survey::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    }
    for signal in waiting {
        let What::Response(response) = &signal.body.what;
        hands.turn(response.completed_at.unwrap_or(signal.occurred_at).plus(SECOND));
        txn.append(vec![Entry::new(workspace, signal)?]).await?;
    }
    txn.commit().await?;
    Ok(())
}

fn entries(workspace: WorkspaceId, signals: &[Signal]) -> Result<Vec<Entry>, Error> {
    signals.iter().map(|signal| Entry::new(workspace, signal.clone())).collect()
}

/// Whether nobody has dealt with a response yet.
fn waits(signal: &Signal, now: Timestamp) -> bool {
    let What::Response(response) = &signal.body.what;
    let age = now.since(signal.occurred_at);
    let is_worst = response.state == State::Complete
        && response.answers.iter().any(|answer| match (answer.kind, answer.score) {
            (Kind::Nps, Some(score)) => score <= 5.0,
            (Kind::Csat, Some(score)) => answer.question == "csat" && score <= 2.0,
            _ => false,
        });
    response.survey != demo::surveys::PULSE && (age < FRESH || (age < LEFT_OVER && is_worst))
}

/// A clock that is turned by hand.
struct Hands(AtomicI64);

impl Hands {
    fn turn(&self, at: Timestamp) {
        self.0.store(at.0, Ordering::Relaxed);
    }
}

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}

/// Stands in for the opener of cases while the past is read: all of that was answered long ago.
struct Settled;

#[async_trait]
impl Consumer for Settled {
    fn name(&self) -> &'static str {
        act::cases::Opener::NAME
    }

    async fn consume(&self, _: &Txn, _: &[(WorkspaceId, Logged)]) -> kernel::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_dozen_wait_and_some_of_them_too_long() {
        let now = Timestamp(1_795_339_800_000_000);
        let year = demo::year(now, demo::SEED).expect("the zones are known");
        let ages: Vec<i64> =
            year.iter().filter(|signal| waits(signal, now)).map(|signal| now.since(signal.occurred_at)).collect();
        let late = ages.iter().filter(|age| **age >= FRESH).count();
        assert!((20..140).contains(&ages.len()) && (4..30).contains(&late), "{} and {late}", ages.len());
    }

    #[test]
    fn people_are_listed_once_and_one_owns() {
        let mut emails: Vec<_> = PEOPLE.iter().map(|(_, email, ..)| email).collect();
        emails.sort_unstable();
        emails.dedup();
        assert_eq!(emails.len(), PEOPLE.len());
        assert_eq!(PEOPLE.iter().filter(|(_, _, role, _)| *role == Role::Owner).count(), 1);
    }
}
