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

    #[test]
    fn the_weights_are_those_of_the_paper() {
        // Counts [[2, 1, 0, 0, 1], [0, 3, 1, 0, 0], [0, 0, 0, 4, 0]]: A = 4, f = 2 4 1 4 1.
        let class = |counts: &[(usize, f64)]| counts.iter().copied().collect::<BTreeMap<_, _>>();
        let found =
            c_tf_idf(&[class(&[(0, 2.0), (1, 1.0), (4, 1.0)]), class(&[(1, 3.0), (2, 1.0)]), class(&[(3, 4.0)])]);
        let wanted = [
            vec![(0, 0.5 * 3.0_f64.ln()), (1, 0.25 * 2.0_f64.ln()), (4, 0.25 * 5.0_f64.ln())],
            vec![(1, 0.75 * 2.0_f64.ln()), (2, 0.25 * 5.0_f64.ln())],
            vec![(3, 2.0_f64.ln())],
        ];
        for (found, wanted) in found.iter().zip(wanted) {
            assert_eq!(found.len(), wanted.len());
            for (word, weight) in wanted {
                assert!((found[&word] - weight).abs() < 1e-12, "{word}");
            }
        }
    }
}
