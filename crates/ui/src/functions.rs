//! The functions and filters of templates. What they know of the reader travels with each rendering, as the hidden
//! variable `reader`.

use std::sync::Arc;

use fluent_bundle::FluentValue;
use kernel::Timestamp;
use kernel::format::{Format, NO_VALUE};
use minijinja::value::{Kwargs, Object, Serde, Value};
use minijinja::{Environment, Error, ErrorKind, HtmlEscape, State, context};

use crate::chart::{Chart, Figure, Unit, around};
use crate::{Args, Catalogue, Tone, args, assets, icons};

/// Who reads the page: hidden in the context of every rendering.
#[derive(Debug)]
pub(crate) struct Reader {
    pub format: Format,
    pub now: Timestamp,
}

impl Object for Reader {}

pub(crate) const READER: &str = "reader";

/// Adds everything that templates may call.
pub(crate) fn register(env: &mut Environment<'static>, words: &Arc<Catalogue>) {
    words_into(env, words);
    numbers_into(env, words);
    dates_into(env, words);
    pictures_into(env, words);
}

fn reader(state: &State<'_, '_>) -> Result<Arc<Reader>, Error> {
    let found = state.lookup(READER).and_then(|value| value.downcast_object::<Reader>());
    found.ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "rendered without a reader"))
}

fn words_into(env: &mut Environment<'static>, words: &Arc<Catalogue>) {
    let catalogue = Arc::clone(words);
    env.add_function("t", move |state: &mut State, key: &str, named: Kwargs| -> Result<String, Error> {
        let locale = reader(state)?.format.locale;
        known(&catalogue, key)?;
        Ok(catalogue.text(locale, key, &arguments(&named, false)?))
    });
    let catalogue = Arc::clone(words);
    env.add_function("ta", move |state: &mut State, key: &str, named: Kwargs| -> Result<String, Error> {
        let locale = reader(state)?.format.locale;
        known(&catalogue, key)?;
        Ok(catalogue.plain(locale, key, &arguments(&named, false)?))
    });
    let catalogue = Arc::clone(words);
    env.add_function("th", move |state: &mut State, key: &str, named: Kwargs| -> Result<Value, Error> {
        let locale = reader(state)?.format.locale;
        known(&catalogue, key)?;
        Ok(Value::from_safe_string(catalogue.text(locale, key, &arguments(&named, true)?)))
    });
    env.add_function("dir_of", |tag: &str| kernel::locale::direction_of(tag).as_str());
}

/// A template that names a message which no catalogue has is at fault, not the translation.
fn known(words: &Catalogue, key: &str) -> Result<(), Error> {
    if words.has(kernel::Locale::En, key) {
        return Ok(());
    }
    Err(Error::new(ErrorKind::InvalidOperation, format!("no message `{key}` in the English catalogues")))
}

/// The named arguments of a call, as Fluent's; escaped for [`th`], whose message may hold markup.
fn arguments(named: &Kwargs, escape: bool) -> Result<Args<'static>, Error> {
    let mut arguments = Args::new();
    for name in named.args().map(str::to_owned).collect::<Vec<_>>() {
        let value: Value = named.get(&name)?;
        let argument = if value.is_undefined() {
            return Err(Error::new(ErrorKind::UndefinedError, format!("argument `{name}` is undefined")));
        } else if value.is_number() {
            FluentValue::from(f64::try_from(value).unwrap_or_default())
        } else if escape && !value.is_safe() {
            FluentValue::from(HtmlEscape(&value.to_string()).to_string())
        } else {
            FluentValue::from(value.to_string())
        };
        arguments.set(name, argument);
    }
    Ok(arguments)
}

fn numbers_into(env: &mut Environment<'static>, words: &Arc<Catalogue>) {
    env.add_filter("number", |state: &mut State, value: Value, decimals: Option<u8>| {
        write(state, &value, |format, number| format.number(number, decimals.unwrap_or(0)))
    });
    env.add_filter("signed", |state: &mut State, value: Value, decimals: Option<u8>| {
        write(state, &value, |format, number| format.signed(number, decimals.unwrap_or(0)))
    });
    env.add_filter("percent", |state: &mut State, value: Value, decimals: Option<u8>| {
        write(state, &value, |format, number| format.percent(number, decimals.unwrap_or(0)))
    });
    env.add_filter("score", |state: &mut State, value: Value, unit: &str| {
        let unit = unit_of(unit)?;
        write(state, &value, |format, number| unit.write(format, number))
    });
    env.add_filter("change", |state: &mut State, value: Value, unit: &str| {
        let unit = unit_of(unit)?;
        write(state, &value, |format, number| unit.write_change(format, number))
    });
    let catalogue = Arc::clone(words);
    env.add_function(
        "interval",
        move |state: &mut State, low: Value, high: Value, unit: &str| -> Result<String, Error> {
            let (format, unit) = (&reader(state)?.format, unit_of(unit)?);
            let (Ok(low), Ok(high)) = (f64::try_from(low), f64::try_from(high)) else { return Ok(String::new()) };
            let (low, high) = unit.write_ends(format, low, high);
            Ok(catalogue.plain(format.locale, "range", &args! { "low" => low, "high" => high }))
        },
    );
}

