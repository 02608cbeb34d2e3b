//! Where questions stand: pure changes of a survey's blocks and pages. All of them leave the survey settled: each
//! question that is shown stands on at most one page, and `questions` has them in the order in which they are met.

use std::collections::{BTreeMap, BTreeSet};

use kernel::condition::Condition;
use kernel::survey::structure::MAIN;
use kernel::survey::{Block, Order, Page, Question, Survey};

use crate::surveys::keys;

/// Where a question stands: indices of block, page and question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub block: usize,
    pub page: usize,
    pub at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
}

impl Way {
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => None,
        }
    }

    /// The neighbour of `place` among `count`.
    pub fn from(self, place: usize, count: usize) -> Option<usize> {
        match self {
            Self::Up => place.checked_sub(1),
            Self::Down => Some(place + 1).filter(|place| *place < count),
        }
    }
}

/// Where a question shall stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// On the page of another question, before or after it.
    Before(String),
    After(String),
    /// On a page of its own after the page of another question; of itself: it leaves its page.
    OwnAfter(String),
    /// On this page of a block, as the question number `at`, from 0.
    Page {
        block: String,
        page: usize,
        at: usize,
    },
    /// On a page of its own at the end of a block.
    End {
        block: String,
    },
    /// On a page of its own at the end.
    Last,
}

impl To {
    /// As forms have it: `before:KEY`, `after:KEY`, `own:KEY`, `page:BLOCK:PAGE:AT`, `end:BLOCK`, `last`.
    pub fn parse(text: &str) -> Option<Self> {
        let (what, rest) = text.split_once(':').unwrap_or((text, ""));
        match what {
            "before" => Some(Self::Before(rest.to_owned())),
            "after" => Some(Self::After(rest.to_owned())),
            "own" => Some(Self::OwnAfter(rest.to_owned())),
            "end" => Some(Self::End { block: rest.to_owned() }),
            "last" => Some(Self::Last),
            "page" => {
                let mut parts = rest.split(':');
                let block = parts.next()?.to_owned();
                let (page, at) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
                Some(Self::Page { block, page, at })
            }
            _ => None,
        }
    }
}

pub fn find(blocks: &[Block], key: &str) -> Option<Spot> {
    blocks.iter().enumerate().find_map(|(block, one)| {
        one.pages.iter().enumerate().find_map(|(page, one)| {
            let at = one.questions.iter().position(|question| question == key)?;
            Some(Spot { block, page, at })
        })
    })
}

/// Writes the layout down that holds anyway, so that it can be changed.
pub fn own(survey: &mut Survey) {
    if survey.blocks.is_empty() {
        survey.blocks = survey.layout().into_owned();
    }
}

/// Makes the layout sound: takes out what is not there, twice there or empty, and puts `questions` in the order in which
/// they are met. A layout that says nothing is not written down.
pub fn settle(survey: &mut Survey) {
    if survey.blocks.is_empty() {
        return;
    }
    let known: BTreeSet<&str> =
        survey.questions.iter().filter(|question| question.kind.is_shown()).map(|q| q.key.as_str()).collect();
    let mut met = BTreeSet::new();
    for block in &mut survey.blocks {
        for page in &mut block.pages {
            page.questions.retain(|key| known.contains(key.as_str()) && met.insert(key.clone()));
        }
        // A page that leads somewhere stays, so that its logic is not lost with its last question.
        block.pages.retain(|page| !page.questions.is_empty() || page.when.is_some() || !page.then.is_empty());
    }
    reorder(survey);
    if is_usual(survey) {
        survey.blocks.clear();
    }
}

/// Questions on pages change places among themselves; all others keep theirs.
fn reorder(survey: &mut Survey) {
    let order: BTreeMap<String, usize> =
        keys_of(&survey.blocks).enumerate().map(|(place, key)| (key.to_owned(), place)).collect();
    let mut slots: Vec<Option<Question>> = std::mem::take(&mut survey.questions).into_iter().map(Some).collect();
    let places: Vec<usize> = (0..slots.len())
        .filter(|place| slots[*place].as_ref().is_some_and(|question| order.contains_key(&question.key)))
        .collect();
    let mut placed: Vec<Question> = places.iter().filter_map(|place| slots[*place].take()).collect();
    placed.sort_by_key(|question| order.get(&question.key).copied());
    for (place, question) in places.into_iter().zip(placed) {
        slots[place] = Some(question);
    }
    survey.questions = slots.into_iter().flatten().collect();
}

pub fn keys_of(blocks: &[Block]) -> impl Iterator<Item = &str> {
    blocks.iter().flat_map(|block| &block.pages).flat_map(|page| &page.questions).map(String::as_str)
}

/// Whether the layout is the one that holds where none is written down.
fn is_usual(survey: &Survey) -> bool {
    let usual = Survey { blocks: Vec::new(), ..survey.clone() };
    *usual.layout() == *survey.blocks
}

/// Puts a new question in its place. Hidden and calculated ones stand at the end of `questions`.
pub fn insert(survey: &mut Survey, question: Question, to: &To) {
    let (key, is_shown) = (question.key.clone(), question.kind.is_shown());
    if is_shown {
        own(survey);
    }
    survey.questions.push(question);
    if is_shown {
        place(&mut survey.blocks, &key, to);
        settle(survey);
    }
}

