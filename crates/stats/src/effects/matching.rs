//! Comparison units that went like the treated ones before the start.

use super::{Panel, Unit, Weighing, Why};

/// One treated unit and one that was like it; both are places in the panel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    pub treated: usize,
    pub comparison: usize,
    /// How far their trends were apart, in standard deviations over all units.
    pub distance: f64,
}

/// For each treated unit up to `each` comparison units with the nearest trend before the start, none further than `caliper`
/// standard deviations; nobody is taken twice. The nearest pair of all goes first.
///
/// The trend is the slope of a unit's periods by least squares. Matching looks at nothing after the start, and not at the
/// level: of units that stand lower for good, partners that looked as low were so by chance (Daw and Hatfield, "Matching and
/// Regression to the Mean in Difference-in-Differences Analysis", Health Services Research 53, 2018). That units chosen for
/// their level recover by themselves is what [`super::recovery`] is for.
pub fn matches(panel: &Panel, weighing: Weighing, each: usize, caliper: f64) -> Result<Vec<Match>, Why> {
    panel.check()?;
    let trends: Vec<Option<f64>> = panel.units.iter().map(|unit| trend(panel, unit, weighing)).collect();
    let scale = scale(&trends.iter().flatten().copied().collect::<Vec<f64>>());
    let mut pairs = Vec::new();
    for (treated, own) in trends.iter().enumerate().filter(|(at, _)| panel.units[*at].treated) {
        for (comparison, other) in trends.iter().enumerate().filter(|(at, _)| !panel.units[*at].treated) {
            let (Some(own), Some(other)) = (own, other) else { continue };
            let distance = (own - other).abs() / scale;
            if distance <= caliper {
                pairs.push(Match { treated, comparison, distance });
            }
        }
    }
    pairs.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    let (mut partners, mut taken) = (vec![0; panel.units.len()], vec![false; panel.units.len()]);
    pairs.retain(|pair| {
        let free = partners[pair.treated] < each && !taken[pair.comparison];
        if free {
            partners[pair.treated] += 1;
            taken[pair.comparison] = true;
        }
        free
    });
    if pairs.is_empty() { Err(Why::TooFewUnits { least: 3 }) } else { Ok(pairs) }
}

/// The panel of matched units only, treated ones without a partner left out.
pub fn matched(panel: &Panel, matches: &[Match]) -> Panel {
    let mut kept: Vec<usize> = matches.iter().flat_map(|pair| [pair.treated, pair.comparison]).collect();
    kept.sort_unstable();
    kept.dedup();
    panel.only(&kept)
}

/// The standard deviation, or 1 where they do not differ.
fn scale(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / (values.len() as f64 - 1.0)).sqrt()).filter(|spread| *spread > 0.0).unwrap_or(1.0)
}

/// None with fewer than two periods before the start.
fn trend(panel: &Panel, unit: &Unit, weighing: Weighing) -> Option<f64> {
    let cells: Vec<(f64, f64, f64)> = panel
        .cells(unit, weighing)
        .filter(|(period, ..)| *period < panel.start)
        .map(|(period, weight, value)| (period as f64, weight, value))
        .collect();
    let total: f64 = cells.iter().map(|(_, weight, _)| weight).sum();
    let mean = |of: &dyn Fn(f64, f64) -> f64| {
        cells.iter().map(|&(period, weight, value)| weight * of(period, value)).sum::<f64>() / total
    };
    let (when, level) = (mean(&|period, _| period), mean(&|_, value| value));
    let across = mean(&|period, _| (period - when).powi(2));
    (across > 0.0).then(|| mean(&|period, value| (period - when) * (value - level)) / across)
}
