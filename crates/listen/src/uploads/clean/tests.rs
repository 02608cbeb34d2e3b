//! Pictures made of what cameras write, of what they must not, and of anything.

use proptest::prelude::*;

use super::clean;

const SECRET: &[u8] = b"GPS 35.6892N 51.3890E Sara's phone";
const KINDS: [&str; 3] = ["jpg", "png", "webp"];

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What says something besides the picture.
fn secret(before: &[u8]) -> Vec<u8> {
    [before, SECRET].concat()
}

fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u16 + 2).to_be_bytes();
    [&[0xff, marker][..], &length, payload].concat()
}

const TABLE: &[u8] = b"quantisation";
const SCAN: &[u8] = &[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0x00, 0x78];

/// A JPEG with segments before its frame.
fn jpeg(also: &[Vec<u8>]) -> Vec<u8> {
    let mut parts = vec![vec![0xff, 0xd8], segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01rgb")];
    parts.extend(also.iter().cloned());
    parts.extend([segment(0xdb, TABLE), segment(0xc0, b"frame"), vec![0xff], segment(0xda, b"scan"), SCAN.to_vec()]);
    parts.extend([segment(0xfe, &secret(b"between scans")), segment(0xda, b"scan"), SCAN.to_vec(), vec![0xff, 0xd9]]);
    parts.concat()
}

fn exif(turn: u8, is_little: bool) -> Vec<u8> {
    let mut tiff: Vec<u8> = if is_little {
        b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0".to_vec()
    } else {
        b"MM\0*\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x04abc\0\x01\x12\0\x03\0\0\0\x01".to_vec()
    };
    tiff.extend(if is_little { [turn, 0, 0, 0] } else { [0, turn, 0, 0] });
    tiff.extend([0; 4]);
    [b"Exif\0\0", &tiff[..], SECRET].concat()
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&(data.len() as u32).to_be_bytes(), &name[..], data, b"crc!"].concat()
}

