//! Words after which something personal stands, and words after which a number is none of it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::Words;
use crate::fold;

/// What a cue announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    Phone,
    National,
    Licence,
    Name,
    /// A signature: the name stands at the end.
    Signed,
    Address,
    /// The number of an order, a flight, a version: nobody's.
    Order,
}

const CUES: [(Cue, &[&str]); 7] = [
    (
        Cue::Phone,
        &[
            "phone",
            "phone number",
            "telephone",
            "tel",
            "mobile",
            "cell",
            "cellphone",
            "call me",
            "call me on",
            "call me at",
            "text me",
            "ring me",
            "whatsapp",
            "my number",
            "contact number",
            "reach me",
            "تلفن",
            "تلفنم",
            "موبایل",
            "موبایلم",
            "همراه",
            "شماره تماس",
            "شماره‌ام",
            "شماره من",
            "شمارم",
            "شماره همراه",
            "تماس بگیرید",
            "زنگ بزنید",
            "واتساپ",
            "شماره تلفن",
            "شماره موبایل",
            "گوشیم",
            "هاتف",
            "هاتفي",
            "جوال",
            "جوالي",
            "رقمي",
            "موبايل",
            "موبايلي",
            "رقم الهاتف",
            "رقم الجوال",
            "اتصلوا بي",
            "اتصل بي",
            "واتس",
            "واتساب",
            "تلفوني",
            "رقم هاتفي",
            "رقم جوالي",
            "telefon",
            "telefonnummer",
            "mobil",
            "mobilnummer",
            "tfn",
            "ring",
            "ring mig",
            "nå mig",
            "mitt nummer",
            "sms:a",
            "kontakta mig",
        ],
    ),
    (
        Cue::National,
        &[
            "national id",
            "ssn",
            "social security",
            "social security number",
            "id number",
            "national number",
            "کد ملی",
            "کدملی",
            "شماره ملی",
            "کد ملیم",
            "کد ملی من",
            "شماره شناسنامه",
            "رقم الهوية",
            "الهوية الوطنية",
            "هويتي",
            "رقم هويتي",
            "الرقم القومي",
            "الرقم الوطني",
            "رقم الإقامة",
            "personnummer",
            "personnr",
            "mitt personnummer",
            "samordningsnummer",
        ],
    ),
    (
        Cue::Licence,
        &[
            "passport",
            "passport number",
            "passport no",
            "driving licence",
            "driver's license",
            "drivers license",
            "driver license",
            "licence number",
            "license number",
            "licence no",
            "license plate",
            "number plate",
            "گذرنامه",
            "پاسپورت",
            "شماره گذرنامه",
            "شماره پاسپورت",
            "گواهینامه",
            "شماره گواهینامه",
            "پلاک ماشین",
            "پلاک خودرو",
            "جواز السفر",
            "جواز سفر",
            "جواز سفري",
            "رقم الجواز",
            "رخصة القيادة",
            "رخصة",
            "رقم الرخصة",
            "لوحة السيارة",
            "pass",
            "passnummer",
            "körkort",
            "körkortsnummer",
            "regnr",
            "registreringsnummer",
        ],
    ),
    (
        Cue::Name,
        &[
            "my name is",
            "my name's",
            "name is",
            "my full name is",
            "i am called",
            "i'm called",
            "اسم من",
            "اسمم",
            "نام من",
            "نامم",
            "اسم بنده",
            "نام بنده",
            "نام و نام خانوادگی",
            "اسمي",
            "أنا اسمي",
            "اسمي هو",
            "واسمي",
            "اسمي الكامل",
            "jag heter",
            "mitt namn är",
            "jag heter alltså",
        ],
    ),
    (
        Cue::Signed,
        &[
            "regards",
            "kind regards",
            "best regards",
            "sincerely",
            "yours sincerely",
            "yours truly",
            "با احترام",
            "با تشکر",
            "مع تحياتي",
            "مع خالص التحية",
            "mvh",
            "med vänlig hälsning",
            "vänliga hälsningar",
            "hälsningar",
            "vänligen",
        ],
    ),
    (
        Cue::Address,
        &[
            "my address is",
            "address is",
            "my home address is",
            "i live at",
            "deliver to",
            "address",
            "آدرس من",
            "آدرسم",
            "آدرس",
            "نشانی",
            "نشانی من",
            "آدرس منزل",
            "کد پستی",
            "کدپستی",
            "عنواني",
            "عنوان منزلي",
            "عنوان بيتي",
            "العنوان",
            "أسكن في",
            "min adress är",
            "min adress",
            "adress",
            "jag bor på",
        ],
    ),
    (
        Cue::Order,
        &[
            "order",
            "order number",
            "order no",
            "order id",
            "invoice",
            "tracking",
            "tracking number",
            "ref",
            "reference",
            "ticket",
            "case",
            "booking",
            "receipt",
            "serial",
            "model",
            "version",
            "flight",
            "sku",
            "product",
            "item",
            "code",
            "parcel",
            "build",
            "account balance",
            "id",
            "سفارش",
            "شماره سفارش",
            "سفارشم",
            "فاکتور",
            "پیگیری",
            "کد پیگیری",
            "شماره پیگیری",
            "کد رهگیری",
            "رهگیری",
            "مرسوله",
            "تیکت",
            "سریال",
            "مدل",
            "نسخه",
            "پرواز",
            "رسید",
            "شناسه",
            "کد محصول",
            "طلب",
            "الطلب",
            "طلبي",
            "رقم الطلب",
            "طلبية",
            "فاتورة",
            "الفاتورة",
            "رقم التتبع",
            "التتبع",
            "حجز",
            "الحجز",
            "تذكرة",
            "التذكرة",
            "شحنة",
            "الشحنة",
            "الإصدار",
            "موديل",
            "رحلة",
            "beställning",
            "beställningsnummer",
            "ordernummer",
            "ordernr",
            "orden",
            "faktura",
            "fakturanummer",
            "ärende",
            "ärendenummer",
            "bokning",
            "bokningsnummer",
            "kvitto",
            "spårningsnummer",
            "kollinummer",
            "artikelnummer",
            "serienummer",
            "modell",
            "flyg",
        ],
    ),
];

