//! Folding: spelling variants of one word become the same text. Done on a copy; people always see the original.

use crate::normal;

/// Lower case, NFKC, one form for Persian and Arabic letters that are written both ways, no vowel signs, no
/// elongation, no invisible marks; a zero-width non-joiner becomes a space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    normal::each(text, |c, _, _| folded.push(c));
    folded
}

/// The words of a folded text, separated by single spaces, with one space before and after: ` a b `. A phrase is in
/// the text exactly if ` phrase ` is in this.
pub fn folded_words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len() + 2);
    words.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        words.push_str(word);
        words.push(' ');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_meet() {
        assert_eq!(fold("كتاب"), fold("کتاب"));
        assert_eq!(folded_words("می‌شود!"), folded_words("می شود"));
        assert_eq!(folded_words("  Ærlig,  TALT… "), " ærlig talt ");
    }
}
