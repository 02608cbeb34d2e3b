//! Names of things. Entity ids carry a prefix that says what they name (`srv_…`); ids sort by time of making.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Env, Timestamp};

/// Crockford's base 32 in lower case: no i, l, o, u, so that ids survive being read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// `bytes` in base 32, five bits a character, the last padded with zero bits.
pub fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut bits, mut count) = (0u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            text.push(char::from(ALPHABET[(bits >> count) as usize & 31]));
        }
    }
    if count > 0 {
        text.push(char::from(ALPHABET[(bits << (5 - count)) as usize & 31]));
    }
    text
}

/// The bytes that [`base32`] wrote, or nothing where a character is not of the alphabet.
pub fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut bits, mut count) = (0u32, 0);
    for c in text.bytes() {
        let digit = ALPHABET.iter().position(|a| *a == c)?;
        bits = bits << 5 | digit as u32;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

/// A workspace's number within one installation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WorkspaceId(pub i32);

impl fmt::Display for WorkspaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for WorkspaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "workspace {}", self.0)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// A new id: 48 bits of time in milliseconds, then 80 random bits.
            pub fn new(env: &Env) -> Self {
                Self(format!("{}_{}", $prefix, stamp(env.now(), env.bytes())))
            }

            /// An id that came from outside (a path, a form, a row). It names something only once it is found.
            pub fn from_outside(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A customer (or employee).
    ContactId "ctc",
    /// One import of one file; what an undo names.
    ImportId "imp",
    /// An API key's public name, not its secret.
    KeyId "key",
    MemberId "mem",
    SegmentId "seg",
    SurveyId "srv",
    TeamId "team",
    /// One complaint that waits for an answer.
    CaseId "case",
    /// A finding that people should know of.
    InsightId "ins",
    /// A systemic fix.
    InitiativeId "ini",
    TaskId "task",
    GoalId "goal",
    /// One measurement of what an initiative changed.
    EffectId "eff",
    RuleId "rule",
    /// One mail that goes out.
    MessageId "msg",
    /// One mail that came in.
    MailId "mail",
    /// An address that is told of events.
    WebhookId "hook",
    /// One event on its way to one such address.
    DeliveryId "evt",
}

impl ContactId {
    /// The contact that `key` (the customer's id or e-mail in the caller's system) names in a workspace. The same
    /// key always gives the same id, so that a signal can name its contact without looking it up first.
    pub fn of_key(workspace: WorkspaceId, key: &str) -> Self {
        let hash = Sha256::new().chain_update(workspace.0.to_be_bytes()).chain_update(key.trim().as_bytes()).finalize();
        Self(format!("ctc_{}", base32(&hash[..15])))
    }
}

fn stamp(now: Timestamp, chance: [u8; 10]) -> String {
    let millis = (now.0 / 1_000).max(0) as u64;
    let mut bytes = [0; 16];
    bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
    bytes[6..].copy_from_slice(&chance);
    base32(&bytes)
}

/// A signal's identity: the first 16 bytes of SHA-256 over workspace, source and the source's own id. Two signals
/// are the same exactly if these three are, so this is what de-duplication compares, and it outlives the signal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid(pub [u8; 16]);

impl Uid {
    pub fn of(workspace: WorkspaceId, source: &str, source_id: &str) -> Self {
        let hash = Sha256::new()
            .chain_update(workspace.0.to_be_bytes())
            .chain_update((source.len() as u64).to_be_bytes())
            .chain_update(source.as_bytes())
            .chain_update(source_id.as_bytes())
            .finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        Self(bytes)
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32(&self.0))
    }
}

impl fmt::Debug for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The text does not name a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a signal's identity")]
pub struct BadUid;

impl FromStr for Uid {
    type Err = BadUid;

    fn from_str(text: &str) -> std::result::Result<Self, BadUid> {
        let bytes = from_base32(text).ok_or(BadUid)?;
        Ok(Self(bytes.try_into().map_err(|_| BadUid)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uid_round_trips_as_text() {
        let uid = Uid::of(WorkspaceId(7), "api:visit", "a-1");
        assert_eq!(uid.to_string().parse::<Uid>().unwrap(), uid);
        assert!("nonsense!".parse::<Uid>().is_err());
    }

    #[test]
    fn the_border_between_source_and_id_matters() {
        let w = WorkspaceId(1);
        assert_ne!(Uid::of(w, "api:a", "b"), Uid::of(w, "api:", "ab"));
        assert_ne!(Uid::of(w, "api:a", "b"), Uid::of(WorkspaceId(2), "api:a", "b"));
    }

    #[test]
    fn ids_sort_by_time() {
        assert!(stamp(Timestamp(1_000_000), [255; 10]) < stamp(Timestamp(2_000_000), [0; 10]));
    }
}
