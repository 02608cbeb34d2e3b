//! `/understand/reading`: how well texts are read, by what members said, and how far reading again is.

use std::collections::HashMap;

use axum::extract::RawQuery;
use kernel::{Error, Result, Role, Uid};
use lake::{Brief, Cell};
use serde::Serialize;
use text::{About, Pair, Sentiment};
use ui::Section;
use ui::http::{Admin, Asking, Fields, Flash as _, Reply, Viewer, see_other};

use super::card::{self, Measure};
use super::labels::{self, LABELS, Label};
use super::learning::{Learning, learning};
use super::models::{self, USED};
use super::{again, counts};
use crate::subject::{Ground, definition, format};

pub const PATH: &str = "/understand/reading";
const TEMPLATE: &str = "understand/reading.html";
/// Labels that are counted: the latest.
pub const COUNTED_MAX: u64 = 5_000;
/// The same where a transformer reads, which takes a hundred times as long.
const COUNTED_BY_TRANSFORMER_MAX: u64 = 200;
/// Responses asked for at once.
const CHUNK: usize = 500;
/// Languages whose texts are read.
const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];

#[derive(Serialize)]
struct Page {
    progress: Progress,
    measured: Measured,
    learning: Learning,
    /// What the model card says of the weights that ship.
    card: Vec<Measure>,
    /// Names the weights that read.
    weights: String,
    languages_read: Vec<&'static str>,
    transformer: Option<Transformer>,
}

