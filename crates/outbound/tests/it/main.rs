//! Requests against real sockets of this machine. What is asked of the public internet is answered by [`Town`], which
//! writes down every address that was connected to.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use outbound::{Client, Failure, HeaderMap, HeaderValue, Network, Policy, Why};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const PUBLIC: &str = "93.184.216.34";
/// Nobody answers there, nor says so.
const DEAD: &str = "2606:4700::dead";

/// Resolves every name to the next of its lists, and connects to one local server whatever the address is.
struct Town {
    lists: Vec<Vec<IpAddr>>,
    resolved: AtomicUsize,
    dialled: Mutex<Vec<SocketAddr>>,
    server: SocketAddr,
}

impl Town {
    fn new(server: SocketAddr, lists: &[&[&str]]) -> Arc<Self> {
        let list = |list: &&[&str]| list.iter().map(|ip| ip.parse().expect("an address")).collect();
        let lists = lists.iter().map(list).collect();
        Arc::new(Self { lists, resolved: AtomicUsize::new(0), dialled: Mutex::default(), server })
    }

    fn dialled(&self) -> Vec<String> {
        self.dialled.lock().expect("a lock").iter().map(ToString::to_string).collect()
    }
}

#[async_trait::async_trait]
impl Network for Town {
    async fn resolve(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        let turn = self.resolved.fetch_add(1, Ordering::Relaxed);
        Ok(self.lists[turn.min(self.lists.len() - 1)].clone())
    }

    async fn connect(&self, address: SocketAddr) -> io::Result<TcpStream> {
        self.dialled.lock().expect("a lock").push(address);
        if address.ip() == DEAD.parse::<IpAddr>().expect("an address") {
            std::future::pending::<()>().await;
        }
        TcpStream::connect(self.server).await
    }
}

/// A server that answers every connection with the same bytes, after it has read a whole head; returns its address and
/// what it has read so far.
async fn server(answer: Vec<u8>) -> (SocketAddr, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let heard = Arc::new(Mutex::new(Vec::new()));
    let notes = heard.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut bytes = vec![0; 16 << 10];
            let mut read = 0;
            while !whole(&bytes[..read]) {
                match stream.read(&mut bytes[read..]).await {
                    Ok(0) | Err(_) => break,
                    Ok(n) => read += n,
                }
            }
            notes.lock().expect("a lock").push(String::from_utf8_lossy(&bytes[..read]).into_owned());
            _ = stream.write_all(&answer).await;
        }
    });
    (address, heard)
}

/// Head and body, by the length that the head gives.
fn whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.and_then(|length| length.parse().ok()).unwrap_or(0)
}

fn ok(body: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nx-answer: yes\r\n\r\n{body}", body.len()).into_bytes()
}

async fn post(client: &Client, url: &str) -> Result<outbound::Answer, Failure> {
    client.post(url, HeaderMap::new(), "{}").await
}

/// What a public client says of a name with these addresses, and whom it called.
async fn public(lists: &[&[&str]], url: &str) -> (Result<outbound::Answer, Failure>, Vec<String>) {
    let (server, heard) = server(ok("hello")).await;
    let town = Town::new(server, lists);
    let answer = post(&Client::new(Policy::Public).network(town.clone()), url).await;
    assert_eq!(heard.lock().expect("a lock").len(), usize::from(answer.is_ok()), "nothing is sent to the refused");
    (answer, town.dialled())
}

#[tokio::test]
async fn an_answer_comes_whole() {
    let (address, heard) = server(ok("hello")).await;
    let mut headers = HeaderMap::new();
    headers.insert("webhook-id", HeaderValue::from_static("msg_1"));
    headers.insert("host", HeaderValue::from_static("elsewhere.example"));
    let client = Client::new(Policy::Trusted);
    let answer = client.post(&format!("http://{address}/a%20b?c=d#e"), headers, "{\"x\":1}").await.expect("an answer");
    assert_eq!((answer.status.as_u16(), &answer.body[..]), (200, &b"hello"[..]));
    assert_eq!(answer.headers["x-answer"], "yes");
    let heard = heard.lock().expect("a lock").join("");
    assert!(heard.starts_with("POST /a%20b?c=d HTTP/1.1\r\n"), "{heard}");
    for line in [format!("host: {address}\r\n"), "content-length: 7\r\n".into(), "webhook-id: msg_1\r\n".into()] {
        assert!(heard.contains(&line), "{line} in {heard}");
    }
    assert!(!heard.contains("elsewhere"), "the host is this crate's: {heard}");
    assert!(heard.ends_with("\r\n\r\n{\"x\":1}"), "{heard}");
}

#[tokio::test]
async fn the_connection_goes_to_the_address_that_was_checked() {
    let (answer, dialled) = public(&[&[PUBLIC, "2606:4700::1111"], &["127.0.0.1"]], "http://rebind.example/").await;
    assert_eq!(answer.expect("an answer").body, "hello");
    assert_eq!(dialled, [format!("{PUBLIC}:80")], "resolved once, and never again for connecting");
    let (_, dialled) = public(&[&[PUBLIC]], "http://example.com:8443/").await;
    assert_eq!(dialled, [format!("{PUBLIC}:8443")]);
}

