//! A further complaint of a customer whose case is open goes into it. It never leaves the customer worse off than a case of
//! its own would: what was answered is open to us again, and what its rule asks for more urgently counts.

use kernel::Result;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use store::Check;
use store::entity::case_signal;

use super::there::Open;
use super::{Judged, Opening, give_reason, import};
use crate::cases::entity::case;
use crate::cases::judge::Call;
use crate::cases::stage::Stage;
use crate::cases::{event, inbox};

impl Opening<'_> {
    /// Puts a complaint into a case; the case's id.
    pub(super) async fn join(&mut self, open: Open, one: &Judged<'_>, call: &Call) -> Result<String> {
        let id = match open {
            Open::Fresh(place) => {
                let mut row = self.fresh[place].clone();
                self.press(&mut row, one, call).await?;
                let id = row.id.clone().take().unwrap_or_default();
                self.fresh[place] = row;
                id
            }
            Open::Kept(found) => self.join_kept(*found, one, call).await?,
        };
        self.signals.push(case_signal::ActiveModel {
            workspace_id: Set(self.workspace.0),
            uid: Set(one.logged.uid.0.to_vec()),
            case_id: Set(id.clone()),
            import_id: Set(import(one)),
            at: Set(one.logged.received_at.0),
        });
        Ok(id)
    }

    async fn join_kept(&mut self, mut found: case::Model, one: &Judged<'_>, call: &Call) -> Result<String> {
        let id = found.id.clone();
        let is_back = Stage::of(&found) == Stage::Waits;
        if is_back {
            found = inbox::again(self.txn, self.workspace, &found, None).await?;
        }
        let mut row = found.clone().into_active_model();
        let is_pressed = self.press(&mut row, one, call).await?;
        if is_pressed {
            let is_handed = row.owner.is_set();
            self.handed.extend(is_handed.then(|| row.clone()));
            row.updated_at = Set(self.txn.store().env().now().0);
            let before = found.priority;
            found = case::Entity::update(row).exec(&**self.txn).await.check()?;
            if found.priority != before {
                let detail = found.priority.to_string();
                event::note(self.txn, self.workspace, &id, None, event::What::Priority, Some(&detail)).await?;
            }
            if is_handed {
                // Whoever gets it is told of that.
                self.there.changed(found);
                return Ok(id);
            }
        }
        if (is_back || is_pressed)
            && let Some(owner) = &found.owner
        {
            self.needed.entry(owner.clone()).or_insert_with(|| (id.clone(), one.logged.uid));
        }
        self.there.changed(found);
        Ok(id)
    }

    /// Makes a case as pressing as the rule of a further complaint says, never less; where nobody has it, the rule's people
    /// get it. Whether anything changed.
    async fn press(&mut self, row: &mut case::ActiveModel, one: &Judged<'_>, call: &Call) -> Result<bool> {
        let Call::Rule { rule, .. } = call else { return Ok(false) };
        let priority = row.priority.try_as_ref().copied().unwrap_or_default();
        let due = row.due_at.try_as_ref().copied().unwrap_or_default();
        let asked = self.bench.settings.due(one.logged.received_at, rule.due_minutes, &self.bench.zone).0;
        if rule.priority <= priority && asked >= due {
            return Ok(false);
        }
        let is_free =
            matches!(row.owner.try_as_ref(), Some(None)) && matches!(row.answered_at.try_as_ref(), Some(None));
        let has_people = rule.owner.is_some() || rule.team_id.is_some();
        if is_free && has_people && self.days.may_open(self.txn, rule, one.logged).await? {
            give_reason(row, call);
            self.hand(row, one, Some(rule), one.logged.received_at).await?;
        }
        row.priority = Set(rule.priority.max(priority));
        row.due_at = Set(asked.min(due));
        Ok(true)
    }
}
