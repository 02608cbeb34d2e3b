//! Where questions stand, what comes before what, and what kind of values there are.

use std::collections::HashMap;

use crate::condition::{Arithmetic, FactKind, Formula, Operand};
use crate::flow::ITEM;
use crate::survey::read::OTHER;
use crate::survey::{Block, Cells, Choice, Kind, Question, Survey};

/// Formulas that use formulas, to find what kind of value they have.
const KIND_DEPTH_MAX: usize = 20;

pub(super) struct Map<'a> {
    pub questions: HashMap<&'a str, &'a Question>,
    /// Of those that are on a page.
    spots: HashMap<&'a str, Spot>,
    /// The first and the last place that each block may have.
    pub ranges: Vec<(usize, usize)>,
    pub blocks: HashMap<&'a str, usize>,
    survey: &'a Survey,
}

/// A place in the survey: block, page, and question on the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub block: usize,
    pub page: usize,
    pub question: usize,
}

impl<'a> Map<'a> {
    pub fn new(survey: &'a Survey) -> Self {
        let mut map = Self {
            questions: HashMap::new(),
            spots: HashMap::new(),
            ranges: Vec::new(),
            blocks: HashMap::new(),
            survey,
        };
        for question in &survey.questions {
            map.questions.entry(&question.key).or_insert(question);
        }
        if survey.blocks.is_empty() {
            let shown = survey.questions.iter().filter(|question| question.kind.is_shown());
            for (page, question) in shown.enumerate() {
                map.spots.entry(&question.key).or_insert(Spot { block: 0, page, question: 0 });
            }
            map.ranges.push((0, 0));
        }
        let shuffled = |block: &Block| block.shuffled;
        let (first, last) = (survey.blocks.iter().position(shuffled), survey.blocks.iter().rposition(shuffled));
        for (number, block) in survey.blocks.iter().enumerate() {
            map.blocks.entry(&block.key).or_insert(number);
            map.ranges.push(if block.shuffled { (first.unwrap_or(0), last.unwrap_or(0)) } else { (number, number) });
            for (page, keys) in block.pages.iter().enumerate() {
                for (question, key) in keys.questions.iter().enumerate() {
                    map.spots.entry(key).or_insert(Spot { block: number, page, question });
                }
            }
        }
        map
    }

    pub fn spot(&self, key: &str) -> Option<Spot> {
        self.spots.get(key).copied()
    }

    /// Whether the first block surely comes before the other, however blocks are shuffled.
    pub fn is_before(&self, block: usize, other: usize) -> bool {
        block != other && self.ranges[block].1 < self.ranges[other].0
    }

    /// Whether what is asked at `question` is surely known at `spot`.
    pub fn is_known_at(&self, question: Spot, spot: Spot) -> bool {
        if question.block == spot.block { question < spot } else { self.is_before(question.block, spot.block) }
    }

    /// The question whose chosen options a block repeats for.
    pub fn looped(&self, block: usize) -> Option<&'a Question> {
        let each = self.survey.blocks.get(block)?.each.as_deref()?;
        self.questions.get(each).copied()
    }

    /// What kind of value something has; `within` is the block from which it is asked about.
    pub fn kind_of(&self, operand: &Operand, within: Option<usize>) -> Option<FactKind> {
        self.kind_to(operand, within, KIND_DEPTH_MAX)
    }

    fn kind_to(&self, operand: &Operand, within: Option<usize>, depth: usize) -> Option<FactKind> {
        match operand {
            Operand::Attribute(_) | Operand::Field(_) => Some(FactKind::Text),
            // Nobody has read the texts of a survey that is still being answered.
            Operand::Said(_) => None,
            Operand::Calculated(key) => {
                let question = self.questions.get(key.as_str()).filter(|q| q.kind == Kind::Calculated)?;
                Some(self.of_formula(question.formula.as_ref(), within, depth))
            }
            Operand::Answer { question, parts } if question == ITEM && parts.is_empty() => {
                Some(FactKind::Choice(keys(&self.looped(within?)?.options)))
            }
            Operand::Answer { question, parts } => {
                let question = *self.questions.get(question.as_str())?;
                if question.kind == Kind::Calculated && parts.is_empty() {
                    return Some(self.of_formula(question.formula.as_ref(), within, depth));
                }
                let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                let block = self.spot(&question.key).map(|spot| spot.block);
                let Some(items) = block.and_then(|block| self.looped(block)) else { return of_parts(question, &parts) };
                let own = of_parts(question, &parts).filter(|_| block == within);
                let items = || keys(&items.options);
                own.or_else(|| match parts.split_first() {
                    None => Some(FactKind::Set(items())),
                    Some((item, rest)) if items().iter().any(|key| key == item) => of_parts(question, rest),
                    Some(_) => None,
                })
            }
        }
    }

    fn of_formula(&self, formula: Option<&Formula>, within: Option<usize>, depth: usize) -> FactKind {
        let mut formula = formula;
        // The leftmost part tells: only `+` joins texts, and both of its parts are alike.
        loop {
            formula = match formula {
                Some(Formula::Text(_)) => return FactKind::Text,
                Some(Formula::Binary(Arithmetic::Add, left, _)) => Some(&**left),
                Some(Formula::If(_, then, _)) => Some(&**then),
                Some(Formula::Operand(operand)) if depth > 0 => {
                    return match self.kind_to(operand, within, depth - 1) {
                        Some(FactKind::Text | FactKind::Choice(_)) => FactKind::Text,
                        _ => FactKind::Number,
                    };
                }
                _ => return FactKind::Number,
            };
        }
    }
}

