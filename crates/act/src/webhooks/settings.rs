//! How webhooks leave, from the configuration.

use std::time::Duration;

use outbound::{Client, Policy};
use serde::Deserialize;

use crate::waits;

const TIMEOUT_SECONDS: std::ops::RangeInclusive<u64> = 1..=60;

/// `[webhooks]` of the configuration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    pub private_networks: bool,
    pub timeout: u64,
    pub retries: Vec<u32>,
}

/// What is wrong with the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("webhooks.timeout must be from 1 to 60 seconds")]
    Timeout,
    #[error("webhooks.retries must be up to 30 waits of 1 to 432,000 seconds")]
    Retries,
}

impl Default for Webhooks {
    /// The waits are those that Standard Webhooks gives as an example.
    fn default() -> Self {
        let retries = vec![5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
        Self { private_networks: false, timeout: 15, retries }
    }
}

impl Webhooks {
    /// # Errors
    /// The first thing that is wrong, by its key.
    pub fn check(&self) -> Result<(), Wrong> {
        if !TIMEOUT_SECONDS.contains(&self.timeout) {
            return Err(Wrong::Timeout);
        }
        if !waits::fit(&self.retries) {
            return Err(Wrong::Retries);
        }
        Ok(())
    }

    /// What requests leave through.
    pub fn client(&self) -> Client {
        let policy = if self.private_networks { Policy::Trusted } else { Policy::Public };
        Client::new(policy).timeout(Duration::from_secs(self.timeout))
    }
}
