//! The form of a meeting: its minutes and what was decided, as it was sent and as it can be kept.

use jiff::civil::Date;
use kernel::{Refusal, Result};
use serde::Serialize;
use ui::http::{Asking, Fields};

use super::names::{Names, all};
use super::read::TaskLine;
use super::{task, today};

/// Decisions of one form.
const DECISIONS_MAX: usize = 5;
const MINUTES_CHARS_MAX: usize = 20_000;

/// The form as it was sent, or as it is begun.
#[derive(Serialize)]
pub struct Sent {
    held_on: String,
    pub minutes: String,
    /// [`DECISIONS_MAX`] of them, most of them empty.
    decisions: Vec<Decided>,
}

/// A decision as it was typed.
#[derive(Clone, Default, Serialize)]
pub struct Decided {
    initiative: String,
    title: String,
    owner: String,
    due: String,
}

impl Sent {
    pub fn blank(today: Date) -> Self {
        let decisions = vec![Decided::default(); DECISIONS_MAX];
        Self { held_on: today.to_string(), minutes: String::new(), decisions }
    }

    pub fn read(fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        let decided = |n: usize| {
            let of = |name: &str| text(&format!("decision.{n}.{name}"));
            Decided { initiative: of("initiative"), title: of("title"), owner: of("owner"), due: of("due") }
        };
        Self {
            held_on: text("held_on"),
            minutes: text("minutes"),
            decisions: (0..DECISIONS_MAX).map(decided).collect(),
        }
    }
}

/// A form that can be kept.
pub struct Kept {
    pub held_on: Date,
    pub minutes: String,
    /// The place in the form, initiative and task.
    pub decisions: Vec<(usize, String, TaskLine)>,
}

pub async fn read(asking: &Asking, fields: &Fields) -> Result<Result<Kept, Vec<Refusal>>> {
    let names = Names::of(asking).await?;
    let rows = all(asking).await?;
    let mut refusals = Vec::new();
    let minutes: String =
        fields.get("minutes").unwrap_or_default().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    if minutes.is_empty() {
        refusals.push(Refusal::new("required").at("minutes"));
    }
    if minutes.chars().count() > MINUTES_CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("minutes").with("max", MINUTES_CHARS_MAX.to_string()));
    }
    let held_on = match fields.get("held_on") {
        Some(day) => kernel::format::parse_digits(day).parse().unwrap_or_else(|_| {
            refusals.push(Refusal::new("bad_day").at("held_on"));
            today(asking)
        }),
        None => today(asking),
    };
    let mut decisions = Vec::new();
    for n in 0..DECISIONS_MAX {
        let prefix = format!("decision.{n}.");
        if fields.get(&format!("{prefix}title")).is_none() {
            continue;
        }
        let of = format!("{prefix}initiative");
        let initiative = fields.get(&of).filter(|id| rows.iter().any(|row| row.id == *id));
        match (initiative, task::read(&names, fields, &prefix)) {
            (Some(initiative), Ok(task)) => decisions.push((n, initiative.to_owned(), task)),
            (None, _) => refusals.push(Refusal::new("not_offered").at(of)),
            (_, Err(refusal)) => refusals.push(refusal),
        }
    }
    Ok(if refusals.is_empty() { Ok(Kept { held_on, minutes, decisions }) } else { Err(refusals) })
}
