//! Each rule with what it must find and what it must leave alone, in each language.

use kernel::survey::{Block, Look, Order};
use kernel::survey::{
    Cells, Choice, Jump, Kind, Media, MediaKind, Page, Question, Quota, Scale, Survey, Target, Text, Theme,
};

use super::*;

fn asking(tag: &str, kind: Kind, title: &str) -> Survey {
    let mut question = Question::new("q", kind, Text::one(tag, title));
    question.low = Text::one(tag, "a");
    question.high = Text::one(tag, "b");
    survey(tag, vec![question])
}

fn survey(tag: &str, questions: Vec<Question>) -> Survey {
    Survey { languages: vec![tag.into()], title: Text::one(tag, "T"), questions, ..Survey::default() }
}

fn with_options(tag: &str, kind: Kind, labels: &[&str]) -> Survey {
    let mut one = asking(tag, kind, "T");
    one.questions[0].options =
        labels.iter().enumerate().map(|(n, label)| Choice::new(&format!("o{n}"), Text::one(tag, *label))).collect();
    one
}

fn codes(survey: &Survey) -> Vec<&'static str> {
    lint(survey).into_iter().map(|finding| finding.code).collect()
}

/// Holds titles against a rule.
fn judge(code: &str, kind: Kind, change: impl Fn(&mut Survey), bad: &[(&str, &str)], good: &[(&str, &str)]) {
    for (titles, expected) in [(bad, true), (good, false)] {
        for (tag, title) in titles {
            let mut one = asking(tag, kind, title);
            change(&mut one);
            let found = codes(&one);
            assert_eq!(found.contains(&code), expected, "{code} in {tag}: {title} gives {found:?}");
        }
    }
}

fn same(_: &mut Survey) {}

fn condition(json: &str) -> kernel::condition::Condition {
    serde_json::from_str(json).expect("a condition")
}

#[test]
fn two_questions_in_one_are_seen() {
    judge(
        "double_barrelled",
        Kind::Csat,
        same,
        &[
            ("en", "How satisfied are you with our price and our service?"),
            ("en", "How was the food? And the waiter?"),
            ("en", "How good were taste as well as speed?"),
            ("fa", "از قیمت و کیفیت ما چقدر راضی هستید؟"),
            ("fa", "غذا چطور بود؟ پذیرایی چطور؟"),
            ("ar", "ما مدى رضاك عن السعر والجودة؟"),
            ("ar", "ما مدى رضاك عن السعر وكذلك التوصيل؟"),
            ("sv", "Hur nöjd är du med priset och servicen?"),
            ("sv", "Hur nöjd är du med maten samt personalen?"),
        ],
        &[
            ("en", "How likely are you to recommend us to friends and family?"),
            ("en", "How satisfied are you, between 0 and 10?"),
            ("en", "How satisfied are you with your landlord?"),
            ("fa", "از جست‌وجو در سایت چقدر راضی هستید؟"),
            ("fa", "از کسب‌وکار ما چقدر راضی هستید؟"),
            ("fa", "از وضعیت ورودی چقدر راضی هستید؟"),
            ("ar", "ما مدى رضاك عن وقت الوصول؟"),
            ("ar", "هل توصي بنا إلى الأصدقاء والعائلة؟"),
            ("sv", "Hur troligt är det att du rekommenderar oss till vänner och familj?"),
            ("sv", "Hur nöjd är du med kontoret?"),
            ("de", "Wie zufrieden sind Sie mit Preis and Service?"),
        ],
    );
    // A reason may name several things.
    judge("double_barrelled", Kind::Text, same, &[], &[("en", "What do you like and dislike?")]);
}

#[test]
fn rows_of_a_matrix_are_one_thing_each() {
    let mut one = asking("en", Kind::Matrix, "How was it?");
    one.questions[0].rows =
        vec![Choice::new("a", Text::one("en", "Price and quality")), Choice::new("b", Text::one("en", "Speed"))];
    let found: Vec<_> =
        lint(&one).into_iter().filter(|one| one.code == "double_barrelled").map(|one| one.field).collect();
    assert_eq!(found, ["questions.q.rows.a"]);
}