/// Takes a question out of the survey.
pub fn remove(survey: &mut Survey, key: &str) -> Option<Question> {
    let place = survey.questions.iter().position(|question| question.key == key)?;
    let question = survey.questions.remove(place);
    settle(survey);
    Some(question)
}

/// Moves a question elsewhere. Alone on its page, it brings the page's logic along where it gets a page of its own.
pub fn put(survey: &mut Survey, key: &str, to: &To) {
    if matches!(to, To::Before(other) | To::After(other) if other == key) {
        return;
    }
    own(survey);
    let anchor = match to {
        To::OwnAfter(other) if other == key => neighbour(&survey.blocks, key),
        _ => None,
    };
    let to = anchor.as_ref().unwrap_or(to);
    if *to == To::OwnAfter(key.to_owned()) {
        settle(survey);
        return;
    }
    let mut page = Page::default();
    if let Some(spot) = find(&survey.blocks, key) {
        let from = &mut survey.blocks[spot.block].pages[spot.page];
        from.questions.remove(spot.at);
        // Jumps and conditions of a page that is left empty go with its question.
        if from.questions.is_empty() && matches!(to, To::OwnAfter(_) | To::End { .. } | To::Last) {
            page = Page { questions: Vec::new(), ..std::mem::take(from) };
        }
    }
    place_on(&mut survey.blocks, key, to, page);
    settle(survey);
}

/// A question on the same page, after which an own page can stand; none where it is alone.
fn neighbour(blocks: &[Block], key: &str) -> Option<To> {
    let spot = find(blocks, key)?;
    let others = &blocks[spot.block].pages[spot.page].questions;
    others.iter().find(|other| *other != key).map(|other| To::OwnAfter(other.clone()))
}

fn place(blocks: &mut Vec<Block>, key: &str, to: &To) {
    place_on(blocks, key, to, Page::default());
}

fn place_on(blocks: &mut Vec<Block>, key: &str, to: &To, mut page: Page) {
    let key = key.to_owned();
    match to {
        To::Before(other) | To::After(other) => {
            if let Some(spot) = find(blocks, other) {
                let at = spot.at + usize::from(matches!(to, To::After(_)));
                blocks[spot.block].pages[spot.page].questions.insert(at, key);
                return;
            }
        }
        To::OwnAfter(other) => {
            if let Some(spot) = find(blocks, other) {
                page.questions.push(key);
                blocks[spot.block].pages.insert(spot.page + 1, page);
                return;
            }
        }
        To::Page { block, page: place, at } => {
            let found = blocks.iter_mut().find(|one| one.key == *block);
            if let Some(found) = found.and_then(|block| block.pages.get_mut(*place)) {
                let at = (*at).min(found.questions.len());
                found.questions.insert(at, key);
                return;
            }
        }
        To::End { block } => {
            if let Some(found) = blocks.iter_mut().find(|one| one.key == *block) {
                page.questions.push(key);
                found.pages.push(page);
                return;
            }
        }
        To::Last => {}
    }
    // What the form meant is gone: the end is a place that always is.
    page.questions.push(key);
    match blocks.last_mut() {
        Some(block) => block.pages.push(page),
        None => blocks.push(Block { key: MAIN.into(), pages: vec![page], ..Block::default() }),
    }
}

/// One step up or down. Alone on its page, a question moves with the page past the next one; else it changes places
/// within the page, and at the page's edge it joins the neighbouring page.
pub fn shift(survey: &mut Survey, key: &str, way: Way) {
    own(survey);
    let Some(spot) = find(&survey.blocks, key) else {
        shift_unplaced(survey, key, way);
        settle(survey);
        return;
    };
    let questions = &mut survey.blocks[spot.block].pages[spot.page].questions;
    if questions.len() == 1 {
        shift_page(&mut survey.blocks, spot.block, spot.page, way);
    } else if let Some(other) = way.from(spot.at, questions.len()) {
        questions.swap(spot.at, other);
    } else if let Some((block, page)) = next_page(&survey.blocks, spot.block, spot.page, way) {
        let key = survey.blocks[spot.block].pages[spot.page].questions.remove(spot.at);
        let onto = &mut survey.blocks[block].pages[page].questions;
        let at = if way == Way::Up { onto.len() } else { 0 };
        onto.insert(at, key);
    }
    settle(survey);
}

/// Hidden, calculated and parked questions change places in the list itself.
fn shift_unplaced(survey: &mut Survey, key: &str, way: Way) {
    let unplaced: Vec<usize> = (0..survey.questions.len())
        .filter(|place| find(&survey.blocks, &survey.questions[*place].key).is_none())
        .collect();
    let at = unplaced.iter().position(|place| survey.questions[*place].key == key);
    if let Some((at, other)) = at.and_then(|at| Some((at, way.from(at, unplaced.len())?))) {
        survey.questions.swap(unplaced[at], unplaced[other]);
    }
}

