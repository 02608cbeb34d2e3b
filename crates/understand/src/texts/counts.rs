//! How many texts say what, by day: the shares of the dashboard, each with its range and the way to the texts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::Result;
use lake::Cell;

use crate::ask::{Asker, IS_VERBATIM};
use crate::filters::{Condition, Where};
use crate::period::Period;

/// What texts say as counts tell it, best first. Unclear are those of which several labels are still probable.
pub const KINDS: [&str; 4] = ["pos", "neu", "neg", "unclear"];

/// One of [`KINDS`], or `unread`, as SQL over `answers`.
pub const KIND_SQL: &str = "case when _sentiment is null then 'unread' when _likely in ('pos', 'neu', 'neg') then _likely \
                            else 'unclear' end";

/// Texts that were read, by day and kind.
#[derive(Clone, Debug, Default)]
pub struct Felt(BTreeMap<(Date, String), u64>);

impl Felt {
    /// How many texts of each of [`KINDS`]; those that are not read are left out.
    pub fn during(&self, period: Period) -> [u64; 4] {
        let mut counts = [0; 4];
        for ((day, kind), count) in &self.0 {
            if let Some(place) = KINDS.iter().position(|known| known == kind).filter(|_| period.contains(*day)) {
                counts[place] += count;
            }
        }
        counts
    }

    /// Texts whose language is not one that is read.
    pub fn unread(&self, period: Period) -> u64 {
        let unread = self.0.iter().filter(|((day, kind), _)| kind == "unread" && period.contains(*day));
        unread.map(|(_, count)| count).sum()
    }

    /// The first and the last day with a text that was read.
    pub fn days(&self, period: Period) -> Option<(Date, Date)> {
        let days = || self.0.keys().filter(|(_, kind)| kind != "unread").map(|(day, _)| *day);
        let days = || days().filter(|day| period.contains(*day));
        Some((days().min()?, days().max()?))
    }
}

/// Counts the texts of a survey.
pub async fn felt(asker: &Asker<'_>, conditions: &[Condition]) -> Result<Felt> {
    let mut all = Where::new(asker.survey, conditions);
    all.and(IS_VERBATIM);
    all.and("_reader is not null");
    let zone = all.bind(asker.zone);
    let sql = format!(
        "select local_day(occurred_at, {zone}) as day, {KIND_SQL} as kind, count(*) as n \
         from answers where {{where}} group by 1, 2"
    );
    let rows = asker.rows(&sql, &all).await?.into_iter().filter_map(|row| {
        let [day, kind, count] = <[Cell; 3]>::try_from(row).ok()?;
        Some(((day.as_day()?, kind.as_str()?.to_owned()), count.as_i64()?.max(0) as u64))
    });
    Ok(Felt(rows.collect()))
}
