//! What a form says of a goal, read.

use jiff::civil::Date;
use kernel::Refusal;
use kernel::format::parse_digits;

use crate::Of;

/// Where it starts and where it should end, as they were typed.
pub struct Ends<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// Per cent of those with the second best score who are to give the best.
    pub convert: &'a str,
    pub of: Of,
    /// Both ends of what the number can be.
    pub axis: (f64, f64),
    /// Where it stands, and the share of the second best score, in points.
    pub now: Option<(f64, f64)>,
}

impl Ends<'_> {
    /// Start and target. An empty start is the present value; "+5" is five more than the start; a share of the satisfied
    /// who are to become very satisfied is a target for the share of the top score.
    pub fn read(&self, refusals: &mut Vec<Refusal>) -> (Option<f64>, Option<f64>) {
        let from = match (self.from, self.now) {
            ("", None) => {
                refusals.push(Refusal::new("required").at("from"));
                None
            }
            ("", Some((now, _))) => Some(now),
            (typed, _) => number(typed, "from", self.axis, refusals),
        };
        if self.of == Of::Top && !self.convert.is_empty() {
            let share = number(self.convert, "convert", (0.0, 100.0), refusals);
            if self.now.is_none() {
                refusals.push(Refusal::new("required").at("to"));
            }
            let parts = from.zip(share).zip(self.now);
            let to = parts.map(|((from, share), (_, second))| (from + share / 100.0 * second).min(100.0));
            return (from, to);
        }
        let (low, high) = self.axis;
        let to = match self.to.strip_prefix('+') {
            Some(more) => {
                let more = number(more, "to", (0.0, high - low), refusals);
                more.zip(from).map(|(more, from)| (from + more).min(high))
            }
            None => number(self.to, "to", self.axis, refusals),
        };
        (from, to)
    }
}

fn number(typed: &str, field: &str, (low, high): (f64, f64), refusals: &mut Vec<Refusal>) -> Option<f64> {
    let refusal = match kernel::format::parse_number(typed) {
        Some(number) if (low..=high).contains(&number) => return Some(number),
        Some(_) => Refusal::new("out_of_range")
            .at(field)
            .with("value", typed.to_owned())
            .with("from", low.to_string())
            .with("to", high.to_string()),
        None => Refusal::new(if typed.is_empty() { "required" } else { "not_a_number" }).at(field),
    };
    refusals.push(refusal);
    None
}

/// A day of this era.
pub fn date(typed: &str, field: &str, refusals: &mut Vec<Refusal>) -> Option<Date> {
    let day = parse_digits(typed).parse::<Date>().ok().filter(|day| (1990..=2200).contains(&day.year()));
    if day.is_none() {
        refusals.push(Refusal::new(if typed.is_empty() { "required" } else { "bad_date" }).at(field));
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends<'a>(from: &'a str, to: &'a str, convert: &'a str, of: Of) -> Ends<'a> {
        Ends { from, to, convert, of, axis: (0.0, 100.0), now: Some((30.0, 50.0)) }
    }

    #[test]
    fn ends_are_read_in_three_ways() {
        let read = |ends: Ends<'_>| {
            let mut refusals = Vec::new();
            let found = ends.read(&mut refusals);
            (found, refusals.len())
        };
        assert_eq!(read(ends("20", "35.5", "", Of::Number)), ((Some(20.0), Some(35.5)), 0));
        assert_eq!(read(ends("", "+5", "", Of::Number)), ((Some(30.0), Some(35.0)), 0));
        // R4: a tenth of the satisfied become very satisfied.
        assert_eq!(read(ends("", "", "10", Of::Top)), ((Some(30.0), Some(35.0)), 0));
        assert_eq!(read(ends("۲۰", "۱۲۰", "", Of::Number)), ((Some(20.0), None), 1));
        assert_eq!(read(Ends { now: None, ..ends("", "40", "", Of::Number) }), ((None, Some(40.0)), 1));
    }
}
