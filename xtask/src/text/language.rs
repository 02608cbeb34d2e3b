//! Trains the language model: multinomial logistic regression over pieces of words, rounded to bytes. The shared texts
//! teach the four languages, two packages of fixed checksum and sentences of ours the others. One thread, one order,
//! the exponential of the text crate: the same bytes each time.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use text::language::{self, Script};
use text::sentiment::math::exp;

use super::data;
use crate::bench::tools;

/// Sentences written for Nabz, by code.
const OURS: [(&str, &str); 13] = [
    ("da", include_str!("../../../crates/text/data/language/da.txt")),
    ("nb", include_str!("../../../crates/text/data/language/nb.txt")),
    ("de", include_str!("../../../crates/text/data/language/de.txt")),
    ("nl", include_str!("../../../crates/text/data/language/nl.txt")),
    ("fr", include_str!("../../../crates/text/data/language/fr.txt")),
    ("es", include_str!("../../../crates/text/data/language/es.txt")),
    ("tr", include_str!("../../../crates/text/data/language/tr.txt")),
    ("az", include_str!("../../../crates/text/data/language/az.txt")),
    ("ku", include_str!("../../../crates/text/data/language/ku.txt")),
    ("ur", include_str!("../../../crates/text/data/language/ur.txt")),
    ("fa-Latn", include_str!("../../../crates/text/data/language/fa-Latn.txt")),
    ("ar-Latn", include_str!("../../../crates/text/data/language/ar-Latn.txt")),
    ("und", include_str!("../../../crates/text/data/language/und.txt")),
];

/// Times that the texts are gone through.
const ROUNDS: usize = 4;
/// Examples for each of the four languages and for each of the others, made by taking texts again and in part.
const MANY: usize = 40_000;
const FEW: usize = 10_000;
const STEP: f32 = 0.5;
const PENALTY: f32 = 2e-7;

/// A text and its code.
pub type Text = (String, String);

/// Writes the model to `out`, from the shared texts in `data/text` that are not held out and from those of the packages,
/// which are fetched into the target folder if they are not there.
pub fn train(data: &Path, out: &Path) -> Result<()> {
    let mut shared = Vec::new();
    for code in data::LANGUAGES {
        let texts = data::load(data, code)?.into_iter().filter(|text| !text.is_held_out());
        shared.extend(texts.map(|text| (code.to_owned(), text.text)));
    }
    let texts = gathered(shared, packages()?);
    let mut bytes = Vec::new();
    for script in Script::ALL {
        let weights = fit(script, &examples(script, &texts));
        bytes.extend(rounded(&weights));
    }
    fs::write(out, bytes).with_context(|| format!("cannot write {}", out.display()))
}

/// The texts of the packages: code and text.
pub fn packages() -> Result<Vec<Text>> {
    let root = crate::root();
    let folder = tools::target_dir(&root).join("language-texts");
    let file = folder.join("texts.tsv");
    if !file.is_file() {
        let script = root.join("xtask/src/text/language_texts.py");
        let status = Command::new("python3").arg(script).arg(&folder).status().context("cannot run python3")?;
        ensure!(status.success(), "the texts of the packages could not be brought");
    }
    let table = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = table.lines().filter_map(|line| line.split_once('\t'));
    Ok(lines.map(|(code, text)| (code.to_owned(), text.to_owned())).collect())
}

fn gathered(shared: Vec<Text>, packages: Vec<Text>) -> BTreeMap<String, Vec<String>> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let ours =
        OURS.iter().flat_map(|(code, lines)| lines.lines().map(move |line| ((*code).to_owned(), line.to_owned())));
    let others = packages.into_iter().filter(|(_, text)| data::key(text) % 10 != 9);
    for (code, text) in shared.into_iter().chain(others).chain(ours) {
        texts.entry(code).or_default().push(text);
    }
    texts
}

/// The class of a text and its buckets.
type Example = (u8, Vec<u16>);

/// Texts whole and in part, as often as their language needs.
fn examples(script: Script, texts: &BTreeMap<String, Vec<String>>) -> Vec<Example> {
    let mut random = Random(7);
    let mut found = Vec::new();
    let mut pieces = Vec::new();
    for (code, texts) in texts {
        let Some(class) = script.codes().iter().position(|known| known == code) else { continue };
        let wanted = match code.as_str() {
            "en" | "sv" | "fa" | "ar" => MANY,
            "und" => FEW * 3,
            _ => FEW,
        };
        let mut left = texts.len() * 60;
        let mut count = 0;
        while count < wanted && left > 0 {
            left -= 1;
            let text = &texts[random.below(texts.len())];
            let part = part(text, &mut random);
            if language::read(&part, None, &mut pieces).script(None) == Some(script) && !pieces.is_empty() {
                let buckets = pieces.iter().map(|&piece| language::bucket(script, piece) as u16).collect();
                found.push((class as u8, buckets));
                count += 1;
            }
        }
    }
    found
}

