//! Files become responses, once, and go again: through the use cases that the command line calls.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use axum::http::StatusCode;
use kernel::signal::{Answer, Response, What};
use kernel::survey::Kind;
use kernel::{Error, ImportId, WorkspaceId};
use listen::import::Source;
use listen::imports::{self, Report, Request, State};
use serde_json::json;
use store::keys::Scope;
use testkit::Db;
use tokio::sync::Notify;

use crate::app::App;

testkit::on_both!(
    a_file_becomes_responses_and_an_open_survey,
    the_telecom_file_equals_a_count_of_its_own,
    ratings_of_the_airline_file_are_mapped,
    an_undo_returns_to_the_state_before,
    what_was_cut_off_is_completed,
    a_question_of_another_kind_is_refused,
    an_anonymous_survey_keeps_its_promise,
    uploads_are_forgotten,
);

pub const SAMPLE: &str = include_str!("samples/visits.csv");
const MAPS: [&str; 4] =
    ["when=time:format=%Y-%m-%d %H:%M", "branch=attribute", "comment=text", "stood out=choices:separator=;"];

async fn request(text: &str, survey: &str, maps: &[&str]) -> kernel::Result<Request> {
    let preview = imports::prepare(Source::Bytes(Arc::from(text.as_bytes()))).await?;
    let maps: Vec<String> = maps.iter().map(|map| (*map).to_owned()).collect();
    let mapping = preview.mapping(&preview.maps(&maps)?)?;
    Ok(Request { file: preview.file, file_name: "visits.csv".into(), survey: survey.into(), mapping })
}

async fn import(app: &App, text: &str, survey: &str, maps: &[&str]) -> kernel::Result<Report> {
    imports::run(&app.store, app.workspace, "cli", request(text, survey, maps).await?, &mut |_| {}).await
}

async fn responses(app: &App) -> Vec<Response> {
    let each = app.log().await.into_iter().map(|row| {
        let What::Response(response) = row.signal.body.what;
        response
    });
    each.collect()
}

fn scores(responses: &[Response], kind: Kind) -> Vec<f64> {
    let answers = responses.iter().flat_map(|response| &response.answers).filter(|answer| answer.kind == kind);
    answers.filter_map(|answer: &Answer| answer.score).collect()
}

/// A file of the shared data; none, said aloud, where that is not at hand.
fn data(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("NABZ_DATA").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into());
    let path = folder.join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: {} is not there; set NABZ_DATA to the folder of the shared data", path.display());
    None
}

async fn a_file_becomes_responses_and_an_open_survey(db: Db) {
    let app = App::new(&db).await;
    let report = import(&app, SAMPLE, "Visits", &MAPS).await.expect("it is imported");
    let counts = report.counts;
    assert_eq!((counts.rows, counts.responses, counts.answers), (6, 4, 13));
    assert_eq!((counts.added, counts.duplicates, counts.rejected), (4, 0, 2));
    let refused: Vec<_> =
        report.rejected.iter().map(|one| (one.line, one.field.as_deref(), one.code.as_str())).collect();
    assert_eq!(refused, [(4, Some("nps"), "out_of_range"), (7, Some("when"), "bad_time")]);
    let log = app.log().await;
    assert!(log.iter().all(|row| row.signal.source == "import:visits" && row.signal.channel == "import"));
    assert_eq!(log[2].signal.occurred_at.to_string(), "2026-09-15T12:00:00Z");
    assert_eq!(scores(&responses(&app).await, Kind::Nps), [9.0, 3.0, 7.0, 10.0]);

    let row = app.store.survey_by_key(app.workspace, "visits").await.expect("read").expect("there");
    assert_eq!((row.title.as_str(), row.state.as_str()), ("Visits", "open"));
    let survey = row.published().expect("JSON").expect("published");
    let options: Vec<_> =
        survey.question("stood_out").expect("made").options.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(options, ["staff", "food", "cleanliness"]);
    let key = app.key(Scope::Responses).await;
    let body = json!({"id": "a", "answers": {"nps": 8, "stood_out": ["food"]}}).to_string();
    assert_eq!(app.post_json("/api/v1/surveys/visits/responses", &key, body).await.status, StatusCode::CREATED);

    db.clock.advance(kernel::time::SECOND);
    let again = import(&app, SAMPLE, "visits", &MAPS).await.expect("it is imported").counts;
    assert_eq!((again.responses, again.added, again.duplicates, again.rejected), (4, 0, 4, 2));
    let list = imports::list(&app.store, app.workspace, None, 10).await.expect("listed");
    assert_eq!(
        list.iter().map(|one| (one.state, one.counts.added)).collect::<Vec<_>>(),
        [(State::Done, 0), (State::Done, 4)]
    );
    assert_eq!(app.store.surveys(app.workspace).await.expect("read").len(), 1);
    assert_eq!(app.store.broken_audit(app.workspace).await.expect("read"), None);
}

