//! `cargo xtask faults kill`: SIGKILL under load; nothing acknowledged may be lost, nothing may be there twice.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

use super::desk::Desk;
use super::uploads::Uploads;
use super::{Lab, ledger};
use crate::bench::guard::{Guard, adopt};
use crate::bench::rig::{Load, Nabz, Target};
use crate::bench::tools::Random;

/// Rounds between two comparisons.
const AUDIT_EVERY: u64 = 20;
/// An import runs in every so many rounds.
const IMPORT_EVERY: u64 = 4;
const IMPORT_ROWS: u64 = 2000;
const IMPORT_SURVEY: &str = "imported";
/// How long an import whose server was killed may take to notice.
const IMPORT_ENDS_WITHIN: Duration = Duration::from_secs(60);

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(long, default_value_t = 200)]
    pub rounds: u64,
    #[arg(long, default_value_t = WRITERS)]
    pub writers: u64,
}

pub const WRITERS: u64 = 4;

struct Kills<'a> {
    lab: &'a mut Lab,
    nabz: Nabz,
    random: Random,
    /// Files, and whether their import had said that it was done.
    imports: Vec<(PathBuf, bool)>,
    slowest_start: Duration,
}

pub fn run(lab: &mut Lab, args: &Args) -> Result<String> {
    let guard = Guard::temporary(&lab.root, "kill")?;
    let nabz = Nabz::new(&lab.binary, &guard.path("data"), &guard.dir);
    let random = Random::new(lab.seed);
    let mut kills = Kills { lab, nabz, random, imports: Vec::new(), slowest_start: Duration::ZERO };
    let result = kills.run(args, &guard);
    kills.lab.keep_server_log(&kills.nabz);
    result
}

