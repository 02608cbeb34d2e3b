//! The walk itself: one pass over the pages, forward only.

use std::collections::HashMap;

use super::known::Known;
use super::layout::{Laid, LaidPage, Layout, Place};
use super::{Asked, Effect, End, Fired, MET_MAX, Progress, Situation, Step, Walk, asked_key, shuffle};
use crate::condition::Condition;
use crate::survey::{Choice, Quota, Target};

pub(super) fn walk<'a>(situation: &Situation<'a>) -> Walk<'a> {
    let survey = situation.survey;
    let mut places = HashMap::new();
    for (place, question) in survey.questions.iter().enumerate() {
        places.entry(question.key.as_str()).or_insert(place);
    }
    let layout = Layout::new(survey, &places, situation.seed);
    let looped = layout.looped(survey);
    let known = Known::new(*situation, places, looped);
    let slots = vec![Slot::Out; layout.slots];
    let mut walker = Walker {
        situation: *situation,
        known,
        steps: vec![],
        at: vec![],
        fired: vec![],
        slots,
        met: 0,
        quotas: vec![],
    };
    let end = walker.run(&layout);
    walker.finish(end, &layout)
}

struct Walker<'a> {
    situation: Situation<'a>,
    known: Known<'a>,
    steps: Vec<Step<'a>>,
    /// By step.
    at: Vec<At>,
    fired: Vec<Fired>,
    slots: Vec<Slot>,
    /// Pages and questions so far.
    met: usize,
    quotas: Vec<Watched<'a>>,
}

/// A full quota, and the questions that may make its condition hold.
struct Watched<'a> {
    quota: &'a Quota,
    sources: std::collections::HashSet<&'a str>,
}

/// Where a step stands: its block, its page, and which of so many items it belongs to.
#[derive(Clone, Copy)]
struct At {
    block: usize,
    page: usize,
    item: usize,
    items: usize,
}

/// What is known about a page of the survey, for progress.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    /// Jumped over, behind the end, or ruled out.
    Out,
    /// Hidden only as long as something is unknown.
    Maybe,
    Shown,
}

enum Go<'a> {
    On,
    /// To a page of the same block.
    Page(usize),
    /// To a later block, at this page.
    Block(usize, usize),
    End(End<'a>),
}

