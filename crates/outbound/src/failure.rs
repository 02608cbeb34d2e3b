//! Why a request came to nothing.

use std::time::Duration;

/// What whoever sent it can do something about. None of them holds anything that the other side wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Nothing was sent.
    #[error("the address is refused: {0}")]
    Refused(Why),
    /// No whole answer within the time that was given.
    #[error("no answer in time")]
    Timeout,
    /// There is no such name, nobody listens, or TLS could not be agreed on.
    #[error("cannot connect: {0}")]
    Connect(String),
    /// Connected, but what came back is not a whole HTTP answer.
    #[error("the answer broke off: {0}")]
    Broken(String),
    /// Anything but 2xx, redirects included; how long to wait where the answer says so.
    #[error("answered with status {status}")]
    Status { status: u16, retry_after: Option<Duration> },
    /// The answer is longer than what is read of one.
    #[error("the answer is too large")]
    TooLarge,
}

/// Why an address is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error("it is not an address")]
    Malformed,
    #[error("only http and https")]
    Scheme,
    #[error("it holds a user name or password")]
    Userinfo,
    #[error("this port is not for HTTP")]
    Port,
    /// Numbers that only look unlike the address that they are: decimal, octal, hexadecimal, other dots and digits.
    #[error("its host is a number in an unusual form")]
    Form,
    #[error("it leads into a private network")]
    Private,
}

impl Why {
    /// A stable code, e.g. of a message.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Scheme => "scheme",
            Self::Userinfo => "userinfo",
            Self::Port => "port",
            Self::Form => "form",
            Self::Private => "private",
        }
    }
}
