//! Where a command writes: its own process, or the one that asked a running server to do it.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use kernel::Locale;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    Done = 0,
    Failed = 1,
    /// Wrong usage, or a decision is needed.
    Usage = 2,
    /// Done, with some lines refused.
    Partly = 3,
}

/// What the asking process can show.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manners {
    pub json: bool,
    /// Whether stderr is a terminal, where progress may overwrite its line.
    pub terminal: bool,
    pub locale: Locale,
}

impl Manners {
    pub fn here(json: bool) -> Self {
        let lang = ["NABZ_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok());
        let locale = lang.and_then(|lang| Locale::parse(&lang[..lang.len().min(2)])).unwrap_or(Locale::En);
        Self { json, terminal: io::stderr().is_terminal(), locale }
    }
}

/// A piece of output on its way to another process.
#[derive(Debug)]
pub enum Frame {
    Out(Vec<u8>),
    Talk(String),
    Exit(u8),
}

/// Data goes to stdout, talk to stderr.
#[derive(Clone)]
pub struct Console {
    pub manners: Manners,
    remote: Option<mpsc::Sender<Frame>>,
}

impl Console {
    pub fn local(manners: Manners) -> Self {
        Self { manners, remote: None }
    }

    pub fn remote(manners: Manners, frames: mpsc::Sender<Frame>) -> Self {
        Self { manners, remote: Some(frames) }
    }

    /// A line of data.
    pub async fn line(&self, text: &str) -> io::Result<()> {
        self.out(format!("{text}\n").into_bytes()).await
    }

    pub async fn out(&self, bytes: Vec<u8>) -> io::Result<()> {
        match &self.remote {
            Some(frames) => frames.send(Frame::Out(bytes)).await.map_err(|_| gone()),
            None => io::stdout().lock().write_all(&bytes),
        }
    }

    /// A line of talk.
    pub async fn say(&self, text: &str) {
        let text = printable(text);
        match &self.remote {
            Some(frames) => _ = frames.send(Frame::Talk(format!("{text}\n"))).await,
            None => _ = writeln!(io::stderr().lock(), "{text}"),
        }
    }

    /// The state of long work. On a terminal it overwrites itself; elsewhere it is left out.
    pub async fn progress(&self, text: &str) {
        if !self.manners.terminal {
            return;
        }
        let text = format!("\r\x1b[K{}", printable(text));
        match &self.remote {
            Some(frames) => _ = frames.send(Frame::Talk(text)).await,
            None => {
                let mut stderr = io::stderr().lock();
                _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
            }
        }
    }

    /// Ends a line that [`Self::progress`] left open.
    pub async fn progress_done(&self) {
        if self.manners.terminal {
            self.progress("").await;
        }
    }

    /// A writer for data. It waits for whoever reads, so it is for tasks of the multi-threaded runtime.
    pub fn writer(&self) -> Box<dyn Write + Send> {
        match &self.remote {
            Some(frames) => Box::new(io::BufWriter::with_capacity(1 << 16, Remote(frames.clone()))),
            None => Box::new(io::BufWriter::with_capacity(1 << 16, io::stdout())),
        }
    }
}

struct Remote(mpsc::Sender<Frame>);

impl Write for Remote {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let frame = Frame::Out(bytes.to_vec());
        tokio::task::block_in_place(|| self.0.blocking_send(frame)).map_err(|_| gone())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn gone() -> io::Error {
    io::Error::new(io::ErrorKind::BrokenPipe, "the asking process is gone")
}

/// Text that cannot drive a terminal: control characters and direction overrides are shown as `�`.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Where data lies unless told otherwise.
pub fn default_data(demo: bool) -> PathBuf {
    PathBuf::from(if demo { "nabz-demo" } else { "nabz-data" })
}
