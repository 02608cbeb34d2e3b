//! Whole files through the whole path.

mod data;
mod hostile;

use std::ops::ControlFlow;
use std::sync::Arc;

use jiff::tz::TimeZone;
use kernel::Timestamp;
use kernel::signal::{Response, Signal, What};
use kernel::survey::{Kind, Scale, Survey};
use rust_xlsxwriter::{Format as XlsxFormat, Workbook};

use super::*;

fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

fn open(bytes: impl AsRef<[u8]>) -> kernel::Result<File> {
    File::open(Source::Bytes(Arc::from(bytes.as_ref())), None)
}

fn refusal(result: kernel::Result<impl std::fmt::Debug>) -> &'static str {
    match result.unwrap_err() {
        kernel::Error::Refused(refusal) => refusal.code,
        other => panic!("{other:?}"),
    }
}

struct Imported {
    summary: Summary,
    signals: Vec<Signal>,
    rejected: Vec<Rejected>,
}

impl Imported {
    fn responses(&self) -> impl Iterator<Item = &Response> {
        self.signals.iter().map(|signal| {
            let What::Response(response) = &signal.body.what;
            response
        })
    }

    fn scores(&self, kind: Kind) -> Vec<f64> {
        self.responses()
            .flat_map(|one| &one.answers)
            .filter(|answer| answer.kind == kind)
            .filter_map(|a| a.score)
            .collect()
    }

    fn codes(&self) -> Vec<(u64, &'static str, Option<&str>)> {
        self.rejected.iter().map(|one| (one.line, one.code.as_str(), one.field.as_deref())).collect()
    }
}