#[test]
fn questions_that_push_are_seen() {
    judge(
        "leading",
        Kind::Rating,
        same,
        &[
            ("en", "How great was our service?"),
            ("en", "Don’t you think it was quick?"),
            ("fa", "چقدر عالی بود؟"),
            ("fa", "آیا فکر نمی‌کنید سریع بود؟"),
            ("ar", "ألا تعتقد أن الخدمة كانت سريعة؟"),
            ("ar", "ما رأيك في خدماتنا المتميّزة؟"),
            ("sv", "Visst var det snabbt?"),
            ("sv", "Hur fantastiskt var det?"),
        ],
        &[
            ("en", "How was our service?"),
            ("en", "How satisfied are you with the greatness of choice?"),
            ("fa", "خدمات ما چطور بود؟"),
            ("ar", "كيف كانت الخدمة؟"),
            ("sv", "Hur var servicen?"),
        ],
    );
}

#[test]
fn absolutes_and_jargon_are_seen() {
    judge(
        "absolute",
        Kind::YesNo,
        same,
        &[
            ("en", "Are we always on time?"),
            ("fa", "آیا همیشه سر وقت هستیم؟"),
            ("ar", "هل نصل دائمًا في الموعد؟"),
            ("sv", "Är vi alltid i tid?"),
        ],
        &[("en", "Were we on time?"), ("fa", "سر وقت بودیم؟"), ("ar", "هل وصلنا في الموعد؟"), ("sv", "Var vi i tid?")],
    );
    judge(
        "jargon",
        Kind::Rating,
        same,
        &[
            ("en", "How was the onboarding?"),
            ("fa", "تاچ‌پوینت ما چطور بود؟"),
            ("ar", "كيف كانت نقاط التماس؟"),
            ("sv", "Hur var kundresan?"),
        ],
        &[
            ("en", "How were the first days?"),
            ("fa", "روزهای نخست چطور بود؟"),
            ("ar", "كيف كانت الأيام الأولى؟"),
            ("sv", "Hur var resan?"),
        ],
    );
}

#[test]
fn keys_in_braces_are_not_what_a_reader_reads() {
    let titles = [
        ("en", "You gave us {nps}. How was the rest?"),
        ("fa", "امتیاز شما {nps} بود. بقیه چطور بود؟"),
        ("ar", "منحتنا {nps}. كيف كان الباقي؟"),
        ("sv", "Du gav oss {nps}. Hur var resten?"),
    ];
    judge("jargon", Kind::Rating, same, &[], &titles);
    let required = |survey: &mut Survey| survey.questions[0].required = true;
    judge("required_sensitive", Kind::Number, required, &[], &[("en", "How far is {income} from what you need?")]);
    judge("absolute", Kind::Rating, same, &[("en", "Is {item|everything} in order?")], &[("en", "Was {always} fine?")]);
    let anonymous = |survey: &mut Survey| survey.anonymous = true;
    judge("anonymous_person", Kind::Text, anonymous, &[], &[("en", "What of {phone_number} is wrong?")]);
    let long = |survey: &mut Survey| survey.questions[0].title.set("en", &"{calc.a_long_key} ".repeat(30));
    judge("long_title", Kind::Text, long, &[], &[("en", "-")]);
    // What stands in for an answer still takes its place in the sentence.
    judge("double_barrelled", Kind::Csat, same, &[("en", "How good are {item} and {item}?")], &[]);
    let labels = ["{good}", "{bad}", "{very_bad}", "Poor", "Bad", "Terrible"];
    assert!(codes(&with_options("en", Kind::Choice, &labels)).contains(&"unbalanced"));
    assert!(
        !codes(&with_options("en", Kind::Choice, &["{good}", "{bad}", "{awful}", "{poor}"])).contains(&"unbalanced")
    );
}

#[test]
fn pictures_need_words_for_those_who_do_not_see_them() {
    let shot = |alt: &str| Some(Media { file: "fil_1".into(), kind: MediaKind::Image, alt: Text::one("en", alt) });
    let mut one = with_options("en", Kind::Image, &["Red", "Blue", "Green"]);
    one.questions[0].options[0].image = shot("");
    one.questions[0].options[1].image = shot("A blue cup");
    let found: Vec<_> = lint(&one).into_iter().map(|finding| (finding.code, finding.field)).collect();
    assert!(found.contains(&("no_alt", "questions.q.options.o0".into())), "{found:?}");
    assert!(found.contains(&("no_picture", "questions.q.options.o2".into())), "{found:?}");
    assert!(!found.iter().any(|(_, field)| field == "questions.q.options.o1"), "{found:?}");
    let mut statement = asking("en", Kind::Statement, "Look");
    statement.questions[0].media = shot("");
    assert!(codes(&statement).contains(&"no_alt"));
    statement.questions[0].media = shot("A cup");
    assert!(!codes(&statement).contains(&"no_alt"));
}

