//! The initiative that worked: bins moved away from the tables of five branches.

use act::initiatives;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use store::entity::insight;

use super::complaints::{Complaints, send_by_hand};
use super::{Deeds, FOUND_DAYS, Form, form, scope, words};
use crate::demo::chain::PILOT;
use crate::demo::story::PILOT_DAYS;

pub const TITLE: &str = "Move the bins away from the tables";
/// The topic that guests name.
const TOPIC: &str = "cleanliness.bins";
/// By how many points of the NPS of these branches it was to rise, and what it cost.
const EXPECTED: f64 = 10.0;
const COST: &str = "2400";
/// Days before now.
const PLANNED: i64 = FOUND_DAYS - 2;
const BEGUN: i64 = FOUND_DAYS - 12;
const TOLD: i64 = PILOT_DAYS - 9;

/// Tasks with who does them, when they were due and when they were done.
const TASKS: [(&str, &str, i64, i64); 4] = [
    ("Measure five floor plans and draw where bins can stand", "omid", 122, 124),
    ("Order lids and two closed stations a branch", "erik", 113, 112),
    ("Move the bins to the back wall in Tehran and Dubai", "laleh", 101, 100),
    ("Move the bins to the back wall in Stockholm and London", "erik", 99, 99),
];

/// Begins it from the insight and from the complaints; its id.
pub async fn plan(deeds: &Deeds, complaints: &Complaints) -> anyhow::Result<String> {
    deeds.at(PLANNED, 10);
    let mut fields = form([
        ("title", TITLE),
        ("problem", words::PROBLEM),
        ("plan", words::PLAN),
        ("risks", words::RISKS),
        ("lesson", words::LESSON),
        ("topic", TOPIC),
        ("measure", "visit:nps"),
        ("scope.form", "text"),
        ("scope.text", &*scope(&PILOT)),
        ("unit", "branch"),
        ("expected", &*EXPECTED.to_string()),
        ("expected_by", &*deeds.day(PILOT_DAYS - 56)),
        ("owner", &*deeds.member("omid")?),
        ("team", &*deeds.team().await?),
        ("cost", COST),
        ("ends_on", &*deeds.day(PILOT_DAYS)),
    ]);
    for (n, (depth, why)) in words::WHYS.iter().enumerate() {
        fields.push((format!("why.{n}.text"), (*why).to_owned()));
        fields.push((format!("why.{n}.depth"), depth.to_string()));
    }
    for (n, (title, who, due, _)) in TASKS.iter().enumerate() {
        fields.push((format!("task.{n}.title"), (*title).to_owned()));
        fields.push((format!("task.{n}.owner"), deeds.member(who)?));
        fields.push((format!("task.{n}.due"), deeds.day(*due)));
    }
    match found(deeds).await? {
        Some(insight) => fields.push(("insight".into(), insight)),
        // What guests wrote depends on the day when the demo is begun; the topic and the complaints lead to it all the same.
        None => tracing::warn!("the detectors did not find the bins where they were moved away"),
    }
    fields.extend(complaints.cases(deeds).await?.into_iter().map(|case| ("case".to_owned(), case.id)));
    let id = deeds.begin("omid", fields).await?;
    deeds.move_on("omid", &id, "planned").await?;
    deeds.post("omid", "/prove/goals/new", goal(deeds, &id, complaints)?).await?;
    Ok(id)
}

/// The insight that named the bins, found by the detectors some days before.
async fn found(deeds: &Deeds) -> anyhow::Result<Option<String>> {
    let row = insight::Entity::find()
        .filter(insight::Column::WorkspaceId.eq(deeds.workspace.id))
        .filter(insight::Column::Kind.eq("cause"))
        .filter(insight::Column::Topic.starts_with("cleanliness"))
        .order_by_desc(insight::Column::Rank)
        .one(deeds.app.store.reads())
        .await?;
    Ok(row.map(|row| row.id))
}

/// The NPS of the five branches is to rise from where it stood.
fn goal(deeds: &Deeds, initiative: &str, complaints: &Complaints) -> anyhow::Result<Form> {
    Ok(form([
        ("title", words::GOAL),
        ("number", "visit/nps"),
        ("of", "number"),
        ("for.form", "text"),
        ("for.text", &*scope(&PILOT)),
        ("from", &*complaints.stood.to_string()),
        ("to", &*(complaints.stood + EXPECTED).to_string()),
        ("from_day", &*deeds.day(PLANNED)),
        ("by_day", &*deeds.day(-21)),
        ("owner", &*deeds.member("omid")?),
        ("initiative", initiative),
    ]))
}

/// Does it, task by task, and has colleagues read what they do otherwise from now on.
pub async fn act(deeds: &Deeds, id: &str) -> anyhow::Result<()> {
    deeds.at(BEGUN, 9);
    deeds.move_on("omid", id, "doing").await?;
    let tasks = deeds.tasks(id).await?;
    for ((_, who, _, done), task) in TASKS.iter().zip(&tasks) {
        deeds.at(*done, 17);
        deeds.finish(who, id, task).await?;
    }
    deeds.at(PILOT_DAYS, 18);
    let fields = form([("to", "done"), ("starts_on", &*deeds.day(PILOT_DAYS))]);
    deeds.post("omid", &format!("/act/initiatives/{id}/state"), fields).await?;
    for (days, who) in [(97, "erik"), (96, "laleh"), (94, "omid")] {
        deeds.at(days, 11);
        deeds.post(who, &format!("/act/initiatives/{id}/lesson"), Form::new()).await?;
    }
    Ok(())
}

/// Tells those who had said so, within consent, and everybody on the public page.
pub async fn tell(deeds: &Deeds, id: &str) -> anyhow::Result<()> {
    deeds.at(TOLD, 10);
    let mut fields = form([("do", "send"), ("is_public", "on")]);
    for (tag, told) in words::TOLD {
        fields.push((format!("words.{tag}"), told.to_owned()));
    }
    deeds.post("omid", &format!("/act/initiatives/{id}/told"), fields).await?;
    deeds.post("omid", "/act/initiatives/page", form([("is_on", "on")])).await?;
    while initiatives::tell(&deeds.app.store, &deeds.app.pages).await? > 0 {}
    deeds.at(TOLD, 15);
    send_by_hand(deeds).await
}
