//! How often ranges hold the truth, and how often an effect is called where there is none.

use serde_json::{Value, json};
use stats::effects::interrupted::{Series, by_newey_west, interrupted};
use stats::effects::power::{self, Design};
use stats::effects::{
    Cell, Checks, Effect, Evidence, Panel, Unit, Verdict, Weighing, Why, cuped, did, matching, parallel, recovery,
    synthetic, verdict,
};

use crate::Anything;
use crate::worlds::{Branches, Dice, factors};

pub type Tell<'a> = &'a mut dyn FnMut(Value) -> Anything<()>;

/// Counts over worlds.
#[derive(Default)]
pub struct Count {
    pub worlds: f64,
    pub held: f64,
    pub called: f64,
    pub refused: f64,
    pub width: f64,
}

impl Count {
    pub fn add(&mut self, effect: &Effect, truth: f64, verdict: Option<Verdict>) {
        self.worlds += 1.0;
        self.held += f64::from(u8::from(effect.range.low <= truth && truth <= effect.range.high));
        self.called += f64::from(u8::from(matches!(verdict, Some(Verdict::Improved | Verdict::Worsened))));
        self.refused += f64::from(u8::from(matches!(verdict, Some(Verdict::CannotTell(_)))));
        self.width += effect.range.high - effect.range.low;
    }

    pub fn row(&self, design: &str, world: &str) -> Value {
        let percent = |count: f64| 100.0 * count / self.worlds;
        json!({
            "design": design, "world": world, "worlds": self.worlds, "held": percent(self.held),
            "called": percent(self.called), "refused": percent(self.refused), "width": self.width / self.worlds,
        })
    }
}

pub fn all(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    differences(seed, worlds, tell)?;
    chosen(seed, worlds, tell)?;
    mixtures(seed, worlds, tell)?;
    series(seed, worlds, tell)?;
    people(seed, worlds, tell)?;
    visible(seed, worlds, tell)
}

fn judged(effect: Effect, checks: Checks) -> Verdict {
    verdict(&Ok(Evidence { effect, higher_is_better: true, matters: 0.0, checks, periods_left: None }))
}

fn said<T>(found: Result<T, Why>) -> Anything<T> {
    found.map_err(|why| format!("{why:?}").into())
}

fn checks(panel: &Panel, weighing: Weighing, seed: u64) -> Anything<Checks> {
    let parallel = said(parallel::parallel(panel, weighing, seed))?.p();
    let placebo = said(did::randomisation(panel, weighing, seed))?;
    let (treated, others) = panel.counts();
    let ways: f64 = (0..treated).map(|at| (treated + others - at) as f64 / (at + 1) as f64).product();
    Ok(Checks { parallel: Some(parallel), placebo: Some(placebo), placebo_least: 1.0 / ways, ..Checks::default() })
}

/// As pages say it: what the kept units changed more than others, with and without what all units tell of recovery.
fn as_said(panel: &Panel, kept: &Panel, weighing: Weighing) -> Anything<Effect> {
    let found = said(did::did(kept, weighing))?;
    let beyond = recovery::beyond_recovery(&found, kept, panel, weighing).ok();
    Ok(beyond.map_or(found.effect, |beyond| recovery::between(&found, &beyond)))
}

fn differences(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    let of = Branches::of;
    let list = [
        ("20 treated, 20 others", of(20, 20), Weighing::Units),
        ("6 treated, 14 others", of(6, 14), Weighing::Units),
        ("3 treated, 17 others", of(3, 17), Weighing::Units),
        ("1 treated, 19 others", of(1, 19), Weighing::Units),
        ("1 treated, 5 others", of(1, 5), Weighing::Units),
        ("6 treated, 14 others, a sixth of cells empty", Branches { gaps: 1.0 / 6.0, ..of(6, 14) }, Weighing::Units),
        (
            "10 treated, 30 others, 10 to 300 answers, weighed",
            Branches { unequal: true, ..of(10, 30) },
            Weighing::Answers,
        ),
        ("10 treated, 30 others, treated twice as wild", Branches { wilder: 2.0, ..of(10, 30) }, Weighing::Units),
        ("2 treated, 18 others, treated twice as wild", Branches { wilder: 2.0, ..of(2, 18) }, Weighing::Units),
        ("6 treated, 14 others, four fifths carry over", Branches { carried: 0.8, ..of(6, 14) }, Weighing::Units),
    ];
    for (name, branches, weighing) in list {
        let (mut count, mut plain) = (Count::default(), Count::default());
        for world in 0..worlds {
            let panel = branches.panel(&mut Dice::of(seed, name, world));
            let found = said(did::did(&panel, weighing))?;
            let checks = checks(&panel, weighing, world)?;
            let effect = as_said(&panel, &panel, weighing)?;
            count.add(&effect, 0.0, Some(judged(effect, checks)));
            // What most programs print: CR1 and a t with one less than the units.
            let half = student(panel.units.len() as f64 - 1.0) * found.cr1;
            let range = stats::Range { low: found.effect.value - half, high: found.effect.value + half };
            plain.add(&Effect { range, ..found.effect }, 0.0, None);
        }
        tell(count.row("did", name))?;
        tell(plain.row("did, CR1 (tried)", name))?;
    }
    Ok(())
}

