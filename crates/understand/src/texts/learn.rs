//! Learning from one's own ratings and comments: it is tried in the background and measured on answers that it has not
//! seen; then an administrator switches it on, or not, and can go back.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use kernel::{Error, MemberId, Refusal, Result, Timestamp, WorkspaceId, time};
use lake::Lake;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store, Txn};
use text::{Judgement, Own, Pair, Reader, Sentiment};

use super::measure::{Example, Report};
use super::models::{self, TRIED, USED};
use super::pairs::{self, Comment};
use crate::entity::text_model;
use crate::entity::text_trial::{ActiveModel, Column, Entity, Model};

/// A judgement of a member counts as much as so many ratings.
const BY_HAND_COUNTS: usize = 3;
/// Texts that would be read differently and are shown.
const EXAMPLES_MAX: usize = 8;
/// How often whoever works on a trial says that it is alive, and after how long another takes over.
const BEAT: Duration = Duration::from_secs(1);
const SILENT: i64 = 15 * time::SECOND;
/// Percent of the work when the texts are there, and when it is learned.
const GATHERED: u8 = 15;
const LEARNED: u8 = 90;

/// Why a trial came to nothing.
pub const FEW: &str = "few";
pub const FAILED: &str = "error";

/// The trial of a workspace that is under way or came to nothing.
pub async fn trial(store: &Store, workspace: WorkspaceId) -> Result<Option<Model>> {
    Entity::find_by_id(workspace.0).one(store.reads()).await.check()
}

/// Asks for a trial; while one is under way this changes nothing.
pub async fn ask(store: &Store, workspace: WorkspaceId, by: &MemberId) -> Result<()> {
    let txn = store.write().await?;
    let failed = Entity::delete_many().filter(Column::WorkspaceId.eq(workspace.0)).filter(Column::Failed.is_not_null());
    failed.exec(&*txn).await.check()?;
    let row = ActiveModel {
        workspace_id: Set(workspace.0),
        by_member: Set(by.to_string()),
        asked_at: Set(store.env().now().0),
        beat_at: Set(None),
        percent: Set(0),
        failed: Set(None),
        held_out: Set(None),
    };
    let known = OnConflict::new().do_nothing().to_owned();
    let made = Entity::insert(row).on_conflict(known).exec_without_returning(&*txn).await.check()?;
    if made > 0 {
        note(&txn, workspace, by, "texts.learn_try", json!({})).await?;
    }
    txn.commit().await
}

/// Does the trial that was asked for, if there is one that nobody else works on; returns whether there was. One that is
/// killed is begun anew by the next that looks, and comes to the same.
pub async fn try_asked(store: &Store, lake: &Lake, workspace: WorkspaceId) -> Result<bool> {
    let Some(row) = trial(store, workspace).await?.filter(|row| row.failed.is_none()) else { return Ok(false) };
    if !claim(store, workspace).await? {
        return Ok(false);
    }
    match tried(store, lake, workspace).await {
        Ok(Ok(fit)) => keep(store, workspace, &row, fit).await?,
        Ok(Err(held_out)) => give_up(store, workspace, FEW, Some(held_out)).await?,
        Err(error) => {
            tracing::error!(%workspace, %error, "learning from a workspace's own texts failed");
            give_up(store, workspace, FAILED, None).await?;
        }
    }
    Ok(true)
}

/// Reads texts with what was tried, from now on.
///
/// # Errors
/// `nothing_learned` where nothing was tried that fits the weights that ship.
pub async fn switch_on(store: &Store, lake: &Lake, workspace: WorkspaceId, by: &MemberId) -> Result<()> {
    let tried = models::load(store, workspace, TRIED).await?;
    let base = Reader::new();
    let tried = tried.filter(|tried| tried.base == base.version()).ok_or_else(|| Refusal::new("nothing_learned"))?;
    let version = tried.version.clone();
    let txn = store.write().await?;
    let used = text_model::Model { slot: USED.into(), by_member: by.to_string(), at: store.env().now().0, ..tried };
    models::put(&txn, used).await?;
    note(&txn, workspace, by, "texts.learn_on", json!({ "version": version })).await?;
    txn.commit().await?;
    models::refresh(store, lake, workspace).await
}

