//! How well a model does on texts that it did not learn from, and what it takes from that: cost, temperature,
//! thresholds.

use serde::{Deserialize, Serialize};

use super::fit::{Problem, chances};
use super::{Kind, Truth};
use crate::sentiment::math::{exp, ln};

/// Costs that are tried, in fewer passes than the model itself is fitted in.
const COSTS: [f32; 4] = [2.0, 8.0, 24.0, 64.0];
/// Examples that costs are tried on at most.
const TRIAL: usize = 3_000;
/// A threshold counts as much as this many examples that have the label.
const PRIOR: f64 = 15.0;

/// How well a model does, by cross-validation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    pub examples: usize,
    pub folds: usize,
    /// The cost that was given or chosen.
    pub cost: f64,
    /// The share of texts with exactly the right labels.
    pub accuracy: f64,
    /// F1 over all labels of all texts together.
    pub micro_f1: f64,
    /// The mean F1 of the labels.
    pub macro_f1: f64,
    pub labels: Vec<LabelMeasures>,
    /// For one label of several: which was taken for which, also rightly; cells without texts are left out.
    pub confusion: Vec<Confused>,
}

/// How well one label is found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LabelMeasures {
    pub label: String,
    /// Texts that have it.
    pub support: usize,
    /// Texts that were said to have it.
    pub said: usize,
    /// Texts of both.
    pub right: usize,
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    /// For several labels: the probability from which on it is given.
    pub threshold: f64,
}

/// Texts of one label that were taken for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confused {
    pub truth: String,
    pub said: String,
    pub count: usize,
}

/// What cross-validation gives the model.
#[derive(Debug, Clone)]
pub struct Calibration {
    pub temperature: f32,
    pub thresholds: Vec<f32>,
}

/// The cost that does best on one part of a limited number of examples.
pub fn best_cost(problem: &Problem<'_>, folds: &[u8]) -> f32 {
    let few = |at: &u32| folds[*at as usize] != 0;
    // Evenly over all, since they are in the order of their hash.
    let step = folds.len().div_ceil(TRIAL).max(1);
    let taught: Vec<u32> = (0..folds.len() as u32).filter(few).step_by(step).collect();
    let held: Vec<u32> = (0..folds.len() as u32).filter(|at| !few(at)).step_by(step).collect();
    if taught.is_empty() || held.is_empty() {
        return COSTS[1];
    }
    let mut best = (f64::NEG_INFINITY, COSTS[1]);
    for cost in COSTS {
        let fitted = Problem { cost, rounds: problem.rounds.min(8), ..*problem }.fit(&taught);
        let mut said = Said::new(problem.classes);
        let mut logits = Vec::new();
        for &at in &held {
            fitted.logits(problem.rows, at as usize, &mut logits);
            said.rows.push((at, logits[..problem.classes].to_vec()));
        }
        let score = match problem.kind {
            Kind::One => said.accuracy(problem.truths),
            Kind::Many => {
                said.temper(problem.kind, 1.0);
                let thresholds = said.thresholds(problem.truths, |_| true);
                said.tally(problem, |_| &thresholds).micro_f1()
            }
        };
        // A dearer one must be better, not only as good.
        if score > best.0 + 1e-3 {
            best = (score, cost);
        }
    }
    best.1
}

/// Judges each part by what the others taught.
pub fn cross_validate(problem: &Problem<'_>, folds: &[u8], count: usize, names: &[String]) -> (Calibration, Measures) {
    let mut said = Said::new(problem.classes);
    let mut logits = Vec::new();
    for fold in 0..count as u8 {
        let inside = |at: &u32| folds[*at as usize] == fold;
        let taught: Vec<u32> = (0..folds.len() as u32).filter(|at| !inside(at)).collect();
        let fitted = problem.fit(&taught);
        for at in (0..folds.len() as u32).filter(inside) {
            fitted.logits(problem.rows, at as usize, &mut logits);
            said.rows.push((at, logits[..problem.classes].to_vec()));
        }
    }
    let temperature = said.temperature(problem);
    said.temper(problem.kind, temperature);
    let all = said.thresholds(problem.truths, |_| true);
    // Each part by thresholds that the others chose.
    let others: Vec<Vec<f32>> = (0..count as u8)
        .map(|fold| {
            if problem.kind == Kind::One {
                all.clone()
            } else {
                said.thresholds(problem.truths, |at| folds[at] != fold)
            }
        })
        .collect();
    let tally = said.tally(problem, |at| &others[usize::from(folds[at])]);
    let measures = tally.measures(problem, count, names, &all);
    (Calibration { temperature, thresholds: all }, measures)
}

/// What was said of rows: logits, then probabilities.
#[derive(Debug)]
struct Said {
    classes: usize,
    rows: Vec<(u32, Vec<f32>)>,
}

impl Said {
    fn new(classes: usize) -> Self {
        Self { classes, rows: Vec::new() }
    }

    fn accuracy(&self, truths: &[Truth]) -> f64 {
        let right = |(at, logits): &&(u32, Vec<f32>)| truths[*at as usize].first() == Some(&top(logits));
        self.rows.iter().filter(right).count() as f64 / self.rows.len().max(1) as f64
    }

    /// The temperature that makes the truth likeliest, in steps of 8 %.
    fn temperature(&self, problem: &Problem<'_>) -> f32 {
        let mut best = (f64::INFINITY, 1.0);
        let mut row = Vec::new();
        // So many that more would not change the step.
        let step = self.rows.len().div_ceil(5_000).max(1);
        for at in -18..=18 {
            let temperature = exp(f64::from(at) * 0.08) as f32;
            let mut surprise = 0.0;
            for (at, logits) in self.rows.iter().step_by(step) {
                row.clone_from(logits);
                chances(problem.kind, &mut row, temperature);
                let truth = &problem.truths[*at as usize];
                for (class, &chance) in row.iter().enumerate() {
                    let has = truth.contains(&(class as u16));
                    if has || problem.kind == Kind::Many {
                        let chance = f64::from(if has { chance } else { 1.0 - chance });
                        surprise -= ln(chance.clamp(1e-9, 1.0));
                    }
                }
            }
            if surprise < best.0 {
                best = (surprise, temperature);
            }
        }
        best.1
    }

