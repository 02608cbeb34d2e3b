//! Real mail servers: Dovecot for IMAP (Debian) and aiosmtpd for SMTP (PyPI, from the lock file of `e2e`). Each runs on a
//! port of its own with its files in a temporary folder, and ends with its value.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// Names a Python that has what `e2e/requirements.txt` lists.
pub const PYTHON: &str = "NABZ_TEST_PYTHON";
/// Set to 1, tests with real mail servers are left out.
pub const SKIP_MAIL: &str = "NABZ_TEST_SKIP_MAIL";

const DOVECOT: &str = "/usr/sbin/dovecot";
/// Whom Dovecot runs as where the tests run as root.
const USER: &str = "nobody";

/// Whether such tests were left out on purpose; says so.
pub fn is_mail_left_out() -> bool {
    let left_out = std::env::var(SKIP_MAIL).is_ok_and(|value| value == "1");
    if left_out {
        eprintln!("skipped: {SKIP_MAIL}=1, so nothing was tried with real mail servers");
    }
    left_out
}

/// Dovecot with one mailbox; every user name works with the password [`Imap::PASSWORD`].
#[derive(Debug)]
pub struct Imap {
    folder: TempDir,
    server: Child,
    port: u16,
    is_root: bool,
    delivered: std::cell::Cell<u32>,
}

impl Imap {
    pub const PASSWORD: &'static str = "s3cret";

    /// # Panics
    /// Where Dovecot is missing or does not start, with what to do about it.
    pub fn start() -> Self {
        assert!(
            Path::new(DOVECOT).exists(),
            "{DOVECOT} is missing: install it (Debian: apt-get install dovecot-imapd), or leave real mail servers out \
             with {SKIP_MAIL}=1"
        );
        let folder = folder();
        let is_root = whoami("-u") == "0";
        let port = free_port();
        for name in ["mail/new", "mail/cur", "mail/tmp", "run", "state"] {
            fs::create_dir_all(folder.path().join(name)).expect("a folder can be made");
        }
        let config = folder.path().join("dovecot.conf");
        fs::write(&config, settings(folder.path(), port, is_root)).expect("a file can be written");
        let mut command = if is_root {
            run("chown", &["-R", USER, &folder.path().to_string_lossy()]);
            run("chmod", &["755", &folder.path().to_string_lossy()]);
            let mut command = Command::new("setpriv");
            command.args([&format!("--reuid={USER}"), "--regid=nogroup", "--clear-groups", "--", DOVECOT]);
            command
        } else {
            Command::new(DOVECOT)
        };
        command.arg("-F").arg("-c").arg(&config).current_dir("/");
        let server = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("dovecot starts");
        let imap = Self { folder, server, port, is_root, delivered: std::cell::Cell::new(0) };
        imap.wait();
        imap
    }

    /// For the configuration.
    pub fn url(&self) -> String {
        format!("imap://service:{}@127.0.0.1:{}/INBOX", Self::PASSWORD, self.port)
    }

    /// Puts a mail into the mailbox, as a mail server does.
    pub fn deliver(&self, raw: &[u8]) {
        let count = self.delivered.replace(self.delivered.get() + 1);
        let (written, delivered) = (format!("mail/tmp/{count}.test"), format!("mail/new/{count}.test"));
        let (written, delivered) = (self.folder.path().join(written), self.folder.path().join(delivered));
        fs::write(&written, raw).expect("the mail can be written");
        if self.is_root {
            run("chown", &[USER, &written.to_string_lossy()]);
        }
        fs::rename(written, delivered).expect("the mail can be delivered");
    }

    fn wait(&self) {
        let log = || fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        wait_for(self.port, "dovecot", &log);
    }
}

impl Drop for Imap {
    fn drop(&mut self) {
        // Its children end when it is asked to, not when it is killed.
        let _ = Command::new("kill").arg(self.server.id().to_string()).status();
        let _ = self.server.wait();
    }
}

fn settings(folder: &Path, port: u16, is_root: bool) -> String {
    let (user, group) = if is_root { (USER.to_owned(), "nogroup".to_owned()) } else { (whoami("-un"), whoami("-gn")) };
    let folder = folder.display();
    let password = Imap::PASSWORD;
    format!(
        "protocols = imap\nlisten = 127.0.0.1\nbase_dir = {folder}/run\nstate_dir = {folder}/state\n\
         log_path = {folder}/log\nssl = no\ndisable_plaintext_auth = no\ndefault_internal_user = {user}\n\
         default_internal_group = {group}\ndefault_login_user = {user}\nfirst_valid_uid = 1\n\
         mail_location = maildir:{folder}/mail\n\
         service imap-login {{\n  chroot =\n  inet_listener imap {{\n    port = {port}\n  }}\n\
         \x20 inet_listener imaps {{\n    port = 0\n  }}\n}}\nservice anvil {{\n  chroot =\n}}\n\
         passdb {{\n  driver = static\n  args = password={password}\n}}\n\
         userdb {{\n  driver = static\n  args = uid={user} gid={group} home={folder}\n}}\n"
    )
}

/// aiosmtpd, which keeps what it takes in a Maildir.
#[derive(Debug)]
pub struct PythonSmtp {
    folder: TempDir,
    server: Child,
    port: u16,
}

impl PythonSmtp {
    /// # Panics
    /// Where Python or aiosmtpd is missing, with what to do about it.
    pub fn start() -> Self {
        let python = std::env::var(PYTHON).unwrap_or_else(|_| {
            panic!(
                "{PYTHON} is not set. Run `cargo xtask test`, which installs e2e/requirements.txt; or name a Python that \
                 has aiosmtpd; or leave real mail servers out with {SKIP_MAIL}=1."
            )
        });
        let (folder, port) = (folder(), free_port());
        let server = Command::new(&python)
            .args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"])
            .arg(folder.path().join("taken"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{python} does not start: {error}"));
        wait_for(port, "aiosmtpd", &String::new);
        Self { folder, server, port }
    }

    /// For the configuration.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// What it has taken.
    pub fn taken(&self) -> Vec<Vec<u8>> {
        let new = self.folder.path().join("taken/new");
        let Ok(entries) = fs::read_dir(new) else { return Vec::new() };
        let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.into_iter().map(|path| fs::read(path).expect("a mail can be read")).collect()
    }
}

impl Drop for PythonSmtp {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn folder() -> TempDir {
    tempfile::Builder::new().prefix("nabz-mail-").tempdir().expect("a temporary folder can be made")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

/// Waits until the server greets.
fn wait_for(port: u16, name: &str, log: &dyn Fn() -> String) {
    for _ in 0..200 {
        if let Ok(stream) = TcpStream::connect(("127.0.0.1", port)) {
            let mut greeting = String::new();
            let read = BufReader::new(stream).read_line(&mut greeting);
            if read.is_ok_and(|bytes| bytes > 0) {
                return;
            }
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{name} did not start: {}", log());
}

fn whoami(what: &str) -> String {
    let id = Command::new("id").arg(what).output().expect("there is `id`");
    String::from_utf8_lossy(&id.stdout).trim().to_owned()
}

fn run(program: &str, args: &[&str]) {
    let status = Command::new(program).args(args).status().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(status.success(), "{program} {args:?}");
}
