use proptest::prelude::*;

use crate::effects::Why;
use crate::effects::search::lowest;
use crate::effects::simplex::nearest;
use crate::effects::synthetic::{
    Case, Predictors, effect, in_space, in_time, leave_one_out, p_of, synthetic, with_predictors,
};

fn small() -> Case {
    Case {
        treated: vec![10.0, 12.0, 11.0, 14.0, 15.0, 20.0, 22.0],
        donors: vec![
            vec![8.0, 9.0, 9.0, 10.0, 11.0, 12.0, 13.0],
            vec![14.0, 16.0, 15.0, 19.0, 20.0, 22.0, 23.0],
            vec![5.0, 9.0, 4.0, 12.0, 6.0, 13.0, 9.0],
            vec![20.0, 18.0, 21.0, 17.0, 22.0, 18.0, 23.0],
        ],
        start: 5,
    }
}

/// Thirty periods in which the treated unit is the mean of two donors, and 4 more at the end.
fn moved() -> Case {
    let wave = |by: f64, at: usize| (at as f64 * by).sin() * 3.0;
    let donors: Vec<Vec<f64>> = (1..=6)
        .map(|donor| {
            (0..30)
                .map(|at| 20.0 + wave(0.3 * f64::from(donor), at) + wave(2.1 + 0.37 * f64::from(donor), at))
                .collect()
        })
        .collect();
    let treated = (0..30)
        .map(|at| 0.5 * donors[0][at] + 0.5 * donors[3][at] + 0.1 * wave(5.7, at) + if at < 24 { 0.0 } else { 4.0 })
        .collect();
    Case { treated, donors, start: 24 }
}

/// pysyncon 1.7.0, `Synth.w_optimize` with V = 1.
#[test]
fn the_weights_agree_with_pysyncon() {
    let found = synthetic(&small()).unwrap();
    for (found, expected) in found.weights.iter().zip([0.498_361_188, 0.431_907_558, 0.069_731_254, 0.0]) {
        assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
    }
    assert!((found.value - 4.285_521_3).abs() < 1e-6);
}

#[test]
fn an_effect_is_found_and_stands_out() {
    let found = effect(&moved()).unwrap();
    assert!((found.value - 4.0).abs() < 0.3 && found.range.low > 3.0 && found.range.high < 5.0, "{found:?}");
    assert!(found.p <= 0.05 && p_of(&moved(), 4.0) > 0.05);
    let space = in_space(&moved()).unwrap();
    assert_eq!(space.p, 1.0 / 7.0);
    assert!(in_time(&moved(), 16).unwrap().value.abs() < 0.3);
    assert!(leave_one_out(&moved()).unwrap().iter().any(|(donor, _)| *donor == 3));
}

#[test]
fn what_cannot_be_made_says_why() {
    let with = |change: &dyn Fn(&mut Case)| {
        let mut case = small();
        change(&mut case);
        synthetic(&case).map(|_| ())
    };
    assert_eq!(with(&|case| case.start = 0), Err(Why::NothingBefore));
    assert_eq!(with(&|case| case.start = 7), Err(Why::NothingAfter));
    assert_eq!(with(&|case| case.donors.truncate(1)), Err(Why::OneUnitWithoutDonors));
    assert_eq!(with(&|case| case.donors = vec![case.treated.clone(); 101]), Err(Why::TooMany { most: 100 }));
    assert_eq!(with(&|case| case.start = 3), Err(Why::TooFewPeriods { least: 5 }));
    assert_eq!(with(&|case| case.donors[1][2] = f64::NAN), Err(Why::Degenerate));
    assert_eq!(effect(&small()), Err(Why::TooFewPeriods { least: 20 }));
}

/// Only the first predictor tells donors apart in the outcome, so it gets the weight.
#[test]
fn predictors_count_by_what_they_help() {
    let case = moved();
    let predictors = Predictors {
        treated: vec![2.5, 0.0],
        donors: [[1.0, 9.0], [7.0, 0.1], [8.0, 5.0], [4.0, 8.0], [9.0, 0.0], [9.5, 1.0]]
            .iter()
            .map(|both| both.to_vec())
            .collect(),
        fitted: 0..24,
    };
    let found = with_predictors(&case, &predictors).unwrap();
    assert!((found.importance.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((found.weights[0] - 0.5).abs() < 0.1 && (found.weights[3] - 0.5).abs() < 0.1, "{found:?}");
}

/// Rosenbrock's valley, lowest at (1, 1).
#[test]
fn the_search_finds_the_end_of_a_valley() {
    let (place, value) =
        lowest(&[-1.2, 1.0], 1_000, &mut |at| (1.0 - at[0]).powi(2) + 100.0 * (at[1] - at[0] * at[0]).powi(2));
    assert!(value < 1e-9 && place.iter().all(|at| (at - 1.0).abs() < 1e-4), "{place:?}");
}

proptest! {
    /// Weights lie on the simplex, and no donor would bring the mixture nearer (Karush, Kuhn and Tucker), with more
    /// donors than periods and donors that are alike as well.
    #[test]
    fn no_mixture_is_nearer(
        target in prop::collection::vec(-5.0..5.0_f64, 1..7),
        rows in prop::collection::vec(prop::collection::vec(-5_i32..5, 7), 1..15),
    ) {
        let donors: Vec<Vec<f64>> = rows.iter().map(|row| row[..target.len()].iter().map(|value| f64::from(*value)).collect()).collect();
        let weights = nearest(&target, &donors);
        prop_assert!(weights.iter().all(|weight| *weight >= 0.0));
        prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let gap: Vec<f64> = (0..target.len())
            .map(|at| weights.iter().zip(&donors).map(|(weight, donor)| weight * donor[at]).sum::<f64>() - target[at])
            .collect();
        let slope = |donor: &Vec<f64>| donor.iter().zip(&target).zip(&gap).map(|((value, target), gap)| (value - target) * gap).sum::<f64>();
        let here: f64 = gap.iter().map(|gap| gap * gap).sum();
        for donor in &donors {
            prop_assert!(slope(donor) >= here - 1e-7, "{weights:?} {here} {}", slope(donor));
        }
    }
}
