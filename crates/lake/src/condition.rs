//! Conditions for many responses: the same truth as [`Condition::evaluate`], in SQL.
//!
//! Answers are rows, so those that a condition asks about are first gathered, one row a response; what each key has
//! follows the rules of [`kernel::condition::fact::of_answers`], in the same order. SQL's own three-valued logic does the
//! rest. Values and keys are bound as parameters; of what people wrote, only columns of attributes that exist become
//! part of the text.

use kernel::attribute::Kind;
use kernel::condition::fact::SET_KINDS;
use kernel::condition::{Check, Columns, Comparison, Condition, Field, Literal, Operand, Said, Test, fold};
use kernel::{Timestamp, Uid, WorkspaceId};

use crate::{Cell, Error, Lake, ROWS_MAX, Result};

const UNKNOWN: &str = "cast(null as boolean)";
/// Links of a chain of AND or OR.
const CHAIN_MAX: usize = 8;

impl Lake {
    /// The columns of the workspace's attributes as questions see them now.
    pub async fn attribute_columns(&self, workspace: WorkspaceId) -> Result<Columns> {
        Ok(self.snapshot(workspace).await?.columns.attributes.iter().cloned().collect())
    }

    /// The ids of the surveys' responses for which the condition holds, in the order of the log, `limit` at most.
    ///
    /// # Errors
    /// `Query` for a condition beyond its bounds.
    pub async fn matching(
        &self,
        workspace: WorkspaceId,
        surveys: &[&str],
        condition: &Condition,
        limit: usize,
    ) -> Result<Vec<String>> {
        let columns = self.attribute_columns(workspace).await?;
        let mut params = Vec::new();
        let holds = clause(condition, surveys, &columns, &mut |cell| bound(&mut params, cell))?;
        let surveys: Vec<String> = surveys.iter().map(|survey| bound(&mut params, (*survey).into())).collect();
        if surveys.is_empty() {
            return Ok(vec![]);
        }
        let sql = format!(
            "select id from responses where survey in ({}) and {holds} order by _position limit {}",
            surveys.join(", "),
            limit.min(ROWS_MAX)
        );
        let rows = self.query(workspace, &sql, &params).await?.rows().await?;
        Ok(rows.iter().filter_map(|row| Some(row.first()?.as_str()?.to_owned())).collect())
    }

    /// How many responses to the surveys there have been since a time for which the condition holds, and the latest of them,
    /// newest first, `limit` at most.
    ///
    /// # Errors
    /// `Query` for a condition beyond its bounds.
    pub async fn latest_matching(
        &self,
        workspace: WorkspaceId,
        surveys: &[&str],
        condition: &Condition,
        since: Timestamp,
        limit: usize,
    ) -> Result<(u64, Vec<Uid>)> {
        if surveys.is_empty() {
            return Ok((0, vec![]));
        }
        let columns = self.attribute_columns(workspace).await?;
        let mut params = Vec::new();
        let holds = clause(condition, surveys, &columns, &mut |cell| bound(&mut params, cell))?;
        let keys: Vec<String> = surveys.iter().map(|survey| bound(&mut params, (*survey).into())).collect();
        let since = bound(&mut params, Cell::Time(since));
        let of = format!("from responses where survey in ({}) and started_at >= {since} and {holds}", keys.join(", "));
        let counted = self.query(workspace, &format!("select count(*) {of}"), &params).await?.rows().await?;
        let count = counted.first().and_then(|row| row.first()?.as_i64()).unwrap_or_default().max(0) as u64;
        let latest = format!("select _uid {of} order by started_at desc, _position desc limit {}", limit.min(ROWS_MAX));
        let rows = self.query(workspace, &latest, &params).await?.rows().await?;
        Ok((count, rows.iter().filter_map(|row| row.first()?.as_uid()).collect()))
    }
}

fn bound(params: &mut Vec<Cell>, cell: Cell) -> String {
    params.push(cell);
    format!("${}", params.len())
}

