//! A question gets another key, and everything that named it follows: pages, loops, conditions, formulas, jumps, and
//! the braces in wordings.

use std::collections::BTreeMap;

use kernel::condition::{Condition, Operand};
use kernel::survey::Survey;
use kernel::survey::structure::Target;

use crate::surveys::wordings;

pub fn rename(survey: &mut Survey, old: &str, new: &str) {
    let other = |operand: &Operand| match operand {
        Operand::Answer { question, parts } if question == old => {
            Some(Operand::Answer { question: new.to_owned(), parts: parts.clone() })
        }
        Operand::Calculated(key) if key == old => Some(Operand::Calculated(new.to_owned())),
        _ => None,
    };
    conditions(survey, &mut |condition| condition.rename(&other));
    for question in &mut survey.questions {
        if question.key == old {
            question.key = new.to_owned();
        }
        if let Some(formula) = &mut question.formula {
            formula.rename(&other);
        }
    }
    for block in &mut survey.blocks {
        if block.each.as_deref() == Some(old) {
            block.each = Some(new.to_owned());
        }
        for page in &mut block.pages {
            page.questions.iter_mut().filter(|key| *key == old).for_each(|key| new.clone_into(key));
            for jump in &mut page.then {
                if jump.to == Target::Question(old.to_owned()) {
                    jump.to = Target::Question(new.to_owned());
                }
            }
        }
    }
    let named = wordings::of(survey).into_iter().filter_map(|wording| {
        let words: BTreeMap<String, String> =
            wording.text.0.iter().map(|(tag, words)| (tag.clone(), braced(words, old, new))).collect();
        (words != wording.text.0).then_some((wording.key, words))
    });
    let named: BTreeMap<String, BTreeMap<String, String>> = named.collect();
    wordings::put(survey, &named);
    for ending in &mut survey.endings {
        if let Some(redirect) = &mut ending.redirect {
            *redirect = braced(redirect, old, new);
        }
    }
}

/// All conditions of a survey.
fn conditions(survey: &mut Survey, each: &mut dyn FnMut(&mut Condition)) {
    survey.questions.iter_mut().filter_map(|question| question.when.as_mut()).for_each(&mut *each);
    survey.quotas.iter_mut().for_each(|quota| each(&mut quota.when));
    for block in &mut survey.blocks {
        block.when.iter_mut().for_each(&mut *each);
        for page in &mut block.pages {
            page.when.iter_mut().for_each(&mut *each);
            page.then.iter_mut().filter_map(|jump| jump.when.as_mut()).for_each(&mut *each);
        }
    }
}

/// `{old}`, `{old[part]}` and `{old|default}` name the question; `{older}` does not.
fn braced(words: &str, old: &str, new: &str) -> String {
    let mut pieces = words.split('{');
    let mut made = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        made.push('{');
        let rest = piece.strip_prefix(old).filter(|rest| rest.starts_with(['}', '[', '|']));
        match rest {
            Some(rest) => {
                made.push_str(new);
                made.push_str(rest);
            }
            None => made.push_str(piece),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Block, Jump, Kind, Page, Question, Quota, Text};

    use super::*;

    #[test]
    fn everything_follows_the_new_key() {
        let when = |text: &str| text.parse::<Condition>().unwrap();
        let mut why =
            Question::new("why", Kind::Text, Text::one("en", "You said {nps}, {nps[a]} or {nps|nothing}; {npsx}"));
        why.when = Some(when("nps <= 6 && why.contains(\"nps\")"));
        let mut sum = Question::new("sum", Kind::Calculated, Text::default());
        sum.formula = Some("nps * 2".parse().unwrap());
        let page = Page {
            questions: vec!["nps".into()],
            when: None,
            then: vec![Jump { when: Some(when("nps == 1")), to: Target::Question("nps".into()) }],
        };
        let mut survey = Survey {
            languages: vec!["en".into()],
            questions: vec![Question::new("nps", Kind::Nps, Text::default()), why, sum],
            blocks: vec![Block { key: "nps".into(), each: Some("nps".into()), pages: vec![page], ..Block::default() }],
            quotas: vec![Quota {
                key: "nps".into(),
                name: String::new(),
                limit: 1,
                when: when("nps > 1"),
                ending: None,
            }],
            ..Survey::default()
        };
        rename(&mut survey, "nps", "score");
        let json = serde_json::to_string(&survey).unwrap();
        assert!(json.contains("You said {score}, {score[a]} or {score|nothing}; {npsx}"), "{json}");
        assert!(json.contains("score * 2") && json.contains("question:score") && json.contains("\"each\":\"score\""));
        assert_eq!(survey.questions[1].when, Some(when("score <= 6 && why.contains(\"nps\")")));
        assert_eq!(survey.quotas[0].when, when("score > 1"));
        assert_eq!(
            json.matches("nps").count(),
            5,
            "left: keys of block and quota, kind, a value, another name: {json}"
        );
    }
}
