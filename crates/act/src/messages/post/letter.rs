//! A message as it goes over the wire: typed headers, plain text, and the same as HTML in the direction of its language.

use std::time::{Duration, SystemTime};

use kernel::{Locale, Result, Timestamp};
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use store::Store;
use ui::http::Web;
use ui::{Brand, Pages, Respondent};

use crate::messages::entity::message::Model;
use crate::messages::kind::{Kind, Purpose};
use crate::messages::settings::Outgoing;
use crate::messages::token::{Grant, Signer};

/// A mail that is ready.
pub struct Letter {
    pub envelope: Envelope,
    pub bytes: Vec<u8>,
}

/// Writes letters.
#[derive(Clone)]
pub struct Writer {
    pages: Pages,
    from: Mailbox,
    reply_to: Option<Address>,
    base_url: String,
}

/// What the HTML shows.
#[derive(Serialize)]
struct Sheet<'a> {
    subject: &'a str,
    /// Paragraphs of lines.
    paragraphs: Vec<Vec<&'a str>>,
    unsubscribe: Option<&'a str>,
}

/// A header with a value that is ours: letters, digits and signs of ASCII.
macro_rules! headers {
    ($($type:ident $name:literal),+ $(,)?) => {$(
        #[derive(Clone)]
        struct $type(String);

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.into()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    )+};
}

headers! {
    AutoSubmitted "Auto-Submitted",
    SuppressAnswers "X-Auto-Response-Suppress",
    ListUnsubscribe "List-Unsubscribe",
    ListUnsubscribePost "List-Unsubscribe-Post",
    ContentLanguage "Content-Language",
}

impl Writer {
    pub fn new(pages: Pages, outgoing: &Outgoing, base_url: &str) -> Self {
        Self {
            pages,
            from: outgoing.from.clone(),
            reply_to: outgoing.reply_to.clone(),
            base_url: base_url.trim_end_matches('/').to_owned(),
        }
    }

    /// What our Message-IDs end with.
    pub fn domain(&self) -> &str {
        self.from.email.domain()
    }

    /// The letter, or why it cannot be one. The same message always becomes the same bytes.
    pub async fn write(
        &self,
        db: &impl ConnectionTrait,
        store: &Store,
        message: &Model,
    ) -> Result<Result<Letter, String>> {
        let workspace = store.workspace(message.workspace()).await?;
        let title = workspace.map(|workspace| workspace.title).unwrap_or_default();
        let Some(signer) = Signer::known(db, message.workspace()).await? else {
            return Ok(Err("the workspace has no secret".into()));
        };
        let unsubscribe = unsubscribe_path(&signer, message).map(|path| format!("{}{path}", self.base_url));
        let html = self.html(message, &title, unsubscribe.as_deref())?;
        let text = self.text(message, &title, unsubscribe.as_deref());
        let reply = self.reply_address(&signer, message);
        Ok(self.letter(message, &title, unsubscribe, reply, text, html))
    }

    /// Where answers go: to the mailbox, with the token of the thread behind a plus.
    fn reply_address(&self, signer: &Signer, message: &Model) -> Option<Address> {
        let reply_to = self.reply_to.as_ref()?;
        if message.thread.is_none() || message.kind() == Kind::Notice {
            return Some(reply_to.clone());
        }
        let user = format!("{}+{}", reply_to.user(), signer.token(Grant::Reply, &message.id()));
        Address::new(user, reply_to.domain()).ok().or_else(|| Some(reply_to.clone()))
    }

