//! Class-based TF-IDF (Grootendorst 2022, "BERTopic: Neural topic modeling with a class-based TF-IDF procedure"):
//! the share of a word in a class times ln(1 + A / f), A being the mean number of words of a class and f how often the
//! word stands in all classes.

use std::collections::BTreeMap;

use crate::sentiment::math::ln;

/// The weights of the words of each class, from how often each word stands in it.
pub fn c_tf_idf(counts: &[BTreeMap<usize, f64>]) -> Vec<BTreeMap<usize, f64>> {
    let mut frequency: BTreeMap<usize, f64> = BTreeMap::new();
    for (word, count) in counts.iter().flatten() {
        *frequency.entry(*word).or_default() += count;
    }
    let mean = frequency.values().sum::<f64>() / counts.len().max(1) as f64;
    let weigh = |class: &BTreeMap<usize, f64>| {
        let all = class.values().sum::<f64>().max(f64::MIN_POSITIVE);
        class.iter().map(|(word, count)| (*word, count / all * ln(1.0 + mean / frequency[word]))).collect()
    };
    counts.iter().map(weigh).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(counts: &[f64]) -> BTreeMap<usize, f64> {
        counts.iter().copied().enumerate().filter(|(_, count)| *count > 0.0).collect()
    }

    /// What `ClassTfidfTransformer` of the PyPI package `bertopic` makes of the same counts: its words in a class are
    /// 10, 6 and 8, so A = 8, and the words' uses are 6, 3, 5, 8 and 2.
    #[test]
    fn three_classes_of_five_words() {
        let uses = [[4.0, 3.0, 0.0, 2.0, 1.0], [2.0, 0.0, 1.0, 3.0, 0.0], [0.0, 0.0, 4.0, 3.0, 1.0]];
        // ln(1 + 8/6), ln(1 + 8/3), ln(1 + 8/5), ln 2, ln 5
        let rarity = [0.847_298, 1.299_283, 0.955_511, std::f64::consts::LN_2, 1.609_438];
        let shares = [[0.4, 0.3, 0.0, 0.2, 0.1], [1.0 / 3.0, 0.0, 1.0 / 6.0, 0.5, 0.0], [0.0, 0.0, 0.5, 0.375, 0.125]];
        let found = c_tf_idf(&uses.map(|counts| class(&counts)));
        for (at, weights) in found.iter().enumerate() {
            for (word, (share, rarity)) in shares[at].iter().zip(rarity).enumerate() {
                let weight = weights.get(&word).copied().unwrap_or(0.0);
                assert!((weight - share * rarity).abs() < 1e-6, "{at} {word}: {weight}");
            }
        }
    }

    #[test]
    fn empty_classes_weigh_nothing() {
        assert!(c_tf_idf(&[]).is_empty());
        let found = c_tf_idf(&[class(&[]), class(&[2.0])]);
        assert!(found[0].is_empty() && (found[1][&0] - 1.5_f64.ln()).abs() < 1e-12, "{found:?}");
    }
}
