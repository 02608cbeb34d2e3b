//! One definition of each number: which one a question gives, and how it is made from a count of scores. Used by the slices
//! that ask the lake; owns no query of answers and no page. And one definition of worth, [`worth`].

pub mod versions;
pub mod worth;

use std::collections::BTreeMap;

use kernel::survey::{Kind, Question, Scale, Survey};
use stats::{Estimate, Moments, NpsCounts};
use ui::Tone;
use ui::chart::Unit;

/// How often each score was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores(pub BTreeMap<i64, u64>);

impl Scores {
    pub fn add(&mut self, score: f64, count: u64) {
        *self.0.entry(score.round() as i64).or_default() += count;
    }

    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }

    /// How many scores lie from `from` to `to`, both included.
    pub fn between(&self, from: i64, to: i64) -> u64 {
        if from > to { 0 } else { self.0.range(from..=to).map(|(_, count)| count).sum() }
    }

    fn moments(&self) -> Moments {
        let mut moments = Moments::default();
        for (score, count) in &self.0 {
            let (score, count) = (*score as f64, *count);
            let sum = score * count as f64;
            moments.merge(&Moments { n: count, sum, sum_of_squares: sum * score });
        }
        moments
    }
}

/// One definition of a number, with the scale that it is counted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metric {
    pub kind: Kind,
    pub scale: Scale,
}

impl Metric {
    /// The metric of a scored question.
    pub fn of(question: &Question) -> Option<Self> {
        Some(Self { kind: question.kind, scale: question.scale()? })
    }

    pub fn unit(self) -> Unit {
        match self.kind {
            Kind::Nps => Unit::Nps,
            Kind::Csat => Unit::Percent,
            _ => Unit::Mean,
        }
    }

    /// The name of the unit in templates.
    pub fn unit_name(self) -> &'static str {
        match self.unit() {
            Unit::Nps => "nps",
            Unit::Percent => "percent",
            Unit::Mean => "mean",
            Unit::Count => "count",
        }
    }

    /// Both ends of the number's own axis.
    pub fn axis(self) -> (f64, f64) {
        match self.unit() {
            Unit::Nps => (-100.0, 100.0),
            Unit::Percent | Unit::Count => (0.0, 100.0),
            Unit::Mean => (f64::from(self.scale.from), f64::from(self.scale.to)),
        }
    }

    /// Satisfaction counts from here on: the top two boxes (4 and 5 of five); of three points or fewer only the top.
    pub fn satisfied_from(self) -> i64 {
        let boxes = if self.scale.to - self.scale.from >= 3 { 1 } else { 0 };
        i64::from(self.scale.to) - boxes
    }

    /// The number over `scores`; nothing without any.
    pub fn estimate(self, scores: &Scores) -> Option<Estimate> {
        match self.kind {
            Kind::Nps => stats::nps(&nps_counts(scores)),
            Kind::Csat => stats::percent(scores.between(self.satisfied_from(), i64::MAX), scores.total()),
            _ => stats::mean(&scores.moments()),
        }
    }

    /// The variance of one answer's contribution, in squared units of the number. Small groups in which all agree are
    /// not taken for certain: NPS and shares are smoothed by three answers spread over the outcomes (for NPS 3/4, 3/2,
    /// 3/4, after Rocks, The American Statistician 70:4, 2016; for shares half each).
    pub fn variance(self, scores: &Scores) -> f64 {
        let n = scores.total() as f64;
        match self.kind {
            Kind::Nps => {
                let counts = nps_counts(scores);
                let (up, down) =
                    ((counts.promoters as f64 + 0.75) / (n + 3.0), (counts.detractors as f64 + 0.75) / (n + 3.0));
                1e4 * (up + down - (up - down).powi(2))
            }
            Kind::Csat => {
                let share = (scores.between(self.satisfied_from(), i64::MAX) as f64 + 1.5) / (n + 3.0);
                1e4 * share * (1.0 - share)
            }
            _ => {
                let moments = scores.moments();
                let squares = moments.sum_of_squares - moments.sum * moments.sum / n.max(1.0);
                (squares / (n - 1.0).max(1.0)).max(0.0)
            }
        }
    }

    /// The least change that is worth acting on, in units of the number: five points, or a twentieth of the scale.
    pub fn threshold(self) -> f64 {
        match self.unit() {
            Unit::Mean => f64::from(self.scale.to - self.scale.from) / 20.0,
            _ => 5.0,
        }
    }

    pub fn tone(self, score: i64) -> Tone {
        let on_scale = Tone::of_scale(score as f64, f64::from(self.scale.from), f64::from(self.scale.to));
        match self.kind {
            Kind::Nps => Tone::of_nps(score as f64),
            Kind::Csat if score >= self.satisfied_from() => Tone::Promoter,
            // Drawn as satisfied is exactly who is counted as satisfied.
            Kind::Csat if on_scale == Tone::Promoter => Tone::Passive,
            _ => on_scale,
        }
    }

    /// The scores of each tone that has any, from the lowest: first and last score, both included.
    pub fn groups(self) -> Vec<(Tone, i64, i64)> {
        let mut groups: Vec<(Tone, i64, i64)> = Vec::new();
        for score in i64::from(self.scale.from)..=i64::from(self.scale.to) {
            let tone = self.tone(score);
            match groups.last_mut() {
                Some((last, _, to)) if *last == tone => *to = score,
                _ => groups.push((tone, score, score)),
            }
        }
        groups
    }
}