#[tokio::test]
async fn a_name_of_a_private_address_is_refused() {
    let lists: [&[&str]; 8] = [
        &["127.0.0.1"],
        &["10.1.2.3"],
        &["169.254.169.254"],
        &["::1"],
        &["fd00::1"],
        &["::ffff:10.0.0.1"],
        &["64:ff9b::a00:1"],
        &[PUBLIC, "192.168.1.1"],
    ];
    for list in lists {
        let (answer, dialled) = public(&[list], "http://metadata.example/").await;
        assert_eq!(answer.err(), Some(Failure::Refused(Why::Private)), "{list:?}");
        assert!(dialled.is_empty(), "{list:?}: {dialled:?}");
    }
}

#[tokio::test]
async fn a_name_that_changes_its_mind_is_refused_the_second_time() {
    let (server, _) = server(ok("hello")).await;
    let town = Town::new(server, &[&[PUBLIC], &["127.0.0.1"]]);
    let client = Client::new(Policy::Public).network(town.clone());
    assert!(post(&client, "http://rebind.example/").await.is_ok());
    assert_eq!(post(&client, "http://rebind.example/").await.err(), Some(Failure::Refused(Why::Private)));
    assert_eq!(town.dialled(), [format!("{PUBLIC}:80")]);
}

#[tokio::test]
async fn nothing_of_this_machine_is_reached_through_real_sockets() {
    let (address, heard) = server(ok("secret")).await;
    let port = address.port();
    for host in ["127.0.0.1", "localhost", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"] {
        let failure = post(&Client::new(Policy::Public), &format!("http://{host}:{port}/")).await.err();
        // Where the machine knows no such name there is nothing to connect to either.
        let is_stopped = matches!(failure, Some(Failure::Refused(Why::Private | Why::Form)))
            || host == "localhost." && matches!(failure, Some(Failure::Connect(_)));
        assert!(is_stopped, "{host}: {failure:?}");
    }
    for host in ["2130706433", "0x7f000001", "017700000001", "127.1", "127。0。0。1", "x@127.0.0.1"] {
        let failure = post(&Client::new(Policy::Public), &format!("http://{host}:{port}/")).await.err();
        assert!(matches!(failure, Some(Failure::Refused(_))), "{host}: {failure:?}");
    }
    assert!(heard.lock().expect("a lock").is_empty(), "nobody knocked");
    // The control: the same door is open to what the operator has named.
    assert!(post(&Client::new(Policy::Trusted), &format!("http://127.0.0.1:{port}/")).await.is_ok());
    assert_eq!(heard.lock().expect("a lock").len(), 1);
}

#[tokio::test]
async fn redirects_are_failures() {
    let (inside, heard) = server(ok("secret")).await;
    for status in [301, 302, 303, 307, 308] {
        let moved = format!("HTTP/1.1 {status} Moved\r\nlocation: http://{inside}/\r\ncontent-length: 0\r\n\r\n");
        let (outside, _) = server(moved.into_bytes()).await;
        for client in
            [Client::new(Policy::Trusted), Client::new(Policy::Public).network(Town::new(outside, &[&[PUBLIC]]))]
        {
            let url = format!("http://127.0.0.1:{}/", outside.port());
            let url = if client.check(&url).is_ok() { url } else { "http://example.com/".into() };
            assert_eq!(post(&client, &url).await.err(), Some(Failure::Status { status, retry_after: None }));
        }
    }
    assert!(heard.lock().expect("a lock").is_empty(), "nobody followed");
}

#[tokio::test]
async fn a_status_says_how_long_to_wait() {
    let second = Duration::from_secs;
    for (head, wait) in [
        ("429 Slow\r\nretry-after: 17", Some(second(17))),
        ("503 Away\r\nretry-after: 99999999", Some(second(86_400))),
        (
            "503 Away\r\ndate: Wed, 21 Oct 2026 07:28:00 GMT\r\nretry-after: Wed, 21 Oct 2026 07:30:00 GMT",
            Some(second(120)),
        ),
        ("503 Away\r\nretry-after: soon", None),
        ("500 Broken\r\nretry-after: -5", None),
        ("410 Gone", None),
    ] {
        let (address, _) = server(format!("HTTP/1.1 {head}\r\ncontent-length: 0\r\n\r\n").into_bytes()).await;
        let status = head[..3].parse().expect("a status");
        let failure = post(&Client::new(Policy::Trusted), &format!("http://{address}/")).await.err();
        assert_eq!(failure, Some(Failure::Status { status, retry_after: wait }), "{head}");
    }
}

