//! One request and its answer.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, DATE, HOST, RETRY_AFTER, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::Instant;
use tokio_rustls::TlsConnector;

use crate::address::{Policy, Target, is_public};
use crate::failure::{Failure, Why};
use crate::network::{Network, System};

/// Bytes of an answer that are read, unless told otherwise.
pub const ANSWER_BYTES_MAX: usize = 64 << 10;
/// From the first look at the address to the last byte of the answer, unless told otherwise.
pub const TIMEOUT: Duration = Duration::from_secs(15);
/// Addresses of one name that are tried.
const ADDRESSES_MAX: usize = 4;
/// Bytes of an answer of which only the beginning is read.
const BEGINNING_BYTES_MAX: usize = 4 << 10;
/// How long such a beginning may take, once the status is there.
const BEGINNING_WITHIN: Duration = Duration::from_secs(2);
/// How long a name may take to be resolved when somebody saves an address.
const LOOK_WITHIN: Duration = Duration::from_secs(5);
/// Longest wait that an answer may ask for.
const RETRY_AFTER_MAX: Duration = Duration::from_hours(24);
const AGENT: HeaderValue = HeaderValue::from_static("nabz");

/// Sends requests under one policy; clones share everything.
#[derive(Clone)]
pub struct Client {
    policy: Policy,
    network: Arc<dyn Network>,
    timeout: Duration,
    answer_bytes_max: usize,
}

/// What came back: from [`Client::post`] a whole answer with a status of 2xx, from [`Client::tell`] any status and the
/// beginning of the body. Its body is for programs; where people see its beginning (a delivery to a public address), it is escaped.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// How long the other side asks to wait, by `Retry-After`; a day at most.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.headers)
    }
}

/// How much of an answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// All, of a success, by this time.
    Whole(Instant),
    /// The status, by this time, and of the body what comes soon after.
    Beginning(Instant),
}

impl Reading {
    /// A part of the work that must be over when the status is due.
    async fn by<T>(self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        tokio::time::timeout_at(self.deadline(), work).await.unwrap_or(Err(Failure::Timeout))
    }

    fn deadline(self) -> Instant {
        match self {
            Self::Whole(deadline) | Self::Beginning(deadline) => deadline,
        }
    }
}

impl Client {
    pub fn new(policy: Policy) -> Self {
        Self { policy, network: Arc::new(System), timeout: TIMEOUT, answer_bytes_max: ANSWER_BYTES_MAX }
    }

    /// For all of a request together.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    #[must_use]
    pub fn answer_bytes_max(mut self, bytes: usize) -> Self {
        self.answer_bytes_max = bytes;
        self
    }

    #[must_use]
    pub fn network(mut self, network: Arc<dyn Network>) -> Self {
        self.network = network;
        self
    }

