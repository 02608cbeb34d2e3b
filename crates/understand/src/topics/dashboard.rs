//! `/understand/surveys/{survey}/texts`: what those who wrote something talk about, how they feel about it, and what it
//! does to the score.

use axum::extract::{Path, RawQuery};
use kernel::Result;
use serde::Serialize;
use stats::Tide;
use ui::Section;
use ui::chart::{Chart, HeatCell, HeatRow, Unit};
use ui::http::{Fields, Reply, Viewer, see_other};

use super::copies::{self, Flood};
use super::corpus::{self, Corpus, VALUES_MAX};
use super::discreet;
use super::groups::{self, Sides, differences};
use super::look::{Held, Looks, TopicRow};
use super::numbers::{self, Numbers};
use super::picture::{self, Bubble};
use super::themes;
use crate::filters::Dimension;
use crate::period::Period;
use crate::subject::{Ground, Subject};
use crate::surveys::results::{Request, Tab, days_label, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView, Tile};
use measures::Metric;

/// Topics in the table: those at the top with what is below them, until there are so many.
pub const ROWS_MAX: usize = 120;
/// Topics and groups in the table of shares.
const HEAT_ROWS_MAX: usize = 20;
const HEAT_COLUMNS_MAX: usize = 8;
/// Topics in the comparison: those in which both sides differ most clearly.
const HELD_MAX: usize = 12;
/// Topics that the headline names as coming up or fading.
const NAMED_MAX: usize = 3;

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: Option<FiltersView>,
    /// Whether this member may read what was written.
    words: bool,
    /// `topics` where there are none, `texts` where nobody wrote, `mentions` where no topic is mentioned.
    lacks: Option<&'static str>,
    may_manage: bool,
    board: Option<Board>,
    discreet: Option<discreet::Board>,
    /// Many texts are copies of few, and where those are.
    flood: Option<Flood>,
    flood_at: String,
    /// What is written about that no topic covers.
    themes: String,
}

#[derive(Serialize)]
struct Board {
    headline: String,
    more: Vec<String>,
    tiles: Vec<Tile>,
    metric: Option<String>,
    unit: &'static str,
    rows: Vec<TopicRow>,
    is_cut: bool,
    left_out: usize,
    parts: Option<PartsView>,
    bubbles: Vec<Bubble>,
    heat: Option<Chart>,
    heat_by: Vec<Choice>,
    held: Option<HeldView>,
    read: String,
    without: u64,
    read_without: String,
}

#[derive(Serialize)]
struct PartsView {
    mean: f64,
    baseline: f64,
    sum: f64,
    rest: Option<f64>,
}

#[derive(Serialize)]
struct HeldView {
    a: String,
    b: String,
    a_count: u64,
    b_count: u64,
    rows: Vec<HeldRow>,
    /// What the form keeps and chooses from.
    action: String,
    kept: Vec<(String, String)>,
    by: String,
    dimensions: Vec<(String, String)>,
    values: Vec<(String, String)>,
    others: Vec<(String, String)>,
    chosen: (String, String),
}

#[derive(Serialize)]
struct HeldRow {
    name: String,
    href: String,
    a: f64,
    b: f64,
    held: Held,
}

/// `GET /understand/surveys/{survey}/texts`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, format!("{}/texts", subject.path())).await?;
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let mut page = Page {
        survey: SurveyView {
            id: subject.row.id.clone(),
            title: subject.title(),
            anonymous: subject.definition.anonymous,
        },
        tabs: tabs(&subject, &request.filters, Tab::Texts),
        filters: None,
        words: request.words,
        lacks: None,
        may_manage: viewer.role() >= kernel::Role::Manager,
        board: None,
        discreet: None,
        flood: None,
        flood_at: {
            let read = format!("{}/texts/read", subject.path());
            request.filters.address(&read).with("copies", "several").to_string()
        },
        themes: request.filters.address(themes::PATH).with("survey", &subject.row.id).to_string(),
    };
    if subject.definition.anonymous {
        if request.words {
            page.discreet = Some(discreet::board(&subject).await?);
        }
    } else {
        let days = subject.asker().responses(&request.filters.conditions).await?.days();
        let shown = request.filters.period(&subject.format, viewer.web.env().now(), days.map(|(_, newest)| newest));
        page.filters = Some(filters(&subject, &request, shown).await?);
        if request.words {
            page.flood = copies::flood(&subject, &request.filters.conditions, shown.1).await?;
            match board(&subject, &request, &fields, shown.1).await? {
                Ok(board) => page.board = Some(board),
                Err(lacks) => page.lacks = Some(lacks),
            }
        }
    }
    viewer.page("understand/topics-dashboard.html", Section::Understand, page).await
}

