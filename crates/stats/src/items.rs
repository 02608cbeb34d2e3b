//! Items against each other: chosen as best and worst, put in order, given points.

use crate::{Estimate, Moments, NpsCounts, Range, nps};

/// Best less worst, per time shown, −1 to 1, with its 95 % range; nothing for an item that nobody saw.
///
/// Count analysis of best-worst scaling (Finn and Louviere, "Determining the Appropriate Response to Evidence of Public
/// Concern", Journal of Public Policy & Marketing 11:2, 1992; Marley and Louviere, "Some probabilistic models of best,
/// worst, and best–worst choices", Journal of Mathematical Psychology 49, 2005). One showing is worth +1, 0 or −1, as
/// one answer of an NPS is.
pub fn best_worst(best: u64, worst: u64, shown: u64) -> Option<Estimate> {
    let Estimate { value, range } = nps(&NpsCounts { promoters: best, detractors: worst, n: shown })?;
    let range = range.map(|range| Range { low: range.low / 100.0, high: range.high / 100.0 });
    Some(Estimate { value: value / 100.0, range })
}

/// What one ranking gives an item, 0 (last) to 1 (first): Borda's points over the most there are. `place` counts from
/// 1; items without a place share the points that are left (the tournament rule for incomplete ballots; Emerson, "The
/// original Borda count and partial voting", Social Choice and Welfare 40, 2013). Nothing for fewer than two items.
pub fn borda(place: Option<usize>, ranked: usize, items: usize) -> Option<f64> {
    if items < 2 || ranked > items {
        return None;
    }
    let points = match place {
        Some(place) if (1..=ranked).contains(&place) => (items - place) as f64,
        Some(_) => return None,
        // Places ranked + 1 to items leave items − ranked − 1 down to 0 points.
        None if ranked < items => (items - ranked - 1) as f64 / 2.0,
        None => return None,
    };
    Some(points / (items - 1) as f64)
}

/// Each item's share of the points that one person gave, 0 to 1; nothing where no points were given. Feed them to
/// [`Moments`], one item each, for the mean share with its range.
pub fn point_shares(points: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = points.iter().sum();
    let is_sound = total > 0.0 && points.iter().all(|point| point.is_finite() && *point >= 0.0);
    is_sound.then(|| points.iter().map(|point| point / total).collect())
}

/// The mean of shares with its 95 % range, cut to 0 and 1.
pub fn mean_share(moments: &Moments) -> Option<Estimate> {
    let Estimate { value, range } = crate::mean(moments)?;
    let range = range.map(|range| Range { low: range.low.max(0.0), high: range.high.min(1.0) });
    Some(Estimate { value, range })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_less_worst_per_showing() {
        let found = best_worst(100, 40, 200).unwrap();
        assert!((found.value - 0.3).abs() < 1e-12);
        assert!((found.range.unwrap().low - 0.191_760).abs() < 1e-5);
        assert_eq!(best_worst(0, 0, 0), None);
    }

    #[test]
    fn places_give_points_and_the_rest_share_what_is_left() {
        let full: Vec<_> = (1..=4).map(|place| borda(Some(place), 4, 4).unwrap()).collect();
        assert_eq!(full, [1.0, 2.0 / 3.0, 1.0 / 3.0, 0.0]);
        // Two of four ranked: the others would have 1 and 0 points, so half a point each of three.
        assert_eq!(borda(None, 2, 4), Some(0.5 / 3.0));
        let given: f64 = [Some(1), Some(2), None, None].map(|place| borda(place, 2, 4).unwrap()).iter().sum();
        assert!((given - full.iter().sum::<f64>()).abs() < 1e-12, "every ballot gives as many points");
        assert_eq!((borda(Some(3), 2, 4), borda(None, 4, 4), borda(Some(1), 1, 1)), (None, None, None));
    }

    #[test]
    fn points_become_shares() {
        assert_eq!(point_shares(&[30.0, 70.0, 0.0]), Some(vec![0.3, 0.7, 0.0]));
        assert_eq!((point_shares(&[0.0]), point_shares(&[]), point_shares(&[-1.0, 2.0])), (None, None, None));
        let mut moments = Moments::default();
        [0.0, 0.0, 0.1].into_iter().for_each(|share| moments.add(share));
        let estimate = mean_share(&moments).unwrap();
        assert_eq!(estimate.range.unwrap().low, 0.0);
    }
}
