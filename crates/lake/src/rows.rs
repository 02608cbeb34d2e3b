//! Rows of the log as columns.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, BooleanBuilder, FixedSizeBinaryBuilder, Float64Builder, Int64Builder, RecordBatch, StringViewBuilder,
    TimestampMicrosecondBuilder, new_null_array,
};
use kernel::attribute::{Attributes, Kind, Value, column};
use kernel::signal::{Answer, Response, What};
use kernel::{ContactId, ImportId, Timestamp};
use store::Logged;

use crate::schema::{Attribute, Columns, File, READING};
use crate::{Error, Result};

/// Signals and their answers as columns of the current schema.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    pub signals: RecordBatch,
    pub answers: RecordBatch,
}

impl Rows {
    pub(crate) fn new(columns: &Columns, rows: &[Logged]) -> Result<Self> {
        let mut signals = Signals::new(columns);
        let mut answers = Answers::new(columns);
        for row in rows {
            let What::Response(response) = &row.signal.body.what;
            signals.push(row, response)?;
            for answer in &response.answers {
                answers.push(row, response, answer)?;
            }
        }
        Ok(Self { signals: signals.finish(columns)?, answers: answers.finish(columns)? })
    }

    pub(crate) fn file(&self, file: File) -> &RecordBatch {
        match file {
            File::Signals => &self.signals,
            File::Answers => &self.answers,
        }
    }
}

/// Builders in the order of [`Columns::signals`].
struct Signals {
    kind: StringViewBuilder,
    source: StringViewBuilder,
    source_id: StringViewBuilder,
    occurred_at: TimestampMicrosecondBuilder,
    received_at: TimestampMicrosecondBuilder,
    who: Who,
    survey: StringViewBuilder,
    state: StringViewBuilder,
    started_at: TimestampMicrosecondBuilder,
    completed_at: TimestampMicrosecondBuilder,
    attributes: AttributeColumns,
    hidden: Hidden,
    body: StringViewBuilder,
    step: StringViewBuilder,
    ending: StringViewBuilder,
    version: Int64Builder,
}

impl Signals {
    fn new(columns: &Columns) -> Self {
        Self {
            kind: few(),
            source: few(),
            source_id: StringViewBuilder::new(),
            occurred_at: time(),
            received_at: time(),
            who: Who::new(),
            survey: few(),
            state: few(),
            started_at: time(),
            completed_at: time(),
            attributes: AttributeColumns::new(&columns.attributes),
            hidden: Hidden::new(),
            body: StringViewBuilder::new(),
            step: few(),
            ending: few(),
            version: Int64Builder::new(),
        }
    }

    fn push(&mut self, row: &Logged, response: &Response) -> Result<()> {
        let signal = &row.signal;
        self.kind.append_value(signal.body.what.kind());
        self.source.append_value(&signal.source);
        self.source_id.append_value(&signal.source_id);
        self.occurred_at.append_value(signal.occurred_at.0);
        self.received_at.append_value(row.received_at.0);
        self.who.push(row);
        self.survey.append_value(&response.survey);
        self.state.append_value(response.state.as_str());
        self.started_at.append_value(response.started_at.0);
        self.completed_at.append_option(response.completed_at.map(|at: Timestamp| at.0));
        self.attributes.push(&signal.body.attributes);
        self.hidden.push(row)?;
        self.body.append_value(serde_json::to_string(&signal.body)?);
        let course = response.course.as_ref();
        let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        self.step.append_option(course.and_then(|course| said(&course.step)));
        self.ending.append_option(course.and_then(|course| said(&course.ending)));
        self.version.append_option(course.map(|course| i64::from(course.version)));
        Ok(())
    }

