//! Worlds in which the truth is known.

use stats::effects::synthetic::Case;
use stats::effects::{Cell, Panel, Unit};

/// SplitMix64 and Box and Muller: the same worlds for the same seed.
pub struct Dice(u64);

impl Dice {
    /// For one world of those with this name (Fowler, Noll and Vo's hash keeps names apart).
    pub fn of(seed: u64, name: &str, world: u64) -> Self {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        let bytes =
            name.as_bytes().iter().chain(&seed.to_le_bytes()).chain(&world.to_le_bytes()).copied().collect::<Vec<u8>>();
        Self(bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
    }

    /// Above 0, at most 1.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((z ^ (z >> 31)) >> 11) as f64 + 1.0) / (1u64 << 53) as f64
    }

    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.share().ln()).sqrt() * (std::f64::consts::TAU * self.share()).cos()
    }

    /// A stationary series of variance 1 of which `carried` carries over.
    pub fn carried(&mut self, periods: usize, carried: f64) -> Vec<f64> {
        let mut last = self.normal();
        let fresh = (1.0 - carried * carried).sqrt();
        let mut series = vec![last];
        for _ in 1..periods {
            last = carried * last + fresh * self.normal();
            series.push(last);
        }
        series
    }
}

/// What a panel is like.
#[derive(Clone, Copy)]
pub struct Branches {
    pub treated: usize,
    pub others: usize,
    pub before: usize,
    pub after: usize,
    pub carried: f64,
    /// How much more the treated units vary, as a factor of the standard deviation.
    pub wilder: f64,
    /// The share of cells without answers.
    pub gaps: f64,
    /// Whether branches have unequally many answers, from 10 to 300 a period.
    pub unequal: bool,
    /// How far apart branches are for good: the standard deviation of their levels, in points.
    pub apart: f64,
    pub effect: f64,
}

impl Branches {
    pub fn of(treated: usize, others: usize) -> Self {
        let (carried, wilder, apart) = (0.4, 1.0, 8.0);
        Self { treated, others, before: 12, after: 8, carried, wilder, gaps: 0.0, unequal: false, apart, effect: 0.0 }
    }

    /// A score of about 60 with branches, weeks in common, noise that carries over, and the noise of answers.
    pub fn panel(&self, dice: &mut Dice) -> Panel {
        let periods = self.before + self.after;
        let weeks = dice.carried(periods, 0.7);
        let units = (0..self.treated + self.others).map(|unit| {
            let treated = unit < self.treated;
            let (level, noise) = (60.0 + self.apart * dice.normal(), dice.carried(periods, self.carried));
            let answers = if self.unequal { 10.0 * 30f64.powf(dice.share()) } else { 60.0 };
            let wilder = if treated { self.wilder } else { 1.0 };
            let cells = (0..periods).map(|period| {
                let effect = if treated && period >= self.before { self.effect } else { 0.0 };
                let n = answers.round();
                let wild = 3.0 * noise[period] + 20.0 / n.sqrt() * dice.normal();
                let value = level + 2.0 * weeks[period] + wilder * wild + effect;
                (dice.share() > self.gaps).then_some(Cell { value, n })
            });
            Unit { treated, cells: cells.collect() }
        });
        Panel { units: units.collect(), start: self.before }
    }
}

/// One treated unit and donors that hang on three common factors; the treated one is a mixture of donors, and noise.
pub fn factors(dice: &mut Dice, donors: usize, before: usize, after: usize, carried: f64, effect: f64) -> Case {
    let periods = before + after;
    let common: Vec<Vec<f64>> = (0..3).map(|_| dice.carried(periods, 0.8)).collect();
    let loads: Vec<[f64; 3]> = (0..donors).map(|_| [0; 3].map(|_| 4.0 * dice.share())).collect();
    let mut mix: Vec<f64> = (0..donors).map(|donor| if donor < 4 { -dice.share().ln() } else { 0.0 }).collect();
    let total: f64 = mix.iter().sum();
    mix.iter_mut().for_each(|weight| *weight /= total);
    let own = [0, 1, 2].map(|at| loads.iter().zip(&mix).map(|(load, weight)| load[at] * weight).sum::<f64>());
    let mut series = |load: [f64; 3]| -> Vec<f64> {
        let noise = dice.carried(periods, carried);
        (0..periods)
            .map(|period| 60.0 + (0..3).map(|at| load[at] * common[at][period]).sum::<f64>() + noise[period])
            .collect()
    };
    let mut treated = series(own);
    treated[before..].iter_mut().for_each(|value| *value += effect);
    Case { treated, donors: loads.into_iter().map(series).collect(), start: before }
}
