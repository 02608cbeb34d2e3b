//! Whether the sealed files are what was sealed.

use std::fs::File as FsFile;
use std::path::Path;

use datafusion::parquet::file::reader::{FileReader, SerializedFileReader};
use kernel::WorkspaceId;
use store::entity::segment;

use crate::schema::File;
use crate::{Lake, Result, files};

/// A sealed file that is not as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Within the folder of the lake.
    pub file: String,
    pub what: String,
}

impl Lake {
    /// Compares every live file with its checksum and its row count, and names those that differ.
    pub async fn verify(&self, workspace: WorkspaceId) -> Result<Vec<Damage>> {
        let segments = self.store.segments(workspace).await?;
        let root = self.root.clone();
        self.spawn_blocking(move || {
            let mut damages = Vec::new();
            for segment in &segments {
                for file in File::BOTH {
                    let what = check(&root, segment, file);
                    let file = files::relative(workspace, &segment.id, file);
                    damages.extend(what.map(|what| Damage { file, what }));
                }
            }
            Ok(damages)
        })
        .await
    }
}

fn check(root: &Path, segment: &segment::Model, file: File) -> Option<String> {
    let (hash, rows) = match file {
        File::Signals => (&segment.sha256_signals, segment.rows_signals),
        File::Answers => (&segment.sha256_answers, segment.rows_answers),
    };
    let path = files::folder(root, WorkspaceId(segment.workspace_id)).join(files::name(&segment.id, file));
    match files::sha256(&path) {
        Err(error) => return Some(format!("it cannot be read: {error}")),
        Ok(found) if found != *hash => return Some("its checksum differs".into()),
        Ok(_) => {}
    }
    let found = FsFile::open(&path).ok().and_then(|file| SerializedFileReader::new(file).ok());
    match found.map(|reader| reader.metadata().file_metadata().num_rows()) {
        Some(found) if found == rows => None,
        Some(found) => Some(format!("it has {found} rows instead of {rows}")),
        None => Some("it is not a Parquet file".into()),
    }
}
