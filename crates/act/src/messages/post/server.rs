//! Connections to the mail server. One is kept for the next mail as long as mails follow each other.
//!
//! lettre's own pool lets a server be silent for ever, and hands a connection whose mail was given up in the middle to the
//! next mail. Here callers bound how long they wait, and what they give up is closed.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kernel::{Error, Result};
use lettre::transport::smtp;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use url::Url;

use super::letter::Letter;
use crate::messages::settings::{Outgoing, decoded};

/// For one of the addresses that the server's name leads to.
const CONNECT_WITHIN: Duration = Duration::from_secs(20);
/// For saying goodbye.
const QUIT_WITHIN: Duration = Duration::from_secs(5);

/// A connection that takes a mail.
pub type Line = AsyncSmtpConnection;

/// The mail server.
pub struct Server {
    host: String,
    port: u16,
    hello: ClientId,
    tls: Tls,
    credentials: Option<Credentials>,
    /// Lines that wait for the next mail.
    idle: Mutex<Vec<Line>>,
}

impl Server {
    /// # Errors
    /// `Internal` where the address of the mail server cannot be used.
    pub fn new(outgoing: &Outgoing) -> Result<Self> {
        let url = Url::parse(&outgoing.smtp).map_err(Error::internal)?;
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let wish = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let encrypted = || TlsParameters::new(host.clone()).map_err(Error::internal);
        let (port, tls) = match (url.scheme(), wish.as_deref()) {
            ("smtps", _) => (SUBMISSIONS_PORT, Tls::Wrapper(encrypted()?)),
            (_, Some("required")) => (SUBMISSION_PORT, Tls::Required(encrypted()?)),
            (_, Some(_)) => (SUBMISSION_PORT, Tls::Opportunistic(encrypted()?)),
            (_, None) => (SMTP_PORT, Tls::None),
        };
        // A path is the name by which this machine greets.
        let hello = match url.path().trim_matches('/') {
            "" => ClientId::default(),
            name => ClientId::Domain(name.to_owned()),
        };
        let credentials = url.password().map(|word| Credentials::new(decoded(url.username()), decoded(word)));
        Ok(Self { port: url.port().unwrap_or(port), host, hello, tls, credentials, idle: Mutex::default() })
    }

    /// A line that waits, if it still answers, else a new one.
    pub async fn line(&self) -> Result<Line, smtp::Error> {
        while let Some(mut line) = self.take() {
            if line.test_connected().await {
                return Ok(line);
            }
        }
        self.connect().await
    }

    /// Gives it a letter; only a line that has taken it is kept.
    pub async fn send(&self, mut line: Line, letter: &Letter) -> Result<(), smtp::Error> {
        line.send(&letter.envelope, &letter.bytes).await?;
        self.keep(line);
        Ok(())
    }

    pub fn keep(&self, line: Line) {
        self.idle().push(line);
    }

    /// Says goodbye on all lines that wait.
    pub async fn hang_up(&self) {
        let idle = std::mem::take(&mut *self.idle());
        let goodbyes = idle.into_iter().map(async |mut line: Line| line.abort().await);
        // Whoever does not answer that hears no more.
        _ = tokio::time::timeout(QUIT_WITHIN, futures::future::join_all(goodbyes)).await;
    }

    async fn connect(&self) -> Result<Line, smtp::Error> {
        let wrapper = if let Tls::Wrapper(tls) = &self.tls { Some(tls.clone()) } else { None };
        let server = (self.host.as_str(), self.port);
        let mut line = Line::connect_tokio1(server, Some(CONNECT_WITHIN), &self.hello, wrapper, None).await?;
        match &self.tls {
            Tls::Required(tls) => line.starttls(tls.clone(), &self.hello).await?,
            Tls::Opportunistic(tls) if line.can_starttls() => line.starttls(tls.clone(), &self.hello).await?,
            _ => {}
        }
        if let Some(credentials) = &self.credentials {
            line.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(line)
    }

    fn take(&self) -> Option<Line> {
        self.idle().pop()
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Line>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
