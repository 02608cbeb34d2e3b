//! The lowest place of a function of a few numbers, without slopes.

/// The place with the least value that the simplex of Nelder and Mead ("A simplex method for function minimization",
/// The Computer Journal 7, 1965) finds from `start` within so many `steps`, with that value. The first simplex moves
/// each number by 5 %, or by .00025 from 0, as is customary.
pub(super) fn lowest(start: &[f64], steps: usize, value: &mut dyn FnMut(&[f64]) -> f64) -> (Vec<f64>, f64) {
    let size = start.len();
    let mut corners: Vec<(Vec<f64>, f64)> = Vec::with_capacity(size + 1);
    corners.push((start.to_vec(), value(start)));
    for at in 0..size {
        let mut corner = start.to_vec();
        corner[at] = if corner[at] == 0.0 { 0.000_25 } else { corner[at] * 1.05 };
        let found = value(&corner);
        corners.push((corner, found));
    }
    for _ in 0..steps {
        corners.sort_by(|a, b| a.1.total_cmp(&b.1));
        let (best, worst) = (corners[0].clone(), corners[size].clone());
        let near = corners.iter().all(|(place, found)| {
            (found - best.1).abs() <= 1e-14 * best.1.abs().max(1e-12)
                && place.iter().zip(&best.0).all(|(a, b)| (a - b).abs() <= 1e-9)
        });
        if near {
            break;
        }
        let centre: Vec<f64> =
            (0..size).map(|at| corners[..size].iter().map(|(place, _)| place[at]).sum::<f64>() / size as f64).collect();
        let mut try_at = |step: f64| {
            let place: Vec<f64> =
                centre.iter().zip(&worst.0).map(|(centre, worst)| centre + step * (centre - worst)).collect();
            let found = value(&place);
            (place, found)
        };
        let reflected = try_at(1.0);
        let chosen = if reflected.1 < best.1 {
            let expanded = try_at(2.0);
            Some(if expanded.1 < reflected.1 { expanded } else { reflected })
        } else if reflected.1 < corners[size - 1].1 {
            Some(reflected)
        } else {
            let contracted = try_at(if reflected.1 < worst.1 { 0.5 } else { -0.5 });
            (contracted.1 < worst.1.min(reflected.1)).then_some(contracted)
        };
        match chosen {
            Some(chosen) => corners[size] = chosen,
            None => {
                for corner in &mut corners[1..] {
                    corner.0.iter_mut().zip(&best.0).for_each(|(at, best)| *at = best + 0.5 * (*at - best));
                    corner.1 = value(&corner.0);
                }
            }
        }
    }
    corners.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default()
}
