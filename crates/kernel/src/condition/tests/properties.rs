//! What holds for all conditions and formulas.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::condition::*;

fn literal() -> impl Strategy<Value = Literal> {
    prop_oneof![
        any::<i32>().prop_map(|number| Literal::Number(f64::from(number) / 1_000.0)),
        (-20_i32..20).prop_map(|number| Literal::Number(f64::from(number))),
        "\\PC{0,8}|[\"'\\\\\n\r\t\u{7}ا]{0,6}".prop_map(Literal::Text),
        any::<bool>().prop_map(Literal::Flag),
    ]
}

fn operand() -> impl Strategy<Value = Operand> {
    let word = "[a-z_][a-z0-9_]{0,4}|[ابپغ]{1,3}|in|for|attr|answers|response|true";
    let part = "[a-z0-9_ \"'.]{1,5}|[ابپغ]{1,3}";
    prop_oneof![
        (word, prop::collection::vec(part, 0..=2)).prop_map(|(key, parts)| {
            parts.iter().try_fold(Operand::answer(&key).unwrap(), |operand, part| operand.part(part)).unwrap()
        }),
        word.prop_filter_map("a name", |name| Operand::attribute(&name).ok()),
        word.prop_map(|name| Operand::calculated(&name).unwrap()),
        prop::sample::select(Field::ALL.to_vec()).prop_map(Operand::Field),
        prop::sample::select(Said::ALL.to_vec()).prop_map(Operand::Said),
    ]
}

fn test() -> impl Strategy<Value = Test> {
    let value = prop_oneof![
        literal().prop_map(|literal| Some(Value::One(literal))),
        prop::collection::vec(literal(), 1..4).prop_map(|list| Some(Value::List(list))),
        Just(None),
    ];
    (operand(), prop::sample::select(Op::ALL.to_vec()), value)
        .prop_filter_map("a value that fits", |(of, op, value)| Test::new(of, op, value).ok())
}

fn any_condition() -> impl Strategy<Value = Condition> {
    test().prop_map(Condition::Test).prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(Condition::negated),
        ]
    })
}

fn any_formula() -> impl Strategy<Value = Formula> {
    let leaf = prop_oneof![
        any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(Formula::Number),
        "\\PC{0,5}".prop_map(Formula::Text),
        operand().prop_map(Formula::Operand),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (prop::sample::select(Arithmetic::ALL.to_vec()), inner.clone(), inner.clone())
                .prop_map(|(sign, a, b)| Formula::Binary(sign, Box::new(a), Box::new(b))),
            (any_condition(), inner.clone(), inner.clone()).prop_map(|(c, a, b)| Formula::If(
                c.canonical(),
                Box::new(a),
                Box::new(b)
            )),
            prop::collection::vec(inner.clone(), 1..3).prop_map(|args| Formula::Call(Function::Max, args)),
            inner.clone().prop_map(|arg| Formula::Call(Function::Count, vec![arg])),
            inner.prop_filter_map("a sign that stays", |inner| {
                let stays = !matches!(inner, Formula::Number(_));
                stays.then(|| Formula::Negate(Box::new(inner)))
            }),
        ]
    })
}

fn any_fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        Just(Fact::Missing),
        (0..4_i32).prop_map(|number| Fact::Number(f64::from(number))),
        "[ab]{0,2}".prop_map(Fact::Text),
        "[ab]{1,2}".prop_map(Fact::Choice),
        any::<bool>().prop_map(Fact::Flag),
        prop::collection::btree_set("[ab]{1,2}", 0..3).prop_map(|keys: BTreeSet<String>| Fact::Set(keys)),
    ]
}

proptest! {
    #[test]
    fn text_reads_back_to_the_same_condition(condition in any_condition()) {
        let text = condition.to_string();
        prop_assert_eq!(text.parse::<Condition>().map_err(|r| format!("{text}: {r:?}")), Ok(condition.canonical()));
    }

    #[test]
    fn text_reads_back_to_the_same_formula(formula in any_formula()) {
        let text = formula.to_string();
        prop_assert_eq!(text.parse::<Formula>().map_err(|r| format!("{text}: {r:?}")), Ok(formula));
    }

    #[test]
    fn json_reads_back_to_the_same_condition(condition in any_condition()) {
        let text = serde_json::to_string(&condition).unwrap();
        prop_assert_eq!(Condition::from_json(&text).map_err(|r| format!("{text}: {r:?}")), Ok(condition.clone()));
        prop_assert_eq!(serde_json::from_str::<Condition>(&text).unwrap(), condition);
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in "\\PC{0,40}|[a-c01.\"'\\\\()\\[\\]!?:&|=<>+*/%, -]{0,40}") {
        let _ = text.parse::<Condition>();
        let _ = text.parse::<Formula>();
        let _ = Condition::from_json(&text);
        let _ = text.parse::<Operand>();
    }

    #[test]
    fn de_morgan_holds_and_the_canonical_shape_means_the_same(
        parts in prop::collection::vec(any_condition(), 0..4),
        facts in prop::collection::vec(any_fact(), 8),
    ) {
        let known = |operand: &Operand| facts[operand.to_string().len() % facts.len()].clone();
        let of = |condition: &Condition| condition.evaluate(&known);
        let not = |condition: &Condition| condition.clone().negated();
        let all = Condition::All(parts.clone());
        let any = Condition::Any(parts.clone());
        prop_assert_eq!(of(&not(&all)), of(&Condition::Any(parts.iter().map(not).collect())));
        prop_assert_eq!(of(&not(&any)), of(&Condition::All(parts.iter().map(not).collect())));
        prop_assert_eq!(of(&all), of(&all.clone().canonical()));
        prop_assert_eq!(of(&not(&not(&any))), of(&any));
        if let Some(rows) = all.rows() {
            prop_assert_eq!(of(&Condition::from_rows(rows)), of(&all));
        }
    }

    #[test]
    fn formulas_never_panic(formula in any_formula(), facts in prop::collection::vec(any_fact(), 8)) {
        let fact = formula.evaluate(&|operand: &Operand| facts[operand.to_string().len() % facts.len()].clone());
        let is_finite = match fact { Fact::Number(number) => number.is_finite(), _ => true };
        prop_assert!(is_finite);
    }
}
