//! Random surveys, random answers.

use proptest::prelude::*;

use super::*;
use crate::condition::Condition;

const QUESTIONS: usize = 12;

fn key() -> impl Strategy<Value = String> {
    (0..QUESTIONS + 2).prop_map(|n| format!("q{n}"))
}

fn condition() -> impl Strategy<Value = Json> {
    let test = prop_oneof![
        (key(), 0..8).prop_map(|(key, n)| json!({"test": {"of": key, "is": "ge", "value": n}})),
        (key(), 0..3).prop_map(|(key, n)| json!({"test": {"of": key, "is": "has", "value": format!("o{n}")}})),
        key().prop_map(|key| json!({"test": {"of": key, "is": "answered"}})),
        (0..3).prop_map(|n| json!({"test": {"of": "item", "is": "eq", "value": format!("o{n}")}})),
        key().prop_map(|key| json!({"test": {"of": format!("{key}[o1]"), "is": "answered"}})),
    ];
    test.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({"all": parts})),
            proptest::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({"any": parts})),
            inner.prop_map(|part| json!({"not": part})),
        ]
    })
}

fn maybe<T: std::fmt::Debug + Clone + 'static>(of: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Option<T>> {
    prop_oneof![2 => Just(None), 1 => of.prop_map(Some)].boxed()
}

fn question(n: usize) -> impl Strategy<Value = Json> {
    let kind =
        prop_oneof![Just("nps"), Just("choice"), Just("choices"), Just("ranking"), Just("text"), Just("statement")];
    (kind, maybe(condition()), any::<bool>()).prop_map(move |(kind, when, is_shuffled)| {
        let order = if is_shuffled { "shuffled" } else { "fixed" };
        let mut question = json!({"key": format!("q{n}"), "kind": kind, "order": order});
        if matches!(kind, "choice" | "choices" | "ranking") {
            question["options"] = json!(["o0", "o1", "o2"]);
        }
        when.into_iter().for_each(|when| question["when"] = when);
        question
    })
}

fn target() -> impl Strategy<Value = String> {
    prop_oneof![
        key().prop_map(|key| format!("question:{key}")),
        (0..4_usize).prop_map(|n| format!("block:b{n}")),
        Just("ending:out".to_owned()),
        Just("end".to_owned()),
    ]
}

fn page(keys: Vec<String>) -> impl Strategy<Value = Json> {
    let jumps = proptest::collection::vec((maybe(condition()), target()), 0..2);
    (maybe(condition()), jumps).prop_map(move |(when, jumps)| {
        let mut page = json!({"questions": keys});
        when.into_iter().for_each(|when| page["when"] = when);
        page["then"] = jumps
            .into_iter()
            .map(|(when, to)| when.map_or_else(|| json!({"to": to}), |when| json!({"when": when, "to": to})))
            .collect();
        page
    })
}

fn block(n: usize) -> impl Strategy<Value = Json> {
    // Three questions a block, on two pages; q0 may stand anywhere, so that it is named twice.
    let keys = |of: std::ops::Range<usize>| of.map(|n| format!("q{n}")).collect::<Vec<_>>();
    let second = prop_oneof![Just(keys(n * 3 + 2..n * 3 + 3)), Just(vec!["q0".to_owned()]), Just(vec![])];
    let pages = (page(keys(n * 3..n * 3 + 2)), second.prop_flat_map(page));
    (pages, maybe(condition()), maybe(key()), any::<[bool; 2]>()).prop_map(move |((one, two), when, each, flags)| {
        let order = if flags[1] { "shuffled" } else { "fixed" };
        let mut block = json!({"key": format!("b{n}"), "pages": [one, two], "shuffled": flags[0], "order": order});
        when.into_iter().for_each(|when| block["when"] = when);
        each.into_iter().for_each(|each| block["each"] = json!(each));
        block
    })
}

fn definition() -> impl Strategy<Value = Survey> {
    let questions: Vec<_> = (0..QUESTIONS).map(question).collect();
    let blocks: Vec<_> = (0..QUESTIONS / 3).map(block).collect();
    (questions, prop_oneof![1 => Just(vec![]), 4 => blocks], condition()).prop_map(|(mut questions, blocks, quota)| {
        questions.push(json!({"key": "q12", "kind": "calculated", "formula": "q1 + q2"}));
        questions.push(json!({"key": "q13", "kind": "hidden"}));
        let quotas = json!([{"key": "full", "limit": 1, "when": quota}]);
        let endings = json!([{"key": "out"}]);
        survey(json!({"questions": questions, "blocks": blocks, "quotas": quotas, "endings": endings}))
    })
}

fn value() -> impl Strategy<Value = Json> {
    prop_oneof![
        (0..11).prop_map(|n| json!(n)),
        (0..3).prop_map(|n| json!(format!("o{n}"))),
        proptest::sample::subsequence(vec!["o0", "o1", "o2"], 1..=3).prop_map(|keys| json!(keys)),
        Just(json!(["o2", "o0", "o1"])),
        Just(json!("words")),
        Just(json!({"na": true})),
        Just(json!(null)),
    ]
}

