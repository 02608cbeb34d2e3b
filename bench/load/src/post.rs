//! Posts single responses: N keep-alive connections, closed loop (next when answered) or open loop (at a rate).
//!
//! In the open loop a latency counts from the moment at which the request was due, not from when a connection
//! became free for it: a server that stalls for a second cannot hide the requests that waited meanwhile.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, Uri, header};
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpStream;

use crate::latency::Latencies;
use crate::random::Random;

/// How long a request may take before its connection is given up.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// Pause before a refused or broken request is sent again.
const RETRY_PAUSE: Duration = Duration::from_millis(20);
/// How often acknowledged ids reach their file; its readers may lag by this much.
const FLUSH_EVERY: Duration = Duration::from_millis(50);

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to post, for example http://127.0.0.1:8080/api/v1/surveys/visit/responses.
    #[arg(long)]
    url: Uri,
    /// Key of the question that is answered with a score from 0 to 10.
    #[arg(long, default_value = "score")]
    question: String,
    #[arg(long, default_value_t = 16)]
    connections: u64,
    /// Seconds of load that count; without it, load goes on until standard input is closed.
    #[arg(long)]
    seconds: Option<f64>,
    /// Seconds of load beforehand that do not count.
    #[arg(long, default_value_t = 0.0)]
    warmup: f64,
    /// Requests a second over all connections (open loop); without it each connection goes as fast as it is answered.
    #[arg(long)]
    rate: Option<f64>,
    /// Write `id,score` of every acknowledged response here, in order of acknowledgement.
    #[arg(long)]
    acked: Option<PathBuf>,
    /// Makes the ids; two runs against the same survey need different ones.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Send a response again, with its id, until it is acknowledged, over any fault in between.
    #[arg(long)]
    retry: bool,
    /// Percentage of acknowledged responses that are sent once more, as clients with bad networks do.
    #[arg(long, default_value_t = 0)]
    again: u64,
    /// Print a line of counts as JSON to standard output every so many milliseconds.
    #[arg(long)]
    progress: Option<u64>,
}

/// What the connections share.
#[derive(Debug)]
struct Run {
    args: Args,
    /// The whole `Authorization` header.
    bearer: String,
    stop: AtomicBool,
    next: AtomicU64,
    begun: Instant,
    tally: Mutex<Tally>,
}

#[derive(Debug, Default)]
struct Tally {
    latencies: Latencies,
    acked: u64,
    /// Acknowledged as a replay: 200 with `duplicate: true`.
    replays: u64,
    /// 2xx replies whose body is not what the contract says.
    wrong: u64,
    statuses: BTreeMap<u16, u64>,
    broken: u64,
    /// The first refusal's body, which says more than its count.
    refusal: Option<String>,
    file: Option<BufWriter<File>>,
}

/// What came of sending one response once.
enum Sent {
    Acked { replay: bool },
    Refused,
    Broken,
}

/// The API key comes from `NABZ_LOAD_KEY`: the environment is not shown by `ps`.
pub fn run(args: Args) -> anyhow::Result<()> {
    let key = std::env::var("NABZ_LOAD_KEY").context("set NABZ_LOAD_KEY to an API key with scope `responses`")?;
    // One thread: the server under test needs the other core.
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(load(args, &key))
}

async fn load(args: Args, key: &str) -> anyhow::Result<()> {
    let file = args.acked.as_ref().map(|path| {
        File::options().append(true).create(true).open(path).with_context(|| format!("cannot open {}", path.display()))
    });
    let tally = Tally { file: file.transpose()?.map(BufWriter::new), ..Tally::default() };
    let run = Arc::new(Run {
        args,
        bearer: format!("Bearer {key}"),
        stop: AtomicBool::new(false),
        next: AtomicU64::new(0),
        begun: Instant::now(),
        tally: Mutex::new(tally),
    });
    let writers: Vec<_> = (0..run.args.connections).map(|n| tokio::spawn(writer(Arc::clone(&run), n))).collect();
    let ticker = tokio::spawn(tick(Arc::clone(&run)));

    tokio::time::sleep(Duration::from_secs_f64(run.args.warmup)).await;
    let before = run.start_counting();
    let counted_from = Instant::now();
    match run.args.seconds {
        Some(seconds) => tokio::time::sleep(Duration::from_secs_f64(seconds)).await,
        None => stdin_closed().await,
    }
    let (counted, took) = (run.tally().acked - before, counted_from.elapsed());
    run.stop.store(true, Ordering::Relaxed);
    for writer in writers {
        // A connection that hangs must not keep the whole run; what it had sent was not acknowledged.
        let abort = writer.abort_handle();
        if tokio::time::timeout(Duration::from_secs(5), writer).await.is_err() {
            abort.abort();
        }
    }
    ticker.abort();
    run.report(counted, took)
}

