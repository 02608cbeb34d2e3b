//! `/understand`: the surveys with their main scores.

use std::collections::HashMap;

use kernel::Result;
use kernel::survey::Question;
use serde::Serialize;
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use crate::overview::{self, Days, ScoresOf};
use crate::period::{Period, today};
use crate::subject::{Ground, Subject, format};
use crate::verdict::ANSWERS_MIN;
use measures::{Metric, main_question};

/// Surveys on the page, those changed last.
pub const SURVEYS_MAX: usize = 200;
const SCORE_DAYS: i32 = 90;
const ANSWERS_DAYS: i32 = 30;

#[derive(Serialize)]
struct Page {
    rows: Vec<Row>,
    /// How many surveys there are beyond those shown.
    more: usize,
    can_make: bool,
}

#[derive(Serialize)]
struct Row {
    title: String,
    href: String,
    anonymous: bool,
    /// Name of the metric; nothing where the survey asks for no score.
    metric: Option<String>,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    min: f64,
    max: f64,
    unit: &'static str,
    answers: u64,
    /// The score is of all time, because there are few answers of late.
    is_old: bool,
    few: bool,
    lately: u64,
}

/// What the rows are made from.
struct Counts {
    ever: ScoresOf,
    lately: Days,
    responses: HashMap<String, u64>,
    days: Period,
}

/// `GET /understand`
pub async fn page(viewer: Viewer, ground: Ground) -> Reply {
    let surveys = viewer.store().surveys(viewer.workspace()).await?;
    let more = surveys.len().saturating_sub(SURVEYS_MAX);
    let counts = if surveys.is_empty() { None } else { Some(counts(&viewer, &ground).await?) };
    let mut rows = Vec::new();
    for survey in surveys.into_iter().take(SURVEYS_MAX) {
        let subject = Subject::new(&viewer, &ground, survey)?;
        if let Some(counts) = &counts {
            rows.push(row(&subject, counts));
        }
    }
    let can_make = viewer.role() >= kernel::Role::Manager;
    viewer.page("understand/surveys.html", Section::Understand, Page { rows, more, can_make }).await
}

async fn counts(asking: &Asking, ground: &Ground) -> Result<Counts> {
    let (format, now, workspace) = (format(asking), asking.web.env().now(), asking.workspace());
    let today = today(&format, now);
    let (ever, lately, responses) = tokio::try_join!(
        overview::scores(&ground.0, workspace),
        overview::lately(&ground.0, workspace, &format, now, SCORE_DAYS),
        overview::responses(&ground.0, workspace, &format, Period::ending(today, ANSWERS_DAYS)),
    )?;
    Ok(Counts { ever, lately, responses, days: Period::ending(today, SCORE_DAYS) })
}

fn row(subject: &Subject<'_>, counts: &Counts) -> Row {
    let key = &subject.row.key;
    let lately = counts.responses.get(key).copied().unwrap_or(0);
    let mut row = Row {
        title: subject.title(),
        href: subject.path(),
        anonymous: subject.definition.anonymous,
        metric: None,
        value: None,
        low: None,
        high: None,
        min: 0.0,
        max: 1.0,
        unit: "count",
        answers: 0,
        is_old: false,
        few: false,
        lately,
    };
    if subject.definition.anonymous {
        // The score needs the care of its own page; of the count only whole fives are told.
        row.lately = crate::anonymity::counted(lately as usize) as u64;
    } else if let Some(question) = main_question(&subject.definition) {
        row.score(subject, question, counts);
    }
    row
}

impl Row {
    fn score(&mut self, subject: &Subject<'_>, question: &Question, counts: &Counts) {
        let Some(metric) = Metric::of(question) else { return };
        let key = &subject.row.key;
        let mut scores = counts.lately.scores(key, &question.key, counts.days);
        if scores.total() < ANSWERS_MIN {
            let ever = counts.ever.get(&(key.clone(), question.key.clone())).cloned().unwrap_or_default();
            self.is_old = ever.total() > scores.total();
            scores = ever;
        }
        let estimate = metric.estimate(&scores);
        let range = estimate.and_then(|estimate| estimate.range);
        self.metric = Some(subject.asking.text(&format!("understand-metric-{}", question.kind)));
        self.unit = metric.unit_name();
        self.value = estimate.map(|estimate| estimate.value);
        (self.low, self.high) = (range.map(|range| range.low), range.map(|range| range.high));
        (self.min, self.max) = metric.axis();
        self.answers = scores.total();
        self.few = stats::is_small(self.answers) && self.answers > 0;
    }
}
