//! What this slice says on Home where there is no insight to tell: how the scores are, and what it takes to tell more; and
//! how many answered. Insights come first, see [`crate::insights::Feed`].

use std::sync::Arc;

use async_trait::async_trait;
use kernel::time::DAY;
use kernel::{Result, Role, Timestamp};
use lake::Lake;
use serde::Serialize;
use ui::http::{Asking, Column, HomePart};

use crate::overview::{self, Days};
use crate::period::{Period, back, today};
use crate::subject::{Ground, Subject, format};
use crate::verdict::{self, Change, Verdict};
use measures::versions::{self, Versions};
use measures::{Metric, main_question};

/// Sentences on Home.
const SENTENCES_MAX: usize = 5;
/// Surveys that are looked at, those changed last.
const SURVEYS_MAX: usize = 40;
/// Beyond that many days nobody waits for an answer to come by itself.
const PACE_DAYS_MAX: u64 = 365;
/// Days of "now" with the days before that they are held against.
const WINDOWS: [(i32, i32); 2] = [(7, 28), (30, 90)];

/// The loop at a glance, in the side column.
pub struct Glance(pub Arc<Lake>);

/// One sentence with its picture.
#[derive(Serialize)]
pub struct Finding {
    survey: String,
    href: String,
    metric: String,
    verdict: Verdict,
    tone: Option<ui::Tone>,
    unit: &'static str,
    now: Side,
    /// Nothing where nobody answered before.
    before: Option<Side>,
    /// How far apart, without a sign.
    by: String,
    min: f64,
    max: f64,
    days: i32,
    answers: u64,
    /// What it would take to tell, where they cannot tell yet.
    needed: Option<Needed>,
    /// From so many answers on, on both sides, a change is told.
    least: u64,
    /// Where more customers are asked, for those who may.
    ask: Option<String>,
}

/// A number with its range, which a single answer has not.
#[derive(Clone, Copy, Serialize)]
struct Side {
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
}

/// How many answers more would tell.
#[derive(Serialize)]
struct Needed {
    answers: u64,
    /// The least change that they would show.
    change: String,
    /// Days until then at the present pace; nothing beyond [`PACE_DAYS_MAX`].
    days: Option<u64>,
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
    now: measures::Scores,
    before: measures::Scores,
    /// Nothing where nobody answered before.
    change: Option<Change>,
}

