//! Every kind, in every language, as respondents get it.

mod samples;
mod wellformed;

use std::collections::BTreeSet;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use kernel::Attributes;
use kernel::flow::{Walk, walk};
use kernel::survey::{Choice, Limits, Question, Text};
use serde_json::{Value as Json, json};

use super::*;

/// Largest page of a usual question before compression, and of any question after it.
const PAGE_BYTES_MAX: usize = 20_000;
const SCRIPT_BYTES_MAX: usize = 4_096;

fn pages() -> Pages {
    Pages::new([crate::BUNDLE]).expect("templates and catalogues are in order")
}

/// What a test wants of a page, apart from the survey.
#[derive(Default)]
struct With {
    given: Given,
    typed: Given,
    refusals: Vec<Refusal>,
    place: usize,
    links: bool,
}

fn page_of(pages: &Pages, survey: &Survey, language: &str, with: &With) -> String {
    let (attributes, full) = (Attributes::new(), BTreeSet::new());
    let situation = Situation {
        survey,
        given: &with.given,
        attributes: &attributes,
        language,
        channel: "link",
        touchpoint: None,
        seed: 7,
        full: &full,
    };
    let walk: Walk<'_> = walk(&situation);
    let step = &walk.steps[with.place];
    let theme = Cow::Borrowed(&survey.theme);
    let manner = Manner { survey, theme, language: language.into(), brand: "Mizban".into(), now: Timestamp::default() };
    let hrefs = |tag: &str| format!("?lang={tag}");
    let ideas = samples::ideas(&step.asked[0].key, language);
    let ask = Ask {
        manner,
        situation: &situation,
        step,
        progress: walk.progress(&step.id),
        typed: &with.typed,
        refusals: &with.refusals,
        action: "/s/visit".into(),
        is_preview: false,
        hidden: vec![("r".into(), "secret".into())],
        hrefs: if with.links { Some(&hrefs) } else { None },
        is_first: with.place == 0,
        is_last: with.place + 1 == walk.steps.len(),
        resume: Resume::Offer,
        ideas: &ideas,
        uploads: &[("upl_1".into(), "receipt.pdf".into())],
    };
    render(pages, &ask).expect("it renders")
}

fn packed(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory").len()
}

/// With `NABZ_LOOK=folder`, pages are written there, to be looked at.
fn look(name: &str, html: &str) {
    let Ok(folder) = std::env::var("NABZ_LOOK") else { return };
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(std::path::Path::new(&folder).join(format!("{name}.html")), html).expect("a file");
}

#[test]
fn every_kind_is_a_small_page_in_every_language() {
    let pages = pages();
    for (name, question) in samples::questions() {
        let survey = samples::survey(vec![question.clone()]);
        let refusal = match question.check(&Json::Null) {
            Err(refusal) => vec![refusal],
            Ok(_) => vec![],
        };
        for locale in Locale::ALL {
            let language = locale.code();
            let with = With { links: true, ..With::default() };
            let html = page_of(&pages, &survey, language, &with);
            wellformed::check(&html).unwrap_or_else(|fault| panic!("{name} {language}: {fault}"));
            let dir = locale.direction().as_str();
            assert!(html.contains(&format!("<html lang=\"{language}\" dir=\"{dir}\">")), "{name} {language}");
            assert!(!html.contains(" style=") && !html.contains("onclick"), "{name}: the policy forbids it");
            assert!(html.len() <= PAGE_BYTES_MAX, "{name} {language}: {} bytes", html.len());
            let heading = question.title.get(language, &[]).expect("samples speak all languages");
            assert!(html.contains(&minijinja_escaped(heading)), "{name} {language}: {heading}");
            look(&format!("{name}-{language}"), &html);
            if !refusal.is_empty() {
                let with = With { refusals: refusal.clone(), ..With::default() };
                let html = page_of(&pages, &survey, language, &with);
                assert!(html.contains("id=\"q1-error\""), "{name} {language}: {refusal:?}");
                wellformed::check(&html).unwrap_or_else(|fault| panic!("{name} {language}: {fault}"));
                look(&format!("{name}-{language}-error"), &html);
            }
        }
    }
}

