//! The page of a delivery: what was sent, what came back.

use axum::extract::Path;
use kernel::{DeliveryId, Error, Result, Timestamp};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::Check;
use ui::Section;
use ui::http::{Admin, Reply};

use super::entity::{delivery, endpoint};
use super::kind::State;
use super::show::Row;

#[derive(Serialize)]
struct Page {
    webhook: String,
    name: String,
    is_on: bool,
    row: Row,
    body: String,
    answer: Option<String>,
    tried_at: Option<Timestamp>,
    took: Option<i32>,
    /// Where the case or initiative is shown.
    about: Option<String>,
    may_replay: bool,
}

pub async fn show(admin: Admin, Path((id, delivery)): Path<(String, String)>) -> Reply {
    let db = admin.store().reads();
    let endpoint = super::find(db, &admin, &id).await?;
    let found = find(db, &endpoint, &delivery).await?;
    let about = match found.about.split_once('_') {
        Some(("case", _)) => Some(format!("/act/cases/{}", found.about)),
        Some(("ini", _)) => Some(format!("/act/initiatives/{}", found.about)),
        _ => None,
    };
    let page = Page {
        is_on: endpoint.is_on,
        may_replay: endpoint.is_on && found.state == State::Dead.as_str(),
        webhook: endpoint.id,
        name: endpoint.name,
        row: Row::of(&found),
        body: pretty(&found.body),
        answer: found.answer,
        tried_at: found.tried_at.map(Timestamp),
        took: found.took,
        about,
    };
    admin.page("act/webhook-delivery.html", Section::Settings, page).await
}

/// A delivery of an endpoint that the asker may see.
pub async fn find(db: &impl ConnectionTrait, endpoint: &endpoint::Model, id: &str) -> Result<delivery::Model> {
    delivery::Entity::find_by_id(DeliveryId::from_outside(id).as_str())
        .filter(delivery::Column::EndpointId.eq(&endpoint.id))
        .filter(delivery::Column::WorkspaceId.eq(endpoint.workspace_id))
        .one(db)
        .await
        .check()?
        .ok_or(Error::NotFound("delivery"))
}

/// With lines, for reading.
fn pretty(body: &str) -> String {
    let value: Option<serde_json::Value> = serde_json::from_str(body).ok();
    value.and_then(|value| serde_json::to_string_pretty(&value).ok()).unwrap_or_else(|| body.to_owned())
}