/// What can be said of the surveys' main scores right now, apart from those of which an insight tells already, by their
/// keys; at most [`SENTENCES_MAX`].
pub async fn findings(
    asking: &Asking,
    lake: &Arc<Lake>,
    versions: &dyn Versions,
    told: &[&str],
) -> Result<Vec<Finding>> {
    let ground = Ground(lake.clone());
    let mut subjects = Vec::new();
    for row in asking.store().surveys(asking.workspace()).await?.into_iter().take(SURVEYS_MAX) {
        let subject = Subject::new(asking, &ground, row)?;
        // Comparing weeks of an anonymous survey would tell who answered lately.
        if !subject.definition.anonymous && !told.contains(&subject.row.key.as_str()) {
            subjects.push(subject);
        }
    }
    if subjects.is_empty() {
        return Ok(vec![]);
    }
    let longest = WINDOWS.iter().map(|(now, before)| now + before).max().unwrap_or(0);
    let clock = asking.web.env().now();
    let days = overview::lately(lake, asking.workspace(), &format(asking), clock, longest).await?;
    let mut asked_since = Vec::with_capacity(subjects.len());
    for subject in &subjects {
        let Some(question) = main_question(&subject.definition) else {
            asked_since.push(None);
            continue;
        };
        let from = Timestamp(clock.0 - i64::from(longest) * DAY);
        asked_since.push(versions::asked_since(versions, &subject.row, &question.key, from).await?);
    }
    Ok(strongest(candidates(&subjects, &asked_since, &days)))
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

/// `asked_since`: since when the question of each is the one that it is.
fn candidates<'a>(subjects: &'a [Subject<'a>], asked_since: &[Option<Timestamp>], days: &Days) -> Vec<Candidate<'a>> {
    let mut candidates = Vec::new();
    for (subject, asked_since) in subjects.iter().zip(asked_since) {
        let Some(question) = main_question(&subject.definition) else { continue };
        let Some(metric) = Metric::of(question) else { continue };
        let today = today(&subject.format, subject.asking.web.env().now());
        for (length, earlier) in WINDOWS {
            let now = Period::ending(today, length);
            let before = Period::ending(back(today, length), earlier);
            // What was answered to another question is another number.
            let scores = |period: Period| match period.is_since(*asked_since, &subject.format) {
                true => days.scores(&subject.row.key, &question.key, period),
                false => measures::Scores::default(),
            };
            let (now, before) = (scores(now), scores(before));
            let change = verdict::change(metric, &now, &before);
            if now.total() > 0 {
                candidates.push(Candidate { subject, metric, days: length, now, before, change });
            }
        }
    }
    candidates
}

/// The strongest finding of each survey, the strongest first; all of them are corrected together.
fn strongest(candidates: Vec<Candidate<'_>>) -> Vec<Finding> {
    let p: Vec<f64> = candidates.iter().filter_map(|candidate| Some(candidate.change?.p)).collect();
    let mut q = verdict::q_values(&p).into_iter();
    let mut judged: Vec<(Verdict, Candidate<'_>)> = candidates
        .into_iter()
        .map(|candidate| {
            let judged = candidate.change.and_then(|change| Some(change.verdict(q.next()?)));
            (judged.unwrap_or(Verdict::TooFew), candidate)
        })
        .collect();
    judged.sort_by(|(a, left), (b, right)| {
        a.cmp(b).then(left.weight(*a).total_cmp(&right.weight(*b))).then(left.days.cmp(&right.days))
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
    /// What comes first among findings of one verdict: the largest change; where nothing can be told, what is nearest
    /// to it.
    fn weight(&self, verdict: Verdict) -> f64 {
        match (verdict, self.change) {
            (Verdict::CantTell, Some(change)) => change.answers_needed() as f64,
            (Verdict::TooFew, _) | (_, None) => -(self.now.total() as f64),
            (_, Some(change)) => -change.difference.abs(),
        }
    }

    fn finding(&self, verdict: Verdict) -> Option<Finding> {
        let side = |scores| {
            let estimate = self.metric.estimate(scores)?;
            let range = estimate.range;
            Some(Side { value: estimate.value, low: range.map(|range| range.low), high: range.map(|range| range.high) })
        };
        let (now, before) = (side(&self.now)?, side(&self.before));
        let subject = self.subject;
        // The picture shows the part of the axis where both ranges lie.
        let (least, most) = self.metric.axis();
        let pad = (most - least) / 20.0;
        let ends =
            || [Some(now), before].into_iter().flatten().flat_map(|side| [side.low, side.high, Some(side.value)]);
        let min = ends().flatten().fold(f64::INFINITY, f64::min) - pad;
        let max = ends().flatten().fold(f64::NEG_INFINITY, f64::max) + pad;
        let metric = subject.asking.text(&format!("understand-metric-{}", self.metric.kind));
        let number = |number: f64| subject.format.number(number, u8::from(self.metric.unit() == ui::chart::Unit::Mean));
        let waits = matches!(verdict, Verdict::CantTell | Verdict::TooFew);
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
            now,
            before,
            by: number(self.change.map_or(0.0, |change| change.difference.abs())),
            min: min.max(least),
            max: max.min(most),
            days: self.days,
            answers: self.now.total(),
            needed: self.change.filter(|_| verdict == Verdict::CantTell).map(|change| Needed {
                answers: change.answers_needed(),
                change: number(self.metric.threshold()),
                days: self.pace(change.answers_needed()),
            }),
            least: verdict::ANSWERS_MIN,
            ask: (waits && subject.row.state == store::surveys::OPEN && subject.asking.role() >= Role::Manager)
                .then(|| format!("/listen/surveys/{}/share", subject.row.id)),
        })
    }

    /// Days until so many answers more have come, if they come as they do now.
    fn pace(&self, answers: u64) -> Option<u64> {
        let days = (answers as f64 * f64::from(self.days) / self.now.total().max(1) as f64).ceil() as u64;
        (days <= PACE_DAYS_MAX).then_some(days)
    }
}
