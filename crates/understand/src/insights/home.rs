//! Home's main column: what changed, why, and who should do what, in three to seven sentences.

use std::sync::Arc;

use async_trait::async_trait;
use kernel::{Result, Role};
use lake::Lake;
use measures::versions::Versions;
use serde::Serialize;
use ui::http::{Asking, Column, HomePart};

use super::PATH;
use super::card::Card;
use super::five::{self, Known};
use super::picture::{self, Mini};
use super::seen::{self, Seen, State};
use super::words::{Line, Teller, waiting};
use crate::home::{self as changes, Finding};

/// Sentences at most, and how many there are to be: where fewer insights are found, what else can be said of the surveys.
const FEED_MAX: usize = 7;
const FEED_WANTED: usize = 3;
/// Insights of one kind about one survey.
const ALIKE_MAX: usize = 2;

/// The feed.
pub struct Feed(pub Arc<Lake>, pub Arc<dyn Versions>);

#[derive(Serialize)]
struct FeedView {
    items: Vec<Item>,
    findings: Vec<Finding>,
    /// Open insights in all.
    count: usize,
    path: &'static str,
}

/// One sentence with its picture and the next step.
#[derive(Serialize)]
struct Item {
    line: Line,
    mini: Option<Mini>,
    next: Option<Next>,
    may_dismiss: bool,
}

/// What comes next for a reader.
#[derive(Serialize)]
pub struct Next {
    /// `answer`, `ask`, `plan`, `goal` or `follow`.
    what: &'static str,
    href: String,
}

#[async_trait]
impl HomePart for Feed {
    fn column(&self) -> Column {
        Column::Main
    }

    async fn html(&self, asking: &Asking) -> Result<Option<String>> {
        let teller = Teller::of(asking).await?;
        let open: Vec<Seen> = seen::all(asking).await?.into_iter().filter(|seen| seen.state() == State::Open).collect();
        let mut items = Vec::new();
        let mut told: Vec<(&str, Option<&str>)> = Vec::new();
        for seen in &open {
            let about = (seen.card.kind(), seen.row.survey.as_deref());
            if items.len() == FEED_MAX || told.iter().filter(|known| **known == about).count() == ALIKE_MAX {
                continue;
            }
            if let Some(item) = item(&teller, seen).await? {
                told.push(about);
                items.push(item);
            }
        }
        let moved: Vec<&str> = open
            .iter()
            .filter(|seen| matches!(seen.card, Card::Moved(_)))
            .filter_map(|seen| seen.row.survey.as_deref())
            .collect();
        let room = match items.len() {
            0 => usize::MAX,
            found => FEED_WANTED.saturating_sub(found),
        };
        let mut findings = if room > 0 { changes::findings(asking, &self.0, &*self.1, &moved).await? } else { vec![] };
        findings.truncate(room);
        if items.is_empty() && findings.is_empty() && asking.store().surveys(asking.workspace()).await?.is_empty() {
            return Ok(None);
        }
        let view = FeedView { items, findings, count: open.len(), path: PATH };
        asking.fragment("understand/home-feed.html", view).map(Some)
    }
}

async fn item(teller: &Teller<'_>, seen: &Seen) -> Result<Option<Item>> {
    let Some(line) = teller.line(seen) else { return Ok(None) };
    let next = match seen.card {
        // Who waits is answered, and a place that is silent is looked after, whatever is planned.
        Card::Unanswered(_) | Card::Silent(_) => next(teller, seen, None),
        _ => next(teller, seen, Some(&five::known(teller, seen).await?)),
    };
    let mini = picture::mini(teller, seen);
    Ok(Some(Item { line, mini, next, may_dismiss: teller.asking.role() >= Role::Agent }))
}

/// The next step of an insight for this reader, by what is known of it; none where there is none that they may take.
pub fn next(teller: &Teller<'_>, seen: &Seen, known: Option<&Known>) -> Option<Next> {
    let role = teller.asking.role();
    match &seen.card {
        _ if role < Role::Agent => None,
        Card::Unanswered(card) => Some(Next { what: "answer", href: waiting(card).to_owned() }),
        Card::Silent(_) => {
            seen.survey.as_ref().map(|(row, _)| Next { what: "ask", href: format!("/listen/surveys/{}/share", row.id) })
        }
        _ => {
            let (known, id) = (known?, &seen.row.id);
            match (&known.initiative, &known.goal) {
                (None, _) if role >= five::PLANS => Some(Next { what: "plan", href: five::plan_of(id) }),
                (None, _) => None,
                (Some(_), None) if role >= Role::Manager => Some(Next { what: "goal", href: five::goal_of(id) }),
                (Some(plan), _) => Some(Next { what: "follow", href: format!("/act/initiatives/{}", plan.id) }),
            }
        }
    }
}
