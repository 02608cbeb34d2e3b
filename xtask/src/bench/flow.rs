//! The next page of a long survey: 500 questions, 300 conditions, gone through page by page as a browser does.

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::guard::Guard;
use super::http::Browser;
use super::pages::hidden;
use super::rig::{Nabz, say};
use super::tools::percentile;
use super::{Bench, Figure, Outcome};

const QUESTIONS: usize = 500;
/// The last so many questions stand under a condition each.
const CONDITIONS: usize = 300;
/// Ten questions a page, so that one response stays below what the server takes of one response in a minute.
const ON_A_PAGE: usize = 10;
const GOAL_MS: f64 = 5.0;
/// Responses that are not counted.
const WARM_UP: usize = 2;

pub fn run(bench: &Bench) -> Result<Outcome> {
    let guard = Guard::kept(&bench.root, bench.work.join("flow"))?;
    let data = guard.path("data");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    let nabz = Nabz::new(&bench.binary, &data, &guard.dir);
    let server = nabz.serve(0)?;
    let page = format!("{}{}", server.base(), nabz.publish("long", &definition())?);
    let (mut shown, mut sent, mut pages) = (Vec::new(), Vec::new(), 0);
    for response in 0..WARM_UP + bench.args.repeat * 3 {
        let took = go_through(&page, response)?;
        say(&format!("response {response}: {} pages", took.sent.len()));
        if response >= WARM_UP {
            pages = pages.max(took.sent.len());
            shown.extend(took.shown);
            sent.extend(took.sent);
        }
    }
    server.terminate()?;
    let line = |took: &[f64]| {
        format!(
            "p50 {:.1}, p99 {:.1}, most {:.1} ms of {}",
            percentile(took, 50),
            percentile(took, 99),
            percentile(took, 100),
            took.len()
        )
    };
    let name = format!("Page of a survey of {QUESTIONS} questions and {CONDITIONS} conditions");
    let figures = vec![
        Figure::new(
            format!("{name}: read the response, go the way, show where it stands"),
            line(&shown),
            "< 5 ms",
            percentile(&shown, 99) < GOAL_MS,
        ),
        Figure::told(format!("{name}: the same after keeping and syncing a page's answers"), line(&sent)),
    ];
    Ok(Outcome { figures, raw: json!({"shown_ms": shown, "sent_ms": sent, "pages": pages}) })
}

/// Milliseconds of each page of one response.
struct Took {
    /// `GET` of the page where the response stands.
    shown: Vec<f64>,
    /// `POST` of a page.
    sent: Vec<f64>,
}

fn go_through(page: &str, response: usize) -> Result<Took> {
    let mut browser = Browser::default();
    let mut took = Took { shown: Vec::new(), sent: Vec::new() };
    let mut html = browser.get(page, &[])?.text();
    for _ in 0..=QUESTIONS {
        let mut fields = hidden(&html);
        let secret = fields.iter().find(|(name, _)| name == "r").context("the page has no secret")?.1.clone();
        fields.extend(
            asked(&html).into_iter().map(|number| (format!("a.q{number}"), answer(number, response).to_string())),
        );
        fields.push(("go".to_owned(), "next".to_owned()));
        let form: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let begun = Instant::now();
        let reply = browser.post(page, &form.join("&"))?;
        took.sent.push(begun.elapsed().as_secs_f64() * 1000.0);
        if reply.status == 303 {
            ensure!(took.sent.len() * ON_A_PAGE >= QUESTIONS / 2, "the survey ended after {} pages", took.sent.len());
            return Ok(took);
        }
        html = reply.text();
        ensure!(reply.status == 200, "a page answers {}: {}", reply.status, html.chars().take(300).collect::<String>());
        let begun = Instant::now();
        let reply = browser.get(&format!("{page}/r/{secret}"), &[])?;
        took.shown.push(begun.elapsed().as_secs_f64() * 1000.0);
        ensure!(reply.status == 200, "the kept link answers {}", reply.status);
    }
    anyhow::bail!("the survey does not end")
}

/// Numbers of the questions on a page.
fn asked(html: &str) -> Vec<usize> {
    let mut numbers: Vec<usize> = html
        .split("name=\"a.q")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
        .collect();
    numbers.dedup();
    numbers
}

/// From 1 to 5, another in each response.
fn answer(number: usize, response: usize) -> usize {
    (number * 7 + response * 3) % 5 + 1
}

fn definition() -> Value {
    let first = QUESTIONS - CONDITIONS;
    let test =
        |number: usize, is: &str, value: usize| json!({"test": {"of": format!("q{number}"), "is": is, "value": value}});
    let question = |number: usize| {
        let mut question =
            json!({"key": format!("q{number}"), "kind": "rating", "title": {"en": format!("How was part {number}?")}});
        if let Some(n) = number.checked_sub(first) {
            // Every form that conditions have, about answers near and far.
            question["when"] = match n % 3 {
                0 => test(n % first, "ge", 2),
                1 => {
                    json!({"any": [test(n % first, "le", 2), {"test": {"of": format!("q{}", number - 1), "is": "answered"}}]})
                }
                _ => json!({"all": [test(n % first, "gt", 1), {"not": test((n * 7) % first, "eq", 5)}]}),
            };
        }
        question
    };
    let keys: Vec<String> = (0..QUESTIONS).map(|number| format!("q{number}")).collect();
    let pages: Vec<Value> = keys.chunks(ON_A_PAGE).map(|keys| json!({"questions": keys})).collect();
    json!({
        "languages": ["en"], "title": {"en": "A long survey"},
        "questions": (0..QUESTIONS).map(question).collect::<Vec<_>>(),
        "blocks": [{"key": "all", "pages": pages}],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_survey_has_what_the_goal_names() {
        let definition = definition();
        let questions = definition["questions"].as_array().map(Vec::as_slice).unwrap_or_default();
        assert_eq!(questions.len(), QUESTIONS);
        assert_eq!(questions.iter().filter(|question| question["when"].is_object()).count(), CONDITIONS);
        assert_eq!(
            asked(r#"<input name="a.q12" value="1"><input name="a.q12" value="2"><input name="a.q130">"#),
            [12, 130]
        );
    }
}
