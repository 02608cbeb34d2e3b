//! Files and ideas.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use kernel::Role;
use kernel::survey::{Files, Kind, Question, Survey};
use sea_orm::{ConnectionTrait, Statement};
use testkit::Db;
use tower::ServiceExt;

use super::{block, open, page, question, responses};
use crate::app::{App, Seen, answer};

testkit::on_both!(
    a_file_is_kept_for_members_only,
    wrong_files_are_refused_at_their_question,
    a_photo_in_an_anonymous_survey_loses_its_place,
    a_photo_of_somebody_who_is_known_stays_as_it_is,
    an_id_that_is_typed_names_no_file,
    a_page_that_is_cut_short_leaves_no_row_without_its_file,
    media_are_for_everybody,
    ideas_wait_and_votes_count_once,
);

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nrest of the picture";

fn with_file() -> Survey {
    let files = Files { types: vec!["png".into(), "txt".into()], bytes_max: Some(1_000) };
    Survey {
        questions: vec![Question { files, required: true, ..question("cv", Kind::File) }, question("why", Kind::Text)],
        blocks: vec![block("b", vec![page(&["cv"]), page(&["why"])])],
        ..Survey::default()
    }
}

fn body(seen: &Seen, also: &[(&str, &str)], file: Option<(&str, &str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: &str, value: &[u8]| {
        body.extend_from_slice(format!("--border\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes());
        body.extend_from_slice(value);
        body.extend_from_slice(b"\r\n");
    };
    for (name, value) in seen.all_hidden() {
        part(&format!("name=\"{name}\""), value.as_bytes());
    }
    for (name, value) in also {
        part(&format!("name=\"{name}\""), value.as_bytes());
    }
    if let Some((field, name, bytes)) = file {
        part(&format!("name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: text/html"), bytes);
    }
    body.extend_from_slice(b"--border--\r\n");
    body
}

fn request(link: &str, body: Vec<u8>) -> Request<Body> {
    Request::post(link)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=border")
        .body(Body::from(body))
        .expect("a request")
}

async fn send(app: &App, seen: &Seen, link: &str, file: Option<(&str, &str, &[u8])>) -> Seen {
    app.request(request(link, body(seen, &[("go", "next")], file))).await
}

async fn count(app: &App, table: &str) -> i64 {
    let reads = app.store.reads();
    let query = Statement::from_string(reads.get_database_backend(), format!("select count(*) as n from {table}"));
    reads.query_one_raw(query).await.expect("read").expect("a row").try_get("", "n").expect("a number")
}

fn on_disk(db: &Db) -> usize {
    let Ok(workspaces) = std::fs::read_dir(db.folder().join("uploads")) else { return 0 };
    workspaces.flatten().flat_map(|folder| std::fs::read_dir(folder.path()).expect("read")).count()
}

async fn a_file_is_kept_for_members_only(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_file()).await;
    let first = app.guest("en").get(&link).await.ok();
    assert!(first.text.contains("multipart/form-data"), "{}", first.text);
    let second = send(&app, &first, &link, Some(("a.cv:file", "../../گزارش 1.png", PNG))).await.ok();
    assert_eq!(second.asked(), "why");
    let (logged, response) = responses(&app).await.pop().expect("kept");
    let id = response.answers[0].text.clone().expect("an id");
    assert!(id.starts_with("fil_"));
    let path = format!("/listen/files/{id}");
    let file = app.member(Role::Viewer).await.get(&path).await.ok();
    assert!(file.text.ends_with("rest of the picture"));
    let named = file.headers[header::CONTENT_DISPOSITION].to_str().expect("ASCII");
    assert!(
        named.starts_with("attachment; ") && named.contains("filename*=UTF-8''%DA%AF") && !named.contains(".."),
        "{named}"
    );
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    assert!(file.headers["content-security-policy"].to_str().expect("ASCII").starts_with("sandbox"));
    assert_eq!(file.headers[header::CONTENT_TYPE], "image/png");
    assert!(
        app.guest("en").get(&path).await.status.is_client_error()
            || app.guest("en").get(&path).await.status.is_redirection()
    );
    assert_eq!(app.guest("en").get(&format!("/media/{id}")).await.status, StatusCode::NOT_FOUND, "not for everybody");
    // Another one takes its place, on disk as well.
    let back = answer(&app, &second, &link, &[("go", "back")]).await.ok();
    assert!(back.text.contains("گزارش"), "the file's name is shown: {}", back.text);
    send(&app, &back, &link, Some(("a.cv:file", "b.txt", "سلام".as_bytes()))).await.ok();
    assert_eq!((count(&app, "uploads").await, on_disk(&db)), (1, 1));
    assert_eq!(app.member(Role::Viewer).await.get(&path).await.status, StatusCode::NOT_FOUND);
    // Going on without choosing again keeps it.
    let back = answer(&app, &second, &link, &[("go", "back")]).await.ok();
    let kept = body(&back, &[("a.cv", &text_of(&app, "cv").await), ("go", "next")], None);
    app.request(request(&link, kept)).await.ok();
    assert_eq!((count(&app, "uploads").await, on_disk(&db)), (1, 1));
    listen::forget(&app.store, app.workspace, &logged.signal.source_id).await.expect("forgotten");
    assert_eq!((count(&app, "uploads").await, on_disk(&db), count(&app, "drafts").await), (0, 0, 0));
}

async fn text_of(app: &App, key: &str) -> String {
    let (_, response) = responses(app).await.pop().expect("kept");
    let answer = response.answers.into_iter().find(|answer| answer.question == key).expect("answered");
    answer.text.expect("words")
}

async fn wrong_files_are_refused_at_their_question(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_file()).await;
    let first = app.guest("en").get(&link).await.ok();
    let big = vec![b'x'; 1_001];
    for (field, name, bytes, words) in [
        ("a.cv:file", "a.svg", &b"<svg onload=alert(1)>"[..], "kind of file"),
        ("a.cv:file", "a.html", b"<script>", "kind of file"),
        ("a.cv:file", "a.png", b"<script>alert(1)</script>", "kind of file"),
        ("a.cv:file", "a.pdf", b"%PDF-1.7", "kind of file"),
        ("a.cv:file", "a.txt", &big, "too large"),
        ("a.cv:file", "a.txt", b"", "kind of file"),
        ("a.why:file", "a.txt", b"hello", "does not ask"),
    ] {
        let refused = send(&app, &first, &link, Some((field, name, bytes))).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(refused.text.contains(words), "{name}: {}", refused.text);
        assert_eq!((count(&app, "uploads").await, on_disk(&db)), (0, 0), "{name} leaves nothing");
    }
    let none = send(&app, &first, &link, None).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "it must be there");
    for _ in 0..60 {
        send(&app, &first, &link, Some(("a.cv:file", "a.txt", b"hello"))).await;
    }
    assert_eq!((count(&app, "uploads").await, on_disk(&db)), (1, 1), "one response has one file");
    let flood = send(&app, &first, &link, Some(("a.cv:file", "a.txt", b"hello"))).await;
    assert_eq!(flood.status, StatusCode::TOO_MANY_REQUESTS);
}

