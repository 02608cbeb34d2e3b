//! Responses are led by their answers, quotas take exactly as many as they say, and endings end.

use axum::http::StatusCode;
use futures::future::join_all;
use kernel::signal::State;
use kernel::survey::{Ending, Jump, Kind, Outcome, Quota, Survey, Target, Text};
use testkit::Db;

use super::{action, block, ip, open, options, page, question, responses, set_access, when};
use crate::app::{App, answer, answer_from};

testkit::on_both!(
    what_logic_hides_is_not_asked_and_does_not_count,
    answers_that_a_page_does_not_ask_are_refused,
    a_hundred_come_for_the_last_place,
    a_full_quota_ends_where_its_condition_holds,
    who_is_screened_out_stays_out,
    an_ending_leads_elsewhere_with_answers_encoded,
    the_course_is_kept,
    the_limit_of_all_responses_is_exact,
    addresses_answer_beforehand,
    who_goes_on_later_finds_everything,
);

fn led() -> Survey {
    let mut low = page(&["why"]);
    low.when = Some(when("nps <= 6"));
    Survey {
        questions: vec![
            question("nps", Kind::Nps),
            question("why", Kind::Text),
            options(Kind::Choice, "plan", &["gold", "free"]),
        ],
        blocks: vec![block("b", vec![page(&["nps"]), low, page(&["plan"])])],
        ..Survey::default()
    }
}

async fn what_logic_hides_is_not_asked_and_does_not_count(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, led()).await;
    let first = app.guest("en").get(&link).await.ok();
    let why = answer(&app, &first, &link, &[("answer", "3"), ("go", "next")]).await.ok();
    assert_eq!((why.hidden("step").as_str(), why.asked().as_str()), ("b.2", "why"));
    let plan = answer(&app, &why, &link, &[("answer", "slow"), ("go", "next")]).await.ok();
    assert_eq!(plan.asked(), "plan");
    assert_eq!(responses(&app).await[0].1.answers.len(), 2);
    // Back to the start, and another score: the page in between is gone, and so is its answer.
    let back = answer(&app, &plan, &link, &[("go", "back")]).await.ok();
    assert_eq!(back.hidden("step"), "b.2");
    let start = answer(&app, &back, &link, &[("answer", "slow"), ("go", "back")]).await.ok();
    assert_eq!(start.hidden("step"), "b.1");
    let plan = answer(&app, &start, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    assert_eq!(plan.asked(), "plan");
    answer(&app, &plan, &link, &[("answer", "gold"), ("go", "next")]).await.see_other();
    let (_, response) = responses(&app).await.pop().expect("kept");
    let keys: Vec<_> = response.answers.iter().map(|answer| answer.question.as_str()).collect();
    assert_eq!((response.state, keys), (State::Complete, vec!["nps", "plan"]));
    // Once more below: what was said before is there again.
    let why = answer(&app, &start, &link, &[("answer", "2"), ("go", "next")]).await.ok();
    assert!(why.text.contains("slow"), "{}", why.text);
    assert_eq!(responses(&app).await.len(), 1);
}

async fn answers_that_a_page_does_not_ask_are_refused(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, led()).await;
    let first = app.guest("en").get(&link).await.ok();
    for go in ["next", "back", "later"] {
        let refused = answer(&app, &first, &link, &[("answer", "9"), ("a.plan", "gold"), ("go", go)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{go}");
    }
    // A page that logic has hidden takes nothing either.
    let plan = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    let forged = answer(&app, &plan, &link, &[("step", "b.2"), ("a.why", "forged"), ("go", "next")]).await;
    assert!(!forged.status.is_redirection());
    let (_, response) = responses(&app).await.pop().expect("kept");
    assert!(response.answers.iter().all(|answer| answer.question == "nps"), "{:?}", response.answers);
}

fn with_quota(limit: u32) -> Survey {
    Survey {
        questions: vec![options(Kind::Choice, "plan", &["gold", "free"]), question("why", Kind::Text)],
        quotas: vec![Quota {
            key: "gold".into(),
            name: String::new(),
            limit,
            when: when(r#"plan == "gold""#),
            ending: None,
        }],
        ..Survey::default()
    }
}

async fn a_hundred_come_for_the_last_place(db: Db) {
    const TAKERS: u32 = 100;
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_quota(1)).await;
    let mut last = Vec::new();
    for n in 0..TAKERS {
        let first = app.guest("en").get(&link).await.ok();
        last.push((n, answer_from(&app, &first, &link, &[("answer", "gold"), ("go", "next")], ip(n)).await.ok()));
    }
    let sends = last.iter().map(|(n, seen)| {
        let (app, link) = (&app, &link);
        async move { answer_from(app, seen, link, &[("answer", "me"), ("go", "next")], ip(*n)).await }
    });
    let ended = join_all(sends).await;
    let through = ended.iter().filter(|seen| seen.status == StatusCode::SEE_OTHER).count();
    let late = ended.iter().filter(|seen| seen.status == StatusCode::OK).count();
    assert_eq!((through, late), (1, TAKERS as usize - 1));
    let all = responses(&app).await;
    let complete = all.iter().filter(|(_, response)| response.state == State::Complete).count();
    let full = all.iter().filter(|(_, response)| {
        response.state == State::Partial && response.course.as_ref().is_some_and(|course| course.ending == "quota:gold")
    });
    assert_eq!((all.len(), complete, full.count()), (TAKERS as usize, 1, TAKERS as usize - 1));
    // Sending it again gives nobody a second place, nor the late ones a first.
    let again = answer_from(&app, &last[0].1, &link, &[("answer", "me again"), ("go", "next")], ip(1_000)).await;
    assert!(again.status.is_redirection() || again.status == StatusCode::OK);
    let complete = responses(&app).await.iter().filter(|(_, one)| one.state == State::Complete).count();
    assert_eq!(complete, 1);
}

async fn a_full_quota_ends_where_its_condition_holds(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_quota(1)).await;
    let first = app.guest("en").get(&link).await.ok();
    let why = answer(&app, &first, &link, &[("answer", "gold"), ("go", "next")]).await.ok();
    answer(&app, &why, &link, &[("go", "next")]).await.see_other();
    let next = app.guest("en").get(&link).await.ok();
    let end = answer(&app, &next, &link, &[("answer", "gold"), ("go", "next")]).await.ok();
    assert!(end.text.contains("heard from enough") && !end.text.contains("a.why"), "{}", end.text);
    // Another answer now does not help, but others are welcome.
    let again = answer(&app, &next, &link, &[("answer", "free"), ("go", "next")]).await.ok();
    assert!(again.text.contains("heard from enough"));
    let other = app.guest("en").get(&link).await.ok();
    let why = answer(&app, &other, &link, &[("answer", "free"), ("go", "next")]).await.ok();
    answer(&app, &why, &link, &[("go", "next")]).await.see_other();
    let states: Vec<_> = responses(&app).await.into_iter().map(|(_, response)| response.state).collect();
    assert_eq!(states, [State::Complete, State::Partial, State::Complete]);
}

