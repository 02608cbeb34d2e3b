//! What topics promise: rules that read as queries, words in all their forms, places that fit the original, and
//! clauses that feel on their own, in four languages.

use proptest::prelude::*;
use text::topics::{Finder, Form, Mention, Problem, Rule, SetError, Topics, changes, preview, suggest, themes};
use text::{Reader, Sentiment};

fn rule(text: &str) -> Rule {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn set(language: &str, rules: &[(&str, &str)]) -> Topics {
    let topic =
        |(id, rule): &(&str, &str)| format!("[[topic]]\nid = \"{id}\"\n[topic.rules]\n{language} = '''{rule}'''\n");
    let file = format!("set = \"test\"\n{}", rules.iter().map(topic).collect::<String>());
    Topics::parse(&file).unwrap_or_else(|error| panic!("{error}"))
}

fn hits(language: &str, rule: &str, text: &str) -> bool {
    let matcher = set(language, &[("it", rule)]).compile().expect("a set");
    !Finder::new(&matcher).topics(text, language).is_empty()
}

fn cut(text: &str, mention: &Mention) -> String {
    text.chars().skip(mention.start).take(mention.end - mention.start).collect()
}

/// The mentions of a set that ships: topic, words, feeling.
fn said(set: &str, text: &str, language: &str) -> Vec<(String, String, Option<Sentiment>)> {
    let matcher = Topics::builtin(set).expect("it ships").compile().expect("it compiles");
    let mentions = Finder::new(&matcher).mentions(text, language, &Reader::new());
    let show = |mention: &Mention| (matcher.topics()[mention.topic].id.clone(), cut(text, mention), mention.sentiment);
    mentions.iter().map(show).collect()
}

fn feeling(said: &[(String, String, Option<Sentiment>)], topic: &str) -> Option<Sentiment> {
    let found = said.iter().find(|(id, ..)| id == topic).unwrap_or_else(|| panic!("no {topic} in {said:?}"));
    found.2
}

#[test]
fn rules_are_written_back_in_one_way() {
    for (written, canonical) in [
        ("food", "food"),
        ("food or meal", "\"food or meal\""),
        ("food OR  meal, lunch،dinner", "food OR meal OR lunch OR dinner"),
        ("too close", "\"too close\""),
        ("\"too close*\" AND =bin", "\"too close*\" AND =bin"),
        ("(bin* NEAR/6 table*)", "bin* NEAR/6 table*"),
        ("bin NEAR (table OR chair)", "bin NEAR/6 (table OR chair)"),
        ("a1 AND (b1 OR c1) NOT \"dog food\"", "a1 AND (b1 OR c1) NOT \"dog food\""),
        ("a1 AND NOT b1", "a1 NOT b1"),
        ("NOT b1 AND a1", "a1 NOT b1"),
        ("a1 OR b1 AND c1", "a1 OR b1 AND c1"),
        ("(a1 OR b1) OR (c1)", "a1 OR b1 OR c1"),
        ("\"OR\" OR \"NEAR/5\"", "\"OR\" OR \"NEAR/5\""),
        ("«سطل زباله»، میز‌ها", "\"سطل زباله\" OR میز‌ها"),
        ("wi-fi, don't, 😀,", "wi-fi OR don't OR 😀"),
    ] {
        assert_eq!(rule(written).to_string(), canonical, "{written}");
        assert_eq!(rule(canonical), rule(written), "{written}");
    }
}

#[test]
fn errors_say_what_and_where() {
    let long = "x".repeat(30_000);
    let deep = format!("{}food{}", "(".repeat(50), ")".repeat(50));
    for (written, problem, column, piece) in [
        ("", Problem::Empty, 1, ""),
        ("  ", Problem::Empty, 1, ""),
        ("food OR", Problem::MissingTerm, 6, "OR"),
        ("OR food", Problem::MissingTerm, 1, "OR"),
        ("food AND OR meal", Problem::MissingTerm, 10, "OR"),
        ("غذا OR (سرد", Problem::OpenBracket, 8, "(سرد"),
        ("food)", Problem::StrayBracket, 5, ")"),
        ("()", Problem::Hollow, 1, "()"),
        ("\"\"", Problem::Hollow, 1, "\"\""),
        ("say \"hello", Problem::OpenQuote, 5, "\"hello"),
        ("NOT food", Problem::OnlyNot, 1, "NOT"),
        ("food OR NOT meal", Problem::OnlyNot, 9, "NOT"),
        ("(a1 AND b1) NEAR c1", Problem::NearOfAnd, 1, "(a1"),
        ("bin NEAR/0 table", Problem::BadDistance, 5, "NEAR/0"),
        ("bin NEAR/x table", Problem::BadDistance, 5, "NEAR/x"),
        ("bin NEAR/51 table", Problem::BadDistance, 5, "NEAR/51"),
        ("food (meal)", Problem::MissingOperator, 6, "(meal)"),
        ("\"a b\" \"c d\"", Problem::MissingOperator, 7, "\"c"),
        ("f*", Problem::ShortPrefix, 1, "f*"),
        ("fo*od", Problem::StrayMark, 1, "fo*od"),
        ("food OR =fo*", Problem::StrayMark, 9, "=fo*"),
        ("food OR !!!", Problem::NoLetters, 9, "!!!"),
        ("one two three four five six seven eight nine", Problem::PhraseTooLong, 1, "one"),
        (&long, Problem::TooLong, 20_001, ""),
        (&deep, Problem::TooDeep, 21, "((((((((((((((((((((((((((((((food))))))"),
    ] {
        let error = written.parse::<Rule>().expect_err(written);
        assert_eq!((error.problem, error.column, error.piece.as_str()), (problem, column, piece), "{written}");
        assert!(error.to_string().starts_with(&format!("column {column}: ")));
    }
    let many = vec!["ab"; 2_001].join(",");
    assert_eq!(many.parse::<Rule>().expect_err("too many").problem, Problem::TooManyTerms);
}

#[test]
fn words_are_found_in_their_forms() {
    for (language, rule, texts) in [
        ("en", "table", &["Tables!", "the table's leg", "TABLE"] as &[_]),
        ("en", "dish, company, knife", &["dishes", "companies", "knives"]),
        ("en", "overpriced", &["over-priced"]),
        ("en", "check-in", &["check-in", "check in", "checkin"]),
        ("fa", "میز", &["میزها", "میز ها", "میز\u{200c}ها", "ميز‌هاي ما", "میزمان", "میزش", "مِیز"]),
        ("fa", "می‌شود", &["می‌شود", "می شود", "میشود"]),
        ("fa", "میشود", &["می‌شود", "می شود", "میشود"]),
        ("fa", "دست‌شویی", &["دستشویی", "دست شویی", "دست‌شویی‌ها", "دستشويى"]),
        ("fa", "دستشویی", &["دست شویی", "دست\u{200c}شویی"]),
        ("fa", "بزرگ", &["بزرگ‌تر", "بزرگترین", "بزرگ تر"]),
        ("fa", "سطل زباله", &["سطل‌های زباله", "سطلهای زباله", "سطل های زباله"]),
        ("ar", "خدمة", &["الخدمة", "والخدمه", "بالخدمة", "للخدمة", "خدمتهم", "خدمات", "وخدماتهم", "خِدْمَة"]),
        ("ar", "طاولة", &["الطاولات", "طاولتنا", "طـــاولة"]),
        ("ar", "موظف", &["الموظفين", "وموظفون", "موظفيهم"]),
        ("sv", "bord", &["bordet", "borden", "bordens", "Bord"]),
        ("sv", "toalett, rum, kypare", &["toaletterna", "rummet", "kyparen", "toaletten"]),
        ("sv", "flicka", &["flickor", "flickorna", "flickan"]),
    ] {
        for text in texts {
            assert!(hits(language, rule, text), "{rule} in {text}");
        }
    }
    for (language, rule, text) in [
        ("en", "=table", "tables"),
        ("en", "glas", "glass"),
        ("en", "bin", "binary"),
        ("en", "too close", "close too"),
        ("en", "too close", "it was too. Close by"),
        ("en", "too close", "too, close"),
        ("fa", "=میز", "میزها"),
        ("ar", "=خدمة", "الخدمة"),
        ("sv", "=bord", "bordet"),
    ] {
        assert!(!hits(language, rule, text), "{rule} in {text}");
    }
}

#[test]
fn operators_look_within_one_sentence() {
    for (rule, text, wanted) in [
        ("bin* NEAR/3 table*", "The bins were near our tables", false),
        ("bin* NEAR/4 table*", "The bins were near our tables", true),
        ("table* NEAR/4 bin*", "The bins were near our tables", true),
        ("bin NEAR/6 table", "A bin. A table.", false),
        ("food AND cold", "Cold, and what food!", true),
        ("food AND cold", "Good food. Cold place.", false),
        ("food NOT \"dog food\"", "It tastes like dog food", false),
        ("food NOT \"dog food\"", "Dog food! But the food was free", true),
        ("(food OR meal) AND (cold OR late) NOT not", "The meal came late", true),
        ("(food OR meal) AND (cold OR late) NOT not", "The meal did not come late", false),
        ("(a1 NEAR/2 b1) NEAR/2 c1", "c1 b1 a1", true),
        ("\"closed door*\"", "behind closed doors", true),
        ("clos* door*", "behind closing doors", true),
        ("😀", "well 😀😀", true),
    ] {
        assert_eq!(hits("en", rule, text), wanted, "{rule} in {text}");
    }
}

#[test]
fn rules_hold_for_their_languages() {
    let file = "set = \"t\"\n[[topic]]\nid = \"a\"\nrules = { en = \"barn\", sv = \"barn\", any = \"pizza\" }\n\
                [[topic]]\nid = \"b\"\nrules = { sv = \"mat\", en = \"mat\" }\n[[topic]]\nid = \"c\"\nrules = { sv = \"men\" }";
    let matcher = Topics::parse(file).expect("a set").compile().expect("a matcher");
    let mut finder = Finder::new(&matcher);
    assert_eq!(finder.topics("The men had pizzas", "en"), [0]);
    assert_eq!(finder.topics("The men had pizzas", "sv"), [0, 2]);
    assert_eq!(finder.topics("The men had pizzas", "und"), [0, 2]);
    let unread = finder.mentions("pizza!", "fr", &Reader::new());
    assert_eq!((unread[0].sentiment, unread[0].score, unread[0].clear), (None, None, false));
}

#[test]
fn a_version_changes_with_what_is_found_and_not_with_names() {
    let version = |file: &str| Topics::parse(file).expect("a set").version();
    let one = version("set = \"t\"\n[[topic]]\nid = \"a\"\nrules = { en = \"food\" }");
    assert_eq!(one, version("set = \"u\"\n[[topic]]\nid = \"a\"\nname = { en = \"Food\" }\nrules = { en = \"food\" }"));
    assert_ne!(one, version("set = \"t\"\n[[topic]]\nid = \"a\"\nrules = { en = \"foods\" }"));
    assert_ne!(one, version("set = \"t\"\n[[topic]]\nid = \"a\"\nrules = { sv = \"food\" }"));
    assert_ne!(one, version("set = \"t\"\n[[topic]]\nid = \"b\"\nrules = { en = \"food\" }"));
}

#[test]
fn sets_that_cannot_be_used_say_why() {
    let parse = |file: &str| Topics::parse(file).expect_err(file);
    assert!(matches!(parse("set = 3"), SetError::File(_)));
    assert!(matches!(parse("set = \"a\"\ncolour = \"red\""), SetError::File(_)));
    let topic = |id: &str| format!("set = \"a\"\n[[topic]]\nid = \"{id}\"\n");
    assert_eq!(parse(&topic("Food")), SetError::BadId("Food".into()));
    assert_eq!(parse(&topic("food..taste")), SetError::BadId("food..taste".into()));
    assert_eq!(parse(&topic("food.taste")), SetError::NoParent("food.taste".into()));
    assert_eq!(parse(&format!("{}[[topic]]\nid = \"x\"", topic("x"))), SetError::Twice("x".into()));
    let broken = format!("{}rules = {{ en = \"food OR\" }}", topic("x"));
    let SetError::Rule { topic, language, error } = parse(&broken) else { panic!("no error of a rule") };
    assert_eq!((topic.as_str(), language.as_str(), error.problem), ("x", "en", Problem::MissingTerm));
    let many: String = (0..501).map(|at| format!("[[topic]]\nid = \"t{at}\"\n")).collect();
    assert_eq!(parse(&format!("set = \"a\"\n{many}")), SetError::TooLarge);
    assert_eq!(parse(&" ".repeat(3 << 20)), SetError::TooLarge);
}

#[test]
fn the_sets_that_ship_are_whole() {
    for name in Topics::builtins() {
        let set = Topics::builtin(name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(set.set, name);
        assert!((15..=60).contains(&set.topics.len()), "{name}");
        for topic in &set.topics {
            for language in text::lexicon::LANGUAGES {
                assert!(topic.name.contains_key(language), "{name} {} {language}", topic.id);
                let is_whole = set.topics.iter().any(|part| part.parent() == Some(&topic.id));
                assert!(is_whole || topic.rules.contains_key(language), "{name} {} {language}", topic.id);
            }
        }
        set.compile().unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn clauses_feel_on_their_own() {
    use Sentiment::{Neg, Pos};
    for (text, language) in [
        ("Food great, toilets dirty", "en"),
        ("The food was great but the toilets were dirty", "en"),
        ("The food was great and the toilets were dirty", "en"),
        ("غذا عالی بود ولی دستشویی‌ها کثیف بود", "fa"),
        ("غذا عالی، دستشویی کثیف", "fa"),
        ("الطعام رائع لكن الحمامات قذرة", "ar"),
        ("الطعام رائع والحمامات قذرة جدا", "ar"),
        ("Maten var jättegod men toaletterna var smutsiga", "sv"),
        ("God mat, smutsiga toaletter", "sv"),
    ] {
        let said = said("restaurant", text, language);
        let food = if said.iter().any(|(id, ..)| id == "food") { "food" } else { "food.taste" };
        assert_eq!(feeling(&said, food), Some(Pos), "{text}: {said:?}");
        assert_eq!(feeling(&said, "cleanliness.toilets"), Some(Neg), "{text}: {said:?}");
    }
}

#[test]
fn the_bins_are_found() {
    for (text, language) in [
        ("The bins were too close to the tables", "en"),
        ("سطل‌های زباله خیلی نزدیک میزها بود", "fa"),
        ("سلال المهملات قريبة جدا من الطاولات", "ar"),
        ("Soptunnorna stod för nära borden", "sv"),
    ] {
        let found = said("restaurant", text, language);
        let bins =
            found.iter().find(|(id, ..)| id == "cleanliness.bins").unwrap_or_else(|| panic!("{text}: {found:?}"));
        let matcher = Topics::builtin("restaurant").expect("it ships").compile().expect("it compiles");
        let mentions = Finder::new(&matcher).mentions(text, language, &Reader::new());
        let mention = mentions.iter().find(|mention| matcher.topics()[mention.topic].id == bins.0).expect("there");
        assert!(mention.sentiment.is_some_and(|sentiment| sentiment != Sentiment::Pos), "{text}: {mention:?}");
    }
}

#[test]
fn a_part_and_its_whole_are_one_mention() {
    let set = set("en", &[("food", "food"), ("food.taste", "tasty"), ("service", "waiter")]);
    let matcher = set.compile().expect("a matcher");
    let mut finder = Finder::new(&matcher);
    let ids = |mentions: &[Mention]| mentions.iter().map(|mention| mention.topic).collect::<Vec<_>>();
    assert_eq!(ids(&finder.mentions("Tasty food, food and food", "en", &Reader::new())), [1]);
    assert_eq!(ids(&finder.mentions("Food. Tasty! Waiter, waiter", "en", &Reader::new())), [0, 1, 2]);
    assert_eq!(matcher.lineage(1).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(finder.topics("tasty", "en"), [0, 1]);
}

#[test]
fn places_fit_the_original() {
    for (text, language, rule, wanted) in [
        ("😀 سطل‌های زبالهٔ رستوران", "fa", "سطل زباله", "سطل‌های زبالهٔ"),
        ("خیلی ميز‌ها كثيف", "fa", "میز", "ميز‌ها"),
        ("\u{202b}الخِدْمَةُ سَيِّئَة 👎🏽\u{202c}", "ar", "خدمة", "الخِدْمَةُ"),
        ("طـــعامٌ لذيذ", "ar", "طعام", "طـــعامٌ"),
        ("e\u{301}n 👩\u{200d}👩\u{200d}👧 toaletten läckte", "sv", "toalett", "toaletten"),
        ("ＦＯＯＤ was ok", "en", "food", "ＦＯＯＤ"),
    ] {
        let matcher = set(language, &[("it", rule)]).compile().expect("a set");
        let mentions = Finder::new(&matcher).mentions(text, language, &Reader::new());
        assert_eq!(mentions.iter().map(|mention| cut(text, mention)).collect::<Vec<_>>(), [wanted], "{text}");
    }
}

#[test]
fn a_finder_says_the_same_whatever_it_read_before() {
    let matcher = Topics::builtin("restaurant").expect("it ships").compile().expect("it compiles");
    let texts =
        [("Good food, dirty toilets", "en"), ("غذا سرد بود", "fa"), ("Good food, dirty toilets", "sv"), ("", "en")];
    let mut used = Finder::new(&matcher);
    for _ in 0..3 {
        for (text, language) in texts {
            let fresh = Finder::new(&matcher).mentions(text, language, &Reader::new());
            assert_eq!(used.mentions(text, language, &Reader::new()), fresh);
        }
    }
}

#[test]
fn long_texts_take_no_more_than_their_length() {
    // A look at all pairs of a hundred thousand words each would take hours.
    let matcher = set("en", &[("near", "bin NEAR/6 table"), ("both", "(bin OR table) AND table NOT chair")])
        .compile()
        .expect("a set");
    let mut finder = Finder::new(&matcher);
    for piece in ["bin table ", "bin ", "table bin, and ", "bins, great tables and "] {
        let text = piece.repeat(100_000);
        finder.mentions(&text, "en", &Reader::new());
    }
}

#[test]
fn a_rule_that_matches_everything_is_told() {
    let texts: Vec<String> = (0..40).map(|at| format!("the {} was fine", ["food", "staff", "price"][at % 3])).collect();
    let sample = || texts.iter().map(|text| (text.as_str(), "en"));
    let wide = preview(&rule("was"), "en", sample()).expect("a preview");
    assert_eq!((wide.texts, wide.hit, wide.wide), (40, 40, true));
    let narrow = preview(&rule("staff"), "en", sample()).expect("a preview");
    assert_eq!((narrow.hit, narrow.wide, narrow.shown[0]), (13, false, 1));
    let few = preview(&rule("was"), "en", sample().take(5)).expect("a preview");
    assert!(!few.wide);
}

#[test]
fn rules_are_suggested_from_examples() {
    let positive = [
        "The toilets were filthy",
        "Dirty toilet and no soap",
        "toilet smelled",
        "We hated the toilets",
        "filthy floor",
    ];
    let negative = ["Great food", "The waiter was rude", "Loved the soup and the food", "No complaints", "slow waiter"];
    let found = suggest(&positive, &negative, "en").expect("a set").expect("a rule");
    assert_eq!(found.rule.to_string(), "toilet OR filthy");
    assert_eq!((found.precision, found.recall), (1.0, 1.0));
    let persian = suggest(&["دستشویی‌ها کثیف", "دستشویی کثیف بود", "دست‌شویی خراب"], &["غذا خوب", "غذا سرد"], "fa");
    let persian = persian.expect("a set").expect("a rule");
    assert!(persian.rule.to_string().contains("دست"), "{}", persian.rule);
    assert_eq!(suggest(&["the same"], &["the same"], "en").expect("a set"), None);
    assert_eq!(suggest(&[], &[], "en").expect("a set"), None);
}

#[test]
fn a_change_of_topics_says_what_it_changes() {
    let before = set("en", &[("a", "food"), ("b", "waiter")]).compile().expect("a matcher");
    let after = set("en", &[("a", "food OR meal"), ("c", "waiter"), ("d", "never")]).compile().expect("a matcher");
    let texts = [("food", "en"), ("a meal", "en"), ("the waiter", "en"), ("nothing", "en")];
    let found = changes(&before, &after, texts);
    let found: Vec<_> = found.iter().map(|c| (c.topic.as_str(), c.before, c.after, c.gained, c.lost)).collect();
    assert_eq!(found, [("a", 1, 2, 1, 0), ("b", 1, 0, 0, 1), ("c", 0, 1, 1, 0)]);
}

#[test]
fn themes_are_found_and_named_in_the_words_of_customers() {
    let openings = ["Honestly", "Sadly", "Again", "Today", "Friday", "Sunday", "Upstairs", "Downstairs", "Outside"];
    let bins = openings
        .iter()
        .map(|word| format!("{word}, the bins were too close to our tables"))
        .chain(["The Bins close to my table".into()]);
    let waiters = openings.iter().map(|word| format!("{word} a rude waiter took our plates"));
    let noise = openings.iter().map(|word| format!("{word} at {word}, {word}ish and un{word}"));
    let twins = (0..50).map(|_| "cheap wine tastes odd".to_owned());
    let persian = openings.iter().map(|word| format!("{word} سطل‌های زباله نزدیک میز ها بود"));
    let english: Vec<String> = bins.chain(waiters).chain(noise).chain(twins).collect();
    let persian: Vec<String> = persian.collect();
    let texts: Vec<(&str, &str)> = english
        .iter()
        .map(|text| (text.as_str(), "en"))
        .chain(persian.iter().map(|text| (text.as_str(), "fa")))
        .collect();
    let found = themes(&texts, 5);
    assert_eq!(found, themes(&texts, 5));
    let labels: Vec<&str> = found.iter().map(|theme| theme.label.as_str()).collect();
    assert!(labels.contains(&"bins were too close to our tables"), "{labels:?}");
    assert!(labels.contains(&"rude waiter took our plates"), "{labels:?}");
    assert!(labels.contains(&"سطل‌های زباله نزدیک میز ها"), "{labels:?}");
    assert_eq!(found.len(), 3, "{labels:?}");
    for theme in &found {
        assert!(texts.iter().any(|(text, _)| text.contains(&theme.label)), "{theme:?}");
        assert!(theme.words.iter().all(|word| texts.iter().any(|(text, _)| text.contains(word.as_str()))), "{theme:?}");
        let language = texts[theme.texts[0]].1;
        let hit = preview(&theme.rule, language, theme.texts.iter().map(|&at| texts[at])).expect("a preview").hit;
        assert_eq!(hit, theme.texts.len(), "{theme:?}");
    }
    assert_eq!(themes(&[], 3), []);
    assert_eq!(themes(&[("one", "en"), ("!!!", "und")], 0), []);
}

#[test]
fn forms_of_a_rule_are_kept() {
    let Rule::Term(words) = rule("=a1 b1* c1") else { panic!("no phrase") };
    assert_eq!(words.iter().map(|word| word.form).collect::<Vec<_>>(), [Form::Exact, Form::Prefix, Form::Inflected]);
}

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "food",
        "=bin",
        "tabl*",
        "میز‌ها",
        "خدمة",
        "wi-fi",
        "OR",
        "\"too close\"",
        "\"OR\"",
        "=x1",
    ])
    .prop_map(|word| if word == "OR" { "\"OR\"".to_owned() } else { word.to_owned() })
}

fn any_rule() -> impl Strategy<Value = String> {
    word().prop_recursive(4, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| format!("({})", parts.join(" OR "))),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| format!("({})", parts.join(" AND "))),
            (inner.clone(), inner.clone()).prop_map(|(one, next)| format!("({one} NOT {next})")),
            (word(), word(), 1..50_u8).prop_map(|(one, next, within)| format!("({one} NEAR/{within} {next})")),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_the_same(written in any_rule()) {
        let rule = rule(&written);
        let printed = rule.to_string();
        prop_assert_eq!(&printed.parse::<Rule>().expect(&printed), &rule);
        prop_assert_eq!(printed.parse::<Rule>().expect("again").to_string(), printed);
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(written in "([a-zآ-ی\u{200c}\"()*=,/ 0-9]|OR|AND|NOT|NEAR/| ){0,40}|\\PC{0,60}") {
        if let Ok(rule) = written.parse::<Rule>() {
            let printed = rule.to_string();
            prop_assert_eq!(printed.parse::<Rule>().expect(&printed), rule);
        }
    }

    #[test]
    fn mentions_lie_within_any_text(text in "([a-z]{1,6}|food|toilets|, |\\. |میز|‌ها|سطل|الخدمة|😀|\u{301}|\u{200d}| ){0,40}|\\PC{0,80}") {
        let matcher = set("any", &[("a", "food OR toilet* OR میز OR خدمة"), ("b", "(food NEAR/3 toilet) OR (سطل NOT میز)")]);
        let matcher = matcher.compile().expect("a matcher");
        let mut finder = Finder::new(&matcher);
        let length = text.chars().count();
        for language in ["en", "fa", "ar", "sv", "und", "fr", ""] {
            let mentions = finder.mentions(&text, language, &Reader::new());
            for mention in &mentions {
                prop_assert!(mention.start < mention.end && mention.end <= length);
                prop_assert!(mention.score.is_none_or(|score| (-1.0..=1.0).contains(&score)));
            }
            let mut topics: Vec<usize> = mentions.iter().flat_map(|mention| matcher.lineage(mention.topic)).collect();
            topics.sort_unstable();
            topics.dedup();
            prop_assert_eq!(topics, finder.topics(&text, language));
        }
    }
}
