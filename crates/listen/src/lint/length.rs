//! How long a survey takes.

use kernel::survey::pipe::written;
use kernel::survey::{Cells, Choice, Kind, Look, Question, Survey, Text};

use super::flow::is_conditional;
use super::{Finding, Severity};

/// Words that people read in a second on a phone; adults read 240 words a minute (Brysbaert 2019).
const WORDS_A_SECOND: f64 = 4.0;
/// From here on, noticeably more people leave; and from there on, most who do not know us do.
const LONG_MINUTES: u32 = 5;
const TOO_LONG_MINUTES: u32 = 10;
/// How often a loop is taken to run.
const TIMES_OF_A_LOOP: f64 = 2.0;

pub(super) fn of(survey: &Survey) -> Option<Finding> {
    let minutes = minutes(survey);
    let severity = if minutes > TOO_LONG_MINUTES { Severity::Warning } else { Severity::Advice };
    let finding = || Finding::new("too_long", severity, "questions").with("minutes", minutes);
    (minutes > LONG_MINUTES).then(finding)
}

/// The predicted time in minutes, rounded up.
pub fn minutes(survey: &Survey) -> u32 {
    (seconds(survey) / 60.0).ceil().max(1.0) as u32
}

/// The predicted time in seconds of somebody who answers everything that is asked. Questions under conditions count
/// half. Rules of thumb, to be held against the times that responses record.
fn seconds(survey: &Survey) -> f64 {
    let language = survey.language("").to_owned();
    let looped = |key: &str| {
        let mut blocks = survey.blocks.iter().filter(|block| block.each.is_some());
        blocks.any(|block| block.pages.iter().any(|page| page.questions.iter().any(|one| one == key)))
    };
    let of = |question: &Question| {
        let whole = reading(question, &language) + answering(question);
        if looped(&question.key) {
            whole * TIMES_OF_A_LOOP
        } else if is_conditional(survey, &question.key) {
            whole / 2.0
        } else {
            whole
        }
    };
    words(&survey.intro, &language) / WORDS_A_SECOND
        + survey.questions.iter().filter(|one| one.kind.is_shown()).map(of).sum::<f64>()
}

fn reading(question: &Question, language: &str) -> f64 {
    let labels = |choices: &[Choice]| choices.iter().map(|one| words(&one.label, language)).sum::<f64>();
    let all = words(&question.title, language) + words(&question.hint, language) + labels(&question.rows);
    // Lists are skimmed, not read.
    (all + (labels(&question.options) + labels(&question.second)) / 2.0) / WORDS_A_SECOND
}

fn words(text: &Text, language: &str) -> f64 {
    let first = || text.0.values().next().map(String::as_str);
    text.get(language, &[]).or_else(first).map_or(0.0, |words| written(words).split_whitespace().count() as f64)
}

/// Seconds to find and give an answer, once the question is read.
fn answering(question: &Question) -> f64 {
    let (options, rows) = (question.options.len() as f64, question.rows.len() as f64);
    match question.kind {
        Kind::Statement | Kind::Hidden | Kind::Calculated => 0.0,
        Kind::YesNo => 3.0,
        Kind::Nps | Kind::Csat | Kind::Ces | Kind::Psat | Kind::Rating | Kind::Choice => 4.0,
        Kind::Slider | Kind::Image | Kind::Consent => 6.0,
        Kind::Choices | Kind::Dropdown | Kind::Number | Kind::Time => 8.0,
        Kind::BestWorst | Kind::Date => 10.0,
        Kind::Email | Kind::Phone => 12.0,
        Kind::Signature => 15.0,
        Kind::Ideas | Kind::File => 20.0,
        Kind::Ranking => 4.0 * options,
        Kind::Sum => 5.0 * options,
        Kind::Contact => 8.0 * rows,
        Kind::Matrix => rows * matrix_row(question.cells),
        Kind::Text if question.look == Look::Line => 10.0,
        // Most leave an optional text empty.
        Kind::Text => {
            if question.required {
                30.0
            } else {
                12.0
            }
        }
    }
}

fn matrix_row(cells: Cells) -> f64 {
    match cells {
        Cells::Choice | Cells::Rating => 3.0,
        Cells::Choices => 5.0,
        Cells::Dual => 6.0,
        Cells::Text => 12.0,
    }
}
