//! The columns of the tables and of the files behind them.
//!
//! A segment is two files. `signals` holds one row a signal and serves the tables `signals` and `responses`;
//! `answers` holds one row an answer. Both end with hidden columns that no `select *` shows.

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use kernel::attribute::Kind;

/// The row's place in the log; what masks name.
pub(crate) const POSITION: &str = "_position";
/// The signal's identity; what drill-down follows.
pub(crate) const UID: &str = "_uid";
/// The import that brought the row; what an undo masks.
pub(crate) const IMPORT: &str = "_import";
/// The body as the log kept it, so that sealing loses nothing.
pub(crate) const BODY: &str = "_body";
/// Where a response stands or ended, which ending it reached, and of which version its survey was; nothing for
/// responses that did not go through our pages, and in segments that were sealed before there were these columns.
pub(crate) const COURSE: [&str; 3] = ["_step", "_ending", "_version"];

/// What a text says, beside every verbatim: its language, its feeling (`neg`, `neu`, `pos`), calibrated positive less
/// negative, the labels that are still probable (`pos`, `neg+neu`), what its writer wants, how much it presses, the
/// topics that it mentions, and the version of the reader that judged it.
pub(crate) const READING: [&str; 8] =
    ["_language", "_sentiment", "_polarity", "_likely", "_intent", "_urgency", MENTIONS, "_reader"];
/// A list with an entry for each mention, of the fields of [`MENTION`].
pub(crate) const MENTIONS: &str = "_mentions";
/// Key of the topic; feeling and calibrated score of the clause that mentions it; where the words stand that do, in
/// code points, from the first to one past the last.
pub(crate) const MENTION: [&str; 5] = ["topic", "sentiment", "score", "start", "end"];

/// Which of a segment's two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum File {
    Signals,
    Answers,
}

impl File {
    pub(crate) const BOTH: [Self; 2] = [Self::Signals, Self::Answers];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Signals => "signals",
            Self::Answers => "answers",
        }
    }
}

/// The tables that are made from the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Table {
    Signals,
    Responses,
    Answers,
    Verbatims,
}

impl Table {
    pub(crate) const ALL: [Self; 4] = [Self::Signals, Self::Responses, Self::Answers, Self::Verbatims];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Signals => "signals",
            Self::Responses => "responses",
            Self::Answers => "answers",
            Self::Verbatims => "verbatims",
        }
    }

    pub(crate) fn file(self) -> File {
        match self {
            Self::Signals | Self::Responses => File::Signals,
            Self::Answers | Self::Verbatims => File::Answers,
        }
    }

    /// The table's own columns, each with the file's column behind it.
    fn fixed(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Signals => &[
                ("id", "source_id"),
                ("kind", "kind"),
                ("source", "source"),
                ("source_id", "source_id"),
                ("occurred_at", "occurred_at"),
                ("received_at", "received_at"),
                ("channel", "channel"),
                ("touchpoint", "touchpoint"),
                ("contact_id", "contact_id"),
                ("language", "language"),
            ],
            Self::Responses => &[
                ("id", "source_id"),
                ("survey", "survey"),
                ("state", "state"),
                ("started_at", "started_at"),
                ("completed_at", "completed_at"),
                ("channel", "channel"),
                ("touchpoint", "touchpoint"),
                ("contact_id", "contact_id"),
                ("language", "language"),
            ],
            Self::Answers => &[
                ("response_id", "response_id"),
                ("survey", "survey"),
                ("question", "question"),
                ("kind", "kind"),
                ("occurred_at", "occurred_at"),
                ("score", "score"),
                ("choice", "choice"),
                ("text", "text"),
                ("channel", "channel"),
                ("touchpoint", "touchpoint"),
                ("contact_id", "contact_id"),
                ("language", "language"),
            ],
            Self::Verbatims => &[
                ("signal_id", "response_id"),
                ("field", "question"),
                ("text", "text"),
                ("language", "_language"),
                ("sentiment", "_sentiment"),
                ("score", "_polarity"),
                ("likely", "_likely"),
                ("intent", "_intent"),
                ("urgency", "_urgency"),
                ("survey", "survey"),
                ("occurred_at", "occurred_at"),
                ("channel", "channel"),
                ("touchpoint", "touchpoint"),
                ("contact_id", "contact_id"),
            ],
        }
    }
}

/// An attribute's column and its type.
pub(crate) type Attribute = (String, Kind);

/// Everything that depends on which attributes a workspace has.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    pub attributes: Vec<Attribute>,
    pub signals: SchemaRef,
    pub answers: SchemaRef,
    pub contacts: SchemaRef,
}

