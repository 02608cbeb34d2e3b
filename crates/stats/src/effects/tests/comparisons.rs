use proptest::prelude::*;

use crate::effects::did::{Did, did, leave_one_out, randomisation};
use crate::effects::interrupted::{Series, by_newey_west, coefficients, interrupted};
use crate::effects::matching::{matched, matches};
use crate::effects::parallel::{event_study, parallel};
use crate::effects::power::{Design, Noise, detectable, noise_of_panel, periods_until};
use crate::effects::recovery::{Beyond, between, beyond_recovery};
use crate::effects::{Cell, Effect, Errors, Panel, Unit, Weighing, Why, placebo};
use crate::{Range, Z_95, chance::Chance};

fn panel(treated: usize, start: usize, values: &[&[f64]]) -> Panel {
    let units = values.iter().enumerate().map(|(unit, values)| Unit {
        treated: unit < treated,
        cells: values.iter().map(|&value| value.is_finite().then_some(Cell { value, n: 1.0 })).collect(),
    });
    Panel { units: units.collect(), start }
}

/// Three of five units are not treated; one cell is empty.
fn small() -> Panel {
    let mut panel = panel(
        2,
        2,
        &[
            &[10.0, 12.0, 17.0, 18.0],
            &[11.0, 12.0, 15.0, 19.0],
            &[9.0, 8.0, 10.0, 11.0],
            &[14.0, 15.0, f64::NAN, 16.0],
            &[7.0, 9.0, 9.0, 12.0],
        ],
    );
    let answers = [[10, 20, 30, 10], [5, 5, 10, 10], [8, 8, 8, 8], [20, 10, 1, 20], [4, 6, 8, 10]];
    for (unit, answers) in panel.units.iter_mut().zip(answers) {
        for (cell, n) in unit.cells.iter_mut().zip(answers) {
            *cell = cell.map(|cell| Cell { n: f64::from(n), ..cell });
        }
    }
    panel
}

/// Units with levels of their own, weeks in common and noise; nothing happens.
fn noisy(treated: usize, others: usize, periods: usize, start: usize, seed: u64) -> Panel {
    apart(5.0, treated, others, periods, start, seed)
}

/// Units whose levels differ by so many standard deviations of what a period brings one of them.
fn apart(levels: f64, treated: usize, others: usize, periods: usize, start: usize, seed: u64) -> Panel {
    let mut chance = Chance::new(seed);
    let mut draw = || (0..12).map(|_| chance.below(10_001) as f64 / 10_000.0).sum::<f64>() - 6.0;
    let weeks: Vec<f64> = (0..periods).map(|_| draw()).collect();
    let units = (0..treated + others).map(|unit| {
        let level = 50.0 + levels * draw();
        let cells = weeks.iter().map(|week| Some(Cell { value: level + week + draw(), n: 20.0 })).collect();
        Unit { treated: unit < treated, cells }
    });
    Panel { units: units.collect(), start }
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, not {expected}");
}

/// Card and Krueger, "Minimum Wages and Employment", American Economic Review 84 (1994), table 3: New Jersey went from
/// 20.44 to 21.03, Pennsylvania from 23.33 to 21.17.
#[test]
fn card_and_krueger() {
    let panel = panel(2, 1, &[&[19.44, 20.03], &[21.44, 22.03], &[22.33, 20.17], &[24.33, 22.17]]);
    near(did(&panel, Weighing::Units).unwrap().effect.value, 2.75);
}

/// statsmodels 0.15: WLS on dummies of units and periods, `cov_type="cluster"`.
#[test]
fn a_panel_with_a_gap_agrees_with_statsmodels() {
    for (weighing, value, error, steps) in [
        (
            Weighing::Units,
            4.191_176_470_588_24,
            0.747_585_604_763_431_4,
            [-0.833_333_333_333_33, 3.277_777_777_777_77, 4.166_666_666_666_66],
        ),
        (
            Weighing::Answers,
            4.769_236_999_022_286_5,
            0.747_928_537_691_749,
            [-1.206_920_447_448_786_5, 3.936_950_138_595_248_6, 4.463_291_444_348_322],
        ),
    ] {
        let found = did(&small(), weighing).unwrap();
        near(found.effect.value, value);
        near(found.cr1, error);
        assert_eq!(found.errors, Errors::Pooled);
        let study = event_study(&small(), weighing).unwrap();
        assert_eq!(study.reference, 1);
        study.steps.iter().zip(steps).for_each(|((_, effect), step)| near(effect.value, step));
    }
}

