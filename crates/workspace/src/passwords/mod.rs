//! Passwords: which are taken, how they are kept, how they are compared.

mod common;

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use kernel::{Error, Refusal, Result};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Shortest and longest password, in characters after normalisation (OWASP ASVS 5.0, 6.2.1 and 6.2.9).
pub const CHARS_MIN: usize = 10;
pub const CHARS_MAX: usize = 128;

/// Hashes computed at one time: each takes a core and [`Cost::memory_kib`].
const PARALLEL: usize = 2;
/// Hashes that may wait; more are refused rather than queued without end.
const WAITING_MAX: usize = 64;

/// What one hash costs.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    /// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane.
    pub const OWASP: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// For tests only.
    pub const CHEAP: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };
}

/// Hashes and compares passwords, off the threads that serve requests.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    /// A hash that no password has: compared where there is no member, so that an unknown address takes as long as
    /// a known one.
    decoy: Arc<str>,
    running: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Passwords {
    pub fn new(cost: Cost) -> Self {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None).unwrap_or_default();
        let decoy = format!(
            "$argon2id$v=19$m={},t={},p={}${}${}",
            params.m_cost(),
            params.t_cost(),
            params.p_cost(),
            "A".repeat(22),
            "A".repeat(43)
        );
        Self {
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            decoy: decoy.into(),
            running: Arc::new(Semaphore::new(PARALLEL)),
            waiting: Arc::new(Semaphore::new(WAITING_MAX)),
        }
    }

    /// The password in PHC form.
    ///
    /// # Errors
    /// `TooMany` when too many wait already.
    pub async fn hash(&self, password: &str, salt: [u8; 16]) -> Result<String> {
        let (argon2, password) = (self.argon2.clone(), normal(password));
        self.run(move || {
            let hash = argon2.hash_password_with_salt(password.as_bytes(), &salt);
            hash.map(|hash| hash.to_string()).map_err(|error| Error::internal(error.to_string()))
        })
        .await?
    }

    /// Whether this is the password behind `hash`. Takes as long where there is no hash.
    ///
    /// # Errors
    /// `TooMany` when too many wait already.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        let password = if is_longer(password, CHARS_MAX) { String::new() } else { normal(password) };
        let (argon2, hash) = (self.argon2.clone(), hash.map_or_else(|| self.decoy.to_string(), str::to_owned));
        self.run(move || {
            let Ok(hash) = PasswordHash::new(&hash) else { return false };
            argon2.verify_password(password.as_bytes(), &hash).is_ok()
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _waits = self.waiting.try_acquire().map_err(|_| Error::TooMany(2))?;
        let _runs = self.running.acquire().await.map_err(Error::internal)?;
        tokio::task::spawn_blocking(work).await.map_err(Error::internal)
    }
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passwords")
    }
}

/// Whether a password may be taken. `personal` are words that are no secret: name, address, workspace.
///
/// # Errors
/// `password_short`, `password_long`, `password_common` at `field`.
pub fn check(password: &str, personal: &[&str], field: &str) -> std::result::Result<(), Refusal> {
    if is_longer(password, CHARS_MAX) {
        return Err(Refusal::new("password_long").at(field).with("max", CHARS_MAX.to_string()));
    }
    let password = normal(password);
    if password.chars().count() < CHARS_MIN {
        return Err(Refusal::new("password_short").at(field).with("min", CHARS_MIN.to_string()));
    }
    if common::is_common(&password, personal) {
        return Err(Refusal::new("password_common").at(field));
    }
    Ok(())
}

/// Before normalisation, so that it bounds the work; compatibility forms may grow up to 18 times.
fn is_longer(password: &str, chars: usize) -> bool {
    password.chars().count() > chars
}

/// One form for what different keyboards send for the same password.
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_opens_its_own_hash_only() {
        let passwords = Passwords::new(Cost::CHEAP);
        let hash = passwords.hash("کلید باغ آلبالو", [7; 16]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{hash}");
        assert!(passwords.verify("کلید باغ آلبالو", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("کلید باغ گیلاس", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("کلید باغ آلبالو", None).await.unwrap());
        assert!(!passwords.verify("", Some("not a hash")).await.unwrap());
    }

    #[tokio::test]
    async fn the_same_password_from_another_keyboard_is_the_same() {
        let passwords = Passwords::new(Cost::CHEAP);
        let hash = passwords.hash("smörgåsbord!", [1; 16]).await.unwrap();
        assert!(passwords.verify("smo\u{308}rga\u{30a}sbord!", Some(&hash)).await.unwrap());
        assert!(passwords.verify("ｓｍörgåsbord!", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("Smörgåsbord!", Some(&hash)).await.unwrap());
    }

    #[tokio::test]
    async fn the_decoy_costs_what_a_real_hash_costs() {
        let passwords = Passwords::new(Cost::OWASP);
        let decoy = PasswordHash::new(&passwords.decoy).unwrap();
        let real = passwords.hash("a long enough one", [3; 16]).await.unwrap();
        let real = PasswordHash::new(&real).unwrap();
        assert_eq!(decoy.params, real.params);
        assert_eq!(decoy.algorithm, real.algorithm);
        assert_eq!(decoy.hash.map(|hash| hash.len()), real.hash.map(|hash| hash.len()));
    }

    #[test]
    fn length_is_counted_in_characters() {
        let code = |password: &str| check(password, &[], "password").err().map(|refusal| refusal.code);
        assert_eq!(code("گل سرخ باغ"), None);
        assert_eq!(code("گل سرخ با"), Some("password_short"));
        assert_eq!(code(&"xyzw ".repeat(25)), None);
        assert_eq!(code(&"xyzw ".repeat(26)), Some("password_long"));
        assert_eq!(code("ﬁve letter"), None);
    }
}
