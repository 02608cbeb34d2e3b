//! A mail server that behaves as they do: now and then it is busy, takes a mail and never says so, hangs up, or says nothing.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A mail that the server has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub from: String,
    pub to: String,
    pub raw: String,
}

impl Taken {
    /// The first header of that name, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ").replace("\r\n\t", " ");
        let is_it = |line: &&str| line.split(':').next().is_some_and(|known| known.eq_ignore_ascii_case(name));
        let line = head.lines().find(is_it)?.to_owned();
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    }
}

/// The server; it ends with this value. Addresses that begin with `nobody` are unknown (550 5.1.1), with `never` refused
/// (550 5.7.1), with `later` put off (451); to `silent` it says nothing any more.
#[derive(Debug)]
pub struct Smtp {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Shared {
    taken: Mutex<Vec<Taken>>,
    /// How many; wakes whoever waits.
    much: watch::Sender<usize>,
    /// Connections so far.
    guests: watch::Sender<usize>,
    /// Until then nobody is greeted.
    speaks: watch::Sender<bool>,
    count: AtomicUsize,
    is_flaky: bool,
}

/// How a flaky server ends the n-th mail; the rest is taken.
enum Whim {
    Busy,
    /// Taken, but the answer is lost: the sender has to send it again.
    Mute,
    HangsUp,
    Fine,
}

impl Smtp {
    /// One that takes everything.
    pub async fn start() -> Self {
        Self::with(false, true).await
    }

    /// One that takes connections and says nothing, until [`Self::speak`].
    pub async fn silent() -> Self {
        Self::with(false, false).await
    }

    /// One that fails with every fifth mail, in three ways.
    pub async fn flaky() -> Self {
        Self::with(true, true).await
    }

    async fn with(is_flaky: bool, speaks: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let shared = Arc::new(Shared { is_flaky, speaks: watch::Sender::new(speaks), ..Shared::default() });
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

    /// For the configuration.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Waits until it has taken `count` more.
    pub async fn takes(&self, count: usize) {
        let mut much = self.shared.much.subscribe();
        let goal = *much.borrow_and_update() + count;
        much.wait_for(|much| *much >= goal).await.expect("the server lives as long as this");
    }

    /// Waits until it has taken so many in all.
    pub async fn has_taken(&self, count: usize) {
        let mut much = self.shared.much.subscribe();
        much.wait_for(|much| *much >= count).await.expect("the server lives as long as this");
    }

    /// Waits until so many connections were made in all.
    pub async fn has_guests(&self, count: usize) {
        let mut guests = self.shared.guests.subscribe();
        guests.wait_for(|guests| *guests >= count).await.expect("the server lives as long as this");
    }

    /// Greets those who wait, and whoever comes.
    pub fn speak(&self) {
        self.shared.speaks.send_replace(true);
    }

    /// What it has taken so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.shared.taken().clone()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Shared {
    fn taken(&self) -> MutexGuard<'_, Vec<Taken>> {
        self.taken.lock().expect("no test panics while it holds this")
    }

    fn take(&self, mail: Taken) {
        self.taken().push(mail);
        self.much.send_modify(|much| *much += 1);
    }

    fn whim(&self) -> Whim {
        match self.count.fetch_add(1, Ordering::Relaxed) % 15 {
            _ if !self.is_flaky => Whim::Fine,
            4 => Whim::Busy,
            9 => Whim::Mute,
            14 => Whim::HangsUp,
            _ => Whim::Fine,
        }
    }
}

async fn serve(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let (reads, mut writes) = stream.into_split();
    let mut lines = BufReader::new(reads).lines();
    let (mut from, mut to) = (String::new(), String::new());
    shared.guests.send_modify(|guests| *guests += 1);
    let mut speaks = shared.speaks.subscribe();
    // Whoever hangs up before is not waited for.
    tokio::select! {
        _ = speaks.wait_for(|speaks| *speaks) => {}
        _ = lines.next_line() => return Ok(()),
    }
    writes.write_all(b"220 testkit\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let command = line.to_ascii_uppercase();
        let answer = if command.starts_with("EHLO") {
            "250-testkit\r\n250 8BITMIME\r\n"
        } else if command.starts_with("MAIL") {
            from = bracketed(&line);
            "250 2.1.0 ok\r\n"
        } else if command.starts_with("RCPT") {
            to = bracketed(&line);
            if to.starts_with("silent") {
                // Until the sender has had enough.
                while lines.next_line().await?.is_some() {}
                return Ok(());
            }
            match &to {
                to if to.starts_with("nobody") => "550 5.1.1 no such mailbox\r\n",
                to if to.starts_with("never") => "550 5.7.1 not from you\r\n",
                to if to.starts_with("later") => "451 4.2.1 mailbox busy\r\n",
                _ => "250 2.1.5 ok\r\n",
            }
        } else if command.starts_with("DATA") {
            writes.write_all(b"354 go on\r\n").await?;
            let mut raw = String::new();
            loop {
                let Some(line) = lines.next_line().await? else { return Ok(()) };
                if line == "." {
                    break;
                }
                raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                raw.push_str("\r\n");
            }
            let taken = Taken { from: from.clone(), to: to.clone(), raw };
            match shared.whim() {
                Whim::Busy => "451 4.3.0 busy\r\n",
                Whim::Mute => {
                    shared.take(taken);
                    return Ok(());
                }
                Whim::HangsUp => return Ok(()),
                Whim::Fine => {
                    shared.take(taken);
                    "250 2.0.0 taken\r\n"
                }
            }
        } else if command.starts_with("QUIT") {
            writes.write_all(b"221 bye\r\n").await?;
            return Ok(());
        } else {
            "250 ok\r\n"
        };
        writes.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

fn bracketed(line: &str) -> String {
    line.split('<').nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default().to_owned()
}
