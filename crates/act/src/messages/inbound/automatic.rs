//! Mails that programs wrote: absence notes, lists, reports. Nothing answers them by itself.

use mail_parser::Message;

/// Whether a program wrote the mail: RFC 3834, section 2 and 5, and what programs did before it.
pub fn is_automatic(message: &Message<'_>) -> bool {
    let says = |name: &str| header(message, name).map(|value| value.trim().to_ascii_lowercase());
    let submitted = says("Auto-Submitted").is_some_and(|value| !value.starts_with("no"));
    let precedence = says("Precedence")
        .is_some_and(|value| ["bulk", "junk", "list", "auto_reply", "auto-reply"].contains(&value.as_str()));
    let is_named = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply", "List-Id", "List-Unsubscribe", "Feedback-ID"]
        .iter()
        .any(|name| header(message, name).is_some());
    let suppress = says("X-Auto-Response-Suppress").is_some_and(|value| value != "none");
    let nowhere = says("Return-Path").is_some_and(|value| value == "<>" || value.is_empty());
    submitted || precedence || is_named || suppress || nowhere
}

/// A header as it was written.
pub fn header<'x>(message: &'x Message<'_>, name: &str) -> Option<&'x str> {
    message.headers_raw().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;

    use super::*;

    fn automatic(headers: &str) -> bool {
        let raw = format!("From: a@b.example\r\nSubject: x\r\n{headers}\r\n\r\nHello\r\n");
        is_automatic(&MessageParser::default().parse(raw.as_bytes()).unwrap())
    }

    #[test]
    fn people_are_not_programs() {
        assert!(!automatic("X-Mailer: Mail"));
        assert!(!automatic("Auto-Submitted: no"));
        assert!(!automatic("Precedence: first-class"));
        assert!(!automatic("Return-Path: <a@b.example>"));
    }

    #[test]
    fn programs_are() {
        for headers in [
            "Auto-Submitted: auto-replied",
            "auto-submitted: Auto-Generated; owner-email=\"a@b.example\"",
            "Precedence: bulk",
            "X-Auto-Response-Suppress: All",
            "X-Autoreply: yes",
            "Return-Path: <>",
            "List-Id: <news.example>",
        ] {
            assert!(automatic(headers), "{headers}");
        }
    }
}
