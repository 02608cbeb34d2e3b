//! One question of each kind, in the words of a restaurant.

use std::collections::BTreeMap;

use kernel::survey::{Cells, Choice, Files, Kind, Limits, Look, Media, MediaKind, Question, Scale, Survey, Text};
use serde_json::{Value as Json, json};

fn text(en: &str, fa: &str, ar: &str, sv: &str) -> Text {
    let words = [("en", en), ("fa", fa), ("ar", ar), ("sv", sv)];
    Text(words.into_iter().map(|(tag, words)| (tag.to_owned(), words.to_owned())).collect::<BTreeMap<_, _>>())
}

pub fn survey(questions: Vec<Question>) -> Survey {
    Survey {
        languages: ["en", "fa", "ar", "sv"].map(str::to_owned).to_vec(),
        title: text("Your visit", "دیدار شما", "زيارتك", "Ditt besök"),
        questions,
        ..Survey::default()
    }
}

pub fn question(name: &str) -> Question {
    questions().into_iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no sample {name}")).1
}

pub fn ideas(key: &str, language: &str) -> Vec<(String, Vec<(String, String)>)> {
    let words = if language == "fa" {
        ["میز کنار پنجره", "نان تازه"]
    } else {
        ["A table by the window", "Fresh bread"]
    };
    let listed = words.iter().enumerate().map(|(n, words)| (format!("idea_{n}"), (*words).to_owned()));
    vec![(key.to_owned(), listed.collect())]
}

fn dishes() -> Vec<Choice> {
    vec![
        Choice::new("kebab", text("Kebab", "کباب", "كباب", "Kebab")),
        Choice::new("stew", text("Herb stew", "قرمه‌سبزی", "يخنة الأعشاب", "Örtgryta")),
        Choice::new("rice", text("Saffron rice", "پلوی زعفرانی", "أرز بالزعفران", "Saffransris")),
        Choice::new("tea", text("Tea", "چای", "شاي", "Te")),
    ]
}

fn reasons() -> Vec<Choice> {
    let mut choices = vec![
        Choice::new(
            "bins",
            text("Bins near the tables", "سطل زباله نزدیک میزها", "حاويات قرب الطاولات", "Sopkärl nära borden"),
        ),
        Choice::new("wait", text("A long wait", "انتظار طولانی", "انتظار طويل", "Lång väntan")),
        Choice::new("other", text("Something else", "چیز دیگری", "شيء آخر", "Något annat")),
        Choice::new("none", text("Nothing of this", "هیچ‌کدام", "لا شيء من هذا", "Inget av detta")),
    ];
    (choices[2].other, choices[3].exclusive) = (true, true);
    choices
}

fn grades() -> Vec<Choice> {
    vec![
        Choice::new("bad", text("Bad", "بد", "سيئ", "Dåligt")),
        Choice::new("fair", text("Fair", "متوسط", "مقبول", "Okej")),
        Choice::new("good", text("Good", "خوب", "جيد", "Bra")),
    ]
}

fn aspects() -> Vec<Choice> {
    vec![
        Choice::new("taste", text("Taste of the food", "مزهٔ غذا", "مذاق الطعام", "Matens smak")),
        Choice::new("clean", text("Cleanliness", "پاکیزگی", "النظافة", "Renlighet")),
        Choice::new(
            "staff",
            text("Friendliness of the staff", "خوش‌رویی کارکنان", "لطف العاملين", "Personalens vänlighet"),
        ),
    ]
}

