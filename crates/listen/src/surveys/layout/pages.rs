//! A page's logic: when it is shown, and where it leads.

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::survey::check::JUMPS_MAX;
use kernel::survey::{Jump, Page, Survey, Target};
use kernel::{Error, Refusal};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::condition::Builder;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::{page_anchor, shape};
use crate::surveys::editing::{self, Editing, is_stale, mark};
use crate::surveys::editor::Head;
use crate::surveys::logic::{Logic, status};

const TEMPLATE: &str = "listen/surveys/page.html";

#[derive(Serialize)]
struct View {
    survey: Head,
    block: String,
    /// From 1.
    page: usize,
    titles: Vec<String>,
    when: Builder,
    jumps: Vec<JumpView>,
    targets: Vec<(String, String)>,
    mark: String,
    is_stale: bool,
}

#[derive(Serialize)]
struct JumpView {
    name: String,
    when: Builder,
    to: String,
    error: Option<String>,
}

/// A jump as the form has it.
struct TypedJump {
    logic: Logic,
    to: String,
}

/// `GET /listen/surveys/{survey}/blocks/{block}/pages/{page}`: pages count from 1.
pub async fn form(manager: Manager, Path((id, block, page)): Path<(String, String, usize)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let layout = survey.layout();
    let found = layout.iter().find(|one| one.key == block).and_then(|block| block.pages.get(page.wrapping_sub(1)));
    let found = found.ok_or(Error::NotFound("page"))?;
    let logic = Logic::kept("when", found.when.as_ref());
    let jump = |(n, jump): (usize, &Jump)| TypedJump {
        logic: Logic::kept(&format!("jump.{n}"), jump.when.as_ref()),
        to: jump.to.to_string(),
    };
    let jumps: Vec<TypedJump> = found.then.iter().enumerate().map(jump).collect();
    let typed = Typed { logic: &logic, jumps: &jumps, refusals: &[] };
    show(&manager, &row, &survey, (&block, page, found), typed, StatusCode::OK).await
}

/// `POST /listen/surveys/{survey}/blocks/{block}/pages/{page}`: keeps the logic; a pressed `do` only shows the form
/// again: `jump:add`, `jump:drop:N`, `jump:up:N`, and those of the builders.
///
/// # Errors
/// Those of conditions; `required` at a jump that leads nowhere. 409 where somebody else changed the page meanwhile.
pub async fn save(manager: Manager, Path((id, block, page)): Path<(String, String, usize)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    shape::own(&mut editing.survey);
    let place = editing.survey.blocks.iter().position(|one| one.key == block).ok_or(Error::NotFound("block"))?;
    let at = page.wrapping_sub(1);
    let kept = editing.survey.blocks[place].pages.get(at).cloned().ok_or(Error::NotFound("page"))?;
    let stale = is_stale(&fields, &mark(&kept)?);
    let mut logic = Logic::sent("when", &fields);
    let (mut jumps, mut pressed) = sent(&fields);
    pressed |= logic.act("when", &fields);
    let mut changed = Page { questions: kept.questions.clone(), ..Page::default() };
    let mut refusals = Vec::new();
    match logic.condition(&manager, &editing.survey).await? {
        Ok(condition) => changed.when = condition,
        Err(wrong) => refusals.extend(wrong),
    }
    for (n, jump) in jumps.iter().enumerate() {
        let condition = match jump.logic.condition(&manager, &editing.survey).await? {
            Ok(condition) => condition,
            Err(wrong) => {
                refusals.extend(wrong);
                None
            }
        };
        match Target::try_from(jump.to.clone()) {
            Ok(to) => changed.then.push(Jump { when: condition, to }),
            Err(_) => refusals.push(Refusal::new("required").at(format!("jump.{n}.to"))),
        }
    }
    if pressed || stale || !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        let refusals = if pressed { Vec::new() } else { refusals };
        renumber(&mut jumps);
        let typed = Typed { logic: &logic, jumps: &jumps, refusals: &refusals };
        return show(&manager, &row, &survey, (&block, page, &kept), typed, status(pressed, stale)).await;
    }
    editing.survey.blocks[place].pages[at] = changed;
    shape::settle(&mut editing.survey);
    editing.keep(&manager, "survey.page_edit").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#{}", page_anchor(&block, page))).flash("listen-flash-saved"))
}

