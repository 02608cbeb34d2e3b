//! The five tests: specific, understandable, prescriptive, measurable, valuable. Each looks in the store at what there is, and
//! says what is missing as the next step.

use kernel::{Measure, Result, Role};
use measures::worth::{Move, Stated, Worth, unit_of};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::{goal, initiative};
use store::links::{Kind, Node};

use super::card::{Card, Side};
use super::seen::Seen;
use super::words::Teller;

/// Initiatives and goals that one card looks at.
const LOOKED_MAX: u64 = 200;
/// Who may make and change plans.
pub const PLANS: Role = Role::Manager;

/// One of the five.
#[derive(Debug, Serialize)]
pub struct Test {
    /// `specific`, `understandable`, `prescriptive`, `measurable` or `valuable`.
    pub name: &'static str,
    pub is_passed: bool,
    /// What there is, in words, with where it is.
    pub has: Vec<Step>,
    /// What is missing, with the page where it is added.
    pub missing: Vec<Step>,
}

#[derive(Debug, Serialize)]
pub struct Step {
    pub text: String,
    pub href: Option<String>,
}

/// What the store knows about an insight.
pub struct Known {
    pub initiative: Option<initiative::Model>,
    pub goal: Option<goal::Model>,
    stated: Stated,
}

pub async fn known(teller: &Teller<'_>, seen: &Seen) -> Result<Known> {
    let (asking, store) = (teller.asking, teller.asking.store());
    let workspace = asking.workspace();
    let node = Node::new(Kind::Insight, &seen.row.id);
    let linked = store.after(workspace, &node, Kind::Initiative, LOOKED_MAX).await?;
    let linked: Vec<String> = linked.into_iter().map(|node| node.id).collect();
    let of =
        Condition::any().add(initiative::Column::InsightId.eq(&seen.row.id)).add(initiative::Column::Id.is_in(linked));
    // What was done before the finding was as it is now is no plan for it.
    let is_for_it = Condition::any()
        .add(initiative::Column::State.ne("done"))
        .add(initiative::Column::DoneAt.gte(seen.row.changed_at));
    let initiative = initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(workspace.0))
        .filter(initiative::Column::State.ne("dropped"))
        .filter(of)
        .filter(is_for_it)
        .order_by_desc(initiative::Column::CreatedAt)
        .one(store.reads())
        .await
        .check()?;
    let set: Vec<String> = {
        let set = store.after(workspace, &node, Kind::Goal, LOOKED_MAX).await?;
        set.into_iter().map(|node| node.id).collect()
    };
    let goals = goal::Entity::find()
        .filter(goal::Column::WorkspaceId.eq(workspace.0))
        .filter(goal::Column::ClosedAt.is_null())
        .order_by_desc(goal::Column::CreatedAt)
        .limit(LOOKED_MAX)
        .all(store.reads())
        .await
        .check()?;
    let goal = goals.into_iter().find(|goal| {
        let of = |initiative: &initiative::Model| goal.initiative_id.as_ref() == Some(&initiative.id);
        set.contains(&goal.id) || initiative.as_ref().is_some_and(of) || is_about(&goal.measure, seen)
    });
    Ok(Known { initiative, goal, stated: Stated::of(store.reads(), workspace).await? })
}

/// Whether a goal's number is the one that the insight is about. A goal for some customers may be about others.
fn is_about(measure: &str, seen: &Seen) -> bool {
    let Ok(measure) = serde_json::from_str::<Measure>(measure) else { return false };
    measure.scope.is_none()
        && seen.row.survey.as_ref() == Some(&measure.survey)
        && seen.card.question() == Some(measure.question.as_str())
}

