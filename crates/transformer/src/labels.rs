//! What the labels of a model stand for.

use text::Sentiment;

use crate::error::Fault;

/// Each label with its feeling, from `id2label` in its order.
///
/// # Errors
/// A label that stands for none of the three; none for one of the three.
pub fn feelings(labels: Vec<String>) -> Result<Vec<(String, Sentiment)>, Fault> {
    let count = labels.len();
    let named = |label: &String| by_name(label).or_else(|| by_number(label, count));
    if let Some(odd) = labels.iter().find(|label| named(label).is_none()) {
        return Err(Fault::new(
            format!("id2label names `{odd}`, and it is not known which feeling that is"),
            "write \"negative\", \"neutral\" and \"positive\", or \"1 star\" to \"5 stars\", into id2label",
        ));
    }
    let all: Vec<(String, Sentiment)> =
        labels.into_iter().filter_map(|label| named(&label).map(|feeling| (label, feeling))).collect();
    for (wanted, word) in [(Sentiment::Neg, "negative"), (Sentiment::Neu, "neutral"), (Sentiment::Pos, "positive")] {
        if all.iter().all(|(_, feeling)| *feeling != wanted) {
            return Err(Fault::new(
                format!("id2label has no label for {word} texts"),
                "take a model that knows negative, neutral and positive, or stars: one that knows two of them \
                 would press every other text into these",
            ));
        }
    }
    Ok(all)
}

fn by_name(label: &str) -> Option<Sentiment> {
    let label = label.trim().to_lowercase().replace(['_', '-'], " ");
    let bare = label.strip_prefix("very ").or_else(|| label.strip_prefix("slightly ")).unwrap_or(&label);
    match bare {
        "negative" | "neg" | "negativ" | "negatif" | "négatif" | "منفی" | "سلبي" => {
            return Some(Sentiment::Neg);
        }
        "neutral" | "neu" | "neutre" | "خنثی" | "محايد" => return Some(Sentiment::Neu),
        "positive" | "pos" | "positiv" | "positif" | "مثبت" | "إيجابي" | "ايجابي" => {
            return Some(Sentiment::Pos);
        }
        _ => {}
    }
    let stars = label.strip_suffix(" stars").or_else(|| label.strip_suffix(" star"))?;
    match stars {
        "1" | "2" => Some(Sentiment::Neg),
        "3" => Some(Sentiment::Neu),
        "4" | "5" => Some(Sentiment::Pos),
        _ => None,
    }
}

/// `LABEL_0` to `LABEL_2`: three without names are in this order everywhere. Of other counts nobody can tell.
fn by_number(label: &str, count: usize) -> Option<Sentiment> {
    match (label.strip_prefix("LABEL_")?, count) {
        ("0", 3) => Some(Sentiment::Neg),
        ("1", 3) => Some(Sentiment::Neu),
        ("2", 3) => Some(Sentiment::Pos),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(labels: &[&str]) -> Result<Vec<Sentiment>, String> {
        let found = feelings(labels.iter().map(|label| (*label).to_owned()).collect());
        found.map(|all| all.into_iter().map(|(_, feeling)| feeling).collect()).map_err(|fault| {
            let error = fault.at(std::path::Path::new("config.json"));
            format!("{error}; {}", error.hint)
        })
    }

    #[test]
    fn usual_spellings_stars_and_numbers_are_understood() {
        use Sentiment::{Neg, Neu, Pos};
        assert_eq!(of(&["negative", "neutral", "positive"]).unwrap(), [Neg, Neu, Pos]);
        assert_eq!(of(&["POS", "NEU", "NEG"]).unwrap(), [Pos, Neu, Neg]);
        assert_eq!(of(&["LABEL_0", "LABEL_1", "LABEL_2"]).unwrap(), [Neg, Neu, Pos]);
        assert_eq!(of(&["1 star", "2 stars", "3 stars", "4 stars", "5 stars"]).unwrap(), [Neg, Neg, Neu, Pos, Pos]);
        assert_eq!(
            of(&["Very Negative", "Negative", "Neutral", "Positive", "Very_Positive"]).unwrap(),
            [Neg, Neg, Neu, Pos, Pos]
        );
    }

    #[test]
    fn what_cannot_be_told_is_refused_with_what_to_do() {
        let two = of(&["NEGATIVE", "POSITIVE"]).unwrap_err();
        assert!(two.contains("no label for neutral texts"), "{two}");
        let odd = of(&["joy", "anger"]).unwrap_err();
        assert!(odd.contains("`joy`") && odd.contains("id2label"), "{odd}");
        assert!(of(&["LABEL_0", "LABEL_1"]).is_err() && of(&[]).is_err());
    }
}
