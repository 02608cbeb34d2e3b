//! JPEG (ITU-T T.81, annex B): marker segments, and behind each start of a scan the coded data up to the next marker.

use super::split;

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;
const EXIF: &[u8] = b"Exif\0\0";
/// Bytes of a JFIF segment without its preview, and of an Adobe segment.
const JFIF_BYTES: usize = 14;
const ADOBE_BYTES: usize = 12;
/// The tag of the orientation in TIFF 6.0, and the type of a short number.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xff, SOI])?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xff, SOI]);
    let (mut has_scan, mut is_turned) = (false, false);
    loop {
        // Some cameras stop without the last marker; what was scanned can be seen.
        if rest.is_empty() && has_scan {
            return Some(out);
        }
        let (&[mark, marker], after) = split::<2>(rest)?;
        match marker {
            _ if mark != 0xff => return None,
            // Any number of marks may stand before a marker.
            0xff => {
                rest = &rest[1..];
                continue;
            }
            EOI => {
                out.extend([0xff, EOI]);
                return has_scan.then_some(out);
            }
            0x00 | SOI => return None,
            // Without a length, and without a use between segments.
            0x01 | 0xd0..=0xd7 => {
                rest = after;
                continue;
            }
            _ => {}
        }
        let (length, _) = split::<2>(after)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let payload = after.get(2..length)?;
        rest = &after[length..];
        match marker {
            SOS => {
                put(&mut out, marker, payload);
                let (scan, after) = rest.split_at(scan_bytes(rest));
                out.extend(scan);
                rest = after;
                has_scan = true;
            }
            // Frames, tables, restart intervals, lines: what is seen.
            0xc0..=0xcf | 0xdb..=0xdf => put(&mut out, marker, payload),
            APP0 if payload.starts_with(b"JFIF\0") && payload.len() >= JFIF_BYTES => {
                // The preview may show what was cut off later.
                let mut head = payload[..JFIF_BYTES].to_vec();
                head[JFIF_BYTES - 2..].fill(0);
                put(&mut out, marker, &head);
            }
            APP1 if payload.starts_with(EXIF) && !is_turned => {
                if let Some(turn) = orientation(&payload[EXIF.len()..]).filter(|turn| *turn != 1) {
                    put(&mut out, marker, &turned(turn));
                    is_turned = true;
                }
            }
            // Which colours are meant.
            APP2 if payload.starts_with(b"ICC_PROFILE\0") => put(&mut out, marker, payload),
            APP14 if payload.starts_with(b"Adobe") && payload.len() >= ADOBE_BYTES => {
                put(&mut out, marker, &payload[..ADOBE_BYTES]);
            }
            _ => {}
        }
    }
}

fn put(out: &mut Vec<u8>, marker: u8, payload: &[u8]) {
    // It came in a segment, or is shorter than what did.
    let length = u16::try_from(payload.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xff, marker]);
    out.extend(length.to_be_bytes());
    out.extend(payload);
}

/// Bytes of coded data before the next marker that is no restart.
fn scan_bytes(data: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = data[at..].iter().position(|byte| *byte == 0xff) {
        at += found;
        match data.get(at + 1) {
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    data.len()
}

/// How the picture is to be turned (TIFF 6.0, tag 274), 1 to 8.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let (two, _) = split::<2>(tiff.get(at..)?)?;
        Some(if is_little { u16::from_le_bytes(*two) } else { u16::from_be_bytes(*two) })
    };
    let (four, _) = split::<4>(&tiff[4..])?;
    let start = if is_little { u32::from_le_bytes(*four) } else { u32::from_be_bytes(*four) };
    let start = usize::try_from(start).ok()?;
    let entry = |n: u16| start.checked_add(2 + 12 * usize::from(n));
    let found = (0..short(start)?).map_while(entry).find(|at| short(*at) == Some(ORIENTATION))?;
    if short(found + 2)? != SHORT {
        return None;
    }
    u8::try_from(short(found + 8)?).ok().filter(|turn| (1..=8).contains(turn))
}

/// An Exif segment that says nothing but how to turn the picture.
fn turned(turn: u8) -> Vec<u8> {
    let mut exif = EXIF.to_vec();
    exif.extend(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    exif.push(turn);
    exif.extend([0; 6]);
    exif
}