/// What judges whole texts in place of the weights that ship.
#[derive(Serialize)]
struct Transformer {
    name: String,
    family: &'static str,
    parameters: u64,
    tokens_max: usize,
    /// Its own labels, and what they stand for.
    labels: Vec<(String, &'static str)>,
    languages: Vec<String>,
}

impl Transformer {
    fn of(about: &About) -> Self {
        let label = |(name, stands_for): &(String, Sentiment)| (name.clone(), lake::label(*stands_for));
        Self {
            name: about.name.to_string(),
            family: about.family,
            parameters: about.parameters,
            tokens_max: about.tokens_max,
            labels: about.labels.iter().map(label).collect(),
            languages: about.languages.clone(),
        }
    }
}

#[derive(Serialize)]
struct Progress {
    /// Of answers in sealed segments.
    done: u64,
    all: u64,
    percent: u64,
    is_done: bool,
    is_stopped: bool,
    may_steer: bool,
}

#[derive(Debug, Default, Serialize)]
struct Measured {
    /// Texts judged by hand, and in how many of them the reader agrees; `unclear` by hand is not counted here.
    judged: u64,
    agreed: u64,
    share: Option<String>,
    low: Option<String>,
    high: Option<String>,
    is_few: bool,
    /// Texts that members find unclear.
    unclear: u64,
    /// Texts judged by hand that the reader has learned from and that therefore measure nothing.
    learned_from: u64,
    /// By hand in rows, by the reader in columns.
    kinds: Vec<&'static str>,
    rows: Vec<(&'static str, Vec<u64>)>,
}

/// `GET /understand/reading`; htmx asks for the progress alone, or with `part=learning` for that.
pub async fn page(viewer: Viewer, ground: Ground, RawQuery(query): RawQuery) -> Reply {
    let context = Page {
        progress: progress(&viewer, &ground).await?,
        measured: measured(&viewer, &ground).await?,
        learning: learning(&viewer, &ground).await?,
        card: card::measures(),
        weights: ground.0.reader(viewer.workspace()).version().to_owned(),
        languages_read: LANGUAGES.to_vec(),
        transformer: ground.0.shared_reader().transformer().map(|one| Transformer::of(one.about())),
    };
    if viewer.is_htmx() {
        let fields = Fields::parse(query.unwrap_or_default().as_bytes());
        let part = if fields.get("part") == Some("learning") { "learning" } else { "progress" };
        return viewer.block(TEMPLATE, part, context);
    }
    viewer.page(TEMPLATE, Section::Understand, context).await
}

/// `POST /understand/reading/stop`
pub async fn stop(admin: Admin) -> Reply {
    again::stop(admin.store(), admin.workspace(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-reading-stopped-flash"))
}

/// `POST /understand/reading/go-on`
pub async fn go_on(admin: Admin) -> Reply {
    again::go_on(admin.store(), admin.workspace(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-reading-goes-on-flash"))
}

/// `POST /understand/reading/again`: even what this reader has read.
pub async fn restart(admin: Admin, ground: Ground) -> Reply {
    ground.0.forget_readings(admin.workspace()).await?;
    again::note_again(admin.store(), admin.workspace(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-reading-goes-on-flash"))
}

async fn progress(asking: &Asking, ground: &Ground) -> Result<Progress> {
    let standing = ground.0.standing(asking.workspace()).await?;
    Ok(Progress {
        done: standing.done,
        all: standing.all,
        percent: standing.done * 100 / standing.all.max(1),
        is_done: standing.is_done(),
        is_stopped: again::is_stopped(asking.store(), asking.workspace()).await?,
        may_steer: asking.role() >= Role::Admin,
    })
}

async fn measured(asking: &Asking, ground: &Ground) -> Result<Measured> {
    let counted = match ground.0.shared_reader().transformer() {
        Some(_) => COUNTED_BY_TRANSFORMER_MAX,
        None => COUNTED_MAX,
    };
    let labels = labels::latest(asking.store(), asking.workspace(), counted).await?;
    let learned_at = models::find(asking.store(), asking.workspace(), USED).await?;
    let learned_at = learned_at.filter(|used| used.fits).map(|used| used.learned_at);
    let kinds: Vec<&'static str> = counts::KINDS.into_iter().chain(["unread"]).collect();
    let mut rows: Vec<(&'static str, Vec<u64>)> = LABELS.map(|label| (label, vec![0; kinds.len()])).to_vec();
    let mut measured = Measured::default();
    for (label, judged) in judged(asking, ground, labels).await? {
        if learned_at.is_some_and(|at| label.at.0 <= at) && !judged.held_out {
            measured.learned_from += 1;
            continue;
        }
        let row = rows.iter_mut().find(|(known, _)| *known == label.label);
        if let (Some((_, row)), Some(place)) = (row, kinds.iter().position(|known| *known == judged.kind)) {
            row[place] += 1;
        }
        if label.label == "unclear" {
            measured.unclear += 1;
        } else if let Some(sentiment) = judged.sentiment {
            measured.judged += 1;
            measured.agreed += u64::from(sentiment == label.label);
        }
    }
    let format = format(asking);
    let estimate = stats::percent(measured.agreed, measured.judged);
    let percent = |value: f64| format.percent(value, 0);
    let range = estimate.and_then(|estimate| estimate.range);
    Ok(Measured {
        share: estimate.map(|estimate| percent(estimate.value)),
        low: range.map(|range| percent(range.low)),
        high: range.map(|range| percent(range.high)),
        is_few: stats::is_small(measured.judged),
        rows,
        kinds,
        ..measured
    })
}

/// What the reader itself says of a text that a member judged.
struct Judged {
    kind: String,
    sentiment: Option<&'static str>,
    /// By the hash of the text, so that nothing is ever learned from it.
    held_out: bool,
}

/// The labels whose texts are still there, each with what the reader says: read now, because columns hold what members
/// say.
async fn judged(asking: &Asking, ground: &Ground, labels: Vec<Label>) -> Result<Vec<(Label, Judged)>> {
    let mut uids: Vec<Uid> = labels.iter().map(|label| label.uid).collect();
    uids.sort_unstable();
    uids.dedup();
    let mut first: HashMap<String, String> = HashMap::new();
    if !uids.is_empty() {
        for row in asking.store().surveys(asking.workspace()).await? {
            if let Some(language) = definition(&row)?.languages.first() {
                first.insert(row.key, language.clone());
            }
        }
    }
    let mut texts: HashMap<(Uid, String), (String, Option<String>)> = HashMap::new();
    for some in uids.chunks(CHUNK) {
        let places: Vec<String> = (1..=some.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "select _uid, question, text, language, survey from answers \
             where {} and text is not null and _uid in ({})",
            crate::ask::IS_VERBATIM,
            places.join(", ")
        );
        let params: Vec<Cell> = some.iter().copied().map(Cell::from).collect();
        for row in ground.0.query(asking.workspace(), &sql, &params).await?.rows().await? {
            let Ok([uid, question, text, language, survey]) = <[Cell; 5]>::try_from(row) else { continue };
            if let (Some(uid), Some(question), Some(text)) = (uid.as_uid(), question.as_str(), text.as_str()) {
                let tag = language.as_str().or_else(|| first.get(survey.as_str()?).map(String::as_str));
                let prior = tag.and_then(lake::prior);
                texts.insert((uid, question.to_owned()), (text.to_owned(), prior));
            }
        }
    }
    let judge = ground.0.reader(asking.workspace());
    let read = move || -> Vec<(Label, Judged)> {
        let one = |label: Label| {
            let (text, prior) = texts.get(&(label.uid, label.question.clone()))?;
            let brief = judge.judge(text, prior.as_deref());
            let held_out = Pair { text, language: "", label: 0 }.is_held_out();
            Some((label, Judged { kind: kind(&brief), sentiment: brief.sentiment(), held_out }))
        };
        labels.into_iter().filter_map(one).collect()
    };
    tokio::task::spawn_blocking(read).await.map_err(Error::internal)
}

/// As [`counts::KIND_SQL`] tells it.
fn kind(brief: &Brief) -> String {
    let likely = brief.likely().filter(|likely| !likely.contains('+'));
    match (brief.sentiment(), likely) {
        (None, _) => "unread".to_owned(),
        (Some(_), Some(one)) => one.to_owned(),
        (Some(_), None) => "unclear".to_owned(),
    }
}
