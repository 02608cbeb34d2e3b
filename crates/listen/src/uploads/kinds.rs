//! What a file is: by its extension and by its first bytes, which must agree. SVG and HTML are not taken: they can
//! hold script.

/// One kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    /// Its extension; others that mean the same are in [`kind_of`].
    pub name: &'static str,
    pub mime: &'static str,
    starts: &'static [(usize, &'static [u8])],
}

const KINDS: [FileKind; 12] = [
    FileKind { name: "jpg", mime: "image/jpeg", starts: &[(0, b"\xff\xd8\xff")] },
    FileKind { name: "png", mime: "image/png", starts: &[(0, b"\x89PNG\r\n\x1a\n")] },
    FileKind { name: "webp", mime: "image/webp", starts: &[(0, b"RIFF"), (8, b"WEBP")] },
    FileKind { name: "gif", mime: "image/gif", starts: &[(0, b"GIF8")] },
    FileKind { name: "pdf", mime: "application/pdf", starts: &[(0, b"%PDF-")] },
    FileKind { name: "txt", mime: "text/plain; charset=utf-8", starts: &[] },
    FileKind {
        name: "docx",
        mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        starts: &[(0, b"PK\x03\x04")],
    },
    FileKind {
        name: "xlsx",
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        starts: &[(0, b"PK\x03\x04")],
    },
    FileKind { name: "mp4", mime: "video/mp4", starts: &[(4, b"ftyp")] },
    FileKind { name: "webm", mime: "video/webm", starts: &[(0, b"\x1a\x45\xdf\xa3")] },
    FileKind { name: "mp3", mime: "audio/mpeg", starts: &[] },
    FileKind { name: "ogg", mime: "audio/ogg", starts: &[(0, b"OggS")] },
];

/// What members may put into surveys: what browsers show.
pub const MEDIA: [&str; 8] = ["jpg", "png", "webp", "gif", "mp4", "webm", "mp3", "ogg"];
/// Bytes from the start of a file that [`FileKind::fits`] looks at.
pub const HEAD_BYTES: usize = 512;

/// The kind that a file's name says.
pub fn kind_of(name: &str) -> Option<FileKind> {
    let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
    let extension = if extension == "jpeg" { "jpg" } else { &extension };
    by_name(extension)
}

pub fn by_name(name: &str) -> Option<FileKind> {
    KINDS.into_iter().find(|kind| kind.name == name)
}

impl FileKind {
    /// Whether a file that starts like this is of the kind.
    pub fn fits(self, head: &[u8]) -> bool {
        match self.name {
            "txt" => is_text(head),
            // With tags before it, or bare frames of MPEG audio layer III.
            "mp3" => head.starts_with(b"ID3") || matches!(head, [0xff, second, ..] if second & 0xe6 == 0xe2),
            _ => self.starts.iter().all(|(at, bytes)| head.get(*at..).is_some_and(|rest| rest.starts_with(bytes))),
        }
    }
}

/// UTF-8, perhaps cut in the middle of a character, without control characters that no text has.
fn is_text(head: &[u8]) -> bool {
    let whole = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or(""),
        Err(_) => return false,
    };
    !whole.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
}

#[cfg(test)]
mod tests {
    use kernel::survey::question::FILE_TYPES;

    use super::*;

    #[test]
    fn name_and_first_bytes_must_agree() {
        let png = b"\x89PNG\r\n\x1a\n....";
        assert!(kind_of("a.PNG").is_some_and(|kind| kind.fits(png)));
        assert!(kind_of("a.jpeg").is_some_and(|kind| kind.name == "jpg" && !kind.fits(png)));
        assert!(kind_of("a.pdf").is_some_and(|kind| !kind.fits(b"<script>")));
        assert!(kind_of("a.txt").is_some_and(|kind| kind.fits("سلام".as_bytes()) && !kind.fits(png)));
        for name in ["a.svg", "a.html", "a.png.exe", "a", ".png/..", ""] {
            assert_eq!(kind_of(name), None, "{name}");
        }
    }

    #[test]
    fn a_text_may_be_cut_within_a_letter() {
        let text = "س".repeat(300);
        assert!(is_text(&text.as_bytes()[..HEAD_BYTES - 1]));
    }

    #[test]
    fn every_type_that_a_question_may_name_is_known() {
        assert!(FILE_TYPES.iter().chain(&MEDIA).all(|name| by_name(name).is_some()));
    }
}
