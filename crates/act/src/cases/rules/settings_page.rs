//! The form of how a workspace deals with cases: hours of work, holidays, how soon, who hears of what is late.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::{MemberId, Refusal, Result, Role};
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::form::hours;
use crate::cases::hours::{HOLIDAYS_MAX, Hours, Stretch};
use crate::cases::settings::{STEPS_MAX, Settings, Step};

const DUE_HOURS_MAX: f64 = 8_760.0;
const STEP_HOURS_MAX: f64 = 8_760.0;

#[derive(Serialize)]
struct Page {
    /// Monday first; what stands in each day's field.
    week: Vec<String>,
    holidays: String,
    due_hours: String,
    is_builtin_on: bool,
    steps: Vec<StepView>,
    members: Vec<(String, String)>,
    errors: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct StepView {
    after_hours: String,
    to: String,
}

/// `GET /act/rules/settings`
pub async fn form(manager: Manager) -> Reply {
    let settings = Settings::of(manager.store().reads(), manager.workspace()).await?;
    let step =
        |step: &Step| StepView { after_hours: hours(step.after_minutes), to: step.to.clone().unwrap_or_default() };
    let page = Page {
        week: settings.hours.week.iter().map(|day| written(day)).collect(),
        holidays: settings.hours.holidays.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        due_hours: hours(settings.due_minutes),
        is_builtin_on: settings.is_builtin_on,
        steps: settings.steps.iter().map(step).collect(),
        members: Vec::new(),
        errors: BTreeMap::new(),
    };
    show(&manager, page, StatusCode::OK).await
}

/// `POST /act/rules/settings`
///
/// # Errors
/// At `day.0` to `day.6`: `not_hours`; at `holidays`: `not_a_day` (`line`), `too_many`; `not_a_number` and `out_of_range` at
/// the hours; `not_an_agent` at a step.
pub async fn save(manager: Manager, fields: Fields) -> Reply {
    let mut refusals = Vec::new();
    let settings = read(&manager, &fields, &mut refusals).await?;
    if !refusals.is_empty() {
        let typed = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        let step = |n: usize| StepView { after_hours: typed(&format!("step.{n}")), to: typed(&format!("to.{n}")) };
        let page = Page {
            week: (0..7).map(|day| typed(&format!("day.{day}"))).collect(),
            holidays: typed("holidays"),
            due_hours: typed("due_hours"),
            is_builtin_on: fields.has("is_builtin_on"),
            steps: (0..STEPS_MAX).map(step).filter(|step| !step.after_hours.is_empty()).collect(),
            members: Vec::new(),
            errors: refusals.iter().filter_map(|r| Some((r.field.clone()?, manager.words(r)))).collect(),
        };
        return show(&manager, page, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let txn = manager.store().write().await?;
    settings.keep(&txn, manager.workspace()).await?;
    let actor = manager.member();
    let deed = Deed { actor: actor.as_str(), action: "cases.settings", subject: "cases", detail: json!(settings) };
    audit::note(&txn, manager.workspace(), deed).await?;
    txn.commit().await?;
    Ok(see_other("/act/rules").flash("rule-flash-settings"))
}

async fn read(asking: &Asking, fields: &Fields, refusals: &mut Vec<Refusal>) -> Result<Settings> {
    let mut week: [Vec<Stretch>; 7] = Default::default();
    for (n, day) in week.iter_mut().enumerate() {
        let field = format!("day.{n}");
        match stretches(fields.get(&field).unwrap_or_default()) {
            Some(stretches) => *day = stretches,
            None => refusals.push(Refusal::new("not_hours").at(field)),
        }
    }
    let mut holidays = BTreeSet::new();
    for (n, line) in fields.get("holidays").unwrap_or_default().lines().enumerate() {
        let line = kernel::format::parse_digits(line);
        match line.parse::<Date>() {
            _ if line.is_empty() => {}
            Ok(day) => drop(holidays.insert(day)),
            Err(_) => refusals.push(Refusal::new("not_a_day").at("holidays").with("line", (n + 1).to_string())),
        }
    }
    if holidays.len() > HOLIDAYS_MAX {
        refusals.push(Refusal::new("too_many").at("holidays").with("max", HOLIDAYS_MAX.to_string()));
    }
    let due = number(fields.get("due_hours"), "due_hours", DUE_HOURS_MAX, refusals);
    let mut steps = Vec::new();
    for n in 0..STEPS_MAX {
        let field = format!("step.{n}");
        if fields.get(&field).is_none() {
            continue;
        }
        let after_minutes = number(fields.get(&field), &field, STEP_HOURS_MAX, refusals);
        let to = match fields.get(&format!("to.{n}")) {
            Some(id) => match agent(asking, id).await? {
                Some(id) => Some(id),
                None => {
                    refusals.push(Refusal::new("not_an_agent").at(format!("to.{n}")));
                    None
                }
            },
            None => None,
        };
        steps.push(Step { after_minutes, to });
    }
    steps.sort_by_key(|step| step.after_minutes);
    let hours = Hours { week, holidays }.tidy();
    Ok(Settings { hours, due_minutes: due, is_builtin_on: fields.has("is_builtin_on"), steps })
}

/// Minutes of hours as they were typed.
fn number(typed: Option<&str>, field: &str, max: f64, refusals: &mut Vec<Refusal>) -> i64 {
    let Some(typed) = typed else {
        refusals.push(Refusal::new("required").at(field));
        return 0;
    };
    match kernel::format::parse_number(typed) {
        Some(hours) if (0.0..=max).contains(&hours) => (hours * 60.0).round() as i64,
        Some(_) => {
            let refusal = Refusal::new("out_of_range").at(field).with("value", typed.to_owned());
            refusals.push(refusal.with("from", "0").with("to", format!("{max:.0}")));
            0
        }
        None => {
            refusals.push(Refusal::new("not_a_number").at(field));
            0
        }
    }
}

async fn agent(asking: &Asking, id: &str) -> Result<Option<String>> {
    let member = asking.store().member(asking.workspace(), &MemberId::from_outside(id)).await?;
    Ok(member.filter(|member| member.disabled_at.is_none() && member.role() >= Role::Agent).map(|member| member.id))
}

/// `09:00-12:00, 13:00-17:00`; nothing where nobody works.
fn written(day: &[Stretch]) -> String {
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    day.iter().map(|stretch| format!("{}-{}", time(stretch.from), time(stretch.to))).collect::<Vec<_>>().join(", ")
}

/// What [`written`] writes, with any digits, dashes and commas that people type; none where it is something else.
fn stretches(text: &str) -> Option<Vec<Stretch>> {
    let text = kernel::format::parse_digits(text).replace(['–', '—', '−'], "-").replace(['،', ';', '؛'], ",");
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (from, to) = part.split_once('-')?;
            let stretch = Stretch { from: minutes(from)?, to: minutes(to)? };
            (stretch.from < stretch.to).then_some(stretch)
        })
        .collect()
}

/// Minutes since midnight of `9`, `9:30` or `24:00`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "0"));
    let (hour, minute): (u16, u16) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    let total = hour * 60 + minute;
    (hour <= 24 && minute < 60 && total <= 24 * 60).then_some(total)
}