#[test]
fn what_people_do_not_tell_everybody_stays_optional() {
    let required = |survey: &mut Survey| survey.questions[0].required = true;
    let bad = [
        ("en", "What is your monthly income?"),
        ("fa", "درآمد ماهانهٔ شما چقدر است؟"),
        ("ar", "ما راتبك الشهري؟"),
        ("sv", "Vilken är din religion?"),
    ];
    let good = [
        ("en", "What is the incoming flight?"),
        ("fa", "درآمدها را چطور می‌بینید؟"),
        ("ar", "ما لونك المفضل؟"),
        ("sv", "Vilken är din favoritfärg?"),
    ];
    judge("required_sensitive", Kind::Number, required, &bad, &good);
    judge("required_sensitive", Kind::Number, same, &[], &bad);
    let with_way_out = |survey: &mut Survey| {
        survey.questions[0].required = true;
        survey.questions[0].not_applicable = true;
    };
    judge("required_sensitive", Kind::Number, with_way_out, &[], &bad);
}

#[test]
fn a_promise_of_anonymity_is_kept() {
    let anonymous = |survey: &mut Survey| survey.anonymous = true;
    let bad = [
        ("en", "What is your e-mail address?"),
        ("fa", "ایمیل شما چیست؟"),
        ("ar", "ما اسمك؟"),
        ("sv", "Vad är ditt namn?"),
    ];
    judge(
        "anonymous_person",
        Kind::Text,
        anonymous,
        &bad,
        &[("en", "What is the name of the shop?"), ("sv", "Vad heter butiken?")],
    );
    judge("anonymous_person", Kind::Text, same, &[], &bad);
    judge("anonymous_contact", Kind::Email, anonymous, &[("en", "E-mail")], &[]);
    judge("anonymous_contact", Kind::Email, same, &[], &[("en", "E-mail")]);
    judge("anonymous_file", Kind::File, anonymous, &[("en", "A photo")], &[]);
    judge("anonymous_file", Kind::File, same, &[], &[("en", "A photo")]);
    let photos = |survey: &mut Survey| {
        survey.anonymous = true;
        survey.questions[0].files.types = vec!["jpg".into(), "png".into()];
    };
    judge("anonymous_file", Kind::File, photos, &[], &[("en", "A photo")]);
    judge("required_contact", Kind::Phone, |survey| survey.questions[0].required = true, &[("en", "Phone")], &[]);
    judge("required_contact", Kind::Phone, same, &[], &[("en", "Phone")]);
}

#[test]
fn scales_have_as_many_good_as_bad_labels() {
    for (tag, labels) in [
        ("en", ["Excellent", "Very good", "Good", "Poor"]),
        ("fa", ["عالی", "خیلی خوب", "خوب", "بد"]),
        ("ar", ["ممتاز", "جيد جدًا", "جيد", "سيّئ"]),
        ("sv", ["Utmärkt", "Mycket bra", "Bra", "Dåligt"]),
    ] {
        assert!(codes(&with_options(tag, Kind::Choice, &labels)).contains(&"unbalanced"), "{tag}");
    }
    for (tag, labels) in [
        ("en", ["Strongly agree", "Agree", "Disagree", "Strongly disagree"]),
        ("fa", ["بسیار راضی", "راضی", "ناراضی", "بسیار ناراضی"]),
        ("ar", ["راضٍ جدًا", "راضٍ", "غير راضٍ", "غير راضٍ إطلاقًا"]),
        ("sv", ["Mycket nöjd", "Nöjd", "Missnöjd", "Mycket missnöjd"]),
        ("en", ["Red", "Good", "Green", "Blue"]),
    ] {
        assert!(!codes(&with_options(tag, Kind::Choice, &labels)).contains(&"unbalanced"), "{tag} {labels:?}");
    }
}