fn minijinja_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[test]
fn what_was_answered_is_shown_again() {
    let pages = pages();
    for (name, question, value) in samples::answered() {
        assert!(question.read(&value).is_ok(), "{name}: {value}");
        let survey = samples::survey(vec![question.clone()]);
        let given = Given::from([(question.key.clone(), value.clone())]);
        for language in ["en", "fa"] {
            let html = page_of(&pages, &survey, language, &With { given: given.clone(), ..With::default() });
            wellformed::check(&html).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            look(&format!("{name}-{language}-answered"), &html);
            let fields = wellformed::fields(&html);
            let calendar = Calendar::of(Locale::parse(language).unwrap_or_default());
            let asked = [kernel::flow::Asked {
                key: question.key.clone(),
                question: &question,
                options: question.options.iter().collect(),
                second: question.second.iter().collect(),
                rows: question.rows.iter().collect(),
            }];
            let sent = crate::respond::form::values(&ui::http::Fields(fields), &asked, calendar);
            assert_eq!(sent.refusals, [], "{name}");
            let again = &sent.values[&question.key];
            assert_eq!(question.read(again), question.read(&value), "{name} {language}: sent again as {again}");
        }
        let empty = Given::from([(question.key.clone(), Json::Null)]);
        let html = page_of(&pages, &survey, "en", &With { given, typed: empty, ..With::default() });
        assert!(!html.contains(" checked") && !html.contains(" selected"), "{name}: what was emptied stays empty");
    }
}

/// Puts hostile words in the place of all texts, by walking the definition.
fn poisoned(value: &mut Json, key: &str) {
    const POISON: &str = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' & {{ 7 * 7 }} {% raw %} \u{202e}";
    match value {
        Json::Object(fields) => fields.iter_mut().for_each(|(key, value)| poisoned(value, key)),
        Json::Array(list) => list.iter_mut().for_each(|value| poisoned(value, key)),
        Json::String(text) if ["en", "fa", "ar", "sv", "file", "name"].contains(&key) => *text = POISON.to_owned(),
        _ => {}
    }
}

#[test]
fn hostile_words_stay_words() {
    let pages = pages();
    let hostile = "\"><script>alert(3)</script>";
    for (name, question) in samples::questions() {
        let key = question.key.clone();
        let mut definition = serde_json::to_value(samples::survey(vec![question.clone()])).expect("it is JSON");
        poisoned(&mut definition, "");
        let mut survey: Survey = serde_json::from_value(definition).expect("only words changed");
        survey.theme.name = Some(hostile.into());
        survey.theme.logo = Some(hostile.into());
        for text in [
            json!(hostile),
            json!({"other": hostile, "own": hostile, "choice": hostile, "a": hostile}),
            json!([hostile]),
        ] {
            let with = With {
                typed: Given::from([(key.clone(), text)]),
                refusals: vec![
                    Refusal::new("out_of_range")
                        .at(&key)
                        .with("value", hostile)
                        .with("from", hostile)
                        .with("to", hostile),
                    Refusal::new("not_asked").at(hostile),
                ],
                ..With::default()
            };
            let html = page_of(&pages, &survey, "en", &with);
            wellformed::check(&html).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            assert!(!html.contains("<script>") && !html.contains("<img src=x"), "{name}");
            assert!(!html.contains(" 49 "), "{name}: words are no template");
        }
    }
}