    /// What can be said of an address before anything is sent, e.g. when somebody saves it. Its name is not resolved:
    /// that happens with each request. Returns the host, with its port where that is unusual, for showing.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn check(&self, url: &str) -> Result<String, Why> {
        Ok(Target::parse(self.policy, url)?.authority())
    }

    /// As [`Self::check`], and what its name leads to at this moment, so that whoever saves an address learns at once that
    /// it is not asked. A name that nobody knows yet passes: each request looks again.
    ///
    /// # Errors
    /// Why it is refused.
    pub async fn look(&self, url: &str) -> Result<String, Why> {
        let target = Target::parse(self.policy, url)?;
        if target.ip.is_none()
            && let Ok(Ok(found)) = tokio::time::timeout(LOOK_WITHIN, self.network.resolve(&target.host)).await
            && !found.iter().all(|ip| self.is_allowed(*ip))
        {
            return Err(Why::Private);
        }
        Ok(target.authority())
    }

    /// `POST`s a body to somebody whose answer is a status: every one is an answer, redirects included, which are not
    /// followed. Of the body the beginning is read, as far as it comes within two seconds.
    ///
    /// # Errors
    /// [`Failure`], but never `Status` or `TooLarge`.
    pub async fn tell(&self, url: &str, headers: HeaderMap, body: impl Into<Bytes>) -> Result<Answer, Failure> {
        let target = Target::parse(self.policy, url).map_err(Failure::Refused)?;
        let reading = Reading::Beginning(Instant::now() + self.timeout);
        self.send(&target, headers, body.into(), reading).await
    }

    fn is_allowed(&self, ip: IpAddr) -> bool {
        self.policy == Policy::Trusted || is_public(ip)
    }

    /// `POST`s a body. `Host`, `Content-Length` and `User-Agent` are this crate's.
    ///
    /// # Errors
    /// [`Failure`]; of those only `Refused` says that nothing was sent.
    pub async fn post(&self, url: &str, headers: HeaderMap, body: impl Into<Bytes>) -> Result<Answer, Failure> {
        let target = Target::parse(self.policy, url).map_err(Failure::Refused)?;
        let reading = Reading::Whole(Instant::now() + self.timeout);
        reading.by(self.send(&target, headers, body.into(), reading)).await
    }

    async fn send(
        &self,
        target: &Target,
        headers: HeaderMap,
        body: Bytes,
        reading: Reading,
    ) -> Result<Answer, Failure> {
        let stream = reading.by(self.connect(target, reading.deadline())).await?;
        let request = request(target, headers, body)?;
        if target.is_tls {
            let name = match target.ip {
                Some(ip) => ServerName::from(ip),
                None => ServerName::try_from(target.host.clone()).map_err(|_| Failure::Refused(Why::Malformed))?,
            };
            let connector = TlsConnector::from(TLS.clone()?);
            let stream = reading.by(async { connector.connect(name, stream).await.map_err(cannot) }).await?;
            self.exchange(stream, request, reading).await
        } else {
            self.exchange(stream, request, reading).await
        }
    }

    /// To an address that was looked at, not to a name that would be resolved once more.
    async fn connect(&self, target: &Target, deadline: Instant) -> Result<TcpStream, Failure> {
        let addresses = match target.ip {
            Some(ip) => vec![ip],
            None => self.network.resolve(&target.host).await.map_err(cannot)?,
        };
        // One private address among public ones is no accident.
        if !addresses.iter().all(|ip| self.is_allowed(*ip)) {
            return Err(Failure::Refused(Why::Private));
        }
        let mut failure = Failure::Connect("the name has no address".into());
        let mut left = u32::try_from(addresses.len().min(ADDRESSES_MAX)).unwrap_or(1);
        for ip in addresses.into_iter().take(ADDRESSES_MAX) {
            // One that is dead takes its share of the time, not that of the others.
            let share = deadline.saturating_duration_since(Instant::now()) / left;
            left -= 1;
            let connecting = self.network.connect(SocketAddr::new(ip, target.port));
            match tokio::time::timeout(share, connecting).await {
                Ok(Ok(stream)) => {
                    stream.set_nodelay(true).map_err(cannot)?;
                    return Ok(stream);
                }
                Ok(Err(error)) => failure = cannot(error),
                Err(_) => failure = Failure::Timeout,
            }
        }
        Err(failure)
    }

    async fn exchange<S>(&self, stream: S, request: Request<Full<Bytes>>, reading: Reading) -> Result<Answer, Failure>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
        let talk = async {
            let response = reading.by(async { sender.send_request(request).await.map_err(broken) }).await?;
            match reading {
                Reading::Whole(_) => self.read(response).await,
                Reading::Beginning(_) => Ok(beginning(response).await),
            }
        };
        // The connection lives as long as its one request: dropped with it, whatever the other side does.
        tokio::pin!(talk, connection);
        tokio::select! {
            answer = &mut talk => answer,
            // Closed or failed: what has arrived by then is read, and the rest is an error of its own.
            _ = &mut connection => talk.await,
        }
    }

    async fn read(&self, response: Response<Incoming>) -> Result<Answer, Failure> {
        let (head, body) = response.into_parts();
        if !head.status.is_success() {
            let retry_after = retry_after(&head.headers);
            return Err(Failure::Status { status: head.status.as_u16(), retry_after });
        }
        let body = Limited::new(body, self.answer_bytes_max).collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() { Failure::TooLarge } else { Failure::Broken(error.to_string()) }
        })?;
        Ok(Answer { status: head.status, headers: head.headers, body: body.to_bytes() })
    }
}

/// The status counts as soon as it is there; of the body whatever comes.
async fn beginning(response: Response<Incoming>) -> Answer {
    let (head, mut body) = response.into_parts();
    let mut read = Vec::new();
    let reading = async {
        while read.len() < BEGINNING_BYTES_MAX {
            let Some(Ok(frame)) = body.frame().await else { break };
            read.extend_from_slice(frame.data_ref().map_or(&[][..], |data| &data[..]));
        }
    };
    let _whatever_came = tokio::time::timeout(BEGINNING_WITHIN, reading).await;
    read.truncate(BEGINNING_BYTES_MAX);
    Answer { status: head.status, headers: head.headers, body: read.into() }
}

fn request(target: &Target, mut headers: HeaderMap, body: Bytes) -> Result<Request<Full<Bytes>>, Failure> {
    let malformed = || Failure::Refused(Why::Malformed);
    let host = HeaderValue::from_str(&target.authority()).map_err(|_| malformed())?;
    headers.insert(HOST, host);
    headers.insert(CONTENT_LENGTH, body.len().into());
    headers.insert(USER_AGENT, AGENT);
    let url = &target.url;
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    let mut request =
        Request::builder().method(Method::POST).uri(path).body(Full::new(body)).map_err(|_| malformed())?;
    *request.headers_mut() = headers;
    Ok(request)
}

/// Seconds, or a date, which is held against the answer's own: its clock wrote both.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok();
    let wait = text(RETRY_AFTER)?.trim();
    let seconds = match wait.parse::<u64>() {
        Ok(seconds) => seconds,
        Err(_) => {
            let date = |text: &str| jiff::fmt::rfc2822::parse(text).ok();
            let seconds = date(wait)?.timestamp().as_second() - date(text(DATE)?)?.timestamp().as_second();
            seconds.try_into().unwrap_or(0)
        }
    };
    Some(Duration::from_secs(seconds).min(RETRY_AFTER_MAX))
}

fn cannot(error: io::Error) -> Failure {
    Failure::Connect(error.to_string())
}

fn broken(error: hyper::Error) -> Failure {
    Failure::Broken(error.to_string())
}

/// The roots that browsers trust, with the provider of cryptography that the database driver links, too.
static TLS: LazyLock<Result<Arc<ClientConfig>, Failure>> = LazyLock::new(|| {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Failure::Connect(error.to_string()))?;
    Ok(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
});
