use std::collections::BTreeMap;

use axum::http::StatusCode;
use kernel::signal::Signal;
use kernel::survey::Survey;
use kernel::{Locale, Role, Value};
use store::topics::{self, Topic};
use testkit::Db;

use crate::harness::{App, More, Page, app, said};

testkit::on_both!(
    numbers_are_those_made_by_hand,
    filters_narrow_topics,
    nobody_is_singled_out_by_topics,
    what_is_missing_is_said,
    hostile_names_and_other_languages_are_shown_as_they_are,
    personal_data_is_for_managers,
    texts_are_read_one_after_the_other,
);

const TODAY: &str = "2026-11-22T08:00:00Z";

fn topic(key: &str, parent: Option<&str>, name: &str, rule: (&str, &str)) -> (String, Option<Topic>) {
    let one = |language: &str, words: &str| BTreeMap::from([(language.to_owned(), words.to_owned())]);
    let rules = if rule.1.is_empty() { BTreeMap::new() } else { one(rule.0, rule.1) };
    let parent = parent.map(str::to_owned);
    (key.to_owned(), Some(Topic { key: key.into(), parent, name: one("en", name), rules, ..Topic::default() }))
}

/// Keeps topics and has everything read by them.
async fn keep(app: &App, topics: Vec<(String, Option<Topic>)>) {
    let member = testkit::member(&app.store, app.ws, Role::Admin).await;
    let txn = app.store.write().await.expect("a write begins");
    let changed = topics::change(&txn, app.ws, ("add", "test"), &topics.into_iter().collect(), &member).await;
    changed.expect("the topics are kept");
    txn.commit().await.expect("the write is kept");
    while understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step") {}
}

async fn telecom(app: &App) {
    let topics = vec![
        topic("network", None, "Network", ("en", "")),
        topic("network.coverage", Some("network"), "Coverage", ("en", "coverage, signal")),
        topic("network.speed", Some("network"), "Speed", ("en", "speed")),
        topic("bill", None, "Billing", ("en", "bill, invoice")),
    ];
    keep(app, topics).await;
}

/// Six who wrote and one who did not; see the unit tests of the numbers for the same sums.
fn six() -> Vec<Signal> {
    let said = |id: &str, score: i32, channel: &str, words: &str| said(id, score, channel, TODAY).text(words);
    vec![
        said("r0", 10, "qr", "Lovely people"),
        said("r1", 10, "qr", "Thanks"),
        said("r2", 7, "qr", "The signal is wonderful. The coverage is wonderful."),
        said("r3", 0, "link", "The coverage is terrible and the speed is awful"),
        said("r4", 0, "link", "The signal is terrible. The bill is wonderful."),
        said("r5", 9, "link", "The bill is wonderful"),
        crate::harness::said("r6", 9, "link", TODAY),
    ]
}

/// What a row of the first table that has one with this head says, without markup.
#[track_caller]
fn row(page: &Page, name: &str) -> String {
    let head = format!("<bdi>{name}</bdi></a>");
    let rest = page.body.split_once(&head).unwrap_or_else(|| panic!("no row {name} in {}", page.body)).1;
    let row = rest.split("</tr>").next().unwrap_or_default();
    let (name, cells) = row.split_once("</th>").unwrap_or_default();
    // The box that shows its parts is no number of its own.
    let marks = plain(name.split("<label").next().unwrap_or_default());
    format!("{marks} {}", plain(cells)).trim().to_owned()
}

