//! Reports about mails of ours: not delivered (RFC 3464), or complained about (RFC 5965).

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::parse::id;
use crate::messages::status;

/// Characters of a report that are read.
const REPORT_BYTES_MAX: usize = 64 * 1024;

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    pub fate: Fate,
    /// RFC 3463, e.g. `5.1.1`; where the report has none that says anything, the one of the other server's words.
    pub status: Option<String>,
    /// What the other server said.
    pub words: Option<String>,
    /// The Message-ID of the mail that the report is about.
    pub about: Option<String>,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It will not arrive.
    Failed,
    /// It may still arrive.
    Delayed,
    /// It arrived, and was called spam.
    Complaint,
    /// It arrived.
    Delivered,
}

impl Fate {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Delayed => "delayed",
            Self::Complaint => "complaint",
            Self::Delivered => "delivered",
        }
    }
}

/// The report that a mail is, if it is one.
pub fn read(message: &Message<'_>) -> Option<Bounce> {
    if let Some(report) = part(message, "message", "delivery-status") {
        return Some(of_delivery(&report, about(message)));
    }
    part(message, "message", "feedback-report").map(|_| Bounce {
        fate: Fate::Complaint,
        status: None,
        words: None,
        about: about(message),
    })
}

fn of_delivery(report: &str, about: Option<String>) -> Bounce {
    let status = field(report, "Status").and_then(|status| {
        let code: String = status.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        status::is_status(&code).then_some(code)
    });
    let action = field(report, "Action").unwrap_or_default().to_ascii_lowercase();
    let fate = match (action.as_str(), status.as_deref().map(|status| &status[..1])) {
        ("delivered" | "relayed" | "expanded", _) | (_, Some("2")) => Fate::Delivered,
        ("failed", _) => Fate::Failed,
        ("delayed", _) => Fate::Delayed,
        (_, Some("5")) => Fate::Failed,
        _ => Fate::Delayed,
    };
    let words = field(report, "Diagnostic-Code").map(|words| crate::messages::outbox::line(&words, 300));
    Bounce { fate, status: telling(status, words.as_deref(), fate), words, about }
}

/// Some servers report no other status than 5.0.0 or 4.0.0, and beside it what the next server said.
fn telling(status: Option<String>, words: Option<&str>, fate: Fate) -> Option<String> {
    let class = match (&status, fate) {
        (Some(status), _) => status.chars().next()?,
        (None, Fate::Failed) => '5',
        (None, _) => '4',
    };
    let is_bare = status.as_ref().is_none_or(|status| status.ends_with(".0.0"));
    let said = words.filter(|_| is_bare).and_then(|words| status::first(words, class));
    said.map(str::to_owned).or(status)
}

/// The content of the first part of a kind.
fn part(message: &Message<'_>, kind: &str, subkind: &str) -> Option<String> {
    let part = message.parts.iter().take(50).find(|part| part.is_content_type(kind, subkind))?;
    let bytes = part.contents();
    Some(String::from_utf8_lossy(&bytes[..bytes.len().min(REPORT_BYTES_MAX)]).into_owned())
}

/// The Message-ID of the mail that came back, whole or its head alone.
fn about(message: &Message<'_>) -> Option<String> {
    for part in message.parts.iter().take(50) {
        if let Some(inner) = part.message() {
            return inner.message_id().and_then(id);
        }
        if part.is_content_type("message", "rfc822") || part.is_content_type("text", "rfc822-headers") {
            let bytes = part.contents();
            let head = MessageParser::default().parse_headers(&bytes[..bytes.len().min(REPORT_BYTES_MAX)])?;
            return head.message_id().and_then(id);
        }
    }
    None
}

/// The first field of that name, with the lines that continue it.
fn field(report: &str, name: &str) -> Option<String> {
    let mut lines = report.lines();
    while let Some(line) = lines.next() {
        let Some((known, value)) = line.split_once(':') else { continue };
        if !known.trim().eq_ignore_ascii_case(name) {
            continue;
        }
        let mut value = value.trim().to_owned();
        for more in lines.by_ref().take_while(|line| line.starts_with([' ', '\t'])).take(20) {
            value.push(' ');
            value.push_str(more.trim());
        }
        return Some(value);
    }
    None
}
