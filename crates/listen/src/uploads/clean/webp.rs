//! WebP (RFC 9649, section 2): a RIFF of chunks, each with a name, a little-endian length, and data padded to even.

use super::split;

/// Flags of `VP8X` that say that there are Exif and XMP chunks.
const EXIF_FLAG: u8 = 0x08;
const XMP_FLAG: u8 = 0x04;
const KEPT: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
const KEPT_IN_FRAME: [&[u8; 4]; 3] = [b"VP8 ", b"VP8L", b"ALPH"];
/// Place, size and duration of a frame, before its own chunks.
const FRAME_BYTES: usize = 16;

pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let (size, rest) = split::<4>(bytes.strip_prefix(b"RIFF")?)?;
    let inside = rest.get(..usize::try_from(u32::from_le_bytes(*size)).ok()?)?;
    let mut body = b"WEBP".to_vec();
    let mut has_picture = false;
    for (name, data) in chunks(inside.strip_prefix(b"WEBP")?)? {
        has_picture |= matches!(&name, b"VP8 " | b"VP8L" | b"ANMF");
        match &name {
            b"VP8X" => {
                let (flags, other) = data.split_first()?;
                let mut head = vec![flags & !(EXIF_FLAG | XMP_FLAG)];
                head.extend(other);
                put(&mut body, &name, &head)?;
            }
            b"ANMF" => {
                let mut frame = data.get(..FRAME_BYTES)?.to_vec();
                for (name, data) in chunks(&data[FRAME_BYTES..])? {
                    if KEPT_IN_FRAME.contains(&&name) {
                        put(&mut frame, &name, data)?;
                    }
                }
                put(&mut body, &name, &frame)?;
            }
            name if KEPT.contains(&name) => put(&mut body, name, data)?,
            _ => {}
        }
    }
    let mut out = b"RIFF".to_vec();
    out.extend(u32::try_from(body.len()).ok()?.to_le_bytes());
    out.extend(body);
    has_picture.then_some(out)
}

/// All chunks; none where one is longer than what there is.
fn chunks(mut rest: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let (name, after) = split::<4>(rest)?;
        let (length, after) = split::<4>(after)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        chunks.push((*name, after.get(..length)?));
        // The last one may lack its padding.
        rest = after.get(length.checked_add(length % 2)?..).unwrap_or_default();
    }
    Some(chunks)
}

fn put(out: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) -> Option<()> {
    out.extend(name);
    out.extend(u32::try_from(data.len()).ok()?.to_le_bytes());
    out.extend(data);
    out.extend(std::iter::repeat_n(0, data.len() % 2));
    Some(())
}