#[test]
fn options_stand_once() {
    for (tag, labels) in [
        ("en", ["Price", "price "]),
        ("fa", ["كيفيت", "کیفیت"]),
        ("ar", ["الأسعار", "الاسعار"]),
        ("sv", ["Pris", "PRIS"]),
    ] {
        assert!(codes(&with_options(tag, Kind::Choices, &labels)).contains(&"duplicate_options"), "{tag}");
    }
    assert!(!codes(&with_options("fa", Kind::Choices, &["قیمت", "کیفیت"])).contains(&"duplicate_options"));
}

#[test]
fn missing_words_are_counted_by_language() {
    let mut one = asking("en", Kind::Nps, "T");
    one.languages.push("fa".into());
    one.title.set("fa", "ع");
    let found = lint(&one);
    let finding = found.iter().find(|finding| finding.code == "untranslated").expect("it is found");
    assert_eq!((finding.language.as_deref(), finding.args[0].1.as_str()), (Some("fa"), "3"));
    assert!(!codes(&asking("en", Kind::Nps, "T")).contains(&"untranslated"));
}

#[test]
fn there_is_a_way_out_for_those_who_cannot_say() {
    let second = |kind: Kind, change: fn(&mut Question)| {
        let mut one = asking("en", Kind::Csat, "T");
        let mut question = Question { key: "r".into(), kind, required: true, ..one.questions[0].clone() };
        change(&mut question);
        one.questions.push(question);
        codes(&one)
    };
    assert!(second(Kind::Rating, |_| {}).contains(&"no_not_applicable"));
    assert!(second(Kind::Matrix, |_| {}).contains(&"no_not_applicable"));
    assert!(!second(Kind::Rating, |question| question.not_applicable = true).contains(&"no_not_applicable"));
    assert!(!second(Kind::Rating, |question| question.required = false).contains(&"no_not_applicable"));
    let mut first = asking("en", Kind::Csat, "T");
    first.questions[0].required = true;
    assert!(!codes(&first).contains(&"no_not_applicable"), "the score that the survey is about");
    let mut list = with_options("en", Kind::Choice, &["a", "b", "c"]);
    list.questions[0].required = true;
    assert!(codes(&list).contains(&"no_way_out"));
    list.questions[0].options[2].other = true;
    assert!(!codes(&list).contains(&"no_way_out"));
}

#[test]
fn what_does_not_fit_a_phone_is_seen() {
    let labels: Vec<String> = (0..13).map(|n| format!("o {n}")).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    for (kind, code, fits) in
        [(Kind::Matrix, "wide_matrix", 5), (Kind::Choices, "long_list", 12), (Kind::Ranking, "long_ranking", 7)]
    {
        assert!(!codes(&with_options("en", kind, &labels[..fits])).contains(&code), "{code}");
        assert!(codes(&with_options("en", kind, &labels[..=fits])).contains(&code), "{code}");
    }
    assert!(!codes(&with_options("en", Kind::Dropdown, &labels)).contains(&"long_list"), "that is what it is for");
    let mut rating = asking("en", Kind::Matrix, "T");
    rating.questions[0].cells = Cells::Rating;
    assert!(!codes(&rating).contains(&"wide_matrix"));
    rating.questions[0].scale = Some(Scale { from: 0, to: 10 });
    assert!(codes(&rating).contains(&"wide_matrix"));
    rating.questions[0].rows =
        (0..9).map(|n| Choice::new(&format!("r{n}"), Text::one("en", format!("r {n}")))).collect();
    assert!(codes(&rating).contains(&"long_matrix"));
    judge("long_title", Kind::Text, same, &[("en", &"word ".repeat(60))], &[("en", &"word ".repeat(30))]);
}

#[test]
fn scales_say_what_their_ends_mean() {
    let mut one = asking("en", Kind::Nps, "T");
    assert!(!codes(&one).contains(&"no_ends"));
    one.questions[0].high = Text::default();
    let finding = lint(&one).into_iter().find(|finding| finding.code == "no_ends").expect("found");
    assert_eq!(finding.field, "questions.q.high");
}

