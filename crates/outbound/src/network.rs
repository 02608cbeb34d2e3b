//! Names and sockets, in one place, so that tests can answer for both.

use std::io;
use std::net::{IpAddr, SocketAddr};

use tokio::net::TcpStream;

#[async_trait::async_trait]
pub trait Network: Send + Sync {
    /// The addresses of a name.
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>>;

    /// A connection to this address and no other.
    async fn connect(&self, address: SocketAddr) -> io::Result<TcpStream>;
}

/// As this machine resolves and connects.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

#[async_trait::async_trait]
impl Network for System {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        Ok(tokio::net::lookup_host((host, 0)).await?.map(|address| address.ip()).collect())
    }

    async fn connect(&self, address: SocketAddr) -> io::Result<TcpStream> {
        TcpStream::connect(address).await
    }
}
