//! Limits on how often somebody may do something, kept in memory and bounded.

use std::collections::HashMap;
use std::hash::Hash;

use kernel::{Error, Result, Timestamp};
use parking_lot::Mutex;

/// Keys remembered at most; beyond it the fullest-again ones are forgotten.
const KEYS_MAX: usize = 50_000;

/// A token bucket per key.
pub struct Limiter<K> {
    burst: f64,
    per_second: f64,
    buckets: Mutex<HashMap<K, (f64, Timestamp)>>,
}

impl<K: Hash + Eq> Limiter<K> {
    /// `burst` at once, then `per_minute` a minute.
    pub fn new(burst: u32, per_minute: u32) -> Self {
        Self { burst: f64::from(burst), per_second: f64::from(per_minute) / 60.0, buckets: Mutex::default() }
    }

    /// Takes one token of `key`.
    ///
    /// # Errors
    /// `TooMany` with the seconds to wait.
    pub fn take(&self, key: K, now: Timestamp) -> Result<()> {
        let mut buckets = self.buckets.lock();
        if buckets.len() >= KEYS_MAX {
            let full_after = (self.burst / self.per_second * 1e6) as i64;
            buckets.retain(|_, (_, seen)| now.since(*seen) < full_after);
        }
        if buckets.len() >= KEYS_MAX && !buckets.contains_key(&key) {
            return Err(Error::TooMany(1));
        }
        let (tokens, seen) = buckets.entry(key).or_insert((self.burst, now));
        let refilled = *tokens + now.since(*seen).max(0) as f64 / 1e6 * self.per_second;
        *tokens = f64::min(refilled, self.burst);
        *seen = now;
        if *tokens < 1.0 {
            return Err(Error::TooMany(((1.0 - *tokens) / self.per_second).ceil().max(1.0) as u32));
        }
        *tokens -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let limiter = Limiter::new(2, 60);
        let at = |seconds: i64| Timestamp(seconds * 1_000_000);
        assert!(limiter.take("a", at(0)).is_ok());
        assert!(limiter.take("a", at(0)).is_ok());
        assert!(matches!(limiter.take("a", at(0)), Err(Error::TooMany(1))));
        assert!(limiter.take("b", at(0)).is_ok());
        assert!(limiter.take("a", at(1)).is_ok());
    }
}