#[test]
fn long_surveys_and_many_open_texts_are_seen() {
    let texts = |count: usize| {
        let one = |n: usize| Question {
            look: Look::Numbers,
            ..Question::new(&format!("t{n}"), Kind::Text, Text::one("en", "Why?"))
        };
        survey("en", (0..count).map(one).collect())
    };
    assert!(!codes(&texts(3)).contains(&"many_texts"));
    assert!(codes(&texts(4)).contains(&"many_texts"));
    assert!(!codes(&texts(4)).contains(&"too_long"));
    let long = lint(&texts(30)).into_iter().find(|finding| finding.code == "too_long").expect("found");
    assert_eq!(long.severity, Severity::Advice);
    let longer = lint(&texts(60)).into_iter().find(|finding| finding.code == "too_long").expect("found");
    assert_eq!(longer.severity, Severity::Warning);
    assert!(minutes(&Survey::default()) == 1);
}

#[test]
fn other_keeps_its_place() {
    let mut one = with_options("en", Kind::Choices, &["a", "b"]);
    one.questions[0].options[1].other = true;
    assert!(!codes(&one).contains(&"other_shuffled"));
    one.questions[0].order = Order::Shuffled;
    assert!(codes(&one).contains(&"other_shuffled"));
    one.questions[0].options[1].pinned = true;
    assert!(!codes(&one).contains(&"other_shuffled"));
    let mut text = asking("en", Kind::Text, "Why?");
    assert!(!codes(&text).contains(&"required_text"));
    text.questions[0].required = true;
    assert!(codes(&text).contains(&"required_text"));
}

/// Score, yes or no, options, number, text; one page each.
fn routed() -> Survey {
    let mut questions: Vec<Question> = [
        ("nps", Kind::Nps),
        ("solved", Kind::YesNo),
        ("what", Kind::Choices),
        ("age", Kind::Number),
        ("why", Kind::Text),
    ]
    .map(|(key, kind)| Question::new(key, kind, Text::one("en", "T")))
    .into();
    let options = |keys: &[&str]| keys.iter().map(|key| Choice::new(key, Text::one("en", *key))).collect();
    questions[1].options = options(&["yes", "no"]);
    questions[2].options = options(&["a", "b", "c"]);
    questions[3].limits.min = Some(18.0);
    let pages = questions.iter().map(|one| Page { questions: vec![one.key.clone()], ..Page::default() }).collect();
    let mut one = survey("en", questions);
    one.blocks = vec![Block { key: "main".into(), pages, ..Block::default() }];
    one
}

