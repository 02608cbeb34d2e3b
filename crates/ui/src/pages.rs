//! Rendering: templates of all bundles, with a shell around and typed values inside.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use fluent_bundle::FluentValue;
use kernel::format::Format;
use kernel::{Locale, Timestamp};
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Output, State, TemplateSource, UndefinedBehavior, context};
use serde::Serialize;

use crate::functions::{self, READER, Reader};
use crate::respondent::{self, RESPONDENT_CSS};
use crate::{Bundle, Catalogue, Respondent};

// Handlers name these beside `Pages`.
pub use crate::shell::{Section, Shell, Theme};

/// A page could not be made: a fault of ours, never of the request.
#[derive(Debug, thiserror::Error)]
#[error("template {name}: {source:#}")]
pub struct RenderError {
    name: String,
    #[source]
    source: minijinja::Error,
}

impl From<RenderError> for kernel::Error {
    fn from(error: RenderError) -> Self {
        Self::internal(error)
    }
}

/// All templates and catalogues of a binary. Cheap to clone.
#[derive(Clone)]
pub struct Pages {
    env: Arc<Environment<'static>>,
    words: Arc<Catalogue>,
}

impl Pages {
    /// Puts the bundles of the slices together; [`crate::BUNDLE`] is always among them. Every template is compiled and
    /// every catalogue read here, so that a fault shows at the start and not on a page.
    ///
    /// # Errors
    /// A template or a catalogue that cannot be read.
    pub fn new(bundles: impl IntoIterator<Item = Bundle>) -> anyhow::Result<Self> {
        let bundles: Vec<Bundle> = std::iter::once(crate::BUNDLE).chain(bundles).collect();
        let words = Arc::new(Catalogue::new(bundles.iter().map(|bundle| (bundle.name, bundle.locales)))?);
        let mut env = Environment::new();
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        env.set_auto_escape_callback(|name| if name.ends_with(".txt") { AutoEscape::None } else { AutoEscape::Html });
        env.set_formatter(escape);
        env.set_debug(cfg!(debug_assertions));
        functions::register(&mut env, &words);

        let sources = sources(&bundles);
        let names: Vec<String> = sources.keys().cloned().collect();
        env.set_loader(move |name| Ok(sources.get(name).map(Source::load)));
        env.set_auto_reload(cfg!(debug_assertions));
        for name in names {
            env.get_template(&name).map_err(|source| RenderError { name, source })?;
        }
        Ok(Self { env: Arc::new(env), words })
    }

    /// The catalogues, for texts outside templates: flash messages, mails, exports.
    pub fn words(&self) -> &Catalogue {
        &self.words
    }

    /// The message for the text of a page, with arguments isolated: `text(locale, "count", &[("count", 3.into())])`.
    pub fn text(&self, locale: Locale, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.words.text(locale, key, &args.iter().cloned().collect())
    }

    /// The message for JSON, CSV, subjects and logs: no invisible marks.
    pub fn plain(&self, locale: Locale, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.words.plain(locale, key, &args.iter().cloned().collect())
    }

    /// The page for a request that failed. Never fails itself: without its template it is the bare words.
    pub fn error(&self, locale: Locale, theme: Theme, status: u16, words: &str, request_id: Option<&str>) -> String {
        let shell = Shell::bare(locale, theme, Timestamp::default());
        let values = context! { status => status, words => words, request_id => request_id };
        self.render("error.html", &shell, values).unwrap_or_else(|error| {
            tracing::error!(%error, "the error page failed");
            minijinja::HtmlEscape(words).to_string()
        })
    }

    /// The Content-Security-Policy of pages that customers see.
    pub fn respondent_policy(&self) -> String {
        respondent::policy().to_owned()
    }

    /// "3 hours ago", as the filter `ago` writes it.
    pub fn ago(&self, format: &Format, now: Timestamp, at: Timestamp) -> String {
        functions::ago(&self.words, format, now, at)
    }

    /// A whole page of a member. `values` serialises to a map; its fields are the template's variables.
    pub fn render(&self, name: &str, shell: &Shell, values: impl Serialize) -> Result<String, RenderError> {
        self.write(name, None, member(shell, values))
    }

    /// One block of the page, for htmx: the same variables, without what stands around the block.
    pub fn render_block(
        &self,
        name: &str,
        block: &str,
        shell: &Shell,
        values: impl Serialize,
    ) -> Result<String, RenderError> {
        self.write(name, Some(block), member(shell, values))
    }

