//! What conditions can ask about a survey's responses, worded for a reader: answers, calculated values, how the answer came,
//! and what its texts say.

use kernel::condition::{Arithmetic, Formula, Said};
use kernel::signal::CHANNELS;
use kernel::survey::question::CONTACT_LINES;
use kernel::survey::{Cells, Choice, Kind, Question, Survey, part};
use kernel::{Locale, attribute};
use store::entity::attribute as column;

use super::{Shape, Subject};

/// Subjects that are offered at most; more would make a page of many lines too large. The text form takes all.
const SUBJECTS_MAX: usize = 1_500;
const LABEL_CHARS_MAX: usize = 80;
/// What writers want, as `kernel::condition::Said::Intent` names it; the word of each is `intent-…`.
const INTENTS: [&str; 7] = ["complaint", "praise", "question", "request", "bug", "threat_to_leave", "other"];

/// A language's own name, or its tag.
fn own_name(tag: &str) -> String {
    Locale::parse(tag).map_or_else(|| tag.to_owned(), |locale| locale.own_name().to_owned())
}

/// The attributes of a workspace.
pub fn of_attributes(rows: &[column::Model], word: &dyn Fn(&str) -> String) -> Vec<Subject> {
    let shape = |kind: &str| match attribute::Kind::parse(kind) {
        attribute::Kind::Integer | attribute::Kind::Number => Shape::Number,
        attribute::Kind::Flag => Shape::Flag,
        _ => Shape::Words,
    };
    let subject = |row: &column::Model| Subject {
        of: format!("attr.{}", row.column_name.strip_prefix("attr_").unwrap_or(&row.column_name)),
        label: row.name.clone(),
        group: word("subjects-attributes"),
        shape: shape(&row.kind),
        options: vec![],
    };
    rows.iter().map(subject).collect()
}

/// What texts say; `topics` are key and name.
pub fn of_texts(topics: Vec<(String, String)>, word: &dyn Fn(&str) -> String) -> Vec<Subject> {
    let subject = |said: Said, shape, options| Subject {
        of: format!("said.{}", said.as_str()),
        label: word(&format!("subject-said-{}", said.as_str())),
        group: word("subjects-said"),
        shape,
        options,
    };
    let named = |head: &str, keys: &[&str]| -> Vec<(String, String)> {
        keys.iter().map(|key| ((*key).to_owned(), word(&format!("{head}-{}", key.replace('_', "-"))))).collect()
    };
    vec![
        subject(Said::Topic, Shape::Set, topics),
        subject(Said::Intent, Shape::Set, named("intent", &INTENTS)),
        subject(Said::Sentiment, Shape::Set, named("feeling", &["neg", "neu", "pos"])),
        subject(Said::Urgency, Shape::Number, vec![]),
    ]
}

/// The subjects that the survey itself has. `word` gives the message of a key.
pub fn of_survey(survey: &Survey, locale: Locale, word: &dyn Fn(&str) -> String) -> Vec<Subject> {
    let of = OfSurvey { survey, language: survey.language(locale.code()) };
    let questions = word("subjects-questions");
    let mut found: Vec<Subject> = survey
        .questions
        .iter()
        .flat_map(|question| of.question(question, word))
        .take(SUBJECTS_MAX)
        .map(|(of, label, shape, options)| Subject { of, label, group: questions.clone(), shape, options })
        .collect();
    let came = word("subjects-came");
    let field = |of: &str, key: &str, shape, options| Subject {
        of: format!("response.{of}"),
        label: word(key),
        group: came.clone(),
        shape,
        options,
    };
    let languages = survey.languages.iter().map(|tag| (tag.clone(), own_name(tag))).collect();
    let channels = CHANNELS.iter().map(|channel| ((*channel).to_owned(), (*channel).to_owned())).collect();
    found.push(field("language", "subject-language", Shape::Choice, languages));
    found.push(field("channel", "subject-channel", Shape::Choice, channels));
    found.push(field("touchpoint", "subject-touchpoint", Shape::Words, vec![]));
    found
}

type Parts = (String, String, Shape, Vec<(String, String)>);

struct OfSurvey<'a> {
    survey: &'a Survey,
    language: &'a str,
}

