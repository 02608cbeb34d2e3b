//! Pages: bytes of the respondent's, time of the dashboard's.

use std::collections::BTreeSet;
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::guard::Guard;
use super::http::{Browser, join};
use super::import::filled;
use super::query::ANSWERS;
use super::rig::{Nabz, Server, say};
use super::tools::{least, median};
use super::{Bench, Figure, Outcome};

/// Where the dashboard of a survey is.
const DASHBOARD_PATH: &str = "/understand/surveys/";
const GOAL_BYTES: usize = 20_000;
const GOAL_MS: f64 = 200.0;
/// Pages looked at while searching for a link; Home leads to both within two steps.
const SEARCHED_PAGES: usize = 40;

/// The respondent's pages of the demo: everything that a browser fetches, head bytes included.
pub(super) fn respondent(bench: &Bench) -> Result<Outcome> {
    let guard = Guard::temporary(&bench.root, "respondent")?;
    let nabz = Nabz::new(&bench.binary, &guard.path("data"), &guard.dir);
    let server = nabz.demo(0)?;
    let pages = match &bench.args.page {
        Some(page) => vec![join(&server.base(), page)?],
        None => published(&nabz, &server)?,
    };
    let (mut figures, mut raw) = (Vec::new(), Vec::new());
    for (told, encoding) in [("gzip", "gzip"), ("no compression", "identity")] {
        let mut worst = (0, String::new());
        for page in &pages {
            let (bytes, parts) = weigh(page, encoding)?;
            say(&format!("{page} ({told}): {bytes} bytes in {parts}"));
            raw.push(json!({"page": page, "encoding": encoding, "bytes": bytes, "parts": parts}));
            worst = worst.max((bytes, page.clone()));
        }
        let name = format!("Respondent page and what it loads, {told}, largest of {}", pages.len());
        let value = format!("{:.1} kB", worst.0 as f64 / 1000.0);
        figures.push(match encoding {
            "gzip" => Figure::new(name, value, "≤ 20 kB", worst.0 <= GOAL_BYTES),
            _ => Figure::told(name, value),
        });
    }
    server.terminate()?;
    Ok(Outcome { figures, raw: Value::Array(raw) })
}

/// The addresses of the demo's open surveys.
fn published(nabz: &Nabz, server: &Server) -> Result<Vec<String>> {
    let surveys: Value = serde_json::from_str(&nabz.run(&["survey", "list", "--json"])?)?;
    let open = surveys.as_array().into_iter().flatten().filter(|survey| survey["state"] == "open");
    let pages: Vec<String> = open
        .filter_map(|survey| survey["path"].as_str())
        .map(|path| join(&server.base(), path))
        .collect::<Result<_>>()?;
    ensure!(!pages.is_empty(), "the demo has no open survey");
    Ok(pages)
}

/// Bytes over the wire of a page and of the files that it makes a browser load, each once.
fn weigh(page: &str, encoding: &str) -> Result<(usize, Value)> {
    let headers = [("accept-encoding", encoding), ("accept", "text/html")];
    let mut browser = Browser::default();
    let plain = browser.get(page, &[])?;
    ensure!(plain.status == 200, "{page} answers {}", plain.status);
    let mut parts = json!({page: Browser::default().get(page, &headers)?.wire_bytes});
    for file in loaded(&plain.text()) {
        let url = join(page, &file)?;
        parts[&url] = json!(browser.get(&url, &headers[..1])?.wire_bytes);
    }
    let total = parts.as_object().map_or(0, |parts| parts.values().filter_map(Value::as_u64).sum::<u64>());
    Ok((total as usize, parts))
}

/// Files that a page loads by itself: style sheets, scripts, pictures, icons.
fn loaded(html: &str) -> BTreeSet<String> {
    let mut files: BTreeSet<String> = tags(html, "link")
        .filter(|tag| !tag.contains("alternate") && !tag.contains("canonical"))
        .filter_map(|tag| attribute(tag, "href"))
        .collect();
    for name in ["script", "img", "source", "iframe"] {
        files.extend(tags(html, name).filter_map(|tag| attribute(tag, "src")));
    }
    files.retain(|file| !file.starts_with("data:") && !file.starts_with('#'));
    files
}

fn links(html: &str) -> impl Iterator<Item = String> {
    tags(html, "a").filter_map(|tag| attribute(tag, "href"))
}

pub fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let rest_of_tag = move |after: &'a str| {
        let tag = after.strip_prefix(name)?;
        tag.starts_with(char::is_whitespace).then(|| tag.split('>').next().unwrap_or(tag))
    };
    html.split('<').filter_map(rest_of_tag)
}

pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=")).or_else(|| tag.find(&format!("\n{name}=")))? + name.len() + 2;
    let quote = tag[start..].chars().next().filter(|c| *c == '"' || *c == '\'')?;
    let value = tag[start + 1..].split(quote).next()?;
    Some(value.replace("&amp;", "&").replace("&#x2f;", "/"))
}

/// What a page's form carries unseen.
pub fn hidden(html: &str) -> Vec<(String, String)> {
    let inputs = tags(html, "input").filter(|tag| tag.contains("type=\"hidden\""));
    inputs.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))).collect()
}

