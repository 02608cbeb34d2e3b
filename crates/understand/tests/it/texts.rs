//! What texts say, beside every text: read when they come, corrected by hand, asked for by programs.

use std::sync::Arc;

use axum::http::StatusCode;
use kernel::survey::Survey;
use kernel::{Role, Uid};
use lake::Judge;
use serde_json::{Value as Json, json};
use testkit::{Db, START};
use text::{About, Part, Reading, Reason, Sentence, Sentiment, Transformer};

use crate::harness::{App, More, app, said, visit};

testkit::on_both!(
    every_text_has_its_chip_with_reasons,
    texts_are_counted_and_filtered_by_what_they_say,
    members_correct_and_are_counted,
    what_members_say_counts_in_shares_and_filters,
    who_may_not_read_texts_learns_nothing_of_them,
    anonymous_texts_are_read_but_lead_nowhere,
    reading_again_goes_step_by_step_and_can_be_stopped,
    a_transformer_is_named_wherever_it_judges,
    programs_get_the_same_answer
);

/// Knows a few words.
struct Words(&'static str);

impl Judge for Words {
    fn version(&self) -> &str {
        self.0
    }

    fn read(&self, text: &str, prior: Option<&str>) -> Reading {
        let known = [("good", 0.5), ("bad", -0.5)];
        let because: Vec<Reason> = known
            .into_iter()
            .filter_map(|(word, weight)| {
                let start = text[..text.find(word)?].chars().count();
                Some(Reason { text: word.into(), start, end: start + word.len(), weight })
            })
            .collect();
        let score: f64 = because.iter().map(|reason| reason.weight).sum();
        let (sentiment, set) = match because.len() {
            1 if score > 0.0 => (Sentiment::Pos, vec![Sentiment::Pos]),
            1 => (Sentiment::Neg, vec![Sentiment::Neg]),
            2 => (Sentiment::Pos, vec![Sentiment::Neg, Sentiment::Pos]),
            _ => (Sentiment::Neu, vec![Sentiment::Neu]),
        };
        let whole = Part { start: 0, end: text.chars().count(), sentiment, score };
        let knows = prior != Some("de");
        Reading {
            language: prior.unwrap_or("und").into(),
            sentiment: knows.then_some(sentiment),
            score: knows.then_some(score),
            set: if knows { set } else { vec![] },
            by: None,
            sentences: vec![Sentence { whole, clauses: vec![] }],
            because,
        }
    }
}

async fn world(db: &Db, definition: &Survey) -> (App, String) {
    let app = app(db).await;
    app.lake.use_reader(app.ws, Some(Arc::new(Words("w1"))));
    let row = app.survey("visit", definition).await;
    (app, format!("/understand/surveys/{}", row.id))
}

/// Texts of one response each, `r0`, `r1`, …, in this language.
async fn write(app: &App, language: &str, texts: &[&str]) {
    let signal = |(i, text): (usize, &&str)| {
        let mut signal = said(&format!("{language}{i}"), 5, "qr", &START.minus(i as i64).to_string()).text(text);
        signal.language = Some(language.into());
        signal
    };
    app.append(texts.iter().enumerate().map(signal).collect()).await;
}

fn uid(app: &App, id: &str) -> Uid {
    Uid::of(app.ws, "api:visit", id)
}

async fn every_text_has_its_chip_with_reasons(db: Db) {
    let (app, path) = world(&db, &visit()).await;
    write(&app, "en", &["quite good soup", "good but bad"]).await;
    write(&app, "de", &["schlecht"]).await;
    let page = app.get(&path).await.ok();
    page.shows("<mark class=\"pro\">good</mark> soup").shows(">+0.50<").shows("Mixed or unclear");
    page.shows("Texts in this language (de) are not read").shows("Not read");
    let list = app.get(&format!("{path}/answers?said=1")).await.ok();
    assert_eq!(list.total(), 3);
    let why = list.links("?why=why");
    assert_eq!(why.len(), 3);
    let response = app.get(why[0].split('#').next().unwrap()).await.ok();
    response.shows("<details class=\"feel\" open>");
    app.get(&format!("{path}/report")).await.ok().shows("<details class=\"feel\">");
}

async fn texts_are_counted_and_filtered_by_what_they_say(db: Db) {
    let (app, path) = world(&db, &visit()).await;
    write(&app, "en", &["good", "good", "bad", "good but bad", "soup"]).await;
    write(&app, "fa", &["good"]).await;
    write(&app, "de", &["schlecht"]).await;
    let page = app.get(&path).await.ok();
    page.shows("What texts say").shows("Negative texts by").shows("Texts in languages that are not read: 1");
    for sealed in [false, true] {
        if sealed {
            app.lake.seal(app.ws, START).await.expect("it is sealed");
        }
        for (query, total) in [
            ("sentiment=pos", 3),
            ("sentiment=neg", 1),
            ("sentiment=neu", 1),
            ("sentiment=unclear", 1),
            ("sentiment=unread", 1),
            ("text_language=fa", 1),
            ("sentiment=pos&text_language=en", 2),
            ("sentiment=nonsense", 0),
        ] {
            let list = app.get(&format!("{path}/answers?said=1&{query}")).await.ok();
            assert_eq!(list.total(), total, "{query}, sealed: {sealed}");
            let responses = app.get(&format!("{path}/answers?{query}")).await.ok();
            assert_eq!(responses.total(), total, "{query}, sealed: {sealed}");
        }
        // The numbers lead to the texts.
        let page = app.get(&path).await.ok();
        let positive = page.links("sentiment=pos").into_iter().find(|link| link.contains("said=1")).expect("a way");
        assert_eq!(app.get(&positive).await.ok().total(), 3);
        assert_eq!(app.get(&format!("{path}?sentiment=neg")).await.ok().tile("Responses"), "1");
    }
}

async fn members_correct_and_are_counted(db: Db) {
    let (app, path) = world(&db, &visit()).await;
    write(&app, "en", &["good", "bad"]).await;
    app.get("/understand/reading").await.ok().shows("No text has been judged by hand yet");
    let response = format!("/understand/responses/{}", uid(&app, "en0"));
    let action = format!("{response}/label");
    let form = |label: &str| format!("field=why&label={label}&back=/understand/reading");
    let done = app.post(&action, &form("neg")).await;
    assert_eq!((done.status, done.to.as_str()), (StatusCode::SEE_OTHER, "/understand/reading"));
    app.get(&response).await.ok().shows("says so. The reader said: Positive").shows("corrected by a member");
    app.post(&format!("/understand/responses/{}/label", uid(&app, "en1")), &form("neg")).await;
    let page = app.get("/understand/reading").await.ok();
    page.shows("The reader agrees in 1 of 2 texts").shows("50").shows("There are few judgements").hides(">{}<");
    let audits = app.store.audits(app.ws, None, 10).await.expect("the audit log");
    assert!(audits.iter().any(|row| row.action == "text.label" && row.detail.contains("\"label\":\"neg\"")));
    assert!(audits.iter().all(|row| !row.detail.contains("good")), "no words of customers");

    // The last word counts, and can be taken back.
    app.post(&action, &form("pos")).await;
    app.get("/understand/reading").await.ok().shows("The reader agrees in 2 of 2 texts");
    app.post(&action, &form("")).await;
    app.get("/understand/reading").await.ok().shows("The reader agrees in 1 of 1 texts");
    app.get(&response).await.ok().hides("says so.");

    for (form, status) in [
        ("field=why&label=great", StatusCode::UNPROCESSABLE_ENTITY),
        ("field=nps&label=pos", StatusCode::NOT_FOUND),
        ("field=&label=pos", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        assert_eq!(app.post(&action, form).await.status, status, "{form}");
    }
    let elsewhere = app.elsewhere().await;
    assert_eq!(elsewhere.post(&action, &form("pos")).await.status, StatusCode::NOT_FOUND);
    let viewer = app.reader(Role::Viewer).await;
    assert_eq!(viewer.post(&action, &form("pos")).await.status, StatusCode::FORBIDDEN);
    viewer.get(&path).await.ok().hides("/label\"");
    // A withdrawn or revised text is not counted, and a sealed one is.
    app.lake.seal(app.ws, START).await.expect("it is sealed");
    app.get("/understand/reading").await.ok().shows("The reader agrees in 1 of 1 texts");
}

async fn what_members_say_counts_in_shares_and_filters(db: Db) {
    let (app, path) = world(&db, &visit()).await;
    write(&app, "en", &["good", "good", "bad"]).await;
    write(&app, "de", &["schlecht"]).await;
    let total = async |query: &str| app.get(&format!("{path}/answers?said=1&{query}")).await.ok().total();
    let say = async |id: &str, label: &str| {
        let action = format!("/understand/responses/{}/label", uid(&app, id));
        let done = app.post(&action, &format!("field=why&label={label}&back=/understand/reading")).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    };
    for sealed in [false, true] {
        if sealed {
            app.lake.seal(app.ws, START).await.expect("it is sealed");
        }
        let counts = async || {
            let mut counts = Vec::new();
            for kind in ["pos", "neu", "neg", "unclear", "unread"] {
                counts.push(total(&format!("sentiment={kind}")).await);
            }
            counts
        };
        // Asked twice, so that sealed counts are kept and must be counted anew.
        for _ in 0..2 {
            assert_eq!(counts().await, [2, 0, 1, 0, 1], "sealed: {sealed}");
        }
        say("en0", "neg").await;
        say("de0", "neg").await;
        assert_eq!(counts().await, [1, 0, 3, 0, 0], "sealed: {sealed}");
        // How well the reader agrees is asked of the reader itself.
        app.get("/understand/reading").await.ok().shows("The reader agrees in 0 of 1 texts");
        say("en0", "unclear").await;
        assert_eq!(counts().await, [1, 0, 2, 1, 0], "sealed: {sealed}");
        // What members say outlives reading again.
        app.lake.forget_readings(app.ws).await.expect("forgotten");
        while understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step") {}
        assert_eq!(counts().await, [1, 0, 2, 1, 0], "sealed: {sealed}");
        say("en0", "").await;
        say("de0", "").await;
    }
    assert_eq!(total("sentiment=pos").await, 2, "taken back, the reader's word counts again");
}

async fn who_may_not_read_texts_learns_nothing_of_them(db: Db) {
    let (app, path) = world(&db, &visit()).await;
    write(&app, "en", &["good", "bad", "bad"]).await;
    app.post(&format!("{path}/verbatims"), "role=manager").await;
    let viewer = app.reader(Role::Viewer).await;
    let page = viewer.get(&path).await.ok();
    page.hides("What texts say").hides("class=\"feel\"").hides("sentiment=");
    for query in ["sentiment=neg", "text_language=en"] {
        assert_eq!(viewer.get(&format!("{path}?{query}")).await.ok().tile("Responses"), "3", "{query} tells something");
        assert_eq!(viewer.get(&format!("{path}/answers?{query}")).await.ok().total(), 3, "{query} tells something");
    }
    let response = format!("/understand/responses/{}", uid(&app, "en0"));
    viewer.get(&response).await.ok().hides("class=\"feel\"");
    let agent = app.reader(Role::Agent).await;
    let done = agent.post(&format!("{response}/label"), "field=why&label=pos").await;
    assert_eq!(done.status, StatusCode::FORBIDDEN);
}

async fn anonymous_texts_are_read_but_lead_nowhere(db: Db) {
    let definition = Survey { anonymous: true, ..testkit::nps_survey() };
    let (app, path) = world(&db, &definition).await;
    write(&app, "en", &["good", "bad", "soup", "good soup", "bad soup"]).await;
    let page = app.get(&path).await.ok();
    page.shows("class=\"feel\"").hides("/label").hides("/understand/responses/").hides("sentiment=");
    assert_eq!(app.get(&format!("{path}?sentiment=neg")).await.ok().tile("Responses"), "5");
    let action = format!("/understand/responses/{}/label", uid(&app, "en0"));
    assert_eq!(app.post(&action, "field=why&label=pos").await.status, StatusCode::NOT_FOUND);
}

async fn reading_again_goes_step_by_step_and_can_be_stopped(db: Db) {
    let (app, path) = world(&db, &visit()).await;
    write(&app, "en", &["good", "bad"]).await;
    app.lake.seal(app.ws, START).await.expect("it is sealed");
    app.lake.use_reader(app.ws, Some(Arc::new(Words("w2"))));
    let admin = app.reader(Role::Admin).await;
    admin
        .get("/understand/reading")
        .await
        .ok()
        .shows("0 of 4 answers looked through")
        .shows("/understand/reading/stop");
    let step = || understand::texts::step(&app.store, &app.lake, app.ws);
    assert!(step().await.expect("a step"));
    admin.post("/understand/reading/stop", "").await;
    assert!(!step().await.expect("nothing"), "it goes on although it was stopped");
    admin.get("/understand/reading").await.ok().shows("Stopped.").shows("/understand/reading/go-on");
    admin.post("/understand/reading/go-on", "").await;
    assert!(step().await.expect("the last step"));
    assert!(!step().await.expect("nothing left"));
    admin.get("/understand/reading").await.ok().shows("All texts are read by this version.");
    assert_eq!(app.get(&format!("{path}/answers?said=1&sentiment=neg")).await.ok().total(), 1);
    admin.post("/understand/reading/again", "").await;
    admin.get("/understand/reading").await.ok().shows("0 of 4 answers looked through");
    let viewer = app.reader(Role::Viewer).await;
    assert_eq!(viewer.post("/understand/reading/stop", "").await.status, StatusCode::FORBIDDEN);
}

/// A transformer that finds everything good, and fails on one word.
#[derive(Debug)]
struct Rosy(About);

impl Transformer for Rosy {
    fn about(&self) -> &About {
        &self.0
    }

    fn chances(&self, text: &str) -> Option<[f64; 3]> {
        (!text.contains("gazpacho")).then_some([0.01, 0.02, 0.97])
    }
}

async fn a_transformer_is_named_wherever_it_judges(db: Db) {
    let app = app(&db).await;
    app.get("/understand/reading").await.ok().hides("A transformer reads along");
    let about = About {
        name: "rosy<b>".into(),
        fingerprint: "a1b2".into(),
        family: "BERT",
        parameters: 1_234_567,
        tokens_max: 128,
        labels: vec![("LABEL_0".into(), Sentiment::Neg), ("LABEL_1".into(), Sentiment::Pos)],
        languages: vec!["en".into()],
    };
    app.lake.share_reader(text::Reader::new().with_transformer(Arc::new(Rosy(about))));
    let row = app.survey("visit", &visit()).await;
    let path = format!("/understand/surveys/{}", row.id);
    let bad = "The food was terrible and the staff were rude.";
    write(&app, "en", &[bad, "The gazpacho was terrible and cold."]).await;
    write(&app, "sv", &["Maten var hemsk och personalen otrevlig."]).await;
    for (query, total) in [("sentiment=pos", 1), ("sentiment=neg", 1), ("sentiment=unread", 1)] {
        assert_eq!(app.get(&format!("{path}/answers?said=1&{query}")).await.ok().total(), total, "{query}");
    }
    let page = app.get(&format!("/understand/responses/{}", uid(&app, "en0"))).await.ok();
    page.shows("rosy&lt;b&gt;").shows("judged the text as a whole").shows("What our own reader saw").hides("rosy<b>");
    let failed = app.get(&format!("/understand/responses/{}", uid(&app, "en1"))).await.ok();
    failed.shows("The transformer failed on this text").hides("What our own reader saw");
    app.get(&format!("/understand/responses/{}", uid(&app, "sv0")))
        .await
        .ok()
        .hides("rosy")
        .shows("Words that counted");
    let reading = app.get("/understand/reading").await.ok();
    reading.shows("A transformer reads along").shows("rosy&lt;b&gt;").shows("1,234,567").shows("LABEL_1");
    let (_, answer) = app.ask("/api/v1/text", "read", &json!({ "text": bad, "language": "en" }).to_string()).await;
    let answer: Json = serde_json::from_str(&answer).expect("JSON");
    assert_eq!((answer["by"].as_str(), answer["sentiment"].as_str()), (Some("rosy<b>"), Some("pos")));
    assert_eq!(answer["sentences"][0]["sentiment"], "neg");
    // Topics, and what another process has switched on, do not displace it.
    understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step");
    assert!(app.lake.reader(app.ws).version().ends_with("@a1b2"));
}

async fn programs_get_the_same_answer(db: Db) {
    let (app, _) = world(&db, &visit()).await;
    let ask = async |body: &str| {
        let (status, answer) = app.ask("/api/v1/text", "read", body).await;
        (status, serde_json::from_str::<Json>(&answer).expect("JSON"))
    };
    let (status, answer) = ask(r#"{"id": 7, "text": "good", "language": "en-GB"}"#).await;
    let expected = json!({
        "id": 7, "language": "en", "sentiment": "pos", "score": 0.5, "set": ["pos"],
        "sentences": [{"start": 0, "end": 4, "sentiment": "pos", "score": 0.5}],
        "because": [{"text": "good", "start": 0, "end": 4, "weight": 0.5}],
    });
    assert_eq!((status, answer), (StatusCode::OK, expected));
    let (status, answer) = ask(r#"[{"text": ""}, {"text": 5}, {}, "x", {"text": "bad", "language": 1}]"#).await;
    assert_eq!((status, answer[0]["language"].as_str()), (StatusCode::OK, Some("und")));
    let codes: Vec<_> = (1..5).map(|i| (answer[i]["code"].as_str(), answer[i]["field"].as_str())).collect();
    let [wrong, missing] = ["not_a_text", "required"].map(Some);
    let [text, language] = ["text", "language"].map(Some);
    assert_eq!(codes, [(wrong, text), (missing, text), (wrong, text), (wrong, language)]);
    assert_eq!(ask("{\"text\": ").await.0, StatusCode::BAD_REQUEST);
    assert_eq!(ask("5").await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let many = format!("[{}]", vec!["{\"text\":\"\"}"; understand::texts::TEXTS_MAX + 1].join(","));
    let (status, answer) = ask(&many).await;
    assert_eq!((status, answer["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("too_many_texts")));
    assert_eq!(app.ask("/api/v1/text", "responses", "{\"text\": \"good\"}").await.0, StatusCode::FORBIDDEN);
    let long = format!("{{\"text\": \"{}\"}}", "good ".repeat(200_000));
    assert_eq!(ask(&long).await.0, StatusCode::OK);
}
