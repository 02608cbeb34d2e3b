//! What conditions of a survey can ask about: answers, calculated values, attributes, and how the answer came.

use kernel::Result;
use kernel::survey::Survey;
use ui::condition::{Subject, subjects as of};
use ui::http::Asking;

pub use ui::condition::subjects::of_survey;

/// The subjects of a survey, worded for the asking member.
pub async fn subjects(asking: &Asking, survey: &Survey) -> Result<Vec<Subject>> {
    let attributes = asking.store().attributes(asking.workspace()).await?;
    let word = |key: &str| asking.web.pages.plain(asking.locale, key, &[]);
    let mut found = of_survey(survey, asking.locale, &word);
    found.extend(of::of_attributes(&attributes, &word));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use kernel::Locale;
    use kernel::survey::{Block, Choice, Kind, Question, Text};

    use super::*;
    use crate::surveys::templates;

    #[test]
    fn every_kind_that_is_asked_can_be_asked_about() {
        for kind in Kind::ALL {
            let question = templates::question(kind);
            let survey = Survey { languages: vec!["en".into()], questions: vec![question], ..Survey::default() };
            let found = of_survey(&survey, Locale::En, &str::to_owned);
            let own = found.iter().filter(|subject| !subject.of.starts_with("response."));
            assert_eq!(own.count() > 0, kind != Kind::Statement, "{kind}: {found:?}");
            for subject in &found {
                assert!(subject.of.parse::<kernel::condition::Operand>().is_ok(), "{}", subject.of);
            }
        }
    }

    #[test]
    fn a_loop_has_each_of_its_items() {
        let mut each = Question::new("foods", Kind::Choices, Text::one("en", "Foods"));
        each.options = vec![Choice::new("burger", Text::one("en", "Burger"))];
        let mut block = Block { key: "b".into(), each: Some("foods".into()), ..Block::default() };
        block.pages.push(kernel::survey::Page { questions: vec!["taste".into()], ..Default::default() });
        let survey = Survey {
            languages: vec!["en".into()],
            questions: vec![each, Question::new("taste", Kind::Rating, Text::one("en", "Taste"))],
            blocks: vec![block],
            ..Survey::default()
        };
        let found = of_survey(&survey, Locale::En, &str::to_owned);
        let names: Vec<_> = found.iter().map(|subject| subject.of.as_str()).take(3).collect();
        assert_eq!(names, ["foods", "taste", "taste[burger]"]);
    }
}
