use serde_json::json;

use super::*;

mod random;

/// A survey from JSON, with what every test would repeat filled in.
pub(super) fn survey(definition: Json) -> Survey {
    let mut definition = definition;
    for question in definition["questions"].as_array_mut().unwrap() {
        let question = question.as_object_mut().unwrap();
        question.entry("title").or_insert(json!({"en": "?"}));
        for option in question.get_mut("options").and_then(Json::as_array_mut).into_iter().flatten() {
            if let Some(key) = option.as_str().map(str::to_owned) {
                *option = json!({"key": key, "label": {"en": key}});
            }
        }
    }
    definition["languages"] = json!(["en"]);
    definition["title"] = json!({"en": "Test"});
    serde_json::from_value(definition).unwrap()
}

fn is(of: &str, value: Json) -> Json {
    json!({"test": {"of": of, "is": "eq", "value": value}})
}

/// What one test varies.
#[derive(Default)]
struct World {
    given: Given,
    attributes: Attributes,
    full: BTreeSet<String>,
    seed: u64,
}

impl World {
    fn given(given: Json) -> Self {
        Self { given: serde_json::from_value(given).unwrap(), ..Self::default() }
    }

    fn walk<'a>(&'a self, survey: &'a Survey) -> Walk<'a> {
        walk(&Situation {
            survey,
            given: &self.given,
            attributes: &self.attributes,
            language: "en",
            channel: "link",
            touchpoint: None,
            seed: self.seed,
            full: &self.full,
        })
    }

    fn ids(&self, survey: &Survey) -> Vec<String> {
        self.walk(survey).steps.into_iter().map(|step| step.id).collect()
    }
}

fn ids(survey: &Survey, given: Json) -> Vec<String> {
    World::given(given).ids(survey)
}

/// Three pages; the second asks for reasons of low scores, the fourth is for those who ask to be called.
fn plain() -> Survey {
    survey(json!({
        "questions": [
            {"key": "nps", "kind": "nps"},
            {"key": "why", "kind": "text", "when": {"test": {"of": "nps", "is": "le", "value": 6}}},
            {"key": "call", "kind": "yesno", "options": ["yes", "no"], "when": {"test": {"of": "why", "is": "answered"}}},
            {"key": "phone", "kind": "phone", "required": true, "when": is("call", json!("yes"))},
            {"key": "end", "kind": "statement"},
        ]
    }))
}

#[test]
fn questions_come_where_their_conditions_hold() {
    let survey = plain();
    assert_eq!(ids(&survey, json!({})), ["main.1", "main.5"]);
    assert_eq!(ids(&survey, json!({"nps": 3})), ["main.1", "main.2", "main.5"]);
    let all = json!({"nps": 3, "why": "slow", "call": "yes"});
    assert_eq!(ids(&survey, all), ["main.1", "main.2", "main.3", "main.4", "main.5"]);
}

#[test]
fn stale_answers_count_as_missing_all_the_way_down() {
    let survey = plain();
    let world = World::given(json!({"nps": 9, "why": "slow", "call": "yes", "phone": "070 123 45 67"}));
    let walk = world.walk(&survey);
    assert_eq!(walk.steps.len(), 2, "call and phone hang on why, which is hidden");
    let keys: Vec<String> = walk.answers(&world.given).into_iter().map(|answer| answer.question).collect();
    assert_eq!(keys, ["nps"]);
}

#[test]
fn ways_between_steps_and_what_is_missing() {
    let survey = plain();
    let world = World::given(json!({"nps": 3, "why": "slow", "call": "yes"}));
    let walk = world.walk(&survey);
    assert_eq!(walk.next("main.1").unwrap().id, "main.2");
    assert!(walk.next("main.5").is_none() && walk.before("main.1").is_none() && walk.next("gone.1").is_none());
    assert_eq!(walk.before("main.4").unwrap().id, "main.3");
    let (step, refusal) = walk.missing(&world.given).unwrap();
    assert_eq!((step, refusal.code, refusal.field.as_deref()), (3, "required", Some("phone")));
    let step = walk.step("main.1").unwrap();
    assert!(step.check_asked(["nps"].into_iter()).is_ok());
    let refusal = step.check_asked(["nps", "phone"].into_iter()).unwrap_err();
    assert_eq!((refusal.code, refusal.field.as_deref()), ("not_asked", Some("phone")));
}

