//! Icons of the Lucide set, the few that pages use; `cargo xtask assets` writes `icons.json` from the npm package.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Name of the icon to the elements inside its `<svg>` of 24 by 24.
static ICONS: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../assets-src/icons.json")).unwrap_or_default());

/// The icon as inline SVG, hidden from screen readers; `class` is added to its own class `i`. `None` if there is no
/// such icon: add its name to `assets-src/icons.txt` and run `cargo xtask assets`.
pub fn svg(name: &str, class: &str) -> Option<String> {
    let shapes = ICONS.get(name)?;
    let (gap, class) = (if class.is_empty() { "" } else { " " }, minijinja::HtmlEscape(class).to_string());
    Some(format!(r#"<svg class="i{gap}{class}" viewBox="0 0 24 24" aria-hidden="true">{shapes}</svg>"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_hold_shapes_only() {
        assert!(ICONS.len() > 20, "{}", ICONS.len());
        for (name, shapes) in ICONS.iter() {
            assert!(!shapes.contains("<script") && !shapes.contains("style="), "{name}");
        }
        assert!(svg("no-such-icon", "").is_none());
    }
}
