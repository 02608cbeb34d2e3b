//! The transformer that the configuration names, if it names one.

use std::sync::Arc;

use anyhow::Context as _;
use text::Reader;
use transformer::Model;

use crate::config::Config;
use crate::failure::Failure;

/// Reads texts with the weights that ship, and whole ones with the transformer that the configuration names. Without one
/// no file is looked at.
///
/// # Errors
/// What is wrong with its files, and what to do. Nothing goes on without it: numbers would change, and nobody would know.
pub async fn reader(config: &Config) -> Result<Reader, Failure> {
    let Some(folder) = config.transformer() else { return Ok(Reader::new()) };
    let languages = config.text.transformer_languages.clone();
    let loaded = tokio::task::spawn_blocking(move || Model::load(&folder, &languages)).await;
    let model = loaded.context("the loader of the transformer stopped")?.map_err(|error| {
        let words = format!("the transformer that text.transformer names cannot be used: {error}");
        Failure::hinted(words, format!("{}; or empty text.transformer to read without it", error.hint))
    })?;
    Ok(Reader::new().with_transformer(Arc::new(model)))
}
