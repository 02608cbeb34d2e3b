//! `nabz text`: a reading for every text on stdin, as they come, in their order.

use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::Context as _;
use kernel::WorkspaceId;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use text::topics::Finder;
use text::{Own, Reader, Reading};
use understand::topics::{Sense, Sought};

use crate::app::App;
use crate::cli::{Command, Text, TextInput};
use crate::config::Config;
use crate::console::{Console, Exit};
use crate::failure::Failure;
use crate::folder::Lock;
use crate::{logs, remote, transformer};

/// What is taken from stdin at once; a longer line makes the room grow.
const BLOCK_BYTES: usize = 1 << 20;
/// Longest line; a longer one is refused.
const LINE_BYTES_MAX: usize = 64 << 20;
/// Fewer lines than this are read by one thread.
const FEW: usize = 32;

/// A line of `--input jsonl`.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    text: String,
    language: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    #[serde(flatten)]
    reading: Reading,
    #[serde(flatten)]
    sense: Option<Sense>,
}

/// Reads one text after the other; one for each thread.
struct Hand<'a> {
    reader: &'a Reader,
    finder: Option<Finder<'a>>,
}

impl Hand<'_> {
    fn read(&mut self, text: &str, prior: Option<&str>) -> (Reading, Option<Sense>) {
        let reading = self.reader.read(text, prior);
        let sense = self.finder.as_mut().map(|finder| Sense::of(finder, text, &reading, self.reader));
        (reading, sense)
    }
}

/// What became of a line.
struct Done {
    /// JSON with its line end; or why the line was refused.
    answer: Result<Vec<u8>, String>,
    /// Invalid bytes that were replaced.
    replaced: usize,
}

/// The reader of a workspace, from the server that owns the folder or from the folder itself; the exit of a server that
/// refused.
pub async fn reader_of(data: &Path, workspace: &str, console: &Console) -> Result<Result<Reader, Exit>, Failure> {
    let config = Config::load(data)?;
    config.check()?;
    logs::start_quiet(&config.log);
    let mut bytes = Vec::new();
    let plain;
    let take = |more: &[u8]| {
        bytes.extend_from_slice(more);
        Ok(())
    };
    match remote::ask_for(data, &Command::Learned, Some(workspace), &console.manners, take).await? {
        Some(Exit::Done) => plain = transformer::reader(&config).await?,
        Some(exit) => return Ok(Err(exit)),
        None => {
            let _lock = Lock::for_command(data, console).await?;
            let app = App::open(config, Some(workspace)).await?;
            let id = app.workspace(Some(workspace)).await?;
            bytes = understand::texts::own(&app.store, id).await?.unwrap_or_default();
            plain = app.lake.shared_reader();
        }
    }
    if bytes.is_empty() {
        return Ok(Ok(plain));
    }
    Ok(Ok(plain.learned(Own::from_bytes(&bytes).context("what the workspace has learned came in pieces")?)))
}

/// The reader of all workspaces that have learned nothing.
pub async fn reader(data: &Path) -> Result<Reader, Failure> {
    let config = Config::load(data)?;
    config.check()?;
    logs::start_quiet(&config.log);
    transformer::reader(&config).await
}

/// Hands out what a workspace has learned and switched on; nothing where it has not.
pub async fn learned(app: &App, workspace: WorkspaceId, console: &Console) -> Result<Exit, Failure> {
    let bytes = understand::texts::own(&app.store, workspace).await?.unwrap_or_default();
    let mut out = console.writer();
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(Exit::Done)
}

pub async fn run(command: &Text, reader: Reader, console: &Console) -> Result<Exit, Failure> {
    let command = command.clone();
    let sought = match command.topics.as_slice() {
        [] => None,
        names => Some(Sought::of(names).map_err(kernel::Error::Refused)?),
    };
    let tally = tokio::task::spawn_blocking(move || {
        let mut input = io::stdin().lock();
        let mut out = io::BufWriter::with_capacity(BLOCK_BYTES, io::stdout().lock());
        let threads = std::thread::available_parallelism().map_or(2, usize::from);
        stream(&command, (&reader, sought.as_deref()), threads, &mut input, &mut out)
    });
    let tally = match tally.await.context("the reader of texts stopped")? {
        Ok(tally) => tally,
        // Whoever asked has read enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Done),
        Err(error) => return Err(error.into()),
    };
    for (line, why) in &tally.refused {
        console.say(&format!("error: line {line}: {why}")).await;
    }
    if tally.unlisted > 0 {
        console.say(&format!("error: {} more lines were refused", tally.unlisted)).await;
    }
    if tally.replaced > 0 {
        console.say(&format!("{} invalid bytes were replaced by \u{fffd}", tally.replaced)).await;
    }
    Ok(if tally.refused.is_empty() { Exit::Done } else { Exit::Partly })
}

