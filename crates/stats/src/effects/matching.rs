//! Comparison units that were like the treated ones before the start.

use super::{Panel, Unit, Weighing, Why};

/// One treated unit and one that was like it; both are places in the panel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    pub treated: usize,
    pub comparison: usize,
    /// How unlike they were: √(level² + trend²), each in standard deviations over all units.
    pub distance: f64,
}

/// For each treated unit up to `each` comparison units with the nearest level and trend before the start, none further
/// than `caliper` standard deviations; nobody is taken twice. The nearest pair of all goes first.
///
/// The level is the mean of a unit's periods before the start, the trend their slope by least squares. Matching looks
/// at nothing after the start. Where treated units were chosen *because* their level was bad, units matched on the
/// level were bad by chance and recover by themselves (Daw and Hatfield, "Matching and Regression to the Mean in
/// Difference-in-Differences Analysis", Health Services Research 53, 2018): `on_level` false matches on the trend alone.
pub fn matches(
    panel: &Panel,
    weighing: Weighing,
    each: usize,
    caliper: f64,
    on_level: bool,
) -> Result<Vec<Match>, Why> {
    panel.check()?;
    let seen: Vec<Option<[f64; 2]>> = panel.units.iter().map(|unit| level_and_trend(panel, unit, weighing)).collect();
    let scale = |which: usize| {
        let values: Vec<f64> = seen.iter().flatten().map(|seen| seen[which]).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let spread =
            (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() as f64 - 1.0)).sqrt();
        if spread > 0.0 { spread } else { 1.0 }
    };
    let scales = [scale(0), scale(1)];
    let mut pairs = Vec::new();
    for (treated, own) in seen.iter().enumerate().filter(|(at, _)| panel.units[*at].treated) {
        for (comparison, other) in seen.iter().enumerate().filter(|(at, _)| !panel.units[*at].treated) {
            let (Some(own), Some(other)) = (own, other) else { continue };
            let level = if on_level { (own[0] - other[0]) / scales[0] } else { 0.0 };
            let distance = level.hypot((own[1] - other[1]) / scales[1]);
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

/// None with fewer than two periods before the start: there is no trend.
fn level_and_trend(panel: &Panel, unit: &Unit, weighing: Weighing) -> Option<[f64; 2]> {
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
    (across > 0.0).then(|| [level, mean(&|period, value| (period - when) * (value - level)) / across])
}
