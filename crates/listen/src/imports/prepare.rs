//! A look at a file: what each column seems to be, and why. Writes nothing.

use std::ops::ControlFlow;

use kernel::{Error, Refusal, Result};

use crate::import::{self, File, Guess, Map, Mapping, Sample, Source, Step};

/// Different values of a column that are shown.
const SAMPLES: usize = 3;
/// Rows in which they are looked for, and the characters of each that are shown.
const SAMPLE_ROWS: usize = 200;
const SAMPLE_CHARS: usize = 60;

/// What a file seems to hold.
#[derive(Clone, Debug)]
pub struct Preview {
    pub file: File,
    /// One a column, in the order of the header.
    pub guesses: Vec<Guess>,
    /// The first different values of each column.
    pub samples: Vec<Vec<String>>,
}

/// Looks at a file, off the async threads.
///
/// # Errors
/// A refusal with one of the file codes of [`import::Code`].
pub async fn prepare(source: Source) -> Result<Preview> {
    tokio::task::spawn_blocking(move || look(source)).await.map_err(Error::internal)?
}

fn look(source: Source) -> Result<Preview> {
    let file = File::open(source, None)?;
    let guesses = import::guess(&Sample::take(&file)?);
    let mut samples: Vec<Vec<String>> = vec![Vec::new(); file.header().len()];
    let mut rows = 0;
    file.each(&mut |step| {
        if let Step::Row(row) = step {
            rows += 1;
            for (samples, cell) in samples.iter_mut().zip(row.cells()) {
                add(samples, cell.trim());
            }
        }
        if rows < SAMPLE_ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    Ok(Preview { file, guesses, samples })
}

fn add(samples: &mut Vec<String>, cell: &str) {
    if samples.len() >= SAMPLES || cell.is_empty() {
        return;
    }
    let mut sample: String = cell.chars().take(SAMPLE_CHARS).collect();
    if sample.len() < cell.len() {
        sample.push('…');
    }
    if !samples.contains(&sample) {
        samples.push(sample);
    }
}

impl Preview {
    /// Reads `COL=ROLE[:key=value,…]`, each for one of this file's columns.
    ///
    /// # Errors
    /// As [`Map::parse`].
    pub fn maps(&self, texts: &[String]) -> Result<Vec<Map>, Refusal> {
        texts.iter().map(|text| Map::parse(text, self.file.header())).collect()
    }

    /// What every column means: what was said, else the guess.
    ///
    /// # Errors
    /// As [`Mapping::new`].
    pub fn mapping(&self, maps: &[Map]) -> Result<Mapping, Refusal> {
        Mapping::new(&self.guesses, maps)
    }

    /// Guesses that somebody has to confirm before they are taken.
    pub fn undecided(&self, maps: &[Map]) -> Vec<&Guess> {
        Mapping::undecided(&self.guesses, maps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_different_values_show_what_a_column_holds() {
        let text = format!("id,branch\n1,Soho\n2,\n3,Soho\n4,{}\n5,Haga\n6,Lund\n", "x".repeat(99));
        let preview = look(Source::Bytes(text.as_bytes().into())).unwrap();
        assert_eq!(preview.samples[0], ["1", "2", "3"]);
        assert_eq!(preview.samples[1], ["Soho".to_owned(), "x".repeat(60) + "…", "Haga".to_owned()]);
    }
}
