//! Teams: members who share work.

mod list;

use axum::extract::Path;
use kernel::{Error, Refusal, Role, TeamId, WorkspaceId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::{member, team, team_member};
use store::{Check, Txn};
use ui::http::{Access, Admin, Fields, Flash, Reply, Routes, see_other};

use crate::change;
use crate::form::{self, Stop};
use crate::members::MEMBERS_MAX;

/// Teams of a workspace at most; the page shows all of them.
const TEAMS_MAX: u64 = 100;
const PATH: &str = "/settings/teams";

pub(crate) fn routes() -> Routes {
    let admin = Access::Member(Role::Admin);
    Routes::new().get("/settings/teams", admin, list::show).post("/settings/teams", admin, make).post(
        "/settings/teams/{team}",
        admin,
        save,
    )
}

async fn make(asking: Admin, fields: Fields) -> Reply {
    match add(&asking, &fields).await {
        Ok(()) => Ok(see_other(PATH).flash("teams-made")),
        Err(stop) => list::refused(&asking, None, form::typed(&fields, "name"), stop).await,
    }
}

/// Name and members of one team, as one form.
async fn save(asking: Admin, Path(id): Path<String>, fields: Fields) -> Reply {
    match change_team(&asking, &id, &fields).await {
        Ok(()) => Ok(see_other(PATH).flash("teams-saved")),
        Err(stop) => list::refused(&asking, Some(id), form::typed(&fields, "name"), stop).await,
    }
}

async fn add(asking: &Admin, fields: &Fields) -> Result<(), Stop> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let name = form::name(fields, "name")?;
    let txn = change::begin(store, workspace).await?;
    let all = team::Entity::find().filter(team::Column::WorkspaceId.eq(workspace.0));
    if all.count(&*txn).await.check()? >= TEAMS_MAX {
        return Err(Refusal::new("teams_full").at("name").with("max", TEAMS_MAX.to_string()).into());
    }
    is_free(&txn, workspace, &name, "").await?;
    let id = TeamId::new(store.env());
    let row = team::ActiveModel {
        id: Set(id.to_string()),
        workspace_id: Set(workspace.0),
        name: Set(name),
        created_at: Set(store.env().now().0),
    };
    team::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    note(&txn, asking, "team.make", id.as_str()).await?;
    Ok(txn.commit().await?)
}

async fn change_team(asking: &Admin, id: &str, fields: &Fields) -> Result<(), Stop> {
    if !form::is_id(id) {
        return Err(Error::NotFound("team").into());
    }
    let workspace = asking.workspace();
    let txn = change::begin(asking.store(), workspace).await?;
    let mine = team::Entity::find_by_id(id).filter(team::Column::WorkspaceId.eq(workspace.0));
    let team = mine.one(&*txn).await.check()?.ok_or(Error::NotFound("team"))?;
    let name = form::name(fields, "name")?;
    is_free(&txn, workspace, &name, &team.id).await?;
    team::Entity::update_many()
        .col_expr(team::Column::Name, Expr::value(name))
        .filter(team::Column::Id.eq(&team.id))
        .filter(team::Column::WorkspaceId.eq(workspace.0))
        .exec(&*txn)
        .await
        .check()?;
    put_members(&txn, workspace, &team.id, fields).await?;
    note(&txn, asking, "team.save", &team.id).await?;
    Ok(txn.commit().await?)
}

/// The ticked members, and no others; a member of another workspace is none.
async fn put_members(txn: &Txn, workspace: WorkspaceId, team: &str, fields: &Fields) -> Result<(), Stop> {
    let wanted: Vec<&str> = fields.all("member").take(MEMBERS_MAX as usize).collect();
    if !wanted.iter().all(|id| form::is_id(id)) {
        return Err(Error::NotFound("member").into());
    }
    let known = member::Entity::find()
        .filter(member::Column::WorkspaceId.eq(workspace.0))
        .filter(member::Column::Id.is_in(wanted.iter().copied()))
        .all(&**txn)
        .await
        .check()?;
    if wanted.iter().any(|id| !known.iter().any(|member| member.id == *id)) {
        return Err(Error::NotFound("member").into());
    }
    team_member::Entity::delete_many()
        .filter(team_member::Column::TeamId.eq(team))
        .filter(team_member::Column::WorkspaceId.eq(workspace.0))
        .exec(&**txn)
        .await
        .check()?;
    let rows = known.into_iter().map(|member| team_member::ActiveModel {
        team_id: Set(team.to_owned()),
        member_id: Set(member.id),
        workspace_id: Set(workspace.0),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        team_member::Entity::insert_many(rows).exec_without_returning(&**txn).await.check()?;
    }
    Ok(())
}

/// # Errors
/// `team_taken` where another team has the name.
async fn is_free(txn: &Txn, workspace: WorkspaceId, name: &str, own: &str) -> Result<(), Stop> {
    let taken = team::Entity::find()
        .filter(team::Column::WorkspaceId.eq(workspace.0))
        .filter(team::Column::Name.eq(name))
        .filter(team::Column::Id.ne(own))
        .count(&**txn)
        .await
        .check()?;
    if taken > 0 { Err(Refusal::new("team_taken").at("name").into()) } else { Ok(()) }
}

async fn note(txn: &Txn, asking: &Admin, action: &'static str, id: &str) -> kernel::Result<()> {
    let actor = asking.member();
    let deed = Deed { actor: actor.as_str(), action, subject: id, detail: json!({}) };
    audit::note(txn, asking.workspace(), deed).await
}
