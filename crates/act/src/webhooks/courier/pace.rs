//! How fast each endpoint is asked, by how it has answered of late. Nobody but this process needs to know.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::lanes::QUICK;

/// Requests at a time to an endpoint that answers.
const WINDOW_MAX: usize = 16;
/// To one that was not asked yet.
const WINDOW_START: usize = 4;
/// Failures in a row after which an endpoint counts as one that does not answer.
const AILING_AFTER: u32 = 8;

#[derive(Debug, Default)]
pub struct Paces(Mutex<HashMap<String, Pace>>);

#[derive(Clone, Copy, Debug)]
struct Pace {
    window: usize,
    failed: u32,
    /// The last attempt took long.
    is_slow: bool,
}

impl Default for Pace {
    fn default() -> Self {
        Self { window: WINDOW_START, failed: 0, is_slow: false }
    }
}

impl Paces {
    /// Requests that may be under way at a time.
    pub fn window(&self, endpoint: &str) -> usize {
        self.all().get(endpoint).copied().unwrap_or_default().window
    }

    /// Whether it took long when it was last asked.
    pub fn is_slow(&self, endpoint: &str) -> bool {
        self.all().get(endpoint).is_some_and(|pace| pace.is_slow)
    }

    /// One more at a time with each success; one alone once it does not answer any more.
    pub fn note(&self, endpoint: &str, is_success: bool, took: Duration) {
        let mut all = self.all();
        let pace = all.entry(endpoint.to_owned()).or_default();
        pace.is_slow = took > QUICK;
        if is_success {
            pace.window = (pace.window + 1).min(WINDOW_MAX);
            pace.failed = 0;
        } else {
            pace.failed = pace.failed.saturating_add(1);
            if pace.failed >= AILING_AFTER {
                pace.window = 1;
            }
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Pace>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(20);

    #[test]
    fn a_few_failures_are_borne_and_many_in_a_row_are_not() {
        let paces = Paces::default();
        for _ in 0..20 {
            paces.note("a", true, SOON);
        }
        assert_eq!(paces.window("a"), WINDOW_MAX);
        for n in 1..=AILING_AFTER {
            paces.note("a", false, SOON);
            assert_eq!(paces.window("a") == 1, n == AILING_AFTER);
        }
        paces.note("a", true, SOON);
        assert_eq!(paces.window("a"), 2);
    }

    #[test]
    fn the_last_answer_says_how_quick_it_is() {
        let paces = Paces::default();
        for (took, is_success) in [(SOON, false), (2 * QUICK, true), (2 * QUICK, false), (SOON, true)] {
            paces.note("a", is_success, took);
            assert_eq!(paces.is_slow("a"), took > QUICK);
        }
        assert!(!paces.is_slow("b"));
    }
}
