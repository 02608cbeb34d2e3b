//! A block's settings: its name, when it is gone through, whether it repeats, and the order of what is in it.

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::survey::{Block, Kind, Order, Survey};
use kernel::{Error, Refusal};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::condition::Builder;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::shape;
use crate::surveys::TITLE_CHARS_MAX;
use crate::surveys::editing::{self, Editing, is_stale, mark};
use crate::surveys::editor::{Head, encode};
use crate::surveys::logic::Logic;

const TEMPLATE: &str = "listen/surveys/block.html";

#[derive(Serialize)]
struct View {
    survey: Head,
    key: String,
    name: String,
    name_error: Option<String>,
    when: Builder,
    each: String,
    /// Questions that a block can repeat for: key and title.
    loops: Vec<(String, String)>,
    shuffled: bool,
    questions_shuffled: bool,
    mark: String,
    is_stale: bool,
}

/// `GET /listen/surveys/{survey}/blocks/{block}`
pub async fn form(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let layout = survey.layout();
    let block = layout.iter().find(|block| block.key == key).ok_or(Error::NotFound("block"))?;
    let logic = Logic::kept("when", block.when.as_ref());
    show(&manager, &row, &survey, block, &logic, &[], StatusCode::OK).await
}

/// `POST /listen/surveys/{survey}/blocks/{block}`: keeps the settings; a pressed `do` only shows the form again.
///
/// # Errors
/// `too_long` at the name; those of conditions at `when`. 409 where somebody else changed the block in the meantime.
pub async fn save(manager: Manager, Path((id, key)): Path<(String, String)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    shape::own(&mut editing.survey);
    let place = editing.survey.blocks.iter().position(|block| block.key == key).ok_or(Error::NotFound("block"))?;
    let stale = is_stale(&fields, &mark(&editing.survey.blocks[place])?);
    let mut logic = Logic::sent("when", &fields);
    let pressed = logic.act("when", &fields);
    let mut block = editing.survey.blocks[place].clone();
    let mut refusals = take(&mut block, &fields, &editing.survey);
    match logic.condition(&manager, &editing.survey).await? {
        Ok(condition) => block.when = condition,
        Err(wrong) => refusals.extend(wrong),
    }
    if pressed || stale || !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        let refusals = if pressed { Vec::new() } else { refusals };
        let status = crate::surveys::logic::status(pressed, stale);
        return show(&manager, &row, &survey, &block, &logic, &refusals, status).await;
    }
    editing.survey.blocks[place] = block;
    shape::settle(&mut editing.survey);
    editing.keep(&manager, "survey.block_edit").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#b-{}", encode(&key))).flash("listen-flash-saved"))
}

fn take(block: &mut Block, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    let name: String = fields.get("name").unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    let each = fields.get("each").filter(|key| loops(survey, &block.key).any(|(one, _)| one == *key));
    block.each = each.map(str::to_owned);
    block.shuffled = fields.has("shuffled");
    block.order = if fields.has("questions_shuffled") { Order::Shuffled } else { Order::Fixed };
    let is_long = name.chars().count() > NAME_CHARS_MAX;
    block.name = name;
    let refusal = || Refusal::new("too_long").at("name").with("max", NAME_CHARS_MAX.to_string());
    is_long.then(refusal).into_iter().collect()
}

/// As `kernel` bounds names.
const NAME_CHARS_MAX: usize = 200;

/// Questions with options that are asked before a block or on no page, and so may be looped over.
fn loops<'a>(survey: &'a Survey, block: &'a str) -> impl Iterator<Item = (&'a str, String)> {
    let blocks: &[Block] = &survey.blocks;
    let place = blocks.iter().position(|one| one.key == block).unwrap_or(0);
    let kinds = [Kind::Choice, Kind::Choices, Kind::Dropdown, Kind::Image, Kind::Ranking];
    let able = survey.questions.iter().filter(move |question| kinds.contains(&question.kind));
    let earlier =
        able.filter(move |question| shape::find(blocks, &question.key).is_some_and(|spot| spot.block < place));
    earlier.map(|question| {
        let title = question.title.get("", &survey.languages).unwrap_or(&question.key);
        (question.key.as_str(), title.chars().take(TITLE_CHARS_MAX).collect())
    })
}

async fn show(
    asking: &Asking,
    row: &Model,
    survey: &Survey,
    block: &Block,
    logic: &Logic,
    refusals: &[Refusal],
    status: StatusCode,
) -> Reply {
    let name_error = refusals.iter().find(|refusal| refusal.field.as_deref() == Some("name"));
    let layout = survey.layout();
    let kept = layout.iter().find(|kept| kept.key == block.key).unwrap_or(block);
    let view = View {
        survey: Head::of(row, survey, asking),
        key: block.key.clone(),
        name: block.name.clone(),
        name_error: name_error.map(|refusal| asking.words(refusal)),
        when: logic.builder(asking, survey, refusals).await?,
        each: block.each.clone().unwrap_or_default(),
        loops: loops(survey, &block.key).map(|(key, title)| (key.to_owned(), title)).collect(),
        shuffled: block.shuffled,
        questions_shuffled: block.order == Order::Shuffled,
        mark: mark(kept)?,
        is_stale: status == StatusCode::CONFLICT,
    };
    let mut response = asking.page(TEMPLATE, Section::Listen, view).await?;
    *response.status_mut() = status;
    Ok(response)
}
