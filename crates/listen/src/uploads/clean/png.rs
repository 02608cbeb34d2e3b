//! PNG (W3C, third edition, section 5): a signature, then chunks of length, type, data and checksum.

use super::split;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Length, type and checksum around a chunk's data.
const AROUND: usize = 12;
/// What is seen, and how: palette, transparency, colours, size of a point, animation.
const KEPT: [&[u8; 4]; 19] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(SIGNATURE);
    let (mut is_first, mut has_data) = (true, false);
    loop {
        let (length, after) = split::<4>(rest)?;
        let (name, _) = split::<4>(after)?;
        let whole = usize::try_from(u32::from_be_bytes(*length)).ok()?.checked_add(AROUND)?;
        let chunk = rest.get(..whole)?;
        rest = &rest[whole..];
        if is_first != (name == b"IHDR") || !name.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        is_first = false;
        has_data |= name == b"IDAT";
        if KEPT.contains(&name) {
            out.extend(chunk);
        } else if name[0].is_ascii_uppercase() {
            // Without this chunk the picture could not be read; with it, we do not know what it says.
            return None;
        }
        if name == b"IEND" {
            return has_data.then_some(out);
        }
    }
}
