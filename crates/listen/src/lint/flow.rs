//! Rules about ways: pages that nobody reaches, conditions that never hold, quotas that never fill. Only what is certain
//! is said: where a condition is about something that we cannot enumerate, it may hold.

use std::collections::BTreeSet;

use kernel::condition::{Check, Condition, Fact, Literal, Operand};
use kernel::survey::{Block, Kind, Page, Question, Survey, Target};

use super::{Finding, Severity};

/// Options that a condition may name for its sets to be enumerated; 2 to this power are tried.
const SET_OPTIONS_MAX: usize = 8;
/// Values of one operand that are tried.
const VALUES_MAX: usize = 1_100;

pub(super) fn of(survey: &Survey) -> Vec<Finding> {
    let blocks = survey.layout();
    let route = Route::new(survey, &blocks);
    let reached = route.reached();
    let mut findings = route.unplaced();
    findings.extend(route.unreached(&reached));
    findings.extend(route.never());
    findings.extend(route.quotas(&reached));
    findings.extend(route.endings(&reached));
    findings
}

/// Whether only some are asked a question.
pub fn is_conditional(survey: &Survey, key: &str) -> bool {
    let Some(question) = survey.question(key) else { return false };
    let holds = |page: &Page| page.questions.iter().any(|one| one == key);
    let is_led = |block: &Block| {
        block
            .pages
            .iter()
            .any(|page| holds(page) && (block.when.is_some() || block.each.is_some() || page.when.is_some()))
    };
    question.when.is_some() || survey.blocks.iter().any(is_led)
}

/// The pages of a survey in their order.
struct Route<'a> {
    survey: &'a Survey,
    pages: Vec<(&'a Block, &'a Page)>,
}

impl<'a> Route<'a> {
    fn new(survey: &'a Survey, blocks: &'a [Block]) -> Self {
        let pages = blocks.iter().flat_map(|block| block.pages.iter().map(move |page| (block, page))).collect();
        Self { survey, pages }
    }

    fn page_of(&self, key: &str) -> Option<usize> {
        self.pages.iter().position(|(_, page)| page.questions.iter().any(|one| one == key))
    }

    /// Questions that are to be seen, but stand on no page.
    fn unplaced(&self) -> Vec<Finding> {
        let shown = self.survey.questions.iter().filter(|question| question.kind.is_shown());
        let lost = shown.filter(|question| self.page_of(&question.key).is_none());
        lost.map(|question| Finding::at("not_on_page", Severity::Warning, question, "layout")).collect()
    }

    /// Places of pages that some way leads to.
    fn reached(&self) -> BTreeSet<usize> {
        let mut reached = BTreeSet::from([0]);
        // Ways lead forward only, so one pass is enough.
        for place in 0..self.pages.len() {
            if !reached.contains(&place) {
                continue;
            }
            let (block, page) = self.pages[place];
            let is_skipped = [&block.when, &page.when].into_iter().flatten().any(|when| self.is_never(when, place));
            let mut goes_on = true;
            for jump in page.then.iter().filter(|_| !is_skipped) {
                if jump.when.as_ref().is_some_and(|when| self.is_never(when, place + 1)) {
                    continue;
                }
                reached.extend(self.target(&jump.to));
                if jump.when.as_ref().is_none_or(is_always) {
                    // A page that only some see, or whose block repeats, leaves the way past it open.
                    goes_on = block.when.is_some() || page.when.is_some() || block.each.is_some();
                    break;
                }
            }
            if goes_on {
                reached.insert(place + 1);
            }
        }
        reached
    }

    fn target(&self, to: &Target) -> Option<usize> {
        match to {
            Target::Block(key) => self.pages.iter().position(|(block, _)| block.key == *key),
            Target::Question(key) => self.page_of(key),
            Target::Ending(_) | Target::End => None,
        }
    }

    fn unreached(&self, reached: &BTreeSet<usize>) -> Vec<Finding> {
        let lost = self.pages.iter().enumerate().filter(|(place, _)| !reached.contains(place));
        let finding = |(place, (_, page)): (usize, &(&Block, &Page))| {
            let question = page.questions.iter().find_map(|key| self.survey.question(key))?;
            Some(Finding::at("unreachable_page", Severity::Warning, question, "layout").with("page", place + 1))
        };
        lost.filter_map(finding).collect()
    }

