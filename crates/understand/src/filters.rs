//! What a page counts: a period and conditions on where answers came from, read from the address.

use jiff::civil::Date;
use kernel::attribute::Kind;
use kernel::format::Format;
use kernel::{Refusal, Result, Timestamp};
use lake::Cell;
use store::entity::attribute;
use ui::http::{Asking, Fields};

use crate::address::Address;
use crate::ask::IS_VERBATIM;
use crate::period::{Period, today};
use crate::texts::counts::{KIND_SQL, KINDS};

/// Conditions that one address may carry.
pub const CONDITIONS_MAX: usize = 8;
/// Names of what texts say, in addresses.
const SENTIMENT: &str = "sentiment";
const TEXT_LANGUAGE: &str = "text_language";
/// Longest value that is compared.
const VALUE_CHARS_MAX: usize = kernel::attribute::VALUE_CHARS_MAX;

/// What an address says, and what it says of it, where flagged responses are left out.
pub const FLAGGED: (&str, &str) = ("flagged", "out");

/// Something that answers can be told apart by: channel, language, touchpoint, or an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// The column, which is also the name in addresses.
    pub column: String,
    kind: Kind,
    /// The name that the source gave an attribute; nothing for the built-in ones, which have words.
    name: Option<String>,
}

impl Dimension {
    /// The built-in ones, then the workspace's attributes.
    pub fn all(attributes: &[attribute::Model]) -> Vec<Self> {
        let built_in = ["channel", "language", "touchpoint"].map(|column| Self {
            column: column.to_owned(),
            kind: Kind::Text,
            name: None,
        });
        let attributes = attributes.iter().map(|row| Self {
            column: row.column_name.clone(),
            kind: Kind::parse(&row.kind),
            name: Some(row.name.clone()),
        });
        built_in.into_iter().chain(attributes).collect()
    }

    /// What the texts of a response say: their feeling, and the language that they are really in.
    pub fn of_texts() -> [Self; 2] {
        [SENTIMENT, TEXT_LANGUAGE].map(|column| Self { column: column.to_owned(), kind: Kind::Text, name: None })
    }

    /// Whether it is about what people wrote, which not every member may read.
    pub fn is_of_texts(&self) -> bool {
        matches!(self.column.as_str(), SENTIMENT | TEXT_LANGUAGE)
    }

    /// The values that are offered, where they are known beforehand.
    pub fn fixed_values(&self) -> Vec<&'static str> {
        match self.column.as_str() {
            SENTIMENT => KINDS.into_iter().chain(["unread"]).collect(),
            TEXT_LANGUAGE => vec!["en", "fa", "ar", "sv", "und"],
            _ => vec![],
        }
    }

    /// A clause over rows of texts, with the value at `place`.
    fn clause_of_texts(&self, place: &str) -> String {
        if self.column == SENTIMENT { format!("{KIND_SQL} = {place}") } else { format!("_language = {place}") }
    }

    /// As SQL names it. Columns consist of letters, digits and underscores, so a quote cannot occur.
    pub fn sql(&self) -> String {
        format!("\"{}\"", self.column)
    }

    pub fn label(&self, asking: &Asking) -> String {
        match &self.name {
            Some(name) => spoken(name),
            None => asking.text(&format!("understand-dimension-{}", self.column)),
        }
    }

    /// A value as people read it.
    pub fn value_label(&self, asking: &Asking, value: Option<&str>) -> String {
        let Some(value) = value else { return asking.text("understand-no-value") };
        match self.column.as_str() {
            "channel" => channel_label(asking, value),
            SENTIMENT if self.fixed_values().contains(&value) => asking.text(&format!("feeling-{value}")),
            TEXT_LANGUAGE if value == "und" => asking.text("understand-language-und"),
            "language" | TEXT_LANGUAGE => match kernel::Locale::parse(value) {
                Some(locale) if locale.code() == value => locale.own_name().to_owned(),
                _ => value.to_owned(),
            },
            _ if self.kind == Kind::Flag && matches!(value, "true" | "false") => {
                asking.text(&format!("understand-flag-{value}"))
            }
            _ => value.to_owned(),
        }
    }

    /// Whether its values are few enough by nature to split by.
    pub fn is_of_words(&self) -> bool {
        matches!(self.kind, Kind::Text | Kind::Flag)
    }

    /// A value as its column holds it; nothing that is equal to a text which the column cannot hold.
    fn cell(&self, value: &str) -> Option<Cell> {
        match self.kind {
            Kind::Text => Some(value.into()),
            Kind::Flag => value.parse::<bool>().ok().map(Cell::from),
            Kind::Integer => value.parse::<i64>().ok().map(Cell::from),
            Kind::Number => value.parse::<f64>().ok().map(Cell::from),
        }
    }
}

