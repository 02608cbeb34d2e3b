//! One server owns a data folder; other processes ask it through a socket in the folder (mode 0600, so only the
//! folder's owner gets in). The asking process sends one line of JSON and gets frames until the exit code.

use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;

use crate::app::App;
use crate::cli::Command;
use crate::commands;
use crate::console::{Console, Exit, Frame, Manners};

const REQUEST_BYTES_MAX: u64 = 1 << 20;
const FRAMES_WAITING_MAX: usize = 64;

#[derive(Debug, Serialize, Deserialize)]
struct Request {
    version: String,
    command: Command,
    workspace: Option<String>,
    manners: Manners,
}

/// The socket of a data folder.
pub fn path(data: &Path) -> PathBuf {
    data.join("nabz.sock")
}

/// Asks the server that owns `data`. None where no server answers there.
pub async fn ask(
    data: &Path,
    command: &Command,
    workspace: Option<&str>,
    manners: &Manners,
) -> anyhow::Result<Option<Exit>> {
    ask_for(data, command, workspace, manners, |bytes| io::stdout().lock().write_all(bytes)).await
}

/// The same, with `take` for what the command writes on stdout.
pub async fn ask_for(
    data: &Path,
    command: &Command,
    workspace: Option<&str>,
    manners: &Manners,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> anyhow::Result<Option<Exit>> {
    let Ok(stream) = UnixStream::connect(path(data)).await else { return Ok(None) };
    let request = Request {
        version: env!("CARGO_PKG_VERSION").into(),
        command: command.clone(),
        workspace: workspace.map(str::to_owned),
        manners: manners.clone(),
    };
    let (read, mut write) = stream.into_split();
    write.write_all(format!("{}\n", serde_json::to_string(&request)?).as_bytes()).await?;
    let mut read = BufReader::new(read);
    loop {
        let tag = read.read_u8().await.context("the server stopped before it had answered")?;
        let mut bytes = vec![0; read.read_u32().await? as usize];
        read.read_exact(&mut bytes).await?;
        match tag {
            b'o' => take(&bytes)?,
            b't' => io::stderr().lock().write_all(&bytes)?,
            _ => return Ok(Some(exit(bytes.first().copied().unwrap_or(1)))),
        }
    }
}

fn exit(code: u8) -> Exit {
    match code {
        0 => Exit::Done,
        2 => Exit::Usage,
        3 => Exit::Partly,
        _ => Exit::Failed,
    }
}

/// Listens for other processes until the task is dropped.
pub async fn listen(app: App) -> anyhow::Result<()> {
    let path = path(&app.config.data);
    // The folder's lock is ours, so a socket that is there was left by a process that died.
    _ = std::fs::remove_file(&path);
    let listener = UnixListener::bind(&path).with_context(|| format!("cannot make the socket {}", path.display()))?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
    loop {
        let (stream, _) = listener.accept().await?;
        let app = app.clone();
        tokio::spawn(async move {
            if let Err(error) = answer(app, stream).await {
                tracing::debug!(%error, "a command's process went away");
            }
        });
    }
}

async fn answer(app: App, stream: UnixStream) -> anyhow::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let mut read = BufReader::new(read.take(REQUEST_BYTES_MAX));
    read.read_line(&mut line).await?;
    let request: Request = serde_json::from_str(&line)?;
    let (frames, mut waiting) = mpsc::channel(FRAMES_WAITING_MAX);
    let console = Console::remote(request.manners, frames.clone());
    let work = async move {
        let exit = if request.version == env!("CARGO_PKG_VERSION") {
            commands::run(&app, request.command, request.workspace.as_deref(), &console).await
        } else {
            console.say(&format!("error: the server in this folder is version {}", env!("CARGO_PKG_VERSION"))).await;
            Exit::Usage
        };
        _ = frames.send(Frame::Exit(exit as u8)).await;
    };
    let send = async {
        while let Some(frame) = waiting.recv().await {
            let (tag, bytes) = match frame {
                Frame::Out(bytes) => (b'o', bytes),
                Frame::Talk(text) => (b't', text.into_bytes()),
                Frame::Exit(code) => (b'x', vec![code]),
            };
            write.write_u8(tag).await?;
            write.write_u32(bytes.len() as u32).await?;
            write.write_all(&bytes).await?;
        }
        write.shutdown().await
    };
    // The asking process closes its end when it is interrupted: then the work stops, and what it had not committed
    // never happened.
    let mut rest = [0; 1];
    tokio::select! {
        ((), sent) = async { tokio::join!(work, send) } => Ok(sent?),
        _ = async { while read.read(&mut rest).await.is_ok_and(|n| n > 0) {} } => Ok(()),
    }
}
