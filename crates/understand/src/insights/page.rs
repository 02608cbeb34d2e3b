//! `GET /understand/insights/{insight}`: the card of an insight with its five tests.

use axum::extract::Path;
use kernel::{Error, Result, Role, Uid};
use serde::Serialize;
use ui::http::{Reply, Viewer};
use ui::{Chart, Section, Tone};

use super::card::{Card, Cause, Part, Split};
use super::five::{self, Test};
use super::home::{Next, next};
use super::picture::{self, Mini};
use super::seen::{self, Seen};
use super::words::{Line, Teller};
use crate::causes::{Piece, pieces};
use crate::personal::Mask;
use crate::subject::Ground;
use crate::topics::manage::list::Owners;

#[derive(Serialize)]
struct Page {
    line: Line,
    found: kernel::Timestamp,
    changed: kernel::Timestamp,
    seen: kernel::Timestamp,
    picture: Option<Chart>,
    /// What causes cost, where there is no chart.
    ranks: Option<Mini>,
    split: Option<SplitView>,
    /// What customers call it in other languages.
    labels: Vec<(String, String)>,
    quotes: Vec<QuoteView>,
    tests: Vec<Test>,
    passed: usize,
    /// Both periods in words, where two are compared.
    days: Option<(String, String)>,
    owners: Vec<(String, String)>,
    owner: String,
    is_open: bool,
    may_own: bool,
    may_dismiss: bool,
    next: Option<Next>,
}

/// A move taken apart.
#[derive(Serialize)]
struct SplitView {
    attribute: String,
    unit: &'static str,
    mix: f64,
    rate: f64,
    sum: f64,
    rows: Vec<PartView>,
    /// What all other groups do by the rate and by the mix.
    others: Option<(f64, f64)>,
}

#[derive(Serialize)]
struct PartView {
    value: String,
    n_before: u64,
    n_after: u64,
    before: Option<f64>,
    after: Option<f64>,
    mix: f64,
    rate: f64,
}

#[derive(Serialize)]
struct QuoteView {
    href: String,
    language: Option<String>,
    score: Option<String>,
    tone: Option<Tone>,
    pieces: Vec<Piece>,
}

pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>) -> Reply {
    let seen = seen::one(&viewer, &id).await?;
    let teller = Teller::of(&viewer).await?;
    let line = teller.line(&seen).ok_or(Error::NotFound("insight"))?;
    let known = five::known(&teller, &seen).await?;
    let tests = five::tests(&teller, &seen, &known);
    let quotes = match &seen.card {
        Card::Cause(card) => quotes(&teller, &ground, &seen, card).await?,
        _ => vec![],
    };
    let (split, days) = match &seen.card {
        Card::Moved(card) => (
            card.split.as_ref().map(|split| split_view(&teller, &seen, split)),
            Some((teller.days(card.now), teller.days(card.before))),
        ),
        Card::Emerging(card) => (None, Some((teller.days(card.now), teller.days(card.before)))),
        _ => (None, None),
    };
    let labels = match &seen.card {
        Card::Cause(card) => labels(&teller, card),
        _ => vec![],
    };
    let nobody = (String::new(), viewer.text("understand-insights-nobody"));
    let page = Page {
        found: kernel::Timestamp(seen.row.found_at),
        changed: kernel::Timestamp(seen.row.changed_at),
        seen: kernel::Timestamp(seen.row.seen_at),
        picture: picture::chart(&teller, &seen),
        ranks: matches!(seen.card, Card::Cause(_)).then(|| picture::mini(&teller, &seen)).flatten(),
        split,
        labels,
        quotes,
        passed: tests.iter().filter(|test| test.is_passed).count(),
        tests,
        days,
        owners: std::iter::once(nobody).chain(Owners::load(&viewer).await?.options()).collect(),
        owner: line.owner.as_ref().and(seen.row.owner.clone()).unwrap_or_default(),
        is_open: seen.state() == seen::State::Open,
        may_own: viewer.role() >= Role::Manager,
        may_dismiss: viewer.role() >= Role::Agent && seen.row.gone_at.is_none(),
        next: next(&teller, &seen, Some(&known)).filter(|_| seen.row.gone_at.is_none()),
        line,
    };
    viewer.page("understand/insight.html", Section::Understand, page).await
}

fn labels(teller: &Teller<'_>, card: &Cause) -> Vec<(String, String)> {
    let mask = Mask::for_everybody(teller.asking);
    let shown = teller.label(&card.labels);
    let others = card.labels.iter().filter(|label| Some(*label) != shown);
    others.map(|(language, label)| (language.clone(), mask.text(label).into_owned())).collect()
}

fn split_view(teller: &Teller<'_>, seen: &Seen, split: &Split) -> SplitView {
    let rows = split.groups.iter().map(|part| PartView {
        value: teller.value(&split.column, part.value.as_deref()),
        n_before: part.n_before,
        n_after: part.n_after,
        before: (part.n_before > 0).then_some(part.before),
        after: (part.n_after > 0).then_some(part.after),
        mix: part.mix,
        rate: part.rate,
    });
    let rest = |all: f64, of: fn(&Part) -> f64| all - split.groups.iter().map(of).sum::<f64>();
    SplitView {
        attribute: teller.dimension(&split.column),
        unit: Teller::metric(seen).map_or("mean", measures::Metric::unit_name),
        mix: split.mix,
        rate: split.rate,
        sum: split.mix + split.rate,
        rows: rows.collect(),
        others: (split.others != 0.0).then(|| (rest(split.rate, |part| part.rate), rest(split.mix, |part| part.mix))),
    }
}

/// What customers said, from the log: whatever was erased since is not there any more. Those in the reader's language first.
async fn quotes(teller: &Teller<'_>, ground: &Ground, seen: &Seen, card: &Cause) -> Result<Vec<QuoteView>> {
    let asking = teller.asking;
    let uids: Vec<Uid> = card.quotes.iter().filter_map(|quote| quote.uid.parse().ok()).collect();
    let found = ground.0.signals(asking.workspace(), &uids).await.map_err(Error::from)?;
    let (mask, metric) = (Mask::for_everybody(asking), Teller::metric(seen));
    let mut quotes = Vec::new();
    for quote in &card.quotes {
        let Some(logged) = found.iter().find(|logged| logged.uid.to_string() == quote.uid) else { continue };
        let kernel::signal::What::Response(response) = &logged.signal.body.what;
        let mut written: Vec<(&str, &str)> = response
            .answers
            .iter()
            .filter(|answer| answer.kind.is_verbatim())
            .filter_map(|answer| Some((answer.question.as_str(), answer.text.as_deref()?)))
            .collect();
        written.sort_unstable_by_key(|(question, _)| *question);
        let text = written.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
        let score = response.answers.iter().find(|answer| answer.question == card.question);
        let score = score.and_then(|answer| answer.score);
        quotes.push(QuoteView {
            href: format!("/understand/responses/{}", quote.uid),
            language: logged.signal.language.clone(),
            score: score.map(|score| teller.number(score, 0)),
            tone: score.zip(metric).map(|(score, metric)| metric.tone(score.round() as i64)),
            pieces: pieces(&text, &quote.spans, &mask),
        });
    }
    quotes.sort_by_key(|quote| quote.language.as_deref() != Some(asking.locale.code()));
    Ok(quotes)
}