/// The name of an attribute as people read it: sources join its words by underscores.
fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

/// A channel in words.
pub fn channel_label(asking: &Asking, channel: &str) -> String {
    if kernel::signal::CHANNELS.contains(&channel) {
        asking.text(&format!("understand-channel-{channel}"))
    } else {
        channel.to_owned()
    }
}

/// One dimension has one value, or none at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub dimension: Dimension,
    pub value: Option<String>,
}

/// The usual periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    Days7,
    Days30,
    Days90,
    Days365,
    All,
}

impl Preset {
    pub const ALL: [Self; 5] = [Self::Days7, Self::Days30, Self::Days90, Self::Days365, Self::All];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Days7 => "7d",
            Self::Days30 => "30d",
            Self::Days90 => "90d",
            Self::Days365 => "365d",
            Self::All => "all",
        }
    }

    pub fn period(self, today: Date) -> Period {
        let days = match self {
            Self::Days7 => 7,
            Self::Days30 => 30,
            Self::Days90 => 90,
            Self::Days365 => 365,
            Self::All => return Period::default(),
        };
        Period::ending(today, days)
    }
}

/// The period that an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Preset(Preset),
    Days(Period),
}

/// What an address asks for.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    pub chosen: Option<Chosen>,
    pub conditions: Vec<Condition>,
    /// Responses with signs of carelessness do not count, see [`crate::quality`].
    pub leaves_out: bool,
}

impl Filters {
    /// Reads a query; names that mean nothing here are left alone.
    ///
    /// # Errors
    /// `bad_filter` for a date that is none, a period that ends before it begins, or too many conditions.
    pub fn read(fields: &Fields, dimensions: &[Dimension]) -> Result<Self, Refusal> {
        let preset = fields.get("period").and_then(|name| Preset::ALL.into_iter().find(|p| p.as_str() == name));
        let days = Period { first: day(fields, "from")?, last: day(fields, "to")? };
        if let (Some(first), Some(last)) = (days.first, days.last)
            && last < first
        {
            return Err(Refusal::new("bad_filter").at("to"));
        }
        let chosen = match preset {
            _ if days != Period::default() => Some(Chosen::Days(days)),
            preset => preset.map(Chosen::Preset),
        };
        let mut conditions = Vec::new();
        for dimension in dimensions {
            let value = fields.get(&dimension.column);
            let missing = fields.all("none").any(|column| column == dimension.column);
            if value.is_some() || missing {
                let value = value.map(|value| value.chars().take(VALUE_CHARS_MAX).collect());
                conditions.push(Condition { dimension: dimension.clone(), value });
            }
        }
        for dimension in Dimension::of_texts() {
            let value = fields.get(&dimension.column).map(|value| value.chars().take(VALUE_CHARS_MAX).collect());
            if value.is_some() {
                conditions.push(Condition { dimension, value });
            }
        }
        if conditions.len() > CONDITIONS_MAX {
            return Err(Refusal::new("too_many_filters").with("max", CONDITIONS_MAX.to_string()));
        }
        Ok(Self { chosen, conditions, leaves_out: Self::leaves_out(fields) })
    }

    /// Whether a query wants flagged responses left out.
    pub fn leaves_out(fields: &Fields) -> bool {
        fields.get(FLAGGED.0) == Some(FLAGGED.1)
    }

    /// The same without what texts say: for members who may not read them.
    #[must_use]
    pub fn without_texts(mut self) -> Self {
        self.conditions.retain(|condition| !condition.dimension.is_of_texts());
        self
    }

    /// The days that are meant. Without a choice: the last 90, or all where those have no answers.
    pub fn period(&self, format: &Format, now: Timestamp, newest: Option<Date>) -> (Option<Preset>, Period) {
        let today = today(format, now);
        match self.chosen {
            Some(Chosen::Days(days)) => (None, days),
            Some(Chosen::Preset(preset)) => (Some(preset), preset.period(today)),
            None => {
                let usual = Preset::Days90.period(today);
                let preset = if newest.is_none_or(|day| usual.contains(day)) { Preset::Days90 } else { Preset::All };
                (Some(preset), preset.period(today))
            }
        }
    }

