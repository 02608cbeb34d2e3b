//! How often the range of a forecast holds what comes, and whether probabilities of reaching a goal are right.

use serde_json::json;
use stats::effects::Effect;
use stats::goals::{Goal, pace};

use crate::Anything;
use crate::coverage::{Count, Tell};
use crate::worlds::Dice;

/// What moves a metric besides noise.
#[derive(Clone, Copy, Debug)]
enum Moves {
    Line,
    Wanders,
    WandersOnly,
    Returns,
}

impl Moves {
    fn series(self, dice: &mut Dice, periods: usize) -> Vec<f64> {
        let back = dice.carried(periods, 0.5);
        let (slope, mut level) = (0.3 * dice.normal(), 0.0);
        (0..periods)
            .map(|at| {
                level += 0.5 * dice.normal();
                let noise = dice.normal();
                40.0 + match self {
                    Self::Line => slope * at as f64 + noise,
                    Self::Wanders => level + noise,
                    Self::WandersOnly => level,
                    Self::Returns => back[at],
                }
            })
            .collect()
    }
}

pub fn all(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    for moves in [Moves::Line, Moves::Wanders, Moves::WandersOnly, Moves::Returns] {
        for (periods, ahead) in [(8, 4), (12, 4), (24, 12), (52, 12)] {
            let name = format!("{moves:?}, {periods} known, {ahead} ahead");
            let mut count = Count::default();
            let (mut said, mut came, mut error) = (0.0, 0.0, 0.0);
            for world in 0..worlds {
                let series = moves.series(&mut Dice::of(seed, &name, world), periods + ahead);
                let (known, then) = (&series[..periods], series[periods + ahead - 1]);
                let to = known[periods - 1] + 1.0;
                let goal = Goal {
                    values: known.to_vec(),
                    from: known[0],
                    to,
                    gone: periods,
                    left: ahead as i64,
                    season: None,
                };
                // A goal may lie below where it began; whether it is reached is then the other way round.
                let Goal { from, .. } = goal;
                let found = pace(&goal);
                let (Some((value, range)), Some(probability)) = (found.forecast, found.probability) else { continue };
                count.add(&Effect { value, range, p: 1.0 }, then, None);
                let reached = f64::from(u8::from(if to >= from { then >= to } else { then <= to }));
                said += probability;
                came += reached;
                error += (probability - reached).powi(2);
            }
            let mut row = count.row("forecast", &name);
            row["probability"] = json!(100.0 * said / count.worlds);
            row["reached"] = json!(100.0 * came / count.worlds);
            row["brier"] = json!(error / count.worlds);
            tell(row)?;
        }
    }
    Ok(())
}
