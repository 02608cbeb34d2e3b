//! What a mail server's answer means for a message.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Category;

use crate::messages::kind::State;

/// What became of one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    /// Try again later.
    Later(String),
    /// The server does not take this mail.
    Refused(String),
    /// The server knows no such address.
    NoSuchAddress(String),
    /// It may not go any more.
    Stopped(State),
    /// Its lease was nearly over before it could be sent.
    TooLate,
}

impl Outcome {
    /// Permanent answers (RFC 5321, section 4.2.1) are about this mail, unless they are about us: a wrong password or a
    /// server that is not ready must not cost a message.
    pub fn of(error: &Error) -> Self {
        let words = words(error);
        let Some(code) = error.status().filter(|_| error.is_permanent()) else { return Self::Later(words) };
        let is_about_us = matches!(u16::from(code), 502 | 503 | 521 | 530 | 534 | 535 | 538);
        if is_about_us || code.category == Category::Connections {
            return Self::Later(words);
        }
        if is_no_address(&words) { Self::NoSuchAddress(words) } else { Self::Refused(words) }
    }
}

/// The codes of RFC 3463, section 3.2, that say that an address is wrong for good. The first code counts: what follows is
/// free text, in which addresses of machines and other servers' codes stand.
fn is_no_address(words: &str) -> bool {
    let mut numbers = words.split(|c: char| !c.is_ascii_digit() && c != '.').map(|number| number.trim_matches('.'));
    let is_code = |number: &&str| number.starts_with("5.") && number.split('.').count() == 3;
    let code = numbers.find(is_code);
    code.is_some_and(|code| ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"].contains(&code))
}

/// The server's words, and what the network said under them.
pub fn words(error: &Error) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(under) = cause {
        let under_words = under.to_string();
        if !words.contains(&under_words) {
            words = format!("{words}: {under_words}");
        }
        cause = under.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_wrong_addresses_are_wrong() {
        assert!(is_no_address("permanent error (550): 5.1.1 <a@b.example> unknown"));
        assert!(is_no_address("550 5.1.10"));
        assert!(is_no_address("550 #5.1.1. No such user, from 203.5.1.9"));
        assert!(!is_no_address("permanent error (554): 5.7.1 Client host [203.5.1.1] blocked"));
        assert!(!is_no_address("permanent error (554): Client host [203.5.1.1] blocked"));
        assert!(!is_no_address("permanent error (554): 5.7.1 refused; the next server said: 550 5.1.1"));
        assert!(!is_no_address("550 5.7.1 policy"));
        assert!(!is_no_address("550 5.1.15 something"));
    }
}
