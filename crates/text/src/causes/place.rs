//! Where scores are low, and the mix that contrasts must respect.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use stats::subgroup::{self, ABSENT, Search, Slice};

use super::corpus::Corpus;
use super::group::Group;
use super::{Measure, Options, Place, Ratio, Row};

/// Attributes and values of one attribute that are looked at.
const ATTRIBUTES_MAX: usize = 40;
const VALUES_MAX: usize = 2_000;
/// Numbers with more different values than this are cut into quarters.
const NUMBERS_MAX: usize = 12;
/// Slices that are reported.
const SLICES_MAX: usize = 5;
/// Rows of a slice at least, and as a share of all.
const SLICE_ROWS: usize = 30;
const SLICE_SHARE: f64 = 0.02;
/// A slice has at least so many times the low scores of the rest.
const SLICE_RISK: f64 = 1.15;
/// Standard errors from which on an attribute has to do with low scores, so that words are compared within its values.
const TIED_FROM: f64 = 3.0;
/// Rows of an average cell of the mix at least, when another attribute divides it.
const CELL: usize = 25;
/// Rows from elsewhere by which those who do not mention a cause of a place are steadied.
const STEADIED_BY: usize = 150;
/// Rows of a value that stands alone in the mix.
const VALUE_ROWS: u32 = 10;

#[derive(Debug)]
struct Attribute {
    name: String,
    values: Vec<String>,
}

/// The cell of each row.
#[derive(Debug)]
pub struct Mix {
    pub of: Vec<u32>,
    pub cells: usize,
}

impl Mix {
    pub fn by(keys: Vec<Vec<u32>>) -> Self {
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        let of = keys
            .into_iter()
            .map(|key| {
                let next = known.len() as u32;
                *known.entry(key).or_insert(next)
            })
            .collect();
        Self { of, cells: known.len() }
    }
}

#[derive(Debug)]
pub struct Places {
    attributes: Vec<Attribute>,
    /// By attribute and row.
    codes: Vec<Vec<u32>>,
    /// Where scores are low, worst first.
    pub slices: Vec<Slice>,
    /// The cells of the mix: language and the attribute most tied to low scores, within which words are compared.
    pub mix: Mix,
    /// Cells by more attributes and the worst places: what holds in the mix must not vanish in them.
    pub finer: Mix,
    /// Cells by the attribute alone.
    pub plain: Mix,
    pub low: Vec<bool>,
}

impl Places {
    pub fn find(rows: &[&Row], corpus: &Corpus, low_to: f64) -> Self {
        let (attributes, codes) = attributes(rows);
        let low: Vec<bool> = rows.iter().map(|row| row.score <= low_to).collect();
        let slices = slices(&attributes, &codes, &low);
        let [mix, finer, plain] = mixes(&attributes, &codes, &slices, &low, &corpus.spoken);
        Self { attributes, codes, slices, mix, finer, plain, low }
    }

    /// Where the rows that `hit` are: the slice that holds at least half of them, several times as densely as the rest.
    pub fn home(&self, hit: &[bool]) -> Option<Slice> {
        let hits = hit.iter().filter(|hit| **hit).count();
        let dense = |slice: &Slice| {
            let here = slice.rows.iter().filter(|row| hit[**row as usize]).count();
            let others = hit.len() - slice.rows.len();
            let ratio =
                stats::risk_ratio((here as u64, slice.rows.len() as u64), ((hits - here) as u64, others as u64));
            2 * here >= hits && ratio.is_some_and(|ratio| ratio.value >= 2.0 && ratio.range.low >= 1.3)
        };
        if let Some(known) = self.slices.iter().find(|slice| dense(slice)) {
            return Some(known.clone());
        }
        let target: Vec<f64> = hit.iter().map(|hit| f64::from(u8::from(*hit))).collect();
        let search = Search { depth: 2, width: 10, rows: SLICE_ROWS.min(hit.len() / 4 + 1), slices: 10 };
        subgroup::slices(&self.codes, &target, search).into_iter().find(dense)
    }

