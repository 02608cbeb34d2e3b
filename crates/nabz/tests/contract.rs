//! Every example of docs/contract.md and docs/sql.md is executed, in the order in which it stands there.
//!
//! In a block ```console, a line that begins with `$ ` is run by bash in an empty folder that the document shares;
//! what follows up to the next one is what it must print on stdout, with `[..]` for any text within a line and a line
//! `...` for any lines. `$ nabz serve …` goes on in the background: its first line is the address, which later
//! examples find in `$NABZ`. A line `? 3` is the exit code that is not 0.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

struct Example {
    line: usize,
    command: String,
    expected: Vec<String>,
    code: i32,
}

fn examples(document: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut inside = false;
    for (number, line) in document.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if !inside {
            continue;
        } else if let Some(command) = line.strip_prefix("$ ") {
            examples.push(Example { line: number + 1, command: command.into(), expected: Vec::new(), code: 0 });
        } else if let Some(example) = examples.last_mut() {
            match (line.strip_prefix("> "), line.strip_prefix("? ")) {
                (Some(more), _) if example.expected.is_empty() => {
                    example.command.push('\n');
                    example.command.push_str(more);
                }
                (_, Some(code)) => example.code = code.trim().parse().expect("an exit code"),
                _ => example.expected.push(line.to_owned()),
            }
        }
    }
    examples
}

struct Shell {
    folder: tempfile::TempDir,
    servers: Vec<Child>,
    address: String,
}

impl Shell {
    fn command(&self, text: &str) -> Command {
        let binary = Path::new(env!("CARGO_BIN_EXE_nabz"));
        let path = format!("{}:{}", binary.parent().expect("a folder").display(), std::env::var("PATH").expect("PATH"));
        let mut command = Command::new("bash");
        command.args(["-c", text]).current_dir(self.folder.path());
        command.env("PATH", path).env("NABZ", &self.address).env("NABZ_LANG", "en").env("NABZ_LOG__LEVEL", "warn");
        command
    }

    fn serve(&mut self, text: &str) -> Vec<String> {
        let mut child = self.command(&format!("exec {text}")).stdout(Stdio::piped()).spawn().expect("bash");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut line).expect("the address");
        self.address = line.trim().to_owned();
        self.servers.push(child);
        vec![self.address.clone()]
    }

    fn run(&mut self, example: &Example) -> (Vec<String>, i32) {
        if example.command.starts_with("nabz serve") {
            return (self.serve(&example.command), 0);
        }
        let output = self.command(&example.command).output().expect("bash");
        if output.status.code() != Some(example.code) {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        }
        let lines = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
        (lines, output.status.code().unwrap_or(-1))
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        for server in &mut self.servers {
            _ = server.kill();
            _ = server.wait();
        }
    }
}

/// Whether `line` fits a pattern in which `[..]` stands for any text.
fn fits(pattern: &str, line: &str) -> bool {
    let mut parts = pattern.split("[..]");
    let Some(mut rest) = parts.next().and_then(|first| line.strip_prefix(first)) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

fn all_fit(patterns: &[String], lines: &[String]) -> bool {
    match patterns.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => (0..=lines.len()).any(|skip| all_fit(rest, &lines[skip..])),
        Some((first, rest)) => {
            lines.split_first().is_some_and(|(line, lines)| fits(first, line) && all_fit(rest, lines))
        }
    }
}

fn execute(name: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    let document = std::fs::read_to_string(path).expect("the document");
    let examples = examples(&document);
    assert!(!examples.is_empty(), "{name} has no examples");
    let folder = tempfile::tempdir().expect("a folder");
    let mut shell = Shell { folder, servers: Vec::new(), address: String::new() };
    for example in &examples {
        let (lines, code) = shell.run(example);
        let expected: Vec<String> = example.expected.iter().filter(|line| !line.is_empty()).cloned().collect();
        let printed: Vec<String> = lines.iter().filter(|line| !line.is_empty()).cloned().collect();
        assert!(
            code == example.code && all_fit(&expected, &printed),
            "docs/{name}:{}\n$ {}\nexit code {code}, expected {}\nprinted:\n{}\nexpected:\n{}",
            example.line,
            example.command,
            example.code,
            lines.join("\n"),
            example.expected.join("\n"),
        );
    }
}

#[test]
fn the_examples_of_the_contract_run() {
    execute("contract.md");
}

#[test]
fn the_examples_of_the_sql_reference_run() {
    execute("sql.md");
}

#[test]
fn patterns_fit_what_they_should() {
    assert!(fits("http://127.0.0.1:[..]", "http://127.0.0.1:4711"));
    assert!(fits("a[..]c[..]e", "abcde") && !fits("a[..]c", "abd") && !fits("abc", "abcd"));
}
