//! Which design measures an initiative, what comes out, and what may be claimed of it.

use measures::Scores;
use stats::effects::power::{Design as Planned, Noise, noise_of_panel, noise_of_series, periods_until};
use stats::effects::synthetic::{Case, DONORS_LEAST, PERIODS_LEAST};
use stats::effects::{
    Checks, Effect, Errors, Evidence, Panel, Verdict, Weighing, Why, did, interrupted, matching, parallel, placebo,
    recovery, synthetic, verdict,
};

use super::detail::{Detail, NAMES_MAX, Power, Step};
use super::windows::Windows;
use crate::number::Number;

/// Chance that repeats, so that the same answers give the same words.
const SEED: u64 = 6;
/// Answers of treated units on each side of the start without which nothing is said.
pub const ANSWERS_LEAST: u64 = stats::FEWEST;
/// Comparison units for each treated one, and how far in trend they may be from it (standard deviations).
const EACH: usize = 3;
const CALIPER: f64 = 2.0;
/// Windows on each side that made-up starts keep.
const PLACEBO_SIDE: usize = 3;
/// Donors that a synthetic unit is made of at most: those with the most answers.
const DONORS_MAX: usize = 60;
/// Windows that are looked ahead in words.
const LEFT_MAX: usize = 104;

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// `did`, `synthetic`, `interrupted` or `none`.
    pub design: &'static str,
    /// `improved`, `worsened`, `none_detectable`, `too_early` or `cannot_tell`.
    pub verdict: &'static str,
    pub effect: Option<Effect>,
    pub detail: Detail,
}

/// What is judged.
pub struct Judged<'a> {
    pub windows: &'a Windows,
    pub number: Number,
    /// By how much it was to move.
    pub expected: Option<f64>,
    /// The question was asked otherwise at some time between the first window and the last.
    pub is_changed: bool,
}

/// What one design says, before anything is claimed.
struct Estimated {
    design: &'static str,
    effect: Result<Effect, Why>,
    checks: Checks,
    planned: Option<Planned>,
}

/// Measures, or says why nothing can be said.
pub fn judge(judged: &Judged<'_>, mut detail: Detail) -> Found {
    let Judged { windows, number, .. } = *judged;
    let size = judged.expected.map_or(0.0, f64::abs).max(number.threshold());
    let (treated, others) = windows.counts();
    detail.units = (treated, others);
    detail.is_alone = others == 0;
    detail.answers = windows.answers(true);
    detail.start = windows.start;
    let names = |treated: bool| {
        let of = windows.units.iter().filter(move |unit| unit.treated == treated && !unit.name.is_empty());
        of.map(|unit| unit.name.clone()).take(NAMES_MAX).collect::<Vec<_>>()
    };
    (detail.treated_units, detail.comparison_units) = (names(true), names(false));
    detail.treated = judged.steps(&windows.side(true, None));
    detail.comparison = if others > 0 { judged.steps(&windows.side(false, None)) } else { vec![] };
    let found = judged.design(&mut detail);
    let after = windows.periods.saturating_sub(windows.start);
    let until = found.planned.as_ref().and_then(|planned| periods_until(planned, size));
    let left = until.map(|until| until.saturating_sub(after)).filter(|left| *left <= LEFT_MAX);
    detail.power = Power { size, until, left };
    let refused = judged.refused(treated, detail.answers);
    let said = match (&refused, &found.effect) {
        (Some(_), _) => None,
        (None, Ok(effect)) => Some(verdict(&Ok(Evidence {
            effect: *effect,
            higher_is_better: true,
            matters: number.threshold(),
            checks: found.checks,
            periods_left: left,
        }))),
        (None, Err(why)) => Some(Verdict::CannotTell(*why)),
    };
    let (code, least) = match (refused, &said) {
        (Some(code), _) => (Some(code), None),
        (None, Some(Verdict::CannotTell(why))) => code_of(*why),
        _ => (None, None),
    };
    detail.why = code.map(str::to_owned);
    detail.least = least;
    // Nothing is wrong with an initiative that customers have not met yet, or only just.
    let is_young = matches!(code, Some("nothing_after" | "too_few_answers" | "too_few_periods")) && after < 8;
    let verdict = match said {
        Some(Verdict::Improved) => "improved",
        Some(Verdict::Worsened) => "worsened",
        Some(Verdict::NoDetectableEffect) => "none_detectable",
        Some(Verdict::TooEarly { .. }) => "too_early",
        _ if is_young && detail.answers.0 > 0 => "too_early",
        _ => "cannot_tell",
    };
    let is_claimed = matches!(verdict, "improved" | "worsened" | "none_detectable" | "too_early");
    let effect = found.effect.ok().filter(|_| is_claimed && code.is_none());
    Found {
        design: if found.checks == Checks::default() && effect.is_none() { "none" } else { found.design },
        verdict,
        effect,
        detail,
    }
}