    /// The rows of each place: the worst ones, how many they are, then of each value of each attribute.
    pub fn sites(&self, most: usize) -> (usize, Vec<Vec<u32>>) {
        let mut sites: Vec<Vec<u32>> = self.slices.iter().map(|slice| slice.rows.clone()).collect();
        let worst = sites.len();
        let mut values: Vec<Vec<u32>> = Vec::new();
        for (attribute, codes) in self.attributes.iter().zip(&self.codes) {
            let mut rows = vec![Vec::new(); attribute.values.len()];
            for (row, code) in codes.iter().enumerate().filter(|(_, code)| **code != ABSENT) {
                rows[*code as usize].push(row as u32);
            }
            values.extend(rows.into_iter().filter(|rows| rows.len() >= SLICE_ROWS));
        }
        // The largest, if there are too many.
        values.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        sites.extend(values);
        sites.truncate(most);
        (worst, sites)
    }

    pub fn describe(&self, slice: &Slice, rows: &[&Row], options: &Options) -> Place {
        let inside: BTreeSet<u32> = slice.rows.iter().copied().collect();
        let is_inside = |at: &usize| inside.contains(&(*at as u32));
        let of = |wanted: bool| (0..rows.len()).filter(move |at| is_inside(at) == wanted);
        let count = |wanted: bool| (of(wanted).filter(|at| self.low[*at]).count() as u64, of(wanted).count() as u64);
        let (here, there) = (count(true), count(false));
        let nothing = Ratio { value: 1.0, low: 0.0, high: f64::MAX };
        let gap = measure(of(false).map(|at| rows[at]), options) - measure(of(true).map(|at| rows[at]), options);
        let worse = if options.measure == Measure::Low { -gap } else { gap };
        let conditions = slice.conditions.iter().map(|(attribute, value)| {
            let attribute = &self.attributes[*attribute];
            (attribute.name.clone(), attribute.values[*value as usize].clone())
        });
        Place {
            conditions: conditions.collect(),
            rows: slice.rows.len(),
            low_share: here.0 as f64 / here.1.max(1) as f64,
            risk: stats::risk_ratio(here, there).map_or(nothing, Ratio::from),
            points: if there.1 == 0 { 0.0 } else { worse * here.1 as f64 / rows.len() as f64 },
        }
    }
}

/// The attributes as numbers; those that name each row (an order number) are left out.
fn attributes(rows: &[&Row]) -> (Vec<Attribute>, Vec<Vec<u32>>) {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in rows.iter().flat_map(|row| &row.attributes) {
        *names.entry(name).or_default() += 1;
    }
    let mut names: Vec<(&str, usize)> = names.into_iter().collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    names.truncate(ATTRIBUTES_MAX);
    let (mut attributes, mut codes) = (Vec::new(), Vec::new());
    for (name, given) in names {
        let of = |row: &Row| row.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
        let mut values: Vec<Option<String>> = rows.iter().map(|row| of(row)).collect();
        quarter(&mut values);
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        values.iter().flatten().for_each(|value| *counts.entry(value).or_default() += 1);
        if counts.len() > VALUES_MAX || counts.len() < 2 || counts.len() * 4 > given {
            continue;
        }
        let order: HashMap<&str, u32> = counts.keys().enumerate().map(|(at, value)| (*value, at as u32)).collect();
        codes.push(values.iter().map(|value| value.as_deref().map_or(ABSENT, |value| order[value])).collect());
        let values = counts.keys().map(|value| (*value).to_owned()).collect();
        attributes.push(Attribute { name: name.to_owned(), values });
    }
    (attributes, codes)
}

