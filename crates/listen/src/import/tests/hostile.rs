//! Bombs, wrong files and arbitrary bytes.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

use super::*;

/// A zip with the parts of a workbook, of which one unpacks to `size` zeros.
fn bomb(size: u64) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("xl/workbook.xml", options).unwrap();
    zip.start_file("xl/sharedStrings.xml", options).unwrap();
    std::io::copy(&mut std::io::Read::take(std::io::repeat(b' '), size), &mut zip).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn bombs_are_not_opened() {
    let bytes = bomb(RATIO_FROM_BYTES * 2);
    assert!(bytes.len() < 200_000);
    assert_eq!(refusal(open(&bytes)), "zip_bomb");
    // The same with sizes that lie: 1 kB is stated in the directory and in the local header.
    let mut lying = bytes.clone();
    let stated = ((RATIO_FROM_BYTES * 2) as u32).to_le_bytes();
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == stated {
            lying[at..at + 4].copy_from_slice(&1024_u32.to_le_bytes());
        }
    }
    assert_ne!(lying, bytes);
    assert!(matches!(refusal(open(&lying)), "zip_bomb" | "damaged_file"));
    let mut gz = GzEncoder::new(b"nps,text\n".to_vec(), Compression::best());
    gz.get_mut().clear();
    let line = vec![b'9'; 1 << 20];
    for _ in 0..20 {
        gz.write_all(&line).unwrap();
    }
    assert_eq!(
        refusal(open(gz.finish().unwrap()).and_then(|file| file.each(&mut |_| ControlFlow::Continue(())))),
        "zip_bomb"
    );
}

#[test]
fn other_files_are_named() {
    for (bytes, code) in [
        (&b""[..], "empty_file"),
        (b"\n\n", "empty_file"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "unknown_format"),
        (b"%PDF-1.7 x", "unknown_format"),
        (b"PK\x03\x04nonsense", "damaged_file"),
        (b"\x1F\x8Bnonsense", "damaged_file"),
        (b"a\0b,c\n1,2\n", "bad_header"),
    ] {
        assert_eq!(refusal(open(bytes)), code, "{bytes:?}");
    }
    assert_eq!(refusal(File::open(Source::Path("/nonexistent/file.csv".into()), None)), "unreadable");
}

/// Reads all there is to read; only panics and endless loops fail.
fn devour(bytes: &[u8]) {
    let Ok(file) = open(bytes) else { return };
    let Ok(sample) = Sample::take(&file) else { return };
    let guesses = guess(&sample);
    assert_eq!(guesses.len(), file.header().len());
    for guess in &guesses {
        let map = Map::parse(&guess.column.to_string(), file.header()).unwrap();
        assert_eq!(map.role, guess.column.role);
    }
    let Ok(mapping) = Mapping::new(&guesses, &[]) else { return };
    let survey = survey_from(&mapping, "x", "en");
    let plan = Plan { survey: "x".into(), import: None, now: now(), zone: TimeZone::UTC };
    let _ = run(&file, &mapping, &survey, plan, &mut |_| ControlFlow::Continue(()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        devour(&bytes);
    }

    #[test]
    fn arbitrary_tables_do_not_panic(text in "[a-c0-9\",;\t\r\n/:.%=\u{0}\u{85}۰-۹éم-]{0,400}") {
        devour(text.as_bytes());
        devour(format!("NPS,date,comment\n{text}").as_bytes());
    }

    #[test]
    fn damaged_workbooks_do_not_panic(at in 0_usize..6_000, byte in any::<u8>(), length in 1_usize..40) {
        let mut bytes = workbook(|book| {
            let sheet = book.add_worksheet();
            sheet.write(0, 0, "NPS").unwrap();
            sheet.write(1, 0, 9).unwrap();
        });
        let start = at % bytes.len();
        let end = (start + length).min(bytes.len());
        bytes[start..end].fill(byte);
        devour(&bytes);
    }

    #[test]
    fn written_rows_are_read_back(rows in prop::collection::vec(prop::collection::vec("[ -~\n]{0,12}", 3), 1..20)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["nps one", "b", "c"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let file = open(writer.into_inner().unwrap()).unwrap();
        let mut read: Vec<Vec<String>> = Vec::new();
        file.each(&mut |step| {
            if let Step::Row(row) = step {
                read.push(row.cells().map(str::to_owned).collect());
            }
            ControlFlow::Continue(())
        }).unwrap();
        let filled: Vec<Vec<String>> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(read, filled);
    }
}
