//! Requests that leave the house, over HTTP/1.1 with or without TLS.
//!
//! Owns: which addresses may be asked, the connection to exactly the address that was checked, the bounds of an answer.
//! Refuses: to follow redirects, to keep connections, to know what is sent. It is the only crate that opens connections
//! outward over HTTP.
//!
//! Whoever can type an address can make this server knock on doors that only it can reach: databases, cloud metadata,
//! the router. Under [`Policy::Public`] a name is therefore resolved here, once, every address of it must be one of the
//! public internet, and the connection goes to the very address that was looked at.

mod address;
mod client;
mod failure;
mod network;

pub use address::{Policy, is_public};
pub use client::{ANSWER_BYTES_MAX, Answer, Client, TIMEOUT};
pub use failure::{Failure, Why};
pub use network::{Network, System};

pub use bytes::Bytes;
pub use http::header;
pub use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