impl<'a> Walker<'a> {
    fn run(&mut self, layout: &Layout<'a>) -> End<'a> {
        let full = self.situation.survey.quotas.iter().filter(|quota| self.situation.full.contains(&quota.key));
        self.quotas = full.map(|quota| Watched { quota, sources: self.known.sources(&quota.when) }).collect();
        // Attributes and hidden values alone may fill one.
        if let Some(end) = self.full(None) {
            return end;
        }
        let (mut number, mut entry) = (0, 0);
        while let Some(laid) = layout.blocks.get(number) {
            match self.block(layout, number, laid, std::mem::take(&mut entry)) {
                Go::Block(block, page) => (number, entry) = (block, page),
                Go::End(end) => return end,
                Go::On | Go::Page(_) => number += 1,
            }
        }
        End::Usual
    }

    fn block(&mut self, layout: &Layout<'a>, number: usize, laid: &Laid<'a>, entry: usize) -> Go<'a> {
        let block = laid.block;
        if let Some(when) = &block.when {
            let truth = self.decide(when, || format!("blocks.{}", block.key), None);
            if truth != Some(true) {
                self.mark(laid, entry, if truth.is_none() { Slot::Maybe } else { Slot::Out });
                return Go::On;
            }
        }
        let items: Vec<Option<&'a Choice>> = match block.each.as_deref() {
            None => vec![None],
            Some(each) => match self.known.chosen(each) {
                Some(items) => items.into_iter().map(Some).collect(),
                None => {
                    self.mark(laid, entry, Slot::Maybe);
                    return Go::On;
                }
            },
        };
        if items.len() > 1 {
            // Each item may need other pages: all of them keep their room.
            let room = &mut self.slots[laid.slot + entry..laid.slot + laid.pages.len()];
            room.iter_mut().for_each(|slot| *slot = (*slot).max(Slot::Maybe));
        }
        let mut page = entry;
        for (turn, item) in items.iter().enumerate() {
            self.known.enter(item.map(|item| (block, item)));
            while page < laid.pages.len() {
                let at = At { block: number, page, item: turn, items: items.len() };
                match self.page(layout, laid, at, *item) {
                    Go::On => page += 1,
                    Go::Page(next) => page = next,
                    away => {
                        self.known.enter(None);
                        return away;
                    }
                }
            }
            page = 0;
        }
        self.known.enter(None);
        Go::On
    }

    fn page(&mut self, layout: &Layout<'a>, laid: &Laid<'a>, at: At, item: Option<&'a Choice>) -> Go<'a> {
        let laid_page = &laid.pages[at.page];
        self.met += 1;
        let slot = laid.slot + at.page;
        let id = format!("{}.{}", laid.block.key, at.page + 1);
        let field = || format!("blocks.{}.pages.{}", laid.block.key, at.page + 1);
        if let Some(when) = &laid_page.page.when {
            let truth = self.decide(when, field, item);
            if truth != Some(true) {
                self.slots[slot] = self.slots[slot].max(if truth.is_none() { Slot::Maybe } else { Slot::Out });
                return Go::On;
            }
        }
        let (asked, answered, is_unknown) = self.ask(laid_page, item);
        if asked.is_empty() && !laid_page.questions.is_empty() {
            self.slots[slot] = self.slots[slot].max(if is_unknown { Slot::Maybe } else { Slot::Out });
            return Go::On;
        }
        if !asked.is_empty() {
            let id = item.map_or_else(|| id.clone(), |item| format!("{id}.{}", item.key));
            self.steps.push(Step { id, block: laid.block, page: laid_page.page, item, asked });
            self.at.push(at);
            self.slots[slot] = Slot::Shown;
        }
        if let Some(end) = self.full(Some(&answered)) {
            return Go::End(end);
        }
        if self.met >= MET_MAX {
            return Go::End(End::Usual);
        }
        self.jump(layout, laid_page, at, item, &field())
    }

    /// The questions of a page that are shown, the keys of those that are answered, and whether one may come yet.
    fn ask(&mut self, page: &LaidPage<'a>, item: Option<&'a Choice>) -> (Vec<Asked<'a>>, Vec<&'a str>, bool) {
        let (survey, seed) = (self.situation.survey, self.situation.seed);
        let mut shown: Vec<Option<Asked<'a>>> = Vec::with_capacity(page.questions.len());
        let (mut answered, mut is_unknown) = (Vec::new(), false);
        for place in &page.questions {
            let question = &survey.questions[*place];
            if let Some(when) = &question.when {
                let truth = self.decide(when, || format!("questions.{}", question.key), item);
                if truth != Some(true) {
                    is_unknown |= truth.is_none();
                    shown.push(None);
                    continue;
                }
            }
            let key = asked_key(&question.key, item);
            let asked = Asked {
                question,
                options: shuffle::options(question, seed),
                second: question.second.iter().collect(),
                rows: shuffle::rows(question, seed),
                key,
            };
            let rows = self.situation.given.get(&asked.key).and_then(|value| asked.read(value).ok());
            if self.known.learn(question, item, &asked.key, rows.unwrap_or_default()) {
                answered.push(question.key.as_str());
            }
            self.met += 1;
            shown.push(Some(asked));
        }
        let turns = page.turns.iter().filter_map(|turn| shown[*turn].take());
        (turns.collect(), answered, is_unknown)
    }

    fn jump(
        &mut self,
        layout: &Layout<'a>,
        page: &LaidPage<'a>,
        at: At,
        item: Option<&'a Choice>,
        field: &str,
    ) -> Go<'a> {
        for (n, jump) in page.page.then.iter().enumerate() {
            let truth = jump.when.as_ref().map_or(Some(true), |when| self.known.evaluate(when));
            let go = if truth == Some(true) { self.target(layout, &jump.to, at) } else { Go::On };
            let effect = match go {
                Go::On => Effect::Stayed,
                _ => Effect::Went(jump.to.to_string()),
            };
            let (field, item) = (format!("{field}.then.{}", n + 1), item.map(|item| item.key.clone()));
            self.fired.push(Fired { field, item, truth, effect });
            if truth == Some(true) {
                return go;
            }
        }
        Go::On
    }

    /// Where a jump from here leads; on, if that is not forward.
    fn target(&self, layout: &Layout<'a>, target: &Target, at: At) -> Go<'a> {
        match target {
            Target::End => return Go::End(End::Usual),
            Target::Ending(key) => {
                return self.situation.survey.ending(key).map_or(Go::On, |ending| Go::End(End::Ending(ending)));
            }
            Target::Block(_) | Target::Question(_) => {}
        }
        match layout.place(target) {
            Place::Page(block, page) if block > at.block => Go::Block(block, page),
            Place::Page(block, page) if block == at.block && page > at.page => Go::Page(page),
            _ => Go::On,
        }
    }

    /// The end by a full quota whose condition holds now: looked at where one of its questions was just answered.
    fn full(&mut self, answered: Option<&[&'a str]>) -> Option<End<'a>> {
        for number in 0..self.quotas.len() {
            let Watched { quota, sources } = &self.quotas[number];
            let quota = *quota;
            if answered.is_some_and(|keys| !keys.iter().any(|key| sources.contains(key))) {
                continue;
            }
            let truth = self.known.evaluate_for_all(&quota.when);
            if truth == Some(true) {
                let field = format!("quotas.{}", quota.key);
                self.fired.push(Fired { field, item: None, truth, effect: Effect::Full });
                return Some(End::Quota(quota));
            }
        }
        None
    }

    fn decide(&mut self, when: &'a Condition, field: impl Fn() -> String, item: Option<&Choice>) -> Option<bool> {
        let truth = self.known.evaluate(when);
        let effect = if truth == Some(true) { Effect::Shown } else { Effect::Hidden };
        self.fired.push(Fired { field: field(), item: item.map(|item| item.key.clone()), truth, effect });
        truth
    }

    fn mark(&mut self, laid: &Laid<'a>, entry: usize, slot: Slot) {
        self.slots[laid.slot + entry..laid.slot + laid.pages.len()].fill(slot);
    }

    fn finish(self, end: End<'a>, layout: &Layout<'a>) -> Walk<'a> {
        // How many pages from each on may come.
        let mut ahead = vec![0; self.slots.len() + 1];
        for slot in (0..self.slots.len()).rev() {
            ahead[slot] = ahead[slot + 1] + usize::from(self.slots[slot] != Slot::Out);
        }
        let progress = |at: &At| {
            let laid = &layout.blocks[at.block];
            let pages = laid.pages.len();
            if at.items <= 1 {
                let done = laid.slot + at.page;
                return Progress { done, total: done + ahead[done] };
            }
            // The items of a loop share the room that its pages have, so that choosing many of them takes nothing back.
            let within = (at.item * pages + at.page) / at.items;
            let done = laid.slot + within;
            Progress { done, total: done + (pages - within) + ahead[laid.slot + pages] }
        };
        let progress = self.at.iter().map(progress).collect();
        let evaluations = self.known.evaluations;
        let (places, unseen) = self.known.into_unseen();
        Walk { steps: self.steps, end, fired: self.fired, unseen, places, progress, evaluations }
    }
}