fn title(kind: Kind) -> Text {
    match kind {
        Kind::Nps => text(
            "How likely are you to recommend Mizban to a friend?",
            "چقدر احتمال دارد میزبان را به دوستی پیشنهاد کنید؟",
            "ما احتمال أن توصي صديقًا بميزبان؟",
            "Hur troligt är det att du rekommenderar Mizban till en vän?",
        ),
        kind if kind.is_scored() => text(
            "How satisfied were you with your visit?",
            "از دیدارتان چقدر خشنود بودید؟",
            "ما مدى رضاك عن زيارتك؟",
            "Hur nöjd var du med ditt besök?",
        ),
        Kind::Text => text(
            "What should we have done better?",
            "چه کاری را باید بهتر انجام می‌دادیم؟",
            "ما الذي كان علينا أن نحسنه؟",
            "Vad borde vi ha gjort bättre?",
        ),
        Kind::Ranking => {
            text("What matters most to you?", "برایتان چه مهم‌تر است؟", "ما الأهم عندك؟", "Vad är viktigast för dig?")
        }
        Kind::Matrix => {
            text("How did you find these?", "این‌ها را چگونه یافتید؟", "كيف وجدت ما يلي؟", "Vad tyckte du om detta?")
        }
        Kind::Date => text("When did you visit us?", "کی به ما سر زدید؟", "متى زرتنا؟", "När besökte du oss?"),
        Kind::Email => {
            text("Where can we write to you?", "به کجا برایتان بنویسیم؟", "أين نكتب إليك؟", "Vart kan vi skriva?")
        }
        Kind::Consent => {
            text("May we contact you?", "می‌توانیم با شما تماس بگیریم؟", "هل نتواصل معك؟", "Får vi kontakta dig?")
        }
        Kind::Signature => text("Please sign", "لطفاً امضا کنید", "وقّع من فضلك", "Skriv under"),
        Kind::Ideas => text(
            "What would you like to see here?",
            "دوست دارید اینجا چه ببینید؟",
            "ماذا تود أن ترى هنا؟",
            "Vad skulle du vilja se här?",
        ),
        Kind::Statement => text(
            "Thank you for coming this far",
            "سپاس که تا اینجا آمدید",
            "شكرًا لوصولك إلى هنا",
            "Tack för att du kommit så här långt",
        ),
        _ => text("Tell us about your visit", "از دیدارتان بگویید", "حدثنا عن زيارتك", "Berätta om ditt besök"),
    }
}

fn plain(kind: Kind) -> Question {
    let mut question = Question { required: true, ..Question::new("q", kind, title(kind)) };
    question.hint =
        text("It takes a moment only.", "تنها لحظه‌ای زمان می‌برد.", "لن يستغرق إلا لحظة.", "Det tar bara en stund.");
    if kind.is_scored() {
        question.low = text("not at all", "اصلاً", "أبدًا", "inte alls");
        question.high = text("very much", "بسیار زیاد", "كثيرًا جدًا", "väldigt mycket");
    }
    question
}

fn countries() -> Vec<Choice> {
    let more = [
        "Sweden", "Iran", "Norway", "Finland", "Denmark", "Iceland", "Jordan", "Egypt", "Oman", "Qatar", "France",
        "Spain", "Italy", "Greece",
    ];
    more.iter().map(|name| Choice::new(&name.to_lowercase(), text(name, name, name, name))).collect()
}

fn picture(file: &str) -> Media {
    let alt = text("A plate of food", "بشقابی غذا", "طبق طعام", "En tallrik mat");
    Media { file: file.into(), kind: MediaKind::Image, alt }
}

