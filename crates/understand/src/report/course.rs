//! `/understand/surveys/{survey}/course`: how far people came, how long it took them, where they ended, and whether
//! those who finished stand for those who began.

use std::collections::HashMap;

use axum::extract::{Path, RawQuery};
use kernel::signal::{Body, What};
use kernel::{Refusal, Result};
use serde::Serialize;
use ui::chart::Share;
use ui::http::{Fields, Reply, Viewer, see_other};
use ui::{Chart, Section};

use super::asked::{Stop, place, reached, stops};
use super::bias::BiasRow;
use super::invited::InvitedView;
use crate::filters::with_days;
use crate::period::Period;
use crate::subject::{Ground, Subject};
use crate::surveys::numbers::{count, finished};
use crate::surveys::results::{Request, Tab, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView, Tile};

/// Latest responses whose seconds are read.
pub const TIMED_MAX: usize = 10_000;
/// Below, a time is told in seconds, from here on in minutes.
const SECONDS_TOLD: f64 = 120.0;

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: FiltersView,
    tiles: Vec<Tile>,
    pages: Vec<PageRow>,
    /// What the table of pages says.
    says: String,
    timed: u64,
    endings: Option<Chart>,
    versions: Option<Chart>,
    invited: Option<InvitedView>,
    biases: Vec<BiasRow>,
    is_empty: bool,
}

/// One page of the survey.
#[derive(Serialize)]
struct PageRow {
    label: String,
    reached: u64,
    /// Of all on our pages, 0 to 100, with its range.
    share: f64,
    low: Option<f64>,
    high: Option<f64>,
    /// Stand or ended here without finishing.
    left: u64,
    left_share: f64,
    /// Median, in words.
    time: String,
}

/// `GET /understand/surveys/{survey}/course`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, format!("{}/course", subject.path())).await?;
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, viewer.web.env().now(), days.map(|(_, newest)| newest));
    let course = Course::read(&subject, &request, shown.1).await?;
    let page = Page {
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(&subject, &request.filters, Tab::Course),
        filters: filters(&subject, &request, shown).await?,
        tiles: course.tiles(),
        pages: course.pages(),
        says: course.funnel_says(),
        timed: course.timed,
        endings: course.endings(),
        versions: course.versions(),
        invited: course.invited().await?,
        biases: course.biases().await?,
        is_empty: course.rows.is_empty(),
    };
    viewer.page("understand/course.html", Section::Understand, page).await
}

/// So many responses that stand alike.
struct Stand {
    step: Option<String>,
    ending: Option<String>,
    version: Option<i64>,
    complete: bool,
    n: u64,
}

pub struct Course<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) request: &'a Request,
    pub(super) period: Period,
    rows: Vec<Stand>,
    stops: Vec<Stop>,
    /// Median seconds by page, over the latest responses.
    seconds: Vec<Option<f64>>,
    whole: Option<f64>,
    timed: u64,
}

impl<'a> Course<'a> {
    async fn read(subject: &'a Subject<'a>, request: &'a Request, period: Period) -> Result<Self> {
        let asker = subject.asker();
        let mut all = asker.all(&request.filters.conditions);
        all.during("started_at", period, &subject.format);
        let sql = "select _step, _ending, _version, state, count(*) from responses where {where} group by 1, 2, 3, 4";
        let words = |cell: &lake::Cell| cell.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        let stand = |row: Vec<lake::Cell>| {
            let [step, ending, version, state, n] = &row[..] else { return None };
            Some(Stand {
                step: words(step),
                ending: words(ending),
                version: version.as_i64(),
                complete: state.as_str() == Some("complete"),
                n: n.as_i64()?.max(0) as u64,
            })
        };
        let rows = asker.rows(sql, &all).await?.into_iter().filter_map(stand).collect();
        let stops = stops(&subject.definition);
        let mut times: Vec<Vec<f64>> = vec![vec![]; stops.len()];
        let (mut wholes, mut timed) = (Vec::new(), 0);
        let sql = format!(
            "select _body from responses where {} and _step is not null order by started_at desc limit {TIMED_MAX}",
            all.sql()
        );
        let mut found = subject.lake().query(asker.workspace, &sql, all.params()).await?;
        while let Some(rows) = found.next_rows().await? {
            for row in rows {
                let body = row.first().and_then(|cell| serde_json::from_str::<Body>(cell.as_str()?).ok());
                let Some(Body { what: What::Response(response), .. }) = body else { continue };
                let Some(course) = response.course.filter(|course| !course.seconds.is_empty()) else { continue };
                timed += 1;
                let mut pages: HashMap<usize, u32> = HashMap::new();
                for (step, seconds) in &course.seconds {
                    if let Some(page) = place(&stops, step) {
                        *pages.entry(page).or_default() += seconds;
                    }
                }
                pages.into_iter().for_each(|(page, seconds)| times[page].push(f64::from(seconds)));
                if response.completed_at.is_some() {
                    wholes.push(f64::from(course.seconds.values().sum::<u32>()));
                }
            }
        }
        let seconds = times.iter_mut().map(|times| stats::median(times)).collect();
        Ok(Self { subject, request, period, rows, stops, seconds, whole: stats::median(&mut wholes), timed })
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.subject.asking.text(key)
    }

