//! Latencies of one run, kept whole: a few million of 4 bytes each are cheaper than an approximation to explain.

/// Latencies in microseconds.
#[derive(Debug, Default)]
pub struct Latencies(Vec<u32>);

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    pub p50_ms: f64,
    pub p95_ms: f64,
    pub p99_ms: f64,
    pub max_ms: f64,
}

impl Latencies {
    pub fn record(&mut self, took: std::time::Duration) {
        self.0.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Percentiles by the nearest rank; all zero when nothing was recorded.
    pub fn summary(&mut self) -> Summary {
        self.0.sort_unstable();
        let at = |percent: usize| {
            let rank = (self.0.len() * percent).div_ceil(100);
            self.0.get(rank.saturating_sub(1)).map_or(0.0, |micros| f64::from(*micros) / 1000.0)
        };
        Summary { p50_ms: at(50), p95_ms: at(95), p99_ms: at(99), max_ms: at(100) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn percentiles_are_nearest_ranks() {
        let mut latencies = Latencies::default();
        for millis in (1..=200).rev() {
            latencies.record(Duration::from_millis(millis));
        }
        let expected = Summary { p50_ms: 100.0, p95_ms: 190.0, p99_ms: 198.0, max_ms: 200.0 };
        assert_eq!(latencies.summary(), expected);
    }

    #[test]
    fn nothing_recorded_is_zero() {
        assert_eq!(Latencies::default().summary().max_ms, 0.0);
    }
}