/// A fork, two branches, an ending for those who are not meant.
fn branched() -> Survey {
    survey(json!({
        "questions": [
            {"key": "age", "kind": "number"},
            {"key": "who", "kind": "choice", "options": ["new", "old"]},
            {"key": "first", "kind": "text"},
            {"key": "again", "kind": "text"},
            {"key": "last", "kind": "text"},
        ],
        "blocks": [
            {"key": "start", "pages": [
                {"questions": ["age"], "then": [{"when": {"test": {"of": "age", "is": "lt", "value": 18}}, "to": "ending:young"}]},
                {"questions": ["who"], "then": [
                    {"when": is("who", json!("old")), "to": "question:again"},
                    {"when": is("who", json!("new")), "to": "block:start"},
                ]},
            ]},
            {"key": "news", "pages": [{"questions": ["first"], "then": [{"to": "block:close"}]}]},
            {"key": "olds", "pages": [{"questions": ["again"]}]},
            {"key": "close", "pages": [{"questions": ["last"], "then": [{"to": "end"}]}]},
        ],
        "endings": [{"key": "young", "outcome": "screened"}],
    }))
}

#[test]
fn jumps_lead_forward_or_nowhere() {
    let survey = branched();
    assert_eq!(ids(&survey, json!({"age": 30, "who": "old"})), ["start.1", "start.2", "olds.1", "close.1"]);
    assert_eq!(ids(&survey, json!({"age": 30, "who": "new"})), ["start.1", "start.2", "news.1", "close.1"]);
    let world = World::given(json!({"age": 12, "who": "old"}));
    let walk = world.walk(&survey);
    assert!(matches!(walk.end, End::Ending(ending) if ending.key == "young"));
    assert_eq!(walk.steps.len(), 1);
    assert_eq!(walk.answers(&world.given).len(), 1, "what stood behind the ending is not reached");
    assert_eq!(walk.fired[0].effect, Effect::Went("ending:young".into()));
    let world = World::given(json!({"who": "new"}));
    let stayed: Vec<(String, Effect)> = world.walk(&survey).fired.into_iter().map(|f| (f.field, f.effect)).collect();
    assert_eq!(stayed[2], ("blocks.start.pages.2.then.2".into(), Effect::Stayed), "it leads back");
}

fn looping() -> Survey {
    survey(json!({
        "questions": [
            {"key": "ate", "kind": "choices", "options": ["soup", "fish", "cake"]},
            {"key": "taste", "kind": "rating"},
            {"key": "grid", "kind": "matrix", "options": ["good", "bad"], "rows": [{"key": "salt", "label": {"en": "Salt"}}]},
            {"key": "why", "kind": "text", "when": {"test": {"of": "taste", "is": "le", "value": 2}}},
            {"key": "bone", "kind": "yesno", "options": ["yes", "no"], "when": is("item", json!("fish"))},
            {"key": "soup_again", "kind": "text", "when": {"test": {"of": "taste[soup]", "is": "ge", "value": 4}}},
        ],
        "blocks": [
            {"key": "what", "pages": [{"questions": ["ate"]}]},
            {"key": "each", "each": "ate", "pages": [{"questions": ["taste", "grid"]}, {"questions": ["why", "bone"]}]},
            {"key": "then", "pages": [{"questions": ["soup_again"]}]},
        ],
    }))
}

#[test]
fn loops_repeat_for_what_was_chosen() {
    let survey = looping();
    assert_eq!(ids(&survey, json!({})), ["what.1"]);
    let world = World::given(json!({
        "ate": ["fish", "soup"], "taste[soup]": 5, "taste[fish]": 1, "taste[cake]": 1, "why[fish]": "cold",
        "grid[fish]": {"salt": "bad"}, "soup_again": "yes"
    }));
    let walk = world.walk(&survey);
    let ids: Vec<&str> = walk.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["what.1", "each.1.soup", "each.1.fish", "each.2.fish", "then.1"]);
    assert_eq!(
        walk.steps[3].asked.iter().map(|asked| asked.key.as_str()).collect::<Vec<_>>(),
        ["why[fish]", "bone[fish]"]
    );
    let keys: Vec<String> = walk.answers(&world.given).into_iter().map(|answer| answer.question).collect();
    assert_eq!(keys, ["ate", "ate", "taste[soup]", "taste[fish]", "grid[fish][salt]", "why[fish]", "soup_again"]);
    let world = World::given(json!({"ate": ["fish"], "taste[soup]": 5, "taste[fish]": "x"}));
    let walk = world.walk(&survey);
    assert_eq!(walk.steps.len(), 3, "soup was unchosen again, so its score is not known");
    let (step, refusal) = walk.missing(&world.given).unwrap();
    assert_eq!((step, refusal.field.as_deref()), (1, Some("taste[fish]")));
}

