//! Starts, asks and ends Nabz the way a script would: through the contract only (docs/contract.md).

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use super::guard::adopt;

/// How long a server may take until it prints its address; recovery after a crash is part of it.
const READY_WITHIN: Duration = Duration::from_secs(120);

/// The key and the question that load is posted to.
#[derive(Debug, Clone)]
pub struct Target {
    pub survey: String,
    pub question: String,
    pub key: String,
}

/// One data folder and the binary that works on it.
#[derive(Debug, Clone)]
pub struct Nabz {
    pub binary: PathBuf,
    pub data: PathBuf,
    /// Where processes are listed for the clean-up, and where the server's log goes.
    pub work: PathBuf,
    pub settings: Vec<(String, String)>,
}

#[derive(Debug)]
pub struct Server {
    child: Child,
    pub port: u16,
    pub ready_after: Duration,
}

impl Nabz {
    pub fn new(binary: &Path, data: &Path, work: &Path) -> Self {
        Self { binary: binary.to_owned(), data: data.to_owned(), work: work.to_owned(), settings: Vec::new() }
    }

    pub fn log(&self) -> PathBuf {
        self.work.join("server.log")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.arg("--data").arg(&self.data).args(arguments).envs(self.settings.iter().cloned());
        command.stdin(Stdio::null());
        command
    }

    /// Runs a command to its end, whatever its exit code.
    pub fn try_run(&self, arguments: &[&str]) -> Result<Output> {
        self.command(arguments).output().with_context(|| format!("cannot run {}", self.binary.display()))
    }

    /// Runs a command that must do all that it was asked; returns its standard output.
    pub fn run(&self, arguments: &[&str]) -> Result<String> {
        let output = self.try_run(arguments)?;
        let talk = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success(),
            "`nabz {}` ended with {}: {}",
            arguments.join(" "),
            output.status,
            talk.trim()
        );
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Rows of a query, without the header. For values that hold no comma.
    pub fn rows(&self, sql: &str) -> Result<Vec<Vec<String>>> {
        let text = self.run(&["sql", sql, "--format", "csv"])?;
        let cells = |line: &str| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect();
        Ok(text.lines().skip(1).filter(|line| !line.is_empty()).map(cells).collect())
    }

    /// A survey with one NPS question, made by importing one response, and a key that may post to it.
    pub fn open_survey(&self, name: &str) -> Result<Target> {
        let file = self.work.join("first.csv");
        fs::write(&file, "id,time,score\nfirst,2026-01-01T00:00:00Z,10\n")?;
        let path = file.to_string_lossy();
        self.run(&[
            "import",
            "responses",
            &path,
            "--survey",
            name,
            "--map",
            "id=id",
            "--map",
            "time=time",
            "--map",
            "score=nps",
            "--yes",
        ])?;
        let found = self.rows("select survey, question from answers where response_id = 'first'")?;
        let row = found.first().context("the imported response is not in `answers`")?;
        let [survey, question] = row.as_slice() else { bail!("expected survey and question, got {row:?}") };
        let key = self.run(&["key", "add", "--scope", "responses"])?.trim().to_owned();
        Ok(Target { survey: survey.clone(), question: question.clone(), key })
    }

    /// Makes a survey of a definition and publishes it; returns its public path.
    pub fn publish(&self, name: &str, definition: &Value) -> Result<String> {
        let file = self.work.join(format!("{name}.json"));
        fs::write(&file, definition.to_string())?;
        self.run(&["survey", "define", name, &file.to_string_lossy()])?;
        self.run(&["survey", "publish", name])?;
        let surveys: Value = serde_json::from_str(&self.run(&["survey", "list", "--json"])?)?;
        let mut surveys = surveys.as_array().into_iter().flatten();
        let path = surveys.find(|survey| survey["key"] == name).and_then(|survey| survey["path"].as_str());
        Ok(path.with_context(|| format!("`nabz survey list` has no path of {name}"))?.to_owned())
    }

    /// Starts `nabz serve` and waits for its address. Port 0 takes a free one.
    pub fn serve(&self, port: u16) -> Result<Server> {
        self.start("serve", port)?.ready(&self.log())
    }

    pub fn demo(&self, port: u16) -> Result<Server> {
        self.start("demo", port)?.ready(&self.log())
    }

    /// Starts a server and returns at once, for those that are to be killed on their way up.
    pub fn start(&self, verb: &str, port: u16) -> Result<Starting> {
        let log = File::options().append(true).create(true).open(self.log())?;
        let begun = Instant::now();
        let child = self.command(&[verb, "--port", &port.to_string()]).stdout(Stdio::piped()).stderr(log).spawn();
        let child = child.with_context(|| format!("cannot start {}", self.binary.display()))?;
        adopt(&self.work, child.id())?;
        Ok(Starting { child, begun })
    }
}

#[derive(Debug)]
pub struct Starting {
    child: Child,
    begun: Instant,
}

