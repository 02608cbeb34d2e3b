//! The numbers of a survey that is not anonymous, each with a way to the answers behind it.

use jiff::civil::Date;
use kernel::Result;
use kernel::survey::{Kind, Question};
use ui::Chart;
use ui::chart::{Bar, Group, Point, Share, Words};

use super::results::Request;
use super::view::{Card, Choice, Numbers, Texts, Tile, Verbatim};
use crate::address::Address;
use crate::ask::{Answers, Responses, SPLIT_VALUES_MAX, Written};
use crate::filters::{Condition, Dimension, Preset, with_condition, with_days};
use crate::period::{Period, buckets, today, usual_grain};
use crate::personal::Mask;
use crate::subject::Subject;
use crate::texts::counts::{KINDS, felt};
use crate::texts::{Said, feelings};
use crate::verdict::{self, Change};
use measures::{Metric, Scores};

/// Groups in the table of a split: those with the most answers.
pub const SPLIT_ROWS_MAX: usize = 50;
/// Written answers on the dashboard; the list has all.
pub const TEXTS_MAX: usize = 6;
/// The place of negative among [`KINDS`].
const NEGATIVE: usize = 2;
/// Scored questions in the first row.
pub const TILES_MAX: usize = 12;
/// A scale with more points is drawn by its three groups.
const BARS_MAX: usize = 21;

/// One dashboard being made.
struct Board<'a> {
    subject: &'a Subject<'a>,
    request: &'a Request,
    answers: Answers,
    responses: Responses,
    period: Period,
    /// The list of answers with the same filters and the days spelt out.
    list: Address,
}

/// The period that is shown, and everything in it.
pub async fn numbers(
    subject: &Subject<'_>,
    request: &Request,
    words: bool,
) -> Result<((Option<Preset>, Period), Numbers)> {
    let (asker, conditions) = (subject.asker(), &request.filters.conditions);
    let (answers, responses) = tokio::try_join!(asker.answers(conditions), asker.responses(conditions))?;
    let days = responses.days();
    let now = subject.asking.web.env().now();
    let shown = request.filters.period(&subject.format, now, days.map(|(_, newest)| newest));
    let list = with_days(request.filters.address(&subject.answers_path()), shown.1);
    let board = Board { subject, request, answers, responses, period: shown.1, list };
    let is_empty = board.responses.during(board.period).0 == 0 && !board.has_answers();
    if is_empty {
        let is_new = days.is_none() && conditions.is_empty();
        return Ok((shown, Numbers { is_new, is_empty, ..Numbers::default() }));
    }
    let question = subject.scored().find(|question| Some(&question.key) == request.question.as_ref());
    let metric = question.and_then(|question| Some((question, Metric::of(question)?)));
    let numbers = Numbers {
        is_new: false,
        is_empty,
        tiles: board.tiles(),
        trend: metric.and_then(|(question, metric)| board.trend(question, metric)),
        distribution: metric.map(|(question, metric)| board.distribution(question, metric)),
        split: match metric {
            Some((question, metric)) => board.split(question, metric).await?,
            None => None,
        },
        choices: board.choices().await?,
        feelings: if words { board.feelings().await? } else { vec![] },
        texts: if words { board.texts(metric).await? } else { None },
    };
    Ok((shown, numbers))
}