/// Reads texts as shipped, from now on. What was tried stays to be looked at.
pub async fn go_back(store: &Store, lake: &Lake, workspace: WorkspaceId, by: &MemberId) -> Result<()> {
    let txn = store.write().await?;
    if models::remove(&txn, workspace, USED).await? {
        note(&txn, workspace, by, "texts.learn_back", json!({})).await?;
    }
    txn.commit().await?;
    models::refresh(store, lake, workspace).await
}

async fn note(
    txn: &Txn,
    workspace: WorkspaceId,
    by: &MemberId,
    action: &'static str,
    detail: serde_json::Value,
) -> Result<()> {
    audit::note(txn, workspace, Deed { actor: by.as_str(), action, subject: "texts", detail }).await
}

/// Takes the trial; false where another works on it.
async fn claim(store: &Store, workspace: WorkspaceId) -> Result<bool> {
    let now = store.env().now();
    let free = Condition::any().add(Column::BeatAt.is_null()).add(Column::BeatAt.lt(now.minus(SILENT).0));
    let txn = store.write().await?;
    let taken = Entity::update_many()
        .col_expr(Column::BeatAt, Expr::value(Some(now.0)))
        .col_expr(Column::Percent, Expr::value(0))
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::Failed.is_null())
        .filter(free)
        .exec(&*txn)
        .await
        .check()?;
    txn.commit().await?;
    Ok(taken.rows_affected == 1)
}

async fn beat(store: &Store, workspace: WorkspaceId, percent: u8) -> Result<()> {
    let row = ActiveModel {
        workspace_id: Set(workspace.0),
        beat_at: Set(Some(store.env().now().0)),
        percent: Set(percent.into()),
        ..Default::default()
    };
    change(store, row).await
}

async fn give_up(store: &Store, workspace: WorkspaceId, why: &str, held_out: Option<usize>) -> Result<()> {
    let row = ActiveModel {
        workspace_id: Set(workspace.0),
        beat_at: Set(None),
        failed: Set(Some(why.to_owned())),
        held_out: Set(held_out.map(|count| count as i32)),
        ..Default::default()
    };
    change(store, row).await
}

async fn change(store: &Store, row: ActiveModel) -> Result<()> {
    let txn = store.write().await?;
    Entity::update(row).exec(&*txn).await.check()?;
    txn.commit().await
}

async fn keep(store: &Store, workspace: WorkspaceId, trial: &Model, (own, report): (Own, Report)) -> Result<()> {
    let now: Timestamp = store.env().now();
    let base = Reader::new();
    let model = text_model::Model {
        workspace_id: workspace.0,
        slot: TRIED.into(),
        base: base.version().to_owned(),
        model: own.to_bytes(),
        version: Reader::with(own).version().to_owned(),
        report: serde_json::to_string(&report).map_err(Error::internal)?,
        learned_at: now.0,
        by_member: trial.by_member.clone(),
        at: now.0,
    };
    let txn = store.write().await?;
    models::put(&txn, model).await?;
    Entity::delete_by_id(workspace.0).exec(&*txn).await.check()?;
    txn.commit().await
}

/// What was learned and measured; where there are too few texts, how many could have been held out.
type Fit = Result<(Own, Report), usize>;

/// Learns and measures, saying now and then how far it is.
async fn tried(store: &Store, lake: &Lake, workspace: WorkspaceId) -> Result<Fit> {
    let comments = pairs::gather(store, lake, workspace).await?;
    let percent = Arc::new(AtomicU8::new(GATHERED));
    let told = percent.clone();
    let mut work = tokio::task::spawn_blocking(move || fit(&comments, &told));
    loop {
        tokio::select! {
            done = &mut work => return done.map_err(Error::internal),
            () = tokio::time::sleep(BEAT) => beat(store, workspace, percent.load(Ordering::Relaxed)).await?,
        }
    }
}

