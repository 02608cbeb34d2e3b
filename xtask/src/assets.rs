//! `cargo xtask assets`: fetches the npm packages of the lock file and bundles what member pages use of them into
//! `crates/ui/assets/`, which is not in the repository. A build without them works; trends are then tables.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// The oldest Node that the bundler and the browser tests run on.
const NODE_MAJOR_MIN: u32 = 20;

/// Fonts to take from the packages: family, package, file, our name, unicode range.
const FONTS: [(&str, &str, &str, &str, &str); 3] = [
    (
        "Inter Variable",
        "@fontsource-variable/inter",
        "inter-latin-wght-normal.woff2",
        "inter-latin.woff2",
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215",
    ),
    (
        "Inter Variable",
        "@fontsource-variable/inter",
        "inter-latin-ext-wght-normal.woff2",
        "inter-latin-ext.woff2",
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0",
    ),
    (
        "Vazirmatn Variable",
        "@fontsource-variable/vazirmatn",
        "vazirmatn-arabic-wght-normal.woff2",
        "vazirmatn-arabic.woff2",
        "U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0897-08E1, U+08E3-08FF, U+200C-200E, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FE74, U+FE76-FEFC",
    ),
];

/// Licences that must travel with what is bundled.
const LICENCES: [(&str, &str); 7] = [
    ("echarts", "LICENSE"),
    ("echarts", "NOTICE"),
    ("htmx.org", "LICENSE"),
    ("@fontsource-variable/inter", "LICENSE"),
    ("@fontsource-variable/vazirmatn", "LICENSE"),
    ("lucide-static", "LICENSE"),
    ("sortablejs", "LICENSE"),
];

/// Runs the whole step in the repository at `root`. Does nothing but check when the bundle is newer than its inputs.
pub fn run(root: &Path) -> Result<()> {
    let out = root.join("crates/ui/assets");
    if is_fresh(root, &out) {
        eprintln!("assets: up to date");
        return Ok(());
    }
    check_node()?;
    eprintln!("assets: npm ci");
    command(root, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])?;
    fs::create_dir_all(&out)?;
    eprintln!("assets: bundling scripts");
    bundle(root, &out)?;
    eprintln!("assets: fonts and icons");
    fonts(root, &out)?;
    icons(root, &out)?;
    licences(root, &out)?;
    // Written last: an interrupted run is not taken for a finished one.
    fs::write(out.join(STAMP), stamp(root)?)?;
    Ok(())
}

/// Names the inputs that the bundle in `crates/ui/assets/` was made of.
const STAMP: &str = "stamp.txt";
const INPUTS: [&str; 6] = [
    "package-lock.json",
    "crates/ui/assets-src/charts.js",
    "crates/ui/assets-src/editor.js",
    "crates/ui/assets-src/htmx.js",
    "crates/ui/assets-src/icons.txt",
    "xtask/src/assets.rs",
];

fn is_fresh(root: &Path, out: &Path) -> bool {
    // The browser tests need the packages themselves, too.
    if !root.join("node_modules/.package-lock.json").exists() {
        return false;
    }
    let made_of = fs::read_to_string(out.join(STAMP)).ok();
    made_of.is_some_and(|made_of| stamp(root).is_ok_and(|now| now == made_of))
}

/// Length and FNV-1a hash of each input, one a line.
fn stamp(root: &Path) -> Result<String> {
    let mut lines = String::new();
    for input in INPUTS {
        let bytes = fs::read(root.join(input)).with_context(|| format!("reading {input}"))?;
        let hash = bytes
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        writeln!(lines, "{input} {} {hash:016x}", bytes.len())?;
    }
    Ok(lines)
}

fn check_node() -> Result<()> {
    let output = Command::new("node").arg("--version").output();
    let version = match output {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        _ => bail!("node is not installed\nhint: install Node {NODE_MAJOR_MIN} or later, or build without assets"),
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    ensure!(
        major.is_some_and(|major| major >= NODE_MAJOR_MIN),
        "node {version} is too old\nhint: install Node {NODE_MAJOR_MIN} or later"
    );
    Ok(())
}

fn bundle(root: &Path, out: &Path) -> Result<()> {
    let esbuild = root.join("node_modules/.bin/esbuild");
    let outdir = format!("--outdir={}", out.display());
    let arguments = [
        "crates/ui/assets-src/htmx.js",
        "crates/ui/assets-src/charts.js",
        "crates/ui/assets-src/editor.js",
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022",
        "--legal-comments=none",
        "--log-level=warning",
        &outdir,
    ];
    command(root, &esbuild, arguments)
}

fn fonts(root: &Path, out: &Path) -> Result<()> {
    let mut style = String::new();
    for (family, package, file, ours, range) in FONTS {
        let from = root.join("node_modules").join(package).join("files").join(file);
        fs::copy(&from, out.join(ours)).with_context(|| format!("copying {}", from.display()))?;
        writeln!(
            style,
            "@font-face{{font-family:\"{family}\";font-style:normal;font-display:swap;font-weight:100 900;\
             src:url(\"{ours}\") format(\"woff2\");unicode-range:{range}}}"
        )?;
    }
    fs::write(out.join("fonts.css"), style)?;
    Ok(())
}

/// Writes the shapes of the icons named in `icons.txt` to `icons.json`, which the build embeds.
fn icons(root: &Path, out: &Path) -> Result<()> {
    let names = fs::read_to_string(root.join("crates/ui/assets-src/icons.txt"))?;
    let mut shapes = BTreeMap::new();
    for name in names.split_whitespace() {
        let path = root.join("node_modules/lucide-static/icons").join(name).with_extension("svg");
        let svg = fs::read_to_string(&path).with_context(|| format!("there is no icon `{name}`"))?;
        let inside = svg.split_once("<svg").and_then(|(_, rest)| rest.split_once('>')).map(|(_, rest)| rest);
        let inside = inside.and_then(|rest| rest.split_once("</svg>")).context("an icon without <svg>")?.0;
        let lines: Vec<&str> = inside.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        shapes.insert(name.to_owned(), lines.concat().replace(" />", "/>"));
    }
    let text = serde_json::to_string_pretty(&shapes)? + "\n";
    fs::write(out.join("icons.json"), text)?;
    Ok(())
}

fn licences(root: &Path, out: &Path) -> Result<()> {
    let mut text = String::new();
    for (package, file) in LICENCES {
        let path = root.join("node_modules").join(package).join(file);
        let licence = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        writeln!(text, "{package}: {file}\n\n{}\n", licence.trim())?;
    }
    fs::write(out.join("licences.txt"), text)?;
    Ok(())
}

fn command(
    root: &Path,
    program: impl AsRef<OsStr>,
    arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> Result<()> {
    let program = program.as_ref();
    // What the tools say goes to stderr: stdout is for data.
    let status = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .stdout(Stdio::from(std::io::stderr()))
        .status()
        .with_context(|| format!("starting {}", program.display()))?;
    ensure!(status.success(), "{} failed: {status}", program.display());
    Ok(())
}
