//! How mail goes out and comes in, from the configuration. Addresses of servers hold passwords: nothing here shows them.

use std::fmt;
use std::time::Duration;

use lettre::message::Mailbox;
use serde::Deserialize;
use url::Url;

use crate::waits;

/// How long a mail server may take to open a connection, and again to take one mail. Below half of
/// [`super::LEASE_MICROS`], so that who begins to send ends before another may.
const PATIENCE: Duration = Duration::from_secs(120);

/// `[mail]` of the configuration, as it is written.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub smtp: String,
    pub from: String,
    pub reply_to: String,
    pub imap: String,
    /// Waits between attempts, in seconds.
    pub retries: Vec<u32>,
}

impl Default for Mail {
    /// Given up 45 hours after the first attempt.
    fn default() -> Self {
        let [smtp, from, reply_to, imap] = [const { String::new() }; 4];
        Self { smtp, from, reply_to, imap, retries: vec![30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400] }
    }
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = |address: &str| if address.is_empty() { "" } else { "(set)" };
        f.debug_struct("Mail")
            .field("smtp", &told(&self.smtp))
            .field("from", &self.from)
            .field("reply_to", &self.reply_to)
            .field("imap", &told(&self.imap))
            .field("retries", &self.retries)
            .finish()
    }
}

/// What is wrong with the settings; never holds a password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("mail.smtp must be smtps://user:password@host:465, or smtp://host:587?tls=required")]
    Smtp,
    #[error("mail.smtp is set, so mail.from must say whom mails come from, e.g. \"Service <service@example.com>\"")]
    NoFrom,
    #[error("mail.from is not an address, e.g. \"Service <service@example.com>\"")]
    From,
    #[error("mail.reply_to is not an address, e.g. \"service@example.com\"")]
    ReplyTo,
    #[error("mail.imap must be imaps://user:password@host:993/INBOX")]
    Imap,
    #[error("mail.retries must be up to 30 waits of 1 to 432,000 seconds")]
    Retries,
    #[error("mail.{0} sends its password over the network in the open: use {1}")]
    Open(&'static str, &'static str),
}

/// Settings that are whole.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub outgoing: Option<Outgoing>,
    pub incoming: Option<Incoming>,
}

/// The way out.
#[derive(Clone)]
pub struct Outgoing {
    /// Holds the password.
    pub smtp: String,
    pub host: String,
    pub from: Mailbox,
    /// Where answers go; the part before the @ gets a token of the thread.
    pub reply_to: Option<lettre::Address>,
    /// Waits between attempts, in seconds.
    pub retries: Vec<u32>,
    /// For opening a connection, and again for one mail.
    pub patience: Duration,
}

/// The mailbox that answers come into.
#[derive(Clone)]
pub struct Incoming {
    pub host: String,
    pub port: u16,
    pub is_tls: bool,
    pub user: String,
    pub password: String,
    pub folder: String,
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing").field("host", &self.host).field("from", &self.from).finish_non_exhaustive()
    }
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming").field("host", &self.host).field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Incoming {
    /// Names the mailbox, without its password.
    pub fn name(&self) -> String {
        format!("{}@{}:{}/{}", self.user, self.host, self.port, self.folder)
    }
}

impl Mail {
    /// Reads the settings.
    ///
    /// # Errors
    /// The first thing that is wrong, by its key.
    pub fn check(&self) -> Result<Settings, Wrong> {
        Ok(Settings { outgoing: self.outgoing()?, incoming: self.incoming()? })
    }

