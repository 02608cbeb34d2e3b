//! Takes out of a picture what says where, when, by whom and with what it was made: whole segments are left out, what
//! is seen stays bit for bit. For answers to surveys that promised anonymity, where formats that we cannot take apart are
//! not taken, and for pictures that surveys show.
//!
//! Each format keeps a list of what it needs, so that what nobody thought of is left out as well. What follows the end
//! of a picture goes, too: phones append films and depth maps there.

mod jpeg;
mod png;
#[cfg(test)]
mod tests;
mod webp;

/// Whether files of this kind hold more than what is seen.
pub fn is_needed(kind: &str) -> bool {
    matches!(kind, "jpg" | "png" | "webp")
}

/// The picture without what surrounds it; none where the bytes are no picture of the kind, or one that breaks off.
pub fn clean(kind: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    match kind {
        "jpg" => jpeg::clean(bytes),
        "png" => png::clean(bytes),
        "webp" => webp::clean(bytes),
        _ => None,
    }
}

/// The first `N` bytes and the rest.
fn split<const N: usize>(bytes: &[u8]) -> Option<(&[u8; N], &[u8])> {
    bytes.split_first_chunk::<N>()
}
