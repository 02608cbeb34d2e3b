//! The numbers of an anonymous survey: what [`crate::anonymity`] lets pass, and nothing that leads to one response.
//!
//! There are no filters, no periods and no lists: each would be another way to single somebody out. Left are the
//! totals, the months and the groups of one dimension at a time of the main score, choices, and the texts without
//! anything beside them.

use std::collections::{BTreeMap, HashMap};

use kernel::Result;
use kernel::format::Grain;
use kernel::survey::{Kind, Question};
use lake::Cell;
use sha2::{Digest, Sha256};
use ui::Chart;
use ui::chart::{Bar, Group, Point, Share, Unit, Words};

use super::numbers::{SPLIT_ROWS_MAX, TILES_MAX, count, is_chosen};
use super::results::Request;
use super::view::{Card, Choice, Numbers, Texts, Tile, Verbatim};
use crate::anonymity::{self, CELL_MIN, Memberships};
use crate::filters::{Dimension, Where};
use crate::period::{buckets, start_of};
use crate::personal::Mask;
use crate::subject::Subject;
use crate::texts::{Said, feelings};
use measures::{Metric, Scores};

/// Completed responses that are read; later ones wait until the survey is split into rounds.
pub const RESPONSES_MAX: usize = 20_000;
/// Dimensions that groups are made of.
const DIMENSIONS_MAX: usize = 12;
/// Texts that are shown.
const TEXTS_MAX: usize = 20;
/// Steps of the ends of a range, in points.
const RANGE_STEP: f64 = 5.0;

/// One person's completed response.
struct Person {
    /// First day of the month in which they answered.
    month: jiff::civil::Date,
    /// A value for each dimension.
    values: Memberships,
    scores: HashMap<String, f64>,
    choices: HashMap<String, Vec<String>>,
    texts: Vec<(String, Option<String>)>,
}

struct Crowd<'a> {
    subject: &'a Subject<'a>,
    request: &'a Request,
    dimensions: Vec<Dimension>,
    /// In the order in which they came.
    people: Vec<Person>,
}

pub async fn numbers(subject: &Subject<'_>, request: &Request, words: bool) -> Result<Numbers> {
    let groups = request.filled.iter().filter(|(_, values)| *values <= SPLIT_ROWS_MAX as i64);
    let dimensions: Vec<Dimension> = groups.map(|(dimension, _)| dimension.clone()).take(DIMENSIONS_MAX).collect();
    let people = people(subject, &dimensions).await?;
    if people.len() < CELL_MIN {
        return Ok(Numbers { is_new: true, is_empty: true, ..Numbers::default() });
    }
    let crowd = Crowd { subject, request, dimensions, people };
    let question = subject.scored().find(|question| Some(&question.key) == request.question.as_ref());
    let mut numbers = Numbers {
        tiles: crowd.tiles(),
        choices: crowd.choices(),
        texts: crowd.texts().filter(|_| words),
        ..Numbers::default()
    };
    if let Some(texts) = &mut numbers.texts {
        feel(subject, texts).await?;
    }
    if let Some((question, metric)) = question.and_then(|question| Some((question, Metric::of(question)?))) {
        numbers.distribution = crowd.distribution(question, metric);
        (numbers.trend, numbers.split) = crowd.groups(question, metric);
    }
    Ok(numbers)
}

/// All completed responses with what they answered. Only those: one that may still grow would move its place.
async fn people(subject: &Subject<'_>, dimensions: &[Dimension]) -> Result<Vec<Person>> {
    let asker = subject.asker();
    let mut all = Where::new(&subject.row.key, &[]);
    all.and("state = 'complete'");
    let zone = all.bind(asker.zone);
    let columns: String = dimensions.iter().map(|dimension| format!(", {}", dimension.sql())).collect();
    let sql = format!(
        "select _position, local_day(started_at, {zone}) as day{columns} from responses where {{where}} \
         order by _position limit {RESPONSES_MAX}"
    );
    let mut places: HashMap<i64, usize> = HashMap::new();
    let mut people: Vec<Person> = Vec::new();
    for row in asker.rows(&sql, &all).await? {
        let (Some(position), Some(day)) = (row[0].as_i64(), row[1].as_day()) else { continue };
        places.insert(position, people.len());
        people.push(Person {
            month: start_of(&subject.format, Grain::Month, day),
            values: row[2..].iter().map(|cell| (!cell.is_null()).then(|| cell.to_string())).collect(),
            scores: HashMap::new(),
            choices: HashMap::new(),
            texts: Vec::new(),
        });
    }
    let last = places.keys().max().copied().unwrap_or(0);
    let mut answers = Where::new(&subject.row.key, &[]);
    let last = answers.bind(last);
    answers.and(&format!("_position <= {last}"));
    answers.and(crate::ask::VERBATIM_OR_NONE);
    let sql = "select _position, question, score, choice, text, language from answers where {where}";
    let sql = sql.replace("{where}", answers.sql());
    let mut found = subject.lake().query(asker.workspace, &sql, answers.params()).await?;
    while let Some(rows) = found.next_rows().await? {
        for row in rows {
            let Some(place) = row[0].as_i64().and_then(|position| places.get(&position)) else { continue };
            people[*place].answered(row);
        }
    }
    Ok(people)
}