fn given() -> impl Strategy<Value = Given> {
    let key = (0..QUESTIONS + 2, 0..4).prop_map(|(n, item)| match item {
        3 => format!("q{n}"),
        item => format!("q{n}[o{item}]"),
    });
    proptest::collection::btree_map(key, value(), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_walk_is_sound(survey in definition(), given in given(), seed in 0..6_u64, is_full in any::<bool>()) {
        let full = is_full.then(|| "full".to_owned()).into_iter().collect();
        let world = World { given, seed, full, ..World::default() };
        let walk = world.walk(&survey);

        // The same again.
        let again = world.walk(&survey);
        let shown = |walk: &Walk<'_>| format!("{:?} {:?} {:?}", walk.steps, walk.end, walk.fired);
        prop_assert_eq!(shown(&walk), shown(&again));
        // From what it reached alone, it is the same way: nothing else has counted.
        let reached: BTreeSet<&str> = walk.steps.iter().flat_map(|step| &step.asked).map(|asked| asked.key.as_str()).collect();
        let keep = |key: &String| reached.contains(key.as_str()) || key == "q13";
        let kept = world.given.iter().filter(|(key, _)| keep(key)).map(|(key, value)| (key.clone(), value.clone())).collect();
        let bare = World { given: kept, seed: world.seed, full: world.full.clone(), ..World::default() };
        prop_assert_eq!(shown(&walk), shown(&bare.walk(&survey)));

        // Each step once, each question once, no step empty.
        let ids: BTreeSet<&str> = walk.steps.iter().map(|step| step.id.as_str()).collect();
        prop_assert_eq!(ids.len(), walk.steps.len());
        prop_assert_eq!(reached.len(), walk.steps.iter().map(|step| step.asked.len()).sum::<usize>());
        prop_assert!(walk.steps.iter().all(|step| !step.asked.is_empty()));

        // Answers only from what is reached; hidden and calculated ones besides.
        for answer in walk.answers(&world.given) {
            let question = survey.asked(&answer.question).unwrap();
            let is_reached = reached.iter().any(|key| answer.question == *key || answer.question.starts_with(&format!("{key}[")));
            prop_assert!(is_unseen(question) || is_reached, "{:?}", answer);
        }
        // Nothing is shown whose condition did not hold, and every condition of what is shown was seen to.
        for step in &walk.steps {
            let item = step.item.map(|item| item.key.clone());
            let holds = |field: String, item: &Option<String>| {
                let mut seen = walk.fired.iter().filter(|fired| fired.field == field && fired.item == *item);
                seen.any(|fired| fired.truth == Some(true) && fired.effect == Effect::Shown)
            };
            let field = format!("blocks.{}", step.block.key);
            prop_assert!(step.block.when.is_none() || holds(field.clone(), &None));
            let page = step.id.split('.').nth(1).unwrap();
            let field = format!("{field}.pages.{page}");
            prop_assert!(step.page.when.is_none() || holds(field, &item));
            for asked in &step.asked {
                let field = format!("questions.{}", asked.question.key);
                prop_assert!(asked.question.when.is_none() || holds(field, &item));
            }
        }
        for step in &walk.steps {
            let progress = walk.progress(&step.id);
            prop_assert!(progress.done < progress.total);
        }
        // A check never panics, whatever it finds.
        let _ = survey.check();
    }

    /// Answering page by page, as respondents do, leads through the very steps that the walk tells in the end.
    #[test]
    fn page_by_page_is_the_same_way(survey in definition(), given in given(), seed in 0..6_u64) {
        let world = World { given, seed, ..World::default() };
        let whole = world.ids(&survey);
        let mut so_far = World { seed, ..World::default() };
        so_far.given.extend(world.given.get_key_value("q13").map(|(key, value)| (key.clone(), value.clone())));
        let mut went: Vec<String> = Vec::new();
        loop {
            let walk = so_far.walk(&survey);
            let step = walk.steps.get(went.len());
            let Some(step) = step else { break };
            prop_assert_eq!(walk.position(&step.id), Some(went.len()));
            let asked: Vec<String> = step.asked.iter().map(|asked| asked.key.clone()).collect();
            let fresh: Vec<_> = asked.iter().filter(|key| !so_far.given.contains_key(*key)).filter_map(|key| world.given.get_key_value(key)).collect();
            if fresh.is_empty() {
                went.push(step.id.clone());
                continue;
            }
            // An answer may bring more questions onto its page, which is then shown again.
            let fresh: Vec<_> = fresh.into_iter().map(|(key, value)| (key.clone(), value.clone())).collect();
            so_far.given.extend(fresh);
        }
        prop_assert_eq!(went, whole);
    }

    /// Without tests that answers can turn from false to true (`answered`, and `has` about the items of a loop), a
    /// respondent's progress only grows.
    #[test]
    fn progress_grows(mut survey in definition(), given in given()) {
        let has_loops = survey.blocks.iter().any(|block| block.each.is_some());
        let turns = |words: &str| words.contains("Answered") || (has_loops && words.contains("Has("));
        let stays = |when: &Option<Condition>| when.as_ref().is_none_or(|when| !turns(&format!("{when:?}")));
        survey.questions.iter_mut().filter(|question| !stays(&question.when)).for_each(|question| question.when = None);
        for block in &mut survey.blocks {
            if !stays(&block.when) {
                block.when = None;
            }
            for page in &mut block.pages {
                page.then.clear();
                if !stays(&page.when) {
                    page.when = None;
                }
            }
        }
        let world = World { given, ..World::default() };
        let whole = world.walk(&survey);
        let mut so_far = World::default();
        so_far.given.extend(world.given.get_key_value("q13").map(|(key, value)| (key.clone(), value.clone())));
        let mut last = 0.0;
        for step in &whole.steps {
            let walk = so_far.walk(&survey);
            let progress = walk.progress(&step.id);
            // Pages that come only by their own answers are not told beforehand.
            if progress.total == 0 {
                continue;
            }
            let share = progress.done as f64 / progress.total as f64;
            prop_assert!(share >= last, "{} after {last} at {}", share, step.id);
            last = share;
            let answers = step.asked.iter().filter_map(|asked| world.given.get_key_value(&asked.key));
            so_far.given.extend(answers.map(|(key, value)| (key.clone(), value.clone())));
        }
    }
}