/// A JPEG with its place in an Exif segment, a comment, and more behind its end.
const PHOTO: &[u8] = b"\xff\xd8\xff\xe1\0\x17Exif\0\0GPS 35.7N 51.4E\xff\xfe\0\x0eSara's phone\xff\xc0\0\x07frame\
    \xff\xda\0\x06scan\x01\x02\xff\x00\x03\xff\xd9GPS again";

async fn a_photo_in_an_anonymous_survey_loses_its_place(db: Db) {
    let app = App::new(&db).await;
    let files = Files { types: vec!["jpg".into(), "pdf".into()], bytes_max: None };
    let photo = Question { files, ..question("photo", Kind::File) };
    let (link, _) = open(&app, Survey { questions: vec![photo], anonymous: true, ..Survey::default() }).await;
    let first = app.guest("en").get(&link).await.ok();
    assert!(first.text.contains("place, time and camera") && !first.text.contains(".pdf"), "{}", first.text);
    for (name, bytes, words) in [
        ("cv.pdf", &b"%PDF-1.7 /Author (Sara)"[..], "kind of file"),
        ("a.jpg", b"\xff\xd8\xff\xe1\xff\xffGPS", "could not be read"),
    ] {
        let refused = send(&app, &first, &link, Some(("a.photo:file", name, bytes))).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(refused.text.contains(words), "{name}: {}", refused.text);
        assert_eq!((count(&app, "uploads").await, on_disk(&db)), (0, 0), "{name} leaves nothing");
    }
    send(&app, &first, &link, Some(("a.photo:file", "Sara.jpg", PHOTO))).await.see_other();
    let kept = kept(&db);
    let tells = |part: &[u8]| kept.windows(part.len()).any(|window| window == part);
    assert!(!tells(b"GPS") && !tells(b"Sara") && tells(b"frame") && tells(b"scan"), "{kept:?}");
    let row = &first_row(&app, "select bytes, sha256, file_name from uploads").await;
    let (bytes, hash): (i64, String) = (row.try_get("", "bytes").expect("i"), row.try_get("", "sha256").expect("s"));
    assert_eq!(bytes as usize, kept.len());
    assert_eq!(hash, sha256(&kept), "the row tells of what is kept");
}

