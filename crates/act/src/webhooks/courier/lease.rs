//! What is due, and taking it.

use kernel::{Result, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Check, Store, Txn};

use crate::webhooks::entity::delivery::{self, Column, Entity};
use crate::webhooks::entity::endpoint;
use crate::webhooks::kind::State;
use crate::webhooks::sign::Signer;

/// Endpoints that are looked at in one go.
const ENDPOINTS_MAX: u64 = 1_000;

/// A delivery that is this worker's for a while.
pub struct Leased {
    pub row: delivery::Model,
    pub url: String,
    /// None where a secret cannot be opened.
    pub signer: Option<Signer>,
}

/// Endpoints that are on and have something due.
pub async fn due(store: &Store) -> Result<Vec<String>> {
    let any = Query::select()
        .expr(Expr::value(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::EndpointId)).equals((endpoint::Entity, endpoint::Column::Id)))
        .cond_where(is_due_at(store.env().now()))
        .to_owned();
    endpoint::Entity::find()
        .select_only()
        .column(endpoint::Column::Id)
        .filter(endpoint::Column::IsOn.eq(true))
        .filter(endpoint::Column::RemovedAt.is_null())
        .filter(Expr::exists(any))
        .order_by_asc(endpoint::Column::Id)
        .limit(ENDPOINTS_MAX)
        .into_tuple()
        .all(store.reads())
        .await
        .check()
}

/// Whether one endpoint has.
pub async fn is_due(store: &Store, endpoint: &str) -> Result<bool> {
    let found = Entity::find().filter(Column::EndpointId.eq(endpoint)).filter(is_due_at(store.env().now()));
    Ok(found.one(store.reads()).await.check()?.is_some())
}

/// A lease that has run out is due again.
fn is_due_at(now: Timestamp) -> Condition {
    let states = [State::Waiting.as_str(), State::Sending.as_str()];
    Condition::all()
        .add(Expr::col((Entity, Column::State)).is_in(states))
        .add(Expr::col((Entity, Column::NextAt)).lte(now.0))
}

/// Takes up to so many of an endpoint, the longest due first; none where it is off by now.
pub async fn take(txn: &Txn, id: &str, lease: i64, room: usize) -> Result<Vec<Leased>> {
    let found = endpoint::Entity::find_by_id(id).one(&**txn).await.check()?;
    let Some(found) = found.filter(|found| found.is_on && found.removed_at.is_none() && room > 0) else {
        return Ok(Vec::new());
    };
    let (store, now) = (txn.store(), txn.store().env().now());
    let ids = first(&**txn, id, now, room).await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let me = store.env().secret();
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Sending.as_str()))
        .col_expr(Column::NextAt, Expr::value(now.plus(lease).0))
        .col_expr(Column::LeasedBy, Expr::value(Some(me.clone())))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.is_in(ids))
        // Meanwhile another node may have taken it.
        .filter(is_due_at(now))
        .exec(&**txn)
        .await
        .check()?;
    let rows = Entity::find().filter(Column::LeasedBy.eq(me)).order_by_asc(Column::Id).all(&**txn).await.check()?;
    let signer = match Signer::of(store, &found, now) {
        Ok(signer) => Some(signer),
        Err(error) => {
            tracing::error!(endpoint = found.id, cause = ?error, "the secret of a webhook cannot be opened");
            None
        }
    };
    Ok(rows.into_iter().map(|row| Leased { row, url: found.url.clone(), signer: signer.clone() }).collect())
}

async fn first(db: &impl ConnectionTrait, endpoint: &str, now: Timestamp, room: usize) -> Result<Vec<String>> {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::EndpointId.eq(endpoint))
        .filter(is_due_at(now))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::Id)
        .limit(room as u64)
        .into_tuple()
        .all(db)
        .await
        .check()
}

/// Nobody has a lease any more.
pub async fn end_all(store: &Store) -> Result<()> {
    let txn = store.write().await?;
    Entity::update_many()
        .col_expr(Column::NextAt, Expr::value(store.env().now().0))
        .filter(Column::State.eq(State::Sending.as_str()))
        .exec(&*txn)
        .await
        .check()?;
    txn.commit().await
}
