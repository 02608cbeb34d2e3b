//! Connections outward, so few that this machine bears them, shared so that whoever is quick never waits for the slow.

use std::pin::pin;
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

/// Requests at a time to endpoints that are quick.
const QUICK_MAX: usize = 64;
/// Requests at a time that take long.
const SLOW_MAX: usize = 256;
/// A request that takes longer takes long.
pub const QUICK: Duration = Duration::from_millis(500);

pub struct Lanes {
    quick: Semaphore,
    slow: Semaphore,
    patience: Duration,
}

impl Default for Lanes {
    fn default() -> Self {
        Self::new(QUICK)
    }
}

/// A connection in one of the lanes.
pub struct Connection<'a> {
    lanes: &'a Lanes,
    permit: Option<SemaphorePermit<'a>>,
    is_slow: bool,
}

impl Lanes {
    fn new(patience: Duration) -> Self {
        Self { quick: Semaphore::new(QUICK_MAX), slow: Semaphore::new(SLOW_MAX), patience }
    }

    /// Waits for a connection.
    pub async fn enter(&self, is_slow: bool) -> Connection<'_> {
        let lane = if is_slow { &self.slow } else { &self.quick };
        Connection { lanes: self, permit: lane.acquire().await.ok(), is_slow }
    }
}

impl Connection<'_> {
    /// Awaits a request. One that takes long leaves its place among the quick as soon as there is room beside them.
    pub async fn carry<T>(mut self, request: impl Future<Output = T>) -> T {
        let mut request = pin!(request);
        if self.is_slow {
            return request.await;
        }
        if let Ok(done) = tokio::time::timeout(self.lanes.patience, &mut request).await {
            return done;
        }
        tokio::select! {
            done = &mut request => done,
            room = self.lanes.slow.acquire() => {
                self.permit = room.ok();
                request.await
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;
    use futures::FutureExt as _;
    use futures::stream::{FuturesUnordered, StreamExt as _};

    #[tokio::test]
    async fn the_quick_wait_for_no_more_than_the_first_moment_of_the_slow() {
        let lanes = Lanes::new(Duration::from_millis(1));
        let hang = async || lanes.enter(false).await.carry(pending::<()>()).await;
        let mut hung: FuturesUnordered<_> = (0..2 * QUICK_MAX).map(|_| hang()).collect();
        assert!(hung.next().now_or_never().is_none(), "they hold all there is");
        // A task that has awaited much is made to wait, whatever is there.
        tokio::task::yield_now().await;
        assert!(lanes.enter(false).now_or_never().is_none());
        tokio::select! {
            _ = hung.next() => unreachable!("they never end"),
            () = async { lanes.enter(false).await.carry(ready(())).await } => {}
        }
        assert!(lanes.enter(true).now_or_never().is_some(), "there is room for more of the slow");
    }

    #[tokio::test]
    async fn the_slow_are_bounded() {
        let lanes = Lanes::default();
        let mut held = Vec::new();
        for _ in 0..SLOW_MAX {
            held.push(lanes.enter(true).await);
        }
        tokio::task::yield_now().await;
        assert!(lanes.enter(true).now_or_never().is_none());
        assert!(lanes.enter(false).now_or_never().is_some());
        held.pop();
        assert!(lanes.enter(true).now_or_never().is_some());
    }
}
