//! Who deals with a case: the one that its rule names; else, of the rule's team, whoever speaks the customer's language and
//! has the least to do.

use std::collections::HashMap;

use kernel::{Result, Role, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::entity::{case, member, team_member};
use store::{Check, Txn};

use super::rules::entity::rule;
use super::withdrawn::Withdrawn;

/// People who can be given work, and how much each has.
pub struct Roster {
    members: Vec<member::Model>,
    teams: HashMap<String, Vec<String>>,
    open: HashMap<String, u64>,
}

impl Roster {
    pub async fn of(txn: &Txn, workspace: WorkspaceId, withdrawn: &Withdrawn) -> Result<Self> {
        let members = txn.store().members(workspace).await?;
        let in_teams = team_member::Entity::find()
            .filter(team_member::Column::WorkspaceId.eq(workspace.0))
            .all(&**txn)
            .await
            .check()?;
        let mut teams: HashMap<String, Vec<String>> = HashMap::new();
        for row in in_teams {
            teams.entry(row.team_id).or_default().push(row.member_id);
        }
        let counted: Vec<(Option<String>, i64)> = case::Entity::find()
            .select_only()
            .column(case::Column::Owner)
            .column_as(case::Column::Id.count(), "n")
            .filter(case::Column::WorkspaceId.eq(workspace.0))
            .filter(case::Column::ClosedAt.is_null())
            .filter(case::Column::Owner.is_not_null())
            .filter(withdrawn.left_out())
            .group_by(case::Column::Owner)
            .into_tuple()
            .all(&**txn)
            .await
            .check()?;
        let open = counted.into_iter().filter_map(|(owner, n)| Some((owner?, n.max(0) as u64))).collect();
        Ok(Self { members, teams, open })
    }

    /// Whether somebody is here and may deal with cases.
    fn works(&self, id: &str) -> bool {
        self.members
            .iter()
            .any(|member| member.id == id && member.disabled_at.is_none() && member.role() >= Role::Agent)
    }

    /// Who gets a case that a rule opens; counted as theirs from then on. Nobody where the rule names nobody, or only
    /// people who have left.
    pub fn assign(&mut self, rule: &rule::Model, language: Option<&str>) -> Option<String> {
        let chosen = match &rule.owner {
            Some(owner) if self.works(owner) => Some(owner.clone()),
            _ => self.of_team(rule.team_id.as_deref()?, language),
        }?;
        *self.open.entry(chosen.clone()).or_default() += 1;
        Some(chosen)
    }

    fn of_team(&self, team: &str, language: Option<&str>) -> Option<String> {
        let said = language.and_then(|tag| tag.split(['-', '_']).next());
        let members = self.teams.get(team)?.iter().filter(|id| self.works(id));
        let speaks = |id: &str| {
            self.members
                .iter()
                .any(|member| member.id == id && said.is_some_and(|said| member.locale.starts_with(said)))
        };
        // Whoever speaks the language first, then by load; ids keep the order of those who are alike.
        members.min_by_key(|id| (!speaks(id), self.open.get(*id).copied().unwrap_or_default(), (*id).clone())).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(id: &str, locale: &str, role: Role, gone: bool) -> member::Model {
        member::Model {
            id: id.into(),
            workspace_id: 1,
            email: format!("{id}@nabz.example"),
            name: String::new(),
            role: role.as_str().into(),
            password: None,
            locale: locale.into(),
            disabled_at: gone.then_some(1),
            created_at: 0,
        }
    }

    fn rule(owner: Option<&str>) -> rule::Model {
        rule::Model {
            id: "rule_1".into(),
            workspace_id: 1,
            name: String::new(),
            is_on: true,
            place: 0,
            survey: None,
            condition: String::new(),
            priority: 1,
            team_id: Some("team_1".into()),
            owner: owner.map(str::to_owned),
            due_minutes: 60,
            playbook: String::new(),
            per_day: 1,
            changed_by: String::new(),
            changed_at: 0,
        }
    }

    fn roster() -> Roster {
        let members = vec![
            member("a", "en", Role::Agent, false),
            member("b", "fa", Role::Agent, false),
            member("c", "fa", Role::Agent, true),
            member("d", "fa", Role::Viewer, false),
            member("e", "en", Role::Manager, false),
        ];
        let team = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
        Roster { members, teams: HashMap::from([("team_1".to_owned(), team)]), open: HashMap::new() }
    }

    #[test]
    fn language_comes_before_load_and_load_before_order() {
        let mut roster = roster();
        let given: Vec<_> = (0..4).map(|_| roster.assign(&rule(None), Some("en-GB"))).collect();
        assert_eq!(given, ["a", "e", "a", "e"].map(|id| Some(id.to_owned())));
        assert_eq!(roster.assign(&rule(None), Some("fa")), Some("b".into()));
        assert_eq!(roster.assign(&rule(None), None), Some("b".into()), "who has the least");
    }

    #[test]
    fn who_has_left_or_may_only_look_gets_nothing() {
        let mut roster = roster();
        assert_eq!(roster.assign(&rule(Some("b")), Some("en")), Some("b".into()));
        assert_eq!(roster.assign(&rule(Some("c")), Some("en")), Some("a".into()), "the team steps in");
        assert_eq!(roster.assign(&rule::Model { team_id: None, ..rule(Some("d")) }, None), None);
    }
}