#[test]
fn what_cannot_be_compared_says_why() {
    let of = |treated, start, values: &[&[f64]]| did(&panel(treated, start, values), Weighing::Units).map(|_| ());
    let rows: [&[f64]; 3] = [&[1.0, 2.0], &[2.0, 2.0], &[3.0, 4.0]];
    assert_eq!(of(0, 1, &rows), Err(Why::NobodyTreated));
    assert_eq!(of(3, 1, &rows), Err(Why::EveryoneTreated));
    assert_eq!(of(1, 0, &rows), Err(Why::NothingBefore));
    assert_eq!(of(1, 2, &rows), Err(Why::NothingAfter));
    assert_eq!(of(1, 1, &rows[..2]), Err(Why::TooFewUnits { least: 3 }));
    assert_eq!(of(1, 1, &[&[f64::NAN, 2.0], &[1.0, 2.0], &[1.0, 2.0]]), Err(Why::NothingBefore));
    assert_eq!(did(&Panel { units: vec![], start: 1 }, Weighing::Units).map(|_| ()), Err(Why::NobodyTreated));
}

/// Of one treated of ten units, at most ten ways: the largest change of all has .1.
#[test]
fn randomisation_counts_ways() {
    let mut panel = noisy(1, 9, 6, 3, 5);
    panel.units[0].cells[3..].iter_mut().flatten().for_each(|cell| cell.value += 100.0);
    assert_eq!(randomisation(&panel, Weighing::Units, 1).unwrap(), 0.1);
}

#[test]
fn units_that_drift_apart_are_seen() {
    let mut panel = noisy(6, 14, 14, 10, 2);
    let apart = (0..10).filter(|&seed| parallel(&noisy(6, 14, 14, 10, seed), Weighing::Units, 1).unwrap().p() < 0.05);
    assert!(apart.count() <= 2);
    for unit in panel.units.iter_mut().filter(|unit| unit.treated) {
        unit.cells.iter_mut().enumerate().for_each(|(at, cell)| cell.as_mut().unwrap().value += at as f64);
    }
    let found = parallel(&panel, Weighing::Units, 1).unwrap();
    assert!(found.joint < 0.01 && found.trend.p < 0.01 && (found.trend.value - 1.0).abs() < 0.3, "{found:?}");
}

/// Units that hardly differ for good, of which the six that looked worst before the start are treated.
fn worst_of_forty(seed: u64) -> Panel {
    let mut panel = apart(0.3, 0, 40, 14, 8, seed);
    let before = |unit: &Unit| unit.cells[..8].iter().flatten().map(|cell| cell.value).sum::<f64>() / 8.0;
    panel.units.sort_by(|a, b| before(a).total_cmp(&before(b)));
    panel.units[..6].iter_mut().for_each(|unit| unit.treated = true);
    panel
}

#[test]
fn what_looked_bad_recovers_and_that_is_no_effect() {
    let panels: Vec<Panel> = (0..40).map(worst_of_forty).collect();
    let taken_for_an_effect = panels.iter().filter(|panel| did(panel, Weighing::Units).unwrap().effect.range.low > 0.0);
    assert!(taken_for_an_effect.count() > 10);
    let said = |panel: &Panel| {
        let found = did(panel, Weighing::Units).unwrap();
        between(&found, &beyond_recovery(&found, panel, panel, Weighing::Units).unwrap())
    };
    assert!(panels.iter().filter(|panel| said(panel).p <= 0.05).count() <= 4);
    let helped = panels.into_iter().map(|mut panel| {
        for unit in panel.units.iter_mut().filter(|unit| unit.treated) {
            unit.cells[8..].iter_mut().flatten().for_each(|cell| cell.value += 3.0);
        }
        said(&panel)
    });
    let helped: Vec<Effect> = helped.collect();
    assert!(helped.iter().all(|effect| effect.range.low > 0.0 && effect.p < 0.001));
    assert!(helped.iter().filter(|effect| effect.range.low <= 3.0 && 3.0 <= effect.range.high).count() >= 36);
}

/// Two ends that are one are a t.
#[test]
fn the_range_holds_both_ends() {
    let found = did(&noisy(6, 14, 12, 8, 3), Weighing::Units).unwrap();
    let half = found.effect.range.high - found.effect.value;
    let of = |value: f64, beyond: f64| {
        let effect = Effect { value, range: Range { low: value - half, high: value + half }, p: f64::NAN };
        between(&Did { effect, ..found }, &Beyond { value: beyond, stays: 0.5 })
    };
    let alone = of(found.effect.value, found.effect.value);
    assert!((alone.range.low - found.effect.range.low).abs() < 1e-9 && (alone.p - found.effect.p).abs() < 1e-9);
    let apart = of(5.0, -5.0);
    near(apart.value, 0.0);
    // So far apart the truth is near one of them only: one tail of 5 %, not two of 2.5 %.
    assert!(apart.range.high > 5.0 && apart.range.high < 5.0 + half && apart.range.low == -apart.range.high);
    assert_eq!(apart.p, 1.0);
    let surely = of(5.0, 4.0);
    assert!(surely.range.low < 4.0 && surely.range.high > 5.0 && surely.p < 0.05 && surely.p > 0.0);
}