fn import(file: &File, maps: &[&str]) -> Imported {
    let guesses = guess(&Sample::take(file).unwrap());
    let maps: Vec<Map> = maps.iter().map(|map| Map::parse(map, file.header()).unwrap()).collect();
    let mapping = Mapping::new(&guesses, &maps).unwrap();
    let survey = survey_from(&mapping, "Visit", "en");
    let plan = Plan { survey: "visit".into(), import: None, now: now(), zone: TimeZone::UTC };
    let (mut signals, mut rejected) = (Vec::new(), Vec::new());
    let summary = run(file, &mapping, &survey, plan, &mut |outcome| {
        match outcome {
            Outcome::Response(signal) => signals.push(*signal),
            Outcome::Rejected(one) => rejected.push(one),
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    Imported { summary, signals, rejected }
}

fn roles(file: &File) -> Vec<(String, String, bool)> {
    let guesses = guess(&Sample::take(file).unwrap());
    guesses.into_iter().map(|guess| (guess.column.name.clone(), guess.column.to_string(), guess.certain)).collect()
}

const HEADERS: [[&str; 4]; 4] = [
    ["Date", "NPS", "Comment", "Branch"],
    ["تاریخ", "امتیاز NPS", "نظر", "شعبه"],
    ["التاريخ", "NPS", "تعليق", "الفرع"],
    ["Datum", "NPS", "Kommentar", "Butik"],
];

#[test]
fn headers_in_four_languages() {
    for header in HEADERS {
        let mut text = header.join(",");
        for (day, score, words, branch) in [
            (13, "9", "very good indeed", "North"),
            (14, "2", "it was so slow", "South"),
            (15, "10", "lovely people here", "North"),
        ] {
            text.push_str(&format!("\n{day}/02/2026,{score},{words},{branch}"));
        }
        let file = open(text).unwrap();
        let found: Vec<(String, bool)> = guess(&Sample::take(&file).unwrap())
            .into_iter()
            .map(|guess| (guess.column.role.as_str().into(), guess.certain))
            .collect();
        let expected = ["time", "nps", "text", "attribute"].map(|role| (role.to_owned(), true));
        assert_eq!(found, expected, "{header:?}");
    }
}

#[test]
fn every_encoding_gives_the_same_rows() {
    let persian = "امتیاز NPS;نظر\n۹;خیلی خوب بود، ممنون از همه\n۲;پرسنل بی‌ادب و غذا سرد\n";
    let swedish = "NPS;Kommentar\n9;Väldigt bra, tack så mycket\n2;Dålig städning på övre våningen\n";
    let utf16 = |text: &str, little: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    let with = |mark: &[u8], body: Vec<u8>| [mark, &body].concat();
    for text in [persian, swedish] {
        let plain = import(&open(text).unwrap(), &[]);
        assert_eq!(plain.scores(Kind::Nps), [9.0, 2.0], "{text}");
        for (encoding, bytes) in [
            (Encoding::Utf8, with(&[0xEF, 0xBB, 0xBF], text.into())),
            (Encoding::Utf16Le, with(&[0xFF, 0xFE], utf16(text, true))),
            (Encoding::Utf16Be, with(&[0xFE, 0xFF], utf16(text, false))),
            (Encoding::Utf16Le, utf16(text, true)),
            (Encoding::Utf16Be, utf16(text, false)),
        ] {
            let file = open(&bytes).unwrap();
            assert_eq!(*file.form(), Form::Delimited { encoding, delimiter: Some(';'), packed: false });
            assert_eq!(import(&file, &[]).signals, plain.signals, "{encoding:?}");
        }
    }
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(swedish);
    let file = open(&bytes).unwrap();
    assert!(matches!(file.form(), Form::Delimited { encoding: Encoding::Windows1252, .. }));
    assert_eq!(import(&file, &[]).signals, import(&open(swedish).unwrap(), &[]).signals);
    // Windows-1256 has no Persian digits, and writes the Arabic yeh.
    let arabic = "NPS;تعليق\n9;الخدمة ممتازة جدا والموظفون لطفاء\n2;الطعام بارد والمكان غير نظيف\n";
    let (bytes, _, lost) = encoding_rs::WINDOWS_1256.encode(arabic);
    assert!(!lost);
    let file = open(&bytes).unwrap();
    assert!(matches!(file.form(), Form::Delimited { encoding: Encoding::Windows1256, .. }));
    assert_eq!(import(&file, &[]).signals, import(&open(arabic).unwrap(), &[]).signals);
}

#[test]
fn a_late_foreign_letter_still_decides() {
    let mut bytes = b"NPS,comment\n".to_vec();
    for visit in 0..20_000 {
        bytes.extend_from_slice(format!("9,all was fine on visit {visit}\n").as_bytes());
    }
    bytes.extend_from_slice(b"3,d\xE5ligt bem\xF6tande\n");
    let file = open(&bytes).unwrap();
    assert!(matches!(file.form(), Form::Delimited { encoding: Encoding::Windows1252, .. }));
    let imported = import(&file, &[]);
    let last = imported.responses().last().unwrap();
    assert_eq!(last.answers[1].text.as_deref(), Some("dåligt bemötande"));
}

#[test]
fn bad_lines_are_refused_one_by_one() {
    let mut bytes = Vec::from("day,nps,why it was so,email\n");
    for line in [
        "13/01/2026 10:00,9,\"=HYPERLINK(\"\"http://x\"\")\",a@b.se",
        "14/01/2026 10:00,11,too much,a@b.se",
        "14/01/2026 10:00,8",
        "14/01/2026 10:00,8,a,a@b.se,extra",
        "32/01/2026 10:00,8,a,a@b.se",
        "14/01/2031 10:00,8,a,a@b.se",
        "14/01/2026 10:00,great,a,a@b.se",
        "14/01/2026 10:00,7.5,a,a@b.se",
        "14/01/2026 10:00,8,a,nobody",
        ",8,a,a@b.se",
        "14/01/2026 10:00,۸,<b>bold</b>\u{1b}[0m,",
        "14/01/2026 10:00,n/a,no score,a@b.se,,",
    ] {
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(b"15/01/2026 10:00,8,broken \xF0\x28,a@b.se\n15/01/2026 10:00,6,nul \0,a@b.se\n,,,\n");
    // One broken byte among valid UTF-8 does not make the file another encoding.
    bytes.extend_from_slice("16/01/2026 10:00,5,خیلی خوب بود و همه مهربان بودند,a@b.se\n".as_bytes());
    let maps = ["day=time:format=%d/%m/%Y %H:%M", "nps=nps", "why it was so=text:question=why", "email=email"];
    let imported = import(&open(&bytes).unwrap(), &maps);
    assert_eq!(
        imported.codes(),
        [
            (3, "out_of_range", Some("nps")),
            (4, "ragged", None),
            (5, "ragged", None),
            (6, "bad_time", Some("day")),
            (7, "time_in_future", Some("day")),
            (8, "not_a_number", Some("nps")),
            (9, "not_whole", Some("nps")),
            (10, "bad_email", Some("email")),
            (11, "missing_time", Some("day")),
            (14, "bad_encoding", Some("why it was so")),
            (15, "nul", None),
        ]
    );
    let texts: Vec<&str> =
        imported.responses().flat_map(|one| &one.answers).filter_map(|a| a.text.as_deref()).collect();
    assert_eq!(texts[..3], ["=HYPERLINK(\"http://x\")", "<b>bold</b>[0m", "no score"]);
    assert_eq!(imported.scores(Kind::Nps), [9.0, 8.0, 5.0]);
    assert_eq!(imported.summary.rows, imported.summary.responses + imported.summary.rejected);
    assert_eq!(imported.signals[0].contact.as_deref(), Some("a@b.se"));
}

#[test]
fn choices_gather_their_options() {
    let text = "score,dish,extras\n9,Kebab,Tea;Rice\n8,kebab,rice; Rice\n7,C++,\n6,C,Tea\n";
    let maps = ["score=nps", "dish=choice", "extras=choices:separator=;"];
    let imported = import(&open(text).unwrap(), &maps);
    let keys = |survey: &Survey, at: usize| -> Vec<String> {
        survey.questions[at].options.iter().map(|option| option.key.clone()).collect()
    };
    assert_eq!(keys(&imported.summary.survey, 1), ["kebab", "c", "c_2"]);
    assert_eq!(keys(&imported.summary.survey, 2), ["tea", "rice"]);
    let chosen: Vec<Vec<&str>> = imported
        .responses()
        .map(|one| one.answers.iter().filter_map(|answer| answer.choice.as_deref()).collect())
        .collect();
    assert_eq!(chosen, [vec!["kebab", "tea", "rice"], vec!["kebab", "rice"], vec!["c"], vec!["c_2", "tea"]]);
}

#[test]
fn attributes_have_the_type_of_their_column() {
    let text = "nps,age,spend,zip,vip,plan\n9,41,\"1,5\",00123,true,gold\n8,39,2.5,04567,FALSE,12\n7,n/a,3,1,true,x\n";
    let imported = import(&open(text).unwrap(), &[]);
    let of = |row: usize, name: &str| imported.signals[row].body.attributes.get(name).cloned();
    assert_eq!(of(0, "age"), Some(kernel::Value::Integer(41)));
    assert_eq!(of(2, "age"), None);
    assert_eq!(of(0, "spend"), Some(kernel::Value::Number(1.5)));
    assert_eq!(of(0, "zip"), Some(kernel::Value::Text("00123".into())));
    assert_eq!(of(1, "vip"), Some(kernel::Value::Flag(false)));
    assert_eq!(of(1, "plan"), Some(kernel::Value::Text("12".into())));
}

#[test]
fn mappings_do_not_contradict_themselves() {
    let file = open("id,ref,Score,a b,a-b\n1,x,9,u,v\n2,y,8,u,w\n").unwrap();
    let guesses = guess(&Sample::take(&file).unwrap());
    let with = |maps: &[&str]| {
        let maps: Vec<Map> = maps.iter().map(|map| Map::parse(map, file.header()).unwrap()).collect();
        Mapping::new(&guesses, &maps)
    };
    let refusal = with(&["id=id", "ref=id"]).unwrap_err();
    assert_eq!(refusal.code, "role_twice");
    assert!(refusal.args.contains(&("first", "id".into())) && refusal.args.contains(&("second", "ref".into())));
    let mapping = with(&["ref=id"]).unwrap();
    assert_eq!((mapping.columns[0].role, mapping.columns[1].role), (Role::Attribute, Role::Id));
    assert_eq!(with(&["ref=text", "ref=id"]).unwrap_err().code, "mapped_twice");
    assert_eq!(with(&["a b=attribute:name=x y", "a-b=attribute:name=X_Y"]).unwrap_err().code, "key_twice");
    assert_eq!(with(&["ref=time"]).unwrap_err().code, "unknown_time_format");
    let names: Vec<Option<String>> = with(&[]).unwrap().columns.into_iter().map(|column| column.options.name).collect();
    assert_eq!(names[3..], [Some("a b".to_owned()), Some("a-b 2".to_owned())]);
    let json = serde_json::to_string(&with(&["Score=rating:scale=0-10,na=99"]).unwrap()).unwrap();
    let back: Mapping = serde_json::from_str(&json).unwrap();
    assert_eq!(back.columns[2].options.scale, Some(Scale { from: 0, to: 10 }));
}

#[test]
fn what_is_doubtful_is_asked() {
    let file = open("day,stars given\n01/02/2026,3\n03/04/2026,4\n").unwrap();
    let guesses = guess(&Sample::take(&file).unwrap());
    let open_questions = Mapping::undecided(&guesses, &[]);
    assert_eq!(open_questions.len(), 1);
    assert_eq!(open_questions[0].why.code, "time-ambiguous");
    assert_eq!(open_questions[0].column.to_string(), "day=time:format=%d/%m/%Y");
    let map = Map::parse("day=time:format=%m/%d/%Y", file.header()).unwrap();
    assert!(Mapping::undecided(&guesses, &[map]).is_empty());
}

#[test]
fn a_survey_grows_but_does_not_change() {
    let file = open("nps,taste\n9,3\n8,5\n").unwrap();
    let guesses = guess(&Sample::take(&file).unwrap());
    let made = |map: &str| {
        let maps = [Map::parse(map, file.header()).unwrap()];
        survey_from(&Mapping::new(&guesses, &maps).unwrap(), "Visit", "fa")
    };
    let survey = made("taste=rating:scale=1-5");
    assert_eq!(merged(&survey, &survey).unwrap(), survey);
    assert_eq!(
        merged(&Survey { questions: survey.questions[..1].to_vec(), ..survey.clone() }, &survey).unwrap(),
        survey
    );
    let refusal = merged(&survey, &made("taste=rating:scale=1-10")).unwrap_err();
    assert_eq!((refusal.code, refusal.field.as_deref()), ("question_differs", Some("taste")));
}

fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_reads_like_its_csv() {
    let bytes = workbook(|book| {
        let date = XlsxFormat::new().set_num_format("dd/mm/yyyy hh:mm");
        let sheet = book.add_worksheet();
        for (column, name) in ["Date", "NPS", "Kommentar", "VIP"].iter().enumerate() {
            sheet.write(0, column as u16, *name).unwrap();
        }
        // 45,000.5 days after the end of 1899 is noon of 15 March 2023.
        sheet.write_with_format(1, 0, 45_000.5, &date).unwrap();
        sheet.write(1, 1, 9).unwrap();
        sheet.write(1, 2, "Väldigt bra\u{1} faktiskt").unwrap();
        sheet.write(1, 3, true).unwrap();
        sheet.write_with_format(3, 0, 45_001, &date).unwrap();
        sheet.write(3, 1, 11).unwrap();
        sheet.write_with_format(4, 0, 45_002, &date).unwrap();
        sheet.write(4, 1, 4.0).unwrap();
        book.add_worksheet().set_name("Second").unwrap().write(0, 0, "other").unwrap();
    });
    let file = open(&bytes).unwrap();
    assert_eq!(*file.form(), Form::Sheet { name: "Sheet1".into(), names: vec!["Sheet1".into(), "Second".into()] });
    let imported = import(&file, &[]);
    assert_eq!(imported.codes(), [(4, "out_of_range", Some("NPS"))]);
    assert_eq!(imported.scores(Kind::Nps), [9.0, 4.0]);
    assert_eq!(imported.signals[0].occurred_at.to_string(), "2023-03-15T12:00:00Z");
    assert_eq!(imported.signals[1].occurred_at.to_string(), "2023-03-17T00:00:00Z");
    let first = imported.responses().next().unwrap();
    assert_eq!(first.answers[1].text.as_deref(), Some("Väldigt bra faktiskt"));
    let second = File::open(Source::Bytes(Arc::from(&bytes[..])), Some("second")).unwrap();
    assert_eq!(second.header(), ["other"]);
    assert_eq!(refusal(File::open(Source::Bytes(Arc::from(&bytes[..])), Some("third"))), "unknown_sheet");
}

#[test]
fn progress_reaches_the_end() {
    let file = open("nps\n9\n8\n").unwrap();
    import(&file, &[]);
    assert_eq!(file.progress(), (16, 16), "both passes");
}
