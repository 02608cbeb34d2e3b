//! What must be on the machine, brought where that is allowed, else named with the way to get it.

use std::path::Path;

use anyhow::{Result, bail};

use crate::steps::{command, output, run};

const NODE_MAJOR_MIN: u32 = 20;

/// Rust is there, since this runs. A C compiler builds SQLite; Node bundles scripts and fonts.
pub fn check() -> Result<()> {
    if output("cc", &["--version"]).is_none() {
        bail!("there is no C compiler: install gcc or clang (Debian: apt-get install build-essential)");
    }
    let node = output("node", &["--version"]).unwrap_or_default();
    let major: u32 = node.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
    if major < NODE_MAJOR_MIN {
        bail!(
            "Node.js {NODE_MAJOR_MIN} or later is needed (found: {}): https://nodejs.org",
            if node.is_empty() { "none" } else { &node }
        );
    }
    Ok(())
}

/// A Debian package and a file that shows it is installed.
struct Package {
    name: &'static str,
    shown_by: &'static [&'static str],
}

/// What only the tests need.
const FOR_TESTS: &[Package] = &[
    Package { name: "postgresql", shown_by: &["/usr/lib/postgresql"] },
    Package {
        name: "chromium",
        shown_by: &["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    },
    Package { name: "dovecot-imapd", shown_by: &["/usr/sbin/dovecot"] },
    Package { name: "fonts-noto-core", shown_by: &["/usr/share/fonts/truetype/noto"] },
];

/// Installs what the tests need and is missing, where this process may; else says what to install.
pub fn for_tests() -> Result<()> {
    let missing: Vec<&str> = FOR_TESTS
        .iter()
        .filter(|package| !package.shown_by.iter().any(|path| Path::new(path).exists()))
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if !is_root || output("apt-get", &["--version"]).is_none() {
        bail!("the tests need {}: install them (Debian: apt-get install {})", missing.join(", "), missing.join(" "));
    }
    eprintln!("   installing {}", missing.join(", "));
    let here = Path::new(".");
    run(command(here, "apt-get", &["update", "-qq"]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    let mut install = command(here, "apt-get", &["install", "-y", "-qq", "--no-install-recommends"]);
    run(install.args(&missing).env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null()))
}
