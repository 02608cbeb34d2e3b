//! What a condition says, as a sentence.

use fluent_bundle::FluentValue;
use kernel::condition::{Condition, Join, Line, Literal, Row, Value};
use kernel::format::Format;

use super::{Reading, Shape, Subject, message, subject};

/// The condition in words; one that is more involved than the builder's lines is told in its text form.
pub fn tell(condition: &Condition, subjects: &[Subject], reading: Reading<'_>) -> String {
    let Some(rows) = condition.rows() else { return condition.to_string() };
    let parts: Vec<String> = rows
        .rows
        .iter()
        .map(|row| match row {
            Row::Line(line) => told(line, subjects, reading),
            Row::Group { join, lines } => {
                let lines: Vec<String> = lines.iter().map(|line| told(line, subjects, reading)).collect();
                format!("({})", joined(&lines, *join, reading))
            }
        })
        .collect();
    joined(&parts, rows.join, reading)
}

fn joined(parts: &[String], join: Join, reading: Reading<'_>) -> String {
    let key = if join == Join::All { "condition-and" } else { "condition-or" };
    parts
        .iter()
        .cloned()
        .reduce(|left, right| say(reading, key, &[("left", left), ("right", right)]))
        .unwrap_or_default()
}

fn told(line: &Line, subjects: &[Subject], reading: Reading<'_>) -> String {
    let of = line.test.of.to_string();
    let known = subject(subjects, &of);
    let shape = known.map_or(Shape::Words, |subject| subject.shape);
    let word = |literal: &Literal| match literal {
        Literal::Flag(true) => reading.text("condition-yes"),
        Literal::Flag(false) => reading.text("condition-no"),
        Literal::Text(text) => {
            let option = known.and_then(|subject| subject.options.iter().find(|(key, _)| key == text));
            option.map_or_else(|| format!("“{text}”"), |(_, label)| format!("“{label}”"))
        }
        Literal::Number(number) => written(*number, reading),
    };
    let value = match line.test.value() {
        Some(Value::One(literal)) => word(&literal),
        Some(Value::List(list)) => list.iter().map(word).collect::<Vec<_>>().join(&reading.text("condition-comma")),
        None => String::new(),
    };
    let ask = line.test.op().as_str();
    let ask = if line.not { format!("not_{ask}") } else { ask.to_owned() };
    let key = message("says", &ask, shape);
    let label = known.map_or_else(|| of.clone(), |subject| subject.label.clone());
    if reading.pages.words().has(reading.locale, &key) {
        return say(reading, &key, &[("of", label), ("value", value)]);
    }
    // The contrary of something that is seldom asked so.
    let plain = message("says", ask.trim_start_matches("not_"), shape);
    let inner = say(reading, &plain, &[("of", label), ("value", value)]);
    say(reading, "condition-not", &[("what", inner)])
}

/// A number in the reader's digits, with as many decimals as it has.
fn written(number: f64, reading: Reading<'_>) -> String {
    let decimals = number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len().min(6));
    Format::of(reading.locale).number(number, decimals as u8)
}

fn say(reading: Reading<'_>, key: &str, args: &[(&str, String)]) -> String {
    let args: Vec<(&str, FluentValue<'_>)> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    reading.pages.text(reading.locale, key, &args)
}
