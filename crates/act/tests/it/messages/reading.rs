//! Reading mails: what people wrote, in four languages, and whatever else arrives.

use act::messages::{parse, split};
use proptest::prelude::*;

/// The text that is the sender's own.
fn own(text: &str) -> String {
    split(text).own
}

#[test]
fn quoted_mails_are_left_out_in_four_languages() {
    for (text, kept) in [
        ("Thanks!\n\nOn Sun, 22 Nov 2026 at 09:30, Kaffe <s@k.example> wrote:\n> Dear Sara", "Thanks!"),
        (
            "Thanks!\n\nOn Sun, 22 Nov 2026 at 09:30, Kaffe Service\n<service@k.example> wrote:\n\n> Dear Sara",
            "Thanks!",
        ),
        ("Tack!\n\nDen sön 22 nov. 2026 kl 09:30 skrev Kaffe <s@k.example>:\n> Hej Sara", "Tack!"),
        ("Tack!\n\nKaffe <s@k.example> skrev den 22 november 2026:\n\nHej Sara", "Tack!"),
        (
            "ممنونم!\n\nدر یکشنبه ۲۲ نوامبر ۲۰۲۶ ساعت ۹:۳۰ \u{202a}Kaffe\u{202c}\u{200f} <\u{202a}s@k.example\u{202c}\u{200f}> نوشت:\n> سارای گرامی",
            "ممنونم!",
        ),
        (
            "شكرًا!\n\nفي الأحد، ٢٢ نوفمبر ٢٠٢٦ في ٩:٣٠ ص تمت كتابة ما يلي بواسطة كتب \u{202a}Kaffe\u{202c}\u{200f} <\u{202a}s@k.example\u{202c}\u{200f}>:\n\n> عزيزتي سارة",
            "شكرًا!",
        ),
        ("Danke!\n\nAm So., 22. Nov. 2026 um 09:30 Uhr schrieb Kaffe <s@k.example>:\n> Hallo", "Danke!"),
        ("Yes\n\n-----Original Message-----\nFrom: Kaffe\nDear Sara", "Yes"),
        ("Ja\n\n-----Ursprungligt meddelande-----\nHej", "Ja"),
        ("بله\n\n-----پیام اصلی-----\nسلام", "بله"),
        ("نعم\n\n-----الرسالة الأصلية-----\nمرحبًا", "نعم"),
        (
            "Ja\n\n________________________________\nFrån: Kaffe\nSkickat: den 22 november 2026\nTill: Sara\nÄmne: Ditt besök\n\nHej",
            "Ja",
        ),
        ("بله\n\nاز: Kaffe\nتاریخ: ۲۲ نوامبر\nبه: سارا\nموضوع: دیدار\n\nسلام", "بله"),
        ("نعم\n\nمن: Kaffe\nالتاريخ: ٢٢ نوفمبر\nإلى: سارة\n\nمرحبًا", "نعم"),
        ("Yes\n-- \nSara\n+46 70", "Yes"),
        ("Yes\n\nSent from my iPhone", "Yes"),
        ("Ja\n\nSkickat från min iPhone", "Ja"),
        ("بله\n\nارسال شده از iPhone من", "بله"),
    ] {
        assert_eq!(own(text), kept, "{text}");
        assert!(split(text).is_cut);
    }
}

#[test]
fn what_people_wrote_stays() {
    for text in [
        "I have three wishes:\n1. bins\n2. chairs",
        "My brother wrote to you on 3 May: nobody answered.\nWhy?",
        "From: the window seat I saw it all",
        "> I only quote",
        "Min man skrev ett brev:\nvar är svaret?",
        "- - -\nstill here",
        "",
    ] {
        assert_eq!(own(text), text.trim(), "{text}");
    }
}

#[test]
fn answers_between_quoted_lines_stay() {
    let text = "On 22 Nov 2026, Kaffe <s@k.example> wrote:\n> Was it the bins?\nYes.\n> And the chairs?\nNo.";
    assert_eq!(own(text), "Yes.\nNo.");
}

