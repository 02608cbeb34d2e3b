//! The part of `/understand/reading` about learning from one's own answers, and its three buttons.

use std::collections::HashMap;

use kernel::signal::What;
use kernel::{Result, Role, Timestamp, Uid};
use serde::Serialize;
use store::Logged;
use text::Own;
use ui::Tone;
use ui::feeling::tone_of;
use ui::http::{Admin, Asking, Flash as _, Reply, see_other};

use super::learn;
use super::measure::{Both, Example, Report, Tally, Verdict};
use super::models::{self, Learned, TRIED, USED};
use super::page::PATH;
use crate::subject::{Ground, definition};

/// Characters of an example that are shown.
const SHOWN_CHARS_MAX: usize = 160;

#[derive(Serialize)]
pub struct Learning {
    /// How far a trial is, in percent.
    percent: Option<i32>,
    /// Why the last one came to nothing, how many texts could be held out, and how many it takes.
    failed: Option<String>,
    held_out: Option<i32>,
    fewest: usize,
    used: Option<Used>,
    tried: Option<Tried>,
    may_steer: bool,
}

/// What texts are read with.
#[derive(Serialize)]
struct Used {
    since: Timestamp,
    by: String,
    learned_at: Timestamp,
    /// Whether it still stands on the weights that ship; if not, texts are read as shipped.
    fits: bool,
    withdrawn: bool,
}

/// What came of the last trial.
#[derive(Serialize)]
struct Tried {
    at: Timestamp,
    fits: bool,
    withdrawn: bool,
    is_used: bool,
    verdict: Verdict,
    points: f64,
    low: f64,
    high: f64,
    texts: u64,
    taught: u64,
    by_hand: u64,
    changed: u64,
    fixed: u64,
    broken: u64,
    measures: Vec<Row>,
    by_language: Vec<Language>,
    examples: Vec<Shown>,
}

/// A measure before and after, in percent.
#[derive(Serialize)]
struct Row {
    /// The end of the key of its name.
    name: &'static str,
    before: f64,
    after: f64,
    change: f64,
}

#[derive(Serialize)]
struct Language {
    code: String,
    taught: u64,
    texts: u64,
    before: Option<f64>,
    after: Option<f64>,
    /// It would be read worse, and stays as shipped.
    left: bool,
}

/// A text that would be read differently.
#[derive(Serialize)]
struct Shown {
    text: String,
    language: Option<String>,
    href: String,
    /// What the rating says, what the reader says, and what it would say.
    known: Mood,
    before: Mood,
    after: Mood,
}

#[derive(Serialize)]
struct Mood {
    kind: String,
    tone: Option<Tone>,
}

impl Mood {
    fn of(kind: &str) -> Self {
        Self { kind: kind.to_owned(), tone: tone_of(kind) }
    }
}