fn unit_of(name: &str) -> Result<Unit, Error> {
    Unit::parse(name).ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no such unit `{name}`")))
}

/// A number as the reader reads it; nothing where there is none.
fn write(state: &State<'_, '_>, value: &Value, how: impl Fn(&Format, f64) -> String) -> Result<String, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if value.is_none() {
        return Ok(NO_VALUE.to_owned());
    }
    let number = f64::try_from(value.clone())?;
    Ok(how(&reader(state)?.format, number))
}

fn dates_into(env: &mut Environment<'static>, words: &Arc<Catalogue>) {
    for (name, how) in [
        ("date", Format::date as fn(&Format, Timestamp) -> String),
        ("day", Format::day),
        ("date_long", Format::date_long),
        ("datetime", Format::datetime),
        ("clock", Format::time),
        ("month", Format::month),
    ] {
        env.add_filter(name, move |state: &mut State, at: Value| -> Result<String, Error> {
            let Some(at) = instant(&at)? else { return Ok(NO_VALUE.to_owned()) };
            Ok(how(&reader(state)?.format, at))
        });
    }
    let catalogue = Arc::clone(words);
    env.add_filter("ago", move |state: &mut State, at: Value| -> Result<String, Error> {
        let reader = reader(state)?;
        let Some(at) = instant(&at)? else { return Ok(NO_VALUE.to_owned()) };
        Ok(ago(&catalogue, &reader.format, reader.now, at))
    });
}

/// The instant that a value of a context stands for: serialised timestamps are RFC 3339.
fn instant(value: &Value) -> Result<Option<Timestamp>, Error> {
    if value.is_none() {
        return Ok(None);
    }
    let text =
        value.as_str().ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("not a time: {value:?}")))?;
    text.parse().map(Some).map_err(|error| Error::new(ErrorKind::InvalidOperation, format!("{error}")))
}

/// "3 hours ago", "in 2 days"; a date beyond a month.
pub(crate) fn ago(words: &Catalogue, format: &Format, now: Timestamp, at: Timestamp) -> String {
    let passed = now.since(at);
    let (minutes, past) = (passed.abs() / kernel::time::MINUTE, passed >= 0);
    let (key, count) = match minutes {
        0 => ("ago-now", 0),
        1..60 => (if past { "ago-minutes" } else { "in-minutes" }, minutes),
        60..1_440 => (if past { "ago-hours" } else { "in-hours" }, minutes / 60),
        1_440..43_200 => (if past { "ago-days" } else { "in-days" }, minutes / 1_440),
        _ => return format.date(at),
    };
    words.plain(format.locale, key, &args! { "count" => count })
}

fn pictures_into(env: &mut Environment<'static>, words: &Arc<Catalogue>) {
    env.add_function("icon", |name: &str, class: Option<&str>| -> Result<Value, Error> {
        let svg = icons::svg(name, class.unwrap_or_default());
        svg.map(Value::from_safe_string)
            .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no icon `{name}` in icons.txt")))
    });
    env.add_function("asset", |name: &str| -> Result<String, Error> {
        let missing = || Error::new(ErrorKind::InvalidOperation, format!("no asset `{name}`: ask has_asset first"));
        assets::has(name).then(|| assets::url(name)).ok_or_else(missing)
    });
    env.add_function("has_asset", |name: &str| assets::has(name));
    let catalogue = Arc::clone(words);
    env.add_function("chart", move |state: &mut State, chart: Serde<Chart>| -> Result<Value, Error> {
        let figure = Figure::new(chart.0, &reader(state)?.format, &catalogue);
        let context =
            context! { figure => Serde(&figure), shell => state.lookup("shell"), reader => state.lookup(READER) };
        let html = state.env().get_template("parts/chart.html")?.render(context)?;
        Ok(Value::from_safe_string(html))
    });
    // A share of a hundred with its range, beside its number.
    env.add_function("sharebar", |value: f64, low: Option<f64>, high: Option<f64>| {
        Value::from_safe_string(crate::chart::whisker(value, low, high))
    });
    let catalogue = Arc::clone(words);
    env.add_function(
        "rangebar",
        move |state: &mut State, value: f64, low: f64, high: f64, named: Kwargs| -> Result<Value, Error> {
            let format = &reader(state)?.format;
            let unit = unit_of(named.get::<Option<&str>>("unit")?.unwrap_or("nps"))?;
            let goal: Option<f64> = named.get("goal")?;
            let (usual_min, usual_max) = around(unit, value, low, high, goal);
            let min = named.get::<Option<f64>>("min")?.unwrap_or(usual_min);
            let max = named.get::<Option<f64>>("max")?.unwrap_or(usual_max);
            let tone = match named.get::<Option<&str>>("tone")? {
                Some("det") => Some(Tone::Detractor),
                Some("pas") => Some(Tone::Passive),
                Some("pro") => Some(Tone::Promoter),
                _ => None,
            };
            named.assert_all_used()?;
            let (from, to) = unit.write_ends(format, low, high);
            let label = catalogue.plain(
                format.locale,
                "range-label",
                &args! {
                    "value" => unit.write(format, value),
                    "low" => from,
                    "high" => to,
                },
            );
            Ok(Value::from_safe_string(crate::chart::range(value, low, high, (min, max), goal, tone, &label)))
        },
    );
}
