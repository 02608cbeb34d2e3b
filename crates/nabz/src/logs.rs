//! Structured logs on stderr. No message holds personal data: ids, counts and routes only.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::config::{Log, LogFormat};

/// For a server: what the configuration says.
pub fn start(log: &Log) {
    init(log.format, &log.level);
}

/// For a command: only what goes wrong, since its talk is on stderr, too.
pub fn start_quiet(log: &Log) {
    init(log.format, "error");
}

const QUIET: &str = "sea_orm_migration=warn";

fn init(format: LogFormat, level: &str) {
    let filter = EnvFilter::try_new(level).unwrap_or_else(|_| EnvFilter::new("info"));
    // Every start would otherwise tell that there is nothing to migrate.
    let filter = match QUIET.parse() {
        Ok(quiet) => filter.add_directive(quiet),
        Err(_) => filter,
    };
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_span_events(FmtSpan::NONE)
        .with_target(false);
    // A second start in one process (tests) keeps the first.
    _ = match format {
        LogFormat::Text => builder.with_ansi(std::env::var_os("NO_COLOR").is_none()).try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
}