impl Kills<'_> {
    fn run(&mut self, args: &Args, guard: &Guard) -> Result<String> {
        let mut server = self.nabz.serve(0)?;
        let port = server.port;
        let target = self.nabz.open_survey("killed")?;
        let mut uploads = Uploads::new(&self.nabz)?;
        let mut desk = Desk::new(&self.nabz, &server, &target)?;
        let (seed, writers) = (self.lab.seed.to_string(), args.writers.to_string());
        let options = [
            "--retry",
            "--again",
            "3",
            "--acked",
            "acked.csv",
            "--progress",
            "100",
            "--seed",
            &seed,
            "--connections",
            &writers,
        ];
        let load = Load::start(&self.lab.generator, &guard.dir, &target, port, &options)?;
        let acked = guard.path("acked.csv");

        for round in 1..=args.rounds {
            let import = (round % IMPORT_EVERY == 1).then(|| self.start_import(round)).transpose()?;
            let sending = uploads.start(&server, round);
            let working = desk.start(&server, round)?;
            let wait = Duration::from_millis(50 + self.random.below(1951));
            sleep(wait);
            server.kill().with_context(|| format!("round {round}"))?;
            let uploaded = uploads.reap(sending)?;
            desk.reap(working)?;
            let import = import.map(|(file, child)| self.reap_import(file, child)).transpose()?;
            if round % 10 == 0 {
                // Recovery itself must stand a kill.
                let starting = self.nabz.start("serve", port)?;
                sleep(Duration::from_millis(5 + self.random.below(150)));
                starting.kill()?;
            }
            server = self.nabz.serve(port).with_context(|| format!("after kill {round}"))?;
            self.slowest_start = self.slowest_start.max(server.ready_after);
            let (ready, counted) = (server.ready_after.as_millis(), load.counts());
            self.lab.note(&format!(
                "kill {round} after {} ms, ready again after {ready} ms, acked {}, uploads {uploaded}, import {}",
                wait.as_millis(),
                counted["acked"],
                import.unwrap_or("-")
            ))?;
            if round % AUDIT_EVERY == 0 {
                let verdict = ledger::audit(&self.nabz, &target, &ledger::read(&acked)?)?;
                self.lab.note(&format!("after kill {round}: {}", verdict.line()))?;
                verdict.must_be_clean()?;
            }
        }
        sleep(Duration::from_millis(500));
        let counts = load.finish()?;
        self.lab.note(&format!("load: {counts}"))?;
        ensure!(counts["wrong"] == 0, "replies that are not what the contract says: {counts}");

        let ledger = ledger::read(&acked)?;
        ensure!(!ledger.is_empty(), "nothing was acknowledged: {counts}");
        ledger::audit(&self.nabz, &target, &ledger)?.must_be_clean().context("with the server up")?;
        self.import_again(|done| !done)?;
        self.audit_imports().context("imports, those that were cut short repeated")?;
        self.import_again(|_| true)?;
        self.audit_imports().context("imports, all repeated")?;
        let uploaded = uploads.audit(&self.nabz, &server).context("uploads")?;
        let done = desk.audit(&self.nabz, &server).context("what a member did")?;
        let cases = ledger::audit_cases(&self.nabz, &target, &ledger).context("cases")?;
        let stopped = server.terminate()?;
        self.nabz.run(&["verify"])?;
        let verdict = ledger::audit(&self.nabz, &target, &ledger)?;
        verdict.must_be_clean().context("with the server down")?;
        let cut_short = self.imports.iter().filter(|(_, done)| !done).count();
        Ok(format!(
            "{} kills, {}; {uploaded}; {done}; {cases}; {} imports of {IMPORT_ROWS} rows each there once, {} of them cut short and repeated; verify passed; slowest start {} ms, SIGTERM {} ms; seed {}",
            args.rounds,
            verdict.line(),
            self.imports.len(),
            cut_short,
            self.slowest_start.as_millis(),
            stopped.as_millis(),
            self.lab.seed,
        ))
    }

    fn start_import(&mut self, round: u64) -> Result<(PathBuf, Child)> {
        let file = self.nabz.work.join(format!("import-{round}.csv"));
        let rows: Vec<String> =
            (0..IMPORT_ROWS).map(|row| format!("i{round}-{row},2026-02-03T04:05:06Z,{}\n", row % 11)).collect();
        fs::write(&file, format!("id,time,score\n{}", rows.concat()))?;
        let path = file.to_string_lossy();
        let child = self.nabz.command(&import_arguments(&path)).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        adopt(&self.nabz.work, child.id())?;
        Ok((file, child))
    }

    /// An import whose server was killed must end, and must not say that it is done when it is not.
    fn reap_import(&mut self, file: PathBuf, mut child: Child) -> Result<&'static str> {
        let begun = Instant::now();
        while begun.elapsed() < IMPORT_ENDS_WITHIN {
            if let Some(status) = child.try_wait()? {
                self.imports.push((file, status.success()));
                return Ok(if status.success() { "done" } else { "cut short" });
            }
            sleep(Duration::from_millis(10));
        }
        child.kill()?;
        child.wait()?;
        bail!("an import hung for {} s after its server was killed", IMPORT_ENDS_WITHIN.as_secs())
    }

    /// Imports files a second time: only what is missing may be added.
    fn import_again(&self, which: impl Fn(bool) -> bool) -> Result<()> {
        for (file, _) in self.imports.iter().filter(|(_, done)| which(*done)) {
            self.nabz.run(&import_arguments(&file.to_string_lossy()))?;
        }
        Ok(())
    }

    fn audit_imports(&self) -> Result<()> {
        let mut expected = ledger::Acked::new();
        for (file, _) in &self.imports {
            for line in fs::read_to_string(file)?.lines().skip(1) {
                let mut cells = line.split(',');
                let (id, score) = (cells.next().unwrap_or(""), cells.nth(1).unwrap_or(""));
                expected.insert(id.to_owned(), score.to_owned());
            }
        }
        if expected.is_empty() {
            return Ok(());
        }
        let found = self.nabz.rows("select distinct survey from answers where response_id like 'i1-%'")?;
        let survey = found.into_iter().flatten().next().context("the imported survey is not there")?;
        let target = Target { survey, question: String::new(), key: String::new() };
        let verdict = ledger::audit(&self.nabz, &target, &expected)?;
        verdict.must_be_clean()?;
        ensure!(verdict.present == expected.len(), "{} rows present, {} expected", verdict.present, expected.len());
        Ok(())
    }
}

fn import_arguments(path: &str) -> [&str; 12] {
    [
        "import",
        "responses",
        path,
        "--survey",
        IMPORT_SURVEY,
        "--map",
        "id=id",
        "--map",
        "time=time",
        "--map",
        "score=nps",
        "--yes",
    ]
}
