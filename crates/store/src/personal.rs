//! Who sees personal data in what customers wrote: phone numbers, addresses, names. Everybody else sees in their place
//! what they are.

use kernel::Role;

use crate::entity::workspace::Model;

/// Members with at least this role; nothing stands for nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unmasked(pub Option<Role>);

impl Unmasked {
    /// What forms and rows say instead of a role.
    pub const NOBODY: &str = "nobody";

    /// A role, or [`Self::NOBODY`]; a role that nobody knows any more lets nobody in.
    pub fn parse(text: &str) -> Self {
        Self(text.parse().ok())
    }

    pub fn as_str(self) -> &'static str {
        self.0.map_or(Self::NOBODY, Role::as_str)
    }

    pub fn may(self, role: Role) -> bool {
        self.0.is_some_and(|least| role >= least)
    }
}

impl Model {
    /// Who sees personal data on pages.
    pub fn personal_shown(&self) -> Unmasked {
        Unmasked::parse(&self.personal_shown)
    }

    /// Who may take personal data out in files.
    pub fn personal_exported(&self) -> Unmasked {
        Unmasked::parse(&self.personal_exported)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_back_and_an_unknown_one_lets_nobody_in() {
        for text in ["viewer", "agent", "manager", "admin", "owner", "nobody"] {
            assert_eq!(Unmasked::parse(text).as_str(), text);
        }
        assert_eq!(Unmasked::parse("boss"), Unmasked(None));
        assert!(Role::ALL.into_iter().all(|role| !Unmasked(None).may(role)));
        assert!(Unmasked(Some(Role::Agent)).may(Role::Agent) && !Unmasked(Some(Role::Agent)).may(Role::Viewer));
    }
}