/// What there is to say at the end.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    lines: u64,
    /// Line numbers from 1, and why.
    refused: Vec<(u64, String)>,
    /// Refused lines that are only counted.
    unlisted: u64,
    replaced: usize,
}

/// Refused lines that are named.
const REFUSED_MAX: usize = 100;

impl Tally {
    fn refuse(&mut self, why: String) {
        if self.refused.len() < REFUSED_MAX {
            self.refused.push((self.lines, why));
        } else {
            self.unlisted += 1;
        }
    }
}

/// Reads what is there, answers its whole lines, and goes on: nobody waits for a block to be full.
fn stream(
    command: &Text,
    with: (&Reader, Option<&Sought>),
    threads: usize,
    input: &mut impl Read,
    out: &mut impl Write,
) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let mut room = vec![0; BLOCK_BYTES];
    let mut rest: Vec<u8> = Vec::new();
    let mut is_first = true;
    // Within a line that is too long, up to its end.
    let mut is_skipping = false;
    loop {
        let read = match input.read(&mut room) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let mut fresh = &room[..read];
        if is_first {
            fresh = fresh.strip_prefix("\u{feff}".as_bytes()).unwrap_or(fresh);
            is_first = read == 0;
        }
        if is_skipping {
            let Some(end) = fresh.iter().position(|byte| *byte == b'\n') else {
                if read == 0 {
                    break;
                }
                continue;
            };
            fresh = &fresh[end + 1..];
            is_skipping = false;
        }
        let whole = match fresh.iter().rposition(|byte| *byte == b'\n') {
            Some(end) => {
                rest.extend_from_slice(&fresh[..end]);
                let whole = std::mem::take(&mut rest);
                rest.extend_from_slice(&fresh[end + 1..]);
                Some(whole)
            }
            None => {
                rest.extend_from_slice(fresh);
                (read == 0 && !rest.is_empty()).then(|| std::mem::take(&mut rest))
            }
        };
        if let Some(whole) = whole {
            let lines: Vec<&[u8]> = whole.split(|byte| *byte == b'\n').collect();
            answer(command, with, threads, &lines, &mut tally, out)?;
        }
        if rest.len() > LINE_BYTES_MAX {
            rest = Vec::new();
            is_skipping = true;
            tally.lines += 1;
            tally.refuse(format!("it is longer than {} MiB", LINE_BYTES_MAX >> 20));
        }
        if read == 0 {
            break;
        }
    }
    out.flush()?;
    Ok(tally)
}

fn answer(
    command: &Text,
    (reader, sought): (&Reader, Option<&Sought>),
    threads: usize,
    lines: &[&[u8]],
    tally: &mut Tally,
    out: &mut impl Write,
) -> io::Result<()> {
    let some = |lines: &[&[u8]]| -> Vec<Done> {
        let mut hand = Hand { reader, finder: sought.map(Sought::finder) };
        lines.iter().map(|line| one(command, &mut hand, line)).collect()
    };
    let done = if lines.len() < FEW || threads < 2 {
        some(lines)
    } else {
        std::thread::scope(|scope| -> io::Result<Vec<Done>> {
            let parts = lines.chunks(lines.len().div_ceil(threads));
            let running: Vec<_> = parts.map(|part| scope.spawn(|| some(part))).collect();
            let mut all = Vec::with_capacity(lines.len());
            for part in running {
                all.extend(part.join().map_err(|_| io::Error::other("a reader of texts panicked"))?);
            }
            Ok(all)
        })?
    };
    for Done { answer, replaced } in done {
        tally.lines += 1;
        tally.replaced += replaced;
        match answer {
            Ok(json) => out.write_all(&json)?,
            Err(why) => tally.refuse(why),
        }
    }
    out.flush()
}

