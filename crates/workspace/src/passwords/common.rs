//! Passwords that everybody tries first.

use kernel::format::parse_digits;

/// Words that stay guessable with digits and signs around them. The readers' four languages, and keyboards of each.
const WORDS: &[&str] = &[
    // English.
    "password",
    "passwort",
    "passw0rd",
    "p@ssword",
    "p@ssw0rd",
    "mypassword",
    "passwordpassword",
    "secret",
    "topsecret",
    "letmein",
    "letmeinnow",
    "welcome",
    "welcomehome",
    "changeme",
    "changemenow",
    "iloveyou",
    "iloveyousomuch",
    "administrator",
    "admin",
    "adminadmin",
    "superuser",
    "master",
    "football",
    "baseball",
    "basketball",
    "sunshine",
    "princess",
    "superman",
    "batman",
    "starwars",
    "dragon",
    "monkey",
    "summer",
    "winter",
    "spring",
    "autumn",
    "trustno1",
    "whatever",
    "computer",
    "internet",
    "manchester",
    "liverpool",
    "chocolate",
    "butterfly",
    "restaurant",
    "customer",
    "feedback",
    "correcthorsebatterystaple",
    // Keyboards.
    "qwertyuiop",
    "qwertyuiopå",
    "qwerty",
    "qwertyqwerty",
    "qwertz",
    "azerty",
    "azertyuiop",
    "asdfghjkl",
    "asdfghjklö",
    "zxcvbnm",
    "asdfasdf",
    "qazwsxedc",
    "qazwsxedcrfv",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "q1w2e3r4t5",
    "zaq12wsx",
    "qweasdzxc",
    "ضصثقفغعهخح",
    "شسیبلاتنمک",
    "ضصثقفغعهخحج",
    "شسيبلاتنمك",
    // Swedish.
    "lösenord",
    "losenord",
    "lösenordet",
    "hemligt",
    "hemlighet",
    "välkommen",
    "valkommen",
    "älskling",
    "alskling",
    "sommar",
    "stockholm",
    "göteborg",
    "goteborg",
    "hammarby",
    "djurgården",
    "fotboll",
    "jagälskardig",
    "jagalskardig",
    "hejhejhej",
    "blomma",
    "sverige",
    // Persian, in its letters and in Latin ones.
    "گذرواژه",
    "رمزعبور",
    "پسورد",
    "دوستتدارم",
    "عاشقتم",
    "ایران",
    "پرسپولیس",
    "استقلال",
    "تهران",
    "سلامسلام",
    "خوشآمدید",
    "ramzobor",
    "ramzoboor",
    "doostetdaram",
    "dooset",
    "asheghetam",
    "persepolis",
    "esteghlal",
    "iraniran",
    "tehran",
    "salamsalam",
    "khodaya",
    "khoshamadid",
    // Arabic, in its letters and in Latin ones.
    "كلمةالمرور",
    "كلمةالسر",
    "كلمةسر",
    "مرحبا",
    "مرحبامرحبا",
    "حبيبي",
    "حبيبتي",
    "احبك",
    "بسمالله",
    "محمد",
    "الحمدلله",
    "habibi",
    "habibti",
    "marhaba",
    "bismillah",
    "alhamdulillah",
    "mohammed",
    "muhammad",
    "kalimatalsir",
    // This product.
    "nabz",
    "nabznabz",
    "nabzadmin",
];

/// Fewer different characters than this are a pattern.
const DIFFERENT_MIN: usize = 4;

/// Whether a password, already in NFKC, is one that is tried first: a known word with digits and signs around it, a
/// run such as `abcdefghij`, the same few characters again and again, or one of the `personal` words.
pub(super) fn is_common(password: &str, personal: &[&str]) -> bool {
    let plain = plain(password);
    let core = plain.trim_matches(|c: char| !c.is_alphabetic());
    let known = |word: &str| !word.is_empty() && (word == plain || word == core);
    let mut different: Vec<char> = plain.chars().collect();
    different.sort_unstable();
    different.dedup();
    different.len() < DIFFERENT_MIN
        || is_run(&plain)
        || WORDS.iter().any(|word| known(word))
        || personal.iter().flat_map(|words| parts(words)).any(|word| known(&word))
}

/// Lower case, ASCII digits, no spaces and joiners: how a guesser tries a word.
fn plain(password: &str) -> String {
    let digits = parse_digits(&password.to_lowercase());
    digits.chars().filter(|c| !c.is_whitespace() && *c != '\u{200c}' && *c != '_' && *c != '-').collect()
}

/// A name as a whole and an address as a whole, before its `@`, and before its dot.
fn parts(words: &str) -> Vec<String> {
    let whole = plain(words);
    let host = words.split_once('@').map(|(local, host)| (plain(local), plain(host.split('.').next().unwrap_or(host))));
    let (local, host) = host.unwrap_or_default();
    vec![whole, local, host]
}

/// Each character follows the one before, upwards or downwards; 0 follows 9.
fn is_run(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    let step = |pair: &[i64], by: i64| pair[1] - pair[0] == by || (pair[1] - pair[0]) == -9 * by;
    codes.len() > 1 && [1, -1].into_iter().any(|by| codes.windows(2).all(|pair| step(pair, by)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_tries_is_refused() {
        let bad = [
            "Password123!",
            "1234567890",
            "0987654321",
            "abcdefghijkl",
            "aaaaaaaaaaaa",
            "1212121212",
            "Sommar2026!!",
            "لوله",
            "دوستت‌ دارم۱۲۳",
            "۱۲۳۴۵۶۷۸۹۰",
            "كلمة المرور 1",
            "qwertyuiop",
            "Nabz-2026-2026",
            "!!letmein!!1",
        ];
        for password in bad.iter().filter(|password| password.chars().count() >= 10) {
            assert!(is_common(password, &[]), "{password}");
        }
    }

    #[test]
    fn ones_own_name_and_address_are_no_secret() {
        let personal = ["sara.lindqvist@mizban.example", "Sara Lindqvist", "Mizban Restaurants"];
        for password in ["Sara Lindqvist 1", "sara.lindqvist@mizban.example", "mizbanrestaurants", "mizban2026!!"] {
            assert!(is_common(password, &personal), "{password}");
        }
        assert!(!is_common("mizban opens at noon", &personal));
    }

    #[test]
    fn an_ordinary_phrase_is_taken() {
        for password in ["tre gröna äpplen", "کلید باغ آلبالو", "the tea was cold", "مفتاح باب الحديقة", "x9#kLq27fPz"]
        {
            assert!(!is_common(password, &[]), "{password}");
        }
    }
}
