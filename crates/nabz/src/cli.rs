//! The command line. What a command is asked to do is data, so that a running server can do it for another process.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use kernel::Role;
use serde::{Deserialize, Serialize};

/// Listens to customers, finds out why, gets people to act and proves what it was worth.
#[derive(Debug, Parser)]
#[command(name = "nabz", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// Folder that holds everything
    #[arg(long, global = true, env = "NABZ_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,

    /// Workspace to work in; an empty folder gets `default`
    #[arg(long, global = true, env = "NABZ_WORKSPACE", value_name = "NAME")]
    pub workspace: Option<String>,

    /// One JSON object or array on stdout
    #[arg(long, global = true)]
    pub json: bool,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Command {
    /// Start with a year of made-up data from a restaurant chain in four countries
    Demo(Serve),
    /// Start the server
    Serve(Serve),
    /// Bring data in
    #[command(subcommand)]
    Import(Import),
    /// Take data out
    Export(Export),
    /// Ask a question in SQL over signals, responses, answers, verbatims and contacts
    Sql(Sql),
    /// Read texts from stdin: their language, their sentiment and why, as a JSON line each; with --workspace as that
    /// workspace reads them
    Text(Text),
    /// What `text` asks a running server for: what the workspace has learned, as bytes
    #[command(skip)]
    Learned,
    /// Read the texts of all answers again with the current reader, as a server does by itself; a run that is
    /// stopped goes on where it stood
    Reread {
        /// Even those that this reader has read
        #[arg(long)]
        all: bool,
        /// Only say how far it is
        #[arg(long, conflicts_with = "all")]
        status: bool,
    },
    /// Surveys: their definitions, and where answers lead
    #[command(subcommand)]
    Survey(Survey),
    /// Members of the workspace
    #[command(subcommand)]
    Member(Member),
    /// Keys to the API
    #[command(subcommand)]
    Key(Key),
    /// Workspaces in this folder
    #[command(subcommand)]
    Workspace(Workspace),
    /// Say what is missing for production
    Doctor,
    /// Write a consistent copy of everything to one file, while the server runs
    Backup { file: PathBuf },
    /// Fill an empty folder from a backup
    Restore { file: PathBuf },
    /// Check database, audit chain and sealed files for damage
    Verify,
    /// Bring the database up to date
    Migrate {
        /// Only list what would be done
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Clone, Debug, Args, Serialize, Deserialize)]
pub struct Serve {
    /// Port to listen on; 0 takes a free one
    #[arg(long)]
    pub port: Option<u16>,
}

#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Import {
    /// Responses from a CSV or XLSX file
    Responses(ImportResponses),
    /// Take an import out again: the numbers forget it and its ids become free
    Undo {
        /// Id that the import printed
        import: String,
    },
    /// What was imported so far
    List,
}

#[derive(Clone, Debug, Args, Serialize, Deserialize)]
pub struct ImportResponses {
    /// CSV (also gzip-compressed) or XLSX
    pub file: PathBuf,
    /// Survey that the answers belong to; made where it is missing
    #[arg(long, value_name = "NAME")]
    pub survey: String,
    /// What a column holds: COL=ROLE[:key=value,…], with ROLE one of id, time, contact, email, language, channel,
    /// touchpoint, nps, csat, ces, rating, choice, choices, text, attribute, ignore
    #[arg(long, value_name = "COL=ROLE")]
    pub map: Vec<String>,
    /// Take the guess for the columns that no --map names
    #[arg(long)]
    pub yes: bool,
    /// Show what would be done and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Clone, Debug, Args, Serialize, Deserialize)]
pub struct Export {
    /// A table, or all definitions; left out, a survey's responses with a row each and its questions as columns
    #[arg(required_unless_present = "survey")]
    pub what: Option<Exported>,
    /// Only this survey
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, default_value = "csv")]
    pub format: ExportFormat,
    /// Language of labels; the survey's first unless it has this one
    #[arg(long, value_name = "TAG", conflicts_with = "what")]
    pub language: Option<String>,
    /// Words instead of keys; SPSS and Stata files always hold both
    #[arg(long, conflicts_with = "what")]
    pub labels: bool,
    /// Phone numbers, addresses and names in texts as they were written, which the audit log notes; without it texts
    /// say what stood there, such as [phone]
    #[arg(long)]
    pub personal_data: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