/// Decision 5: the low end comes first in the page, whatever the direction, which alone puts it in its place.
#[test]
fn scales_run_in_the_reading_direction() {
    let pages = pages();
    for (name, question) in samples::questions() {
        let Some(scale) = question.scale().filter(|_| question.kind.is_scored() && question.kind != Kind::Slider)
        else {
            continue;
        };
        let survey = samples::survey(vec![question.clone()]);
        let expected: Vec<String> = (scale.from..=scale.to).map(|point| point.to_string()).collect();
        for locale in Locale::ALL {
            let html = page_of(&pages, &survey, locale.code(), &With::default());
            let place =
                |value: &String| html.find(&format!("value=\"{value}\"")).unwrap_or_else(|| panic!("{name}: {value}"));
            let places: Vec<usize> = expected.iter().map(place).collect();
            assert!(places.is_sorted(), "{name} {locale}: {places:?}");
            assert_eq!(html.matches("dir=").count(), 1, "{name} {locale}: only the page has a direction");
            let (low, high) = (question.low.get(locale.code(), &[]), question.high.get(locale.code(), &[]));
            if let (Some(low), Some(high)) = (low, high) {
                assert!(html.rfind(low) < html.rfind(high), "{name} {locale}");
            }
        }
    }
}

#[test]
fn several_questions_share_a_page_and_its_summary_leads_to_each() {
    let pages = pages();
    let keyed = |name: &str| Question { key: name.to_owned(), ..samples::question(name) };
    let (one, two) = (keyed("nps"), keyed("text"));
    let mut survey = samples::survey(vec![one.clone(), two.clone()]);
    survey.blocks = serde_json::from_value(json!([{"key": "main", "pages": [{"questions": [one.key, two.key]}]}]))
        .expect("a layout");
    let refusals = vec![
        Refusal::new("choose_one").at(&one.key),
        Refusal::new("required").at(&two.key),
        Refusal::new("not_asked").at("x"),
    ];
    for language in ["en", "fa"] {
        let html = page_of(&pages, &survey, language, &With { refusals: refusals.clone(), ..With::default() });
        wellformed::check(&html).expect("well-formed");
        assert_eq!(html.matches("<h1").count(), 1, "the survey's title");
        assert_eq!(html.matches("<h2").count(), 2);
        for id in ["q1", "q2"] {
            assert!(html.contains(&format!("href=\"#{id}\"")) && html.contains(&format!(" id=\"{id}\"")), "{id}");
            let described = format!("{id}-error\"");
            assert!(html.contains(&format!(" id=\"{described}")), "{id} has its error");
        }
        assert!(html.find("role=\"alert\"") < html.find("<form"), "the summary stands at the top");
        look(&format!("page-{language}-errors"), &html);
        look(
            &format!("page-{language}"),
            &page_of(&pages, &survey, language, &With { links: true, ..With::default() }),
        );
    }
}

#[test]
fn from_the_second_page_on_languages_are_buttons_that_keep_what_was_typed() {
    let pages = pages();
    let survey = samples::survey(vec![samples::question("nps"), samples::question("text")]);
    let first = page_of(&pages, &survey, "en", &With { links: true, ..With::default() });
    assert!(first.contains("href=\"?lang=fa\"") && !first.contains("name=\"to\"") && !first.contains("value=\"back\""));
    let second = page_of(&pages, &survey, "en", &With { place: 1, ..With::default() });
    assert!(second.contains("form=\"ask\" name=\"to\" value=\"fa\"") && second.contains("value=\"back\""));
    let enter = second.find("name=\"go\" value=\"next\"").expect("a button");
    assert!(enter < second.find("name=\"to\"").expect("a button"), "Enter goes on, it does not change the language");
}

#[test]
fn words_name_earlier_answers() {
    let pages = pages();
    let mut after = samples::question("text");
    after.title = Text::one("en", "Why {nps}, and not 10?");
    let survey = samples::survey(vec![Question { key: "nps".into(), ..samples::question("nps") }, after]);
    let given = Given::from([("nps".to_owned(), json!("<7"))]);
    let html = page_of(&pages, &survey, "en", &With { given, place: 1, ..With::default() });
    assert!(html.contains("Why , and not 10?"), "what does not fit is no answer");
    let given = Given::from([("nps".to_owned(), json!("7"))]);
    assert!(
        page_of(&pages, &survey, "en", &With { given, place: 1, ..With::default() }).contains("Why 7, and not 10?")
    );
}

