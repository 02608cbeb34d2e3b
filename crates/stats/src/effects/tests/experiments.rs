use proptest::prelude::*;

use crate::NpsCounts;
use crate::effects::Why;
use crate::effects::cuped::{Arm, cuped, means, nps, shares};

fn arm(people: &[(f64, f64)]) -> Arm {
    let mut arm = Arm::default();
    people.iter().for_each(|&(y, x)| arm.add(y, x));
    arm
}

/// statsmodels 0.15: OLS of the outcome on treatment and covariate.
#[test]
fn it_is_the_estimate_of_ancova() {
    let treated = arm(&[(6.0, 1.0), (8.0, 2.0), (7.0, 3.0), (12.0, 5.0), (9.0, 4.0)]);
    let others = arm(&[(5.0, 2.0), (4.0, 1.0), (9.0, 6.0), (6.0, 3.0), (7.0, 5.0), (6.0, 4.0)]);
    let found = cuped(&treated, &others).unwrap();
    assert!((found.effect.value - 2.751_515).abs() < 1e-6 && (found.theta - 1.036_364).abs() < 1e-6, "{found:?}");
    assert!(found.effect.range.low > 0.5 && found.plain.range.low < 0.5);
}

#[test]
fn without_people_there_is_no_experiment() {
    let some = arm(&[(1.0, 0.0), (2.0, 0.0), (4.0, 0.0)]);
    assert_eq!(means(&Arm::default(), &some), Err(Why::NobodyTreated));
    assert_eq!(means(&some, &Arm::default()), Err(Why::EveryoneTreated));
    assert_eq!(means(&some, &arm(&[(1.0, 0.0)])), Err(Why::TooFewUnits { least: 3 }));
    assert_eq!(nps(&NpsCounts::default(), &NpsCounts::default()), Err(Why::NobodyTreated));
    assert_eq!(shares((1, 2), (0, 0)), Err(Why::EveryoneTreated));
    // A covariate that is the same for all takes nothing away.
    let found = cuped(&some, &some).unwrap();
    assert_eq!((found.theta, found.effect), (0.0, found.plain));
}

proptest! {
    /// What was apart before and goes on to be apart is not an effect, and variance falls by what the covariate explains.
    #[test]
    fn what_was_apart_before_is_taken_off(xs in prop::collection::vec(-10.0..10.0_f64, 6..40), lift in -5.0..5.0_f64) {
        prop_assume!(xs.iter().any(|x| (x - xs[0]).abs() > 0.1) && xs[3..].iter().any(|x| (x - xs[3]).abs() > 0.1));
        let of = |part: &[f64], lift: f64| arm(&part.iter().map(|x| (2.0 * x + lift, *x)).collect::<Vec<_>>());
        let found = cuped(&of(&xs[..3], lift), &of(&xs[3..], 0.0)).unwrap();
        prop_assert!((found.effect.value - lift).abs() < 1e-6, "{found:?}");
        prop_assert!(found.explained > 1.0 - 1e-9);
    }
}
