//! People complain and praise by telling what happened, without a word that feels. Such texts must not be taken for
//! their opposite. None of these was trained on.

use text::{Reader, Sentiment};

const COMPLAINTS: [(&str, &[&str]); 4] = [
    (
        "en",
        &[
            "The table had crumbs from the last guests on it.",
            "It took them three weeks to send a spare screw.",
            "I stood in line for an hour and then the counter closed.",
            "They put us in a room over the loading dock.",
            "My order has said preparing since last Friday.",
            "The soup came without a spoon and nobody walked by.",
            "I have explained my problem to six people by now.",
            "The handle fell off on the second morning.",
            "Twice a week the page does not load at all.",
            "The train left without us while we queued for the ticket machine.",
            "The sheets had not been changed since the guests before us.",
            "I asked for the vegetarian one and found ham in it.",
            "The shelf is two centimetres too long for the cupboard.",
            "The meter on my bill is not the meter in my cellar.",
            "You can smell the drains from the lobby.",
            "They said tomorrow, and the next day they said tomorrow.",
        ],
    ),
    (
        "fa",
        &[
            "میز هنوز خرده‌های غذای مشتری قبلی رویش بود",
            "برای یک پیچ سه هفته منتظر ماندم",
            "یک ساعت توی صف بودم و باجه را بستند",
            "اتاقمان بالای پارکینگ بود و تا صبح صدای ماشین می‌آمد",
            "از جمعه نوشته در حال آماده‌سازی",
            "سوپ را بدون قاشق آوردند و کسی از کنار ما رد نشد",
            "تا حالا مشکلم را برای شش نفر توضیح داده‌ام",
            "دسته‌اش صبح روز دوم جدا شد",
            "هفته‌ای دو بار صفحه اصلا باز نمی‌شود",
            "تا بلیت بگیریم قطار رفت",
            "ملحفه‌ها را از مسافر قبلی عوض نکرده بودند",
            "گفته بودم گیاهی، وسطش کالباس بود",
            "طبقه‌اش دو سانت از کمد بلندتر است",
            "از لابی بوی فاضلاب می‌آمد",
            "گفتند فردا، فردا هم گفتند فردا",
            "غذا که رسید نصفش توی پلاستیک ریخته بود",
        ],
    ),
    (
        "ar",
        &[
            "الطاولة عليها فتات من الزبائن اللي قبلنا",
            "ثلاثة أسابيع وأنا أنتظر برغيا واحدا",
            "وقفت في الطابور ساعة ثم أغلقوا الشباك",
            "أعطونا غرفة فوق موقف الشاحنات",
            "من يوم الجمعة والطلب مكتوب عليه قيد التحضير",
            "جابوا الشوربة بدون ملعقة وما مر علينا أحد",
            "شرحت مشكلتي لستة موظفين حتى الآن",
            "المقبض طلع بيدي ثاني يوم",
            "الصفحة ما تفتح إلا بعد خمس محاولات",
            "على ما طلعنا التذاكر القطر كان مشي",
            "الملايات هي هي من النزيل اللي قبلنا",
            "طلبت من غير لحمة ولقيت فيها لحمة",
            "الرف أطول من الدولاب باتنين سنتي",
            "ريحة المجاري واصلة عاللوبي",
            "قالوا بكرا وبكرا قالوا بكرا",
            "نصف الوجبة كان مسكوبا داخل الكيس",
        ],
    ),
    (
        "sv",
        &[
            "Det låg smulor på bordet efter gästerna före oss.",
            "Det tog tre veckor att få en skruv.",
            "Jag stod i kö i en timme och då stängde luckan.",
            "Vi fick rummet ovanför lastkajen.",
            "Sedan i fredags står det att min order behandlas.",
            "Soppan kom utan sked och ingen gick förbi.",
            "Jag har förklarat problemet för sex personer nu.",
            "Handtaget ramlade av andra morgonen.",
            "Två gånger i veckan går sidan inte att öppna.",
            "Tåget gick medan vi köade till biljettautomaten.",
            "Lakanen var kvar sedan gästerna före oss.",
            "Jag bad om den vegetariska och hittade skinka i den.",
            "Hyllan är två centimeter för lång för skåpet.",
            "Mätaren på fakturan är inte den som sitter i min källare.",
            "Det luktar avlopp ända ut i lobbyn.",
            "De sa i morgon, och dagen efter sa de i morgon.",
        ],
    ),
];

