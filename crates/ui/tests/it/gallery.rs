//! Sample pages that show every part with plausible numbers.

use include_dir::include_dir;
use kernel::format::{Format, Grain};
use kernel::{Locale, Role, Timestamp};
use serde::Serialize;
use ui::brand::Colour;
use ui::chart::{Bar, Group, Point, Share, Unit, Words};
use ui::respondent::Language;
use ui::{Brand, Bundle, Chart, Pages, Respondent, Section, Shell, Theme, Tone};

/// Sunday 22 November 2026, 09:12 in UTC.
pub fn now() -> Timestamp {
    "2026-11-22T09:12:00Z".parse().unwrap()
}

pub fn pages() -> Pages {
    let bundle = Bundle {
        name: "gallery",
        templates: include_dir!("$CARGO_MANIFEST_DIR/tests/it/templates"),
        folder: "",
        locales: Locale::ALL.map(|locale| (locale, "")),
    };
    Pages::new([bundle]).unwrap()
}

pub fn shell(locale: Locale, theme: Theme) -> Shell {
    let fa = locale == Locale::Fa;
    Shell {
        workspace: if fa { "رستوران‌های میزبان" } else { "Mizban Restaurants" }.into(),
        member: if fa { "سارا رضایی" } else { "Sara Lindqvist" }.into(),
        role: Role::Manager,
        section: Section::Understand,
        counts: vec![(Section::Act, 7)],
        zone: "Asia/Tehran".into(),
        path: "/understand/surveys/visit?from=90d".into(),
        ..Shell::bare(locale, theme, now())
    }
}

#[derive(Serialize)]
pub struct Gallery {
    fa: bool,
    trend: Chart,
    distribution: Chart,
    branches: Chart,
    reasons: Chart,
    empty: Chart,
    at: Timestamp,
    never: Option<Timestamp>,
}

/// The values of the page `gallery/gallery.html`.
pub fn sample(format: &Format) -> Gallery {
    let fa = format.locale == Locale::Fa;
    let say = |english: &str, persian: &str| if fa { persian } else { english }.to_owned();
    Gallery {
        fa,
        trend: trend(
            format,
            say(
                "NPS by week with its 95 % range: from 37 in September to 29 now.",
                "نمره هفته‌به‌هفته با بازهٔ ۹۵٪: از ۳۷ در شهریور تا ۲۹ در این هفته.",
            ),
        ),
        distribution: distribution(
            format,
            say(
                "Half of 1,940 guests gave 9 or 10; one in five gave 6 or less.",
                "نیمی از ۱٬۹۴۰ مهمان نمرهٔ ۹ یا ۱۰ داده‌اند و یک‌پنجم ۶ یا کمتر.",
            ),
        ),
        branches: branches(
            say("NPS by branch, lowest first.", "نمره به تفکیک شعبه، از کمترین."),
            say("Branch", "شعبه"),
            fa,
        ),
        reasons: Chart::shares(
            "reasons",
            say("What guests came for.", "مهمان‌ها برای چه آمده بودند."),
            say("Reason", "دلیل"),
            [
                (say("Lunch", "ناهار"), 812),
                (say("Dinner with family", "شام خانوادگی"), 640),
                (say("Take-away", "بیرون‌بر"), 301),
            ]
            .map(|(label, count)| Share { label, count, href: Some("#answers".into()) })
            .into(),
            1_640,
        ),
        empty: Chart::trend("none", Unit::Mean, String::new(), Vec::new(), None),
        at: "2026-11-22T07:02:00Z".parse().unwrap(),
        never: None,
    }
}

fn trend(format: &Format, sentence: String) -> Chart {
    let values = [37.0, 38.0, 36.0, 34.0, 33.0, 31.0, 32.0, 30.0, 29.0, 31.0, 28.0, 30.0, 29.0];
    let mut start = format.start_of(Grain::Week, "2026-08-24T12:00:00Z".parse().unwrap());
    let mut month = String::new();
    let points = values
        .into_iter()
        .map(|value| {
            let name = format.month_short(start);
            let tick = if name == month { String::new() } else { name.clone() };
            month = name;
            let point = Point {
                label: format.bucket(Grain::Week, start),
                tick,
                value: Some(value),
                low: Some(value - 9.0),
                high: Some(value + 9.0),
                answers: 149,
                href: Some("#answers".into()),
            };
            start = format.start_of_next(Grain::Week, start);
            point
        })
        .collect();
    Chart::trend("trend", Unit::Nps, sentence, points, Some(40.0))
}

fn distribution(format: &Format, sentence: String) -> Chart {
    let counts = [38, 20, 29, 47, 58, 102, 113, 236, 288, 431, 578];
    let bars = counts
        .into_iter()
        .enumerate()
        .map(|(score, count)| Bar {
            label: format.count(score as i64),
            count,
            tone: Some(Tone::of_nps(score as f64)),
            href: Some(format!("#score-{score}")),
        })
        .collect();
    Chart::distribution("distribution", Words::Nps, sentence, bars)
}

fn branches(sentence: String, head: String, fa: bool) -> Chart {
    let rows = [
        ("London Soho", "شیراز زند", 7.0, 10.0, 268, Some(Tone::Detractor)),
        ("Göteborg Haga", "تبریز ولیعصر", 12.0, 12.0, 190, Some(Tone::Detractor)),
        ("Stockholm Söder", "کرج گلشهر", 39.0, 11.0, 176, Some(Tone::Passive)),
        ("Malmö Torget", "اصفهان جلفا", 50.0, 9.0, 229, Some(Tone::Promoter)),
        ("Bath Milsom St", "کاشان فین", 27.0, 38.0, 19, None),
    ];
    let rows = rows
        .into_iter()
        .map(|(english, persian, value, half, answers, tone)| Group {
            label: if fa { persian } else { english }.into(),
            value: Some(value),
            low: Some(value - half),
            high: Some(value + half),
            answers,
            tone,
            href: Some("#branch".into()),
        })
        .collect();
    Chart::groups("branches", Unit::Nps, sentence, head, rows, Some(40.0))
}

pub fn respondent(locale: Locale, colour: Option<&str>) -> Respondent {
    let name = if locale == Locale::Fa { "میزبان" } else { "Mizban" };
    let brand = Brand::new(name, colour.and_then(Colour::parse));
    let mut respondent = Respondent::new(locale, locale.code(), brand, now());
    respondent.languages = Locale::ALL
        .map(|other| Language {
            tag: other.code().into(),
            name: other.own_name().into(),
            href: Some(format!("?lang={other}")),
            current: other == locale,
        })
        .into();
    respondent.privacy = Some("/s/visit/privacy".into());
    respondent
}

#[derive(Serialize)]
pub struct Question {
    pub fa: bool,
    pub scores: Vec<u8>,
}

pub fn question(locale: Locale) -> Question {
    Question { fa: locale == Locale::Fa, scores: (0..=10).collect() }
}
