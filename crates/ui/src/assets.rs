//! Files that pages load: our own style and script, always there, and what `cargo xtask assets` bundled from npm, there
//! or not. A page asks [`has`] before it names one of the latter.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use rust_embed::RustEmbed;

use crate::brand;
use crate::respondent::RESPONDENT_SCRIPT;

/// Built by `cargo xtask assets`: `htmx.js`, `charts.js`, `editor.js`, `fonts.css`, `*.woff2`.
#[derive(RustEmbed)]
#[folder = "assets/"]
#[allow_missing = true]
struct Bundled;

/// The style of member pages, in the order of its layers.
const STYLE: [(&str, &str); 10] = [
    ("tokens.css", include_str!("../assets-src/tokens.css")),
    ("base.css", include_str!("../assets-src/base.css")),
    ("shell.css", include_str!("../assets-src/shell.css")),
    ("parts.css", include_str!("../assets-src/parts.css")),
    ("data.css", include_str!("../assets-src/data.css")),
    ("topics.css", include_str!("../assets-src/topics.css")),
    ("prove.css", include_str!("../assets-src/prove.css")),
    ("chain.css", include_str!("../assets-src/chain.css")),
    ("initiatives.css", include_str!("../assets-src/initiatives.css")),
    ("editor.css", include_str!("../assets-src/editor.css")),
];
const SCRIPT: (&str, &str) = ("app.js", include_str!("../assets-src/app.js"));
/// For pages that respondents see.
const RESPOND: (&str, &str) = (RESPONDENT_SCRIPT, include_str!("../assets-src/respond.js"));
const MARK: (&str, &str) = ("nabz.svg", include_str!("../assets-src/nabz.svg"));

/// Where [`url`] points and the HTTP kit serves from.
pub const PREFIX: &str = "/assets/";

/// A file to serve.
#[derive(Debug)]
pub struct Asset {
    pub bytes: Cow<'static, [u8]>,
    pub mime: &'static str,
}

/// The file `name`, such as `app.css`.
pub fn get(name: &str) -> Option<Asset> {
    let bytes: Cow<'static, [u8]> = match name {
        "app.css" => Cow::Owned(STYLE.map(source).concat().into_bytes()),
        "app.js" => Cow::Owned(source(SCRIPT).into_owned().into_bytes()),
        RESPONDENT_SCRIPT => Cow::Owned(source(RESPOND).into_owned().into_bytes()),
        "nabz.svg" => Cow::Owned(source(MARK).into_owned().into_bytes()),
        _ => match brand::stylesheet_of(name) {
            Some(style) => Cow::Owned(style.into_bytes()),
            None => Bundled::get(name)?.data,
        },
    };
    Some(Asset { bytes, mime: mime(name) })
}

/// Whether the file exists in this build.
pub fn has(name: &str) -> bool {
    matches!(name, "app.css" | "app.js" | RESPONDENT_SCRIPT | "nabz.svg") || Bundled::get(name).is_some()
}

/// The address of a file. It names a hash over all files, so that it can be kept by browsers for ever and that a style
/// and the fonts beside it always belong together. While developing, the files themselves may change under it, and
/// the HTTP kit forbids keeping them.
pub fn url(name: &str) -> String {
    format!("{PREFIX}{}/{name}", digest())
}

/// The name of the file behind a path below [`PREFIX`], and whether its hash is this build's, which makes it
/// cacheable for ever.
pub fn resolve(path: &str) -> Option<(&str, bool)> {
    let (hash, name) = path.strip_prefix(PREFIX).unwrap_or(path).split_once('/')?;
    Some((name, hash == digest() && !cfg!(debug_assertions)))
}

/// Hash over names and contents of all files of this build, 16 hexadecimal digits.
fn digest() -> &'static str {
    static DIGEST: OnceLock<String> = OnceLock::new();
    DIGEST.get_or_init(|| {
        let mut hasher = DefaultHasher::new();
        for (_, content) in STYLE.iter().chain([&SCRIPT, &RESPOND, &MARK]) {
            content.hash(&mut hasher);
        }
        let mut names: Vec<_> = Bundled::iter().collect();
        names.sort();
        for name in names {
            name.hash(&mut hasher);
            Bundled::get(&name).map(|file| file.metadata.sha256_hash()).hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    })
}

/// The embedded text, or the file in the source tree while developing.
fn source((name, embedded): (&'static str, &'static str)) -> Cow<'static, str> {
    if cfg!(debug_assertions) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets-src/").to_owned() + name;
        if let Ok(text) = std::fs::read_to_string(path) {
            return Cow::Owned(text);
        }
    }
    Cow::Borrowed(embedded)
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_files_are_always_there() {
        for name in ["app.css", "app.js", "respond.js", "nabz.svg"] {
            let address = url(name);
            let (found, _) = resolve(&address).unwrap();
            assert_eq!(found, name);
            assert!(get(found).is_some_and(|asset| !asset.bytes.is_empty()), "{name}");
        }
    }

    #[test]
    fn a_path_cannot_leave_the_folder() {
        for path in ["/assets/x/../Cargo.toml", "/assets/x/../../Cargo.toml", "/assets/app.css"] {
            assert!(resolve(path).and_then(|(name, _)| get(name)).is_none(), "{path}");
        }
    }
}
