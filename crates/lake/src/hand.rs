//! What people say that texts say, laid over what readers say.
//!
//! A judgement by hand does not change a sealed file: it is laid over the columns of the reading where a question reads
//! them, as masks are, so that it counts with the next question, can be taken back, and outlives reading again. Questions
//! that do not look at readings neither see it nor count anew because of it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Float64Builder, RecordBatch, StringViewArray, StringViewBuilder,
};
use datafusion::arrow::datatypes::{Float64Type, Int64Type};
use datafusion::common::{Result, internal_datafusion_err};
use kernel::WorkspaceId;
use sha2::{Digest, Sha256};

use crate::files;
use crate::schema::{POSITION, READING};

/// The other column by which a judged text is found.
pub(crate) const QUESTION: &str = "question";

/// A judgement by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Says {
    Neg,
    Neu,
    Pos,
    /// Mixed, or nobody can tell.
    Unclear,
}

/// A text of the log that was judged by hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// Of its response.
    pub position: i64,
    /// Key of the answer.
    pub question: String,
    pub says: Says,
}

/// Knows what people say that texts say. Whoever changes it marks the workspace's rows as changed
/// (`store::Txn::rewrote`) in the same transaction.
#[async_trait]
pub trait ByHand: Send + Sync + 'static {
    async fn of(&self, workspace: WorkspaceId) -> kernel::Result<Vec<Said>>;
}

/// The judgements by hand over some rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Overlay {
    rows: HashMap<i64, Vec<(String, Says)>>,
    /// Equal for equal judgements; empty where there are none.
    pub version: String,
}

impl Overlay {
    /// Those of `said`, which ascend, whose response stands at one of these positions.
    pub(crate) fn of(said: &[Said], first: i64, last: i64, is_there: impl Fn(i64) -> bool) -> Self {
        let from = said.partition_point(|one| one.position < first);
        let to = said.partition_point(|one| one.position <= last);
        let mut hash = Sha256::new();
        let mut rows: HashMap<i64, Vec<(String, Says)>> = HashMap::new();
        for Said { position, question, says } in said[from..to].iter().filter(|one| is_there(one.position)) {
            hash.update(position.to_be_bytes());
            hash.update(question.as_bytes());
            hash.update([0, *says as u8]);
            rows.entry(*position).or_default().push((question.clone(), *says));
        }
        let version = if rows.is_empty() { String::new() } else { files::hex(&hash.finalize()) };
        Self { rows, version }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The columns of [`READING`] that are in `batch`, with what people say; it must have [`POSITION`] and [`QUESTION`].
    pub(crate) fn lay(&self, batch: &RecordBatch) -> Result<RecordBatch> {
        let missing = || internal_datafusion_err!("a batch that was judged by hand lacks a column");
        let positions = batch.column_by_name(POSITION).ok_or_else(missing)?.as_primitive::<Int64Type>();
        let questions =
            batch.column_by_name(QUESTION).and_then(|column| column.as_string_view_opt()).ok_or_else(missing)?;
        let judged = |row: usize| -> Option<Says> {
            let of_response = self.rows.get(&positions.value(row))?;
            let question = questions.is_valid(row).then(|| questions.value(row))?;
            of_response.iter().find(|(key, _)| key == question).map(|(_, says)| *says)
        };
        let judged: Vec<Option<Says>> = (0..batch.num_rows()).map(judged).collect();
        if judged.iter().all(Option::is_none) {
            return Ok(batch.clone());
        }
        let [_, sentiment, polarity, likely, ..] = READING;
        let mut columns = batch.columns().to_vec();
        for (column, field) in columns.iter_mut().zip(batch.schema_ref().fields()) {
            let over = match field.name() {
                name if name == sentiment => words(column, &judged, Says::sentiment, "neu"),
                name if name == likely => words(column, &judged, |says| Some(says.likely()), ""),
                name if name == polarity => Some(numbers(column, &judged)),
                _ => continue,
            };
            *column = over.ok_or_else(missing)?;
        }
        Ok(RecordBatch::try_new(batch.schema(), columns)?)
    }
}

impl Says {
    /// The most probable label; of what is unclear that of the reader stays.
    fn sentiment(self) -> Option<&'static str> {
        match self {
            Self::Neg => Some("neg"),
            Self::Neu => Some("neu"),
            Self::Pos => Some("pos"),
            Self::Unclear => None,
        }
    }

    fn polarity(self) -> Option<f64> {
        match self {
            Self::Neg => Some(-1.0),
            Self::Neu => Some(0.0),
            Self::Pos => Some(1.0),
            Self::Unclear => None,
        }
    }

    fn likely(self) -> &'static str {
        self.sentiment().unwrap_or("neg+neu+pos")
    }
}

/// What is judged with its word, or where that has none with what stands there, or else `default`.
fn words(
    column: &ArrayRef,
    judged: &[Option<Says>],
    word: impl Fn(Says) -> Option<&'static str>,
    default: &str,
) -> Option<ArrayRef> {
    let was: &StringViewArray = column.as_string_view_opt()?;
    let mut over = StringViewBuilder::new().with_deduplicate_strings();
    for (row, judged) in judged.iter().enumerate() {
        let stands = was.is_valid(row).then(|| was.value(row));
        over.append_option(match judged {
            Some(says) => word(*says).or(stands).or(Some(default)),
            None => stands,
        });
    }
    Some(Arc::new(over.finish()))
}

fn numbers(column: &ArrayRef, judged: &[Option<Says>]) -> ArrayRef {
    let was = column.as_primitive::<Float64Type>();
    let mut over = Float64Builder::new();
    for (row, judged) in judged.iter().enumerate() {
        let stands = was.is_valid(row).then(|| was.value(row));
        over.append_option(match judged {
            Some(says) => says.polarity().or(stands).or(Some(0.0)),
            None => stands,
        });
    }
    Arc::new(over.finish())
}

/// Whether a column is one of those that judgements are laid over.
pub(crate) fn is_of_reading(column: &str) -> bool {
    READING.contains(&column)
}

/// In the order in which overlays are made; of two for the same text the later one counts.
pub(crate) fn in_order(said: Vec<Said>) -> Vec<Said> {
    let mut last: HashMap<(i64, String), Says> = HashMap::new();
    for one in said {
        last.insert((one.position, one.question), one.says);
    }
    let all: BTreeSet<Said> =
        last.into_iter().map(|((position, question), says)| Said { position, question, says }).collect();
    all.into_iter().collect()
}
