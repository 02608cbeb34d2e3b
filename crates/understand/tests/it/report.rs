use axum::http::StatusCode;
use kernel::Value;
use kernel::signal::{Course, Signal, What};
use kernel::survey::{Cells, Choice, Kind, Limits, Question, Scale, Survey, Text};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::{Value as Json, json};
use store::entity::survey_link;
use testkit::Db;

use crate::harness::{App, More, app, said};

testkit::on_both!(
    every_kind_has_its_picture,
    anonymous_reports_hide_small_cells,
    crossed_and_compared,
    the_course_tells_where_people_left,
    the_course_tells_who_was_invited,
    quality_finds_the_careless,
    where_nobody_finished_nothing_is_judged,
    flagged_responses_are_left_out_where_the_reader_says_so,
);

const TODAY: &str = "2026-11-22T08:00:00Z";

fn options(keys: &[&str]) -> Vec<Choice> {
    keys.iter().map(|key| Choice::new(key, Text::one("en", key.to_uppercase()))).collect()
}

/// One question of every kind, in English and Persian.
pub fn everything() -> Survey {
    let question = |kind: Kind| {
        let mut title = Text::one("en", format!("About {kind}"));
        title.0.insert("fa".into(), format!("دربارهٔ {kind}"));
        let mut question = Question::new(kind.as_str(), kind, title);
        if kind.has_options() {
            question.options = options(if kind == Kind::YesNo || kind == Kind::Consent {
                &["yes", "no"]
            } else {
                &["bins", "staff", "food"]
            });
        }
        question
    };
    let mut questions: Vec<Question> = Kind::ALL.into_iter().map(question).collect();
    for question in &mut questions {
        match question.kind {
            Kind::Choice => {
                question.options.push(Choice { other: true, ..Choice::new("else", Text::one("en", "Else")) })
            }
            Kind::Matrix => {
                question.cells = Cells::Rating;
                question.scale = Some(Scale { from: 1, to: 5 });
                question.rows = options(&["speed", "taste", "price", "calm"]);
            }
            Kind::Contact => question.rows = options(&["name", "email"]),
            Kind::Ranking => question.limits = Limits { min: Some(1.0), ..Limits::default() },
            _ => {}
        }
    }
    let mut picks = questions[12].clone();
    (picks.key, picks.cells) = ("picks".into(), Cells::Choice);
    questions.push(picks);
    Survey {
        languages: vec!["en".into(), "fa".into()],
        title: Text::one("en", "Everything"),
        questions,
        ..Survey::default()
    }
}

/// A response to it, which differs with `n`.
pub fn full(survey: &Survey, n: usize) -> Signal {
    let pick = |n: usize| ["bins", "staff", "food"][n % 3];
    let value = |question: &Question| -> Json {
        match question.kind {
            Kind::Nps => json!([10, 9, 8, 3, 10, 7][n % 6]),
            Kind::Slider => json!((n * 7) % 101),
            kind if kind.is_scored() => json!(1 + n % 5),
            Kind::YesNo => json!(if n.is_multiple_of(3) { "no" } else { "yes" }),
            Kind::Consent => json!("yes"),
            Kind::Choice if n.is_multiple_of(7) => json!({"choice": "else", "other": "the garden"}),
            kind if kind.is_single_choice() => json!(pick(n)),
            Kind::Choices => json!([pick(n), pick(n + 1)]),
            Kind::Ranking => json!([pick(n), pick(n + 1), pick(n + 2)]),
            Kind::Sum => json!({"bins": 10 * (n % 5), "staff": 100 - 10 * (n % 5)}),
            Kind::BestWorst => json!({"best": pick(n), "worst": pick(n + 1)}),
            Kind::Matrix if question.cells == Cells::Rating => {
                json!({"speed": 1 + n % 5, "taste": 1 + (n + 1) % 5, "price": 1 + (n + 2) % 5, "calm": 5})
            }
            Kind::Matrix => json!({"speed": pick(n), "taste": pick(n + 1), "price": "food", "calm": "bins"}),
            Kind::Number => json!(18 + (n * 13) % 60),
            Kind::Date => json!(format!("2026-0{}-11", 1 + n % 9)),
            Kind::Time => json!(format!("{:02}:30", n % 24)),
            Kind::Email => json!(format!("guest{n}@example.com")),
            Kind::Phone => json!("+46 8 123 456"),
            Kind::Contact => json!({"name": format!("Guest {n}"), "email": format!("guest{n}@example.com")}),
            Kind::Ideas => json!({"own": format!("idea number {n}")}),
            Kind::Calculated => json!(n),
            Kind::Statement => Json::Null,
            Kind::Text => json!(format!("said by number {n}")),
            _ => json!("secret words"),
        }
    };
    let mut signal = said(&format!("r{n}"), 9, if n.is_multiple_of(2) { "qr" } else { "link" }, TODAY)
        .known("Branch", Value::Text(["Bath", "Ely"][n % 2].into()));
    let What::Response(response) = &mut signal.body.what;
    response.survey = "all".into();
    signal.source = "link:all".into();
    response.answers = survey
        .questions
        .iter()
        .filter(|question| question.kind != Kind::Statement)
        .flat_map(|question| question.read(&value(question)).unwrap_or_else(|e| panic!("{}: {e:?}", question.key)))
        .collect();
    signal
}

