//! Reading one `--map`.

use std::str::FromStr;

use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;
use kernel::format::Calendar;
use kernel::survey::{Scale, key_from};
use kernel::{Refusal, attribute};

use super::super::code::{Code, excerpt};
use super::super::time::{EPOCH, EPOCH_MS, ISO};
use super::{Options, Role};

/// Names that a refusal offers.
const NEAREST: usize = 3;
/// Longest separator between choices, in bytes.
const SEPARATOR_MAX: usize = 8;
/// Widest scale, in steps.
const SCALE_STEPS_MAX: i32 = 1_000;

/// What a person said about one column. Options that are not given follow the sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Name in the header.
    pub column: String,
    pub role: Role,
    pub options: Options,
}

impl Map {
    /// Reads `COL=ROLE[:key=value,…]` for a file with this header.
    ///
    /// # Errors
    /// `bad_map`, `unknown_column` (with the nearest names), `unknown_role`, `unknown_option_name`,
    /// `bad_option_value`; but for the first with the column as the field.
    pub fn parse(text: &str, header: &[String]) -> Result<Self, Refusal> {
        let (name, rest) = split(text, header).ok_or_else(|| Code::BadMap.refuse().with("text", excerpt(text)))?;
        let column = resolve(&name, header)?;
        let (role, options) = rest.split_once(':').unwrap_or((rest, ""));
        let role = Role::parse(role).ok_or_else(|| {
            let roles = Role::ALL.map(Role::as_str).join(", ");
            Code::UnknownRole.refuse().at(&column).with("role", excerpt(role)).with("roles", roles)
        })?;
        let mut map = Self { column, role, options: Options::default() };
        for (key, value) in pairs(options) {
            map.set(key, value).map_err(|refusal| refusal.at(&map.column))?;
        }
        Ok(map)
    }

    /// Sets one option; also what a form does with its fields. A blank value is no option.
    ///
    /// # Errors
    /// `unknown_option_name`, `bad_option_value`.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), Refusal> {
        let known = self.role.options();
        if !known.contains(&key) {
            let refusal =
                Code::UnknownOptionName.refuse().with("option", excerpt(key)).with("role", self.role.as_str());
            return Err(refusal.with("options", known.join(", ")));
        }
        if value.is_empty() {
            return Ok(());
        }
        let bad = || Code::BadOptionValue.refuse().with("option", key.to_owned()).with("value", excerpt(value));
        let options = &mut self.options;
        match key {
            "scale" => options.scale = Some(scale(value).ok_or_else(bad)?),
            "na" => {
                options.na = value.split('|').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
            }
            "format" => options.format = Some(format(value).ok_or_else(bad)?),
            "tz" => {
                options.tz = TimeZone::get(value.trim()).ok().map(|_| value.trim().to_owned()).ok_or_else(bad)?.into()
            }
            "calendar" => options.calendar = Some(Calendar::from_str(value.trim()).map_err(|_| bad())?),
            "question" => {
                options.question = Some(key_from(value)).filter(|key| !key.is_empty()).ok_or_else(bad)?.into()
            }
            "separator" if value.len() <= SEPARATOR_MAX => {
                options.separator = Some(if value == "tab" { "\t".to_owned() } else { value.to_owned() });
            }
            "name" if value.chars().count() <= attribute::NAME_CHARS_MAX && attribute::column(value) != "attr_" => {
                options.name = Some(value.trim().to_owned());
            }
            _ => return Err(bad()),
        }
        Ok(())
    }
}

/// The column's name and what stands behind its `=`.
fn split<'a>(text: &'a str, header: &[String]) -> Option<(String, &'a str)> {
    let text = text.trim();
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let (name, rest) = unquoted(&text[1..], quote)?;
        return Some((name, rest.trim_start().strip_prefix('=')?));
    }
    let escaped = |at: usize| text[..at].ends_with('\\');
    let splits =
        || text.match_indices('=').filter(|(at, _)| !escaped(*at)).map(|(at, _)| (&text[..at], &text[at + 1..]));
    let is_role = |rest: &str| Role::parse(rest.split(':').next().unwrap_or_default()).is_some();
    let is_known = |(name, rest): &(&str, &str)| is_role(rest) && header.iter().any(|column| column == name.trim());
    let known = splits().rfind(is_known);
    let (name, rest) = known.or_else(|| splits().find(|(_, rest)| is_role(rest))).or_else(|| splits().next())?;
    Some((name.replace("\\=", "="), rest))
}

/// The text up to the closing quote, without backslashes before quotes, and what follows.
fn unquoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => name.push(chars.next()?.1),
            c if c == quote => return Some((name, &text[at + 1..])),
            c => name.push(c),
        }
    }
    None
}

/// `key=value` pairs; a comma belongs to the value unless `key=` follows it.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let begins = |rest: &str| {
        let key = rest.trim_start().split('=').next().unwrap_or_default();
        key.len() < rest.trim_start().len() && !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let mut pairs = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let end = rest.match_indices(',').map(|(at, _)| at).find(|at| begins(&rest[at + 1..])).unwrap_or(rest.len());
        let (key, value) = rest[..end].split_once('=').unwrap_or((&rest[..end], ""));
        let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        pairs.push((key.trim(), value));
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    pairs
}

