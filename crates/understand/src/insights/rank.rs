//! Which insight comes first. The formula is explained in docs/statistics.md.

use kernel::time::DAY;

use super::card::Sure;

/// A finding that is larger than so many times the least that matters counts no more than that.
const SIZE_MAX: f64 = 4.0;
/// Days after which an insight counts half.
const HALF_DAYS: f64 = 14.0;

/// Customers concerned (their square root, so that a thousand are not a hundred times as much as ten) × size × sureness
/// × newness.
///
/// `size` is in units of the least change that matters; `age` is how long ago it was found or last changed clearly, in
/// microseconds.
pub fn rank(people: u64, size: f64, sure: Sure, age: i64) -> f64 {
    let sureness = match sure {
        Sure::Clear => 1.0,
        Sure::Likely => 0.6,
        Sure::CannotTell => 0.3,
    };
    let newness = 0.5_f64.powf(age.max(0) as f64 / DAY as f64 / HALF_DAYS);
    (people as f64).sqrt() * size.abs().clamp(0.25, SIZE_MAX) * sureness * newness
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_larger_surer_and_newer_come_first() {
        let usual = rank(100, 2.0, Sure::Clear, 0);
        assert_eq!(usual, 20.0);
        assert_eq!(rank(400, 2.0, Sure::Clear, 0), 40.0);
        assert_eq!(rank(100, 9.0, Sure::Clear, 0), 40.0);
        assert_eq!(rank(100, 2.0, Sure::Likely, 0), 12.0);
        assert_eq!(rank(100, 2.0, Sure::Clear, 14 * DAY), 10.0);
        assert_eq!(rank(100, 2.0, Sure::Clear, -DAY), usual, "a clock that went back");
    }
}
