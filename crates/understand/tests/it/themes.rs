//! Themes: found in customers' words, made topics, put aside; and texts that came many times.

use axum::http::StatusCode;
use kernel::Role;
use kernel::signal::Signal;
use kernel::survey::Survey;
use testkit::Db;

use crate::harness::{App, More, Page, app, said};

testkit::on_both!(
    themes_are_found_and_become_topics,
    themes_are_put_aside_and_come_back,
    rising_themes_are_told,
    copies_are_one_example_and_are_told,
    themes_are_for_those_who_may_read,
);

const PATH: &str = "/understand/topics/themes";
const TODAY: &str = "2026-11-22T08:00:00Z";
const LEADS: [&str; 10] = [
    "We came on a rainy morning in autumn",
    "My sister wanted to celebrate",
    "After the theatre everybody was hungry",
    "Children had a good time here",
    "Our usual place since many years",
    "First visit with new colleagues",
    "Quick lunch between two trains",
    "Waiter Tom was friendly as ever",
    "Music at a pleasant volume",
    "Booked by phone last Thursday",
];
const PERSIAN: [&str; 6] = [
    "با خانواده آمدیم و جای پارک نبود",
    "غذا خوشمزه بود ولی جای پارک پیدا نکردیم",
    "متأسفانه جای پارک خیلی کم است",
    "برای جای پارک نیم ساعت گشتیم",
    "دوستانم از جای پارک ناراضی بودند",
    "پنجشنبه شب جای پارک اصلاً گیر نمی‌آید",
];

fn one(id: &str, text: &str) -> Signal {
    said(id, 3, "qr", TODAY).text(text)
}

/// Ten about parking and ten about the soup, in different words.
fn twenty() -> Vec<Signal> {
    let lead = |at: usize, rest: &str| format!("{}{rest}", LEADS[at]);
    let parking = (0..10).map(|at| one(&format!("p{at}"), &lead(at, "; no parking lot anywhere")));
    let soup = (0..10).map(|at| one(&format!("s{at}"), &lead(at, ", only the tomato soup was cold")));
    parking.chain(soup).collect()
}

async fn world(db: &Db) -> (App, String) {
    let app = app(db).await;
    let survey = app.survey("visit", &testkit::nps_survey()).await;
    (app, survey.id)
}

async fn read(app: &App) {
    while understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step") {}
}

/// The card of the theme whose name holds these words.
fn card<'a>(page: &'a Page, words: &str) -> Option<&'a str> {
    let mut cards = page.body.split("<article class=\"card theme\"").skip(1);
    cards.find(|card| card.split("</h2>").next().is_some_and(|head| head.contains(words)))
}

#[track_caller]
fn the<'a>(page: &'a Page, words: &str) -> &'a str {
    card(page, words).unwrap_or_else(|| panic!("no theme {words:?} in {}", page.body))
}

/// The fields of the form that puts a theme aside.
fn fields(card: &str) -> String {
    let form = card.split("action=\"/understand/topics/themes/aside\"").nth(1).expect("a form");
    let form = form.split("</form>").next().unwrap_or_default();
    let pairs = form.split("<input type=\"hidden\" name=\"").skip(1).map(|field| {
        let (name, rest) = field.split_once("\" value=\"").expect("a value");
        let value = rest.split('"').next().unwrap_or_default();
        let value = value.replace("&amp;", "&").replace("&#x2f;", "/").replace("&quot;", "\"");
        format!("{name}={}", ui::http::encode(&value))
    });
    pairs.collect::<Vec<_>>().join("&")
}

