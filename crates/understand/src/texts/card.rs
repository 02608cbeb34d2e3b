//! What MODEL_CARD.md says of the weights that ship, so that pages show the very same numbers.

use serde::Serialize;

const CARD: &str = include_str!("../../../../MODEL_CARD.md");
const BEGIN: &str = "<!-- measures -->";
const END: &str = "<!-- end of measures -->";

/// How the shipped weights judge held-out texts of one language, in percent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    pub language: String,
    pub texts: u64,
    pub accuracy: f64,
    pub macro_f1: f64,
    pub polarity: f64,
    pub covered: f64,
}

/// The rows of what ships, in the card's order.
pub fn measures() -> Vec<Measure> {
    let table = CARD.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map_or("", |(table, _)| table);
    table.lines().filter_map(row).collect()
}

/// `| en | permitted | 5100 | 74.92 | 68.18 | 87.92 | 89.84 |`
fn row(line: &str) -> Option<Measure> {
    let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
    let [language, "permitted", texts, accuracy, macro_f1, polarity, covered] = cells[..] else { return None };
    Some(Measure {
        language: language.to_owned(),
        texts: texts.parse().ok()?,
        accuracy: accuracy.parse().ok()?,
        macro_f1: macro_f1.parse().ok()?,
        polarity: polarity.parse().ok()?,
        covered: covered.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_names_each_language_that_is_read_once() {
        let mut languages: Vec<String> = measures().into_iter().map(|measure| measure.language).collect();
        languages.sort();
        assert_eq!(languages, ["ar", "en", "fa", "sv"]);
        assert!(measures().iter().all(|one| one.texts > 500 && one.macro_f1 > 50.0 && one.macro_f1 < one.polarity));
    }

    #[test]
    fn other_rows_are_not_taken() {
        assert_eq!(row("| en | all | 5100 | 77.24 | 70.17 | 89.11 | 89.53 |"), None);
        assert_eq!(row("| fa | ok | nothing to train on | | | | |"), None);
        assert_eq!(row("| en | permitted | 5 | 74.92 | 68.18 | 87.92 | 89.84 |").map(|one| one.texts), Some(5));
    }
}
