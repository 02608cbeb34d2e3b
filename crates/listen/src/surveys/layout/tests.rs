use kernel::condition::Condition;
use kernel::survey::structure::Target;
use kernel::survey::{Block, Jump, Kind, Page, Question, Survey, Text};
use proptest::prelude::*;

use super::shape::*;

fn survey(keys: &[&str]) -> Survey {
    let question = |key: &&str| {
        let kind = if key.starts_with("hidden") { Kind::Hidden } else { Kind::Text };
        Question::new(key, kind, Text::one("en", *key))
    };
    Survey { languages: vec!["en".into()], questions: keys.iter().map(question).collect(), ..Survey::default() }
}

/// `a b|c/d`: pages end with `|`, blocks with `/`.
fn laid_out(layout: &str) -> Survey {
    let keys: Vec<&str> = layout.split(['|', '/', ' ']).filter(|key| !key.is_empty()).collect();
    let block = |(n, text): (usize, &str)| {
        let page =
            |text: &str| Page { questions: text.split_whitespace().map(str::to_owned).collect(), ..Page::default() };
        let pages = text.split('|').filter(|text| !text.is_empty()).map(page).collect();
        Block { key: if n == 0 { "main".into() } else { format!("b{n}") }, pages, ..Block::default() }
    };
    Survey { blocks: layout.split('/').enumerate().map(block).collect(), ..survey(&keys) }
}

fn shown(survey: &Survey) -> String {
    let page = |page: &Page| page.questions.join(" ");
    let block = |block: &Block| block.pages.iter().map(page).collect::<Vec<_>>().join("|");
    survey.layout().iter().map(block).collect::<Vec<_>>().join("/")
}

fn when(text: &str) -> Option<Condition> {
    Some(text.parse().expect("a condition"))
}

#[test]
fn a_question_alone_moves_with_its_page() {
    let mut survey = survey(&["a", "b", "c"]);
    shift(&mut survey, "c", Way::Up);
    assert_eq!((shown(&survey).as_str(), survey.blocks.is_empty()), ("a|c|b", true), "one a page stays unwritten");
    let order: Vec<_> = survey.questions.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(order, ["a", "c", "b"]);
    shift(&mut survey, "a", Way::Up);
    assert_eq!(shown(&survey), "a|c|b", "at the end nothing moves");
}

#[test]
fn within_a_page_it_changes_places_and_at_the_edge_it_joins_the_next() {
    let mut survey = laid_out("a b|c d/e");
    shift(&mut survey, "b", Way::Up);
    assert_eq!(shown(&survey), "b a|c d/e");
    shift(&mut survey, "a", Way::Down);
    assert_eq!(shown(&survey), "b|a c d/e");
    shift(&mut survey, "d", Way::Down);
    assert_eq!(shown(&survey), "b|a c/d e");
    shift(&mut survey, "b", Way::Down);
    assert_eq!(shown(&survey), "a c|b/d e");
    shift(&mut survey, "b", Way::Down);
    assert_eq!(shown(&survey), "a c/b|d e", "a page goes into the next block");
}

#[test]
fn it_is_put_wherever_it_is_wanted() {
    let put_as = |to: &str| {
        let mut survey = laid_out("a b|c/d");
        put(&mut survey, "a", &To::parse(to).expect(to));
        shown(&survey)
    };
    assert_eq!(put_as("after:c"), "b|c a/d");
    assert_eq!(put_as("before:d"), "b|c/a d");
    assert_eq!(put_as("own:a"), "b|a|c/d");
    assert_eq!(put_as("own:d"), "b|c/d|a");
    assert_eq!(put_as("page:b1:0:1"), "b|c/d a");
    assert_eq!(put_as("page:main:0:1"), "b a|c/d");
    assert_eq!(put_as("end:main"), "b|c|a/d");
    assert_eq!(put_as("last"), "b|c/d|a");
    assert_eq!(put_as("page:gone:7:7"), "b|c/d|a", "what is gone is the end");
    assert_eq!(put_as("after:a"), "a b|c/d");
    assert_eq!(To::parse("page:b1:x:0"), None);
    assert_eq!(To::parse("above:a"), None);
}