    /// `path` with these filters, the period as it was chosen.
    pub fn address(&self, path: &str) -> Address {
        let mut address = Address::new(path);
        match self.chosen {
            Some(Chosen::Preset(preset)) => address = address.with("period", preset.as_str()),
            Some(Chosen::Days(days)) => address = with_days(address, days),
            None => {}
        }
        if self.leaves_out {
            address = address.with(FLAGGED.0, FLAGGED.1);
        }
        self.conditions.iter().fold(address, with_condition)
    }
}

/// `address` with `days` spelt out, so that a link means the same tomorrow.
pub fn with_days(address: Address, days: Period) -> Address {
    let mut address = address.without("period").without("from").without("to");
    if let Some(first) = days.first {
        address = address.with("from", first);
    }
    if let Some(last) = days.last {
        address = address.with("to", last);
    }
    if days == Period::default() { address.with("period", Preset::All.as_str()) } else { address }
}

/// `address` narrowed to a value of a dimension.
pub fn with_condition(address: Address, Condition { dimension, value }: &Condition) -> Address {
    let column = &dimension.column;
    match value {
        Some(value) => without_condition(address, dimension).with(column, value),
        // One dimension at most can be asked to be missing by a link; a second replaces the first.
        None => address.without(column).with("none", column),
    }
}

pub fn without_condition(address: Address, dimension: &Dimension) -> Address {
    let is_none = address.pairs().iter().any(|(name, value)| name == "none" && *value == dimension.column);
    let address = address.without(&dimension.column);
    if is_none { address.without("none") } else { address }
}

fn day(fields: &Fields, name: &str) -> Result<Option<Date>, Refusal> {
    let Some(text) = fields.get(name) else { return Ok(None) };
    let digits = kernel::format::parse_digits(text);
    digits.parse().map(Some).map_err(|_| Refusal::new("bad_filter").at(name))
}

/// The `WHERE` of a query, with its parameters bound in order.
#[derive(Clone, Debug)]
pub struct Where {
    sql: String,
    params: Vec<Cell>,
}

impl Where {
    /// Rows of one survey that meet all conditions.
    pub fn new(survey: &str, conditions: &[Condition]) -> Self {
        let mut all = Self { sql: "survey = $1".to_owned(), params: vec![survey.into()] };
        for Condition { dimension, value } in conditions {
            if dimension.is_of_texts() {
                let place = all.bind(value.as_deref().unwrap_or_default());
                let clause = dimension.clause_of_texts(&place);
                all.and(&format!(
                    "_position in (select _position from answers where survey = $1 and {IS_VERBATIM} \
                     and _reader is not null and {clause})"
                ));
                continue;
            }
            let column = dimension.sql();
            match value.as_deref().map(|value| dimension.cell(value)) {
                None => all.and(&format!("{column} is null")),
                Some(None) => all.and("false"),
                Some(Some(cell)) => {
                    let place = all.bind(cell);
                    all.and(&format!("{column} = {place}"));
                }
            }
        }
        all
    }

    /// Only rows of texts that themselves say what the conditions ask for, rather than all texts of their response.
    pub fn and_texts_say(&mut self, conditions: &[Condition]) {
        for Condition { dimension, value } in conditions.iter().filter(|condition| condition.dimension.is_of_texts()) {
            let place = self.bind(value.as_deref().unwrap_or_default());
            let clause = dimension.clause_of_texts(&place);
            self.and(&clause);
        }
    }

    pub fn and(&mut self, clause: &str) {
        self.sql.push_str(" and ");
        self.sql.push_str(clause);
    }

    /// Only rows of responses that do not stand in the log at one of these positions.
    pub fn without(&mut self, positions: &[i64]) {
        if !positions.is_empty() {
            self.and(&format!("_position not in ({})", list(positions)));
        }
    }

    /// Only rows of responses that do.
    pub fn within(&mut self, positions: &[i64]) {
        self.and(&if positions.is_empty() {
            "false".to_owned()
        } else {
            format!("_position in ({})", list(positions))
        });
    }

    /// Adds a parameter and returns its place, such as `$3`.
    pub fn bind(&mut self, value: impl Into<Cell>) -> String {
        self.params.push(value.into());
        format!("${}", self.params.len())
    }

