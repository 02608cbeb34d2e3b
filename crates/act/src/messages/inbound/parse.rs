//! One mail (RFC 5322, MIME) as what we need of it. Never fails: whatever cannot be read is left out, and named where it
//! was a file.

use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders, PartType};
use sha2::{Digest, Sha256};

use super::automatic;
use super::bounce::{self, Bounce};
use super::quote::{self, Split};
use crate::messages::outbox::line;

/// Largest mail that is taken whole: 20 MB of files are 27 MB on the wire.
pub const MAIL_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Largest file that is kept of a mail, and largest sum.
pub const FILE_BYTES_MAX: usize = 5 * 1024 * 1024;
pub const FILES_BYTES_MAX: usize = 10 * 1024 * 1024;
pub const FILES_MAX: usize = 20;
/// Characters of the text that are kept.
pub const TEXT_CHARS_MAX: usize = 100_000;
/// Ids of a References header that are looked up, the latest first.
pub const REFERENCES_MAX: usize = 20;
/// Addresses of recipients that are looked at.
const RECIPIENTS_MAX: usize = 50;
const HEADER_CHARS_MAX: usize = 500;

/// A mail as it was read.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Without brackets.
    pub message_id: Option<String>,
    /// Ids that it answers: In-Reply-To, then References from the latest.
    pub answers: Vec<String>,
    /// In lower case; empty where there is none.
    pub from: String,
    pub from_name: Option<String>,
    /// Addresses that it was sent to, as far as its head says.
    pub to: Vec<String>,
    pub subject: String,
    /// All of the text.
    pub text: String,
    /// What of it the sender wrote.
    pub own: Split,
    /// A program wrote it.
    pub is_auto: bool,
    pub bounce: Option<Bounce>,
    pub attachments: Vec<Attachment>,
    /// Names of files that are too large or too many.
    pub refused: Vec<String>,
    /// SHA-256 over what makes it the same mail, whichever way it came.
    pub digest: [u8; 32],
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    /// As the sender says.
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// Reads a mail. The library that takes it apart panics on some whose parts are broken: those are read again as if they
/// had no parts, so that at least their head and what follows is kept.
pub fn parse(raw: &[u8]) -> Parsed {
    let mut parsed = std::panic::catch_unwind(|| whole(raw))
        .or_else(|_| std::panic::catch_unwind(|| whole(&without_parts(raw))))
        .unwrap_or_else(|_| bare(raw));
    parsed.own = quote::split(&parsed.text);
    parsed
}

fn bare(raw: &[u8]) -> Parsed {
    let text = clean(&String::from_utf8_lossy(raw), TEXT_CHARS_MAX);
    Parsed { digest: Sha256::digest(raw).into(), text, ..Parsed::default() }
}

/// The mail without the lines of its head that say how its body is divided and written.
fn without_parts(raw: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(raw.len());
    let (mut is_head, mut is_left_out) = (true, false);
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        if is_head {
            is_head = !line.trim_ascii().is_empty();
            let is_more = line.starts_with(b" ") || line.starts_with(b"\t");
            let name = line.split(|byte| *byte == b':').next().unwrap_or_default().trim_ascii().to_ascii_lowercase();
            is_left_out = if is_more { is_left_out } else { name.starts_with(b"content-") || name == b"mime-version" };
        }
        if !is_head || !is_left_out {
            kept.extend_from_slice(line);
        }
    }
    kept
}

fn whole(raw: &[u8]) -> Parsed {
    let Some(message) = MessageParser::default().parse(raw) else {
        return bare(raw);
    };
    let sender = message.from().and_then(Address::first);
    let mut parsed = Parsed {
        message_id: message.message_id().and_then(id),
        answers: answers(&message),
        from: sender
            .and_then(|from| from.address())
            .map(|at| line(at, HEADER_CHARS_MAX).to_lowercase())
            .unwrap_or_default(),
        from_name: sender.and_then(|from| from.name()).map(|name| line(name, 200)).filter(|name| !name.is_empty()),
        to: recipients(&message),
        subject: line(message.subject().unwrap_or_default(), HEADER_CHARS_MAX),
        text: text(&message),
        is_auto: automatic::is_automatic(&message),
        bounce: bounce::read(&message),
        ..Parsed::default()
    };
    files(&message, &mut parsed);
    parsed.digest = digest(&message, &parsed);
    parsed
}