/// A clause for the `WHERE` of [`Lake::query`] over `responses` or `answers` (unqualified, joined by `and`): rows of
/// responses to `surveys` for which the condition holds. Outside of `WHERE` it may be null, where truth is unknown.
///
/// `columns` are those of [`Lake::attribute_columns`]; `bind` adds a parameter and returns its place, such as `$3`.
/// A condition on attributes, channel, language and touchpoint alone becomes a plain filter, which keeps counts kept.
///
/// # Errors
/// `Query` for a condition beyond its bounds.
pub fn clause(
    condition: &Condition,
    surveys: &[&str],
    columns: &Columns,
    bind: &mut dyn FnMut(Cell) -> String,
) -> Result<String> {
    condition.check().map_err(|refusal| Error::Query(refusal.to_string()))?;
    if surveys.is_empty() {
        return Ok("false".into());
    }
    let is_plain = condition.operands().iter().all(|operand| match operand {
        Operand::Attribute(_) => true,
        Operand::Field(field) => *field != Field::State,
        Operand::Answer { .. } | Operand::Calculated(_) | Operand::Said(_) => false,
    });
    let mut lowering = Lowering {
        columns,
        bind,
        row: if is_plain { "" } else { "r." },
        keys: vec![],
        gathered: vec![],
        said: OfTexts::default(),
    };
    let truth = lowering.condition(condition);
    let Lowering { bind, keys, gathered, said, .. } = lowering;
    if is_plain {
        return Ok(format!("({truth})"));
    }
    let surveys: Vec<String> = surveys.iter().map(|survey| bind((*survey).into())).collect();
    let surveys = surveys.join(", ");
    let answers = if keys.is_empty() {
        String::new()
    } else {
        let wanted: Vec<String> = keys.iter().map(Key::rows).collect();
        format!(
            "left join (select _position as place, {} from answers where survey in ({surveys}) and ({}) \
             group by _position) a on a.place = r._position ",
            gathered.iter().map(|(name, sql)| format!("{sql} as {name}")).collect::<Vec<_>>().join(", "),
            wanted.join(" or ")
        )
    };
    let verbatims = joined_table("verbatims", "v", &said.verbatims, &surveys);
    let mentions = joined_table("mentions", "m", &said.mentions, &surveys);
    Ok(format!(
        "_position in (select r._position from responses r {answers}{verbatims}{mentions}where r.survey in ({surveys}) \
         and ({truth}))"
    ))
}

struct Lowering<'a> {
    columns: &'a Columns,
    bind: &'a mut dyn FnMut(Cell) -> String,
    /// Before the name of a response's own column.
    row: &'static str,
    keys: Vec<Key>,
    /// Name and SQL of what is gathered for each response.
    gathered: Vec<(String, String)>,
    said: OfTexts,
}

/// Name and SQL of what is gathered of each response's texts.
#[derive(Default)]
struct OfTexts {
    verbatims: Vec<(String, String)>,
    mentions: Vec<(String, String)>,
}

/// The join with what is gathered from a table; nothing where nothing is.
fn joined_table(table: &str, name: &str, gathered: &[(String, String)], surveys: &str) -> String {
    if gathered.is_empty() {
        return String::new();
    }
    let columns: Vec<String> = gathered.iter().map(|(name, sql)| format!("{sql} as {name}")).collect();
    format!(
        "left join (select _position as place, {} from {table} where survey in ({surveys}) group by _position) {name} \
         on {name}.place = r._position ",
        columns.join(", ")
    )
}

/// A key of `answers` that the condition asks about.
struct Key {
    key: String,
    /// The parameter that holds it.
    place: String,
    /// The parameter that holds `key[`, where parts are asked for.
    parts: Option<String>,
}

impl Key {
    /// The rows that matter.
    fn rows(&self) -> String {
        match &self.parts {
            Some(prefix) => format!("question = {} or starts_with(question, {prefix})", self.place),
            None => format!("question = {}", self.place),
        }
    }
}

/// The type of an expression.
#[derive(Clone, Copy, PartialEq)]
enum Typed {
    Number,
    Text,
    Flag,
}

