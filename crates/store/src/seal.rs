//! Secrets that must be read again, e.g. to sign with. They lie in the database sealed, with a key that lies in a file of
//! the data folder: whoever gets hold of the database alone gets none of them.
//!
//! Nodes that share a PostgreSQL database share the file, too: copy it to each. Without it, what was sealed cannot be
//! opened, and is to be made anew.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use kernel::id::{base32, from_base32};
use kernel::{Env, Error, Result};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest, Sha256};

use crate::Store;

/// Name of the file in the data folder.
pub const FILE: &str = "seal.key";
const KEY_BYTES: usize = 32;
/// Says with which key something was sealed.
const MARK_BYTES: usize = 4;

/// The key of a data folder.
pub(crate) struct Key {
    aead: LessSafeKey,
    mark: [u8; MARK_BYTES],
}

/// Why a secret does not come out again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Shut {
    #[error("it was sealed with another key than that of seal.key in the data folder")]
    OtherKey,
    #[error("it is damaged, or belongs elsewhere")]
    Damaged,
}

impl Store {
    /// Seals a secret for one place, e.g. table and id: it opens nowhere else. ChaCha20-Poly1305 (RFC 8439) with a random
    /// nonce.
    ///
    /// # Errors
    /// `Internal` where the key can neither be read nor made.
    pub fn seal(&self, place: &str, secret: &[u8]) -> Result<String> {
        let key = self.seal_key()?;
        let nonce = self.env().bytes::<NONCE_LEN>();
        let mut sealed = secret.to_vec();
        key.aead
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(place), &mut sealed)
            .map_err(|_| Error::internal("a secret cannot be sealed"))?;
        Ok(base32(&[&key.mark[..], &nonce, &sealed].concat()))
    }

    /// The secret that was sealed for this place.
    ///
    /// # Errors
    /// `Internal` with [`Shut`], or where the key cannot be read.
    pub fn unseal(&self, place: &str, sealed: &str) -> Result<Vec<u8>> {
        let key = self.seal_key()?;
        let bytes = from_base32(sealed).unwrap_or_default();
        let damaged = || Error::internal(Shut::Damaged);
        let (mark, rest) = bytes.split_at_checked(MARK_BYTES).ok_or_else(damaged)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE_LEN).ok_or_else(damaged)?;
        if mark != key.mark {
            return Err(Error::internal(Shut::OtherKey));
        }
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| damaged())?;
        let mut sealed = sealed.to_vec();
        let secret = key.aead.open_in_place(nonce, Aad::from(place), &mut sealed).map_err(|_| damaged())?;
        Ok(secret.to_vec())
    }

    fn seal_key(&self) -> Result<&Key> {
        if let Some(key) = self.inner.seal.get() {
            return Ok(key);
        }
        let key = Key::of(self.folder(), self.env()).map_err(Error::internal)?;
        Ok(self.inner.seal.get_or_init(|| key))
    }
}

impl Key {
    /// That of a folder; made when it is first needed. Of two processes that make it at once, one is first.
    fn of(folder: &Path, env: &Env) -> std::io::Result<Self> {
        let path = folder.join(FILE);
        match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => make(folder, &path, env)?,
            Err(error) => return Err(error),
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        File::open(&path)?.read_to_end(&mut bytes)?;
        let odd = || std::io::Error::other("seal.key is not a key of this program");
        let aead = UnboundKey::new(&CHACHA20_POLY1305, &bytes).map_err(|_| odd())?;
        let mut mark = [0; MARK_BYTES];
        mark.copy_from_slice(&Sha256::digest(&bytes)[..MARK_BYTES]);
        Ok(Self { aead: LessSafeKey::new(aead), mark })
    }
}

/// On disk before anything is sealed with it: whole or not there.
fn make(folder: &Path, path: &Path, env: &Env) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let aside = folder.join(format!("{FILE}.{}", base32(&env.bytes::<5>())));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside)?;
    file.write_all(&env.bytes::<KEY_BYTES>())?;
    file.sync_all()?;
    let placed = match fs::hard_link(&aside, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        placed => placed,
    };
    fs::remove_file(&aside)?;
    placed?;
    File::open(folder)?.sync_all()
}