pub enum ExportFormat {
    /// For terminals; tables only
    Table,
    Csv,
    Json,
    Parquet,
    /// A survey's responses only, as the following
    Xlsx,
    /// SPSS; R, Python and PSPP read it as well
    Sav,
    /// Stata
    Dta,
}

#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum Exported {
    Responses,
    Answers,
    Contacts,
    Signals,
    /// Definitions, as JSON
    Surveys,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
pub enum Format {
    Table,
    Csv,
    Json,
    Parquet,
}

#[derive(Clone, Debug, Args, Serialize, Deserialize)]
pub struct Sql {
    pub query: String,
    #[arg(long)]
    pub format: Option<Format>,
    /// Print the time of each run on stderr
    #[arg(long)]
    pub timing: bool,
    /// Ask N times; the last answer is printed
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub repeat: u32,
    /// Ignore kept aggregates: read every row
    #[arg(long)]
    pub cold: bool,
}

#[derive(Clone, Debug, Args, Serialize, Deserialize)]
pub struct Text {
    /// One text a line, or a JSON object a line: {id, text, language?}
    #[arg(long, value_enum, default_value = "lines")]
    pub input: TextInput,
    /// Language that the texts are probably in, such as fa: short ones follow it unless they say otherwise
    #[arg(long, value_name = "PRIOR")]
    pub language: Option<String>,
    /// Starter sets of topics to look for, such as restaurant,delivery; adds `intent`, `urgency` and `mentions`
    #[arg(long, value_name = "SET", value_delimiter = ',')]
    pub topics: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
pub enum TextInput {
    Lines,
    Jsonl,
}

#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Survey {
    List,
    /// Print a definition, as it is published
    Show {
        survey: String,
        /// As it is being edited
        #[arg(long)]
        draft: bool,
    },
    /// Keep a definition as the draft; the survey is made where it is missing
    Define {
        survey: String,
        /// JSON; `nabz survey show` prints one, docs/survey-definition.md describes it
        file: PathBuf,
    },
    /// Freeze the draft as the next version and open the survey
    Publish {
        survey: String,
    },
    /// Tell which way answers lead through a survey, and why
    ReplayPath {
        survey: String,
        /// JSON: answers by question, attributes, language, channel, seed
        file: PathBuf,
        /// Through the survey as it is being edited
        #[arg(long)]
        draft: bool,
    },
}

#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Member {
    /// Add a member and print a one-time link with which they get in
    Add {
        email: String,
        #[arg(long, default_value = "viewer")]
        role: Role,
        #[arg(long)]
        name: Option<String>,
    },
    /// Print a one-time link with which a member gets in
    Link {
        email: String,
    },
    List,
}

#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Key {
    /// Make a key and print it, alone on a line of stdout
    Add {
        /// What it opens: responses, track, read, mail or all
        #[arg(long)]
        scope: String,
        #[arg(long, default_value = "cli")]
        name: String,
    },
    List,
    Revoke {
        id: String,
    },
}

#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Workspace {
    Add {
        name: String,
        /// Name that people read
        #[arg(long)]
        title: Option<String>,
        /// IANA time zone, e.g. Asia/Tehran
        #[arg(long)]
        zone: Option<String>,
        /// gregorian or persian
        #[arg(long)]
        calendar: Option<String>,
    },
    List,
}

impl Command {
    /// Makes paths absolute, so that a server with another working folder finds the same files.
    pub fn absolute(mut self) -> std::io::Result<Self> {
        match &mut self {
            Self::Import(Import::Responses(ImportResponses { file, .. }))
            | Self::Survey(Survey::Define { file, .. } | Survey::ReplayPath { file, .. })
            | Self::Backup { file }
            | Self::Restore { file } => *file = std::path::absolute(&*file)?,
            _ => {}
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn data_stands_before_or_after_the_command() {
        for line in [["nabz", "--data", "d", "verify"], ["nabz", "verify", "--data", "d"]] {
            assert_eq!(Cli::parse_from(line).data, Some("d".into()));
        }
    }
}