fn with_endings() -> Survey {
    let mut first = page(&["age"]);
    first.then = vec![Jump { when: Some(when("age < 18")), to: Target::Ending("young".into()) }];
    let mut second = page(&["why"]);
    second.then = vec![Jump { when: None, to: Target::Ending("shop".into()) }];
    let ending = |key: &str, outcome, redirect: Option<&str>| Ending {
        key: key.into(),
        title: Text::one("en", "Dear {why|friend}"),
        text: Text::one("en", "<b>{why}</b>"),
        redirect: redirect.map(str::to_owned),
        outcome,
    };
    Survey {
        questions: vec![question("age", Kind::Number), question("why", Kind::Text)],
        blocks: vec![block("b", vec![first, second])],
        endings: vec![
            ending("young", Outcome::Screened, None),
            ending("shop", Outcome::Complete, Some("https://shop.example/thanks?why={why}&age={age}&x={attr.branch}")),
        ],
        ..Survey::default()
    }
}

async fn who_is_screened_out_stays_out(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_endings()).await;
    let first = app.guest("en").get(&link).await.ok();
    let end = answer(&app, &first, &link, &[("answer", "12"), ("go", "next")]).await.ok();
    assert!(end.text.contains("Dear friend"), "{}", end.text);
    let again = answer(&app, &first, &link, &[("answer", "32"), ("go", "next")]).await.ok();
    assert!(again.text.contains("Dear friend"), "another answer afterwards does not open the door");
    let (_, response) = responses(&app).await.pop().expect("kept");
    let course = response.course.expect("it went through our pages");
    assert_eq!((response.state, course.ending.as_str()), (State::Partial, "young"));
    assert_eq!(response.answers[0].score, Some(12.0));
}

async fn an_ending_leads_elsewhere_with_answers_encoded(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, with_endings()).await;
    let first = app.guest("en").get(&format!("{link}?a.branch=So%26ho")).await.ok();
    let second = answer(&app, &first, &link, &[("answer", "32"), ("go", "next")]).await.ok();
    let nasty = "a&b=<script>\r\nX: y#é";
    let end = answer(&app, &second, &link, &[("answer", nasty), ("go", "next")]).await.ok();
    let to = end.headers["refresh"].to_str().expect("ASCII");
    assert!(to.starts_with("0;url=https://shop.example/thanks?why=a%26b%3D%3Cscript%3E"), "{to}");
    assert!(to.ends_with("&age=32&x=So%26ho") && !to.contains(['\r', '\n', '<', '#']), "{to}");
    assert!(!end.text.contains("<script>"), "{}", end.text);
    let (_, response) = responses(&app).await.pop().expect("kept");
    assert_eq!((response.state, response.course.expect("led").ending.as_str()), (State::Complete, "shop"));
}