#[test]
fn values_and_quotas_belong_to_the_whole_response() {
    let mut survey = looping();
    let count = Question::new("rated", Kind::Calculated, crate::survey::Text::default());
    survey.questions.push(Question { formula: Some("count(taste)".parse().unwrap()), ..count });
    survey.questions[3].when = Some("calc.rated >= 2".parse().unwrap());
    survey.quotas = serde_json::from_value(json!([{"key": "x", "limit": 1, "when": is("taste", json!(1))}])).unwrap();
    let mut world = World::given(json!({"ate": ["soup", "fish"], "taste[soup]": 1, "taste[fish]": 1}));
    world.full.insert("x".into());
    let walk = world.walk(&survey);
    assert_eq!(walk.end, End::Usual, "taste is a set of items here, not the score of the item at hand");
    let ids: Vec<&str> = walk.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["what.1", "each.1.soup", "each.1.fish", "each.2.fish"], "rated is 1 in the first item, then 2");
    let rated = walk.answers(&world.given).into_iter().find(|answer| answer.question == "rated");
    assert_eq!(rated.and_then(|answer| answer.score), Some(2.0));
}

#[test]
fn rankings_loop_by_place() {
    let mut survey = looping();
    survey.questions[0].kind = Kind::Ranking;
    let steps = ids(&survey, json!({"ate": ["cake", "soup", "fish"]}));
    assert_eq!(steps, ["what.1", "each.1.cake", "each.1.soup", "each.1.fish", "each.2.fish"]);
}

#[test]
fn calculated_values_follow_what_is_reached() {
    let survey = survey(json!({
        "questions": [
            {"key": "source", "kind": "hidden"},
            {"key": "double", "kind": "calculated", "formula": "score * 2"},
            {"key": "score", "kind": "calculated", "formula": "a + b"},
            {"key": "circle", "kind": "calculated", "formula": "nps > 0 ? around + 1 : 1"},
            {"key": "around", "kind": "calculated", "formula": "circle"},
            {"key": "a", "kind": "number"},
            {"key": "b", "kind": "number", "when": is("a", json!(1))},
            {"key": "praise", "kind": "text", "when": {"test": {"of": "calc.double", "is": "gt", "value": 10}}},
            {"key": "mail", "kind": "text", "when": is("source", json!("mail"))},
        ]
    }));
    let world = World::given(json!({"source": "mail", "a": 1, "b": 5}));
    let walk = world.walk(&survey);
    assert_eq!(walk.steps.len(), 4);
    let answers = walk.answers(&world.given);
    let row = |key: &str| answers.iter().find(|answer| answer.question == key).and_then(|answer| answer.score);
    assert_eq!((row("score"), row("double"), row("circle"), row("around")), (Some(6.0), Some(12.0), None, None));
    assert_eq!(answers[0].question, "source", "in the order of the survey");
    let world = World::given(json!({"a": 2, "b": 5}));
    let walk = world.walk(&survey);
    assert_eq!((walk.steps.len(), walk.answers(&world.given).len()), (1, 1), "b is hidden, so nothing follows from it");
}

#[test]
fn a_full_quota_ends_where_it_began_to_hold() {
    let mut survey = branched();
    survey.quotas = serde_json::from_value(json!([
        {"key": "old", "limit": 10, "when": is("who", json!("old"))},
        {"key": "old_gold", "limit": 1, "when": {"all": [is("attr.plan", json!("gold")), is("who", json!("old"))]}},
        {"key": "gold", "limit": 1, "when": is("attr.plan", json!("gold"))},
    ]))
    .unwrap();
    let mut world = World::given(json!({"age": 30, "who": "old", "again": "x"}));
    world.attributes.insert("Plan".into(), crate::Value::Text("gold".into()));
    assert_eq!(world.walk(&survey).end, End::Usual, "no quota is full");
    world.full.insert("old_gold".into());
    let walk = world.walk(&survey);
    assert!(matches!(walk.end, End::Quota(quota) if quota.key == "old_gold"));
    assert_eq!(walk.steps.last().unwrap().id, "start.2");
    assert_eq!(walk.answers(&world.given).len(), 2);
    world.full.insert("gold".into());
    let walk = world.walk(&survey);
    assert!(walk.steps.is_empty(), "known before the first page");
    assert_eq!(walk.fired.last().unwrap().effect, Effect::Full);
}