/// One connection: a response after the other, reconnecting when it breaks.
async fn writer(run: Arc<Run>, number: u64) {
    let mut random = Random::new(run.args.seed ^ (number << 32));
    let mut connection = None;
    while !run.stopped() {
        let sequence = run.next.fetch_add(1, Ordering::Relaxed);
        let due = match run.args.rate {
            Some(rate) => run.begun + Duration::from_secs_f64(sequence as f64 / rate),
            None => Instant::now(),
        };
        tokio::time::sleep_until(due.into()).await;
        let (id, score) = (format!("load-{}-{sequence}", run.args.seed), random.below(11));
        let body = body(&run.args.question, &id, score, &mut random);
        if !deliver(&run, &mut connection, &body, due).await {
            continue;
        }
        run.note_acked(&id, score);
        if random.below(100) < run.args.again {
            deliver(&run, &mut connection, &body, Instant::now()).await;
        }
    }
}

/// Whether the response was acknowledged, if need be after repeats.
async fn deliver(run: &Run, connection: &mut Option<SendRequest<Full<Bytes>>>, body: &Bytes, due: Instant) -> bool {
    let mut due = due;
    loop {
        match send(run, connection, body).await {
            Sent::Acked { replay } => {
                let mut tally = run.tally();
                tally.latencies.record(due.elapsed());
                tally.replays += u64::from(replay);
                return true;
            }
            Sent::Refused => {}
            Sent::Broken => {
                *connection = None;
                run.tally().broken += 1;
            }
        }
        tokio::time::sleep(RETRY_PAUSE).await;
        if !run.args.retry || run.stopped() {
            return false;
        }
        // The wait belongs to the fault, not to the request that at last gets through.
        due = Instant::now();
    }
}

async fn send(run: &Run, connection: &mut Option<SendRequest<Full<Bytes>>>, body: &Bytes) -> Sent {
    let exchange = async {
        let sender = match connection {
            Some(sender) => sender,
            None => connection.insert(connect(&run.args.url).await?),
        };
        sender.ready().await?;
        let reply = sender.send_request(request(run, body.clone())?).await?;
        let status = reply.status().as_u16();
        let bytes = reply.into_body().collect().await?.to_bytes();
        anyhow::Ok((status, bytes))
    };
    match tokio::time::timeout(REQUEST_TIMEOUT, exchange).await {
        Ok(Ok((status, bytes))) => run.judge(status, &bytes),
        Ok(Err(_)) | Err(_) => Sent::Broken,
    }
}

