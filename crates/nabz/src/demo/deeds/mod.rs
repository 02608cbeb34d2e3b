//! What the chain's people did about what guests said. They do it with the same requests as anybody by hand, on the day when
//! it happened: what the demo shows was kept by the product's own code.

mod bins;
mod cards;
mod complaints;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;

use anyhow::{Context as _, anyhow, bail};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::time::{DAY, HOUR};
use kernel::{MemberId, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _};
use store::entity::{case, effect, initiative, initiative_task, team, workspace};
use store::{Check as _, Store, sessions};
use tower::ServiceExt as _;
use ui::http::{Web, WebConfig, encode};

use super::ZONE;
use super::story::PILOT_DAYS;
use crate::app::App;

pub use complaints::{Complaints, of_the_past};

/// When the bins were found, which is before anything was done about them; in days before now.
pub const FOUND_DAYS: i64 = 133;
/// The last meeting, with which all is told.
const REVIEW_DAYS: i64 = 41;

/// Whether a demo was stopped after its complaints were written and before its effects were measured, which is last. Demos of
/// earlier versions have neither.
pub async fn is_cut_short(store: &Store, workspace: WorkspaceId) -> kernel::Result<bool> {
    let until = store.env().now().minus(PILOT_DAYS * DAY).0;
    let of = case::Entity::find().filter(case::Column::WorkspaceId.eq(workspace.0));
    let cases = of.filter(case::Column::OpenedAt.lt(until)).count(store.reads()).await.check()?;
    let effects = effect::Entity::find().filter(effect::Column::WorkspaceId.eq(workspace.0));
    Ok(cases > 0 && effects.count(store.reads()).await.check()? == 0)
}

/// Fields of a form.
type Form = Vec<(String, String)>;

/// The chain's people at work.
pub struct Deeds {
    /// Over a database whose clock is turned by `turn`.
    app: App,
    router: Router,
    turn: Box<dyn Fn(Timestamp) + Send + Sync>,
    now: Timestamp,
    workspace: workspace::Model,
    /// By the part of the address before the at sign.
    people: HashMap<String, MemberId>,
}

impl Deeds {
    /// `then` is the demo's database with a clock that `turn` sets.
    pub async fn new(
        app: &App,
        then: &Store,
        turn: impl Fn(Timestamp) + Send + Sync + 'static,
        workspace: WorkspaceId,
        now: Timestamp,
    ) -> anyhow::Result<Self> {
        let app = app.over(then.clone());
        let config = WebConfig { base_url: app.base_url(), trusted_proxies: vec![], has_mail: false, demo: true };
        let web = Web::new(then.clone(), app.pages.clone(), config, vec![]);
        let router = ui::http::protect(app.routes().into_router(), web);
        let members = then.members(workspace).await?;
        let name = |email: &str| email.split('@').next().unwrap_or_default().to_owned();
        let people = members.iter().map(|member| (name(&member.email), member.id())).collect();
        let workspace = then.workspace(workspace).await?.context("the demo's workspace is gone")?;
        Ok(Self { app, router, turn: Box::new(turn), now, workspace, people })
    }

    /// Everything, in the order in which it happened. The answers of the year are in the lake, the surveys are open, and
    /// `complaints` are the cases of guests who had named the bins.
    pub async fn all(&self, complaints: &Complaints) -> anyhow::Result<()> {
        self.found_a_team().await?;
        self.state_worth().await?;
        // An answer that is refused is not worth a demo that does not start.
        if let Err(error) = complaints.answer(self).await {
            tracing::warn!(%error, "a complaint of the demo stays unanswered");
        }
        let bins = bins::plan(self, complaints).await?;
        let cards = cards::plan(self).await?;
        bins::act(self, &bins).await?;
        cards::act(self, &cards).await?;
        bins::tell(self, &bins).await?;
        self.meet(&cards).await?;
        for id in [&bins, &cards] {
            self.measure(id).await?;
        }
        let txn = self.app.store.write().await?;
        for member in self.people.values() {
            sessions::close_all(&txn, self.workspace.id(), member).await?;
        }
        txn.commit().await?;
        Ok(())
    }

    async fn found_a_team(&self) -> anyhow::Result<()> {
        self.at(FOUND_DAYS + 60, 9);
        self.post("sara", "/settings/teams", form([("name", words::TEAM)])).await?;
        let mut fields = form([("name", words::TEAM)]);
        for who in ["omid", "erik", "laleh", "salem"] {
            fields.push(("member".into(), self.member(who)?));
        }
        self.post("sara", &format!("/settings/teams/{}", self.team().await?), fields).await.map(drop)
    }

    /// What a point is worth: without it no initiative would be worth anything.
    async fn state_worth(&self) -> anyhow::Result<()> {
        self.at(FOUND_DAYS + 40, 15);
        let mut fields = form([("currency", "EUR")]);
        for (kind, low, high, source) in words::WORTH {
            for (end, text) in [("low", low), ("high", high), ("source", source)] {
                fields.push((format!("{kind}.{end}"), text.to_owned()));
            }
        }
        self.post("sara", "/prove/worth", fields).await.map(drop)
    }

