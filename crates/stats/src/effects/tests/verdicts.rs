use crate::Range;
use crate::effects::mixture::{Mixture, Part};
use crate::effects::{Checks, Effect, Evidence, Verdict, Why, verdict};

fn evidence(value: f64, half: f64, p: f64) -> Evidence {
    let effect = Effect { value, range: Range { low: value - half, high: value + half }, p };
    Evidence { effect, higher_is_better: true, matters: 1.0, checks: Checks::default(), periods_left: None }
}

#[test]
fn each_word_has_its_case() {
    let said = |evidence: Evidence| verdict(&Ok(evidence));
    let clear = evidence(4.0, 2.0, 0.001);
    assert_eq!(said(clear), Verdict::Improved);
    assert_eq!(said(Evidence { higher_is_better: false, ..clear }), Verdict::Worsened);
    assert_eq!(said(evidence(-4.0, 2.0, 0.001)), Verdict::Worsened);
    assert_eq!(said(evidence(1.5, 2.0, 0.2)), Verdict::NoDetectableEffect);
    // The range does not hold 0, but five in a hundred would be called one.
    assert_eq!(said(evidence(2.0, 1.9, 0.04)), Verdict::NoDetectableEffect);
    // Surely above 0, and less than what matters.
    assert_eq!(said(evidence(0.5, 0.2, 0.001)), Verdict::NoDetectableEffect);
    assert_eq!(
        said(Evidence { periods_left: Some(6), ..evidence(1.5, 4.0, 0.5) }),
        Verdict::TooEarly { periods_left: 6 }
    );
    assert_eq!(said(Evidence { periods_left: Some(6), ..evidence(0.1, 0.5, 0.7) }), Verdict::NoDetectableEffect);
    assert_eq!(said(Evidence { periods_left: Some(6), ..clear }), Verdict::Improved);
    assert_eq!(verdict(&Err(Why::EveryoneTreated)), Verdict::CannotTell(Why::EveryoneTreated));
}

#[test]
fn a_check_that_fails_claims_nothing() {
    let with = |checks: Checks| verdict(&Ok(Evidence { checks, ..evidence(4.0, 2.0, 0.001) }));
    let base = Checks::default();
    assert_eq!(with(Checks { definition_changed: true, ..base }), Verdict::CannotTell(Why::DefinitionChanged));
    assert_eq!(with(Checks { parallel: Some(0.01), ..base }), Verdict::CannotTell(Why::NotParallel));
    assert_eq!(with(Checks { fit: Some(1.4), ..base }), Verdict::CannotTell(Why::PoorFit));
    assert_eq!(
        with(Checks { placebo: Some(0.4), placebo_least: 0.05, ..base }),
        Verdict::CannotTell(Why::PlacebosMove)
    );
    // With five donors a placebo's p is never below 1/6: it cannot speak against the effect.
    assert_eq!(with(Checks { placebo: Some(0.17), placebo_least: 1.0 / 6.0, ..base }), Verdict::Improved);
    let no_number =
        Evidence { effect: Effect { value: f64::NAN, ..evidence(1.0, 1.0, 1.0).effect }, ..evidence(1.0, 1.0, 1.0) };
    assert_eq!(verdict(&Ok(no_number)), Verdict::CannotTell(Why::Degenerate));
}

/// Of one part it is Student's t: ±2.2622 with 9 degrees of freedom.
#[test]
fn a_mixture_of_one_is_a_t() {
    let part = |weight, centre| Part { weight, centre, scale: 2.0, freedom: 9.0 };
    let one = Mixture::new(vec![part(-700.0, 3.0)]).unwrap();
    let range = one.range();
    assert!((range.low - (3.0 - 4.524_314)).abs() < 1e-5 && (range.high - (3.0 + 4.524_314)).abs() < 1e-5, "{range:?}");
    let two = Mixture::new(vec![part(0.0, -10.0), part(0.0, 10.0)]).unwrap();
    assert!((two.below(0.0) - 0.5).abs() < 1e-12 && two.mean() == 0.0 && two.range().high > 13.0);
    assert!(Mixture::new(vec![part(f64::NAN, 0.0)]).is_none());
}
