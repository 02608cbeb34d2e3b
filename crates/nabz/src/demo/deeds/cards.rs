//! The initiative that did not work: new menu cards, after which guests found the food neither better nor worse.

use super::{Deeds, form, scope, words};
use crate::demo::chain::CARDS;

pub const TITLE: &str = "New menu cards with pictures";
/// Days before now.
const PLANNED: i64 = 150;
const STARTED: i64 = 126;
const TASKS: [(&str, &str, i64, i64); 3] = [
    ("Photograph the twenty dishes that are ordered most", "grace", 142, 143),
    ("Print the cards in four languages", "karin", 131, 130),
    ("Lay them on the tables of eight branches", "grace", 126, 126),
];

/// Begins it by hand: nobody had complained about the cards. Its id.
pub async fn plan(deeds: &Deeds) -> anyhow::Result<String> {
    deeds.at(PLANNED, 14);
    let mut fields = form([
        ("title", TITLE),
        ("problem", words::CARDS_PROBLEM),
        ("plan", words::CARDS_PLAN),
        ("topic", "food"),
        ("measure", "visit:food"),
        ("scope.form", "text"),
        ("scope.text", &*scope(&CARDS)),
        ("unit", "branch"),
        ("expected", "6"),
        ("expected_by", &*deeds.day(STARTED - 70)),
        ("owner", &*deeds.member("karin")?),
        ("cost", "5800"),
        ("ends_on", &*deeds.day(STARTED)),
        ("why.0.text", words::CARDS_WHY),
        ("why.0.depth", "0"),
    ]);
    for (n, (title, who, due, _)) in TASKS.iter().enumerate() {
        fields.push((format!("task.{n}.title"), (*title).to_owned()));
        fields.push((format!("task.{n}.owner"), deeds.member(who)?));
        fields.push((format!("task.{n}.due"), deeds.day(*due)));
    }
    let id = deeds.begin("karin", fields).await?;
    deeds.move_on("karin", &id, "doing").await?;
    Ok(id)
}

/// Does it.
pub async fn act(deeds: &Deeds, id: &str) -> anyhow::Result<()> {
    let tasks = deeds.tasks(id).await?;
    for ((_, who, _, done), task) in TASKS.iter().zip(&tasks) {
        deeds.at(*done, 17);
        deeds.finish(who, id, task).await?;
    }
    deeds.at(STARTED, 18);
    let fields = form([("to", "done"), ("starts_on", &*deeds.day(STARTED))]);
    deeds.post("karin", &format!("/act/initiatives/{id}/state"), fields).await.map(drop)
}
