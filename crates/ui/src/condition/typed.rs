//! A condition as a form has it: it may be half written.

use kernel::condition::{Condition, FactKind, Join, Line, Literal, Op, Operand, Row, Rows, Test, Value};
use kernel::{Refusal, format};

use super::{LINES_MAX, Shape, Subject, kind_of, subject};
use crate::http::Fields;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    pub is_text: bool,
    pub join: Join,
    pub rows: Vec<TypedRow>,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TypedRow {
    Line(TypedLine),
    Group { join: Join, lines: Vec<TypedLine> },
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedLine {
    pub of: String,
    /// [`Op`], or its contrary with `not_`.
    pub is: String,
    pub values: Vec<String>,
}

/// As the text form takes it; far more than anybody writes by hand.
const TEXT_CHARS_MAX: usize = 20_000;

impl Typed {
    /// What the form of a kept condition shows at first.
    pub fn of(condition: Option<&Condition>) -> Self {
        let Some(condition) = condition else { return Self::default() };
        match condition.rows() {
            Some(rows) => Self::of_rows(rows, condition.to_string()),
            None => Self { is_text: true, text: condition.to_string(), ..Self::default() },
        }
    }

    fn of_rows(rows: Rows, text: String) -> Self {
        let row = |row| match row {
            Row::Line(line) => TypedRow::Line(TypedLine::of(&line)),
            Row::Group { join, lines } => TypedRow::Group { join, lines: lines.iter().map(TypedLine::of).collect() },
        };
        Self { is_text: false, join: rows.join, rows: rows.rows.into_iter().map(row).collect(), text }
    }

    /// What a form sent under a name.
    pub fn read(fields: &Fields, name: &str) -> Self {
        let mut rows = Vec::new();
        for n in 0..LINES_MAX {
            let row = format!("{name}.{n}");
            if fields.has(&format!("{row}.join")) {
                let lines = (0..LINES_MAX).map_while(|n| TypedLine::read(fields, &format!("{row}.{n}")));
                rows.push(TypedRow::Group { join: join(fields, &row), lines: lines.collect() });
            } else if let Some(line) = TypedLine::read(fields, &row) {
                rows.push(TypedRow::Line(line));
            } else {
                break;
            }
        }
        let text = fields.get(&format!("{name}.text")).unwrap_or_default();
        Self {
            is_text: fields.get(&format!("{name}.form")) == Some("text"),
            join: join(fields, name),
            rows,
            text: text.chars().filter(|c| !c.is_control() || *c == '\n').take(TEXT_CHARS_MAX).collect(),
        }
    }

    /// Does what a button of the builder says; whether it was one.
    pub fn act(&mut self, name: &str, fields: &Fields) -> bool {
        let Some(deed) = fields.get("do").and_then(|deed| deed.strip_prefix(name)?.strip_prefix(':')) else {
            return false;
        };
        let mut parts = deed.split(':');
        let what = parts.next().unwrap_or_default();
        let places: Vec<usize> = parts.map_while(|part| part.parse().ok()).collect();
        match (what, &places[..]) {
            ("add", []) if self.count() < LINES_MAX => self.rows.push(TypedRow::Line(TypedLine::default())),
            ("group", []) if self.count() < LINES_MAX => {
                let lines = vec![TypedLine::default(), TypedLine::default()];
                self.rows.push(TypedRow::Group { join: self.join.other(), lines });
            }
            ("add", [row]) if self.count() < LINES_MAX => {
                if let Some(TypedRow::Group { lines, .. }) = self.rows.get_mut(*row) {
                    lines.push(TypedLine::default());
                }
            }
            ("drop", places) => self.drop(places),
            ("text", []) => {
                // What is half written has no text; the lines stay beside it.
                if let Ok(condition) = self.lines("", &[]) {
                    self.text = condition.map_or_else(String::new, |condition| condition.to_string());
                }
                self.is_text = true;
            }
            ("lines", []) => match self.text.parse::<Condition>() {
                Ok(condition) => *self = Self::of(Some(&condition)),
                Err(_) if self.text.trim().is_empty() => *self = Self::default(),
                Err(_) => {}
            },
            _ => {}
        }
        true
    }

    fn drop(&mut self, places: &[usize]) {
        match places {
            [row] if *row < self.rows.len() => drop(self.rows.remove(*row)),
            [row, line] => {
                let Some(TypedRow::Group { lines, .. }) = self.rows.get_mut(*row) else { return };
                if *line < lines.len() {
                    lines.remove(*line);
                }
                if lines.is_empty() {
                    self.rows.remove(*row);
                }
            }
            _ => {}
        }
    }

    fn count(&self) -> usize {
        let of_row = |row: &TypedRow| match row {
            TypedRow::Line(_) => 1,
            TypedRow::Group { lines, .. } => lines.len(),
        };
        self.rows.iter().map(of_row).sum()
    }

    /// The condition, or what is wrong with it. Lines about nothing are left out; without any there is no condition.
    /// `known` tells of what is not among the subjects, such as parts that only the text form names.
    ///
    /// # Errors
    /// At `name.0.value`: `required`, `not_a_number`; at `name.text`: those of the text form; at `name`: what does not
    /// fit the subjects. Attributes may be unknown, as they come with links and requests.
    pub fn condition(
        &self,
        name: &str,
        subjects: &[Subject],
        known: &dyn Fn(&Operand) -> Option<FactKind>,
    ) -> Result<Option<Condition>, Vec<Refusal>> {
        let Some(condition) = self.build(name, subjects)? else { return Ok(None) };
        let field = if self.is_text { format!("{name}.text") } else { name.to_owned() };
        let mut refusals = condition.validate(&|operand| kind_of(subjects, operand).or_else(|| known(operand)));
        refusals.retain(|refusal| !refusal.field.as_deref().is_some_and(|of| of.starts_with("attr.")));
        if refusals.is_empty() {
            return Ok(Some(condition));
        }
        Err(refusals.into_iter().map(|refusal| renamed(refusal, &field)).collect())
    }

    /// The condition, whatever it asks about.
    pub(super) fn build(&self, name: &str, subjects: &[Subject]) -> Result<Option<Condition>, Vec<Refusal>> {
        let (condition, field) = if self.is_text {
            let at = format!("{name}.text");
            if self.text.trim().is_empty() {
                return Ok(None);
            }
            (Some(self.text.parse::<Condition>().map_err(|refusal| vec![renamed(refusal, &at)])?), at)
        } else {
            (self.lines(name, subjects)?, name.to_owned())
        };
        if let Some(condition) = &condition {
            condition.check().map_err(|refusal| vec![renamed(refusal, &field)])?;
        }
        Ok(condition)
    }

    fn lines(&self, name: &str, subjects: &[Subject]) -> Result<Option<Condition>, Vec<Refusal>> {
        let (mut rows, mut refusals) = (Vec::new(), Vec::new());
        let mut take = |line: &TypedLine, name: String| match line.line(&name, subjects) {
            Ok(line) => line,
            Err(refusal) => {
                refusals.push(refusal);
                None
            }
        };
        for (n, row) in self.rows.iter().enumerate() {
            match row {
                TypedRow::Line(line) => rows.extend(take(line, format!("{name}.{n}")).map(Row::Line)),
                TypedRow::Group { join, lines } => {
                    let lines = lines.iter().enumerate().filter_map(|(m, line)| take(line, format!("{name}.{n}.{m}")));
                    let lines: Vec<Line> = lines.collect();
                    if !lines.is_empty() {
                        rows.push(Row::Group { join: *join, lines });
                    }
                }
            }
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        Ok((!rows.is_empty()).then(|| Condition::from_rows(Rows { join: self.join, rows })))
    }
}

/// A refusal of `kernel` names the operand; a form needs the input. The operand is kept as the argument `of`.
fn renamed(mut refusal: Refusal, field: &str) -> Refusal {
    if let Some(of) = refusal.field.take() {
        refusal.args.push(("of", of));
    }
    refusal.at(field)
}

fn join(fields: &Fields, name: &str) -> Join {
    if fields.get(&format!("{name}.join")) == Some("any") { Join::Any } else { Join::All }
}

impl TypedLine {
    fn of(line: &Line) -> Self {
        let values = match line.test.value() {
            Some(Value::One(literal)) => vec![plain(&literal)],
            Some(Value::List(list)) => list.iter().map(plain).collect(),
            None => vec![],
        };
        let (of, is) = (line.test.of.to_string(), line.test.op().as_str());
        Self { of, is: if line.not { format!("not_{is}") } else { is.to_owned() }, values }
    }

    fn read(fields: &Fields, name: &str) -> Option<Self> {
        let of = format!("{name}.of");
        fields.has(&of).then(|| Self {
            of: fields.get(&of).unwrap_or_default().to_owned(),
            is: fields.get(&format!("{name}.is")).unwrap_or_default().to_owned(),
            values: fields.all(&format!("{name}.value")).map(str::to_owned).collect(),
        })
    }

    /// Whether the contrary is asked, and what of.
    pub(super) fn op(&self) -> (bool, Option<Op>) {
        match self.is.strip_prefix("not_") {
            Some(op) => (true, Op::parse(op)),
            None => (false, Op::parse(&self.is)),
        }
    }

    fn line(&self, name: &str, subjects: &[Subject]) -> Result<Option<Line>, Refusal> {
        if self.of.is_empty() {
            return Ok(None);
        }
        let at = format!("{name}.value");
        let of: Operand = self.of.parse().map_err(|refusal| renamed(refusal, &at))?;
        let shape = subject(subjects, &self.of).map(|subject| subject.shape);
        let (not, op) = self.op();
        let op = op.ok_or_else(|| Refusal::new("required").at(at.clone()))?;
        let one = || self.values.first().ok_or_else(|| Refusal::new("required").at(at.clone()));
        let literal = |text: &str| literal(text, shape).ok_or_else(|| Refusal::new("not_a_number").at(at.clone()));
        let value = match op {
            Op::Answered => None,
            Op::OneOf => {
                one()?;
                // Where there is nothing to pick from, a comma separates the values.
                let parts = self.values.iter().flat_map(|value| value.split([',', '،'])).map(str::trim);
                let parts = parts.filter(|part| !part.is_empty());
                Some(Value::List(parts.map(literal).collect::<Result<_, _>>()?))
            }
            Op::Has | Op::StartsWith => Some(Value::One(Literal::Text(one()?.clone()))),
            Op::Compare(_) => Some(Value::One(literal(one()?)?)),
        };
        let test = Test::new(of, op, value).map_err(|refusal| renamed(refusal, &at))?;
        Ok(Some(Line { not, test }))
    }
}

fn plain(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A value as its subject has it. Of a subject that is not known, what looks like a number is one.
fn literal(text: &str, shape: Option<Shape>) -> Option<Literal> {
    let number = || format::parse_number(text).filter(|number| number.is_finite()).map(Literal::Number);
    match shape {
        Some(Shape::Number) => number(),
        Some(Shape::Flag) => Some(Literal::Flag(text == "true")),
        Some(_) => Some(Literal::Text(text.to_owned())),
        None => match text {
            "true" | "false" => Some(Literal::Flag(text == "true")),
            _ => number().or_else(|| Some(Literal::Text(text.to_owned()))),
        },
    }
}
