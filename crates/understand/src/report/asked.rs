//! How many people were asked a question: those who came as far as its page.

use std::collections::HashMap;

use kernel::survey::Survey;

use super::tally::Tally;

/// Who was asked one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Responses that came to its page. Those that did not go through our pages count as having come everywhere.
    pub people: u64,
    /// Logic shows it to some only, so that not all of them were asked.
    pub to_some: bool,
}

/// One page of the survey, as steps name it.
pub struct Stop {
    /// `block.3`; steps of loops have the item behind it.
    pub id: String,
    pub questions: Vec<String>,
    /// Only some who come so far see it.
    pub to_some: bool,
}

/// The pages in their order. Nothing where blocks are shuffled: there is no such order.
pub fn stops(survey: &Survey) -> Vec<Stop> {
    if survey.blocks.iter().filter(|block| block.shuffled).count() > 1 {
        return vec![];
    }
    let (mut stops, mut jumped) = (Vec::new(), false);
    for block in survey.layout().iter() {
        for (n, page) in block.pages.iter().enumerate() {
            let to_some = jumped || block.when.is_some() || block.each.is_some() || page.when.is_some();
            jumped |= !page.then.is_empty();
            stops.push(Stop { id: format!("{}.{}", block.key, n + 1), questions: page.questions.clone(), to_some });
        }
    }
    stops
}

/// The place of the page that a step is of.
pub fn place(stops: &[Stop], step: &str) -> Option<usize> {
    let of =
        |stop: &Stop| step.strip_prefix(stop.id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    stops.iter().position(of)
}

/// How many responses came to each page.
pub fn reached(stops: &[Stop], steps: &[(Option<String>, bool, u64)]) -> Vec<u64> {
    let mut reached = vec![0; stops.len()];
    for (step, complete, n) in steps {
        let last = match step.as_deref().and_then(|step| place(stops, step)) {
            Some(place) if !complete => place + 1,
            _ => stops.len(),
        };
        reached[..last].iter_mut().for_each(|count| *count += n);
    }
    reached
}

/// By question. Hidden and calculated ones are on no page.
pub fn asked(survey: &Survey, tally: &Tally) -> HashMap<String, Asked> {
    let stops = stops(survey);
    let reached = reached(&stops, &tally.steps);
    let mut asked = HashMap::new();
    for (stop, people) in stops.iter().zip(reached) {
        for key in &stop.questions {
            let own = survey.question(key).is_some_and(|question| question.when.is_some());
            asked.insert(key.clone(), Asked { people, to_some: stop.to_some || own });
        }
    }
    asked
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Kind, Question, Text};

    use super::*;

    #[test]
    fn who_left_on_a_page_was_asked_what_is_on_it_and_nothing_after() {
        let question = |key| Question::new(key, Kind::Nps, Text::one("en", key));
        let survey = Survey { questions: vec![question("a"), question("b"), question("c")], ..Survey::default() };
        let step = |step: &str| Some(step.to_owned());
        let steps =
            vec![(step("main.2"), false, 4), (step("main.1"), false, 2), (step("main.3"), true, 10), (None, false, 1)];
        let mut tally = Tally::default();
        tally.steps = steps;
        let asked = asked(&survey, &tally);
        assert_eq!(["a", "b", "c"].map(|key| asked[key].people), [17, 15, 11]);
        assert!(!asked["a"].to_some);
    }

    #[test]
    fn steps_of_loops_are_of_their_page() {
        let stop = |id: &str| Stop { id: id.into(), questions: vec![], to_some: false };
        let stops = [stop("b.1"), stop("b.10")];
        assert_eq!(["b.1.soup", "b.10", "b.2"].map(|step| place(&stops, step)), [Some(0), Some(1), None]);
    }
}
