//! `cargo xtask i18n`: the catalogues of all crates are complete, alike and in use, and `docs/translations.md` shows them
//! side by side for native readers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The locales, English first: the others are held against it.
const LOCALES: [&str; 4] = ["en", "fa", "ar", "sv"];

/// Messages that are named by a value at run time: the prefix, and what makes the rest a literal in the code. A code
/// `disk_full` makes `error-disk-full` used, a role `viewer` makes `role-viewer` used.
const NAMED_BY_VALUE: [&str; 2] = ["error-", "thing-"];

/// One message of one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Message {
    text: String,
    variables: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// The catalogues of one crate.
struct Catalogues {
    name: String,
    locales: BTreeMap<&'static str, Messages>,
}

/// Checks everything and rewrites the review sheet. All faults are listed before it fails.
pub fn run(root: &Path) -> Result<()> {
    let crates = read_all(root)?;
    let sources = Sources::read(root)?;
    let mut faults = Vec::new();
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for catalogues in &crates {
        compare(catalogues, &mut faults);
        for key in catalogues.english().keys() {
            if let Some(other) = owners.insert(key, &catalogues.name) {
                faults.push(format!("{key}: defined by both {other} and {}", catalogues.name));
            }
            if !sources.uses(key) {
                faults.push(format!("{}: {key} is used nowhere", catalogues.name));
            }
        }
    }
    for (key, place) in &sources.called {
        if !owners.contains_key(key.as_str()) {
            faults.push(format!("{place}: no message `{key}`"));
        }
    }
    let sheet = root.join("docs/translations.md");
    fs::create_dir_all(root.join("docs"))?;
    let wordings = survey_wordings(root, &mut faults)?;
    let text = review(&crates) + &review_surveys(&wordings);
    fs::write(&sheet, text).with_context(|| format!("writing {}", sheet.display()))?;
    if faults.is_empty() {
        eprintln!("i18n: {} messages in {} languages", owners.len(), LOCALES.len());
        return Ok(());
    }
    bail!("{} faults in the catalogues:\n{}", faults.len(), faults.join("\n"))
}

impl Catalogues {
    fn english(&self) -> &Messages {
        &self.locales["en"]
    }
}