    fn finish(mut self, columns: &Columns) -> Result<RecordBatch> {
        let mut arrays: Vec<ArrayRef> = vec![
            Arc::new(self.kind.finish()),
            Arc::new(self.source.finish()),
            Arc::new(self.source_id.finish()),
            Arc::new(self.occurred_at.finish()),
            Arc::new(self.received_at.finish()),
        ];
        arrays.extend(self.who.finish());
        arrays.extend([
            Arc::new(self.survey.finish()) as ArrayRef,
            Arc::new(self.state.finish()),
            Arc::new(self.started_at.finish()),
            Arc::new(self.completed_at.finish()),
        ]);
        arrays.extend(self.attributes.finish());
        arrays.extend(self.hidden.finish());
        arrays.extend([
            Arc::new(self.body.finish()) as ArrayRef,
            Arc::new(self.step.finish()),
            Arc::new(self.ending.finish()),
            Arc::new(self.version.finish()),
        ]);
        Ok(RecordBatch::try_new(columns.signals.clone(), arrays)?)
    }
}

/// Builders in the order of [`Columns::answers`].
struct Answers {
    response_id: StringViewBuilder,
    survey: StringViewBuilder,
    question: StringViewBuilder,
    kind: StringViewBuilder,
    occurred_at: TimestampMicrosecondBuilder,
    score: Float64Builder,
    choice: StringViewBuilder,
    text: StringViewBuilder,
    who: Who,
    attributes: AttributeColumns,
    hidden: Hidden,
}

impl Answers {
    fn new(columns: &Columns) -> Self {
        Self {
            response_id: few(),
            survey: few(),
            question: few(),
            kind: few(),
            occurred_at: time(),
            score: Float64Builder::new(),
            choice: few(),
            text: StringViewBuilder::new(),
            who: Who::new(),
            attributes: AttributeColumns::new(&columns.attributes),
            hidden: Hidden::new(),
        }
    }

    fn push(&mut self, row: &Logged, response: &Response, answer: &Answer) -> Result<()> {
        self.response_id.append_value(&row.signal.source_id);
        self.survey.append_value(&response.survey);
        self.question.append_value(&answer.question);
        self.kind.append_value(answer.kind.as_str());
        self.occurred_at.append_value(row.signal.occurred_at.0);
        self.score.append_option(answer.score);
        self.choice.append_option(answer.choice.as_deref());
        self.text.append_option(answer.text.as_deref());
        self.who.push(row);
        self.attributes.push(&row.signal.body.attributes);
        self.hidden.push(row)
    }

    fn finish(mut self, columns: &Columns) -> Result<RecordBatch> {
        let mut arrays: Vec<ArrayRef> = vec![
            Arc::new(self.response_id.finish()),
            Arc::new(self.survey.finish()),
            Arc::new(self.question.finish()),
            Arc::new(self.kind.finish()),
            Arc::new(self.occurred_at.finish()),
            Arc::new(self.score.finish()),
            Arc::new(self.choice.finish()),
            Arc::new(self.text.finish()),
        ];
        arrays.extend(self.who.finish());
        arrays.extend(self.attributes.finish());
        arrays.extend(self.hidden.finish());
        let rows = arrays[0].len();
        arrays.extend(READING.iter().filter_map(|name| columns.answers.field_with_name(name).ok()).map(|field| {
            // Nobody has read the texts yet: `readings` does.
            new_null_array(field.data_type(), rows)
        }));
        Ok(RecordBatch::try_new(columns.answers.clone(), arrays)?)
    }
}

/// Channel, touchpoint, contact and language, which both files have side by side.
struct Who {
    channel: StringViewBuilder,
    touchpoint: StringViewBuilder,
    contact_id: StringViewBuilder,
    language: StringViewBuilder,
}

impl Who {
    fn new() -> Self {
        Self { channel: few(), touchpoint: few(), contact_id: few(), language: few() }
    }

    fn push(&mut self, row: &Logged) {
        self.channel.append_value(&row.signal.channel);
        self.touchpoint.append_option(row.signal.touchpoint.as_deref());
        self.contact_id.append_option(row.contact_id.as_ref().map(ContactId::as_str));
        self.language.append_option(row.signal.language.as_deref());
    }