    pub(super) fn says(&self, key: &str, args: &[(&str, ui::fluent_bundle::FluentValue<'_>)]) -> String {
        self.subject.asking.web.pages.text(self.subject.asking.locale, key, args)
    }

    fn sum(&self, of: impl Fn(&Stand) -> bool) -> u64 {
        self.rows.iter().filter(|row| of(row)).map(|row| row.n).sum()
    }

    fn tiles(&self) -> Vec<Tile> {
        let (all, complete) = (self.sum(|_| true), self.sum(|row| row.complete));
        let list = with_days(self.request.filters.address(&self.subject.answers_path()), self.period);
        let mut tiles = vec![Tile {
            value: Some(all as f64),
            href: Some(list.to_string()),
            ..Tile::named(self.text("understand-course-began"), "count")
        }];
        tiles.extend(finished(self.subject, &list, complete, all));
        if let Some(whole) = self.whole {
            let (value, unit, note) = match whole < SECONDS_TOLD {
                true => (whole, "count", "understand-course-in-seconds"),
                false => (whole / 60.0, "mean", "understand-course-minutes"),
            };
            let named = Tile::named(self.text("understand-course-time"), unit);
            tiles.push(Tile { value: Some(value), note: self.text(note), ..named });
        }
        let quota = self.sum(|row| row.ending.as_deref().is_some_and(|ending| ending.starts_with("quota:")));
        if quota > 0 {
            tiles
                .push(Tile { value: Some(quota as f64), ..Tile::named(self.text("understand-course-quota"), "count") });
        }
        tiles
    }

    /// A page by its first question.
    fn label(&self, n: usize, stop: &Stop) -> String {
        let first = stop.questions.iter().find_map(|key| self.subject.definition.question(key));
        let title = first.map_or_else(|| stop.id.clone(), |question| self.subject.question_title(question));
        format!("{}. {title}", self.subject.format.count(n as i64 + 1))
    }

    /// Only responses that went through our pages tell where they stand.
    fn steps(&self) -> Vec<(Option<String>, bool, u64)> {
        let led = self.rows.iter().filter(|row| row.step.is_some());
        led.map(|row| (row.step.clone(), row.complete, row.n)).collect()
    }

    fn pages(&self) -> Vec<PageRow> {
        let steps = self.steps();
        if steps.is_empty() {
            return vec![];
        }
        let reached = reached(&self.stops, &steps);
        let mut left = vec![0u64; self.stops.len()];
        for row in self.rows.iter().filter(|row| !row.complete && row.ending.is_none()) {
            if let Some(page) = row.step.as_deref().and_then(|step| place(&self.stops, step)) {
                left[page] += row.n;
            }
        }
        let all: u64 = steps.iter().map(|(.., n)| n).sum();
        let row = |(n, stop): (usize, &Stop)| {
            let share = stats::percent(reached[n], all);
            let range = share.and_then(|share| share.range);
            PageRow {
                label: self.label(n, stop),
                reached: reached[n],
                share: share.map_or(0.0, |share| share.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                left: left[n],
                left_share: 100.0 * left[n] as f64 / reached[n].max(1) as f64,
                time: self.seconds[n].map_or_else(String::new, |seconds| {
                    let number = self.subject.format.number(seconds, 0);
                    self.says("understand-course-seconds", &[("seconds", number.into())])
                }),
            }
        };
        self.stops.iter().enumerate().map(row).collect()
    }

    fn funnel_says(&self) -> String {
        let all: u64 = self.steps().iter().map(|(.., n)| n).sum();
        self.says("understand-course-funnel-says", &[("count", count(all))])
    }

    fn endings(&self) -> Option<Chart> {
        let mut counts: HashMap<&str, u64> = HashMap::new();
        for row in &self.rows {
            if let Some(ending) = &row.ending {
                *counts.entry(ending.as_str()).or_default() += row.n;
            }
        }
        let total = counts.values().sum();
        let mut rows: Vec<Share> =
            counts.into_iter().map(|(ending, count)| Share { label: self.ending(ending), count, href: None }).collect();
        rows.sort_by(|a, b| b.count.cmp(&a.count).then(a.label.cmp(&b.label)));
        let says = self.text("understand-course-endings-says");
        (total > 0).then(|| Chart::shares("endings", says, self.text("understand-course-ending"), rows, total))
    }

    fn ending(&self, key: &str) -> String {
        if key == "end" {
            return self.text("understand-course-usual");
        }
        let definition = &self.subject.definition;
        if let Some(key) = key.strip_prefix("quota:") {
            let quota = definition.quotas.iter().find(|quota| quota.key == key);
            let name = quota.map(|quota| quota.name.clone()).filter(|name| !name.is_empty());
            return self.says("understand-course-full", &[("quota", name.unwrap_or_else(|| key.to_owned()).into())]);
        }
        let reader = super::reader::Reader::of(self.subject);
        let title = definition.ending(key).and_then(|ending| reader.word(&ending.title));
        title.unwrap_or(key).to_owned()
    }

    fn versions(&self) -> Option<Chart> {
        let mut counts: std::collections::BTreeMap<i64, u64> = std::collections::BTreeMap::new();
        for row in &self.rows {
            if let Some(version) = row.version {
                *counts.entry(version).or_default() += row.n;
            }
        }
        let total = counts.values().sum();
        let label = |version: i64| self.subject.format.count(version);
        let rows: Vec<Share> =
            counts.into_iter().map(|(version, count)| Share { label: label(version), count, href: None }).collect();
        let says = self.text("understand-course-versions-says");
        (rows.len() > 1).then(|| Chart::shares("versions", says, self.text("understand-export-version"), rows, total))
    }
}