async fn the_telecom_file_equals_a_count_of_its_own(db: Db) {
    let Some(path) = data("nps/nps_verbatim.csv") else { return };
    let mut expected: BTreeMap<String, u64> = BTreeMap::new();
    for row in csv::Reader::from_path(&path).expect("a file").records() {
        let score = row.expect("a row").get(3).expect("a score").trim().to_owned();
        *expected.entry(score).or_default() += 1;
    }
    let app = App::new(&db).await;
    let preview = imports::prepare(Source::Path(path)).await.expect("it is a table");
    assert!(preview.undecided(&[]).is_empty());
    let mapping = preview.mapping(&[]).expect("the guess has no contradictions");
    let request = || Request {
        file: preview.file.clone(),
        file_name: "nps_verbatim.csv".into(),
        survey: "telecom".into(),
        mapping: mapping.clone(),
    };
    let run = async || imports::run(&app.store, app.workspace, "cli", request(), &mut |_| {}).await;
    let counts = run().await.expect("it is imported").counts;
    assert_eq!((counts.rows, counts.added, counts.rejected), (1_636, 1_636, 0));
    let scores = scores(&responses(&app).await, Kind::Nps);
    assert_eq!((expected.remove(""), scores.len()), (Some(19), 1_617));
    for (score, count) in expected {
        let value: f64 = score.parse().expect("a number");
        assert_eq!(scores.iter().filter(|one| **one == value).count() as u64, count, "score {score}");
    }
    let again = run().await.expect("it is imported").counts;
    assert_eq!((again.added, again.duplicates), (0, 1_636));
}

async fn ratings_of_the_airline_file_are_mapped(db: Db) {
    use std::io::Read as _;
    let Some(path) = data("key_driver/airline_passenger_satisfaction.csv.gz") else { return };
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path).expect("a file")).read_to_string(&mut text).expect("text");
    let lines: Vec<&str> = text.lines().take(1_501).collect();
    let cleanliness = lines[0].split(',').position(|name| name == "Cleanliness").expect("the column");
    let given = lines[1..].iter().filter_map(|line| line.split(',').nth(cleanliness)?.parse::<f64>().ok());
    let (count, total) = given.filter(|score| *score > 0.0).fold((0, 0.0), |(n, sum), score| (n + 1, sum + score));
    let app = App::new(&db).await;
    let maps = ["Cleanliness=rating:scale=1-5,na=0", "Age=attribute"];
    let report = import(&app, &lines.join("\n"), "flights", &maps).await.expect("it is imported");
    assert_eq!((report.counts.added, report.counts.rejected), (1_500, 0));
    let all = responses(&app).await;
    let answers = all.iter().flat_map(|one| &one.answers).filter(|one| one.question == "cleanliness");
    let scores: Vec<f64> = answers.filter_map(|one| one.score).collect();
    assert_eq!((scores.len(), scores.iter().sum::<f64>()), (count, total));
}

async fn an_undo_returns_to_the_state_before(db: Db) {
    let app = App::new(&db).await;
    let first = import(&app, "id,nps\na,9\nb,3\n", "visits", &[]).await.expect("it is imported");
    let before: Vec<_> = app.log().await.into_iter().map(|row| (row.position, row.uid)).collect();
    let generation = app.store.generation(app.workspace).await.expect("read");
    db.clock.advance(kernel::time::SECOND);
    let report = import(&app, SAMPLE, "visits", &MAPS).await.expect("it is imported");
    assert_eq!((app.log().await.len(), report.counts.added), (6, 4));
    let undo = |import: ImportId, workspace: WorkspaceId| {
        let store = app.store.clone();
        async move { imports::undo(&store, workspace, "cli", &import).await }
    };
    let foreign = undo(report.import.clone(), WorkspaceId(app.workspace.0 + 1)).await;
    assert!(matches!(foreign, Err(Error::NotFound("import"))));
    assert_eq!(undo(report.import.clone(), app.workspace).await.expect("undone"), 4);
    assert_eq!(undo(report.import.clone(), app.workspace).await.expect("undone already"), 0);
    let after: Vec<_> = app.log().await.into_iter().map(|row| (row.position, row.uid)).collect();
    assert_eq!(after, before);
    assert!(app.store.generation(app.workspace).await.expect("read") > generation);
    db.clock.advance(kernel::time::SECOND);
    let again = import(&app, SAMPLE, "visits", &MAPS).await.expect("it is imported").counts;
    assert_eq!((again.added, again.duplicates), (4, 0));
    let list = imports::list(&app.store, app.workspace, None, 10).await.expect("listed");
    assert_eq!(list.iter().map(|one| one.state).collect::<Vec<_>>(), [State::Done, State::Undone, State::Done]);
    assert_eq!(list[2].id, first.import);
    let audits = app.store.audits(app.workspace, None, 100).await.expect("read");
    assert!(audits.iter().any(|deed| deed.action == "import.undo" && deed.subject == report.import.as_str()));
}