fn plain(html: &str) -> String {
    let words: String =
        html.split('<').filter_map(|part| part.split_once('>').map(|(_, words)| format!("{words} "))).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn path(app: &App, survey: &Survey) -> String {
    format!("/understand/surveys/{}/texts", app.survey("visit", survey).await.id)
}

async fn numbers_are_those_made_by_hand(db: Db) {
    let app = app(&db).await;
    let path = path(&app, &testkit::nps_survey()).await;
    telecom(&app).await;
    app.append(six()).await;
    let page = app.get(&path).await.ok();
    assert_eq!((page.tile("Wrote something").as_str(), page.tile("Without a topic").as_str()), ("6", "2"));
    assert_eq!((page.tile("Mention a topic").as_str(), page.tile("NPS of those who wrote").as_str()), ("67%", "17"));

    // Three responses: the one that mentions it twice counts once, and so does the one that mentions two parts of it.
    let network = row(&page, "Network");
    assert!(network.starts_with("50% 3 ·") && network.contains("67% negative"), "{network}");
    // Those who mention it give 7, 0, 0; the others 10, 10, 9.
    assert!(network.contains("−67") && network.contains("others: 100") && network.contains("−79.2"), "{network}");
    assert!(network.contains("Too few answers") && network.contains("no owner"), "{network}");
    let coverage = row(&page, "Coverage");
    assert!(coverage.starts_with("50% 3 ·") && coverage.contains("within its topic"), "{coverage}");
    assert!(row(&page, "Speed").starts_with("17% 1 ·"));
    // Nothing stands out about the parts: they wait behind a box of their topic.
    page.shows("More parts: 2");
    let table = page.body.split("id=\"differ\"").next().unwrap_or_default();
    assert_eq!(table.matches("<tr class=\"aside\">").count(), 2);
    let bill = row(&page, "Billing");
    assert!(bill.starts_with("33% 2 ·") && bill.contains("0% negative") && bill.contains("−4.2"), "{bill}");
    // −79.2 and −4.2 are what is between 16.7 and the 100 of those who mention nothing.
    page.shows("Network costs the most: 79.2 points of NPS").shows("−83.3").shows("give 100.0");
    assert!(plain(&page.body).contains("All topics −83.3"), "{}", plain(&page.body));

    // The page of a topic has the same numbers, its parts, and the texts with the words marked.
    let topic = app.get(&format!("{path}/network")).await.ok();
    assert_eq!(topic.tile("Mentioned by"), "50%");
    topic.shows("3 of 6 with a text").shows("<mark class=\"det\" title=\"Coverage\">coverage</mark>");
    topic.shows("Speed").shows("The signal is terrible").hides("Lovely people").hides(">Billing<");
    assert_eq!(topic.body.matches("<blockquote").count(), 3);
    assert_eq!(app.get(&format!("{path}/nothing")).await.status, StatusCode::NOT_FOUND);
}

async fn filters_narrow_topics(db: Db) {
    let app = app(&db).await;
    let path = path(&app, &testkit::nps_survey()).await;
    telecom(&app).await;
    let branch = |signal: Signal, name: &str| signal.known("Branch", Value::Text(name.into()));
    let mut signals: Vec<Signal> = six().into_iter().map(|signal| branch(signal, "Bath")).collect();
    let old = said("old", 3, "qr", "2026-10-01T08:00:00Z").text("The bill is terrible");
    signals.push(branch(old, "Leeds"));
    app.append(signals).await;
    let qr = app.get(&format!("{path}?channel=qr&from=2026-11-22&to=2026-11-22")).await.ok();
    assert_eq!((qr.tile("Wrote something").as_str(), qr.tile("Without a topic").as_str()), ("3", "2"));
    assert!(row(&qr, "Network").starts_with("33% 1 ·"));
    qr.hides(">Billing<");
    let leeds = app.get(&format!("{path}?attr_branch=Leeds&period=all")).await.ok();
    assert_eq!(leeds.tile("Wrote something"), "1");
    assert!(row(&leeds, "Billing").starts_with("100% 1 ·"));
    let texts = app.get(&format!("{path}/bill?attr_branch=Leeds&period=all")).await.ok();
    assert_eq!(texts.body.matches("<blockquote").count(), 1);
    // Only who says so in a text: two of the three that are about the network, one that is about the bill.
    let negative = app.get(&format!("{path}?sentiment=neg&from=2026-11-22&to=2026-11-22")).await.ok();
    assert!(negative.tile("Wrote something").parse::<u64>().unwrap() < 6);
    // Groups and the period before have a table of their own.
    let split = app.get(&format!("{path}?by=attr_branch&a=Leeds&period=all")).await.ok();
    split.shows("Leeds against everybody else").shows("Too few answers");
    app.get(&path).await.ok().shows("What two groups talk about differently");
    // Everything leads on with the same filters.
    assert!(qr.links("/texts/network").iter().all(|link| link.contains("channel=qr")), "{:?}", qr.links("/texts/"));
    assert_eq!(app.get(&qr.links("/texts/network")[0]).await.ok().tile("Mentioned by"), "33%");
}

async fn nobody_is_singled_out_by_topics(db: Db) {
    let app = app(&db).await;
    let survey = Survey { anonymous: true, ..testkit::nps_survey() };
    let path = path(&app, &survey).await;
    telecom(&app).await;
    let worker = |at: usize| {
        let words = match at {
            0..5 => "The coverage is terrible",
            5..7 => "The bill is wrong",
            _ => "Nothing to say",
        };
        said(&format!("w{at}"), 3, "link", TODAY).text(words)
    };
    app.append((0..4).map(worker).collect()).await;
    app.get(&path).await.ok().shows("Fewer than five have finished").hides("Network");
    app.append((4..14).map(worker).collect()).await;
    let page = app.get(&path).await.ok();
    // Ten of fourteen are counted, in the order in which they came; five of them mention the network, two the bill.
    let network = plain(page.body.split_once("<bdi>Network</bdi>").expect("a row").1.split("</tr>").next().unwrap());
    assert!(network.starts_with("5 50%"), "{network}");
    page.hides("Billing").hides("Coverage").hides("The coverage is").hides("/answers").hides("/responses/");
    page.shows("Groups of fewer than five people are hidden");
    for rest in ["/network", "/read", "/bill"] {
        assert_eq!(app.get(&format!("{path}{rest}")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{rest}");
    }
    for query in ["channel=link", "from=2026-11-22&to=2026-11-22", "by=channel&a=link"] {
        let page = app.get(&format!("{path}?{query}")).await.ok();
        page.shows("first 10 who finished").hides("Billing");
    }
}

async fn what_is_missing_is_said(db: Db) {
    let app = app(&db).await;
    let path = path(&app, &testkit::nps_survey()).await;
    let bare = app.get(&path).await.ok();
    bare.shows("No topics yet").shows("Add a set of topics");
    assert!(!bare.links("/understand/topics").is_empty());
    let reader = app.reader(Role::Viewer).await;
    reader.get(&path).await.ok().shows("See the topics").hides("Add a set of topics");
    telecom(&app).await;
    app.get(&path).await.ok().shows("Nobody wrote anything");
    app.append(vec![said("r0", 9, "qr", TODAY).text("Lovely people")]).await;
    app.get(&path).await.ok().shows("No text mentions a topic");
    app.get(&format!("{path}/network")).await.ok().shows("Nobody mentions it");
    app.get(&format!("{path}/read?topic=network")).await.ok().shows("No such texts");
    assert_eq!(app.elsewhere().await.get(&path).await.status, StatusCode::NOT_FOUND);
}

async fn hostile_names_and_other_languages_are_shown_as_they_are(db: Db) {
    let app = app(&db).await;
    let mut survey = testkit::nps_survey();
    survey.languages = vec!["fa".into()];
    let path = path(&app, &survey).await;
    let hostile = "<script>alert(1)</script> {{ 7 * 7 }} \u{202e}dne";
    let topics = vec![
        topic("a/../b\" onload=\"x", None, hostile, ("fa", "شبکه, آنتن")),
        topic("price", None, "قیمت", ("fa", "قیمت")),
    ];
    keep(&app, topics).await;
    let words = ["شبکه خیلی بد است", "آنتن نیست و قیمت بالاست", "<b>شبکه</b> خوب است"];
    let texts = words.iter().enumerate().map(|(at, words)| Signal {
        language: Some("fa".into()),
        ..said(&format!("f{at}"), 3, "qr", TODAY).text(words)
    });
    app.append(texts.collect()).await;
    let page = app.get(&path).await.ok();
    page.hides("<script>alert").shows("&lt;script&gt;alert(1)").shows("{{ 7 * 7 }}");
    let links: Vec<String> = page.links("/texts/a%2F..").into_iter().collect();
    assert_eq!(links.len(), 1, "{:?}", page.links("/texts/"));
    let topic = app.get(&links[0]).await.ok();
    topic.hides("<script>alert").hides("<b>شبکه").shows(">شبکه</mark>").shows("dir=\"auto\"");
    assert_eq!(topic.tile("Mentioned by"), "100%");
    for locale in [Locale::Fa, Locale::Ar, Locale::Sv] {
        app.reads(locale).await;
        for address in [path.clone(), links[0].clone(), format!("{path}/read")] {
            app.get(&address).await.ok().hides("<script>alert");
        }
    }
}

async fn personal_data_is_for_managers(db: Db) {
    let app = app(&db).await;
    let path = path(&app, &testkit::nps_survey()).await;
    telecom(&app).await;
    let words = "Write to anna.berg@example.com, the signal is terrible";
    app.append(vec![said("r0", 2, "qr", TODAY).text(words)]).await;
    let survey = path.strip_suffix("/texts").unwrap();
    let agent = app.reader(Role::Agent).await;
    for address in [format!("{path}/network"), format!("{path}/read")] {
        app.get(&address).await.ok().shows("anna").hides("[email]");
        let page = agent.get(&address).await.ok();
        page.hides("anna.berg").shows("[email]").shows(">signal</mark>");
    }
    app.post(&format!("{survey}/verbatims"), "role=manager").await;
    agent.get(&path).await.ok().shows("What people wrote is not shown to your role.").hides("Network");
    for rest in ["/network", "/read"] {
        assert_eq!(agent.get(&format!("{path}{rest}")).await.status, StatusCode::FORBIDDEN, "{rest}");
    }
}

async fn texts_are_read_one_after_the_other(db: Db) {
    let app = app(&db).await;
    let path = path(&app, &testkit::nps_survey()).await;
    telecom(&app).await;
    app.append(six()).await;
    let count = |page: &Page| page.body.matches("<article").count();
    let all = app.get(&format!("{path}/read")).await.ok();
    assert_eq!(count(&all), 6);
    all.shows("<mark class=\"about\" title=\"Billing\">bill</mark>").shows("id=\"text-6\"").shows("data-triage");
    for (query, expected) in [
        ("topic=-", 2),
        ("topic=network", 3),
        ("topic=network.speed", 1),
        ("topic=bill&channel=qr", 0),
        ("intent=nothing", 6),
    ] {
        assert_eq!(count(&app.get(&format!("{path}/read?{query}")).await.ok()), expected, "{query}");
    }
    // The dashboard's number of texts without a topic leads to as many.
    let dashboard = app.get(&path).await.ok();
    assert_eq!(count(&app.get(&dashboard.link("topic=-")).await.ok()), 2);
    // A press says what a text says, and comes back to it.
    let action = all.forms("/label")[0].clone();
    let saved = app.post(&action, &format!("field=why&label=neg&back={path}/read%23text-2")).await;
    assert_eq!((saved.status, saved.to), (StatusCode::SEE_OTHER, format!("{path}/read#text-2")));
    app.get(&format!("{path}/read")).await.ok().shows("aria-pressed=\"true\"");

    // Beyond a page there is another, and no text is on both.
    let many = (0..25).map(|at| said(&format!("m{at}"), 5, "qr", TODAY).text(&format!("The invoice number {at}x")));
    app.append(many.collect()).await;
    let first = app.get(&format!("{path}/read?topic=bill")).await.ok();
    let second = app.get(&first.link("page=1")).await.ok();
    assert_eq!((count(&first), count(&second)), (20, 7));
}
