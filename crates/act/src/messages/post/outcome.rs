//! What a mail server's answer means for a message.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Category;

use crate::messages::kind::State;
use crate::messages::status::{self, Teller};

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
        let is_no_address = status::condemns(status::first(&words, '5'), Teller::Relay);
        if is_no_address { Self::NoSuchAddress(words) } else { Self::Refused(words) }
    }
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
