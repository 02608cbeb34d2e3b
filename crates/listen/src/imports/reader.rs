//! The half of an import that reads: file to batches of log entries, on a thread of its own. It is ahead of the half
//! that writes by a few batches, and stops when that is gone.

use std::ops::ControlFlow;

use kernel::format::{Calendar, Format, Grain};
use kernel::signal::{Signal, What};
use kernel::{Locale, Result, Value, id};
use sha2::{Digest, Sha256};
use store::Entry;
use tokio::sync::mpsc::Sender;

use crate::import::{self, Outcome, Summary};
use crate::imports::REFUSED_MAX;
use crate::imports::record::{Counts, Refused};
use crate::imports::start::Started;

/// Responses, and bytes of their texts, of one batch; either closes it. A batch is one transaction.
const BATCH_RESPONSES: usize = 1_000;
const BATCH_BYTES: usize = 4 << 20;

/// Entries on their way, and what was read up to their last.
pub(super) struct Batch {
    pub entries: Vec<Entry>,
    pub read: Counts,
}

/// What the whole file held.
pub(super) struct Read {
    /// Missing where the file or the log refused to go on.
    pub summary: Result<Summary>,
    pub counts: Counts,
    /// The first refused lines.
    pub refused: Vec<Refused>,
}

struct Reader<'a> {
    started: &'a Started,
    batches: &'a Sender<Batch>,
    discreet: Option<Discreet>,
    entries: Vec<Entry>,
    bytes: usize,
    counts: Counts,
    refused: Vec<Refused>,
}

/// Reads all of it. Blocks: for a thread of its own.
pub(super) fn read(started: &Started, batches: &Sender<Batch>) -> Read {
    let mut reader = Reader {
        started,
        batches,
        discreet: Discreet::of(started),
        entries: Vec::with_capacity(BATCH_RESPONSES),
        bytes: 0,
        counts: Counts::default(),
        refused: Vec::new(),
    };
    let mut trouble = None;
    let Started { file, mapping, target, plan, .. } = started;
    let mut summary = import::run(file, mapping, &target.survey, plan.clone(), &mut |outcome| {
        reader.take(outcome).unwrap_or_else(|error| {
            trouble = Some(error);
            ControlFlow::Break(())
        })
    });
    if let Some(error) = trouble {
        summary = Err(error);
    }
    // Good rows before the trouble are kept as those of a file that ends there.
    _ = reader.flush();
    Read { summary, counts: reader.counts, refused: reader.refused }
}

impl Reader<'_> {
    fn take(&mut self, outcome: Outcome) -> Result<ControlFlow<()>> {
        self.counts.rows += 1;
        match outcome {
            Outcome::Rejected(rejected) => {
                self.counts.rejected += 1;
                if self.refused.len() < REFUSED_MAX {
                    self.refused.push(rejected.into());
                }
                Ok(ControlFlow::Continue(()))
            }
            Outcome::Response(mut signal) => {
                if let Some(discreet) = &self.discreet {
                    discreet.blur(&mut signal);
                }
                self.counts.responses += 1;
                self.bytes += weight(&signal, &mut self.counts.answers);
                self.entries.push(Entry::new(self.started.workspace, *signal)?);
                let full = self.entries.len() >= BATCH_RESPONSES || self.bytes >= BATCH_BYTES;
                Ok(if full { self.flush() } else { ControlFlow::Continue(()) })
            }
        }
    }

    fn flush(&mut self) -> ControlFlow<()> {
        if self.entries.is_empty() {
            return ControlFlow::Continue(());
        }
        self.bytes = 0;
        let entries = std::mem::replace(&mut self.entries, Vec::with_capacity(BATCH_RESPONSES));
        match self.batches.blocking_send(Batch { entries, read: self.counts }) {
            Ok(()) => ControlFlow::Continue(()),
            // Nobody writes any more.
            Err(_) => ControlFlow::Break(()),
        }
    }
}

/// Bytes of the texts of a signal; its answers are counted on the way.
fn weight(signal: &Signal, answers: &mut u64) -> usize {
    let What::Response(response) = &signal.body.what;
    *answers += response.answers.len() as u64;
    let texts: usize = response.answers.iter().filter_map(|answer| answer.text.as_ref()).map(String::len).sum();
    let values = signal.body.attributes.values().map(|value| match value {
        Value::Text(text) => text.len(),
        _ => 0,
    });
    texts + values.sum::<usize>()
}

/// What an anonymous survey keeps of a response: its day, and its id only as a hash.
struct Discreet {
    days: Format,
    survey: String,
}

impl Discreet {
    fn of(started: &Started) -> Option<Self> {
        let target = &started.target;
        let days = || Format::new(Locale::En, Calendar::of(Locale::En), started.plan.zone.clone());
        target.survey.anonymous.then(|| Self { days: days(), survey: target.id.to_string() })
    }

    fn blur(&self, signal: &mut Signal) {
        let day = self.days.start_of(Grain::Day, signal.occurred_at);
        signal.occurred_at = day;
        let What::Response(response) = &mut signal.body.what;
        response.started_at = day;
        response.completed_at = Some(day);
        let hash =
            Sha256::new().chain_update(&self.survey).chain_update([0]).chain_update(&signal.source_id).finalize();
        signal.source_id = id::base32(&hash[..20]);
    }
}
