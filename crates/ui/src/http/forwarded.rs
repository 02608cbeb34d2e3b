//! Where a request comes from, for limits. Never stored.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::http::{Failure, Web};

/// The client's address: the connection's, or what a trusted proxy says.
#[derive(Clone, Copy, Debug)]
pub struct ClientIp(pub IpAddr);

impl FromRequestParts<Web> for ClientIp {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(address)| address.ip());
        if !web.config.trusted_proxies.contains(&peer) {
            return Ok(Self(peer));
        }
        let forwarded = parts.headers.get("x-forwarded-for").and_then(|list| list.to_str().ok()).and_then(|list| {
            list.rsplit(',')
                .map(str::trim)
                .filter_map(|ip| ip.parse().ok())
                .find(|ip| !web.config.trusted_proxies.contains(ip))
        });
        Ok(Self(forwarded.unwrap_or(peer)))
    }
}