/// Numbers of many values become the quarters that they lie in.
fn quarter(values: &mut [Option<String>]) {
    let distinct: BTreeSet<&str> = values.iter().flatten().map(String::as_str).collect();
    if distinct.len() <= NUMBERS_MAX {
        return;
    }
    let number = |value: &str| value.trim().parse::<f64>().ok().filter(|value| value.is_finite());
    let Some(mut numbers) = values.iter().flatten().map(|value| number(value)).collect::<Option<Vec<f64>>>() else {
        return;
    };
    numbers.sort_by(f64::total_cmp);
    let at = |part: usize| numbers[(numbers.len() - 1) * part / 4];
    let bounds = [at(0), at(1), at(2), at(3), at(4)];
    for value in values.iter_mut() {
        let Some(here) = value.as_deref().and_then(number) else { continue };
        let part = (1..4).find(|part| here <= bounds[*part]).unwrap_or(4);
        *value = Some(format!("{}–{}", bounds[part - 1], bounds[part]));
    }
}

fn slices(attributes: &[Attribute], codes: &[Vec<u32>], low: &[bool]) -> Vec<Slice> {
    let target: Vec<f64> = low.iter().map(|low| f64::from(u8::from(*low))).collect();
    let rows = SLICE_ROWS.max((low.len() as f64 * SLICE_SHARE) as usize);
    let found = subgroup::slices(codes, &target, Search { depth: 3, width: 20, rows, slices: 40 });
    let all = (low.iter().filter(|low| **low).count() as u64, low.len() as u64);
    let values: usize = attributes.iter().map(|attribute| attribute.values.len()).sum();
    let hits = |slice: &Slice| slice.rows.iter().filter(|row| low[**row as usize]).count() as u64;
    let holds = |slice: &Slice| {
        let here = (hits(slice), slice.rows.len() as u64);
        let rest = (all.0 - here.0, all.1 - here.1);
        let tries = (values.max(1) as f64).powi(slice.conditions.len() as i32);
        let sure = stats::share_difference(here, rest).is_some_and(|found| found.p * tries < 0.05);
        let worse = stats::risk_ratio(here, rest).is_some_and(|ratio| ratio.value >= SLICE_RISK);
        // Each condition must add something: the slice is worse than the rest of what the others describe.
        let needed = slice.conditions.len() == 1
            || (0..slice.conditions.len()).all(|left_out| {
                let wider = |row: &usize| {
                    let mut others = slice.conditions.iter().enumerate().filter(|(at, _)| *at != left_out);
                    others.all(|(_, (attribute, value))| codes[*attribute][*row] == *value)
                };
                let wide =
                    (0..low.len()).filter(wider).fold((0, 0), |(hits, n), row| (hits + u64::from(low[row]), n + 1));
                let rest = (wide.0 - here.0, wide.1 - here.1);
                stats::share_difference(here, rest)
                    .is_some_and(|found| found.value > 0.0 && found.p * (values as f64) < 0.05)
            });
        sure && worse && needed
    };
    let mut kept = subgroup::apart(found.into_iter().filter(holds).collect());
    kept.truncate(SLICES_MAX);
    kept
}

/// The cells of the mix, the finer and the plain ones.
fn mixes(attributes: &[Attribute], codes: &[Vec<u32>], slices: &[Slice], low: &[bool], spoken: &[u16]) -> [Mix; 3] {
    let spoken: Vec<u32> = spoken.iter().map(|language| u32::from(*language)).collect();
    let lumped: Vec<Vec<u32>> = codes.iter().map(|codes| lump(codes)).collect();
    let mut tied: Vec<(f64, usize)> =
        (0..attributes.len()).map(|at| (tie(&lumped[at], low), at)).filter(|(tie, _)| *tie >= TIED_FROM).collect();
    tied.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut columns: Vec<Vec<u32>> = Vec::new();
    let mut cells = 1;
    for (_, attribute) in tied.into_iter().take(3) {
        let values = lumped[attribute].iter().collect::<BTreeSet<_>>().len();
        if columns.is_empty() || low.len() / (cells * values) >= CELL {
            cells *= values;
            columns.push(lumped[attribute].clone());
        }
    }
    let worst = slices.iter().take(2).map(|slice| {
        let mut inside = vec![0; low.len()];
        slice.rows.iter().for_each(|row| inside[*row as usize] = 1);
        inside
    });
    let first: Vec<Vec<u32>> = columns.iter().take(1).cloned().collect();
    let keys =
        |columns: &[Vec<u32>]| (0..low.len()).map(|row| columns.iter().map(|column| column[row]).collect()).collect();
    let with = |more: Vec<Vec<u32>>| Mix::by(keys(&[vec![spoken.clone()], more].concat()));
    [with(first.clone()), with(columns.into_iter().chain(worst).collect()), Mix::by(keys(&first))]
}