fn next_page(blocks: &[Block], block: usize, page: usize, way: Way) -> Option<(usize, usize)> {
    let pages: Vec<(usize, usize)> =
        (0..blocks.len()).flat_map(|block| (0..blocks[block].pages.len()).map(move |page| (block, page))).collect();
    let at = pages.iter().position(|place| *place == (block, page))?;
    way.from(at, pages.len()).map(|other| pages[other])
}

/// Moves a page past its neighbour; at the edge of its block it goes into the neighbouring block.
pub fn shift_page(blocks: &mut [Block], block: usize, page: usize, way: Way) {
    let Some(count) = blocks.get(block).map(|block| block.pages.len()).filter(|count| page < *count) else { return };
    if let Some(other) = way.from(page, count) {
        blocks[block].pages.swap(page, other);
    } else if let Some(other) = way.from(block, blocks.len()) {
        let moved = blocks[block].pages.remove(page);
        let onto = &mut blocks[other].pages;
        let at = if way == Way::Up { onto.len() } else { 0 };
        onto.insert(at, moved);
    }
}

/// Begins a new page at a question. What leads on stays with the later page, the condition holds for both.
pub fn break_before(survey: &mut Survey, key: &str) {
    own(survey);
    if let Some(spot) = find(&survey.blocks, key).filter(|spot| spot.at > 0) {
        let pages = &mut survey.blocks[spot.block].pages;
        let page = &mut pages[spot.page];
        let later = Page {
            questions: page.questions.split_off(spot.at),
            when: page.when.clone(),
            then: std::mem::take(&mut page.then),
        };
        pages.insert(spot.page + 1, later);
    }
    settle(survey);
}

/// Takes the break before a page away: its questions join the page before it in the block. Where the two pages have
/// different conditions, each question takes its page's condition along, so that nobody is asked anything else than
/// before.
pub fn join(survey: &mut Survey, block: usize, page: usize) {
    own(survey);
    let is_there = survey.blocks.get(block).is_some_and(|block| page > 0 && page < block.pages.len());
    if is_there {
        let later = survey.blocks[block].pages.remove(page);
        let when = survey.blocks[block].pages[page - 1].when.clone();
        if when != later.when {
            let earlier = survey.blocks[block].pages[page - 1].questions.clone();
            restrict(survey, &earlier, when.as_ref());
            restrict(survey, &later.questions, later.when.as_ref());
            survey.blocks[block].pages[page - 1].when = None;
        }
        let joined = &mut survey.blocks[block].pages[page - 1];
        joined.questions.extend(later.questions);
        joined.then.extend(later.then);
    }
    settle(survey);
}

fn restrict(survey: &mut Survey, keys: &[String], when: Option<&Condition>) {
    let Some(when) = when else { return };
    for question in survey.questions.iter_mut().filter(|question| keys.contains(&question.key)) {
        question.when = Some(both(question.when.take(), when));
    }
}

fn both(own: Option<Condition>, also: &Condition) -> Condition {
    Condition::all(own.into_iter().chain([also.clone()]))
}

/// Begins a new block at a page; at its first page, an empty block follows. Returns the new block's key.
pub fn split_block(survey: &mut Survey, block: usize, page: usize) -> Option<String> {
    own(survey);
    let key = keys::unique("block", "block", |key| survey.blocks.iter().any(|block| block.key == key));
    let at = block.min(survey.blocks.len().checked_sub(1)?);
    let whole = &mut survey.blocks[at].pages;
    let pages = if page == 0 || page >= whole.len() { Vec::new() } else { whole.split_off(page) };
    survey.blocks.insert(at + 1, Block { key: key.clone(), pages, ..Block::default() });
    settle(survey);
    Some(key)
}

pub fn shift_block(survey: &mut Survey, key: &str, way: Way) {
    own(survey);
    let place = survey.blocks.iter().position(|block| block.key == key);
    if let Some((place, other)) = place.and_then(|place| Some((place, way.from(place, survey.blocks.len())?))) {
        survey.blocks.swap(place, other);
    }
    settle(survey);
}

/// Takes a block away; its pages join the block before it, else the one after it, each with the block's condition. The
/// only block stays and loses its settings.
pub fn dissolve(survey: &mut Survey, key: &str) {
    own(survey);
    let Some(place) = survey.blocks.iter().position(|block| block.key == key) else { return };
    let mut gone = survey.blocks.remove(place);
    if let Some(when) = &gone.when {
        for page in &mut gone.pages {
            page.when = Some(both(page.when.take(), when));
        }
    }
    match (place.checked_sub(1), survey.blocks.is_empty()) {
        (Some(before), _) => survey.blocks[before].pages.extend(gone.pages),
        (None, false) => {
            gone.pages.append(&mut survey.blocks[0].pages);
            survey.blocks[0].pages = gone.pages;
        }
        (None, true) => survey.blocks.push(Block { key: MAIN.into(), pages: gone.pages, ..Block::default() }),
    }
    settle(survey);
}

/// Whether a block says anything beyond being there.
pub fn is_plain(block: &Block) -> bool {
    block.name.is_empty()
        && block.when.is_none()
        && block.each.is_none()
        && !block.shuffled
        && block.order == Order::Fixed
}