async fn the_course_is_kept(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, led()).await;
    let first = app.guest("en").get(&link).await.ok();
    db.clock.advance(7 * kernel::time::SECOND);
    let why = answer(&app, &first, &link, &[("answer", "3"), ("go", "next")]).await.ok();
    let (_, response) = responses(&app).await.pop().expect("kept");
    let course = response.course.expect("led");
    assert_eq!((course.version, course.step.as_str(), course.ending.as_str()), (1, "b.2", ""));
    assert_eq!(course.seconds.get("b.1"), Some(&7));
    assert_ne!(course.seed, 0);
    db.clock.advance(2 * kernel::time::DAY);
    answer(&app, &why, &link, &[("answer", "slow"), ("go", "next"), ("t", "-1")]).await.ok();
    let (_, response) = responses(&app).await.pop().expect("kept");
    let course = response.course.expect("led");
    assert!(course.seconds["b.2"] <= 3_600, "{:?}", course.seconds);
}

async fn the_limit_of_all_responses_is_exact(db: Db) {
    const LIMIT: usize = 3;
    let app = App::new(&db).await;
    let survey = Survey { questions: vec![question("nps", Kind::Nps)], ..Survey::default() };
    let (link, id) = open(&app, survey).await;
    set_access(&app, &id, &[("responses_max", "۳")]).await;
    let mut firsts = Vec::new();
    for _ in 0..20 {
        firsts.push(app.guest("en").get(&link).await.ok());
    }
    let sends = firsts.iter().enumerate().map(|(n, seen)| {
        let (app, link) = (&app, &link);
        async move { answer_from(app, seen, link, &[("answer", "9"), ("go", "next")], ip(n as u32)).await }
    });
    let through = join_all(sends).await.iter().filter(|seen| seen.status == StatusCode::SEE_OTHER).count();
    assert_eq!(through, LIMIT);
    let complete = responses(&app).await.iter().filter(|(_, one)| one.state == State::Complete).count();
    assert_eq!(complete, LIMIT);
    assert!(app.guest("en").get(&link).await.ok().text.contains("heard from enough"));
}

async fn addresses_answer_beforehand(db: Db) {
    let app = App::new(&db).await;
    let mut survey = led();
    survey.questions.push(question("campaign", Kind::Hidden));
    let (link, _) = open(&app, survey).await;
    let first =
        app.guest("en").get(&format!("{link}?q.nps=9&q.plan=gold&q.why=%3Cb%3E&campaign=may&ch=email")).await.ok();
    assert!(first.text.contains("value=\"9\" checked"), "{}", first.text);
    assert!(app.log().await.is_empty(), "nothing is saved before it is sent");
    let plan = answer(&app, &first, &link, &[("answer", "9"), ("go", "next")]).await.ok();
    assert!(plan.text.contains("value=\"gold\" checked"), "it comes with the pages: {}", plan.text);
    answer(&app, &plan, &link, &[("answer", "free"), ("go", "next")]).await.see_other();
    let (logged, response) = responses(&app).await.pop().expect("kept");
    let said = |key: &str| response.answers.iter().find(|answer| answer.question == key).cloned();
    assert_eq!(said("plan").and_then(|answer| answer.choice).as_deref(), Some("free"), "what is sent counts");
    assert_eq!(said("campaign").and_then(|answer| answer.text).as_deref(), Some("may"));
    assert_eq!(logged.signal.channel, "email");
    let wrong = app.guest("en").get(&format!("{link}?q.nps=11&q.plan=x&q.zz=1")).await.ok();
    assert!(!wrong.text.contains(" checked") && !wrong.text.contains("q.zz"), "{}", wrong.text);
}

async fn who_goes_on_later_finds_everything(db: Db) {
    let app = App::new(&db).await;
    let (link, _) = open(&app, led()).await;
    let first = app.guest("en").get(&format!("{link}?ch=qr&a.branch=Soho")).await.ok();
    let why = answer(&app, &first, &link, &[("answer", "3"), ("go", "next")]).await.ok();
    let later = answer(&app, &why, &link, &[("answer", "to be gone on"), ("go", "later")]).await.ok();
    let resume = format!("{link}/r/{}", first.hidden("r"));
    assert!(
        later.text.contains(&format!("http://cx.test{resume}").replace('/', "&#x2f;"))
            || later.text.contains(&format!("http://cx.test{resume}")),
        "{}",
        later.text
    );
    let head = app.store.head().await.expect("read");
    db.clock.advance(kernel::time::DAY);
    let back = app.guest("fa").get(&resume).await.ok();
    assert_eq!((back.hidden("step").as_str(), action(&back)), ("b.2", link.clone()));
    assert!(back.text.contains("to be gone on"));
    assert_eq!(app.store.head().await.expect("read"), head, "coming back writes nothing");
    let plan = answer(&app, &back, &link, &[("answer", "to be gone on"), ("go", "next")]).await.ok();
    answer(&app, &plan, &link, &[("answer", "gold"), ("go", "next")]).await.see_other();
    let all = responses(&app).await;
    assert_eq!((all.len(), all[0].1.state, all[0].1.answers.len()), (1, State::Complete, 3));
    assert_eq!(all[0].0.signal.channel, "qr", "where it came from is kept");
    assert_eq!(all[0].0.signal.body.attributes["branch"].to_text(), "Soho");
    assert!(app.guest("en").get(&resume).await.ok().text.contains("already in"));
    let foreign = app.guest("en").get(&format!("{link}/r/{}", "0".repeat(32))).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
}