/// Why nothing can be said, as a code and a number.
fn code_of(why: Why) -> (Option<&'static str>, Option<usize>) {
    match why {
        Why::NothingBefore => (Some("nothing_before"), None),
        Why::NothingAfter => (Some("nothing_after"), None),
        Why::NobodyTreated => (Some("nobody_treated"), None),
        Why::EveryoneTreated => (Some("everyone_treated"), None),
        Why::OneUnitWithoutDonors => (Some("one_unit"), None),
        Why::DefinitionChanged => (Some("definition_changed"), None),
        Why::TooFewPeriods { least } => (Some("too_few_periods"), Some(least)),
        Why::TooFewUnits { least } => (Some("too_few_units"), Some(least)),
        Why::TooMany { most } => (Some("too_many"), Some(most)),
        Why::NotParallel => (Some("not_parallel"), None),
        Why::PoorFit => (Some("poor_fit"), None),
        Why::PlacebosMove => (Some("placebos_move"), None),
        Why::Degenerate => (Some("degenerate"), None),
    }
}

impl Judged<'_> {
    fn steps(&self, side: &[Scores]) -> Vec<Step> {
        let step = |scores: &Scores| {
            let n = scores.total();
            let is_hidden = self.windows.is_anonymous && n < super::windows::CELL_MIN;
            if is_hidden {
                return Step::default();
            }
            Step { value: self.number.estimate(scores).map(|estimate| estimate.value), n }
        };
        side.iter().map(step).collect()
    }

    /// What stands in the way of any design.
    fn refused(&self, treated: usize, (before, after): (u64, u64)) -> Option<&'static str> {
        let starts_later = self.windows.periods <= self.windows.start;
        match () {
            () if self.is_changed => Some("definition_changed"),
            () if treated == 0 => Some("nobody_treated"),
            () if before == 0 => Some("nothing_before"),
            () if starts_later || after == 0 => Some("nothing_after"),
            () if before.min(after) < ANSWERS_LEAST => Some("too_few_answers"),
            () => None,
        }
    }

    /// Several treated units and others: difference-in-differences. One and enough donors over enough windows: a synthetic
    /// one. Nobody to compare with: the series alone.
    fn design(&self, detail: &mut Detail) -> Estimated {
        let (treated, others) = self.windows.counts();
        if treated == 1
            && others >= DONORS_LEAST
            && self.windows.periods >= PERIODS_LEAST
            && let Some(found) = self.synthetic(detail)
        {
            return found;
        }
        if treated > 0 && others > 0 && treated + others > 2 { self.differences(detail) } else { self.series(detail) }
    }

    fn differences(&self, detail: &mut Detail) -> Estimated {
        let whole = self.windows.panel(self.number);
        let (panel, kept) = matched(&whole);
        if let Some(kept) = &kept {
            detail.comparison = self.steps(&self.windows.side(false, Some(kept)));
            let names = kept.iter().filter_map(|at| self.windows.units.get(*at)).filter(|unit| !unit.treated);
            detail.comparison_units = names.map(|unit| unit.name.clone()).take(NAMES_MAX).collect();
            detail.units = panel.counts();
        }
        let weighing = Weighing::Answers;
        let noise = noise_of_panel(&panel, weighing);
        let (treated, others) = panel.counts();
        let before = panel.start;
        let planned = noise.map(|noise: Noise| Planned::Differences { treated, others, before, noise });
        let found = match did::did(&panel, weighing) {
            Ok(found) => found,
            Err(why) => return Estimated { design: "did", effect: Err(why), checks: Checks::default(), planned },
        };
        let beyond = recovery::beyond_recovery(&found, &panel, &whole, weighing).ok();
        let effect = beyond.as_ref().map_or(found.effect, |beyond| recovery::between(&found, beyond));
        let tested = parallel::parallel(&panel, weighing, SEED).ok().map(|tested| tested.p());
        let drawn = did::randomisation(&panel, weighing, SEED).ok();
        let checks = Checks {
            parallel: tested,
            placebo: drawn,
            placebo_least: 1.0 / ways(treated + others, treated),
            ..Checks::default()
        };
        let kept = &mut detail.checks;
        kept.p = Some(effect.p);
        kept.beyond = beyond.map(|beyond| (found.effect.value, beyond.value));
        (kept.parallel, kept.placebo, kept.placebo_least) = (tested, drawn, checks.placebo_least);
        kept.errors = Some(if found.errors == Errors::Clustered { "clustered" } else { "pooled" }.to_owned());
        (kept.cr1, kept.freedom) = (finite(found.cr1), finite(found.freedom));
        kept.starts = placebo::of_panel(&panel, weighing, found.effect.value, PLACEBO_SIDE, PLACEBO_SIDE)
            .map(|tried| (tried.found.len(), tried.called));
        kept.without = ends(did::leave_one_out(&panel, weighing).into_iter().flatten());
        kept.steps = parallel::event_study(&panel, weighing).map_or_else(
            |_| vec![],
            |study| {
                let step = |(at, effect): (usize, Effect)| (at, effect.value, effect.range.low, effect.range.high);
                study.steps.into_iter().map(step).filter(|step| step.2.is_finite() && step.3.is_finite()).collect()
            },
        );
        Estimated { design: "did", effect: Ok(effect), checks, planned }
    }

    /// None where the unit or too many donors have windows without answers.
    fn synthetic(&self, detail: &mut Detail) -> Option<Estimated> {
        let windows = self.windows;
        let series = |treated: bool| {
            let units = windows.units.iter().enumerate().filter(move |(_, unit)| unit.treated == treated);
            units.filter_map(|(at, unit)| {
                let cells = windows.cells(unit, self.number);
                Some((at, cells.into_iter().map(|cell| cell.map(|cell| cell.value)).collect::<Option<Vec<f64>>>()?))
            })
        };
        let (_, own) = series(true).next()?;
        let (places, donors): (Vec<usize>, Vec<Vec<f64>>) = series(false).take(DONORS_MAX).unzip();
        if donors.len() < DONORS_LEAST || windows.periods <= windows.start {
            return None;
        }
        let case = Case { treated: own, donors, start: windows.start };
        let found = synthetic::synthetic(&case).ok()?;
        let spread = deviation(&case.treated[..case.start]);
        let fit = (spread > 0.0).then(|| found.rmspe.0 / spread);
        let space = synthetic::in_space(&case).ok().map(|space| space.p);
        let checks = Checks {
            fit,
            placebo: space,
            placebo_least: 1.0 / (1 + case.donors.len()) as f64,
            effect_least: 1.0 / windows.periods as f64,
            ..Checks::default()
        };
        let effect = synthetic::effect(&case);
        let noise = noise_of_series(&found.gaps[..case.start]);
        let planned = noise.map(|noise| Planned::Synthetic { before: case.start, noise });
        detail.comparison =
            case.treated.iter().zip(&found.gaps).map(|(value, gap)| Step { value: Some(value - gap), n: 0 }).collect();
        detail.units = (1, case.donors.len());
        let name = |donor: usize| places.get(donor).and_then(|at| windows.units.get(*at)).map(|unit| unit.name.clone());
        let mut weights: Vec<(String, f64)> = found
            .weights
            .iter()
            .enumerate()
            .filter(|(_, weight)| **weight > 0.005)
            .filter_map(|(donor, weight)| Some((name(donor)?, *weight)))
            .collect();
        weights.sort_by(|a, b| b.1.total_cmp(&a.1));
        weights.truncate(NAMES_MAX);
        detail.comparison_units = weights.iter().map(|(name, _)| name.clone()).collect();
        let kept = &mut detail.checks;
        kept.weights = weights;
        kept.p = effect.as_ref().ok().map(|effect| effect.p);
        (kept.fit, kept.placebo, kept.placebo_least) = (fit, space, checks.placebo_least);
        kept.without =
            synthetic::leave_one_out(&case).ok().and_then(|all| ends(all.into_iter().map(|(_, value)| value)));
        Some(Estimated { design: "synthetic", effect, checks, planned })
    }

    fn series(&self, detail: &mut Detail) -> Estimated {
        let side = self.windows.side(true, None);
        let values: Option<Vec<f64>> = self.steps(&side).iter().map(|step| step.value).collect();
        let start = self.windows.start;
        let noise = noise_of_series(
            &self.steps(&side[..start.min(side.len())]).iter().filter_map(|s| s.value).collect::<Vec<_>>(),
        );
        let planned = noise.map(|noise| Planned::Interrupted { before: start, noise });
        let refused =
            |effect| Estimated { design: "interrupted", effect: Err(effect), checks: Checks::default(), planned };
        let Some(values) = values else { return refused(Why::Degenerate) };
        // A year of weeks comes round only after two of them, which are more than is looked back.
        let series = interrupted::Series { values, start, season: None };
        match interrupted::interrupted(&series) {
            Ok(found) => {
                let tried = placebo::of_series(&series, found.effect.value);
                let kept = &mut detail.checks;
                (kept.p, kept.carried) = (Some(found.effect.p), finite(found.carried));
                kept.starts = tried.as_ref().map(|tried| (tried.found.len(), tried.called));
                let placebo = tried.as_ref().map(|tried| tried.p);
                let placebo_least = tried.map_or(1.0, |tried| 1.0 / (1.0 + tried.found.len() as f64));
                (kept.placebo, kept.placebo_least) = (placebo, placebo_least);
                // Stretches overlap: a look, which only an outright majority of false alarms turns into a refusal.
                let alarms = kept.starts.filter(|(tried, called)| *tried >= 4 && *called > 0.5);
                let checks = Checks { placebo: alarms.map(|_| 1.0), placebo_least: 0.0, ..Checks::default() };
                Estimated { design: "interrupted", effect: Ok(found.effect), checks, planned }
            }
            // Where everybody met it and the series is too short, that there is nobody to compare with is the reason.
            Err(Why::TooFewPeriods { .. }) if detail.is_alone && detail.units.0 > 1 => refused(Why::EveryoneTreated),
            Err(why) => refused(why),
        }
    }
}