fn nps_counts(scores: &Scores) -> NpsCounts {
    let mut counts = NpsCounts::default();
    for (score, count) in &scores.0 {
        let mut one = NpsCounts::default();
        one.add(*score as f64);
        counts.merge(&NpsCounts {
            promoters: one.promoters * count,
            detractors: one.detractors * count,
            n: one.n * count,
        });
    }
    counts
}

/// The question whose score stands for the survey: the first NPS, else CSAT, CES, rating.
pub fn main_question(survey: &Survey) -> Option<&Question> {
    [Kind::Nps, Kind::Csat, Kind::Ces, Kind::Rating]
        .into_iter()
        .find_map(|kind| survey.questions.iter().find(|question| question.kind == kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metric(kind: Kind, from: i32, to: i32) -> Metric {
        Metric { kind, scale: Scale { from, to } }
    }

    fn scores(list: &[(i64, u64)]) -> Scores {
        Scores(list.iter().copied().collect())
    }

    #[test]
    fn nps_from_counts() {
        let estimate = metric(Kind::Nps, 0, 10).estimate(&scores(&[(10, 60), (9, 40), (8, 60), (3, 40)])).unwrap();
        assert_eq!(estimate.value, 30.0);
        assert!((estimate.range.unwrap().high - 40.824).abs() < 1e-3);
    }

    #[test]
    fn satisfaction_is_the_top_two_boxes_of_its_scale() {
        for (from, to, expected) in [(1, 5, 4), (1, 7, 6), (0, 10, 9), (1, 3, 3), (0, 1, 1), (1, 4, 3)] {
            assert_eq!(metric(Kind::Csat, from, to).satisfied_from(), expected, "{from} to {to}");
        }
        assert_eq!(metric(Kind::Csat, 0, 10).groups().last(), Some(&(Tone::Promoter, 9, 10)));
        let estimate = metric(Kind::Csat, 1, 5).estimate(&scores(&[(5, 50), (4, 28), (1, 22)])).unwrap();
        assert_eq!(estimate.value, 78.0);
    }

    #[test]
    fn effort_and_rating_are_means() {
        let estimate = metric(Kind::Ces, 1, 7).estimate(&scores(&[(7, 1), (4, 2), (1, 1)])).unwrap();
        assert_eq!(estimate.value, 4.0);
        assert_eq!(metric(Kind::Rating, 1, 5).estimate(&Scores::default()), None);
    }

    #[test]
    fn tones_split_a_scale_without_gap() {
        let groups = metric(Kind::Nps, 0, 10).groups();
        assert_eq!(groups, [(Tone::Detractor, 0, 6), (Tone::Passive, 7, 8), (Tone::Promoter, 9, 10)]);
        for (kind, from, to) in [(Kind::Csat, 1, 5), (Kind::Ces, 1, 7), (Kind::Rating, 0, 100), (Kind::Csat, 0, 1)] {
            let groups = metric(kind, from, to).groups();
            assert_eq!((groups[0].1, groups.last().unwrap().2), (i64::from(from), i64::from(to)));
            assert!(groups.windows(2).all(|pair| pair[0].2 + 1 == pair[1].1 && pair[0].0 != pair[1].0));
        }
    }

    #[test]
    fn those_who_agree_are_not_certain() {
        assert!(metric(Kind::Nps, 0, 10).variance(&scores(&[(10, 12)])) > 0.0);
        assert!(metric(Kind::Csat, 1, 5).variance(&scores(&[(5, 12)])) > 0.0);
    }
}