/// The .975 quantile of Student's t (Cornish and Fisher's expansion; good to three digits from five on).
fn student(freedom: f64) -> f64 {
    let z: f64 = stats::Z_95;
    let (z3, z5) = (z.powi(3), z.powi(5));
    z + (z3 + z) / (4.0 * freedom) + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * freedom * freedom)
}

/// Who is treated.
#[derive(Clone, Copy)]
enum Chosen {
    Any,
    /// Those that look worst in the last so many periods before the start.
    Worst(usize),
    /// Those that are lower by so many points, and stay so.
    Lower(f64),
}

impl Chosen {
    fn among(self, panel: &mut Panel) {
        match self {
            Self::Any => {}
            Self::Worst(last) => worst(panel, last),
            Self::Lower(points) => {
                let treated = panel.units.iter_mut().filter(|unit| unit.treated);
                treated.flat_map(|unit| unit.cells.iter_mut().flatten()).for_each(|cell| cell.value -= points);
            }
        }
    }
}

/// As pages do it: partners by trend where there are many.
fn chosen(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    let far = Branches { carried: 0.8, ..Branches::of(6, 74) };
    let near = Branches { apart: 3.0, ..far };
    let few = |treated, others| Branches { treated, others, ..near };
    for (name, branches, chosen, each) in [
        ("any 6 of 80", far, Chosen::Any, Some(3)),
        ("the 6 worst of 80", far, Chosen::Worst(12), Some(3)),
        ("the 6 worst lately of 80", far, Chosen::Worst(4), Some(3)),
        ("6 of 80, 8 points lower for good", far, Chosen::Lower(8.0), Some(3)),
        ("any 6 of 80 close together", near, Chosen::Any, Some(3)),
        ("the 6 worst of 80 close together", near, Chosen::Worst(12), Some(3)),
        ("the 6 worst lately of 80 close together", near, Chosen::Worst(4), Some(3)),
        ("6 of 80 close together, 3 points lower for good", near, Chosen::Lower(3.0), Some(3)),
        ("6 of 80 close together, 6 points lower for good", near, Chosen::Lower(6.0), Some(3)),
        ("the 6 worst of 20 close together", few(6, 14), Chosen::Worst(12), None),
        ("the 3 worst of 20 close together", few(3, 17), Chosen::Worst(12), None),
        ("the 3 worst of 10 close together", few(3, 7), Chosen::Worst(12), None),
        ("the 2 worst of 7 close together", few(2, 5), Chosen::Worst(12), None),
    ] {
        let mut count = Count::default();
        for world in 0..worlds {
            let mut panel = branches.panel(&mut Dice::of(seed, name, world));
            chosen.among(&mut panel);
            let kept = match each {
                Some(each) => {
                    matching::matched(&panel, &said(matching::matches(&panel, Weighing::Units, each, f64::INFINITY))?)
                }
                None => panel.clone(),
            };
            let effect = as_said(&panel, &kept, Weighing::Units)?;
            count.add(&effect, 0.0, Some(judged(effect, checks(&kept, Weighing::Units, world)?)));
        }
        tell(count.row(if each.is_some() { "did, matched" } else { "did, chosen" }, name))?;
    }
    Ok(())
}

/// As many units as were treated, those with the lowest mean in the last periods before the start, are treated instead.
fn worst(panel: &mut Panel, last: usize) {
    let (start, (treated, _)) = (panel.start, panel.counts());
    let mean =
        |unit: &Unit| unit.cells[start - last..start].iter().flatten().map(|cell: &Cell| cell.value).sum::<f64>();
    let mut order: Vec<usize> = (0..panel.units.len()).collect();
    order.sort_by(|&a, &b| mean(&panel.units[a]).total_cmp(&mean(&panel.units[b])));
    panel.units.iter_mut().for_each(|unit| unit.treated = false);
    order[..treated].iter().for_each(|&unit| panel.units[unit].treated = true);
}

fn mixtures(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    for (name, donors, before, after, carried) in [
        ("12 donors, 30 before, 10 after", 12, 30, 10, 0.0),
        ("12 donors, 30 before, 10 after, .3 carries over", 12, 30, 10, 0.3),
        ("20 donors, 52 before, 8 after", 20, 52, 8, 0.0),
        ("20 donors, 52 before, 8 after, .3 carries over", 20, 52, 8, 0.3),
        ("8 donors, 16 before, 4 after", 8, 16, 4, 0.0),
    ] {
        let mut count = Count::default();
        for world in 0..worlds {
            let case = factors(&mut Dice::of(seed, name, world), donors, before, after, carried, 0.0);
            let Ok(effect) = synthetic::effect(&case) else {
                count.worlds += 1.0;
                count.refused += 1.0;
                continue;
            };
            let space = said(synthetic::in_space(&case))?;
            let least = 1.0 / (donors + 1) as f64;
            let checks = Checks {
                placebo: Some(space.p),
                placebo_least: least,
                effect_least: 1.0 / (before + after) as f64,
                ..Checks::default()
            };
            count.add(&effect, 0.0, Some(judged(effect, checks)));
        }
        tell(count.row("synthetic", name))?;
    }
    Ok(())
}