/// One text in three as it is; of the others some words in a row, most often few.
fn part(text: &str, random: &mut Random) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let length = [words.len(), 1 + random.below(4), 1 + random.below(12)][random.below(3)].min(words.len());
    let start = random.below(words.len() - length + 1);
    words[start..start + length].join(" ")
}

/// Stochastic descent with a step of its own for each weight (AdaGrad).
fn fit(script: Script, examples: &[Example]) -> Vec<f32> {
    let (codes, stride) = (script.codes().len(), script.stride());
    let mut weights = vec![0.0_f32; stride * script.buckets()];
    let mut squares = vec![1e-4_f32; weights.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(11);
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        for &at in &order {
            let (class, buckets) = &examples[at];
            let norm = 1.0 / (buckets.len() as f32).sqrt();
            let mut sums = [0.0_f32; 16];
            for &bucket in buckets {
                let row = &weights[usize::from(bucket) * stride..][..codes];
                sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            let errors = errors(&sums[..codes], norm, usize::from(*class));
            for &bucket in buckets {
                let base = usize::from(bucket) * stride;
                for (code, error) in errors[..codes].iter().enumerate() {
                    let weight = &mut weights[base + code];
                    let slope = error * norm + PENALTY * *weight;
                    squares[base + code] += slope * slope;
                    *weight -= STEP * slope / squares[base + code].sqrt();
                }
            }
        }
    }
    weights
}

/// Probability less truth, for each class.
fn errors(sums: &[f32], norm: f32, class: usize) -> [f32; 16] {
    let top = sums.iter().copied().fold(f32::MIN, f32::max);
    let mut shares = [0.0_f64; 16];
    let mut all = 0.0;
    for (share, sum) in shares.iter_mut().zip(sums) {
        *share = exp(f64::from((sum - top) * norm));
        all += *share;
    }
    let mut errors = [0.0; 16];
    for (at, error) in errors.iter_mut().enumerate().take(sums.len()) {
        *error = (shares[at] / all) as f32 - if at == class { 1.0 } else { 0.0 };
    }
    errors
}

/// The scale and the weights as bytes. The largest thousandth is cut, so that the others keep their differences.
fn rounded(weights: &[f32]) -> Vec<u8> {
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let most = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 1000)).copied().unwrap_or(1.0);
    let scale = most / 127.0;
    let bytes = weights.iter().map(|weight| (weight / scale).round().clamp(-127.0, 127.0) as i8 as u8);
    scale.to_le_bytes().into_iter().chain(bytes).collect()
}

/// SplitMix64: the same order each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_keep_sign_and_order_as_bytes() {
        let weights: Vec<f32> = (0..2000).map(|at| (at as f32 - 1000.0) / 500.0).collect();
        let bytes = rounded(&weights);
        let scale = f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        assert_eq!(bytes.len(), 4 + weights.len());
        for (weight, byte) in weights.iter().zip(&bytes[4..]) {
            assert!((f32::from(*byte as i8) * scale - weight).abs() <= scale, "{weight}");
        }
    }

    #[test]
    fn a_language_is_learnt_from_little_and_alike_each_time() {
        let texts = [("da", "Maden var kold, og ingen kom"), ("nl", "Het eten was koud en niemand kwam")];
        let texts = texts.map(|(code, text)| (code.to_owned(), vec![text.to_owned()]));
        let examples = examples(Script::Latin, &BTreeMap::from(texts));
        let weights = fit(Script::Latin, &examples);
        assert_eq!(rounded(&weights), rounded(&fit(Script::Latin, &examples)));
        let stride = Script::Latin.stride();
        for (class, buckets) in &examples {
            let sum = |class: usize| buckets.iter().map(|&at| weights[usize::from(at) * stride + class]).sum::<f32>();
            let best = (0..stride).max_by(|a, b| sum(*a).total_cmp(&sum(*b)));
            assert_eq!(best, Some(usize::from(*class)));
        }
    }
}