async fn themes_are_found_and_become_topics(db: Db) {
    let (app, _) = world(&db).await;
    app.get(PATH).await.ok().shows("Nobody wrote anything");
    app.append(twenty()).await;
    app.append(PERSIAN.iter().enumerate().map(|(at, text)| one(&format!("fa{at}"), text)).collect()).await;
    let soup = "do=save&version=0&name-en=Soup&rule-en=soup";
    assert_eq!(app.post("/understand/topics/-/edit", soup).await.status, StatusCode::SEE_OTHER);
    read(&app).await;
    for sealed in [false, true] {
        if sealed {
            app.lake.seal(app.ws, testkit::START).await.expect("it is sealed");
        }
        let page = app.get(PATH).await.ok();
        let parking = the(&page, "parking");
        assert!(parking.contains("<b>10</b>") && parking.contains("38.5% of 26 who wrote"), "{parking}");
        assert!(parking.contains(">parking lot</mark>") || parking.contains("parking lot"), "{parking}");
        assert_eq!(parking.matches("<blockquote").count(), 3, "three examples");
        assert!(the(&page, "پارک").contains("<b>6</b>"), "each language by itself");
        assert!(card(&page, "soup").is_none(), "a topic covers it");
        page.shows("26 texts were looked at");
        let all = app.get(&format!("{PATH}?show=all")).await.ok();
        assert!(the(&all, "soup").contains("Covered by"), "{}", the(&all, "soup"));
        assert!(!the(&all, "soup").contains("Make it a topic"));
    }
    // The number leads to those who wrote it.
    let page = app.get(PATH).await.ok();
    let id = the(&page, "parking").split("id=\"theme-").nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
    let alone = app.get(&page.link(&format!("look={id}"))).await.ok();
    assert_eq!((alone.body.matches("<blockquote").count(), alone.body.matches("card theme").count()), (10, 1));
    assert_eq!(app.get(&format!("{PATH}?look=nothing")).await.status, StatusCode::NOT_FOUND);

    // The form of a topic is filled in and tried.
    let make =
        page.links("/understand/topics/-/edit").into_iter().find(|link| link.contains("parking")).expect("a link");
    let form = app.get(&make).await.ok();
    form.shows("parking").shows("What would change").shows("<mark>");
    let rule = make.split("rule-en=").nth(1).expect("a rule");
    let kept =
        app.post("/understand/topics/-/edit", &format!("do=save&version=1&name-en=Parking&rule-en={rule}")).await;
    assert_eq!((kept.status, kept.to.as_str()), (StatusCode::SEE_OTHER, "/understand/topics/parking"));
    read(&app).await;
    let page = app.get(PATH).await.ok();
    assert!(card(&page, "parking").is_none() && card(&page, "پارک").is_some());
    // A topic may not stand where this page does.
    app.post("/understand/topics/-/edit", "do=save&version=2&name-en=Themes&rule-en=theme").await;
    assert!(app.store.topics(app.ws).await.expect("topics").iter().all(|topic| topic.key != "themes"));
    app.get(PATH).await.ok().shows("What customers talk about");
}

