//! Where the bytes come from, and how many of them have been read.

use std::fs;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::{Error, Refusal};

use super::code::Code;
use super::{RATIO_FROM_BYTES, RATIO_MAX, UNPACKED_BYTES_MAX};

/// A file on disk, or one that is in memory already. It is opened more than once: to look, and to read.
#[derive(Clone, Debug)]
pub enum Source {
    Path(PathBuf),
    Bytes(Arc<[u8]>),
}

pub(super) trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

impl Source {
    pub(super) fn open(&self) -> Result<Box<dyn ReadSeek>, Error> {
        match self {
            Self::Path(path) => match fs::File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(unreadable(&error)),
            },
            Self::Bytes(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
        }
    }

    /// Size in bytes, as packed.
    pub(super) fn size(&self) -> Result<u64, Error> {
        match self {
            Self::Path(path) => fs::metadata(path).map(|meta| meta.len()).map_err(|error| unreadable(&error)),
            Self::Bytes(bytes) => Ok(bytes.len() as u64),
        }
    }
}

fn unreadable(error: &io::Error) -> Error {
    Code::Unreadable.refuse().with("reason", error.to_string()).into()
}

/// The refusal that a reader of this module hid in an I/O error, else one that names the error.
pub(super) fn refusal(error: io::Error) -> Error {
    let text = error.to_string();
    let broken =
        matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof);
    match error.into_inner().and_then(|inner| inner.downcast::<Refusal>().ok()) {
        Some(refusal) => Error::Refused(*refusal),
        None if broken => Code::DamagedFile.refuse().with("reason", text).into(),
        None => Code::Unreadable.refuse().with("reason", text).into(),
    }
}

/// Counts what passes, for progress.
pub(super) struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    pub(super) fn new(inner: R, count: Arc<AtomicU64>) -> Self {
        Self { inner, count }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// Unpacked bytes with the bounds that stop a compression bomb.
pub(super) struct Bounded<R> {
    inner: R,
    unpacked: u64,
    packed: u64,
}

impl<R: Read> Bounded<R> {
    /// `packed`: size of the compressed file in bytes.
    pub(super) fn new(inner: R, packed: u64) -> Self {
        Self { inner, unpacked: 0, packed }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.unpacked += read as u64;
        if self.unpacked > UNPACKED_BYTES_MAX {
            return Err(io::Error::other(Code::FileTooLarge.refuse().with("limit", UNPACKED_BYTES_MAX.to_string())));
        }
        if self.unpacked > RATIO_FROM_BYTES && self.unpacked / self.packed.max(1) > RATIO_MAX {
            return Err(io::Error::other(Code::ZipBomb.refuse().with("limit", RATIO_MAX.to_string())));
        }
        Ok(read)
    }
}
