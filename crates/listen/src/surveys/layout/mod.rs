//! Blocks and pages: how the questions of a survey are laid out.

pub mod blocks;
pub mod pages;
pub mod shape;
#[cfg(test)]
mod tests;

use axum::extract::Path;
use kernel::survey::check::BLOCKS_MAX;
use kernel::{Error, Refusal};
use ui::http::{Fields, Manager, Reply, see_other};

use crate::surveys::editing::{Editing, is_stale, mark};
use crate::surveys::editor::{self, encode};
use shape::Way;

/// Where a question stands on the editor's page, as part of an address.
pub fn anchor(key: &str) -> String {
    format!("q-{}", encode(key))
}

/// Where a page stands there.
pub fn page_anchor(block: &str, page: usize) -> String {
    format!("p-{}-{page}", encode(block))
}

/// `POST /listen/surveys/{survey}/layout`: one change of blocks and pages, named by `do`: `break:QUESTION`,
/// `join:BLOCK:PAGE`, `page-up:BLOCK:PAGE`, `page-down:BLOCK:PAGE`, `split:BLOCK:PAGE`, `block-up:BLOCK`,
/// `block-down:BLOCK`, `dissolve:BLOCK`. Pages count from 0.
///
/// # Errors
/// `required` for anything else; `too_many` blocks; 409 where somebody else changed the layout in the meantime.
pub async fn change(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    if is_stale(&fields, &mark(&editing.survey.blocks)?) {
        let row = editing.row.clone();
        drop(editing);
        return editor::stale(&manager, &row).await;
    }
    let unknown = || Refusal::new("required").at("do");
    let (what, rest) = fields.need("do")?.split_once(':').ok_or_else(unknown)?;
    let survey = &mut editing.survey;
    let mut to = String::from("questions");
    if what == "break" {
        survey.question(rest).ok_or(Error::NotFound("question"))?;
        shape::break_before(survey, rest);
        to = anchor(rest);
    } else {
        shape::own(survey);
        let (key, page) = rest.rsplit_once(':').unwrap_or((rest, "0"));
        let page: usize = page.parse().map_err(|_| unknown())?;
        let block = survey.blocks.iter().position(|block| block.key == key).ok_or(Error::NotFound("block"))?;
        match what {
            "join" => shape::join(survey, block, page),
            "page-up" => shape::shift_page(&mut survey.blocks, block, page, Way::Up),
            "page-down" => shape::shift_page(&mut survey.blocks, block, page, Way::Down),
            "split" if survey.blocks.len() >= BLOCKS_MAX => {
                return Err(Refusal::new("too_many").at("blocks").with("max", BLOCKS_MAX.to_string()).into());
            }
            "split" => {
                if let Some(key) = shape::split_block(survey, block, page) {
                    to = format!("b-{}", encode(&key));
                }
            }
            "block-up" => shape::shift_block(survey, key, Way::Up),
            "block-down" => shape::shift_block(survey, key, Way::Down),
            "dissolve" => shape::dissolve(survey, key),
            _ => return Err(unknown().into()),
        }
        shape::settle(survey);
        if what.starts_with("block-") {
            to = format!("b-{}", encode(key));
        }
    }
    editing.keep(&manager, "survey.layout").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#{to}")))
}
