//! A private PostgreSQL on the disk that loses its power.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::disk_image::call;
use crate::bench::guard::adopt;

/// Debian's user for it; PostgreSQL refuses to run as root.
const AS_USER: [&str; 4] = ["--reuid=postgres", "--regid=postgres", "--init-groups", "--"];
const READY_WITHIN: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub struct Postgres {
    programs: PathBuf,
    data: PathBuf,
    work: PathBuf,
    port: u16,
    /// Acknowledge before the log is on disk: for the control.
    careless: bool,
    process: Option<Child>,
}

impl Postgres {
    /// Makes a cluster under `mount` and starts it with an empty database `nabz`.
    pub fn create(mount: &Path, work: &Path, careless: bool) -> Result<Self> {
        let data = mount.join("postgres");
        fs::create_dir_all(&data)?;
        call(Command::new("chown").arg("postgres:").arg(&data))?;
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut postgres = Self { programs: programs()?, data, work: work.to_owned(), port, careless, process: None };
        let options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "-D"];
        call(postgres.program("initdb").args(options).arg(&postgres.data))?;
        postgres.start()?;
        call(postgres.program("createdb").args([
            "-h",
            "127.0.0.1",
            "-U",
            "postgres",
            "-p",
            &port.to_string(),
            "nabz",
        ]))?;
        Ok(postgres)
    }

    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/nabz", self.port)
    }

    pub fn start(&mut self) -> Result<()> {
        let log = File::options().append(true).create(true).open(self.work.join("postgres.log"))?;
        let commit = if self.careless { "synchronous_commit=off" } else { "synchronous_commit=on" };
        let port = self.port.to_string();
        let child = self
            .program("postgres")
            .arg("-D")
            .arg(&self.data)
            .args(["-p", &port, "-c", commit, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        adopt(&self.work, child.id())?;
        self.process = Some(child);
        let begun = Instant::now();
        while begun.elapsed() < READY_WITHIN {
            if self.program("pg_isready").args(["-q", "-h", "127.0.0.1", "-p", &port]).status()?.success() {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        bail!(
            "PostgreSQL is not ready after {} s: {}",
            READY_WITHIN.as_secs(),
            crate::bench::rig::tail(&self.work.join("postgres.log"), 10)
        )
    }

    /// The postmaster and its children.
    pub fn pids(&self) -> Result<Vec<u32>> {
        let parent = self.process.as_ref().map(Child::id).context("PostgreSQL is not running")?;
        let mut pids = vec![parent];
        for entry in fs::read_dir("/proc")? {
            let Some(pid) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
            let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let of = stat
                .rsplit(')')
                .next()
                .and_then(|rest| rest.split_whitespace().nth(1))
                .and_then(|ppid| ppid.parse().ok());
            if of == Some(parent) {
                adopt(&self.work, pid)?;
                pids.push(pid);
            }
        }
        Ok(pids)
    }

    /// After SIGKILL to all of them.
    pub fn reap(&mut self) -> Result<()> {
        if let Some(mut child) = self.process.take() {
            child.wait()?;
        }
        Ok(())
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new("setpriv");
        command.args(AS_USER).arg(self.programs.join(name)).current_dir("/");
        command
    }
}

/// Debian's newest PostgreSQL, 15 or later.
fn programs() -> Result<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .context("PostgreSQL is not installed (Debian: `apt install postgresql`)")?;
    let newest = versions.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok()).max();
    let newest = newest.filter(|version| *version >= 15).context("needs PostgreSQL 15 or later")?;
    Ok(PathBuf::from(format!("/usr/lib/postgresql/{newest}/bin")))
}
