//! Flagged responses that a reader leaves out of the numbers, and the sentence that says so.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Result;
use lake::Cell;
use serde::Serialize;

use super::{Flag, look};
use crate::filters::{Condition, Where};
use crate::period::Period;
use crate::subject::Subject;
use crate::surveys::numbers::count;

/// Every flagged response of a survey.
#[derive(Clone, Debug, Default)]
pub struct LeftOut {
    /// In the order of the log, so that the same responses make the same question.
    positions: Vec<i64>,
    flags: BTreeMap<i64, BTreeSet<Flag>>,
}

/// How many are left out of one page's numbers, and why.
#[derive(Debug, Serialize)]
pub struct LeftOutView {
    pub says: String,
    /// The page that lists them.
    pub href: String,
}

impl LeftOut {
    /// Finds them among the latest responses, [`super::LOOKED_MAX`] of them.
    pub async fn find(subject: &Subject<'_>) -> Result<Self> {
        let found = look(subject, &[], Period::default()).await?;
        let flags: BTreeMap<i64, BTreeSet<Flag>> =
            found.flagged.into_iter().map(|flagged| (flagged.position, flagged.flags)).collect();
        Ok(Self { positions: flags.keys().copied().collect(), flags })
    }

    pub fn positions(&self) -> &[i64] {
        &self.positions
    }
}

/// The sentence for numbers with these conditions; nothing where none are left out on purpose.
pub async fn told(subject: &Subject<'_>, conditions: &[Condition], period: Period) -> Result<Option<String>> {
    let Some(left_out) = &subject.left_out else { return Ok(None) };
    let mut all = Where::new(&subject.row.key, conditions);
    all.within(&left_out.positions);
    all.during("started_at", period, &subject.format);
    let rows = subject.asker().rows("select _position from responses where {where}", &all).await?;
    let here: Vec<&BTreeSet<Flag>> =
        rows.iter().filter_map(|row| left_out.flags.get(&row.first().and_then(Cell::as_i64)?)).collect();
    let why = Flag::ALL.into_iter().filter_map(|flag| {
        let n = here.iter().filter(|flags| flags.contains(&flag)).count();
        let name = subject.asking.text(&format!("understand-flag-{}", flag.as_str()));
        (n > 0).then(|| format!("{name} {}", subject.format.count(n as i64)))
    });
    let why = why.collect::<Vec<_>>().join(" · ");
    let args = [("count", count(here.len() as u64)), ("why", why.into())];
    Ok(Some(subject.asking.web.pages.text(subject.asking.locale, "understand-left-out", &args)))
}
