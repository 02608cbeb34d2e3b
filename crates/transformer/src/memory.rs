//! What texts got, so that a page that is opened again, and the hundredth "thank you", cost nothing.

use std::collections::HashMap;
use std::sync::Mutex;

use sha2::{Digest, Sha256};

/// Texts of one generation; two are kept, of 40 bytes each and what the table takes.
const TEXTS_MAX: usize = 50_000;

type Key = [u8; 16];

/// Probabilities by the hash of the text. Those of the older generation go when the younger one is full.
#[derive(Debug, Default)]
pub struct Memory(Mutex<[HashMap<Key, [f64; 3]>; 2]>);

impl Memory {
    /// What the text got before, else what `judge` gives it.
    ///
    /// # Errors
    /// Those of `judge`.
    pub fn recall<E>(&self, text: &str, judge: impl FnOnce() -> Result<[f64; 3], E>) -> Result<[f64; 3], E> {
        let mut key = Key::default();
        key.copy_from_slice(&Sha256::digest(text)[..16]);
        if let Some(known) = self.find(&key) {
            return Ok(known);
        }
        let chances = judge()?;
        self.keep(key, chances);
        Ok(chances)
    }

    fn find(&self, key: &Key) -> Option<[f64; 3]> {
        // A thread that panicked has left nothing half done here.
        let generations = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        generations.iter().find_map(|generation| generation.get(key)).copied()
    }

    fn keep(&self, key: Key, chances: [f64; 3]) {
        let mut generations = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if generations[0].len() >= TEXTS_MAX {
            generations.swap(0, 1);
            generations[0].clear();
        }
        generations[0].insert(key, chances);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_judged_once_until_many_others_have_come() {
        let memory = Memory::default();
        let mut asked = 0;
        let mut ask = |text: &str| {
            memory
                .recall(text, || {
                    asked += 1;
                    Ok::<_, ()>([0.0, 1.0, asked as f64])
                })
                .unwrap()[2]
        };
        assert_eq!([ask("a"), ask("b"), ask("a")], [1.0, 2.0, 1.0]);
        for n in 0..2 * TEXTS_MAX {
            ask(&n.to_string());
        }
        assert_eq!(ask("a"), (2 * TEXTS_MAX + 3) as f64);
        assert!(memory.0.lock().unwrap().iter().all(|generation| generation.len() <= TEXTS_MAX));
        assert_eq!(memory.recall("z", || Err("failed")), Err("failed"));
        assert_eq!(memory.recall("z", || Ok::<_, ()>([1.0, 0.0, 0.0])), Ok([1.0, 0.0, 0.0]));
    }
}