#[test]
fn what_never_varies_is_answered() {
    let still = panel(2, 2, &[&[7.0; 4], &[7.0; 4], &[7.0; 4], &[7.0; 4], &[7.0; 4], &[7.0; 4], &[7.0; 4]]);
    let found = did(&still, Weighing::Units).unwrap();
    assert_eq!((found.effect.value, found.effect.p), (0.0, 1.0));
    assert_eq!(beyond_recovery(&found, &still, &still, Weighing::Units), Err(Why::Degenerate));
    assert_eq!(between(&found, &Beyond { value: 0.0, stays: 1.0 }), found.effect);
}

#[test]
fn what_stays_is_seen_before_the_start() {
    let of = |panel: &Panel| {
        let found = did(panel, Weighing::Units).unwrap();
        (found, beyond_recovery(&found, panel, panel, Weighing::Units))
    };
    // By hand: halves 0 0 2 2 4 4 and 0 0 2 2 4 4 are one; the treated stand 2 below the others.
    let rows: [&[f64]; 6] =
        [&[0.0, 0.0, 3.0], &[0.0, 0.0, 3.0], &[2.0, 2.0, 2.0], &[2.0, 2.0, 2.0], &[4.0, 4.0, 4.0], &[4.0, 4.0, 4.0]];
    let (found, beyond) = of(&panel(2, 2, &rows));
    let beyond = beyond.unwrap();
    near(beyond.stays, 1.0);
    near(beyond.value, found.effect.value);
    // And where the second half tells nothing of the first, all of it is regained: 3 less the 2 that they stood below.
    let rows: [&[f64]; 6] =
        [&[0.0, 2.0, 4.0], &[2.0, 0.0, 4.0], &[3.0, 3.0, 3.0], &[3.0, 3.0, 3.0], &[4.0, 2.0, 3.0], &[2.0, 4.0, 3.0]];
    let (found, beyond) = of(&panel(2, 2, &rows));
    let beyond = beyond.unwrap();
    near(found.effect.value, 3.0);
    near(beyond.value, 3.0 - (1.0 - beyond.stays) * 2.0);
    assert!(beyond.stays < 0.3, "{beyond:?}");
    let none = |panel: &Panel| of(panel).1.map(|_| ());
    assert_eq!(none(&noisy(2, 3, 8, 4, 1)), Err(Why::TooFewUnits { least: 6 }));
    // One period before the start has no halves.
    assert!(none(&noisy(2, 20, 6, 1, 1)).is_err());
}

#[test]
fn partners_are_like_the_treated_and_taken_once() {
    let mut panel = noisy(4, 40, 12, 8, 9);
    let wrong = panel.units.len() - 1;
    // It rises as no other does.
    panel.units[wrong].cells.iter_mut().flatten().zip(1u8..).for_each(|(cell, at)| cell.value += 50.0 * f64::from(at));
    let found = matches(&panel, Weighing::Units, 3, 1.0).unwrap();
    let mut partners: Vec<usize> = found.iter().map(|pair| pair.comparison).collect();
    partners.sort_unstable();
    partners.dedup();
    assert_eq!(partners.len(), found.len());
    assert!(!partners.contains(&wrong) && found.iter().all(|pair| pair.distance <= 1.0));
    let kept = matched(&panel, &found);
    assert_eq!(kept.counts().1, found.len());
    assert_eq!(leave_one_out(&kept, Weighing::Units).len(), kept.units.len());
}

/// statsmodels 0.15: OLS, `cov_type="HAC", maxlags=2, use_correction=True`, and GLS with Σ = .5^|i−j|.
#[test]
fn a_series_agrees_with_statsmodels() {
    let values = vec![50.0, 51.0, 49.0, 52.0, 53.0, 51.0, 58.0, 57.0, 60.0, 59.0, 61.0, 60.0];
    let series = Series { values, start: 6, season: None };
    let plain = by_newey_west(&series, 2).unwrap();
    near(plain.value, 5.166_666_666_666_667);
    near((plain.range.high - plain.value) / Z_95, 0.588_310_539_981_395_6);
    let gls = coefficients(&series, 0.5).unwrap();
    assert!(
        (gls[0] - 49.995_157_38).abs() < 1e-6
            && (gls[1] - 0.352_542_37).abs() < 1e-6
            && (gls[2] - 6.274_576_27).abs() < 1e-6
    );
    let found = interrupted(&series).unwrap();
    assert!(found.effect.value > 4.5 && found.effect.value < 6.5 && found.effect.p < 0.01, "{found:?}");
}