/// All five, in their order.
pub fn tests(teller: &Teller<'_>, seen: &Seen, known: &Known) -> Vec<Test> {
    let five = Five { teller, seen, known };
    let tests = [
        ("specific", five.specific()),
        ("understandable", five.understandable()),
        ("prescriptive", five.prescriptive()),
        ("measurable", five.measurable()),
        ("valuable", five.valuable()),
    ];
    let test =
        |(name, (has, missing)): (&'static str, Parts)| Test { name, is_passed: missing.is_empty(), has, missing };
    tests.into_iter().map(test).collect()
}

/// What there is, and what is missing.
type Parts = (Vec<Step>, Vec<Step>);

struct Five<'a> {
    teller: &'a Teller<'a>,
    seen: &'a Seen,
    known: &'a Known,
}

impl Five<'_> {
    fn step(&self, key: &str, href: Option<String>) -> Step {
        Step { text: self.teller.asking.text(key), href }
    }

    /// A step for those who may take it.
    fn open(&self, key: &str, least: Role, href: impl Into<String>) -> Step {
        self.step(key, (self.teller.asking.role() >= least).then(|| href.into()))
    }

    fn survey(&self) -> String {
        self.seen
            .survey
            .as_ref()
            .map_or_else(|| "/understand".to_owned(), |(row, _)| format!("/understand/surveys/{}", row.id))
    }

    fn specific(&self) -> Parts {
        let (teller, seen) = (self.teller, self.seen);
        let (mut has, mut missing) = (Vec::new(), Vec::new());
        let place = seen.card.place();
        let place = match &seen.card {
            Card::Unanswered(_) | Card::Silent(_) => teller.survey(seen).or(Some(String::new())),
            _ if place.is_empty() => None,
            _ => Some(teller.place(&place)),
        };
        match place {
            Some(place) if !place.is_empty() => {
                has.push(Step { text: teller.say("understand-five-place", &[("place", place.into())]), href: None });
            }
            Some(_) => {}
            None => missing.push(self.step("understand-five-no-place", Some(format!("{}/compare", self.survey())))),
        }
        match &seen.card {
            Card::Cause(_) => has.push(self.step("understand-five-cause", None)),
            Card::Moved(_) => {
                missing.push(self.step("understand-five-no-cause", Some(format!("{}/why", self.survey()))));
            }
            Card::Emerging(_) | Card::Unanswered(_) | Card::Silent(_) => {}
        }
        let count = match &seen.card {
            // Answers that did not come are no evidence; those that came before are.
            Card::Silent(card) => card.weeks.iter().map(|(_, count)| count).sum(),
            _ => seen.row.people.unsigned_abs(),
        };
        has.push(Step { text: teller.say("understand-five-evidence", &[("count", count.into())]), href: None });
        (has, missing)
    }

    fn understandable(&self) -> Parts {
        (vec![self.step("understand-five-sentence", None)], vec![])
    }

    fn prescriptive(&self) -> Parts {
        let (mut has, mut missing) = (Vec::new(), Vec::new());
        let id = &self.seen.row.id;
        match self.teller.owner(self.seen) {
            Some(owner) => {
                let text = self.teller.say("understand-five-owner", &[("owner", owner.into())]);
                has.push(Step { text, href: None });
            }
            None => missing.push(self.open("understand-five-no-owner", Role::Manager, "#owner")),
        }
        let Some(plan) = &self.known.initiative else {
            missing.push(self.open("understand-five-no-plan", PLANS, plan_of(id)));
            return (has, missing);
        };
        let there = format!("/act/initiatives/{}", plan.id);
        let title = self.teller.say("understand-five-plan", &[("plan", plan.title.clone().into())]);
        has.push(Step { text: title, href: Some(there.clone()) });
        if plan.plan.trim().is_empty() {
            missing.push(self.open("understand-five-empty-plan", PLANS, there.clone()));
        }
        if plan.expected.is_none() {
            missing.push(self.open("understand-five-no-forecast", PLANS, there));
        }
        (has, missing)
    }

    fn measurable(&self) -> Parts {
        let (mut has, mut missing) = (Vec::new(), Vec::new());
        if let Some(metric) = Teller::metric(self.seen) {
            let metric = self.teller.metric_name(metric);
            has.push(Step {
                text: self.teller.say("understand-five-metric", &[("metric", metric.into())]),
                href: None,
            });
        }
        match &self.known.goal {
            Some(goal) => {
                let text = self.teller.say("understand-five-goal", &[("goal", goal.title.clone().into())]);
                has.push(Step { text, href: Some(format!("/prove/goals/{}", goal.id)) });
            }
            None => missing.push(self.open("understand-five-no-goal", Role::Manager, goal_of(&self.seen.row.id))),
        }
        (has, missing)
    }

    fn valuable(&self) -> Parts {
        let (mut has, mut missing) = (Vec::new(), Vec::new());
        let worth = "/prove/worth";
        match self.worth() {
            Some(found) => {
                let write = |value: f64| self.teller.number(value, 0).into();
                let currency = self.known.stated.currency.clone().into();
                let args = [("low", write(found.low)), ("high", write(found.high)), ("currency", currency)];
                has.push(Step { text: self.teller.say("understand-five-worth", &args), href: Some(worth.to_owned()) });
                let args = [("source", found.figure.source.clone().into())];
                has.push(Step { text: self.teller.say("understand-five-worth-source", &args), href: None });
            }
            // Whatever is stated, there is nothing to multiply it with.
            None if self.at_risk() == Some(0.0) => missing.push(self.step("understand-five-no-stake", None)),
            None => missing.push(self.open("understand-five-no-worth", Role::Manager, worth)),
        }
        // What it costs elsewhere hangs on what a contact with support costs.
        if self.known.stated.figure("support_contact").is_some() {
            has.push(self.step("understand-five-channels", Some(worth.to_owned())));
        } else {
            missing.push(self.open("understand-five-no-channels", Role::Manager, worth));
        }
        (has, missing)
    }

    /// What is at stake: points times what a point is worth; customers who wait or feel bad about it times what a retained one
    /// is worth is the most that can be lost, so the range begins at nothing.
    fn worth(&self) -> Option<Worth<'_>> {
        if let Some(people) = self.at_risk() {
            return (people > 0.0).then(|| self.known.stated.at_stake(people)).flatten();
        }
        let points = match &self.seen.card {
            Card::Moved(card) => {
                let (points, margin) = (card.change.abs(), margin(&card.after, &card.was));
                (points, (points - margin).max(0.0), points + margin)
            }
            Card::Cause(card) => (card.points.abs(), card.points.abs(), card.points.abs()),
            _ => return None,
        };
        // Both cards are about the number of the whole survey.
        let unit = Teller::metric(self.seen).and_then(|metric| unit_of(metric.unit(), metric.axis()));
        self.known.stated.of_move(Move { points, unit, share: Some(1.0) }, 0.0).ok()
    }

    /// Customers who may leave over it; none where it is about points.
    fn at_risk(&self) -> Option<f64> {
        let people = self.seen.row.people as f64;
        match &self.seen.card {
            Card::Moved(_) | Card::Cause(_) => None,
            Card::Unanswered(_) => Some(people),
            // Who talks about it more and likes it does not leave over it.
            Card::Emerging(card) => Some(card.negative.map_or(people, |share| (people * share / 100.0).round())),
            // Whoever did not answer may be as happy as ever.
            Card::Silent(_) => Some(0.0),
        }
    }
}

/// Half the 95 % range of the difference of two numbers, from those of both.
fn margin(now: &Side, before: &Side) -> f64 {
    let half = |side: &Side| side.low.zip(side.high).map_or(0.0, |(low, high)| (high - low) / 2.0);
    half(now).hypot(half(before))
}

/// Where a plan for an insight is begun.
pub fn plan_of(id: &str) -> String {
    format!("/act/initiatives/new?insight={}", ui::http::encode(id))
}

/// Where a goal for an insight is set.
pub fn goal_of(id: &str) -> String {
    format!("/prove/goals/new?insight={}", ui::http::encode(id))
}
