//! Transformers that judge the feeling of texts, from a folder on this machine: a model for the classification of
//! sequences of the families BERT, RoBERTa (with XLM-RoBERTa and CamemBERT) or DistilBERT, as `save_pretrained` of the
//! Python package `transformers` writes it. Nothing is downloaded, and all of it runs on the CPU.
//!
//! A text goes through the network alone. Taken together and padded to one length, texts would share the work better,
//! but the last digits of their probabilities would depend on their neighbours; so the same text gives the same bits,
//! and many texts are shared out among threads by whoever has them.

mod encoder;
mod error;
mod labels;
mod memory;
mod shape;
mod tokens;

use std::fs;
use std::path::Path;

use candle_core::{DType, Device};
use candle_nn::VarBuilder;
use sha2::{Digest, Sha256};
use text::{About, Transformer};

use crate::encoder::Network;
pub use crate::error::Error;
use crate::memory::Memory;
use crate::shape::Shape;
use crate::tokens::Tokens;

/// What a folder must hold.
const CONFIG: &str = "config.json";
const WEIGHTS: &str = "model.safetensors";
const TOKENS: &str = "tokenizer.json";

/// Counts up whenever this crate comes to other probabilities from the same files.
const EDITION: u8 = 1;

/// A transformer in memory.
#[derive(Debug)]
pub struct Model {
    about: About,
    tokens: Tokens,
    network: Network,
    memory: Memory,
}

impl Model {
    /// Loads the model in `folder` for texts in these languages (codes such as `en`). Reads all of its files: as much
    /// memory as they are large is needed, and twice that while it loads.
    ///
    /// # Errors
    /// Which file is missing or does not fit, and what to do.
    pub fn load(folder: &Path, languages: &[String]) -> Result<Self, Error> {
        if !folder.is_dir() {
            let hint = "name the folder that holds config.json, model.safetensors and tokenizer.json";
            return Err(Error::new(folder, "there is no such folder", hint));
        }
        let (config, tokenizer) = (read(folder, CONFIG)?, read(folder, TOKENS)?);
        let shape = Shape::parse(&config).map_err(|fault| fault.at(&folder.join(CONFIG)))?;
        let tokens = Tokens::parse(&tokenizer, &shape).map_err(|fault| fault.at(&folder.join(TOKENS)))?;
        let weights = read(folder, WEIGHTS)?;
        let builder = VarBuilder::from_slice_safetensors(&weights, DType::F32, &Device::Cpu);
        let network = builder.and_then(|builder| Network::load(&builder, &shape)).map_err(|error| {
            Error::new(
                &folder.join(WEIGHTS),
                format!("it is damaged or does not belong to the config.json beside it: {error}"),
                "put the files of one and the same model into the folder, in safetensors format",
            )
        })?;
        let mut hash = Sha256::new();
        for file in [&config, &tokenizer, &weights] {
            hash.update(Sha256::digest(file));
        }
        hash.update([EDITION]);
        hash.update(languages.join(","));
        let about = About {
            name: name(folder).into(),
            fingerprint: hash.finalize()[..6].iter().map(|byte| format!("{byte:02x}")).collect(),
            family: shape.family.name(),
            parameters: network.parameters(),
            tokens_max: tokens.max(),
            labels: shape.labels.clone(),
            languages: languages.to_vec(),
        };
        Ok(Self { about, tokens, network, memory: Memory::default() })
    }

    /// Probabilities of negative, neutral and positive for each text, in their order.
    ///
    /// # Errors
    /// What the tokenizer or the network stumbled over.
    pub fn classify(&self, texts: &[&str]) -> Result<Vec<[f64; 3]>, Error> {
        texts.iter().map(|text| self.one(text)).collect()
    }

    fn one(&self, text: &str) -> Result<[f64; 3], Error> {
        let failed = |what: String| Error::new(Path::new(&*self.about.name), what, "try another model");
        let ids =
            self.tokens.of(text).map_err(|error| failed(format!("a text could not be cut into tokens: {error}")))?;
        let logits =
            self.network.logits(&ids).map_err(|error| failed(format!("a text could not be judged: {error}")))?;
        let mut sums = [0.0; 3];
        for (chance, (_, stands_for)) in softmax(&logits).iter().zip(&self.about.labels) {
            sums[*stands_for as usize] += chance;
        }
        if sums.iter().all(|chance| chance.is_finite()) {
            Ok(sums)
        } else {
            Err(failed("a text got a probability that is no number".into()))
        }
    }
}

impl Transformer for Model {
    fn about(&self) -> &About {
        &self.about
    }

    fn chances(&self, text: &str) -> Option<[f64; 3]> {
        let judged = self.memory.recall(text, || self.one(text));
        judged.inspect_err(|error| tracing::error!(%error, "a text is not read")).ok()
    }
}

fn softmax(logits: &[f32]) -> Vec<f64> {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f64> = logits.iter().map(|logit| f64::from(logit - most).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

/// The name of the folder.
fn name(folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    folder.file_name().map_or_else(|| "transformer".into(), |name| name.to_string_lossy().into_owned())
}

fn read(folder: &Path, file: &str) -> Result<Vec<u8>, Error> {
    let path = folder.join(file);
    fs::read(&path).map_err(|error| {
        let is_there = |other: &str| folder.join(other).exists();
        let hint = match file {
            WEIGHTS if is_there("model.safetensors.index.json") => {
                "the model is in several files: save it in one, with save_pretrained(folder, max_shard_size=\"20GB\")"
            }
            WEIGHTS if is_there("pytorch_model.bin") => {
                "pytorch_model.bin is another format: save the model with save_pretrained(folder, \
                 safe_serialization=True)"
            }
            TOKENS if is_there("vocab.txt") || is_there("sentencepiece.bpe.model") => {
                "save the fast tokenizer: AutoTokenizer.from_pretrained(folder, use_fast=True).save_pretrained(folder)"
            }
            _ => "the folder must hold config.json, model.safetensors and tokenizer.json, readable for this user",
        };
        Error::new(&path, format!("it cannot be read: {error}"), hint)
    })
}
