use super::*;

const DULL: [&str; 8] = [
    "the soup was warm and the bread fresh",
    "our waiter explained the menu",
    "we ordered chicken with rice",
    "music in the corner, a nice lamp over the table",
    "parking was full again",
    "the garden has a fountain",
    "the bill came with a sweet",
    "coffee and cake after the soup",
];
const BINS: [&str; 5] = [
    "the bins stand right next to our table",
    "they moved the bins beside the tables",
    "we sat near the bin and it smelled",
    "bins far too close to the tables",
    "the lid of the bin behind our table banged",
];

fn row(at: usize, branch: &str, score: f64, text: String) -> Row {
    Row {
        id: format!("r{at}"),
        score,
        attributes: vec![("branch".into(), branch.into())],
        text,
        language: Some("en".into()),
        contact: Some(format!("c{at}")),
        ..Row::default()
    }
}

/// 900 rows over three branches, a fifth of them low whatever they say; in one branch 60 have a bin beside their table.
fn restaurant() -> Vec<Row> {
    (0..960)
        .map(|at| {
            let low = at % 5 == 0;
            let dull = format!("{} and {}, number {at}", DULL[at % 8], DULL[at / 8 % 8]);
            if at >= 900 {
                let text = format!("{}. {dull}", BINS[at % 5]);
                return row(at, "north", if at % 10 == 0 { 9.0 } else { 3.0 }, text);
            }
            row(at, ["north", "south", "west"][at % 3], if low { 4.0 } else { 9.0 }, dull)
        })
        .collect()
}

#[test]
fn the_bins_are_found_with_place_quotes_and_points() {
    let report = causes(&restaurant(), &Options::default());
    let cause = &report.causes[0];
    assert!(cause.label.to_lowercase().contains("bin"), "{report:#?}");
    assert_eq!(report.causes.len(), 1, "{report:#?}");
    assert_eq!(cause.place.as_ref().unwrap().conditions, [("branch".to_owned(), "north".to_owned())]);
    assert_eq!((cause.mentions, cause.low_mentions), (60, 54));
    assert!(cause.risk.low > 2.0 && cause.evidence.len() >= 3);
    // 60 of 960 rows score −80 where the others of their branch score 60.
    assert!((cause.points - 60.0 / 960.0 * 140.0).abs() < 1.0, "{}", cause.points);
    let rows = restaurant();
    for quote in &cause.evidence {
        let text = &rows.iter().find(|row| row.id == quote.id).unwrap().text;
        let marked: Vec<String> =
            quote.spans.iter().map(|(start, end)| text.chars().skip(*start).take(end - start).collect()).collect();
        assert!(marked.iter().any(|mark| mark.contains("bin")), "{marked:?}");
    }
    assert_eq!(causes(&rows, &Options::default()), report, "the same twice");
}

#[test]
fn what_is_only_common_in_a_bad_branch_is_ruled_out() {
    let rows: Vec<Row> = (0..900)
        .map(|at| {
            let bad = at % 3 == 0;
            let low = if bad { at % 2 == 0 } else { at % 10 == 0 };
            let scaffold = if bad { at % 15 < 9 } else { at % 31 == 0 };
            let text = format!("{} {}", DULL[at / 7 % 8], if scaffold { "and scaffolding outside" } else { "" });
            row(at, if bad { "north" } else { "south" }, if low { 3.0 } else { 9.0 }, text)
        })
        .collect();
    let report = causes(&rows, &Options::default());
    assert!(report.causes.is_empty(), "{:#?}", report.causes);
    let out = report.ruled_out.iter().find(|out| out.label.contains("scaffold")).unwrap();
    assert_eq!(out.why, Why::OnlyCommonThere);
    assert_eq!(report.places[0].conditions[0].1, "north");
    assert!(report.unexplained == 1.0 && report.ask.is_some());
}

