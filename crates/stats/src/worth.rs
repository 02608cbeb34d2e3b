//! What a change is worth, in money, with its range.

use statrs::distribution::{ContinuousCDF, Normal};

use crate::chance::Chance;
use crate::{Range, Z_95};

/// Draws; the ends of a range are then off by about one part in a hundred of its width.
const DRAWS: usize = 20_000;

/// A number that is not known exactly: most probably `value`, and with 95 % between the ends of the range. The ends may
/// be unequally far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertain {
    pub value: f64,
    pub range: Range,
}

impl Uncertain {
    pub fn exactly(value: f64) -> Self {
        Self { value, range: Range { low: value, high: value } }
    }

    /// What lies at this many standard deviations: half a normal distribution on either side (Fechner 1897; Wallis, "The
    /// Two-Piece Normal, Binormal, or Double Gaussian Distribution", Statistical Science 29, 2014), here with half the
    /// chance on each side, so that value and ends are the median and the quantiles that were named. Something that was
    /// said to lie above 0 never falls below.
    fn at(&self, deviations: f64) -> f64 {
        let side = if deviations < 0.0 { self.value - self.range.low } else { self.range.high - self.value };
        let drawn = self.value + side.max(0.0) * deviations / Z_95;
        if self.range.low >= 0.0 { drawn.max(0.0) } else { drawn }
    }
}

/// One way in which a change pays: the product of its factors, such as points gained, what one point is worth a customer,
/// customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub factors: Vec<Uncertain>,
}

/// What all ways pay together, less the cost: the product of what is most probable, and the range of 95 %. None where a
/// number is not finite or there is no way.
///
/// By drawing from a seed, not by multiplying ends: three factors at their low ends at once are far less
/// probable than one in forty, and a range so made would be much too wide. Draws are spread evenly over each factor (Latin
/// hypercube; McKay, Beckman and Conover, Technometrics 21, 1979), so that a single factor comes out with its own range.
/// Factors are taken to be independent; the same factor in two ways is drawn apart.
pub fn worth(ways: &[Way], cost: f64, seed: u64) -> Option<Uncertain> {
    let numbers =
        ways.iter().flat_map(|way| &way.factors).flat_map(|factor| [factor.value, factor.range.low, factor.range.high]);
    if ways.iter().all(|way| way.factors.is_empty()) || numbers.chain([cost]).any(|number| !number.is_finite()) {
        return None;
    }
    let normal = Normal::standard();
    let deviations: Vec<f64> = (0..DRAWS).map(|at| normal.inverse_cdf((at as f64 + 0.5) / DRAWS as f64)).collect();
    let (mut chance, mut places) = (Chance::new(seed), (0..DRAWS).collect::<Vec<usize>>());
    let mut totals = vec![-cost; DRAWS];
    for way in ways.iter().filter(|way| !way.factors.is_empty()) {
        let mut products = vec![1.0; DRAWS];
        for factor in &way.factors {
            chance.shuffle(&mut places);
            products.iter_mut().zip(&places).for_each(|(product, &place)| *product *= factor.at(deviations[place]));
        }
        totals.iter_mut().zip(products).for_each(|(total, product)| *total += product);
    }
    totals.sort_by(f64::total_cmp);
    let product = |way: &Way| way.factors.iter().map(|factor| factor.value).product::<f64>();
    let value = ways.iter().filter(|way| !way.factors.is_empty()).map(product).sum::<f64>() - cost;
    Some(Uncertain { value, range: Range { low: quantile(&totals, 0.025), high: quantile(&totals, 0.975) } })
}

/// Of sorted values, between the two that lie next to it.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = (share * sorted.len() as f64 - 0.5).clamp(0.0, sorted.len() as f64 - 1.0);
    let (at, part) = (place as usize, place.fract());
    let next = sorted[(at + 1).min(sorted.len() - 1)];
    sorted[at] + part * (next - sorted[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(value: f64, low: f64, high: f64) -> Uncertain {
        Uncertain { value, range: Range { low, high } }
    }

    fn of(factors: &[Uncertain]) -> Uncertain {
        worth(&[Way { factors: factors.to_vec() }], 0.0, 7).unwrap()
    }

    #[test]
    fn one_factor_keeps_its_range() {
        let found = of(&[about(3.0, 1.0, 7.0), Uncertain::exactly(200.0)]);
        assert_eq!(found.value, 600.0);
        assert!((found.range.low - 200.0).abs() < 0.5 && (found.range.high - 1_400.0).abs() < 0.5, "{found:?}");
    }

    /// 10 ± 4 and 100 ± 40 are independent: the product spreads by √(2 · .2041² + .2041⁴) of 1,000 (Goodman 1960), about
    /// 291.6, and by less than the ends at once, 360 to 1,960.
    #[test]
    fn products_are_narrower_than_ends_at_once() {
        let found = of(&[about(10.0, 6.0, 14.0), about(100.0, 60.0, 140.0)]);
        let width = found.range.high - found.range.low;
        assert!((width / (2.0 * Z_95) / 291.6 - 1.0).abs() < 0.02, "{found:?}");
        assert!(found.range.low > 360.0 && found.range.high < 1_960.0);
    }

    #[test]
    fn what_may_be_a_loss_stays_one() {
        let ways = [
            Way { factors: vec![about(1.0, -1.0, 3.0), Uncertain::exactly(50.0)] },
            Way { factors: vec![Uncertain::exactly(10.0)] },
        ];
        let found = worth(&ways, 20.0, 1).unwrap();
        assert_eq!(found.value, 40.0);
        assert!((found.range.low - -60.0).abs() < 0.5 && (found.range.high - 140.0).abs() < 0.5, "{found:?}");
        assert_eq!(worth(&ways, 20.0, 1), worth(&ways, 20.0, 1));
    }

    #[test]
    fn no_number_is_no_worth() {
        assert_eq!(worth(&[], 0.0, 1), None);
        assert_eq!(worth(&[Way { factors: vec![] }], 5.0, 1), None);
        assert_eq!(worth(&[Way { factors: vec![Uncertain::exactly(f64::NAN)] }], 0.0, 1), None);
    }
}
