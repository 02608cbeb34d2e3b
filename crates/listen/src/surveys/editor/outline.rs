//! The survey as an outline: blocks, pages, questions, and what is on no page.

use kernel::condition::Condition;
use kernel::survey::{Kind, Outcome, Page, Question, Survey, Target};
use serde::Serialize;
use ui::condition::{Subject, tell};
use ui::http::Asking;

use super::own_name;
use super::problems::Problem;
use crate::lint::Finding;
use crate::surveys::check;
use crate::surveys::layout::shape;
use crate::surveys::logic::reading;
use crate::surveys::questions::fields::icon;
use crate::surveys::review::{Told, told};

#[derive(Serialize)]
pub struct Outline {
    pub blocks: Vec<BlockView>,
    /// Hidden and calculated questions.
    unseen: Vec<QuestionView>,
    /// Questions that stand on no page, so that nobody is asked.
    parked: Vec<QuestionView>,
    endings: Vec<EndingView>,
    quotas: Vec<QuotaView>,
    /// Places that a question can be moved to: value and words.
    places: Vec<(String, String)>,
}

#[derive(Serialize)]
pub struct BlockView {
    key: String,
    name: String,
    number: usize,
    is_plain: bool,
    is_only: bool,
    is_first: bool,
    is_last: bool,
    when: Option<String>,
    /// The title of the question that it repeats for.
    each: Option<String>,
    shuffled: bool,
    pages: Vec<PageView>,
}

#[derive(Serialize)]
struct PageView {
    /// Within the block, from 0.
    place: usize,
    /// In the survey, from 1.
    number: usize,
    when: Option<String>,
    jumps: Vec<String>,
    questions: Vec<QuestionView>,
    is_first: bool,
    is_last: bool,
}

#[derive(Serialize)]
struct QuestionView {
    key: String,
    kind: Kind,
    icon: &'static str,
    title: String,
    required: bool,
    lacking: Vec<String>,
    when: Option<String>,
    has_quota: bool,
    problems: Vec<Problem>,
    /// What the linter says about it, the gravest first.
    findings: Vec<Told>,
    /// Nothing is before or after it.
    is_first: bool,
    is_last: bool,
    is_alone: bool,
    /// First on its page.
    is_top: bool,
}

#[derive(Serialize)]
struct EndingView {
    key: String,
    title: String,
    is_screening: bool,
    redirect: Option<String>,
}

#[derive(Serialize)]
struct QuotaView {
    key: String,
    name: String,
    limit: u32,
    when: String,
}

pub fn outline(
    asking: &Asking,
    survey: &Survey,
    lang: &str,
    subjects: &[Subject],
    problems: &[Problem],
    findings: &[Finding],
) -> Outline {
    let layout = survey.layout();
    let order: Vec<&str> = shape::keys_of(&layout).collect();
    let make = Make { asking, survey, lang, subjects, problems, findings, order: &order };
    let mut number = 0;
    let mut blocks = Vec::new();
    for (n, block) in layout.iter().enumerate() {
        let pages = block.pages.iter().enumerate().map(|(place, page)| {
            number += 1;
            make.page(page, place, number, block.pages.len())
        });
        blocks.push(BlockView {
            key: block.key.clone(),
            name: block.name.clone(),
            number: n + 1,
            is_plain: shape::is_plain(block),
            is_only: layout.len() == 1,
            is_first: n == 0,
            is_last: n + 1 == layout.len(),
            when: block.when.as_ref().map(|when| make.tell(when)),
            each: block.each.as_deref().map(|key| make.title(key)),
            shuffled: block.shuffled,
            pages: pages.collect(),
        });
    }
    let apart = |is_wanted: &dyn Fn(&Question) -> bool| -> Vec<QuestionView> {
        let list: Vec<&Question> = survey.questions.iter().filter(|question| is_wanted(question)).collect();
        let count = list.len();
        list.into_iter()
            .enumerate()
            .map(|(n, question)| make.question(question, n == 0, n + 1 == count, true, true))
            .collect()
    };
    let ending = |ending: &kernel::survey::Ending| EndingView {
        key: ending.key.clone(),
        title: ending.title.get(lang, &survey.languages).unwrap_or(&ending.key).to_owned(),
        is_screening: ending.outcome == Outcome::Screened,
        redirect: ending.redirect.clone(),
    };
    let quota = |quota: &kernel::survey::Quota| QuotaView {
        key: quota.key.clone(),
        name: if quota.name.is_empty() { quota.key.clone() } else { quota.name.clone() },
        limit: quota.limit,
        when: make.tell(&quota.when),
    };
    Outline {
        unseen: apart(&|question| !question.kind.is_shown()),
        parked: apart(&|question| question.kind.is_shown() && !order.contains(&question.key.as_str())),
        endings: survey.endings.iter().map(ending).collect(),
        quotas: survey.quotas.iter().map(quota).collect(),
        places: make.places(&blocks),
        blocks,
    }
}

