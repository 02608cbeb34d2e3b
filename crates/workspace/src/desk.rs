//! What the handlers of this slice share besides the store.

use std::net::IpAddr;
use std::sync::Arc;

use kernel::{Result, Timestamp};
use ui::http::Limiter;

use crate::Passwords;

/// Tries per address: this many at once, then so many a minute. Somebody who locks another out by trying wrong
/// passwords locks them out for half a minute, and a one-time link still lets them in.
const ADDRESS_BURST: u32 = 10;
const ADDRESS_PER_MINUTE: u32 = 2;
/// Tries per network: an office behind one address signs in on a Monday morning.
const NETWORK_BURST: u32 = 40;
const NETWORK_PER_MINUTE: u32 = 20;

/// Passwords and the limits on trying them. Clones share both.
#[derive(Clone)]
pub(crate) struct Desk(Arc<Inner>);

struct Inner {
    passwords: Passwords,
    by_address: Limiter<String>,
    by_network: Limiter<IpAddr>,
}

impl Desk {
    pub(crate) fn new(passwords: Passwords) -> Self {
        Self(Arc::new(Inner {
            passwords,
            by_address: Limiter::new(ADDRESS_BURST, ADDRESS_PER_MINUTE),
            by_network: Limiter::new(NETWORK_BURST, NETWORK_PER_MINUTE),
        }))
    }

    pub(crate) fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// Counts one try at the password of `who` (an e-mail address or a member's id) from `ip`.
    ///
    /// # Errors
    /// `TooMany` with the seconds to wait.
    pub(crate) fn knock(&self, who: &str, ip: IpAddr, now: Timestamp) -> Result<()> {
        self.0.by_network.take(network(ip), now)?;
        self.0.by_address.take(who.to_lowercase(), now)
    }
}

/// One household or office: an IPv4 address, or the first 64 bits of an IPv6 address.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_ipv6_network_count_together() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }
}
