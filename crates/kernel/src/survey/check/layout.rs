//! Blocks, pages, jumps, loops, quotas and endings: everything leads somewhere, and forward.

use std::collections::HashSet;

use super::map::{Map, Spot};
use super::{Faults, ID_CHARS_MAX, JUMPS_MAX, PAGES_MAX, REDIRECT_CHARS_MAX, of_text};
use crate::error::Refusal;
use crate::flow::MET_MAX;
use crate::survey::{Block, Kind, Page, Survey, Target};

/// Kinds whose chosen options a block can repeat for.
pub const LOOP_KINDS: [Kind; 3] = [Kind::Choices, Kind::Ranking, Kind::Sum];

pub(super) fn check(survey: &Survey, map: &Map<'_>, faults: &mut Faults) {
    faults.keys("blocks", survey.blocks.iter().map(|block| block.key.as_str()));
    faults.keys("endings", survey.endings.iter().map(|ending| ending.key.as_str()));
    faults.keys("quotas", survey.quotas.iter().map(|quota| quota.key.as_str()));
    let pages: usize = survey.blocks.iter().map(|block| block.pages.len()).sum();
    faults.over(pages, PAGES_MAX, "too_many", || "blocks".to_owned());
    let mut met = HashSet::new();
    let mut length = 0;
    for (number, block) in survey.blocks.iter().enumerate() {
        faults.over(block.name.chars().count(), ID_CHARS_MAX, "too_long", || format!("blocks.{}.name", block.key));
        let items = of_loop(block, number, map, faults);
        let asked: usize = block.pages.iter().map(|page| page.questions.len()).sum();
        length += (asked + block.pages.len()) * items;
        for (n, page) in block.pages.iter().enumerate() {
            let field = format!("blocks.{}.pages.{}", block.key, n + 1);
            of_page(page, &field, map, &mut met, faults);
            let here = Spot { block: number, page: n, question: usize::MAX };
            of_jumps(survey, page, &field, here, map, faults);
        }
    }
    faults.over(length, MET_MAX, "survey_too_long", || "blocks".to_owned());
    for quota in &survey.quotas {
        let field = || format!("quotas.{}", quota.key);
        faults.over(quota.name.chars().count(), ID_CHARS_MAX, "too_long", || format!("{}.name", field()));
        if let Some(ending) = quota.ending.as_deref().filter(|key| survey.ending(key).is_none()) {
            faults.add(unknown("unknown_ending", ending).at(format!("{}.ending", field())));
        }
    }
    for ending in &survey.endings {
        let at = |field: &str| format!("endings.{}.{field}", ending.key);
        of_text(&ending.title, || at("title"), faults);
        of_text(&ending.text, || at("text"), faults);
        let is_wrong = ending.redirect.as_deref().is_some_and(|address| !is_redirect(address));
        faults.when(is_wrong, "bad_redirect", || at("redirect"));
    }
}

/// How often the block may come.
fn of_loop(block: &Block, number: usize, map: &Map<'_>, faults: &mut Faults) -> usize {
    let Some(each) = &block.each else { return 1 };
    let field = || format!("blocks.{}.each", block.key);
    let Some(question) = map.questions.get(each.as_str()) else {
        faults.add(unknown("unknown_question", each).at(field()));
        return 1;
    };
    // A question that repeats itself has no one answer to repeat for.
    let spot = map.spot(each);
    let is_looped = spot.is_some_and(|spot| spot.block != number && map.looped(spot.block).is_some());
    faults.when(!LOOP_KINDS.contains(&question.kind) || is_looped, "loop_kind", field);
    let is_earlier = spot.is_some_and(|spot| map.is_before(spot.block, number));
    faults.when(!is_earlier, "loop_not_earlier", field);
    question.options.len().max(1)
}

fn of_page<'a>(page: &'a Page, field: &str, map: &Map<'_>, met: &mut HashSet<&'a str>, faults: &mut Faults) {
    for (n, key) in page.questions.iter().enumerate() {
        let at = || format!("{field}.questions.{}", n + 1);
        match map.questions.get(key.as_str()) {
            None => faults.add(unknown("unknown_question", key).at(at())),
            Some(question) if !question.kind.is_shown() => faults.at("never_on_a_page", at()),
            Some(_) if !met.insert(key) => faults.at("question_twice", at()),
            Some(_) => {}
        }
        if faults.is_full() {
            return;
        }
    }
}

fn of_jumps(survey: &Survey, page: &Page, field: &str, here: Spot, map: &Map<'_>, faults: &mut Faults) {
    faults.over(page.then.len(), JUMPS_MAX, "too_many", || format!("{field}.then"));
    for (n, jump) in page.then.iter().enumerate().take(JUMPS_MAX) {
        let at = || format!("{field}.then.{}.to", n + 1);
        let to = match &jump.to {
            Target::End => continue,
            Target::Ending(key) => {
                if survey.ending(key).is_none() {
                    faults.add(unknown("unknown_ending", key).at(at()));
                }
                continue;
            }
            Target::Block(key) => {
                map.blocks.get(key.as_str()).map(|block| Spot { block: *block, page: 0, question: 0 })
            }
            Target::Question(key) => map.spot(key),
        };
        match to {
            None => faults.add(unknown("unknown_target", &jump.to.to_string()).at(at())),
            Some(to) if to.block == here.block && to.page > here.page => {}
            Some(to) if map.is_before(here.block, to.block) => {}
            Some(_) => faults.at("leads_back", at()),
        }
    }
}

fn unknown(code: &'static str, value: &str) -> Refusal {
    Refusal::new(code).with("value", value.chars().take(80).collect::<String>())
}

/// An address over https whose host is written out: what respondents said must not decide who gets it.
fn is_redirect(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
    address.chars().count() <= REDIRECT_CHARS_MAX
        && host.starts_with(char::is_alphanumeric)
        && host.chars().all(fits)
        && !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\')
}
