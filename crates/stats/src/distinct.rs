//! Which words are typical of one of several groups of texts.

/// The weight of each word in each class (Grootendorst, "BERTopic: Neural topic modeling with a class-based TF-IDF
/// procedure", 2022, equation 2): tf / Σ tf of the class × ln(1 + A / f), with A the mean number of words in a class
/// and f the word's uses in all classes.
///
/// `uses[class][word]`; all classes know the same words. A class without words and a word without uses weigh 0.
pub fn class_weights(uses: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let totals: Vec<f64> = uses.iter().map(|class| class.iter().sum()).collect();
    let mean = totals.iter().sum::<f64>() / uses.len().max(1) as f64;
    let words = uses.first().map_or(0, Vec::len);
    let everywhere: Vec<f64> =
        (0..words).map(|word| uses.iter().filter_map(|class| class.get(word)).sum::<f64>()).collect();
    let weight = |uses: f64, total: f64, all: f64| {
        if total > 0.0 && all > 0.0 { uses / total * (1.0 + mean / all).ln() } else { 0.0 }
    };
    uses.iter()
        .zip(&totals)
        .map(|(class, total)| class.iter().zip(&everywhere).map(|(uses, all)| weight(*uses, *total, *all)).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: classes of 10, 6 and 8 words, so A = 8; the words' uses are 6, 3, 5, 8 and 2.
    #[test]
    fn three_classes_of_five_words() {
        let uses = [vec![4.0, 3.0, 0.0, 2.0, 1.0], vec![2.0, 0.0, 1.0, 3.0, 0.0], vec![0.0, 0.0, 4.0, 3.0, 1.0]];
        // ln(1 + 8/6), ln(1 + 8/3), ln(1 + 8/5), ln 2, ln 5
        let rarity = [0.847_298, 1.299_283, 0.955_511, std::f64::consts::LN_2, 1.609_438];
        let shares = [[0.4, 0.3, 0.0, 0.2, 0.1], [1.0 / 3.0, 0.0, 1.0 / 6.0, 0.5, 0.0], [0.0, 0.0, 0.5, 0.375, 0.125]];
        let found = class_weights(&uses);
        for (class, row) in found.iter().enumerate() {
            for (word, weight) in row.iter().enumerate() {
                let expected = shares[class][word] * rarity[word];
                assert!((weight - expected).abs() < 1e-6, "{class} {word}: {weight} {expected}");
            }
        }
    }

    #[test]
    fn empty_classes_and_words_weigh_nothing() {
        assert!(class_weights(&[]).is_empty());
        assert_eq!(class_weights(&[vec![0.0, 0.0], vec![2.0, 0.0]])[0], [0.0, 0.0]);
    }
}
