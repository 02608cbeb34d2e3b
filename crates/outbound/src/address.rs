//! Which addresses may be asked.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::failure::Why;

/// Bytes of an address.
const URL_BYTES_MAX: usize = 2048;

/// Who named the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Members type it: only the public internet, only the ports of HTTP and unprivileged ones.
    Public,
    /// The operator's configuration names it: the machine itself and the networks around it are allowed.
    Trusted,
}

/// An address that may be asked once its name is resolved.
#[derive(Debug)]
pub struct Target {
    pub url: Url,
    /// The host without brackets: a name, or the address itself.
    pub host: String,
    pub ip: Option<IpAddr>,
    pub port: u16,
    pub is_tls: bool,
}

impl Target {
    /// What can be said of an address without resolving its name.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn parse(policy: Policy, address: &str) -> Result<Self, Why> {
        if address.len() > URL_BYTES_MAX {
            return Err(Why::Malformed);
        }
        let url = Url::parse(address).map_err(|_| Why::Malformed)?;
        let is_tls = match url.scheme() {
            "https" => true,
            "http" => false,
            _ => return Err(Why::Scheme),
        };
        if !url.username().is_empty() || url.password().is_some() || authority(address).contains('@') {
            return Err(Why::Userinfo);
        }
        let port = url.port_or_known_default().ok_or(Why::Port)?;
        if port == 0 || policy == Policy::Public && !matches!(port, 80 | 443 | 1024..) {
            return Err(Why::Port);
        }
        let (host, ip) = match url.host().ok_or(Why::Malformed)? {
            Host::Domain("") => return Err(Why::Malformed),
            Host::Domain(name) => (name.to_owned(), None),
            Host::Ipv4(ip) => (ip.to_string(), Some(IpAddr::V4(ip))),
            Host::Ipv6(ip) => (ip.to_string(), Some(IpAddr::V6(ip))),
        };
        if let Some(IpAddr::V4(ip)) = ip
            && !is_plain(address, ip)
        {
            return Err(Why::Form);
        }
        if policy == Policy::Public && ip.is_some_and(|ip| !is_public(ip)) {
            return Err(Why::Private);
        }
        Ok(Self { host, ip, port, is_tls, url })
    }

    /// As the `Host` header and the request line of a proxy name it.
    pub fn authority(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        match self.url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }
}

/// What stands between the slashes, as it was typed.
fn authority(address: &str) -> &str {
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest);
    let rest = rest.trim_start_matches(['/', '\\']);
    rest.split(['/', '\\', '?', '#']).next().unwrap_or_default()
}

/// Whether an IPv4 address was typed as four decimal numbers with dots. Every other form that the standard of URLs
/// reads as one is a way around a list of forbidden words.
fn is_plain(address: &str, ip: Ipv4Addr) -> bool {
    let typed = authority(address);
    typed.split(':').next() == Some(ip.to_string().as_str())
}

