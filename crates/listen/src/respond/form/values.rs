//! The answers of a page: fields of a form put together into the values that questions read.
//!
//! A field is called `a.{answer key}`, and `a.{answer key}:{sub}` where a question has several. Nothing is judged here
//! but whether a field belongs to the page at all; what does not fit a question is kept as it was typed, so that it can
//! be shown again beside the refusal.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Refusal;
use kernel::flow::{Asked, Given};
use kernel::format::{Calendar, parse_digits};
use kernel::survey::{Cells, Kind, Question};
use serde_json::{Map, Value as Json, json};
use ui::http::Fields;

/// Before the answer key in the name of a field.
pub const ANSWER: &str = "a.";
/// What a radio button for "not applicable" sends; no option can have this key.
pub const NOT_APPLICABLE: &str = ":na";
/// Before the path of a signature that was drawn, in a box of 600 by 200: `path:M12,30L14,31`.
pub const PATH: &str = "path:";
/// Longest path of a signature, in bytes; the script of the page stops before.
const PATH_BYTES_MAX: usize = 12_000;
/// Foreign fields that are named in the answer.
const FOREIGN_MAX: usize = 20;

/// What a page was answered with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// One value for each question that can be answered; null where it was left blank.
    pub values: Given,
    /// `not_asked`, for each answer key that belongs to no question of the page.
    pub refusals: Vec<Refusal>,
}

/// Puts the fields of a page together. `calendar` is the one that its dates are asked in.
pub fn values(fields: &Fields, asked: &[Asked<'_>], calendar: Calendar) -> Typed {
    let sent = Sent::of(fields);
    let answered = asked.iter().filter(|asked| asked.question.kind.is_asked());
    let values: Given = answered
        .map(|asked| (asked.key.clone(), Parts { sent: &sent, key: &asked.key }.value(asked.question, calendar)))
        .collect();
    let foreign = sent.keys.iter().filter(|key| !values.contains_key(**key)).take(FOREIGN_MAX);
    let refusals = foreign.map(|key| Refusal::new("not_asked").at(shortened(key))).collect();
    Typed { values, refusals }
}

fn shortened(key: &str) -> String {
    key.chars().take(kernel::survey::KEY_CHARS_MAX).collect()
}

/// All fields of answers, by answer key and sub-field (empty for the field itself), in the order of the form.
struct Sent<'a> {
    fields: BTreeMap<(&'a str, &'a str), Vec<&'a str>>,
    keys: BTreeSet<&'a str>,
}

impl<'a> Sent<'a> {
    fn of(fields: &'a Fields) -> Self {
        let (mut by_name, mut keys) = (BTreeMap::<_, Vec<&str>>::new(), BTreeSet::new());
        for (name, value) in &fields.0 {
            let Some(name) = name.strip_prefix(ANSWER) else { continue };
            let (key, sub) = name.split_once(':').unwrap_or((name, ""));
            keys.insert(key);
            let value = value.trim();
            if !value.is_empty() {
                by_name.entry((key, sub)).or_default().push(value);
            }
        }
        Self { fields: by_name, keys }
    }
}

/// The fields of one question.
struct Parts<'a> {
    sent: &'a Sent<'a>,
    key: &'a str,
}

