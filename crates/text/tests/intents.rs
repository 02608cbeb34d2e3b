//! What texts are for, on sentences written for it: a half of them, by the hash of the letters, is kept to measure with.

use std::collections::BTreeMap;

use text::intent::{self, Intent, Intents, Urgent};
use text::learn::key;
use text::{Reader, Reading};

const JUDGED: &str = include_str!("intents.txt");

/// Language, intent and text of each line.
fn judged() -> Vec<(&'static str, &'static str, &'static str)> {
    let (mut language, mut intent) = ("", "");
    let mut rows = Vec::new();
    for line in JUDGED.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        match line.strip_prefix('[').and_then(|head| head.strip_suffix(']')).and_then(|head| head.split_once(' ')) {
            Some(head) => (language, intent) = head,
            None => rows.push((language, intent, line)),
        }
    }
    rows
}

fn read(text: &str, language: &str) -> Intents {
    intent::read(text, &Reader::new().read(text, Some(language)))
}

fn main_of(text: &str, language: &str) -> Intent {
    read(text, language).main.expect("a language that is read")
}

fn cut(text: &str, span: intent::Span) -> String {
    text.chars().skip(span.start).take(span.end - span.start).collect()
}

#[test]
fn most_texts_are_for_what_people_say_they_are() {
    let mut counts: BTreeMap<(&str, bool), [usize; 2]> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (language, wanted, text) in judged() {
        let held = key(text).is_multiple_of(2);
        let said = read(text, language).main.map_or("none", Intent::code);
        let count = counts.entry((language, held)).or_default();
        count[0] += 1;
        count[1] += usize::from(said == wanted);
        if said != wanted && !held {
            wrong.push(format!("{language} {wanted} taken for {said}: {text}"));
        }
    }
    println!("{}", wrong.join("\n"));
    for ((language, held), [all, right]) in &counts {
        println!("{language} held {held}: {right} of {all}, {:.3}", *right as f64 / *all as f64);
    }
    for ((language, held), [all, right]) in counts {
        assert!(!held || right * 100 >= all * 75, "{language}: {right} of {all}");
    }
}

#[test]
fn a_threat_that_is_denied_is_none() {
    for (text, language) in [
        ("I won't leave, you are great", "en"),
        ("I am not cancelling my subscription", "en"),
        ("I would never switch to another provider", "en"),
        ("اشتراکم رو لغو نمی‌کنم", "fa"),
        ("از این بانک نمی‌روم", "fa"),
        ("لا أفكر في إلغاء اشتراكي", "ar"),
        ("Jag byter inte leverantör", "sv"),
        ("Jag lämnar inte er", "sv"),
        ("You can afford a better strap elsewhere", "en"),
        ("I left my bag on the last flight", "en"),
        ("It is lovely, so I won't return it", "en"),
        ("واقعا رقیب نداره", "fa"),
        ("كل ما اروح اطلب سمك", "ar"),
        ("مستحيل نقول آخر مرة نجيه", "ar"),
        ("De är dyrare än sina konkurrenter", "sv"),
    ] {
        let found = read(text, language);
        assert!(found.all.iter().all(|meant| meant.intent != Intent::ThreatToLeave), "{text}: {found:?}");
    }
    for (text, language, words) in [
        ("So expensive. I will cancel tomorrow", "en", "I will cancel"),
        ("خیلی گرونه، دیگه نمیام", "fa", "دیگه نمیام"),
        ("از این بانک می‌رم", "fa", "از این بانک می‌رم"),
        ("خدمة سيئة. لَنْ أعودَ أبدا", "ar", "لَنْ أعودَ"),
        ("سألغي اشتراكي", "ar", "سألغي"),
        ("😡😡 Jag byter leverantör", "sv", "byter leverantör"),
        ("Nu säger jag upp avtalet", "sv", "säger jag upp"),
    ] {
        let found = read(text, language);
        assert_eq!(found.main, Some(Intent::ThreatToLeave), "{text}: {found:?}");
        let because: Vec<String> = found.all[0].because.iter().map(|span| cut(text, *span)).collect();
        assert!(because.iter().any(|because| because == words), "{text}: {because:?}");
    }
}

