//! `/understand/reading`: how well texts are read, by what members said, and how far reading again is.

use std::collections::HashMap;

use kernel::{Result, Role, Uid};
use lake::Cell;
use serde::Serialize;
use ui::Section;
use ui::http::{Admin, Asking, Flash as _, Reply, Viewer, see_other};

use super::labels::{self, LABELS};
use super::{again, counts};
use crate::subject::{Ground, format};

const PATH: &str = "/understand/reading";
const TEMPLATE: &str = "understand/reading.html";
/// Labels that are counted: the latest.
pub const COUNTED_MAX: u64 = 5_000;
/// Responses asked for at once.
const CHUNK: usize = 500;
/// Languages whose texts are read.
const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];

#[derive(Serialize)]
struct Page {
    progress: Progress,
    measured: Measured,
    /// Names the weights that read.
    weights: String,
    languages_read: Vec<&'static str>,
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
    /// By hand in rows, by the reader in columns.
    kinds: Vec<&'static str>,
    rows: Vec<(&'static str, Vec<u64>)>,
}

/// `GET /understand/reading`; htmx asks for the progress alone.
pub async fn page(viewer: Viewer, ground: Ground) -> Reply {
    let context = Page {
        progress: progress(&viewer, &ground).await?,
        measured: measured(&viewer, &ground).await?,
        weights: ground.0.reader(viewer.workspace()).version().to_owned(),
        languages_read: LANGUAGES.to_vec(),
    };
    if viewer.is_htmx() {
        return viewer.block(TEMPLATE, "progress", context);
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
    let labels = labels::latest(asking.store(), asking.workspace(), COUNTED_MAX).await?;
    let uids: Vec<Uid> = labels.iter().map(|label| label.uid).collect();
    let read = read(asking, ground, uids).await?;
    let kinds: Vec<&'static str> = counts::KINDS.into_iter().chain(["unread"]).collect();
    let mut rows: Vec<(&'static str, Vec<u64>)> = LABELS.map(|label| (label, vec![0; kinds.len()])).to_vec();
    let mut measured = Measured::default();
    for label in &labels {
        // What was withdrawn or answered anew is not there any more.
        let Some((kind, sentiment)) = read.get(&(label.uid, label.question.clone())) else { continue };
        let row = rows.iter_mut().find(|(known, _)| *known == label.label);
        if let (Some((_, row)), Some(place)) = (row, kinds.iter().position(|known| known == kind)) {
            row[place] += 1;
        }
        if label.label == "unclear" {
            measured.unclear += 1;
        } else if let Some(sentiment) = sentiment {
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

/// What the reader says of the texts of these responses: the kind, and the most probable label.
async fn read(
    asking: &Asking,
    ground: &Ground,
    mut uids: Vec<Uid>,
) -> Result<HashMap<(Uid, String), (String, Option<String>)>> {
    uids.sort_unstable();
    uids.dedup();
    let mut found = HashMap::new();
    for some in uids.chunks(CHUNK) {
        let places: Vec<String> = (1..=some.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "select _uid, question, {} as kind, _sentiment from answers where {} and _reader is not null and _uid in ({})",
            counts::KIND_SQL,
            crate::ask::IS_VERBATIM,
            places.join(", ")
        );
        let params: Vec<Cell> = some.iter().copied().map(Cell::from).collect();
        for row in ground.0.query(asking.workspace(), &sql, &params).await?.rows().await? {
            let Ok([uid, question, kind, sentiment]) = <[Cell; 4]>::try_from(row) else { continue };
            if let (Some(uid), Some(question), Some(kind)) = (uid.as_uid(), question.as_str(), kind.as_str()) {
                let sentiment = sentiment.as_str().map(str::to_owned);
                found.insert((uid, question.to_owned()), (kind.to_owned(), sentiment));
            }
        }
    }
    Ok(found)
}
