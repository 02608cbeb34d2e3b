//! A private PostgreSQL for the tests: fresh, on a free port of the loopback, gone when the guard is dropped.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};

/// Debian's user for it; PostgreSQL refuses to run as root.
const USER: &str = "postgres";
/// A free port may be taken by somebody else before the server binds it.
const PORTS_TRIED: usize = 5;
/// Followed by the process that started the server, and how many it had started before.
const FOLDER: &str = "nabz-postgres-";
static STARTED: AtomicU32 = AtomicU32::new(0);
/// Tests lose nothing that matters in a power cut, so the disk is not waited for.
const SETTINGS: &str = "-c fsync=off -c synchronous_commit=on -c full_page_writes=off -c max_connections=300 \
    -c shared_buffers=64MB -c listen_addresses=127.0.0.1 -c unix_socket_directories=";

/// A running server; dropped, it stops and its folder is removed.
#[derive(Debug)]
pub struct Postgres {
    /// Address of the database from which tests make their own, for the superuser.
    pub url: String,
    programs: PathBuf,
    folder: PathBuf,
}

impl Postgres {
    /// # Errors
    /// When PostgreSQL is not installed or does not start; the words say what to do.
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        sweep(&programs);
        let nth = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("{FOLDER}{}-{nth}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut server = Self { url: String::new(), programs, folder };
        if is_root()? {
            run(Command::new("chown").arg(format!("{USER}:")).arg(&server.folder))?;
        }
        server.init()?;
        let port = server.listen()?;
        server.url = format!("postgres://{USER}@127.0.0.1:{port}/postgres");
        Ok(server)
    }

    /// Strings sort by the rules of a language, as in many real installations: whoever takes the order of bytes for
    /// granted then fails a test.
    fn init(&self) -> Result<()> {
        let mut initdb = program(&self.programs, "initdb")?;
        initdb.args(["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--username", USER]);
        initdb.args(["--locale-provider=icu", "--icu-locale=en", "-D"]).arg(self.data());
        run(&mut initdb)
    }

    fn listen(&self) -> Result<u16> {
        let mut failed = None;
        for _ in 0..PORTS_TRIED {
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let mut start = self.pg_ctl("start")?;
            start.args(["-w", "-o", &format!("{SETTINGS} -p {port}"), "-l"]).arg(self.log());
            match run(&mut start) {
                Ok(()) => return Ok(port),
                Err(error) => failed = Some(error),
            }
        }
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        Err(failed.context("no port was tried")?.context(format!("PostgreSQL did not start: {log}")))
    }

    fn pg_ctl(&self, verb: &str) -> Result<Command> {
        let mut command = program(&self.programs, "pg_ctl")?;
        command.args([verb, "-s", "-D"]).arg(self.data());
        Ok(command)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // There is nobody to tell: a server that never started cannot be stopped.
        let _ = self.pg_ctl("stop").and_then(|mut stop| run(stop.args(["-m", "immediate", "-t", "5"])));
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Stops servers whose starter was killed before it could; only where the system tells who lives.
fn sweep(programs: &Path) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    let Ok(entries) = fs::read_dir(std::env::temp_dir()) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(starter) = name.to_str().and_then(|name| name.strip_prefix(FOLDER)) else { continue };
        let pid = starter.split('-').next().and_then(|pid| pid.parse::<u32>().ok());
        let alive = pid.is_some_and(|pid| Path::new("/proc").join(pid.to_string()).exists());
        if !alive {
            drop(Postgres { url: String::new(), programs: programs.to_owned(), folder: entry.path() });
        }
    }
}

/// Where the server's programs are: on the path, else the newest that Debian installed.
fn programs() -> Result<PathBuf> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&paths).find(|folder| folder.join("initdb").is_file());
    let version = |folder: &Path| folder.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let debian = || {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|entry| entry.path());
        let newest = versions.filter(|folder| folder.join("bin/initdb").is_file()).max_by_key(|path| version(path))?;
        Some(newest.join("bin"))
    };
    on_path.or_else(debian).context(
        "PostgreSQL's programs are missing: install them (on Debian: apt-get install postgresql), name a server in \
         NABZ_TEST_POSTGRES, or leave it out with NABZ_TEST_SKIP_POSTGRES=1",
    )
}

/// One of PostgreSQL's programs, run as a user that it accepts, from a folder that this user may read.
fn program(programs: &Path, name: &str) -> Result<Command> {
    let path = programs.join(name);
    let mut command = if is_root()? {
        let mut command = Command::new("setpriv");
        command.args([&format!("--reuid={USER}"), &format!("--regid={USER}"), "--init-groups", "--"]).arg(path);
        command
    } else {
        Command::new(path)
    };
    command.current_dir("/").env("LC_ALL", "C.UTF-8");
    Ok(command)
}

fn is_root() -> Result<bool> {
    let id = Command::new("id").arg("-u").output().context("cannot run `id`")?;
    Ok(id.stdout.trim_ascii() == b"0")
}

/// Runs a command to its end. Its output is not captured: `pg_ctl` leaves a server behind that would keep the pipe
/// open for ever.
fn run(command: &mut Command) -> Result<()> {
    let words = format!("{command:?}");
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .with_context(|| format!("cannot run {words}"))?;
    ensure!(status.success(), "{words} failed: {status}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_server_answers_while_its_guard_lives() {
        let server = Postgres::start().unwrap();
        let (folder, address) = (server.folder.clone(), address(&server.url));
        TcpStream::connect(&address).unwrap();
        drop(server);
        assert!(TcpStream::connect(&address).is_err());
        assert!(!folder.exists());
    }

    fn address(url: &str) -> String {
        let (_, host) = url.split_once('@').unwrap();
        host.trim_end_matches("/postgres").to_owned()
    }
}
