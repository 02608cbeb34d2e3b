//! A receiver of webhooks that behaves as they do, by the first part of the path: `/ok` takes everything; `/flaky` answers 503
//! to three in ten, never answers one, hangs up on one and sends one to 169.254.169.254; `/dead` never answers; `/gone` says
//! 410; `/moved` redirects; `/busy` asks to wait an hour; `/no` says 400.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// One request as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hook {
    pub path: String,
    pub host: String,
    /// The headers `webhook-id`, `webhook-timestamp` and `webhook-signature`.
    pub id: String,
    pub timestamp: String,
    pub signature: String,
    pub body: String,
    /// It was answered with 200.
    pub is_taken: bool,
}

/// The receiver; it ends with this value.
#[derive(Debug)]
pub struct Receiver {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Shared {
    heard: Mutex<Vec<Hook>>,
    /// How many were taken; wakes whoever waits.
    taken: watch::Sender<usize>,
    count: AtomicUsize,
}

enum Whim {
    Says(&'static str),
    Hangs,
    HangsUp,
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let shared = Arc::new(Shared::default());
        let serving = shared.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = serving.clone();
                // A sender that is killed hangs up: that is its own affair.
                tokio::spawn(async move { drop(serve(stream, &shared).await) });
            }
        });
        Self { address, shared, task }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many it has taken so far.
    pub fn taken(&self) -> usize {
        *self.shared.taken.borrow()
    }

    /// Waits until it has taken so many in all.
    pub async fn has_taken(&self, count: usize) {
        let mut taken = self.shared.taken.subscribe();
        taken.wait_for(|taken| *taken >= count).await.expect("the receiver lives as long as this");
    }

    /// What it has heard so far, whether it took it or not.
    pub fn heard(&self) -> Vec<Hook> {
        self.shared.heard().clone()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Shared {
    fn heard(&self) -> MutexGuard<'_, Vec<Hook>> {
        self.heard.lock().expect("no test panics while it holds this")
    }

    fn whim(&self, path: &str) -> Whim {
        let says = Whim::Says;
        match path.split('/').nth(1).unwrap_or_default() {
            "dead" => Whim::Hangs,
            "gone" => says("410 Gone\r\n"),
            "moved" => says("302 Found\r\nlocation: http://169.254.169.254/latest/meta-data/\r\n"),
            "busy" => says("429 Too Many Requests\r\nretry-after: 3600\r\n"),
            "no" => says("400 Bad Request\r\n"),
            "flaky" => match self.count.fetch_add(1, Ordering::Relaxed) % 20 {
                1 | 4 | 7 | 10 | 13 | 16 => says("503 Service Unavailable\r\n"),
                5 | 15 => Whim::Hangs,
                8 => Whim::HangsUp,
                11 => says("302 Found\r\nlocation: http://169.254.169.254/latest/meta-data/\r\n"),
                _ => says("200 OK\r\n"),
            },
            _ => says("200 OK\r\n"),
        }
    }
}

async fn serve(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let (reads, mut writes) = stream.into_split();
    let mut reads = BufReader::new(reads);
    let (mut line, mut head) = (String::new(), Vec::new());
    while reads.read_line(&mut line).await? > 0 && line != "\r\n" {
        head.push(std::mem::take(&mut line).trim_end().to_owned());
    }
    // A sender that died before the end of the headers has sent nothing.
    if line != "\r\n" {
        return Ok(());
    }
    let header = |name: &str| {
        let mut lines = head.iter().filter_map(|line| line.split_once(':'));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map_or(String::new(), |(_, v)| v.trim().to_owned())
    };
    let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
    reads.read_exact(&mut body).await?;
    let path = head.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
    let whim = shared.whim(&path);
    let is_taken = matches!(whim, Whim::Says(status) if status.starts_with("200"));
    shared.heard().push(Hook {
        host: header("host"),
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp"),
        signature: header("webhook-signature"),
        body: String::from_utf8_lossy(&body).into_owned(),
        path,
        is_taken,
    });
    if is_taken {
        shared.taken.send_modify(|taken| *taken += 1);
    }
    match whim {
        Whim::Says(status) => {
            const SAID: &str = "<script>alert(1)</script>";
            let answer = format!("HTTP/1.1 {status}content-length: {}\r\n\r\n{SAID}", SAID.len());
            writes.write_all(answer.as_bytes()).await
        }
        Whim::Hangs => {
            // Until the sender has had enough.
            let _until_it_hangs_up = reads.read(&mut [0]).await;
            Ok(())
        }
        Whim::HangsUp => Ok(()),
    }
}
