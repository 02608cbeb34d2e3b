//! A working folder that is cleaned up however the run ends.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

/// Holds `bench/guard.sh` on a pipe: when this program ends, by itself, by Ctrl-C or by SIGKILL, the pipe closes
/// and the script ends the adopted processes, unmounts and removes the folder.
#[derive(Debug)]
pub struct Guard {
    pub dir: PathBuf,
    script: Child,
}

impl Guard {
    /// A new folder in the system's temporary folder, removed at the end.
    pub fn temporary(root: &Path, name: &str) -> Result<Self> {
        let dir = std::env::temp_dir().join(format!("nabz-{name}-{}", std::process::id()));
        Self::start(root, dir, false)
    }

    /// A folder that stays, for data that are dear to make; only its processes are ended.
    pub fn kept(root: &Path, dir: PathBuf) -> Result<Self> {
        Self::start(root, dir, true)
    }

    fn start(root: &Path, dir: PathBuf, keep: bool) -> Result<Self> {
        fs::create_dir_all(&dir).with_context(|| format!("cannot create {}", dir.display()))?;
        File::create(dir.join("pids"))?;
        let script = Command::new("sh")
            .arg(root.join("bench/guard.sh"))
            .arg(&dir)
            .args(keep.then_some("keep"))
            .stdin(Stdio::piped())
            // Its own group, so that Ctrl-C in the terminal does not reach it.
            .process_group(0)
            .spawn()
            .context("cannot start bench/guard.sh")?;
        Ok(Self { dir, script })
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }
}

/// Lists a process to be ended with the run that works in `dir`.
pub fn adopt(dir: &Path, pid: u32) -> Result<()> {
    let mut pids = File::options().append(true).create(true).open(dir.join("pids"))?;
    writeln!(pids, "{pid}").context("cannot list a process for the clean-up")
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.script.stdin.take());
        let _ended_or_gone = self.script.wait();
    }
}