/// A comment in a language that is read, as the weights that ship judge it.
struct Readable<'a> {
    comment: &'a Comment,
    before: Judgement,
    held_out: bool,
}

/// What these comments teach, and what it changes in those that are held out.
fn fit(comments: &[Comment], percent: &AtomicU8) -> Fit {
    let shipped = Reader::new();
    let readable: Vec<Readable<'_>> = comments
        .iter()
        .filter_map(|comment| {
            let before = shipped.judge(&comment.text, comment.prior.as_deref());
            before.sentiment?;
            let held_out = pair(comment, before.language).is_held_out();
            Some(Readable { comment, before, held_out })
        })
        .collect();
    let pairs: Vec<Pair<'_>> = readable
        .iter()
        .flat_map(|readable| {
            let times = if readable.comment.by_hand && !readable.held_out { BY_HAND_COUNTS } else { 1 };
            std::iter::repeat_n(pair(readable.comment, readable.before.language), times)
        })
        .collect();
    let mut tell = |done: usize, all: usize| {
        let span = usize::from(LEARNED - GATHERED);
        percent.store(GATHERED + (done * span / all.max(1)) as u8, Ordering::Relaxed);
    };
    let few = || readable.iter().filter(|readable| readable.held_out).count();
    let (own, _) = Own::learn_telling(&pairs, &mut tell).ok_or_else(few)?;
    percent.store(LEARNED, Ordering::Relaxed);
    let all = report(&readable, &Reader::with(own.clone()));
    // A language that would be read worse stays as shipped.
    let left: Vec<&String> = all.languages.iter().filter(|(_, both)| both.is_worse()).map(|(code, _)| code).collect();
    if left.is_empty() {
        return Ok((own, all));
    }
    let own = left.iter().fold(own, |own, language| own.without(language));
    let mut report = report(&readable, &Reader::with(own.clone()));
    for (code, both) in &mut report.languages {
        both.left = left.contains(&code);
    }
    Ok((own, report))
}

fn pair<'a>(comment: &'a Comment, language: &'a str) -> Pair<'a> {
    Pair { text: &comment.text, language, label: comment.known as u8 }
}

