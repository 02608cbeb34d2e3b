//! What a slice contributes to pages: its templates and its catalogues.

use include_dir::Dir;
use kernel::Locale;

/// Templates and catalogues of one crate, made with [`crate::bundle!`].
#[derive(Clone, Debug)]
pub struct Bundle {
    /// Prefix of the template names: `listen` makes `templates/surveys.html` into `listen/surveys.html`. The bundle
    /// `ui` has none, so that others extend `shell.html`.
    pub name: &'static str,
    pub templates: Dir<'static>,
    /// Where the templates lie in the source tree; empty in release builds. Builds for development read them from
    /// there while the folder exists, so that an edit shows on the next request.
    pub folder: &'static str,
    /// One Fluent source for each locale.
    pub locales: [(Locale, &'static str); 4],
}

/// The [`Bundle`] of the calling crate, from its folders `templates/` and `locales/`. The crate needs `include_dir`
/// among its dependencies.
#[macro_export]
macro_rules! bundle {
    ($name:literal) => {{
        const TEMPLATES: $crate::include_dir::Dir<'static> =
            $crate::include_dir::include_dir!("$CARGO_MANIFEST_DIR/templates");
        $crate::Bundle {
            name: $name,
            templates: TEMPLATES,
            folder: if cfg!(debug_assertions) { concat!(env!("CARGO_MANIFEST_DIR"), "/templates") } else { "" },
            locales: [
                ($crate::kernel::Locale::En, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en.ftl"))),
                ($crate::kernel::Locale::Fa, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/fa.ftl"))),
                ($crate::kernel::Locale::Ar, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/ar.ftl"))),
                ($crate::kernel::Locale::Sv, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/sv.ftl"))),
            ],
        }
    }};
}

impl Bundle {
    /// The name that templates of this bundle are rendered by.
    pub fn template_name(&self, file: &str) -> String {
        if self.name == "ui" { file.to_owned() } else { format!("{}/{file}", self.name) }
    }
}
