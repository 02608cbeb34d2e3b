//! Who cares for each topic and each touchpoint, and which nobody cares for: one click gives one an owner.

use std::collections::{BTreeMap, HashMap};

use axum::extract::Extension;
use kernel::time::DAY;
use kernel::{Error, Refusal, Result, Role};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::topics::{self, Topic};
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, Viewer, see_other};

use super::audience::Customers;
use super::entity::touchpoint_owner;
use super::names::Names;

/// Touchpoints of a workspace that are looked at: the busiest of the last year.
const TOUCHPOINTS_MAX: usize = 200;
const TOUCHPOINT_DAYS: i64 = 365;
const TOUCHPOINT_CHARS_MAX: usize = 200;

/// A topic or a touchpoint.
#[derive(Clone, Debug, Serialize)]
pub struct Owned {
    pub key: String,
    pub name: String,
    /// Id and name.
    pub owner: Option<(String, String)>,
    /// Answers there in the last year; of topics none.
    pub answers: Option<u64>,
}

#[derive(Debug, Default, Serialize)]
pub struct Owners {
    pub topics: Vec<Owned>,
    pub touchpoints: Vec<Owned>,
}

impl Owners {
    /// Those without an owner alone.
    #[must_use]
    pub fn missing(mut self) -> Self {
        self.topics.retain(|one| one.owner.is_none());
        self.touchpoints.retain(|one| one.owner.is_none());
        self
    }
}

#[derive(Serialize)]
struct Page {
    owners: Owners,
    missing: usize,
    agents: Vec<(String, String)>,
    me: String,
    may_change: bool,
}

/// `GET /act/initiatives/owners`
pub async fn page(viewer: Viewer, Extension(customers): Extension<Customers>) -> Reply {
    let names = Names::of(&viewer).await?;
    let mut owners = of(&viewer, &customers, &names).await?;
    // What nobody cares for stands first.
    owners.topics.sort_by_key(|one| one.owner.is_some());
    owners.touchpoints.sort_by_key(|one| one.owner.is_some());
    let missing = owners.topics.iter().chain(&owners.touchpoints).filter(|one| one.owner.is_none()).count();
    let page = Page {
        owners,
        missing,
        agents: names.agents(),
        me: viewer.member().to_string(),
        may_change: viewer.role() >= Role::Manager,
    };
    viewer.page("act/initiatives-owners.html", Section::Act, page).await
}

/// Topics that hold no others, and touchpoints, with their owners. An owner who has left is none, and the owner of the topic
/// above owns those below that have none of their own.
pub async fn of(asking: &Asking, customers: &Customers, names: &Names) -> Result<Owners> {
    let named = |id: &str| names.may_own(id).then(|| names.member(id)).flatten().map(|name| (id.to_owned(), name));
    let topics =
        names.topics.iter().filter(|topic| !names.topics.iter().any(|other| other.parent.as_ref() == Some(&topic.key)));
    let topics = topics.map(|topic| Owned {
        key: topic.key.clone(),
        name: names.topic(&topic.key),
        owner: owner_above(names, topic).and_then(named),
        answers: None,
    });
    let known = touchpoint_owner::Entity::find()
        .filter(touchpoint_owner::Column::WorkspaceId.eq(asking.workspace().0))
        .all(asking.store().reads())
        .await
        .check()?;
    let known: HashMap<&str, &str> = known.iter().map(|row| (row.touchpoint.as_str(), row.owner.as_str())).collect();
    let since = asking.web.env().now().minus(TOUCHPOINT_DAYS * DAY);
    let seen = customers.0.touchpoints(asking.workspace(), since, TOUCHPOINTS_MAX).await?;
    let touchpoints = seen.into_iter().map(|(touchpoint, answers)| Owned {
        owner: known.get(touchpoint.as_str()).copied().and_then(named),
        name: touchpoint.clone(),
        key: touchpoint,
        answers: Some(answers),
    });
    Ok(Owners { topics: topics.collect(), touchpoints: touchpoints.collect() })
}

fn owner_above<'a>(names: &'a Names, topic: &'a Topic) -> Option<&'a str> {
    let mut at = Some(topic);
    // Each step goes up, but what is stored could go round.
    for _ in 0..names.topics.len().max(1) {
        let here = at?;
        if let Some(owner) = &here.owner {
            return Some(owner);
        }
        at = here.parent.as_ref().and_then(|key| names.topics.iter().find(|topic| topic.key == *key));
    }
    None
}

/// `POST /act/initiatives/owners`: gives a `topic` or a `touchpoint` the `owner`; an empty one takes it away. Goes back to the
/// path in `back`.
///
/// # Errors
/// `not_an_agent` at `owner`, `required` where neither is named, `too_long` at `touchpoint`.
pub async fn give(manager: Manager, fields: Fields) -> Reply {
    let names = Names::of(&manager).await?;
    let owner = fields.get("owner");
    if owner.is_some_and(|owner| !names.may_own(owner)) {
        return Err(Refusal::new("not_an_agent").at("owner").into());
    }
    let (workspace, me) = (manager.workspace(), manager.member());
    let txn = manager.store().write().await?;
    match (fields.get("topic"), fields.get("touchpoint")) {
        (Some(key), _) => {
            let topic = names.topics.iter().find(|topic| topic.key == key).ok_or(Error::NotFound("topic"))?;
            let changed = Topic { owner: owner.map(str::to_owned), ..topic.clone() };
            let changes = BTreeMap::from([(topic.key.clone(), Some(changed))]);
            topics::change(&txn, workspace, ("edited", key), &changes, &me).await?;
        }
        (None, Some(touchpoint)) => {
            if touchpoint.chars().count() > TOUCHPOINT_CHARS_MAX {
                let max = TOUCHPOINT_CHARS_MAX.to_string();
                return Err(Refusal::new("too_long").at("touchpoint").with("max", max).into());
            }
            own(&txn, &manager, touchpoint, owner).await?;
            let detail = json!({ "owner": owner });
            let deed = Deed { actor: me.as_str(), action: "touchpoint.owner", subject: touchpoint, detail };
            audit::note(&txn, workspace, deed).await?;
        }
        (None, None) => return Err(Refusal::new("required").at("topic").into()),
    }
    txn.commit().await?;
    Ok(see_other(fields.get("back").unwrap_or("/act/initiatives/owners")).flash("initiative-flash-owner"))
}

async fn own(txn: &store::Txn, asking: &Asking, touchpoint: &str, owner: Option<&str>) -> Result<()> {
    let workspace = asking.workspace();
    let Some(owner) = owner else {
        let key = (workspace.0, touchpoint.to_owned());
        return touchpoint_owner::Entity::delete_by_id(key).exec(&**txn).await.map(drop).check();
    };
    let row = touchpoint_owner::ActiveModel {
        workspace_id: Set(workspace.0),
        touchpoint: Set(touchpoint.to_owned()),
        owner: Set(owner.to_owned()),
        by_member: Set(asking.member().to_string()),
        at: Set(asking.web.env().now().0),
    };
    let latest = OnConflict::columns([touchpoint_owner::Column::WorkspaceId, touchpoint_owner::Column::Touchpoint])
        .update_columns([
            touchpoint_owner::Column::Owner,
            touchpoint_owner::Column::ByMember,
            touchpoint_owner::Column::At,
        ])
        .to_owned();
    touchpoint_owner::Entity::insert(row).on_conflict(latest).exec_without_returning(&**txn).await.map(drop).check()
}
