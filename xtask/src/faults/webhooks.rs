//! `cargo xtask faults webhooks`: SIGKILL every few seconds while webhooks go out through receivers that fail; none may be lost,
//! what comes twice must come with the same id, and every signature must hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use super::Lab;
use crate::bench::guard::{Guard, adopt};
use crate::bench::http::Browser;
use crate::bench::pages::log_in;
use crate::bench::rig::{Load, Nabz, Server, Target};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// Events times endpoints, at least.
    #[arg(long, default_value_t = 100_000)]
    events: u64,
    /// Endpoints that fail now and then; one that takes everything and one that never answers stand beside them.
    #[arg(long, default_value_t = 10)]
    endpoints: u64,
    /// Seconds between kills.
    #[arg(long, default_value_t = 5)]
    every: u64,
    /// Minutes after which it has failed.
    #[arg(long, default_value_t = 120)]
    minutes: u64,
}

/// Events of the last part, in which nobody is killed and the dead receiver's neighbour is timed.
const CALM_CASES: usize = 200;
const OK: &str = "/ok/0";
const DEAD: &str = "/dead/0";

struct Delivering<'a> {
    lab: &'a mut Lab,
    nabz: Nabz,
    ledger: PathBuf,
    begun: Instant,
    limit: Duration,
}

/// A line of the receiver's ledger.
struct Heard {
    path: String,
    id: String,
    case: String,
    is_taken: bool,
    is_signed: bool,
    delay_ms: u64,
}

pub fn run(lab: &mut Lab, args: &Args) -> Result<String> {
    ensure!(args.endpoints > 0 && args.endpoints <= 18, "--endpoints is from 1 to 18");
    let guard = Guard::temporary(&lab.root, "webhooks")?;
    let mut nabz = Nabz::new(&lab.binary, &guard.path("data"), &guard.dir);
    let settings = [
        ("NABZ_WEBHOOKS__PRIVATE_NETWORKS", "true".to_owned()),
        ("NABZ_WEBHOOKS__TIMEOUT", "2".to_owned()),
        // As often as may be, so that none is given up however often this server dies.
        ("NABZ_WEBHOOKS__RETRIES", format!("[{}]", ["1"; 30].join(","))),
    ];
    nabz.settings = settings.map(|(name, value)| (name.to_owned(), value)).into();
    let limit = Duration::from_secs(args.minutes * 60);
    let (ledger, begun) = (guard.path("heard.csv"), Instant::now());
    let mut delivering = Delivering { lab, nabz, ledger, begun, limit };
    let result = delivering.run(args, &guard);
    delivering.lab.keep_server_log(&delivering.nabz);
    let _none_if_nothing_came = fs::copy(&delivering.ledger, delivering.lab.log_path.with_extension("heard.csv"));
    result
}