/// The scored question that the page is about.
pub fn metric_of(subject: &Subject<'_>, request: &Request) -> Option<(String, Metric)> {
    let question = subject.scored().find(|question| Some(&question.key) == request.question.as_ref())?;
    let metric = Metric::of(question)?;
    let name = match question.kind {
        kernel::survey::Kind::Nps | kernel::survey::Kind::Csat | kernel::survey::Kind::Ces => {
            subject.asking.text(&format!("understand-metric-{}", question.kind))
        }
        _ => subject.question_title(question),
    };
    Some((name, metric))
}

/// The dimension whose groups are shown: the one asked for, else the first attribute that makes a handful of groups.
fn dimension(request: &Request) -> Option<&Dimension> {
    let few = |values: i64| (2..=VALUES_MAX as i64).contains(&values);
    let offered = || request.filled.iter().filter(|(_, values)| few(*values)).map(|(dimension, _)| dimension);
    let asked = offered().find(|dimension| Some(&dimension.column) == request.by.as_ref());
    let attribute = || offered().find(|d| d.column.starts_with("attr_") && d.is_of_words());
    asked.or_else(attribute).or_else(|| offered().next())
}

async fn board(
    subject: &Subject<'_>,
    request: &Request,
    fields: &Fields,
    period: Period,
) -> Result<Result<Board, &'static str>> {
    let dimension = dimension(request);
    let dimensions: Vec<Dimension> = dimension.cloned().into_iter().collect();
    let conditions = &request.filters.conditions;
    let question = request.question.as_deref();
    let corpus = corpus::read(subject, conditions, numbers::whole(period), question, &dimensions).await?;
    let metric = metric_of(subject, request);
    let numbers = numbers::numbers(&corpus, metric.as_ref().map(|(_, metric)| *metric), period);
    let lacks = if corpus.tree.topics.is_empty() {
        Some("topics")
    } else if numbers.total == 0 {
        Some("texts")
    } else if numbers.rows.is_empty() {
        Some("mentions")
    } else {
        None
    };
    if let Some(lacks) = lacks {
        return Ok(Err(lacks));
    }
    let looks = Looks::new(subject, &request.filters, &corpus.tree).await?;
    let maker = Maker { looks, request, fields, corpus: &corpus, numbers: &numbers, metric, dimension, period };
    Ok(Ok(maker.board()))
}

/// One dashboard being made.
struct Maker<'a> {
    looks: Looks<'a>,
    request: &'a Request,
    fields: &'a Fields,
    corpus: &'a Corpus,
    numbers: &'a Numbers,
    metric: Option<(String, Metric)>,
    dimension: Option<&'a Dimension>,
    period: Period,
}

