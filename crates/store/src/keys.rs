//! Keys to the API.

use std::fmt;
use std::str::FromStr;

use kernel::{KeyId, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::{ActiveModel, Column, Entity, Model};
use crate::sessions::hash;
use crate::{Check, Store, Txn};

/// What a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Sending responses.
    Responses,
    /// Sending behaviour.
    Track,
    /// Reading numbers and answers.
    Read,
    /// Bringing mails that came in.
    Mail,
    All,
}

impl Scope {
    pub const ALL: [Self; 5] = [Self::Responses, Self::Track, Self::Read, Self::Mail, Self::All];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Responses => "responses",
            Self::Track => "track",
            Self::Read => "read",
            Self::Mail => "mail",
            Self::All => "all",
        }
    }

    /// Whether a key with this scope may do what `needed` stands for.
    pub fn covers(self, needed: Self) -> bool {
        self == Self::All || self == needed
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// No scope has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no scope `{0}`: responses, track, read, mail or all")]
pub struct NoSuchScope(String);

impl FromStr for Scope {
    type Err = NoSuchScope;

    fn from_str(text: &str) -> std::result::Result<Self, NoSuchScope> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text).ok_or_else(|| NoSuchScope(text.into()))
    }
}

/// Makes a key. The returned secret is shown once.
pub async fn issue(txn: &Txn, workspace: WorkspaceId, name: &str, scope: Scope) -> Result<(KeyId, String)> {
    let env = txn.store().env();
    let (id, secret) = (KeyId::new(env), format!("nabz_{}", env.secret()));
    let row = ActiveModel {
        id: Set(id.to_string()),
        workspace_id: Set(workspace.0),
        name: Set(name.to_owned()),
        hash: Set(hash(&secret)),
        scope: Set(scope.as_str().into()),
        created_at: Set(env.now().0),
        revoked_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok((id, secret))
}

impl Store {
    /// The key with this secret, unless it was revoked.
    pub async fn key(&self, secret: &str) -> Result<Option<Model>> {
        Entity::find()
            .filter(Column::Hash.eq(hash(secret)))
            .filter(Column::RevokedAt.is_null())
            .one(self.reads())
            .await
            .check()
    }

    pub async fn keys(&self, workspace: WorkspaceId) -> Result<Vec<Model>> {
        Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .order_by_desc(Column::Id)
            .all(self.reads())
            .await
            .check()
    }
}
