//! `/understand/surveys/{survey}/texts/{topic}`: one topic: how often and how people feel about it, who mentions it more
//! than others, what it consists of, and what they wrote.

use axum::extract::{Path, RawQuery};
use kernel::{Error, Refusal, Role};
use serde::Serialize;
use ui::Section;
use ui::chart::{Chart, Group, Point, Unit};
use ui::http::{Fields, Reply, Viewer, encode, see_other};

use super::copies::Shown;
use super::corpus::{self, Corpus, VALUES_MAX};
use super::dashboard::metric_of;
use super::groups::{self, who};
use super::look::{Looks, TopicRow, segment};
use super::numbers::{self, Numbers, Row, days, trends};
use super::quotes::{self, Quote, Topics, Wanted};
use crate::assistant::{Assistant, summary};
use crate::filters::{Condition, Dimension, with_condition, with_days};
use crate::period::{Period, buckets, usual_grain};
use crate::subject::{Ground, Subject};
use crate::surveys::results::{Request, Tab, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView, Tile};
use measures::Metric;

/// Dimensions whose groups are looked at.
const DIMENSIONS_MAX: usize = 8;
/// Groups that are shown.
const GROUPS_MAX: usize = 10;

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: Option<FiltersView>,
    name: String,
    /// The topics that this is a part of.
    above: Vec<(String, String)>,
    owner: Option<String>,
    rule: String,
    /// The form of an initiative about it, for those who may make one.
    plan: Option<String>,
    /// The address that reads its texts one after the other.
    read: String,
    board: Option<Board>,
    /// What a language model makes of the quotes.
    summary: Option<summary::Card>,
    quotes: Vec<Quote>,
    newer: Option<String>,
    older: Option<String>,
}

#[derive(Serialize)]
struct Board {
    row: TopicRow,
    unit: &'static str,
    metric: Option<String>,
    tiles: Vec<Tile>,
    trend: Option<Chart>,
    feels: Option<Chart>,
    who: Vec<WhoRow>,
    /// How many groups were compared.
    compared: usize,
    parts: Vec<TopicRow>,
}

#[derive(Serialize)]
struct WhoRow {
    dimension: String,
    value: String,
    href: String,
    share: f64,
    others: f64,
    ratio: f64,
    low: f64,
    high: f64,
    n: u64,
}

/// `GET /understand/surveys/{survey}/texts/{topic}`
pub async fn page(
    viewer: Viewer,
    ground: Ground,
    assistant: Assistant,
    Path((id, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let path = format!("{}/texts/{}", subject.path(), segment(&key));
    let request = Request::read(&subject, &fields, path.clone()).await?;
    if !request.words {
        return Err(Error::Forbidden.into());
    }
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, viewer.web.env().now(), days.map(|(_, newest)| newest));
    let few = |values: i64| (2..=VALUES_MAX as i64).contains(&values);
    let dimensions: Vec<Dimension> = request
        .filled
        .iter()
        .filter(|(dimension, values)| few(*values) && dimension.is_of_words())
        .map(|(dimension, _)| dimension.clone())
        .take(DIMENSIONS_MAX)
        .collect();
    let (conditions, period) = (&request.filters.conditions, shown.1);
    let question = request.question.as_deref();
    let corpus = corpus::read(&subject, conditions, numbers::whole(period), question, &dimensions).await?;
    let topic = corpus.tree.place(&key).ok_or(Error::NotFound("topic"))?;
    let looks = Looks::new(&subject, &request.filters, &corpus.tree).await?;
    let maker = Maker { corpus: &corpus, looks: &looks, request: &request, dimensions: &dimensions, period, topic };
    let number = fields.get("page").and_then(|page| page.parse().ok()).unwrap_or(0_usize).min(quotes::PAGES_MAX);
    let wanted = Wanted {
        conditions,
        period,
        topic: Topics::Of(corpus.tree.down(topic)),
        intent: None,
        urgency: None,
        page: number,
        with_reasons: false,
        copies: Shown::Once,
    };
    let (mut quotes, has_more) = quotes::read(&subject, &request.filters, &corpus.tree, &wanted).await?;
    quotes::translated(&viewer, &assistant, &mut quotes).await?;
    let summed = super::summary::of(&request.filters, &path, &looks.name(topic), &quotes);
    let summary = if number == 0 { summary::card(&viewer, &assistant, &summed).await? } else { None };
    let here = request.filters.address(&path);
    let turn = |page: usize| format!("{}#quotes", here.clone().with("page", page));
    let page = Page {
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(&subject, &request.filters, Tab::Texts),
        filters: Some(filters(&subject, &request, shown).await?),
        name: looks.name(topic),
        above: corpus
            .tree
            .up(topic)
            .skip(1)
            .map(|at| (looks.name(at), looks.href(at)))
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect(),
        owner: looks.owner(topic),
        rule: format!("/understand/topics/{}", segment(&key)),
        plan: (viewer.role() >= Role::Manager).then(|| format!("/act/initiatives/new?topic={}", encode(&key))),
        read: request.filters.address(&format!("{}/texts/read", subject.path())).with("topic", &key).to_string(),
        board: maker.board(metric_of(&subject, &request)),
        summary,
        quotes,
        newer: number.checked_sub(1).map(turn),
        older: has_more.then(|| turn(number + 1)),
    };
    viewer.page("understand/topics-topic.html", Section::Understand, page).await
}

/// One page being made.
struct Maker<'a> {
    corpus: &'a Corpus,
    looks: &'a Looks<'a>,
    request: &'a Request,
    dimensions: &'a [Dimension],
    period: Period,
    topic: usize,
}

