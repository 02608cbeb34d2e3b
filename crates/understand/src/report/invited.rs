//! Who was invited by a link of their own, and which of them answered.

use std::collections::{BTreeMap, HashMap};

use kernel::Result;
use serde::Serialize;
use stats::Turnout;
use store::invitations::Invitation;

use super::bias::{BIAS_MAX, BIAS_VALUES_MAX, BiasRow, Compared, Meter};
use super::course::Course;
use crate::filters::{Condition, Dimension};
use crate::surveys::numbers::count;
use crate::surveys::view::Tile;

/// Latest invitations that are looked at.
pub const INVITATIONS_MAX: u64 = 50_000;
const LANGUAGE: &str = "language";

#[derive(Serialize)]
pub struct InvitedView {
    tiles: Vec<Tile>,
    rows: Vec<BiasRow>,
    bounded: bool,
}

impl Course<'_> {
    /// Nothing where nobody was invited in the period, or where a filter is on that invitations know nothing of.
    pub async fn invited(&self) -> Result<Option<InvitedView>> {
        let conditions = &self.request.filters.conditions;
        if conditions.iter().any(|condition| !is_known(&condition.dimension)) {
            return Ok(None);
        }
        let subject = self.subject;
        let (from, to) = self.period.instants(&subject.format);
        let (store, workspace) = (subject.asking.store(), subject.asking.workspace());
        let found = store.invitations(workspace, &subject.row.id(), from, to, INVITATIONS_MAX).await?;
        let bounded = found.len() as u64 == INVITATIONS_MAX;
        let invited: Vec<Invited> = found.into_iter().map(Invited::of).filter(|one| one.meets(conditions)).collect();
        let all = Turnout {
            asked: invited.len() as u64,
            answered: invited.iter().filter(|one| one.is_answered).count() as u64,
        };
        let Some(rate) = stats::percent(all.answered, all.asked) else { return Ok(None) };
        let note = [("complete", count(all.answered)), ("all", count(all.asked))];
        let tiles = vec![
            Tile { value: Some(all.asked as f64), ..Tile::named(self.text("understand-invited-asked"), "count") },
            Tile {
                value: Some(rate.value),
                low: rate.range.map(|range| range.low),
                high: rate.range.map(|range| range.high),
                note: self.says("understand-finished-note", &note),
                ..Tile::named(self.text("understand-invited-answered"), "percent")
            },
        ];
        let dimensions = self.request.dimensions.iter().filter(|dimension| is_known(dimension));
        let compared: Vec<_> =
            dimensions.filter_map(|dimension| compared(dimension, &invited)).take(BIAS_MAX).collect();
        Ok(Some(InvitedView { tiles, rows: self.told(Meter::Invited, compared), bounded }))
    }
}

/// Whether links carry it.
fn is_known(dimension: &Dimension) -> bool {
    dimension.column == LANGUAGE || dimension.column.starts_with("attr_")
}

/// One invitation by the columns of responses.
struct Invited {
    values: HashMap<String, String>,
    is_answered: bool,
}

impl Invited {
    fn of(invitation: Invitation) -> Self {
        let attributes = invitation.attributes.iter();
        let values = attributes.map(|(name, value)| (kernel::attribute::column(name), value.to_text()));
        let language = invitation.language.map(|language| (LANGUAGE.to_owned(), language));
        Self { values: values.chain(language).collect(), is_answered: invitation.is_answered }
    }

    fn meets(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|Condition { dimension, value }| self.values.get(&dimension.column) == value.as_ref())
    }
}

fn compared<'a>(dimension: &'a Dimension, invited: &[Invited]) -> Option<Compared<'a>> {
    let mut groups: BTreeMap<Option<String>, Turnout> = BTreeMap::new();
    for one in invited {
        let value = one.values.get(&dimension.column).cloned();
        let turnout = groups.entry(value).or_insert(Turnout { asked: 0, answered: 0 });
        turnout.asked += 1;
        turnout.answered += u64::from(one.is_answered);
    }
    if groups.len() as i64 > BIAS_VALUES_MAX {
        return None;
    }
    Compared::new(dimension, groups.into_iter())
}