#[test]
fn conditions_that_cannot_hold_are_seen() {
    for (json, expected) in [
        (r#"{"all":[{"test":{"of":"nps","is":"ge","value":9}},{"test":{"of":"nps","is":"le","value":6}}]}"#, true),
        (r#"{"test":{"of":"nps","is":"gt","value":10}}"#, true),
        (r#"{"test":{"of":"solved","is":"eq","value":"perhaps"}}"#, true),
        (
            r#"{"all":[{"test":{"of":"solved","is":"eq","value":"yes"}},{"test":{"of":"solved","is":"eq","value":"no"}}]}"#,
            true,
        ),
        (
            r#"{"all":[{"test":{"of":"what","is":"has","value":"a"}},{"not":{"test":{"of":"what","is":"has","value":"a"}}}]}"#,
            true,
        ),
        (r#"{"test":{"of":"what","is":"has","value":"z"}}"#, true),
        (r#"{"test":{"of":"age","is":"lt","value":18}}"#, true),
        (r#"{"test":{"of":"gone","is":"eq","value":"x"}}"#, true),
        (r#"{"any":[{"test":{"of":"nps","is":"gt","value":10}},{"test":{"of":"nps","is":"le","value":6}}]}"#, false),
        (r#"{"all":[{"test":{"of":"nps","is":"ge","value":7}},{"test":{"of":"nps","is":"le","value":8}}]}"#, false),
        (
            r#"{"all":[{"test":{"of":"what","is":"has","value":"a"}},{"test":{"of":"what","is":"has","value":"b"}}]}"#,
            false,
        ),
        (r#"{"not":{"test":{"of":"nps","is":"answered"}}}"#, false),
        (r#"{"test":{"of":"age","is":"lt","value":18.5}}"#, false),
        (r#"{"test":{"of":"attr.plan","is":"eq","value":"gold"}}"#, false),
    ] {
        let mut one = routed();
        one.questions[4].when = Some(condition(json));
        assert_eq!(codes(&one).contains(&"never_asked"), expected, "{json}");
    }
    let mut later = routed();
    later.questions[0].when = Some(condition(r#"{"test":{"of":"solved","is":"eq","value":"yes"}}"#));
    assert!(codes(&later).contains(&"never_asked"), "the answer comes later");
}

#[test]
fn pages_that_no_way_leads_to_are_seen() {
    assert!(codes(&routed()).iter().all(|code| !code.starts_with("unreach") && !code.starts_with("never")));
    let mut skipping = routed();
    skipping.blocks[0].pages[0].then = vec![Jump { when: None, to: Target::Question("age".into()) }];
    let lost: Vec<_> =
        lint(&skipping).into_iter().filter(|one| one.code == "unreachable_page").map(|one| one.field).collect();
    assert_eq!(lost, ["questions.solved.layout", "questions.what.layout"]);
    skipping.blocks[0].pages[0].then[0].when = Some(condition(r#"{"test":{"of":"nps","is":"ge","value":9}}"#));
    assert!(!codes(&skipping).contains(&"unreachable_page"), "others go on");
    skipping.blocks[0].pages[0].then[0].when = Some(condition(r#"{"test":{"of":"nps","is":"ge","value":11}}"#));
    assert!(codes(&skipping).contains(&"never_jumps"));
    let mut lost = routed();
    lost.blocks[0].pages.pop();
    assert!(codes(&lost).contains(&"not_on_page"));
    let mut dark = routed();
    dark.blocks[0].pages[4].when = Some(condition(r#"{"test":{"of":"nps","is":"lt","value":0}}"#));
    assert!(codes(&dark).contains(&"never_shown"));
}

#[test]
fn quotas_can_fill() {
    let quota = |json: &str, limit: u32| {
        let mut one = routed();
        one.quotas = vec![Quota { key: "k".into(), name: String::new(), limit, when: condition(json), ending: None }];
        codes(&one)
    };
    assert!(quota(r#"{"test":{"of":"solved","is":"eq","value":"maybe"}}"#, 5).contains(&"quota_never"));
    assert!(quota(r#"{"test":{"of":"solved","is":"eq","value":"yes"}}"#, 0).contains(&"quota_zero"));
    let fine = quota(r#"{"test":{"of":"solved","is":"eq","value":"yes"}}"#, 5);
    assert!(!fine.contains(&"quota_never") && !fine.contains(&"quota_zero"));
}

#[test]
fn colours_that_cannot_be_told_apart_are_seen() {
    let themed = |accent: Option<&str>, background: Option<&str>, ink: Option<&str>| {
        let text = |colour: Option<&str>| colour.map(str::to_owned);
        let mut one = asking("en", Kind::Nps, "T");
        one.theme = Theme { accent: text(accent), background: text(background), ink: text(ink), ..Theme::default() };
        codes(&one)
    };
    assert!(themed(None, None, Some("#aaaaaa")).contains(&"contrast_ink"));
    assert!(themed(None, Some("#101010"), None).contains(&"contrast_ink"), "our dark ink on their dark paper");
    assert!(themed(Some("#ffff00"), None, None).contains(&"contrast_accent"));
    for fine in [themed(None, None, None), themed(Some("#7a2331"), Some("#ffffff"), Some("#222222"))] {
        assert!(!fine.iter().any(|code| code.starts_with("contrast")), "{fine:?}");
    }
}

#[test]
fn the_gravest_comes_first_and_there_is_an_end() {
    let mut many = survey(
        "en",
        (0..300).map(|n| Question::new(&format!("q{n}"), Kind::Csat, Text::one("en", "How great and big?"))).collect(),
    );
    many.questions[0].title = Text::one("en", "How was it?");
    let found = lint(&many);
    assert_eq!(found.len(), FINDINGS_MAX);
    assert!(found.windows(2).all(|pair| pair[0].severity >= pair[1].severity));
    assert_eq!(found[0].question(), Some("q1"));
    assert_eq!(
        (found[0].message(), found[0].why()),
        ("lint-double-barrelled".into(), "lint-double-barrelled-why".into())
    );
}