/// Rare values become one.
fn lump(codes: &[u32]) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    codes.iter().for_each(|code| *counts.entry(*code).or_default() += 1);
    codes.iter().map(|code| if counts[code] < VALUE_ROWS { ABSENT - 1 } else { *code }).collect()
}

/// χ² of an attribute with low scores, in standard errors above what chance gives.
fn tie(codes: &[u32], low: &[bool]) -> f64 {
    let mut counts: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for (code, low) in codes.iter().zip(low) {
        let cell = counts.entry(*code).or_default();
        cell.0 += 1.0;
        cell.1 += f64::from(u8::from(*low));
    }
    let share = low.iter().filter(|low| **low).count() as f64 / low.len().max(1) as f64;
    if counts.len() < 2 || share <= 0.0 || share >= 1.0 {
        return 0.0;
    }
    let term = |(n, hits): &(f64, f64)| (hits - n * share).powi(2) / (n * share * (1.0 - share));
    let freedom = counts.len() as f64 - 1.0;
    (counts.values().map(term).sum::<f64>() - freedom) / (2.0 * freedom).sqrt()
}

fn worth(row: &Row, options: &Options) -> f64 {
    match options.measure {
        Measure::Nps if row.score >= stats::PROMOTER_FROM => 100.0,
        Measure::Nps if row.score <= stats::DETRACTOR_TO => -100.0,
        Measure::Nps => 0.0,
        Measure::Mean => row.score,
        Measure::Low => 100.0 * f64::from(u8::from(row.score <= options.low_to)),
    }
}

/// The measure of `rows`; 0 for none.
pub fn measure<'a>(rows: impl Iterator<Item = &'a Row>, options: &Options) -> f64 {
    let (n, sum) = rows.fold((0.0, 0.0), |(n, sum), row| (n + 1.0, sum + worth(row, options)));
    if n > 0.0 { sum / n } else { 0.0 }
}

/// What each cause costs: of the measure of all, and of that of its place.
pub fn points(rows: &[&Row], corpus: &Corpus, places: &Places, groups: &[Group], options: &Options) -> Vec<(f64, f64)> {
    let mut themes = vec![0_u32; rows.len()];
    for (at, group) in groups.iter().enumerate() {
        for doc in &group.docs {
            themes[corpus.docs[*doc as usize].row as usize] |= 1 << at;
        }
    }
    let themed =
        |at: usize| stats::Themed { themes: themes[at], score: worth(rows[at], options), group: places.plain.of[at] };
    let sign = if options.measure == Measure::Low { 1.0 } else { -1.0 };
    let parts = |rows: Vec<stats::Themed>| {
        let found = stats::removal(&rows, groups.len(), 1);
        found.map_or(vec![0.0; groups.len()], |found| found.parts.iter().map(|part| sign * part).collect())
    };
    let counted = |at: &usize| !corpus.dropped.contains(&(*at as u32));
    let everywhere = parts((0..rows.len()).filter(counted).map(themed).collect());
    let there = groups.iter().enumerate().map(|(at, group)| match &group.slice {
        None => everywhere[at],
        Some(slice) => {
            let inside_rows: BTreeSet<usize> = slice.rows.iter().map(|row| *row as usize).collect();
            let inside: Vec<stats::Themed> = inside_rows.iter().copied().filter(counted).map(themed).collect();
            let n = inside.len() as f64;
            let plain: Vec<(usize, f64)> = (0..themes.len())
                .filter(|row| themes[*row] == 0)
                .filter(counted)
                .map(|row| (row, worth(rows[row], options)))
                .collect();
            let (steady, added) = steadied(inside, &usual(places, slice, &inside_rows, &plain));
            parts(steady)[at] * (n + added) / n
        }
    });
    everywhere.iter().copied().zip(there).collect()
}

