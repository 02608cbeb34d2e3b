//! `nabz restore`: an empty folder from a backup. All or nothing: files are checked aside before they take their place.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Component, Path};

use anyhow::{Context as _, ensure};

use crate::commands::backup::{DATABASE, MANIFEST, Manifest, make_private, sha256};
use crate::config::Config;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn restore(config: &Config, file: &Path, console: &Console) -> Result<Exit, Failure> {
    if config.data.join(DATABASE).exists() {
        return Err(Failure::usage(
            format!("{} holds data already", config.data.display()),
            "restore into an empty folder: --data DIR",
        ));
    }
    let (file, data) = (file.to_path_buf(), config.data.clone());
    let restored = tokio::task::spawn_blocking(move || {
        let aside = data.join("restore.tmp");
        let manifest = unpack(&file, &aside);
        let done = manifest.and_then(|manifest| take_place(&manifest, &aside, &data).map(|()| manifest));
        _ = fs::remove_dir_all(&aside);
        done
    });
    let manifest = restored.await.context("restoring stopped")??;
    let words = format!("Restored {} files, as of {}", manifest.files.len(), manifest.made_at);
    console.say(&words).await;
    Ok(Exit::Done)
}

fn unpack(file: &Path, aside: &Path) -> anyhow::Result<Manifest> {
    make_private(aside)?;
    let opened = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut tar = tar::Archive::new(BufReader::new(opened));
    let truncated = || format!("{} is not a whole backup", file.display());
    for entry in tar.entries().with_context(truncated)? {
        let mut entry = entry.with_context(truncated)?;
        let path = entry.path()?.into_owned();
        let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
        ensure!(
            plain && entry.header().entry_type().is_file(),
            "{} holds a path that leaves the folder",
            file.display()
        );
        let target = aside.join(&path);
        fs::create_dir_all(target.parent().context("a path without a folder")?)?;
        entry.unpack(&target).with_context(truncated)?;
    }
    let manifest = fs::read(aside.join(MANIFEST)).with_context(truncated)?;
    let manifest: Manifest = serde_json::from_slice(&manifest).with_context(truncated)?;
    for entry in &manifest.files {
        let found = sha256(&aside.join(&entry.path)).with_context(truncated)?;
        ensure!(found == entry.sha256, "{} is damaged in {}", entry.path.display(), file.display());
    }
    Ok(manifest)
}

/// Moves the checked files into place, the database last: a folder without it counts as empty.
fn take_place(manifest: &Manifest, aside: &Path, data: &Path) -> anyhow::Result<()> {
    let (database, others): (Vec<_>, Vec<_>) =
        manifest.files.iter().partition(|entry| entry.path == Path::new(DATABASE));
    for entry in others.into_iter().chain(database) {
        let target = data.join(&entry.path);
        let folder = target.parent().context("a path without a folder")?;
        fs::create_dir_all(folder)?;
        let from = aside.join(&entry.path);
        File::open(&from)?.sync_all()?;
        fs::rename(&from, &target)?;
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