    /// Only rows whose time in `column` lies in `period`.
    pub fn during(&mut self, column: &str, period: Period, format: &Format) {
        let (from, to) = period.instants(format);
        if let Some(from) = from {
            let place = self.bind(from);
            self.and(&format!("{column} >= {place}"));
        }
        if let Some(to) = to {
            let place = self.bind(to);
            self.and(&format!("{column} < {place}"));
        }
    }

    pub fn sql(&self) -> &str {
        &self.sql
    }

    pub fn params(&self) -> &[Cell] {
        &self.params
    }
}

fn list(positions: &[i64]) -> String {
    positions.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn dimensions() -> Vec<Dimension> {
        Dimension::all(&[
            attribute::Model {
                workspace_id: 1,
                column_name: "attr_plan".into(),
                name: "Plan".into(),
                kind: "text".into(),
            },
            attribute::Model {
                workspace_id: 1,
                column_name: "attr_age".into(),
                name: "Age".into(),
                kind: "integer".into(),
            },
        ])
    }

    fn read(query: &str) -> Result<Filters, Refusal> {
        Filters::read(&Fields::parse(query.as_bytes()), &dimensions())
    }

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        for query in [
            "period=30d&channel=qr&attr_plan=gold+%26+more",
            "from=2026-01-01&to=2026-01-31&none=attr_plan",
            "flagged=out",
            "",
        ] {
            let filters = read(query).unwrap();
            let written = filters.address("/u").to_string();
            let again = read(written.split_once('?').map_or("", |(_, query)| query)).unwrap();
            assert_eq!(
                (again.chosen, again.conditions, again.leaves_out),
                (filters.chosen, filters.conditions, query.contains("flagged")),
                "{query}"
            );
        }
    }

    #[test]
    fn dates_may_be_typed_in_persian_digits_but_must_be_dates() {
        assert_eq!(
            read("from=۲۰۲۶-۰۱-۰۱").unwrap().chosen,
            Some(Chosen::Days(Period { first: Some(date(2026, 1, 1)), last: None }))
        );
        assert_eq!(read("from=yesterday").unwrap_err().code, "bad_filter");
        assert_eq!(read("from=2026-02-01&to=2026-01-01").unwrap_err().field.as_deref(), Some("to"));
    }

    #[test]
    fn values_are_bound_never_pasted() {
        let filters = read("attr_plan=%27%3B+drop+table&attr_age=41&channel=qr").unwrap();
        let all = Where::new("visit", &filters.conditions);
        assert_eq!(all.sql(), r#"survey = $1 and "channel" = $2 and "attr_plan" = $3 and "attr_age" = $4"#);
        assert_eq!(all.params()[3], Cell::Integer(41));
        let none = Where::new("visit", &read("attr_age=old").unwrap().conditions);
        assert_eq!(none.sql(), "survey = $1 and false");
    }

    #[test]
    fn what_texts_say_is_asked_of_responses_and_of_single_texts() {
        let filters = read("sentiment=neg&text_language=fa").unwrap();
        assert_eq!(filters.address("/u").to_string(), "/u?sentiment=neg&text_language=fa");
        let mut all = Where::new("visit", &filters.conditions);
        assert_eq!(all.sql().matches("_position in (select").count(), 2);
        all.and_texts_say(&filters.conditions);
        assert_eq!(all.params()[1..], [Cell::from("neg"), "fa".into(), "neg".into(), "fa".into()]);
        assert!(filters.without_texts().conditions.is_empty());
    }

    #[test]
    fn names_of_attributes_are_read_as_words() {
        assert_eq!((&*spoken("table_zone"), &*spoken("Branch"), &*spoken("شعبه")), ("table zone", "Branch", "شعبه"));
    }

    #[test]
    fn without_answers_lately_all_are_shown() {
        let format = Format::of(kernel::Locale::En);
        let now: Timestamp = "2026-11-22T09:30:00Z".parse().unwrap();
        let preset = |newest| Filters::default().period(&format, now, newest).0;
        assert_eq!(preset(Some(date(2026, 11, 1))), Some(Preset::Days90));
        assert_eq!(preset(Some(date(2019, 1, 1))), Some(Preset::All));
        assert_eq!(preset(None), Some(Preset::Days90));
    }
}
