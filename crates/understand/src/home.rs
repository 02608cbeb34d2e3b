//! What this slice says on Home: which scores changed, in sentences that the answers can carry; and how many answered.

use std::sync::Arc;

use async_trait::async_trait;
use kernel::Result;
use lake::Lake;
use serde::Serialize;
use ui::http::{Asking, Column, HomePart};

use crate::overview::{self, Days};
use crate::period::{Period, back, today};
use crate::score::{Metric, main_question};
use crate::subject::{Ground, Subject, format};
use crate::verdict::{self, Change, Verdict};

/// Sentences on Home.
const SENTENCES_MAX: usize = 5;
/// Surveys that are looked at, those changed last.
const SURVEYS_MAX: usize = 40;
/// Days of "now" with the days before that they are held against.
const WINDOWS: [(i32, i32); 2] = [(7, 28), (30, 90)];

/// Findings, in the main column.
pub struct Changes(pub Arc<Lake>);

/// The loop at a glance, in the side column.
pub struct Glance(pub Arc<Lake>);

#[derive(Serialize)]
struct ChangesView {
    findings: Vec<Finding>,
}

/// One sentence with its picture.
#[derive(Serialize)]
struct Finding {
    survey: String,
    href: String,
    metric: String,
    verdict: Verdict,
    tone: Option<ui::Tone>,
    unit: &'static str,
    now: f64,
    low: f64,
    high: f64,
    before: f64,
    before_low: f64,
    before_high: f64,
    /// How far apart, without a sign.
    by: String,
    min: f64,
    max: f64,
    days: i32,
    answers: u64,
    /// How many answers more would tell, where they cannot tell yet.
    needed: u64,
}

#[derive(Serialize)]
struct GlanceView {
    this_week: u64,
    last_week: u64,
    surveys: usize,
}

/// One survey in one window, not yet corrected for the others.
struct Candidate<'a> {
    subject: &'a Subject<'a>,
    metric: Metric,
    days: i32,
    now: crate::score::Scores,
    before: crate::score::Scores,
    change: Change,
}

#[async_trait]
impl HomePart for Changes {
    fn column(&self) -> Column {
        Column::Main
    }

    async fn html(&self, asking: &Asking) -> Result<Option<String>> {
        let ground = Ground(self.0.clone());
        let mut subjects = Vec::new();
        for row in asking.store().surveys(asking.workspace()).await?.into_iter().take(SURVEYS_MAX) {
            let subject = Subject::new(asking, &ground, row)?;
            // Comparing weeks of an anonymous survey would tell who answered lately.
            if !subject.definition.anonymous {
                subjects.push(subject);
            }
        }
        if subjects.is_empty() {
            return Ok(None);
        }
        let longest = WINDOWS.iter().map(|(now, before)| now + before).max().unwrap_or(0);
        let clock = asking.web.env().now();
        let days = overview::lately(&self.0, asking.workspace(), &format(asking), clock, longest).await?;
        let findings = findings(candidates(&subjects, &days));
        if findings.is_empty() {
            return Ok(None);
        }
        asking.fragment("understand/home-changes.html", ChangesView { findings }).map(Some)
    }
}

#[async_trait]
impl HomePart for Glance {
    fn column(&self) -> Column {
        Column::Side
    }

    async fn html(&self, asking: &Asking) -> Result<Option<String>> {
        let surveys = asking.store().surveys(asking.workspace()).await?.len();
        if surveys == 0 {
            return Ok(None);
        }
        let format = format(asking);
        let week = Period::ending(today(&format, asking.web.env().now()), 7);
        let before = week.before().unwrap_or_default();
        let (this, last) = tokio::try_join!(
            overview::responses(&self.0, asking.workspace(), &format, week),
            overview::responses(&self.0, asking.workspace(), &format, before),
        )?;
        let view = GlanceView { this_week: this.values().sum(), last_week: last.values().sum(), surveys };
        asking.fragment("understand/home-glance.html", view).map(Some)
    }
}

fn candidates<'a>(subjects: &'a [Subject<'a>], days: &Days) -> Vec<Candidate<'a>> {
    let mut candidates = Vec::new();
    for subject in subjects {
        let Some(question) = main_question(&subject.definition) else { continue };
        let Some(metric) = Metric::of(question) else { continue };
        let today = today(&subject.format, subject.asking.web.env().now());
        for (length, earlier) in WINDOWS {
            let now = Period::ending(today, length);
            let before = Period::ending(back(today, length), earlier);
            let scores = |period| days.scores(&subject.row.key, &question.key, period);
            let (now, before) = (scores(now), scores(before));
            if let Some(change) = verdict::change(metric, &now, &before) {
                candidates.push(Candidate { subject, metric, days: length, now, before, change });
            }
        }
    }
    candidates
}

/// The strongest finding of each survey, the strongest first; all of them are corrected together.
fn findings(candidates: Vec<Candidate<'_>>) -> Vec<Finding> {
    let p: Vec<f64> = candidates.iter().map(|candidate| candidate.change.p).collect();
    let mut judged: Vec<(Verdict, Candidate<'_>)> = candidates
        .into_iter()
        .zip(verdict::q_values(&p))
        .map(|(candidate, q)| (candidate.change.verdict(q), candidate))
        .filter(|(verdict, _)| *verdict != Verdict::TooFew)
        .collect();
    judged.sort_by(|(a, left), (b, right)| {
        a.cmp(b)
            .then(right.change.difference.abs().total_cmp(&left.change.difference.abs()))
            .then(left.days.cmp(&right.days))
    });
    let mut told: Vec<&str> = Vec::new();
    let mut findings = Vec::new();
    for (verdict, candidate) in &judged {
        let survey = candidate.subject.row.id.as_str();
        if findings.len() < SENTENCES_MAX && !told.contains(&survey) {
            told.push(survey);
            findings.extend(candidate.finding(*verdict));
        }
    }
    findings
}

impl Candidate<'_> {
    fn finding(&self, verdict: Verdict) -> Option<Finding> {
        let (now, before) = (self.metric.estimate(&self.now)?, self.metric.estimate(&self.before)?);
        let (range, before_range) = (now.range?, before.range?);
        let subject = self.subject;
        let (least, most) = self.metric.axis();
        // The picture shows the part of the axis where both ranges lie.
        let pad = (most - least) / 20.0;
        let min = (range.low.min(before_range.low) - pad).max(least);
        let max = (range.high.max(before_range.high) + pad).min(most);
        let metric = subject.asking.text(&format!("understand-metric-{}", self.metric.kind));
        Some(Finding {
            survey: subject.title(),
            href: format!("{}?period={}d", subject.path(), self.days),
            metric,
            verdict,
            tone: match verdict {
                _ if verdict.is_fall() => Some(ui::Tone::Detractor),
                _ if verdict.is_rise() => Some(ui::Tone::Promoter),
                _ => None,
            },
            unit: self.metric.unit_name(),
            now: now.value,
            low: range.low,
            high: range.high,
            before: before.value,
            before_low: before_range.low,
            before_high: before_range.high,
            by: subject
                .format
                .number(self.change.difference.abs(), u8::from(self.metric.unit() == ui::chart::Unit::Mean)),
            min,
            max,
            days: self.days,
            answers: self.now.total(),
            needed: self.change.answers_needed(),
        })
    }
}
