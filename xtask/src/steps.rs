//! Steps that say what they do, how long they took and, when they fail, what to run by hand.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

/// Runs steps in order and prints the time of each.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, f64)>,
}

impl Steps {
    /// Does one step.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        eprintln!("── {name}");
        let began = Instant::now();
        let result = work().with_context(|| format!("step failed: {name}"));
        let took = began.elapsed().as_secs_f64();
        eprintln!("   {took:.1} s");
        self.done.push((name.to_owned(), took));
        result
    }

    /// Prints all steps with their times.
    pub fn summary(&self) {
        eprintln!("\nSteps:");
        for (name, took) in &self.done {
            eprintln!("{took:8.1} s  {name}");
        }
        let total: f64 = self.done.iter().map(|(_, took)| took).sum();
        eprintln!("{total:8.1} s  in all");
    }
}

/// A program with its arguments, to be run in `folder`.
pub fn command(folder: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments);
    command
}

/// Runs a program and fails unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("cannot run {shown}"))?;
    if !status.success() {
        bail!("{shown} failed ({status})");
    }
    Ok(())
}

/// Runs a program and returns what it printed; nothing where it cannot be run or fails.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}
