//! `cargo xtask faults disk-full`: the disk fills up under load. Writes are refused with 507 while reads still
//! answer; when there is room again, writes heal by themselves; nothing acknowledged is lost.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use super::disk_image::call;
use super::{Lab, ledger};
use crate::bench::guard::Guard;
use crate::bench::http::Browser;
use crate::bench::rig::{Load, Nabz, Server};
use crate::bench::tools::Random;

const HEALS_WITHIN: Duration = Duration::from_secs(10);
const REFUSES_WITHIN: Duration = Duration::from_secs(120);
/// The first cycle fills the disk by answers alone, beside a filler that leaves this much.
const FIRST_ROOM: u64 = 24 << 20;
const STEP: u64 = 1 << 20;

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(long, default_value_t = 10)]
    cycles: u64,
    #[arg(long, default_value_t = 4)]
    writers: u64,
    /// Size of the disk in MiB.
    #[arg(long, default_value_t = 64)]
    megabytes: u64,
}

struct Site {
    mount: PathBuf,
    nabz: Nabz,
    filler: PathBuf,
}

pub fn run(lab: &mut Lab, args: &Args) -> Result<String> {
    let guard = Guard::temporary(&lab.root, "disk-full")?;
    let mount = guard.path("mnt");
    fs::create_dir_all(&mount)?;
    let size = format!("size={}m,mode=755", args.megabytes);
    call(Command::new("mount").args(["-t", "tmpfs", "-o", &size, "nabz-full"]).arg(&mount))?;
    let nabz = Nabz::new(&lab.binary, &mount.join("data"), &guard.dir);
    let site = Site { filler: mount.join("filler"), mount, nabz };
    let result = site.cycles(lab, args, &guard.path("acked.csv"));
    lab.keep_server_log(&site.nabz);
    result
}

impl Site {
    fn cycles(&self, lab: &mut Lab, args: &Args, acked: &Path) -> Result<String> {
        let server = self.nabz.serve(0)?;
        let target = self.nabz.open_survey("full")?;
        let mut random = Random::new(lab.seed);
        let (mut slowest, mut refused) = (Duration::ZERO, 0);
        for cycle in 1..=args.cycles {
            // Only the first may be fast: what is written stays, and the disk must last for all cycles.
            let rate = if cycle == 1 { "100000" } else { "100" };
            let (seed, writers) = (format!("{}{cycle:03}", lab.seed), args.writers.to_string());
            let options = [
                "--retry",
                "--acked",
                "acked.csv",
                "--progress",
                "50",
                "--rate",
                rate,
                "--seed",
                &seed,
                "--connections",
                &writers,
            ];
            let load = Load::start(&lab.generator, &self.nabz.work, &target, server.port, &options)?;
            sleep(Duration::from_millis(500));
            let way = self.fill(cycle, &load, &mut random)?;
            self.reads_answer(&server).with_context(|| format!("reads on the full disk, cycle {cycle}"))?;
            sleep(Duration::from_millis(500 + random.below(1500)));
            self.reads_answer(&server).with_context(|| format!("reads on the full disk, cycle {cycle}"))?;
            let healed = self.free(&load)?;
            slowest = slowest.max(healed);
            sleep(Duration::from_millis(500));
            let counts = load.finish()?;
            refused += counts["statuses"]["507"].as_u64().unwrap_or(0);
            lab.note(&format!(
                "cycle {cycle} ({way}): healed after {} ms, room left {} MiB, {counts}",
                healed.as_millis(),
                self.room()? >> 20
            ))?;
            only_507(&counts)?;
            let verdict = ledger::audit(&self.nabz, &target, &ledger::read(acked)?)?;
            lab.note(&format!("cycle {cycle}: {}", verdict.line()))?;
            verdict.must_be_clean()?;
        }
        server.terminate()?;
        self.nabz.run(&["verify"])?;
        let verdict = ledger::audit(&self.nabz, &target, &ledger::read(acked)?)?;
        verdict.must_be_clean()?;
        Ok(format!(
            "{} times full, {}; {refused} refused with 507, reads answered, healed after at most {} ms; verify passed; seed {}",
            args.cycles,
            verdict.line(),
            slowest.as_millis(),
            lab.seed
        ))
    }

    /// Fills the disk until writes are refused: by answers, by slow growth of another file, or at one blow.
    fn fill(&self, cycle: u64, load: &Load, random: &mut Random) -> Result<&'static str> {
        let way = match cycle {
            1 => "by answers",
            _ if random.below(2) == 0 => "slowly",
            _ => "at one blow",
        };
        let mut filler = File::options().append(true).create(true).open(&self.filler)?;
        if cycle == 1 {
            grow(&mut filler, self.room()?.saturating_sub(FIRST_ROOM))?;
        } else if way == "at one blow" {
            grow(&mut filler, u64::MAX)?;
        }
        let begun = Instant::now();
        while load.status("507") < 5 {
            ensure!(
                begun.elapsed() < REFUSES_WITHIN,
                "no 507 after {} s with {} KiB left: {}",
                REFUSES_WITHIN.as_secs(),
                self.room()? >> 10,
                load.counts()
            );
            if cycle > 1 {
                grow(&mut filler, STEP)?;
            }
            sleep(Duration::from_millis(100));
        }
        Ok(way)
    }

    /// Gives the room back; returns how long it took until answers were acknowledged again.
    fn free(&self, load: &Load) -> Result<Duration> {
        fs::remove_file(&self.filler)?;
        let begun = Instant::now();
        let before = load.counts()["acked"].as_u64().unwrap_or(0);
        // A few may have come through at the edge; ten more are a healed server.
        while load.counts()["acked"].as_u64().unwrap_or(0) < before + 10 {
            ensure!(
                begun.elapsed() < HEALS_WITHIN,
                "not healed {} s after there was room again: {}",
                HEALS_WITHIN.as_secs(),
                load.counts()
            );
            sleep(Duration::from_millis(10));
        }
        Ok(begun.elapsed())
    }

    fn reads_answer(&self, server: &Server) -> Result<()> {
        let rows = self.nabz.rows("select count(*) from responses")?;
        ensure!(rows.first().and_then(|row| row.first()).is_some_and(|count| count != "0"), "no responses: {rows:?}");
        let (page, reply) = Browser::default().visit(&server.base())?;
        ensure!(reply.status < 500, "{page} answers {}", reply.status);
        Ok(())
    }

    /// Bytes left on the disk.
    fn room(&self) -> Result<u64> {
        let output = Command::new("df").args(["--output=avail", "-B1"]).arg(&self.mount).output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.lines().nth(1).and_then(|line| line.trim().parse().ok()).context("df says nothing")
    }
}

/// Appends up to so many bytes; a full disk ends it early, and is what we want.
fn grow(filler: &mut File, bytes: u64) -> Result<()> {
    let mut left = bytes;
    while left > 0 {
        let block = vec![0; left.min(64 << 10) as usize];
        match filler.write(&block) {
            Ok(written) => left -= written as u64,
            Err(error) if error.kind() == std::io::ErrorKind::StorageFull => return Ok(()),
            Err(error) => return Err(error).context("cannot write the filler"),
        }
    }
    Ok(())
}

/// Refusals other than 507 would be faults of their own.
fn only_507(counts: &serde_json::Value) -> Result<()> {
    let known = |status: &String| ["200", "201", "507"].contains(&status.as_str());
    let all_known = counts["statuses"].as_object().is_some_and(|statuses| statuses.keys().all(known));
    ensure!(all_known && counts["broken"] == 0, "replies other than 201, 200 and 507, or broken connections: {counts}");
    Ok(())
}
