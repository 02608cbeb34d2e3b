//! `GET /listen/surveys/{survey}/logic`: everything that decides who is asked what, in one list.

use axum::extract::Path;
use kernel::survey::Survey;
use serde::Serialize;
use ui::Section;
use ui::condition::tell;
use ui::http::{Manager, Reply};

use super::reading;
use super::subjects::subjects;
use crate::surveys::editing;
use crate::surveys::editor::{Head, encode};

#[derive(Serialize)]
struct View {
    survey: Head,
    rules: Vec<Rule>,
}

/// One condition.
#[derive(Serialize)]
struct Rule {
    /// `question`, `block`, `page`, `jump` or `quota`.
    of: &'static str,
    icon: &'static str,
    what: String,
    when: Option<String>,
    to: Option<String>,
    /// The text form, for those who read it faster.
    text: Option<String>,
    href: String,
}

pub async fn overview(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let subjects = subjects(&manager, &survey).await?;
    let lang = survey.language(manager.locale.code());
    let told = |condition: &kernel::condition::Condition| tell(condition, &subjects, reading(&manager));
    let base = format!("/listen/surveys/{}", row.id);
    let mut rules = Vec::new();
    for block in survey.layout().iter() {
        let name = if block.name.is_empty() { &block.key } else { &block.name };
        let at = format!("{base}/blocks/{}", encode(&block.key));
        let mut add = |of, icon, what: String, when: Option<&kernel::condition::Condition>, to, href| {
            let text = when.map(ToString::to_string);
            rules.push(Rule { of, icon, what, when: when.map(told), to, text, href });
        };
        if block.when.is_some() {
            add("block", "folder", name.clone(), block.when.as_ref(), None, at.clone());
        }
        for (n, page) in block.pages.iter().enumerate() {
            let what = page.questions.first().map_or_else(|| (n + 1).to_string(), |key| title(&survey, key, lang));
            let href = format!("{at}/pages/{}", n + 1);
            if page.when.is_some() {
                add("page", "file", what.clone(), page.when.as_ref(), None, href.clone());
            }
            for question in
                page.questions.iter().filter_map(|key| survey.question(key)).filter(|one| one.when.is_some())
            {
                let href = format!("{base}/questions/{}/logic", encode(&question.key));
                add("question", "circle-dot", title(&survey, &question.key, lang), question.when.as_ref(), None, href);
            }
            for jump in &page.then {
                add("jump", "route", what.clone(), jump.when.as_ref(), Some(jump.to.to_string()), href.clone());
            }
        }
    }
    for quota in &survey.quotas {
        rules.push(Rule {
            of: "quota",
            icon: "gauge",
            what: if quota.name.is_empty() { quota.key.clone() } else { quota.name.clone() },
            when: Some(told(&quota.when)),
            to: Some(quota.limit.to_string()),
            text: Some(quota.when.to_string()),
            href: format!("{base}/quotas/{}", encode(&quota.key)),
        });
    }
    let view = View { survey: Head::of(&row, &survey, &manager), rules };
    manager.page("listen/surveys/logic.html", Section::Listen, view).await
}

fn title(survey: &Survey, key: &str, lang: &str) -> String {
    survey.question(key).and_then(|question| question.title.get(lang, &survey.languages)).unwrap_or(key).to_owned()
}