impl Maker<'_> {
    /// Nothing where nobody mentions it.
    fn board(&self, metric: Option<(String, Metric)>) -> Option<Board> {
        let numbers = numbers::numbers(self.corpus, metric.as_ref().map(|(_, metric)| *metric), self.period);
        let below = self.corpus.tree.down(self.topic);
        let compared = self.all_who();
        let Numbers { total, without, scores, rows, parts } = numbers;
        let rows: Vec<Row> = rows.into_iter().filter(|row| below.contains(&row.topic)).collect();
        let numbers = Numbers { total, without, scores, rows, parts };
        let first = numbers.rows.first().filter(|row| row.topic == self.topic)?;
        let kind = metric.as_ref().map(|(_, metric)| *metric);
        let tiles = self.tiles(first, metric.as_ref(), numbers.total);
        let feels = self.feels(first);
        let mut looks = self.looks.rows(self.corpus, &numbers, kind, self.period, numbers.rows.len()).into_iter();
        Some(Board {
            row: looks.next()?,
            parts: looks.collect(),
            unit: kind.map_or("mean", Metric::unit_name),
            metric: metric.map(|(name, _)| name),
            tiles,
            trend: self.trend(),
            feels,
            compared: compared.len(),
            who: compared.iter().filter_map(|who| self.who(who)).take(GROUPS_MAX).collect(),
        })
    }

    fn tiles(&self, row: &Row, metric: Option<&(String, Metric)>, total: u64) -> Vec<Tile> {
        let range = row.share.range;
        let share = Tile {
            value: Some(row.share.value),
            low: range.map(|range| range.low),
            high: range.map(|range| range.high),
            min: Some(0.0),
            max: Some(100.0),
            note: self
                .looks
                .says("understand-about-of", &[("n", (row.n as i64).into()), ("total", (total as i64).into())]),
            ..Tile::named(self.looks.text("understand-about-share"), "percent")
        };
        let score = metric.and_then(|(name, metric)| {
            let (mine, others) = (metric.estimate(&row.scores)?, metric.estimate(&row.others));
            let (min, max) = metric.axis();
            let others = others.map(|others| metric.unit().write(&self.looks.subject.format, others.value));
            Some(Tile {
                value: Some(mine.value),
                low: mine.range.map(|range| range.low),
                high: mine.range.map(|range| range.high),
                min: Some(min),
                max: Some(max),
                note: others.map_or_else(String::new, |others| {
                    self.looks.says("understand-about-others", &[("score", others.into())])
                }),
                ..Tile::named(
                    self.looks.says("understand-about-who-mention", &[("metric", name.clone().into())]),
                    metric.unit_name(),
                )
            })
        });
        [Some(share), score].into_iter().flatten().collect()
    }

    fn trend(&self) -> Option<Chart> {
        let (first, last) = days(self.corpus, self.period)?;
        let (grain, steps) = buckets(&self.looks.subject.format, usual_grain(first, last), first, last);
        let trend = trends(self.corpus, &[self.topic], &steps, self.period).pop()?;
        let here = self.request.filters.address(&self.request.path);
        let points = steps.into_iter().zip(trend).map(|(step, (hits, n))| {
            let share = stats::percent(hits, n);
            let range = share.and_then(|share| share.range);
            // The first and last step may reach beyond the period.
            let within = Period {
                first: step.period.first.max(self.period.first),
                last: [step.period.last, self.period.last].into_iter().flatten().min(),
            };
            Point {
                label: step.label,
                tick: step.tick,
                value: share.map(|share| share.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                answers: n,
                href: (hits > 0).then(|| with_days(here.clone(), within).to_string()),
            }
        });
        let step = self.looks.text(&format!("understand-by-{grain}"));
        let says = self.looks.says("understand-about-trend-says", &[("step", step.into())]);
        Some(Chart::trend("trend", Unit::Percent, says, points.collect(), None))
    }

    fn feels(&self, row: &Row) -> Option<Chart> {
        let felt = row.felt();
        let group = |(kind, n): (&str, u64)| {
            let share = stats::percent(n, felt);
            let range = share.and_then(|share| share.range);
            Group {
                label: self.looks.text(&format!("feeling-{kind}")),
                value: share.map(|share| share.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                answers: n,
                tone: ui::feeling::tone_of(kind),
                href: None,
            }
        };
        let [neg, neu, pos] = row.feels;
        let rows = [("pos", pos), ("neu", neu), ("neg", neg)].map(group).to_vec();
        let says = self.looks.says("understand-about-feels-says", &[("count", (felt as i64).into())]);
        (felt > 0).then(|| Chart::parts("feels", says, self.looks.text("understand-about-feeling"), rows))
    }

    fn all_who(&self) -> Vec<groups::Who> {
        who(self.corpus, self.period, self.topic)
    }

    /// A group that mentions it more often than the others; nothing for one that may do so by chance.
    fn who(&self, (dimension, value, cell): &groups::Who) -> Option<WhoRow> {
        let ratio = cell.ratio().filter(|_| cell.is_more() == Some(true))?;
        let asking = self.looks.subject.asking;
        let value = &self.corpus.values[*dimension][*value];
        let dimension = &self.dimensions[*dimension];
        let share = |(hits, n): (u64, u64)| 100.0 * hits as f64 / n.max(1) as f64;
        let condition = Condition { dimension: dimension.clone(), value: Some(value.clone()) };
        let here = self.request.filters.address(&self.request.path);
        Some(WhoRow {
            dimension: dimension.label(asking),
            value: dimension.value_label(asking, Some(value)),
            href: with_condition(here, &condition).to_string(),
            share: share(cell.mine),
            others: share(cell.others),
            ratio: ratio.value,
            low: ratio.range.low,
            high: ratio.range.high,
            n: cell.mine.0,
        })
    }
}