    /// Conditions that no answers fulfil.
    fn never(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for question in &self.survey.questions {
            let place = self.page_of(&question.key).unwrap_or(usize::MAX);
            // What stands on the same page is answered by the time that the page is sent.
            let known = place.saturating_add(1);
            if question.when.as_ref().is_some_and(|when| self.is_never(when, known)) {
                findings.push(Finding::at("never_asked", Severity::Warning, question, "when"));
            }
        }
        for (place, (block, page)) in self.pages.iter().enumerate() {
            let is_never = [&block.when, &page.when].into_iter().flatten().any(|when| self.is_never(when, place));
            let question = page.questions.iter().find_map(|key| self.survey.question(key));
            if let Some(question) = question.filter(|_| is_never) {
                findings
                    .push(Finding::at("never_shown", Severity::Warning, question, "layout").with("page", place + 1));
            }
            let dead =
                page.then.iter().filter_map(|jump| jump.when.as_ref()).any(|when| self.is_never(when, place + 1));
            if let Some(question) = question.filter(|_| dead) {
                findings
                    .push(Finding::at("never_jumps", Severity::Warning, question, "layout").with("page", place + 1));
            }
        }
        findings
    }

    fn quotas(&self, reached: &BTreeSet<usize>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for quota in &self.survey.quotas {
            let field = format!("quotas.{}", quota.key);
            let asks_lost = quota.when.operands().into_iter().any(|operand| {
                question_of(operand).and_then(|key| self.page_of(key)).is_some_and(|place| !reached.contains(&place))
            });
            let name = if quota.name.is_empty() { &quota.key } else { &quota.name };
            if self.is_never(&quota.when, usize::MAX) || asks_lost {
                findings.push(Finding::new("quota_never", Severity::Warning, field).with("quota", name));
            } else if quota.limit == 0 {
                findings.push(Finding::new("quota_zero", Severity::Warning, field).with("quota", name));
            }
        }
        findings
    }

    /// Endings that nothing leads to.
    fn endings(&self, reached: &BTreeSet<usize>) -> Vec<Finding> {
        let jumps = self.pages.iter().enumerate().filter(|(place, _)| reached.contains(place));
        let led: BTreeSet<&str> = jumps
            .flat_map(|(_, (_, page))| &page.then)
            .filter_map(|jump| match &jump.to {
                Target::Ending(key) => Some(key.as_str()),
                _ => None,
            })
            .chain(self.survey.quotas.iter().filter_map(|quota| quota.ending.as_deref()))
            .collect();
        let lost = self.survey.endings.iter().filter(|ending| !led.contains(ending.key.as_str()));
        let finding =
            |key: &str| Finding::new("unused_ending", Severity::Note, format!("endings.{key}")).with("ending", key);
        lost.map(|ending| finding(&ending.key)).collect()
    }

    /// Whether a condition cannot hold before the page at `place` is shown.
    fn is_never(&self, condition: &Condition, place: usize) -> bool {
        match condition {
            Condition::Any(parts) => parts.iter().all(|part| self.is_never(part, place)),
            Condition::All(parts) => {
                parts.iter().any(|part| self.is_never(part, place)) || self.contradicts(parts, place)
            }
            one => self.contradicts(std::slice::from_ref(one), place),
        }
    }

    /// Whether parts that are about one operand each cannot hold together.
    fn contradicts(&self, parts: &[Condition], place: usize) -> bool {
        let mut operands: Vec<&Operand> = Vec::new();
        let single = |part: &'_ Condition| -> bool { part.operands().len() == 1 };
        for operand in parts.iter().filter(|part| single(part)).flat_map(Condition::operands) {
            if !operands.contains(&operand) {
                operands.push(operand);
            }
        }
        operands.into_iter().any(|operand| {
            let about: Vec<&Condition> =
                parts.iter().filter(|part| single(part) && part.operands().contains(&operand)).collect();
            let Some(values) = self.values(operand, &about, place) else { return false };
            !values.iter().any(|fact| {
                let facts = |_: &Operand| fact.clone();
                about.iter().all(|part| part.holds(&facts))
            })
        })
    }

