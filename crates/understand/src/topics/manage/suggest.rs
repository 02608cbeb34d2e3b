//! A rule from examples: texts that somebody pasted, one a line, and those that members judged.

use kernel::{Error, Refusal, Result};
use serde::Serialize;
use store::topics::Topic;
use text::topics::bounds::MOST_EXAMPLES;
use text::topics::{Finder, suggest};
use ui::http::{Asking, Fields};

use super::hand::LABELS_MAX;
use super::split::alternatives;
use super::{LANGUAGES, sample};
use crate::subject::{Ground, format};
use crate::topics::judge::Known;

/// Examples that tell something.
const EXAMPLES_MIN: usize = 3;
/// Letters of a line that are looked at.
const LINE_CHARS_MAX: usize = 2_000;

#[derive(Debug, Serialize)]
pub struct Suggestion {
    /// Nothing where no words tell the examples from other texts.
    pub rule: Option<String>,
    pub language: &'static str,
    pub precision: String,
    pub recall: String,
    pub examples: usize,
    pub others: usize,
}

/// Fields: `examples`, texts one a line; `by-hand`, to take what members judged, too; `examples-language`. `topic` is
/// what is there, if it is.
///
/// # Errors
/// `topic_few_examples` at `examples`.
pub async fn suggestion(
    asking: &Asking,
    ground: &Ground,
    topic: Option<&Topic>,
    fields: &Fields,
) -> Result<Suggestion> {
    let chosen = fields.get("examples-language").unwrap_or_default();
    let language = LANGUAGES.into_iter().find(|language| *language == chosen).unwrap_or(LANGUAGES[0]);
    let pasted = fields.get("examples").unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
    let mut about: Vec<String> =
        pasted.take(MOST_EXAMPLES).map(|line| line.chars().take(LINE_CHARS_MAX).collect()).collect();
    let mut others: Vec<String> = Vec::new();
    if let Some(topic) = topic.filter(|_| fields.has("by-hand")) {
        let labels = asking.store().topic_labels(asking.workspace(), Some(&topic.key), LABELS_MAX).await?;
        let uids: Vec<_> = labels.iter().map(|label| label.uid).collect();
        let mut texts = sample::of(asking, ground, &uids).await?;
        for label in labels {
            let said = texts.remove(&(label.uid, label.question)).filter(|said| said.language == language);
            let side = if label.holds { &mut about } else { &mut others };
            side.extend(said.map(|said| said.text));
        }
    }
    if about.len() < EXAMPLES_MIN {
        return Err(Refusal::new("topic_few_examples").at("examples").with("min", EXAMPLES_MIN.to_string()).into());
    }
    let newest = sample::newest(asking, ground).await?;
    let known = topic.map(|topic| vec![Topic { parent: None, ..topic.clone() }]);
    let found = move || {
        // Texts that the rule finds already are likely to be about it, and so no counter-examples.
        let known = known.and_then(|topics| Known::of(&topics));
        let mut finder = known.as_ref().map(|known| Finder::new(&known.matcher));
        for said in newest.into_iter().filter(|said| said.language == language && !about.contains(&said.text)) {
            if finder.as_mut().is_none_or(|finder| finder.topics(&said.text, language).is_empty()) {
                others.push(said.text);
            }
        }
        about.truncate(MOST_EXAMPLES);
        others.truncate(MOST_EXAMPLES);
        let (positive, negative) = (borrowed(&about), borrowed(&others));
        (suggest(&positive, &negative, language), positive.len(), negative.len())
    };
    let (found, examples, others) = tokio::task::spawn_blocking(found).await.map_err(Error::internal)?;
    let found = found.map_err(Error::internal)?;
    let format = format(asking);
    let percent = |share: f64| format.percent(share * 100.0, 0);
    Ok(Suggestion {
        precision: percent(found.as_ref().map_or(0.0, |found| found.precision)),
        recall: percent(found.as_ref().map_or(0.0, |found| found.recall)),
        rule: found.map(|found| alternatives(&found.rule).join(", ")),
        language,
        examples,
        others,
    })
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