fn resolve(name: &str, header: &[String]) -> Result<String, Refusal> {
    let name = name.trim();
    if let Some(column) = header.iter().find(|column| *column == name) {
        return Ok(column.clone());
    }
    let folded = key_from(name);
    let mut alike = header.iter().filter(|column| !folded.is_empty() && key_from(column) == folded);
    match (alike.next(), alike.next()) {
        (Some(column), None) => Ok(column.clone()),
        _ => {
            let nearest = nearest(name, header).join(", ");
            Err(Code::UnknownColumn.refuse().at(name).with("column", excerpt(name)).with("nearest", nearest))
        }
    }
}

fn nearest(name: &str, header: &[String]) -> Vec<String> {
    let mut ranked: Vec<(usize, &String)> = header.iter().map(|column| (distance(name, column), column)).collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    ranked.into_iter().take(NEAREST).map(|(_, column)| column.clone()).collect()
}

/// Levenshtein's distance without regard to case, over the first characters.
fn distance(one: &str, other: &str) -> usize {
    const CHARS: usize = 60;
    let letters = |text: &str| text.chars().flat_map(char::to_lowercase).take(CHARS).collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let cost = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = cost.min(corner + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

/// `1-5`; the first number may be negative.
fn scale(text: &str) -> Option<Scale> {
    let text = text.trim().replace(['–', '—'], "-").replace("..", "-");
    let middle = text.get(1..)?.find('-')? + 1;
    let (from, to) = (text[..middle].trim().parse().ok()?, text[middle + 1..].trim().parse::<i32>().ok()?);
    (from < to && to.checked_sub(from)? <= SCALE_STEPS_MAX).then_some(Scale { from, to })
}

fn format(text: &str) -> Option<String> {
    if matches!(text, ISO | EPOCH | EPOCH_MS) {
        return Some(text.to_owned());
    }
    let probe = jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let written = BrokenDownTime::from(&probe).to_string(text).ok()?;
    (text.contains('%') && written != text).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Vec<String> {
        ["NPS_SCORE", "Date, local", "a=b", "x:y", "نظر مشتری", "a"].map(str::to_owned).to_vec()
    }

    fn parse(text: &str) -> Result<Map, Refusal> {
        Map::parse(text, &header())
    }

    #[test]
    fn maps_are_read() {
        let map = parse("NPS_SCORE=rating:scale=1-5,na=0|99").unwrap();
        assert_eq!((map.role, map.options.scale), (Role::Rating, Some(Scale { from: 1, to: 5 })));
        assert_eq!(map.options.na, ["0", "99"]);
        let map = parse("Date, local=time:format=%b %d, %Y %H:%M,tz=Europe/London").unwrap();
        assert_eq!(map.options.format.as_deref(), Some("%b %d, %Y %H:%M"));
        assert_eq!(map.options.tz.as_deref(), Some("Europe/London"));
        assert_eq!(parse("نظر مشتری=text:question=why").unwrap().options.question.as_deref(), Some("why"));
        assert_eq!(parse("nps score=nps").unwrap().column, "NPS_SCORE");
        assert_eq!(parse("a=choices:separator=,").unwrap().options.separator.as_deref(), Some(","));
    }

    #[test]
    fn names_may_hold_the_signs_of_the_syntax() {
        for text in ["a=b=attribute:name=plan", "\"a=b\"=attribute:name=plan", "a\\=b=attribute:name=plan"] {
            let map = parse(text).unwrap();
            assert_eq!((map.column.as_str(), map.options.name.as_deref()), ("a=b", Some("plan")), "{text}");
        }
        assert_eq!(parse("x:y=ignore").unwrap().column, "x:y");
        assert_eq!(parse("a=nps").unwrap().column, "a");
    }

    #[test]
    fn mistakes_are_named() {
        for (text, code, field) in [
            ("NPS_SCORE", "bad_map", None),
            ("\"a=nps", "bad_map", None),
            ("NPS_SCOER=nps", "unknown_column", Some("NPS_SCOER")),
            ("NPS_SCORE=npss", "unknown_role", Some("NPS_SCORE")),
            ("NPS_SCORE=nps:scale=0-5", "unknown_option_name", Some("NPS_SCORE")),
            ("NPS_SCORE=rating:scale=5-1", "bad_option_value", Some("NPS_SCORE")),
            ("a=time:format=tomorrow", "bad_option_value", Some("a")),
            ("a=time:tz=Mars/Olympus", "bad_option_value", Some("a")),
        ] {
            let refusal = parse(text).unwrap_err();
            assert_eq!((refusal.code, refusal.field.as_deref()), (code, field), "{text}");
        }
        let refusal = parse("NPS_SCOER=nps").unwrap_err();
        let nearest = refusal.args.iter().find(|(name, _)| *name == "nearest").unwrap();
        assert!(nearest.1.starts_with("NPS_SCORE"), "{nearest:?}");
    }
}
