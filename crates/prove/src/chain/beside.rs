//! What is one step from a thing: by the links that were kept when one led to the other, and by what the things
//! themselves name.

use std::collections::BTreeMap;

use kernel::{Result, Uid, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use store::entity::{case, case_signal, effect, goal, initiative, insight};
use store::links::{Kind, Way};
use store::{Check, Store};

/// Things of one kind that are followed; beyond these only their number is known.
pub const BESIDE_MAX: usize = 500;

/// Kind, ids, and how many there are, of which the ids are the first.
pub type Beside = (Kind, Vec<String>, u64);

/// What is one step from any of these things of one kind.
pub async fn beside(
    store: &Store,
    workspace: WorkspaceId,
    kind: Kind,
    ids: &[String],
    way: Way,
) -> Result<Vec<Beside>> {
    let mut all = Vec::new();
    for (far, count) in store.kinds_beside(workspace, kind, ids, way).await? {
        let found = store.beside(workspace, (kind, ids), far, way, BESIDE_MAX as u64).await?;
        all.push((far, found, count));
    }
    let named = Named { store, workspace, ids };
    let named = match way {
        Way::Back => named.back(kind).await?,
        Way::On => named.on(kind).await?,
    };
    all.extend(named.into_iter().map(|(far, (ids, count))| (far, ids, count)));
    Ok(all)
}

/// Ids, and how many there are, of which the ids are the first.
type Found = (Vec<String>, u64);

/// Things that name others in their rows.
struct Named<'a> {
    store: &'a Store,
    workspace: WorkspaceId,
    ids: &'a [String],
}

impl Named<'_> {
    async fn back(&self, kind: Kind) -> Result<BTreeMap<Kind, Found>> {
        let mut found = BTreeMap::new();
        match kind {
            Kind::Case => {
                let of = case::Entity::find().filter(case::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(case::Column::Id.is_in(self.ids));
                found.insert(Kind::Signal, self.uids(of.clone(), case::Column::Uid).await?);
                found.insert(Kind::Topic, self.texts(of, case::Column::Topic).await?);
                let further = case_signal::Entity::find()
                    .filter(case_signal::Column::WorkspaceId.eq(self.workspace.0))
                    .filter(case_signal::Column::CaseId.is_in(self.ids));
                let further = self.uids(further, case_signal::Column::Uid).await?;
                add(found.entry(Kind::Signal).or_default(), further);
            }
            Kind::Insight => {
                let of = insight::Entity::find().filter(insight::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(insight::Column::Id.is_in(self.ids));
                found.insert(Kind::Topic, self.texts(of, insight::Column::Topic).await?);
            }
            Kind::Initiative => {
                let of = initiative::Entity::find().filter(initiative::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(initiative::Column::Id.is_in(self.ids));
                found.insert(Kind::Topic, self.texts(of.clone(), initiative::Column::Topic).await?);
                found.insert(Kind::Insight, self.texts(of, initiative::Column::InsightId).await?);
            }
            Kind::Goal => {
                let of = goal::Entity::find().filter(goal::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(goal::Column::Id.is_in(self.ids));
                found.insert(Kind::Initiative, self.texts(of, goal::Column::InitiativeId).await?);
            }
            Kind::Effect => {
                let of = effect::Entity::find().filter(effect::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(effect::Column::Id.is_in(self.ids));
                found.insert(Kind::Initiative, self.texts(of, effect::Column::InitiativeId).await?);
            }
            Kind::Signal | Kind::Topic | Kind::Message => {}
        }
        Ok(found)
    }

    async fn on(&self, kind: Kind) -> Result<BTreeMap<Kind, Found>> {
        let mut found = BTreeMap::new();
        match kind {
            Kind::Signal => {
                let uids = self.ids.iter().filter_map(|id| id.parse::<Uid>().ok()).map(|uid| uid.0.to_vec());
                let uids: Vec<Vec<u8>> = uids.collect();
                let of = case::Entity::find().filter(case::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(case::Column::Uid.is_in(uids.clone()));
                found.insert(Kind::Topic, self.texts(of.clone(), case::Column::Topic).await?);
                found.insert(Kind::Case, self.texts(of, case::Column::Id).await?);
                let further = case_signal::Entity::find()
                    .filter(case_signal::Column::WorkspaceId.eq(self.workspace.0))
                    .filter(case_signal::Column::Uid.is_in(uids));
                let further = self.texts(further, case_signal::Column::CaseId).await?;
                add(found.entry(Kind::Case).or_default(), further);
            }
            Kind::Topic => {
                let of = case::Entity::find().filter(case::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(case::Column::Topic.is_in(self.ids));
                found.insert(Kind::Case, self.texts(of, case::Column::Id).await?);
                let of = insight::Entity::find().filter(insight::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(insight::Column::Topic.is_in(self.ids));
                found.insert(Kind::Insight, self.texts(of, insight::Column::Id).await?);
                let of = initiative::Entity::find().filter(initiative::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(initiative::Column::Topic.is_in(self.ids));
                found.insert(Kind::Initiative, self.texts(of, initiative::Column::Id).await?);
            }
            Kind::Insight => {
                let of = initiative::Entity::find().filter(initiative::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(initiative::Column::InsightId.is_in(self.ids));
                found.insert(Kind::Initiative, self.texts(of, initiative::Column::Id).await?);
            }
            Kind::Initiative => {
                let of = goal::Entity::find().filter(goal::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(goal::Column::InitiativeId.is_in(self.ids));
                found.insert(Kind::Goal, self.texts(of, goal::Column::Id).await?);
                let of = effect::Entity::find().filter(effect::Column::WorkspaceId.eq(self.workspace.0));
                let of = of.filter(effect::Column::InitiativeId.is_in(self.ids));
                found.insert(Kind::Effect, self.texts(of, effect::Column::Id).await?);
            }
            Kind::Case | Kind::Goal | Kind::Effect | Kind::Message => {}
        }
        Ok(found)
    }

    /// What a column of text holds.
    async fn texts<E: EntityTrait>(&self, rows: Select<E>, column: E::Column) -> Result<Found> {
        let rows = rows.filter(column.is_not_null());
        let some = rows.clone().select_only().column(column).limit(BESIDE_MAX as u64);
        let ids: Vec<String> = some.into_tuple().all(self.store.reads()).await.check()?;
        let count = self.count(rows, column, ids.len()).await?;
        Ok((ids, count))
    }

    /// The identities of signals that a column holds.
    async fn uids<E: EntityTrait>(&self, rows: Select<E>, column: E::Column) -> Result<Found> {
        let some = rows.clone().select_only().column(column).limit(BESIDE_MAX as u64);
        let uids: Vec<Vec<u8>> = some.into_tuple().all(self.store.reads()).await.check()?;
        let count = self.count(rows, column, uids.len()).await?;
        Ok((uids.into_iter().filter_map(|uid| Some(Uid(uid.try_into().ok()?).to_string())).collect(), count))
    }

    /// How many different values there are, where there may be more than were read.
    async fn count<E: EntityTrait>(&self, rows: Select<E>, column: E::Column, read: usize) -> Result<u64> {
        if read < BESIDE_MAX {
            return Ok(0);
        }
        let rows = rows.select_only().column_as(Expr::col(column).count_distinct(), "n");
        let count: Option<i64> = rows.into_tuple().one(self.store.reads()).await.check()?;
        Ok(u64::try_from(count.unwrap_or(0)).unwrap_or(0))
    }
}

fn add(found: &mut Found, further: Found) {
    found.0.extend(further.0);
    found.1 = std::cmp::max(found.1, further.1);
}
