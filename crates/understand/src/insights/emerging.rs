//! More customers talk about a topic than did before. All topics of all surveys are judged together.

use jiff::civil::Date;
use kernel::{Result, Uid};
use stats::{Movement, Tide};

use super::card::{Card, Days, Emerging, Finding, Print, Sure};
use super::look::{Look, WEEKS, Watched};
use crate::period::{Bucket, Period, back};
use crate::topics::corpus::{self, Corpus, Feel};
use crate::topics::numbers;

/// Days of "now", held against as many before: whole weeks.
const DAYS: i32 = 28;
/// Up to this adjusted p value a topic comes up, and up to this one clearly.
const Q_MAX: f64 = 0.05;
const Q_CLEAR: f64 = 0.01;
/// Topics of one survey that become insights.
const TOPICS_MAX: usize = 3;
/// A part of a topic that carries this share of its rise is what is told, instead of the whole.
const CARRIES: f64 = 0.5;
/// Responses that are linked to an insight.
const SIGNALS_MAX: usize = 500;

struct Candidate<'a> {
    survey: &'a Watched,
    topic: usize,
    movement: Movement,
}

pub async fn find(look: &Look<'_>) -> Result<Vec<Finding>> {
    let now = Period::ending(look.today, DAYS);
    let whole = Period::ending(look.today, 7 * WEEKS);
    let topics = look.store.topics(look.workspace).await?;
    let mut corpora: Vec<Corpus> = Vec::new();
    let mut candidates = Vec::new();
    for survey in look.open().filter(|_| !topics.is_empty()) {
        let corpus = corpus::gather(topics.clone(), &look.asker(survey), &[], whole, None, &[]).await?;
        let judged = numbers::movements(&corpus, now).into_iter().enumerate();
        let judged = judged.filter(|(_, movement)| movement.tide != Tide::Unknown);
        let place = corpora.len();
        candidates.extend(judged.map(|(topic, movement)| (place, Candidate { survey, topic, movement })));
        corpora.push(corpus);
    }
    let p: Vec<f64> = candidates.iter().map(|(_, candidate)| candidate.movement.p).collect();
    for ((_, candidate), q) in candidates.iter_mut().zip(stats::discovery(&p)) {
        candidate.movement.q = q;
    }
    candidates.retain(|(_, Candidate { movement, .. })| {
        movement.q < Q_MAX && movement.mentions as f64 > movement.expected && movement.mentions >= stats::MENTIONS_MIN
    });
    let mut findings = Vec::new();
    for (place, corpus) in corpora.iter().enumerate() {
        let mine: Vec<&Candidate<'_>> = candidates.iter().filter(|(of, _)| *of == place).map(|(_, one)| one).collect();
        for candidate in told(corpus, mine) {
            findings.extend(candidate.finding(look, corpus, now).await?);
        }
    }
    Ok(findings)
}

/// Of a topic and its parts, the one that says it best; the strongest first.
fn told<'a, 'b>(corpus: &Corpus, mut mine: Vec<&'a Candidate<'b>>) -> Vec<&'a Candidate<'b>> {
    let rise = |candidate: &Candidate<'_>| candidate.movement.mentions as f64 - candidate.movement.expected;
    let is_above = |above: &Candidate<'_>, below: &Candidate<'_>| {
        above.topic != below.topic && corpus.tree.up(below.topic).any(|at| at == above.topic)
    };
    let all = mine.clone();
    mine.retain(|one| {
        let carried = all.iter().any(|part| is_above(one, part) && rise(part) >= CARRIES * rise(one));
        let hidden = all.iter().any(|whole| is_above(whole, one) && rise(one) < CARRIES * rise(whole));
        !carried && !hidden
    });
    mine.sort_by(|a, b| rise(b).total_cmp(&rise(a)));
    mine.truncate(TOPICS_MAX);
    mine
}

impl Candidate<'_> {
    async fn finding(&self, look: &Look<'_>, corpus: &Corpus, now: Period) -> Result<Option<Finding>> {
        let Some(((now_days, before), topic)) =
            Days::of(now).zip(now.before().and_then(Days::of)).zip(corpus.tree.topics.get(self.topic))
        else {
            return Ok(None);
        };
        let felt = corpus.people.iter().filter(|person| now.contains(person.day));
        let felt = felt.flat_map(|person| &person.about).filter(|about| about.topic == self.topic);
        let felt: Vec<Feel> = felt.filter_map(|about| about.feels).collect();
        let negative = felt.iter().filter(|feel| **feel == Feel::Neg).count();
        let Movement { mentions, expected, ratio, q, .. } = self.movement;
        let card = Emerging {
            mentions,
            expected,
            ratio: ratio.map(|(value, _)| value).filter(|value| value.is_finite()),
            negative: (!felt.is_empty()).then(|| 100.0 * negative as f64 / felt.len() as f64),
            now: now_days,
            before,
            weeks: weeks(look, corpus, self.topic),
        };
        let survey = &self.survey.row.key;
        let times = card.ratio.unwrap_or(SUDDEN);
        Ok(Some(Finding {
            key: format!("emerging:{survey}:{}", topic.key),
            survey: Some(survey.clone()),
            topic: Some(topic.key.clone()),
            print: Print::new("rise", times),
            people: mentions,
            sure: if q < Q_CLEAR { Sure::Clear } else { Sure::Likely },
            // Twice as often is the least that matters.
            size: times.max(1.0).log2(),
            signals: self.signals(look, corpus, now).await?,
            cases: vec![],
            card: Card::Emerging(card),
        }))
    }

    /// The latest responses that mention the topic or a part of it.
    async fn signals(&self, look: &Look<'_>, corpus: &Corpus, now: Period) -> Result<Vec<Uid>> {
        let asker = look.asker(self.survey);
        let mut all = asker.all(&[]);
        all.during("occurred_at", now, asker.format);
        let below = corpus.tree.down(self.topic);
        let places: Vec<String> = below.iter().map(|at| all.bind(corpus.tree.topics[*at].key.as_str())).collect();
        all.and(&format!("topic in ({})", places.join(", ")));
        let sql = format!(
            "select _uid, max(occurred_at) from mentions where {{where}} group by _uid order by 2 desc limit {SIGNALS_MAX}"
        );
        let rows = asker.rows(&sql, &all).await?;
        Ok(rows.iter().filter_map(|row| row.first()?.as_uid()).collect())
    }
}

/// What nobody talked about before counts as so many times as often.
const SUDDEN: f64 = 8.0;

fn weeks(look: &Look<'_>, corpus: &Corpus, topic: usize) -> Vec<(Date, u64, u64)> {
    let steps: Vec<Bucket> = look
        .weeks()
        .into_iter()
        .filter_map(|period| Some(Bucket { first: period.first?, period, label: String::new(), tick: String::new() }))
        .collect();
    let whole = Period::new(back(look.today, 7 * WEEKS - 1), look.today);
    let counts = numbers::trends(corpus, &[topic], &steps, whole).into_iter().next().unwrap_or_default();
    steps.iter().zip(counts).map(|(step, (mentions, texts))| (step.first, mentions, texts)).collect()
}
