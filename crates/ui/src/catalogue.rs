//! The words of the pages: Fluent catalogues of four locales, put together from all slices.

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberStyle};
use fluent_bundle::{FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use kernel::Locale;
use kernel::format::Format;

/// The arguments of a message; see [`crate::args!`].
pub type Args<'a> = fluent_bundle::FluentArgs<'a>;

/// Arguments of a message: `args! { "count" => 3, "name" => survey.name.as_str() }`.
#[macro_export]
macro_rules! args {
    () => { $crate::Args::new() };
    ($($name:expr => $value:expr),+ $(,)?) => {{
        let mut args = $crate::Args::new();
        $( args.set($name, $value); )+
        args
    }};
}

/// Where the text goes, which decides whether arguments are wrapped in direction isolates (U+2068, U+2069).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// Text of a page or a mail: isolated, so that a Latin name does not reorder a Persian sentence.
    Html,
    /// Attributes, subjects, CSV, logs: no invisible marks.
    Plain,
}

/// A catalogue could not be read. These are faults of a build, found by tests and at the start.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error("{origin}/locales/{locale}.ftl: {message}")]
    Syntax { origin: String, locale: Locale, message: String },
    #[error("{origin}/locales/{locale}.ftl: `{key}` is defined twice")]
    Twice { origin: String, locale: Locale, key: String },
}

/// The messages of all bundles in all locales. Shared by all threads.
pub struct Catalogue {
    locales: [Messages; 4],
}

struct Messages {
    isolating: FluentBundle<Arc<FluentResource>>,
    plain: FluentBundle<Arc<FluentResource>>,
}

impl Catalogue {
    /// Reads the catalogues of `bundles`, each given as its name and one source per locale.
    pub fn new<'a>(
        bundles: impl IntoIterator<Item = (&'a str, [(Locale, &'a str); 4])>,
    ) -> Result<Self, CatalogueError> {
        let mut locales = Locale::ALL.map(Messages::new);
        for (origin, sources) in bundles {
            for (locale, source) in sources {
                locales[position(locale)].add(origin, locale, source)?;
            }
        }
        Ok(Self { locales })
    }

    /// The message in `locale` for the text of a page, with arguments isolated. A message missing there is taken from
    /// English and logged; one missing everywhere shows its key.
    pub fn text(&self, locale: Locale, key: &str, args: &Args<'_>) -> String {
        self.find(Target::Html, locale, key, args)
    }

    /// The message for an attribute, a mail's subject or a file: no isolates.
    pub fn plain(&self, locale: Locale, key: &str, args: &Args<'_>) -> String {
        self.find(Target::Plain, locale, key, args)
    }

    /// Whether `locale` itself has the message.
    pub fn has(&self, locale: Locale, key: &str) -> bool {
        self.locales[position(locale)].plain.has_message(key)
    }

    fn find(&self, target: Target, locale: Locale, key: &str, args: &Args<'_>) -> String {
        if let Some(text) = self.locales[position(locale)].write(target, key, args) {
            return text;
        }
        tracing::warn!(%locale, key, "message missing, falling back to English");
        self.locales[position(Locale::En)].write(target, key, args).unwrap_or_else(|| key.to_owned())
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Catalogue")
    }
}

fn position(locale: Locale) -> usize {
    Locale::ALL.iter().position(|other| *other == locale).unwrap_or_default()
}

impl Messages {
    fn new(locale: Locale) -> Self {
        Self { isolating: fluent(locale, true), plain: fluent(locale, false) }
    }

    fn add(&mut self, origin: &str, locale: Locale, source: &str) -> Result<(), CatalogueError> {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| CatalogueError::Syntax {
            origin: origin.to_owned(),
            locale,
            message: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })?;
        let resource = Arc::new(resource);
        for bundle in [&mut self.isolating, &mut self.plain] {
            bundle.add_resource(Arc::clone(&resource)).map_err(|errors| CatalogueError::Twice {
                origin: origin.to_owned(),
                locale,
                key: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            })?;
        }
        Ok(())
    }

    fn write(&self, target: Target, key: &str, args: &Args<'_>) -> Option<String> {
        let bundle = if target == Target::Html { &self.isolating } else { &self.plain };
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        for error in errors {
            tracing::error!(key, %error, "message could not be written in full");
        }
        Some(text)
    }
}