async fn survey_of(app: &App, survey: &Survey) -> String {
    format!("/understand/surveys/{}", app.survey("all", survey).await.id)
}

async fn every_kind_has_its_picture(db: Db) {
    let app = app(&db).await;
    let survey = everything();
    let path = survey_of(&app, &survey).await;
    app.append((0..60).map(|n| full(&survey, n)).collect()).await;
    let page = app.get(&format!("{path}/report")).await.ok();
    app.reads(kernel::Locale::Fa).await;
    for view in ["report", "crosstab", "compare?by=attr_branch", "shares"] {
        app.get(&format!("{path}/{view}")).await.ok().shows("lang=\"fa\"").shows("dir=\"rtl\"");
    }
    app.reads(kernel::Locale::En).await;
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Statement) {
        page.shows(&format!("About {kind}"));
    }
    page.shows("60 of 60 answered").shows("Median").shows("Borda points").shows("the garden").shows("idea number");
    page.shows("said by number").hides("@example.com").hides("secret words").hides("+46");
    // Every list behind a number has as many answers as the number says.
    for link in page.links("/answers?").into_iter().filter(|link| link.contains("question=")) {
        app.get(&link).await.ok();
    }
    let dead = app.get(&page.link("question=ranking%5Bbins%5D")).await.ok();
    assert_eq!(dead.total(), 60);
    let row = app.get(&page.link("question=picks%5Bprice%5D&choice=food")).await.ok();
    assert_eq!(row.total(), 60);
    app.get(&format!("{path}/answers?question=matrix")).await.ok().shows("60 answers");
    app.get(&format!("{path}/report?channel=qr")).await.ok().shows("30 of 30 answered");
    app.get(&path).await.ok().hides("@example.com");
    // Sealed answers make the same pictures.
    app.lake.seal(app.ws, "2026-11-23T08:00:00Z".parse().expect("a time")).await.expect("it seals");
    app.get(&format!("{path}/report")).await.ok().shows("60 of 60 answered").hides("@example.com");
}