async fn a_photo_of_somebody_who_is_known_stays_as_it_is(db: Db) {
    let app = App::new(&db).await;
    let survey = Survey { questions: vec![question("photo", Kind::File)], ..Survey::default() };
    let (link, _) = open(&app, survey).await;
    let first = app.guest("en").get(&link).await.ok();
    assert!(!first.text.contains("camera"));
    send(&app, &first, &link, Some(("a.photo:file", "Sara.jpg", PHOTO))).await.see_other();
    assert_eq!(kept(&db), PHOTO);
}

/// The one file that is kept.
fn kept(db: &Db) -> Vec<u8> {
    let workspaces = std::fs::read_dir(db.folder().join("uploads")).expect("uploads");
    let mut files = workspaces.flatten().flat_map(|folder| std::fs::read_dir(folder.path()).expect("read")).flatten();
    std::fs::read(files.next().expect("a file").path()).expect("bytes")
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn first_row(app: &App, query: &str) -> sea_orm::QueryResult {
    let reads = app.store.reads();
    let query = Statement::from_string(reads.get_database_backend(), query.to_owned());
    reads.query_one_raw(query).await.expect("read").expect("a row")
}

async fn an_id_that_is_typed_names_no_file(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_file()).await;
    let sara = app.guest("en").get(&link).await.ok();
    send(&app, &sara, &link, Some(("a.cv:file", "sara.txt", b"mine"))).await.ok();
    let id = text_of(&app, "cv").await;
    let thief = app.guest("en").get(&link).await.ok();
    let forged = app.request(request(&link, body(&thief, &[("a.cv", &id), ("go", "next")], None))).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!forged.text.contains("sara.txt") && !forged.text.contains(&id), "{}", forged.text);
    assert_eq!(responses(&app).await.len(), 1);
    let prefilled = app.guest("en").get(&format!("{link}?q.cv={id}")).await.ok();
    assert!(!prefilled.text.contains("sara.txt"));
}

async fn a_page_that_is_cut_short_leaves_no_row_without_its_file(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_file()).await;
    let mut answered = 0;
    // Whoever hangs up, or is killed, may do so between any two steps of the work.
    for polls in 0..60 {
        db.clock.advance(kernel::time::MINUTE);
        let first = app.guest("en").get(&link).await.ok();
        let body = body(&first, &[("go", "next")], Some(("a.cv:file", "a.png", PNG)));
        let work = app.router.clone().oneshot(request(&link, body));
        if cut_short(work, polls).await {
            answered += 1;
        }
        let rows = count(&app, "uploads").await as usize;
        let drafts = count(&app, "drafts").await as usize;
        assert!(rows <= on_disk(&db), "after {polls}: {rows} rows, {} files", on_disk(&db));
        assert!(answered <= drafts, "what was answered is there");
    }
    let ids = app.store.reads();
    let query = Statement::from_string(ids.get_database_backend(), "select id, workspace_id from uploads".to_owned());
    for row in ids.query_all_raw(query).await.expect("read") {
        let (id, workspace): (String, i32) =
            (row.try_get("", "id").expect("id"), row.try_get("", "workspace_id").expect("id"));
        let file = db.folder().join("uploads").join(workspace.to_string()).join(&id);
        assert_eq!(std::fs::read(&file).expect("each row has its file"), PNG);
    }
    // What has no row is swept up once it is a day old.
    let rows = count(&app, "uploads").await as usize;
    let real = kernel::Env::system().now();
    listen::prune(&app.store, real.plus(2 * kernel::time::DAY)).await.expect("swept");
    assert_eq!(on_disk(&db), rows);
    assert!(answered < 60, "some were cut short");
}

/// Lets `work` go on `polls` times and then drops it; whether it was done by then.
async fn cut_short<F: std::future::Future>(work: F, polls: usize) -> bool {
    let mut work = Box::pin(work);
    let mut left = polls;
    std::future::poll_fn(|context| {
        if left == 0 {
            return std::task::Poll::Ready(false);
        }
        left -= 1;
        work.as_mut().poll(context).map(|_| true)
    })
    .await
}