impl Maker<'_> {
    fn board(&self) -> Board {
        let metric = self.metric.as_ref().map(|(_, metric)| *metric);
        let rows = self.looks.rows(self.corpus, self.numbers, metric, self.period, ROWS_MAX);
        let read = self.request.filters.address(&format!("{}/texts/read", self.looks.subject.path()));
        Board {
            headline: self.headline(),
            more: self.more(),
            tiles: self.tiles(),
            unit: metric.map_or("mean", Metric::unit_name),
            metric: self.metric.as_ref().map(|(name, _)| name.clone()),
            is_cut: self.corpus.is_cut,
            left_out: self.numbers.rows.len().saturating_sub(rows.len()),
            rows,
            parts: self.numbers.parts.as_ref().map(|parts| PartsView {
                mean: parts.mean,
                baseline: parts.baseline,
                sum: parts.mean - parts.baseline,
                rest: parts.rest,
            }),
            bubbles: picture::bubbles(&self.looks, self.numbers),
            heat: self.heat(),
            heat_by: self.heat_by(),
            held: self.held(),
            without: self.numbers.without,
            read_without: read.clone().with("topic", "-").to_string(),
            read: read.to_string(),
        }
    }

    /// What costs the score most; without a score, what people write about most.
    fn headline(&self) -> String {
        let format = &self.looks.subject.format;
        let percent = |value: f64| -> String { format.percent(value, 0) };
        let parts = self.numbers.parts.as_ref().map_or(&[][..], |parts| &parts.of);
        let worst = parts.iter().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, points)| *points < 0.0);
        let best = parts.iter().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, points)| *points > 0.0);
        let chosen = worst.or(best);
        let topic = chosen.map(|(topic, _)| *topic);
        let Some(row) = self.numbers.rows.iter().find(|row| topic.is_none_or(|topic| topic == row.topic)) else {
            return String::new();
        };
        let felt = row.felt().max(1) as f64;
        let mut args = vec![
            ("topic", self.looks.name(row.topic).into()),
            ("share", percent(row.share.value).into()),
            ("negative", percent(row.feels[0] as f64 * 100.0 / felt).into()),
        ];
        let Some(((_, points), (name, metric))) = chosen.zip(self.metric.as_ref()) else {
            return self.looks.says("understand-about-most", &args);
        };
        let decimals = if metric.unit() == Unit::Mean { 2 } else { 1 };
        args.push(("points", format.number(points.abs(), decimals).into()));
        args.push(("metric", name.clone().into()));
        self.looks.says(if *points < 0.0 { "understand-about-costs" } else { "understand-about-brings" }, &args)
    }

    /// What comes up and what fades.
    fn more(&self) -> Vec<String> {
        let named = |tide: Tide, key: &str| {
            let rows = self.numbers.rows.iter().filter(|row| row.movement.tide == tide);
            let names: Vec<String> =
                rows.take(NAMED_MAX).map(|row| format!("\u{2068}{}\u{2069}", self.looks.name(row.topic))).collect();
            (!names.is_empty()).then(|| self.looks.says(key, &[("topics", names.join(" · ").into())]))
        };
        [(Tide::Emerging, "understand-about-emerge"), (Tide::Fading, "understand-about-fade")]
            .into_iter()
            .filter_map(|(tide, key)| named(tide, key))
            .collect()
    }

    fn tiles(&self) -> Vec<Tile> {
        let Numbers { total, without, .. } = *self.numbers;
        let about = stats::percent(total - without, total);
        let range = about.and_then(|about| about.range);
        let wrote =
            Tile { value: Some(total as f64), ..Tile::named(self.looks.text("understand-about-wrote"), "count") };
        let about = Tile {
            value: about.map(|about| about.value),
            low: range.map(|range| range.low),
            high: range.map(|range| range.high),
            min: Some(0.0),
            max: Some(100.0),
            ..Tile::named(self.looks.text("understand-about-some"), "percent")
        };
        let score = self.metric.as_ref().and_then(|(name, metric)| {
            let estimate = metric.estimate(&self.numbers.scores)?;
            let (min, max) = metric.axis();
            let label = self.looks.says("understand-about-score", &[("metric", name.clone().into())]);
            Some(Tile {
                value: Some(estimate.value),
                low: estimate.range.map(|range| range.low),
                high: estimate.range.map(|range| range.high),
                min: Some(min),
                max: Some(max),
                ..Tile::named(label, metric.unit_name())
            })
        });
        [Some(wrote), Some(about), score].into_iter().flatten().collect()
    }

    /// Topics against the groups of a dimension.
    fn heat(&self) -> Option<Chart> {
        let dimension = self.dimension?;
        let asking = self.looks.subject.asking;
        let rows = &self.numbers.rows[..self.numbers.rows.len().min(HEAT_ROWS_MAX)];
        let topics: Vec<usize> = rows.iter().map(|row| row.topic).collect();
        let cells = groups::cells(self.corpus, self.period, 0, &topics, HEAT_COLUMNS_MAX);
        let values = self.corpus.values.first()?;
        let format = &self.looks.subject.format;
        let top = |cell: &groups::Cell| cell.mine.0 as f64 / cell.mine.1.max(1) as f64;
        let most = cells.iter().flatten().map(top).fold(f64::MIN_POSITIVE, f64::max);
        let cell = |cell: &groups::Cell| {
            if cell.mine.1 < groups::GROUP_MIN {
                return HeatCell { text: "–".into(), ..HeatCell::default() };
            }
            let mark = cell.is_more().map(|more| if more { "understand-about-more" } else { "understand-about-fewer" });
            HeatCell {
                text: format.percent(100.0 * top(cell), 0),
                mark: mark.map(|key| self.looks.text(key)),
                level: HeatCell::level_of(top(cell) / most),
                ..HeatCell::default()
            }
        };
        // Spaces that do not break, so that a name never leaves its indent behind.
        let indent = |depth: usize| "\u{a0}".repeat(4 * depth.min(4));
        let heat = rows.iter().zip(&cells).map(|(row, cells)| HeatRow {
            label: format!("{}{}", indent(self.corpus.tree.depth[row.topic]), self.looks.name(row.topic)),
            cells: cells.iter().map(cell).collect(),
            total: format.count(row.n as i64),
        });
        let columns = values.iter().take(HEAT_COLUMNS_MAX).map(|value| dimension.value_label(asking, Some(value)));
        let says = self.looks.says("understand-about-heat-says", &[("dimension", dimension.label(asking).into())]);
        Some(Chart::heat(
            "segments",
            says,
            self.looks.text("understand-about-topic"),
            columns.collect(),
            heat.collect(),
        ))
    }

    fn heat_by(&self) -> Vec<Choice> {
        let address = self.request.address(self.looks.subject);
        let few = self.request.filled.iter().filter(|(_, values)| (2..=VALUES_MAX as i64).contains(values));
        let choice = |(dimension, _): &(Dimension, i64)| {
            let is_current = Some(dimension) == self.dimension;
            Choice::new(
                dimension.label(self.looks.subject.asking),
                &address.clone().with("by", &dimension.column),
                is_current,
            )
        };
        few.map(choice).collect()
    }

    /// What two groups, or this period and the one before, talk about differently.
    fn held(&self) -> Option<HeldView> {
        let asking = self.looks.subject.asking;
        let values = self.corpus.values.first().map_or(&[][..], Vec::as_slice);
        let place = |name: &str| self.fields.get(name).and_then(|value| values.iter().position(|known| known == value));
        let a = place("a").unwrap_or(0);
        let b = place("b").filter(|b| *b != a);
        let rest = asking.text("understand-compare-rest");
        // Where nobody wrote in the period before, groups are what there is to compare.
        let periods = self.period.before().filter(|_| self.request.by.is_none()).map(|before| (self.period, before));
        let moved = periods.map(|(now, before)| differences(self.corpus, Sides::Periods(now, before)));
        let grouped = self.dimension.filter(|_| !values.is_empty());
        let (found, a_name, b_name, grouped) = match (moved.filter(|found| !found.is_empty()), periods, grouped) {
            (Some(found), Some((now, before)), _) => {
                let label = |period| days_label(self.looks.subject, period);
                (found, label(now), label(before), None)
            }
            (_, _, Some(dimension)) => {
                let name = |at: usize| dimension.value_label(asking, Some(&values[at]));
                let found = differences(self.corpus, Sides::Groups(self.period, 0, a, b));
                (found, name(a), b.map_or(rest.clone(), name), Some(dimension))
            }
            _ => return None,
        };
        let (a_count, b_count) = found.first().map(|held| (held.a.1, held.b.1))?;
        let share = |(hits, n): (u64, u64)| 100.0 * hits as f64 / n.max(1) as f64;
        let rows = found.iter().take(HELD_MAX).map(|held| HeldRow {
            name: self.looks.name(held.topic),
            href: self.looks.href(held.topic),
            a: share(held.a),
            b: share(held.b),
            held: Held::of_shares(&held.change, held.q),
        });
        let labelled = |value: &String| {
            let label = self.dimension.map_or_else(|| value.clone(), |d| d.value_label(asking, Some(value)));
            (value.clone(), label)
        };
        let offered = self.request.filled.iter().filter(|(_, values)| (2..=VALUES_MAX as i64).contains(values));
        let before = (String::new(), asking.text("understand-compare-before"));
        Some(HeldView {
            a: a_name,
            b: b_name,
            a_count,
            b_count,
            rows: rows.collect(),
            action: format!("{}#differ", self.request.path),
            kept: self.request.filters.address(&self.request.path).pairs().to_vec(),
            by: grouped.map(|dimension| dimension.column.clone()).unwrap_or_default(),
            dimensions: std::iter::once(before)
                .chain(offered.map(|(d, _)| (d.column.clone(), d.label(asking))))
                .collect(),
            values: if grouped.is_some() { values.iter().map(labelled).collect() } else { vec![] },
            others: std::iter::once((String::new(), rest)).chain(values.iter().map(labelled)).collect(),
            chosen: (values.get(a).cloned().unwrap_or_default(), b.map(|b| values[b].clone()).unwrap_or_default()),
        })
    }
}