impl Starting {
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    pub fn ready(mut self, log: &Path) -> Result<Server> {
        let stdout = self.child.stdout.take().context("the server has no standard output")?;
        let (sender, receiver) = channel();
        thread::spawn(move || {
            // Reads on to the end: a full pipe would block the server.
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let line = line.trim().to_owned();
                if line.starts_with("http://") && !line.contains(' ') {
                    let _ours_may_be_gone = sender.send(line);
                }
            }
        });
        let address = match receiver.recv_timeout(READY_WITHIN) {
            Ok(address) => address,
            Err(error) => {
                self.child.kill()?;
                let status = self.child.wait()?;
                let why = if error == RecvTimeoutError::Timeout {
                    "printed no address in time"
                } else {
                    "ended before it was ready"
                };
                bail!("the server {why} ({status}); the end of {}:\n{}", log.display(), tail(log, 15));
            }
        };
        let ready_after = self.begun.elapsed();
        let (host, _) = super::http::split(&address)?;
        let port = host.rsplit(':').next().unwrap_or("80").parse().with_context(|| format!("no port in {address}"))?;
        Ok(Server { child: self.child, port, ready_after })
    }
}

impl Server {
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// SIGKILL: nothing is flushed, nothing is said.
    pub fn kill(mut self) -> Result<()> {
        ensure!(self.child.try_wait()?.is_none(), "the server had ended by itself before it was killed");
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// SIGTERM, and how long the server took to end well.
    pub fn terminate(mut self) -> Result<Duration> {
        let begun = Instant::now();
        signal("TERM", &[self.pid()])?;
        while begun.elapsed() < Duration::from_secs(30) {
            if let Some(status) = self.child.try_wait()? {
                ensure!(status.success(), "the server ended with {status} after SIGTERM");
                return Ok(begun.elapsed());
            }
            thread::sleep(Duration::from_millis(5));
        }
        self.child.kill()?;
        self.child.wait()?;
        bail!("the server did not end within 30 s of SIGTERM")
    }

    /// The most memory that the server ever held, in MiB (`VmHWM`).
    pub fn peak_memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid()))?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).context("no VmHWM")?;
        let kib: f64 = line.split_whitespace().nth(1).context("no VmHWM")?.parse()?;
        Ok(kib / 1024.0)
    }

    /// Waits until background work (sealing, merging) is over: less than 5 % of a core over five seconds.
    pub fn settle(&self) -> Result<Duration> {
        let begun = Instant::now();
        let mut before = self.cpu_ticks()?;
        while begun.elapsed() < Duration::from_secs(3600) {
            thread::sleep(Duration::from_secs(5));
            let now = self.cpu_ticks()?;
            // 100 ticks a second on every Linux that we build for.
            if now - before < 25 {
                return Ok(begun.elapsed());
            }
            before = now;
        }
        bail!("the server is still busy after an hour")
    }

    fn cpu_ticks(&self) -> Result<u64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.pid())).context("the server has ended")?;
        let after_name = stat.rsplit(')').next().unwrap_or("");
        let field = |n: usize| after_name.split_whitespace().nth(n).and_then(|value| value.parse::<u64>().ok());
        Ok(field(11).context("no utime")? + field(12).context("no stime")?)
    }
}

/// Sends a signal by its name. std can only kill, and a library for more would slow the first build.
pub fn signal(name: &str, pids: &[u32]) -> Result<()> {
    let status = Command::new("kill").arg(format!("-{name}")).args(pids.iter().map(u32::to_string)).status()?;
    ensure!(status.success(), "cannot send SIG{name} to {pids:?}");
    Ok(())
}

/// The load generator, running.
#[derive(Debug)]
pub struct Load {
    child: Child,
    stdin: Option<ChildStdin>,
    last: Arc<Mutex<Value>>,
}

impl Load {
    pub fn start(generator: &Path, work: &Path, target: &Target, port: u16, options: &[&str]) -> Result<Self> {
        let url = format!("http://127.0.0.1:{port}/api/v1/surveys/{}/responses", target.survey);
        let mut child = Command::new(generator)
            .args(["post", "--url", &url, "--question", &target.question])
            .args(options)
            .current_dir(work)
            .env("NABZ_LOAD_KEY", &target.key)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", generator.display()))?;
        adopt(work, child.id())?;
        let last = Arc::new(Mutex::new(Value::Null));
        let (stdout, shared) = (child.stdout.take().context("no standard output")?, Arc::clone(&last));
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if let Ok(counts) = serde_json::from_str(&line) {
                    *shared.lock().unwrap_or_else(PoisonError::into_inner) = counts;
                }
            }
        });
        Ok(Self { stdin: child.stdin.take(), child, last })
    }

    /// The last line of counts.
    pub fn counts(&self) -> Value {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn status(&self, status: &str) -> u64 {
        self.counts()["statuses"][status].as_u64().unwrap_or(0)
    }

    /// Ends the load; every acknowledged id is in its file afterwards.
    pub fn finish(mut self) -> Result<Value> {
        drop(self.stdin.take());
        self.wait()
    }

    /// Waits for a load with `--seconds`.
    pub fn wait(&mut self) -> Result<Value> {
        let status = self.child.wait()?;
        ensure!(status.success(), "the load generator ended with {status}");
        // The reader may need a moment for the last line.
        for _ in 0..100 {
            if !self.counts()["report"].is_null() {
                return Ok(self.counts());
            }
            thread::sleep(Duration::from_millis(10));
        }
        bail!("the load generator printed no report")
    }
}

pub fn tail(file: &Path, lines: usize) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

/// Talk, which belongs on standard error.
pub fn say(text: &str) {
    eprintln!("{text}");
}

/// Results, which belong on standard output.
pub fn show(text: &str) -> Result<()> {
    writeln!(std::io::stdout().lock(), "{text}").context("cannot write to standard output")
}
