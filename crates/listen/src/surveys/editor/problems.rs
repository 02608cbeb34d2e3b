//! What stands in the way of publishing, each with the way to the page that mends it.

use kernel::Refusal;
use kernel::survey::Survey;
use serde::Serialize;
use store::entity::survey::Model;
use ui::http::Asking;

use super::encode;

#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    pub words: String,
    pub href: String,
    /// The question that is meant, by key.
    pub question: Option<String>,
    /// What is meant, for a list that stands apart from it.
    pub of: Option<String>,
}

pub fn problem(asking: &Asking, row: &Model, survey: &Survey, lang: &str, refusal: &Refusal) -> Problem {
    let field = refusal.field.as_deref().unwrap_or_default();
    let base = format!("/listen/surveys/{}", row.id);
    let question = field.strip_prefix("questions.").map(|rest| rest.split('.').next().unwrap_or(rest));
    let title = question
        .and_then(|key| survey.question(key))
        .map(|question| question.title.get(lang, &survey.languages).unwrap_or(&question.key).to_owned());
    Problem {
        words: asking.words(refusal),
        href: href(&base, field, refusal.code),
        question: question.map(str::to_owned),
        of: title.or_else(|| thing(field)),
    }
}

/// The block, quota or ending that a field names.
fn thing(field: &str) -> Option<String> {
    let (list, rest) = field.split_once('.')?;
    matches!(list, "blocks" | "quotas" | "endings").then(|| rest.split('.').next().unwrap_or(rest).to_owned())
}

fn href(base: &str, field: &str, code: &str) -> String {
    let parts: Vec<&str> = field.split('.').collect();
    match parts[..] {
        ["questions"] => "#add".to_owned(),
        // The condition of a question has no field of its own.
        ["questions", key] if code.starts_with("condition_") || code == "asked_later" => {
            format!("{base}/questions/{}/logic", encode(key))
        }
        ["questions", key, ..] => format!("{base}/questions/{}", encode(key)),
        ["blocks", key, "pages", page, ..] => format!("{base}/blocks/{}/pages/{page}", encode(key)),
        ["blocks", key, ..] => format!("{base}/blocks/{}", encode(key)),
        ["quotas", key, ..] => format!("{base}/quotas/{}", encode(key)),
        ["endings", key, ..] => format!("{base}/endings/{}", encode(key)),
        _ => format!("{base}/texts"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_leads_to_the_page_that_mends_it() {
        let to = |field: &str| href("/s", field, "words_missing");
        assert_eq!(to("questions"), "#add");
        assert_eq!(to("questions.nps.options.2.label"), "/s/questions/nps");
        assert_eq!(href("/s", "questions.nps", "condition_unknown_operand"), "/s/questions/nps/logic");
        assert_eq!(to("blocks.b1.pages.2.then.1.to"), "/s/blocks/b1/pages/2");
        assert_eq!(to("blocks.b1.each"), "/s/blocks/b1");
        assert_eq!(to("quotas.women.ending"), "/s/quotas/women");
        assert_eq!(to("endings.out.redirect"), "/s/endings/out");
        assert_eq!(to("title"), "/s/texts");
    }
}
