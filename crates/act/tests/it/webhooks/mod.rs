//! Webhooks: who is told what, signed how, and what becomes of those that are not taken. Signatures are verified by the
//! library of Standard Webhooks for Node, too.

mod delivers;
mod kill;
mod pages;

use std::io;
use std::io::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use act::webhooks::entity::{delivery, endpoint};
use act::webhooks::{Courier, Webhooks};
use axum::http::StatusCode;
use outbound::{Client, Network, Policy};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use testkit::{Hook, Receiver};
use tokio::net::TcpStream;

use crate::App;

/// Every name is one of the public internet, and leads to the tests' receiver. `inside.…` is a private one, `rebinds.…` is
/// public when it is first asked for and private after that.
struct Town {
    receiver: Option<SocketAddr>,
    asked: Mutex<Vec<String>>,
}

#[async_trait::async_trait]
impl Network for Town {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        let mut asked = self.asked.lock().expect("a lock");
        let is_first = !asked.iter().any(|known| known == host);
        asked.push(host.to_owned());
        let is_inside = host.starts_with("inside.") || host.starts_with("rebinds.") && !is_first;
        Ok(vec![if is_inside { [10, 0, 0, 7].into() } else { [93, 184, 216, 34].into() }])
    }

    async fn connect(&self, _: SocketAddr) -> io::Result<TcpStream> {
        let nobody = || io::Error::new(io::ErrorKind::ConnectionRefused, "nobody listens");
        TcpStream::connect(self.receiver.ok_or_else(nobody)?).await
    }
}

/// Names without anybody behind them.
pub fn nowhere() -> Arc<dyn Network> {
    Arc::new(Town { receiver: None, asked: Mutex::default() })
}

/// What everybody who delivers in these tests goes by. A dead receiver costs a second.
fn settings() -> Webhooks {
    Webhooks { private_networks: false, timeout: 1, retries: vec![5, 300, 1_800] }
}

fn courier(app: &App, receiver: &Receiver) -> Courier {
    courier_of(&app.store, receiver.address())
}

fn courier_of(store: &store::Store, receiver: SocketAddr) -> Courier {
    let town = Arc::new(Town { receiver: Some(receiver), asked: Mutex::default() });
    let client = Client::new(Policy::Public).timeout(Duration::from_secs(1)).network(town);
    Courier::with(store.clone(), &settings(), client)
}

/// An endpoint that is told everything, made on its page; its id and secret.
async fn endpoint(app: &App, admin: &str, url: &str, more: &[(&str, &str)]) -> (String, String) {
    let form = [&[("name", "Back office"), ("url", url), ("which", "all")], more].concat();
    let (status, _, page) = app.post(admin, "/settings/webhooks", &form).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let secret = part(&page, "value=\"whsec_", '"');
    let id = part(&page, "action=\"/settings/webhooks/", '/');
    (id, format!("whsec_{}", secret.replace("&#x2f;", "/").replace("&#x2b;", "+").replace("&#x3d;", "=")))
}

fn part(page: &str, before: &str, until: char) -> String {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(until).next().unwrap_or_default().to_owned()
}

async fn deliveries(app: &App, endpoint: &str) -> Vec<delivery::Model> {
    delivery::Entity::find()
        .filter(delivery::Column::EndpointId.eq(endpoint))
        .order_by_asc(delivery::Column::Id)
        .all(app.store.reads())
        .await
        .expect("read")
}

async fn row(app: &App, id: &str) -> endpoint::Model {
    endpoint::Entity::find_by_id(id).one(app.store.reads()).await.expect("read").expect("it is there")
}

/// What servers run in the background must be able to move between threads.
fn movable<F: Future + Send>(future: F) -> F {
    future
}

async fn drain(courier: &Courier) {
    movable(courier.drain()).await.expect("a turn");
}

/// What the library of Standard Webhooks says of each: nothing where all is well.
fn verify(secret: &str, hooks: &[Hook]) -> Vec<String> {
    let lines: Vec<Value> = hooks
        .iter()
        .map(|hook| {
            json!({ "secret": secret, "id": hook.id, "timestamp": hook.timestamp, "signature": hook.signature,
                    "body": hook.body })
        })
        .collect();
    let wrong = verify_lines(&lines);
    assert_eq!(wrong.len(), hooks.len(), "an answer for each");
    wrong.into_iter().filter(|said| said != "ok").collect()
}

fn verify_lines(lines: &[Value]) -> Vec<String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../e2e/webhooks-verify.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is there, and `cargo xtask assets` has brought its packages");
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let mut stdin = node.stdin.take().expect("it reads");
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = node.wait_with_output().expect("it ends");
    writer.join().expect("it writes").expect("it reads all");
    assert!(output.status.success(), "webhooks-verify.mjs ended with {}", output.status);
    String::from_utf8(output.stdout).expect("text").lines().map(str::to_owned).collect()
}
