//! What is noted of a deed is shown in words: each action has its message in each language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const LOCALES: [&str; 4] = ["en", "fa", "ar", "sv"];
/// A file with one of these notes deeds.
const NOTES: [&str; 5] = ["Deed", "note(", ".keep(", ".keep_unrecorded(", "turn("];
/// Names of fields that look like actions.
const FIELDS: [&str; 2] = ["media.alt", "media.file"];

#[test]
fn every_action_has_its_words() {
    let crates = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let (actions, words) = (actions(&crates), words(&crates));
    assert!(actions.len() > 140, "the reading of the sources finds no actions any more: {actions:?}");
    let mut missing = Vec::new();
    for (action, place) in &actions {
        let key = format!("audit-{}", action.replace(['.', '_'], "-"));
        for locale in LOCALES {
            if !words[locale].contains(&key) {
                missing.push(format!("{key} in {locale} for {place}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Actions by where they are noted. What an action is about is known from those that are written out, as in
/// `Deed { action: "case.close", … }` or `note(txn, "case.close", …)`; then all of these subjects are looked for in files that
/// note any, for actions are handed to functions, too.
fn actions(crates: &Path) -> BTreeMap<String, String> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crates).expect("crates") {
        read(&entry.expect("an entry").path().join("src"), &mut files);
    }
    files.retain(|(_, text)| NOTES.iter().any(|word| text.contains(word)));
    let statements = files.iter().flat_map(|(_, text)| text.split(';'));
    let noting = statements.filter(|text| NOTES.iter().chain(&["action", "deed"]).any(|word| text.contains(word)));
    let subjects: BTreeSet<&str> =
        noting.flat_map(quoted).filter_map(|action| Some(action.split_once('.')?.0)).collect();
    let mut found = BTreeMap::new();
    for (place, text) in &files {
        for action in quoted(text).filter(|action| !FIELDS.contains(action)) {
            if action.split_once('.').is_some_and(|(subject, _)| subjects.contains(subject)) {
                found.insert(action.to_owned(), place.clone());
            }
        }
    }
    found
}

/// What is quoted and looks like an action: `subject.deed`.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let is_action =
        move |text: &&str| text.split_once('.').is_some_and(|(subject, deed)| is_word(subject) && is_word(deed));
    text.split('"').filter(is_action)
}

/// The sources below a folder without their comments; no tests, and no demo, which fills in forms.
fn read(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        if name.starts_with("tests") || name == "demo" {
            continue;
        }
        if path.is_dir() {
            read(&path, files);
        } else if name.ends_with(".rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            let text = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            files.push((path.display().to_string(), text));
        }
    }
}

/// Keys of all catalogues, by language.
fn words(crates: &Path) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut words: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(crates).expect("crates") {
        let locales = entry.expect("an entry").path().join("locales");
        for locale in LOCALES {
            let text = std::fs::read_to_string(locales.join(locale).with_extension("ftl")).unwrap_or_default();
            let keys = text.lines().filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()));
            words.entry(locale).or_default().extend(keys);
        }
    }
    words
}