#[test]
fn many_lines_take_no_longer_than_few() {
    let begun = std::time::Instant::now();
    for between in ["\n", "-- a\n", "From: a\n", "On 1 May a@b.example\n", "a\n\n", "________________________\n"] {
        let text = format!("a\n{}b", between.repeat(100_000 / between.len()));
        assert!(own(&text).starts_with('a'));
    }
    assert!(begun.elapsed() < std::time::Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn a_mail_is_read_whatever_it_is_written_in() {
    let raw = "From: =?UTF-8?B?2LPYp9ix2Kc=?= <Sara@Example.com>\r\nSubject: =?windows-1256?Q?=D3=E1=C7=E3?=\r\n\
        References: <a@x> <b@x>\r\nIn-Reply-To: <c@x>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\nSm=F6rg=E5s\r\n";
    let parsed = parse(raw.as_bytes());
    assert_eq!((parsed.from.as_str(), parsed.from_name.as_deref()), ("sara@example.com", Some("سارا")));
    assert_eq!((parsed.subject.as_str(), parsed.text.as_str()), ("سلام", "Smörgås"));
    assert_eq!(parsed.answers, ["c@x", "b@x", "a@x"]);
}

#[test]
fn html_alone_becomes_text() {
    let raw = "From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello<script>alert(1)</script></p><p>World</p>";
    let text = parse(raw.as_bytes()).text;
    assert!(text.contains("Hello") && text.contains("World") && !text.contains('<'), "{text}");
}

#[test]
fn large_files_are_named_and_the_text_is_kept() {
    let line = "QUJD".repeat(19);
    let large = format!("{line}\r\n").repeat(20 * 1024 * 1024 / 57);
    let raw = format!(
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
         Content-Type: text/plain\r\n\r\nSee the film.\r\n--x\r\nContent-Type: video/mp4; name=\"film.mp4\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{large}\r\n--x\r\nContent-Type: image/png; name=\"../../bin.png\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--x--\r\n"
    );
    let parsed = parse(raw.as_bytes());
    assert_eq!(parsed.text, "See the film.");
    assert_eq!(parsed.refused, ["film.mp4"]);
    let [file] = &parsed.attachments[..] else { panic!("one file: {:?}", parsed.attachments.len()) };
    assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("bin.png", b"ABC".as_slice()));
}

#[test]
fn no_database_refuses_what_was_read() {
    let raw = b"From: \"a\0b\" <a\0@b.example>\r\nSubject: x\0y\r\nMessage-ID: <a\0b>\r\n\r\nte\0xt\xff\r\n";
    let parsed = parse(raw);
    let all = format!("{parsed:?}{}", parsed.text);
    assert!(!all.contains('\0') && !all.contains("\\0"), "{all}");
}

/// Mails that others are made from by breaking them.
const SEEDS: [&str; 4] = [
    "From: Sara <sara@example.com>\r\nTo: answers+abc@kaffe.example\r\nSubject: =?utf-8?B?2LPZhNin2YU=?=\r\n\
     Message-ID: <1@x>\r\nReferences: <nabz.a@b> <c@d>\r\n\r\nHello\r\n> quoted\r\n-- \r\nSara\r\n",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\
     Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\n\
     Content-Type: message/rfc822\r\n\r\nMessage-ID: <nabz.x@y>\r\n\r\nz\r\n--b--\r\n",
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n\
     <p>a<br>b</p>\r\n--x\r\nContent-Type: image/png; name*=utf-8''%D8%B3.png\r\nContent-Transfer-Encoding: base64\r\n\r\n\
     QUJD\r\n--x--\r\n",
    "From: a@b\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\
     \r\nFrom: c@d\r\n\r\nOn 1 Jan 2026, a@b wrote:\r\n",
];

/// One way to break a mail: where (of a thousand), how, with what.
type Cut = (u16, u8, Vec<u8>);

fn broken(seed: &str, cuts: &[Cut]) -> Vec<u8> {
    let mut raw = seed.as_bytes().to_vec();
    for (place, how, bytes) in cuts {
        let at = usize::from(*place) * raw.len() / 1000;
        match how % 4 {
            0 => drop(raw.splice(at..at, bytes.iter().copied())),
            1 => raw.truncate(at),
            2 => {
                let end = (at + bytes.len()).min(raw.len());
                raw.splice(at..end, bytes.iter().copied());
            }
            _ => {
                let tail = raw[at..].to_vec();
                raw.extend(tail);
            }
        }
    }
    raw
}

/// A report in a report whose boundaries do not close, on which the library panics.
#[test]
fn a_mail_that_breaks_the_library_is_kept() {
    let cuts = [(410, 3, vec![]), (524, 0, vec![0; 9]), (696, 2, vec![0; 6]), (798, 2, vec![0])];
    let head = "From: Sara <sara@example.com>\r\nIn-Reply-To: <a@x>\r\n";
    let raw = [head.as_bytes(), &broken(SEEDS[1], &cuts)].concat();
    let parsed = parse(&raw);
    assert_eq!((parsed.from.as_str(), parsed.answers.as_slice()), ("sara@example.com", ["a@x".to_owned()].as_slice()));
    assert!(parsed.text.contains("5.1.1"), "{}", parsed.text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    /// No mail breaks the reader, and whatever it gives can be kept and shown.
    #[test]
    fn broken_mails_are_read(
        seed in 0..SEEDS.len(),
        cuts in prop::collection::vec((0_u16..=1000, any::<u8>(), prop::collection::vec(any::<u8>(), 0..12)), 1..6),
    ) {
        let parsed = parse(&broken(SEEDS[seed], &cuts));
        let parts = split(&parsed.text);
        prop_assert!(parsed.text.contains(parts.own.lines().next().unwrap_or_default()));
        for text in [&parsed.subject, &parsed.from, &parsed.text].into_iter().chain(&parsed.answers).chain(&parsed.to) {
            prop_assert!(!text.contains('\0'));
        }
        for line in [&parsed.subject, &parsed.from].into_iter().chain(&parsed.answers).chain(&parsed.refused) {
            prop_assert!(!line.contains(['\r', '\n']));
        }
    }
}