#[test]
fn what_a_page_says_is_not_lost() {
    let mut survey = laid_out("a|b|c");
    survey.blocks[0].pages[1].then = vec![Jump { when: when("b == \"x\""), to: Target::End }];
    put(&mut survey, "b", &To::After("a".into()));
    assert_eq!(shown(&survey), "a b||c", "the page that leads somewhere waits for another question");
    let mut survey = laid_out("a|b|c");
    survey.blocks[0].pages[1].then = vec![Jump { when: None, to: Target::End }];
    put(&mut survey, "b", &To::Last);
    assert_eq!((shown(&survey).as_str(), survey.blocks[0].pages[2].then.len()), ("a|c|b", 1));
}

#[test]
fn breaks_are_set_and_taken_away_without_asking_anybody_else() {
    let mut survey = laid_out("a b c");
    survey.blocks[0].pages[0].then = vec![Jump { when: None, to: Target::End }];
    break_before(&mut survey, "b");
    assert_eq!(shown(&survey), "a|b c");
    assert_eq!(survey.blocks[0].pages.iter().map(|page| page.then.len()).collect::<Vec<_>>(), [0, 1]);
    survey.blocks[0].pages[1].when = when("a == \"x\"");
    join(&mut survey, 0, 1);
    assert_eq!(shown(&survey), "a b c");
    let conditions: Vec<_> = survey.questions.iter().map(|question| question.when.clone()).collect();
    assert_eq!(conditions, [None, when("a == \"x\""), when("a == \"x\"")]);
}

#[test]
fn blocks_are_split_moved_and_dissolved() {
    let mut survey = survey(&["a", "b", "hidden", "c"]);
    assert_eq!(split_block(&mut survey, 0, 1).as_deref(), Some("block"));
    assert_eq!(shown(&survey), "a/b|c");
    survey.blocks[1].when = when("a == \"x\"");
    shift_block(&mut survey, "block", Way::Up);
    assert_eq!(shown(&survey), "b|c/a");
    let order: Vec<_> = survey.questions.iter().map(|question| question.key.as_str()).collect();
    assert_eq!(order, ["b", "c", "hidden", "a"], "what is on no page keeps its place");
    dissolve(&mut survey, "block");
    assert_eq!(shown(&survey), "b|c|a");
    assert!(survey.blocks[0].pages[1].when == when("a == \"x\"") && survey.blocks[0].pages[2].when.is_none());
    dissolve(&mut survey, "main");
    assert_eq!(shown(&survey), "b|c|a", "the only block stays");
}

#[test]
fn a_question_is_added_where_it_was_asked_for() {
    let mut survey = laid_out("a b|c");
    insert(&mut survey, Question::new("d", Kind::Text, Text::default()), &To::After("a".into()));
    assert_eq!(shown(&survey), "a d b|c");
    insert(&mut survey, Question::new("e", Kind::Calculated, Text::default()), &To::After("a".into()));
    assert_eq!(shown(&survey), "a d b|c", "what is never shown stands on no page");
    assert_eq!(remove(&mut survey, "c").map(|question| question.key), Some("c".into()));
    assert_eq!(shown(&survey), "a d b");
    assert!(survey.question("e").is_some());
}

fn steps() -> impl Strategy<Value = Vec<(u8, usize, usize)>> {
    proptest::collection::vec((0u8..8, 0usize..7, 0usize..7), 0..24)
}

proptest! {
    #[test]
    fn no_sequence_of_moves_loses_or_doubles_a_question(steps in steps()) {
        let keys = ["a", "b", "c", "d", "e", "f", "hidden"];
        let mut survey = survey(&keys);
        for (what, one, two) in steps {
            let (key, other) = (keys[one], keys[two]);
            if key == "hidden" && what > 1 {
                continue;
            }
            match what {
                0 => shift(&mut survey, key, Way::Up),
                1 => shift(&mut survey, key, Way::Down),
                2 => put(&mut survey, key, &To::After(other.into())),
                3 => put(&mut survey, key, &To::OwnAfter(other.into())),
                4 => break_before(&mut survey, key),
                5 => join(&mut survey, one % 2, two),
                6 => drop(split_block(&mut survey, one % 3, two)),
                _ => put(&mut survey, key, &To::Page { block: "main".into(), page: one, at: two }),
            }
            let layout = survey.layout().into_owned();
            let mut placed: Vec<&str> = keys_of(&layout).collect();
            let met: Vec<&str> =
                survey.questions.iter().map(|q| q.key.as_str()).filter(|key| *key != "hidden").collect();
            prop_assert_eq!(&placed, &met, "questions are in the order in which they are met");
            placed.sort_unstable();
            prop_assert_eq!(placed, ["a", "b", "c", "d", "e", "f"]);
            prop_assert_eq!(survey.questions.len(), keys.len());
        }
    }
}