    fn finish(&mut self) -> [ArrayRef; 4] {
        [
            Arc::new(self.channel.finish()),
            Arc::new(self.touchpoint.finish()),
            Arc::new(self.contact_id.finish()),
            Arc::new(self.language.finish()),
        ]
    }
}

struct Hidden {
    position: Int64Builder,
    uid: FixedSizeBinaryBuilder,
    import: StringViewBuilder,
}

impl Hidden {
    fn new() -> Self {
        Self { position: Int64Builder::new(), uid: FixedSizeBinaryBuilder::new(16), import: few() }
    }

    fn push(&mut self, row: &Logged) -> Result<()> {
        self.position.append_value(row.position);
        self.uid.append_value(row.uid.0)?;
        self.import.append_option(row.signal.import.as_ref().map(ImportId::as_str));
        Ok(())
    }

    fn finish(&mut self) -> [ArrayRef; 3] {
        [Arc::new(self.position.finish()), Arc::new(self.uid.finish()), Arc::new(self.import.finish())]
    }
}

/// One typed builder an attribute.
pub(crate) struct AttributeColumns(Vec<(String, Typed)>);

enum Typed {
    Flag(BooleanBuilder),
    Integer(Int64Builder),
    Number(Float64Builder),
    Text(StringViewBuilder),
}

impl AttributeColumns {
    pub(crate) fn new(attributes: &[Attribute]) -> Self {
        let typed = |kind: Kind| match kind {
            Kind::Flag => Typed::Flag(BooleanBuilder::new()),
            Kind::Integer => Typed::Integer(Int64Builder::new()),
            Kind::Number => Typed::Number(Float64Builder::new()),
            Kind::Text => Typed::Text(few()),
        };
        Self(attributes.iter().map(|(column, kind)| (column.clone(), typed(*kind))).collect())
    }

    pub(crate) fn push(&mut self, attributes: &Attributes) {
        // Two names may share a column ("Plan", "plan"); the first by name is taken.
        let named: Vec<(String, &Value)> = attributes.iter().map(|(name, value)| (column(name), value)).collect();
        for (column, typed) in &mut self.0 {
            typed.append(named.iter().find(|(name, _)| name == column).map(|(_, value)| *value));
        }
    }

    pub(crate) fn finish(&mut self) -> Vec<ArrayRef> {
        self.0.iter_mut().map(|(_, typed)| typed.finish()).collect()
    }
}

impl Typed {
    /// A value that does not fit the column is left out. It does not occur: the registry is widened in the
    /// transaction that logs the value, and read after the rows.
    fn append(&mut self, value: Option<&Value>) {
        match (self, value) {
            (Self::Flag(builder), Some(Value::Flag(flag))) => builder.append_value(*flag),
            (Self::Flag(builder), _) => builder.append_null(),
            (Self::Integer(builder), Some(Value::Integer(number))) => builder.append_value(*number),
            (Self::Integer(builder), _) => builder.append_null(),
            (Self::Number(builder), Some(Value::Number(number))) => builder.append_value(*number),
            (Self::Number(builder), Some(Value::Integer(number))) => builder.append_value(*number as f64),
            (Self::Number(builder), _) => builder.append_null(),
            (Self::Text(builder), Some(Value::Text(text))) => builder.append_value(text),
            (Self::Text(builder), value) => builder.append_option(value.map(Value::to_text)),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Flag(builder) => Arc::new(builder.finish()),
            Self::Integer(builder) => Arc::new(builder.finish()),
            Self::Number(builder) => Arc::new(builder.finish()),
            Self::Text(builder) => Arc::new(builder.finish()),
        }
    }
}

/// For columns whose values repeat: each long value is kept once.
fn few() -> StringViewBuilder {
    StringViewBuilder::new().with_deduplicate_strings()
}

fn time() -> TimestampMicrosecondBuilder {
    TimestampMicrosecondBuilder::new().with_timezone("UTC")
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