async fn show(asking: &Asking, page: Page, status: StatusCode) -> Reply {
    let members = asking.store().members(asking.workspace()).await?.into_iter();
    let agents = members.filter(|member| member.disabled_at.is_none() && member.role() >= Role::Agent);
    let members = agents.map(|m| (m.id, if m.name.is_empty() { m.email } else { m.name })).collect();
    let mut steps = page.steps;
    while steps.len() < STEPS_MAX.min(3) {
        steps.push(StepView { after_hours: String::new(), to: String::new() });
    }
    let mut response = asking.page("act/rules-settings.html", Section::Act, Page { members, steps, ..page }).await?;
    *response.status_mut() = status;
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let office = vec![Stretch { from: 540, to: 720 }, Stretch { from: 780, to: 1_020 }];
        for text in ["09:00-12:00, 13:00-17:00", "9-12,13-17", "۹–۱۲، ۱۳–۱۷", " 9.00 - 12:00 ; 13 - 17:00 "]
        {
            assert_eq!(stretches(text), Some(office.clone()), "{text}");
        }
        assert_eq!(stretches(""), Some(vec![]));
        assert_eq!(stretches("0-24").map(|day| written(&day)), Some("00:00-24:00".into()));
        for text in ["9", "12-9", "9-25", "9:70-10", "nine to five", "9-12-15"] {
            assert_eq!(stretches(text), None, "{text}");
        }
    }
}
