//! Tokens that mails carry: of which thread an answer is, and who unsubscribes. Each names one message and is signed with
//! a secret of its workspace, so that nobody can make one up.

use hmac::{Hmac, KeyInit, Mac};
use kernel::id::{base32, from_base32};
use kernel::{MessageId, Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use store::entity::case;
use store::{Check, Txn};

use super::entity::{message, secret};

/// Bytes of a signature: 80 bits, the least that RFC 2104, section 5, allows. The whole token must fit with the name of
/// the mailbox into the 64 characters of RFC 5321, section 4.5.3.1.1.
const SIGNATURE_BYTES: usize = 10;
const SIGNATURE_CHARS: usize = SIGNATURE_BYTES * 8 / 5;
/// Characters of a message's id after its prefix.
const ID_CHARS: usize = 26;
const ID_PREFIX: &str = "msg_";

/// What a token lets its holder do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Write into the thread of the message.
    Reply,
    /// Stop follow-ups to the contact of the message.
    Unsubscribe,
}

/// Signs for one workspace.
#[derive(Clone)]
pub struct Signer(Hmac<Sha256>);

impl Signer {
    /// The workspace's own; made when it is first needed.
    pub async fn of(txn: &Txn, workspace: WorkspaceId) -> Result<Self> {
        let new = secret::ActiveModel { workspace_id: Set(workspace.0), secret: Set(txn.store().env().secret()) };
        let known = OnConflict::column(secret::Column::WorkspaceId).do_nothing().to_owned();
        secret::Entity::insert(new).on_conflict(known).exec_without_returning(&**txn).await.check()?;
        let found = Self::known(&**txn, workspace).await?;
        found.ok_or_else(|| kernel::Error::internal("a secret that was just made is not there"))
    }

    /// The workspace's own, if it has one.
    pub async fn known(db: &impl ConnectionTrait, workspace: WorkspaceId) -> Result<Option<Self>> {
        let found = secret::Entity::find_by_id(workspace.0).one(db).await.check()?;
        found.map(|row| Self::with(&row.secret)).transpose()
    }

    fn with(secret: &str) -> Result<Self> {
        Hmac::new_from_slice(secret.as_bytes()).map(Self).map_err(kernel::Error::internal)
    }

    /// The token of a message: its id, then the signature.
    pub fn token(&self, grant: Grant, id: &MessageId) -> String {
        let signature = self.signed(grant.word(), id.as_str()).finalize().into_bytes();
        let bare = id.as_str().strip_prefix(ID_PREFIX).unwrap_or(id.as_str());
        format!("{bare}{}", base32(&signature[..SIGNATURE_BYTES]))
    }

    /// What stands before the @ of the Message-ID of whatever has this idempotency key.
    pub fn message_id(&self, key: &str) -> String {
        format!("nabz.{}", base32(&self.signed("message-id", key).finalize().into_bytes()[..20]))
    }

    fn signed(&self, word: &str, what: &str) -> Hmac<Sha256> {
        self.0.clone().chain_update(word.as_bytes()).chain_update([0]).chain_update(what.as_bytes())
    }

    fn verifies(&self, grant: Grant, id: &MessageId, signature: &[u8]) -> bool {
        signature.len() == SIGNATURE_BYTES
            && self.signed(grant.word(), id.as_str()).verify_truncated_left(signature).is_ok()
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer")
    }
}

impl Grant {
    fn word(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Unsubscribe => "unsubscribe",
        }
    }
}

/// The message that a token names, if its workspace has signed the token for this. Case does not matter: mail programs
/// change it.
pub async fn redeem(db: &impl ConnectionTrait, grant: Grant, token: &str) -> Result<Option<message::Model>> {
    let token = token.trim().to_ascii_lowercase();
    let Some((id, signature)) = token.split_at_checked(ID_CHARS) else { return Ok(None) };
    let Some(signature) = from_base32(signature).filter(|_| signature.len() == SIGNATURE_CHARS) else {
        return Ok(None);
    };
    let id = MessageId::from_outside(format!("{ID_PREFIX}{id}"));
    let found = message::Entity::find_by_id(id.as_str()).one(db).await.check()?;
    let Some(found) = found else { return Ok(None) };
    let signer = Signer::known(db, WorkspaceId(found.workspace_id)).await?;
    Ok(signer.filter(|signer| signer.verifies(grant, &id, &signature)).map(|_| found))
}