    /// All values that an operand can have, as far as the conditions can tell them apart; none where there are too many.
    fn values(&self, operand: &Operand, about: &[&Condition], place: usize) -> Option<Vec<Fact>> {
        let key = question_of(operand)?;
        let Some(question) = self.survey.question(key) else { return Some(vec![Fact::Missing]) };
        if !question.kind.is_asked() {
            // Hidden and calculated values can be anything; a statement has none.
            return (question.kind == Kind::Statement).then(|| vec![Fact::Missing]);
        }
        if self.page_of(key).is_none_or(|page| page >= place) {
            return Some(vec![Fact::Missing]);
        }
        if matches!(operand, Operand::Answer { parts, .. } if !parts.is_empty()) {
            return None;
        }
        let mut values = vec![Fact::Missing];
        values.extend(answers(question, about)?);
        (values.len() <= VALUES_MAX).then_some(values)
    }
}

fn answers(question: &Question, about: &[&Condition]) -> Option<Vec<Fact>> {
    let keys = || question.options.iter().map(|option| option.key.clone());
    if let Some(scale) = question.scale().filter(|_| question.kind.is_scored()) {
        return Some((scale.from..=scale.to).take(VALUES_MAX).map(|score| Fact::Number(f64::from(score))).collect());
    }
    match question.kind {
        Kind::Number => Some(numbers(question, about)),
        kind if kind.is_single_choice() => Some(keys().map(Fact::Choice).collect()),
        Kind::Choices => {
            let named = named(about);
            let (in_question, _): (Vec<String>, Vec<String>) = keys().partition(|key| named.contains(key));
            if in_question.len() > SET_OPTIONS_MAX {
                return None;
            }
            // Sets that differ only in options that nobody asks about are one; such an option stands for all of them.
            let rest: Vec<String> = keys().find(|key| !named.contains(key)).into_iter().collect();
            let mut sets = Vec::new();
            for bits in 0..1usize << in_question.len() {
                let chosen =
                    in_question.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|(_, key)| key.clone());
                let chosen: BTreeSet<String> = chosen.collect();
                sets.push(chosen.iter().cloned().chain(rest.clone()).collect());
                sets.push(chosen);
            }
            Some(sets.into_iter().filter(|set: &BTreeSet<String>| !set.is_empty()).map(Fact::Set).collect())
        }
        _ => None,
    }
}

/// Every number that is named, and one between and beyond each, within the question's limits.
fn numbers(question: &Question, about: &[&Condition]) -> Vec<Fact> {
    let literals = about.iter().flat_map(|part| part.tests()).flat_map(|test| test.literals());
    let mut named: Vec<f64> =
        literals.filter_map(|one| if let Literal::Number(n) = one { Some(*n) } else { None }).collect();
    named.extend(question.limits.min);
    named.extend(question.limits.max);
    named.sort_by(f64::total_cmp);
    let mut values = named.clone();
    values.extend(named.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])));
    values.extend(named.first().map(|least| least - 1.0));
    values.extend(named.last().map(|most| most + 1.0));
    let fits =
        |n: &f64| question.limits.min.is_none_or(|min| *n >= min) && question.limits.max.is_none_or(|max| *n <= max);
    values.into_iter().filter(fits).map(Fact::Number).collect()
}

/// Options that tests name.
fn named(about: &[&Condition]) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for test in about.iter().flat_map(|part| part.tests()) {
        if let Check::Has(key) = &test.check {
            named.insert(key.clone());
        }
        for literal in test.literals() {
            if let Literal::Text(key) = literal {
                named.insert(key.clone());
            }
        }
    }
    named
}

fn question_of(operand: &Operand) -> Option<&str> {
    match operand {
        Operand::Answer { question, .. } => Some(question),
        Operand::Calculated(_) | Operand::Attribute(_) | Operand::Field(_) | Operand::Said(_) => None,
    }
}

fn is_always(condition: &Condition) -> bool {
    match condition {
        Condition::All(parts) => parts.iter().all(is_always),
        Condition::Any(parts) => parts.iter().any(is_always),
        Condition::Not(_) | Condition::Test(_) => false,
    }
}