    /// The meeting in which what was measured is looked at; its decision is a task that is done since.
    async fn meet(&self, cards: &str) -> anyhow::Result<()> {
        self.at(REVIEW_DAYS, 10);
        let fields = form([
            ("held_on", &*self.day(REVIEW_DAYS)),
            ("minutes", words::MINUTES),
            ("decision.0.initiative", cards),
            ("decision.0.title", words::DECISION),
            ("decision.0.owner", &self.member("karin")?),
            ("decision.0.due", &self.day(REVIEW_DAYS - 14)),
        ]);
        self.post("sara", "/act/initiatives/review", fields).await?;
        let tasks = self.tasks(cards).await?;
        self.at(REVIEW_DAYS - 9, 16);
        self.finish("karin", cards, tasks.last().context("the meeting decided nothing")?).await
    }

    /// Has an initiative measured as of today, as the background worker does.
    async fn measure(&self, id: &str) -> anyhow::Result<()> {
        (self.turn)(self.now);
        let row = initiative::Entity::find_by_id(id).one(self.app.store.reads()).await?;
        let row = row.context("the demo's initiative is gone")?;
        prove::measure_initiative(&self.app.store, &self.app.proves(), &self.workspace, &row).await?;
        Ok(())
    }

    /// Turns the clock to an hour of a day, so many days before now.
    fn at(&self, days: i64, hour: i64) {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let midnight = self.date(days).to_zoned(zone).map_or(self.now.minus(days * DAY), |day| day.timestamp().into());
        (self.turn)(midnight.plus(hour * HOUR));
    }

    fn date(&self, days: i64) -> Date {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        self.now.minus(days * DAY).in_zone(&zone).date()
    }

    /// The date so many days before now, as forms take it.
    fn day(&self, days: i64) -> String {
        self.date(days).to_string()
    }

    fn member(&self, who: &str) -> anyhow::Result<String> {
        self.people.get(who).map(ToString::to_string).with_context(|| format!("{who} does not work here"))
    }

    async fn team(&self) -> anyhow::Result<String> {
        let of = team::Entity::find().filter(team::Column::WorkspaceId.eq(self.workspace.id));
        let found = of.filter(team::Column::Name.eq(words::TEAM)).one(self.app.store.reads()).await?;
        Ok(found.context("the team is gone")?.id)
    }

    /// Ids of an initiative's tasks, in their order.
    async fn tasks(&self, initiative: &str) -> anyhow::Result<Vec<String>> {
        let rows = initiative_task::Entity::find()
            .filter(initiative_task::Column::InitiativeId.eq(initiative))
            .order_by_asc(initiative_task::Column::Place)
            .all(self.app.store.reads())
            .await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    async fn finish(&self, who: &str, initiative: &str, task: &str) -> anyhow::Result<()> {
        let path = format!("/act/initiatives/{initiative}/tasks/{task}");
        self.post(who, &path, form([("do", "done")])).await.map(drop)
    }

    /// Begins an initiative; its id.
    async fn begin(&self, who: &str, fields: Form) -> anyhow::Result<String> {
        let page = self.post(who, "/act/initiatives/new", fields).await?;
        page.strip_prefix("/act/initiatives/").map(str::to_owned).ok_or_else(|| anyhow!("no initiative at {page}"))
    }

    async fn move_on(&self, who: &str, initiative: &str, to: &str) -> anyhow::Result<()> {
        let path = format!("/act/initiatives/{initiative}/state");
        self.post(who, &path, form([("to", to)])).await.map(drop)
    }

    /// Sends a form as a member; the address that the answer leads to.
    async fn post(&self, who: &str, path: &str, fields: Form) -> anyhow::Result<String> {
        let member = self.people.get(who).with_context(|| format!("{who} does not work here"))?;
        let txn = self.app.store.write().await?;
        let secret = sessions::open(&txn, self.workspace.id(), member).await?;
        txn.commit().await?;
        let pairs = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let cookie = if self.app.base_url().starts_with("https://") { "__Host-nabz" } else { "nabz" };
        let request = Request::post(path)
            .header(header::COOKIE, format!("{cookie}={secret}"))
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))?;
        let response = self.router.clone().oneshot(request).await?;
        let status = response.status();
        let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
        match to.filter(|to| status.is_redirection() && !to.starts_with("/login")) {
            Some(to) => Ok(to),
            None => {
                let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap_or_default();
                let body = String::from_utf8_lossy(&body).into_owned();
                tracing::debug!(%body, path, "the demo was refused");
                bail!("the demo's {who} was refused at {path}: {status}")
            }
        }
    }
}

fn form<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Form {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Branches as a scope in the text form of conditions.
fn scope(branches: &[&str]) -> String {
    let names = branches.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>();
    format!("attr.branch in [{}]", names.join(", "))
}
