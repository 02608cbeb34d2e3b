//! What somebody wrote, without the mails that they quote and their signature. In English, Persian, Arabic and Swedish, in
//! both directions; where in doubt, text stays.

/// A text and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// What the sender wrote themselves.
    pub own: String,
    /// Whether that is less than all.
    pub is_cut: bool,
}

/// Verbs that end the line over a quoted mail: "… wrote:".
const WROTE: [&str; 10] = ["wrote", "writes", "skrev", "skriver", "نوشت", "نوشته", "نوشته است", "كتب", "كتبت", "کتب"];
/// Beginnings of such a line; fa and ar put the verb before the name as well.
const ON: [&str; 8] = ["on ", "den ", "le ", "am ", "در ", "في ", "فی ", "بتاريخ "];
/// The line over a mail that is quoted or forwarded whole.
const ORIGINAL: [&str; 10] = [
    "original message",
    "forwarded message",
    "ursprungligt meddelande",
    "vidarebefordrat meddelande",
    "پیام اصلی",
    "پیام هدایت‌شده",
    "پیام فوروارد شده",
    "الرسالة الأصلية",
    "رسالة أصلية",
    "رسالة معاد توجيهها",
];
/// First and following names of a quoted head.
const FROM: [&str; 6] = ["from:", "från:", "از:", "فرستنده:", "من:", "المرسل:"];
const NEXT: [&str; 16] = [
    "sent:",
    "date:",
    "to:",
    "subject:",
    "skickat:",
    "datum:",
    "till:",
    "ämne:",
    "تاریخ:",
    "ارسال:",
    "به:",
    "موضوع:",
    "التاريخ:",
    "تاريخ الإرسال:",
    "إلى:",
    "الموضوع:",
];
/// Signatures that telephones write.
const SENT_FROM: [&str; 8] = [
    "sent from my ",
    "get outlook for ",
    "skickat från min ",
    "skickat fran min ",
    "ارسال شده از ",
    "فرستاده شده از ",
    "أرسلت من ",
    "تم الإرسال من ",
];
/// Lines that a wrapped "On … wrote:" may take.
const WRAPPED_MAX: usize = 3;
/// A line over a quoted mail is not longer than this.
const OVER_CHARS_MAX: usize = 300;

/// Divides a text.
pub fn split(text: &str) -> Split {
    let lines: Vec<&str> = text.lines().collect();
    let plain: Vec<String> = lines.iter().map(|line| bare(line)).collect();
    let mut own: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if is_rest(&plain, at) {
            break;
        }
        if let Some(over) = is_over(&plain, at) {
            let next = plain[at + over..].iter().position(|line| !line.is_empty()).map(|after| at + over + after);
            match next {
                // Quoted lines follow, and perhaps more of their own under them.
                Some(next) if is_quoted(&plain[next]) => {
                    at = next;
                    continue;
                }
                // Quoted without marks, as HTML does: all of the rest.
                _ => break,
            }
        }
        if !is_quoted(&plain[at]) {
            own.push(lines[at]);
        }
        at += 1;
    }
    let kept = own.join("\n").trim().to_owned();
    if kept.is_empty() {
        // Nothing would be left: better too much.
        return Split { own: text.trim().to_owned(), is_cut: false };
    }
    Split { is_cut: kept != text.trim(), own: kept }
}

/// A line without the invisible marks of direction, in lower case.
fn bare(line: &str) -> String {
    let mark =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let line: String = line.chars().filter(|c| !mark(*c)).map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
    line.trim().to_lowercase()
}

fn is_quoted(line: &str) -> bool {
    line.starts_with('>') || line.starts_with('|') && line[1..].starts_with(' ')
}

/// Whether everything from here on is a signature or a mail that is quoted whole.
fn is_rest(lines: &[String], at: usize) -> bool {
    let line = lines[at].as_str();
    let is_signature = line == "--" || line == "—" && at > 0 || starts_with(line, &SENT_FROM);
    let is_ruled = line.len() >= 20 && line.chars().all(|c| c == '_');
    let dashes = line.starts_with("--") || line.starts_with("==") || line.starts_with("begin forwarded");
    let is_original = dashes && ORIGINAL.iter().any(|words| line.contains(words));
    is_signature || is_ruled && is_head(lines, at + 1) || is_original || is_head(lines, at)
}

/// Whether a head such as Outlook writes begins here: From, then at least two of its other lines.
fn is_head(lines: &[String], at: usize) -> bool {
    // At most one empty line before it: looking further at each line would take the square of their number.
    let Some(first) = lines.iter().skip(at).take(2).position(|line| !line.is_empty()) else { return false };
    let at = at + first;
    let unstarred = |line: &String| line.replace('*', "");
    starts_with(&unstarred(&lines[at]), &FROM)
        && lines[at + 1..].iter().take(6).filter(|line| starts_with(&unstarred(line), &NEXT)).count() >= 2
}

/// How many lines the "On … wrote:" takes that begins here.
fn is_over(lines: &[String], at: usize) -> Option<usize> {
    if lines[at].is_empty() || is_quoted(&lines[at]) {
        return None;
    }
    let mut joined = String::new();
    for (count, line) in lines[at..].iter().take(WRAPPED_MAX).enumerate() {
        if line.is_empty() {
            return None;
        }
        joined.push_str(line);
        joined.push(' ');
        if joined.chars().count() > OVER_CHARS_MAX {
            return None;
        }
        if ends_as_over(joined.trim(), count > 0) {
            return Some(count + 1);
        }
    }
    None
}

/// `is_wrapped` lines must begin as such a line does, so that a sentence before a list does not count.
fn ends_as_over(line: &str, is_wrapped: bool) -> bool {
    let Some(body) = line.strip_suffix([':', '：']).map(str::trim_end) else { return false };
    let begins = starts_with(line, &ON);
    let has_digit = body.chars().any(char::is_numeric);
    let has_address = body.contains('@');
    let wrote = body.split(|c: char| c.is_whitespace() || matches!(c, '،' | ',')).any(|word| WROTE.contains(&word));
    if is_wrapped && !begins {
        return false;
    }
    // A verb with a date or an address; or, in other languages, a date and an address.
    wrote && (has_digit || has_address) || has_digit && has_address && body.contains('<')
}

fn starts_with(line: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| line.starts_with(beginning))
}