fn report(readable: &[Readable<'_>], reader: &Reader) -> Report {
    let mut report = Report::default();
    let mut imports: BTreeSet<&str> = BTreeSet::new();
    for Readable { comment, before, held_out } in readable {
        report.by_hand += u64::from(comment.by_hand);
        imports.extend(comment.import.as_deref());
        let language = report.languages.entry(before.language.to_owned()).or_default();
        if !held_out {
            report.whole.taught += 1;
            language.taught += 1;
            continue;
        }
        let after = reader.judge(&comment.text, comment.prior.as_deref());
        language.add(comment.known, before, &after);
        let is_changed = report.whole.add(comment.known, before, &after);
        if let (true, Some(was), Some(is)) = (is_changed, before.sentiment, after.sentiment) {
            report.examples.push(example(comment, was, is));
        }
    }
    report.examples = spread(report.examples);
    report.imports = imports.into_iter().map(str::to_owned).collect();
    report
}

fn example(comment: &Comment, before: Sentiment, after: Sentiment) -> Example {
    let [known, before, after] = [comment.known, before, after].map(|one| lake::label(one).to_owned());
    Example { uid: comment.uid.to_string(), question: comment.question.clone(), known, before, after }
}

/// A few from everywhere, so that better and worse ones are seen as they come.
fn spread(all: Vec<Example>) -> Vec<Example> {
    let count = all.len();
    let chosen = Ord::min(count, EXAMPLES_MAX);
    let is_chosen = |place: usize| place * chosen / count != (place + 1) * chosen / count;
    all.into_iter().enumerate().filter(|(place, _)| is_chosen(*place)).map(|(_, example)| example).collect()
}

#[cfg(test)]
mod tests {
    use kernel::Uid;

    use super::*;

    fn comments(count: usize) -> Vec<Comment> {
        let comment = |n: usize| {
            let (word, known) = [("zorply", Sentiment::Neg), ("flimbrous", Sentiment::Pos)][n % 2];
            Comment {
                uid: Uid([n as u8; 16]),
                question: "why".into(),
                text: format!("The table by window {n} was quite {word} at noon"),
                prior: Some("en".into()),
                known,
                by_hand: n == 0,
                import: (n < 10).then(|| "imp_1".into()),
            }
        };
        (0..count).map(comment).collect()
    }

    #[test]
    fn words_of_ones_own_are_learned_and_measured_on_what_was_not_seen() {
        let percent = AtomicU8::new(0);
        let comments = comments(400);
        let (own, report) = fit(&comments, &percent).unwrap();
        assert_eq!(percent.load(Ordering::Relaxed), LEARNED);
        let whole = &report.whole;
        assert_eq!(whole.taught + whole.after.texts, 400);
        assert!((50..120).contains(&whole.after.texts), "about a fifth is held out: {}", whole.after.texts);
        assert!(whole.after.accuracy() > Some(95.0), "{whole:?}");
        assert!(whole.before.accuracy() < Some(70.0), "{whole:?}");
        assert_eq!(report.verdict(), super::super::measure::Verdict::Better);
        assert_eq!((report.by_hand, report.imports.len(), report.examples.len()), (1, 1, EXAMPLES_MAX));
        assert_eq!(report.languages.keys().collect::<Vec<_>>(), ["en"]);
        // A second time comes to the same, to the bit.
        let (again, told) = fit(&comments, &percent).unwrap();
        assert_eq!((again.to_bytes(), told), (own.to_bytes(), report));
    }

    #[test]
    fn a_language_that_would_be_read_worse_stays_as_shipped() {
        // Swedish ratings at odds with their words, which the weights that ship read rightly where they are held out.
        let swedish = |n: usize| {
            let text = format!("Fantastiskt bra service vid bord {n}, rekommenderas varmt");
            let comment = Comment { text, prior: Some("sv".into()), by_hand: false, ..comments(1).remove(0) };
            let held_out = pair(&comment, "sv").is_held_out();
            Comment { known: if held_out { Sentiment::Pos } else { Sentiment::Neg }, ..comment }
        };
        let both: Vec<Comment> = comments(300).into_iter().chain((0..200).map(swedish)).collect();
        let (own, report) = fit(&both, &AtomicU8::new(0)).unwrap();
        assert!(report.languages["sv"].left && !report.languages["en"].left, "{report:?}");
        assert_eq!(report.languages["sv"].changed, 0);
        let text = "Fantastiskt bra service, rekommenderas varmt";
        let (shipped, reader) = (Reader::new(), Reader::with(own));
        assert_eq!(shipped.read(text, Some("sv")), reader.read(text, Some("sv")));
        assert_eq!(report.verdict(), super::super::measure::Verdict::Better);
    }

    #[test]
    fn too_few_teach_nothing() {
        let few = fit(&comments(40), &AtomicU8::new(0)).unwrap_err();
        assert!(few < Own::FEWEST, "{few}");
    }

    #[test]
    fn examples_come_from_everywhere() {
        let one = |n: usize| example(&comments(n + 1)[n], Sentiment::Neg, Sentiment::Pos);
        let all: Vec<Example> = (0..40).map(one).collect();
        let some = spread(all.clone());
        assert_eq!(some.len(), EXAMPLES_MAX);
        assert_eq!(some.last(), all.last());
        assert_eq!(spread(all[..3].to_vec()), all[..3]);
        assert!(spread(vec![]).is_empty());
    }
}