    /// A page that customers see; its template extends `respondent.html`.
    pub fn render_respondent(
        &self,
        name: &str,
        respondent: &Respondent,
        values: impl Serialize,
    ) -> Result<String, RenderError> {
        let reader = Value::from_object(Reader { format: respondent.format(), now: respondent.now });
        let around = context! {
            respondent => Serde(respondent),
            style => Value::from_safe_string(RESPONDENT_CSS.to_owned()),
            theme => respondent.theme(),
            script => respondent.script.then(|| crate::assets::url(respondent::RESPONDENT_SCRIPT)),
            reader => reader,
        };
        self.write(name, None, context! { ..around, ..Value::from(Serde(values)) })
    }

    fn write(&self, name: &str, block: Option<&str>, values: Value) -> Result<String, RenderError> {
        let failed = |source| RenderError { name: name.to_owned(), source };
        let template = self.env.get_template(name).map_err(failed)?;
        match block {
            None => template.render(values).map_err(failed),
            Some(block) => {
                let mut page = template.render_captured_to(values, std::io::sink()).map_err(failed)?;
                page.with_state_mut(|state| state.render_block(block)).map_err(failed)
            }
        }
    }
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pages")
    }
}

fn member(shell: &Shell, values: impl Serialize) -> Value {
    let reader = Value::from_object(Reader { format: shell.format(), now: shell.now });
    let mut around = std::collections::BTreeMap::from([("shell", Value::from(Serde(shell.view())))]);
    around.insert(READER, reader);
    context! { ..Value::from(around), ..Value::from(Serde(values)) }
}

/// Escapes text for HTML. The engine's own formatter also escapes every slash, which makes addresses in `href` long
/// and hard to read; only the five characters that end text or an attribute need it.
fn escape(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    let (AutoEscape::Html, Some(text), false) = (state.auto_escape(), value.as_str(), value.is_safe()) else {
        return minijinja::escape_formatter(out, state, value);
    };
    let mut rest = text;
    while let Some(place) = rest.find(['&', '<', '>', '"', '\'']) {
        out.write_str(&rest[..place])?;
        out.write_str(match rest.as_bytes()[place] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[place + 1..];
    }
    Ok(out.write_str(rest)?)
}

/// Where a template comes from.
struct Source {
    embedded: &'static str,
    file: Option<PathBuf>,
}

impl Source {
    /// The embedded text; in builds for development the file of the source tree, read again whenever it changed.
    fn load(&self) -> TemplateSource {
        let Some(file) = self.file.clone() else { return TemplateSource::new(self.embedded) };
        let stamp = |file: &PathBuf| std::fs::metadata(file).and_then(|meta| meta.modified()).ok();
        let before = stamp(&file);
        match std::fs::read_to_string(&file) {
            Ok(text) => TemplateSource::new(text).with_uptodate_check(move || stamp(&file) == before),
            Err(_) => TemplateSource::new(self.embedded),
        }
    }
}

fn sources(bundles: &[Bundle]) -> HashMap<String, Source> {
    let mut sources = HashMap::new();
    for bundle in bundles {
        let mut folders = vec![bundle.templates.clone()];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs().cloned());
            for file in folder.files() {
                let (Some(path), Some(embedded)) = (file.path().to_str(), file.contents_utf8()) else { continue };
                let on_disk = (!bundle.folder.is_empty()).then(|| PathBuf::from(bundle.folder).join(path));
                sources.insert(bundle.template_name(path), Source { embedded, file: on_disk });
            }
        }
        for (name, file) in new_on_disk(bundle) {
            sources.entry(name).or_insert(Source { embedded: "", file: Some(file) });
        }
    }
    sources
}

/// Templates in the source folder; embedding notices a new one only when the crate's code changes.
fn new_on_disk(bundle: &Bundle) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let root = PathBuf::from(bundle.folder);
    let mut folders = if bundle.folder.is_empty() { Vec::new() } else { vec![root.clone()] };
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let Some(name) = path.strip_prefix(&root).ok().and_then(|path| path.to_str()) {
                found.push((bundle.template_name(name), path));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_addresses_stay_readable() {
        let mut env = Environment::new();
        env.set_auto_escape_callback(|_| AutoEscape::Html);
        env.set_formatter(escape);
        let write = |value: &str| env.render_str("{{ v }}", context! { v => value }).unwrap();
        assert_eq!(write("/a?b=1&c=\"<'é>"), "/a?b=1&amp;c=&quot;&lt;&#39;é&gt;");
        assert_eq!(
            env.render_str("{{ v }}{{ n }}", context! { v => Value::from_safe_string("<b>".into()), n => 3 }).unwrap(),
            "<b>3"
        );
    }
}