async fn connect(url: &Uri) -> anyhow::Result<SendRequest<Full<Bytes>>> {
    let authority = url.authority().context("the URL names no host")?;
    let stream = TcpStream::connect((authority.host(), authority.port_u16().unwrap_or(80))).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

fn request(run: &Run, body: Bytes) -> anyhow::Result<Request<Full<Bytes>>> {
    let path = run.args.url.path_and_query().map_or("/", |path| path.as_str());
    let host = run.args.url.authority().map_or("", |authority| authority.as_str());
    let request = Request::post(path)
        .header(header::HOST, host)
        .header(header::AUTHORIZATION, &run.bearer)
        .header(header::CONTENT_TYPE, "application/json");
    Ok(request.body(Full::new(body))?)
}

/// A response as a shop till would send it. Written by hand: on two cores the generator's share counts.
fn body(question: &str, id: &str, score: u64, random: &mut Random) -> Bytes {
    const PLANS: [&str; 4] = ["free", "basic", "pro", "business"];
    let (branch, plan) = (random.below(40), random.pick(&PLANS));
    Bytes::from(format!(
        r#"{{"id":"{id}","answers":{{"{question}":{score}}},"attributes":{{"branch":"b{branch:02}","plan":"{plan}"}},"channel":"api","language":"en"}}"#
    ))
}

/// Counts every so often, and keeps the file of acknowledged ids close behind.
async fn tick(run: Arc<Run>) {
    let mut last = Instant::now();
    loop {
        tokio::time::sleep(FLUSH_EVERY).await;
        let mut tally = run.tally();
        if let Some(file) = tally.file.as_mut() {
            // A full disk under our own file would make the comparison worthless, so it ends the run.
            if let Err(error) = file.flush() {
                eprintln!("error: cannot write the acknowledged ids: {error}");
                std::process::exit(1);
            }
        }
        let every = run.args.progress.map(Duration::from_millis);
        if every.is_some_and(|every| last.elapsed() >= every) {
            last = Instant::now();
            print_line(&tally.counts());
        }
    }
}

/// Ends when standard input does, so that the load never outlives the program that ordered it.
async fn stdin_closed() {
    let reading =
        tokio::task::spawn_blocking(|| std::io::copy(&mut std::io::stdin().lock().by_ref(), &mut std::io::sink()));
    let _closed_or_failed = reading.await;
}

impl Run {
    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn start_counting(&self) -> u64 {
        let mut tally = self.tally();
        tally.latencies.clear();
        tally.acked
    }

    fn note_acked(&self, id: &str, score: u64) {
        let mut tally = self.tally();
        tally.acked += 1;
        if let Some(Err(error)) = tally.file.as_mut().map(|file| writeln!(file, "{id},{score}")) {
            eprintln!("error: cannot write the acknowledged ids: {error}");
            std::process::exit(1);
        }
    }

    /// 201 is new, 200 with `duplicate: true` is a replay; nothing else acknowledges.
    fn judge(&self, status: u16, body: &[u8]) -> Sent {
        let mut tally = self.tally();
        *tally.statuses.entry(status).or_default() += 1;
        if status == 201 {
            return Sent::Acked { replay: false };
        }
        let text = String::from_utf8_lossy(body);
        if status == 200 {
            let replay = text.replace(' ', "").contains(r#""duplicate":true"#);
            tally.wrong += u64::from(!replay);
            return Sent::Acked { replay };
        }
        tally.refusal.get_or_insert_with(|| text.chars().take(300).collect());
        Sent::Refused
    }

    fn report(&self, counted: u64, took: Duration) -> anyhow::Result<()> {
        let mut tally = self.tally();
        if let Some(file) = tally.file.as_mut() {
            file.flush().context("cannot write the acknowledged ids")?;
        }
        let rate = counted as f64 / took.as_secs_f64();
        let latency = tally.latencies.summary();
        let mut report = tally.counts();
        report["report"] = json!({
            "mode": if self.args.rate.is_some() { "open" } else { "closed" },
            "connections": self.args.connections, "seconds": took.as_secs_f64(), "counted": counted,
            "rate": rate, "samples": tally.latencies.len(),
            "p50_ms": latency.p50_ms, "p95_ms": latency.p95_ms, "p99_ms": latency.p99_ms, "max_ms": latency.max_ms,
        });
        print_line(&report);
        eprintln!(
            "{rate:.0} responses/s over {:.1} s, p50 {:.2} ms, p95 {:.2} ms, p99 {:.2} ms, max {:.2} ms; statuses {:?}, broken {}",
            took.as_secs_f64(),
            latency.p50_ms,
            latency.p95_ms,
            latency.p99_ms,
            latency.max_ms,
            tally.statuses,
            tally.broken
        );
        Ok(())
    }
}

impl Tally {
    fn counts(&self) -> serde_json::Value {
        let statuses: BTreeMap<String, u64> =
            self.statuses.iter().map(|(status, count)| (status.to_string(), *count)).collect();
        json!({
            "acked": self.acked, "replays": self.replays, "wrong": self.wrong, "broken": self.broken,
            "statuses": statuses, "refusal": self.refusal,
        })
    }
}

/// One object on one line of standard output; a reader that went away ends the run.
fn print_line(value: &serde_json::Value) {
    if writeln!(std::io::stdout().lock(), "{value}").is_err() {
        std::process::exit(1);
    }
}
