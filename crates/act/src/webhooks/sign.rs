//! Secrets and signatures, by Standard Webhooks 1.0.0.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use kernel::{Env, Result, Timestamp};
use sha2::Sha256;
use store::Store;

use super::entity::endpoint;

/// The standard asks for 24 to 64.
const SECRET_BYTES: usize = 32;
const SECRET_PREFIX: &str = "whsec_";
/// How long the old secret of an endpoint signs beside the new one.
pub const OVERLAP_MICROS: i64 = kernel::time::DAY;

/// A new secret, to be shown once.
pub fn new_secret(env: &Env) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(env.bytes::<SECRET_BYTES>()))
}

/// Seals the secret of an endpoint.
pub fn sealed(store: &Store, endpoint: &str, secret: &str) -> Result<String> {
    let bytes = secret.strip_prefix(SECRET_PREFIX).and_then(|text| STANDARD.decode(text).ok());
    store.seal(&place(endpoint), &bytes.ok_or_else(|| kernel::Error::internal("this is no secret of a webhook"))?)
}

fn place(endpoint: &str) -> String {
    format!("webhook_endpoints.secret:{endpoint}")
}

/// Signs for one endpoint with its secret, and with the one before while that still counts.
#[derive(Clone)]
pub struct Signer(Vec<Vec<u8>>);

impl Signer {
    /// # Errors
    /// `Internal` where a secret cannot be opened.
    pub fn of(store: &Store, endpoint: &endpoint::Model, now: Timestamp) -> Result<Self> {
        let place = place(&endpoint.id);
        let mut keys = vec![store.unseal(&place, &endpoint.secret)?];
        if let (Some(old), Some(until)) = (&endpoint.old_secret, endpoint.old_until)
            && now.0 < until
        {
            keys.push(store.unseal(&place, old)?);
        }
        Ok(Self(keys))
    }

    /// The header `webhook-signature`: over id, seconds since 1970 and body, with a dot between.
    ///
    /// # Errors
    /// `Internal`, which no key of ours gives.
    pub fn sign(&self, id: &str, seconds: i64, body: &str) -> Result<String> {
        let signed = |key: &Vec<u8>| {
            let mac = Hmac::<Sha256>::new_from_slice(key).map_err(kernel::Error::internal)?;
            let mac = mac.chain_update(format!("{id}.{seconds}.")).chain_update(body);
            Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
        };
        Ok(self.0.iter().map(signed).collect::<Result<Vec<_>>>()?.join(" "))
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification's reference libraries.
    #[test]
    fn signs_as_the_standard_does() {
        let key = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed = Signer(vec![key]).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, r#"{"test": 2432232314}"#);
        assert_eq!(signed.unwrap(), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn both_secrets_sign_one_after_the_other() {
        let both = Signer(vec![b"new".to_vec(), b"old".to_vec()]).sign("evt_1", 1, "{}").unwrap();
        let old = Signer(vec![b"old".to_vec()]).sign("evt_1", 1, "{}").unwrap();
        assert_eq!(both.split(' ').count(), 2);
        assert_eq!(both.split(' ').nth(1), Some(old.as_str()));
    }
}
