//! A disk that can lose its power: ext4 on a file, through a loop device.
//!
//! What a program wrote but did not sync lives in the page cache *of the mounted file system*; it reaches the file
//! underneath only by fsync or by the kernel's own write-back. So a copy of that file is the disk as a power cut
//! would leave it, and mounting the copy replays its journal, as a machine does on its way up.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

/// Without lazy initialisation, or the kernel would write to a quiet disk.
const MKFS: [&str; 5] = ["-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", "-m0"];
/// ext4 commits its journal every 5 s by default; rarer commits keep more in danger, so the test is harsher.
const MOUNT: [&str; 2] = ["-o", "loop,commit=60"];
/// Copies tried until two in a row are alike.
const COPIES: usize = 20;

#[derive(Debug)]
pub struct Disk {
    folder: PathBuf,
    image: PathBuf,
    pub mount: PathBuf,
    generation: u32,
}

impl Disk {
    pub fn create(folder: &Path, megabytes: u64) -> Result<Self> {
        ensure!(
            Path::new("/dev/loop-control").exists(),
            "this machine has no loop devices (/dev/loop-control); in a container, pass them in"
        );
        let image = folder.join("disk-0.img");
        fs::File::create(&image)?.set_len(megabytes << 20)?;
        call(Command::new("mkfs.ext4").args(MKFS).arg(&image))?;
        let disk = Self { folder: folder.to_owned(), image, mount: folder.join("mnt"), generation: 0 };
        fs::create_dir_all(&disk.mount)?;
        disk.mount()?;
        Ok(disk)
    }

    fn mount(&self) -> Result<()> {
        call(Command::new("mount").args(MOUNT).arg(&self.image).arg(&self.mount))
    }

    pub fn unmount(&self) -> Result<()> {
        call(Command::new("umount").arg(&self.mount))
    }

    /// The disk as a power cut would leave it now. All writers must be stopped.
    ///
    /// The kernel may write back while we copy, which no real cut allows; so copies are made until two in a row are
    /// alike: then nothing changed between them, and both are the disk of one moment.
    pub fn snapshot(&self) -> Result<PathBuf> {
        let next = self.folder.join(format!("disk-{}.img", self.generation + 1));
        let control = self.folder.join("control.img");
        copy(&self.image, &next)?;
        for _ in 1..COPIES {
            copy(&self.image, &control)?;
            if Command::new("cmp").arg("-s").arg(&next).arg(&control).status()?.success() {
                fs::remove_file(&control)?;
                return Ok(next);
            }
            fs::rename(&control, &next)?;
        }
        anyhow::bail!("the disk did not come to rest in {COPIES} copies")
    }

    /// Goes on with a snapshot: the old disk is gone.
    pub fn restart_on(&mut self, snapshot: PathBuf) -> Result<()> {
        self.unmount()?;
        fs::remove_file(&self.image)?;
        self.image = snapshot;
        self.generation += 1;
        self.mount().context("the file system did not survive the cut")
    }

    /// Shows on this machine that a cut loses what is not synced and keeps what is; otherwise the test means nothing.
    pub fn prove(&mut self) -> Result<()> {
        let marked = |name: &str| self.mount.join(name);
        let mark: Vec<u8> = b"un-synced pages must die ".repeat(40_000);
        fs::write(marked("synced"), &mark)?;
        fs::File::open(marked("synced"))?.sync_all()?;
        fs::File::open(&self.mount)?.sync_all()?;
        fs::write(marked("unsynced"), &mark)?;
        let snapshot = self.snapshot()?;
        self.restart_on(snapshot)?;
        let kept = |name: &str| fs::read(self.mount.join(name)).is_ok_and(|bytes| bytes == mark);
        ensure!(kept("synced"), "a synced file did not survive the emulated power cut");
        ensure!(
            !kept("unsynced"),
            "an un-synced file survived: copies of the image hold the page cache here, so the test cannot bite"
        );
        fs::remove_file(self.mount.join("synced"))?;
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    call(Command::new("cp").arg("--sparse=never").arg("--reflink=never").arg(from).arg(to))
}

pub fn call(command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("cannot run {command:?}"))?;
    ensure!(output.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    Ok(())
}