impl Person {
    fn answered(&mut self, row: Vec<Cell>) {
        let Ok([_, question, score, choice, text, language]) = <[Cell; 6]>::try_from(row) else { return };
        let Some(question) = question.as_str().map(str::to_owned) else { return };
        match (score.as_f64(), choice, text) {
            (Some(score), ..) => {
                self.scores.insert(question, score);
            }
            (None, Cell::Text(choice), _) => self.choices.entry(question).or_default().push(choice),
            (None, _, Cell::Text(text)) => self.texts.push((text, language.as_str().map(str::to_owned))),
            _ => {}
        }
    }
}

impl Crowd<'_> {
    fn text(&self, key: &str) -> String {
        self.subject.asking.text(key)
    }

    fn says(&self, key: &str, args: &[(&str, ui::fluent_bundle::FluentValue<'_>)]) -> String {
        self.subject.asking.web.pages.text(self.subject.asking.locale, key, args)
    }

    /// The scores of a question by those who answered it, in their order; with the people themselves.
    fn scored(&self, question: &Question) -> Vec<(&Person, f64)> {
        self.people.iter().filter_map(|person| Some((person, *person.scores.get(&question.key)?))).collect()
    }

    fn name(&self, question: &Question) -> String {
        match question.kind {
            Kind::Nps | Kind::Csat | Kind::Ces => self.text(&format!("understand-metric-{}", question.kind)),
            _ => self.subject.question_title(question),
        }
    }

    fn tiles(&self) -> Vec<Tile> {
        let tile = |question: &Question| {
            let metric = Metric::of(question)?;
            let scored = self.scored(question);
            let scored = &scored[..anonymity::counted(scored.len())];
            let (value, low, high) = estimate(metric, &scores(scored.iter().map(|(_, score)| *score)))?;
            let (min, max) = metric.axis();
            let note = self.says("count-answers", &[("count", count(scored.len() as u64))]);
            let tile = Tile::named(self.name(question), metric.unit_name());
            Some(Tile { value: Some(value), low, high, min: Some(min), max: Some(max), note, ..tile })
        };
        let mut tiles: Vec<Tile> = self.subject.scored().filter_map(tile).take(TILES_MAX).collect();
        let all = anonymity::counted(self.people.len());
        let note = if self.people.len() == RESPONSES_MAX {
            "understand-anonymous-bound"
        } else {
            "understand-anonymous-fives"
        };
        let label = self.text("understand-responses");
        tiles.push(Tile { value: Some(all as f64), note: self.text(note), ..Tile::named(label, "count") });
        tiles
    }

    /// The three groups of a scale, if none of them is about one to four people.
    fn distribution(&self, question: &Question, metric: Metric) -> Option<Card> {
        let scored = self.scored(question);
        let scores = scores(scored[..anonymity::counted(scored.len())].iter().map(|(_, score)| *score));
        let groups: Vec<_> =
            metric.groups().into_iter().map(|(t, from, to)| (t, from, to, scores.between(from, to))).collect();
        let counts: Vec<u64> = groups.iter().map(|(.., count)| *count).collect();
        let whole = anonymity::cells(&counts, scores.total(), true).iter().all(Option::is_some);
        let format = &self.subject.format;
        let bars = groups.into_iter().map(|(tone, from, to, count)| {
            let label =
                if from == to { format.count(from) } else { format!("{}–{}", format.count(from), format.count(to)) };
            Bar { label, count, tone: Some(tone), href: None }
        });
        let words = if metric.kind == Kind::Nps { Words::Nps } else { Words::Mood };
        let says = self.says("understand-distribution-says", &[("count", count(scores.total()))]);
        let chart = Chart::distribution("distribution", words, says, bars.collect());
        Some(Card {
            title: self.subject.question_title(question),
            choices: vec![],
            note: (!whole).then(|| self.text("understand-anonymous-hidden")),
            chart: whole.then_some(chart),
        })
    }

    /// The months of the main score, and its groups by one dimension.
    fn groups(&self, question: &Question, metric: Metric) -> (Option<Card>, Option<Card>) {
        let scored = self.scored(question);
        let members: Vec<Memberships> = scored
            .iter()
            .map(|(person, _)| std::iter::once(Some(person.month.to_string())).chain(person.values.clone()).collect())
            .collect();
        let groups = anonymity::groups(&members, self.dimensions.len() + 1);
        let of = |people: &[usize]| {
            let scores = scores(people.iter().map(|person| scored[*person].1));
            (estimate(metric, &scores), people.len() as u64)
        };
        let months: BTreeMap<String, _> = groups[0]
            .shown()
            .into_iter()
            .filter_map(|(month, people)| Some((month?.to_owned(), of(&people))))
            .collect();
        let shown = |place: usize| groups[place + 1].shown();
        let offered: Vec<usize> = (0..self.dimensions.len()).filter(|place| !shown(*place).is_empty()).collect();
        let asked = offered.iter().find(|place| Some(&self.dimensions[**place].column) == self.request.by.as_ref());
        let split = asked.or(offered.last()).map(|place| {
            let dimension = &self.dimensions[*place];
            let rows = shown(*place).into_iter().map(|(value, people)| {
                let (estimate, answers) = of(&people);
                let label = dimension.value_label(self.subject.asking, value);
                Group {
                    label,
                    value: estimate.map(|(value, ..)| value),
                    low: estimate.and_then(|(_, low, _)| low),
                    high: estimate.and_then(|(.., high)| high),
                    answers,
                    tone: None,
                    href: None,
                }
            });
            self.split(question, metric, dimension, rows.collect(), &offered)
        });
        (self.trend(question, metric, &months), split)
    }

    fn trend(&self, question: &Question, metric: Metric, months: &BTreeMap<String, (Estimated, u64)>) -> Option<Card> {
        let days: Vec<jiff::civil::Date> = months.keys().filter_map(|month| month.parse().ok()).collect();
        let (first, last) = (*days.first()?, *days.last()?);
        let (_, steps) = buckets(&self.subject.format, Grain::Month, first, last);
        let points = steps.into_iter().map(|step| {
            let (estimate, answers) = months.get(&step.first.to_string()).copied().unwrap_or((None, 0));
            Point {
                label: step.label,
                tick: step.tick,
                value: estimate.map(|(value, ..)| value),
                low: estimate.and_then(|(_, low, _)| low),
                high: estimate.and_then(|(.., high)| high),
                answers,
                href: None,
            }
        });
        let (name, step) = (self.name(question), self.text("understand-by-month"));
        let says =
            self.says("understand-trend-says", &[("metric", name.clone().into()), ("step", step.clone().into())]);
        Some(Card {
            title: self.says("understand-trend", &[("metric", name.into()), ("step", step.into())]),
            choices: vec![],
            note: Some(self.text("understand-anonymous-months")),
            chart: Some(Chart::trend("trend", metric.unit(), says, points.collect(), None)),
        })
    }

    fn split(
        &self,
        question: &Question,
        metric: Metric,
        by: &Dimension,
        mut rows: Vec<Group>,
        offered: &[usize],
    ) -> Card {
        let value = |group: &Group| group.value.unwrap_or(f64::INFINITY);
        rows.sort_by(|a, b| {
            stats::is_small(a.answers).cmp(&stats::is_small(b.answers)).then(value(a).total_cmp(&value(b)))
        });
        let (metric_name, name) = (self.name(question), by.label(self.subject.asking));
        let args = [("metric", metric_name.into()), ("dimension", name.clone().into())];
        let address = self.request.address(self.subject);
        let choices = offered.iter().map(|place| {
            let dimension = &self.dimensions[*place];
            let there = address.clone().with("by", &dimension.column);
            Choice::new(dimension.label(self.subject.asking), &there, dimension == by)
        });
        Card {
            title: self.says("understand-split", &args),
            choices: choices.collect(),
            note: Some(self.text("understand-anonymous-groups")),
            chart: Some(Chart::groups(
                "split",
                metric.unit(),
                self.says("understand-split-says", &args),
                name,
                rows,
                None,
            )),
        }
    }

    fn choices(&self) -> Vec<Card> {
        let questions = self.subject.definition.questions.iter().filter(|question| is_chosen(question.kind));
        questions.enumerate().filter_map(|(place, question)| self.choice(place, question)).collect()
    }

    fn choice(&self, place: usize, question: &Question) -> Option<Card> {
        let chosen: Vec<&Vec<String>> = self.people.iter().filter_map(|p| p.choices.get(&question.key)).collect();
        let chosen = &chosen[..anonymity::counted(chosen.len())];
        if chosen.is_empty() {
            return None;
        }
        let counts: Vec<u64> = question
            .options
            .iter()
            .map(|option| chosen.iter().filter(|chosen| chosen.contains(&option.key)).count() as u64)
            .collect();
        let n = chosen.len() as u64;
        let cells = anonymity::cells(&counts, n, question.kind.is_single_choice());
        let is_whole = cells.iter().all(Option::is_some);
        let rows = question.options.iter().zip(cells).filter_map(|(option, cell)| {
            Some(Share { label: self.subject.option_label(question, &option.key), count: cell?, href: None })
        });
        let title = self.subject.question_title(question);
        let says = self.says("understand-choices-says", &[("question", title.clone().into()), ("count", count(n))]);
        let head = self.text("understand-option");
        let note = if is_whole {
            self.says("count-people", &[("count", count(n))])
        } else {
            self.text("understand-anonymous-hidden")
        };
        let chart = Chart::shares(&format!("choices-{place}"), says, head, rows.collect(), n);
        Some(Card { title, choices: vec![], note: Some(note), chart: Some(chart) })
    }

    /// Texts in an order that tells nothing of who wrote when: by a hash of their words.
    fn texts(&self) -> Option<Texts> {
        let writers: Vec<&Person> = self.people.iter().filter(|person| !person.texts.is_empty()).collect();
        let writers = &writers[..anonymity::counted(writers.len())];
        let mut texts: Vec<_> = writers.iter().flat_map(|person| &person.texts).collect();
        texts.sort_by_cached_key(|(text, _)| Sha256::digest(text.as_bytes()).to_vec());
        texts.truncate(TEXTS_MAX);
        let mask = Mask::for_everybody(self.subject.asking);
        let items: Vec<Verbatim> = texts
            .into_iter()
            .map(|(text, language)| Verbatim {
                text: mask.text(text).into_owned(),
                language: language.clone(),
                score: None,
                tone: None,
                at: None,
                href: None,
                facts: vec![],
                feels: None,
            })
            .collect();
        (!items.is_empty()).then(|| Texts {
            items,
            note: Some(self.text("understand-anonymous-texts")),
            href: None,
            more: String::new(),
        })
    }
}

/// Says what each text says, without a way to the response that it is of.
async fn feel(subject: &Subject<'_>, texts: &mut Texts) -> Result<()> {
    let first = || subject.definition.languages.first().cloned();
    let said = texts.items.iter().map(|item| Said {
        uid: None,
        question: String::new(),
        text: item.text.clone(),
        language: item.language.clone().or_else(first),
    });
    let feels = feelings(subject.asking, subject.lake(), said.collect(), subject.asking.path()).await?;
    for (item, feels) in texts.items.iter_mut().zip(feels) {
        item.feels = Some(feels);
    }
    Ok(())
}

/// Value, low and high end.
type Estimated = Option<(f64, Option<f64>, Option<f64>)>;

/// The whole number and a coarse range: a precise one would give away the counts that it was made from.
fn estimate(metric: Metric, scores: &Scores) -> Estimated {
    let estimate = metric.estimate(scores)?;
    let (value, step) = match metric.unit() {
        Unit::Mean => ((estimate.value * 10.0).round() / 10.0, RANGE_STEP / 10.0),
        _ => (estimate.value.round(), RANGE_STEP),
    };
    let range = estimate.range.map(|range| anonymity::coarse(range, metric.axis(), step));
    Some((value, range.map(|range| range.low), range.map(|range| range.high)))
}

fn scores(list: impl Iterator<Item = f64>) -> Scores {
    let mut scores = Scores::default();
    list.for_each(|score| scores.add(score, 1));
    scores
}