impl OfSurvey<'_> {
    fn label(&self, choice: &Choice) -> String {
        choice.label.get(self.language, &self.survey.languages).unwrap_or(&choice.key).to_owned()
    }

    fn options(&self, list: &[Choice]) -> Vec<(String, String)> {
        list.iter().map(|choice| (choice.key.clone(), self.label(choice))).collect()
    }

    /// One question, and in a loop once more for each item.
    fn question(&self, question: &Question, word: &dyn Fn(&str) -> String) -> Vec<Parts> {
        let title = question.title.get(self.language, &self.survey.languages).unwrap_or(&question.key);
        let title: String = title.chars().take(LABEL_CHARS_MAX).collect();
        let mut found = self.parts(question, &question.key, &title, word);
        for item in self.items(question) {
            let label = format!("{title} ({})", self.label(item));
            found.extend(self.parts(question, &part(&question.key, &item.key), &label, word));
        }
        found
    }

    /// The options that the loop around a question goes through.
    fn items(&self, question: &Question) -> &[Choice] {
        let around = self.survey.blocks.iter().find(|block| {
            block.each.is_some() && block.pages.iter().any(|page| page.questions.contains(&question.key))
        });
        let each = around.and_then(|block| block.each.as_deref()).and_then(|key| self.survey.question(key));
        each.map_or(&[], |question| &question.options)
    }

    fn parts(&self, question: &Question, key: &str, title: &str, word: &dyn Fn(&str) -> String) -> Vec<Parts> {
        let whole = |shape, options| vec![(key.to_owned(), title.to_owned(), shape, options)];
        let of =
            |name: &str, label: &str, shape, options| (part(key, name), format!("{title}: {label}"), shape, options);
        match question.kind {
            kind if kind.is_scored() => whole(Shape::Number, vec![]),
            kind if kind.is_single_choice() => whole(Shape::Choice, self.options(&question.options)),
            Kind::Choices => whole(Shape::Set, self.options(&question.options)),
            Kind::Number => whole(Shape::Number, vec![]),
            Kind::Date | Kind::Time => whole(Shape::Date, vec![]),
            Kind::Ranking | Kind::Sum => {
                let one = |choice: &Choice| of(&choice.key, &self.label(choice), Shape::Number, vec![]);
                question.options.iter().map(one).collect()
            }
            Kind::BestWorst => ["best", "worst"]
                .map(|side| of(side, &word(&format!("subject-{side}")), Shape::Choice, self.options(&question.options)))
                .to_vec(),
            Kind::Matrix => question.rows.iter().flat_map(|row| self.cells(question, key, title, row)).collect(),
            Kind::Contact => question
                .rows
                .iter()
                .filter(|row| CONTACT_LINES.contains(&row.key.as_str()))
                .map(|row| of(&row.key, &self.label(row), Shape::Words, vec![]))
                .collect(),
            Kind::Statement => vec![],
            Kind::Ideas => vec![
                (key.to_owned(), title.to_owned(), Shape::Set, vec![]),
                of("own", &word("subject-own"), Shape::Words, vec![]),
            ],
            Kind::Calculated => {
                let is_text = question.formula.as_ref().is_some_and(gives_words);
                let shape = if is_text { Shape::Words } else { Shape::Number };
                vec![(format!("calc.{key}"), title.to_owned(), shape, vec![])]
            }
            _ => whole(Shape::Words, vec![]),
        }
    }

    fn cells(&self, question: &Question, key: &str, title: &str, row: &Choice) -> Vec<Parts> {
        let (of, label) = (part(key, &row.key), format!("{title}: {}", self.label(row)));
        match question.cells {
            Cells::Choice => vec![(of, label, Shape::Choice, self.options(&question.options))],
            Cells::Choices => vec![(of, label, Shape::Set, self.options(&question.options))],
            Cells::Rating => vec![(of, label, Shape::Number, vec![])],
            Cells::Text => vec![(of, label, Shape::Words, vec![])],
            Cells::Dual => vec![
                (part(&of, "1"), format!("{label} (1)"), Shape::Choice, self.options(&question.options)),
                (part(&of, "2"), format!("{label} (2)"), Shape::Choice, self.options(&question.second)),
            ],
        }
    }
}

fn gives_words(formula: &Formula) -> bool {
    match formula {
        Formula::Text(_) => true,
        Formula::Binary(Arithmetic::Add, left, right) | Formula::If(_, left, right) => {
            gives_words(left) || gives_words(right)
        }
        _ => false,
    }
}