const CASE_PREFIX: &str = "case_";

/// What the signature of a question whether it helped is made over: a later question makes it void.
fn of_case(id: &str, asked_at: i64) -> String {
    format!("{id}:{asked_at}")
}

/// The token with which the customer of a case says whether it helped. It holds for the question that was asked at
/// `asked_at`: the case keeps that time.
pub async fn case_token(txn: &Txn, workspace: WorkspaceId, id: &str, asked_at: Timestamp) -> Result<String> {
    let signer = Signer::of(txn, workspace).await?;
    let signature = signer.signed(HELPED, &of_case(id, asked_at.0)).finalize().into_bytes();
    let bare = id.strip_prefix(CASE_PREFIX).unwrap_or(id);
    Ok(format!("{bare}{}", base32(&signature[..SIGNATURE_BYTES])))
}

const HELPED: &str = "helped";

/// The case that a token of [`case_token`] names, while its question is the last one.
pub async fn redeem_case(db: &impl ConnectionTrait, token: &str) -> Result<Option<case::Model>> {
    let token = token.trim().to_ascii_lowercase();
    let Some((id, signature)) = token.split_at_checked(ID_CHARS) else { return Ok(None) };
    let Some(signature) = from_base32(signature).filter(|_| signature.len() == SIGNATURE_CHARS) else {
        return Ok(None);
    };
    let found = case::Entity::find_by_id(format!("{CASE_PREFIX}{id}")).one(db).await.check()?;
    let Some((found, asked_at)) = found.and_then(|found| found.asked_at.map(|at| (found, at))) else { return Ok(None) };
    let signer = Signer::known(db, WorkspaceId(found.workspace_id)).await?;
    let holds = |signer: &Signer| {
        let signed = signer.signed(HELPED, &of_case(&found.id, asked_at));
        signature.len() == SIGNATURE_BYTES && signed.verify_truncated_left(&signature).is_ok()
    };
    Ok(signer.filter(holds).map(|_| found))
}

/// Our message with this Message-ID, whatever stands after the @.
pub async fn of_message_id(db: &impl ConnectionTrait, message_id: &str) -> Result<Option<message::Model>> {
    let local = message_id.trim_matches(['<', '>', ' ']).split('@').next().unwrap_or_default();
    if !local.starts_with("nabz.") {
        return Ok(None);
    }
    message::Entity::find().filter(message::Column::MessageId.eq(local)).one(db).await.check()
}

/// What is kept of an address that is not written to.
pub fn address_hash(workspace: WorkspaceId, address: &str) -> String {
    let hash = Sha256::new()
        .chain_update(workspace.0.to_be_bytes())
        .chain_update(address.trim().to_lowercase().as_bytes())
        .finalize();
    base32(&hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_what_it_was_made_for() {
        let (ours, theirs) = (Signer::with("ours").unwrap(), Signer::with("theirs").unwrap());
        let id = MessageId::from_outside("msg_0123456789abcdefghjkmnpqrs");
        let token = ours.token(Grant::Reply, &id);
        assert!(token.len() <= 64 - "kundservice+".len(), "{token}");
        let signature = from_base32(&token[ID_CHARS..]).unwrap();
        assert!(ours.verifies(Grant::Reply, &id, &signature));
        assert!(!ours.verifies(Grant::Unsubscribe, &id, &signature));
        assert!(!theirs.verifies(Grant::Reply, &id, &signature));
        assert!(!ours.verifies(Grant::Reply, &MessageId::from_outside("msg_x"), &signature));
        assert!(!ours.verifies(Grant::Reply, &id, &signature[..9]));
    }

    #[test]
    fn one_key_has_one_message_id() {
        let signer = Signer::with("ours").unwrap();
        assert_eq!(signer.message_id("a"), signer.message_id("a"));
        assert_ne!(signer.message_id("a"), signer.message_id("b"));
    }
}
