//! `cargo xtask faults power`: the power is cut under load; a 2xx must have meant "on disk".
//!
//! `--control` runs the same against a database that acknowledges before it syncs. That must lose something:
//! it shows that the test can fail.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use super::disk_image::{Disk, call};
use super::postgres::Postgres;
use super::{Lab, ledger};
use crate::bench::guard::Guard;
use crate::bench::rig::{Load, Nabz, Server, Target, signal};
use crate::bench::tools::Random;

/// Settings of Nabz (docs/contract.md) that choose the database and how it syncs.
const DATABASE_SETTING: &str = "NABZ_STORE__URL";
const SYNC_SETTING: &str = "NABZ_STORE__SQLITE_SYNCHRONOUS";
/// Copies tried until one was made while everybody stood still.
const SNAPSHOTS: usize = 5;

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(long, default_value_t = 20)]
    cuts: u64,
    #[arg(long, value_enum, default_value_t = Backend::Sqlite)]
    backend: Backend,
    /// Acknowledge before syncing: this must lose something, or the test is worthless.
    #[arg(long)]
    control: bool,
    #[arg(long, default_value_t = 4)]
    writers: u64,
    /// Size of the disk in MiB; all that is acknowledged must fit.
    #[arg(long, default_value_t = 512)]
    megabytes: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, clap::ValueEnum)]
enum Backend {
    Sqlite,
    Postgres,
}

impl Args {
    pub fn name(&self) -> &'static str {
        match (self.backend, self.control) {
            (Backend::Sqlite, false) => "power-sqlite",
            (Backend::Sqlite, true) => "power-sqlite-control",
            (Backend::Postgres, false) => "power-postgres",
            (Backend::Postgres, true) => "power-postgres-control",
        }
    }
}

struct Site {
    disk: Disk,
    postgres: Option<Postgres>,
    nabz: Nabz,
    port: u16,
    target: Target,
}

pub fn run(lab: &mut Lab, args: &Args) -> Result<String> {
    let guard = Guard::temporary(&lab.root, args.name())?;
    let mut disk = Disk::create(&guard.dir, args.megabytes).context("cannot make a disk on a loop device")?;
    disk.prove()?;
    lab.note("a copy of the image loses un-synced pages and keeps synced ones: the emulation holds here")?;

    let mut nabz = Nabz::new(&lab.binary, &disk.mount.join("data"), &guard.dir);
    let postgres = match args.backend {
        Backend::Postgres => Some(Postgres::create(&disk.mount, &guard.dir, args.control)?),
        Backend::Sqlite => None,
    };
    if let Some(postgres) = &postgres {
        nabz.settings.push((DATABASE_SETTING.to_owned(), postgres.url()));
    } else if args.control {
        nabz.settings.push((SYNC_SETTING.to_owned(), "normal".to_owned()));
    }
    let server = nabz.serve(0)?;
    let target = nabz.open_survey("cut")?;
    if args.control {
        // What the control may lose is answers, not the survey that they belong to.
        call(&mut Command::new("sync"))?;
    }
    let mut site = Site { disk, postgres, nabz, port: server.port, target };
    let result = cuts(lab, args, &mut site, server, guard.path("acked.csv"));
    lab.keep_server_log(&site.nabz);
    result
}

