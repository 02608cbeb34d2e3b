//! What comes back is somebody else's text: plain, short, and without anything that is not seen.

/// What models write before they answer.
const THOUGHT: (&str, &str) = ("<think>", "</think>");

/// Plain text of at most `chars` letters; nothing where nothing is left. Markup is not interpreted here and is escaped
/// where it is shown.
pub fn clean(answer: &str, chars: usize) -> Option<String> {
    let answer = answer.trim_start();
    let answer = match answer.strip_prefix(THOUGHT.0) {
        Some(thought) => thought.split_once(THOUGHT.1)?.1,
        None => answer,
    };
    let mut text = String::new();
    let mut length = 0;
    for line in answer.lines().map(str::trim) {
        let line: String = line.chars().filter(|c| !is_hidden(*c)).map(|c| if c == '\t' { ' ' } else { c }).collect();
        if line.is_empty() && (text.is_empty() || text.ends_with("\n\n")) {
            continue;
        }
        for c in line.chars() {
            if length == chars {
                return Some(format!("{}…", text.trim_end()));
            }
            text.push(c);
            length += 1;
        }
        text.push('\n');
    }
    let text = text.trim_end();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Control characters, and marks that turn the direction of what follows them. The joiners of Persian and Arabic stay.
fn is_hidden(c: char) -> bool {
    c.is_control() && c != '\t'
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_left_out() {
        assert_eq!(clean(" a\u{202e}b\u{0}\u{1b}[31mc \r\n\r\n\r\n\td\u{e0041} ", 99).as_deref(), Some("ab[31mc\n\nd"));
        assert_eq!(clean("می‌روم", 99).as_deref(), Some("می‌روم"), "joiners are letters' neighbours, not tricks");
        assert_eq!(clean("<b>x</b>", 99).as_deref(), Some("<b>x</b>"), "escaped where it is shown");
    }

    #[test]
    fn thoughts_are_not_answers() {
        assert_eq!(clean("<think>\nhm\n</think>\n\nThe bins.", 99).as_deref(), Some("The bins."));
        assert_eq!(clean("<think> for ever", 99), None);
        assert_eq!(clean(" \n \u{feff}", 99), None);
    }

    #[test]
    fn an_answer_has_an_end() {
        assert_eq!(clean("سلام دنیا", 4).as_deref(), Some("سلام…"));
        assert_eq!(clean("abcd\n", 4).as_deref(), Some("abcd"));
        assert_eq!(clean(&"x\n".repeat(10_000), 50).map(|text| text.chars().filter(|c| *c == 'x').count()), Some(50));
    }
}
