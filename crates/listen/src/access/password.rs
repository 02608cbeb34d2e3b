//! Passwords of surveys. One that many share keeps strangers out; it proves nobody's identity.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use kernel::{Error, Result, id};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

pub const CHARS_MAX: usize = 128;
/// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Hashes computed at one time, and those that may wait for it; more are refused.
const PARALLEL: usize = 2;
const WAITING_MAX: usize = 32;

static RUNNING: Semaphore = Semaphore::const_new(PARALLEL);
static WAITING: Semaphore = Semaphore::const_new(WAITING_MAX);

/// The password in PHC form.
///
/// # Errors
/// `TooMany` when too many wait already.
pub async fn hash(password: &str, salt: [u8; 16]) -> Result<String> {
    let password = password.trim().to_owned();
    run(move || {
        let hash = argon2().hash_password_with_salt(password.as_bytes(), &salt);
        hash.map(|hash| hash.to_string()).map_err(|error| Error::internal(error.to_string()))
    })
    .await?
}

/// Whether this is the password behind `hash`.
///
/// # Errors
/// `TooMany` when too many wait already.
pub async fn fits(password: &str, hash: &str) -> Result<bool> {
    if password.chars().count() > CHARS_MAX {
        return Ok(false);
    }
    let (password, hash) = (password.trim().to_owned(), hash.to_owned());
    run(move || {
        let Ok(hash) = PasswordHash::new(&hash) else { return false };
        argon2().verify_password(password.as_bytes(), &hash).is_ok()
    })
    .await
}

/// What a page carries once the password was right: worth something for this response and this password only.
pub fn pass(hash: &str, secret: &str) -> String {
    let digest = Sha256::new().chain_update("pass").chain_update(hash).chain_update([0]).chain_update(secret);
    id::base32(&digest.finalize()[..20])
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _waits = WAITING.try_acquire().map_err(|_| Error::TooMany(2))?;
    let _runs = RUNNING.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_opens_its_own_hash_only() {
        let hash = hash("باغ آلبالو", [7; 16]).await.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(fits(" باغ آلبالو ", &hash).await.expect("compared"));
        assert!(!fits("باغ گیلاس", &hash).await.expect("compared"));
        assert!(!fits(&"x".repeat(CHARS_MAX + 1), &hash).await.expect("compared"));
    }

    #[test]
    fn a_pass_is_for_one_response_and_one_password() {
        assert_ne!(pass("a", "r"), pass("a", "s"));
        assert_ne!(pass("a", "r"), pass("b", "r"));
    }
}