fn cuts(lab: &mut Lab, args: &Args, site: &mut Site, mut server: Server, acked: PathBuf) -> Result<String> {
    let mut random = Random::new(lab.seed);
    let (seed, writers) = (lab.seed.to_string(), args.writers.to_string());
    let options = ["--retry", "--again", "3", "--acked", "acked.csv", "--seed", &seed, "--connections", &writers];
    let load = Load::start(&lab.generator, &site.nabz.work, &site.target, site.port, &options)?;
    let mut lost = BTreeSet::new();
    let mut bitten = 0;
    let mut last = String::new();
    for cut in 1..=args.cuts {
        let wait = Duration::from_millis(500 + random.below(3500));
        sleep(wait);
        let (ledger, up) = site.cut(server, &acked).with_context(|| format!("cut {cut}"))?;
        server = up;
        let verdict = ledger::audit(&site.nabz, &site.target, &ledger).with_context(|| format!("after cut {cut}"))?;
        lab.note(&format!("cut {cut} after {} ms: {}", wait.as_millis(), verdict.line()))?;
        ensure!(verdict.acked > 0, "nothing was acknowledged before the cut");
        if !args.control {
            verdict.must_be_clean()?;
        }
        bitten += usize::from(verdict.lost.len() > lost.len());
        last = verdict.line();
        lost = verdict.lost;
    }
    let counts = load.finish()?;
    lab.note(&format!("load: {counts}"))?;
    server.terminate()?;
    if args.control && lost.is_empty() {
        bail!(
            "the control lost nothing in {} cuts ({last}): this test cannot tell a durable database from a careless one",
            args.cuts
        );
    }
    if args.control {
        return Ok(format!(
            "control failed as it must: {} acknowledged answers lost in {bitten} of {} cuts; seed {}",
            lost.len(),
            args.cuts,
            lab.seed
        ));
    }
    site.nabz.run(&["verify"])?;
    Ok(format!("{} cuts, {last}; verify passed after each; seed {}", args.cuts, lab.seed))
}

impl Site {
    /// Freezes everybody, takes the disk as it is, kills everybody, and comes up again on what the disk held.
    /// Returns what had been acknowledged by then.
    fn cut(&mut self, server: Server, acked: &Path) -> Result<(ledger::Acked, Server)> {
        let snapshot = self.snapshot(&server)?;
        server.kill()?;
        if let Some(postgres) = &mut self.postgres {
            signal("KILL", &postgres.pids()?)?;
            postgres.reap()?;
        }
        // Acknowledgements that were already under way reach the ledger now.
        sleep(Duration::from_millis(300));
        let ledger = ledger::read(acked)?;
        self.disk.restart_on(snapshot)?;
        if let Some(postgres) = &mut self.postgres {
            postgres.start()?;
        }
        if !self.nabz.settings.iter().any(|(key, _)| key == SYNC_SETTING) {
            self.nabz.run(&["verify"])?;
        }
        Ok((ledger, self.nabz.serve(self.port)?))
    }

    /// The disk while everybody stands still.
    ///
    /// A stopped process may be sent on: the kernel does so to a process group whose last parent in another group ends,
    /// as when the shell goes that started this. What the server acknowledged then is not on the copy, and nobody lost
    /// it; so a copy counts only if all stood still from before it until after it.
    fn snapshot(&self, server: &Server) -> Result<PathBuf> {
        for _ in 0..SNAPSHOTS {
            signal("STOP", &[server.pid()])?;
            let mut frozen = self.freeze_postgres()?;
            frozen.push(server.pid());
            while !stand_still(&frozen)? {
                sleep(Duration::from_millis(1));
            }
            let snapshot = self.disk.snapshot()?;
            if stand_still(&frozen)? {
                return Ok(snapshot);
            }
        }
        bail!("the server was sent on by somebody during each of {SNAPSHOTS} copies")
    }

    /// The postmaster first, then its children until there are no new ones.
    fn freeze_postgres(&self) -> Result<Vec<u32>> {
        let Some(postgres) = &self.postgres else { return Ok(Vec::new()) };
        let mut frozen = Vec::new();
        loop {
            let fresh: Vec<u32> = postgres.pids()?.into_iter().filter(|pid| !frozen.contains(pid)).collect();
            if fresh.is_empty() {
                return Ok(frozen);
            }
            signal("STOP", &fresh)?;
            frozen.extend(fresh);
        }
    }
}

/// Whether every thread of these processes is stopped.
fn stand_still(pids: &[u32]) -> Result<bool> {
    for pid in pids {
        for thread in fs::read_dir(format!("/proc/{pid}/task"))? {
            let stat = fs::read_to_string(thread?.path().join("stat"))?;
            // The state follows the name, which stands in brackets and may hold anything.
            let state = stat.rsplit_once(')').and_then(|(_, rest)| rest.trim_start().chars().next());
            if state != Some('T') {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