/// Names and questions: every kind, and the forms that some kinds have several of.
pub fn questions() -> Vec<(&'static str, Question)> {
    let scored =
        |kind, look, to| Question { look, scale: Some(Scale { from: 1, to }), not_applicable: true, ..plain(kind) };
    let options = |kind, options| Question { options, ..plain(kind) };
    let matrix = |cells, not_applicable| Question {
        cells,
        rows: aspects(),
        options: grades(),
        not_applicable,
        ..plain(Kind::Matrix)
    };
    let mut pictured = dishes();
    pictured.iter_mut().for_each(|dish| dish.image = Some(picture(&format!("upl_{}", dish.key))));
    let yes_no =
        vec![Choice::new("yes", text("Yes", "بله", "نعم", "Ja")), Choice::new("no", text("No", "نه", "لا", "Nej"))];
    let agree = vec![Choice::new(
        "yes",
        text("Yes, you may write to me", "بله، برایم بنویسید", "نعم، راسلوني", "Ja, ni får skriva till mig"),
    )];
    let contact = ["name", "email", "phone", "company"].map(|key| Choice::new(key, Text::default())).to_vec();
    let whole = Limits { min: Some(1.0), max: Some(12.0), decimals: Some(0), ..Limits::default() };
    let days = Limits { earliest: Some("2026-01-01".into()), latest: Some("2026-12-31".into()), ..Limits::default() };
    vec![
        ("nps", plain(Kind::Nps)),
        ("csat", scored(Kind::Csat, Look::Stars, 5)),
        ("csat-numbers", scored(Kind::Csat, Look::Numbers, 5)),
        ("ces", scored(Kind::Ces, Look::Numbers, 7)),
        ("psat", scored(Kind::Psat, Look::Smileys, 5)),
        ("rating", scored(Kind::Rating, Look::Hearts, 6)),
        ("rating-thumbs", scored(Kind::Rating, Look::Thumbs, 2)),
        ("slider", Question { not_applicable: true, ..plain(Kind::Slider) }),
        ("choice", Question { required: false, ..options(Kind::Choice, reasons()) }),
        (
            "choices",
            Question { limits: Limits { max: Some(2.0), ..Limits::default() }, ..options(Kind::Choices, reasons()) },
        ),
        ("dropdown", options(Kind::Dropdown, countries())),
        ("yesno", Question { media: Some(picture("upl_1")), ..options(Kind::YesNo, yes_no) }),
        ("image", options(Kind::Image, pictured)),
        ("ranking", Question { not_applicable: true, ..options(Kind::Ranking, dishes()) }),
        ("matrix", matrix(Cells::Choice, true)),
        ("matrix-choices", matrix(Cells::Choices, false)),
        ("matrix-rating", matrix(Cells::Rating, false)),
        ("matrix-text", matrix(Cells::Text, false)),
        (
            "matrix-dual",
            Question {
                second: vec![
                    Choice::new("much", text("Matters much", "مهم", "مهم", "Viktigt")),
                    Choice::new("little", text("Matters little", "کم‌اهمیت", "غير مهم", "Mindre viktigt")),
                ],
                low: text("How it was", "چگونه بود", "كيف كان", "Hur det var"),
                high: text("How much it matters", "چقدر مهم است", "ما أهميته", "Hur viktigt det är"),
                ..matrix(Cells::Dual, false)
            },
        ),
        ("sum", options(Kind::Sum, dishes())),
        ("bestworst", options(Kind::BestWorst, dishes())),
        ("text", plain(Kind::Text)),
        (
            "text-line",
            Question {
                look: Look::Line,
                required: false,
                limits: Limits { max: Some(80.0), ..Limits::default() },
                ..plain(Kind::Text)
            },
        ),
        ("number", Question { limits: whole, ..plain(Kind::Number) }),
        ("date", Question { limits: days, ..plain(Kind::Date) }),
        ("time", plain(Kind::Time)),
        ("email", Question { required: false, ..plain(Kind::Email) }),
        ("phone", plain(Kind::Phone)),
        ("contact", Question { rows: contact, not_applicable: true, ..plain(Kind::Contact) }),
        ("consent", options(Kind::Consent, agree)),
        (
            "file",
            Question {
                files: Files { types: vec!["jpg".into(), "pdf".into()], bytes_max: Some(5_000_000) },
                ..plain(Kind::File)
            },
        ),
        ("signature", plain(Kind::Signature)),
        (
            "statement",
            Question { media: Some(Media { kind: MediaKind::Video, ..picture("upl_2") }), ..plain(Kind::Statement) },
        ),
        (
            "ideas",
            Question {
                required: false,
                limits: Limits { max: Some(300.0), ..Limits::default() },
                ..plain(Kind::Ideas)
            },
        ),
    ]
}

/// A value for each.
pub fn answered() -> Vec<(&'static str, Question, Json)> {
    let value = |name: &str| match name {
        "nps" => json!(9),
        "csat" | "csat-numbers" | "ces" | "psat" | "rating" => json!("4"),
        "rating-thumbs" => json!({"na": true}),
        "slider" => json!("۴۲"),
        "choice" => json!({"choice": "other", "other": "Music \"too\" loud"}),
        "choices" => json!(["bins", "wait"]),
        "dropdown" => json!("jordan"),
        "yesno" => json!(false),
        "image" => json!("rice"),
        "ranking" => json!(["tea", "rice", "stew", "kebab"]),
        "matrix" => json!({"taste": "good", "staff": "bad"}),
        "matrix-choices" => json!({"clean": ["bad", "fair"]}),
        "matrix-rating" => json!({"taste": 5, "clean": "1"}),
        "matrix-text" => json!({"staff": "<b>kind</b>"}),
        "matrix-dual" => json!({"taste": ["good", "much"], "clean": [null, "little"]}),
        "sum" => json!({"kebab": 60, "tea": "40"}),
        "bestworst" => json!({"best": "tea", "worst": "stew"}),
        "text" => json!("two\nlines & </textarea>"),
        "number" => json!(4),
        "date" => json!("2026-11-22"),
        "time" => json!("09:30"),
        "email" => json!("sara@example.com"),
        "phone" => json!("+46 70 123 45 67"),
        "contact" => json!({"name": "Sara", "phone": "070 123 45 67"}),
        "consent" => json!("yes"),
        "file" => json!("upl_1"),
        "signature" => json!("path:M10,20L30,40"),
        "ideas" => json!({"votes": ["idea_1"], "own": "A quiet corner"}),
        _ => json!("words"),
    };
    let asked = questions().into_iter().filter(|(_, question)| question.kind.is_asked());
    asked.map(|(name, question)| (name, question, value(name))).collect()
}
