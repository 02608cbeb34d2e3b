//! E-mail addresses, languages and channels as people write them.

use kernel::signal::CHANNELS;
use kernel::survey::key_from;

/// Longest address by RFC 5321.
const EMAIL_MAX: usize = 254;

/// Names of languages in the languages of the product.
const LANGUAGES: [(&str, &[&str]); 10] = [
    ("en", &["english", "engelska", "انگلیسی", "الإنجليزية", "انجليزي"]),
    ("fa", &["persian", "farsi", "persiska", "فارسی", "فارسي", "الفارسية"]),
    ("ar", &["arabic", "arabiska", "عربی", "العربية", "عربي"]),
    ("sv", &["swedish", "svenska", "سوئدی", "السويدية"]),
    ("de", &["german", "deutsch", "tyska"]),
    ("fr", &["french", "français", "franska"]),
    ("es", &["spanish", "español", "spanska"]),
    ("tr", &["turkish", "türkçe", "turkiska"]),
    ("fi", &["finnish", "suomi", "finska"]),
    ("nb", &["norwegian", "norsk", "norska"]),
];

/// Other words for the channels of [`CHANNELS`].
const CHANNEL_WORDS: [(&str, &[&str]); 4] = [
    ("email", &["e-mail", "mail", "epost", "e-post", "mejl", "ایمیل", "بريد", "البريد الإلكتروني"]),
    ("sms", &["text message", "پیامک", "رسالة نصية"]),
    ("web", &["website", "webb", "online", "internet", "وب", "وب‌سایت", "موقع"]),
    ("qr", &["qr code", "qr-kod"]),
];

/// Whether `text` is shaped like one address. Whether it exists shows when something is sent.
pub(in super::super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.trim().split_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '@' | ',' | ';' | '<' | '>' | '"');
    text.len() <= EMAIL_MAX
        && !local.is_empty()
        && domain.split('.').count() >= 2
        && domain.split('.').all(|label| !label.is_empty())
        && text.trim().chars().filter(|c| *c == '@').count() == 1
        && local.chars().all(plain)
        && domain.chars().all(plain)
}

/// A BCP 47 tag in lower case from a tag (`sv-SE`, `en_GB`) or a language's name.
pub(in super::super) fn language(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let name = text.split([' ', '(']).next().unwrap_or_default();
    if let Some((tag, _)) = LANGUAGES.iter().find(|(_, names)| names.contains(&name)) {
        return Some((*tag).to_owned());
    }
    let tag = text.replace('_', "-");
    let mut parts = tag.split('-');
    let primary =
        parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_lowercase()));
    let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary && rest && tag.len() <= 35).then_some(tag)
}

/// A channel of ours where the word means one, else the word as a key.
pub(super) fn channel(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let ours = CHANNELS.into_iter().find(|channel| *channel == text);
    let meant = || CHANNEL_WORDS.iter().find(|(_, words)| words.contains(&text.as_str())).map(|(channel, _)| *channel);
    ours.or_else(meant).map(str::to_owned).or_else(|| Some(key_from(&text))).filter(|key| !key.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for text in ["a@b.se", "Anna.Ek+x@example.co.uk", "علی@مثال.ایران"] {
            assert!(is_email(text), "{text}");
        }
        for text in ["a@b", "@b.se", "a b@c.se", "a@b@c.se", "a@b..se", "Anna <a@b.se>", ""] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn languages_and_channels() {
        for (text, tag) in
            [("SV", "sv"), ("en_GB", "en-gb"), ("Svenska", "sv"), ("فارسی", "fa"), ("English (UK)", "en")]
        {
            assert_eq!(language(text).as_deref(), Some(tag), "{text}");
        }
        assert_eq!(language("Klingon?"), None);
        for (text, key) in [("E-post", "email"), ("QR", "qr"), ("Call centre", "call_centre")] {
            assert_eq!(channel(text).as_deref(), Some(key), "{text}");
        }
        assert_eq!(channel("!"), None);
    }
}
