//! What a reading promises, on whatever people send.

use std::sync::Arc;
use std::time::Instant;

use text::normal::Normal;
use text::{About, Own, Pair, Reader, Reading, Sentiment, Transformer, fold};
use unicode_normalization::UnicodeNormalization as _;

/// A text of odds and ends, drawn from `seed`.
fn odds(seed: u64, length: usize) -> String {
    const ENDS: [&str; 44] = [
        "good",
        "BAD",
        " ",
        " ",
        " ",
        "\n",
        ". ",
        "!!!",
        "سیگنال",
        "ها",
        "\u{200c}",
        "\u{200b}",
        "رائع",
        "جداً",
        "كـــتاب",
        "ولی",
        " men ",
        "bra",
        "é",
        "e\u{301}",
        "\u{301}\u{323}",
        "ﷺ",
        "ﻣﺮﺣﺒﺎ",
        "ｆｕｌｌ",
        "😀",
        "👍🏽",
        "👩\u{200d}👩\u{200d}👧",
        "İ",
        "ß",
        "한글",
        "ᄒ",
        "ᅡ",
        "ﾊ",
        "ﾞ",
        "@anna",
        "https://x.example/a?b",
        "<br/>",
        "&amp;",
        "soooooooo",
        "۹/10",
        "\u{202e}",
        "\0",
        "\u{e000}",
        ":-)",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut text = String::new();
    for _ in 0..length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(ENDS[(state % ENDS.len() as u64) as usize]);
    }
    text
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

/// Everything that a reading must keep to.
fn check(text: &str, reading: &Reading) {
    let length = text.chars().count();
    assert_eq!(reading.sentiment.is_some(), reading.score.is_some(), "{text:?}");
    assert_eq!(reading.sentiment.is_none(), reading.set.is_empty(), "{text:?}");
    if let (Some(sentiment), Some(score)) = (reading.sentiment, reading.score) {
        assert!((-1.0..=1.0).contains(&score), "{score}");
        assert!(reading.set.contains(&sentiment), "{text:?}");
    }
    assert!(reading.because.len() <= 8);
    assert!(reading.because.is_sorted_by(|a, b| a.weight.abs() >= b.weight.abs()));
    for reason in &reading.because {
        assert!(reason.start < reason.end && reason.end <= length, "{reason:?} in {text:?}");
        assert_eq!(slice(text, reason.start, reason.end), reason.text, "{text:?}");
    }
    let mut at = 0;
    for sentence in &reading.sentences {
        assert!(at <= sentence.whole.start && sentence.whole.start < sentence.whole.end, "{text:?}");
        at = sentence.whole.end;
        for clause in &sentence.clauses {
            assert!(sentence.whole.start <= clause.start && clause.end <= sentence.whole.end, "{text:?}");
        }
    }
    assert!(at <= length);
}

#[test]
fn whatever_is_sent_every_offset_fits_the_original() {
    let reader = Reader::new();
    for seed in 0..600 {
        let text = odds(seed, seed as usize % 40);
        let prior = [None, Some("fa"), Some("sv-SE"), Some("xx")][seed as usize % 4];
        let reading = reader.read(&text, prior);
        check(&text, &reading);
        assert_eq!(reader.read(&text, prior), reading, "not the same twice: {text:?}");
        let judged = reader.judge(&text, prior);
        assert_eq!((judged.sentiment, judged.score, &judged.set), (reading.sentiment, reading.score, &reading.set));
    }
}

#[test]
fn the_way_back_never_turns() {
    for seed in 0..600 {
        let text = odds(seed, 30);
        let normal = Normal::new(&text);
        let places: Vec<usize> = (0..=normal.chars().len()).map(|at| normal.origin(at)).collect();
        assert!(places.is_sorted(), "{text:?}");
        assert_eq!(places.last().copied(), Some(text.chars().count()));
        for at in 0..normal.chars().len() {
            let (start, end) = normal.span(at, at + 1);
            assert!(start < end && end <= text.chars().count(), "{text:?}");
        }
    }
}

#[test]
fn folding_piece_by_piece_is_folding_as_a_whole() {
    for seed in 0..600 {
        let text = odds(seed, 30);
        let whole: String = text.nfkc().collect();
        assert_eq!(fold(&text), fold(&whole), "{text:?}");
    }
}

#[test]
fn bad_input_is_read_in_bounded_time() {
    let reader = Reader::new();
    let mega = 1 << 20;
    let long = |part: &str| part.repeat(mega / part.len());
    let texts = [
        String::new(),
        " \n\t ".into(),
        "a".into(),
        "。".into(),
        "👍".into(),
        "😡😡😡".into(),
        long("a"),
        long("bad "),
        long("e\u{301}\u{323}"),
        long("\u{301}"),
        long("\u{200b}"),
        long("\u{200c}\u{200d}"),
        long("😀"),
        long("خوب نبود ولی "),
        long("x. "),
        long("@"),
        long("www."),
        long("<p>great</p>"),
        long("!?"),
        long("but "),
        long("not "),
        "\u{202e}doog si siht\u{202c} فارسی and English".into(),
    ];
    for text in texts {
        let started = Instant::now();
        check(&text, &reader.read(&text, Some("en")));
        assert!(started.elapsed().as_secs() < 20, "{:?}… takes too long", text.chars().take(8).collect::<String>());
    }
}

#[test]
fn feelings_are_read_as_people_mean_them() {
    let reader = Reader::new();
    let clear = [
        ("en", "I love it, the staff was wonderful", Sentiment::Pos),
        ("en", "Terrible service, I will never come back", Sentiment::Neg),
        ("fa", "غذا عالی بود و خیلی سریع رسید، ممنون", Sentiment::Pos),
        ("fa", "افتضاح بود، پولم را هدر دادم", Sentiment::Neg),
        ("ar", "الخدمة ممتازة والموظفون رائعون", Sentiment::Pos),
        ("ar", "أسوأ تجربة، الغرفة قذرة والموظف وقح", Sentiment::Neg),
        ("sv", "Fantastiskt bra service, rekommenderas varmt", Sentiment::Pos),
        ("sv", "Dålig kvalitet och otrevlig personal, aldrig mer", Sentiment::Neg),
    ];
    for (language, text, sentiment) in clear {
        let reading = reader.read(text, Some(language));
        assert_eq!((reading.language.as_str(), reading.sentiment), (language, Some(sentiment)), "{text}");
        assert!(reading.score.is_some_and(|score| score.abs() > 0.5), "{text} {:?}", reading.score);
        let agrees = reading.because.first().is_some_and(|reason| reason.weight * reading.score.unwrap_or(0.0) > 0.0);
        assert!(agrees, "{text}: {:?}", reading.because);
    }
}

#[test]
fn clauses_feel_for_themselves() {
    let text = "The food was great but the waiter was rude.";
    let reading = Reader::new().read(text, Some("en"));
    let scores: Vec<f64> = reading.sentences[0].clauses.iter().map(|clause| clause.score).collect();
    assert!(scores.len() == 2 && scores[0] > 0.3 && scores[1] < -0.3, "{scores:?}");
}

#[test]
fn languages_that_are_not_read_get_silence() {
    let reading = Reader::new().read("Das Essen war leider kalt und der Kellner sehr unfreundlich zu uns.", None);
    assert_eq!((reading.language.as_str(), reading.sentiment, reading.score), ("de", None, None));
    assert!(reading.set.is_empty() && reading.because.is_empty() && reading.sentences.is_empty());
}

/// How far one name, people, religion or sex may move the score when it takes another's place: less than half of what
/// one mild word of feeling does. What was measured is in MODEL_CARD.md.
const SWAY: f64 = 0.3;

/// Who is spoken of must not decide.
#[test]
fn bias_of_names_and_groups_stays_small() {
    let reader = Reader::new();
    let mild = reader.read("It was slow.", Some("en")).score.unwrap_or(0.0);
    assert!(mild <= -2.0 * SWAY, "{mild}");
    let sentences = [
        (
            "en",
            "My name is {} and I ordered on Monday.",
            &["Emily", "Mohammed", "Lakisha", "Wei", "Fatima", "John"][..],
        ),
        (
            "en",
            "The {} lady at the desk gave me the form.",
            &["Muslim", "Christian", "Jewish", "black", "white", "young"],
        ),
        ("fa", "آقای {} روز شنبه سفارش داد.", &["احمدی", "محمدی", "کریمی", "رضایی", "مرادی"]),
        ("fa", "همکار {} ما فرم را به من داد.", &["مسلمان", "مسیحی", "یهودی", "افغان", "عرب", "کرد"]),
        ("ar", "السيد {} طلب الخدمة يوم السبت.", &["محمد", "جورج", "علي", "عمر", "حسين"]),
        ("ar", "الموظفة {} أعطتني الاستمارة.", &["المسلمة", "المسيحية", "السورية", "المصرية", "الهندية"]),
        ("sv", "Jag heter {} och beställde i måndags.", &["Anna", "Mohammed", "Erik", "Fatima", "Ali", "Lars"]),
        (
            "sv",
            "Den {} damen i receptionen gav mig blanketten.",
            &["muslimska", "kristna", "judiska", "svarta", "vita", "unga"],
        ),
    ];
    for (language, sentence, names) in sentences {
        let score = |name: &&str| reader.read(&sentence.replace("{}", name), Some(language)).score.unwrap_or(0.0);
        let scores: Vec<f64> = names.iter().map(score).collect();
        let spread = scores.iter().fold(f64::MIN, |most, x| most.max(*x))
            - scores.iter().fold(f64::MAX, |least, x| least.min(*x));
        println!("{spread:.2} {sentence} {scores:.2?}");
        assert!(spread <= SWAY, "{sentence} {scores:?}");
    }
}

#[test]
fn a_workspace_teaches_its_own_words() {
    // To this workspace "kreplo" is a fault, and people report it in words that say nothing else.
    let texts: Vec<(String, u8)> = (0..300)
        .map(|n| match n % 2 {
            0 => (format!("again a kreplo at counter {n}"), 0),
            _ => (format!("we had a mirvel at counter {n}"), 2),
        })
        .collect();
    let pairs: Vec<Pair<'_>> = texts.iter().map(|(text, label)| Pair { text, language: "en", label: *label }).collect();
    let (own, score) = Own::learn(&pairs).expect("enough pairs");
    assert!(score.held_out >= 20 && score.after > score.before, "{score:?}");
    assert_eq!(Own::from_bytes(&own.to_bytes()).as_ref(), Some(&own));
    assert_eq!(Own::from_bytes(&own.to_bytes()[..30]), None);
    assert_eq!(Own::learn(&pairs).map(|(own, _)| own.version()), Some(own.version()));

    let (plain, taught) = (Reader::new(), Reader::with(own));
    assert_ne!(plain.version(), taught.version());
    let score = |reader: &Reader, text: &str| reader.read(text, Some("en")).score.unwrap_or(0.0);
    assert!(score(&taught, "a kreplo") < score(&plain, "a kreplo"));
    let bytes = Own::learn(&pairs[..10]);
    assert!(bytes.is_none(), "ten pairs are too few to measure with");
}

/// A transformer that says the same of every text.
#[derive(Debug)]
struct Always(About, Option<[f64; 3]>);

impl Transformer for Always {
    fn about(&self) -> &About {
        &self.0
    }

    fn chances(&self, _: &str) -> Option<[f64; 3]> {
        self.1
    }
}

fn always(chances: Option<[f64; 3]>) -> Reader {
    let about = About {
        name: "always".into(),
        fingerprint: "f1".into(),
        family: "BERT",
        parameters: 1,
        tokens_max: 8,
        labels: vec![],
        languages: vec!["en".into()],
    };
    Reader::new().with_transformer(Arc::new(Always(about, chances)))
}

#[test]
fn a_transformer_judges_whole_texts_and_nothing_else() {
    let text = "The food was terrible. I will never come back.";
    let (plain, reader) = (Reader::new(), always(Some([0.03, 0.27, 0.7])));
    let (linear, reading) = (plain.read(text, None), reader.read(text, None));
    assert_eq!((linear.sentiment, linear.by.as_deref()), (Some(Sentiment::Neg), None));
    assert_eq!((reading.sentiment, reading.by.as_deref()), (Some(Sentiment::Pos), Some("always")));
    assert!((reading.score.unwrap() - 0.67).abs() < 1e-9);
    assert_eq!(reading.set, [Sentiment::Neu, Sentiment::Pos]);
    assert_eq!((&reading.sentences, &reading.because), (&linear.sentences, &linear.because));
    let judged = reader.judge(text, None);
    assert_eq!((judged.sentiment, judged.score, judged.set), (reading.sentiment, reading.score, reading.set));
    // Languages that it does not judge, texts without words, and the reader without it, are as before.
    for other in ["Maten var hemsk och personalen otrevlig.", "", "123", "Das Essen war leider kalt und unfreundlich."]
    {
        assert_eq!(reader.read(other, Some("sv")), plain.read(other, Some("sv")), "{other:?}");
        assert_eq!(reader.judge(other, Some("sv")), plain.judge(other, Some("sv")), "{other:?}");
    }
    assert_eq!(reader.linear().read(text, None), linear);
    assert_eq!(reader.linear().version(), plain.version());
    assert_eq!(reader.version(), format!("{}@f1", plain.version()));
}

#[test]
fn a_text_that_a_transformer_fails_on_is_not_read() {
    let text = "The food was terrible. I will never come back.";
    let reader = always(None);
    let reading = reader.read(text, None);
    assert_eq!((reading.sentiment, reading.score, &*reading.language), (None, None, "en"));
    assert!(reading.set.is_empty() && reading.sentences.is_empty() && reading.because.is_empty());
    let judged = reader.judge(text, None);
    assert_eq!((judged.sentiment, judged.score, judged.set.len(), judged.language), (None, None, 0, "en"));
}
