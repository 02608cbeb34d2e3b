//! Who may depend on whom. Cargo keeps what Cargo.toml says; this keeps Cargo.toml.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const SLICES: [&str; 5] = ["act", "listen", "prove", "understand", "workspace"];
const PURE: [&str; 3] = ["kernel", "stats", "text"];

/// The dependencies of each crate, by the folder's name; those of tests do not count.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let crates = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(crates).expect("crates") {
        let entry = entry.expect("an entry");
        let manifest = std::fs::read_to_string(entry.path().join("Cargo.toml")).expect("a manifest");
        let section = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let section = section.split("\n[").next().unwrap_or_default();
        let names = section.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        let names = names.filter(|name| !name.is_empty() && !name.starts_with('#')).map(str::to_owned);
        all.insert(entry.file_name().into_string().expect("a name"), names.collect());
    }
    all
}

#[test]
fn slices_do_not_know_each_other() {
    let all = dependencies();
    for slice in SLICES {
        for other in SLICES {
            assert!(!all[slice].contains(other), "{slice} depends on {other}; let the binary join them");
        }
    }
}

#[test]
fn only_the_lake_names_its_engine() {
    for (name, dependencies) in dependencies() {
        for engine in ["datafusion", "parquet", "arrow"] {
            assert!(name == "lake" || !dependencies.contains(engine), "{name} depends on {engine}; ask the lake");
        }
        let may = ["prove", "understand", "nabz"].contains(&name.as_str());
        assert!(may || !dependencies.contains("lake"), "{name} depends on lake, so its tests would build slowly");
    }
}

#[test]
fn one_crate_sends_requests_outward() {
    let all = dependencies();
    let ours: Vec<&String> = all.keys().filter(|name| all["outbound"].contains(*name)).collect();
    assert!(ours.is_empty(), "outbound knows none of our crates, and depends on {ours:?}");
    for (name, dependencies) in &all {
        // Servers speak HTTP through axum; these open connections of their own.
        for client in ["hyper", "hyper-util", "reqwest", "ureq"] {
            assert!(name == "outbound" || !dependencies.contains(client), "{name} depends on {client}; use outbound");
        }
    }
}

#[test]
fn only_the_transformer_names_its_engine() {
    for (name, dependencies) in dependencies() {
        for engine in ["candle-core", "candle-nn", "tokenizers"] {
            assert!(name == "transformer" || !dependencies.contains(engine), "{name} depends on {engine}");
        }
        assert!(name == "nabz" || !dependencies.contains("transformer"), "{name} takes a transformer from `text`");
    }
}

#[test]
fn pure_crates_do_no_io() {
    let all = dependencies();
    for name in PURE {
        for io in ["tokio", "sea-orm", "axum", "hyper", "outbound", "reqwest", "store", "ui"] {
            assert!(!all[name].contains(io), "{name} is pure and may not depend on {io}");
        }
    }
}

#[test]
fn tests_have_no_retries_and_nothing_is_ignored() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let nextest = std::fs::read_to_string(root.join(".config/nextest.toml")).unwrap_or_default();
    assert!(!nextest.contains("retries"), "a flaky test is a bug");
}