#[test]
fn nothing_to_read() {
    assert_eq!(causes(&[], &Options::default()), Report::default());
    let silent: Vec<Row> = (0..200).map(|at| row(at, "north", 3.0, "  ".into())).collect();
    let report = causes(&silent, &Options::default());
    assert_eq!((report.rows, report.with_text, report.low), (200, 0, 200));
    assert!(report.causes.is_empty());
    assert_eq!(causes(&[row(1, "a", f64::NAN, "bins".into())], &Options::default()), Report::default());
}

#[test]
fn copies_count_once_for_each_person() {
    let mut rows = restaurant();
    rows.truncate(900);
    let copy = |at: usize, contact: Option<String>| Row {
        contact,
        ..row(at, "south", 0.0, "the pigeons on the terrace of the second floor are a plague".into())
    };
    rows.extend((0..5_000).map(|at| copy(10_000 + at, Some("the same".into()))));
    rows.extend((0..5_000).map(|at| copy(20_000 + at, None)));
    let report = causes(&rows, &Options::default());
    assert!(report.causes.is_empty(), "{:#?}", report.causes);
    assert!(report.repeated > 9_900, "{}", report.repeated);
}

#[test]
fn hostile_texts_do_no_harm() {
    let hostile = [
        "\u{202e}<script>alert(1)</script> bins ' OR 1=1 --",
        "a\u{301}\u{301}\u{301}\u{301} bins bins bins bins bins bins bins",
        "bins {{ bins }} ${bins} %s \0 bins",
    ];
    let mut rows = restaurant();
    for (at, row) in rows.iter_mut().enumerate().filter(|(at, _)| *at >= 900) {
        row.text = format!("{} {at} lid{}", hostile[at % 3], at % 7);
        row.language = None;
    }
    rows.push(row(9_999, "north", 1.0, "x ".repeat(200_000)));
    rows.push(row(9_998, "north", 1.0, "بین".repeat(50_000)));
    let report = causes(&rows, &Options::default());
    for cause in &report.causes {
        assert!(cause.label.chars().count() <= 60 && !cause.label.contains(['<', '\u{202e}', '\0']), "{}", cause.label);
    }
}

#[test]
fn two_languages_join_by_tag() {
    let tag = |topic: &str| vec![Tag { topic: topic.into(), span: None }];
    let mut rows = restaurant();
    for row in rows.iter_mut().filter(|row| row.text.contains("bin")) {
        row.tags = tag("bins");
    }
    let swedish = [
        "soporna står bredvid bordet",
        "soptunnan luktar vid borden",
        "vi satt nära soptunnan",
        "soptunnor framför fönstret",
    ];
    for at in 0..900 {
        let bin = at % 9 == 0;
        let text = format!("{}, nummer {at}", if bin { swedish[at / 9 % 4] } else { "maten kom med kaffe och kaka" });
        let low = if bin { at % 90 != 0 } else { at % 5 == 0 };
        let mut row = row(
            5_000 + at,
            if bin { "north" } else { ["north", "south", "west"][at / 3 % 3] },
            if low { 3.0 } else { 9.0 },
            text,
        );
        row.language = Some("sv".into());
        row.tags = if bin { tag("bins") } else { Vec::new() };
        rows.push(row);
    }
    let joined = causes(&rows, &Options::default());
    assert_eq!(joined.causes[0].topic.as_deref(), Some("bins"), "{:#?}", joined.causes);
    let languages: Vec<&str> = joined.causes[0]
        .labels
        .iter()
        .map(|(language, _)| language.as_str())
        .chain([&*joined.causes[0].language])
        .collect();
    assert!(languages.contains(&"en") && languages.contains(&"sv"), "{:#?}", joined.causes);
}

#[test]
fn more_rows_than_the_bound_are_sampled_the_same_way() {
    let rows = restaurant();
    let options = Options { rows: 500, ..Options::default() };
    let report = causes(&rows, &options);
    assert_eq!((report.rows, report.read), (960, 500));
    let mut shuffled = rows.clone();
    shuffled.reverse();
    assert_eq!(causes(&shuffled, &options).read, 500);
    assert_eq!(causes(&shuffled, &options).low, report.low);
}
