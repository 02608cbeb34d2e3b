//! Who owns a data folder. A lock file says so; it is released by the system when its process ends, however it ends.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::time::Duration;

use crate::console::Console;
use crate::failure::Failure;

/// How long a command waits for another one to finish.
const PATIENCE: Duration = Duration::from_secs(60);
const STEP: Duration = Duration::from_millis(50);

/// Held as long as this process owns the folder.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// For a server: only one may own the folder.
    pub fn for_server(data: &Path) -> Result<Self, Failure> {
        let file = open(data)?;
        if take(&file)? {
            return Ok(Self { _file: file });
        }
        Err(Failure::hinted(
            format!("another nabz process works in {}", data.display()),
            "one server owns a data folder; stop it first, or choose another folder with --data",
        ))
    }

    /// For a command that found no server: waits for its turn.
    pub async fn for_command(data: &Path, console: &Console) -> Result<Self, Failure> {
        let file = open(data)?;
        let mut waited = Duration::ZERO;
        while !take(&file)? {
            if waited.is_zero() {
                console.say(&format!("waiting for another command in {} to finish", data.display())).await;
            }
            if waited >= PATIENCE {
                return Err(Failure::hinted(
                    format!("another nabz process works in {}", data.display()),
                    "it has not finished for a minute; stop it, or try again later",
                ));
            }
            tokio::time::sleep(STEP).await;
            waited += STEP;
        }
        Ok(Self { _file: file })
    }
}

fn open(data: &Path) -> Result<File, Failure> {
    std::fs::create_dir_all(data).map_err(|error| {
        Failure::hinted(format!("cannot make {}: {error}", data.display()), "choose a folder with --data")
    })?;
    Ok(OpenOptions::new().create(true).truncate(false).write(true).open(data.join("nabz.lock"))?)
}

fn take(file: &File) -> Result<bool, Failure> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(std::fs::TryLockError::WouldBlock) => Ok(false),
        Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
    }
}