type Table = HashMap<String, Vec<(Vec<String>, Cue)>>;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::new();
        for (cue, phrases) in CUES {
            for phrase in phrases {
                let words: Vec<String> = Words::of(phrase).words.into_iter().map(|word| word.folded).collect();
                table.entry(words[0].clone()).or_default().push((words, cue));
            }
        }
        // The longest first: "order number" before "order".
        table.values_mut().for_each(|list| list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        table
    })
}

/// Whether `text` may hold a cue for a name, which needs no digit.
pub fn any(text: &str) -> bool {
    static FIRSTS: OnceLock<Vec<String>> = OnceLock::new();
    let firsts = FIRSTS.get_or_init(|| {
        let named = CUES.iter().filter(|(cue, _)| matches!(cue, Cue::Name | Cue::Signed | Cue::Address));
        let longest = |phrase: &&&str| fold(phrase.split(' ').max_by_key(|word| word.len()).unwrap_or_default());
        let mut firsts: Vec<String> = named.flat_map(|(_, list)| list.iter()).map(|phrase| longest(&phrase)).collect();
        firsts.sort_unstable();
        firsts.dedup();
        firsts
    });
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| firsts.binary_search_by(|first| (**first).cmp(word)).is_ok())
}

/// The cue that begins with the word `at`, and how many words it takes.
pub fn cue(words: &Words, at: usize) -> Option<(Cue, usize)> {
    let list = table().get(&words.words.get(at)?.folded)?;
    list.iter().find_map(|(phrase, cue)| {
        let taken = words.phrase(at, phrase);
        (taken > 0).then_some((*cue, taken))
    })
}

/// The nearest cue for a number among the four words before the word `at` in its sentence.
pub fn before(words: &Words, at: usize) -> Option<Cue> {
    let mut found = None;
    let mut first = at;
    while first > 0 && at - first < 5 && words.same_sentence(first - 1) {
        first -= 1;
    }
    let mut here = first;
    while here < at {
        match cue(words, here) {
            Some((cue, taken)) => {
                if matches!(cue, Cue::Phone | Cue::National | Cue::Licence | Cue::Order | Cue::Address) {
                    found = Some(cue);
                }
                here += taken;
            }
            None => here += 1,
        }
    }
    found
}
