//! A condition means the same for one response in memory and for many in the lake.

use std::collections::BTreeMap;

use kernel::attribute::Value as Attribute;
use kernel::condition::{Comparison, Condition, Field, Literal, OfSignal, Op, Operand, Said, Says, Test, Value};
use kernel::signal::{Answer, Signal, State, What};
use kernel::survey::Kind;
use lake::Cell;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::world::{World, answer, text};

fn cel(text: &str) -> Condition {
    text.parse().unwrap()
}

fn row(question: &str, kind: Kind) -> Answer {
    Answer { question: question.into(), kind, score: None, choice: None, text: None }
}

/// What may be answered to one question, from nothing to several rows.
fn answers_to(question: &'static str) -> impl Strategy<Value = Vec<Answer>> {
    let key = prop::sample::select(vec!["a", "b", "ab", "خوب"]);
    let score = (-1_i32..3).prop_map(move |score| {
        // Minus zero is a number that JSON knows.
        let score = if score == 0 { -0.0 } else { f64::from(score) };
        vec![Answer { score: Some(score), ..row(question, Kind::Nps) }]
    });
    let choice =
        key.clone().prop_map(move |key| vec![Answer { choice: Some(key.into()), ..row(question, Kind::Choice) }]);
    let of_key = move |kind| move |key: &str| Answer { choice: Some(key.into()), ..row(question, kind) };
    let choices = prop::collection::vec(key.clone().prop_map(of_key(Kind::Choices)), 1..3);
    let cells = prop::collection::vec(key.clone().prop_map(of_key(Kind::Matrix)), 1..3);
    let own = Just(vec![row(question, Kind::Choices)]);
    let words = prop::sample::select(vec!["A b", "ABBA", "خُوب", "b\u{200c}a", "", "I hate it, refund me now"])
        .prop_map(move |text| vec![Answer { text: Some(text.into()), ..row(question, Kind::Text) }]);
    prop_oneof![2 => Just(vec![]), 2 => score, 2 => choice, 2 => choices, 1 => cells, 1 => own, 2 => words]
}

fn attribute() -> impl Strategy<Value = Option<Attribute>> {
    prop_oneof![
        Just(None),
        (0..3_i64).prop_map(|number| Some(Attribute::Integer(number))),
        prop::sample::select(vec!["A", "a b", "1"]).prop_map(|words| Some(text(words))),
        any::<bool>().prop_map(|flag| Some(Attribute::Flag(flag))),
        (0..3_i32).prop_map(|number| Some(Attribute::Number(f64::from(number) / 2.0))),
    ]
}

const QUESTIONS: [&str; 6] = ["q", "q[a]", "q[b]", "q[b][1]", "qq", "غذا"];

fn response() -> impl Strategy<Value = Signal> {
    let answers = Vec::from(QUESTIONS.map(answers_to));
    let language = prop::sample::select(vec![None, Some("fa"), Some("en")]);
    (answers, attribute(), prop::option::of(0..3_i64), prop::option::of(any::<bool>()), language, any::<bool>())
        .prop_map(|(answers, mixed, age, vip, language, is_partial)| {
            let mut signal = answer("", 0.0, None, &[]);
            let What::Response(response) = &mut signal.body.what;
            response.answers = answers.concat();
            if is_partial {
                response.state = State::Partial;
            }
            signal.language = language.map(str::to_owned);
            let known = [("Mixed", mixed), ("Age", age.map(Attribute::Integer)), ("VIP", vip.map(Attribute::Flag))];
            signal.body.attributes =
                known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
            signal
        })
}

fn operand() -> impl Strategy<Value = Operand> {
    let plain = ["attr.mixed", "attr.age", "attr.vip", "attr.gone", "calc.q", "gone"];
    let named = QUESTIONS.iter().chain(&plain).map(|name| name.parse().unwrap());
    let fields = Field::ALL.map(Operand::Field).into_iter().chain(Said::ALL.map(Operand::Said));
    prop::sample::select(named.chain(fields).collect::<Vec<_>>())
}

fn literal() -> impl Strategy<Value = Literal> {
    let words = ["a", "b", "ab", "A", "خوب", "1", "fa", "api", "complete", "a]", "B\u{200c}A", "neg", "complaint"];
    prop_oneof![
        (-1..3_i32).prop_map(|number| Literal::Number(f64::from(number))),
        prop::sample::select(words.to_vec()).prop_map(|words| Literal::Text(words.into())),
        any::<bool>().prop_map(Literal::Flag),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    let value = prop_oneof![
        3 => literal().prop_map(|literal| Some(Value::One(literal))),
        1 => prop::collection::vec(literal(), 1..4).prop_map(|list| Some(Value::List(list))),
        1 => Just(None),
    ];
    let test = (operand(), prop::sample::select(Op::ALL.to_vec()), value)
        .prop_filter_map("a value that fits", |(of, op, value)| Test::new(of, op, value).ok());
    test.prop_map(Condition::Test).prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(Condition::negated),
        ]
    })
}

/// As the lake's own reader reads it.
fn says(signal: &Signal) -> Says {
    let What::Response(response) = &signal.body.what;
    lake::says(&text::Reader::new(), response, signal.language.as_deref(), None)
}

