//! What a column's name hints at, in English, Persian, Arabic and Swedish.

use kernel::format::parse_digits;

/// A hint; one name may give several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    Id,
    /// When the answer was given: submitted, completed, recorded.
    Answered,
    Time,
    /// A time, but of something else: birth, deadline.
    OtherTime,
    Contact,
    Email,
    Language,
    Channel,
    Touchpoint,
    Nps,
    Csat,
    Ces,
    Score,
    Text,
    /// A quantity or a place in a list: never a score.
    Count,
}

/// Words by hint, folded as [`words`] folds them. A phrase must stand in the name as it is, one behind `=` must be the
/// whole name; a word of five letters or more may go on (`rekommenderar`).
const WORDS: [(Hint, &[&str]); 15] = [
    (
        Hint::Id,
        &[
            "id",
            "uuid",
            "guid",
            "response id",
            "respondent id",
            "responseid",
            "submission id",
            "record id",
            "svarsid",
            "شناسه",
            "کد پاسخ",
            "معرف",
            "رقم استجابه",
        ],
    ),
    (
        Hint::Answered,
        &[
            "response date",
            "response time",
            "responded",
            "submitted",
            "submit date",
            "completed",
            "completion date",
            "recorded date",
            "answered",
            "timestamp",
            "survey date",
            "date of response",
            "svarsdatum",
            "svarstid",
            "besvarad",
            "inskickad",
            "تاریخ پاسخ",
            "زمان پاسخ",
            "تاریخ ثبت",
            "تاریخ استجابه",
            "تاریخ الرد",
        ],
    ),
    (
        Hint::Time,
        &[
            "date",
            "enddate",
            "time",
            "datetime",
            "created",
            "occurred",
            "received",
            "datum",
            "tid",
            "tidpunkt",
            "skapad",
            "تاریخ",
            "زمان",
            "وقت",
        ],
    ),
    (
        Hint::OtherTime,
        &[
            "birth",
            "birthday",
            "dob",
            "born",
            "deadline",
            "due",
            "expiry",
            "expires",
            "planned",
            "start",
            "sent",
            "invited",
            "visit date",
            "order date",
            "purchase date",
            "signup",
            "födelse",
            "född",
            "تولد",
            "میلاد",
        ],
    ),
    (
        Hint::Contact,
        &[
            "=contact",
            "contact id",
            "contactid",
            "=customer",
            "customer id",
            "customerid",
            "customer no",
            "customer number",
            "client id",
            "clientid",
            "user id",
            "userid",
            "member id",
            "memberid",
            "account id",
            "guest id",
            "passenger id",
            "=kund",
            "kundid",
            "kundnummer",
            "kundnr",
            "kund id",
            "=مشتری",
            "کد مشتری",
            "شناسه مشتری",
            "شماره مشتری",
            "=عمیل",
            "رقم عمیل",
            "معرف عمیل",
        ],
    ),
    (Hint::Email, &["email", "e mail", "mail", "epost", "e post", "mejl", "ایمیل", "رایانامه", "برید"]),
    (Hint::Language, &["language", "lang", "locale", "språk", "زبان", "لغه", "userlanguage"]),
    (Hint::Channel, &["channel", "kanal", "کانال", "قناه"]),
    (Hint::Touchpoint, &["touchpoint", "touch point", "listening post", "kontaktpunkt", "نقطه تماس", "نقطه اتصال"]),
    (
        Hint::Nps,
        &[
            "nps",
            "enps",
            "net promoter",
            "likelihood to recommend",
            "likely to recommend",
            "ltr",
            "would you recommend",
            "recommend",
            "recommendation",
            "rekommendera",
            "rekommendation",
            "توصیه",
            "احتمال توصیه",
            "معرفی به دوستان",
            "توصی",
            "یوصی",
            "اوصی",
        ],
    ),
    (
        Hint::Csat,
        &["csat", "satisfaction", "satisfied", "nöjd", "nöjdhet", "kundnöjdhet", "رضایت", "رضا", "رضاء", "میزان رضایت"],
    ),
    (Hint::Ces, &["ces", "effort", "effort score", "ansträngning", "kundinsats", "تلاش", "جهد", "سهولت استفاده"]),
    (
        Hint::Score,
        &[
            "score",
            "rating",
            "rate",
            "rated",
            "stars",
            "grade",
            "points",
            "betyg",
            "poäng",
            "omdöme",
            "stjärnor",
            "امتیاز",
            "نمره",
            "ستاره",
            "تقییم",
            "درجه",
            "نقاط",
            "نجوم",
        ],
    ),
    (
        Hint::Text,
        &[
            "comment",
            "comments",
            "feedback",
            "verbatim",
            "text",
            "reason",
            "why",
            "remarks",
            "review",
            "narrative",
            "suggestion",
            "suggestions",
            "improve",
            "message",
            "answer text",
            "open ended",
            "kommentar",
            "kommentarer",
            "varför",
            "motivering",
            "fritext",
            "synpunkt",
            "synpunkter",
            "återkoppling",
            "förslag",
            "نظر",
            "نظرات",
            "دیدگاه",
            "توضیح",
            "توضیحات",
            "دلیل",
            "چرا",
            "پیشنهاد",
            "متن",
            "تعلیق",
            "تعلیقات",
            "ملاحظات",
            "رای",
            "سبب",
            "لماذا",
            "اقتراح",
            "مقترحات",
        ],
    ),
    (
        Hint::Count,
        &[
            "number",
            "count",
            "num",
            "qty",
            "quantity",
            "amount",
            "age",
            "tenure",
            "year",
            "years",
            "month",
            "months",
            "week",
            "weekday",
            "day",
            "days",
            "hour",
            "hours",
            "minute",
            "minutes",
            "price",
            "cost",
            "tier",
            "floor",
            "size",
            "delay",
            "distance",
            "duration",
            "orders",
            "visits",
            "zip",
            "postal",
            "quarter",
            "rank",
            "index",
            "level",
            "antal",
            "ålder",
            "belopp",
            "år",
            "månad",
            "pris",
            "postnummer",
            "تعداد",
            "سن",
            "مبلغ",
            "سال",
            "ماه",
            "قیمت",
            "عدد",
            "عمر",
            "شهر",
            "سنه",
            "سعر",
        ],
    ),
];

