//! Mail that comes in: read, put to its thread, kept, handed on.

mod automatic;
mod bounce;
pub mod imap;
mod parse;
mod quote;
mod receive;

pub use bounce::{Bounce, Fate};
pub use parse::{Attachment, MAIL_BYTES_MAX, Parsed, parse};
pub use quote::{Split, split};
pub(crate) use receive::was_called_spam;
pub use receive::{Inbox, Nobody, Received, Reception, receive};