struct Make<'a> {
    asking: &'a Asking,
    survey: &'a Survey,
    lang: &'a str,
    subjects: &'a [Subject],
    problems: &'a [Problem],
    findings: &'a [Finding],
    /// Keys of the questions on pages, in their order.
    order: &'a [&'a str],
}

impl Make<'_> {
    fn tell(&self, condition: &Condition) -> String {
        tell(condition, self.subjects, reading(self.asking))
    }

    fn title(&self, key: &str) -> String {
        let title = self.survey.question(key).and_then(|one| one.title.get(self.lang, &self.survey.languages));
        title.unwrap_or(key).to_owned()
    }

    fn word(&self, key: &str, what: &str) -> String {
        self.asking.web.pages.text(self.asking.locale, key, &[("what", what.into())])
    }

    fn page(&self, page: &Page, place: usize, number: usize, count: usize) -> PageView {
        let questions = page.questions.iter().filter_map(|key| self.survey.question(key));
        let (first, last) = (self.order.first(), self.order.last());
        let view = |(n, question): (usize, &Question)| {
            let is = |other: Option<&&str>| other.is_some_and(|key| **key == question.key);
            self.question(question, is(first), is(last), page.questions.len() == 1, n == 0)
        };
        PageView {
            place,
            number,
            when: page.when.as_ref().map(|when| self.tell(when)),
            jumps: page.then.iter().map(|jump| self.jump(jump)).collect(),
            questions: questions.enumerate().map(view).collect(),
            is_first: place == 0,
            is_last: place + 1 == count,
        }
    }

    fn jump(&self, jump: &kernel::survey::Jump) -> String {
        let to = match &jump.to {
            Target::Question(key) => self.word("survey-target-question", &self.title(key)),
            Target::Block(key) => {
                let block = self.survey.blocks.iter().find(|block| block.key == *key);
                let name = block.map(|block| block.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(key);
                self.word("survey-target-block", name)
            }
            Target::Ending(key) => {
                let ending = self.survey.ending(key).and_then(|one| one.title.get(self.lang, &self.survey.languages));
                self.word("survey-target-ending", ending.unwrap_or(key))
            }
            Target::End => self.asking.text("survey-target-end"),
        };
        match &jump.when {
            Some(when) => {
                let args = [("when", self.tell(when).into()), ("to", to.into())];
                self.asking.web.pages.text(self.asking.locale, "survey-jump-when", &args)
            }
            None => self.asking.web.pages.text(self.asking.locale, "survey-jump-always", &[("to", to.into())]),
        }
    }

    fn question(
        &self,
        question: &Question,
        is_first: bool,
        is_last: bool,
        is_alone: bool,
        is_top: bool,
    ) -> QuestionView {
        let asks_of = |condition: &Condition| {
            let keys = condition.operands().into_iter().filter_map(|operand| operand.answer_key());
            keys.into_iter().any(|key| kernel::survey::key_of(&key) == question.key)
        };
        QuestionView {
            key: question.key.clone(),
            kind: question.kind,
            icon: icon(question.kind),
            title: self.title(&question.key),
            required: question.required,
            // Isolated: names in several directions stand in one line.
            lacking: check::lacking(question, &self.survey.languages)
                .iter()
                .map(|tag| format!("\u{2068}{}\u{2069}", own_name(tag)))
                .collect(),
            when: question.when.as_ref().map(|when| self.tell(when)),
            has_quota: self.survey.quotas.iter().any(|quota| asks_of(&quota.when)),
            problems: self
                .problems
                .iter()
                .filter(|one| one.question.as_ref() == Some(&question.key))
                .cloned()
                .collect(),
            findings: self
                .findings
                .iter()
                .filter(|finding| finding.question() == Some(&question.key))
                .map(|finding| told(self.asking, finding))
                .collect(),
            is_first,
            is_last,
            is_alone,
            is_top,
        }
    }

    /// Where a question can be moved to in one step: to each page, and to the end of each block.
    fn places(&self, blocks: &[BlockView]) -> Vec<(String, String)> {
        let mut places = Vec::new();
        for block in blocks {
            for page in &block.pages {
                if let Some(question) = page.questions.last() {
                    let args = [("number", page.number.into()), ("what", question.title.clone().into())];
                    let words = self.asking.web.pages.plain(self.asking.locale, "survey-place-page", &args);
                    places.push((format!("after:{}", question.key), words));
                }
            }
            if blocks.len() > 1 {
                let name = if block.name.is_empty() { block.number.to_string() } else { block.name.clone() };
                let args = [("what", name.into())];
                places.push((
                    format!("end:{}", block.key),
                    self.asking.web.pages.plain(self.asking.locale, "survey-place-block", &args),
                ));
            }
        }
        places.push(("last".to_owned(), self.asking.web.pages.plain(self.asking.locale, "survey-place-last", &[])));
        places
    }
}