/// What a name hints at.
pub(super) fn hints(name: &str) -> Vec<Hint> {
    let words = words(name);
    let joined = words.join(" ");
    let hits = |entry: &str| {
        if let Some(whole) = entry.strip_prefix('=') {
            return joined == whole;
        }
        if entry.contains(' ') {
            return format!(" {joined} ").contains(&format!(" {entry} "));
        }
        let open = entry.chars().count() >= 5;
        words.iter().any(|word| *word == *entry || open && word.starts_with(entry))
    };
    WORDS.iter().filter(|(_, entries)| entries.iter().any(|entry| hits(entry))).map(|(hint, _)| *hint).collect()
}

/// The words of a name in lower case: split at anything but letters and digits and where small letters turn into
/// capitals; Arabic and Persian spellings folded into one, the Arabic article dropped.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in parse_digits(name).chars() {
        if !c.is_alphanumeric() || (small && c.is_uppercase()) {
            words.push(std::mem::take(&mut word));
        }
        small = c.is_lowercase();
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase().map(folded));
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    for word in &mut words {
        if let Some(rest) = word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3) {
            *word = rest.to_owned();
        }
    }
    words
}

fn folded(c: char) -> char {
    match c {
        'ي' | 'ى' | 'ئ' => 'ی',
        'ك' => 'ک',
        'ة' | 'ۀ' => 'ه',
        'أ' | 'إ' | 'آ' => 'ا',
        c => c,
    }
}

/// Whether the name is a question of some length.
pub(super) fn asks(name: &str) -> bool {
    name.trim_end().ends_with(['?', '؟']) && name.split_whitespace().count() >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hint_in_four_languages() {
        for (name, hint) in [
            ("NPS_SCORE", Hint::Nps),
            ("npsScore", Hint::Nps),
            ("How likely are you to recommend us?", Hint::Nps),
            ("Skulle du rekommendera oss?", Hint::Nps),
            ("احتمال توصیه به دوستان", Hint::Nps),
            ("betyg", Hint::Score),
            ("امتیاز", Hint::Score),
            ("التقييم", Hint::Score),
            ("تقييم", Hint::Score),
            ("Kommentarer", Hint::Text),
            ("نظر", Hint::Text),
            ("نظر شما", Hint::Text),
            ("تعليق", Hint::Text),
            ("التعليق", Hint::Text),
            ("text", Hint::Text),
            ("Datum", Hint::Time),
            ("تاریخ", Hint::Time),
            ("التاريخ", Hint::Time),
            ("CUSTOMER_RESPONSE_DATE", Hint::Answered),
            ("EndDate", Hint::Time),
            ("RecordedDate", Hint::Answered),
            ("Svarsdatum", Hint::Answered),
            ("customerID", Hint::Contact),
            ("کد مشتری", Hint::Contact),
            ("ResponseId", Hint::Id),
            ("E-mail", Hint::Email),
            ("e-post", Hint::Email),
            ("SatisfactionScore", Hint::Csat),
            ("Kundnöjdhet", Hint::Csat),
            ("رضایت", Hint::Csat),
            ("CES", Hint::Ces),
            ("Språk", Hint::Language),
            ("اللغة", Hint::Language),
            ("case:channel", Hint::Channel),
            ("Touchpoint", Hint::Touchpoint),
            ("NumberOfAddress", Hint::Count),
            ("Numberofreferrals", Hint::Count),
        ] {
            assert!(hints(name).contains(&hint), "{name}: {:?} of {:?}", hints(name), words(name));
        }
        for name in ["Cleanliness", "Gate Location", "On-board Service", "Qtr", "Partner", "Ease of Online Booking"] {
            assert_eq!(hints(name), [], "{name}");
        }
    }
}
