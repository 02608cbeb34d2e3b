//! Waits between attempts at something that leaves this machine, from the configuration.

/// Attempts beside the first.
const MAX: usize = 30;
/// Of one wait: what waits for five days is given up.
const SECONDS_MAX: u32 = 5 * 86_400;

/// Whether waits in seconds are as many and as long as they may be.
pub(crate) fn fit(waits: &[u32]) -> bool {
    waits.len() <= MAX && waits.iter().all(|wait| (1..=SECONDS_MAX).contains(wait))
}

/// How long to wait after the n-th attempt that failed, n from 1, in microseconds; None when it is given up.
pub(crate) fn after(waits: &[u32], attempts: i32) -> Option<i64> {
    let wait = usize::try_from(attempts - 1).ok().and_then(|done| waits.get(done))?;
    Some(i64::from(*wait) * kernel::time::SECOND)
}