/// The jumps of a form, after what its buttons did.
fn sent(fields: &Fields) -> (Vec<TypedJump>, bool) {
    let mut jumps = Vec::new();
    let mut pressed = false;
    for n in 0..JUMPS_MAX {
        let name = format!("jump.{n}");
        let Some((_, to)) = fields.0.iter().find(|(field, _)| *field == format!("{name}.to")) else { break };
        let mut logic = Logic::sent(&name, fields);
        pressed |= logic.act(&name, fields);
        jumps.push(TypedJump { logic, to: to.trim().to_owned() });
    }
    let deed = fields.get("do").and_then(|deed| deed.strip_prefix("jump:")).unwrap_or_default();
    let (what, place) = deed.split_once(':').unwrap_or((deed, ""));
    let place = place.parse().ok().filter(|place| *place < jumps.len());
    match (what, place) {
        ("add", _) if jumps.len() < JUMPS_MAX => {
            let name = format!("jump.{}", jumps.len());
            jumps.push(TypedJump { logic: Logic::kept(&name, None), to: String::new() });
        }
        ("drop", Some(place)) => drop(jumps.remove(place)),
        ("up", Some(place)) if place > 0 => jumps.swap(place - 1, place),
        _ => {}
    }
    (jumps, pressed || !deed.is_empty())
}

fn renumber(jumps: &mut [TypedJump]) {
    for (n, jump) in jumps.iter_mut().enumerate() {
        jump.logic.name = format!("jump.{n}");
    }
}

struct Typed<'a> {
    logic: &'a Logic,
    jumps: &'a [TypedJump],
    refusals: &'a [Refusal],
}

async fn show(
    asking: &Asking,
    row: &Model,
    survey: &Survey,
    (block, page, kept): (&str, usize, &Page),
    typed: Typed<'_>,
    status: StatusCode,
) -> Reply {
    let lang = survey.language(asking.locale.code());
    let title = |key: &String| {
        let question = survey.question(key);
        question.and_then(|question| question.title.get(lang, &survey.languages)).unwrap_or(key).to_owned()
    };
    let mut jumps = Vec::new();
    for jump in typed.jumps {
        let field = format!("{}.to", jump.logic.name);
        let refusal = typed.refusals.iter().find(|refusal| refusal.field.as_ref() == Some(&field));
        jumps.push(JumpView {
            name: jump.logic.name.clone(),
            when: jump.logic.builder(asking, survey, typed.refusals).await?,
            to: jump.to.clone(),
            error: refusal.map(|refusal| asking.words(refusal)),
        });
    }
    let view = View {
        survey: Head::of(row, survey, asking),
        block: block.to_owned(),
        page,
        titles: kept.questions.iter().map(title).collect(),
        when: typed.logic.builder(asking, survey, typed.refusals).await?,
        jumps,
        targets: targets(asking, survey, block, page),
        mark: mark(kept)?,
        is_stale: status == StatusCode::CONFLICT,
    };
    let mut response = asking.page(TEMPLATE, Section::Listen, view).await?;
    *response.status_mut() = status;
    Ok(response)
}

/// Where a page can lead: forward only.
fn targets(asking: &Asking, survey: &Survey, block: &str, page: usize) -> Vec<(String, String)> {
    let lang = survey.language(asking.locale.code());
    let word = |key: &str, what: &str| asking.web.pages.plain(asking.locale, key, &[("what", what.into())]);
    let layout = survey.layout();
    let here = layout.iter().position(|one| one.key == block).unwrap_or_default();
    let mut targets = Vec::new();
    for (n, one) in layout.iter().enumerate().skip(here) {
        if n > here {
            let name = if one.name.is_empty() { &one.key } else { &one.name };
            targets.push((Target::Block(one.key.clone()).to_string(), word("survey-target-block", name)));
        }
        for (m, later) in one.pages.iter().enumerate() {
            let first = later.questions.first().filter(|_| n > here || m >= page);
            if let Some(question) = first.and_then(|key| survey.question(key)) {
                let title = question.title.get(lang, &survey.languages).unwrap_or(&question.key);
                targets
                    .push((Target::Question(question.key.clone()).to_string(), word("survey-target-question", title)));
            }
        }
    }
    for ending in &survey.endings {
        let title = ending.title.get(lang, &survey.languages).unwrap_or(&ending.key);
        targets.push((Target::Ending(ending.key.clone()).to_string(), word("survey-target-ending", title)));
    }
    targets.push((Target::End.to_string(), asking.web.pages.plain(asking.locale, "survey-target-end", &[])));
    targets
}
