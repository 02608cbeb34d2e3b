//! Which words tell two bodies of text apart.

/// How much more the first of two bodies uses a word than the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogOdds {
    /// The difference of the logarithms of the odds; above 0 where the first uses the word more.
    pub delta: f64,
    /// `delta` in standard errors.
    pub z: f64,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uses {
    pub first: f64,
    pub second: f64,
    /// How often it is taken to have been seen before counting: the same for all, or in proportion to its use in a
    /// large body of text, which pulls frequent words to no difference. Above 0.
    pub prior: f64,
}

/// The log-odds-ratio of each word with an informative Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin' Words:
/// Lexical Feature Selection and Evaluation for Identifying the Content of Political Conflict", Political Analysis 16,
/// 2008, equations 16, 20 and 22): with a word's uses y, all words' uses n, its prior a and all priors' sum A,
/// delta = ln((y₁ + a) / (n₁ + A − y₁ − a)) − ln((y₂ + a) / (n₂ + A − y₂ − a)), variance 1/(y₁ + a) + 1/(y₂ + a).
///
/// A word that makes up all of a body has no odds; its delta is 0.
pub fn log_odds(words: &[Uses]) -> Vec<LogOdds> {
    let sum = |of: fn(&Uses) -> f64| words.iter().map(of).sum::<f64>();
    let (first, second, prior) = (sum(|word| word.first), sum(|word| word.second), sum(|word| word.prior));
    // The other words' uses, without what rounding leaves where there are none.
    let rest = |uses: f64, all: f64, own: f64| {
        let rest = (all - uses) + (prior - own);
        if rest > 1e-9 * (all + prior) { rest } else { 0.0 }
    };
    let odds = |uses: f64, all: f64, own: f64| ((uses + own) / rest(uses, all, own)).ln();
    words
        .iter()
        .map(|word| {
            let delta = odds(word.first, first, word.prior) - odds(word.second, second, word.prior);
            let error = (1.0 / (word.first + word.prior) + 1.0 / (word.second + word.prior)).sqrt();
            if delta.is_finite() && error.is_finite() {
                LogOdds { delta, z: delta / error }
            } else {
                LogOdds { delta: 0.0, z: 0.0 }
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The two sentences and the prior with which the PyPI package `fightin-words` introduces itself.
    #[test]
    fn two_sentences_about_a_fox_and_a_pig() {
        let first = "the quick brown fox jumped over the lazy pig";
        let second = "the lazy purple pig jumped over the lazier donkey";
        let mut words: Vec<&str> = first.split(' ').chain(second.split(' ')).collect();
        words.sort_unstable();
        words.dedup();
        let count = |text: &str, word: &str| text.split(' ').filter(|other| *other == word).count() as f64;
        let uses: Vec<Uses> = words
            .iter()
            .map(|word| Uses { first: count(first, word), second: count(second, word), prior: 0.05 })
            .collect();
        let found = log_odds(&uses);
        for (word, odds) in words.iter().zip(found) {
            let expected = match *word {
                "brown" | "fox" | "quick" => 0.689_422_8,
                "donkey" | "lazier" | "purple" => -0.689_422_8,
                _ => 0.0,
            };
            assert!((odds.z - expected).abs() < 5e-8, "{word}: {odds:?}");
        }
    }

    #[test]
    fn nothing_to_compare_is_no_difference() {
        assert!(log_odds(&[]).is_empty());
        let alone = log_odds(&[Uses { first: 3.0, second: 2.0, prior: 0.1 }]);
        assert_eq!(alone, [LogOdds { delta: 0.0, z: 0.0 }]);
    }

    #[test]
    fn a_frequent_word_needs_more_to_stand_out_under_its_own_prior() {
        let rare = Uses { first: 10.0, second: 2.0, prior: 0.1 };
        let common = Uses { prior: 100.0, ..rare };
        let rest = Uses { first: 500.0, second: 500.0, prior: 1_000.0 };
        let found = log_odds(&[rare, common, rest]);
        assert!(found[0].z > 2.0 * found[1].z, "{found:?}");
    }
}
