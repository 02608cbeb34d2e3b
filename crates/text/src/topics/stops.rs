//! Words that carry no topic by themselves, folded, by language. Negations are not among them: `not working` is what
//! people complain about.

const EN: &str = "a an the and or but if then so because as of at by for with about into to from in on off over under \
    out up down again further here there when where why how all any both each few more most other some such only own \
    same than too very s t just can could will would should shall may might must i i'm i've i'd me my myself we we're \
    we've our ours us you you're your yours he him his she her hers it it's its they they're them their theirs what \
    which who whom this that that's these those am is are was were be been being have has had having do does did doing \
    while during before after between through also even really quite much many lot lots get got getting go went one \
    two let ever still always every thing things way well back due per etc though although however yes ok okay yet";
const FA: &str = "و یا اما ولی اگر که تا چون برای از به در با بر را رو هم نیز این ان اون ایا من تو او ما شما انها \
    اونا ایشان خود خودم خودش خودشون همه هر هیچ چند چه چی چرا کجا کی کدام یک یه دو است هست هستم هستند بود بودم بودند \
    بودن باشد باشه باشم شد شده شدم میشه می‌شود کرد کردم کردند کرده کنم کند کنند کنید کنه دارد داره دارم داشت داشتم \
    دارند میکنم خیلی بسیار فقط البته پس هنوز دیگر دیگه همین همان همون اینکه وقتی بعد قبل بین روی زیر بالا پایین طور \
    جوری مثل واقعا واقعاً حتی باید شاید می ها های ای ام ات اش اند سلام لطفا ممنون خب دوباره اینجا انجا اونجا شون";
const AR: &str = "و او ام ثم لکن ولکن اذا ان انه انها انهم کان کانت کانوا یکون تکون یکن تکن من الی الی عن علی فی مع ب ل ک \
    هذا هذه ذلک تلک هولاء هنا هناک هو هی هم هن انا نحن انت انتم کل بعض ای ایضا جدا فقط قد لقد سوف حتی عند عندما لدی \
    لدیهم لدینا کما حیث الذی التی الذین ما ماذا متی این کیف لماذا بعد قبل بین تحت فوق خلال منذ لان بسبب مثل غیره کثیر \
    کثیرا اکثر جمیع شیء وهو وهی وکان وکانت به بها له لها لهم فیه فیها منه منها علیه علیها الا یوجد تم کنا کنت لی لنا";
const SV: &str = "och eller men om så för att av på i till från med vid under över mellan efter innan före ut upp ner in \
    det den de dem denna detta dessa en ett vi oss vår vårt våra jag mig min mitt mina du dig din ditt dina ni er ert \
    era han honom hans hon henne hennes man sin sitt sina som vad vem vilken vilket vilka när där här hur varför är var \
    varit vara blir blev bli blivit har hade ha haft kan kunde ska skulle vill ville måste får fick få gör gjorde göra \
    mycket väldigt bara också även lite mer mest många alla allt allting något någon några varje samma annan andra \
    sedan då nu än ju väl dock ändå redan alltid kom går gick helt ganska riktigt två hos";

/// Negations of the four languages, which stay.
const KEPT: &str = "not no never none nothing without don't didn't doesn't isn't wasn't can't couldn't won't نه نبود \
    نیست ندارد نداره نداشت نشد نکرد بدون بی هیچ لا لم لن لیس لیست غیر بدون ما مو مش inte ej aldrig ingen inget inga utan";

/// The words of `language` that carry no topic; those of all four for another one.
pub(super) fn stops(language: &str) -> std::collections::HashSet<String> {
    let lists: &[&str] = match language {
        "en" => &[EN],
        "fa" => &[FA],
        "ar" => &[AR],
        "sv" => &[SV],
        _ => &[EN, FA, AR, SV],
    };
    // As words are spelled: without the blank that a non-joiner becomes.
    let spell = |word: &str| crate::fold(word).replace(' ', "");
    let kept: Vec<String> = KEPT.split_whitespace().map(spell).collect();
    let words = lists.iter().flat_map(|list| list.split_whitespace()).map(spell);
    words.filter(|word| !kept.contains(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::stops;

    #[test]
    fn negations_stay_words() {
        for (language, word) in
            [("en", "not"), ("fa", "نبود"), ("ar", "لا"), ("ar", "ما"), ("sv", "inte"), ("und", "ej")]
        {
            assert!(!stops(language).contains(word), "{word}");
        }
        assert!(stops("en").contains("the") && stops("ar").contains("فی") && !stops("sv").contains("mat"));
    }
}
