//! What a refusal or a report says of the address that it is about: by the enhanced status codes of RFC 3463 and their list in
//! RFC 5248.

/// Who says that a mail does not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Teller {
    /// The mail server that we hand mails to: it refuses ours for all kinds of reasons.
    Relay,
    /// A report about one mail to one address, from whoever could not deliver it.
    Report,
}

/// Whose fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The address is wrong for good.
    Address,
    /// Our mail server, its reputation, how it proves who it is, or this mail.
    Ours,
    Unsaid,
}

/// Whether an answer for good means that its address is not written to any more. `status` is an enhanced status code, e.g.
/// `5.1.1`. The relay must say so; a report is about the address unless it says that we are to blame.
pub fn condemns(status: Option<&str>, teller: Teller) -> bool {
    match fault(status) {
        Fault::Address => true,
        Fault::Unsaid => teller == Teller::Report,
        Fault::Ours => false,
    }
}

/// Whether we are to blame, and not the address.
pub fn is_ours(status: Option<&str>) -> bool {
    fault(status) == Fault::Ours
}

/// RFC 3463, section 3: the subject is the second number, the detail the third.
fn fault(status: Option<&str>) -> Fault {
    let Some((subject, detail)) = status.and_then(parts) else { return Fault::Unsaid };
    match (subject, detail) {
        (1, 1 | 2 | 3 | 6 | 10) => Fault::Address,
        // Our address as the sender's; too long; what is in it; security and policy.
        (1, 7 | 8) | (2, 3) | (3, 4) | (6 | 7, _) => Fault::Ours,
        _ => Fault::Unsaid,
    }
}

/// The first code of a class, `5` or `4`. What follows it is free text, in which addresses of machines and other servers' codes
/// stand.
pub fn first(words: &str, class: char) -> Option<&str> {
    let numbers = words.split(|c: char| !c.is_ascii_digit() && c != '.').map(|number| number.trim_matches('.'));
    let mut codes = numbers.filter(|number| number.starts_with(class) && parts(number).is_some());
    codes.next()
}

/// RFC 3463, section 2: class, subject, detail.
pub fn is_status(code: &str) -> bool {
    parts(code).is_some()
}

fn parts(code: &str) -> Option<(u16, u16)> {
    let mut parts = code.split('.');
    parts.next().filter(|class| matches!(*class, "2" | "4" | "5"))?;
    let number = |part: Option<&str>| part.filter(|part| (1..=3).contains(&part.len()))?.parse::<u16>().ok();
    let both = (number(parts.next())?, number(parts.next())?);
    parts.next().is_none().then_some(both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_code_counts() {
        for (words, code) in [
            ("permanent error (550): 5.1.1 <a@b.example> unknown", Some("5.1.1")),
            ("550 #5.1.1. No such user, from 203.5.1.9", Some("5.1.1")),
            ("permanent error (554): 5.7.1 Client host [203.5.1.1] blocked", Some("5.7.1")),
            ("permanent error (554): 5.7.1 refused; the next server said: 550 5.1.1", Some("5.7.1")),
            ("smtp; 550-5.1.10", Some("5.1.10")),
            ("permanent error (554): Client host [203.5.1.1] blocked", None),
            ("550 5.1.1000 something", None),
            ("4.2.2 full", None),
        ] {
            assert_eq!(first(words, '5'), code, "{words}");
        }
    }

    #[test]
    fn wrong_addresses_are_condemned_by_whoever_says_so() {
        for status in ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"] {
            assert!(condemns(Some(status), Teller::Relay) && condemns(Some(status), Teller::Report), "{status}");
        }
    }

    #[test]
    fn what_is_ours_condemns_nobody() {
        for status in ["5.7.0", "5.7.1", "5.7.26", "5.7.606", "5.6.0", "5.1.7", "5.1.8", "5.2.3", "5.3.4"] {
            let both = [Teller::Relay, Teller::Report].map(|teller| condemns(Some(status), teller));
            assert_eq!((both, is_ours(Some(status))), ([false, false], true), "{status}");
        }
    }

    #[test]
    fn what_is_not_said_condemns_in_reports_alone() {
        for status in [None, Some("5.0.0"), Some("5.2.1"), Some("5.4.4"), Some("5.5.0"), Some("5.1.15"), Some("what")] {
            let both = [Teller::Relay, Teller::Report].map(|teller| condemns(status, teller));
            assert_eq!((both, is_ours(status)), ([false, true], false), "{status:?}");
        }
    }
}