/// The ids for which the condition is true, and those for which it is false.
async fn in_lake(world: &World, condition: &Condition) -> [Vec<String>; 2] {
    let ask = async |condition: &Condition| {
        let found = world.lake.matching(world.workspace, &["visit"], condition, 1_000).await;
        found.unwrap_or_else(|error| panic!("{condition}: {error:?}"))
    };
    [ask(condition).await, ask(&condition.clone().negated()).await]
}

#[tokio::test]
async fn random_conditions_hold_for_the_same_responses_both_ways() {
    let world = World::new().await;
    let mut runner = TestRunner::deterministic();
    let mut signals = Vec::new();
    for index in 0..120 {
        let mut signal = response().new_tree(&mut runner).unwrap().current();
        signal.source_id = format!("r{index:03}");
        signals.push(signal);
        if index % 40 == 39 {
            // Two segments of different schemas and a tail.
            world.append(signals[index - 39..].to_vec()).await;
            if index < 119 {
                world.seal().await;
            }
        }
    }
    let mut other = answer("elsewhere", 1.0, None, &[]);
    let What::Response(response) = &mut other.body.what;
    response.survey = "other".into();
    world.append(vec![other]).await;
    let columns = world.lake.attribute_columns(world.workspace).await.unwrap();
    let mut seen = BTreeMap::new();
    for _ in 0..60 {
        let condition = condition().new_tree(&mut runner).unwrap().current();
        let truth_of =
            |signal: &Signal| condition.evaluate(&OfSignal { signal, says: &says(signal), columns: &columns });
        let expected = [Some(true), Some(false)].map(|wanted| -> Vec<String> {
            let found = signals.iter().filter(|signal| truth_of(signal) == wanted);
            found.map(|signal| signal.source_id.clone()).collect()
        });
        assert_eq!(in_lake(&world, &condition).await, expected, "{condition}");
        for signal in &signals {
            *seen.entry(truth_of(signal)).or_insert(0) += 1;
        }
    }
    // The test would prove little if most conditions were unknown.
    assert!(seen.values().all(|count| *count > 500), "{seen:?}");
}

#[tokio::test]
async fn a_clause_filters_answers_and_responses_and_binds_what_people_wrote() {
    let world = World::new().await;
    let plan = |plan: &str| [("Plan", text(plan))];
    world
        .append(vec![
            answer("r1", 3.0, Some("it's slow' or 1=1 --"), &plan("gold")),
            answer("r2", 9.0, None, &plan("gold")),
            answer("r3", 3.0, None, &plan("tin")),
        ])
        .await;
    let columns = world.lake.attribute_columns(world.workspace).await.unwrap();
    let count = async |table: &str, condition: &str| {
        let mut params: Vec<Cell> = vec!["visit".into()];
        let holds = lake::clause(&cel(condition), &["visit"], &columns, &mut |cell| {
            params.push(cell);
            format!("${}", params.len())
        });
        let holds = holds.unwrap();
        assert!(!holds.contains("slow") && !holds.contains("gold"), "{holds}");
        let sql = format!("select count(*) from {table} where survey = $1 and {holds}");
        let rows = world.lake.query(world.workspace, &sql, &params).await.unwrap().rows().await.unwrap();
        rows[0][0].as_i64().unwrap()
    };
    for (condition, responses, answers) in [
        ("nps <= 6 && attr.plan == \"gold\"", 1, 2),
        ("attr.plan == \"gold\"", 2, 3),
        ("why.contains(\"SLOW' OR 1\")", 1, 2),
        ("!answered(why)", 2, 2),
        ("response.state == \"complete\"", 3, 4),
        ("true", 3, 4),
        ("attr.gone == 1", 0, 0),
        ("answers[\"x' or 1=1\"] == 1", 0, 0),
    ] {
        assert_eq!(count("responses", condition).await, responses, "{condition}");
        assert_eq!(count("answers", condition).await, answers, "{condition}");
    }
}

#[tokio::test]
async fn the_largest_conditions_can_be_asked() {
    let world = World::new().await;
    let signal = answer("r1", 3.0, None, &[]);
    world.append(vec![signal.clone()]).await;
    let columns = world.lake.attribute_columns(world.workspace).await.unwrap();
    let test = |number: usize| {
        let of = Operand::answer(if number.is_multiple_of(2) { "nps" } else { "why" }).unwrap();
        Condition::Test(
            Test::new(of, Op::Compare(Comparison::Ne), Some(Value::One(Literal::Number(number as f64)))).unwrap(),
        )
    };
    let wide = Condition::Any((0..498).map(test).collect());
    let bushy = (0..kernel::condition::MAX_DEPTH - 1).fold(test(0), |inner, level| {
        let parts = (0..40).map(test).chain([inner]).collect();
        if level % 2 == 0 { Condition::All(parts) } else { Condition::Any(parts) }
    });
    let mut deep = test(0);
    // Both are asked negated, too, which is one more level.
    for level in 0..kernel::condition::MAX_DEPTH - 1 {
        deep = match level % 3 {
            0 => Condition::All(vec![deep, test(2)]),
            1 => Condition::Any(vec![deep, test(1)]),
            _ => deep.negated(),
        };
    }
    for condition in [wide, bushy, deep] {
        condition.check().unwrap();
        let truth = condition.evaluate(&OfSignal { signal: &signal, says: &Says::default(), columns: &columns });
        let expected = [Some(true), Some(false)].map(|wanted| usize::from(truth == wanted));
        assert_eq!(in_lake(&world, &condition).await.map(|ids| ids.len()), expected, "{condition}");
    }
}
