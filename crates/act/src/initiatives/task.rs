//! Tasks: adding, checking off, removing.

use axum::extract::Path;
use kernel::{Error, Refusal, Result, TaskId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use store::entity::initiative_task;
use store::{Check, Txn};
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::names::Names;
use super::read::{TITLE_CHARS_MAX, TaskLine};
use super::{find, note, save};

/// Tasks of one initiative at most.
pub const TASKS_MAX: u64 = 200;

/// Tasks of an initiative in their order.
pub async fn of(asking: &Asking, id: &str) -> Result<Vec<initiative_task::Model>> {
    initiative_task::Entity::find()
        .filter(initiative_task::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(initiative_task::Column::InitiativeId.eq(id))
        .order_by_asc(initiative_task::Column::Place)
        .order_by_asc(initiative_task::Column::Id)
        .limit(TASKS_MAX)
        .all(asking.store().reads())
        .await
        .check()
}

/// Reads `title`, `owner` and `due` of a form under a prefix.
///
/// # Errors
/// `required` and `too_long` at the title, `not_an_agent`, `bad_day`.
pub fn read(names: &Names, fields: &Fields, prefix: &str) -> Result<TaskLine, Refusal> {
    let at = |name: &str| format!("{prefix}{name}");
    let title: String = fields.need(&at("title"))?.chars().filter(|c| !c.is_control()).collect();
    if title.chars().count() > TITLE_CHARS_MAX {
        return Err(Refusal::new("too_long").at(at("title")).with("max", TITLE_CHARS_MAX.to_string()));
    }
    let owner = fields.get(&at("owner")).unwrap_or_default();
    if !owner.is_empty() && !names.may_own(owner) {
        return Err(Refusal::new("not_an_agent").at(at("owner")));
    }
    let due = match fields.get(&at("due")) {
        Some(due) => kernel::format::parse_digits(due)
            .parse::<jiff::civil::Date>()
            .map_err(|_| Refusal::new("bad_day").at(at("due")))?
            .to_string(),
        None => String::new(),
    };
    Ok(TaskLine { title, owner: owner.to_owned(), due })
}

/// Adds a task at the end of an initiative's.
///
/// # Errors
/// `too_many`.
pub async fn append(txn: &Txn, asking: &Asking, initiative: &str, task: TaskLine) -> Result<String> {
    let of = initiative_task::Entity::find().filter(initiative_task::Column::InitiativeId.eq(initiative));
    let count = of.count(&**txn).await.check()?;
    if count >= TASKS_MAX {
        return Err(Refusal::new("too_many").at("title").with("max", TASKS_MAX.to_string()).into());
    }
    save::add_task(txn, asking, initiative, i32::try_from(count).unwrap_or(i32::MAX), task).await
}

/// `POST /act/initiatives/{initiative}/tasks`
pub async fn add(agent: Agent, Path(id): Path<String>, fields: Fields) -> Reply {
    let row = find(agent.store().reads(), &agent, &id).await?;
    let task = read(&Names::of(&agent).await?, &fields, "")?;
    let txn = agent.store().write().await?;
    append(&txn, &agent, &row.id, task).await?;
    note(&txn, &agent, "initiative.task", &row.id, None).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/act/initiatives/{}#tasks", row.id)))
}

/// `POST /act/initiatives/{initiative}/tasks/{task}`: `do` is `done`, `undone` or `remove`.
pub async fn change(agent: Agent, Path((id, task)): Path<(String, String)>, fields: Fields) -> Reply {
    let row = find(agent.store().reads(), &agent, &id).await?;
    let txn = agent.store().write().await?;
    let task = initiative_task::Entity::find_by_id(TaskId::from_outside(&task).as_str())
        .filter(initiative_task::Column::WorkspaceId.eq(agent.workspace().0))
        .filter(initiative_task::Column::InitiativeId.eq(&row.id))
        .one(&*txn)
        .await
        .check()?
        .ok_or(Error::NotFound("task"))?;
    let action = match fields.get("do") {
        Some("done") => "initiative.task_done",
        Some("undone") => "initiative.task_undone",
        Some("remove") => "initiative.task_removed",
        _ => return Err(Refusal::new("required").at("do").into()),
    };
    if action == "initiative.task_removed" {
        initiative_task::Entity::delete_by_id(&task.id).exec(&*txn).await.check()?;
    } else {
        let is_done = action == "initiative.task_done";
        let mut changed = task.into_active_model();
        changed.done_at = Set(is_done.then(|| agent.web.env().now().0));
        changed.done_by = Set(is_done.then(|| agent.member().to_string()));
        initiative_task::Entity::update(changed).exec(&*txn).await.check()?;
    }
    note(&txn, &agent, action, &row.id, None).await?;
    txn.commit().await?;
    let reply = see_other(&format!("/act/initiatives/{}#tasks", row.id));
    Ok(if action == "initiative.task_removed" { reply.flash("initiative-flash-task-removed") } else { reply })
}