fn digest(message: &Message<'_>, parsed: &Parsed) -> [u8; 32] {
    let mut hash = Sha256::new();
    let date = message.date().map(|date| date.to_timestamp().to_string()).unwrap_or_default();
    let id = parsed.message_id.as_deref().unwrap_or_default();
    for piece in [id, &parsed.from, &date, &parsed.subject, &parsed.text] {
        hash.update((piece.len() as u64).to_be_bytes());
        hash.update(piece.as_bytes());
    }
    hash.finalize().into()
}

/// An id without brackets.
pub(super) fn id(text: &str) -> Option<String> {
    let bare = line(text.trim().trim_start_matches('<').trim_end_matches('>'), HEADER_CHARS_MAX);
    (!bare.is_empty()).then_some(bare)
}

fn answers(message: &Message<'_>) -> Vec<String> {
    let ids = |value: &HeaderValue<'_>| -> Vec<String> {
        match value {
            HeaderValue::Text(text) => id(text).into_iter().collect(),
            HeaderValue::TextList(all) => all.iter().rev().filter_map(|text| id(text)).collect(),
            _ => Vec::new(),
        }
    };
    let mut all = ids(message.in_reply_to());
    all.extend(ids(message.references()));
    all.truncate(REFERENCES_MAX);
    all
}

/// To and Cc, and what servers note about the envelope.
fn recipients(message: &Message<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for list in [message.to(), message.cc()].into_iter().flatten() {
        all.extend(list.iter().filter_map(|one| one.address()).map(|address| line(address, HEADER_CHARS_MAX)));
    }
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        all.extend(automatic::header(message, name).map(|text| line(text.trim_matches(['<', '>']), HEADER_CHARS_MAX)));
    }
    all.truncate(RECIPIENTS_MAX);
    all
}

/// The text, made from HTML where there is no other.
fn text(message: &Message<'_>) -> String {
    let mut text = String::new();
    for place in 0..message.text_body_count() {
        let Some(body) = message.body_text(place) else { continue };
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&body);
        if text.len() > TEXT_CHARS_MAX * 4 {
            break;
        }
    }
    clean(&text, TEXT_CHARS_MAX)
}

fn files(message: &Message<'_>, parsed: &mut Parsed) {
    let mut sum = 0;
    for part in message.attachments() {
        let name = part.attachment_name().or_else(|| part.message().and_then(Message::subject));
        // Some programs send the whole path.
        let last = name.and_then(|name| name.rsplit(['/', '\\']).next()).unwrap_or_default();
        let name = Some(line(last, 120)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| format!("{}", parsed.attachments.len() + parsed.refused.len() + 1));
        let is_report = parsed.bounce.is_some() && !matches!(part.body, PartType::Binary(_));
        if is_report {
            continue;
        }
        let bytes = part.contents();
        let fits = bytes.len() <= FILE_BYTES_MAX && sum + bytes.len() <= FILES_BYTES_MAX;
        if !fits || parsed.attachments.len() >= FILES_MAX {
            if parsed.refused.len() < FILES_MAX {
                parsed.refused.push(name);
            }
            continue;
        }
        sum += bytes.len();
        let media_type = part
            .content_type()
            .map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("octet-stream")).to_ascii_lowercase());
        let media_type = line(media_type.as_deref().unwrap_or("application/octet-stream"), 100);
        parsed.attachments.push(Attachment { name, media_type, bytes: bytes.to_vec() });
    }
}

/// Text without what no database keeps and no page shows; lines end with `\n`.
fn clean(text: &str, chars_max: usize) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars().filter(keep).take(chars_max).collect::<String>().trim().to_owned()
}
