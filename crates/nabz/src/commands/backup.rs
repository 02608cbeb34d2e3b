//! `nabz backup`: everything in one tar file, consistent, while the server runs.
//!
//! The file holds `nabz.db`, the sealed files that this database names, `nabz.toml` and `seal.key` where there are, and last
//! `manifest.json` with a checksum of each, so that a truncated or damaged backup is noticed.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{BufWriter, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use kernel::Env;
use serde::{Deserialize, Serialize};
use store::Store;

use crate::app::App;
use crate::config;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub const MANIFEST: &str = "manifest.json";
pub const DATABASE: &str = "nabz.db";
/// A sealed file can give way to a merged one between the copy of the database and the copy of the file.
const TRIES_MAX: usize = 5;

#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub version: String,
    pub made_at: kernel::Timestamp,
    /// The log's last position: everything up to it is in the backup.
    pub position: i64,
    pub files: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Entry {
    pub path: PathBuf,
    pub bytes: u64,
    pub sha256: String,
}

pub async fn run(app: &App, file: &Path, console: &Console) -> Result<Exit, Failure> {
    if !app.store.is_sqlite() {
        return Err(Failure::hinted(
            "the database is PostgreSQL, which has its own way of copying itself",
            "use pg_dump for the database and copy the folder `lake` after it",
        ));
    }
    if file.exists() {
        return Err(Failure::usage(format!("{} exists", file.display()), "choose another name"));
    }
    let work = app.config.data.join(format!("backup-{}.tmp", std::process::id()));
    let made = pack(app, file, &work).await;
    _ = fs::remove_dir_all(&work);
    let manifest = made?;
    let bytes: u64 = manifest.files.iter().map(|entry| entry.bytes).sum();
    console.line(&file.display().to_string()).await?;
    console
        .say(&format!("{} files, {} MB, up to position {}", manifest.files.len(), bytes >> 20, manifest.position))
        .await;
    Ok(Exit::Done)
}

async fn pack(app: &App, file: &Path, work: &Path) -> Result<Manifest, Failure> {
    for _ in 0..TRIES_MAX {
        make_private(work)?;
        app.store.copy_to(&work.join(DATABASE)).await?;
        let copy = Store::open(&store::Settings::sqlite(work), Env::system()).await?;
        let Some(mut paths) = link_segments(&copy, &app.config.data, work).await? else { continue };
        let position = copy.head().await?;
        drop(copy);
        for beside in [config::FILE, store::seal::FILE] {
            let from = app.config.data.join(beside);
            if from.exists() {
                fs::copy(&from, work.join(beside))?;
                paths.push(beside.into());
            }
        }
        let (file, work, made_at) = (file.to_path_buf(), work.to_path_buf(), app.store.env().now());
        let written = tokio::task::spawn_blocking(move || write(&file, &work, paths, made_at, position)).await;
        return Ok(written.context("the backup stopped")??);
    }
    Err(Failure::hinted("sealed files kept changing during the backup", "try again when less is going on"))
}

/// Makes a folder anew that nobody else can look into: the files in it hold keys, passwords and what customers said.
pub fn make_private(folder: &Path) -> std::io::Result<()> {
    _ = fs::remove_dir_all(folder);
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Links the sealed files that the copied database names, so that they stay while they are packed. None when one has
/// just gone.
async fn link_segments(copy: &Store, data: &Path, work: &Path) -> Result<Option<Vec<PathBuf>>, Failure> {
    let mut paths = vec![PathBuf::from(DATABASE)];
    for workspace in copy.workspaces().await? {
        for segment in copy.segments(workspace.id()).await? {
            for path in lake::files_of(&segment) {
                let path = Path::new("lake").join(path);
                let target = work.join(&path);
                fs::create_dir_all(target.parent().context("a path without a folder")?)?;
                if fs::hard_link(data.join(&path), &target).is_err() && fs::copy(data.join(&path), &target).is_err() {
                    return Ok(None);
                }
                paths.push(path);
            }
        }
    }
    Ok(Some(paths))
}

fn write(
    file: &Path,
    work: &Path,
    paths: Vec<PathBuf>,
    made_at: kernel::Timestamp,
    position: i64,
) -> anyhow::Result<Manifest> {
    let partial = file.with_extension("partial");
    // What an earlier backup has left behind may be open to others.
    _ = fs::remove_file(&partial);
    let out = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&partial)?;
    let mut tar = tar::Builder::new(BufWriter::new(out));
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let from = work.join(&path);
        files.push(Entry { bytes: fs::metadata(&from)?.len(), sha256: sha256(&from)?, path: path.clone() });
        tar.append_path_with_name(&from, &path)?;
    }
    let manifest = Manifest { version: env!("CARGO_PKG_VERSION").into(), made_at, position, files };
    let text = serde_json::to_vec_pretty(&manifest)?;
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, MANIFEST, text.as_slice())?;
    let mut out = tar.into_inner()?;
    out.flush()?;
    out.get_ref().sync_all()?;
    fs::rename(&partial, file)?;
    Ok(manifest)
}

/// Checksum of a file, as hexadecimal digits.
pub fn sha256(file: &Path) -> anyhow::Result<String> {
    use sha2::Digest as _;
    let mut hash = sha2::Sha256::new();
    let mut from = File::open(file)?;
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = std::io::Read::read(&mut from, &mut buffer)?;
        if read == 0 {
            return Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect());
        }
        hash.update(&buffer[..read]);
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn nobody_else_reads_a_backup() {
        let folder = tempfile::tempdir().expect("a folder");
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        let (work, file) = (folder.path().join("backup-1.tmp"), folder.path().join("monday.tar"));
        make_private(&work).expect("a folder");
        assert_eq!(mode(&work), 0o700);
        fs::write(work.join(DATABASE), "data").expect("written");
        fs::write(file.with_extension("partial"), "of a backup that was stopped").expect("written");
        write(&file, &work, vec![DATABASE.into()], kernel::Timestamp(0), 0).expect("packed");
        assert_eq!(mode(&file), 0o600);
    }
}
