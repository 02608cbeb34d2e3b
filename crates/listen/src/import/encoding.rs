//! Which encoding a delimited file is in, and reading it as UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

/// Encodings that are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Western European.
    Windows1252,
    /// Arabic, with the Persian letters.
    Windows1256,
}

/// Non-ASCII bytes after which the encoding is settled; a file of plain ASCII is looked through to its end, because
/// its first foreign letter may stand anywhere.
const SETTLED_BYTES: u64 = 16 << 10;
/// In a UTF-16 file that is a table, at least this share (one in …) of the bytes are NUL: digits, delimiters and line
/// ends are ASCII in every language.
const NUL_SHARE: u64 = 16;

impl Encoding {
    /// The name that people know.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "windows-1252",
            Self::Windows1256 => "windows-1256",
        }
    }

    /// Reads until the encoding is settled. A byte-order mark decides; then NULs on every second byte; then whether
    /// the bytes are UTF-8; then whether the foreign letters stand together (Arabic script) or alone inside Latin
    /// words.
    pub(super) fn detect(mut input: impl Read) -> io::Result<Self> {
        let mut evidence = Evidence::default();
        let mut buffer = vec![0; 64 << 10];
        let mut first = true;
        loop {
            let filled = fill(&mut input, &mut buffer)?;
            let chunk = &buffer[..filled];
            if first {
                if let Some(encoding) = Self::from_mark(chunk).or_else(|| Self::from_nuls(chunk)) {
                    return Ok(encoding);
                }
                first = false;
            }
            evidence.add(chunk);
            if filled < buffer.len() || evidence.foreign > SETTLED_BYTES {
                return Ok(evidence.verdict());
            }
        }
    }

    fn from_mark(start: &[u8]) -> Option<Self> {
        match start {
            [0xEF, 0xBB, 0xBF, ..] => Some(Self::Utf8),
            [0xFF, 0xFE, ..] => Some(Self::Utf16Le),
            [0xFE, 0xFF, ..] => Some(Self::Utf16Be),
            _ => None,
        }
    }

    fn from_nuls(start: &[u8]) -> Option<Self> {
        let count = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count() as u64;
        let (even, odd) = (count(0), count(1));
        if (even + odd) * NUL_SHARE < start.len() as u64 || even + odd < 2 {
            return None;
        }
        if odd > even * 20 {
            Some(Self::Utf16Le)
        } else if even > odd * 20 {
            Some(Self::Utf16Be)
        } else {
            None
        }
    }

    /// The same text as UTF-8, without a byte-order mark. UTF-8 is passed through unchecked: what is broken is
    /// refused line by line.
    pub(super) fn reader<R: Read + Send + 'static>(self, input: R) -> Box<dyn Read + Send> {
        let decoder = match self {
            Self::Utf8 => return Box::new(WithoutMark { input, checked: false, held: Vec::new() }),
            Self::Utf16Le => UTF_16LE.new_decoder_with_bom_removal(),
            Self::Utf16Be => UTF_16BE.new_decoder_with_bom_removal(),
            Self::Windows1252 => WINDOWS_1252.new_decoder_without_bom_handling(),
            Self::Windows1256 => WINDOWS_1256.new_decoder_without_bom_handling(),
        };
        Box::new(Decoding { input, decoder, raw: vec![0; 32 << 10], start: 0, end: 0, last: false, done: false })
    }
}

/// Fills the buffer unless the input ends.
pub(super) fn fill(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match input.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// What the bytes beyond ASCII look like.
#[derive(Default)]
struct Evidence {
    foreign: u64,
    /// Whole UTF-8 sequences, and bytes that are none.
    valid: u64,
    broken: u64,
    /// Letters of words that hold no ASCII letter, and foreign letters inside words that do.
    apart: u64,
    inside: u64,
    /// Bytes of a sequence that the last chunk cut.
    cut: Vec<u8>,
}

impl Evidence {
    fn add(&mut self, chunk: &[u8]) {
        if chunk.is_ascii() && self.cut.is_empty() {
            return;
        }
        self.foreign += chunk.iter().filter(|byte| !byte.is_ascii()).count() as u64;
        let mut bytes = std::mem::take(&mut self.cut);
        bytes.extend_from_slice(chunk);
        let mut rest = bytes.as_slice();
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.valid += sequences(text);
                    break;
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    self.valid += sequences(std::str::from_utf8(good).unwrap_or_default());
                    match error.error_len() {
                        Some(length) => {
                            self.broken += 1;
                            rest = &bad[length..];
                        }
                        None => {
                            self.cut = bad.to_vec();
                            break;
                        }
                    }
                }
            }
        }
        self.count_words(chunk);
    }

    /// In 0xC0 to 0xFF, both code pages hold letters only (but for two signs each); in 0x80 to 0xBF only the Persian
    /// letters of windows-1256 matter.
    fn count_words(&mut self, chunk: &[u8]) {
        let foreign = |byte: &u8| matches!(byte, 0xC0..=0xFF | 0x81 | 0x8D | 0x8E | 0x90 | 0x98);
        for word in chunk.split(|byte| !byte.is_ascii_alphabetic() && !foreign(byte)) {
            let letters = word.iter().filter(|byte| foreign(byte)).count() as u64;
            if letters < word.len() as u64 {
                self.inside += letters;
            } else if letters > 1 {
                self.apart += letters;
            }
        }
    }

    fn verdict(mut self) -> Encoding {
        self.broken += u64::from(!self.cut.is_empty());
        // A few broken bytes in a UTF-8 file are damage (a text cut in the middle of a letter), not another encoding.
        if self.broken == 0 || self.valid > self.broken * 10 {
            Encoding::Utf8
        } else if self.apart > self.inside {
            Encoding::Windows1256
        } else {
            Encoding::Windows1252
        }
    }
}

fn sequences(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte >= 0xC0).count() as u64
}

/// Drops a UTF-8 byte-order mark.
struct WithoutMark<R> {
    input: R,
    checked: bool,
    held: Vec<u8>,
}

impl<R: Read> Read for WithoutMark<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.checked {
            self.checked = true;
            let mut start = [0; 3];
            let filled = fill(&mut self.input, &mut start)?;
            if start[..filled] != [0xEF, 0xBB, 0xBF] {
                self.held = start[..filled].to_vec();
            }
        }
        if !self.held.is_empty() {
            let taken = self.held.len().min(buffer.len());
            buffer[..taken].copy_from_slice(&self.held[..taken]);
            self.held.drain(..taken);
            return Ok(taken);
        }
        self.input.read(buffer)
    }
}

struct Decoding<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    start: usize,
    end: usize,
    last: bool,
    done: bool,
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.done {
            return Ok(0);
        }
        // The decoder writes whole characters, so it must have room for one; our own readers ask for far more.
        if buffer.len() < 4 {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        loop {
            if self.start == self.end && !self.last {
                self.start = 0;
                self.end = fill(&mut self.input, &mut self.raw)?;
                self.last = self.end < self.raw.len();
            }
            let (result, read, written, _) =
                self.decoder.decode_to_utf8(&self.raw[self.start..self.end], buffer, self.last);
            self.start += read;
            if self.last && result == CoderResult::InputEmpty {
                self.done = true;
            }
            if written > 0 || self.done {
                return Ok(written);
            }
        }
    }
}