#[tokio::test]
async fn an_answer_has_a_bound_whether_it_says_its_length_or_not() {
    let big = "x".repeat(outbound::ANSWER_BYTES_MAX);
    let fits = server(ok(&big)).await.0;
    let client = Client::new(Policy::Trusted);
    assert_eq!(post(&client, &format!("http://{fits}/")).await.expect("it fits").body.len(), big.len());
    let told = ok(&format!("{big}x"));
    let untold = [b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n", big.as_bytes(), b"x"].concat();
    let chunk = |body: &str| format!("{:x}\r\n{body}\r\n", body.len());
    let chunked =
        format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{}{}0\r\n\r\n", chunk(&big), chunk("x"));
    for answer in [told, untold, chunked.into_bytes()] {
        let (address, _) = server(answer).await;
        assert_eq!(post(&client, &format!("http://{address}/")).await.err(), Some(Failure::TooLarge));
        let larger = client.clone().answer_bytes_max(1 << 20);
        assert!(post(&larger, &format!("http://{address}/")).await.is_ok(), "the bound can be set");
    }
}

#[tokio::test]
async fn silence_ends() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let client = Client::new(Policy::Trusted).timeout(Duration::from_millis(80));
    // Nobody accepts, so nothing is ever answered.
    assert_eq!(post(&client, &format!("http://{address}/")).await.err(), Some(Failure::Timeout));
    let (dripping, _) = server(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nab".to_vec()).await;
    let failure = post(&client, &format!("http://{dripping}/")).await.err();
    assert!(matches!(failure, Some(Failure::Timeout | Failure::Broken(_))), "{failure:?}");
}

#[tokio::test]
async fn a_dead_address_does_not_hide_one_that_lives() {
    let (server, _) = server(ok("hello")).await;
    let town = Town::new(server, &[&[DEAD, PUBLIC]]);
    let client = Client::new(Policy::Public).network(town.clone()).timeout(Duration::from_secs(2));
    assert_eq!(post(&client, "http://both.example/").await.expect("an answer").body, "hello");
    let answer = client.tell("http://both.example/", HeaderMap::new(), "{}").await;
    assert_eq!(answer.expect("an answer").body, "hello");
    assert_eq!(town.dialled()[..2], [format!("[{DEAD}]:80"), format!("{PUBLIC}:80")]);
    let client = client.network(Town::new(server, &[&[DEAD, DEAD]])).timeout(Duration::from_millis(80));
    assert_eq!(post(&client, "http://dead.example/").await.err(), Some(Failure::Timeout));
}

#[tokio::test]
async fn what_is_no_answer_is_said_to_be_none() {
    for bytes in [&b"SSH-2.0-OpenSSH\r\n\r\n"[..], b"", b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc"] {
        let (address, _) = server(bytes.to_vec()).await;
        let failure = post(&Client::new(Policy::Trusted), &format!("http://{address}/")).await.err();
        assert!(matches!(failure, Some(Failure::Broken(_))), "{bytes:?}: {failure:?}");
    }
    // No TLS where TLS was asked for; nobody listens; no such name.
    let plain = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = plain.local_addr().expect("an address");
    tokio::spawn(async move {
        let (mut stream, _) = plain.accept().await.expect("a guest");
        _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await;
    });
    let closed = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address");
    for url in [format!("https://{address}/"), format!("http://{closed}/"), "http://nobody.invalid/".into()] {
        let failure = post(&Client::new(Policy::Trusted), &url).await.err();
        assert!(matches!(failure, Some(Failure::Connect(_))), "{url}: {failure:?}");
    }
}

#[tokio::test]
async fn whoever_is_only_told_may_answer_anything() {
    let says = |status: &str, body: &str| format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    for (status, code) in [("200 OK", 200), ("302 Found\r\nlocation: http://127.0.0.1/", 302), ("500 Oh", 500)] {
        let (address, heard) = server(says(status, "so it is").into_bytes()).await;
        let client = Client::new(Policy::Trusted);
        let answer = client.tell(&format!("http://{address}/"), HeaderMap::new(), "{}").await.expect("an answer");
        assert_eq!((answer.status.as_u16(), &answer.body[..]), (code, &b"so it is"[..]));
        assert_eq!(heard.lock().expect("a lock").len(), 1, "nobody followed");
    }
    let (address, _) = server(says("200 OK", &"x".repeat(100_000)).into_bytes()).await;
    let answer = Client::new(Policy::Trusted).tell(&format!("http://{address}/"), HeaderMap::new(), "{}").await;
    assert_eq!(answer.expect("a long one is cut").body.len(), 4 << 10);
}

#[tokio::test]
async fn looking_at_an_address_tells_where_it_leads() {
    let (server, heard) = server(ok("hello")).await;
    let look = async |list: &[&str]| {
        let client = Client::new(Policy::Public).network(Town::new(server, &[list]));
        client.look("https://office.example/hook").await
    };
    assert_eq!(look(&[PUBLIC]).await, Ok("office.example".into()));
    assert_eq!(look(&[PUBLIC, "10.0.0.1"]).await, Err(Why::Private));
    assert_eq!(Client::new(Policy::Public).look("http://127.0.0.1/").await, Err(Why::Private));
    assert!(heard.lock().expect("a lock").is_empty(), "nothing is sent");
}