async fn media_are_for_everybody(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let made = manager.upload("/listen/media", &[], "logo.gif", "GIF89a and so on").await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let made = made.json();
    assert_eq!((made["kind"].as_str(), made["name"].as_str()), (Some("image"), Some("logo.gif")));
    let url = made["url"].as_str().expect("an address");
    let shown = app.guest("en").get(url).await.ok();
    assert!(shown.headers[header::CACHE_CONTROL].to_str().expect("ASCII").contains("immutable"));
    assert_eq!(shown.headers["x-content-type-options"], "nosniff");
    assert!(shown.headers["content-security-policy"].to_str().expect("ASCII").starts_with("sandbox"));
    let photo = manager.upload("/listen/media", &[], "terrace.jpg", PHOTO).await.json();
    let photo = app.guest("en").get(photo["url"].as_str().expect("an address")).await.ok();
    assert!(
        photo.text.contains("scan") && !photo.text.contains("GPS") && !photo.text.contains("Sara"),
        "{}",
        photo.text
    );
    for (name, file) in [("logo.svg", "<svg/>"), ("logo.pdf", "%PDF-1.7"), ("logo.gif", "<script>"), ("a.png", "\x7f")]
    {
        let refused = manager.upload("/listen/media", &[], name, file).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    for path in ["/media/fil_nothing", "/media/..%2f..%2fnabz.db", "/media/fil_00000000000000000000000000000000"] {
        assert_eq!(app.guest("en").get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let agent = app.member(Role::Agent).await.upload("/listen/media", &[], "logo.gif", "GIF89a").await;
    assert_eq!(agent.status, StatusCode::FORBIDDEN);
}

async fn ideas_wait_and_votes_count_once(db: Db) {
    let app = App::new(&db).await;
    let survey = Survey {
        questions: vec![question("ideas", Kind::Ideas), question("why", Kind::Text)],
        blocks: vec![block("b", vec![page(&["ideas"]), page(&["why"])])],
        ..Survey::default()
    };
    let (link, id) = open(&app, survey).await;
    let sara = app.guest("en").get(&link).await.ok();
    let own = [("a.ideas:own", "<b>More bins</b>"), ("go", "next")];
    answer(&app, &sara, &link, &own).await.ok();
    let reza = app.guest("en").get(&link).await.ok();
    assert!(!reza.text.contains("More bins"), "it waits");
    let list = format!("/listen/surveys/{id}/ideas");
    let manager = app.member(Role::Manager).await;
    let waiting = manager.get(&list).await.ok();
    assert!(waiting.text.contains("&lt;b&gt;More bins"), "{}", waiting.text);
    let idea =
        waiting.text.split_once("/ideas/idea_").expect("an idea").1.split('"').next().expect("it ends").to_owned();
    let idea = format!("idea_{idea}");
    manager.post(&format!("{list}/{idea}"), &[("state", "shown")]).await.see_other();
    let reza = app.guest("en").get(&link).await.ok();
    assert!(reza.text.contains("&lt;b&gt;More bins") && reza.text.contains(&idea), "{}", reza.text);
    let vote = [("a.ideas:vote", idea.as_str()), ("go", "next")];
    let (a, b) = tokio::join!(answer(&app, &reza, &link, &vote), answer(&app, &reza, &link, &vote));
    a.ok();
    let why = b.ok();
    assert_eq!(votes(&app).await, 1, "a double click is one vote");
    let back = answer(&app, &why, &link, &[("go", "back")]).await.ok();
    assert!(back.text.contains(" checked"), "{}", back.text);
    answer(&app, &back, &link, &[("go", "next")]).await.ok();
    assert_eq!(votes(&app).await, 0, "a vote can be taken back");
    let forged = answer(&app, &reza, &link, &[("a.ideas:vote", "idea_nothing"), ("go", "next")]).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        manager.post(&format!("{list}/idea_nothing"), &[("state", "shown")]).await.status,
        StatusCode::NOT_FOUND
    );
}

async fn votes(app: &App) -> i64 {
    let reads = app.store.reads();
    let query = Statement::from_string(reads.get_database_backend(), "select votes as n from ideas".to_owned());
    reads.query_one_raw(query).await.expect("read").expect("a row").try_get("", "n").expect("a number")
}