impl Lowering<'_> {
    fn condition(&mut self, condition: &Condition) -> String {
        match condition {
            Condition::All(parts) => joined(&self.conditions(parts), " and ", "true", "all_of"),
            Condition::Any(parts) => joined(&self.conditions(parts), " or ", "false", "any_of"),
            Condition::Not(inner) => format!("(not {})", self.condition(inner)),
            Condition::Test(test) => format!("({})", self.test(test)),
        }
    }

    fn conditions(&mut self, parts: &[Condition]) -> Vec<String> {
        parts.iter().map(|part| self.condition(part)).collect()
    }

    fn test(&mut self, test: &Test) -> String {
        if let Some(key) = test.of.answer_key() {
            return self.answer(key, &test.check);
        }
        if let Operand::Said(said) = test.of {
            return self.said(said, &test.check);
        }
        if let Operand::Field(field) = &test.of {
            let column = format!("{}{}", self.row, field.as_str());
            return self.scalar(Typed::Text, &column, &test.check);
        }
        let column = test.of.attribute_column().unwrap_or_default();
        let Some(kind) = self.columns.get(&column) else {
            return if test.check == Check::Answered { "false".into() } else { UNKNOWN.into() };
        };
        // Columns consist of letters, digits and underscores, so a quote cannot occur.
        let column = format!("{}\"{column}\"", self.row);
        match kind {
            Kind::Flag => self.scalar(Typed::Flag, &column, &test.check),
            Kind::Integer => self.scalar(Typed::Number, &format!("cast({column} as double)"), &test.check),
            Kind::Number => self.scalar(Typed::Number, &column, &test.check),
            Kind::Text => self.scalar(Typed::Text, &column, &test.check),
        }
    }

    /// A test of what texts say: sets, of which something is always known, and how much the most pressing text presses.
    fn said(&mut self, said: Said, check: &Check) -> String {
        let (list, name, column) = match said {
            Said::Topic => (&mut self.said.mentions, "m", "topic"),
            Said::Intent => (&mut self.said.verbatims, "v", "intent"),
            Said::Sentiment => (&mut self.said.verbatims, "v", "sentiment"),
            Said::Urgency => (&mut self.said.verbatims, "v", "urgency"),
        };
        let mut gather = |sql: String| {
            let place = format!("g{}", list.len());
            list.push((place.clone(), sql));
            format!("{name}.{place}")
        };
        match (said, check) {
            (Said::Urgency, check) => {
                let urgency = gather("cast(max(urgency) as double)".into());
                self.scalar(Typed::Number, &urgency, check)
            }
            (_, Check::Has(wanted)) => {
                let wanted = (self.bind)(wanted.into());
                let has = gather(format!("bool_or({column} = {wanted})"));
                format!("coalesce({has}, false)")
            }
            (_, Check::Answered) => "true".into(),
            _ => UNKNOWN.to_owned(),
        }
    }

    /// A test of answers, in the order of the rules: a set, a score, a choice, a text, parts.
    fn answer(&mut self, key: String, check: &Check) -> String {
        let (index, place) = self.key(key.clone());
        let kinds: Vec<String> = SET_KINDS.iter().map(|kind| format!("'{kind}'")).collect();
        let set = self.gather(
            format!("s{index}"),
            format!(
                "bool_or(question = {place} and kind in ({})) or count(choice) filter (where question = {place}) > 1",
                kinds.join(", ")
            ),
        );
        let of = |column: &str| format!("max({column}) filter (where question = {place})");
        let score = self.gather(format!("n{index}"), of("score"));
        let choice = self.gather(format!("c{index}"), of("choice"));
        let text = self.gather(format!("t{index}"), of("text"));
        match check {
            Check::Answered => {
                let parts = self.parts(index, &key);
                format!(
                    "coalesce({set}, false) or {score} is not null or {choice} is not null or {text} is not null or \
                     coalesce({parts}, false)"
                )
            }
            Check::Has(wanted) => {
                let parts = self.parts(index, &key);
                let value = (self.bind)(wanted.into());
                let chosen = self.gather_next(format!("bool_or(question = {place} and choice = {value})"));
                let given = if wanted.contains(']') {
                    "false".to_owned()
                } else {
                    let prefix = (self.bind)(format!("{key}[{wanted}]").into());
                    self.gather_next(format!("bool_or(starts_with(question, {prefix}) and ends_with(question, ']'))"))
                };
                let said = self.scalar(Typed::Text, &text, check);
                format!(
                    "case when {set} then coalesce({chosen}, false) when {score} is not null then {UNKNOWN} \
                     when {choice} is not null then {choice} = {value} when {text} is not null then {said} \
                     when {parts} then {given} end"
                )
            }
            check => {
                let number = self.scalar(Typed::Number, &score, check);
                let words = self.scalar(Typed::Text, &format!("coalesce({choice}, {text})"), check);
                format!("case when {set} then {UNKNOWN} when {score} is not null then {number} else {words} end")
            }
        }
    }

    /// The key's number and place.
    fn key(&mut self, key: String) -> (usize, String) {
        let known = self.keys.iter().position(|known| known.key == key);
        let index = known.unwrap_or_else(|| {
            let place = (self.bind)((&key).into());
            self.keys.push(Key { key, place, parts: None });
            self.keys.len() - 1
        });
        (index, self.keys[index].place.clone())
    }

    /// Whether there are rows for parts of the key.
    fn parts(&mut self, index: usize, key: &str) -> String {
        let prefix = match &self.keys[index].parts {
            Some(prefix) => prefix.clone(),
            None => (self.bind)(format!("{key}[").into()),
        };
        self.keys[index].parts = Some(prefix.clone());
        let sql = format!("bool_or(starts_with(question, {prefix}) and ends_with(question, ']'))");
        self.gather(format!("p{index}"), sql)
    }

    /// Gathers something once, under its name.
    fn gather(&mut self, name: String, sql: String) -> String {
        if !self.gathered.iter().any(|(known, _)| *known == name) {
            self.gathered.push((name.clone(), sql));
        }
        format!("a.{name}")
    }

    fn gather_next(&mut self, sql: String) -> String {
        self.gather(format!("x{}", self.gathered.len()), sql)
    }

    /// A check of an expression of one type; null where the expression is null or the types differ.
    fn scalar(&mut self, typed: Typed, expr: &str, check: &Check) -> String {
        match (typed, check) {
            (_, Check::Answered) => format!("{expr} is not null"),
            (_, Check::Compare(comparison, literal)) if type_of(literal) == typed => {
                self.compare(expr, *comparison, literal)
            }
            (_, Check::OneOf(list)) => {
                let (same, other): (Vec<_>, Vec<_>) = list.iter().partition(|literal| type_of(literal) == typed);
                let mut values: Vec<String> = Vec::new();
                for literal in &same {
                    values.extend(cells(literal).into_iter().map(|cell| (self.bind)(cell)));
                }
                match (values.is_empty(), other.is_empty()) {
                    (true, _) => UNKNOWN.to_owned(),
                    (false, true) => format!("{expr} in ({})", values.join(", ")),
                    (false, false) => format!("({expr} in ({}) or {UNKNOWN})", values.join(", ")),
                }
            }
            (Typed::Text, Check::Has(words)) => {
                let folded = (self.bind)(fold(words).into());
                format!("contains(fold({expr}), {folded})")
            }
            (Typed::Text, Check::StartsWith(words)) => {
                let folded = (self.bind)(fold(words).into());
                format!("starts_with(fold({expr}), {folded})")
            }
            _ => UNKNOWN.to_owned(),
        }
    }

    fn compare(&mut self, expr: &str, comparison: Comparison, literal: &Literal) -> String {
        let cells = cells(literal);
        let (Some(low), Some(high)) = (cells.first().cloned(), cells.last().cloned()) else { return UNKNOWN.into() };
        let is_one = cells.len() == 1;
        match comparison {
            Comparison::Eq if is_one => format!("{expr} = {}", (self.bind)(low)),
            Comparison::Ne if is_one => format!("{expr} <> {}", (self.bind)(low)),
            Comparison::Eq => format!("{expr} in ({}, {})", (self.bind)(low), (self.bind)(high)),
            Comparison::Ne => format!("{expr} not in ({}, {})", (self.bind)(low), (self.bind)(high)),
            Comparison::Lt => format!("{expr} < {}", (self.bind)(low)),
            Comparison::Ge => format!("{expr} >= {}", (self.bind)(low)),
            Comparison::Le => format!("{expr} <= {}", (self.bind)(high)),
            Comparison::Gt => format!("{expr} > {}", (self.bind)(high)),
        }
    }
}

/// Short chains are plain, so that the engine can skip by them; a long one would be as deep a tree.
fn joined(parts: &[String], sign: &str, none: &str, function: &str) -> String {
    match parts.len() {
        0 => none.to_owned(),
        1..=CHAIN_MAX => format!("({})", parts.join(sign)),
        _ => format!("{function}({})", parts.join(", ")),
    }
}

fn type_of(literal: &Literal) -> Typed {
    match literal {
        Literal::Number(_) => Typed::Number,
        Literal::Text(_) => Typed::Text,
        Literal::Flag(_) => Typed::Flag,
    }
}

/// The values that are equal to a literal, in order. Columns tell the two zeros apart, people do not.
fn cells(literal: &Literal) -> Vec<Cell> {
    match literal {
        Literal::Number(0.0) => vec![Cell::Number(-0.0), Cell::Number(0.0)],
        Literal::Number(number) => vec![Cell::Number(*number)],
        Literal::Text(text) => vec![text.into()],
        Literal::Flag(flag) => vec![Cell::Flag(*flag)],
    }
}