/// What kind of value each operand of this survey has, for editors: nothing for what it does not have. Attributes are
/// texts as far as anybody can tell.
pub fn facts(survey: &Survey) -> impl Fn(&Operand) -> Option<FactKind> + '_ {
    let map = Map::new(survey);
    move |operand| map.kind_of(operand, None)
}

/// What kind of value a question, or a part of it, has.
fn of_parts(question: &Question, parts: &[&str]) -> Option<FactKind> {
    let has_own_words = || question.options.iter().any(|option| option.other);
    let chosen = || FactKind::Choice(keys(&question.options));
    match (question.kind, parts) {
        (kind, []) if kind.is_scored() => Some(FactKind::Number),
        (Kind::Number, []) => Some(FactKind::Number),
        (kind, []) if kind.is_single_choice() => Some(chosen()),
        (Kind::Choices, []) => Some(FactKind::Set(keys(&question.options))),
        (kind, [OTHER]) if kind.is_single_choice() || kind == Kind::Choices => {
            has_own_words().then_some(FactKind::Text)
        }
        (Kind::Ranking | Kind::Sum, []) => Some(FactKind::Set(keys(&question.options))),
        (Kind::Ranking | Kind::Sum, [option]) => question.option(option).map(|_| FactKind::Number),
        (Kind::BestWorst, []) => Some(FactKind::Set(vec!["best".to_owned(), "worst".to_owned()])),
        (Kind::BestWorst, ["best" | "worst"]) => Some(chosen()),
        (Kind::Matrix | Kind::Contact, []) => Some(FactKind::Set(keys(&question.rows))),
        (Kind::Contact, [row]) => question.row(row).map(|_| FactKind::Text),
        (Kind::Matrix, [row, rest @ ..]) => {
            question.row(row)?;
            match (question.cells, rest) {
                (Cells::Choice, []) => Some(chosen()),
                (Cells::Choices, []) => Some(FactKind::Set(keys(&question.options))),
                (Cells::Choice | Cells::Choices, [OTHER]) => has_own_words().then_some(FactKind::Text),
                (Cells::Rating, []) => Some(FactKind::Number),
                (Cells::Text, []) => Some(FactKind::Text),
                (Cells::Dual, []) => Some(FactKind::Set(vec!["1".to_owned(), "2".to_owned()])),
                (Cells::Dual, ["1"]) => Some(chosen()),
                (Cells::Dual, ["2"]) => Some(FactKind::Choice(keys(&question.second))),
                _ => None,
            }
        }
        (Kind::Ideas, []) => Some(FactKind::Set(vec![])),
        (Kind::Ideas, ["own"]) => Some(FactKind::Text),
        (
            Kind::Text
            | Kind::Date
            | Kind::Time
            | Kind::Email
            | Kind::Phone
            | Kind::File
            | Kind::Signature
            | Kind::Hidden,
            [],
        ) => Some(FactKind::Text),
        _ => None,
    }
}

fn keys(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.key.clone()).collect()
}
