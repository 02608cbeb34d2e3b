//! The pages of a survey in the order in which one respondent may meet them, with what points at them resolved.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{is_unseen, shuffle};
use crate::survey::structure::MAIN;
use crate::survey::{Block, Order, Page, Survey, Target};

/// Of surveys without blocks.
static MAIN_BLOCK: LazyLock<Block> = LazyLock::new(|| Block { key: MAIN.to_owned(), ..Block::default() });
static MAIN_PAGE: Page = Page { questions: Vec::new(), when: None, then: Vec::new() };

pub(super) struct Layout<'a> {
    /// Shuffled.
    pub blocks: Vec<Laid<'a>>,
    /// How many pages there are, each item of a loop aside.
    pub slots: usize,
    by_key: HashMap<&'a str, usize>,
    by_question: HashMap<&'a str, (usize, usize)>,
}

pub(super) struct Laid<'a> {
    pub block: &'a Block,
    pub pages: Vec<LaidPage<'a>>,
    /// The place of the first page among all pages.
    pub slot: usize,
}

pub(super) struct LaidPage<'a> {
    pub page: &'a Page,
    /// Places of the questions that may be shown, in the order of the definition. Each question is on one page only.
    pub questions: Vec<usize>,
    /// For each of them, its turn when they are shown.
    pub turns: Vec<usize>,
}

/// Where a target is.
pub(super) enum Place {
    Page(usize, usize),
    Nowhere,
}

impl<'a> Layout<'a> {
    pub fn new(survey: &'a Survey, places: &HashMap<&'a str, usize>, seed: u64) -> Self {
        let mut layout = Self { blocks: Vec::new(), slots: 0, by_key: HashMap::new(), by_question: HashMap::new() };
        if survey.blocks.is_empty() {
            let pages = survey.questions.iter().enumerate().filter(|(_, question)| !is_unseen(question));
            let pages = pages.map(|(place, _)| LaidPage { page: &MAIN_PAGE, questions: vec![place], turns: vec![0] });
            layout.add(survey, &MAIN_BLOCK, pages.collect());
            return layout;
        }
        let mut met = vec![false; survey.questions.len()];
        let order = shuffle::among(seed, "blocks", survey.blocks.len(), |n| survey.blocks[n].shuffled);
        for block in order.into_iter().map(|n| &survey.blocks[n]) {
            let page = |(n, page): (usize, &'a Page)| {
                let place = |key: &String| places.get(key.as_str()).copied();
                let is_new =
                    |place: &usize| !is_unseen(&survey.questions[*place]) && !std::mem::replace(&mut met[*place], true);
                let questions: Vec<usize> = page.questions.iter().filter_map(place).filter(is_new).collect();
                let turns = match block.order {
                    Order::Fixed => (0..questions.len()).collect(),
                    Order::Shuffled => shuffle::order(seed, &format!("{}.{}", block.key, n + 1), questions.len()),
                };
                LaidPage { page, questions, turns }
            };
            let pages = block.pages.iter().enumerate().map(page).collect();
            layout.add(survey, block, pages);
        }
        layout
    }

    fn add(&mut self, survey: &'a Survey, block: &'a Block, pages: Vec<LaidPage<'a>>) {
        let number = self.blocks.len();
        self.by_key.entry(&block.key).or_insert(number);
        for (n, page) in pages.iter().enumerate() {
            for place in &page.questions {
                self.by_question.entry(&survey.questions[*place].key).or_insert((number, n));
            }
        }
        let slot = self.slots;
        self.slots += pages.len();
        self.blocks.push(Laid { block, pages, slot });
    }

    /// The block and page that a jump leads to, if it stays within the survey.
    pub fn place(&self, target: &Target) -> Place {
        let found = match target {
            Target::Block(key) => self.by_key.get(key.as_str()).map(|block| (*block, 0)),
            Target::Question(key) => self.by_question.get(key.as_str()).copied(),
            Target::Ending(_) | Target::End => None,
        };
        found.map_or(Place::Nowhere, |(block, page)| Place::Page(block, page))
    }

    /// Questions that are asked once for each item, with their block's key.
    pub fn looped(&self, survey: &'a Survey) -> HashMap<&'a str, &'a Block> {
        let loops = self.blocks.iter().filter(|laid| laid.block.each.is_some());
        let questions =
            loops.flat_map(|laid| laid.pages.iter().flat_map(|page| &page.questions).map(|p| (*p, laid.block)));
        questions.map(|(place, block)| (survey.questions[place].key.as_str(), block)).collect()
    }
}
