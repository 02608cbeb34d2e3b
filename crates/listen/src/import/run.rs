//! The whole file: every row to a signal or a refusal.

use std::ops::ControlFlow;

use kernel::Result;
use kernel::signal::{Signal, What};
use kernel::survey::Survey;

use super::code::Rejected;
use super::identity::Ids;
use super::interpret::{Interpreter, Plan};
use super::mapping::{Mapping, Role};
use super::read::{File, Step};

/// What became of one row.
#[derive(Debug)]
pub enum Outcome {
    Response(Box<Signal>),
    Rejected(Rejected),
}

/// What became of all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Rows with content, the refused ones among them.
    pub rows: u64,
    pub responses: u64,
    pub answers: u64,
    pub rejected: u64,
    /// The survey with the options that the rows have added.
    pub survey: Survey,
}

/// Streams the file through the mapping, after a pass that finds identical rows. `each` stores or reports; it may
/// break to cancel, which leaves a summary of what was read. `survey` must hold the mapping's questions.
///
/// # Errors
/// As [`File::each`]; and `too_many_rows` where too many rows without an id stand there twice.
pub fn run(
    file: &File,
    mapping: &Mapping,
    survey: &Survey,
    plan: Plan,
    each: &mut dyn FnMut(Outcome) -> ControlFlow<()>,
) -> Result<Summary> {
    file.expect_passes(2);
    let ids = Ids::find(file, mapping.columns.iter().position(|column| column.role == Role::Id))?;
    let mut interpreter = Interpreter::new(mapping, survey, plan, ids);
    let mut summary = Summary { rows: 0, responses: 0, answers: 0, rejected: 0, survey: Survey::default() };
    file.each(&mut |step| {
        summary.rows += 1;
        let read = match step {
            Step::Rejected(rejected) => Err(rejected),
            Step::Row(row) => interpreter.read(row),
        };
        match read {
            Ok(signal) => {
                let What::Response(response) = &signal.body.what;
                summary.responses += 1;
                summary.answers += response.answers.len() as u64;
                each(Outcome::Response(Box::new(signal)))
            }
            Err(rejected) => {
                summary.rejected += 1;
                each(Outcome::Rejected(rejected))
            }
        }
    })?;
    summary.survey = interpreter.survey().clone();
    Ok(summary)
}