fn one(command: &Text, hand: &mut Hand<'_>, line: &[u8]) -> Done {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = String::from_utf8_lossy(line);
    let replaced = match &text {
        std::borrow::Cow::Borrowed(_) => 0,
        std::borrow::Cow::Owned(_) => line.utf8_chunks().map(|chunk| chunk.invalid().len()).sum(),
    };
    let prior = command.language.as_deref().and_then(lake::prior);
    let answer = match command.input {
        TextInput::Lines => json(None, hand.read(&text, prior.as_deref())),
        TextInput::Jsonl if text.trim().is_empty() => json(None, hand.read("", prior.as_deref())),
        TextInput::Jsonl => match serde_json::from_str::<Line<'_>>(&text) {
            Ok(Line { id, text, language }) => {
                let prior = language.as_deref().and_then(lake::prior).or(prior);
                json(id, hand.read(&text, prior.as_deref()))
            }
            Err(error) => Err(error.to_string()),
        },
    };
    Done { answer, replaced }
}

fn json(id: Option<&RawValue>, (reading, sense): (Reading, Option<Sense>)) -> Result<Vec<u8>, String> {
    let mut json = serde_json::to_vec(&Answer { id, reading, sense }).map_err(|error| error.to_string())?;
    json.push(b'\n');
    Ok(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out a few bytes at a time, as a slow pipe does.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let some = Ord::min(self.1, Ord::min(room.len(), self.0.len()));
            room[..some].copy_from_slice(&self.0[..some]);
            self.0 = &self.0[some..];
            Ok(some)
        }
    }

    fn answered(input: TextInput, bytes: &[u8], at_once: usize, threads: usize) -> (Vec<serde_json::Value>, Tally) {
        let command = Text { input, language: None, topics: vec![] };
        let mut out = Vec::new();
        let tally = stream(&command, (&Reader::new(), None), threads, &mut Slow(bytes, at_once), &mut out).unwrap();
        let lines = String::from_utf8(out).unwrap();
        (lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), tally)
    }

    #[test]
    fn every_line_gets_its_object_however_the_bytes_arrive() {
        let text = "\u{feff}one\r\n\ntwo\nlast".as_bytes();
        for at_once in [1, 3, 7, 4096] {
            let (answers, tally) = answered(TextInput::Lines, text, at_once, 2);
            assert_eq!((answers.len(), tally.lines), (4, 4), "{at_once} bytes at a time");
            assert!(answers.iter().all(|answer| answer.get("id").is_none() && answer["because"].is_array()));
        }
        assert_eq!(answered(TextInput::Lines, b"", 8, 2).0.len(), 0);
        assert_eq!(answered(TextInput::Lines, b"\n", 8, 2).0.len(), 1);
    }

    #[test]
    fn order_is_kept_whichever_thread_is_done_first() {
        let mut lines = String::new();
        for n in 0..5_000 {
            lines.push_str(&format!("{{\"id\": {n}, \"text\": \"{}\"}}\n", "good ".repeat(n % 7)));
        }
        let (answers, _) = answered(TextInput::Jsonl, lines.as_bytes(), 1 << 20, 4);
        let ids: Vec<i64> = answers.iter().map(|answer| answer["id"].as_i64().unwrap()).collect();
        assert_eq!(ids, (0..5_000).collect::<Vec<_>>());
    }

    #[test]
    fn ids_come_back_as_they_were_written() {
        let lines = b"{\"id\": 12345678901234567890123, \"text\": \"a\"}\n{\"text\": \"b\", \"id\": \"x\"}\n";
        let command = Text { input: TextInput::Jsonl, language: None, topics: vec![] };
        let mut out = Vec::new();
        stream(&command, (&Reader::new(), None), 1, &mut &lines[..], &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.starts_with("{\"id\":12345678901234567890123,\"language\""), "{out}");
        assert!(out.contains("{\"id\":\"x\","), "{out}");
    }

    #[test]
    fn bad_lines_are_refused_by_number_and_the_others_answered() {
        let lines = b"{\"text\": \"a\"}\nnonsense\n\n{\"id\": 1}\n{\"text\": 5}\n{\"text\": \"b\"}";
        let (answers, tally) = answered(TextInput::Jsonl, lines, 5, 2);
        assert_eq!(answers.len(), 3);
        let refused: Vec<u64> = tally.refused.iter().map(|(line, _)| *line).collect();
        assert_eq!(refused, [2, 4, 5]);
        assert!(tally.refused[1].1.contains("text"), "{}", tally.refused[1].1);
    }

    #[test]
    fn invalid_bytes_are_replaced_and_counted() {
        let (answers, tally) = answered(TextInput::Lines, b"caf\xe9 \xff\xfe\nfine\n", 4, 1);
        assert_eq!((answers.len(), tally.replaced), (2, 3));
    }
}