async fn themes_are_put_aside_and_come_back(db: Db) {
    let (app, survey) = world(&db).await;
    app.append(twenty()).await;
    let page = app.get(PATH).await.ok();
    let put = app.post(&format!("{PATH}/aside"), &fields(the(&page, "parking"))).await;
    assert_eq!(put.status, StatusCode::SEE_OTHER, "{}", put.body);
    assert!(put.to.starts_with(PATH) && put.to.contains(&survey), "{}", put.to);
    let page = app.get(PATH).await.ok();
    assert!(card(&page, "parking").is_none() && card(&page, "soup").is_some());
    page.shows("Put aside: 1 theme");
    // More of the same brings it back, with how it was.
    let more = |range: std::ops::Range<usize>| -> Vec<Signal> {
        range
            .map(|at| one(&format!("q{at}"), &format!("{} and {at} minutes to find a parking lot", LEADS[at % 10])))
            .collect()
    };
    app.append(more(10..12)).await;
    assert!(card(&app.get(PATH).await.ok(), "parking").is_none(), "two more are no news");
    app.append(more(20..95)).await;
    the(&app.get(PATH).await.ok(), "parking");
    // Taken back, by whoever did it, is as before.
    let back = page.forms("/aside/").into_iter().find(|action| action.ends_with("/back")).expect("a way back");
    assert_eq!(app.elsewhere().await.post(&back, "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(&back, "").await.to, format!("{PATH}?survey={survey}"));
    assert_eq!(app.post(&back, "").await.status, StatusCode::NOT_FOUND);
    app.get(PATH).await.ok().hides("Put aside:");
    for (form, expected) in [
        (format!("survey={survey}&language=en&label=x&rule=((&hits=1&texts=2"), StatusCode::UNPROCESSABLE_ENTITY),
        ("survey=srv_none&language=en&label=x&rule=x".to_owned(), StatusCode::NOT_FOUND),
        (format!("survey={survey}&language=en&label=x&rule=x&back=//evil.example"), StatusCode::SEE_OTHER),
    ] {
        let page = app.post(&format!("{PATH}/aside"), &form).await;
        assert_eq!(page.status, expected, "{form}");
        assert!(!page.to.contains("evil"), "{}", page.to);
    }
}

async fn rising_themes_are_told(db: Db) {
    let (app, _) = world(&db).await;
    // Five a day for eight weeks; from the fifth week on one of them is about parking.
    let mut signals = Vec::new();
    for day in 0..56 {
        for at in 0..5 {
            let time = format!("2026-{:02}-{:02}T12:00:00Z", if day < 30 { 9 } else { 10 }, day % 30 + 1);
            let text = match at {
                0 if day >= 28 => format!("{} and still no parking lot", LEADS[day % 10]),
                _ => format!("{} {day}", LEADS[(day + at) % 10]),
            };
            signals.push(said(&format!("d{day}-{at}"), 5, "qr", &time).text(&text));
        }
    }
    app.append(signals).await;
    let page = app.get(&format!("{PATH}?from=2026-09-29&to=2026-10-26")).await.ok();
    let parking = the(&page, "parking");
    assert!(parking.contains("Clearly rising"), "{parking}");
    let page = app.get(&format!("{PATH}?from=2026-10-27&to=2026-11-20")).await.ok();
    page.shows("Nobody wrote anything");
}

async fn copies_are_one_example_and_are_told(db: Db) {
    let (app, survey) = world(&db).await;
    let path = format!("/understand/surveys/{survey}/texts");
    let spam = "Visit our lovely shop at the corner and get a second coffee for free on every rainy Monday";
    app.append(twenty()).await;
    let copy = |at: usize| {
        one(
            &format!("c{at}"),
            &if at.is_multiple_of(2) { spam.to_owned() } else { format!("{}!!", spam.to_uppercase()) },
        )
    };
    app.append((0..12).map(copy).collect()).await;
    assert_eq!(
        app.post("/understand/topics/-/edit", "do=save&version=0&name-en=Soup&rule-en=soup").await.status,
        StatusCode::SEE_OTHER
    );
    read(&app).await;
    let board = app.get(&path).await.ok();
    board.shows("12 of the newest 32 texts are copies of 1 text. They count in all numbers.");
    assert_eq!(board.tile("Wrote something"), "32", "every one counts");
    let count = |page: &Page| page.body.matches("<article").count();
    let several = app.get(&board.link("copies=several")).await.ok();
    assert_eq!(count(&several), 1);
    several.shows("11 alike");
    let like = app.get(&several.links("like=")[0]).await.ok();
    assert_eq!(count(&like), 12);
    like.hides(" alike<").shows("shown are those in nearly the same words");
    // The reading view shows one of them, and all if asked to.
    let once = app.get(&format!("{path}/read?topic=-")).await.ok();
    assert_eq!(count(&once), 11, "ten about parking and one of the copies");
    assert_eq!(count(&app.get(&format!("{path}/read?copies=all&topic=-&page=1")).await.ok()), 2, "22 in all");
    // So do the examples of a theme, of which every one counts.
    let page = app.get(PATH).await.ok();
    assert!(card(&page, "coffee").is_none(), "one text, however often, is no theme");
}

async fn themes_are_for_those_who_may_read(db: Db) {
    let (app, survey) = world(&db).await;
    let personal =
        |at: usize| one(&format!("m{at}"), &format!("{}; no parking lot, mail anna.berg@example.com", LEADS[at]));
    app.append((0..10).map(personal).collect()).await;
    let page = app.get(PATH).await.ok();
    page.shows("anna.berg");
    assert!(
        !the(&page, "parking").split("<blockquote").next().unwrap_or_default().contains("anna"),
        "no name of a theme"
    );
    let agent = app.reader(Role::Agent).await;
    let page = agent.get(PATH).await.ok();
    page.hides("anna.berg").shows("[email]").hides("Make it a topic").hides("Not a theme");
    assert_eq!(agent.post(&format!("{PATH}/aside"), "survey=x").await.status, StatusCode::FORBIDDEN);
    let hidden = Survey { anonymous: true, ..testkit::nps_survey() };
    let hidden = app.survey("hidden", &hidden).await;
    let page = app.get(&format!("{PATH}?survey={}", hidden.id)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.get(PATH).await.ok().hides(&hidden.id);
    app.post(&format!("/understand/surveys/{survey}/verbatims"), "role=manager").await;
    assert_eq!(agent.get(&format!("{PATH}?survey={survey}")).await.status, StatusCode::FORBIDDEN);
    agent.get(PATH).await.ok().shows("No texts to read").hides("parking");
    let elsewhere = app.elsewhere().await;
    assert_eq!(elsewhere.get(&format!("{PATH}?survey={survey}")).await.status, StatusCode::NOT_FOUND);
    elsewhere.get(PATH).await.ok().shows("No texts to read");
}
