//! Icons of the Lucide set, the few that pages use; `cargo xtask assets` writes `icons.json` from the npm package.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::assets;

/// Name of the icon to the elements inside its `<svg>` of 24 by 24. None in a build without the npm assets.
static ICONS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let file = assets::get("icons.json");
    file.and_then(|file| serde_json::from_slice(&file.bytes).ok()).unwrap_or_default()
});

/// The names that pages may use.
const NAMES: &str = include_str!("../assets-src/icons.txt");

/// The icon as inline SVG, hidden from screen readers; `class` is added to its own class `i`. `None` if there is no
/// such icon: add its name to `assets-src/icons.txt` and run `cargo xtask assets`. In a build without the npm assets
/// it is empty.
pub fn svg(name: &str, class: &str) -> Option<String> {
    NAMES.split_whitespace().find(|known| *known == name)?;
    let shapes = ICONS.get(name).map_or("", String::as_str);
    let (gap, class) = (if class.is_empty() { "" } else { " " }, minijinja::HtmlEscape(class).to_string());
    Some(format!(r#"<svg class="i{gap}{class}" viewBox="0 0 24 24" aria-hidden="true">{shapes}</svg>"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_hold_shapes_only() {
        let known = NAMES.split_whitespace().count();
        assert!(ICONS.len() == known || !assets::has("icons.json"), "{} of {known}", ICONS.len());
        for (name, shapes) in ICONS.iter() {
            assert!(!shapes.contains("<script") && !shapes.contains("style="), "{name}");
        }
        assert!(svg("no-such-icon", "").is_none());
    }
}