const PRAISE: [(&str, &[&str]); 4] = [
    (
        "en",
        &[
            "Sorted before I had put the phone down.",
            "The spare part was in my letterbox the next morning.",
            "We have been going there every Friday for six years.",
            "My son would not take it off, not even in bed.",
            "They opened the kitchen again for us at eleven at night.",
            "I ordered two more for my parents.",
        ],
    ),
    (
        "fa",
        &[
            "هنوز تلفن را قطع نکرده بودم که درست شد",
            "قطعه یدکی فردا صبحش دستم بود",
            "شش سال است هر جمعه می‌رویم همان‌جا",
            "پسرم حتی موقع خواب هم درش نمی‌آورد",
            "ساعت یازده شب دوباره آشپزخانه را برای ما باز کردند",
            "دو تای دیگر هم برای پدر و مادرم سفارش دادم",
        ],
    ),
    (
        "ar",
        &[
            "قبل ما أسكر الخط كانت المشكلة محلولة",
            "القطعة وصلتني صباح اليوم التالي",
            "ست سنين وكل جمعة نتغدى عندهم",
            "ولدي ما يفصخها حتى وهو نايم",
            "فتحوا المطبخ عشاننا من جديد الساعة حداشر بالليل",
            "طلبت اتنين كمان لبابا وماما",
        ],
    ),
    (
        "sv",
        &[
            "Det var klart innan jag hade lagt på luren.",
            "Reservdelen låg i brevlådan morgonen därpå.",
            "Vi har gått dit varje fredag i sex år.",
            "Sonen tar inte av sig den ens när han sover.",
            "De öppnade köket igen för vår skull klockan elva på kvällen.",
            "Jag beställde två till åt mina föräldrar.",
        ],
    ),
];

/// How many of `texts` are `wanted` or unclear, and how many are `wanted`; the rest in words.
fn counted(language: &str, texts: &[&str], wanted: Sentiment) -> (usize, usize, Vec<String>) {
    let reader = Reader::new();
    let (mut fit, mut hit, mut rest) = (0, 0, Vec::new());
    for text in texts {
        let said = reader.judge(text, Some(language));
        assert_eq!(said.language, language, "{text}");
        hit += usize::from(said.sentiment == Some(wanted));
        if said.sentiment == Some(wanted) || said.set.len() > 1 {
            fit += 1;
        } else {
            rest.push(format!("{text} {:?} {:?}", said.sentiment, said.score));
        }
    }
    (fit, hit, rest)
}

#[test]
fn complaints_without_a_bad_word_are_negative_or_unclear() {
    for (language, texts) in COMPLAINTS {
        let (fit, hit, rest) = counted(language, texts, Sentiment::Neg);
        println!("{language}: {fit} of {} negative or unclear, {hit} negative", texts.len());
        // Four in five, and a third of all outright.
        assert!(fit * 5 >= texts.len() * 4 && hit * 3 >= texts.len(), "{language}: {fit}, {hit}: {rest:#?}");
    }
}

#[test]
fn praise_without_a_good_word_is_positive_or_unclear() {
    for (language, texts) in PRAISE {
        let (fit, hit, rest) = counted(language, texts, Sentiment::Pos);
        println!("{language}: {fit} of {} positive or unclear, {hit} positive", texts.len());
        // Harder: what happens fast, often or again must be understood.
        assert!(fit * 3 >= texts.len() * 2, "{language}: {fit}, {hit}: {rest:#?}");
    }
}