impl Board<'_> {
    fn text(&self, key: &str) -> String {
        self.subject.asking.text(key)
    }

    fn says(&self, key: &str, args: &[(&str, ui::fluent_bundle::FluentValue<'_>)]) -> String {
        self.subject.asking.web.pages.text(self.subject.asking.locale, key, args)
    }

    fn has_answers(&self) -> bool {
        self.subject.scored().any(|question| self.answers.scores(&question.key, self.period).total() > 0)
    }

    fn behind(&self, question: &Question) -> Address {
        self.list.clone().with("question", &question.key)
    }

    fn tiles(&self) -> Vec<Tile> {
        let (all, complete) = self.responses.during(self.period);
        let mut tiles = self.score_tiles();
        let before = self.period.before().map(|before| self.responses.during(before).0);
        tiles.push(Tile {
            value: Some(all as f64),
            note: before.map_or_else(String::new, |before| self.says("understand-before", &[("value", count(before))])),
            href: Some(self.list.to_string()),
            ..Tile::named(self.text("understand-responses"), "count")
        });
        tiles.extend(finished(self.subject, &self.list, complete, all));
        tiles
    }

    /// The scores, each with what became of it since the period before; the verdicts are corrected together.
    fn score_tiles(&self) -> Vec<Tile> {
        let scored = self.subject.scored().filter_map(|question| {
            let metric = Metric::of(question)?;
            let scores = self.answers.scores(&question.key, self.period);
            let estimate = metric.estimate(&scores)?;
            let change = self
                .period
                .before()
                .and_then(|before| verdict::change(metric, &scores, &self.answers.scores(&question.key, before)));
            Some((question, metric, estimate, scores.total(), change))
        });
        let scored: Vec<_> = scored.take(TILES_MAX).collect();
        let p: Vec<f64> = scored.iter().filter_map(|(.., change)| change.map(|change| change.p)).collect();
        let mut q = verdict::q_values(&p).into_iter();
        scored
            .into_iter()
            .map(|(question, metric, estimate, n, change)| {
                let (min, max) = metric.axis();
                Tile {
                    value: Some(estimate.value),
                    low: estimate.range.map(|range| range.low),
                    high: estimate.range.map(|range| range.high),
                    min: Some(min),
                    max: Some(max),
                    note: self.tile_note(metric, n, change.and_then(|change| Some((change, q.next()?)))),
                    href: Some(self.behind(question).to_string()),
                    ..Tile::named(self.metric_name(question), metric.unit_name())
                }
            })
            .collect()
    }

    fn tile_note(&self, metric: Metric, n: u64, change: Option<(Change, f64)>) -> String {
        let answers = self.says("count-answers", &[("count", count(n))]);
        let few = stats::is_small(n).then(|| self.text("chart-few"));
        let moved = change.map(|(change, q)| {
            let by = metric.unit().write_change(&self.subject.format, change.difference);
            let word = self.text(&format!("understand-verdict-{}", change.verdict(q).as_str()));
            self.says("understand-moved", &[("by", by.into()), ("verdict", word.into())])
        });
        let parts: Vec<String> = [Some(answers), few.or(moved)].into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// "NPS", or the question's own words where the survey has several scores.
    fn metric_name(&self, question: &Question) -> String {
        let several = self.subject.scored().filter(|other| other.kind == question.kind).count() > 1;
        if several || !matches!(question.kind, Kind::Nps | Kind::Csat | Kind::Ces) {
            self.subject.question_title(question)
        } else {
            self.text(&format!("understand-metric-{}", question.kind))
        }
    }

    fn trend(&self, question: &Question, metric: Metric) -> Option<Card> {
        let days: Vec<(Date, f64, u64)> =
            self.answers.scored(&question.key).filter(|(day, ..)| self.period.contains(*day)).collect();
        let now = today(&self.subject.format, self.subject.asking.web.env().now());
        let oldest = days.iter().map(|(day, ..)| *day).min()?;
        let newest = days.iter().map(|(day, ..)| *day).max()?;
        let first = self.period.first.unwrap_or(oldest);
        // A period that runs still ends today, not on its last day.
        let last = self.period.last.map_or(newest, |last| last.min(now.max(newest)));
        let wanted = self.request.step.unwrap_or_else(|| usual_grain(first, last));
        let (grain, steps) = buckets(&self.subject.format, wanted, first, last);
        let mut scores = vec![Scores::default(); steps.len()];
        for (day, score, count) in days {
            let step = steps.partition_point(|step| step.first <= day).checked_sub(1);
            if let Some(scores) = step.and_then(|step| scores.get_mut(step)) {
                scores.add(score, count);
            }
        }
        let points = steps.into_iter().zip(scores).map(|(step, scores)| {
            let estimate = metric.estimate(&scores);
            let range = estimate.and_then(|estimate| estimate.range);
            // The first and last step may reach beyond the period.
            let within = Period {
                first: step.period.first.max(self.period.first),
                last: [step.period.last, self.period.last].into_iter().flatten().min(),
            };
            Point {
                label: step.label,
                tick: step.tick,
                value: estimate.map(|estimate| estimate.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                answers: scores.total(),
                href: estimate.map(|_| with_days(self.behind(question), within).to_string()),
            }
        });
        let name = self.metric_name(question);
        let step = self.text(&format!("understand-by-{grain}"));
        let address = self.request.address(self.subject);
        let choices = kernel::format::Grain::ALL.into_iter().map(|other| {
            let label = self.text(&format!("understand-step-{other}"));
            Choice::new(label, &address.clone().with("step", other), other == grain)
        });
        let says =
            self.says("understand-trend-says", &[("metric", name.clone().into()), ("step", step.clone().into())]);
        Some(Card {
            title: self.says("understand-trend", &[("metric", name.into()), ("step", step.into())]),
            choices: choices.collect(),
            note: None,
            chart: Some(Chart::trend("trend", metric.unit(), says, points.collect(), None)),
        })
    }

    fn distribution(&self, question: &Question, metric: Metric) -> Card {
        let scores = self.answers.scores(&question.key, self.period);
        let there = |from: i64, to: i64| {
            let range = if from == to { from.to_string() } else { format!("{from}-{to}") };
            Some(self.behind(question).with("score", range).to_string())
        };
        let format = &self.subject.format;
        let bar = |tone, from: i64, to: i64, label: String| Bar {
            label,
            count: scores.between(from, to),
            tone: Some(tone),
            href: there(from, to),
        };
        let (low, high) = (i64::from(metric.scale.from), i64::from(metric.scale.to));
        let bars: Vec<Bar> = if (high - low) < BARS_MAX as i64 {
            (low..=high).map(|score| bar(metric.tone(score), score, score, format.count(score))).collect()
        } else {
            let label = |from, to| format!("{}–{}", format.count(from), format.count(to));
            metric.groups().into_iter().map(|(tone, from, to)| bar(tone, from, to, label(from, to))).collect()
        };
        let words = if metric.kind == Kind::Nps { Words::Nps } else { Words::Mood };
        let says = self.says("understand-distribution-says", &[("count", count(scores.total()))]);
        Card {
            title: self.subject.question_title(question),
            choices: metric
                .groups()
                .into_iter()
                .map(|(tone, from, to)| Choice {
                    label: self.text(tone_key(words, tone)),
                    href: there(from, to).unwrap_or_default(),
                    current: false,
                })
                .collect(),
            note: None,
            chart: Some(Chart::distribution("distribution", words, says, bars)),
        }
    }

    async fn split(&self, question: &Question, metric: Metric) -> Result<Option<Card>> {
        let asker = self.subject.asker();
        let asking = self.subject.asking;
        let filled = &self.request.filled;
        let offered: Vec<&Dimension> =
            filled.iter().filter(|(_, values)| *values <= SPLIT_VALUES_MAX).map(|(dimension, _)| dimension).collect();
        let Some(dimension) = chosen(self.request, &offered, filled) else { return Ok(None) };
        let conditions = &self.request.filters.conditions;
        let mut groups = asker.split(conditions, self.period, &question.key, dimension).await?;
        let all = groups.len();
        groups.sort_by_key(|(_, scores)| std::cmp::Reverse(scores.total()));
        groups.truncate(SPLIT_ROWS_MAX);
        let rows = ordered(metric, groups).into_iter().map(|(value, scores)| {
            let estimate = metric.estimate(&scores);
            let range = estimate.and_then(|estimate| estimate.range);
            let label = dimension.value_label(asking, value.as_deref());
            let condition = Condition { dimension: dimension.clone(), value };
            Group {
                label,
                value: estimate.map(|estimate| estimate.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                answers: scores.total(),
                tone: None,
                href: Some(with_condition(self.behind(question), &condition).to_string()),
            }
        });
        let rows: Vec<Group> = rows.collect();
        let name = dimension.label(asking);
        let metric_name = self.metric_name(question);
        let address = self.request.address(self.subject);
        let says = self.says(
            "understand-split-says",
            &[("metric", metric_name.clone().into()), ("dimension", name.clone().into())],
        );
        let note = if all > rows.len() {
            self.says("understand-split-most", &[("shown", count(rows.len() as u64)), ("all", count(all as u64))])
        } else {
            self.text("understand-split-order")
        };
        Ok(Some(Card {
            title: self.says("understand-split", &[("metric", metric_name.into()), ("dimension", name.clone().into())]),
            choices: offered
                .iter()
                .map(|d| Choice::new(d.label(asking), &address.clone().with("by", &d.column), *d == dimension))
                .collect(),
            note: Some(note),
            chart: Some(Chart::groups("split", metric.unit(), says, name, rows, None)),
        }))
    }

    async fn choices(&self) -> Result<Vec<Card>> {
        let questions: Vec<_> = self.subject.definition.questions.iter().filter(|q| is_chosen(q.kind)).collect();
        let several = questions.iter().any(|question| question.kind == Kind::Choices);
        let choosers = match several {
            true => self.subject.asker().choosers(&self.request.filters.conditions, self.period).await?,
            false => Default::default(),
        };
        let card = |(place, question): (usize, &&Question)| {
            let counts = self.answers.choices(&question.key, self.period);
            let known = question.options.iter().map(|option| option.key.as_str());
            let mut keys: Vec<&str> = known.collect();
            let mut gone: Vec<&str> = counts.keys().copied().filter(|key| !keys.contains(key)).collect();
            gone.sort_unstable();
            keys.extend(gone);
            let chosen: u64 = counts.values().sum();
            let people =
                if question.kind == Kind::Choices { choosers.get(&question.key).copied() } else { Some(chosen) };
            let rows = keys.into_iter().map(|key| Share {
                label: self.subject.option_label(question, key),
                count: counts.get(key).copied().unwrap_or(0),
                href: Some(self.behind(question).with("choice", key).to_string()),
            });
            let title = self.subject.question_title(question);
            let people = people.unwrap_or(0);
            let says =
                self.says("understand-choices-says", &[("question", title.clone().into()), ("count", count(people))]);
            let note = self.says("count-people", &[("count", count(people))]);
            let head = self.text("understand-option");
            let chart = Chart::shares(&format!("choices-{place}"), says, head, rows.collect(), people);
            Card { title, choices: vec![], note: Some(note), chart: Some(chart) }
        };
        Ok(questions.iter().enumerate().map(card).collect())
    }

    /// The list of all texts, of all questions.
    fn texts_list(&self) -> Address {
        self.list.clone().with("said", "1")
    }

    /// What texts say, and how the share of negative ones went; nothing without texts that were read.
    async fn feelings(&self) -> Result<Vec<Card>> {
        let felt = felt(&self.subject.asker(), &self.request.filters.conditions).await?;
        let counts = felt.during(self.period);
        let all: u64 = counts.iter().sum();
        let Some((oldest, newest)) = felt.days(self.period) else { return Ok(vec![]) };
        let there = |kind: &str| self.texts_list().with("sentiment", kind).to_string();
        let rows = KINDS.into_iter().zip(counts).map(|(kind, n)| {
            let share = stats::percent(n, all);
            let range = share.and_then(|share| share.range);
            Group {
                label: self.text(&format!("feeling-{kind}")),
                value: share.map(|share| share.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                answers: n,
                tone: ui::feeling::tone_of(kind),
                href: (n > 0).then(|| there(kind)),
            }
        });
        let says = self.says("understand-feelings-says", &[("count", count(all))]);
        let unread = felt.unread(self.period);
        let note = (unread > 0).then(|| self.says("understand-feelings-unread", &[("count", count(unread))]));
        let shares = Card {
            title: self.text("understand-feelings"),
            choices: vec![],
            note,
            chart: Some(Chart::parts("feelings", says, self.text("understand-feelings-head"), rows.collect())),
        };
        let first = self.period.first.map_or(oldest, |first| first.max(oldest));
        let wanted = self.request.step.unwrap_or_else(|| usual_grain(first, newest));
        let (grain, steps) = buckets(&self.subject.format, wanted, first, newest);
        let points = steps.into_iter().map(|step| {
            let within = Period {
                first: step.period.first.max(self.period.first),
                last: [step.period.last, self.period.last].into_iter().flatten().min(),
            };
            let counts = felt.during(within);
            let all: u64 = counts.iter().sum();
            let share = stats::percent(counts[NEGATIVE], all);
            let range = share.and_then(|share| share.range);
            Point {
                label: step.label,
                tick: step.tick,
                value: share.map(|share| share.value),
                low: range.map(|range| range.low),
                high: range.map(|range| range.high),
                answers: all,
                href: share.map(|_| with_days(self.texts_list().with("sentiment", "neg"), within).to_string()),
            }
        });
        let points: Vec<Point> = points.collect();
        let step = self.text(&format!("understand-by-{grain}"));
        let trend = Card {
            title: self.says("understand-feelings-trend", &[("step", step.clone().into())]),
            choices: vec![],
            note: None,
            chart: Some(Chart::trend(
                "feelings-trend",
                ui::chart::Unit::Percent,
                self.says("understand-feelings-trend-says", &[("step", step.into())]),
                points,
                None,
            )),
        };
        Ok(vec![shares, trend])
    }

    async fn texts(&self, metric: Option<(&Question, Metric)>) -> Result<Option<Texts>> {
        let total = self.answers.texts(None, self.period);
        if total == 0 {
            return Ok(None);
        }
        // The newest are found without reading all: from this day on there are enough.
        let from = self.answers.day_of_latest_texts(self.period, TEXTS_MAX as u64).or(self.period.first);
        let near = Period { first: from, ..self.period };
        let written = self.subject.asker().texts(&self.request.filters.conditions, near, None, TEXTS_MAX).await?;
        let items = verbatims(self.subject, written, metric).await?;
        let href = Some(self.texts_list().to_string());
        Ok(Some(Texts { items, note: None, more: self.says("understand-texts-all", &[("count", count(total))]), href }))
    }
}

impl Tile {
    pub fn named(label: String, unit: &'static str) -> Self {
        Self { label, value: None, unit, low: None, high: None, min: None, max: None, note: String::new(), href: None }
    }
}

/// The share of responses that were completed; nothing without any.
pub fn finished(subject: &Subject<'_>, list: &Address, complete: u64, all: u64) -> Option<Tile> {
    let share = stats::percent(complete, all)?;
    let asking = subject.asking;
    let args = [("complete", count(complete)), ("all", count(all))];
    Some(Tile {
        value: Some(share.value),
        low: share.range.map(|range| range.low),
        high: share.range.map(|range| range.high),
        note: asking.web.pages.text(asking.locale, "understand-finished-note", &args),
        href: Some(list.clone().with("state", "complete").to_string()),
        ..Tile::named(asking.text("understand-finished"), "percent")
    })
}

/// Texts with the score that their writers gave.
pub async fn verbatims(
    subject: &Subject<'_>,
    mut written: Vec<Written>,
    metric: Option<(&Question, Metric)>,
) -> Result<Vec<Verbatim>> {
    let mask = Mask::of(subject);
    for text in &mut written {
        text.text = mask.text(&text.text).into_owned();
    }
    let uids: Vec<kernel::Uid> = written.iter().map(|text| text.uid).collect();
    let mut distinct = uids.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let signals = subject.asker().signals(&distinct).await?;
    let said = written.iter().map(|text| Said {
        uid: Some(text.uid),
        question: text.question.clone(),
        text: text.text.clone(),
        language: text.language.clone().or_else(|| subject.definition.languages.first().cloned()),
    });
    let feels = feelings(subject.asking, subject.lake(), said.collect(), subject.asking.path()).await?;
    let verbatim = |(text, feels): (Written, ui::Feeling)| {
        let logged = signals.iter().find(|logged| logged.uid == text.uid);
        let score = metric.and_then(|(question, metric)| {
            let kernel::signal::What::Response(response) = &logged?.signal.body.what;
            let score = response.answers.iter().find(|answer| answer.question == question.key)?.score?;
            Some((subject.format.number(score, 0), metric.tone(score.round() as i64)))
        });
        let touchpoint = logged.and_then(|logged| logged.signal.touchpoint.clone());
        Verbatim {
            text: text.text,
            language: text.language,
            tone: score.as_ref().map(|(_, tone)| *tone),
            score: score.map(|(score, _)| score),
            at: Some(text.at),
            href: Some(format!("/understand/responses/{}", text.uid)),
            facts: touchpoint.into_iter().collect(),
            feels: Some(feels),
        }
    };
    Ok(written.into_iter().zip(feels).map(verbatim).collect())
}

/// The dimension to split by: the one asked for, else the first attribute that makes a handful of groups.
fn chosen<'a>(request: &Request, offered: &[&'a Dimension], filled: &[(Dimension, i64)]) -> Option<&'a Dimension> {
    let values =
        |dimension: &Dimension| filled.iter().find(|(known, _)| known == dimension).map_or(0, |(_, values)| *values);
    let asked = request.by.as_ref().and_then(|by| offered.iter().find(|dimension| dimension.column == *by));
    let handful =
        |dimension: &&&Dimension| dimension.is_of_words() && (2..=SPLIT_ROWS_MAX as i64).contains(&values(dimension));
    let attribute = || offered.iter().filter(|d| d.column.starts_with("attr_")).find(handful);
    let other = || offered.iter().rev().find(handful).or_else(|| offered.first());
    asked.or_else(attribute).or_else(other).copied()
}

/// Lowest first, small groups last: they are shown, but do not lead.
fn ordered(metric: Metric, mut groups: Vec<(Option<String>, Scores)>) -> Vec<(Option<String>, Scores)> {
    let value = |scores: &Scores| metric.estimate(scores).map_or(f64::INFINITY, |estimate| estimate.value);
    groups.sort_by(|(a_name, a), (b_name, b)| {
        let small = |scores: &Scores| stats::is_small(scores.total());
        small(a).cmp(&small(b)).then(value(a).total_cmp(&value(b))).then(a_name.cmp(b_name))
    });
    groups
}

fn tone_key(words: Words, tone: ui::Tone) -> &'static str {
    use ui::Tone::{Detractor, Passive, Promoter};
    match (words, tone) {
        (Words::Nps, Detractor) => "tone-detractors",
        (Words::Nps, Passive) => "tone-passives",
        (Words::Nps, Promoter) => "tone-promoters",
        (Words::Mood, Detractor) => "tone-negative",
        (Words::Mood, Passive) => "tone-neutral",
        (Words::Mood, Promoter) => "tone-positive",
    }
}

/// Whether options were chosen, one or several, rather than ranked or filled in.
pub fn is_chosen(kind: Kind) -> bool {
    (kind.is_single_choice() && kind != Kind::Consent) || kind == Kind::Choices
}

/// A count as an argument of a message.
pub fn count(count: u64) -> ui::fluent_bundle::FluentValue<'static> {
    (count.min(i64::MAX as u64) as i64).into()
}

#[cfg(test)]
mod tests {
    use kernel::survey::Scale;

    use super::*;

    #[test]
    fn lowest_first_and_small_groups_last() {
        let metric = Metric { kind: Kind::Nps, scale: Scale { from: 0, to: 10 } };
        let group =
            |name: &str, score: i64, n: u64| (Some(name.to_owned()), Scores([(score, n)].into_iter().collect()));
        let groups = vec![group("good", 10, 40), group("tiny", 0, 29), group("bad", 2, 30), group("fair", 8, 31)];
        let names: Vec<_> = ordered(metric, groups).into_iter().map(|(name, _)| name.unwrap()).collect();
        assert_eq!(names, ["bad", "fair", "good", "tiny"]);
    }
}