/// Breadth first from a page over links of the same site; returns addresses of links that `wanted` takes.
fn search(browser: &mut Browser, page: String, html: String, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let (mut seen, mut found) = (BTreeSet::new(), BTreeSet::new());
    let (host, _) = super::http::split(&page)?;
    let site = format!("http://{host}");
    let mut waiting = std::collections::VecDeque::from([(page.clone(), Some(html))]);
    while let Some((page, html)) = waiting.pop_front() {
        if seen.len() >= SEARCHED_PAGES || !seen.insert(page.clone()) {
            continue;
        }
        let html = match html {
            Some(html) => html,
            None => browser.get(&page, &[])?.text(),
        };
        for link in links(&html).filter(|link| !link.starts_with('#') && !link.starts_with("mailto:")) {
            let Ok(url) = join(&page, &link) else { continue };
            let Some(path) = url.strip_prefix(&site) else { continue };
            if wanted(path) {
                found.insert(url);
            } else if !path.contains('?') {
                waiting.push_back((url, None));
            }
        }
    }
    Ok(found.into_iter().collect())
}

/// The dashboard of the survey with 10 million answers, as a logged-in member loads it.
pub(super) fn dashboard(bench: &Bench) -> Result<Outcome> {
    let answers = bench.args.answers.unwrap_or(ANSWERS);
    let filled = filled(bench, answers)?;
    let server = filled.nabz.serve(0)?;
    server.settle()?;
    let mut browser = Browser::default();
    let (home, html) = log_in(&filled.nabz, &server, &mut browser)?;
    let page = match &bench.args.page {
        Some(page) => join(&home, page)?,
        None => {
            let wanted =
                |path: &str| path.strip_prefix(DASHBOARD_PATH).is_some_and(|survey| !survey.contains(['/', '?']));
            search(&mut browser, home, html, wanted)?
                .into_iter()
                .next()
                .context("no dashboard is linked within a few steps from Home; give it with --page")?
        }
    };
    let mut took = Vec::new();
    for n in 0..=bench.args.repeat * 3 {
        let begun = Instant::now();
        let reply = browser.get(&page, &[("accept-encoding", "gzip")])?;
        let ms = begun.elapsed().as_secs_f64() * 1000.0;
        ensure!(reply.status == 200, "{page} answers {}", reply.status);
        say(&format!("{page}: {ms:.1} ms, {} bytes", reply.wire_bytes));
        if n > 0 {
            took.push(ms);
        }
    }
    let memory = server.peak_memory()?;
    server.terminate()?;
    let figure = Figure::new(
        format!("Dashboard over {answers} answers, warm"),
        format!("{:.0} ms (median of {}; least {:.0})", median(&took), took.len(), least(&took)),
        "< 200 ms",
        median(&took) < GOAL_MS,
    )
    .only_if(answers >= ANSWERS);
    Ok(Outcome { figures: vec![figure], raw: json!({"page": page, "ms": took, "memory_mib": memory}) })
}

/// Gets in as the workspace's first member, made if there is none, by the one-time link that the CLI prints.
pub fn log_in(nabz: &Nabz, server: &Server, browser: &mut Browser) -> Result<(String, String)> {
    let members: Value = serde_json::from_str(&nabz.run(&["member", "list", "--json"])?)?;
    let link = match members[0]["email"].as_str() {
        Some(email) => nabz.run(&["member", "link", email])?,
        None => nabz.run(&["member", "add", "bench@example.org", "--role", "owner"])?,
    };
    let (_, path) = super::http::split(link.trim())?;
    let (page, reply) = browser.visit(&format!("{}{path}", server.base()))?;
    ensure!(reply.status == 200, "the one-time link answers {}", reply.status);
    if page.ends_with(path) {
        // A GET changes nothing, so the link shows a button.
        let html = reply.text();
        let form = tags(&html, "form")
            .find(|tag| tag.contains("post") && tag.contains("/start/"))
            .context("the one-time link shows no form")?;
        let action = attribute(form, "action").map_or(Ok(page.clone()), |action| join(&page, &action))?;
        let mut fields: Vec<String> = tags(&html, "input")
            .filter(|tag| tag.contains("hidden"))
            .filter_map(|tag| Some(format!("{}={}", attribute(tag, "name")?, attribute(tag, "value")?)))
            .collect();
        // A new member says who they are; to the others the form has no such fields.
        fields.push("name=Bench&password=measured-in-the-open-9".to_owned());
        let reply = browser.post(&action, &fields.join("&"))?;
        if reply.status >= 400 {
            bail!("logging in answers {}: {}", reply.status, reply.text().chars().take(300).collect::<String>());
        }
    }
    let (home, reply) = browser.visit(&server.base())?;
    Ok((home, reply.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_page_loads_and_where_it_leads() {
        let html = r#"<link rel="stylesheet" href="/a.css"><link rel="alternate" href="/fa"><img
src='/b.png'><img src="data:x"><a class="c" href="/s/visit?x=1&amp;y">Go</a><article href="/no">"#;
        assert_eq!(loaded(html).into_iter().collect::<Vec<_>>(), ["/a.css", "/b.png"]);
        assert_eq!(links(html).collect::<Vec<_>>(), ["/s/visit?x=1&y"]);
    }
}