impl Columns {
    pub(crate) fn new(attributes: Vec<Attribute>) -> Self {
        let attribute_fields = || attributes.iter().map(|(column, kind)| Field::new(column, data_type(*kind), true));
        let schema = |head: Vec<Field>, tail: Vec<Field>| {
            Arc::new(Schema::new(head.into_iter().chain(attribute_fields()).chain(tail).collect::<Vec<_>>()))
        };
        let signals = schema(
            vec![
                text("kind"),
                text("source"),
                text("source_id"),
                time("occurred_at"),
                time("received_at"),
                text("channel"),
                text("touchpoint"),
                text("contact_id"),
                text("language"),
                text("survey"),
                text("state"),
                time("started_at"),
                time("completed_at"),
            ],
            hidden().into_iter().chain([text(BODY)]).chain(course()).collect(),
        );
        let answers = schema(
            vec![
                text("response_id"),
                text("survey"),
                text("question"),
                text("kind"),
                time("occurred_at"),
                Field::new("score", DataType::Float64, true),
                text("choice"),
                text("text"),
                text("channel"),
                text("touchpoint"),
                text("contact_id"),
                text("language"),
            ],
            hidden().into_iter().chain(reading()).collect(),
        );
        let contacts = schema(vec![text("id"), time("created_at")], vec![]);
        Self { signals, answers, contacts, attributes }
    }

    pub(crate) fn file(&self, file: File) -> &SchemaRef {
        match file {
            File::Signals => &self.signals,
            File::Answers => &self.answers,
        }
    }

    /// The columns of a table in order: name, and index in the file's schema.
    pub(crate) fn of(&self, table: Table, with_hidden: bool) -> Vec<(String, usize)> {
        let schema = self.file(table.file());
        let index = |name: &str| schema.index_of(name).ok();
        let fixed = table.fixed().iter().map(|(name, column)| ((*name).to_owned(), index(column)));
        let attributes = self.attributes.iter().filter(|_| table != Table::Signals);
        let attributes = attributes.map(|(column, _)| (column.clone(), index(column)));
        let hidden = [POSITION, UID, IMPORT, BODY].into_iter().chain(COURSE).chain(READING).filter(|_| with_hidden);
        let hidden = hidden.map(|name| (name.to_owned(), index(name)));
        fixed.chain(attributes).chain(hidden).filter_map(|(name, index)| Some((name, index?))).collect()
    }
}

fn hidden() -> Vec<Field> {
    vec![
        Field::new(POSITION, DataType::Int64, true),
        Field::new(UID, DataType::FixedSizeBinary(16), true),
        text(IMPORT),
    ]
}

fn course() -> [Field; 3] {
    let [step, ending, version] = COURSE;
    [text(step), text(ending), Field::new(version, DataType::Int64, true)]
}

fn reading() -> [Field; 8] {
    let [language, sentiment, polarity, likely, intent, urgency, mentions, reader] = READING;
    [
        text(language),
        text(sentiment),
        Field::new(polarity, DataType::Float64, true),
        text(likely),
        text(intent),
        Field::new(urgency, DataType::Int64, true),
        Field::new_list(mentions, Field::new_list_field(DataType::Struct(mention()), true), true),
        text(reader),
    ]
}

/// The fields of [`MENTION`].
pub(crate) fn mention() -> Fields {
    let [topic, sentiment, score, start, end] = MENTION;
    Fields::from(vec![
        text(topic),
        text(sentiment),
        Field::new(score, DataType::Float64, true),
        Field::new(start, DataType::Int64, true),
        Field::new(end, DataType::Int64, true),
    ])
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8View, true)
}

fn time(name: &str) -> Field {
    Field::new(name, DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())), true)
}

fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Flag => DataType::Boolean,
        Kind::Integer => DataType::Int64,
        Kind::Number => DataType::Float64,
        Kind::Text => DataType::Utf8View,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(columns: &Columns, table: Table, with_hidden: bool) -> String {
        columns.of(table, with_hidden).into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn tables_have_the_columns_of_the_contract() {
        let columns = Columns::new(vec![("attr_plan".into(), Kind::Text)]);
        assert_eq!(
            names(&columns, Table::Signals, false),
            "id, kind, source, source_id, occurred_at, received_at, channel, touchpoint, contact_id, language"
        );
        assert_eq!(
            names(&columns, Table::Responses, false),
            "id, survey, state, started_at, completed_at, channel, touchpoint, contact_id, language, attr_plan"
        );
        assert_eq!(
            names(&columns, Table::Answers, false),
            "response_id, survey, question, kind, occurred_at, score, choice, text, channel, touchpoint, contact_id, \
             language, attr_plan"
        );
        assert_eq!(
            names(&columns, Table::Verbatims, false),
            "signal_id, field, text, language, sentiment, score, likely, intent, urgency, survey, occurred_at, channel, \
             touchpoint, contact_id, attr_plan"
        );
        assert!(names(&columns, Table::Answers, true).contains("attr_plan, _position, _uid, _import, _language, "));
        assert!(names(&columns, Table::Responses, true).ends_with("_import, _body, _step, _ending, _version"));
    }
}