#[test]
fn short_series_say_so() {
    let of = |n: usize, start| {
        interrupted(&Series { values: (0..n).map(|at| (at % 3) as f64).collect(), start, season: None })
    };
    assert_eq!(of(12, 0).map(|_| ()), Err(Why::NothingBefore));
    assert_eq!(of(12, 12).map(|_| ()), Err(Why::NothingAfter));
    assert_eq!(of(8, 6).map(|_| ()), Err(Why::TooFewPeriods { least: 9 }));
    assert!(of(12, 6).is_ok());
}

#[test]
fn more_periods_show_smaller_effects() {
    let design =
        |variance| Design::Differences { treated: 5, others: 20, before: 12, noise: Noise { variance, carried: 0.3 } };
    let sizes: Vec<f64> = (1..12).map(|after| detectable(&design(9.0), after).unwrap()).collect();
    assert!(sizes.windows(2).all(|two| two[1] < two[0]), "{sizes:?}");
    let weeks = periods_until(&design(9.0), 3.0).unwrap();
    assert!(detectable(&design(9.0), weeks).unwrap() <= 3.0 && detectable(&design(9.0), weeks - 1).unwrap() > 3.0);
    assert_eq!(periods_until(&design(9_000.0), 3.0), None);
    // 2 (1.96 + .8416)² · 400 / 5² = 251.2 people on each side, 43 a week.
    let trial = Design::Experiment { people: 43.0, variance: 400.0, explained: 0.0 };
    assert_eq!(periods_until(&trial, 5.0), Some(6));
}

#[test]
fn the_noise_of_a_panel_is_found() {
    let noise = noise_of_panel(&noisy(5, 95, 20, 16, 3), Weighing::Units).unwrap();
    assert!((noise.variance - 1.0).abs() < 0.1 && noise.carried < 0.08, "{noise:?}");
}

#[test]
fn starts_that_were_made_up_find_nothing() {
    let panel = noisy(8, 20, 24, 18, 4);
    let found = placebo::of_panel(&panel, Weighing::Units, 50.0, 4, 4).unwrap();
    assert_eq!(found.found.iter().map(|pseudo| pseudo.start).collect::<Vec<_>>(), (4..=14).collect::<Vec<_>>());
    assert!(found.called < 0.3 && (found.p - 1.0 / 12.0).abs() < 1e-12, "{found:?}");
    assert!(placebo::starts(5, 6, 3).is_empty());
    assert!(placebo::starts(260, 6, 3).len() <= placebo::STARTS_MAX);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Without gaps it is the difference of two differences; what all units or all periods share changes nothing.
    #[test]
    fn it_is_the_difference_of_differences(seed in any::<u64>(), treated in 1_usize..5, others in 2_usize..7, start in 1_usize..5) {
        let mut panel = noisy(treated, others, 6, start, seed);
        let found = did(&panel, Weighing::Units).unwrap();
        let mean = |treated: bool, after: bool| {
            let cells: Vec<f64> = panel.units.iter().filter(|unit| unit.treated == treated)
                .flat_map(|unit| unit.cells.iter().enumerate().filter(|(at, _)| (*at >= start) == after))
                .map(|(_, cell)| cell.unwrap().value).collect();
            cells.iter().sum::<f64>() / cells.len() as f64
        };
        let expected = mean(true, true) - mean(true, false) - mean(false, true) + mean(false, false);
        prop_assert!((found.effect.value - expected).abs() < 1e-9);
        prop_assert!(found.effect.range.low <= found.effect.value && found.effect.value <= found.effect.range.high);
        for (at, unit) in panel.units.iter_mut().enumerate() {
            for (period, cell) in unit.cells.iter_mut().enumerate() {
                cell.as_mut().unwrap().value += 7.0 * at as f64 - 3.0 * (period * period) as f64;
            }
        }
        let moved = did(&panel, Weighing::Units).unwrap();
        prop_assert!((moved.effect.value - expected).abs() < 1e-8);
        prop_assert!((moved.effect.range.low - found.effect.range.low).abs() < 1e-7);
    }
}
