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

/// 1,200 answers, half of them low; of the low ones some wait, some have no line, all have a mood.
fn waiting(causes: bool) -> Vec<Row> {
    const WAIT: [&str; 4] =
        ["waited six weeks for it", "still waiting after weeks", "we waited weeks", "the weeks of waiting"];
    const LINE: [&str; 4] =
        ["there is no line yet", "no working line", "I still have no line", "the line did not come"];
    const LOW: [&str; 5] =
        ["terrible", "worst ever", "I am disgusted by this", "would not recommend", "appalling, hate it"];
    const HIGH: [&str; 4] = ["great", "love it", "very happy with this", "brilliant, recommended"];
    (0..1_200)
        .map(|at| {
            let low = at % 2 == 0;
            let mood = if low { LOW[at / 16 % 5] } else { HIGH[at / 16 % 4] };
            // Each of them as often with a low score as with a high one, and with any mood.
            let more = (0..=at / 32 % 5).map(|more| DULL[(at / 2 + 3 * more) % 8]);
            let dull = more.collect::<Vec<&str>>().join(". ");
            let said = match at % 40 {
                0 | 10 | 20 | 30 | 31 if causes => WAIT[at / 40 % 4],
                6 | 16 | 26 | 27 if causes => LINE[at / 40 % 4],
                _ => "",
            };
            row(
                at,
                ["north", "south", "west"][at / 5 % 3],
                if low { 3.0 } else { 9.0 },
                format!("{mood}. {dull}, {said}"),
            )
        })
        .collect()
}

#[test]
fn what_is_said_everywhere_is_found_and_no_mood() {
    let report = causes(&waiting(true), &Options::default());
    let labels: Vec<&str> = report.causes.iter().map(|cause| cause.label.as_str()).collect();
    assert!(labels.iter().any(|label| label.contains("wait")), "{labels:?}");
    assert!(labels.iter().any(|label| label.contains("line")), "{labels:?}");
    assert_eq!(labels.len(), 2, "{labels:?}");
    assert!(report.causes.iter().all(|cause| cause.place.is_none() && cause.evidence.len() >= 3));
    assert!(report.ruled_out.iter().all(|out| out.why != Why::OnlyCommonThere), "{:?}", report.ruled_out);
    let moods = causes(&waiting(false), &Options::default());
    assert!(moods.causes.is_empty(), "{:#?}", moods.causes);
}

#[test]
fn a_topic_is_a_cause_where_no_word_is_and_an_evaluating_one_never_is() {
    let mut rows = waiting(false);
    for (at, row) in rows.iter_mut().enumerate() {
        let mood = row.text.find('.').unwrap();
        row.tags.push(Tag { topic: "overall".into(), span: Some((0, mood)) });
        if at % 40 == 0 || at % 40 == 10 || at % 400 == 31 {
            let start = row.text.chars().count();
            // Thirty words of which none is frequent.
            row.text.push_str(&format!(
                "gadget{}",
                ["a", "bb", "ccc", "dddd", "eeeee", "ffffff"][at / 10 % 6].repeat(1 + at / 40 % 5)
            ));
            row.tags.push(Tag { topic: "gadgets".into(), span: Some((start, row.text.chars().count())) });
        }
    }
    let report = causes(&rows, &Options::default());
    let topics: Vec<Option<&str>> = report.causes.iter().map(|cause| cause.topic.as_deref()).collect();
    assert_eq!(topics, [Some("gadgets")], "{:#?}", report.causes);
    assert!(report.causes[0].label.contains("gadget"), "{}", report.causes[0].label);
}

#[test]
fn too_few_to_be_sure() {
    let mut rows = waiting(false);
    for (at, row) in rows.iter_mut().enumerate() {
        if at % 60 == 0 || at % 120 == 31 {
            row.text.push_str(" with a trampoline");
        }
    }
    let report = causes(&rows, &Options::default());
    let out = report.ruled_out.iter().find(|out| out.label == "trampoline").map(|out| out.why);
    assert!(report.causes.is_empty() && out == Some(Why::NotSure), "{report:#?}");
}

/// 600 answers whose scores have nothing to do with what they say: a fifth of them are low, in one branch half.
fn noise(seed: usize) -> Vec<Row> {
    let draw =
        |at: usize, what: usize| (crate::features::finish((seed * 1_000_003 + at * 17 + what) as u64) >> 20) as usize;
    (0..600)
        .map(|at| {
            let branch = ["north", "south", "west"][draw(at, 1) % 3];
            let low = draw(at, 2) % 10 < if branch == "north" { 5 } else { 2 };
            // What is said most in the bad branch has nothing to do with the score either.
            let bin = draw(at, 3) % 10 < if branch == "north" { 4 } else { 1 };
            let more = (0..draw(at, 4) % 3).map(|more| DULL[draw(at, 10 + more) % 8]).collect::<Vec<_>>().join(". ");
            let text = format!("{}. {more}", if bin { BINS[draw(at, 5) % 5] } else { DULL[draw(at, 6) % 8] });
            row(at, branch, if low { 3.0 } else { 9.0 }, text)
        })
        .collect()
}

#[test]
fn chance_alone_finds_a_cause_in_no_more_than_one_of_twenty_worlds() {
    const WORLDS: usize = 150;
    let found = (0..WORLDS).filter(|seed| !causes(&noise(*seed), &Options::default()).causes.is_empty()).count();
    let range = stats::share(found as u64, WORLDS as u64).and_then(|share| share.range).expect("there are worlds");
    assert!(range.low <= 0.05, "{found} of {WORLDS}, {range:?}");
    // The same worlds with a cause: the bins in the bad branch cost most of those who mention them their good score.
    let planted = (0..20).filter(|seed| {
        let mut rows = noise(*seed);
        for (at, row) in rows.iter_mut().enumerate() {
            if row.attributes[0].1 == "north" && row.text.contains("bin") && at % 8 != 0 {
                row.score = 2.0;
            }
        }
        let report = causes(&rows, &Options::default());
        report.causes.first().is_some_and(|cause| cause.terms.iter().any(|term| term.contains("bin")))
    });
    assert!(planted.count() >= 19);
}

#[test]
fn what_each_says_in_other_words_is_found_together() {
    // Four words for one thing, each by few, in one branch.
    const WORDS: [&str; 4] = ["bins", "rubbish", "garbage", "litter"];
    let mut rows = restaurant();
    rows.truncate(900);
    for at in 0..36 {
        let text = format!("the {} by our bench. {}", WORDS[at % 4], DULL[at / 4 % 8]);
        rows.push(row(2_000 + at, "north", if at % 12 == 0 { 9.0 } else { 3.0 }, text));
    }
    let report = causes(&rows, &Options::default());
    assert_eq!(
        report.causes.first().and_then(|cause| cause.place.as_ref()).map(|place| &*place.conditions[0].1),
        Some("north"),
        "{report:#?}"
    );
}