/// `POST /understand/reading/learn`: begins a trial.
pub async fn try_it(admin: Admin) -> Reply {
    learn::ask(admin.store(), admin.workspace(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-learn-asked-flash"))
}

/// `POST /understand/reading/learn/on`
///
/// # Errors
/// `nothing_learned`.
pub async fn switch_on(admin: Admin, ground: Ground) -> Reply {
    learn::switch_on(admin.store(), &ground.0, admin.workspace(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-learn-on-flash"))
}

/// `POST /understand/reading/learn/back`
pub async fn back(admin: Admin, ground: Ground) -> Reply {
    learn::go_back(admin.store(), &ground.0, admin.workspace(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-learn-back-flash"))
}

pub async fn learning(asking: &Asking, ground: &Ground) -> Result<Learning> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let trial = learn::trial(store, workspace).await?;
    let used = models::find(store, workspace, USED).await?;
    let tried = models::find(store, workspace, TRIED).await?;
    let withdrawn = store.withdrawals(workspace).await?;
    let is_withdrawn =
        |report: &Report| report.imports.iter().any(|import| withdrawn.iter().any(|gone| gone.as_str() == import));
    let in_use = used.as_ref().map(|used| used.version.clone());
    let tried = match tried {
        Some(tried) => {
            let withdrawn = is_withdrawn(&tried.report);
            Some(shown(asking, ground, tried, in_use.as_deref(), withdrawn).await?)
        }
        None => None,
    };
    let used = match used {
        Some(used) => Some(Used {
            since: Timestamp(used.at),
            by: member(asking, &used.by).await?,
            learned_at: Timestamp(used.learned_at),
            fits: used.fits,
            withdrawn: is_withdrawn(&used.report),
        }),
        None => None,
    };
    Ok(Learning {
        percent: trial.as_ref().filter(|trial| trial.failed.is_none()).map(|trial| trial.percent),
        held_out: trial.as_ref().and_then(|trial| trial.held_out),
        failed: trial.and_then(|trial| trial.failed),
        fewest: Own::FEWEST,
        used,
        tried,
        may_steer: asking.role() >= Role::Admin,
    })
}

/// A member's name; their id where they are gone.
async fn member(asking: &Asking, id: &str) -> Result<String> {
    let members = asking.store().members(asking.workspace()).await?;
    let found = members.into_iter().find(|member| member.id == id);
    Ok(found.map_or_else(|| id.to_owned(), |one| if one.name.is_empty() { one.email } else { one.name }))
}

async fn shown(
    asking: &Asking,
    ground: &Ground,
    tried: Learned,
    in_use: Option<&str>,
    withdrawn: bool,
) -> Result<Tried> {
    let Learned { version, fits, report, learned_at, .. } = tried;
    let (verdict, gain) = (report.verdict(), report.gain());
    let of_language = |(code, both): (&String, &Both)| Language {
        code: code.clone(),
        taught: both.taught,
        texts: both.after.texts,
        before: both.before.accuracy(),
        after: both.after.accuracy(),
        left: both.left,
    };
    Ok(Tried {
        at: Timestamp(learned_at),
        fits,
        withdrawn,
        is_used: in_use == Some(version.as_str()),
        verdict,
        points: gain.map_or(0.0, |gain| gain.points),
        low: gain.map_or(0.0, |gain| gain.low),
        high: gain.map_or(0.0, |gain| gain.high),
        texts: report.whole.after.texts,
        taught: report.whole.taught,
        by_hand: report.by_hand,
        changed: report.whole.changed,
        fixed: report.whole.fixed,
        broken: report.whole.broken,
        measures: measures(&report.whole),
        by_language: report.languages.iter().map(of_language).collect(),
        examples: examples(asking, ground, &report.examples).await?,
    })
}

fn measures(whole: &Both) -> Vec<Row> {
    type Measure = fn(&Tally) -> Option<f64>;
    let all: [(&'static str, Measure); 4] = [
        ("accuracy", Tally::accuracy),
        ("f1", Tally::macro_f1),
        ("polarity", Tally::polarity),
        ("covered", Tally::covered),
    ];
    let row = |(name, measure): (&'static str, Measure)| {
        let (before, after) = (measure(&whole.before)?, measure(&whole.after)?);
        Some(Row { name, before, after, change: after - before })
    };
    all.into_iter().filter_map(row).collect()
}

/// The beginning of a text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The examples whose words are still there, and which this member may read.
async fn examples(asking: &Asking, ground: &Ground, examples: &[Example]) -> Result<Vec<Shown>> {
    let uids: Vec<Uid> = examples.iter().filter_map(|example| example.uid.parse().ok()).collect();
    let found = ground.0.signals(asking.workspace(), &uids).await?;
    let found: HashMap<String, Logged> = found.into_iter().map(|logged| (logged.uid.to_string(), logged)).collect();
    let mut shown = Vec::new();
    for example in examples {
        let Some(logged) = found.get(&example.uid) else { continue };
        let What::Response(response) = &logged.signal.body.what;
        let Some(survey) = asking.store().survey_by_key(asking.workspace(), &response.survey).await? else { continue };
        if definition(&survey)?.anonymous || !crate::verbatims::may_read(asking, Some(&survey)).await? {
            continue;
        }
        let answer = response.answers.iter().find(|answer| answer.question == example.question);
        let Some(text) = answer.and_then(|answer| answer.text.clone()) else { continue };
        shown.push(Shown {
            text: cut(&text),
            language: logged.signal.language.clone(),
            href: format!("/understand/responses/{}?why={}", example.uid, example.question),
            known: Mood::of(&example.known),
            before: Mood::of(&example.before),
            after: Mood::of(&example.after),
        });
    }
    Ok(shown)
}