#[test]
fn shuffling_follows_the_seed_and_nothing_else() {
    let mut survey = looping();
    survey.blocks[2].shuffled = true;
    survey.blocks.push(Block { key: "late".into(), shuffled: true, ..survey.blocks[2].clone() });
    survey.blocks[3].pages[0].questions = vec!["extra".into()];
    survey.questions[5].when = None;
    survey.questions.push(Question::new("extra", Kind::Text, crate::survey::Text::one("en", "?")));
    let orders: BTreeSet<Vec<String>> =
        (0..20).map(|seed| World { seed, ..World::given(json!({"ate": ["soup"]})) }.ids(&survey)).collect();
    assert_eq!(orders.len(), 2, "{orders:?}");
    survey.blocks[1].order = crate::survey::Order::Shuffled;
    let order = |seed| {
        let world = World { seed, ..World::given(json!({"ate": ["soup", "cake"]})) };
        let walk = world.walk(&survey);
        let of =
            |id: &str| walk.step(id).unwrap().asked.iter().map(|asked| asked.question.key.clone()).collect::<Vec<_>>();
        assert_eq!(of("each.1.soup"), of("each.1.cake"));
        of("each.1.soup")
    };
    assert_eq!((0..20).map(order).collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn progress_is_never_whole_before_the_end() {
    let survey = branched();
    let percents = |given: Json| {
        let world = World::given(given);
        let walk = world.walk(&survey);
        walk.steps.iter().map(|step| walk.progress(&step.id).percent()).collect::<Vec<_>>()
    };
    assert_eq!(percents(json!({"age": 30, "who": "new"})), [0, 25, 50, 80], "what will be jumped over does not count");
    assert_eq!(percents(json!({"age": 30, "who": "old"})), [0, 25, 60, 80]);
    let world = World::given(json!({"ate": ["soup", "fish", "cake"]}));
    let looping = looping();
    let walk = world.walk(&looping);
    let shares: Vec<Progress> = walk.steps.iter().map(|step| walk.progress(&step.id)).collect();
    assert!(shares.iter().all(|share| share.done < share.total), "{shares:?}");
    assert!(shares.is_sorted_by_key(|share| share.percent()), "{shares:?}");
}

/// 500 questions, of which 300 have a condition that looks at three others and at a sum of many.
#[test]
fn a_long_survey_evaluates_each_condition_once() {
    let sum = (0..100).map(|n| format!("q{n}")).collect::<Vec<_>>().join(" + ");
    let question = |n: usize| {
        let mut question = json!({"key": format!("q{n}"), "kind": "nps"});
        if n >= 200 {
            let of = |back: usize| json!({"test": {"of": format!("q{}", n - back), "is": "ge", "value": 0}});
            let total = json!({"test": {"of": "calc.total", "is": "ge", "value": 0}});
            question["when"] = json!({"all": [of(1), of(100), {"any": [of(200), total]}]});
        }
        question
    };
    let mut questions: Vec<Json> = (0..500).map(question).collect();
    questions.push(json!({"key": "total", "kind": "calculated", "formula": sum}));
    let survey = survey(json!({"questions": questions}));
    let given: Given = (0..500).map(|n| (format!("q{n}"), json!(7))).collect();
    let world = World { given, ..World::default() };
    let started = std::time::Instant::now();
    let walk = world.walk(&survey);
    let took = started.elapsed();
    assert_eq!(walk.steps.len(), 500);
    assert_eq!(walk.evaluations(), 300);
    // Generous, for machines that do much else: 5 ms is the figure for optimised builds.
    assert!(took.as_millis() < 500, "{took:?}");
    eprintln!("500 questions, 300 conditions: {took:?}");
}