fn series(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    for periods in [12, 24, 52, 100] {
        for carried in [0.0, 0.2, 0.4, 0.6, 0.8] {
            let name = format!("{periods} periods, {carried} carries over");
            let (mut count, mut newey) = (Count::default(), Count::default());
            for world in 0..worlds {
                let noise = Dice::of(seed, &name, world).carried(periods, carried);
                let values = noise.iter().enumerate().map(|(at, noise)| 50.0 + 0.1 * at as f64 + 3.0 * noise).collect();
                let series = Series { values, start: periods / 2, season: None };
                let effect = said(interrupted(&series))?.effect;
                count.add(&effect, 0.0, Some(judged(effect, Checks::default())));
                let lags = (4.0 * (periods as f64 / 100.0).powf(2.0 / 9.0)).ceil() as usize;
                newey.add(&said(by_newey_west(&series, lags))?, 0.0, None);
            }
            tell(count.row("interrupted", &name))?;
            tell(newey.row("interrupted, Newey–West (tried)", &name))?;
        }
    }
    Ok(())
}

fn people(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    for (name, treated, others, wilder) in [
        ("10 and 10 people", 10, 10, 1.0),
        ("50 and 50 people", 50, 50, 1.0),
        ("400 and 100 people, treated twice as wild", 400, 100, 2.0),
    ] {
        let (mut with, mut without) = (Count::default(), Count::default());
        for world in 0..worlds {
            let mut dice = Dice::of(seed, name, world);
            let mut arm = |people: usize, wild: f64| {
                let mut arm = cuped::Arm::default();
                for _ in 0..people {
                    let before = dice.normal();
                    arm.add(10.0 + 0.7 * before + wild * 0.714 * dice.normal(), before);
                }
                arm
            };
            let found = said(cuped::cuped(&arm(treated, wilder), &arm(others, 1.0)))?;
            with.add(&found.effect, 0.0, Some(judged(found.effect, Checks::default())));
            without.add(&found.plain, 0.0, Some(judged(found.plain, Checks::default())));
        }
        tell(with.row("experiment, CUPED", name))?;
        tell(without.row("experiment, Welch", name))?;
    }
    Ok(())
}

/// Whether an effect of the size that is told beforehand is then seen four times in five.
fn visible(seed: u64, worlds: u64, tell: Tell) -> Anything<()> {
    for (name, branches) in
        [("10 treated, 30 others", Branches::of(10, 30)), ("3 treated, 17 others", Branches::of(3, 17))]
    {
        let (mut seen, mut told) = (0.0, 0.0);
        for world in 0..worlds {
            let mut dice = Dice::of(seed, name, world);
            let quiet = Branches { after: 6, ..branches }.panel(&mut dice);
            let Some(noise) = power::noise_of_panel(&quiet, Weighing::Units) else { continue };
            let design = Design::Differences { treated: branches.treated, others: branches.others, before: 12, noise };
            let Some(size) = power::detectable(&design, 6) else { continue };
            let mut moved = quiet.clone();
            for unit in moved.units.iter_mut().filter(|unit| unit.treated) {
                unit.cells[12..].iter_mut().flatten().for_each(|cell| cell.value += size);
            }
            told += size;
            seen += f64::from(u8::from(as_said(&moved, &moved, Weighing::Units)?.range.low > 0.0));
        }
        let worlds = worlds as f64;
        tell(
            json!({"design": "power, did", "world": name, "worlds": worlds, "seen": 100.0 * seen / worlds, "size": told / worlds}),
        )?;
    }
    for periods in [24, 52] {
        let name = format!("{periods} periods, 0.3 carries over");
        let (mut seen, mut told, mut tried) = (0.0, 0.0, 0.0);
        for world in 0..worlds {
            let noise = Dice::of(seed, &name, world).carried(periods, 0.3);
            let start = periods / 2;
            let Some(known) = power::noise_of_series(&noise[..start]) else { continue };
            let Some(size) = power::detectable(&Design::Interrupted { before: start, noise: known }, periods - start)
            else {
                continue;
            };
            let values =
                noise.iter().enumerate().map(|(at, noise)| noise + if at < start { 0.0 } else { size }).collect();
            tried += 1.0;
            told += size;
            seen +=
                f64::from(u8::from(said(interrupted(&Series { values, start, season: None }))?.effect.range.low > 0.0));
        }
        tell(
            json!({"design": "power, interrupted", "world": name, "worlds": tried, "seen": 100.0 * seen / tried, "size": told / tried}),
        )?;
    }
    Ok(())
}