#[test]
fn every_refusal_has_words_for_respondents_in_every_language() {
    let pages = pages();
    let codes = [
        "required",
        "choose_one",
        "row_missing",
        "wrong_type",
        "out_of_range",
        "not_whole",
        "too_small",
        "too_big",
        "too_many_decimals",
        "too_long",
        "too_short",
        "wrong_pattern",
        "unknown_option",
        "unknown_row",
        "too_few_options",
        "too_many_options",
        "exclusive_option",
        "same_place",
        "wrong_total",
        "same_best_worst",
        "best_and_worst",
        "not_a_date",
        "not_a_time",
        "too_early",
        "too_late",
        "not_an_email",
        "not_a_phone",
        "na_not_offered",
        "not_asked",
        "quota_full",
    ];
    for code in codes {
        for locale in Locale::ALL {
            for prefix in ["answer", "error"] {
                // `error-not-offered` is the workspace's, and every message has one home.
                let key = format!("{prefix}-{}", code.replace('_', "-"));
                let is_elsewhere = key == "error-not-offered";
                assert!(is_elsewhere || pages.words().has(locale, &key), "{key} in {locale}");
            }
        }
    }
    for word in Word::ALL {
        for part in ["title", "text"] {
            let word = serde_json::to_value(word).expect("a name");
            let key = format!("respond-{}-{part}", word.as_str().expect("a text"));
            assert!(Locale::ALL.iter().all(|locale| pages.words().has(*locale, &key)), "{key}");
        }
    }
}

#[test]
fn a_questions_own_message_comes_before_ours() {
    let pages = pages();
    let mut question = samples::question("number");
    question.message = Text::one("en", "We seat 1 to 12.");
    let survey = samples::survey(vec![question.clone()]);
    let of = |code| With {
        refusals: vec![Refusal::new(code).at(&question.key).with("from", "1").with("to", "12")],
        ..With::default()
    };
    assert!(page_of(&pages, &survey, "en", &of("out_of_range")).contains("We seat 1 to 12."));
    assert!(!page_of(&pages, &survey, "en", &of("required")).contains("We seat 1 to 12."));
}

#[test]
fn long_lists_and_tables_stay_small_over_the_wire() {
    let pages = pages();
    let choices = |count: usize, name: &str| {
        (0..count).map(|n| Choice::new(&format!("{name}{n}"), Text::one("en", format!("{name} number {n}")))).collect()
    };
    for (name, options, rows) in
        [("dropdown", 500, 0), ("choices", 500, 0), ("ranking", 500, 0), ("matrix", 10, 60), ("sum", 200, 0)]
    {
        let question = Question {
            options: choices(options, "Option"),
            rows: choices(rows, "Row"),
            limits: Limits::default(),
            ..samples::question(name)
        };
        let html = page_of(&pages, &samples::survey(vec![question]), "en", &With::default());
        assert!(packed(&html) <= PAGE_BYTES_MAX, "{name}: {} bytes", packed(&html));
    }
}

#[test]
fn the_script_is_small_and_only_where_it_helps() {
    let script = ui::assets::get(ui::respondent::RESPONDENT_SCRIPT).expect("it is embedded");
    let text = std::str::from_utf8(&script.bytes).expect("text");
    assert!(packed(text) <= SCRIPT_BYTES_MAX, "{} bytes", packed(text));
    let pages = pages();
    let has_script = |name: &str| {
        page_of(&pages, &samples::survey(vec![samples::question(name)]), "en", &With::default())
            .contains("<script src=\"/assets/")
    };
    for name in ["nps", "csat", "yesno", "text", "email", "statement", "file"] {
        assert!(!has_script(name), "{name}");
    }
    for name in ["slider", "ranking", "sum", "signature", "choices", "dropdown"] {
        assert!(has_script(name), "{name}");
    }
    assert!(
        ui::respondent::policy().contains("script-src 'none'")
            && ui::respondent::scripted_policy().contains("script-src 'self'")
    );
}