/// What those who mention no cause would score at a place, as far as it can be told from elsewhere, and how many rows of
/// the place itself that is worth.
struct Usual {
    score: f64,
    rows: usize,
}

/// From the rows of `plain`, with what they are worth, which mention no cause. A place of one condition is one value of
/// an attribute: how much it is pulled towards the other values follows from how far these lie apart ([`stats::shrink`]).
/// One of several conditions is what each of them makes of the rest, added up.
fn usual(places: &Places, slice: &Slice, inside: &BTreeSet<usize>, plain: &[(usize, f64)]) -> Option<Usual> {
    let mean = |n: f64, sum: f64| if n > 0.0 { sum / n } else { 0.0 };
    let outside = || plain.iter().filter(|(row, _)| !inside.contains(row));
    let n = outside().count() as f64;
    if n == 0.0 {
        return None;
    }
    let all = mean(n, outside().map(|(_, worth)| worth).sum());
    let variance = outside().map(|(_, worth)| (worth - all).powi(2)).sum::<f64>() / n;
    let groups = |attribute: usize, rows: &mut dyn Iterator<Item = &(usize, f64)>| {
        let mut sums = vec![(0.0, 0.0); places.attributes[attribute].values.len()];
        for (row, worth) in rows {
            if let Some((n, sum)) = sums.get_mut(places.codes[attribute][*row] as usize) {
                *n += 1.0;
                *sum += worth;
            }
        }
        let group = |(n, sum): &(f64, f64)| stats::Group { value: mean(*n, *sum), variance: variance / n };
        (stats::shrink(&sums.iter().map(group).collect::<Vec<_>>()), sums)
    };
    if let [(attribute, value)] = slice.conditions[..] {
        let (shrunken, sums) = groups(attribute, &mut plain.iter());
        let (own, here) = (shrunken[value as usize].own, sums[value as usize].0);
        let rows = if own > 0.0 && own < 1.0 { (here * (1.0 - own) / own) as usize } else { STEADIED_BY };
        return Some(Usual { score: all, rows: rows.clamp(STEADIED_BY, 5 * STEADIED_BY) });
    }
    let added = slice.conditions.iter().map(|(attribute, value)| {
        let found = groups(*attribute, &mut outside()).0[*value as usize];
        if found.value.is_finite() && found.own < 1.0 { found.value - all } else { 0.0 }
    });
    Some(Usual { score: all + added.sum::<f64>(), rows: STEADIED_BY })
}

/// Few of a place do not mention its cause, so what they score is mostly chance: rows that score what is usual are added
/// as if they had been there (a normal prior; Efron and Morris 1975). Where several cells of the mix are in the place,
/// they are left as they are. Returns how many were added as well; a part of a mean with them is to be multiplied by all
/// over those of the place.
fn steadied(mut inside: Vec<stats::Themed>, usual: &Option<Usual>) -> (Vec<stats::Themed>, f64) {
    let (Some(first), Some(usual)) = (inside.first().copied(), usual) else { return (inside, 0.0) };
    if inside.iter().any(|row| row.group != first.group) {
        return (inside, 0.0);
    }
    inside.extend((0..usual.rows).map(|_| stats::Themed { themes: 0, score: usual.score, group: first.group }));
    (inside, usual.rows as f64)
}