/// The future is dropped in the middle, as a killed process ends.
async fn what_was_cut_off_is_completed(db: Db) {
    const ROWS: u64 = 4_500;
    let app = App::new(&db).await;
    let text: String =
        ["nps,why\n".to_owned()].into_iter().chain((0..ROWS).map(|n| format!("{},visit {n}\n", n % 11))).collect();
    let maps = ["nps=nps", "why=text"];
    let begun = Notify::new();
    let first = request(&text, "visits", &maps).await.expect("a table");
    let mut seen = |progress: imports::Progress| {
        if progress.counts.added > 0 {
            begun.notify_one();
        }
    };
    tokio::select! {
        biased;
        () = begun.notified() => {}
        done = imports::run(&app.store, app.workspace, "cli", first, &mut seen) => panic!("too early: {done:?}"),
    }
    let cut_off = imports::list(&app.store, app.workspace, None, 1).await.expect("listed").remove(0);
    assert_eq!(cut_off.state, State::Running);
    let early = imports::undo(&app.store, app.workspace, "cli", &cut_off.id).await;
    assert!(matches!(early, Err(Error::Refused(refusal)) if refusal.code == "import_running"));
    db.clock.advance(kernel::time::MINUTE);
    let silent = imports::list(&app.store, app.workspace, None, 1).await.expect("listed").remove(0);
    assert_eq!(silent.state, State::Interrupted);
    assert!((1..ROWS).contains(&silent.counts.added));

    let rest = import(&app, &text, "visits", &maps).await.expect("it is imported").counts;
    assert_eq!((rest.added, rest.duplicates), (ROWS - silent.counts.added, silent.counts.added));
    let log = app.log().await;
    assert_eq!(log.len() as u64, ROWS);
    let ids: std::collections::HashSet<_> = log.iter().map(|row| row.uid).collect();
    assert_eq!(ids.len() as u64, ROWS);
    let gone = imports::undo(&app.store, app.workspace, "cli", &silent.id).await.expect("undone");
    assert_eq!(gone, silent.counts.added);
}

async fn a_question_of_another_kind_is_refused(db: Db) {
    let app = App::new(&db).await;
    import(&app, "id,mood\na,4\nb,5\n", "visits", &["mood=rating:scale=1-5"]).await.expect("it is imported");
    let refused = import(&app, "id,mood\nc,4\n", "visits", &["mood=csat:scale=1-5"]).await;
    let Err(Error::Refused(refusal)) = refused else { panic!("{refused:?}") };
    assert_eq!((refusal.code, refusal.field.as_deref()), ("question_differs", Some("mood")));
    let words: Vec<&str> = refusal.args.iter().map(|(_, value)| value.as_str()).collect();
    assert!(words.iter().any(|word| word.starts_with("rating")) && words.iter().any(|word| word.starts_with("csat")));
    assert_eq!(imports::list(&app.store, app.workspace, None, 10).await.expect("listed").len(), 1, "nothing was begun");
    let more =
        import(&app, "id,why\nc,Because the soup was warm\n", "visits", &["why=text"]).await.expect("it is imported");
    let row = app.store.survey_by_key(app.workspace, "visits").await.expect("read").expect("there");
    assert_eq!((more.counts.added, row.version), (1, 2));
    assert_eq!(row.published().expect("JSON").expect("published").questions.len(), 2);
    let named = import(&app, "id,nps\na,4\n", "★★★", &[]).await;
    assert!(matches!(named, Err(Error::Refused(refusal)) if refusal.code == "bad_survey_name"));
}

async fn an_anonymous_survey_keeps_its_promise(db: Db) {
    let app = App::new(&db).await;
    let survey = kernel::survey::Survey { anonymous: true, ..testkit::nps_survey() };
    testkit::survey(&app.store, app.workspace, "pulse", &survey).await;
    let text = "id,when,nps,email\na-17,2026-09-01T10:42:00Z,9,a@example.com\n";
    let Err(Error::Refused(refusal)) = import(&app, text, "pulse", &[]).await else { panic!("it is refused") };
    assert_eq!((refusal.code, refusal.field.as_deref()), ("anonymous_survey", Some("email")));
    let report = import(&app, text, "pulse", &["email=ignore", "when=time"]).await.expect("it is imported");
    assert_eq!(report.counts.added, 1);
    let row = app.log().await.remove(0);
    assert_eq!(row.signal.occurred_at.to_string(), "2026-09-01T00:00:00Z");
    assert!(row.contact_id.is_none() && !row.signal.source_id.contains("a-17"));
    let again = import(&app, text, "pulse", &["email=ignore", "when=time"]).await.expect("it is imported").counts;
    assert_eq!((again.added, again.duplicates), (0, 1));
}

async fn uploads_are_forgotten(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(kernel::Role::Manager).await;
    let page = manager.upload("/listen/imports", &[("name", "Visits")], "visits.csv", SAMPLE).await.see_other();
    let page = page.location().to_owned();
    let now = |db: &Db| db.clock.now();
    assert_eq!(imports::prune(&app.store, now(&db)).await.expect("pruned"), 0);
    manager.get(&page).await.ok();
    db.clock.advance(imports::UPLOAD_KEPT_MICROS + 1);
    assert_eq!(imports::prune(&app.store, now(&db)).await.expect("pruned"), 1);
    assert!(imports::list(&app.store, app.workspace, None, 10).await.expect("listed").is_empty());
}