fn png(also: &[Vec<u8>]) -> Vec<u8> {
    let mut parts = vec![b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", b"13 bytes here")];
    parts.extend(also.iter().cloned());
    parts.extend([chunk(b"IDAT", b"the picture"), chunk(b"IEND", b"")]);
    parts.concat()
}

fn part(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let pad = vec![0; data.len() % 2];
    [&name[..], &(data.len() as u32).to_le_bytes(), data, &pad].concat()
}

fn webp(parts: &[Vec<u8>]) -> Vec<u8> {
    let body = [b"WEBP".to_vec(), parts.concat()].concat();
    [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
}

#[test]
fn a_photo_loses_its_place_and_keeps_its_picture() {
    let xmp = segment(0xe1, &secret(b"http://ns.adobe.com/xap/1.0/\0"));
    let photo = [
        jpeg(&[segment(0xe1, &exif(6, true)), xmp, segment(0xed, &secret(b"Photoshop 3.0\0")), segment(0xfe, SECRET)]),
        SECRET.to_vec(),
    ];
    let cleaned = clean("jpg", &photo.concat()).expect("a photo");
    assert!(!holds(&cleaned, SECRET) && !holds(&cleaned, b"rgb") && !holds(&cleaned, b"abc"));
    assert!(holds(&cleaned, TABLE) && holds(&cleaned, b"frame") && holds(&cleaned, SCAN));
    assert!(holds(&cleaned, b"\x01\x12\0\x03\0\0\0\x01\0\x06"), "it is still turned the right way");
    assert!(cleaned.ends_with(&[0xff, 0xd9]));
    assert_eq!(clean("jpg", &cleaned).as_deref(), Some(&cleaned[..]));
    let upright = clean("jpg", &jpeg(&[segment(0xe1, &exif(1, false))])).expect("a photo");
    assert!(!holds(&upright, b"Exif"));
    let other = clean("jpg", &jpeg(&[segment(0xe1, &exif(8, false))])).expect("a photo");
    assert!(holds(&other, b"\x01\x12\0\x03\0\0\0\x01\0\x08"));
    let coloured = [segment(0xe2, b"ICC_PROFILE\0\x01\x01colours"), segment(0xee, b"Adobe\0d\0\0\0\0\x01more")];
    let coloured = clean("jpg", &jpeg(&coloured)).expect("a photo");
    assert!(holds(&coloured, b"colours") && holds(&coloured, b"Adobe") && !holds(&coloured, b"more"));
    // A picture that a camera did not end can be seen; one without a scan cannot.
    let whole = jpeg(&[]);
    assert!(clean("jpg", &whole[..whole.len() - 2]).is_some());
    assert!(clean("jpg", &[0xff, 0xd8, 0xff, 0xd9]).is_none());
}

#[test]
fn a_drawing_loses_its_texts() {
    let also = [
        chunk(b"tEXt", &secret(b"Author\0")),
        chunk(b"zTXt", SECRET),
        chunk(b"iTXt", SECRET),
        chunk(b"eXIf", SECRET),
        chunk(b"tIME", SECRET),
        chunk(b"prVt", SECRET),
        chunk(b"gAMA", b"4byt"),
    ];
    let cleaned = clean("png", &[png(&also), SECRET.to_vec()].concat()).expect("a picture");
    assert_eq!(cleaned, png(&[chunk(b"gAMA", b"4byt")]));
    assert!(clean("png", &png(&[chunk(b"CgBI", b"x")])).is_none(), "what must be understood is not");
    assert!(clean("png", &png(&[chunk(b"t xt", b"x")])).is_none());
    assert!(clean("png", &[&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IDAT", b"x"), &chunk(b"IEND", b"")].concat()).is_none());
}

#[test]
fn a_film_of_pictures_loses_what_is_between() {
    let frame = [&[7u8; 16][..], &part(b"VP8L", b"one"), &part(b"XMP ", SECRET)].concat();
    let parts = [
        part(b"VP8X", &[0x1e | 0x20, 0, 0, 0, 9, 0, 0, 9, 0, 0]),
        part(b"ICCP", b"colours"),
        part(b"ANMF", &frame),
        part(b"EXIF", SECRET),
        part(b"XMP ", SECRET),
        part(b"????", SECRET),
    ];
    let cleaned = clean("webp", &[webp(&parts), SECRET.to_vec()].concat()).expect("a picture");
    let frame = [&[7u8; 16][..], &part(b"VP8L", b"one")].concat();
    let left =
        [part(b"VP8X", &[0x12 | 0x20, 0, 0, 0, 9, 0, 0, 9, 0, 0]), part(b"ICCP", b"colours"), part(b"ANMF", &frame)];
    assert_eq!(cleaned, webp(&left));
    let mut long = webp(&[part(b"VP8 ", b"picture")]);
    long[4] += 1;
    assert!(clean("webp", &long).is_none(), "it says that it is longer than it is");
    assert!(clean("webp", &webp(&[part(b"EXIF", SECRET)])).is_none());
}

#[test]
fn what_breaks_off_is_refused_and_never_tells() {
    let exif = segment(0xe1, &exif(3, true));
    let whole = [
        ("jpg", jpeg(&[exif])),
        ("png", png(&[chunk(b"tEXt", SECRET)])),
        ("webp", webp(&[part(b"EXIF", SECRET), part(b"VP8 ", b"odd")])),
    ];
    for (kind, bytes) in whole {
        for end in 0..bytes.len() {
            if let Some(cleaned) = clean(kind, &bytes[..end]) {
                assert!(kind == "jpg" && !holds(&cleaned, SECRET), "{kind} to {end}");
            }
        }
        // Any byte may be another.
        for at in 0..bytes.len() {
            for value in [0x00, 0x01, 0x7f, 0xff] {
                let mut other = bytes.clone();
                other[at] = value;
                drop(clean(kind, &other));
            }
        }
    }
    assert!(clean("gif", b"GIF89a").is_none() && clean("pdf", b"%PDF-1.7").is_none());
}

fn heads() -> impl Strategy<Value = Vec<u8>> {
    let head = prop_oneof![
        Just(vec![0xff, 0xd8]),
        Just(b"\x89PNG\r\n\x1a\n".to_vec()),
        Just(b"RIFF\xff\0\0\0WEBPVP8 ".to_vec()),
        Just(vec![])
    ];
    let byte = prop_oneof![3 => any::<u8>(), 1 => Just(0xff), 1 => Just(0)];
    (head, prop::collection::vec(byte, 0..400)).prop_map(|(head, rest)| [head, rest].concat())
}

proptest! {
    #[test]
    fn anything_is_taken_apart_or_refused(bytes in heads()) {
        for kind in KINDS {
            if let Some(cleaned) = clean(kind, &bytes) {
                prop_assert!(cleaned.len() <= bytes.len() + 1, "at most a padding is added");
                prop_assert_eq!(clean(kind, &cleaned), Some(cleaned), "twice is once");
            }
        }
    }

    #[test]
    fn no_segment_of_a_photo_tells(markers in prop::collection::vec(0xe0u8..=0xfe, 0..12), odd in any::<bool>()) {
        let names: [&[u8]; 5] = [b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"MPF\0", b"JFXX\0", b""];
        let also: Vec<Vec<u8>> = markers.iter().enumerate().map(|(n, marker)| {
            let mut payload = secret(names[n % names.len()]);
            payload.extend(vec![7; usize::from(odd)]);
            segment(*marker, &payload)
        }).collect();
        let cleaned = clean("jpg", &jpeg(&also)).expect("a photo");
        prop_assert_eq!(cleaned, clean("jpg", &jpeg(&[])).expect("a photo"));
    }

    #[test]
    fn no_chunk_of_a_drawing_tells(names in prop::collection::vec("[a-z][A-Za-z]{3}", 0..12)) {
        let kept = ["tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT"];
        let also = names.iter().filter(|name| !kept.contains(&name.as_str()));
        let also: Vec<Vec<u8>> = also.map(|name| chunk(name.as_bytes().try_into().expect("four"), SECRET)).collect();
        prop_assert_eq!(clean("png", &png(&also)), Some(png(&[])));
    }
}