#[test]
fn urgency_has_reasons() {
    for (text, language, reason, level) in [
        ("My daughter is allergic and the dish had nuts in it", "en", Urgent::Allergy, 3),
        ("We were all sick after dinner, my wife is in hospital", "en", Urgent::Medical, 3),
        ("You will hear from my lawyer", "en", Urgent::Legal, 2),
        ("I was charged twice", "en", Urgent::Money, 2),
        ("I am locked out of my account", "en", Urgent::LockedOut, 2),
        ("I slipped on the wet floor", "en", Urgent::Injury, 3),
        ("بچه‌ام حساسیت داره و نگفتید بادام هست", "fa", Urgent::Allergy, 3),
        ("دو بار پول از حسابم کم شد", "fa", Urgent::Money, 2),
        ("از شما شکایت می‌کنم", "fa", Urgent::Legal, 2),
        ("سأتواصل مع المحامي", "ar", Urgent::Legal, 2),
        ("نقلونا إلى المستشفى بعد العشاء", "ar", Urgent::Medical, 3),
        ("خصمتم المبلغ مرتين", "ar", Urgent::Money, 2),
        ("Min son är allergisk mot nötter", "sv", Urgent::Allergy, 3),
        ("Jag halkade i duschen", "sv", Urgent::Injury, 3),
        ("Mitt konto är spärrat", "sv", Urgent::LockedOut, 2),
    ] {
        let found = read(text, language);
        assert!(found.urgency >= level, "{text}: {found:?}");
        assert!(found.alarms.iter().any(|alarm| alarm.reason == reason), "{text}: {found:?}");
    }
    for (text, language) in [
        ("Great food and friendly staff", "en"),
        ("No injuries, luckily", "en"),
        ("غذا عالی بود", "fa"),
        ("المكان جميل", "ar"),
        ("Trevlig personal", "sv"),
    ] {
        assert_eq!(read(text, language).urgency, 0, "{text}: {:?}", read(text, language));
    }
}

#[test]
fn two_things_in_one_text_are_both_said() {
    let found = read("Great app, but please add a dark mode", "en");
    let all: Vec<Intent> = found.all.iter().map(|meant| meant.intent).collect();
    assert_eq!(found.main, Some(Intent::Request));
    assert!(all.contains(&Intent::Praise), "{all:?}");
    assert_eq!(main_of("Why is it so slow? Nobody answers and I waited an hour.", "en"), Intent::Complaint);
}

#[test]
fn other_languages_have_none() {
    let reading: Reading = Reader::new().read("Je vais résilier mon abonnement, le service est nul", Some("fr"));
    assert_eq!(intent::read("Je vais résilier mon abonnement", &reading).main, None);
}

#[test]
fn any_text_is_taken_and_all_spans_lie_in_it() {
    const PIECES: [&str; 30] = [
        "cancel", "my", "I", "will", "not", "؟", "?", " ", " ", " ", "\u{200c}", "می", "رم", "😀", "👍🏽", "e\u{301}",
        "لن", "أعود", "لَنْ", "säger", "upp", "\u{202e}", "\u{0}", "…", "-", "1", "٣", "ﬁ", "\n", "allergic",
    ];
    let mut state = 11_u64;
    let mut next = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    for round in 0..3000 {
        let length = next(30);
        let text: String = (0..length).map(|_| PIECES[next(PIECES.len())]).collect();
        let count = text.chars().count();
        let found = read(&text, ["en", "fa", "ar", "sv"][round % 4]);
        let spans = found.all.iter().flat_map(|meant| &meant.because).chain(found.alarms.iter().map(|alarm| &alarm.at));
        for span in spans {
            assert!(span.start < span.end && span.end <= count, "{text:?} {span:?}");
        }
    }
    // A megabyte of the dearest there is.
    for piece in ["cancel my ", "i will ", "??? ", "not ", "از ", "💥"] {
        let text = piece.repeat((1 << 20) / piece.len());
        for language in ["en", "fa"] {
            intent::judge(&text, &text::Judgement { language, sentiment: None, score: None, set: Vec::new() });
        }
    }
}
