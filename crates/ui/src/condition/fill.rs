//! The builder as the template shows it.

use kernel::Refusal;
use kernel::condition::{Comparison, Condition, Op};

use super::{
    Ask, Builder, GroupView, LineView, Offers, Pick, Reading, RowView, Shape, Subject, Typed, TypedLine, TypedRow,
    message, subject, tell,
};

impl Builder {
    /// `refusals` are those of [`Typed::condition`], found by their fields.
    pub fn new(name: &str, typed: &Typed, subjects: &[Subject], refusals: &[Refusal], reading: Reading<'_>) -> Self {
        let fill = Fill { subjects, refusals, reading };
        let rows = typed.rows.iter().enumerate().map(|(n, row)| match row {
            TypedRow::Line(line) => {
                RowView { line: Some(fill.line(line, format!("{name}.{n}"), n.to_string())), group: None }
            }
            TypedRow::Group { join, lines } => {
                let line = |(m, line)| fill.line(line, format!("{name}.{n}.{m}"), format!("{n}:{m}"));
                let lines = lines.iter().enumerate().map(line).collect();
                let group = GroupView { name: format!("{name}.{n}"), place: n.to_string(), join: *join, lines };
                RowView { line: None, group: Some(group) }
            }
        });
        let condition = typed.build(name, subjects).ok().flatten();
        Self {
            rows: rows.collect(),
            is_text: typed.is_text,
            text: typed.text.clone(),
            is_involved: typed.is_text && typed.text.parse::<Condition>().is_ok_and(|it| it.rows().is_none()),
            text_error: fill.error(&format!("{name}.text")),
            error: fill.error(name),
            subjects: offers(subjects),
            sentence: condition.map(|condition| tell(&condition, subjects, reading)),
            name: name.to_owned(),
            join: typed.join,
        }
    }
}

/// Subjects under their headings, in their order.
fn offers(subjects: &[Subject]) -> Vec<Offers> {
    let mut all: Vec<Offers> = Vec::new();
    for subject in subjects {
        let offer = (subject.of.clone(), subject.label.clone());
        match all.iter_mut().find(|offers| offers.group == subject.group) {
            Some(offers) => offers.subjects.push(offer),
            None => all.push(Offers { group: subject.group.clone(), subjects: vec![offer] }),
        }
    }
    all
}

struct Fill<'a> {
    subjects: &'a [Subject],
    refusals: &'a [Refusal],
    reading: Reading<'a>,
}

impl Fill<'_> {
    fn error(&self, field: &str) -> Option<String> {
        let refusal = self.refusals.iter().find(|refusal| refusal.field.as_deref() == Some(field))?;
        let words = self.reading.words(refusal);
        // Whichever subject is meant is named, since one error may stand for a whole condition.
        Some(match refusal.args.iter().find(|(name, _)| *name == "of") {
            Some((_, of)) => format!("{of}: {words}"),
            None => words,
        })
    }

    fn line(&self, line: &TypedLine, name: String, place: String) -> LineView {
        let known = subject(self.subjects, &line.of);
        let shape = known.map_or(Shape::Words, |subject| subject.shape);
        let mut asks = shape.asks().to_vec();
        // The text form can ask more than is offered. What was asked of another subject does not fit this one.
        if line.op().1.is_some_and(|op| fits(op, shape)) && !asks.contains(&line.is.as_str()) {
            asks.push(line.is.as_str());
        }
        let is = if asks.contains(&line.is.as_str()) { line.is.as_str() } else { asks[0] };
        let input = input(is, shape, known.is_some_and(|subject| !subject.options.is_empty()));
        let label = |ask: &str| self.label(ask, shape);
        LineView {
            asks: asks.iter().map(|ask| Ask { value: (*ask).into(), label: label(ask), is_on: *ask == is }).collect(),
            input,
            value: if input == "text" {
                line.values.join(", ")
            } else {
                line.values.first().cloned().unwrap_or_default()
            },
            options: known.map_or_else(Vec::new, |subject| self.picks(subject, line, input)),
            error: self.error(&format!("{name}.value")),
            is_unknown: known.is_none() && !line.of.is_empty(),
            of: line.of.clone(),
            name,
            place,
        }
    }

    fn label(&self, ask: &str, shape: Shape) -> String {
        let key = message("is", ask, shape);
        if self.reading.pages.words().has(self.reading.locale, &key) {
            return self.reading.text(&key);
        }
        // The contrary of something that is seldom asked so.
        let what = self.reading.text(&message("is", ask.trim_start_matches("not_"), shape));
        self.reading.pages.plain(self.reading.locale, "condition-not", &[("what", what.into())])
    }

    fn picks(&self, subject: &Subject, line: &TypedLine, input: &str) -> Vec<Pick> {
        let pick = |value: &str, label: &str| Pick {
            value: value.to_owned(),
            label: label.to_owned(),
            is_on: line.values.iter().any(|chosen| chosen == value),
        };
        match input {
            "flag" => vec![
                pick("true", &self.reading.text("condition-yes")),
                pick("false", &self.reading.text("condition-no")),
            ],
            "one" | "many" => subject.options.iter().map(|(key, label)| pick(key, label)).collect(),
            _ => Vec::new(),
        }
    }
}

/// Whether a subject of a shape can be asked this at all.
fn fits(op: Op, shape: Shape) -> bool {
    match op {
        Op::Answered | Op::OneOf | Op::Compare(Comparison::Eq | Comparison::Ne) => shape != Shape::Set,
        Op::Compare(_) => matches!(shape, Shape::Number | Shape::Date | Shape::Words),
        Op::Has => matches!(shape, Shape::Words | Shape::Choice | Shape::Set),
        Op::StartsWith => matches!(shape, Shape::Words | Shape::Date),
    }
}

fn input(is: &str, shape: Shape, has_options: bool) -> &'static str {
    let op = Op::parse(is.strip_prefix("not_").unwrap_or(is));
    match (op, shape) {
        (Some(Op::Answered), _) => "none",
        (_, Shape::Flag) => "flag",
        (Some(Op::OneOf), _) if has_options => "many",
        (Some(Op::OneOf), _) => "text",
        (_, Shape::Number) => "number",
        (_, Shape::Date) => "date",
        (Some(Op::StartsWith), _) => "text",
        _ if has_options => "one",
        _ => "text",
    }
}