    fn temper(&mut self, kind: Kind, temperature: f32) {
        self.rows.iter_mut().for_each(|(_, row)| chances(kind, row, temperature));
    }

    /// For each label the probability that tells best, by F1, over the rows `chosen`; the fewer rows have the label,
    /// the nearer to the one that is best for all labels together.
    fn thresholds(&self, truths: &[Truth], chosen: impl Fn(usize) -> bool) -> Vec<f32> {
        let mut lists: Vec<Vec<(f32, bool)>> = vec![Vec::new(); self.classes];
        for (at, row) in self.rows.iter().filter(|(at, _)| chosen(*at as usize)) {
            for (class, &chance) in row.iter().enumerate() {
                lists[class].push((chance, truths[*at as usize].contains(&(class as u16))));
            }
        }
        let mut all: Vec<(f32, bool)> = lists.iter().flatten().copied().collect();
        let common = f64::from(threshold(&mut all));
        let own = |list: &mut Vec<(f32, bool)>| {
            let support = list.iter().filter(|(_, has)| *has).count() as f64;
            ((f64::from(threshold(list)) * support + common * PRIOR) / (support + PRIOR)) as f32
        };
        lists.iter_mut().map(own).collect()
    }

    fn tally<'t>(&self, problem: &Problem<'_>, thresholds: impl Fn(usize) -> &'t Vec<f32>) -> Tally {
        let mut tally =
            Tally { labels: vec![[0; 3]; self.classes], right: 0, rows: self.rows.len(), pairs: Vec::new() };
        for (at, row) in &self.rows {
            let truth = &problem.truths[*at as usize];
            let said: Vec<u16> = match problem.kind {
                Kind::One => vec![top(row)],
                Kind::Many => {
                    let least = thresholds(*at as usize);
                    (0..self.classes).filter(|&class| row[class] >= least[class]).map(|class| class as u16).collect()
                }
            };
            for &class in truth {
                tally.labels[usize::from(class)][0] += 1;
            }
            for &class in &said {
                tally.labels[usize::from(class)][1] += 1;
                tally.labels[usize::from(class)][2] += usize::from(truth.contains(&class));
            }
            tally.right += usize::from(said[..] == truth[..]);
            if problem.kind == Kind::One {
                tally.pairs.push((truth[0], said[0]));
            }
        }
        tally
    }
}

/// The likeliest label, the first of equals.
pub fn top(row: &[f32]) -> u16 {
    let mut best = 0;
    for (at, chance) in row.iter().enumerate() {
        if *chance > row[best] {
            best = at;
        }
    }
    best as u16
}

/// The probability that tells those which have a label best from those which do not, by F1: half-way between the last
/// that is taken and the first that is not.
fn threshold(list: &mut [(f32, bool)]) -> f32 {
    list.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    let support = list.iter().filter(|(_, has)| *has).count();
    if support == 0 {
        return 0.5;
    }
    let (mut right, mut best) = (0, (0.0, 0.5));
    for (at, &(chance, has)) in list.iter().enumerate() {
        right += usize::from(has);
        let next = list.get(at + 1).map_or(0.0, |(next, _)| *next);
        let f1 = 2.0 * right as f64 / (at + 1 + support) as f64;
        if next < chance && f1 > best.0 {
            best = (f1, (chance + next) / 2.0);
        }
    }
    best.1.clamp(0.05, 0.95)
}

/// Counts over all rows.
#[derive(Debug)]
struct Tally {
    /// By label: rows that have it, that were said to, and both.
    labels: Vec<[usize; 3]>,
    right: usize,
    rows: usize,
    pairs: Vec<(u16, u16)>,
}

fn f1([has, said, right]: [usize; 3]) -> f64 {
    2.0 * right as f64 / (has + said).max(1) as f64
}

impl Tally {
    fn micro_f1(&self) -> f64 {
        f1(self.labels.iter().fold([0; 3], |sum, label| [0, 1, 2].map(|at| sum[at] + label[at])))
    }

    fn measures(mut self, problem: &Problem<'_>, folds: usize, names: &[String], thresholds: &[f32]) -> Measures {
        let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let labels: Vec<LabelMeasures> = self
            .labels
            .iter()
            .enumerate()
            .map(|(at, &[support, said, right])| LabelMeasures {
                label: names[at].clone(),
                support,
                said,
                right,
                precision: ratio(right, said),
                recall: ratio(right, support),
                f1: f1([support, said, right]),
                threshold: if problem.kind == Kind::Many { f64::from(thresholds[at]) } else { 0.0 },
            })
            .collect();
        self.pairs.sort_unstable();
        let cell = |run: &[(u16, u16)]| Confused {
            truth: names[usize::from(run[0].0)].clone(),
            said: names[usize::from(run[0].1)].clone(),
            count: run.len(),
        };
        Measures {
            examples: self.rows,
            folds,
            cost: f64::from(problem.cost),
            accuracy: ratio(self.right, self.rows),
            micro_f1: self.micro_f1(),
            macro_f1: labels.iter().map(|label| label.f1).sum::<f64>() / labels.len().max(1) as f64,
            labels,
            confusion: self.pairs.chunk_by(|a, b| a == b).map(cell).collect(),
        }
    }
}
