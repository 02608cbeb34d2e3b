//! Faults on purpose: does an acknowledged answer survive kills, power cuts and full disks?
//!
//! Each test keeps its own list of what was acknowledged and compares it with what is there afterwards.

mod desk;
mod disk_full;
mod disk_image;
mod kill;
mod ledger;
mod mails;
mod postgres;
mod power;
mod uploads;
mod webhooks;

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::bench::rig::{Nabz, say, show};
use crate::bench::tools::{self, Pace};

const SMOKE_ROUNDS: u64 = 10;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    fault: Fault,
    /// The nabz binary; by default the release build, else the development build.
    #[arg(long, global = true)]
    binary: Option<PathBuf>,
    /// The load generator; built if not given.
    #[arg(long, global = true)]
    generator: Option<PathBuf>,
    /// Decides all waits; printed, so that a run can be repeated.
    #[arg(long, global = true, default_value_t = 1)]
    seed: u64,
    /// Written into the log; by default today.
    #[arg(long, global = true)]
    date: Option<String>,
}

#[derive(Debug, Clone, clap::Subcommand)]
enum Fault {
    /// SIGKILL under load, again and again.
    Kill(kill::Args),
    /// Cut the power under load: un-synced pages are lost. Needs root and loop devices.
    Power(power::Args),
    /// Fill the disk under load and free it again. Needs root.
    DiskFull(disk_full::Args),
    /// SIGKILL while mails go out through a server that fails.
    Mails(mails::Args),
    /// SIGKILL while webhooks go out through receivers that fail.
    Webhooks(webhooks::Args),
}

/// What every test needs.
#[derive(Debug)]
struct Lab {
    root: PathBuf,
    binary: PathBuf,
    generator: PathBuf,
    seed: u64,
    log: File,
    log_path: PathBuf,
}

pub fn run(root: &Path, args: Args) -> Result<()> {
    let name = match &args.fault {
        Fault::Kill(_) => "kill",
        Fault::Power(power) => power.name(),
        Fault::DiskFull(_) => "disk-full",
        Fault::Mails(_) => "mails",
        Fault::Webhooks(_) => "webhooks",
    };
    if matches!(args.fault, Fault::Power(_) | Fault::DiskFull(_)) {
        may_mount().with_context(|| format!("`faults {name}` cannot run here"))?;
    }
    let binary = tools::any(root, args.binary.as_deref())?;
    let out = root.join("bench/out");
    fs::create_dir_all(&out)?;
    let log_path = out.join(format!("faults-{name}-{}.log", args.seed));
    let log = File::create(&log_path)?;
    let generator = tools::generator(root, args.generator.as_deref(), Pace::Busying)?;
    let mut lab = Lab { root: root.to_owned(), generator, binary, seed: args.seed, log, log_path };
    let circumstances = tools::circumstances(root, &lab.binary, args.date.as_deref(), args.seed)?;
    lab.note(&format!("faults {name}, {circumstances}"))?;
    let result = match args.fault {
        Fault::Kill(kill) => kill::run(&mut lab, &kill),
        Fault::Power(power) => power::run(&mut lab, &power),
        Fault::DiskFull(disk_full) => disk_full::run(&mut lab, &disk_full),
        Fault::Mails(mails) => mails::run(&mut lab, &mails),
        Fault::Webhooks(webhooks) => webhooks::run(&mut lab, &webhooks),
    };
    match result {
        Ok(summary) => {
            lab.note(&format!("passed: {summary}"))?;
            show(&format!("faults {name}: {summary}; raw log {}", lab.log_path.display()))
        }
        Err(error) => {
            lab.note(&format!("failed: {error:#}"))?;
            Err(error.context(format!("faults {name} failed; raw log {}", lab.log_path.display())))
        }
    }
}

/// A few rounds of killing the development build, as part of every test run.
pub fn smoke(root: &Path) -> Result<()> {
    let kill = kill::Args { rounds: SMOKE_ROUNDS, writers: kill::WRITERS };
    let binary = Some(crate::browser::binary(root)?);
    run(root, Args { fault: Fault::Kill(kill), binary, generator: None, seed: 1, date: None })
}

impl Lab {
    /// A line for the raw log and for whoever watches.
    fn note(&mut self, line: &str) -> Result<()> {
        say(line);
        writeln!(self.log, "{line}").context("cannot write the raw log")
    }

    /// Keeps the server's own words with the raw log; the working folder goes away.
    fn keep_server_log(&self, nabz: &Nabz) {
        let _none_if_it_never_started = fs::copy(nabz.log(), self.log_path.with_extension("server.log"));
    }
}

fn may_mount() -> Result<()> {
    let user = std::process::Command::new("id").arg("-u").output()?;
    ensure!(
        String::from_utf8_lossy(&user.stdout).trim() == "0",
        "it mounts file systems of its own, which only root may do"
    );
    Ok(())
}
