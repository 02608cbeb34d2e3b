//! The playbook of a case: the steps of its rule, and which are done.

use std::collections::HashMap;

use axum::extract::Path;
use kernel::{Result, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::Check;
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::{case, step};
use super::event::{self, What};
use super::rules::entity::rule;
use crate::webhooks::{self, Event, Happened};

/// Steps of a playbook that are shown.
const STEPS_MAX: usize = 50;
const STEP_CHARS_MAX: usize = 300;

#[derive(Clone, Debug, Serialize)]
pub struct Step {
    pub words: String,
    pub done_at: Option<Timestamp>,
    pub done_by: Option<String>,
}

/// The rule that opened a case, if it still is there.
pub async fn rule_of(db: &impl ConnectionTrait, found: &case::Model) -> Result<Option<rule::Model>> {
    let Some(id) = &found.rule_id else { return Ok(None) };
    rule::Entity::find_by_id(id).filter(rule::Column::WorkspaceId.eq(found.workspace_id)).one(db).await.check()
}

/// The steps in the order of the playbook; a member's id in `done_by`.
pub async fn of(db: &impl ConnectionTrait, found: &case::Model, rule: Option<&rule::Model>) -> Result<Vec<Step>> {
    let Some(rule) = rule else { return Ok(Vec::new()) };
    let rows = step::Entity::find().filter(step::Column::CaseId.eq(&found.id)).all(db).await.check()?;
    let mut done: HashMap<String, step::Model> = rows.into_iter().map(|row| (row.step.clone(), row)).collect();
    Ok(lines(rule)
        .map(|words| {
            let done = done.remove(&words);
            Step {
                done_at: done.as_ref().map(|row| Timestamp(row.done_at)),
                done_by: done.map(|row| row.done_by),
                words,
            }
        })
        .collect())
}

fn lines(rule: &rule::Model) -> impl Iterator<Item = String> {
    let mut seen = std::collections::HashSet::new();
    let lines = rule.playbook.lines().map(|line| line.trim().chars().take(STEP_CHARS_MAX).collect::<String>());
    lines.filter(move |line| !line.is_empty() && seen.insert(line.clone())).take(STEPS_MAX)
}

/// Fields `step`: the words of each step that is done; `was`: of each that the page showed as done. What differs is changed:
/// a page that was opened before others ticked a step leaves that alone.
pub async fn tick(agent: Agent, Path(id): Path<String>, form: Fields) -> Reply {
    let txn = agent.store().write().await?;
    let found = super::hold(&txn, &agent, &id).await?;
    let rule = rule_of(&*txn, &found).await?;
    let (ticked, shown): (Vec<&str>, Vec<&str>) = (form.all("step").collect(), form.all("was").collect());
    for step in of(&*txn, &found, rule.as_ref()).await? {
        let holds = |words: &[&str]| words.contains(&step.words.as_str());
        match (holds(&shown), holds(&ticked), step.done_at.is_some()) {
            (false, true, false) => done(&txn, &agent, &found, &step.words).await?,
            (true, false, true) => undone(&txn, &agent, &found, step.words).await?,
            _ => {}
        }
    }
    txn.commit().await?;
    Ok(see_other(&format!("/act/cases/{}#playbook", found.id)).flash("case-flash-steps"))
}

async fn undone(txn: &store::Txn, asking: &Asking, found: &case::Model, words: String) -> Result<()> {
    step::Entity::delete_by_id((found.id.clone(), words.clone())).exec(&**txn).await.check()?;
    let by = asking.member();
    let undone = Happened::new(Event::CaseStep, Some(by.as_str())).fact("is_done", false);
    webhooks::case(txn, asking.workspace(), &found.id, undone.text("step", Some(&words))).await
}

async fn done(txn: &store::Txn, asking: &Asking, found: &case::Model, words: &str) -> Result<()> {
    let member = asking.member();
    let row = step::ActiveModel {
        case_id: Set(found.id.clone()),
        step: Set(words.to_owned()),
        workspace_id: Set(found.workspace_id),
        done_by: Set(member.to_string()),
        done_at: Set(asking.web.env().now().0),
    };
    step::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    event::note(txn, asking.workspace(), &found.id, Some(member.as_str()), What::StepDone, Some(words)).await?;
    Ok(())
}