/// The catalogues of every crate that has any, in the order of their names.
fn read_all(root: &Path) -> Result<Vec<Catalogues>> {
    let mut all = Vec::new();
    for folder in sorted(&root.join("crates"))? {
        if !folder.join("locales").is_dir() {
            continue;
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut locales = BTreeMap::new();
        for locale in LOCALES {
            let path = folder.join("locales").join(locale).with_extension("ftl");
            // A file that is not there yet counts as empty, so that all its messages are listed as missing.
            let source = if path.exists() {
                fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?
            } else {
                String::new()
            };
            locales.insert(locale, messages(&source));
        }
        all.push(Catalogues { name, locales });
    }
    Ok(all)
}

/// The messages of a Fluent source. Reads the layout that the project's catalogues keep: a key at the start of a line,
/// its value there and on the indented lines below. Whether it is valid Fluent is checked by `ui`, which parses it.
fn messages(source: &str) -> Messages {
    let mut messages = Messages::new();
    let mut current: Option<String> = None;
    for line in source.lines() {
        if line.starts_with('#') {
            current = None;
        } else if line.starts_with([' ', '\t']) || line.starts_with('}') {
            if let Some(message) = current.as_ref().and_then(|key| messages.get_mut(key)) {
                message.text.push('\n');
                message.text.push_str(line.trim());
            }
        } else if let Some((key, value)) = line.split_once('=') {
            let key = key.trim().to_owned();
            messages.insert(key.clone(), Message { text: value.trim().to_owned(), variables: BTreeSet::new() });
            current = Some(key);
        }
    }
    for message in messages.values_mut() {
        message.text = message.text.trim().to_owned();
        message.variables = variables(&message.text);
    }
    messages
}

/// The names behind `$` in a message.
fn variables(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect();
    text.split('$').skip(1).map(name).collect()
}

/// Every locale has the keys of English, with the same variables.
fn compare(catalogues: &Catalogues, faults: &mut Vec<String>) {
    let english = catalogues.english();
    for locale in &LOCALES[1..] {
        let messages = &catalogues.locales[locale];
        let place = format!("{}/{locale}", catalogues.name);
        for (key, message) in english {
            match messages.get(key) {
                None => faults.push(format!("{place}: {key} is missing")),
                Some(other) if other.variables != message.variables => faults.push(format!(
                    "{place}: {key} has the variables {:?}, English has {:?}",
                    other.variables, message.variables
                )),
                Some(_) => {}
            }
        }
        for key in messages.keys().filter(|key| !english.contains_key(*key)) {
            faults.push(format!("{place}: {key} is not in English"));
        }
    }
}

/// What templates and code say about messages.
struct Sources {
    /// Keys in `t("…")`, `ta("…")`, `th("…")` of templates, with one place each.
    called: BTreeMap<String, String>,
    /// Every string literal that could be a key or a part of one.
    literals: BTreeSet<String>,
    /// Beginnings of keys that are completed by a value: `"nav-" ~ section` or `format!("nav-{…}")`.
    prefixes: BTreeSet<String>,
}

impl Sources {
    fn read(root: &Path) -> Result<Self> {
        let mut sources = Self { called: BTreeMap::new(), literals: BTreeSet::new(), prefixes: BTreeSet::new() };
        for folder in sorted(&root.join("crates"))? {
            for part in ["src", "templates"] {
                for file in files(&folder.join(part))? {
                    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
                    let place = file.strip_prefix(root).unwrap_or(&file).display().to_string();
                    sources.scan(&text, &place, part == "templates");
                }
            }
        }
        Ok(sources)
    }

    fn scan(&mut self, text: &str, place: &str, template: bool) {
        let shown = if template { text } else { text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default() };
        for line in shown.lines() {
            // Every piece between two quotes of a line, also the ones outside literals: in `label="{{ t("key") }}"`
            // quotes stand within quotes, and what is no key falls out by its letters.
            let pieces: Vec<&str> = line.split('"').collect();
            for window in pieces.windows(3) {
                self.piece([window[0], window[1], window[2]], place, template);
            }
        }
    }

    fn piece(&mut self, [before, piece, after]: [&str; 3], place: &str, template: bool) {
        if template && after.trim_start().starts_with('~') {
            self.note_prefix(piece);
        } else if let Some((prefix, _)) = piece.split_once('{').filter(|_| !template) {
            self.note_prefix(prefix);
        } else if is_key(piece) || is_code(piece) {
            self.literals.insert(piece.to_owned());
            if template && is_key(piece) && calls_a_message(before) && !self.called.contains_key(piece) {
                self.called.insert(piece.to_owned(), place.to_owned());
            }
        }
    }

    fn note_prefix(&mut self, prefix: &str) {
        if prefix.ends_with('-') && is_key(prefix.trim_end_matches('-')) {
            self.prefixes.insert(prefix.to_owned());
        }
    }

    fn uses(&self, key: &str) -> bool {
        let named_by_value = NAMED_BY_VALUE.iter().filter_map(|prefix| key.strip_prefix(prefix));
        self.literals.contains(key)
            || self.prefixes.iter().any(|prefix| key.starts_with(prefix.as_str()) && !is_by_value(key))
            || named_by_value
                .into_iter()
                .any(|rest| self.literals.contains(rest) || self.literals.contains(&rest.replace('-', "_")))
    }
}

/// Whether the key's beginning is completed by codes that are looked for one by one.
fn is_by_value(key: &str) -> bool {
    NAMED_BY_VALUE.iter().any(|prefix| key.starts_with(prefix))
}

/// Whether a template's text ends where the key of `t(`, `ta(` or `th(` begins.
fn calls_a_message(before: &str) -> bool {
    ["t(", "ta(", "th("].iter().any(|call| before.strip_suffix(call).is_some_and(|rest| !rest.ends_with(is_word)))
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// A message key of the project: lower case with dashes.
fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// A code of a refusal or a noun: lower case with underscores.
fn is_code(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The sheet for native readers: a table per crate.
fn review(crates: &[Catalogues]) -> String {
    let mut sheet = String::from(
        "# Translations\n\nEvery message in all languages, for review by native readers. Written by `cargo xtask i18n` \
         from `crates/*/locales/*.ftl`; change those.\n",
    );
    for catalogues in crates {
        let _ = write!(sheet, "\n## {}\n\n| key | en | fa | ar | sv |\n|---|---|---|---|---|\n", catalogues.name);
        for key in catalogues.english().keys() {
            let cells = LOCALES.map(|locale| catalogues.locales[locale].get(key).map_or_else(String::new, cell));
            let _ = writeln!(sheet, "| `{key}` | {} |", cells.join(" | "));
        }
    }
    sheet
}

/// The wordings of survey templates and question kinds, by file, in the order of their keys.
fn survey_wordings(root: &Path, faults: &mut Vec<String>) -> Result<Vec<(String, Vec<Wording>)>> {
    let words = root.join("crates/listen/words");
    let mut files: Vec<PathBuf> =
        if words.join("templates").is_dir() { sorted(&words.join("templates"))? } else { vec![] };
    files.push(words.join("kinds.json"));
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.is_file()) {
        let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        let json = serde_json::from_str(&text).with_context(|| format!("reading {}", file.display()))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut found = Vec::new();
        gather(&json, "", &mut found);
        for (key, text) in &found {
            let missing = LOCALES.iter().filter(|locale| text.get(**locale).is_none_or(|words| words.is_empty()));
            faults.extend(missing.map(|locale| format!("words/{name}: {key} lacks {locale}")));
        }
        all.push((name, found));
    }
    Ok(all)
}

/// A key and its words by locale.
type Wording = (String, BTreeMap<String, String>);

/// All objects of a definition whose keys are locales, with the keys that lead to them.
fn gather(json: &serde_json::Value, at: &str, found: &mut Vec<Wording>) {
    let join = |part: &str| if at.is_empty() { part.to_owned() } else { format!("{at}.{part}") };
    match json {
        serde_json::Value::Object(fields) if fields.contains_key(LOCALES[0]) => {
            let words = fields.iter().filter_map(|(tag, words)| Some((tag.clone(), words.as_str()?.to_owned())));
            found.push((at.to_owned(), words.collect()));
        }
        serde_json::Value::Object(fields) => fields.iter().for_each(|(key, inner)| gather(inner, &join(key), found)),
        serde_json::Value::Array(list) => {
            for (place, inner) in list.iter().enumerate() {
                let place = (place + 1).to_string();
                gather(inner, &join(inner["key"].as_str().unwrap_or(&place)), found);
            }
        }
        _ => {}
    }
}

/// The part of the sheet that has what respondents read.
fn review_surveys(files: &[(String, Vec<Wording>)]) -> String {
    let mut sheet = String::from(
        "\n# Surveys\n\nWhat respondents read, from `crates/listen/words/templates/*.json` and `kinds.json`; change those.\n",
    );
    for (name, wordings) in files {
        let _ = write!(sheet, "\n## {name}\n\n| key | en | fa | ar | sv |\n|---|---|---|---|---|\n");
        for (key, words) in wordings {
            let cells = LOCALES
                .map(|locale| words.get(locale).map_or("", String::as_str).replace('|', "\\|").replace('\n', "<br>"));
            let _ = writeln!(sheet, "| `{key}` | {} |", cells.join(" | "));
        }
    }
    sheet
}

/// A message in one line of a table; forms of a plural stand under each other.
fn cell(message: &Message) -> String {
    message.text.replace('|', "\\|").replace('<', "&lt;").lines().collect::<Vec<_>>().join("<br>")
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    Ok(paths)
}

/// All sources and templates below `folder`; none if there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|folder| folder.is_dir()) {
        for path in sorted(&folder)? {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| matches!(ext.to_str(), Some("rs" | "html" | "txt"))) {
                found.push(path);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogues(sources: [&str; 4]) -> Catalogues {
        let locales = LOCALES.into_iter().zip(sources.map(messages)).collect();
        Catalogues { name: "test".to_owned(), locales }
    }

    #[test]
    fn missing_extra_and_unlike_messages_are_named() {
        let full = "a = Hello { $name }\nb = Bye";
        let mut faults = Vec::new();
        compare(
            &catalogues([full, "a = سلام { $name }", "a = { $nam }\nb = x", "a = Hej { $name }\nb = x\nc = y"]),
            &mut faults,
        );
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert!(faults[0].contains("test/fa: b is missing"));
        assert!(faults[1].contains("test/ar: a has the variables"));
        assert!(faults[2].contains("test/sv: c is not in English"));
    }

    #[test]
    fn plural_messages_are_read_whole() {
        let read =
            messages("# note\nn =\n    { $count ->\n        [one] one\n       *[other] { $count } many\n    }\nb = c");
        assert_eq!(read.len(), 2);
        assert!(read["n"].text.contains("*[other]") && read["n"].variables.contains("count"));
    }

    #[test]
    fn wordings_of_surveys_are_found_wherever_they_stand() {
        let json = serde_json::json!({
            "languages": ["en"], "title": {"en": "A", "fa": "B"},
            "questions": [{"key": "why", "title": {"en": "Why?"}, "options": [{"key": "x", "label": {"en": "X | Y"}}]}],
        });
        let mut found = Vec::new();
        gather(&json, "", &mut found);
        let keys: Vec<&str> = found.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["questions.why.options.x.label", "questions.why.title", "title"]);
        assert!(review_surveys(&[("t".into(), found)]).contains("| `questions.why.options.x.label` | X \\| Y |"));
    }

    #[test]
    fn keys_in_use_are_found_in_templates_and_code() {
        let mut sources = Sources { called: BTreeMap::new(), literals: BTreeSet::new(), prefixes: BTreeSet::new() };
        sources.scan(r#"<a title="{{ ta("survey-hint") }}">{{ t("survey-title") }} {{ start("no-key") }} {{ t("nav-" ~ item.section) }}"#, "a.html", true);
        sources.scan(
            r#"Refusal::new("disk_full"); format!("case-{state}"); words.plain("mail-subject")"#,
            "b.rs",
            false,
        );
        assert_eq!(sources.called.keys().collect::<Vec<_>>(), ["survey-hint", "survey-title"]);
        for used in ["survey-title", "nav-home", "error-disk-full", "case-open", "mail-subject"] {
            assert!(sources.uses(used), "{used}");
        }
        assert!(!sources.uses("survey-other") && !sources.uses("error-disk-empty"));
    }
}