fn fluent(locale: Locale, isolating: bool) -> FluentBundle<Arc<FluentResource>> {
    let language = locale.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(isolating);
    // Formatters are plain function pointers, so each locale has its own.
    bundle.set_formatter(Some(match locale {
        Locale::En => |value, _: &IntlLangMemoizer| number(Locale::En, value),
        Locale::Fa => |value, _: &IntlLangMemoizer| number(Locale::Fa, value),
        Locale::Ar => |value, _: &IntlLangMemoizer| number(Locale::Ar, value),
        Locale::Sv => |value, _: &IntlLangMemoizer| number(Locale::Sv, value),
    }));
    bundle.add_builtins().unwrap_or_else(|error| tracing::error!(%error, "NUMBER is defined twice"));
    bundle
}

/// Most digits after the separator when a message does not say.
const USUAL_DECIMALS: usize = 3;

/// Numbers in messages, written as everywhere on the pages. `None` leaves other values to Fluent.
fn number(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let format = Format::of(locale);
    let decimals = decimals(number);
    Some(match number.options.style {
        FluentNumberStyle::Percent => format.percent(number.value * 100.0, decimals),
        _ => format.number(number.value, decimals),
    })
}

/// As many digits as the value has, between the minimum and the maximum of the message.
fn decimals(number: &FluentNumber) -> u8 {
    let least = number.options.minimum_fraction_digits.unwrap_or(0);
    let most = number.options.maximum_fraction_digits.unwrap_or(least.max(USUAL_DECIMALS));
    let written = format!("{:.*}", most.min(9), number.value);
    let needed = written.trim_end_matches('0').split_once('.').map_or(0, |(_, fraction)| fraction.len());
    needed.clamp(least.min(most), most).min(9) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        let en = "hello = Hello { $name }\ncount = { $n ->\n    [one] { $n } answer\n   *[other] { $n } answers\n}\nonly = Only here\nshare = { NUMBER($n, maximumFractionDigits: 1) }";
        let fa = "hello = سلام { $name }\ncount = { $n } پاسخ";
        Catalogue::new([("test", [(Locale::En, en), (Locale::Fa, fa), (Locale::Ar, ""), (Locale::Sv, "")])]).unwrap()
    }

    #[test]
    fn names_are_isolated_on_pages_and_bare_in_attributes() {
        let args = args! { "name" => "Ali" };
        assert_eq!(catalogue().text(Locale::Fa, "hello", &args), "سلام \u{2068}Ali\u{2069}");
        assert_eq!(catalogue().plain(Locale::Fa, "hello", &args), "سلام Ali");
    }

    #[test]
    fn numbers_are_written_in_the_locale() {
        assert_eq!(catalogue().plain(Locale::Fa, "count", &args! { "n" => 1940 }), "۱٬۹۴۰ پاسخ");
        assert_eq!(catalogue().plain(Locale::En, "count", &args! { "n" => 1 }), "1 answer");
        assert_eq!(catalogue().plain(Locale::En, "share", &args! { "n" => 4.256 }), "4.3");
    }

    #[test]
    fn a_missing_message_falls_back_to_english_then_to_its_key() {
        assert_eq!(catalogue().text(Locale::Sv, "only", &args! {}), "Only here");
        assert_eq!(catalogue().text(Locale::Sv, "nowhere", &args! {}), "nowhere");
    }

    #[test]
    fn a_key_defined_twice_is_refused() {
        let sources = Locale::ALL.map(|locale| (locale, "a = 1\na = 2"));
        assert!(matches!(Catalogue::new([("test", sources)]), Err(CatalogueError::Twice { .. })));
    }
}