/// Comparison units that went like the treated ones before, where there are many to choose from; and their places.
fn matched(panel: &Panel) -> (Panel, Option<Vec<usize>>) {
    let (treated, others) = panel.counts();
    if others < 2 * treated || others < 4 {
        return (panel.clone(), None);
    }
    let Ok(pairs) = matching::matches(panel, Weighing::Answers, EACH, CALIPER) else {
        return (panel.clone(), None);
    };
    let partnered = pairs.iter().map(|pair| pair.treated).collect::<std::collections::BTreeSet<_>>().len();
    let only = matching::matched(panel, &pairs);
    // Nobody who met the change is left out for want of a partner.
    if partnered < treated || only.counts().1 < 2 {
        return (panel.clone(), None);
    }
    let mut kept: Vec<usize> = pairs.iter().map(|pair| pair.comparison).collect();
    kept.sort_unstable();
    (only, Some(kept))
}

/// Ways to choose so many of so many.
fn ways(units: usize, chosen: usize) -> f64 {
    (0..chosen.min(units - chosen)).fold(1.0, |ways, at| ways * (units - at) as f64 / (at + 1) as f64)
}

fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.filter(|value| value.is_finite()).fold(None, |ends, value| {
        let (low, high) = ends.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

fn deviation(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt()
}