    fn letter(
        &self,
        message: &Model,
        title: &str,
        unsubscribe: Option<String>,
        reply: Option<Address>,
        text: String,
        html: String,
    ) -> Result<Letter, String> {
        let unfit = |error: &dyn std::fmt::Display| format!("it cannot be written: {error}");
        let to: Address = message.address.parse().map_err(|error| unfit(&error))?;
        let name = self.from.name.clone().or_else(|| Some(title.to_owned())).filter(|name| !name.is_empty());
        let domain = message.domain.as_deref().unwrap_or(self.domain());
        let mut builder = Message::builder()
            .from(Mailbox::new(name, self.from.email.clone()))
            .to(Mailbox::new(None, to.clone()))
            .subject(message.subject.as_str())
            .message_id(Some(format!("<{}@{domain}>", message.message_id)))
            .date(clock(message.created_at()))
            .header(ContentLanguage(ascii(&message.language)));
        if let Some(reply) = &reply {
            builder = builder.reply_to(Mailbox::new(None, reply.clone()));
        }
        if let Some(answered) = &message.in_reply_to {
            let answered = format!("<{}>", ascii(answered));
            builder = builder.in_reply_to(answered.clone()).references(answered);
        }
        if message.kind().is_automatic() {
            builder = builder.header(AutoSubmitted("auto-generated".into())).header(SuppressAnswers("All".into()));
        }
        if let Some(address) = unsubscribe {
            builder = builder
                .header(ListUnsubscribe(format!("<{address}>")))
                .header(ListUnsubscribePost("List-Unsubscribe=One-Click".into()));
        }
        let parts = MultiPart::alternative()
            .boundary(message.message_id.replace('.', "-"))
            .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text))
            .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(html));
        let mail = builder.multipart(parts).map_err(|error| unfit(&error))?;
        // What cannot be delivered comes back to where answers go, so that it is read.
        let back = reply.unwrap_or_else(|| self.from.email.clone());
        let envelope = Envelope::new(Some(back), vec![to]).map_err(|error| unfit(&error))?;
        Ok(Letter { envelope, bytes: mail.formatted() })
    }

    fn html(&self, message: &Model, title: &str, unsubscribe: Option<&str>) -> Result<String> {
        let brand = Brand::new(title, None);
        let reader = Respondent::new(locale(message), &message.language, brand, message.created_at());
        let paragraphs = message.body.split("\n\n").map(|paragraph| paragraph.lines().collect()).collect();
        let sheet = Sheet { subject: &message.subject, paragraphs, unsubscribe };
        Ok(self.pages.render_respondent("act/mail.html", &reader, sheet)?)
    }

    fn text(&self, message: &Model, title: &str, unsubscribe: Option<&str>) -> String {
        // Two hyphens and a blank begin a signature, which answers leave out (RFC 3676, section 4.3).
        let mut text = format!("{}\n\n-- \n{title}\n", message.body);
        if let Some(address) = unsubscribe {
            text.push_str(&unsubscribe_line(&self.pages, message, address));
            text.push('\n');
        }
        text
    }
}

/// The text for a mail program of a member's own, which adds its signature itself: of a follow-up with its way out.
pub async fn by_hand(db: &impl ConnectionTrait, web: &Web, message: &Model) -> Result<String> {
    let signer = Signer::known(db, message.workspace()).await?;
    let path = signer.and_then(|signer| unsubscribe_path(&signer, message));
    let Some(path) = path else { return Ok(message.body.clone()) };
    let line = unsubscribe_line(&web.pages, message, &web.url(&path));
    Ok(format!("{}\n\n{line}", message.body))
}

/// The page on which the customer refuses more such messages; answers to complaints have none.
fn unsubscribe_path(signer: &Signer, message: &Model) -> Option<String> {
    let is_follow_up = message.kind().purpose() == Some(Purpose::FollowUp);
    is_follow_up.then(|| format!("/m/{}/unsubscribe", signer.token(Grant::Unsubscribe, &message.id())))
}

fn unsubscribe_line(pages: &Pages, message: &Model, address: &str) -> String {
    format!("{} {address}", pages.plain(locale(message), "mail-unsubscribe", &[]))
}

/// The language of the words that are ours.
fn locale(message: &Model) -> Locale {
    Locale::parse(&message.language).unwrap_or_default()
}

/// Nothing but what may stand in a header without encoding.
fn ascii(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>')).take(200).collect()
}

fn clock(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(at.0).unwrap_or_default())
}