async fn anonymous_reports_hide_small_cells(db: Db) {
    let app = app(&db).await;
    let survey = Survey { anonymous: true, ..everything() };
    let path = survey_of(&app, &survey).await;
    app.append((0..4).map(|n| full(&survey, n)).collect()).await;
    app.get(&format!("{path}/report")).await.ok().shows("Fewer than five").hides("said by");
    app.append((4..33).map(|n| full(&survey, n)).collect()).await;
    let page = app.get(&format!("{path}/report")).await.ok();
    // 30 of 33 count; the three after them are not told.
    page.shows("30 people").hides("said by number 31").hides("/answers").hides("/responses/").hides("the garden");
    page.hides("@example.com");
    for tab in ["crosstab", "compare", "course", "quality"] {
        assert_eq!(app.get(&format!("{path}/{tab}")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{tab}");
    }
}

async fn crossed_and_compared(db: Db) {
    let app = app(&db).await;
    let survey = everything();
    let path = survey_of(&app, &survey).await;
    app.append((0..120).map(|n| full(&survey, n)).collect()).await;
    // Odd numbers are of Ely and came by the link: a perfect link.
    let page = app.get(&format!("{path}/crosstab?rows=channel&columns=attr_branch")).await.ok();
    page.shows("Clear link (strong)").shows("more than expected").shows("100%");
    let cell = page
        .links("attr_branch=Bath")
        .into_iter()
        .find(|link| link.contains("channel=qr") && link.contains("/answers"));
    assert_eq!(app.get(&cell.expect("a cell leads to its answers")).await.ok().total(), 60);
    let questions = app.get(&format!("{path}/crosstab?rows=q:choice&columns=q:nps&show=counts")).await.ok();
    questions.shows("Else").shows("0–6");
    app.get(&format!("{path}/crosstab?rows=q:choices&columns=q:picks%5Bspeed%5D")).await.ok().shows("several options");

    let compared = app.get(&format!("{path}/compare?by=attr_branch&a=Bath&period=all")).await.ok();
    // Bath has 10, 8, 10; Ely has 9, 3, 7.
    compared.shows("Bath against everybody else").shows("Clear rise").shows(">67<").shows("About yesno · YES");
    let swapped = app.get(&format!("{path}/compare?by=attr_branch&a=Ely&b=Bath&period=all")).await.ok();
    swapped.shows("Clear fall");

    let weigh = format!("{path}/compare?period=all&margin=attr_branch&t.attr_branch.Bath=80&t.attr_branch.Ely=20");
    let weighted = app.get(&weigh).await.ok();
    // Weights 1.6 and 0.4: design effect 1.36, NPS 0.8 · 66.7 + 0.2 · 0 = 53.
    weighted.shows("design effect 1.36").shows("120 responses tell as much as 88").shows("<b>53</b>");
    let empty =
        app.get(&format!("{path}/compare?period=all&margin=channel&t.channel.qr=x&t.channel.link=20")).await.ok();
    empty.hides("design effect");
}

fn led(n: usize, step: &str, ending: &str, seconds: u32) -> Signal {
    let mut signal = said(&format!("c{n}"), 9, "link", TODAY).known("Branch", Value::Text("Bath".into()));
    let What::Response(response) = &mut signal.body.what;
    if ending != "end" {
        response.state = kernel::signal::State::Partial;
        response.completed_at = None;
    }
    let times = [("main.1".to_owned(), seconds), ("main.2".to_owned(), seconds * 2)];
    response.course = Some(Course {
        version: 3,
        step: step.into(),
        ending: ending.into(),
        seconds: times.into_iter().take(if step == "main.1" { 1 } else { 2 }).collect(),
        ..Course::default()
    });
    signal
}

async fn the_course_tells_where_people_left(db: Db) {
    let app = app(&db).await;
    let row = app.survey("visit", &testkit::nps_survey()).await;
    let path = format!("/understand/surveys/{}", row.id);
    let mut signals: Vec<Signal> = (0..30).map(|n| led(n, "main.2", "end", 20)).collect();
    signals.extend((30..36).map(|n| led(n, "main.1", "", 5)));
    signals.extend((36..40).map(|n| led(n, "main.2", "quota:women", 9)));
    app.append(signals).await;
    let page = app.get(&format!("{path}/course")).await.ok();
    assert_eq!((page.tile("Begun").as_str(), page.tile("Finished").as_str()), ("40", "75%"));
    assert_eq!(page.tile("Came too late for a quota"), "4");
    page.shows("Quota full: women").shows("The usual ending").shows("20 s").shows("40 s").shows("15%");
    // Sealed, the columns are in the file.
    app.lake.seal(app.ws, "2026-11-23T08:00:00Z".parse().expect("a time")).await.expect("it seals");
    app.get(&format!("{path}/course")).await.ok().shows("Quota full: women");
}

async fn the_course_tells_who_was_invited(db: Db) {
    let app = app(&db).await;
    let row = app.survey("visit", &testkit::nps_survey()).await;
    let path = format!("/understand/surveys/{}/course", row.id);
    app.append(vec![said("r1", 9, "link", TODAY).known("Branch", Value::Text("Bath".into()))]).await;
    app.get(&path).await.ok().hides("id=\"invited\"");
    // 60 of Bath, of whom 45 answered; 60 of Ely, of whom 15 did.
    let link = |n: usize| survey_link::ActiveModel {
        token_hash: Set(format!("hash{n}")),
        workspace_id: Set(app.ws.0),
        survey_id: Set(row.id.clone()),
        contact: Set(Some(format!("guest{n}@example.com"))),
        attributes: Set(json!({ "Branch": if n < 60 { "Bath" } else { "Ely" } }).to_string()),
        language: Set(Some("en".into())),
        created_at: Set(testkit::START.0),
        expires_at: Set(None),
        is_used: Set(!(45..105).contains(&n)),
        used_at: Set(None),
    };
    let txn = app.store.write().await.expect("a write begins");
    survey_link::Entity::insert_many((0..120).map(link)).exec_without_returning(&*txn).await.expect("they are kept");
    txn.commit().await.expect("the write is kept");
    let page = app.get(&path).await.ok();
    assert_eq!((page.tile("Invited").as_str(), page.tile("Answered").as_str()), ("120", "50%"));
    page.shows("Branch: clearly uneven. Bath answer more often, Ely less often").hides("guest1@");
    let bath = app.get(&format!("{path}?attr_branch=Bath")).await.ok();
    assert_eq!((bath.tile("Invited").as_str(), bath.tile("Answered").as_str()), ("60", "75%"));
    app.get(&format!("{path}?channel=link")).await.ok().hides("id=\"invited\"");
    app.get(&format!("{path}?from=2020-01-01&to=2020-02-01")).await.ok().hides("id=\"invited\"");
}

/// Forty careful responses but three: one too fast, one straight-lined, and one that came twice.
async fn careless(app: &App) -> String {
    let survey = everything();
    let path = survey_of(app, &survey).await;
    let mut signals: Vec<Signal> = (0..40).map(|n| full(&survey, n)).collect();
    for (n, signal) in signals.iter_mut().enumerate() {
        let What::Response(response) = &mut signal.body.what;
        let seconds = if n == 7 { 5 } else { 60 };
        response.course = Some(Course {
            step: "main.1".into(),
            seconds: [("main.1".to_owned(), seconds)].into(),
            ..Course::default()
        });
        if n == 11 {
            response.answers.iter_mut().filter(|a| a.question.starts_with("matrix[")).for_each(|a| a.score = Some(4.0));
        }
    }
    let mut copy = signals[3].clone();
    copy.source_id = "copy".into();
    signals.push(copy);
    app.append(signals).await;
    path
}

async fn quality_finds_the_careless(db: Db) {
    let app = app(&db).await;
    let path = careless(&app).await;
    let page = app.get(&format!("{path}/quality")).await.ok();
    for name in ["Same answer in all rows", "Too fast", "Given twice"] {
        assert_eq!(page.tile(name), "1", "{name}");
    }
    let fast = app.get(&page.link("flag=fast")).await.ok();
    assert_eq!(fast.links("/understand/responses/").len(), 1);
    app.get(&fast.link("/understand/responses/")).await.ok().shows("said by number 7");
}

async fn where_nobody_finished_nothing_is_judged(db: Db) {
    let app = app(&db).await;
    let row = app.survey("visit", &testkit::nps_survey()).await;
    let page = app.get(&format!("/understand/surveys/{}/quality", row.id)).await.ok();
    page.shows("Nothing to judge yet").hides("Nothing remarkable");
    let path = careless(&app).await;
    app.get(&format!("{path}/quality?channel=sms")).await.ok().shows("Nothing to judge yet");
}

async fn flagged_responses_are_left_out_where_the_reader_says_so(db: Db) {
    let app = app(&db).await;
    let path = careless(&app).await;
    let quality = app.get(&format!("{path}/quality")).await.ok();
    let out = quality.links("flagged=out").into_iter().find(|link| link.starts_with(&format!("{path}?")));
    let page = app.get(&out.expect("a way to leave them out")).await.ok();
    assert_eq!((page.tile("Responses").as_str(), page.tile("Finished").as_str()), ("38", "100%"));
    let why = "3 responses are left out as flagged: Same answer in all rows 1 · Too fast 1 · Given twice 1";
    page.shows(why);
    // What was asked without it still has all.
    assert_eq!(app.get(&path).await.ok().tile("Responses"), "41");
    for seal in [false, true] {
        if seal {
            app.lake.seal(app.ws, "2026-11-23T08:00:00Z".parse().expect("a time")).await.expect("it seals");
        }
        app.get(&format!("{path}/report?flagged=out")).await.ok().shows("38 of 38 answered").shows(why);
        let cross = app.get(&format!("{path}/crosstab?rows=channel&columns=attr_branch&flagged=out")).await.ok();
        cross.shows("38 answers").shows(why);
        let compared = app.get(&format!("{path}/compare?by=attr_branch&period=all&flagged=out")).await.ok();
        // Numbers 7 and 11 and the copy of 3 are of Ely.
        compared.shows(">20<").shows(">18<").hides(">21<").shows(why);
        assert_eq!(app.get(&format!("{path}/course?flagged=out")).await.ok().tile("Begun"), "38");
        let list = app.get(&format!("{path}/answers?flagged=out")).await.ok();
        list.shows("Flagged responses");
        assert_eq!(list.total(), 38);
        assert_eq!(app.get(&format!("{path}/export?format=csv&flagged=out")).await.ok().body.lines().count(), 39);
    }
    app.get(&format!("{path}/export?flagged=out")).await.ok().shows(why);
    app.get(&format!("{path}/answers?flagged=out&channel=qr")).await.ok();
    // A response is flagged or not, whatever else is looked at.
    app.get(&format!("{path}?flagged=out&channel=qr")).await.ok().shows("No response here is flagged");
    app.get(&format!("{path}/quality?flagged=out")).await.ok().shows("Count flagged responses again");
}
