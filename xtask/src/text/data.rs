//! The shared texts with their feelings, and the split that everything is trained and measured on.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use flate2::read::GzDecoder;
use text::features::{finish, step};
use text::normal::Normal;

/// The languages that are read.
pub const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];

/// A text of which people said how it feels.
#[derive(Debug, Clone)]
pub struct Text {
    pub source: String,
    /// `neg`, `neu` or `pos`.
    pub label: String,
    pub text: String,
    /// 0 to 9, by its letters: texts that differ in signs alone are in the same tenth.
    pub tenth: u64,
}

impl Text {
    /// The last tenth is kept from all training and calibration.
    pub fn is_held_out(&self) -> bool {
        self.tenth == 9
    }
}

/// The texts of `language` in the folder `data`, in their order, each once.
pub fn load(data: &Path, language: &str) -> Result<Vec<Text>> {
    let path = data.join(format!("text/sentiment.{language}.tsv.gz"));
    let file = File::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for line in BufReader::new(GzDecoder::new(file)).lines().skip(1) {
        let line = line.with_context(|| format!("cannot read {}", path.display()))?;
        let fields: Vec<&str> = line.splitn(4, '\t').collect();
        ensure!(fields.len() == 4 && fields[0] == language, "{}: not a line of {language}: {line}", path.display());
        let key = key(fields[3]);
        if seen.insert(key) {
            let [source, label, text] = [1, 2, 3].map(|at| fields[at].to_owned());
            found.push(Text { source, label, text, tenth: key % 10 });
        }
    }
    Ok(found)
}

/// A hash of the letters of `text`, folded.
pub fn key(text: &str) -> u64 {
    let normal = Normal::new(text);
    finish(normal.chars().iter().filter(|c| c.is_alphabetic()).fold(7, |hash, &c| step(hash, u64::from(c))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_that_differ_in_signs_or_spelling_are_in_one_tenth() {
        assert_eq!(key("Great food!!! 10/10"), key("great food :)"));
        assert_eq!(key("غذا عالي بود"), key("غذا عالی بود."));
        assert_ne!(key("great food"), key("great fool"));
    }
}