    fn outgoing(&self) -> Result<Option<Outgoing>, Wrong> {
        if self.smtp.is_empty() {
            return Ok(None);
        }
        let url = Url::parse(&self.smtp).map_err(|_| Wrong::Smtp)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(Wrong::Smtp)?.to_owned();
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let is_safe = match (url.scheme(), tls.as_deref()) {
            ("smtps", _) | ("smtp", Some("required")) => true,
            ("smtp", None | Some("opportunistic")) => false,
            _ => return Err(Wrong::Smtp),
        };
        if !is_safe && url.password().is_some() && !is_this_machine(&host) {
            return Err(Wrong::Open("smtp", "smtps:// or ?tls=required"));
        }
        if self.from.is_empty() {
            return Err(Wrong::NoFrom);
        }
        let from = self.from.parse().map_err(|_| Wrong::From)?;
        let reply_to = match self.reply_to.as_str() {
            "" => None,
            text => Some(text.parse().map_err(|_| Wrong::ReplyTo)?),
        };
        if !waits::fit(&self.retries) {
            return Err(Wrong::Retries);
        }
        let (smtp, retries) = (self.smtp.clone(), self.retries.clone());
        Ok(Some(Outgoing { smtp, host, from, reply_to, retries, patience: PATIENCE }))
    }

    fn incoming(&self) -> Result<Option<Incoming>, Wrong> {
        if self.imap.is_empty() {
            return Ok(None);
        }
        let url = Url::parse(&self.imap).map_err(|_| Wrong::Imap)?;
        let is_tls = match url.scheme() {
            "imaps" => true,
            "imap" => false,
            _ => return Err(Wrong::Imap),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(Wrong::Imap)?.to_owned();
        let password = url.password().map(decoded).ok_or(Wrong::Imap)?;
        if !is_tls && !is_this_machine(&host) {
            return Err(Wrong::Open("imap", "imaps://"));
        }
        let folder = decoded(url.path().trim_matches('/'));
        Ok(Some(Incoming {
            port: url.port().unwrap_or(if is_tls { 993 } else { 143 }),
            is_tls,
            user: decoded(url.username()),
            password,
            folder: if folder.is_empty() { "INBOX".into() } else { folder },
            host,
        }))
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.trim_matches(['[', ']']).parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

/// Percent-decodes a part of an address.
pub(super) fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(smtp: &str, from: &str, imap: &str) -> Mail {
        Mail { smtp: smtp.into(), from: from.into(), imap: imap.into(), ..Mail::default() }
    }

    #[test]
    fn nothing_set_is_whole() {
        let settings = Mail::default().check().unwrap();
        assert!(settings.outgoing.is_none() && settings.incoming.is_none());
    }

    #[test]
    fn what_is_wrong_is_named_by_its_key() {
        let wrong = |smtp, from, imap| mail(smtp, from, imap).check().unwrap_err();
        assert_eq!(wrong("http://x", "a@b.example", ""), Wrong::Smtp);
        assert_eq!(wrong("smtps://host", "", ""), Wrong::NoFrom);
        assert_eq!(wrong("smtps://host", "nobody", ""), Wrong::From);
        assert_eq!(wrong("", "", "imaps://host"), Wrong::Imap);
        let hasty = Mail { retries: vec![30, 0], ..mail("smtps://host", "a@b.example", "") };
        assert_eq!(hasty.check().unwrap_err(), Wrong::Retries);
        assert_eq!(wrong("smtp://u:p@host", "a@b.example", ""), Wrong::Open("smtp", "smtps:// or ?tls=required"));
        assert_eq!(wrong("", "", "imap://u:p@host"), Wrong::Open("imap", "imaps://"));
    }

    #[test]
    fn passwords_are_read_and_not_shown() {
        let mail = mail("smtps://u:s%40cret@host", "a@b.example", "imaps://u:s%40cret@host/In%20box");
        let settings = mail.check().unwrap();
        let incoming = settings.incoming.as_ref().unwrap();
        assert_eq!((incoming.password.as_str(), incoming.folder.as_str(), incoming.port), ("s@cret", "In box", 993));
        for shown in [format!("{mail:?}"), format!("{settings:?}"), incoming.name()] {
            assert!(!shown.contains("cret"), "{shown}");
        }
    }
}
