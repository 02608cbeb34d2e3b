//! Webhooks that go out: programs of others are told when a case or an initiative changes.
//!
//! [`case`] and [`initiative`] put a delivery for each endpoint that wants it into the transaction of the change; [`Courier`]
//! delivers, signed by Standard Webhooks 1.0.0. Pages under `/settings/webhooks`.

mod courier;
mod delivery;
pub mod entity;
mod facts;
mod form;
mod kind;
mod list;
mod make;
mod migration;
mod prune;
mod remove;
mod replay;
mod save;
mod secret;
mod settings;
mod show;
mod sign;
mod switch;
mod tell;

use kernel::{Error, Result, Role, WebhookId};
use outbound::Client;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use sea_orm_migration::MigrationTrait;
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Txn};
use ui::http::{Access, Asking, Routes};

pub use courier::Courier;
pub use kind::{Event, State};
pub use prune::{DEAD_MICROS, DELIVERED_MICROS, EXPIRED_MICROS, prune};
pub use settings::{Webhooks, Wrong};
pub use sign::OVERLAP_MICROS;
pub use tell::{Happened, Listeners, case, initiative};

use entity::endpoint;

/// Endpoints of a workspace.
pub const ENDPOINTS_MAX: u64 = 20;
/// Endpoints that are read at a time: two admins who make the last one at once may make one too many, which is told, too.
const ROWS_MAX: u64 = 2 * ENDPOINTS_MAX;
/// What stands for all events, those of later versions included.
pub const ALL_EVENTS: &str = "*";
const PATH: &str = "/settings/webhooks";

/// What addresses are checked with when they are saved.
#[derive(Clone)]
pub struct Outward(pub Client);

pub(crate) fn routes() -> Routes {
    let admin = Access::Member(Role::Admin);
    Routes::new()
        .get("/settings/webhooks", admin, list::list)
        .post("/settings/webhooks", admin, make::make)
        .get("/settings/webhooks/{webhook}", admin, show::show)
        .post("/settings/webhooks/{webhook}", admin, save::save)
        .post("/settings/webhooks/{webhook}/switch", admin, switch::switch)
        .post("/settings/webhooks/{webhook}/secret", admin, secret::rotate)
        .post("/settings/webhooks/{webhook}/test", admin, replay::test)
        .post("/settings/webhooks/{webhook}/replay", admin, replay::all)
        .post("/settings/webhooks/{webhook}/remove", admin, remove::remove)
        .post("/settings/webhooks/{webhook}/restore", admin, remove::restore)
        .get("/settings/webhooks/{webhook}/deliveries/{delivery}", admin, delivery::show)
        .post("/settings/webhooks/{webhook}/deliveries/{delivery}/replay", admin, replay::one)
}

pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(migration::Migration)]
}

/// An endpoint of the asker's workspace; foreign, removed and missing look the same.
async fn find(db: &impl ConnectionTrait, asking: &Asking, id: &str) -> Result<endpoint::Model> {
    endpoint::Entity::find_by_id(WebhookId::from_outside(id).as_str())
        .filter(endpoint::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(endpoint::Column::RemovedAt.is_null())
        .one(db)
        .await
        .check()?
        .ok_or(Error::NotFound("webhook"))
}

/// Notes a deed on an endpoint.
async fn note(txn: &Txn, asking: &Asking, action: &'static str, id: &str) -> Result<()> {
    let actor = asking.member();
    audit::note(txn, asking.workspace(), Deed { actor: actor.as_str(), action, subject: id, detail: json!({}) }).await
}