/// Whether an address belongs to the public internet: global unicast, by the special-purpose address registries of
/// IANA (RFC 6890 and what followed), and without those that carry an IPv4 address that does not.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    match ip.octets() {
        // This network, private, loopback.
        [0 | 10 | 127, ..] => false,
        // Behind carriers' address translation.
        [100, 64..128, ..] => false,
        // Link-local; clouds answer with keys there.
        [169, 254, ..] => false,
        [172, 16..32, ..] | [192, 168, ..] => false,
        // Protocol assignments, documentation, relays of 6to4, benchmarks.
        [192, 0, 0 | 2, _] | [198, 51, 100, _] | [203, 0, 113, _] | [192, 88, 99, _] | [198, 18 | 19, ..] => false,
        // Multicast, reserved, broadcast.
        [224..=255, ..] => false,
        _ => true,
    }
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        // NAT64 leads to the IPv4 address in its last 32 bits.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            let [a, b] = high.to_be_bytes();
            let [c, d] = low.to_be_bytes();
            is_public_v4(Ipv4Addr::new(a, b, c, d))
        }
        // Protocol assignments with Teredo, documentation, 6to4.
        [0x2001, ..0x200, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, ..0x1000, ..] => false,
        // Global unicast. All else is loopback, mapped IPv4, unique local, link-local, multicast or nobody's.
        [0x2000..=0x3fff, ..] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(address: &str) -> Option<Why> {
        Target::parse(Policy::Public, address).err()
    }

    #[test]
    fn the_public_internet_may_be_asked() {
        for address in [
            "https://example.com/hook?x=1",
            "http://example.com:8080/",
            "https://8.8.8.8/",
            "https://[2606:4700::1111]/",
            "https://[64:ff9b::8.8.8.8]/",
            "https://فروشگاه.ایران/",
        ] {
            assert_eq!(why(address), None, "{address}");
        }
    }

    #[test]
    fn private_networks_are_refused_in_every_range() {
        for host in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.1.1.1",
            "240.0.0.1",
            "255.255.255.255",
            "[::]",
            "[::1]",
            "[fc00::1]",
            "[fdff::1]",
            "[fe80::1]",
            "[fec0::1]",
            "[ff02::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:8.8.8.8]",
            "[::127.0.0.1]",
            "[64:ff9b::10.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b:1::8.8.8.8]",
            "[2002:7f00:1::]",
            "[2001::1]",
            "[2001:db8::1]",
            "[100::1]",
        ] {
            assert_eq!(why(&format!("http://{host}/")), Some(Why::Private), "{host}");
        }
        for host in ["100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "198.20.0.1", "223.255.255.254"] {
            assert_eq!(why(&format!("http://{host}/")), None, "{host}");
        }
    }

    #[test]
    fn odd_forms_of_numbers_are_refused_even_of_public_ones() {
        for host in [
            "2130706433",
            "0x7f000001",
            "017700000001",
            "127.1",
            "0177.0.0.1",
            "0x7f.0.0.1",
            "127.0.0.1.",
            "134744072",
            "0x08080808",
            "8.8.2056",
            "127。0。0。1",
            "127．0．0．1",
            "①②⑦.0.0.1",
            "８.8.8.8",
            "%31%32%37.0.0.1",
        ] {
            let refused = why(&format!("http://{host}/"));
            assert!(matches!(refused, Some(Why::Form | Why::Malformed)), "{host}: {refused:?}");
        }
    }

    #[test]
    fn only_http_without_names_and_on_its_ports() {
        for (address, expected) in [
            ("ftp://example.com/", Why::Scheme),
            ("file:///etc/passwd", Why::Scheme),
            ("gopher://example.com/", Why::Scheme),
            ("javascript:alert(1)", Why::Scheme),
            ("http://admin@example.com/", Why::Userinfo),
            ("http://:secret@example.com/", Why::Userinfo),
            ("http://@example.com/", Why::Userinfo),
            ("https://example.com@127.0.0.1/", Why::Userinfo),
            ("http:\\\\example.com@127.0.0.1/", Why::Userinfo),
            ("http://example.com:22/", Why::Port),
            ("http://example.com:0/", Why::Port),
            ("http://example.com:1023/", Why::Port),
            ("http://", Why::Malformed),
            ("example.com/hook", Why::Malformed),
            ("http://exa mple.com/", Why::Malformed),
            ("http://1.2.3.4.5/", Why::Malformed),
            ("http://[::1%25eth0]/", Why::Malformed),
        ] {
            assert_eq!(why(address), Some(expected), "{address}");
        }
        assert_eq!(why("https://example.com/@x?mail=a@b"), None, "a path is no user");
        assert_eq!(why(&format!("https://example.com/{}", "x".repeat(URL_BYTES_MAX))), Some(Why::Malformed));
    }

    #[test]
    fn the_operator_may_name_this_machine() {
        for address in ["http://localhost:11434/v1", "http://10.0.0.7:22/", "http://[::1]:8000/"] {
            assert!(Target::parse(Policy::Trusted, address).is_ok(), "{address}");
        }
        assert_eq!(Target::parse(Policy::Trusted, "http://u:p@localhost/").err(), Some(Why::Userinfo));
        assert_eq!(Target::parse(Policy::Trusted, "unix:/run/x").err(), Some(Why::Scheme));
    }
}
