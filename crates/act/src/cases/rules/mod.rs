//! Rules that open cases: a condition over what a customer said and did, and who deals with it until when. The first rule
//! that holds opens the case; where none does, the built-in one may.

pub mod entity;
pub(super) mod form;
mod list;
mod order;
mod settings_page;
pub(crate) mod subjects;
pub mod trial;

use kernel::Role;
use kernel::condition::{Columns, Condition, Facts, OfSignal, Operand, Said, Says};
use kernel::signal::Signal;
use kernel::{Result, WorkspaceId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::Check;
use store::topics::Topic;
use ui::http::{Access, Routes};

use entity::rule;
use trial::History;

/// Rules of a workspace at most: each is asked of every response.
pub const RULES_MAX: u64 = 100;
/// Cases that a new rule opens in a day at most.
pub const PER_DAY: i32 = 200;
/// The most that can be allowed.
pub const PER_DAY_MAX: i32 = 100_000;

pub(crate) fn routes(history: History) -> Routes {
    let (viewer, manager) = (Access::Member(Role::Viewer), Access::Member(Role::Manager));
    Routes::new()
        .get("/act/rules", viewer, list::page)
        .get("/act/rules/settings", manager, settings_page::form)
        .post("/act/rules/settings", manager, settings_page::save)
        .get("/act/rules/{rule}", manager, form::form)
        .post("/act/rules/{rule}", manager, form::save)
        .post("/act/rules/{rule}/switch", manager, order::switch)
        .post("/act/rules/{rule}/up", manager, order::up)
        .post("/act/rules/{rule}/remove", manager, order::remove)
        .extension(history)
}

/// A rule that can be asked.
#[derive(Clone, Debug)]
pub struct Rule {
    pub row: rule::Model,
    /// With the topics below those that it names.
    condition: Condition,
}

impl Rule {
    /// None for a condition that a later version wrote.
    pub fn of(row: rule::Model, topics: &[Topic]) -> Option<Self> {
        let condition = with_parts(Condition::from_json(&row.condition).ok()?, topics);
        Some(Self { row, condition })
    }

    /// Whether it is about this survey.
    pub fn is_about(&self, survey: &str) -> bool {
        self.row.survey.as_deref().is_none_or(|key| key == survey)
    }

    /// Whether texts have to be read to ask it.
    pub fn asks_texts(&self) -> bool {
        self.condition.operands().iter().any(|operand| matches!(operand, Operand::Said(_)))
    }

    pub fn holds(&self, signal: &Signal, says: &Says, columns: &Columns) -> bool {
        holds(&self.condition, signal, says, columns)
    }
}

/// Whether a condition holds for a signal.
pub fn holds(condition: &Condition, signal: &Signal, says: &Says, columns: &Columns) -> bool {
    let facts: &dyn Facts = &OfSignal { signal, says, columns };
    condition.holds(facts)
}

/// The rules that are on, in the order in which they are asked.
pub async fn on(db: &impl ConnectionTrait, workspace: WorkspaceId, topics: &[Topic]) -> Result<Vec<Rule>> {
    let rows = rule::Entity::find()
        .filter(rule::Column::WorkspaceId.eq(workspace.0))
        .filter(rule::Column::IsOn.eq(true))
        .order_by_asc(rule::Column::Place)
        .order_by_asc(rule::Column::Id)
        .limit(RULES_MAX)
        .all(db)
        .await
        .check()?;
    Ok(rows.into_iter().filter_map(|row| Rule::of(row, topics)).collect())
}

/// Who asks for a topic asks for its parts, too.
pub fn with_parts(condition: Condition, topics: &[Topic]) -> Condition {
    use kernel::condition::{Check, Test};
    let below = |key: &str| -> Vec<String> {
        let mut found = vec![key.to_owned()];
        let mut next = 0;
        while let Some(above) = found.get(next).cloned() {
            let parts = topics.iter().filter(|topic| topic.parent.as_deref() == Some(&*above));
            let fresh: Vec<String> = parts.map(|topic| topic.key.clone()).filter(|key| !found.contains(key)).collect();
            found.extend(fresh);
            next += 1;
        }
        found
    };
    match condition {
        Condition::All(parts) => Condition::All(parts.into_iter().map(|part| with_parts(part, topics)).collect()),
        Condition::Any(parts) => Condition::Any(parts.into_iter().map(|part| with_parts(part, topics)).collect()),
        Condition::Not(inner) => with_parts(*inner, topics).negated(),
        Condition::Test(Test { of: of @ Operand::Said(Said::Topic), check: Check::Has(key) }) => {
            let one = |key: String| Condition::Test(Test { of: of.clone(), check: Check::Has(key) });
            Condition::any(below(&key).into_iter().map(one))
        }
        test @ Condition::Test(_) => test,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_asked_for_with_its_parts() {
        let topic = |key: &str, parent: Option<&str>| Topic {
            key: key.into(),
            parent: parent.map(Into::into),
            ..Topic::default()
        };
        let topics =
            [topic("clean", None), topic("clean.bins", Some("clean")), topic("clean.bins.smell", Some("clean.bins"))];
        let condition: Condition = "nps <= 6 && \"clean\" in said.topic".parse().expect("a condition");
        let wide = with_parts(condition, &topics);
        let says = |key: &str| Says { topics: [key.to_owned()].into(), ..Says::default() };
        let mut signal = testkit::response("r1", 3);
        let holds = |signal: &Signal, key| wide.holds(&OfSignal { signal, says: &says(key), columns: &Columns::new() });
        assert!(holds(&signal, "clean") && holds(&signal, "clean.bins.smell"));
        assert!(!holds(&signal, "food"));
        signal = testkit::response("r1", 9);
        assert!(!holds(&signal, "clean"));
    }
}
