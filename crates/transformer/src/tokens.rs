//! Texts as the numbers that a network knows.

use tokenizers::{Tokenizer, TruncationDirection, TruncationParams, TruncationStrategy};

use crate::error::Fault;
use crate::shape::Shape;

/// Characters of a text that are looked at for each token that may be: nobody waits for a megabyte to be cut into pieces
/// of which 512 are kept.
const CHARS_PER_TOKEN: usize = 32;

#[derive(Debug)]
pub struct Tokens {
    tokenizer: Tokenizer,
    max: usize,
}

impl Tokens {
    /// Cuts texts at what the network can take, or before that where the tokenizer says so.
    ///
    /// # Errors
    /// What is wrong with `tokenizer.json`, or where it names tokens that the network has no row for.
    pub fn parse(json: &[u8], shape: &Shape) -> Result<Self, Fault> {
        let again = "copy the model's tokenizer.json once more; it must belong to the same model";
        let mut tokenizer = Tokenizer::from_bytes(json)
            .map_err(|error| Fault::new(format!("it is no tokenizer that is known here: {error}"), again))?;
        let largest = tokenizer.get_vocab(true).into_values().max().unwrap_or(0) as usize;
        if largest >= shape.vocabulary {
            let what = format!("it knows token {largest}, and config.json has vocab_size {}", shape.vocabulary);
            return Err(Fault::new(what, again));
        }
        // A text goes through alone, so that none is made longer for others.
        tokenizer.with_padding(None);
        let own = tokenizer.get_truncation().map_or(usize::MAX, |truncation| truncation.max_length);
        let max = own.min(shape.tokens_max());
        // The tokens at the ends and one between them.
        let least = tokenizer.encode("", true).map_or(2, |empty| empty.len()) + 1;
        if max < least {
            return Err(Fault::new(format!("{max} tokens are too few for any text"), again));
        }
        let truncation = TruncationParams {
            direction: TruncationDirection::Right,
            max_length: max,
            strategy: TruncationStrategy::LongestFirst,
            stride: 0,
        };
        tokenizer
            .with_truncation(Some(truncation))
            .map_err(|error| Fault::new(format!("it cannot cut texts: {error}"), again))?;
        Ok(Self { tokenizer, max })
    }

    pub fn max(&self) -> usize {
        self.max
    }

    pub fn of(&self, text: &str) -> tokenizers::Result<Vec<u32>> {
        let end = text.char_indices().nth(self.max * CHARS_PER_TOKEN).map_or(text.len(), |(at, _)| at);
        Ok(self.tokenizer.encode_fast(&text[..end], true)?.get_ids().to_vec())
    }
}
