//! Rules about kinds and settings: what an answer can be, and how it fits a phone.

use kernel::survey::pipe::written;
use kernel::survey::{Cells, Kind, Look, Media, MediaKind, Order, Question, Survey};

use super::{Finding, Severity};

/// Columns of a matrix that a phone shows without shrinking or folding.
const COLUMNS_MAX: usize = 5;
/// Points of a rating in a matrix, which take less room than words.
const POINTS_MAX: usize = 7;
/// Rows of a matrix, beyond which people answer by habit.
const ROWS_MAX: usize = 8;
/// Options that one looks through at a glance.
const OPTIONS_MAX: usize = 12;
/// Options that people can hold against each other.
const RANKED_MAX: usize = 7;
/// Characters of a title that a phone shows without scrolling.
const TITLE_CHARS_MAX: usize = 200;
/// Open texts that people are willing to write.
const TEXTS_MAX: usize = 3;

pub(super) fn of(survey: &Survey) -> Vec<Finding> {
    let mut findings: Vec<Finding> = survey.questions.iter().flat_map(|one| of_question(survey, one)).collect();
    let shown = survey.questions.iter().filter(|question| question.kind.is_shown());
    findings.extend(shown.flat_map(|question| pictures(survey, question)));
    let is_open =
        |question: &&Question| question.kind == Kind::Text && question.when.is_none() && question.look != Look::Line;
    let open = survey.questions.iter().filter(is_open).count();
    if open > TEXTS_MAX {
        let finding = Finding::new("many_texts", Severity::Advice, "questions");
        findings.push(finding.with("count", open).with("max", TEXTS_MAX));
    }
    findings
}

fn of_question(survey: &Survey, question: &Question) -> Vec<Finding> {
    if !question.kind.is_asked() {
        return Vec::new();
    }
    let mut findings = way_out(survey, question);
    findings.extend(phone(question));
    findings.extend(ends(question));
    findings.extend(person(survey, question));
    let narrows = question.kind == Kind::File && question.files.taken(true) != question.files.taken(false);
    if survey.anonymous && narrows {
        findings.push(Finding::at("anonymous_file", Severity::Note, question, "files"));
    }
    if question.kind == Kind::Text && question.required {
        findings.push(Finding::at("required_text", Severity::Note, question, "required"));
    }
    let moves = |one: &kernel::survey::Choice| (one.other || one.exclusive) && !one.pinned;
    if question.order == Order::Shuffled && question.options.iter().any(moves) {
        findings.push(Finding::at("other_shuffled", Severity::Note, question, "options"));
    }
    findings
}

/// Somebody must answer who cannot.
fn way_out(survey: &Survey, question: &Question) -> Vec<Finding> {
    if !question.required || question.not_applicable {
        return Vec::new();
    }
    let asked = || survey.questions.iter().filter(|one| one.kind.is_asked());
    let is_first_score = asked().find(|one| one.kind.is_scored()).is_some_and(|first| first.key == question.key);
    let code = match question.kind {
        // The one score that the survey is about is everybody's; each further one may be about what some never met.
        Kind::Csat | Kind::Psat | Kind::Rating | Kind::Slider if !is_first_score => "no_not_applicable",
        Kind::Matrix if question.cells != Cells::Text => "no_not_applicable",
        Kind::Choice | Kind::Choices | Kind::Dropdown
            if question.options.len() > 2 && !question.options.iter().any(|one| one.other || one.exclusive) =>
        {
            "no_way_out"
        }
        _ => return Vec::new(),
    };
    let severity = if code == "no_way_out" { Severity::Note } else { Severity::Advice };
    vec![Finding::at(code, severity, question, "not_applicable")]
}

fn phone(question: &Question) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut over = |code, part: &str, count: usize, max: usize| {
        if count > max {
            let finding = Finding::at(code, Severity::Advice, question, part);
            findings.push(finding.with("count", count).with("max", max));
        }
    };
    match question.kind {
        Kind::Matrix => {
            let points = question.scale().map_or(0, |scale| usize::try_from(scale.to - scale.from + 1).unwrap_or(0));
            match question.cells {
                Cells::Rating => over("wide_matrix", "scale", points, POINTS_MAX),
                Cells::Text => {}
                _ => over("wide_matrix", "options", question.options.len().max(question.second.len()), COLUMNS_MAX),
            }
            over("long_matrix", "rows", question.rows.len(), ROWS_MAX);
        }
        Kind::Choice | Kind::Choices | Kind::Image => over("long_list", "options", question.options.len(), OPTIONS_MAX),
        Kind::Ranking | Kind::Sum | Kind::BestWorst => {
            over("long_ranking", "options", question.options.len(), RANKED_MAX);
        }
        _ => {}
    }
    let titles = question.title.0.iter().map(|(tag, words)| (tag, written(words).chars().count()));
    if let Some((tag, count)) = titles.max_by_key(|(_, count)| *count).filter(|(_, count)| *count > TITLE_CHARS_MAX) {
        let finding = Finding::at("long_title", Severity::Note, question, "title").speaking(tag);
        findings.push(finding.with("count", count).with("max", TITLE_CHARS_MAX));
    }
    findings
}

/// Pictures that say nothing to those who do not see them, and choices of pictures without one.
fn pictures(survey: &Survey, question: &Question) -> Vec<Finding> {
    let first = survey.language("");
    let is_mute = |media: &Media| media.kind == MediaKind::Image && media.alt.get(first, &[]).is_none();
    let mut findings = Vec::new();
    if question.media.as_ref().is_some_and(is_mute) {
        findings.push(Finding::at("no_alt", Severity::Warning, question, "media").speaking(first));
    }
    for option in question.options.iter().filter(|_| question.kind == Kind::Image) {
        let field = format!("options.{}", option.key);
        let words = option.label.get(first, &survey.languages).unwrap_or(&option.key);
        match &option.image {
            Some(image) if is_mute(image) => {
                let finding = Finding::at("no_alt", Severity::Warning, question, &field).speaking(first);
                findings.push(finding);
            }
            Some(_) => {}
            None => findings.push(Finding::at("no_picture", Severity::Advice, question, &field).with("words", words)),
        }
    }
    findings
}

/// Numbers whose meaning nobody is told.
fn ends(question: &Question) -> Option<Finding> {
    question.scale()?;
    let part = if question.low.is_empty() {
        "low"
    } else if question.high.is_empty() {
        "high"
    } else {
        return None;
    };
    Some(Finding::at("no_ends", Severity::Advice, question, part))
}

/// Asks who somebody is.
fn person(survey: &Survey, question: &Question) -> Option<Finding> {
    let tells = matches!(question.kind, Kind::Email | Kind::Phone | Kind::Contact | Kind::Signature);
    if !tells {
        None
    } else if survey.anonymous {
        Some(Finding::at("anonymous_contact", Severity::Warning, question, "kind"))
    } else if question.required {
        Some(Finding::at("required_contact", Severity::Advice, question, "required"))
    } else {
        None
    }
}
