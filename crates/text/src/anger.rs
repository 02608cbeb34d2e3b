//! Words that call for an answer whatever the score says: anger, threats to leave, harm. A short list written for
//! this; it is no sentiment analysis.

use crate::folded_words;

const EN: &[&str] = &[
    "angry",
    "furious",
    "outrageous",
    "disgusting",
    "disgusted",
    "unacceptable",
    "appalling",
    "horrible",
    "terrible",
    "awful",
    "worst",
    "scam",
    "fraud",
    "cheated",
    "ripped off",
    "rip off",
    "refund",
    "lawyer",
    "sue",
    "never again",
    "never coming back",
    "never come back",
    "food poisoning",
    "got sick",
    "made me sick",
    "rude",
    "insulted",
    "humiliated",
    "cancel my",
    "want my money back",
    "shameful",
    "disgrace",
    "unsafe",
    "dangerous",
];

const FA: &[&str] = &[
    "عصبانی",
    "افتضاح",
    "مزخرف",
    "بدترین",
    "غیرقابل قبول",
    "غیر قابل قبول",
    "توهین",
    "بی احترامی",
    "بی ادب",
    "کلاهبرداری",
    "کلاهبردار",
    "دزدی",
    "شکایت",
    "پولم را پس",
    "پولمو پس",
    "دیگر هرگز",
    "دیگه هرگز",
    "دیگه نمیام",
    "دیگر نمی ایم",
    "مسموم",
    "مسمومیت",
    "خجالت اور",
    "شرم اور",
    "فاجعه",
    "حال بهم زن",
    "خطرناک",
    "وحشتناک",
];

const AR: &[&str] = &[
    "غاضب",
    "غاضبه",
    "مقرف",
    "اسوا",
    "اسوء",
    "غير مقبول",
    "اهانه",
    "اهانوني",
    "وقح",
    "وقحه",
    "نصب",
    "احتيال",
    "نصابين",
    "شكوي",
    "استرجاع المبلغ",
    "رجعوا فلوسي",
    "لن اعود",
    "لن ارجع",
    "ما راح ارجع",
    "تسمم",
    "فضيحه",
    "مخجل",
    "كارثه",
    "خطير",
    "مريع",
    "فظيع",
    "سيء جدا",
];

const SV: &[&str] = &[
    "arg",
    "rasande",
    "förbannad",
    "skandal",
    "äcklig",
    "äckligt",
    "oacceptabelt",
    "vidrig",
    "vidrigt",
    "sämsta",
    "bedrägeri",
    "lurad",
    "lurade",
    "pengarna tillbaka",
    "aldrig mer",
    "aldrig igen",
    "kommer aldrig tillbaka",
    "matförgiftad",
    "matförgiftning",
    "otrevlig",
    "otrevliga",
    "oförskämd",
    "oförskämda",
    "katastrof",
    "skamligt",
    "farlig",
    "farligt",
    "hemsk",
    "hemskt",
    "fruktansvärt",
    "fruktansvärd",
    "anmäla er",
];

/// The first word or phrase of anger in `text`, as it stands in the list of its language. Without a language all
/// lists are tried.
pub fn word(text: &str, language: Option<&str>) -> Option<&'static str> {
    let words = folded_words(text);
    let lists: &[&[&str]] = match language.map(|tag| &tag[..tag.len().min(2)]) {
        Some("en") => &[EN],
        Some("fa") => &[FA],
        Some("ar") => &[AR],
        Some("sv") => &[SV],
        _ => &[EN, FA, AR, SV],
    };
    lists.iter().flat_map(|list| list.iter()).find(|phrase| words.contains(&*folded_words(phrase))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anger_shows_in_four_languages() {
        assert_eq!(word("This was the WORST visit.", Some("en")), Some("worst"));
        assert_eq!(word("برخورد پرسنل افتضاح بود", Some("fa")), Some("افتضاح"));
        assert_eq!(word("الخدمة غير مقبولة، لن أعود", Some("ar")), Some("لن اعود"));
        assert_eq!(word("Vi kommer aldrig tillbaka", Some("sv")), Some("kommer aldrig tillbaka"));
    }

    #[test]
    fn parts_of_words_do_not_count() {
        assert_eq!(word("We issued a large order", Some("en")), None);
        assert_eq!(word("Vänlig varg på logotypen", Some("sv")), None);
    }

    #[test]
    fn an_unknown_language_tries_all() {
        assert_eq!(word("C'est un scam", Some("fr")), Some("scam"));
        assert_eq!(word("", None), None);
    }
}