impl Parts<'_> {
    fn all<'s>(&'s self, sub: &'s str) -> &'s [&'s str] {
        self.sent.fields.get(&(self.key, sub)).map_or(&[], Vec::as_slice)
    }

    /// The last value wins: an upload that takes the place of an earlier one comes after it.
    fn one<'s>(&'s self, sub: &'s str) -> Option<&'s str> {
        self.all(sub).last().copied()
    }

    fn json(&self, sub: &str) -> Json {
        self.one(sub).map_or(Json::Null, Json::from)
    }

    fn value(&self, question: &Question, calendar: Calendar) -> Json {
        if self.one("") == Some(NOT_APPLICABLE) || (self.one("na") == Some("1") && takes_na(question)) {
            return json!({ "na": true });
        }
        match question.kind {
            Kind::Choice | Kind::Dropdown | Kind::Image => self.single(question),
            Kind::Choices => self.several(question),
            Kind::Ranking | Kind::Sum => self.each(question.options.iter().map(|option| option.key.as_str())),
            Kind::Contact => self.each(question.rows.iter().map(|row| row.key.as_str())),
            Kind::Matrix => self.matrix(question),
            Kind::BestWorst => self.each(["best", "worst"].into_iter()),
            Kind::Ideas => self.ideas(),
            Kind::Date => self.date(calendar),
            Kind::File if self.one("drop").is_some() && self.all("").len() < 2 => Json::Null,
            Kind::Signature => self.signature(),
            _ => self.json(""),
        }
    }

    /// One option. Words of one's own without any option mean the one that asks for them.
    fn single(&self, question: &Question) -> Json {
        let Some(words) = self.one("other") else { return self.json("") };
        let other = question.options.iter().find(|option| option.other).map(|option| option.key.as_str());
        match self.one("").or(other) {
            Some(chosen) => json!({ "choice": chosen, "other": words }),
            None => Json::Null,
        }
    }

    /// Options, each once. Words of one's own tick the option that asks for them, unless one was ticked that rules out
    /// all others.
    fn several(&self, question: &Question) -> Json {
        let mut chosen = once_each(self.all(""));
        let Some(words) = self.one("other") else { return list(chosen) };
        let is_alone = |key: &&str| question.option(key).is_some_and(|option| option.exclusive);
        if let Some(other) = question.options.iter().find(|option| option.other)
            && !chosen.contains(&other.key.as_str())
            && !chosen.iter().any(is_alone)
        {
            chosen.push(&other.key);
        }
        json!({ "choices": chosen, "other": words })
    }

    /// The sub-fields that were filled in, as an object.
    fn each<'k>(&self, subs: impl Iterator<Item = &'k str>) -> Json {
        let filled = subs.filter_map(|sub| Some((sub.to_owned(), Json::from(self.one(sub)?))));
        object(filled.collect())
    }

    fn matrix(&self, question: &Question) -> Json {
        let cell = |row: &str| match question.cells {
            Cells::Choices => list(once_each(self.all(row))),
            Cells::Dual => {
                let pair = [self.json(row), self.json(&format!("{row}:2"))];
                if pair.iter().all(Json::is_null) { Json::Null } else { Json::from(pair.to_vec()) }
            }
            Cells::Choice | Cells::Rating | Cells::Text => self.json(row),
        };
        let rows = question.rows.iter().map(|row| (row.key.clone(), cell(&row.key)));
        object(rows.filter(|(_, value)| !value.is_null()).collect())
    }

    fn ideas(&self) -> Json {
        let mut fields = Map::new();
        let votes = once_each(self.all("vote"));
        if !votes.is_empty() {
            fields.insert("votes".to_owned(), Json::from(votes));
        }
        if let Some(own) = self.one("own") {
            fields.insert("own".to_owned(), own.into());
        }
        object(fields)
    }

    /// `2026-11-22` for a day that exists. Parts that make none are kept as `1405/13/1`, which no date looks like.
    fn date(&self, calendar: Calendar) -> Json {
        let parts = ["year", "month", "day"].map(|part| self.one(part).map(parse_digits));
        if parts.iter().all(Option::is_none) {
            return self.json("");
        }
        let [year, month, day] = parts.map(Option::unwrap_or_default);
        let date = match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) => calendar.day(year, month, day),
            _ => None,
        };
        Json::from(date.map_or_else(|| format!("{year}/{month}/{day}"), |date| date.to_string()))
    }

    /// A name that was typed, else a path that was drawn. A name never looks like a path, so that no report draws what
    /// somebody typed.
    fn signature(&self) -> Json {
        let name = self.one("").map(|name| name.trim_start_matches(PATH)).filter(|name| !name.is_empty());
        let drawn = || self.one("draw").filter(|path| is_path(path)).map(|path| format!("{PATH}{path}"));
        name.map(str::to_owned).or_else(drawn).map_or(Json::Null, Json::from)
    }
}

/// Whether "not applicable" can be told from a row or an option called `na`.
pub fn takes_na(question: &Question) -> bool {
    question.not_applicable && question.row("na").is_none() && question.option("na").is_none()
}

/// A path of moves and lines with whole coordinates: `M12,30L14,31`.
fn is_path(text: &str) -> bool {
    text.len() <= PATH_BYTES_MAX
        && text.starts_with('M')
        && text.contains('L')
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'M' | b'L' | b','))
}

fn once_each<'a>(values: &[&'a str]) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    values.iter().copied().filter(|value| seen.insert(*value)).collect()
}

fn list(values: Vec<&str>) -> Json {
    if values.is_empty() { Json::Null } else { Json::from(values) }
}

fn object(fields: Map<String, Json>) -> Json {
    if fields.is_empty() { Json::Null } else { Json::Object(fields) }
}

#[cfg(test)]
mod tests;