impl Delivering<'_> {
    fn run(&mut self, args: &Args, guard: &Guard) -> Result<String> {
        let (receiver, address) = self.receiver(guard)?;
        let mut server = self.nabz.serve(0)?;
        let port = server.port;
        let target = self.nabz.open_survey("told")?;
        let flaky: Vec<String> = (0..args.endpoints).map(|n| format!("/flaky/{n}")).collect();
        let lively: Vec<&str> = flaky.iter().map(String::as_str).chain([OK]).collect();
        self.register(&server, &address, lively.iter().copied().chain([DEAD]), &guard.path("secrets"))?;
        let wanted = usize::try_from(args.events.div_ceil(args.endpoints + 1))?;

        let mut load = Some(self.load(guard, &target, port, 1)?);
        let (mut kills, mut slowest) = (0, Duration::ZERO);
        loop {
            ensure!(self.begun.elapsed() < self.limit, "not done after {} minutes", args.minutes);
            sleep(Duration::from_secs(args.every));
            let cases = self.cases()?;
            if cases.len() >= wanted
                && let Some(load) = load.take()
            {
                let counts = load.finish()?;
                self.lab.note(&format!("load: {counts}"))?;
            }
            let heard = self.heard()?;
            let missing: usize = lively.iter().map(|path| missing(&heard, path, &cases)).sum();
            self.lab.note(&format!("kill {kills}: {} cases, {missing} webhooks not there yet", cases.len()))?;
            // Cases of answers that were read after the last look count, too.
            if load.is_none() && missing == 0 && self.cases()?.len() == cases.len() {
                break;
            }
            server.kill().with_context(|| format!("kill {kills}"))?;
            kills += 1;
            server = self.nabz.serve(port).with_context(|| format!("after kill {kills}"))?;
            slowest = slowest.max(server.ready_after);
        }
        let delays = self.calm(guard, &target, port, args)?;
        server.terminate()?;
        self.nabz.run(&["verify"])?;
        drop(receiver);
        let tally = self.tally(&lively)?;
        Ok(format!(
            "{kills} kills, {tally}; beside a dead receiver, without kills: median {} ms, p99 {} ms from event to arrival; slowest start {} ms; seed {}",
            quantile(&delays, 0.5),
            quantile(&delays, 0.99),
            slowest.as_millis(),
            self.lab.seed,
        ))
    }

    /// The receiver and its address; it ends with the run.
    fn receiver(&self, guard: &Guard) -> Result<(Child, String)> {
        fs::write(guard.path("secrets"), "")?;
        let mut child = Command::new("node")
            .arg(self.lab.root.join("bench/webhook-receiver.mjs"))
            .args([guard.path("secrets"), self.ledger.clone()])
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start node")?;
        adopt(&self.nabz.work, child.id())?;
        let mut address = String::new();
        BufReader::new(child.stdout.take().context("no standard output")?).read_line(&mut address)?;
        ensure!(address.starts_with("http://"), "the receiver did not start; `cargo xtask assets` brings its packages");
        Ok((child, address.trim().to_owned()))
    }

    /// Makes the endpoints as an administrator does, and writes down their secrets.
    fn register<'p>(
        &self,
        server: &Server,
        address: &str,
        paths: impl Iterator<Item = &'p str>,
        secrets: &std::path::Path,
    ) -> Result<()> {
        let mut browser = Browser::default();
        log_in(&self.nabz, server, &mut browser)?;
        let mut lines = String::new();
        for path in paths {
            let url = format!("{address}{path}").replace(':', "%3A").replace('/', "%2F");
            let form = format!("name=receiver&url={url}&which=some&event=case.opened");
            let reply = browser.post(&format!("{}/settings/webhooks", server.base()), &form)?;
            let page = reply.text();
            let secret = page.split("value=\"whsec_").nth(1).and_then(|rest| rest.split('"').next());
            let secret = secret.with_context(|| format!("no secret for {path}: status {}", reply.status))?;
            let secret = secret.replace("&#x2f;", "/").replace("&#x2b;", "+").replace("&#x3d;", "=");
            lines.push_str(&format!("{path} whsec_{secret}\n"));
        }
        fs::write(secrets, lines)?;
        Ok(())
    }

    fn load(&self, guard: &Guard, target: &Target, port: u16, part: u64) -> Result<Load> {
        let seed = (self.lab.seed * 2 + part).to_string();
        let acked = format!("acked-{part}.csv");
        let options = ["--retry", "--acked", &acked, "--progress", "100", "--seed", &seed, "--connections", "2"];
        Load::start(&self.lab.generator, &guard.dir, target, port, &options)
    }

    fn cases(&self) -> Result<BTreeSet<String>> {
        Ok(self.nabz.rows("select id from cases")?.into_iter().flatten().collect())
    }

    /// What the receiver has written down so far; a line that is being written is left for later.
    fn heard(&self) -> Result<Vec<Heard>> {
        let text = fs::read_to_string(&self.ledger).unwrap_or_default();
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        whole.lines().map(parse).collect()
    }

    /// With nobody killed, milliseconds from event to arrival at the endpoint that takes everything.
    fn calm(&mut self, guard: &Guard, target: &Target, port: u16, args: &Args) -> Result<Vec<u64>> {
        let (before, known) = (self.heard()?.len(), self.cases()?);
        let load = self.load(guard, target, port, 2)?;
        while self.cases()?.len() < known.len() + CALM_CASES {
            ensure!(self.begun.elapsed() < self.limit, "not done after {} minutes", args.minutes);
            sleep(Duration::from_millis(200));
        }
        load.finish()?;
        loop {
            ensure!(self.begun.elapsed() < self.limit, "not done after {} minutes", args.minutes);
            sleep(Duration::from_secs(2));
            let (cases, heard) = (self.cases()?, self.heard()?);
            let paths: BTreeSet<&str> =
                heard.iter().map(|one| one.path.as_str()).filter(|path| *path != DEAD).collect();
            if paths.iter().all(|path| missing(&heard, path, &cases) == 0) && self.cases()?.len() == cases.len() {
                let mut delays: Vec<u64> =
                    heard.iter().skip(before).filter(|one| one.path == OK).map(|one| one.delay_ms).collect();
                delays.sort_unstable();
                return Ok(delays);
            }
        }
    }

    /// What came of it all.
    ///
    /// # Errors
    /// Where something is lost, told under two ids, or not signed as it should be.
    fn tally(&mut self, lively: &[&str]) -> Result<String> {
        let (heard, cases) = (self.heard()?, self.cases()?);
        let unsigned = heard.iter().filter(|one| !one.is_signed).count();
        let lost: usize = lively.iter().map(|path| missing(&heard, path, &cases)).sum();
        let mut ids: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
        let mut times: BTreeMap<&str, u64> = BTreeMap::new();
        for one in &heard {
            ids.entry((one.path.as_str(), one.case.as_str())).or_default().insert(&one.id);
            *times.entry(&one.id).or_default() += u64::from(one.is_taken);
        }
        let twice = ids.values().filter(|ids| ids.len() > 1).count();
        let doubles = times.values().filter(|times| **times > 1).count();
        let dead = heard.iter().filter(|one| one.path == DEAD).count();
        let tally = format!(
            "{} webhooks of {} cases to {} endpoints, {lost} lost, {twice} under two ids, {doubles} taken again with the same id, {unsigned} of {} requests with a wrong signature, {dead} attempts at the dead receiver",
            cases.len() * lively.len(),
            cases.len(),
            lively.len(),
            heard.len(),
        );
        self.lab.note(&tally)?;
        ensure!(lost == 0 && twice == 0 && unsigned == 0, "{tally}");
        Ok(tally)
    }
}

/// Cases of which an endpoint has taken nothing.
fn missing(heard: &[Heard], path: &str, cases: &BTreeSet<String>) -> usize {
    let taken: BTreeSet<&str> =
        heard.iter().filter(|one| one.is_taken && one.path == path).map(|one| one.case.as_str()).collect();
    cases.iter().filter(|case| !taken.contains(case.as_str())).count()
}

fn parse(line: &str) -> Result<Heard> {
    let cells: Vec<&str> = line.split(',').collect();
    let [path, id, _, case, fate, signed, delay] = cells[..] else { anyhow::bail!("odd line in the ledger: {line}") };
    Ok(Heard {
        path: path.to_owned(),
        id: id.to_owned(),
        case: case.to_owned(),
        is_taken: fate == "taken",
        is_signed: signed == "signed",
        delay_ms: delay.parse::<i64>()?.max(0).unsigned_abs(),
    })
}

/// Of sorted values.
fn quantile(sorted: &[u64], q: f64) -> u64 {
    let at = ((sorted.len() as f64 * q).ceil() as usize).clamp(1, sorted.len().max(1)) - 1;
    sorted.get(at).copied().unwrap_or_default()
}
